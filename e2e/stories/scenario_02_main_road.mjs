// From an urgent call to a client: the main road of the first rooms, on a phone and at a desk.

export const name = 'Scenario 2: from an urgent call to a client and her visits';
export const clock = '2026-03-03T15:30';
export const engines = ['sqlite', 'postgres'];

const OF = (path) => path.match(/^\/folders\/[0-9a-f-]+/)[0];

export async function play(town) {
  let folder;
  const bohdan = await town.worker('PhDr. Bohdan Ukázka', { screen: 'phone' });

  await town.step('my day is calm before the first call', async () => {
    await bohdan.go('/');
    await bohdan.show('my-day', 'empty');
    await bohdan.go('/folders');
    await bohdan.show('clients', 'full');
  });

  await town.step('O1: a specialist takes the first contact, with a reason', async () => {
    await bohdan.go('/first-contacts/new');
    await bohdan.show('first-contact-new', 'empty');
    await bohdan.click('Uložit první kontakt');
    await bohdan.show('first-contact-new', 'error');
    await bohdan.fill({ channel: 'phone', day: '3. 3. 2026', time: '14:20', given_name: 'Klára', family_name: 'Vzorná' });
    await bohdan.fill({ sex: 'female', phone: '602 123 456', asked: 'Odešel manžel, nemůže spát.' });
    await bohdan.click('Uložit první kontakt');
    await bohdan.fill({ reason_r021: 'Sociální pracovnice nebyla volná.' });
    await bohdan.click('Uložit první kontakt');
    await bohdan.sees('Klára Vzorná');
    folder = OF(bohdan.path);
  });

  await town.step('N1: an identified consultation by phone needs the oral consent', async () => {
    await bohdan.go(`${folder}/consultation/new`);
    await bohdan.show('consultation-new', 'empty');
    await bohdan.fill({ form: 'phone', at_request: true, day: '3. 3. 2026', time: '14:30', until: '15:15' });
    await bohdan.click('Uložit konzultaci');
    await bohdan.sees(/se zaznamenaným ústním souhlasem/);
    await bohdan.show('consultation-new', 'error');
  });

  await town.step('O1: oral consent, crisis intervention, follow-up call', async () => {
    await bohdan.fill({ oral: true, consent_time: '14:31', heard_by: { label: 'PhDr. Bohdan Ukázka' } });
    await bohdan.fill({ scope: 'jméno, telefon, situace', crisis: true, intervention: 'Zklidnění, plán na noc.' });
    await bohdan.fill({ follow_up_day: '4. 3. 2026', follow_up_time: '9:00', summary: 'Odešel manžel, dva dny nespí.' });
    await bohdan.fill({ circle_of_persons: 'fits' });
    await bohdan.click('Uložit konzultaci');
    await bohdan.go(`${folder}/negotiation`);
    await bohdan.show('negotiation', 'full');
    await bohdan.go(`${folder}/consents`);
    await bohdan.show('consents', 'full');
  });

  await assess(town, folder);
  await becomeClient(town, folder);
  await visit(town, folder);
}

async function assess(town, folder) {
  await town.later('2026-03-09T13:00');
  const alena = await town.worker('Mgr. Alena Příkladná');
  const olga = await town.worker('Mgr. Olga Rozvážná');
  await town.step('O2, N3: two professional workers assess and name the key worker', async () => {
    await olga.go('/');
    await olga.show('my-day', 'full');
    await olga.go(`${folder}/assessment/new`);
    await olga.show('assessment-new', 'empty');
    await olga.fill({ held_on: '9. 3. 2026', participant_1: { label: 'Mgr. Alena Příkladná' } });
    await olga.fill({ development: 'S podporou zvládne první týdny.', key_worker: { label: 'Mgr. Alena Příkladná' } });
    await olga.click('Uzavřít zhodnocení');
    await olga.sees(/nejméně dva odborní pracovníci/);
    await olga.show('assessment-new', 'error');
    await olga.fill({ participant_2: { label: 'PhDr. Bohdan Ukázka' } });
    await olga.click('Uzavřít zhodnocení');
    await alena.go(folder);
    await alena.sees('Klára Vzorná');
    await alena.show('folder', 'applicant');
    await alena.go(`${folder}/team`);
    await alena.show('team', 'full');
  });
}

