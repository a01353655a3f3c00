#!/usr/bin/env node
// A stand-in for the program, so that the library is tried before any story: a few pages, good and bad ones.

import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';

const words = process.argv.slice(3);
const after = (name) => words[words.indexOf(name) + 1];
const data = after('--data');

if (process.argv[2] === 'verify') {
  console.log('entries 1');
  process.exit(existsSync(join(data, 'broken')) ? 1 : 0);
}

const POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; "
  + "base-uri 'none'; frame-ancestors 'none'; object-src 'none'; require-trusted-types-for 'script'";
const html = (title, body) => `<!doctype html><html lang="cs"><head><meta charset="utf-8"><title>${title}</title>
<meta name="viewport" content="width=device-width"><link rel="icon" href="/icon.svg"><link rel="stylesheet" href="/app.css"></head>
<body><main><h1>${title}</h1>${body}</main></body></html>`;
const SIGN_IN = `<form method="post" action="/sign-in"><label>Jméno <input name="login"></label>
<label>Heslo <input name="password" type="password"></label><button>Přihlásit se</button></form>`;
const FORM = `<form method="post" action="/form"><label>Poznámka <input name="note"></label>
<label><input type="checkbox" name="agreed" value="yes"> Souhlas</label>
<label>Téma <select name="topic"><option value="a">Bydlení</option><option value="b">Výživné</option></select></label>
<button>Uložit</button></form><p>Více říká <a href="/">úvod</a> celé služby.</p>`;

const PAGES = {
  '/': () => html('Můj den', `<p>Hodiny ukazují ${after('--clock')}.</p><a class="tap" href="/form">Zápis</a>`),
  '/sign-in': () => html('Přihlášení', SIGN_IN),
  '/form': () => html('Zápis', FORM),
  '/wide': () => html('Široká', '<p class="wide">text</p>'),
  '/small': () => html('Malá', '<button class="small">x</button>'),
  '/pale': () => html('Bledá', '<p class="pale">sotva čitelné</p><img src="/nothing.png">'),
  '/inline': () => html('Vložená', '<p style="color:red">text</p>'),
  '/foreign': () => html('Cizí', '<img alt="" src="http://127.0.0.2:9/x.png">'),
  '/two': () => html('Dvě', '<h1>A druhý</h1>'),
};
const CSS = `input,button,select,.tap{min-height:48px;font:inherit;display:inline-block}label{display:block}:focus{outline:3px solid #0B57D0}
.wide{width:2000px}.small{min-height:0;padding:0;font-size:8px}.pale{color:#ddd}input[type=checkbox]{width:24px}
@media (prefers-color-scheme:dark){body{background:#111;color:#eee}a{color:#9cf}}`;

const server = createServer((request, response) => {
  const path = request.url.split('?')[0];
  const send = (status, kind, body, more = {}) => response
    .writeHead(status, { 'content-type': kind, 'cache-control': 'no-store', 'content-security-policy': POLICY, ...more })
    .end(body);
  if (path === '/icon.svg') return send(200, 'image/svg+xml', '<svg xmlns="http://www.w3.org/2000/svg"/>');
  if (path === '/app.css') return send(200, 'text/css', CSS);
  if (request.method === 'POST' && path === '/sign-in') return send(303, 'text/plain', '', { location: '/' });
  if (request.method === 'POST') return send(422, 'text/html; charset=utf-8', html('Zápis', '<p role="alert">Doplňte text.</p>'));
  if (path === '/broken') return send(500, 'text/html; charset=utf-8', html('Něco se pokazilo', ''));
  if (path === '/kept') return send(200, 'text/html; charset=utf-8', html('V mezipaměti', ''), { 'cache-control': 'public' });
  const page = PAGES[path];
  return page ? send(200, 'text/html; charset=utf-8', page()) : send(404, 'text/html; charset=utf-8', html('Nenalezeno', ''));
});

const [host, port] = after('--listen').split(':');
server.listen(Number(port), host, () => {
  const starts = join(data, 'starts');
  writeFileSync(starts, `${existsSync(starts) ? readFileSync(starts) : ''}${after('--clock')}\n`);
  const ana = { person: 'Mgr. Ana Zkušební', login: 'ana', password: 'x', service: 'Poradna', profession: 'a', position: 'b' };
  console.log('Ukázka běží.');
  console.log(JSON.stringify({ url: `http://${host}:${server.address().port}/`, sign_ins: [ana] }));
});
process.on('SIGTERM', () => {
  server.closeAllConnections();
  server.close(() => process.exit(existsSync(join(data, 'stubborn')) ? 3 : 0));
});
