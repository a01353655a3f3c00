// Sharing between services: contacts handed over and taken up, a part of the commission asked for after a preview, answered,
// read, stopped; the other service offered. Pictures of every screen.

import assert from 'node:assert/strict';
import { folderOf } from '../lib/forms.mjs';

export const name = 'Sharing: contacts, a part of the commission, one statement, each after a preview';
export const clock = '2026-03-10T09:00';
export const engines = ['sqlite', 'postgres'];

const send = (person, button) => person.click(button, { within: person.page.locator('main form'), exact: true });

async function folderNamed(person, word) {
  await person.go(`/search?q=${word}`);
  return folderOf(await person.page.locator('main a[href^="/folders/"]').first().getAttribute('href'));
}

export async function play(town) {
  await handedOver(town);
  await asked(town);
  await onLaw(town);
  await offered(town);
}

async function handedOver(town) {
  await town.step('contacts go to the two who are named, and nothing else goes', async () => {
    const lenka = await town.worker('Lenka Páteřní');
    await lenka.go('/first-contacts/new');
    await lenka.fill({ channel: 'in_person', given_name: 'Tomáš', family_name: 'Fiktivní', sex: 'male', phone: '777 000 111', asked: 'Zajímá ho peer mentoring.' });
    await lenka.page.locator('main form button.primary').click();
    await lenka.page.waitForURL((url) => url.pathname.startsWith('/folders/'));
    const folder = folderOf(new URL(lenka.page.url()).pathname);
    await lenka.go(`${folder}/sharing`);
    await lenka.sees('Odsud zatím nic nepřešlo.');
    await lenka.show('sharing', 'empty');
    await lenka.click('Předat kontakty', { within: lenka.page.locator('main') });
    await send(lenka, 'Zapsat rozhodnutí');
    await lenka.sees('Vyberte službu, které kontakty předáváte');
    await lenka.show('handover', 'error');
    await lenka.choose('Které službě', { label: 'PM Páteřník' });
    await lenka.fill({ decision: 'consent', form: 'written', source: 'rehab_institute', institute: 'RÚ Vzorkov', region: 'Olomoucký kraj', injury: 'paraplegia' });
    await lenka.tick('Bc. Ota Kolečko (PM)');
    await lenka.tick('Mgr. Iva Rampová (PM)');
    await lenka.show('handover', 'full');
    await send(lenka, 'Zapsat rozhodnutí');
    await lenka.sees('souhlasí s předáním osobních a citlivých údajů do služby PM Páteřník', 'zatím nepřečteno');
  });
  await town.step('Ota reads what came and takes the applicant up', async () => {
    const ota = await town.worker('Bc. Ota Kolečko');
    await ota.go('/');
    await ota.sees('Sdíleno s námi', 'Tomáš Fiktivní');
    await ota.show('my-day', 'shared');
    await ota.go('/shared');
    await ota.show('shared-with-us', 'full');
    await ota.click('Tomáš Fiktivní');
    await ota.sees('Olomoucký kraj', 'paraplegie', 'přidělení vhodného peera');
    await ota.show('shared-item', 'contacts');
    await ota.click('Založit zájemce');
    await ota.show('take-up', 'full');
    await send(ota, 'Převzít');
    await ota.sees('Tomáš Fiktivní', 'Zájemce');
  });
  await town.step('the head of peer mentoring, who is not named, sees nothing', async () => {
    const radka = await town.worker('Mgr. Radka Souhrnná');
    await radka.go('/shared');
    await radka.sees('Zatím s vámi nikdo nic nesdílí.');
    await radka.show('shared-with-us', 'empty');
  });
}

async function asked(town) {
  await town.step('Iva asks for the appeal; what Eva will see stands there before it goes', async () => {
    const iva = await town.worker('Mgr. Iva Rampová');
    const folder = await folderNamed(iva, 'domnely');
    await iva.go(`${folder}/sharing/parts/new`);
    await iva.page.locator('select[name=topic]').selectOption({ index: 1 });
    await iva.tick('Mgr. Eva Poradná (OSP)');
    await iva.fill({ part: 'sepsání odvolání', route: 'urgent_direct', data: 'Rozhodnutí o příspěvku na péči z 2. 3. 2026' });
    await send(iva, 'Ukázat náhled');
    await iva.sees('Jinak zvolte nejbližší poradu');
    await iva.show('ask-for-part', 'error');
    await iva.fill({ deadline: '18. 3. 2026', reason: 'běží lhůta k odvolání' });
    await send(iva, 'Ukázat náhled');
    await iva.sees('Takto to uvidí služba OSP Páteřník', 'Klient: Viktor Domnělý');
    await iva.show('ask-for-part', 'preview');
    await send(iva, 'Odeslat žádost');
    await iva.sees('čeká na odpověď', 'zbývá 8 dní');
    await iva.show('sharing', 'asked');
  });
  await town.step('Eva takes it up in a folder of her own, and Iva sees with whom it is solved', async () => {
    const eva = await town.worker('Mgr. Eva Poradná');
    await eva.go('/shared');
    await eva.sees('termín 18. 3. 2026, zbývá 8 dní');
    await eva.click('sepsání odvolání');
    await eva.sees('Vidíte to, protože klient souhlasí se sdílením');
    await eva.show('shared-item', 'part');
    await eva.click('Odpovědět');
    await eva.show('answer-part', 'full');
    await send(eva, 'Odeslat odpověď');
    await eva.sees('Zvolte, jestli tuto část převezmete');
    await eva.show('answer-part', 'error');
    await eva.fill({ answer: 'accepted', own_folder: 'new' });
    await send(eva, 'Odeslat odpověď');
    await eva.sees('Viktor Domnělý');
    const own = folderOf(new URL(eva.page.url()).pathname);
    await eva.go(`${own}/sharing`);
    await eva.sees('Řešíme pro jinou službu', 'sepsání odvolání');
    await eva.show('sharing', 'taken');
    const iva = await town.worker('Mgr. Iva Rampová');
    const folder = await folderNamed(iva, 'domnely');
    await iva.go(`${folder}/sharing`);
    await iva.sees('řešeno ve spolupráci s OSP Páteřník');
    await iva.show('sharing', 'full');
    await iva.click('Ukončit sdílení', { within: iva.page.locator('main') });
    await iva.show('stop-sharing', 'full');
    await iva.go(`${folder}/sharing`);
    await iva.click('Uzavřít', { within: iva.page.locator('main') });
    await iva.sees('Co tím přestane být sdílené');
    await iva.show('end-part', 'full');
  });
  await town.step('one statement goes after its preview', async () => {
    const iva = await town.worker('Mgr. Iva Rampová');
    const folder = await folderNamed(iva, 'domnely');
    await iva.go(`${folder}/sharing/new`);
    await iva.page.locator('select[name=topic]').selectOption({ index: 1 });
    await iva.tick('Mgr. Eva Poradná (OSP)');
    await iva.fill({ title: 'Termín jednání', body: 'Jednání je 24. 3., volat lze na 777 123 456.' });
    await send(iva, 'Ukázat náhled');
    await iva.sees('údaj podobný telefonu', 'Patří to tam?');
    await iva.show('share', 'preview');
    await send(iva, 'Sdílet');
    await iva.sees('Termín jednání', 'Mgr. Eva Poradná: zatím nepřečteno');
    const eva = await town.worker('Mgr. Eva Poradná');
    await eva.go('/shared');
    await eva.click('Termín jednání');
    await send(eva, 'Potvrdit přečtení');
    await eva.doesNotSee('Potvrdit přečtení');
  });
}

