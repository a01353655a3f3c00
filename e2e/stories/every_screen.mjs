// Every screen that the stories do not show: pictures on both screens, light and dark, and axe without a violation.

export const name = 'Every other screen of the first rooms';
export const clock = '2026-03-10T09:00';

const WORKER = [
  ['/tasks', 'tasks'],
  ['/drafts', 'drafts'],
  ['/records/new', 'record-pick'],
  ['/search?q=nikdo', 'search-empty'],
  ['/more', 'more'],
  ['/profile', 'profile'],
  ['/help', 'help'],
  ['/substitutions', 'substitutions'],
];
const HEAD = [['/settings', 'settings']];
const ADMIN = [
  ['/workers', 'workers'],
  ['/workers/new', 'worker-new'],
  ['/services', 'services'],
];
const FOLDER = [
  ['', 'folder-summary'],
  ['/data', 'personal-data'],
  ['/data/edit', 'personal-data-edit'],
  ['/tasks', 'folder-tasks'],
  ['/records/new', 'record-new'],
  ['/consents/new', 'consent-new'],
  ['/plan-decision', 'plan-decision'],
  ['/handovers/new', 'handover-new'],
  ['/assignments/new', 'assignment-new'],
  ['/exclusions/new', 'exclusion-new'],
  ['/appointments/new', 'appointment-new'],
  ['/looks', 'looks'],
];

async function walk(town, person, screens, before = '') {
  for (const [path, name] of screens) {
    await town.step(`${name} is well made`, async () => {
      await person.go(before + path);
      await person.show(name, 'seen');
    });
  }
}

export async function play(town) {
  const stranger = await town.stranger();
  await walk(town, stranger, [['/sign-in', 'sign-in'], ['/about', 'about'], ['/accessibility', 'accessibility']]);
  const alena = await town.worker('Mgr. Alena Příkladná');
  await walk(town, alena, WORKER);
  await alena.go('/folders');
  const folder = await alena.page.locator('main a[href^="/folders/"]').first().getAttribute('href');
  await walk(town, alena, FOLDER, folder);
  await walk(town, await town.worker('Mgr. Olga Rozvážná'), HEAD);
  await walk(town, await town.worker('Ing. Kamil Síťový'), ADMIN);
  await walk(town, await town.worker('JUDr. Pavla Dohlížná'), [['/journal', 'journal']]);
}
