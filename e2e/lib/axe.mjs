// Accessibility by axe-core: no violation of WCAG 2.2 A and AA, nor of its best practice.

import { AxeBuilder } from '@axe-core/playwright';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Throws with the rule, the element and what to do. */
export async function accessible(page, { scripts = true } = {}) {
  const look = (at) => new AxeBuilder({ page: at }).withTags(TAGS).analyze();
  const { violations } = scripts ? await look(page) : await atTwin(page, look);
  if (violations.length === 0) return;
  const told = violations.map(({ id, help, nodes }) => {
    const where = nodes.slice(0, 3).map((node) => `${node.html.slice(0, 120)}\n      ${node.failureSummary?.split('\n').slice(1, 3).join(' ')}`);
    return `${id}: ${help} (${nodes.length}×)\n      ${where.join('\n      ')}`;
  });
  throw new Error(`axe at ${new URL(page.url()).pathname}:\n    ${told.join('\n    ')}`);
}

/** axe needs timers, which a page without scripts has not: it looks at a twin, the same content under the same address. */
async function atTwin(page, look) {
  const content = (await page.content()).replaceAll(/<script\b[^>]*><\/script>|<\/?noscript>/g, '');
  const colorScheme = await page.evaluate(() => (matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light'));
  const context = await page.context().browser().newContext({ viewport: page.viewportSize(), colorScheme });
  try {
    const twin = await context.newPage();
    const address = page.url().split('#')[0];
    await twin.route(address, (route) => route.fulfill({ contentType: 'text/html; charset=utf-8', body: content }));
    await twin.goto(address);
    return await look(twin);
  } finally {
    await context.close();
  }
}
