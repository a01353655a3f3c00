//! The record of the negotiation and the commission: statements with versions, nothing is written over.

use super::facts::NegotiationFacts;
use crate::kernel::change::Change;
use crate::kernel::failure::Failure;
use crate::kernel::folder::Folder;
use crate::kernel::id::{FolderId, StatementId, ThreadId};
use crate::{params, record};
use jiff::civil::Date;

/// Writes the record as it should stand; `read` is the version that was edited (0: none was there).
///
/// Errors: [`Failure::Overtaken`] when somebody else has written meanwhile.
pub fn write(
    change: &mut Change,
    (folder, thread): (FolderId, ThreadId),
    read: i64,
    stands: &NegotiationFacts,
) -> Result<StatementId, Failure> {
    const REPLACE: &str = "
        update intake_negotiation set replaced_at = $3
         where id = $1 and version = $2 and folder_id = $4 and replaced_at is null";
    let at = change.at();
    let id = match stands.record {
        Some(id) => {
            change.replace(REPLACE, params![id, read, at, folder])?;
            id
        }
        None => change.begin_statement(folder, "intake_negotiation")?,
    };
    insert(change, (id, read + 1), (folder, thread), stands)?;
    Ok(id)
}

fn insert(
    change: &mut Change,
    (id, version): (StatementId, i64),
    (folder, thread): (FolderId, ThreadId),
    it: &NegotiationFacts,
) -> Result<(), Failure> {
    const INSERT: &str = "
        insert into intake_negotiation (id, version, folder_id, thread_id, request, expectation, wish, need, ability,
            possibility, not_found_out_reason, situation, situation_areas, causes, threat, since, circle_of_persons,
            circle_of_persons_reason, alternatives, communication_form, language, helped_by, is_understood, can_fulfil,
            cannot_fulfil, applicant_decision, applicant_decided_on, since_earliest, since_latest, recorded_at, recorded_by)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22,
            $23, $24, $25, $26, $27, $28, $29, $30, $31)";
    let (at, by) = (change.at(), change.by());
    let row = params![
        id,
        version,
        folder,
        thread,
        &it.request,
        &it.expectation,
        &it.wish,
        &it.need,
        &it.ability,
        &it.possibility,
        &it.not_found_out_reason,
        &it.situation,
        &it.situation_areas,
        &it.causes,
        &it.threat,
        &it.since,
        &it.circle_of_persons,
        &it.circle_of_persons_reason,
        &it.alternatives,
        &it.communication_form,
        &it.language,
        &it.helped_by,
        it.is_understood,
        &it.can_fulfil,
        &it.cannot_fulfil,
        &it.applicant_decision,
        it.applicant_decided_on,
        it.since_earliest,
        it.since_latest,
        at,
        by,
    ];
    change.run(INSERT, row).map(drop)
}

/// A commission in the client's own words, as one of its versions.
#[derive(Clone, Copy, Debug)]
pub struct Commission<'a> {
    pub words: &'a str,
    pub agreed_on: Date,
    pub ended_on: Option<Date>,
    pub end_reason: &'a str,
}

/// Agrees on a commission.
pub fn agree(
    change: &mut Change,
    place: (FolderId, ThreadId),
    commission: &Commission<'_>,
) -> Result<StatementId, Failure> {
    let id = change.begin_statement(place.0, "commission")?;
    insert_commission(change, (id, 1), place, commission)?;
    Ok(id)
}

/// Writes another version of a commission: a correction of its words, or its end.
pub fn rewrite(
    change: &mut Change,
    (id, version): (StatementId, i64),
    place: (FolderId, ThreadId),
    commission: &Commission<'_>,
) -> Result<(), Failure> {
    const REPLACE: &str = "
        update commission set replaced_at = $3
         where id = $1 and version = $2 and folder_id = $4 and replaced_at is null";
    let at = change.at();
    change.replace(REPLACE, params![id, version, at, place.0])?;
    insert_commission(change, (id, version + 1), place, commission)
}

record! {
    /// A commission that ended.
    pub struct Ended { pub id: StatementId, pub version: i64, pub words: String, pub agreed_on: Date }
}

/// The commission of a thread that ended for a reason.
pub fn ended(folder: &Folder, thread: ThreadId, why: &str) -> Result<Option<Ended>, Failure> {
    const ENDED: &str = "
        select c.id as id, c.version as version, c.in_own_words as words, c.agreed_on as agreed_on from commission c
         where c.folder_id = $1 and c.thread_id = $2 and c.replaced_at is null and c.ended_on is not null
           and c.end_reason = $3
         order by c.recorded_at desc, c.id desc limit 1";
    Ok(folder.db().first(ENDED, params![folder.id(), thread, why])?)
}

fn insert_commission(
    change: &mut Change,
    (id, version): (StatementId, i64),
    (folder, thread): (FolderId, ThreadId),
    commission: &Commission<'_>,
) -> Result<(), Failure> {
    const INSERT: &str = "
        insert into commission (id, version, folder_id, thread_id, in_own_words, agreed_on, ended_on, end_reason,
                                recorded_at, recorded_by)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)";
    let (at, by) = (change.at(), change.by());
    let Commission { words, agreed_on, ended_on, end_reason } = *commission;
    let row = params![id, version, folder, thread, words, agreed_on, ended_on, end_reason, at, by];
    change.run(INSERT, row).map(drop)
}
