// A person at a browser: what is clicked and typed is counted, what is seen can be checked and kept as a picture.

import assert from 'node:assert/strict';
import { accessible } from './axe.mjs';
import { SCREENS } from './browser.mjs';
import { isWellFormed, nothingSticksOut, targetsAreLarge } from './shape.mjs';

/** In two ways every state of a screen is shown; in all four what everybody looks at every day. */
export const TWO_WAYS = [['phone', 'light'], ['desktop', 'dark']];
export const FOUR_WAYS = [['phone', 'light'], ['phone', 'dark'], ['desktop', 'light'], ['desktop', 'dark']];

export class Visitor {
  constructor(town, page, { screen = 'desktop', look = 'light', scripts = true } = {}) {
    Object.assign(this, { town, page, screen, look, scripts });
    this.effort = 0;
    page.setDefaultTimeout(10_000);
  }

  /** Opens an address of the town. */
  async go(path) {
    return this.page.goto(this.town.url + path);
  }

  async signIn(person, service) {
    const { login, password } = this.town.account(person, service);
    await this.go('/sign-in');
    await this.page.locator('input[name=login]').fill(login);
    await this.page.locator('input[name=password]').fill(password);
    await this.page.locator('form:has(input[name=password]) button').last().click();
    await this.page.waitForURL((url) => url.pathname !== '/sign-in');
  }

  get path() {
    return new URL(this.page.url()).pathname;
  }

  /** A link or a button by its words. */
  async click(name, options = {}) {
    await this.control(name, options).click();
    this.effort += 1;
  }

  control(name, { within = this.page, exact = false } = {}) {
    return within.getByRole('link', { name, exact }).or(within.getByRole('button', { name, exact })).first();
  }

  /** A field by its label. */
  async type(label, text, { within = this.page, exact = false } = {}) {
    await within.getByLabel(label, { exact }).first().fill(text);
    this.effort += 1;
  }

  /** A radio or a checkbox by its label; its label is what a person touches. */
  async tick(label, { within = this.page, exact = false } = {}) {
    await this.#tick(within.getByLabel(label, { exact }).first());
    this.effort += 1;
  }

  async choose(label, option, { within = this.page } = {}) {
    await within.getByLabel(label).first().selectOption(option);
    this.effort += 1;
  }

  /** Several fields by their names in the form: texts are typed, `true` ticks, a radio is given by its value. */
  async fill(fields, form = this.page.locator('main')) {
    for (const [name, value] of Object.entries(fields)) {
      for (const one of [value].flat()) await this.#field(form, name, one);
      this.effort += 1;
    }
  }

  async #field(form, name, value) {
    const field = form.locator(`[name="${name}"]:not([type=hidden])`);
    const kind = await field.first().evaluate((it) => (it.tagName === 'INPUT' ? it.type : it.tagName));
    if (kind === 'SELECT') return field.first().selectOption(await optionOf(field.first(), value));
    if (kind === 'checkbox' && typeof value === 'boolean') return field.first().setChecked(value, { force: true });
    if (kind === 'radio' || kind === 'checkbox') return this.#tick(form.locator(`[name="${name}"][value="${value}"]`));
    return field.first().fill(value);
  }

  /** What is folded is opened first, as a person would. */
  async #tick(field) {
    const folded = field.locator('xpath=ancestor::details[not(@open)]');
    if (await folded.count()) {
      await folded.last().locator('> summary').click();
      this.effort += 1;
    }
    return field.check({ force: true });
  }

  /** Fails when the work takes more interactions (clicks and typed fields) than promised. */
  async within(most, work) {
    const before = this.effort;
    await work();
    const took = this.effort - before;
    assert.ok(took <= most, `${took} interactions, at most ${most} were promised`);
  }

  /** What is on the page: a sentence (upper and lower case alike) or a pattern, with ordinary spaces. */
  async sees(...texts) {
    for (const text of texts) {
      const until = Date.now() + 10_000;
      while (!isIn(text, await this.#body())) {
        if (Date.now() > until) throw new Error(`„${text}“ is not on ${this.path}:\n${(await this.#body()).slice(0, 3000)}`);
        await this.page.waitForTimeout(50);
      }
    }
  }

  /** A page that is just being left has no text. */
  async #body() {
    return plain(await this.page.locator('body').innerText().catch(() => ''));
  }

  async doesNotSee(...texts) {
    const seen = await this.#body();
    for (const text of texts) assert.ok(!seen.includes(plain(text)), `„${text}“ is on ${this.path}`);
  }

  /** The page as read, with ordinary spaces. */
  async reads(selector = 'main') {
    return plain(await this.page.locator(selector).first().innerText());
  }

  /**
   * A screen in one of its states, in two or in all four ways: a picture of each, no violation of axe, nothing sticking
   * out, targets large enough. The page is not loaded again: every look is testified in the journal.
   */
  async show(name, state, ways = TWO_WAYS) {
    await isWellFormed(this.page);
    // The same pages from the other engine are read by the story, and not judged again.
    if (this.town.isSecondRound) return;
    for (const [screen, look] of ways) await this.#showOneWay(name, state, screen, look);
    await this.page.setViewportSize(SCREENS[this.screen]);
    await this.page.emulateMedia({ colorScheme: this.look });
  }

  async #showOneWay(name, state, screen, look) {
    const size = SCREENS[screen];
    await this.page.setViewportSize(size);
    await this.page.emulateMedia({ colorScheme: look });
    await this.town.pictures.take(this.page, name, state, `${screen}-${look}${this.scripts ? '' : '-no-script'}`);
    // Judged at its full height: what a bar covers depends only on where one has scrolled to.
    const height = await this.page.evaluate(() => document.documentElement.scrollHeight);
    await this.page.setViewportSize({ width: size.width, height: Math.max(height, size.height) });
    await accessible(this.page, this);
    await this.page.setViewportSize(size);
    await nothingSticksOut(this.page);
    await targetsAreLarge(this.page, screen === 'phone' ? 44 : 24);
  }
}

const plain = (text) => text.replaceAll(/\s+/g, ' ');

const isIn = (text, page) => (text instanceof RegExp ? text.test(page) : page.toLowerCase().includes(plain(text).toLowerCase()));

/** An option by its value, or by the beginning of its words: { label: 'Mgr. Alena Příkladná' }. */
async function optionOf(field, value) {
  if (!value.label) return value;
  const words = await field.locator('option').allTextContents();
  const found = words.map((text) => text.trim()).find((text) => plain(text).startsWith(value.label));
  assert.ok(found, `no option ${value.label}: ${words.join(' | ')}`);
  return { label: found };
}