async function onLaw(town) {
  await town.step('the law carries one thing without a consent, and says why', async () => {
    const iva = await town.worker('Mgr. Iva Rampová');
    const folder = await folderNamed(iva, 'domnely');
    await iva.go(`${folder}/sharing/new`);
    await iva.fill({ ground: 'vital_interest' });
    await iva.choose('Se kterou službou', { label: 'OSP Páteřník' });
    await iva.tick('Mgr. Eva Poradná (OSP)');
    await iva.fill({ title: 'Záchvaty', body: 'Při záchvatu podat lék z boční kapsy.', told_on: '10. 3. 2026' });
    await send(iva, 'Ukázat náhled');
    await iva.sees('Napište, proč je sdílení nutné', 'Klient sdílení s touto službou dovolil');
    await iva.show('share-on-law', 'error');
    await iva.fill({ law_reason: 'Jede dnes sám na jednání do poradny.', reason_r083: 'O zdraví souhlas nemluví.' });
    await send(iva, 'Ukázat náhled');
    await iva.sees('ze zákona, bez souhlasu klienta: životně důležitý zájem');
    await iva.show('share-on-law', 'preview');
    await send(iva, 'Sdílet');
    await iva.sees('Záchvaty', 'klientovi řečeno 10. 3. 2026', 'O zdraví souhlas nemluví.');
    await iva.show('sharing', 'on-law');
    const eva = await town.worker('Mgr. Eva Poradná');
    await eva.go('/shared');
    await eva.sees('ze zákona, bez souhlasu');
    await eva.show('shared-with-us', 'on-law');
    await eva.click('Záchvaty');
    await eva.sees('Vidíte to ze zákona, bez souhlasu klienta', 'Jede dnes sám na jednání do poradny.');
    await eva.show('shared-item', 'on-law');
  });
  await town.step('what was filed wrongly is moved to another topic', async () => {
    const iva = await town.worker('Mgr. Iva Rampová');
    const folder = await folderNamed(iva, 'domnely');
    await iva.go(`${folder}/sharing`);
    await iva.click('Přeřadit', { within: iva.page.locator('main') });
    await send(iva, 'Přeřadit');
    await iva.sees('Vyberte jiné téma téhož souhlasu');
    await iva.show('refile', 'error');
    await iva.fill({ topic: 'dávky' });
    await iva.show('refile', 'full');
    await send(iva, 'Přeřadit');
    await iva.sees('Informace je přeřazená k jinému tématu.', 'téma dávky');
  });
  await town.step('which grounds are offered is a matter of data with dates', async () => {
    const radka = await town.worker('Mgr. Radka Souhrnná');
    await radka.go('/settings/law/sharing_vital_interest');
    await radka.sees('Od tohoto dne nenabízet');
    await radka.show('law-of-sharing', 'full');
  });
}

async function offered(town) {
  await town.step('the other service is offered, and nothing crosses by it', async () => {
    const iva = await town.worker('Mgr. Iva Rampová');
    const folder = await folderNamed(iva, 'domnely');
    await iva.go(`${folder}/sharing/offers/new`);
    await iva.choose('Která služba', { label: 'SAS Podhůří' });
    await iva.fill({ contact_given: 'Mgr. Šárka Podhorská, úterý 9–12' });
    await iva.show('offer', 'full');
    await send(iva, 'Zapsat nabídku');
    await iva.sees('Mgr. Šárka Podhorská, úterý 9–12');
    await iva.go('/help/sharing');
    await iva.sees('Celou složku sdílet nejde');
    await iva.show('help-sharing', 'full');
    assert.ok(iva.page.url().endsWith('/help/sharing'));
  });
}
