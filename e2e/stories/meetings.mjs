// Case management of a client and the meeting of two services: the page of the case, the agenda, the live page with its two
// zones, what goes into the folder. Pictures of every screen.

import { folderOf } from '../lib/forms.mjs';

export const name = 'Case management and meetings: the case, the agenda, two zones, the output';
export const clock = '2026-03-10T09:00';
export const engines = ['sqlite', 'postgres'];

const send = (person, button) => person.click(button, { within: person.page.locator('main form'), exact: true });

export async function play(town) {
  const iva = await town.worker('Mgr. Iva Rampová');
  await iva.go('/search?q=domnely');
  const folder = folderOf(await iva.page.locator('main a[href^="/folders/"]').first().getAttribute('href'));
  await caseOf(town, iva, folder);
  await meeting(town, iva, folder);
}

async function caseOf(town, iva, folder) {
  await town.step('the case of a client: who helps, which part is whose, when he took part', async () => {
    await iva.go(`${folder}/case-management`);
    await iva.sees('Viktor Domnělý');
    await iva.show('case-management', 'full');
    await iva.go('/help/case_management');
    await iva.show('help-case-management', 'full');
  });
}

async function meeting(town, iva, folder) {
  await town.step('the meeting with its agenda; the minutes and what goes into the folder are two zones', async () => {
    await iva.go('/meetings');
    await iva.show('meetings', 'full');
    await iva.page.locator('main .list a[href^="/meetings/"]').first().click();
    await iva.sees('Viktor Domnělý');
    await iva.show('meeting', 'full');
    const at = new URL(iva.page.url()).pathname;
    await iva.go(`${at}/live`);
    await iva.sees('Interní zápis');
    await iva.page.locator('ol.keys a').first().click();
    await iva.sees('Půjde do složky: Viktor Domnělý');
    await iva.show('meeting-live', 'full');
    await iva.fill({ minutes: 'Probrali jsme byt.', goal: 'zlepšit situaci' });
    await send(iva, 'Uložit');
    await iva.sees('Doplňte, podle čeho poznáme, že je cíl splněn');
    await iva.show('meeting-live', 'error');
    await iva.fill({ goal: 'byt bez schodů', success_indicator: 'podepsaná smlouva o nájmu', horizon: '30. 6. 2026' });
    await send(iva, 'Uložit');
    await iva.sees('podepsaná smlouva o nájmu');
    await iva.go(`${at}/end`);
    await iva.show('meeting-end', 'full');
    await iva.go(`${folder}/meetings`);
    await iva.show('folder-meetings', 'full');
    await iva.go('/help/meetings');
    await iva.show('help-meetings', 'full');
  });
  await town.step('somebody from another service of the provider finds no meeting at all', async () => {
    const jakub = await town.worker('Bc. Jakub Terénní');
    await jakub.go('/meetings');
    await jakub.doesNotSee('Domnělý');
    await jakub.show('meetings', 'empty');
  });
}
