// The individual plan from the first goal to the end of the cooperation: a draft, the deed that is checked, its versions,
// an evaluation with a new commission without JavaScript, the end with what is still open. Pictures of every screen.

import { FOUR_WAYS } from '../lib/visitor.mjs';
import { folderOf } from '../lib/forms.mjs';

export const name = 'The individual plan: goals, agreement, versions, evaluation, the end';
export const clock = '2026-03-10T09:00';
export const engines = ['sqlite', 'postgres'];

const GOAL = {
  goal: 'Domluvit se o prázdninách',
  in_own_words: 'Ať dcera ví, kde bude v létě.',
  success_indicator: 'oba rodiče podepsali rozpis prázdnin',
  horizon_on: '31. 5. 2026',
  links: 'wish',
  step_1_what: 'Sepsat návrh rozpisu',
  step_1_who: { label: 'klient/ka' },
  step_1_due: '20. 3. 2026',
};
const SECOND = {
  goal: 'Mluvit spolu bez křiku',
  success_indicator: 'tři hovory po sobě bez zavěšení',
  horizon_on: '30. 6. 2026',
  links: 'need',
  step_1_what: 'Nacvičit začátek hovoru',
  step_1_who: { label: 'Mgr. Alena Příkladná' },
  step_1_due: '7. 4. 2026',
};

const send = (person, button) => person.click(button, { within: person.page.locator('main form'), exact: true });

export async function play(town) {
  const alena = await town.worker('Mgr. Alena Příkladná');
  await alena.go('/folders?worker=me');
  const folder = folderOf(await alena.page.locator('main a[href^="/folders/"]').first().getAttribute('href'));
  await draft(town, alena, folder);
  await agree(town, alena, folder);
  await change(town, folder);
  await evaluate(town, folder);
  await end(town, folder);
}

async function draft(town, alena, folder) {
  await town.step('an empty plan says what will be there; a goal may be unfinished', async () => {
    await alena.go(`${folder}/plan`);
    await alena.sees('Plán zatím nemá žádný cíl');
    await alena.show('plan', 'empty');
    await alena.go(`${folder}/plan/edit`);
    await alena.fill({ planning_way: 'written', way_reason: 'Má ráda věci na papíře.' });
    await alena.fill({ strengths: 'Trpělivá, umí naslouchat dceři.' });
    await alena.show('plan-edit', 'full');
    await send(alena, 'Uložit plán');
    await alena.go(`${folder}/plan/goals/new`);
    await alena.show('plan-goal', 'empty');
    await send(alena, 'Uložit cíl');
    await alena.sees('Napište cíl');
    await alena.show('plan-goal', 'error');
    await alena.fill({ ...GOAL, success_indicator: '' });
    await send(alena, 'Uložit cíl');
    await alena.sees('Cíl 1: Domluvit se o prázdninách');
  });
  await town.step('a note of planning without a paper stands in the same place', async () => {
    await alena.go(`${folder}/plan/notes/new`);
    await alena.show('plan-note', 'empty');
    await alena.fill({ goal: 'klidnější předávání', note: 'Zkusí předat dceru u babičky.' });
    await send(alena, 'Uložit poznámku');
    await alena.sees('Zkusí předat dceru u babičky.');
  });
}

async function agree(town, alena, folder) {
  await town.step('the deed says what is missing, then the plan is agreed', async () => {
    await alena.go(`${folder}/plan/agreement`);
    await alena.show('plan-agreement', 'empty');
    await send(alena, 'Plán je dohodnut');
    await alena.sees('Cíl 1: doplňte, podle čeho poznáme', 'Zapište, jestli se klient na plánu podílel');
    await alena.show('plan-agreement', 'error');
    await alena.go(`${folder}/plan`);
    await alena.click(/^Upravit\s+cíl 1/);
    await alena.fill({ success_indicator: GOAL.success_indicator });
    await alena.show('plan-goal', 'full');
    await send(alena, 'Uložit cíl');
    await alena.go(`${folder}/plan/goals/new`);
    await alena.fill(SECOND);
    await send(alena, 'Uložit cíl');
    await alena.go(`${folder}/plan/agreement`);
    await alena.fill({ participation: 'took_part', participation_note: 'Cíle řekla sama.', explained: 'česky' });
    await send(alena, 'Plán je dohodnut');
    await alena.sees('Plán je dohodnut.', 'Individuální plán, verze 1', 'Cíle řekla sama.');
    await alena.show('plan', 'full', FOUR_WAYS);
    await alena.go(folder);
    await alena.sees('Cíle', 'Domluvit se o prázdninách');
    await alena.show('folder', 'plan');
  });
}

