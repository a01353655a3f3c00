// Refusal by law, its notice, the register, the waiting list, somebody who asks again, a written agreement with its
// amendment and one that ends soon: each screen in its states, on both screens, axe without a violation.

import { folderOf } from '../lib/forms.mjs';

export const name = 'Refusal, waiting list and written agreements';
export const clock = '2026-03-10T09:00';

async function shown(town, person, path, screen, state, text) {
  await town.step(`${screen}, ${state}: well made`, async () => {
    await person.go(path);
    await person.sees(text);
    await person.show(screen, state);
  });
}

export async function play(town) {
  await ofPodhuri(town);
  const eva = await town.worker('Mgr. Eva Poradná');
  await shown(town, eva, '/waiting-list', 'waiting-list', 'full', 'ztráta bydlení');
  await ofSomebodyWhoWaits(town, eva);
  await refusing(town, eva);
}

/** The head of SAS Podhůří has a register, a written agreement with its amendment, and one that ends soon. */
async function ofPodhuri(town) {
  const sarka = await town.worker('Mgr. Šárka Podhorská');
  await shown(town, sarka, '/refused-applicants?year=2025', 'refused-applicants', 'full', 'Zdánlivá');
  await shown(town, sarka, '/waiting-list', 'waiting-list', 'capacity', 'Kapacita');
  await town.step('a written agreement with its amendment', async () => {
    await sarka.go('/folders');
    await sarka.click(/Smluvená/);
    const folder = folderOf(sarka.path);
    await sarka.go(`${folder}/agreement`);
    await sarka.sees('Dodatek č. 1', 'Forma');
    await sarka.show('agreement', 'amended');
  });
  await town.step('an agreement that ends soon is said on the folder', async () => {
    await sarka.go('/folders');
    await sarka.click(/Dočasný/);
    await sarka.sees(/Smlouva končí za/);
    await sarka.show('folder', 'ends-soon');
  });
}

async function ofSomebodyWhoWaits(town, eva) {
  await town.step('a refusal, its notice, the place in the waiting list', async () => {
    await eva.click(/Přibližný/);
    await eva.sees('pořadí 1.');
    await eva.show('refusals', 'full');
    const folder = folderOf(eva.path);
    await eva.click('Vydat oznámení o odmítnutí');
    await eva.fill({ asked_on: '9. 3. 2026' });
    await eva.show('refusal-notice', 'empty');
    await eva.click('Vydat oznámení', { within: eva.page.locator('main form'), exact: true });
    await eva.sees('Vytisknout oznámení');
    for (const step of ['offer', 'removal']) {
      await eva.go(`${folder}/waiting-list/${step}`);
      await eva.show(`waiting-${step}`, 'empty');
    }
    await eva.go(`${folder}/reopening`);
    await eva.click('Zapsat novou žádost', { within: eva.page.locator('main form'), exact: true });
    await eva.sees('Opravte');
    await eva.show('reopening', 'error');
  });
}

async function refusing(town, eva) {
  await town.step('refusing: what is wrong stands first', async () => {
    await eva.go('/first-contacts');
    await eva.click(/Nanečistá/);
    const folder = folderOf(eva.path);
    await eva.go(`${folder}/refusal`);
    await eva.show('refusal', 'empty');
    await eva.click('Odmítnout uzavření smlouvy', { within: eva.page.locator('main form'), exact: true });
    await eva.sees('jen z důvodů uvedených');
    await eva.show('refusal', 'error');
  });
}
