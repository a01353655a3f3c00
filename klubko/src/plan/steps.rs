//! The steps of a goal as its form has them: twelve rows, filled or not. A row stands for the step of that place.

use super::store::read::Step;
use crate::kernel::form::Form;
use crate::kernel::format_cs::date;
use crate::kernel::id::{StatementId, WorkerId};
use jiff::civil::Date;
use rules::coded::Coded;
use rules::moment::date_typed::Leaning;
use rules::plan::{Doer, StepState};

/// The names of one row's fields.
pub struct Names {
    pub what: &'static str,
    pub who: &'static str,
    pub other: &'static str,
    pub due: &'static str,
}

macro_rules! names {
    ($($number:literal),*) => {
        &[$(Names {
            what: concat!("step_", $number, "_what"),
            who: concat!("step_", $number, "_who"),
            other: concat!("step_", $number, "_other"),
            due: concat!("step_", $number, "_due"),
        }),*]
    };
}

pub const ROWS: &[Names] = names!(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12);

impl Row {
    /// `Krok 3: do kdy`, so that a comparison of two editors tells the rows apart.
    pub fn label(&self, what: &str) -> String {
        format!("Krok\u{a0}{}: {what}", self.number)
    }
}

/// Empty rows offered below the filled ones.
const SPARE: usize = 2;

/// A row ready to print: its number and the names of its fields.
pub struct Row {
    pub number: usize,
    pub names: &'static Names,
}

/// The rows that a form shows: the filled ones and two more.
pub fn shown(form: &Form<'_>, steps: &[Step], more: usize) -> Vec<Row> {
    let last_stored = steps.iter().map(place).max().map_or(0, |last| last + 1);
    let last_typed = ROWS.iter().rposition(|names| !is_blank(form, names)).map_or(0, |last| last + 1);
    let count = (last_stored.max(last_typed) + SPARE).max(more).min(ROWS.len());
    ROWS.iter().take(count).enumerate().map(|(place, names)| Row { number: place + 1, names }).collect()
}

fn is_blank(form: &Form<'_>, names: &Names) -> bool {
    [names.what, names.who, names.other, names.due].iter().all(|name| form.value(name).is_empty())
}

/// The place of a step among the rows, from 0.
fn place(step: &Step) -> usize {
    usize::try_from(step.position - 1).unwrap_or(0)
}

pub fn prefill(form: &mut Form<'_>, steps: &[Step]) {
    for step in steps {
        let Some(names) = ROWS.get(place(step)) else { continue };
        form.prefill(names.what, step.step.clone());
        let who = match step.doer() {
            Some(Doer::Client) => Doer::Client.code().to_owned(),
            Some(Doer::Worker) => step.worker_id.map(|id| id.to_string()).unwrap_or_default(),
            Some(Doer::Other) | None => String::new(),
        };
        form.prefill(names.who, who);
        form.prefill(names.other, step.doer_name.clone());
        form.prefill(names.due, step.due_on.map(date).unwrap_or_default());
    }
}

/// What is to be written: new steps, changed ones, and those whose row was emptied.
pub fn read(
    form: &mut Form<'_>,
    steps: &[Step],
    colleagues: &[(String, String)],
    (goal, today): (StatementId, Date),
) -> Vec<Step> {
    let mut written = Vec::new();
    for (at, names) in ROWS.iter().enumerate() {
        let stands = steps.iter().find(|step| place(step) == at);
        let position = i64::try_from(at + 1).unwrap_or_default();
        let fresh = Step {
            id: StatementId::default(),
            version: 0,
            goal_id: goal,
            position,
            step: String::new(),
            doer: String::new(),
            worker_id: None,
            worker: None,
            doer_name: String::new(),
            with_service_id: None,
            due_on: None,
            state: StepState::Open,
            state_on: None,
        };
        let before = stands.cloned().unwrap_or(fresh);
        written.extend(row(form, names, &before, (colleagues, today)));
    }
    written
}

/// One row: nothing when nothing changed.
fn row(
    form: &mut Form<'_>,
    names: &'static Names,
    before: &Step,
    (colleagues, today): (&[(String, String)], Date),
) -> Option<Step> {
    let what = form.text(names.what);
    if what.is_empty() {
        if !is_blank(form, names) {
            form.problem(names.what, "Napište, co je potřeba udělat, nebo vymažte i osobu a termín");
        }
        let dropped = Step { state: StepState::Dropped, state_on: Some(today), ..before.clone() };
        return (before.version > 0).then_some(dropped);
    }
    let due_on = form.date_or_none(names.due, Leaning::Future);
    let (doer, worker_id, doer_name) = who(form, names, before, colleagues);
    let after = Step { step: what, doer, worker_id, doer_name, due_on, ..before.clone() };
    let is_same = after.step == before.step
        && after.doer == before.doer
        && after.worker_id == before.worker_id
        && after.doer_name == before.doer_name
        && after.due_on == before.due_on;
    (!is_same).then_some(after)
}

fn who(
    form: &mut Form<'_>,
    names: &'static Names,
    before: &Step,
    colleagues: &[(String, String)],
) -> (String, Option<WorkerId>, String) {
    let other = form.text(names.other);
    let chosen = form.value(names.who).to_owned();
    if !other.is_empty() {
        if !chosen.is_empty() {
            form.problem(names.other, "Zvolte osobu, nebo napište jinou. Obojí najednou nejde");
        }
        return (Doer::Other.code().to_owned(), None, other);
    }
    if chosen.is_empty() {
        return (String::new(), None, String::new());
    }
    if chosen == Doer::Client.code() {
        return (chosen, None, String::new());
    }
    let worker = chosen.parse::<WorkerId>().ok();
    let is_offered = colleagues.iter().any(|(id, _)| *id == chosen) || worker == before.worker_id;
    if worker.is_none() || !is_offered {
        // Message 128, or somebody who is not of the service.
        form.problem(names.who, "S tímto pracovníkem tu počítat nelze. Vyberte někoho jiného");
    }
    (Doer::Worker.code().to_owned(), worker, String::new())
}
