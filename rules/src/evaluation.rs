//! Evaluation of the cooperation (hodnocení, § 88 f of Act 108/2006, D16, D21): what each goal came
//! to, what the client says, what the worker says, and whether it ends, is renewed, or goes on.

use crate::calendar::shifted;
use crate::coded;
use crate::rule::{Findings, Rule, Warning};
use crate::task::{Addressee, NewTask, Origin, Post};
use jiff::civil::Date;

coded! {
    /// What a goal came to on the day of the evaluation (vocabulary 69).
    pub enum GoalResult {
        Met = "met",
        Partly = "partly",
        Unmet = "unmet",
        Running = "running",
    }
}

coded! {
    /// “Continue” belongs to an interim look at goals only (D16).
    pub enum Conclusion {
        End = "end",
        NewCommission = "new_commission",
        Continue = "continue",
    }
}

#[derive(Clone, Debug, Default)]
pub struct Evaluation<'a> {
    pub on: Option<Date>,
    pub began_on: Option<Date>,
    pub participants: &'a str,
    /// One for each goal that is still open, in their order.
    pub results: Vec<Option<GoalResult>>,
    pub clients_view: &'a str,
    pub workers_view: &'a str,
    pub conclusion: Option<Conclusion>,
    pub new_commission: &'a str,
    pub why_changed: &'a str,
    pub next_review_on: Option<Date>,
    /// What was found out and no goal led from, in words.
    pub unlinked: Vec<String>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Block {
    NoAgreement,
    DateMissing,
    InTheFuture,
    BeforeItBegan,
    NoParticipants,
    /// The place among the open goals, from 0.
    NoResult {
        place: usize,
    },
    NoClientsView,
    NoWorkersView,
    NoConclusion,
    NoNewCommission,
    NoReasonOfChange,
    ReviewMissing,
    ReviewNotLater,
    /// A goal still goes on, and so the cooperation cannot end by this evaluation.
    StillRunning {
        place: usize,
    },
    /// The evaluation that ended the cooperation cannot come after the end.
    AfterTheEnd,
    NoCorrectionReason,
}

pub fn check(it: &Evaluation<'_>, today: Date) -> Findings<Block> {
    let mut found = said(it, today);
    let empty = |text: &str| text.trim().is_empty();
    match it.conclusion {
        None => found.blocks.push(Block::NoConclusion),
        Some(Conclusion::End) => {
            found.warn_if(!it.unlinked.is_empty(), Warning::UnlinkedNeeds(it.unlinked.clone()));
        }
        Some(Conclusion::NewCommission) => {
            found.block_if(empty(it.new_commission), Block::NoNewCommission);
            found.block_if(empty(it.why_changed), Block::NoReasonOfChange);
            review(&mut found, it);
        }
        Some(Conclusion::Continue) => review(&mut found, it),
    }
    found
}

/// A correction: what was said is mended and says why. The conclusion is a deed that others followed from; it stays.
pub fn check_correction(it: &Evaluation<'_>, closed_on: Option<Date>, reason: &str, today: Date) -> Findings<Block> {
    let mut found = said(it, today);
    match it.conclusion {
        None => found.blocks.push(Block::NoConclusion),
        Some(Conclusion::End) => {
            let is_after = it.on.zip(closed_on).is_some_and(|(day, closed)| day > closed);
            found.block_if(is_after, Block::AfterTheEnd);
        }
        Some(Conclusion::NewCommission | Conclusion::Continue) => review(&mut found, it),
    }
    found.block_if(reason.trim().is_empty(), Block::NoCorrectionReason);
    found
}

/// What every version of an evaluation says.
fn said(it: &Evaluation<'_>, today: Date) -> Findings<Block> {
    let mut found = Findings::default();
    let empty = |text: &str| text.trim().is_empty();
    found.block_if(it.began_on.is_none(), Block::NoAgreement);
    found.block_if(it.on.is_none(), Block::DateMissing);
    found.block_if(it.on.is_some_and(|day| day > today), Block::InTheFuture);
    found.block_if(it.on.zip(it.began_on).is_some_and(|(day, began)| day < began), Block::BeforeItBegan);
    found.block_if(empty(it.participants), Block::NoParticipants);
    for (place, result) in it.results.iter().enumerate() {
        found.block_if(result.is_none(), Block::NoResult { place });
        let ends = it.conclusion == Some(Conclusion::End);
        found.block_if(ends && *result == Some(GoalResult::Running), Block::StillRunning { place });
    }
    found.block_if(empty(it.clients_view), Block::NoClientsView);
    found.block_if(empty(it.workers_view), Block::NoWorkersView);
    found
}

/// What goes on is looked at again: an early look restarts the period (D21).
fn review(found: &mut Findings<Block>, it: &Evaluation<'_>) {
    found.block_if(it.next_review_on.is_none(), Block::ReviewMissing);
    let is_late = it.on.zip(it.next_review_on).is_some_and(|(on, next)| next <= on);
    found.block_if(is_late, Block::ReviewNotLater);
}

/// The review of a plan, for whoever is the key worker then.
pub fn review_task<W>(due_on: Date) -> NewTask<W> {
    NewTask { origin: Origin::IndividualPlan, rule: Rule::R018, addressee: Addressee::Post(Post::KeyWorker), due_on }
}

/// „Zvážit ukončení“: a week after every goal was met.
pub fn ending_task<W>(on: Date) -> NewTask<W> {
    NewTask::for_post(Origin::Evaluation, Rule::R126, Post::KeyWorker, on)
}

/// The same when nobody has met the client for so many days; it moves with each contact.
pub fn silence_task<W>(last_contact: Date, days: i64) -> NewTask<W> {
    let (origin, addressee) = (Origin::IndividualPlan, Addressee::Post(Post::KeyWorker));
    NewTask { origin, rule: Rule::R126, addressee, due_on: shifted(last_contact, days) }
}

/// Every goal is met, so it is time to think of the end.
pub fn is_all_met(results: &[Option<GoalResult>]) -> bool {
    !results.is_empty() && results.iter().all(|one| *one == Some(GoalResult::Met))
}

/// A plan within the set number of days after the agreement or after the need was seen.
pub fn plan_task<W>(rule: Rule, from: Date, days: i64) -> NewTask<W> {
    let (origin, addressee) = (Origin::Agreement, Addressee::Post(Post::KeyWorker));
    NewTask { origin, rule, addressee, due_on: shifted(from, days) }
}

#[cfg(test)]
#[path = "evaluation_tests.rs"]
mod tests;
