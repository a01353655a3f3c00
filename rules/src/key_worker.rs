//! The key worker (R-032, R-034, decision 4): exactly one at any moment, and a handover without a gap or an overlap.
//!
//! Assignments are half-open in milliseconds: the moment in which one ends is the moment in which the next begins.

use crate::coded;
use crate::profession::{Profession, may_be_key_worker};
use jiff::civil::Date;

/// Who holds the case, from a moment on, until another one; open when nobody follows yet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Assignment<W> {
    pub worker: W,
    pub from_at: i64,
    pub until_at: Option<i64>,
}

impl<W> Assignment<W> {
    fn holds_at(&self, moment: i64) -> bool {
        self.from_at <= moment && self.until_at.is_none_or(|until| moment < until)
    }
}

/// The key worker at a moment; nobody before the first one is named.
pub fn who_at<W>(assignments: &[Assignment<W>], moment: i64) -> Option<&W> {
    assignments.iter().find(|assignment| assignment.holds_at(moment)).map(|assignment| &assignment.worker)
}

/// A line of assignments that is broken: nobody, or two people, between two moments (message 107).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Broken {
    EndsBeforeItBegins { from_at: i64 },
    Gap { from_at: i64, until_at: Option<i64> },
    Overlap { from_at: i64, until_at: Option<i64> },
}

/// From the first assignment on there is never nobody and never two: each ends where the next begins, the last is open.
pub fn check_line<W>(assignments: &[Assignment<W>]) -> Result<(), Broken> {
    let mut line: Vec<&Assignment<W>> = assignments.iter().collect();
    line.sort_by_key(|assignment| (assignment.from_at, assignment.until_at.unwrap_or(i64::MAX)));
    let mut held_until: Option<i64> = None;
    for (position, assignment) in line.iter().enumerate() {
        let (from_at, until_at) = (assignment.from_at, assignment.until_at);
        match (position, held_until) {
            _ if until_at.is_some_and(|until| until <= from_at) => return Err(Broken::EndsBeforeItBegins { from_at }),
            (0, _) => {}
            (_, None) => return Err(Broken::Overlap { from_at, until_at }),
            (_, Some(held)) if held < from_at => return Err(Broken::Gap { from_at: held, until_at: Some(from_at) }),
            (_, Some(held)) if from_at < held => return Err(Broken::Overlap { from_at, until_at: Some(held) }),
            (_, Some(_)) => {}
        }
        held_until = until_at;
    }
    match held_until {
        Some(held) => Err(Broken::Gap { from_at: held, until_at: None }),
        None => Ok(()),
    }
}

/// Somebody who is to become the key worker.
#[derive(Clone, Copy, Debug)]
pub struct Candidate<W> {
    pub worker: W,
    pub profession: Profession,
    /// Has a membership of the folder's service and an account that works.
    pub active_in_service: bool,
    pub excluded: bool,
}

/// Why somebody cannot become the key worker.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CandidateBlock {
    NotActiveInService,
    NotProfessional,
    Excluded,
}

pub fn candidate_blocks<W>(candidate: &Candidate<W>) -> Vec<CandidateBlock> {
    let found = [
        (!candidate.active_in_service, CandidateBlock::NotActiveInService),
        (!may_be_key_worker(candidate.profession), CandidateBlock::NotProfessional),
        (candidate.excluded, CandidateBlock::Excluded),
    ];
    found.into_iter().filter(|(holds, _)| *holds).map(|(_, block)| block).collect()
}

coded! {
    /// Why a case is handed over. The last one says more in a note: absence, departure, client's wish, relation.
    pub enum HandoverReason {
        ExpertiseChanged = "expertise_changed",
        CommissionPrevailed = "commission_prevailed",
        Other = "other",
    }
}

coded! {
    /// Where a handover stands. Until it is accepted, and when it is declined, the old key worker remains.
    pub enum HandoverState {
        Proposed = "proposed",
        Accepted = "accepted",
        Declined = "declined",
        TakenBack = "taken_back",
    }
}

