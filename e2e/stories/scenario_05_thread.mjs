// Scenario 5 whole: Renata Cvičná asks SAS Podhůří on Monday 2 February 2026, is refused for want of places, waits, agrees
// in writing, plans, begins anew and ends on 31 August. Each outcome and each mistake stands at its place; at the end the
// folder is read as it was on days of that year, and its axis is printed.

import { folderOf } from '../lib/forms.mjs';
import { agreement } from './scenario_05/agreement.mjs';
import { plan } from './scenario_05/plan.mjs';
import { refusal } from './scenario_05/refusal.mjs';
import { past } from './scenario_05/past.mjs';

export const name = 'Scenario 5: one thread from a refusal to the end';
export const clock = '2026-02-02T10:50';
export const engines = ['sqlite', 'postgres'];

export async function play(town) {
  await ofTheService(town);
  const folder = await firstContact(town);
  await assessed(town, folder);
  await refusal(town, folder);
  await agreement(town, folder);
  await plan(town, folder);
  await past(town, folder);
}

async function ofTheService(town) {
  const sarka = await town.worker('Mgr. Šárka Podhorská');
  await town.step('the head says that agreements are concluded in writing', async () => {
    await sarka.go('/settings');
    await sarka.fill({ agreement_forms: 'oral_allowed', valid_from: '2. 2. 2026' });
    await sarka.click('Uložit pravidla');
    await sarka.sees('Co se kdy změnilo');
  });
}

async function firstContact(town) {
  const jakub = await town.worker('Bc. Jakub Terénní', { screen: 'phone' });
  return town.step('she comes, and he talks with her at once', async () => {
    await jakub.go('/first-contacts/new');
    await jakub.fill({ channel: 'in_person', day: '2. 2. 2026', time: '10:00', given_name: 'Renata', family_name: 'Cvičná' });
    await jakub.fill({ sex: 'female', asked: 'Dluží nájem, do 30. dubna jí hrozí vystěhování.' });
    await jakub.click('Uložit první kontakt');
    await jakub.sees('Renata Cvičná');
    const folder = folderOf(jakub.path);
    await jakub.go(`${folder}/consultation/new`);
    await jakub.fill({ form: 'ambulatory', day: '2. 2. 2026', time: '10:10', until: '10:40', circle_of_persons: 'fits' });
    await jakub.fill({ summary: 'Tři nájmy nezaplacené, pronajímatel dal výpověď z bytu.' });
    await jakub.click('Uložit konzultaci');
    await jakub.sees('Úvodní konzultace je zapsána.');
    return folder;
  });
}

async function assessed(town, folder) {
  await town.later('2026-02-09T10:00');
  const jakub = await town.worker('Bc. Jakub Terénní');
  const [first, second] = [{ label: 'Bc. Jakub Terénní' }, { label: 'Mgr. Šárka Podhorská' }];
  await town.step('two of them assess, he is the key worker', async () => {
    await jakub.go(`${folder}/assessment/new`);
    await jakub.fill({ held_on: '9. 2. 2026', development: 'S pomocí byt udrží.', participant_1: first });
    await jakub.fill({ participant_2: second, key_worker: first });
    await jakub.click('Uzavřít zhodnocení');
    await jakub.page.waitForURL((url) => url.pathname.endsWith('/assessment'));
    await jakub.sees('Určený klíčový pracovník');
  });
}
