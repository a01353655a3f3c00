// Consents of all kinds: what the register shows, a text prepared and printed, a decision on the screen in four languages, a
// “no”, a withdrawal with what stops, a release from secrecy. Pictures of every screen on a phone and on a desktop.

import assert from 'node:assert/strict';
import { folderOf } from '../lib/forms.mjs';

export const name = 'Consents: case management, handover, on the screen, withdrawal, secrecy';
export const clock = '2026-03-10T09:00';
export const engines = ['sqlite', 'postgres'];

const IVA = 'Mgr. Iva Rampová';
const send = (person, button) => person.click(button, { within: person.page.locator('main form'), exact: true });

async function found(person, word) {
  await person.go(`/search?q=${word}`);
  return folderOf(await person.page.locator('main a[href^="/folders/"]').first().getAttribute('href'));
}

export async function play(town) {
  const iva = await town.worker(IVA);
  const folder = await found(iva, 'domnely');
  await register(town, iva, folder);
  await asks(town, iva, folder);
  await onScreen(town, folder);
  await others(town);
  await handover(town, iva, folder);
  await secrecy(town, iva, folder);
  await mentor(town, folder);
}

async function register(town, iva, folder) {
  await town.step('the head and the register say what was agreed', async () => {
    await iva.go(folder);
    await iva.sees('Souhlas s případovou spoluprací do 17. 2. 2027');
    await iva.go(`${folder}/consents`);
    await iva.sees('Souhlas: případová spolupráce – OSP Páteřník', 'dávky; bezbariérové bydlení');
    await iva.show('consents', 'all-kinds');
  });
}

async function asks(town, iva, folder) {
  await town.step('the form chooses nothing beforehand and says what is missing', async () => {
    await iva.go(`${folder}/consents/case-management`);
    assert.equal(await iva.page.locator('.decision input:checked').count(), 0);
    await iva.show('consent-ask', 'empty');
    await send(iva, 'Zapsat rozhodnutí');
    await iva.sees('Zapište, jak se klient rozhodl');
    await iva.fill({ decision: 'consent', form: 'written' });
    await send(iva, 'Zapsat rozhodnutí');
    await iva.sees('Doplňte rozsah', 'Doplňte aspoň jedno téma', 'Vyberte službu');
    await iva.show('consent-ask', 'error');
  });
}

const TERMS = {
  receiver: 'OSP Páteřník', direction: 'both', own_topics: 'odvolání', extent: 'rozhodnutí úřadu', purpose: 'společné odvolání',
  valid_from: '10. 3. 2026', valid_until: '31. 12. 2026',
};

async function onScreen(town, folder) {
  const iva = await town.worker(IVA, { screen: 'phone' });
  await town.step('the text is prepared, the telephone is in the hands of the client, who says no', async () => {
    await iva.go(`${folder}/consents/case-management`);
    await iva.fill(TERMS);
    await send(iva, 'Připravit znění');
    await iva.sees('Zatím to nikdo nerozhodl', 'odvolání');
    await iva.show('consent-text', 'ready');
    await send(iva, 'Ukázat klientovi');
    await iva.sees('Souhlasíte s tímto textem?', 'služby si nic neřeknou');
    assert.equal(await iva.page.locator('main :checked').count(), 0);
    await iva.show('consent-on-screen', 'empty');
    for (const language of ['Snadné čtení', 'Українською', 'English', 'Česky']) {
      await iva.page.locator('.row a', { hasText: language }).click();
      await iva.sees('společné odvolání');
    }
    await iva.fill({ decision: 'dissent', written_name: 'Viktor Domnělý' });
    await send(iva, 'Odevzdat rozhodnutí');
    await iva.sees('Vraťte prosím zařízení pracovníkovi');
    await iva.show('consent-on-screen', 'done');
    await iva.click('Odemknout (pracovník)');
    await iva.page.locator('input[name=password]').fill(town.account(IVA).password);
    await iva.click('Odemknout', { exact: true });
    await iva.go(folder);
    await iva.sees('Nesouhlas s případovou spoluprací');
  });
}

