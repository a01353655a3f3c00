// Scenario 5, the written agreement of 3 March.

import { tickAll } from '../../lib/forms.mjs';
import { send } from './refusal.mjs';

const TERMS = {
  agreement_form: 'written',
  extent: 'dvě návštěvy týdně',
  place: 'u klientky doma',
  hours: 'úterý a čtvrtek odpoledne',
  payment: 'bez úhrady',
  provider_duties: 'pomáhat udržet byt',
  client_duties: 'být doma v domluvený čas',
  rules_clause: 'Klientka dostala Pravidla a rozumí jim',
  termination: 'Klientka kdykoli, poskytovatel pro opakované porušování povinností',
  client_notice_days: '0',
  provider_notice_days: '15',
};

export async function agreement(town, folder) {
  await town.later('2026-03-03T10:00');
  const jakub = await town.worker('Bc. Jakub Terénní');
  const primary = () => jakub.page.locator('main form button.primary').click();
  await town.step('the commission, what the service can do, all that she is told', async () => {
    await jakub.go(`${folder}/negotiation/edit?part=expectations`);
    await jakub.fill({ can_fulfil: 'udržet byt', cannot_fulfil: 'zaplatit dluh' });
    await primary();
    await jakub.page.waitForURL((url) => !url.pathname.endsWith('/edit'));
    await jakub.go(`${folder}/commission`);
    await jakub.fill({ in_own_words: 'udržet byt', agreed_on: '3. 3. 2026' });
    await primary();
    await jakub.go(`${folder}/information`);
    await tickAll(jakub);
    await jakub.fill({ given_on: '3. 3. 2026' });
    await primary();
    await jakub.sees('udržet byt');
  });
  await town.step('N4: without a validity there is no agreement', async () => {
    await jakub.go(`${folder}/agreement/new`);
    await jakub.fill({ ...TERMS, signer_role: 'self', validity: 'until', valid_until: '' });
    await send(jakub, 'Připravit znění');
    await jakub.sees('Opravte', /platnosti/);
  });
  await town.step('O2: the written agreement, to read in plain words too', async () => {
    await jakub.fill({ validity: 'until', valid_until: '31. 8. 2026' });
    await send(jakub, 'Připravit znění');
    await jakub.sees('Vytisknout srozumitelně');
    await jakub.go(await jakub.page.locator('a[href$="/signature"]').first().getAttribute('href'));
    await jakub.fill({ signed_on: '3. 3. 2026', signer_role: 'self', signed_in: 'Dolní Vzorov' });
    await jakub.click('Uzavřít smlouvu');
    await jakub.go(`${folder}/agreement`);
    await jakub.sees('Uzavřená smlouva', 'od 3. 3. 2026 do 31. 8. 2026', 'Srozumitelně');
    await jakub.show('agreement', 'written-and-plain');
  });
}
