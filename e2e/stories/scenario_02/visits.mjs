// Scenario 2, the course of the service: seven visits and a call, in the ways in which records are really written. The
// interactions promised are counted (design: quick-add of a visit, paths A, B and D).

import assert from 'node:assert/strict';
import { FOUR_WAYS } from '../../lib/visitor.mjs';

const ALENA = 'Mgr. Alena Příkladná';
const QUESTION = /Proběhla šestá návštěva/;

export async function visits(town, folder) {
  await planned(town, folder);
  await byPhone(town, folder);
  await unplanned(town, folder);
  await textLater(town, folder);
  await fifth(town, folder);
  await sixth(town, folder);
  await seventh(town, folder);
}

async function planned(town, folder) {
  await town.later('2026-03-16T12:10');
  const first = await town.worker(ALENA);
  await town.step('the first visit is recorded where the folder is', async () => {
    await first.go(`${folder}/records/new`);
    await first.show('record-new', 'empty', FOUR_WAYS);
    await first.fill({ day: '31. 12. 2026', minutes: '' });
    await first.click('Uložit zápis');
    await first.sees(/Kontakt nemůže být v budoucnosti/, /Napište, co se dělo/);
    await first.show('record-new', 'error', FOUR_WAYS);
    await first.fill({ day: '16. 3. 2026', time: '11:00', minutes: '50', body: 'Vysvětleno, co služba může.' });
    await first.click('Uložit zápis');
    await first.sees('Zápis uložen.', '1. návštěva', '1 intervence');
  });
  await town.later('2026-03-23T10:00');
  const alena = await town.worker(ALENA, { screen: 'phone' });
  await town.step('path A: a planned visit is recorded in three interactions', async () => {
    await alena.go('/');
    await alena.sees('Klára Vzorná', '9:00');
    await alena.show('my-day', 'planned', FOUR_WAYS);
    await alena.within(3, async () => {
      await alena.click(/^Zapsat/);
      await alena.type('Co se dělo', 'Sdělení klienta\nSpí lépe.\nDohoda\nDomluví se s otcem na víkendu.');
      await alena.click('Uložit zápis');
    });
    await alena.sees('Zápis uložen.', 'Spí lépe.', /po 23\. 3\. 2026 9:00/, '2. návštěva z přibližně šesti');
    await alena.go('/');
    await alena.sees('zapsáno');
  });
}

async function byPhone(town, folder) {
  await town.later('2026-03-30T15:20');
  const alena = await town.worker(ALENA, { screen: 'phone' });
  await town.step('the call of 30 March is a contact and no visit', async () => {
    await alena.go(`${folder}/records/new`);
    await alena.fill({ kind: 'phone', day: '30. 3. 2026', time: '15:00', minutes: '12', body: 'Víkend proběhl klidně.' });
    await alena.click('Uložit zápis');
    await alena.sees('1 kontakt', '2. návštěva z přibližně šesti');
    await alena.doesNotSee('3. návštěva');
    await alena.show('timeline', 'full');
  });
}

async function unplanned(town, folder) {
  await town.later('2026-04-07T10:00');
  const alena = await town.worker(ALENA, { screen: 'phone' });
  await town.step('path B: an unplanned record takes four interactions', async () => {
    await alena.go('/');
    await alena.within(4, async () => {
      await alena.click('Zápis');
      await alena.click(/Vzorná/);
      await alena.type('Co se dělo', 'Rozvrh péče o syna na první týden.');
      await alena.click('Uložit zápis');
    });
    await alena.sees('Zápis uložen.', '3. návštěva z přibližně šesti');
    assert.match(alena.path, new RegExp(`^${folder}/timeline`));
  });
}

async function textLater(town, folder) {
  await town.later('2026-04-14T10:00');
  const alena = await town.worker(ALENA, { screen: 'phone' });
  await town.step('path D: the fact alone takes three interactions and its text waits', async () => {
    await alena.go('/');
    await alena.within(3, async () => {
      await alena.click('Zápis');
      await alena.click(/Vzorná/);
      await alena.click('Jen zaznamenat, dopíšu později');
    });
    await alena.sees('4. návštěva z přibližně šesti', 'bez textu');
    await alena.go('/drafts');
    await alena.sees('Klára Vzorná');
    await alena.show('drafts', 'full');
    await alena.click(/^Dopsat/);
    await alena.type('Co se dělo', 'První týden podle rozvrhu vyšel.');
    await alena.page.locator('main form button.primary').click();
    await alena.go(`${folder}/timeline`);
    await alena.sees('První týden podle rozvrhu vyšel.');
    await alena.doesNotSee('bez textu');
    await alena.go('/drafts');
    await alena.sees('Všechno dopsáno.');
  });
}

/** A visit of this day, written at the desk. */
async function record(alena, folder, day, body) {
  await alena.go(`${folder}/records/new`);
  await alena.fill({ kind: 'visit', day, time: '9:00', minutes: '50', body });
  await alena.click('Uložit zápis');
  await alena.sees('Zápis uložen.');
}

async function fifth(town, folder) {
  await town.later('2026-04-21T11:00');
  const alena = await town.worker(ALENA);
  await town.step('O4: on 21 April the head counts the fifth visit of about six, with a hint', async () => {
    await record(alena, folder, '21. 4. 2026', 'Druhý týden podle rozvrhu.');
    await alena.go(folder);
    await alena.sees('5. návštěva z přibližně šesti', /Blíží se šestá návštěva/);
    await alena.doesNotSee('Proběhla šestá návštěva');
    await alena.show('folder', 'fifth-visit', FOUR_WAYS);
  });
}

async function sixth(town, folder) {
  await town.later('2026-04-28T11:00');
  const alena = await town.worker(ALENA);
  await town.step('O4: after 28 April comes the question and one task', async () => {
    await record(alena, folder, '28. 4. 2026', 'Třetí týden podle rozvrhu.');
    await alena.sees('6. návštěva z přibližně šesti', QUESTION);
    await alena.go('/tasks');
    await alena.sees(/Vyhotovit písemný individuální plán/);
    assert.equal(await alena.page.getByRole('link', { name: /^Vyhotovit písemný/ }).count(), 1);
    await alena.click(/^Hotovo\s*: Vyhotovit/);
    await alena.show('task-done', 'empty');
    await alena.go(folder);
    await alena.show('folder', 'plan-needed');
  });
}

async function seventh(town, folder) {
  await town.later('2026-05-05T11:00');
  const alena = await town.worker(ALENA);
  await town.step('N8: the seventh visit is saved and asks nobody twice', async () => {
    await alena.go(`${folder}/records/new`);
    await alena.sees(QUESTION);
    await record(alena, folder, '5. 5. 2026', 'Péče je domluvená, mluvili jsme o terapii.');
    await alena.sees('7. návštěva z přibližně šesti', QUESTION);
    await alena.go(`${folder}/tasks`);
    assert.equal(await alena.page.locator('strong', { hasText: 'Vyhotovit písemný individuální plán' }).count(), 1);
    await alena.show('folder-tasks', 'full');
  });
}
