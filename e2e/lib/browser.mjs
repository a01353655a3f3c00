// One Chromium for a whole run, Debian's own; every visitor gets a context of his own in it.

import { existsSync } from 'node:fs';
import { chromium } from 'playwright-core';

const FLAGS = [
  '--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run',
  '--disable-background-networking', '--disable-component-update', '--disable-sync',
];

/** The two screens that we promise to fit. */
export const SCREENS = {
  phone: { width: 390, height: 844 },
  desktop: { width: 1280, height: 800 },
};

export function chromiumPath() {
  const places = [process.env.KLUBKO_CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser'];
  const found = places.find((path) => path && existsSync(path));
  if (!found) throw new Error('Chromium is missing (Debian: apt-get install chromium)');
  return found;
}

/** Playwright gives each launch a fresh profile and removes it afterwards. */
export function launch() {
  return chromium.launch({ executablePath: chromiumPath(), args: FLAGS });
}

/** A fresh context: no cookies of anybody else. `scripts: false` is a browser without JavaScript. */
export function context(browser, { screen = 'desktop', look = 'light', scripts = true } = {}) {
  const phone = screen === 'phone';
  return browser.newContext({
    viewport: SCREENS[screen],
    hasTouch: phone,
    colorScheme: look,
    javaScriptEnabled: scripts,
    locale: 'cs-CZ',
    timezoneId: 'Europe/Prague',
    reducedMotion: 'reduce',
    acceptDownloads: true,
  });
}