async function change(town, folder) {
  await town.later('2026-03-24T09:00');
  const alena = await town.worker('Mgr. Alena Příkladná');
  await town.step('a step is done by one button, a goal ends with a reason, versions say what changed', async () => {
    await alena.go(`${folder}/plan`);
    await alena.click(/^Hotovo\s*: Sepsat návrh rozpisu/);
    await alena.sees('hotovo 24. 3. 2026', 'Plán se od dohody změnil.');
    await alena.click(/^Cíl ukončit\s+2/);
    await alena.show('plan-goal-end', 'empty');
    await alena.fill({ end_reason: 'Po hovorech už nekřičí, není potřeba.' });
    await send(alena, 'Ukončit cíl');
    await alena.go(`${folder}/plan/versions`);
    await alena.sees('Změny od poslední dohody', 'ukončeno');
    await alena.show('plan-versions', 'draft');
  });
}

async function evaluate(town, folder) {
  const alena = await town.worker('Mgr. Alena Příkladná', { scripts: false });
  await town.step('without JavaScript: an evaluation asks for both views, and begins a new commission', async () => {
    await alena.go(`${folder}/evaluations/new`);
    await alena.show('evaluation', 'empty');
    await send(alena, 'Zapsat hodnocení');
    await alena.sees('Zvolte, jak cíl dopadl', 'Zvolte závěr hodnocení');
    await alena.show('evaluation', 'error');
    await alena.fill({ goal_1_result: 'met', clients_view: 'Rozpis máme.', workers_view: 'Domluvili se sami.' });
    await alena.fill({ conclusion: 'new_commission', new_commission: 'Chci, ať dcera mluví i s tátovou rodinou.' });
    await alena.fill({ why_changed: 'Prázdniny jsou domluvené.' });
    await send(alena, 'Zapsat hodnocení');
    await alena.sees('nová zakázka platí', 'Chci, ať dcera mluví i s tátovou rodinou.');
    await alena.click(/^Hodnocení 24/);
    await alena.sees('Rozpis máme.', 'splněn');
    await alena.show('evaluated', 'full');
  });
}

async function end(town, folder) {
  const alena = await town.worker('Mgr. Alena Příkladná', { scripts: false });
  await town.step('the end lists what is open, asks about each thing, and says how long the folder is kept', async () => {
    await alena.go(`${folder}/tasks`);
    await alena.fill({ what: 'Vrátit zapůjčenou knihu', who: { label: 'klíčový pracovník' }, due: '30. 4. 2026' });
    await alena.click('Zadat úkol');
    await alena.go(`${folder}/closure`);
    await alena.sees('Spolupráce nebyla ukončena.');
    await alena.show('closure', 'empty');
    await alena.go(`${folder}/closure/new`);
    await alena.sees('Vrátit zapůjčenou knihu', 'Závěrečné hodnocení zatím není.');
    await alena.fill({ reason: 'withdrawal', explanation: 'Dál si poradí sama.' });
    await send(alena, 'Ukončit spolupráci');
    await alena.sees('Dokončete je, nebo je někomu předejte');
    await alena.show('closure-new', 'error');
    await alena.fill({ item_1: { label: 'už není potřeba' }, left_in_network: 'rodinné centrum' });
    // Half-written texts of the steps before wait there too; their author finishes them.
    const rest = alena.page.locator('main select[name^=item_]:not([name=item_1])');
    for (const one of await rest.all()) await one.selectOption({ index: 1 });
    await send(alena, 'Ukončit spolupráci');
    await alena.sees('Spolupráce je ukončena.', '31. 12. 2036', 'rodinné centrum');
    await alena.show('closure', 'full');
    await alena.go(`${folder}/reopening`);
    await alena.show('reopening-closed', 'empty');
    await alena.fill({ how: 'new_negotiation', channel: 'phone', time: '8:00', asked: 'Chce poradit s převodem školy.' });
    await send(alena, 'Zapsat novou žádost');
    await alena.sees('Nová žádost je zapsaná', 'Chce poradit s převodem školy.');
  });
}
