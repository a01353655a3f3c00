// The core of scenario 2 in a browser without JavaScript, and by its other turns: nobody voiced a consent (N2), and the
// assessment came a day late (N5).

import { agreeOnCommission, answerWarnings, folderOf, negotiate, prepareAgreement, sign, tickAll } from '../lib/forms.mjs';

export const name = 'Scenario 2 without JavaScript: help in a crisis comes first, the assessment a day late';
export const clock = '2026-03-03T15:30';
export const engines = ['sqlite', 'postgres'];

const PLAIN = { scripts: false };
const ALENA = { label: 'Mgr. Alena Příkladná' };
const BOHDAN = { label: 'PhDr. Bohdan Ukázka' };

export async function play(town) {
  const folder = await call(town);
  await assess(town, folder);
  await consent(town, folder);
  await agree(town, folder);
  await write(town, folder);
}

async function call(town) {
  const bohdan = await town.worker('PhDr. Bohdan Ukázka', PLAIN);
  const folder = await town.step('a specialist takes the first contact, with a reason', async () => {
    await bohdan.go('/');
    await bohdan.click('První kontakty');
    await bohdan.click(/^Zapsat první kontakt/);
    await bohdan.fill({ channel: 'phone', day: '3. 3. 2026', time: '14:20', given_name: 'Klára', family_name: 'Vzorná' });
    await bohdan.fill({ sex: 'female', asked: 'Odešel manžel, nemůže spát.' });
    await bohdan.click('Uložit první kontakt');
    await bohdan.fill({ reason_r021: 'Sociální pracovnice nebyla volná.' });
    await bohdan.click('Uložit první kontakt');
    await bohdan.sees('Klára Vzorná');
    return folderOf(bohdan.path);
  });
  await town.step('N1: without the voiced consent a consultation by phone is not saved under her name', async () => {
    await bohdan.go(`${folder}/consultation/new`);
    await bohdan.show('consultation-new', 'empty');
    await bohdan.fill({ form: 'phone', at_request: true, day: '3. 3. 2026', time: '14:30', until: '15:15' });
    await bohdan.fill({ summary: 'Odešel manžel, dva dny nespí.' });
    await bohdan.click('Uložit konzultaci');
    await bohdan.sees(/se zaznamenaným ústním souhlasem/);
  });
  await town.step('N2: in a crisis nothing stands in the way; a task asks for the consent', async () => {
    await bohdan.fill({ crisis: true });
    await bohdan.click('Uložit konzultaci');
    await bohdan.go(`${folder}/negotiation`);
    await bohdan.sees(/životně důležitý zájem/, /zbývá doplnit/);
    await bohdan.show('negotiation', 'crisis');
    await bohdan.click('Doplnit krizovou intervenci');
    await bohdan.show('crisis', 'empty');
    await bohdan.fill({ threat: 'collapse', intervention: 'Zklidnění.', safety_plan: 'V noci zavolá sestře.' });
    await bohdan.fill({ follow_up_day: '4. 3. 2026', follow_up_time: '9:00' });
    await bohdan.click('Uložit', { within: bohdan.page.locator('main form'), exact: true });
    await bohdan.go(`${folder}/negotiation`);
    await bohdan.doesNotSee('zbývá doplnit');
    await bohdan.go(`${folder}/tasks`);
    await bohdan.sees(/Doplnit souhlas/);
  });
  return folder;
}

async function assess(town, folder) {
  await town.later('2026-03-11T15:00');
  const bohdan = await town.worker('PhDr. Bohdan Ukázka', PLAIN);
  await town.step('N5: held on 11 March it is allowed, with a reason and the day counted', async () => {
    await bohdan.go(`${folder}/assessment`);
    await bohdan.sees(/po lhůtě o 1 den/);
    await bohdan.go(`${folder}/assessment/new`);
    await bohdan.fill({ held_on: '11. 3. 2026', participant_1: ALENA, participant_2: BOHDAN, key_worker: ALENA });
    await bohdan.fill({ development: 'S podporou zvládne první týdny.' });
    await bohdan.click('Uzavřít zhodnocení');
    await bohdan.sees(/Zhodnocení proběhlo po lhůtě o 1 den/);
    await bohdan.show('assessment-new', 'warning');
    await answerWarnings(bohdan, 'Uzavřít zhodnocení', 'Nemoc kolegyně.');
    await bohdan.page.waitForURL((url) => !url.pathname.endsWith('/assessments'));
    const alena = await town.worker('Mgr. Alena Příkladná', PLAIN);
    await alena.go(`${folder}/assessment`);
    await alena.sees(/po lhůtě o 1 den/, /Nemoc kolegyně/, /uzavřeno/);
  });
}

