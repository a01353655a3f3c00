// A photo of the signed paper goes to its consent in two interactions; documents of a folder are kept and struck out.

import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export const name = 'Documents: a photo of a signed paper, a scan, and what may not come in';
export const clock = '2026-03-10T09:00';
export const engines = ['sqlite', 'postgres'];

const SCAN = { name: 'vymer.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7\nvymer') };
const PAGE = { name: 'papir.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('<!doctype html><script>alert(1)</script>') };

/** A file of 25 MB on the disk, removed when the work is done. */
async function withFilm(work) {
  const folder = await mkdtemp(join(tmpdir(), 'klubko-film-'));
  await writeFile(join(folder, 'film.pdf'), Buffer.concat([Buffer.from('%PDF-1.7'), Buffer.alloc(25_000_000)]));
  await work(join(folder, 'film.pdf')).finally(() => rm(folder, { recursive: true }));
}

/** A photo, drawn by the browser itself. */
async function photo(person) {
  const bytes = await person.page.evaluate(async () => {
    const canvas = document.createElement('canvas');
    Object.assign(canvas, { width: 900, height: 1200 });
    const pen = canvas.getContext('2d');
    pen.fillStyle = '#f4f1ea';
    pen.fillRect(0, 0, 900, 1200);
    pen.fillStyle = '#223';
    pen.font = '48px serif';
    pen.fillText('Souhlasím, podpis', 80, 200);
    const blob = await new Promise((done) => canvas.toBlob(done, 'image/jpeg', 0.9));
    return [...new Uint8Array(await blob.arrayBuffer())];
  });
  return { name: 'IMG_2041.JPG', mimeType: 'image/jpeg', buffer: Buffer.from(bytes) };
}

/** Chooses a file; one interaction. */
async function choose(person, file, within = person.page.locator('main')) {
  await within.locator('input[type=file]').first().setInputFiles(file);
  person.effort += 1;
}

async function downloads(person, link) {
  const [download] = await Promise.all([person.page.waitForEvent('download'), person.click(link)]);
  return download;
}

export async function play(town) {
  const alena = await town.worker('Mgr. Alena Příkladná', { screen: 'phone' });
  await alena.go('/folders');
  const folder = await alena.page.locator('main a[href^="/folders/"]').first().getAttribute('href');

  await town.step('the photo of the signed paper goes to its consent in two interactions', async () => {
    const paper = await photo(alena);
    await alena.go(`${folder}/consents`);
    await alena.show('consents', 'with-papers');
    await alena.within(2, async () => {
      await choose(alena, paper);
      await alena.click('Přidat fotku podepsaného papíru');
    });
    await alena.sees('Dokument je uložený.', 'IMG_2041.jpg');
    const download = await downloads(alena, 'IMG_2041.jpg');
    assert.match(download.suggestedFilename(), /^dokument-2026-03-10\.jpg$/);
  });

  await town.step('a web page called a photo and a film are refused, and what was typed stays', async () => {
    await alena.go(`${folder}/attachments/new`);
    await alena.show('document-new', 'empty');
    await alena.fill({ title: 'Výměr z úřadu', note: 'Přišel poštou.' });
    await choose(alena, PAGE);
    await alena.click('Uložit dokument');
    await alena.sees('Webové stránky a kresby SVG nepřijímáme.');
    await alena.show('document-new', 'error');
    await withFilm(async (film) => {
      await choose(alena, film);
      await alena.click('Uložit dokument');
      await alena.sees(/vejde se/);
    });
    await alena.sees(/Soubor má 25,1\sMB, vejde se 20\sMB/);
    assert.equal(await alena.page.locator('input[name=title]').inputValue(), 'Výměr z úřadu');
    await choose(alena, SCAN);
    await alena.click('Uložit dokument');
    await alena.sees('Výměr z úřadu', 'Přišel poštou.');
    await alena.show('documents', 'full');
  });

  await town.step('a document is struck out with a reason and can still be read (without JavaScript)', async () => {
    const plain = await town.worker('Mgr. Alena Příkladná', { scripts: false });
    await plain.go(`${folder}/attachments/new`);
    await plain.fill({ title: 'Rozmazaná fotka' });
    await choose(plain, SCAN);
    await plain.click('Uložit dokument');
    await plain.click('Přeškrtnout Rozmazaná fotka');
    await plain.show('document-strike-out', 'empty');
    await plain.fill({ reason: 'Nejde přečíst.' });
    await plain.click('Přeškrtnout dokument');
    await plain.sees('Nejde přečíst.');
    await plain.show('documents', 'struck-out');
    const download = await downloads(plain, 'Rozmazaná fotka');
    assert.equal(download.suggestedFilename(), 'dokument-2026-03-10.pdf');
  });

  await town.later('2026-03-11T09:00');

  await town.step('after a restart everything is still there', async () => {
    const again = await town.worker('Mgr. Alena Příkladná');
    await again.go(`${folder}/attachments`);
    await again.sees('IMG_2041.jpg', 'Výměr z úřadu', 'Rozmazaná fotka');
  });
}