async function becomeClient(town, folder) {
  await town.later('2026-03-16T11:00');
  const alena = await town.worker('Mgr. Alena Příkladná');
  await town.step('information, situation, what can and cannot be done, commission', async () => {
    await alena.go(`${folder}/information`);
    for (const box of await alena.page.locator('main input[type=checkbox]').all()) await box.setChecked(true, { force: true });
    await alena.click('Uložit informace');
    for (const [part, fields] of Object.entries(PARTS)) {
      await alena.go(`${folder}/negotiation/edit?part=${part}`);
      await alena.fill(fields);
      await alena.page.getByRole('button', { name: 'Uložit', exact: true }).click();
    }
    await alena.go(`${folder}/commission`);
    await alena.show('commission', 'empty');
    await alena.fill({ in_own_words: 'Zvládnout první týdny a domluvit péči o syna.', agreed_on: '16. 3. 2026' });
    await alena.click('Uložit zakázku');
  });
  await town.step('O3: she signs the informed consent, version 3, and becomes a client', async () => {
    await alena.go(`${folder}/agreement`);
    await alena.show('agreement', 'full');
    await alena.go(`${folder}/agreement/new`);
    await alena.fill({ extent: 'jednou za týden', hours: 'podle domluvy', validity: 'indefinite', signer_role: 'self' });
    await alena.click('Připravit znění');
    await answerWarnings(alena, 'Připravit znění');
    await alena.show('informed-consent', 'full');
    const sign = await alena.page.locator('a[href$="/signature"]').first().getAttribute('href');
    await alena.go(sign);
    await alena.fill({ signed_on: '16. 3. 2026', signer_role: 'self', signed_in: 'Horní Vzorov' });
    await alena.click('Uzavřít smlouvu');
    await answerWarnings(alena, 'Uzavřít smlouvu');
    await alena.go(folder);
    await alena.sees(/klientka/i);
    await alena.show('folder', 'client');
  });
}

const PARTS = {
  request: { request: 'Chci, aby se vrátil.', expectation: 'Poradit, jak dál.' },
  needs: { wish: 'Klid pro syna.', need: 'Opora v krizi.', ability: 'Pracuje, umí požádat.', possibility: 'Sestra pomůže.' },
  situation: { situation: 'Odchod manžela, péče o syna.', circle_of_persons: 'fits' },
  expectations: { can_fulfil: 'Zvládnout rozchod, rodičovství.', cannot_fulfil: 'Ovlivnit manžela.' },
};

/** Writes a reason into every question of the page and sends the form again. */
async function answerWarnings(person, button) {
  const reasons = person.page.locator('textarea[name^="reason_r"]');
  if ((await reasons.count()) === 0) return;
  for (const one of await reasons.all()) await one.fill('Dohodnuto s klientkou, doplníme příště.');
  await person.click(button);
}

async function visit(town, folder) {
  await town.later('2026-03-23T10:00');
  const alena = await town.worker('Mgr. Alena Příkladná', { screen: 'phone' });
  await town.step('an unplanned record takes four interactions', async () => {
    await alena.go('/');
    await alena.within(4, async () => {
      await alena.click('Zápis');
      await alena.click(/Vzorná/);
      await alena.type('Co se dělo', 'Sdělení klienta:\nSpí lépe.\nDohoda:\nDomluví se s otcem na víkendu.');
      await alena.click('Uložit zápis');
    });
    await alena.sees('Zápis uložen');
    await alena.go(`${folder}/timeline`);
    await alena.show('timeline', 'full');
    await alena.go(`${folder}/looks`);
    await alena.show('looks', 'full');
  });
}
