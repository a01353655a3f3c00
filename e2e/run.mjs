// Plays the stories in Debian's Chromium against the program that was built: `node e2e/run.mjs [WORD]`.
// WORD picks the stories whose file name contains it. The last line says `N passed, M failed`.

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

const RUN_LIMIT = 25 * 60_000;
const tooLong = setTimeout(() => {
  console.log(`the stories did not end within ${RUN_LIMIT / 60_000} minutes\n\n${sum.passed} passed, ${sum.failed + 1} failed`);
  process.exit(1);
}, RUN_LIMIT);
tooLong.unref();

try {
  const pictures = new Pictures();
  await pictures.begin();
  const browser = await launch();
  for (const story of await stories(FOLDER, process.argv[2])) {
    for (const round of rounds(story)) add(await play(round, (it) => openTown(it, { browser, pictures })));
  }
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