async function others(town) {
  const eva = await town.worker('Mgr. Eva Poradná');
  await town.step('a no, a withdrawn consent, and withdrawing what is agreed', async () => {
    await eva.go(await found(eva, 'zkusebni'));
    await eva.sees('Nesouhlas s případovou spoluprací');
    const folder = await found(eva, 'tuseny');
    await eva.go(`${folder}/consents`);
    await eva.sees('Odvoláno 17. 2. 2026', 'telefonicky');
    await eva.show('consents', 'withdrawn');
    await eva.go(`${folder}/consents/case-management`);
    await eva.fill({ ...TERMS, receiver: 'PM Páteřník', decision: 'consent', form: 'written', day: '10. 3. 2026' });
    await send(eva, 'Zapsat rozhodnutí');
    await eva.sees('Rozhodnutí je zapsáno.');
    await eva.page.locator('main a', { hasText: 'Odvolat souhlas' }).first().click();
    await eva.sees('Co se zastaví', 'Co zůstává', 'služby nesmějí nic dalšího předat');
    await eva.show('consent-withdrawal', 'empty');
    await eva.fill({ how: 'při návštěvě' });
    await send(eva, 'Odvolat souhlas');
    await eva.sees('Odvolání souhlasu je zapsáno.', 'odvolán 10. 3. 2026');
  });
}

async function handover(town, iva, folder) {
  await town.step('a handover is on paper, with the names of those who receive', async () => {
    await iva.go(`${folder}/consents/data-handover`);
    await iva.show('consent-handover', 'empty');
    await iva.fill({ receiver: 'OSP Páteřník', decision: 'consent', form: 'oral' });
    await send(iva, 'Zapsat rozhodnutí');
    await iva.sees('ústní souhlas nestačí', 'Vyberte pracovníky, kterým se údaje předají');
  });
}

async function secrecy(town, iva, folder) {
  await town.step('a release from secrecy stands apart', async () => {
    await iva.go(`${folder}/secrecy-releases/new`);
    await iva.show('secrecy-release', 'empty');
    await iva.fill({ addressee: 'Okresní soud ve Vzorově', extent: 'průběh spolupráce', purpose: 'řízení o příspěvku' });
    await send(iva, 'Zapsat zproštění');
    await iva.sees('Zproštění mlčenlivosti je zapsáno.', 'Okresní soud ve Vzorově');
    await iva.show('consents', 'with-release');
    await iva.page.locator('main a', { hasText: 'Odvolat zproštění' }).click();
    await iva.show('secrecy-withdrawal', 'empty');
    await iva.fill({ how: 'dopisem' });
    await send(iva, 'Odvolat zproštění');
    await iva.sees('Odvolání zproštění je zapsáno.');
  });
}

async function mentor(town, folder) {
  await town.step('a peer mentor asks the other service, is answered, notes it, and both are told', async () => {
    const jan = await town.worker('Jan Vozík', { screen: 'phone' });
    await jan.go(`${folder}/mentor-consultations/new`);
    await jan.show('mentor-ask', 'empty');
    await jan.fill({ area: 'příspěvek na mobilitu', question: 'Kdo na něj má nárok?', way: 'direct', direct_worker: 'Mgr. Eva Poradná (OSP Páteřník)' });
    await send(jan, 'Zeptat se');
    await jan.sees('jen z některého ze tří důvodů');
    await jan.fill({ reason: 'urgent' });
    await send(jan, 'Zeptat se');
    await jan.sees('Dotaz je odeslaný.', 'čeká na odpověď');
    const eva = await town.worker('Mgr. Eva Poradná');
    await eva.go('/notices');
    await eva.sees('Peer mentor se vás ptá');
    await eva.show('notices', 'unread');
    await eva.go('/mentor-consultations');
    await eva.show('mentor-questions', 'waiting');
    await eva.page.locator('main a', { hasText: 'Odpovědět' }).first().click();
    await eva.doesNotSee('Domnělý');
    await eva.fill({ answer: 'Každý, kdo se sám dopravuje.', conclusion: 'answered', way: 'phone', minutes: '35' });
    await eva.show('mentor-answer', 'filled');
    await send(eva, 'Zapsat odpověď');
    await eva.sees('vykázaná ve prospěch klienta');
    await jan.go(`${folder}/mentor-consultations`);
    await jan.click(/Napsat poznámku/);
    await jan.show('mentor-note', 'empty');
    await send(jan, 'Uložit poznámku a dát vědět');
    await jan.sees('sociální pracovník a vedoucí o ní vědí', 'uzavřeno');
    await jan.show('mentor-consultations', 'closed');
    const radka = await town.worker('Mgr. Radka Souhrnná');
    await radka.go('/');
    await radka.sees('Nová: 1');
  });
}
