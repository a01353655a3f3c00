// The demo town of one story: its own data, its own moment, its visitors, its steps.

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { context } from './browser.mjs';
import { Program, runToEnd } from './binary.mjs';
import { Visitor } from './visitor.mjs';
import { within } from './patience.mjs';
import { Watch } from './watch.mjs';

export const CLOCK = '2026-11-23T08:00';

/** No step of a story takes nearly as long; whatever does hangs. */
const STEP_LIMIT = 180_000;
const CLOSE_LIMIT = 10_000;

export class Town {
  /** `store` is how the program is told where its data lie; every story has its own. */
  static async open({ browser, pictures, clock = CLOCK, database = null, say = console.log }) {
    const data = await mkdtemp(join(tmpdir(), 'klubko-e2e-'));
    const store = database ? ['--database', database] : ['--data', data];
    const town = new Town({ browser, pictures, data, store, say, isSecondRound: database !== null });
    await town.#start(clock, '127.0.0.1:0');
    return town;
  }

  constructor(parts) {
    Object.assign(this, parts);
    this.visitors = [];
    this.steps = { passed: 0, failed: 0 };
  }

  async #start(clock, listen) {
    this.clock = clock;
    this.program = await Program.start(['demo', '--json', '--listen', listen, '--clock', clock, ...this.store]);
    this.url = this.program.ready.url.replace(/\/$/, '');
    this.signIns = this.program.ready.sign_ins;
    this.watch ??= new Watch(new URL(this.url).origin);
  }

  /** Moves in time: the program is stopped, its data checked, and started again at a later moment on the same address. */
  async later(clock) {
    await this.program.stop();
    this.verify();
    await this.#start(clock, new URL(this.url).host);
  }

  /** `klubko verify` walks the schema and the chain of the journal. */
  verify() {
    const { status, said } = runToEnd(['verify', ...this.store]);
    if (status !== 0) throw new Error(`verify: ${said}`);
  }

  /** Somebody who is not signed in. */
  async stranger(how = {}) {
    const own = await context(this.browser, how);
    await this.watch.over(own);
    const visitor = new Visitor(this, await own.newPage(), how);
    this.visitors.push(visitor);
    return visitor;
  }

  /** A worker of the town by a part of the name, signed in; with `service` when he works for more of them. */
  async worker(person, how = {}) {
    const visitor = await this.stranger(how);
    await visitor.signIn(person, how.service);
    return visitor;
  }

  account(person, service = '') {
    const found = this.signIns.find((it) => it.person.includes(person) && (it.service ?? '').includes(service));
    if (!found) throw new Error(`nobody in the town is called „${person}“ ${service}: ${this.signIns.map((it) => it.person).join(', ')}`);
    return found;
  }

  /** One thing that the story shows; it counts as one test. A step that fails ends the story. */
  async step(title, work) {
    try {
      const result = await within(STEP_LIMIT, work());
      await within(CLOSE_LIMIT, this.watch.nothingHappened());
      this.steps.passed += 1;
      this.say(`  ok      ${title}`);
      return result;
    } catch (error) {
      this.steps.failed += 1;
      this.say(`  FAILED  ${title}\n${error.stack ?? error}`);
      await this.#lastLook(title);
      error.told = true;
      throw error;
    }
  }

  /** What everybody saw when it went wrong. */
  async #lastLook(title) {
    for (const [at, visitor] of this.visitors.entries()) {
      const state = `${title.slice(0, 40)} ${at}`;
      await within(CLOSE_LIMIT, this.pictures.take(visitor.page, 'failed', state, 'last-look'), null).catch(() => {});
      this.say(`          ${visitor.page.url()}`);
    }
    this.say(this.program.tail().replaceAll(/^/gm, '          | '));
  }

  async close() {
    for (const visitor of this.visitors) await within(CLOSE_LIMIT, visitor.page.context().close(), null).catch(() => {});
    try {
      await this.program.stop();
      this.verify();
    } finally {
      await rm(this.data, { recursive: true, force: true });
    }
  }
}
