// What several stories do with forms in the same words.

/** The folder of an address: `/folders/…`. */
export const folderOf = (path) => path.match(/^\/folders\/[0-9a-f-]+/)[0];

/** Writes a reason into every question of the page and sends the form again; nothing where nothing is asked. */
export async function answerWarnings(person, button, reason = 'Dohodnuto s klientkou, doplníme příště.') {
  const reasons = person.page.locator('textarea[name^="reason_r"]');
  if ((await reasons.count()) === 0) return;
  for (const one of await reasons.all()) await one.fill(reason);
  await person.click(button);
}

/** Ticks every box of the main form. */
export async function tickAll(person) {
  for (const box of await person.page.locator('main form input[type=checkbox]').all()) await box.setChecked(true, { force: true });
}

/** What the negotiation holds before the agreement. */
const PARTS = {
  request: { request: 'Chci, aby se vrátil.', expectation: 'Poradit, jak dál.' },
  needs: { wish: 'Klid pro syna.', need: 'Opora v krizi.', ability: 'Pracuje, umí požádat.', possibility: 'Sestra pomůže.' },
  situation: { situation: 'Odchod manžela, péče o syna.', circle_of_persons: 'fits' },
  expectations: { can_fulfil: 'zvládnout rozchod\nrodičovství', cannot_fulfil: 'ovlivnit manžela' },
};

/** Fills the parts of the negotiation, one page each. */
export async function negotiate(person, folder) {
  for (const [part, fields] of Object.entries(PARTS)) {
    await person.go(`${folder}/negotiation/edit?part=${part}`);
    await person.fill(fields);
    await person.page.locator('main form button.primary').click();
    await person.page.waitForURL((url) => !url.pathname.endsWith('/edit'));
  }
}

/** Adds the commission, in the client's own words. */
export async function agreeOnCommission(person, folder, on) {
  await person.go(`${folder}/commission`);
  await person.fill({ in_own_words: 'Zvládnout první týdny a domluvit péči o syna.', agreed_on: on });
  await person.click('Uložit zakázku');
}

/** Prepares the informed consent for her own signature; answers with the page of the signature. */
export async function prepareAgreement(person, folder) {
  await person.go(`${folder}/agreement/new`);
  await person.fill({ extent: 'jednou za týden', hours: 'podle domluvy', validity: 'indefinite', signer_role: 'self' });
  await person.click('Připravit znění');
  await answerWarnings(person, 'Připravit znění');
}

/** Signs the text that is open and concludes the agreement. */
export async function sign(person, on) {
  await person.go(await person.page.locator('a[href$="/signature"]').first().getAttribute('href'));
  await person.fill({ signed_on: on, signer_role: 'self', signed_in: 'Horní Vzorov' });
  await person.click('Uzavřít smlouvu');
}
