// Signing on the screen: the telephone goes into the client's hands with one text and comes back by the worker's password.
// Drawn with a mouse and with a finger, decided by keys alone, without scripts on paper; the back button and typed
// addresses stay inside, and after signing out nothing of a folder is behind the back button.

import assert from 'node:assert/strict';
import { agreeOnCommission, folderOf, negotiate, prepareAgreement } from '../lib/forms.mjs';
import { FOUR_WAYS } from '../lib/visitor.mjs';

export const name = 'Kiosk: the telephone in the client’s hands';
export const clock = '2026-03-16T09:00';
export const engines = ['sqlite', 'postgres'];

const ALENA = 'Mgr. Alena Příkladná';
const KLARA = 'Klára Vzorná';
/** Three who have nothing in common, so that nobody is asked whether they are one. */
const CALLERS = {
  Vzorná: { given_name: 'Klára', phone: '777 123 456' },
  Odmítavá: { given_name: 'Hedvika', phone: '602 555 111' },
  Naslouchající: { given_name: 'Kateřina', phone: '605 111 222' },
  Neslyšící: { given_name: 'Zdislava', phone: '774 333 999' },
  Papírová: { given_name: 'Jolana', phone: '733 987 210' },
};

/** Somebody new calls, everything is negotiated, a text is prepared. Gives the address of the text. */
async function prepared(alena, family) {
  await alena.go('/first-contacts/new');
  await alena.fill({ channel: 'phone', day: '16. 3. 2026', time: '8:30', family_name: family, ...CALLERS[family], asked: 'Odešel manžel.' });
  await alena.click('Uložit první kontakt');
  const folder = folderOf(alena.path);
  await negotiate(alena, folder);
  await agreeOnCommission(alena, folder, '16. 3. 2026');
  await prepareAgreement(alena, folder);
  return alena.path;
}

async function lend(alena, document) {
  await alena.go(document);
  await alena.click('Podepsat na obrazovce');
  await alena.fill({ signer_role: 'self', signed_in: 'Horní Vzorov' });
  await alena.click('Předat telefon klientovi');
  for (const reason of await alena.page.locator('textarea[name^=reason_]').all()) await reason.fill('doplní se');
  if (await alena.page.locator('textarea[name^=reason_]').count()) await alena.click('Předat telefon klientovi');
  await alena.sees('Souhlasíte s tímto textem?');
}

const frame = (person) => person.page.locator('[data-pad] svg');

/** A signature with the mouse, in three strokes. */
async function drawByMouse(person) {
  await frame(person).scrollIntoViewIfNeeded();
  const box = await frame(person).boundingBox();
  const at = (x, y) => [box.x + box.width * x, box.y + box.height * y];
  const { mouse } = person.page;
  for (const line of [[[0.1, 0.7], [0.18, 0.2], [0.24, 0.8]], [[0.24, 0.5], [0.34, 0.4], [0.4, 0.75], [0.5, 0.45]], [[0.55, 0.6], [0.7, 0.35], [0.85, 0.6]]]) {
    await mouse.move(...at(...line[0]));
    await mouse.down();
    for (const point of line.slice(1)) await mouse.move(...at(...point), { steps: 8 });
    await mouse.up();
  }
}

/** The same with a finger, as a touch screen tells it. */
async function drawByFinger(person) {
  await frame(person).scrollIntoViewIfNeeded();
  const box = await frame(person).boundingBox();
  const session = await person.page.context().newCDPSession(person.page);
  const send = (type, points) => session.send('Input.dispatchTouchEvent', { type, touchPoints: points });
  const at = (x, y) => [{ x: box.x + box.width * x, y: box.y + box.height * y }];
  await send('touchStart', at(0.15, 0.6));
  for (let step = 0; step <= 20; step += 1) await send('touchMove', at(0.15 + step * 0.03, 0.5 + 0.3 * Math.sin(step)));
  await send('touchEnd', []);
}

const stroke = (person) => person.page.locator('input[name=stroke]').inputValue();

async function unlock(person) {
  await person.click('Odemknout (pracovník)');
  await person.page.locator('input[name=password]').fill(person.town.account(ALENA).password);
  await person.click('Odemknout', { exact: true });
}

