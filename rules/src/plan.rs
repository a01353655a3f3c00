//! The individual plan (§ 88 f of Act 108/2006; ): what has to be
//! there before it is agreed with the client, and what is only asked about. A draft may be as unfinished as it likes.

use crate::coded;
use crate::rule::{Findings, Warning};
use jiff::civil::Date;
use jiff::{Span, ToSpan};

coded! {
    /// Whose step it is.
    pub enum Doer {
        Client = "client",
        Worker = "worker",
        Other = "other",
    }
}

coded! {
    pub enum StepState {
        Open = "open",
        Done = "done",
        Dropped = "dropped",
    }
}

coded! {
    /// Whether the client made the plan with us.
    pub enum Participation {
        TookPart = "took_part",
        Impossible = "impossible",
    }
}

/// A step as the deed finds it.
#[derive(Clone, Debug, Default)]
pub struct Step {
    pub has_doer: bool,
    pub due_on: Option<Date>,
    /// Done or given up: it asks for nothing more.
    pub is_settled: bool,
}

/// A goal as the deed finds it; goals that ended are left out.
#[derive(Clone, Debug, Default)]
pub struct Goal {
    /// The number under which people know it: 1, 2 …
    pub number: usize,
    pub success_indicator: String,
    pub horizon: Option<Date>,
    pub is_linked: bool,
    pub is_outside_purpose: bool,
    pub steps: Vec<Step>,
}

/// A plan about to be agreed.
#[derive(Clone, Debug, Default)]
pub struct Plan<'a> {
    pub agreement_on: Option<Date>,
    pub has_way: bool,
    pub way_reason: &'a str,
    pub strengths: &'a str,
    pub goals: Vec<Goal>,
    pub participation: Option<Participation>,
    /// How the client took part, or why he could not.
    pub participation_note: &'a str,
    pub representative: &'a str,
    pub agreed_on: Option<Date>,
    pub review_on: Option<Date>,
    /// The plan was agreed before: it says why it changes.
    pub is_changed: bool,
    pub change_reason: &'a str,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Block {
    NoAgreement,
    NoWay,
    NoWayReason,
    NoGoal,
    /// Message 125.
    NotEvaluable {
        goal: usize,
    },
    /// Message 126.
    StepWithoutPersonOrDay {
        goal: usize,
    },
    NoParticipation,
    NoParticipationNote,
    NoRepresentative,
    DateMissing,
    InTheFuture,
    BeforeTheAgreement,
    ReviewMissing,
    ReviewNotLater,
    NoChangeReason,
}

/// Whether the plan may be called agreed.
pub fn check(plan: &Plan<'_>, today: Date) -> Findings<Block> {
    let mut found = Findings::default();
    let empty = |text: &str| text.trim().is_empty();
    found.block_if(plan.agreement_on.is_none(), Block::NoAgreement);
    found.block_if(!plan.has_way, Block::NoWay);
    found.block_if(plan.has_way && empty(plan.way_reason), Block::NoWayReason);
    found.block_if(plan.goals.is_empty(), Block::NoGoal);
    for goal in &plan.goals {
        let (number, steps) = (goal.number, &goal.steps);
        let is_evaluable = !empty(&goal.success_indicator) && goal.horizon.is_some();
        found.block_if(!is_evaluable, Block::NotEvaluable { goal: number });
        let lacks = |step: &Step| !(step.is_settled || step.has_doer && step.due_on.is_some());
        found.block_if(steps.iter().any(lacks), Block::StepWithoutPersonOrDay { goal: number });
    }
    took_part(&mut found, plan);
    days(&mut found, plan, today);
    found.block_if(plan.is_changed && empty(plan.change_reason), Block::NoChangeReason);
    let numbers = |is: fn(&Goal) -> bool| plan.goals.iter().filter(|goal| is(goal)).map(|goal| goal.number).collect();
    let unlinked: Vec<usize> = numbers(|goal| !goal.is_linked);
    let outside: Vec<usize> = numbers(|goal| goal.is_outside_purpose);
    found.warn_if(!unlinked.is_empty(), Warning::GoalsWithoutLink(unlinked));
    found.warn_if(!outside.is_empty(), Warning::GoalsOutsidePurpose(outside));
    found.warn_if(empty(plan.strengths), Warning::NoStrengths);
    found
}

