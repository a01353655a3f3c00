//! The rows of goals on the form of an evaluation, the same when it is written and when it is corrected, and the field
//! that each block is about.

use super::linked::RecordLine;
use rules::evaluation::Block;

/// The names of a goal's fields on the form.
pub struct Names {
    pub result: &'static str,
    pub note: &'static str,
}

macro_rules! names {
    ($($number:literal),*) => {
        &[$(Names {
            result: concat!("goal_", $number, "_result"),
            note: concat!("goal_", $number, "_note"),
        }),*]
    };
}

/// The form has room for twenty goals.
pub const GOALS: &[Names] = names!(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20);

/// A goal to be evaluated, with the names of its fields.
pub struct Row {
    pub heading: String,
    pub indicator: String,
    pub names: &'static Names,
    /// What was written to the goal, and how many older records there are.
    pub records: (Vec<RecordLine>, String),
}

/// The field that a block is about.
pub fn field(block: Block) -> &'static str {
    match block {
        Block::NoAgreement | Block::DateMissing | Block::InTheFuture => "evaluated_on",
        Block::BeforeItBegan | Block::AfterTheEnd => "evaluated_on",
        Block::NoParticipants => "participants",
        Block::NoResult { place } | Block::StillRunning { place } => {
            GOALS.get(place).map_or("conclusion", |names| names.result)
        }
        Block::NoClientsView => "clients_view",
        Block::NoWorkersView => "workers_view",
        Block::NoConclusion => "conclusion",
        Block::NoNewCommission => "new_commission",
        Block::NoReasonOfChange => "why_changed",
        Block::ReviewMissing | Block::ReviewNotLater => "next_review_on",
        Block::NoCorrectionReason => "correction_reason",
    }
}
