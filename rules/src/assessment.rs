//! The assessment (R-029 … R-032): within a week at the latest, by at least two professional workers, who look at
//! how the situation may develop and determine the key worker. It may be held late, never be closed incomplete.

use crate::calendar::shifted;
use crate::coded;
use crate::instant::days_between;
use crate::key_worker::{Candidate, CandidateBlock, candidate_blocks};
use crate::profession::{Profession, is_professional_worker};
use crate::rule::{Findings, Rule, Warning};
use crate::task::{Addressee, NewTask, Origin, Post};
use jiff::civil::Date;

coded! {
    /// From what the days of the term are counted (R-029, D2).
    pub enum TermStart {
        IntroConsultation = "intro_consultation",
        FirstContact = "first_contact",
    }
}

/// The last day of the term. Its urgency is [`crate::task::urgency`]: amber from the fifth day, late from the eighth.
pub fn due_on(began_on: Date, days: i64) -> Date {
    shifted(began_on, days)
}

/// „Po lhůtě o n dní“: how many days after the term it was held, 0 when in time.
pub fn days_late(held_on: Date, due_on: Date) -> i64 {
    days_between(due_on, held_on).max(0)
}

/// The task at the beginning of the term: for the holder of the consultation, else for intake (decision 9).
pub fn task<W>(start: TermStart, began_on: Date, days: i64, held_by: Option<W>) -> NewTask<W> {
    let origin = match start {
        TermStart::IntroConsultation => Origin::IntroConsultation,
        TermStart::FirstContact => Origin::FirstContact,
    };
    let addressee = held_by.map_or(Addressee::Post(Post::Intake), Addressee::Worker);
    NewTask { origin, rule: Rule::R029, addressee, due_on: due_on(began_on, days) }
}

/// One line of the list of those who took part; the same worker may stand there twice.
#[derive(Clone, Copy, Debug)]
pub struct Assessor<W> {
    pub worker: W,
    pub profession: Profession,
    pub excluded: bool,
}

/// What the service asks for, within the words of the source.
#[derive(Clone, Copy, Debug)]
pub struct Demands {
    pub min_assessors: usize,
    pub direct_care_counts: bool,
}

/// An assessment as the workers want to close it.
#[derive(Clone, Copy, Debug)]
pub struct Closing<'a, W> {
    pub consultation_on: Option<Date>,
    pub due_on: Date,
    pub held_on: Option<Date>,
    pub assessors: &'a [Assessor<W>],
    pub development: &'a str,
    pub key_worker: Option<&'a Candidate<W>>,
}

/// Why an assessment cannot be closed so.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Block<W> {
    DateMissing,
    BeforeConsultation {
        consultation_on: Date,
    },
    InTheFuture,
    /// R-030, message 105.
    TooFewAssessors {
        present: usize,
        needed: usize,
    },
    /// R-059, message 128.
    AssessorExcluded {
        worker: W,
    },
    ///
    DevelopmentMissing,
    /// R-032, message 106.
    NoKeyWorker,
    KeyWorker(CandidateBlock),
}

/// Checks the closing. Being late is questioned, it never stops anybody.
pub fn close<W: Clone + PartialEq>(closing: &Closing<'_, W>, demands: Demands, today: Date) -> Findings<Block<W>> {
    let mut findings = Findings::default();
    when(closing, today, &mut findings);
    who(closing, demands, &mut findings);
    findings.block_if(closing.development.trim().is_empty(), Block::DevelopmentMissing);
    match closing.key_worker {
        None => findings.blocks.push(Block::NoKeyWorker),
        Some(candidate) => findings.blocks.extend(candidate_blocks(candidate).into_iter().map(Block::KeyWorker)),
    }
    findings
}

fn when<W>(closing: &Closing<'_, W>, today: Date, findings: &mut Findings<Block<W>>) {
    let Some(held_on) = closing.held_on else {
        findings.blocks.push(Block::DateMissing);
        return;
    };
    if let Some(consultation_on) = closing.consultation_on.filter(|day| held_on < *day) {
        findings.blocks.push(Block::BeforeConsultation { consultation_on });
    }
    findings.block_if(held_on > today, Block::InTheFuture);
    let days = days_late(held_on, closing.due_on);
    findings.warn_if(days > 0, Warning::AssessmentLate { days });
}

fn who<W: Clone + PartialEq>(closing: &Closing<'_, W>, demands: Demands, findings: &mut Findings<Block<W>>) {
    let present = distinct_professionals(closing.assessors, demands.direct_care_counts);
    let needed = demands.min_assessors;
    findings.block_if(present < needed, Block::TooFewAssessors { present, needed });
    let excluded = closing.assessors.iter().filter(|assessor| assessor.excluded);
    findings.blocks.extend(excluded.map(|assessor| Block::AssessorExcluded { worker: assessor.worker.clone() }));
}

/// How many different people on the list count as professional workers and may work with the person at all.
fn distinct_professionals<W: PartialEq>(assessors: &[Assessor<W>], direct_care_counts: bool) -> usize {
    let mut people: Vec<&W> = Vec::new();
    let counts = |a: &&Assessor<W>| !a.excluded && is_professional_worker(a.profession, direct_care_counts);
    for assessor in assessors.iter().filter(counts) {
        if !people.contains(&&assessor.worker) {
            people.push(&assessor.worker);
        }
    }
    people.len()
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::indexing_slicing)]
#[path = "assessment_tests.rs"]
mod tests;
