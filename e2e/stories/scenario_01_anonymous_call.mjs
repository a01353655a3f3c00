// An anonymous call is counted without a name; three days later the same woman returns and links it at her own wish.

export const name = 'Scenario 1: an anonymous call, then the same woman returns';
export const clock = '2026-03-02T10:30';
export const engines = ['sqlite', 'postgres'];

export async function play(town) {
  let dana = await town.worker('Bc. Dana Zkusmá', { screen: 'phone' });

  await town.step('the queue of first contacts is empty and offers one action', async () => {
    await dana.go('/first-contacts');
    await dana.sees('Zapsat anonymně');
    await dana.show('first-contacts', 'empty');
  });

  await town.step('N1: a telephone in the text is questioned and nothing typed is lost', async () => {
    await dana.go('/anonymous-contacts/new');
    await dana.show('anonymous-contact-new', 'empty');
    await dana.fill({ channel: 'phone', day: '2. 3. 2026', time: '10:05', minutes: '18', topics: 'maintenance' });
    await dana.fill({ talked_about: 'Výživné na dítě, jak podat návrh, tel. 777 123 456', advice: 'Občanská poradna.' });
    await dana.click('Uložit anonymně');
    await dana.sees(/777 123 456/);
    await dana.show('anonymous-contact-new', 'error');
  });

  await town.step('O1: A-2026-0001, one contact, no consent, no folder', async () => {
    await dana.fill({ talked_about: 'Výživné na dítě, jak podat návrh.' });
    await dana.click('Uložit anonymně');
    await dana.go('/anonymous-contacts');
    await dana.sees('A-2026-0001');
    await dana.show('anonymous-contacts', 'full');
    await dana.click('A-2026-0001');
    await dana.sees('A-2026-0001', '18 min → 1 kontakt', 'výživné', 'základní poradenství');
    await dana.doesNotSee('ouhlas');
    await dana.show('anonymous-contact', 'full');
  });

  await town.step('N2: an anonymous contact has no folder', async () => {
    await dana.click('Založit spis');
    await dana.sees('Anonymní kontakt nemá spis.');
    await dana.show('anonymous-contact', 'refused');
    await dana.go('/first-contacts');
    await dana.sees('Zájemci 0');
  });

  await town.later('2026-03-05T09:40');
  dana = await town.worker('Bc. Dana Zkusmá', { scripts: false });

  await town.step('N3: nobody suggests who she might have been', async () => {
    await dana.go('/first-contacts/new');
    await dana.doesNotSee('A-2026-0001');
  });

  await town.step('O2: she gives her name, books, and wishes the two to be linked (without JavaScript)', async () => {
    await dana.go('/first-contacts/new');
    await dana.fill({ channel: 'phone', day: '5. 3. 2026', time: '9:30', minutes: '10' });
    await dana.fill({ given_name: 'Jitka', family_name: 'Pokusná', sex: 'female' });
    await dana.fill({ asked: 'Výživné, volala už v pondělí.', consultation: true });
    await dana.fill({ consultation_day: '9. 3. 2026', consultation_time: '10:00' });
    await dana.fill({ returns: true, anonymous_number: 'A-2026-0001', at_own_wish: true });
    await dana.click('Uložit první kontakt');
    await dana.sees('Jitka Pokusná');
    await dana.go(`${dana.path}/first-contact`);
    await dana.sees('A-2026-0001', 'propojeno 5. 3. 2026 na přání zájemkyně');
  });

  await town.step('O3: one anonymous contact and one applicant this year', async () => {
    await dana.go('/first-contacts');
    await dana.sees('Pokusná', 'Anonymní kontakty 1', 'Zájemci 1', 'Klienti 0');
    await dana.show('first-contacts', 'full');
  });
}
