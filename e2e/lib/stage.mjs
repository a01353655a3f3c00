// Finds the stories, plays each in a town of its own and counts what it showed.

import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Town } from './town.mjs';

/** The stories of a folder whose file name contains the wanted word. */
export async function stories(folder, wanted = '') {
  const files = (await readdir(folder)).filter((file) => file.endsWith('.mjs') && file.includes(wanted)).sort();
  return Promise.all(files.map(async (file) => ({ file, ...(await import(pathToFileURL(join(folder, file)))) })));
}

/**
 * The rounds of a story: on SQLite, and, where the story says `engines = ['sqlite', 'postgres']` and a server is named,
 * on PostgreSQL in a schema of its own.
 */
export function rounds(story, server = process.env.KLUBKO_TEST_POSTGRES) {
  const { engines = ['sqlite'], file = 'story', name } = story;
  const schema = `e2e_${file.replace(/\.mjs$/, '').replaceAll(/\W/g, '_')}`;
  const round = (engine) => {
    if (engine === 'sqlite') return { ...story, database: null };
    if (!server) throw new Error(`${file} needs KLUBKO_TEST_POSTGRES: cargo xtask pg -- node e2e/run.mjs`);
    return { ...story, name: `${name}, on PostgreSQL`, database: `${server}/${schema}` };
  };
  const wanted = server || process.env.KLUBKO_REQUIRE_TOOLS ? engines : engines.filter((engine) => engine === 'sqlite');
  return wanted.map(round);
}

/** Plays one story in a town of its own; `open` makes the town. */
export async function play(story, open, say = console.log) {
  say(`\n${story.name}`);
  const began = process.hrtime.bigint();
  let town;
  try {
    town = await open(story);
    await story.play(town);
  } catch (error) {
    if (!error.told) fail(town, error, say);
  }
  const steps = await ended(town, say);
  say(`  ${Number((process.hrtime.bigint() - began) / 1_000_000n) / 1000} s`);
  return steps;
}

/** The town must close in order, whatever the story showed. */
async function ended(town, say) {
  if (!town) return { passed: 0, failed: 1 };
  try {
    await town.close();
  } catch (error) {
    fail(town, error, say);
  }
  // A story that shows nothing is no story.
  if (town.steps.passed + town.steps.failed === 0) town.steps.failed += 1;
  return town.steps;
}

function fail(town, error, say) {
  say(`  FAILED  ${error.stack ?? error}`);
  if (town) town.steps.failed += 1;
}

export async function openTown(story, parts) {
  return Town.open({ clock: story.clock, database: story.database, ...parts });
}
