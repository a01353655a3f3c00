// Readiness: what a folder lacks is one click from its field and gone once it is filled; a folder that lacks nothing; the
// head's page over the service and the wording of the criteria; an inspection reads it. Pictures of every screen.

import assert from 'node:assert/strict';
import { folderOf } from '../lib/forms.mjs';

export const name = 'Readiness for the criteria of quality: a folder, a service, the wording';
export const clock = '2026-03-10T09:00';
export const engines = ['sqlite', 'postgres'];

const send = (person, button) => person.click(button, { within: person.page.locator('main form'), exact: true });

export async function play(town) {
  const alena = await town.worker('Mgr. Alena Příkladná');
  await alena.go('/folders?worker=me');
  const folder = folderOf(await alena.page.locator('main a[href^="/folders/"]').first().getAttribute('href'));
  await gaps(town, alena, folder);
  await everything(town);
  await service(town);
  await wording(town);
  await inspected(town);
}

async function gaps(town, alena, folder) {
  await town.step('the way from the folder; what is missing stands first and leads to its field', async () => {
    await alena.go(folder);
    await alena.click('Zkontrolovat', { within: alena.page.locator('main .aside') });
    await alena.sees('Připravenost složky: ', 'Rozhodnutí, jak se bude plánovat');
    await alena.show('readiness', 'gaps');
    await alena.within(1, () => alena.click('Rozhodnutí, jak se bude plánovat'));
    assert.ok(alena.page.url().endsWith('/plan-decision#f-plan_form'), alena.page.url());
    assert.ok(await alena.page.locator('#f-plan_form').isVisible());
    await alena.fill({ plan_form: 'unwritten_short_term', reason: 'Stačí pár setkání.' });
    await send(alena, 'Zapsat rozhodnutí');
    await alena.go(`${folder}/readiness`);
    await alena.sees('Poznámka, na čem jste se s klientem dohodli');
    await alena.doesNotSee('Rozhodnutí, jak se bude plánovat');
  });
  await town.step('a past day says what was known then and offers nothing to fill in', async () => {
    await alena.go(`${folder}/readiness?as_of=1.+12.+2025`);
    await alena.sees('Stav k 1. 12. 2025', 'Rozhodnutí, jak se bude plánovat');
    await alena.show('readiness', 'past-day');
  });
}

async function everything(town) {
  await town.step('a folder that lacks nothing', async () => {
    const jakub = await town.worker('Bc. Jakub Terénní');
    await jakub.go('/search?q=predstirana');
    const folder = folderOf(await jakub.page.locator('main a[href^="/folders/"]').first().getAttribute('href'));
    await jakub.go(`${folder}/readiness`);
    await jakub.sees('Nic nechybí.');
    await jakub.show('readiness', 'nothing-missing');
  });
}

async function service(town) {
  await town.step('the head sees each criterion and which folders lack what', async () => {
    const olga = await town.worker('Mgr. Olga Rozvážná');
    await olga.go('/more');
    await olga.click('Připravenost služby');
    await olga.sees('Započteno: ', 'Složky, ve kterých něco chybí');
    await olga.show('service-readiness', 'full');
    await olga.go('/readiness?criterion=5a');
    await olga.sees('Chybí: 5a');
    await olga.show('service-readiness', 'one-criterion');
    await olga.go('/readiness?of=closed');
    await olga.sees('Nic nechybí.');
    await olga.show('service-readiness', 'empty');
  });
}

async function wording(town) {
  await town.step('the head rewords a criterion from a day on', async () => {
    const olga = await town.worker('Mgr. Olga Rozvážná');
    await olga.go('/settings/criteria');
    await olga.sees('znění, které přinesl program');
    await olga.show('criteria', 'full');
    await olga.go('/settings/criteria/1a');
    await olga.fill({ text: '' });
    await send(olga, 'Uložit kritérium');
    await olga.sees('Napište, co kritérium říká');
    await olga.show('criterion', 'error');
    await olga.fill({ text: 'Okruh osob je zhodnocen', is_fundamental: false });
    await send(olga, 'Uložit kritérium');
    await olga.sees('Okruh osob je zhodnocen');
    await olga.go('/settings/criteria/1a');
    await olga.sees('Dosavadní znění');
    await olga.show('criterion', 'history');
    await olga.go('/help/readiness');
    await olga.sees('Co z toho neplyne');
    await olga.show('help-readiness', 'full');
  });
}

async function inspected(town) {
  await town.step('an inspection reads what the folder has and what it lacks', async () => {
    const karel = await town.worker('Ing. Karel Prověřující');
    await karel.go('/inspection');
    const folder = folderOf(await karel.page.locator('main a[href^="/folders/"]').first().getAttribute('href'));
    await karel.go(`${folder}/readiness`);
    await karel.sees('jen ke čtení, vše se zaznamenává', 'Připravenost složky: ');
    await karel.doesNotSee('Vytisknout');
    await karel.show('readiness', 'inspected');
  });
}