async function staysInside(town, alena) {
  const lent = alena.path;
  await town.step('the back button, a typed address, a key and another tab stay inside', async () => {
    const { page } = alena;
    for (let step = 0; step < 4; step += 1) {
      await page.goBack().catch(() => null);
      // A form that was sent is not sent again by the browser: it asks on a page of its own, which is nobody's.
      if (page.url().startsWith('http')) assert.equal(alena.path, lent);
      await alena.doesNotSee('Můj den', 'Zápisy');
    }
    await alena.go(lent);
    await alena.sees('Souhlasíte s tímto textem?');
    for (const address of ['/', '/folders', '/search?q=min', '/help', '/sign-in', lent.replace('/on-screen', '')]) {
      await alena.go(address);
      assert.equal(alena.path, lent, address);
    }
    for (const key of ['g', 'd', 'n', '/', '?', 'Control+k']) await page.keyboard.press(key);
    assert.equal(alena.path, lent);
    assert.equal(await page.locator('dialog').count(), 0);
    const tab = await page.context().newPage();
    await tab.goto(`${town.url}/folders`);
    assert.equal(new URL(tab.url()).pathname, lent);
    const saved = await tab.evaluate(() => fetch('/drafts', { method: 'POST', body: new URLSearchParams({ draft: crypto.randomUUID(), body: 'x' }) }).then((it) => it.status));
    assert.equal(saved, 403);
    await tab.close();
    assert.equal(await page.locator('nav, input[type=search], .foot').count(), 0);
    await alena.doesNotSee('Můj den', 'Minulá');
  });
}

export async function play(town) {
  const alena = await town.worker(ALENA, { screen: 'phone' });
  const document = await prepared(alena, 'Vzorná');

  await town.step('the worker hands the telephone over', async () => {
    await alena.go(document);
    await alena.show('informed-consent', 'ready');
    await alena.click('Podepsat na obrazovce');
    await alena.show('lending', 'empty');
    await lend(alena, document);
    await alena.show('on-screen', 'empty', FOUR_WAYS);
    assert.equal(await alena.page.locator('main :checked').count(), 0);
    const [yes, no] = await alena.page.locator('.decision label').all();
    const [a, b] = [await yes.boundingBox(), await no.boundingBox()];
    assert.deepEqual([Math.round(a.width), Math.round(a.height)], [Math.round(b.width), Math.round(b.height)]);
    assert.equal(await alena.page.locator('.plain p').first().evaluate((it) => getComputedStyle(it).fontSize), '19px');
  });
  await town.step('the page speaks four ways, the text stays in Czech', async () => {
    for (const [language, tag, question] of [['Українською', 'uk', 'Чи погоджуєтеся ви з цим текстом?'], ['English', 'en', 'Do you agree with this text?'], ['Snadné čtení', 'cs', 'Souhlasíte s tím, co je napsané?']]) {
      await alena.page.locator('.row a', { hasText: language }).click();
      await alena.sees(question);
      assert.equal(await alena.page.locator('main > .plain').getAttribute('lang'), tag);
      await alena.show('on-screen', `language-${tag === 'cs' ? 'easy' : tag}`);
    }
    await alena.page.locator('.row a', { hasText: 'Česky' }).click();
    await alena.sees('Souhlasíte s tímto textem?');
  });
  await staysInside(town, alena);
  await signs(town, alena, document);
  await refusesByKeyboard(town);
  await readsAloud(town);
  await withoutScripts(town);
  await nothingBehindTheBackButton(town);
}

async function signs(town, alena, document) {
  await town.step('what is missing is said, and a new signature replaces the first', async () => {
    await alena.click('Odevzdat rozhodnutí');
    await alena.sees('Vyberte, zda souhlasíte, nebo nesouhlasíte', 'Napište své jméno');
    await alena.show('on-screen', 'error', FOUR_WAYS);
    await drawByFinger(alena);
    assert.match(await stroke(alena), /^M\d+ \d+L/);
    await alena.click('Vymazat a podepsat znovu');
    assert.equal(await stroke(alena), '');
    await drawByMouse(alena);
    assert.match(await stroke(alena), /^(M\d{1,4} \d{1,3}(L\d{1,4} \d{1,3})+){3}$/);
    await alena.fill({ decision: 'consent', written_name: KLARA });
    await alena.show('on-screen', 'filled', FOUR_WAYS);
    await alena.click('Odevzdat rozhodnutí');
    await alena.sees('Hotovo, je podepsáno', 'Vraťte prosím zařízení pracovníkovi');
    await alena.show('on-screen', 'signed', FOUR_WAYS);
  });
  await town.step('a wrong password opens nothing, the right one leads to the agreement', async () => {
    await alena.click('Odemknout (pracovník)');
    await alena.show('unlock-lent', 'empty', FOUR_WAYS);
    await alena.page.locator('input[name=password]').fill('hádám, hádám');
    await alena.click('Odemknout', { exact: true });
    await alena.sees('Heslo nesouhlasí');
    await alena.page.locator('input[name=password]').fill(town.account(ALENA).password);
    await alena.click('Odemknout', { exact: true });
    await alena.sees('Smlouva je uzavřena', 'Uzavřená smlouva');
    await alena.go(document);
    await alena.sees('Podepsáno na obrazovce', KLARA);
    assert.equal(await alena.page.getByRole('img', { name: `Podpis: ${KLARA}` }).count(), 1);
    await alena.show('informed-consent', 'signed-on-screen', FOUR_WAYS);
  });
}

