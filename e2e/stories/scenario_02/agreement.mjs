// Scenario 2, from the assessment of 9 March to the signature of 16 March.

import assert from 'node:assert/strict';
import { agreeOnCommission, answerWarnings, negotiate, sign, tickAll } from '../../lib/forms.mjs';
import { FOUR_WAYS } from '../../lib/visitor.mjs';

const ALENA = { label: 'Mgr. Alena Příkladná' };
const BOHDAN = { label: 'PhDr. Bohdan Ukázka' };

export async function assessment(town, folder) {
  await town.later('2026-03-08T09:00');
  const bohdan = await town.worker('PhDr. Bohdan Ukázka', { screen: 'phone' });
  await town.step('O2: from Sunday the term of the assessment is amber', async () => {
    await bohdan.go(folder);
    await bohdan.sees(/10\. 3\. 2026/, /Zbývají 2 dny/);
    assert.equal(await bohdan.page.locator('.bar.warn', { hasText: 'Zhodnocení' }).count(), 1);
    await bohdan.go('/');
    await bohdan.sees('Zájemci bez zhodnocení');
    await bohdan.show('my-day', 'tasks', FOUR_WAYS);
  });
  await town.later('2026-03-09T13:00');
  const olga = await town.worker('Mgr. Olga Rozvážná');
  await town.step('N3: one professional worker, alone, with a volunteer, or named twice, is not enough', async () => {
    await olga.go('/');
    await olga.show('my-day', 'head');
    await olga.go(`${folder}/assessment/new`);
    await olga.show('assessment-new', 'empty');
    await olga.fill({ held_on: '9. 3. 2026', development: 'S podporou zvládne první týdny.', key_worker: ALENA });
    for (const second of ['', { label: 'Tadeáš Pomocný' }, ALENA]) await refusesTwo(olga, second);
    await olga.show('assessment-new', 'error');
  });
  await town.step('N4: without a key worker it is not closed', async () => {
    await olga.fill({ participant_1: ALENA, participant_2: BOHDAN, key_worker: '' });
    await olga.click('Uzavřít zhodnocení');
    await olga.sees(/nelze uzavřít bez určení klíčového pracovníka/);
  });
  await town.step('O2: two of them close it and name the key worker', async () => {
    await olga.fill({ key_worker: ALENA });
    await olga.click('Uzavřít zhodnocení');
    await olga.page.waitForURL((url) => url.pathname.endsWith('/assessment'));
    const alena = await town.worker('Mgr. Alena Příkladná');
    await alena.go(folder);
    await alena.sees('Klára Vzorná');
    await alena.show('folder', 'applicant', FOUR_WAYS);
    await alena.go(`${folder}/assessment`);
    await alena.sees(/uzavřeno/, 'S podporou zvládne první týdny.');
    await alena.doesNotSee('po lhůtě');
    await alena.show('assessment', 'full');
    await alena.go(`${folder}/team`);
    await alena.sees('Mgr. Alena Příkladná');
    await alena.show('team', 'full');
  });
}

async function refusesTwo(olga, second) {
  await olga.fill({ participant_1: ALENA, participant_2: second });
  await olga.click('Uzavřít zhodnocení');
  await olga.sees(/nejméně dva odborní pracovníci/);
}

export async function signature(town, folder) {
  await town.later('2026-03-16T11:00');
  const alena = await town.worker('Mgr. Alena Příkladná');
  await town.step('N7: nobody makes a client by hand', async () => {
    const byHand = { form: { status: 'client', agreement_on: '16. 3. 2026' }, headers: { 'sec-fetch-site': 'same-origin' } };
    for (const path of ['', '/status', '/agreement']) {
      const answer = await alena.page.request.post(town.url + folder + path, byHand);
      assert.ok([404, 405].includes(answer.status()), `${path}: ${answer.status()}`);
    }
    await alena.go(`${folder}/data/edit`);
    assert.equal(await alena.page.locator('main [name*="status"], main [name*="client"]').count(), 0);
  });
  await town.step('N6: without a commission no text is prepared', async () => {
    await negotiate(alena, folder);
    await alena.go(`${folder}/agreement/new`);
    await alena.fill({ extent: 'jednou za týden', hours: 'podle domluvy', validity: 'indefinite', signer_role: 'self' });
    await alena.click('Připravit znění');
    await alena.sees(/chybí sjednaná zakázka/);
    await alena.show('agreement-new', 'error');
  });
  await town.step('N6: before the basic information the signature asks for a reason', async () => {
    await alena.go(`${folder}/commission`);
    await alena.show('commission', 'empty');
    await agreeOnCommission(alena, folder, '16. 3. 2026');
    await alena.go('/drafts');
    await alena.click(/^Dopsat/); // what was refused waits here, with everything typed
    assert.equal(await alena.page.locator('[name=hours]').inputValue(), 'podle domluvy');
    await alena.click('Připravit znění');
    await alena.sees(/verze 3/, /Zvládnout první týdny a domluvit péči o syna/);
    await alena.show('informed-consent', 'full');
    await sign(alena, '16. 3. 2026');
    await alena.sees(/Základní informace zatím nezazněly všechny/);
    await alena.show('signature', 'error');
  });
  await becomesClient(town, alena, folder);
}

async function becomesClient(town, alena, folder) {
  await town.step('O3: informed of everything she signs version 3 and becomes a client', async () => {
    await alena.go(`${folder}/information`);
    await tickAll(alena);
    await alena.click('Uložit informace');
    await alena.go(`${folder}/agreement`);
    await alena.show('agreement', 'full');
    await alena.go('/drafts');
    await alena.click(/^Dopsat/); // the signature that was asked about waits as it was
    await alena.doesNotSee('Základní informace zatím nezazněly');
    await alena.click('Uzavřít smlouvu');
    await answerWarnings(alena, 'Uzavřít smlouvu');
    await alena.go(folder);
    await alena.sees('Klientka od 16. 3. 2026', /Zvládnout první týdny/);
    await alena.show('folder', 'client', FOUR_WAYS);
    await alena.go(`${folder}/consents`);
    await alena.sees(/písemný souhlas/i, /nahrazen/);
    await alena.show('consents', 'replaced', FOUR_WAYS);
  });
  await town.step('the plan is unwritten, and the next visit is planned', async () => {
    await alena.go(`${folder}/plan-decision`);
    await alena.click('Zapsat rozhodnutí');
    await alena.sees(/Opravte/);
    await alena.show('plan-decision', 'error');
    await alena.fill({ plan_form: 'unwritten_short_term', reason: 'cca do šesti návštěv' });
    await alena.click('Zapsat rozhodnutí');
    await alena.go(`${folder}/appointments/new`);
    await alena.fill({ kind: 'visit', day: '23. 3. 2026', time: '9:00', minutes: '50', who: ALENA });
    await alena.click('Naplánovat', { within: alena.page.locator('main form'), exact: true });
    await alena.sees(/23\. 3\. 2026/);
  });
}