async function consent(town, folder) {
  await town.later('2026-03-16T11:00');
  const alena = await town.worker('Mgr. Alena Příkladná', PLAIN);
  await town.step('what she decides about her data is asked for without a suggestion', async () => {
    await alena.go(`${folder}/consents`);
    await alena.show('consents', 'empty');
    await alena.go(`${folder}/consents/new`);
    await alena.show('consent-new', 'empty');
    await alena.click('Zapsat rozhodnutí');
    await alena.sees(/Opravte/);
    await alena.show('consent-new', 'error');
    await alena.fill({ wording: 'Souhlasíte s tím, abychom zapsali, co nám říkáte?', scope: 'jméno, telefon, situace' });
    await alena.fill({ decision: 'consent', form: 'written', day: '16. 3. 2026', time: '10:55', heard_by: ALENA });
    await alena.click('Zapsat rozhodnutí');
    await alena.sees(/písemný souhlas/i);
    await alena.show('consents', 'written');
  });
}

async function agree(town, folder) {
  const alena = await town.worker('Mgr. Alena Příkladná', PLAIN);
  await town.step('a negotiation does not end without saying how', async () => {
    await alena.go(`${folder}/outcome`);
    await alena.show('outcome', 'empty');
    await alena.click('Uzavřít jednání', { within: alena.page.locator('main form'), exact: true });
    await alena.sees(/Opravte/);
    await alena.show('outcome', 'error');
  });
  await town.step('the negotiation, the commission and the signature', async () => {
    await negotiate(alena, folder);
    await alena.go(`${folder}/information`);
    await tickAll(alena);
    await alena.click('Uložit informace');
    await agreeOnCommission(alena, folder, '16. 3. 2026');
    await prepareAgreement(alena, folder);
    await sign(alena, '16. 3. 2026');
    await answerWarnings(alena, 'Uzavřít smlouvu');
    await alena.go(folder);
    await alena.sees('Klientka od 16. 3. 2026');
    await alena.show('folder', 'client');
  });
}

async function write(town, folder) {
  const alena = await town.worker('Mgr. Alena Příkladná', PLAIN);
  await town.step('the record of the visit, an error first, then its text under its headings', async () => {
    await alena.go(`${folder}/records/new`);
    await alena.fill({ minutes: '', body: 'Sdělení klienta\nSpí lépe.\nDohoda\nPřijde v pondělí.' });
    await alena.click('Uložit zápis');
    await alena.sees(/Opravte 1 údaj/);
    await alena.show('record-new', 'error');
    await alena.fill({ minutes: '50', time: '10:00' });
    await alena.click('Uložit zápis');
    await alena.sees('Zápis uložen.', 'Spí lépe.', 'Přijde v pondělí.', '1. návštěva z přibližně šesti');
    await alena.show('timeline', 'first');
  });
  await town.step('the record is corrected by a new version, and struck out only with a reason', async () => {
    await alena.page.locator('main h3 a[href*="/records/"]').first().click();
    await alena.show('record', 'full');
    const record = alena.path;
    await alena.go(`${record}/edit`);
    await alena.show('record-edit', 'full');
    await alena.fill({ body: 'Sdělení klienta\nSpí lépe, pět hodin.' });
    await alena.page.locator('main form button.primary').click();
    await alena.go(record);
    await alena.sees('Spí lépe, pět hodin.', /2\. znění/);
    await alena.show('record', 'versions');
    await alena.go(`${record}/strike-out`);
    await alena.show('record-strike-out', 'empty');
    await alena.click('Přeškrtnout zápis', { within: alena.page.locator('main form'), exact: true });
    await alena.sees(/Opravte/);
    await alena.show('record-strike-out', 'error');
  });
}