async function refusesByKeyboard(town) {
  const alena = await town.worker(ALENA);
  const document = await prepared(alena, 'Odmítavá');
  await town.step('a no is given by keys alone and weighs as much', async () => {
    await lend(alena, document);
    const { page } = alena;
    for (let stop = 0; stop < 20 && !(await page.evaluate(() => document.activeElement?.name === 'decision')); stop += 1) await page.keyboard.press('Tab');
    await page.keyboard.press('ArrowRight');
    assert.equal(await page.locator('[name=decision]:checked').getAttribute('value'), 'dissent');
    await page.keyboard.press('Tab');
    await page.keyboard.type('Hedvika Odmítavá');
    await page.keyboard.press('Enter');
    await alena.sees('Hotovo, váš nesouhlas je zapsaný');
    await alena.show('on-screen', 'refused');
    await unlock(alena);
    await alena.sees('Nesouhlas vyjádřený na obrazovce', 'Hedvika Odmítavá');
    await alena.show('informed-consent', 'refused-on-screen');
  });
}

/** A device with one voice; the words that it is given are remembered. */
function voice(localService) {
  const spoken = (window.spoken = []);
  Object.defineProperty(window, 'speechSynthesis', { value: { getVoices: () => [{ lang: 'cs-CZ', localService }], speak: (it) => spoken.push(it.text), cancel() {}, speaking: false } });
  window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
}

async function readsAloud(town) {
  await town.step('the text is read aloud by a voice of the device, never by one from elsewhere', async () => {
    for (const isLocal of [false, true]) {
      const alena = await town.worker(ALENA);
      const document = await prepared(alena, isLocal ? 'Naslouchající' : 'Neslyšící');
      await alena.page.addInitScript(voice, isLocal);
      await lend(alena, document);
      assert.equal(await alena.page.getByRole('button', { name: 'Přečíst nahlas' }).count(), isLocal ? 1 : 0);
      if (!isLocal) continue;
      await alena.show('on-screen', 'aloud', [['phone', 'light']]);
      await alena.click('Přečíst nahlas');
      const spoken = await alena.page.evaluate(() => window.spoken);
      assert.ok(spoken.length > 5 && spoken.some((text) => text.includes('Souhlasím s tím')), spoken.join(' | '));
      await alena.sees('Zastavit čtení');
    }
  });
}

async function withoutScripts(town) {
  const alena = await town.worker(ALENA, { screen: 'phone', scripts: false });
  const document = await prepared(alena, 'Papírová');
  await town.step('without JavaScript the page says so, and the paper remains', async () => {
    await lend(alena, document);
    await alena.sees('Kreslit podpis tu nejde');
    await alena.show('on-screen', 'without-scripts');
    await alena.fill({ decision: 'consent', written_name: 'Jolana Papírová' });
    await alena.click('Odevzdat rozhodnutí');
    await alena.sees('Podepište se do rámečku. Nejde-li to, zvolte podpis na papír');
    assert.equal(await alena.page.locator('input[name=written_name]').inputValue(), 'Jolana Papírová');
    await alena.click('Podepíšu se raději na papír');
    await alena.sees('Podepíšete se na papír');
    await alena.show('on-screen', 'on-paper');
    await unlock(alena);
    await alena.sees(/Zapsat podpis na papír \(vyfotit\)/);
    assert.equal(alena.path, document);
  });
}

async function nothingBehindTheBackButton(town) {
  const alena = await town.worker(ALENA);
  await town.step('after signing out the back button shows nothing of a folder', async () => {
    const { page } = alena;
    await alena.go('/folders');
    await page.locator('main a[href^="/folders/"]').first().click();
    await alena.sees('Zakázka');
    const client = await alena.reads('h1');
    await alena.go('/more');
    await page.locator('form[action="/session/sign-out"] button').first().click();
    await page.waitForURL((url) => url.pathname === '/sign-in');
    for (let step = 0; step < 3; step += 1) {
      await page.goBack().catch(() => null);
      await alena.doesNotSee(client);
      assert.equal(alena.path, '/sign-in');
    }
  });
}
