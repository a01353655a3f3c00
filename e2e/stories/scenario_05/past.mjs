// Scenario 5 looked back at: the folder as of days of its year, and the axis of a period.

import assert from 'node:assert/strict';
import { FOUR_WAYS } from '../../lib/visitor.mjs';

/** A day, a page of it, what it says, what it does not say yet. */
const DAYS = [
  ['2026-02-11', '/refusals', 'pořadí 1.', 'Místo nabídnuto'],
  ['2026-03-03', '', 'Klientka od 3. 3. 2026', 'Plán k hodnocení'],
  ['2026-03-16', '/plan', 'Individuální plán, verze 1', 'Syn chodí do školy'],
  ['2026-06-15', '/plan', 'docházka do školy', 'Jak spolupráce skončila'],
  ['2026-09-01', '/closure', 'Uchovat do', 'Zahájit nové jednání'],
];

export async function past(town, folder) {
  await town.later('2027-01-04T10:00');
  const jakub = await town.worker('Bc. Jakub Terénní');
  await town.step('each of five days is read as it was, without a deed, and links stay on the day', async () => {
    for (const [day, page, says, not] of DAYS) {
      await jakub.go(`${folder}${page}?as_of=${day}`);
      await jakub.sees('Stav k', says, 'Zpět k dnešku');
      await jakub.doesNotSee(not, 'Další akce');
      await jakub.click('Zápisy', { within: jakub.page.locator('nav.sub') });
      await jakub.sees('Stav k');
      assert.match(jakub.page.url(), new RegExp(`as_of=${day}`));
    }
    await jakub.go(`${folder}/plan?as_of=2026-03-16`);
    await jakub.show('plan', 'past-day', FOUR_WAYS);
    await jakub.click('Zpět k dnešku');
    await jakub.sees('Spolupráce ukončena');
    await jakub.doesNotSee('Stav k');
  });
  await town.step('a form of a past day says that it can only be read', async () => {
    await jakub.go(`${folder}/plan/goals/new?as_of=2026-03-16`);
    await jakub.sees('Pohled k minulému dni je jen ke čtení.');
  });
  await town.step('the axis of a period: wrong days, headings, texts, the way to its paper', async () => {
    await jakub.go(`${folder}/timeline/period?from=1.+6.+2026&until=1.+5.+2026`);
    await jakub.sees('Období končí dřív, než začíná');
    await jakub.show('timeline-period', 'error');
    await jakub.go(`${folder}/timeline/period?from=2.+2.+2026&until=31.+8.+2026&texts=yes`);
    await jakub.sees('Uzavření smlouvy odmítnuto', 'Smlouva uzavřena', 'Individuální plán dohodnut, verze 2', 'Byt je v pořádku');
    await jakub.show('timeline-period', 'full', FOUR_WAYS);
    const paper = await jakub.page.getByRole('link', { name: 'Vytisknout' }).getAttribute('href');
    const heard = await jakub.page.request.get(new URL(paper, jakub.page.url()).href);
    assert.equal(heard.headers()['content-type'], 'application/pdf');
  });
}
