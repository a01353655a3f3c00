// A worker who uses no mouse: the core pages by Tab, and a record by the shortest way of keys alone.

import assert from 'node:assert/strict';
import { walkByKeyboard } from '../lib/shape.mjs';

export const name = 'By keyboard alone: the core pages, and a record in five steps';
export const clock = '2026-11-23T10:00';

/** The page below a folder (or of its own), and what must be among its stops. Search begins in its field. */
const OWN = [
  ['/', ['Můj den', 'Klienti']],
  ['/folders', ['Klienti']],
  ['/tasks', ['Moje', 'Služba', 'Hotové']],
  ['/drafts', ['Zpět na Můj den']],
  ['/search', ['Hledat']],
  ['/first-contacts/new', ['Uložit první kontakt', 'Zapsat anonymně']],
];
const FOLDER = [
  ['', ['Přehled', 'Zápisy', 'Další akce']],
  ['/timeline', ['Zobrazit']],
  ['/records/new', ['Co se dělo', 'Uložit zápis', 'Jen zaznamenat, dopíšu později']],
  ['/negotiation', ['Jednání']],
  ['/consents', ['Souhlasy']],
  ['/consents/new', ['Souhlasí', 'Zapsat rozhodnutí']],
  ['/team', ['Předat případ']],
  ['/tasks', ['Zadat úkol']],
];

export async function play(town) {
  const alena = await town.worker('Mgr. Alena Příkladná');
  await alena.go('/folders');
  const client = alena.page.locator('main a[href^="/folders/"]').first();
  const folder = new URL(await client.getAttribute('href'), town.url).pathname;
  for (const [path, stops] of OWN) await walk(town, alena, path, stops);
  for (const [path, stops] of FOLDER) await walk(town, alena, folder + path, stops);
  await ways(town, alena, folder);
  await alongLists(town, await town.worker('Mgr. Olga Rozvážná'), folder);
  await pathC(town, alena);
}

async function walk(town, person, path, stops) {
  await town.step(`${path.replace(/[0-9a-f-]{36}/, '…')}: every stop is seen, marked and uncovered`, async () => {
    await person.go(path);
    const walked = await walkByKeyboard(person.page, 80);
    for (const stop of stops) assert.ok(walked.some((one) => one.includes(stop)), `no stop „${stop}“: ${walked.join(' | ')}`);
    if (path !== '/search') assert.equal(walked[0], 'Přejít na obsah');
  });
}

async function ways(town, alena, folder) {
  await town.step('the ways on open under their button and close again by keys', async () => {
    const { page } = alena;
    await alena.go(folder);
    await page.locator('summary', { hasText: 'Další akce' }).focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    assert.match(await page.evaluate(() => document.activeElement.closest('.ways')?.innerText ?? ''), /Přidat úkol/);
    await page.locator('summary', { hasText: 'Další akce' }).focus();
    await page.keyboard.press('Enter');
    assert.equal(await page.locator('.ways').isVisible(), false);
  });
  await town.step('a key leads to the parts of a folder and back to my day', async () => {
    const { page } = alena;
    await page.keyboard.press(']');
    await page.waitForURL((url) => url.pathname.endsWith('/timeline'));
    await page.keyboard.press('g');
    await page.keyboard.press('d');
    await page.waitForURL((url) => url.pathname === '/');
  });
}

/** J and K go along a list, Enter opens; in a folder T begins a task and S a consent. */
async function alongLists(town, olga, folder) {
  const { page } = olga;
  const focused = () => page.evaluate(() => document.activeElement?.getAttribute('href'));
  await town.step('J goes to the next client of the list, K back, Enter opens', async () => {
    await olga.go('/folders');
    const links = await page.locator('main table a').evaluateAll((all) => all.map((one) => one.getAttribute('href')));
    await page.keyboard.press('j');
    assert.equal(await focused(), links[0]);
    await page.keyboard.press('j');
    assert.equal(await focused(), links[1]);
    await page.keyboard.press('k');
    assert.equal(await focused(), links[0]);
    await page.keyboard.press('Enter');
    await page.waitForURL((url) => url.pathname === links[0]);
  });
  await town.step('in a folder T begins a task and S a consent', async () => {
    for (const [key, path] of [['t', '/tasks'], ['s', '/consents/new']]) {
      await olga.go(folder);
      await page.keyboard.press(key);
      await page.waitForURL((url) => url.pathname === `${folder}${path}`);
    }
  });
}

/** Design, quick-add of a visit, path C: N, three letters, Enter, the text, Ctrl+Enter. */
async function pathC(town, alena) {
  const { page } = alena;
  const letters = await onlyOne(alena);
  await town.step('path C: N, three letters, Enter, the text, Ctrl+Enter', async () => {
    await alena.go('/');
    await page.keyboard.press('n');
    await page.waitForFunction(() => document.activeElement?.id === 'f-q');
    await page.keyboard.type(letters);
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => document.activeElement?.id === 'f-body');
    await page.keyboard.type('Zapsáno jen klávesami.');
    await page.keyboard.press('Control+Enter');
    await alena.sees('Zápis uložen.', 'Zapsáno jen klávesami.');
  });
  await town.step('inside a folder N goes straight to its record, and nothing is searched for', async () => {
    await page.keyboard.press('n');
    await page.waitForFunction(() => document.activeElement?.id === 'f-body');
  });
}

/** Three letters with which the name of only one of her clients begins. */
async function onlyOne(alena) {
  await alena.go('/folders');
  const names = await alena.page.locator('main a[href^="/folders/"]').allTextContents();
  const words = names.flatMap((text) => text.toLowerCase().split(/[^\p{L}]+/u)).filter((word) => word.length > 2);
  const starts = words.map((word) => word.slice(0, 3));
  const found = starts.find((start) => starts.filter((other) => other === start).length === 1);
  assert.ok(found, `no client is alone with three letters: ${names.join(', ')}`);
  return found;
}