/// A handover as it is proposed.
#[derive(Clone, Copy, Debug)]
pub struct Handover<'a, W> {
    pub from: W,
    pub to: &'a Candidate<W>,
    pub reason: Option<HandoverReason>,
    pub note: &'a str,
    pub ends_on: Option<Date>,
    pub begins_on: Option<Date>,
    /// Another handover of this case waits for its acceptance or for its planned day.
    pub another_open: bool,
}

/// Why a handover cannot be proposed or accepted so.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Block {
    NotTheKeyWorker,
    ToHimself,
    ReasonMissing,
    /// The reason “other” is told in the note.
    NoteMissing,
    DateMissing,
    /// Between the two days nobody would hold the case (message 107).
    Gap {
        ends_on: Date,
        begins_on: Date,
    },
    /// Between the two days both would hold it (message 107).
    Overlap {
        begins_on: Date,
        ends_on: Date,
    },
    AnotherIsOpen,
    Addressee(CandidateBlock),
    NotProposed {
        state: HandoverState,
    },
}

/// Checks a proposed handover against the key worker of now.
pub fn propose<W: PartialEq>(handover: &Handover<'_, W>, key_worker_now: Option<&W>) -> Vec<Block> {
    let mut blocks = Vec::new();
    if key_worker_now != Some(&handover.from) {
        blocks.push(Block::NotTheKeyWorker);
    }
    if handover.from == handover.to.worker {
        blocks.push(Block::ToHimself);
    }
    match handover.reason {
        None => blocks.push(Block::ReasonMissing),
        Some(HandoverReason::Other) if handover.note.trim().is_empty() => blocks.push(Block::NoteMissing),
        Some(_) => {}
    }
    match (handover.ends_on, handover.begins_on) {
        (Some(ends_on), Some(begins_on)) if ends_on < begins_on => blocks.push(Block::Gap { ends_on, begins_on }),
        (Some(ends_on), Some(begins_on)) if begins_on < ends_on => blocks.push(Block::Overlap { begins_on, ends_on }),
        (Some(_), Some(_)) => {}
        (None, _) | (_, None) => blocks.push(Block::DateMissing),
    }
    if handover.another_open {
        blocks.push(Block::AnotherIsOpen);
    }
    blocks.extend(candidate_blocks(handover.to).into_iter().map(Block::Addressee));
    blocks
}

/// Accepting asks again, for the addressee may have left or been excluded meanwhile. Gives the moment in which the
/// case passes: the beginning of the planned day, or the acceptance when that comes later.
pub fn accept<W: PartialEq>(
    handover: &Handover<'_, W>,
    state: HandoverState,
    key_worker_now: Option<&W>,
    planned_day_begins_at: i64,
    accepted_at: i64,
) -> Result<i64, Vec<Block>> {
    if state != HandoverState::Proposed {
        return Err(vec![Block::NotProposed { state }]);
    }
    match propose(handover, key_worker_now) {
        blocks if blocks.is_empty() => Ok(planned_day_begins_at.max(accepted_at)),
        blocks => Err(blocks),
    }
}

/// Only a proposed handover is declined or taken back.
pub fn may_end_unaccepted(state: HandoverState) -> Result<(), Block> {
    match state {
        HandoverState::Proposed => Ok(()),
        HandoverState::Accepted | HandoverState::Declined | HandoverState::TakenBack => {
            Err(Block::NotProposed { state })
        }
    }
}

/// The line after the case passed at a moment: the open assignment ends there and the next begins. `None` when there
/// is no open assignment that began before.
pub fn pass<W: Clone>(line: &[Assignment<W>], to: W, at: i64) -> Option<Vec<Assignment<W>>> {
    let open = |assignment: &Assignment<W>| assignment.until_at.is_none() && assignment.from_at < at;
    line.iter().find(|assignment| open(assignment))?;
    let close =
        |one: &Assignment<W>| if open(one) { Assignment { until_at: Some(at), ..one.clone() } } else { one.clone() };
    let next = Assignment { worker: to, from_at: at, until_at: None };
    Some(line.iter().map(close).chain(std::iter::once(next)).collect())
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::indexing_slicing)]
#[path = "key_worker_tests.rs"]
mod tests;
