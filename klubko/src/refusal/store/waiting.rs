//! The waiting list as one folder knows it: when somebody was put on it, what was offered, why he left it.

use crate::kernel::change::Change;
use crate::kernel::failure::Failure;
use crate::kernel::folder::Folder;
use crate::kernel::id::{FolderId, ServiceId, StatementId, ThreadId};
use crate::{params, record};
use jiff::civil::Date;
use rules::refusal::{OfferAnswer, RemovalReason};
use uuid::Uuid;

record! {
    /// An entry, with how it ended if it did.
    pub struct Entry {
        pub id: StatementId,
        pub enrolled_on: Date,
        pub has_priority: bool,
        pub priority_reason: String,
        pub criteria: String,
        pub removal: Option<RemovalReason>,
        pub removal_note: String,
        pub removed_on: Option<Date>,
        pub who: String,
    }
}

/// All of the folder, the newest first.
pub fn entries(folder: &Folder) -> Result<Vec<Entry>, Failure> {
    const ENTRIES: &str = "
        select e.id as id, e.enrolled_on as enrolled_on, e.has_priority as has_priority,
               e.priority_reason as priority_reason, e.criteria as criteria, r.reason as removal,
               coalesce(r.note, '') as removal_note, r.removed_on as removed_on,
               trim(w.title || ' ' || w.given_name || ' ' || w.family_name) as who
          from waiting_list_entry e
          left join waiting_list_removal r on r.entry_id = e.id and r.folder_id = e.folder_id and r.recorded_at <= $2
          join worker w on w.id = e.recorded_by
         where e.folder_id = $1 and e.recorded_at <= $2 order by e.recorded_at desc, e.id desc";
    Ok(folder.db().all(ENTRIES, params![folder.id(), folder.as_of()])?)
}

record! {
    /// A place that was offered; the answer may be awaited.
    pub struct Offer {
        pub id: Uuid,
        pub entry_id: StatementId,
        pub offered_on: Date,
        pub answer_by: Option<Date>,
        pub note: String,
        pub answer: Option<OfferAnswer>,
        pub answered_on: Option<Date>,
    }
}

pub fn offers(folder: &Folder) -> Result<Vec<Offer>, Failure> {
    const OFFERS: &str = "
        select o.id as id, o.entry_id as entry_id, o.offered_on as offered_on, o.answer_by as answer_by, o.note as note,
               case when o.answered_at <= $2 then o.answer else null end as answer,
               case when o.answered_at <= $2 then o.answered_on else null end as answered_on
          from waiting_list_offer o
         where o.folder_id = $1 and o.recorded_at <= $2 order by o.recorded_at desc, o.id desc";
    Ok(folder.db().all(OFFERS, params![folder.id(), folder.as_of()])?)
}

/// The order number of a standing entry; the applicant is told it.
pub fn order_number(folder: &Folder, entry: StatementId) -> Result<i64, Failure> {
    record! { struct Before { n: i64 } }
    const BEFORE: &str = "
        select count(*) as n from waiting_list_entry e, waiting_list_entry mine
         where mine.id = $2 and mine.folder_id = $1 and e.service_id = mine.service_id and e.id <> mine.id
           and e.recorded_at <= $3
           and not exists (select 1 from waiting_list_removal r where r.entry_id = e.id and r.recorded_at <= $3)
           and ((e.has_priority and not mine.has_priority)
                or (e.has_priority = mine.has_priority
                    and (e.enrolled_on < mine.enrolled_on
                         or (e.enrolled_on = mine.enrolled_on and e.recorded_at < mine.recorded_at))))";
    let before: Option<Before> = folder.db().first(BEFORE, params![folder.id(), entry, folder.as_of()])?;
    Ok(before.map_or(1, |before| before.n + 1))
}

/// An entry before it is a row.
#[derive(Clone, Copy, Debug)]
pub struct NewEntry<'a> {
    pub service: ServiceId,
    pub enrolled_on: Date,
    pub has_priority: bool,
    pub priority_reason: &'a str,
    pub criteria: &'a str,
}

pub fn enrol(
    change: &mut Change,
    (folder, thread): (FolderId, ThreadId),
    new: &NewEntry<'_>,
) -> Result<StatementId, Failure> {
    const INSERT: &str = "
        insert into waiting_list_entry (id, folder_id, thread_id, service_id, enrolled_on, has_priority,
                                        priority_reason, criteria, recorded_at, recorded_by)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)";
    let id = change.begin_statement(folder, "waiting_list_entry")?;
    let (at, by) = (change.at(), change.by());
    let NewEntry { service, enrolled_on, has_priority, priority_reason, criteria } = *new;
    let row = params![id, folder, thread, service, enrolled_on, has_priority, priority_reason, criteria, at, by];
    change.run(INSERT, row)?;
    Ok(id)
}

pub fn offer(
    change: &mut Change,
    (folder, entry): (FolderId, StatementId),
    (offered_on, answer_by): (Date, Option<Date>),
    note: &str,
) -> Result<Uuid, Failure> {
    const INSERT: &str = "
        insert into waiting_list_offer (id, folder_id, entry_id, offered_on, answer_by, note, recorded_at, recorded_by)
        values ($1, $2, $3, $4, $5, $6, $7, $8)";
    let (id, at, by): (Uuid, i64, _) = (change.new_id(), change.at(), change.by());
    change.run(INSERT, params![id, folder, entry, offered_on, answer_by, note, at, by])?;
    Ok(id)
}

/// What somebody said to the offer; whoever was faster has said it already.
pub fn answer(
    change: &mut Change,
    (folder, offer): (FolderId, Uuid),
    (answer, answered_on): (OfferAnswer, Date),
) -> Result<(), Failure> {
    const ANSWER: &str = "
        update waiting_list_offer set answer = $3, answered_on = $4, answered_at = $5
         where id = $1 and folder_id = $2 and answer is null";
    let at = change.at();
    change.replace(ANSWER, params![offer, folder, answer, answered_on, at])
}

pub fn remove(
    change: &mut Change,
    (folder, entry): (FolderId, StatementId),
    (reason, removed_on): (RemovalReason, Date),
    note: &str,
) -> Result<(), Failure> {
    const INSERT: &str = "
        insert into waiting_list_removal (entry_id, folder_id, reason, note, removed_on, recorded_at, recorded_by)
        values ($1, $2, $3, $4, $5, $6, $7)";
    let (at, by) = (change.at(), change.by());
    change.run(INSERT, params![entry, folder, reason, note, removed_on, at, by]).map(drop)
}
