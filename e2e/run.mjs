// Plays the stories in Debian's Chromium against the program that was built: `node e2e/run.mjs [WORD]`.
// WORD picks the stories whose file name contains it. The last line says `N passed, M failed`.
// As many are played at once as there are processors; what each of them said is shown whole when it ends.

import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { launch } from './lib/browser.mjs';
import { within } from './lib/patience.mjs';
import { Pictures } from './lib/pictures.mjs';
import { openTown, play, rounds, stories } from './lib/stage.mjs';

const FOLDER = fileURLToPath(new URL('stories', import.meta.url));

const sum = { passed: 0, failed: 0 };
const add = ({ passed, failed }) => {
  sum.passed += passed;
  sum.failed += failed;
};

/** What the stories that are being played have said so far. */
const playing = new Set();

async function playOne(round, parts) {
  const said = [];
  const say = (line) => said.push(line);
  playing.add(said);
  add(await play(round, (it) => openTown(it, { ...parts, say }), say));
  playing.delete(said);
  console.log(said.join('\n'));
}

/** Every hand takes the next story until none is left. */
async function playAll(rounds, parts) {
  const hand = async () => {
    for (let round = rounds.shift(); round; round = rounds.shift()) await playOne(round, parts);
  };
  await Promise.all(Array.from({ length: Math.min(availableParallelism(), HANDS) }, hand));
}

const HANDS = 4;
const RUN_LIMIT = 35 * 60_000;
const tooLong = setTimeout(() => {
  for (const said of playing) console.log(said.join('\n'));
  console.log(`the stories did not end within ${RUN_LIMIT / 60_000} minutes\n\n${sum.passed} passed, ${sum.failed + 1} failed`);
  process.exit(1);
}, RUN_LIMIT);
tooLong.unref();

try {
  const pictures = new Pictures();
  await pictures.begin();
  const browser = await launch();
  await playAll((await stories(FOLDER, process.argv[2])).flatMap((story) => rounds(story)), { browser, pictures });
  await within(10_000, browser.close(), null);
  console.log(`\n${await pictures.index()} files in e2e/pictures, see index.html there`);
} catch (error) {
  console.log(error.stack ?? error);
  sum.failed += 1;
}

if (sum.passed + sum.failed === 0) {
  console.log('no story was played');
  sum.failed = 1;
}
console.log(`\n${sum.passed} passed, ${sum.failed} failed`);
// What still hangs somewhere does not keep the run alive.
process.exit(sum.failed === 0 ? 0 : 1);
