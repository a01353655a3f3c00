//! „Plán je dohodnut“: with whom, when, until when it is looked at again; each is a version of the plan.

use crate::kernel::change::Change;
use crate::kernel::failure::Failure;
use crate::kernel::folder::Folder;
use crate::kernel::id::{StatementId, ThreadId};
use crate::{params, record};
use jiff::civil::Date;
use rules::plan::Participation;

record! {
    pub struct Agreed {
        pub id: StatementId,
        pub number: i64,
        pub agreed_on: Date,
        pub participation: Participation,
        pub participation_note: String,
        pub representative: String,
        pub explained: String,
        pub review_on: Date,
        pub change_reason: String,
        pub recorded_at: i64,
        pub recorded_by: String,
    }
}

/// All versions of the plan, the newest first.
pub fn all(folder: &Folder, thread: ThreadId) -> Result<Vec<Agreed>, Failure> {
    const ALL: &str = "
        select p.id as id, p.number as number, p.agreed_on as agreed_on, p.participation as participation,
               p.participation_note as participation_note, p.representative as representative,
               p.explained as explained, p.review_on as review_on, p.change_reason as change_reason,
               p.recorded_at as recorded_at,
               trim(w.title || ' ' || w.given_name || ' ' || w.family_name) as recorded_by
          from plan_agreement p join worker w on w.id = p.recorded_by
         where p.folder_id = $1 and p.thread_id = $2 and p.recorded_at <= $3 order by p.number desc";
    Ok(folder.db().all(ALL, params![folder.id(), thread, folder.as_of()])?)
}

pub struct NewAgreed<'a> {
    pub number: i64,
    pub agreed_on: Date,
    pub participation: Participation,
    pub participation_note: &'a str,
    pub representative: &'a str,
    pub explained: &'a str,
    pub review_on: Date,
    pub change_reason: &'a str,
}

pub fn insert(
    change: &mut Change,
    (folder, thread): (&Folder, ThreadId),
    new: &NewAgreed<'_>,
) -> Result<StatementId, Failure> {
    const INSERT: &str = "
        insert into plan_agreement (id, folder_id, thread_id, number, agreed_on, participation, participation_note,
                                    representative, explained, review_on, change_reason, recorded_at, recorded_by)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)";
    let id = change.begin_statement(folder.id(), "plan_agreement")?;
    let (at, by, folder) = (change.at(), change.by(), folder.id());
    let NewAgreed { number, agreed_on, participation, participation_note, representative, .. } = *new;
    let NewAgreed { explained, review_on, change_reason, .. } = *new;
    let row = params![
        id,
        folder,
        thread,
        number,
        agreed_on,
        participation,
        participation_note,
        representative,
        explained,
        review_on,
        change_reason,
        at,
        by
    ];
    change.run(INSERT, row)?;
    Ok(id)
}
