// A team that does not meet calls and writes; a case and meetings before anything is in them; what the team proposes and the
// client chooses; who is invited to a meeting; its output written into a folder, and its goal when the horizon is over.

import { folderOf } from '../lib/forms.mjs';
import { FOUR_WAYS } from '../lib/visitor.mjs';

export const name = 'Cases: who was in touch with whom, empty states, proposals, guests, the output, goals over their horizon';
export const clock = '2026-03-10T15:00';
export const engines = ['sqlite', 'postgres'];

const send = (person, button) => person.click(button, { within: person.page.locator('main form'), exact: true });
const first = (person, selector) => person.page.locator(selector).first().getAttribute('href');

export async function play(town) {
  const iva = await town.worker('Mgr. Iva Rampová');
  await iva.go('/search?q=domnely');
  const folder = folderOf(await first(iva, 'main a[href^="/folders/"]'));
  await empty(town, await town.worker('Mgr. Alena Příkladná'));
  await inTouch(town, iva, folder);
  await proposals(town, iva, folder);
  await meeting(town, iva, folder);
  await overdue(town, folder);
}

async function empty(town, alena) {
  await town.step('a case and meetings of a client who has none say what will be here', async () => {
    await alena.go('/folders');
    const other = folderOf(await first(alena, 'main .list a[href^="/folders/"], main table a[href^="/folders/"]'));
    await alena.go(`${other}/case-management`);
    await alena.sees('Když klientovi pomáhá víc lidí');
    await alena.show('case-management', 'empty', FOUR_WAYS);
    await alena.go(`${other}/case-management/new`);
    await send(alena, 'Otevřít spolupráci');
    await alena.show('case-management-new', 'error', FOUR_WAYS);
    await alena.go(`${other}/meetings`);
    await alena.show('folder-meetings', 'empty', FOUR_WAYS);
    await alena.go('/meetings');
    await alena.show('meetings', 'none', FOUR_WAYS);
    await alena.go('/meetings/goals');
    await alena.sees('Žádný cíl z porady nečeká');
    await alena.show('meeting-goals', 'empty', FOUR_WAYS);
    await alena.go('/meetings/new');
    await alena.show('meeting-new', 'empty', FOUR_WAYS);
  });
}

async function inTouch(town, iva, folder) {
  await town.step('whom we called and what we told: nothing of the client without his consent', async () => {
    await iva.go(`${folder}/case-management`);
    await iva.sees('Spojení v týmu', 'Dopravní podnik Vzorov');
    await iva.show('case-management', 'communications', FOUR_WAYS);
    await iva.click('Spojili jsme se');
    await iva.show('communication', 'empty', FOUR_WAYS);
    await iva.fill({ outside_name: 'Městský úřad Vzorov', way: 'by_phone', told: 'Viktor podal žádost.' });
    await send(iva, 'Zapsat spojení');
    await iva.sees('bez jeho platného souhlasu neříkáme', 'Napište, na čem jste se dohodli');
    await iva.show('communication', 'error', FOUR_WAYS);
    await iva.fill({ told: '', agreed: 'Ozvou se, až bude termín.' });
    await send(iva, 'Zapsat spojení');
    await iva.sees('Ozvou se, až bude termín.');
    await iva.go(`${folder}/timeline`);
    await iva.sees('Spojili jsme se v týmu telefonem: Městský úřad Vzorov');
  });
}

async function proposals(town, iva, folder) {
  await town.step('a proposal is the team’s, the choice is the client’s', async () => {
    await iva.go(`${folder}/case-management`);
    const at = (await first(iva, 'main a[href$="/proposals/new"]')).replace('/proposals/new', '');
    await iva.go(`${at}/proposals/new`);
    await iva.show('proposal', 'empty', FOUR_WAYS);
    await iva.go(`${folder}/case-management`);
    await iva.go(await first(iva, 'main a[href$="/choice"]'));
    await iva.show('proposal-choice', 'empty', FOUR_WAYS);
    await iva.fill({ choice: 'modifies' });
    await send(iva, 'Zapsat rozhodnutí klienta');
    await iva.sees('Napište, jak klient návrh upravuje');
    await iva.show('proposal-choice', 'error', FOUR_WAYS);
    await iva.go(`${at}/members/new`);
    await iva.show('case-member', 'empty', FOUR_WAYS);
  });
}

async function meeting(town, iva, folder) {
  await town.step('who is invited, and the output that goes into the folder', async () => {
    await iva.go('/meetings');
    const meeting = await first(iva, 'main .list a[href^="/meetings/"]');
    await iva.go(`${meeting}/guests/new`);
    await iva.page.locator('#f-who').selectOption({ index: 1 });
    await send(iva, 'Přizvat');
    await iva.sees('Zvete peer mentora');
    await iva.show('meeting-guest', 'warning', FOUR_WAYS);
    await iva.go(`${meeting}/live`);
    await iva.page.locator('ol.keys a').first().click();
    await iva.fill({
      goal: 'příspěvek na vozidlo', success_indicator: 'rozhodnutí úřadu', horizon: '31. 3. 2026',
      task: 'sehnat formulář', due: '20. 3. 2026',
    });
    await iva.page.locator('#f-who').selectOption({ index: 1 });
    await send(iva, 'Uložit');
    await iva.go(`${meeting}/end`);
    await iva.fill({ took_place: 'yes' });
    await send(iva, 'Uzavřít poradu');
    await iva.sees('výstup nezapsán');
    await iva.show('meeting', 'closed', FOUR_WAYS);
    await iva.go(`${folder}/meetings`);
    await iva.click('Zapsat výstup do složky');
    await iva.show('output-write', 'full', FOUR_WAYS);
    await send(iva, 'Zapsat do složky');
    await iva.go(`${folder}/meetings`);
    await iva.show('folder-meetings', 'written', FOUR_WAYS);
    await iva.go(`${folder}/case-management`);
    await iva.sees('Co se domluvilo na poradách', 'Cíl: příspěvek na vozidlo');
    await iva.show('case-management', 'met', FOUR_WAYS);
  });
}

async function overdue(town, folder) {
  await town.later('2026-04-01T09:00');
  await town.step('a goal over its horizon waits for its key worker, and the head knows which folder', async () => {
    const iva = await town.worker('Mgr. Iva Rampová');
    await iva.go('/meetings');
    await iva.sees('Na vyhodnocení čeká: 1 cíl po termínu');
    await iva.show('meetings', 'overdue', FOUR_WAYS);
    await iva.go('/meetings/goals');
    await iva.sees('příspěvek na vozidlo', 'Viktor Domnělý');
    await iva.show('meeting-goals', 'full', FOUR_WAYS);
    const radka = await town.worker('Mgr. Radka Souhrnná');
    await radka.go('/meetings/goals');
    await radka.doesNotSee('příspěvek na vozidlo');
    await radka.show('meeting-goals', 'head', FOUR_WAYS);
    await radka.go('/overview');
    await radka.show('overview', 'goals', FOUR_WAYS);
    await radka.go('/settings/templates');
    await radka.show('templates', 'consents', FOUR_WAYS);
    await iva.go(`${folder}/meetings`);
    await iva.click('Vyhodnotit cíl');
    await iva.show('goal-evaluate', 'empty', FOUR_WAYS);
  });
}
