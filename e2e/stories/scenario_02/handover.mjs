// Scenario 2, Tuesday 12 May: family therapy prevails and Alena hands the case over to Bohdan.

const BOHDAN = { label: 'PhDr. Bohdan Ukázka' };

export async function handover(town, folder) {
  await town.later('2026-05-12T13:00');
  const alena = await town.worker('Mgr. Alena Příkladná');
  const bohdan = await town.worker('PhDr. Bohdan Ukázka', { screen: 'phone' });
  await town.step('a task of her own is open', async () => {
    await alena.go(`${folder}/tasks`);
    await alena.fill({ what: 'Zavolat škole', who: { label: 'Mgr. Alena Příkladná' }, due: '29. 5. 2026' });
    await alena.click('Zadat úkol');
    await alena.sees('Zavolat škole');
  });
  await town.step('N9: a gap from 12 to 15 May is refused and nothing typed is lost', async () => {
    await alena.go(`${folder}/handovers/new`);
    await alena.show('handover-new', 'empty');
    await alena.fill({ to: BOHDAN, ends_on: '12. 5. 2026', begins_on: '15. 5. 2026', reason: 'commission_prevailed' });
    await alena.fill({ note: 'Převažuje rodinná terapie.', client_informed_on: '12. 5. 2026' });
    await alena.click('Předat případ', { within: alena.page.locator('main form'), exact: true });
    await alena.sees(/jen jednoho klíčového pracovníka/, /Zvolte navazující datum předání/);
    await alena.show('handover-new', 'error');
  });
  await town.step('N10: until Bohdan accepts, Alena remains', async () => {
    await alena.fill({ begins_on: '12. 5. 2026' });
    await alena.click('Předat případ', { within: alena.page.locator('main form'), exact: true });
    await alena.go(`${folder}/team`);
    await alena.sees(/čeká na přijetí/);
    await bohdan.go(`${folder}/timeline`);
    await bohdan.doesNotSee('Péče je domluvená');
    await bohdan.go('/tasks');
    await bohdan.doesNotSee('Zavolat škole');
    await alena.go('/tasks');
    await alena.sees('Zavolat škole');
  });
  await accepts(town, { alena, bohdan, folder });
}

async function accepts(town, { alena, bohdan, folder }) {
  await town.step('O5: he accepts; the open tasks and the case are his', async () => {
    await bohdan.go('/');
    await bohdan.sees('Předání čekají na vás');
    await bohdan.show('my-day', 'offered');
    await bohdan.click(/^Otevřít/);
    await bohdan.sees('Klára Vzorná', /převážila jednotlivá zakázka/, 'Převažuje rodinná terapie.');
    await bohdan.doesNotSee('Zavolat škole');
    await bohdan.show('handover', 'offered');
    await bohdan.click('Převzít případ');
    await bohdan.go('/tasks');
    await bohdan.sees('Zavolat škole', /Vyhotovit písemný individuální plán/);
    await alena.go('/tasks');
    await alena.doesNotSee('Zavolat škole', 'Klára Vzorná');
    await alena.go(`${folder}/timeline`);
    await alena.sees(/nemáte přístup/);
    await alena.show('refused', 'full');
  });
  await town.later('2026-05-13T09:00');
  const next = await town.worker('PhDr. Bohdan Ukázka', { screen: 'phone' });
  await town.step('O5: the line of key workers has no gap, and who looked is written down', async () => {
    await next.go(`${folder}/team`);
    await next.sees(/od út 12\. 5\. 2026 13:00/, /do út 12\. 5\. 2026 13:00/, /převážila jednotlivá zakázka/);
    await next.show('team', 'handed-over');
    await next.go(`${folder}/looks`);
    await next.sees('Alena Příkladná');
    await next.show('looks', 'full');
  });
}
