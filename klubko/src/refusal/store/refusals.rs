//! Refusals of a folder. Each stays; a later one stands beside it.

use crate::kernel::change::Change;
use crate::kernel::failure::Failure;
use crate::kernel::folder::Folder;
use crate::kernel::id::{FolderId, StatementId, ThreadId, WorkerId};
use crate::{params, record};
use jiff::civil::Date;
use rules::refusal::RefusalReason;

record! {
    /// A refusal as it was decided.
    pub struct Refusal {
        pub id: StatementId,
        pub reason: RefusalReason,
        pub provision: String,
        pub service_kind: String,
        pub facts: String,
        pub requested_on: Date,
        pub decided_on: Date,
        pub decided_by: String,
        pub offered_service: String,
        pub notice_asked_on: Option<Date>,
        pub recorded_at: i64,
        pub recorded_by: String,
    }
}

/// All of the folder, the newest first.
pub fn all(folder: &Folder) -> Result<Vec<Refusal>, Failure> {
    const ALL: &str = "
        select r.id as id, r.reason as reason,
               r.provision as provision, r.service_kind as service_kind, r.facts as facts,
               r.requested_on as requested_on, r.decided_on as decided_on,
               trim(d.title || ' ' || d.given_name || ' ' || d.family_name) as decided_by,
               r.offered_service as offered_service, r.notice_asked_on as notice_asked_on,
               r.recorded_at as recorded_at, trim(w.title || ' ' || w.given_name || ' ' || w.family_name) as recorded_by
          from refusal r join worker d on d.id = r.decided_by join worker w on w.id = r.recorded_by
         where r.folder_id = $1 and r.recorded_at <= $2 order by r.recorded_at desc, r.id desc";
    Ok(folder.db().all(ALL, params![folder.id(), folder.as_of()])?)
}

pub fn one(folder: &Folder, id: StatementId) -> Result<Refusal, Failure> {
    all(folder)?.into_iter().find(|one| one.id == id).ok_or(Failure::Absent)
}

/// A refusal before it is a row.
#[derive(Clone, Copy, Debug)]
pub struct NewRefusal<'a> {
    pub outcome: StatementId,
    pub reason: RefusalReason,
    pub provision: &'a str,
    pub service_kind: &'a str,
    pub facts: &'a str,
    pub requested_on: Date,
    pub decided_on: Date,
    pub decided_by: WorkerId,
    pub offered_service: &'a str,
    pub notice_asked_on: Option<Date>,
}

pub fn insert(
    change: &mut Change,
    (folder, thread): (FolderId, ThreadId),
    new: &NewRefusal<'_>,
) -> Result<StatementId, Failure> {
    const INSERT: &str = "
        insert into refusal (id, folder_id, thread_id, outcome_id, reason, provision, service_kind, facts, requested_on,
                             decided_on, decided_by, offered_service, notice_asked_on, recorded_at, recorded_by)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)";
    let id = change.begin_statement(folder, "refusal")?;
    let (at, by) = (change.at(), change.by());
    let NewRefusal { outcome, reason, provision, service_kind, facts, requested_on, decided_on, .. } = *new;
    let NewRefusal { decided_by, offered_service, notice_asked_on, .. } = *new;
    let row = params![
        id,
        folder,
        thread,
        outcome,
        reason,
        provision,
        service_kind,
        facts,
        requested_on,
        decided_on,
        decided_by,
        offered_service,
        notice_asked_on,
        at,
        by
    ];
    change.run(INSERT, row)?;
    Ok(id)
}
