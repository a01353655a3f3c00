// Pictures of every screen and state, and one page that shows them all.

import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const FOLDER = fileURLToPath(new URL('../pictures', import.meta.url));

export class Pictures {
  constructor(folder = FOLDER) {
    this.folder = folder;
    this.taken = [];
  }

  /** Pictures of the last run would mislead. */
  async begin() {
    await rm(this.folder, { recursive: true, force: true });
    await mkdir(this.folder, { recursive: true });
  }

  /** `name` is the screen, `state` what it shows: empty, full, error. */
  async take(page, name, state, variant) {
    const file = `${name}-${state}-${variant}.png`.replaceAll(/[^\w.-]+/g, '-');
    await page.screenshot({ path: join(this.folder, file), fullPage: true, animations: 'disabled' });
    this.taken.push({ name, state, variant, file });
  }

  async index() {
    const screens = Map.groupBy ? Map.groupBy(this.taken, key) : grouped(this.taken);
    const parts = [...screens].sort(([a], [b]) => a.localeCompare(b, 'cs')).map(section);
    await writeFile(join(this.folder, 'index.html'), page(parts.join('\n')));
    return (await readdir(this.folder)).length;
  }
}

const key = ({ name, state }) => `${name}: ${state}`;

/** For a Node without Map.groupBy. */
function grouped(taken) {
  const groups = new Map();
  for (const one of taken) groups.set(key(one), [...(groups.get(key(one)) ?? []), one]);
  return groups;
}

const plain = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

function section([title, pictures]) {
  const figures = pictures.map(({ file, variant }) => {
    const wide = variant.startsWith('phone') ? 160 : 420;
    const picture = `<a href="${plain(file)}"><img src="${plain(file)}" width="${wide}" loading="lazy" alt="${plain(`${title}, ${variant}`)}"></a>`;
    return `<figure>${picture}<figcaption>${plain(variant)}</figcaption></figure>`;
  });
  return `<section><h2>${plain(title)}</h2><div>${figures.join('')}</div></section>`;
}

const page = (body) => `<!doctype html>
<html lang="en"><meta charset="utf-8"><title>Klubko: every screen and state</title>
<style>body{font:16px/1.5 sans-serif;margin:2rem;background:#eee}div{display:flex;gap:1rem;flex-wrap:wrap;align-items:start}
figure{margin:0;background:#fff;padding:.5rem}img{display:block;border:1px solid #ccc}</style>
<h1>Klubko: every screen and state</h1>
${body}
</html>
`;
