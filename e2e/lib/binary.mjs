// The program that `./test` built: started, asked where it listens, stopped as an administrator would stop it.

import { spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const READY_WITHIN = 30_000;

export function binaryPath() {
  const target = resolve(ROOT, process.env.CARGO_TARGET_DIR ?? 'target');
  const path = process.env.KLUBKO_BINARY ?? join(target, 'debug', 'klubko');
  if (!existsSync(path)) throw new Error('the binary is not built: cargo build --package klubko');
  return path;
}

/** A running program and what it said when it was ready. */
export class Program {
  /** Starts it and waits for its one line of JSON. */
  static async start(words, path = binaryPath()) {
    const program = new Program(spawn(path, words, { stdio: ['ignore', 'pipe', 'pipe'] }));
    program.ready = await program.#firstLine();
    return program;
  }

  constructor(child) {
    this.child = child;
    this.log = [];
    this.ended = new Promise((done) => child.once('exit', (code, signal) => done({ code, signal })));
    const keep = (line) => {
      this.log.push(line);
      if (this.log.length > 200) this.log.shift();
    };
    createInterface({ input: child.stderr }).on('line', keep);
    this.lines = createInterface({ input: child.stdout });
    this.lines.on('line', keep);
  }

  async #firstLine() {
    const late = new Promise((_done, refuse) => {
      this.timer = setTimeout(() => refuse(new Error(`not ready within ${READY_WITHIN / 1000} s\n${this.tail()}`)), READY_WITHIN);
    });
    const json = new Promise((done) => {
      this.lines.on('line', (line) => line.startsWith('{') && done(JSON.parse(line)));
    });
    const gone = this.ended.then(({ code }) => Promise.reject(new Error(`it ended (${code}) before it was ready\n${this.tail()}`)));
    try {
      return await Promise.race([json, gone, late]);
    } catch (error) {
      this.child.kill('SIGKILL');
      throw error;
    } finally {
      clearTimeout(this.timer);
      gone.catch(() => {});
    }
  }

  /** SIGTERM, as a system's manager does it; it must end by itself and in order. */
  async stop() {
    if (this.child.exitCode === null) this.child.kill('SIGTERM');
    const late = new Promise((done) => {
      this.timer = setTimeout(() => done({ code: 'too late' }), 15_000);
    });
    const { code } = await Promise.race([this.ended, late]);
    clearTimeout(this.timer);
    if (code !== 0) {
      this.child.kill('SIGKILL');
      throw new Error(`the program did not stop cleanly (${code})\n${this.tail()}`);
    }
  }

  tail() {
    return this.log.slice(-30).join('\n');
  }
}

/** Runs a command of the program to its end. */
export function runToEnd(words, path = binaryPath()) {
  const { status, stdout, stderr } = spawnSync(path, words, { encoding: 'utf8', timeout: 120_000 });
  return { status, said: `${stdout}${stderr}` };
}
