// Scenario 5, from the field visit of 10 February to the place that is offered on 2 March.

export const send = (person, button) => person.click(button, { within: person.page.locator('main form'), exact: true });

const PARTS = {
  needs: { wish: 'zůstat v bytě', need: 'dohodu o splátkách', ability: 'pracuje na zkrácený úvazek', possibility: 'pomůže matka' },
  situation: { situation: 'Dluh na nájemném, do 30. 4. hrozí vystěhování.', situation_areas: 'housing', circle_of_persons: 'fits' },
  fit: { is_understood: true, communication_form: 'plain', language: 'ukrajinština', helped_by: 'tlumočnice Oksana Zkusmá' },
};
const REFUSED = { facts: 'Dvanáct rodin, dvanáct smluv.', offered_service: 'Terénní programy, Dolní Vzorov' };
const SARKA = { label: 'Mgr. Šárka Podhorská' };

async function foundOut(town, folder) {
  await town.later('2026-02-10T16:00');
  const jakub = await town.worker('Bc. Jakub Terénní');
  await town.step('the visit at her home, her needs, the language in which it is explained', async () => {
    for (const [part, fields] of Object.entries(PARTS)) {
      await jakub.go(`${folder}/negotiation/edit?part=${part}`);
      await jakub.fill(fields);
      await jakub.page.locator('main form button.primary').click();
      await jakub.page.waitForURL((url) => !url.pathname.endsWith('/edit'));
    }
    await jakub.go(`${folder}/inquiry`);
    await jakub.fill({ method: 'visit', day: '10. 2. 2026', time: '10:00', minutes: '60' });
    await jakub.fill({ findings: 'Byt je v pořádku, chybí tři nájmy.' });
    await jakub.page.locator('main form button.primary').click();
    await jakub.sees('Byt je v pořádku, chybí tři nájmy.');
  });
  await town.step('N1, N2, N3: only the law refuses, health is not for a field service, and nobody has advised her', async () => {
    await jakub.go(`${folder}/refusal`);
    await send(jakub, 'Odmítnout uzavření smlouvy');
    await jakub.sees('jen z důvodů uvedených');
    await jakub.fill({ ...REFUSED, reason: 'c', decided_on: '10. 2. 2026', decided_by: SARKA });
    await send(jakub, 'Odmítnout uzavření smlouvy');
    await jakub.sees('pouze u pobytových služeb');
    await jakub.fill({ reason: 'b' });
    await send(jakub, 'Odmítnout uzavření smlouvy');
    await jakub.sees('V jednání není zapsané základní sociální poradenství.');
  });
}

async function refused(town, folder) {
  await town.later('2026-02-11T15:00');
  const jakub = await town.worker('Bc. Jakub Terénní', { screen: 'phone' });
  await town.step('O1: refused by letter b, told so in writing and in plain words, first on the waiting list', async () => {
    await jakub.go(`${folder}/counselling`);
    await jakub.fill({ given_on: '10. 2. 2026', information: 'Jak požádat o příspěvek na bydlení.' });
    await jakub.page.locator('main form button.primary').click();
    await jakub.sees('Jak požádat o příspěvek na bydlení.');
    await jakub.go(`${folder}/refusal`);
    await jakub.fill({ ...REFUSED, reason: 'b', decided_on: '11. 2. 2026', decided_by: SARKA });
    await send(jakub, 'Odmítnout uzavření smlouvy');
    await jakub.sees('nedostatečná kapacita');
    await jakub.go(`${folder}/refusals`);
    await jakub.click('Vydat oznámení o odmítnutí');
    await jakub.fill({ asked_on: '11. 2. 2026' });
    await send(jakub, 'Vydat oznámení');
    await jakub.sees('Vytisknout oznámení', 'Srozumitelně pro klienta');
    await jakub.go(`${folder}/waiting-list/entry`);
    await jakub.fill({ day: '11. 2. 2026' });
    await jakub.page.locator('main form button.primary').click();
    await jakub.sees('pořadí 1.');
    await jakub.show('refusals', 'notice-and-list');
  });
}

async function offered(town, folder) {
  await town.later('2026-03-02T10:00');
  const jakub = await town.worker('Bc. Jakub Terénní');
  await town.step('a place is free, she takes it and the same negotiation goes on', async () => {
    await jakub.go(`${folder}/waiting-list/offer`);
    await jakub.fill({ day: '2. 3. 2026', answer_by: '9. 3. 2026' });
    await jakub.page.locator('main form button.primary').click();
    await jakub.sees('Místo nabídnuto');
    await jakub.go(`${folder}/waiting-list/answer`);
    await jakub.fill({ answer: 'accepted', day: '2. 3. 2026' });
    await jakub.page.locator('main form button.primary').click();
    await jakub.go(`${folder}/negotiation`);
    await jakub.sees('Jednání probíhá.', 'znovu otevřeno po 2. 3. 2026');
  });
}

export async function refusal(town, folder) {
  await foundOut(town, folder);
  await refused(town, folder);
  await offered(town, folder);
}
