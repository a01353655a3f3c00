// Every screen of the first rooms in its states: empty, full, and refused with what is wrong. Pictures on both screens, axe
// without a violation; what must be read on each is said beside it.

import { FOUR_WAYS } from '../lib/visitor.mjs';
import { folderOf } from '../lib/forms.mjs';

export const name = 'Every screen of the first rooms in its states';
export const clock = '2026-03-10T09:00';

/** A page, the name and state of its picture, and what must be read there. */
const PUBLIC = [
  ['/sign-in', 'sign-in', 'empty', 'Přihlášení'],
  ['/about', 'about', 'full', 'Klubko'],
  ['/accessibility', 'accessibility', 'full', 'přístupnost'],
];
const WORKER = [
  ['/tasks', 'tasks', 'empty', 'Nemáte žádný otevřený úkol.'],
  ['/tasks?of=done', 'tasks', 'none-done', 'Za posledních 30 dní není nic hotovo.'],
  ['/drafts', 'drafts', 'empty', 'Všechno dopsáno.'],
  ['/records/new', 'record-pick', 'empty', 'Najít klienta'],
  ['/records/new?q=nikdo', 'record-pick', 'not-found', 'Nenašli jsme ‚nikdo‘'],
  ['/search', 'search', 'empty', 'Koho nebo co hledáte'],
  ['/search?q=nikdo', 'search', 'not-found', 'Nenašli jsme ‚nikdo‘'],
  ['/search?q=min', 'search', 'full', 'Minulá'],
  ['/search?q=minuka', 'search', 'near', 'Podobná jména'],
  ['/anonymous-contacts', 'anonymous-contacts', 'empty', 'Anonymní kontakty'],
  ['/refused-applicants', 'refused-applicants', 'empty', 'V tomto roce nikdo takový není.'],
  ['/waiting-list', 'waiting-list', 'empty', 'V pořadníku nikdo není.'],
  ['/public-text', 'public-text', 'full', 'Případová spolupráce'],
  ['/more', 'more', 'worker', 'Můj profil'],
  ['/profile', 'profile', 'full', 'Chrome, Linux'],
  ['/profile/password', 'password', 'empty', 'heslo'],
  ['/help', 'help', 'full', 'Můj den'],
  ['/help/visits', 'help-topic', 'full', 'návštěva'],
  ['/substitutions', 'substitutions', 'empty', 'Nikdo teď nikoho nezastupuje.'],
  ['/folders/00000000-0000-4000-8000-000000000000', 'absent', 'full', 'Tato stránka neexistuje, nebo k ní nemáte přístup'],
];
const FOLDER = [
  ['', 'folder', 'town', 'Zakázka'],
  ['/data', 'personal-data', 'full', 'Historie oprav'],
  ['/tasks', 'folder-tasks', 'empty', 'Žádný otevřený úkol.'],
  ['/timeline', 'timeline', 'town', 'Zápisy'],
  ['/timeline?kind=advocacy', 'timeline', 'nothing-found', 'Takový zápis tu není.'],
  ['/timeline?as_of=31.+13.', 'timeline', 'error', 'neznáme'],
  ['/timeline?as_of=31.+12.+2025', 'timeline', 'past-day', 'Stav ke dni'],
  ['/team', 'team', 'town', 'Klíčový pracovník'],
  ['/assessment', 'assessment', 'town', 'Zhodnocení'],
  ['/information', 'information', 'all-told', 'Všechny informace už zazněly.'],
  ['/counselling', 'counselling', 'empty', 'poradenství'],
  ['/inquiry', 'inquiry', 'empty', 'šetření'],
  ['/negotiation/edit?part=needs', 'negotiation-edit', 'empty', 'Přání'],
  ['/looks', 'looks', 'town', 'Alena Příkladná'],
  ['/refusals', 'refusals', 'empty', 'Tohoto člověka služba neodmítla.'],
  ['/agreement', 'agreement', 'town', 'Uzavřená smlouva'],
  ['/agreement/amendment', 'amendment', 'empty', 'Co se mění'],
  ['/agreement/end', 'agreement-end', 'empty', 'Poslední den platnosti'],
  ['/legal-capacity', 'legal-capacity', 'empty', 'Rozhodnutí soudu'],
  ['/refusal', 'refusal', 'not-possible', 'Jednání skončilo uzavřením smlouvy'],
];
/** A form sent as it stands: the page, its button, the name, what must be read once it is refused. */
const REFUSED = [
  ['/data/edit', 'Uložit údaje', 'personal-data-edit', { given_name: '', phone: '12' }, 'Opravte'],
  ['/records/new', 'Uložit zápis', 'record-new', { minutes: '', body: '' }, 'Napište, co se dělo'],
  ['/tasks', 'Zadat úkol', 'folder-tasks', {}, 'Opravte'],
  ['/appointments/new', 'Naplánovat', 'appointment-new', {}, 'Opravte'],
  ['/assignments/new', 'Přizvat pracovníka', 'assignment-new', {}, 'Opravte'],
  ['/exclusions/new', 'Omezit spolupráci s pracovníkem', 'exclusion-new', {}, 'Opravte'],
  ['/handovers/new', 'Předat případ', 'handover-new', {}, 'Opravte'],
  ['/commission', 'Uložit zakázku', 'commission', { in_own_words: '', agreed_on: '' }, 'Opravte'],
  ['/inquiry', 'Uložit šetření', 'inquiry', {}, 'Vyberte, jak šetření proběhlo'],
  ['/agreement/amendment', 'Připravit dodatek', 'amendment', { valid_from: '' }, 'Napište, co se mění'],
  ['/agreement/end', 'Zapsat ukončení smlouvy', 'agreement-end', { delivered_on: '' }, 'Vyberte, kdo smlouvu ukončuje'],
  ['/legal-capacity', 'Uložit', 'legal-capacity', { representative: 'Marta Ochranná' }, 'Zvolte, v jaké roli zástupce jedná'],
  ['/counselling', 'Uložit poradenství', 'counselling', { given_on: '' }, 'Opravte'],
];
const REFUSED_OWN = [
  ['/substitutions', 'Naplánovat zástup', 'substitutions', {}, 'Opravte'],
  ['/profile/password', 'Změnit heslo', 'password', {}, 'Opravte'],
];
const REFUSED_HEAD = [
  ['/settings', 'Uložit pravidla', 'settings', { valid_from: '32. 1.' }, 'Opravte'],
  ['/settings/profile', 'Uložit údaje služby', 'service-profile', { name: '' }, 'Opravte'],
  ['/settings/templates/refusal_notice', 'Uložit nové znění', 'template', { body: 'Dobrý den {cosi}' }, 'neznáme'],
  ['/settings/law/refusal_b', 'Uložit odkaz', 'law-one', { text: '' }, 'Opravte'],
  ['/settings/public-text', 'Zapsat kontrolu', 'public-text-check', { address: '' }, 'Doplňte adresu stránky'],
];
const REFUSED_INSPECTION = ['/inspections/new', 'Otevřít kontrolu', 'inspection-new', { reason: '', until: '1. 3. 2026' }, 'Opravte'];
const REFUSED_ADMIN = [
  ['/workers/new', 'Založit účet', 'worker-new', {}, 'Opravte'],
  ['/services/new', 'Založit službu', 'service-new', {}, 'Opravte'],
];
const HEAD = [
  ['/settings', 'settings', 'full', 'Pravidla metodiky'],
  ['/settings/profile', 'service-profile', 'full', 'Poslání'],
  ['/settings/templates', 'templates', 'full', 'Oznámení o odmítnutí'],
  ['/settings/templates/agreement', 'template', 'full', 'Doplní se'],
  ['/settings/law', 'law', 'full', 'Důvody odmítnutí zájemce'],
  ['/settings/law/refusal_b', 'law-one', 'full', 'Jak se cituje'],
  ['/settings/public-text', 'public-text-check', 'empty', 'zatím nikdo nezkontroloval'],
  ['/tasks?of=service', 'tasks', 'service', 'Úkoly a termíny'],
  ['/more', 'more', 'head', 'Nastavení služby'],
  ['/overview', 'overview', 'full', 'Kdo kolik nese'],
  ['/inspections', 'inspections', 'full', 'Karel Prověřující'],
  ['/inspections/new', 'inspection-new', 'empty', 'Kdo kontrolu vede'],
];
const ADMIN = [
  ['/more', 'more', 'admin', 'Pracovníci'],
  ['/workers', 'workers', 'full', 'uzavřený účet'],
  ['/workers/new', 'worker-new', 'empty', 'Přihlašovací jméno'],
  ['/services', 'services', 'full', 'Poradna Javořinka'],
  ['/services/new', 'service-new', 'empty', 'Nová služba'],
];
const MENTOR = [
  ['/', 'my-day', 'mentor', 'Koho doprovázíte'],
  ['/folders', 'clients', 'mentor', 'Klienti'],
];
const INSPECTOR = [
  ['/inspection', 'inspection', 'full', 'Režim kontroly'],
  ['/more', 'more', 'inspector', 'inspektor kvality'],
];
const INSPECTED = [
  ['', 'folder', 'inspected', 'jen ke čtení, vše se zaznamenává'],
  ['/timeline', 'timeline', 'inspected', 'Stav k'],
  ['/attachments', 'documents', 'inspected', 'Dokumenty'],
  ['/team', 'team', 'inspected', 'Klíčový pracovník'],
  ['/tasks', 'folder-tasks', 'inspected', 'Otevřené úkoly'],
  ['/agreement', 'agreement', 'inspected', 'Smlouva'],
  ['/plan', 'plan', 'inspected', 'Plán'],
];
const DPO = [
  ['/journal', 'journal', 'full', 'Deník přístupů'],
  ['/journal?day=1.+1.+2020', 'journal', 'nothing-found', 'Takový záznam tu není.'],
  ['/journal/checkpoint', 'checkpoint', 'unsigned', 'Zatím žádný není.'],
];

