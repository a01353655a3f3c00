// Scenario 2 whole: from an urgent call to the handover of the key worker, on a phone and at a desk. Each outcome and each
// mistake stands at its place; N2 and N5, which take another turn, are played in the story without scripts.

import { folderOf } from '../lib/forms.mjs';
import { FOUR_WAYS } from '../lib/visitor.mjs';
import { assessment, signature } from './scenario_02/agreement.mjs';
import { handover } from './scenario_02/handover.mjs';
import { visits } from './scenario_02/visits.mjs';

export const name = 'Scenario 2: from an urgent call to the handover';
export const clock = '2026-03-03T15:30';
export const engines = ['sqlite', 'postgres'];

export async function play(town) {
  const bohdan = await town.worker('PhDr. Bohdan Ukázka', { screen: 'phone' });
  const folder = await firstContact(town, bohdan);
  await consultation(town, bohdan, folder);
  await assessment(town, folder);
  await signature(town, folder);
  await visits(town, folder);
  await handover(town, folder);
}

async function firstContact(town, bohdan) {
  await town.step('my day is calm before the first call', async () => {
    await bohdan.go('/');
    await bohdan.sees('Na dnešek nic naplánovaného.', 'Všechno dopsáno.', 'Tento týden nemáte žádný úkol.');
    await bohdan.show('my-day', 'empty', FOUR_WAYS);
    await bohdan.go('/folders');
    await bohdan.show('clients', 'full');
  });
  return town.step('O1: a specialist takes the first contact, with a reason', async () => {
    await bohdan.go('/first-contacts/new');
    await bohdan.show('first-contact-new', 'empty');
    await bohdan.click('Uložit první kontakt');
    await bohdan.sees(/Opravte \d/);
    await bohdan.show('first-contact-new', 'error');
    await bohdan.fill({ channel: 'phone', day: '3. 3. 2026', time: '14:20', given_name: 'Klára', family_name: 'Vzorná' });
    await bohdan.fill({ sex: 'female', phone: '602 123 456', asked: 'Odešel manžel, nemůže spát.' });
    await bohdan.click('Uložit první kontakt');
    await bohdan.sees(/sociální pracovník/);
    await bohdan.fill({ reason_r021: 'Sociální pracovnice nebyla volná.' });
    await bohdan.click('Uložit první kontakt');
    await bohdan.sees('Klára Vzorná', 'Nový kontakt');
    const folder = folderOf(bohdan.path);
    await bohdan.go(`${folder}/first-contact`);
    await bohdan.sees('Sociální pracovnice nebyla volná.');
    await bohdan.show('first-contact', 'full');
    return folder;
  });
}

async function consultation(town, bohdan, folder) {
  await town.step('N1: an identified consultation by phone needs the oral consent', async () => {
    await bohdan.go(`${folder}/consultation/new`);
    await bohdan.show('consultation-new', 'empty');
    await bohdan.fill({ form: 'phone', at_request: true, day: '3. 3. 2026', time: '14:30', until: '15:15' });
    await bohdan.fill({ summary: 'Odešel manžel, dva dny nespí.' });
    await bohdan.click('Uložit konzultaci');
    await bohdan.sees(/se zaznamenaným ústním souhlasem/);
    await bohdan.control('Uložit anonymně').waitFor();
    await bohdan.show('consultation-new', 'error');
  });
  await town.step('O1: oral consent, crisis intervention, follow-up call', async () => {
    await bohdan.fill({ oral: true, consent_time: '14:31', heard_by: { label: 'PhDr. Bohdan Ukázka' } });
    await bohdan.fill({ scope: 'jméno, telefon, situace', crisis: true, intervention: 'Zklidnění, plán na noc.' });
    await bohdan.fill({ follow_up_day: '4. 3. 2026', follow_up_time: '9:00', circle_of_persons: 'fits' });
    await bohdan.click('Uložit konzultaci');
    await bohdan.go(`${folder}/negotiation`);
    await bohdan.sees(/45 min/, /na žádost/, /ústní souhlas 14:31/, /Znovu se ozveme/);
    await bohdan.show('negotiation', 'full');
    await bohdan.go(`${folder}/consents`);
    await bohdan.sees(/ústní souhlas/i);
    await bohdan.show('consents', 'oral', FOUR_WAYS);
    await bohdan.go('/tasks');
    await bohdan.sees(/Zhodnocení/, /10\. 3\. 2026/);
    await bohdan.show('tasks', 'full');
  });
}