/// the client took part, or it is said why he could not and who stood for him.
fn took_part(found: &mut Findings<Block>, plan: &Plan<'_>) {
    let has_note = !plan.participation_note.trim().is_empty();
    found.block_if(plan.participation.is_none(), Block::NoParticipation);
    found.block_if(plan.participation.is_some() && !has_note, Block::NoParticipationNote);
    let has_nobody = plan.representative.trim().is_empty();
    found.block_if(plan.participation == Some(Participation::Impossible) && has_nobody, Block::NoRepresentative);
}

fn days(found: &mut Findings<Block>, plan: &Plan<'_>, today: Date) {
    found.block_if(plan.agreed_on.is_none(), Block::DateMissing);
    found.block_if(plan.agreed_on.is_some_and(|day| day > today), Block::InTheFuture);
    let is_early = plan.agreed_on.zip(plan.agreement_on).is_some_and(|(day, agreement)| day < agreement);
    found.block_if(is_early, Block::BeforeTheAgreement);
    found.block_if(plan.review_on.is_none(), Block::ReviewMissing);
    let is_late = plan.agreed_on.zip(plan.review_on).is_some_and(|(agreed, review)| review <= agreed);
    found.block_if(is_late, Block::ReviewNotLater);
}

/// The day of the next review: so many months after the plan was agreed or looked at (D21).
pub fn review_on(day: Date, months: i64) -> Date {
    day.saturating_add(months_of(months))
}

fn months_of(months: i64) -> Span {
    months.clamp(1, 24).months()
}

/// Codes of what goals may rest on: a need, a wish, a part of the situation.
pub const NEED: &str = "need";
pub const WISH: &str = "wish";

/// What was found out and no goal leads from: „potřeby bez cíle“. Links are codes separated by spaces.
pub fn unlinked<'a>(found_out: &[&'a str], links: &[&str]) -> Vec<&'a str> {
    let is_linked = |code: &str| links.iter().any(|of_goal| of_goal.split_whitespace().any(|link| link == code));
    found_out.iter().copied().filter(|code| !is_linked(code)).collect()
}

/// A thing with an identity and its fields in words: a goal, a step, the plan as a whole.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Thing<K> {
    pub key: K,
    pub title: String,
    pub fields: Vec<(&'static str, String)>,
}

/// What happened to a thing between two versions of a plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Difference {
    Added { title: String, fields: Vec<(&'static str, String)> },
    Changed { title: String, fields: Vec<(&'static str, String, String)> },
    Ended { title: String },
}

/// What was added, changed and ended, in the order of the newer version; the ended ones last.
pub fn difference<K: PartialEq>(old: &[Thing<K>], new: &[Thing<K>]) -> Vec<Difference> {
    let now = new.iter().filter_map(|thing| match old.iter().find(|other| other.key == thing.key) {
        None => Some(Difference::Added { title: thing.title.clone(), fields: filled(thing) }),
        Some(before) => changed(before, thing),
    });
    let is_gone = |thing: &&Thing<K>| new.iter().all(|other| other.key != thing.key);
    let gone = old.iter().filter(is_gone).map(|thing| Difference::Ended { title: thing.title.clone() });
    now.chain(gone).collect()
}

fn filled<K>(thing: &Thing<K>) -> Vec<(&'static str, String)> {
    thing.fields.iter().filter(|(_, text)| !text.is_empty()).cloned().collect()
}

fn changed<K>(before: &Thing<K>, after: &Thing<K>) -> Option<Difference> {
    let was = |label: &str| before.fields.iter().find(|(other, _)| *other == label).map(|(_, text)| text.clone());
    let pairs = after.fields.iter().map(|(label, now)| (*label, was(label).unwrap_or_default(), now.clone()));
    let fields: Vec<_> = pairs.filter(|(_, was, now)| was != now).collect();
    (!fields.is_empty()).then(|| Difference::Changed { title: after.title.clone(), fields })
}

#[cfg(test)]
#[path = "plan_tests.rs"]
mod tests;