async function walk(town, person, screens, before = '') {
  for (const [path, screen, state, text] of screens) {
    await town.step(`${screen}, ${state}: well made`, async () => {
      await person.go(before + path);
      await person.sees(text);
      await person.show(screen, state);
    });
  }
}

export async function play(town) {
  await walk(town, await town.stranger(), PUBLIC);
  await wrongPassword(town);
  const alena = await town.worker('Mgr. Alena Příkladná');
  await walk(town, alena, WORKER);
  await alena.go('/folders');
  const folder = folderOf(await alena.page.locator('main a[href^="/folders/"]').first().getAttribute('href'));
  await walk(town, alena, FOLDER, folder);
  for (const form of REFUSED) await refuse(town, alena, folder, form);
  for (const form of REFUSED_OWN) await refuse(town, alena, '', form);
  await full(town, alena, folder);
  await withdrawal(town, alena, folder);
  const olga = await town.worker('Mgr. Olga Rozvážná');
  await walk(town, olga, HEAD);
  for (const form of REFUSED_HEAD) await refuse(town, olga, '', form);
  await refuse(town, olga, '', REFUSED_INSPECTION);
  const kamil = await town.worker('Ing. Kamil Síťový');
  await walk(town, kamil, ADMIN);
  for (const form of REFUSED_ADMIN) await refuse(town, kamil, '', form);
  await walk(town, await town.worker('Jan Vozík'), MENTOR);
  await walk(town, await town.worker('JUDr. Pavla Dohlížná'), DPO);
  const karel = await town.worker('Ing. Karel Prověřující');
  await walk(town, karel, INSPECTOR);
  await karel.go('/inspection');
  const inspected = folderOf(await karel.page.locator('main a[href^="/folders/"]').first().getAttribute('href'));
  await walk(town, karel, INSPECTED, inspected);
}

