// Scenario 5, from the plan of 16 March over the new commission of 15 June to the end on 31 August.

import { send } from './refusal.mjs';

const HOME = {
  goal: 'Udržet byt',
  in_own_words: 'Nechci se s kluky stěhovat.',
  success_indicator: 'nájemní smlouva platí a splátka dluhu je zaplacená třikrát po sobě',
  horizon_on: '15. 6. 2026',
  step_1_what: 'Domluvit splátky s majitelem',
  step_1_who: { label: 'klient/ka' },
  step_1_due: '30. 3. 2026',
};
const AGREED = { participation: 'took_part', participation_note: 'cíle řekla sama', explained: 'ukrajinsky, s tlumočnicí' };

async function planned(town, folder) {
  await town.later('2026-03-16T10:00');
  const jakub = await town.worker('Bc. Jakub Terénní');
  await town.step('N5: a goal that rests on nothing asks why, then it is linked and the plan is agreed', async () => {
    await jakub.go(`${folder}/plan/edit`);
    await jakub.fill({ planning_way: 'written', way_reason: 'ráda si věci píše', strengths: 'pracuje' });
    await send(jakub, 'Uložit plán');
    await jakub.go(`${folder}/plan/goals/new`);
    await jakub.fill(HOME);
    await send(jakub, 'Uložit cíl');
    await jakub.go(`${folder}/plan/agreement`);
    await jakub.fill({ ...AGREED, review_on: '15. 6. 2026' });
    await send(jakub, 'Plán je dohodnut');
    await jakub.sees('Cíl 1 se neopírá o žádnou zapsanou potřebu');
    await jakub.go(`${folder}/plan`);
    await jakub.click(/^Upravit\s+cíl 1/);
    await jakub.fill({ links: ['need', 'wish', 'housing'] });
    await send(jakub, 'Uložit cíl');
    await jakub.go(`${folder}/plan/agreement`);
    await jakub.fill({ ...AGREED, review_on: '15. 6. 2026' });
    await send(jakub, 'Plán je dohodnut');
    await jakub.sees('Individuální plán, verze 1');
  });
}

async function renewed(town, folder) {
  await town.later('2026-06-15T10:00');
  const jakub = await town.worker('Bc. Jakub Terénní', { scripts: false });
  await town.step('N7, N8: no end without an evaluation, no new commission without words', async () => {
    await jakub.go(`${folder}/closure/new`);
    await jakub.fill({ reason: 'evaluated', retention_class: 'standard' });
    await send(jakub, 'Ukončit spolupráci');
    await jakub.sees('Spolupráci nelze ukončit bez závěrečného hodnocení.');
    await jakub.go(`${folder}/evaluations/new`);
    await jakub.fill({ goal_1_result: 'met', clients_view: 'Ulevilo se mi.', workers_view: 'Domluva drží.' });
    await jakub.fill({ conclusion: 'new_commission' });
    await send(jakub, 'Zapsat hodnocení');
    await jakub.sees('Zapište novou zakázku');
  });
  await town.step('the rent is settled; a new commission with its goal and the second version', async () => {
    await jakub.fill({ new_commission: 'docházka do školy', why_changed: 'byt zůstal, syn nechodí do školy' });
    await jakub.fill({ next_review_on: '31. 8. 2026' });
    await send(jakub, 'Zapsat hodnocení');
    await jakub.sees('docházka do školy');
    await jakub.go(`${folder}/plan/goals/new`);
    await jakub.fill({ goal: 'Syn chodí do školy', success_indicator: 'měsíc bez neomluvené hodiny', horizon_on: '31. 8. 2026', links: 'need' });
    await send(jakub, 'Uložit cíl');
    await jakub.go(`${folder}/plan/agreement`);
    await jakub.fill({ ...AGREED, change_reason: 'nová zakázka', review_on: '31. 8. 2026' });
    await send(jakub, 'Plán je dohodnut');
    await jakub.sees('Individuální plán, verze 2');
  });
}

async function ended(town, folder) {
  await town.later('2026-08-31T10:00');
  const jakub = await town.worker('Bc. Jakub Terénní');
  await town.step('O3: evaluated, closed, the folder is kept to the end of 2036', async () => {
    await jakub.go(`${folder}/evaluations/new`);
    await jakub.fill({ goal_1_result: 'partly', clients_view: 'Zvládáme to.', workers_view: 'Chodí.', conclusion: 'end' });
    await send(jakub, 'Zapsat hodnocení');
    await jakub.go(`${folder}/plan`);
    await jakub.click(/^Hodnocení 31/);
    await jakub.sees('Srozumitelně pro klienta');
    await jakub.go(`${folder}/closure/new`);
    await jakub.fill({ reason: 'evaluated', retention_class: 'standard', left_in_network: 'škola, babička' });
    for (const one of await jakub.page.locator('main select[name^=item_]').all()) await one.selectOption({ index: 1 });
    await send(jakub, 'Ukončit spolupráci');
    await jakub.sees('Spolupráce skončila 31. 8. 2026', '31. 12. 2036', 'Vytisknout srozumitelně pro klienta');
  });
}

export async function plan(town, folder) {
  await planned(town, folder);
  await renewed(town, folder);
  await ended(town, folder);
}
