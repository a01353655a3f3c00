// Two workers, one form: whoever saves second is shown both versions field by field and chooses; with and without a
// script, on a phone and at a desk.

import assert from 'node:assert/strict';

export const name = 'Two editors: nobody overwrites anybody';
export const clock = '2026-03-10T09:00';
export const engines = ['sqlite', 'postgres'];

export async function play(town) {
  const alena = await town.worker('Mgr. Alena Příkladná');
  const phone = await town.worker('Mgr. Alena Příkladná', { screen: 'phone' });
  const plain = await town.worker('Mgr. Alena Příkladná', { scripts: false });
  await alena.go('/folders');
  const folder = await alena.page.locator('main a[href^="/folders/"]').first().getAttribute('href');
  await compare(town, { alena, slower: phone, data: `${folder}/data`, said: ['Volat po šesté', 'Jen psát'] });
  await compare(town, { alena, slower: plain, data: `${folder}/data`, said: ['Volat ráno', 'Volat v poledne'] });
  await byKeyboard(town, alena, phone, `${folder}/data`);
}

async function compare(town, { alena, slower, data, said: [theirs, mine] }) {
  const how = slower.scripts ? 'on a phone' : 'without a script';
  await town.step(`whoever is slower sees both versions ${how}`, async () => {
    await slower.go(`${data}/edit`);
    await alena.go(`${data}/edit`);
    await alena.fill({ note: theirs, title: 'Bc.' });
    await alena.click('Uložit údaje');
    await slower.fill({ note: mine, email: 'klient@priklad.test', address_as: mine });
    await slower.click('Uložit údaje');
    await slower.sees('Porovnejte, co má platit', 'Když jste začali', 'Co je teď', theirs);
    await slower.show('two-editors', slower.scripts ? 'compared' : 'compared-plain');
  });
  await town.step(`nothing is chosen for him where both wrote, and he is told so ${how}`, async () => {
    assert.equal(await slower.page.locator('[name=take_note]:checked').count(), 0);
    assert.equal(await slower.page.locator('[name=take_address_as]:checked').getAttribute('value'), 'mine');
    await slower.click('Uložit vybrané znění');
    await slower.sees('Ještě vyberte, co má platit');
    assert.equal(await slower.page.locator('input[name=note]').inputValue(), mine);
    await slower.show('two-editors', slower.scripts ? 'open' : 'open-plain');
  });
  await town.step(`what he chooses holds, and nothing of the other's is lost ${how}`, async () => {
    await slower.fill({ take_note: 'mine', note: `${mine}, prosím` });
    await slower.click('Uložit vybrané znění');
    await slower.sees(`${mine}, prosím`, 'klient@priklad.test');
    assert.equal(slower.path, data);
    await slower.go('/drafts');
    await slower.sees('Všechno dopsáno.');
  });
}

async function byKeyboard(town, alena, slower, data) {
  await town.step('what was begun waits as a comparison, and arrows and the space bar are enough to choose', async () => {
    await slower.go(`${data}/edit`);
    await slower.fill({ note: 'Rozepsáno na telefonu' });
    await slower.page.locator('[data-saved][data-state=ok]').waitFor();
    await alena.go(`${data}/edit`);
    await alena.fill({ note: 'Uloženo u stolu' });
    await alena.click('Uložit údaje');
    await slower.go('/drafts');
    await slower.page.locator('a[href*="/data/edit?draft="]').first().click();
    await slower.sees('Porovnejte, co má platit', 'Uloženo u stolu');
    await slower.page.locator('[name=take_note][value=now]').focus();
    await slower.page.keyboard.press('Space');
    assert.equal(await slower.page.locator('[name=take_note]:checked').getAttribute('value'), 'now');
    await slower.page.keyboard.press('ArrowRight');
    assert.equal(await slower.page.locator('[name=take_note]:checked').getAttribute('value'), 'mine');
    await slower.page.keyboard.press('Enter');
    await slower.sees('Rozepsáno na telefonu');
    assert.equal(slower.path, data);
  });
}