async function wrongPassword(town) {
  await town.step('sign-in, error: says no more than that it did not work', async () => {
    const somebody = await town.stranger();
    await somebody.go('/sign-in');
    await somebody.fill({ login: 'prikladna', password: 'spatne-heslo' });
    await somebody.click('Přihlásit se');
    await somebody.sees('Opravte');
    await somebody.show('sign-in', 'error');
  });
}

async function refuse(town, person, folder, [path, button, screen, fields, text]) {
  await town.step(`${screen}, error: what is wrong stands first and beside its field`, async () => {
    await person.go(folder + path);
    await person.fill(fields);
    await person.click(button, { within: person.page.locator('main form'), exact: true });
    await person.sees(text);
    await person.page.locator('main .summary a').first().waitFor();
    await person.show(screen, 'error');
  });
}

/** Withdrawing takes no more than granting, and says what it stops. */
async function withdrawal(town, alena, folder) {
  await town.step('withdrawal: what it stops is said before', async () => {
    await alena.go(`${folder}/consents`);
    await alena.show('consents', 'town', FOUR_WAYS);
    await alena.click(/^Odvolat souhlas/);
    await alena.sees('Odvolat souhlas');
    await alena.show('withdrawal', 'empty');
  });
}

/** What was empty before, filled: a task, an appointment of today, a substitute, one who is invited and one who is not. */
async function full(town, alena, folder) {
  const COLLEAGUE = { label: 'PhDr. Bohdan Ukázka' };
  await town.step('tasks, appointments and the team of a folder in use', async () => {
    await alena.go(`${folder}/tasks`);
    await alena.fill({ what: 'Odvolání proti rozhodnutí', who: { label: 'Mgr. Alena' }, due: '11. 3. 2026', is_legal_deadline: true });
    await alena.click('Zadat úkol');
    await alena.fill({ what: 'Zavolat škole', who: { label: 'Mgr. Alena' }, due: '20. 3. 2026' });
    await alena.click('Zadat úkol');
    await alena.sees('Zavolat škole', 'zákonná lhůta');
    await alena.show('folder-tasks', 'deadline');
    await alena.go(`${folder}/appointments/new`);
    await alena.fill({ kind: 'visit', day: '10. 3. 2026', time: '14:00', minutes: '50', who: { label: 'Mgr. Alena' } });
    await alena.click('Naplánovat', { within: alena.page.locator('main form'), exact: true });
    await alena.go(`${folder}/assignments/new`);
    await alena.fill({ worker: COLLEAGUE, from: '10. 3. 2026', why: 'rodinná terapie' });
    await alena.click('Přizvat pracovníka', { within: alena.page.locator('main form'), exact: true });
    await alena.sees('rodinná terapie');
    await alena.show('team', 'invited');
  });
  await town.step('my day, full: the deadline in red, today and the week', async () => {
    await alena.go('/');
    await alena.sees('Lhůta zítra', '14:00', 'Odvolání proti rozhodnutí');
    await alena.show('my-day', 'full', FOUR_WAYS);
    await alena.go('/tasks');
    await alena.sees('Zavolat škole');
    await alena.show('tasks', 'deadline');
    await alena.go(folder);
    await alena.show('folder', 'busy', FOUR_WAYS);
    await alena.go(`${folder}/records/new`);
    await alena.show('record-new', 'empty', FOUR_WAYS);
    await alena.go('/search');
    await alena.sees('Naposledy');
    await alena.show('search', 'recent');
  });
}
