//! What the person was given in the negotiation: information, counselling, inquiry.

use crate::kernel::change::Change;
use crate::kernel::failure::Failure;
use crate::kernel::id::{ActivityId, FolderId, StatementId, ThreadId};
use crate::params;
use jiff::civil::Date;
use rules::agreement::InformationItem;
use rules::coded::Coded;
use uuid::Uuid;

/// Ticks an item; one ticked earlier keeps its day and its worker.
pub fn tell(
    change: &mut Change,
    (folder, thread): (FolderId, ThreadId),
    item: InformationItem,
    given_on: Date,
) -> Result<(), Failure> {
    const INSERT: &str = "
        insert into information_given (id, folder_id, thread_id, item, given_on, recorded_at, recorded_by)
        values ($1, $2, $3, $4, $5, $6, $7)
        on conflict (thread_id, item) do nothing";
    let (id, at, by): (Uuid, i64, _) = (change.new_id(), change.at(), change.by());
    change.run(INSERT, params![id, folder, thread, item.code(), given_on, at, by]).map(drop)
}

/// Basic social counselling; its activity is the consultation's, its own, or none known.
#[derive(Clone, Copy, Debug)]
pub struct Counselling<'a> {
    pub activity: Option<ActivityId>,
    pub given_on: Date,
    /// Codes of the list `topic`, separated by spaces.
    pub topics: &'a str,
    pub information: &'a str,
}

pub fn counsel(
    change: &mut Change,
    (folder, thread): (FolderId, ThreadId),
    given: &Counselling<'_>,
) -> Result<StatementId, Failure> {
    const INSERT: &str = "
        insert into basic_counselling (id, folder_id, thread_id, activity_id, given_on, topics, information,
                                       recorded_at, recorded_by)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9)";
    let id = change.begin_statement(folder, "basic_counselling")?;
    let (at, by) = (change.at(), change.by());
    let Counselling { activity, given_on, topics, information } = *given;
    change.run(INSERT, params![id, folder, thread, activity, given_on, topics, information, at, by])?;
    Ok(id)
}

/// A social inquiry.
#[derive(Clone, Copy, Debug)]
pub struct Inquiry<'a> {
    pub activity: ActivityId,
    pub done_on: Date,
    /// A code of the list `inquiry_method`.
    pub method: &'a str,
    pub place: &'a str,
    pub persons_present: &'a str,
    pub findings: &'a str,
    pub sources: &'a str,
}

pub fn inquire(
    change: &mut Change,
    (folder, thread): (FolderId, ThreadId),
    made: &Inquiry<'_>,
) -> Result<StatementId, Failure> {
    const INSERT: &str = "
        insert into social_inquiry (id, folder_id, thread_id, activity_id, done_on, method, place, persons_present,
                                    findings, sources, recorded_at, recorded_by)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)";
    let id = change.begin_statement(folder, "social_inquiry")?;
    let (at, by) = (change.at(), change.by());
    let Inquiry { activity, done_on, method, place, persons_present, findings, sources } = *made;
    let row = params![id, folder, thread, activity, done_on, method, place, persons_present, findings, sources, at, by];
    change.run(INSERT, row)?;
    Ok(id)
}
