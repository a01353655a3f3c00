// What must never happen while a story plays, whatever it is about: an error in the console, a breach of the content
// policy, an uncaught error, a request to somebody else's host, an answer that says „our fault“.

import { gzipSync } from 'node:zlib';
import { within } from './patience.mjs';

/** A form that is refused answers 422 and the browser remarks on it; that is how refusing works. */
const REMARK_ON_REFUSAL = /Failed to load resource: the server responded with a status of 4\d\d/;
const PAGE_LIMIT = 60_000;

export class Watch {
  constructor(origin) {
    this.origin = origin;
    this.faults = [];
    this.reading = [];
    /** Requests of the current page, for the budget of requests. */
    this.requests = [];
  }

  /** Listens to every page of the context, those opened later too. */
  async over(context) {
    await context.exposeBinding('tellWatch', (_source, what) => this.faults.push(what));
    await context.addInitScript(() => {
      document.addEventListener('securitypolicyviolation', (event) => {
        window.tellWatch(`content policy: ${event.violatedDirective} refused ${event.blockedURI} on ${location.pathname}`);
      });
    });
    context.on('page', (page) => this.#listen(page));
  }

  #listen(page) {
    page.on('console', (message) => this.#console(message));
    page.on('pageerror', (error) => this.faults.push(`uncaught in the page: ${error.message}`));
    page.on('request', (request) => this.#request(request));
    page.on('response', (response) => this.#response(response));
  }

  #console(message) {
    const text = message.text();
    if (message.type() === 'error' && !REMARK_ON_REFUSAL.test(text)) this.faults.push(`console: ${text}`);
  }

  #request(request) {
    const address = new URL(request.url());
    const own = address.origin === this.origin || ['data:', 'blob:', 'about:'].includes(address.protocol);
    if (!own) this.faults.push(`a request left the house: ${address.origin}`);
    if (request.isNavigationRequest()) this.requests = [];
    this.requests.push(address.pathname);
  }

  #response(response) {
    const path = new URL(response.url()).pathname;
    if (response.status() >= 500) this.faults.push(`${response.status()} at ${response.request().method()} ${path}`);
    const kind = response.headers()['content-type'] ?? '';
    if (response.request().isNavigationRequest() && kind.startsWith('text/html')) {
      this.reading.push(this.#page(response, path).catch(() => {}));
    }
  }

  /** Every page: not kept by anybody, under a content policy, small. */
  async #page(response, path) {
    const headers = response.headers();
    if (!/no-store/.test(headers['cache-control'] ?? '')) this.faults.push(`${path} may be kept in a cache`);
    if (!/default-src 'none'/.test(headers['content-security-policy'] ?? '')) this.faults.push(`${path} has no content policy`);
    // An answer that only redirects has no body to weigh.
    if (response.status() >= 300 && response.status() < 400) return;
    const body = await bodyOf(response);
    if (!body) return;
    const packed = gzipSync(body).length;
    if (packed > PAGE_LIMIT) this.faults.push(`${path} weighs ${packed} B packed, more than ${PAGE_LIMIT}`);
  }

  /** Throws when anything happened since the last question. */
  async nothingHappened() {
    await Promise.all(this.reading.splice(0));
    const faults = this.faults.splice(0);
    if (faults.length > 0) throw new Error(`while the story played:\n  ${[...new Set(faults)].join('\n  ')}`);
  }
}

/** Who clicks on before a page is whole leaves a body that nobody ever ends: it is not waited for. */
async function bodyOf(response) {
  const body = response.body();
  body.catch(() => {});
  return within(5_000, body, null);
}
