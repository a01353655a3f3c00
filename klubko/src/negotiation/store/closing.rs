//! How a negotiation ended. A later ending replaces an earlier one, which stays readable.

use crate::kernel::change::Change;
use crate::kernel::failure::Failure;
use crate::kernel::id::{FolderId, StatementId, ThreadId};
use crate::params;
use jiff::civil::Date;
use rules::coded::Coded;
use rules::intake::Outcome;

/// An ending before it is a row.
#[derive(Clone, Copy, Debug)]
pub struct Ending<'a> {
    pub outcome: Outcome,
    pub decided_on: Date,
    /// A code of `rules::intake::WhoDecided`, or empty.
    pub decided_by: &'a str,
    pub explanation: &'a str,
    pub offered_service: &'a str,
    pub offer_answer: &'a str,
}

/// Writes how the negotiation ended.
pub fn end(
    change: &mut Change,
    (folder, thread): (FolderId, ThreadId),
    ending: &Ending<'_>,
) -> Result<StatementId, Failure> {
    const REPLACE: &str = "
        update negotiation_outcome set replaced_at = $3
         where folder_id = $1 and thread_id = $2 and replaced_at is null";
    const INSERT: &str = "
        insert into negotiation_outcome (id, folder_id, thread_id, outcome, decided_on, decided_by, explanation,
                                         offered_service, offer_answer, recorded_at, recorded_by)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)";
    let (at, by) = (change.at(), change.by());
    change.run(REPLACE, params![folder, thread, at])?;
    let id = change.begin_statement(folder, "negotiation_outcome")?;
    let Ending { outcome, decided_on, decided_by, explanation, offered_service, offer_answer } = *ending;
    let outcome = outcome.code();
    let row = params![
        id,
        folder,
        thread,
        outcome,
        decided_on,
        decided_by,
        explanation,
        offered_service,
        offer_answer,
        at,
        by
    ];
    change.run(INSERT, row)?;
    Ok(id)
}

/// A refusal as the negotiation knows it; its reason and its facts are kept by the slice that refuses.
#[derive(Clone, Copy, Debug)]
pub struct RefusedEnding<'a> {
    pub decided_on: Date,
    pub explanation: &'a str,
    pub offered_service: &'a str,
}

/// Ends the negotiation by a refusal; for the slice that knows the reasons of the law, in the same change.
pub fn refuse(
    change: &mut Change,
    folder: (FolderId, ThreadId),
    refused: &RefusedEnding<'_>,
) -> Result<StatementId, Failure> {
    let ending = Ending {
        outcome: Outcome::Refused,
        decided_on: refused.decided_on,
        decided_by: "",
        explanation: refused.explanation,
        offered_service: refused.offered_service,
        offer_answer: if refused.offered_service.is_empty() { "" } else { "undecided" },
    };
    end(change, folder, &ending)
}

/// Opens an ended negotiation again: the ending stays readable, it only holds no more (scenario 5).
pub fn reopen(
    change: &mut Change,
    (folder, thread): (FolderId, ThreadId),
    outcome: StatementId,
    (reopened_on, reason): (Date, &str),
) -> Result<StatementId, Failure> {
    const REPLACE: &str = "
        update negotiation_outcome set replaced_at = $3 where id = $1 and folder_id = $2 and replaced_at is null";
    const INSERT: &str = "
        insert into negotiation_reopening (id, folder_id, thread_id, outcome_id, reopened_on, reason, recorded_at,
                                           recorded_by)
        values ($1, $2, $3, $4, $5, $6, $7, $8)";
    let (at, by) = (change.at(), change.by());
    change.replace(REPLACE, params![outcome, folder, at])?;
    let id = change.begin_statement(folder, "negotiation_reopening")?;
    change.run(INSERT, params![id, folder, thread, outcome, reopened_on, reason, at, by])?;
    Ok(id)
}

/// The signed agreement closes the negotiation; for the slice that signs, in the same change.
pub fn conclude(change: &mut Change, folder: (FolderId, ThreadId), concluded_on: Date) -> Result<StatementId, Failure> {
    let ending = Ending {
        outcome: Outcome::Agreement,
        decided_on: concluded_on,
        decided_by: "",
        explanation: "",
        offered_service: "",
        offer_answer: "",
    };
    end(change, folder, &ending)
}
