//! What becomes of a commission later: an evaluation renews it, the end of the cooperation ends it, and whoever
//! comes again begins with another request. For the rooms `plan`, `closure` and `refusal`, each within its own change.

use super::store::facts::{NegotiationFacts, facts};
use super::store::record::{self, Commission};
use crate::kernel::change::Change;
use crate::kernel::failure::Failure;
use crate::kernel::folder::Folder;
use crate::kernel::id::{StatementId, ThreadId};
use jiff::civil::Date;

/// The commission that holds, if there is one, ends with its reason; the new one begins on the same day.
pub fn renew_commission(
    change: &mut Change,
    (folder, thread): (&Folder, ThreadId),
    (words, why): (&str, &str),
    on: Date,
) -> Result<StatementId, Failure> {
    end_commission(change, (folder, thread), why, on)?;
    let new = Commission { words, agreed_on: on, ended_on: None, end_reason: "" };
    record::agree(change, (folder.id(), thread), &new)
}

/// Closed, not written over.
pub fn end_commission(
    change: &mut Change,
    (folder, thread): (&Folder, ThreadId),
    why: &str,
    on: Date,
) -> Result<(), Failure> {
    let facts = facts(folder)?;
    let Some(id) = facts.commission else { return Ok(()) };
    let (words, agreed_on) = (facts.commission_words.as_str(), facts.commission_agreed_on.unwrap_or(on));
    let ended = Commission { words, agreed_on, ended_on: Some(on), end_reason: why };
    record::rewrite(change, (id, facts.commission_version), (folder.id(), thread), &ended)
}

/// The end of the cooperation was on another day: the commission that ended with it for the same reason moves along.
pub fn move_end(
    change: &mut Change,
    (folder, thread): (&Folder, ThreadId),
    why: &str,
    on: Date,
) -> Result<(), Failure> {
    let Some(ended) = record::ended(folder, thread, why)? else { return Ok(()) };
    let moved = Commission { words: &ended.words, agreed_on: ended.agreed_on, ended_on: Some(on), end_reason: why };
    record::rewrite(change, (ended.id, ended.version), (folder.id(), thread), &moved)
}

/// The record of a new negotiation, with what the person asks now; the older one stays with its thread.
pub fn begin_again(
    change: &mut Change,
    (folder, thread): (&Folder, ThreadId),
    request: &str,
) -> Result<StatementId, Failure> {
    let stands = NegotiationFacts { record: None, request: request.to_owned(), ..NegotiationFacts::default() };
    record::write(change, (folder.id(), thread), 0, &stands)
}
