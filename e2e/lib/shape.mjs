// The shape of a page: nothing sticks out sideways, everything that is touched is large enough, one heading, Czech.

/** Throws when the page can be scrolled sideways; names what sticks out. */
export async function nothingSticksOut(page) {
  const wide = await page.evaluate(() => {
    const root = document.scrollingElement;
    if (root.scrollWidth <= root.clientWidth) return [];
    const out = [...document.querySelectorAll('body *')].filter((it) => it.getBoundingClientRect().right > root.clientWidth + 1);
    return [`${root.scrollWidth} px on ${root.clientWidth}`, ...out.slice(-3).map((it) => it.outerHTML.slice(0, 90))];
  });
  if (wide.length > 0) throw new Error(`sticks out sideways: ${wide.join(' | ')}`);
}

/** Throws when a control is smaller than `least` px. Links inside a sentence are exempt, as WCAG 2.5.8 has it. */
export async function targetsAreLarge(page, least) {
  const small = await page.evaluate(smallTargets, least);
  if (small.length > 0) throw new Error(`targets under ${least} px: ${small.slice(0, 8).join(' | ')}`);
}

/** Runs inside the page. */
function smallTargets(least) {
  const SORTS = 'a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex="0"]';
  const seen = (it) => it.checkVisibility({ visibilityProperty: true, opacityProperty: true });
  // A checkbox is touched by its label too: what counts is the larger of the two.
  const boxes = (it) => [it, ...(it.labels ?? [])].filter(seen).map((part) => part.getBoundingClientRect());
  const inSentence = (it) => {
    if (it.tagName !== 'A' || getComputedStyle(it).display !== 'inline') return false;
    const around = it.closest('p, li, td, dd, dt, figcaption, label, legend, small, h1, h2, h3')?.textContent ?? '';
    return around.trim().length > it.textContent.trim().length;
  };
  // Hidden until it is focused: the link that skips to the content.
  const away = (box) => box.right <= 0 || box.bottom <= 0 || (box.width <= 1 && box.height <= 1);
  const small = [];
  for (const it of document.querySelectorAll(SORTS)) {
    const around = boxes(it).filter((box) => !away(box));
    if (!seen(it) || around.length === 0 || inSentence(it)) continue;
    const high = Math.max(...around.map((box) => box.height));
    const wide = Math.max(...around.map((box) => box.width));
    if (high < least - 0.5 || wide < Math.min(least, 24) - 0.5) {
      const name = (it.getAttribute('aria-label') ?? it.innerText ?? it.name ?? '').trim().slice(0, 30) || it.name || '';
      small.push(`${it.tagName.toLowerCase()} „${name}“ ${Math.round(wide)}×${Math.round(high)}`);
    }
  }
  return small;
}

/** Every page says its language and has exactly one main heading. */
export async function isWellFormed(page) {
  const said = await page.evaluate(() => {
    const ids = [...document.querySelectorAll('[id]')].map((it) => it.id);
    return {
      lang: document.documentElement.lang,
      headings: document.querySelectorAll('h1').length,
      title: document.title,
      twice: ids.filter((id, at) => ids.indexOf(id) !== at),
    };
  });
  const wrong = [];
  if (said.lang !== 'cs') wrong.push(`lang is „${said.lang}“`);
  if (said.headings !== 1) wrong.push(`${said.headings} main headings`);
  if (!said.title) wrong.push('no title');
  if (said.twice.length > 0) wrong.push(`ids used twice: ${said.twice.join(', ')}`);
  if (wrong.length > 0) throw new Error(`${new URL(page.url()).pathname}: ${wrong.join(', ')}`);
}

/** Walks the page by Tab: what is focused is seen, marked, and not covered by a bar. Gives the names of the stops. */
export async function walkByKeyboard(page, limit = 60) {
  const stops = [];
  for (let step = 0; step < limit; step += 1) {
    await page.keyboard.press('Tab');
    const stop = await page.evaluate(focused);
    if (!stop || stops.some((it) => it.key === stop.key)) break;
    if (stop.fault) throw new Error(`focus on „${stop.name}“: ${stop.fault}`);
    stops.push(stop);
  }
  return stops.map((stop) => stop.name);
}

/** Runs inside the page. */
function focused() {
  const it = document.activeElement;
  if (!it || it === document.body) return null;
  const everything = [...document.querySelectorAll('*')];
  const words = it.getAttribute('aria-label') ?? it.labels?.[0]?.innerText ?? it.innerText ?? it.name ?? '';
  const name = words.trim().split('\n')[0].trim();
  const box = it.getBoundingClientRect();
  const style = getComputedStyle(it);
  const label = it.labels?.[0] ? getComputedStyle(it.labels[0]) : style;
  const ring = (look) => look.outlineStyle !== 'none' && parseFloat(look.outlineWidth) >= 2;
  let fault = '';
  if (!ring(style) && !ring(label) && style.boxShadow === 'none') fault = 'no visible mark';
  const [x, y] = [box.left + Math.min(box.width / 2, 20), box.top + Math.min(box.height / 2, 10)];
  const inside = y >= 0 && y <= innerHeight && x >= 0 && x <= innerWidth;
  const top = inside ? document.elementFromPoint(x, y) : null;
  const own = top && (it.contains(top) || top.contains(it) || [...(it.labels ?? [])].some((text) => text.contains(top)));
  if (box.height > 1 && !own) fault = inside ? `covered by ${top?.tagName}` : 'outside the window';
  return { key: everything.indexOf(it), name, fault };
}
