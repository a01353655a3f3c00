// The library is tried on the stand-in program: what is good passes, each thing that is wrong is found.

import assert from 'node:assert/strict';
import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { accessible } from './axe.mjs';
import { launch } from './browser.mjs';
import { within } from './patience.mjs';
import { Pictures } from './pictures.mjs';
import { isWellFormed, nothingSticksOut, targetsAreLarge, walkByKeyboard } from './shape.mjs';
import { openTown, play, rounds } from './stage.mjs';
import { Town } from './town.mjs';

process.env.KLUBKO_BINARY = fileURLToPath(new URL('sample/program.mjs', import.meta.url));
const quiet = () => {};
let browser;
let pictures;

before(async () => {
  browser = await launch();
  pictures = new Pictures(await mkdtemp(join(tmpdir(), 'klubko-pictures-')));
});

after(async () => {
  await browser.close();
  await rm(pictures.folder, { recursive: true, force: true });
});

async function inTown(work, how = {}) {
  const town = await Town.open({ browser, pictures, say: quiet });
  try {
    return await work(town, await town.stranger(how));
  } finally {
    await town.close();
  }
}

const happened = async (town) => town.watch.nothingHappened().then(() => '', (error) => error.message);

for (const scripts of [true, false]) {
  test(`a worker signs in and writes, with scripts: ${scripts}`, async () => {
    await inTown(async (town) => {
      const ana = await town.worker('Zkušební', { screen: 'phone', scripts });
      assert.equal(ana.path, '/');
      await ana.within(4, async () => {
        await ana.click('Zápis');
        await ana.fill({ note: 'text', agreed: true, topic: 'b' });
      });
      await ana.show('form', 'empty');
      await ana.click('Uložit');
      await ana.sees('Doplňte text.');
      await ana.doesNotSee('úvod');
      await town.watch.nothingHappened();
    });
  });
}

test('more interactions than promised are refused', async () => {
  await inTown(async (_town, visitor) => {
    await visitor.go('/form');
    const work = visitor.within(1, async () => {
      await visitor.type('Poznámka', 'a');
      await visitor.tick('Souhlas');
    });
    await assert.rejects(work, /2 interactions, at most 1/);
  });
});

test('each thing that must not happen is found', async () => {
  const found = [
    ['/inline', /content policy: style-src/],
    ['/foreign', /left the house: http:\/\/127\.0\.0\.2:9/],
    ['/broken', /500 at GET \/broken/],
    ['/kept', /may be kept in a cache/],
  ];
  await inTown(async (town, visitor) => {
    for (const [path, fault] of found) {
      await visitor.go(path);
      assert.match(await happened(town), fault);
    }
    await visitor.go('/absent');
    assert.equal(await happened(town), '', 'a page that is not there is no fault');
  });
});

test('a page out of shape is found', async () => {
  await inTown(async (_town, { page }) => {
    const at = (path) => page.goto(new URL(path, page.url()).href);
    await page.goto(_town.url);
    await at('/wide');
    await assert.rejects(nothingSticksOut(page), /sticks out sideways: 2\d\d\d px/);
    await at('/small');
    await assert.rejects(targetsAreLarge(page, 24), /targets under 24 px: button „x“/);
    await at('/pale');
    await assert.rejects(accessible(page), /color-contrast[\s\S]*image-alt/);
    await at('/two');
    await assert.rejects(isWellFormed(page), /2 main headings/);
    await at('/form');
    await Promise.all([nothingSticksOut(page), targetsAreLarge(page, 44), isWellFormed(page)]);
    assert.deepEqual(await walkByKeyboard(page), ['Poznámka', 'Souhlas', 'Téma', 'Uložit', 'úvod']);
  });
});

test('the town moves in time with its data and its address', async () => {
  await inTown(async (town, visitor) => {
    await visitor.go('/');
    await visitor.sees('2026-11-23T08:00');
    const address = town.url;
    await town.later('2026-11-24T09:30');
    assert.equal(town.url, address);
    await visitor.go('/');
    await visitor.sees('2026-11-24T09:30');
    assert.equal(await readFile(join(town.data, 'starts'), 'utf8'), '2026-11-23T08:00\n2026-11-24T09:30\n');
  });
});

test('a story is counted by its steps; one that fails ends there and leaves a picture', async () => {
  const seen = [];
  const story = {
    name: 'a story',
    async play(town) {
      await town.stranger();
      await town.step('one', async () => seen.push(1));
      await town.step('two', async () => assert.fail('no'));
      await town.step('three', async () => seen.push(3));
    },
  };
  const open = (it) => openTown(it, { browser, pictures, say: quiet });
  assert.deepEqual(await play(story, open, quiet), { passed: 1, failed: 1 });
  assert.deepEqual(seen, [1]);
  await pictures.index();
  assert.ok((await readdir(pictures.folder)).some((file) => file.startsWith('failed-two')));
});

test('what never ends is a failure, or is left alone, in its time', async () => {
  const never = new Promise(() => {});
  await assert.rejects(within(5, never), /not done within/);
  assert.equal(await within(5, never, 'instead'), 'instead');
  assert.equal(await within(5_000, Promise.resolve('done')), 'done');
});

test('a town that does not stop in order, or whose journal is broken, is a failure', async () => {
  for (const flaw of ['stubborn', 'broken']) {
    const story = {
      name: flaw,
      play: (town) => town.step('all is well', () => writeFile(join(town.data, flaw), '')),
    };
    const open = (it) => openTown(it, { browser, pictures, say: quiet });
    assert.deepEqual(await play(story, open, quiet), { passed: 1, failed: 1 });
  }
});

test('a story without steps and a story without a town are failures', async () => {
  const open = (it) => openTown(it, { browser, pictures, say: quiet });
  assert.deepEqual(await play({ name: 'empty', play: async () => {} }, open, quiet), { passed: 0, failed: 1 });
  const closed = () => Promise.reject(new Error('no town'));
  assert.deepEqual(await play({ name: 'closed', play: async () => {} }, closed, quiet), { passed: 0, failed: 1 });
});

test('a story is played on each engine it names, on PostgreSQL in a schema of its own', () => {
  const story = { name: 'Dana', file: 'scenario_01-call.mjs', engines: ['sqlite', 'postgres'] };
  const at = (server) => rounds(story, server).map((round) => round.database);
  assert.deepEqual(at('postgres://klubko@127.0.0.1:1/klubko'), [null, 'postgres://klubko@127.0.0.1:1/klubko/e2e_scenario_01_call']);
  delete process.env.KLUBKO_REQUIRE_TOOLS;
  assert.deepEqual(at(''), [null]);
  process.env.KLUBKO_REQUIRE_TOOLS = '1';
  assert.throws(() => at(''), /needs KLUBKO_TEST_POSTGRES/);
});
