//! The introductory consultation and the crisis intervention inside it (R-022 … R-025).

use crate::kernel::change::Change;
use crate::kernel::failure::Failure;
use crate::kernel::folder::Folder;
use crate::kernel::id::{ActivityId, AppointmentId, FolderId, StatementId, ThreadId, WorkerId};
use crate::{params, record};
use jiff::civil::Date;
use rules::coded::Coded;
use rules::consent::LegalGround;

/// A consultation before it is a row.
#[derive(Clone, Copy, Debug)]
pub struct Held<'a> {
    pub activity: ActivityId,
    pub held_on: Date,
    pub is_by_phone: bool,
    pub is_at_clients_request: bool,
    pub summary: &'a str,
    pub proposed_specialist: &'a str,
    pub consent: Option<StatementId>,
    pub ground: LegalGround,
}

pub fn hold(
    change: &mut Change,
    (folder, thread): (FolderId, ThreadId),
    held: &Held<'_>,
) -> Result<StatementId, Failure> {
    const INSERT: &str = "
        insert into intro_consultation (id, folder_id, thread_id, activity_id, held_on, is_by_phone,
                                        is_at_clients_request, summary, proposed_specialist, consent_id, legal_ground,
                                        recorded_at, recorded_by)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)";
    let id = change.begin_statement(folder, "intro_consultation")?;
    let (at, by) = (change.at(), change.by());
    let Held { activity, held_on, is_by_phone, is_at_clients_request, summary, proposed_specialist, consent, ground } =
        *held;
    let row = params![
        id,
        folder,
        thread,
        activity,
        held_on,
        is_by_phone,
        is_at_clients_request,
        summary,
        proposed_specialist,
        consent,
        ground.code(),
        at,
        by
    ];
    change.run(INSERT, row)?;
    Ok(id)
}

/// A crisis intervention before it is a row; all texts may still be empty.
#[derive(Clone, Copy, Debug)]
pub struct Crisis<'a> {
    pub consultation: StatementId,
    pub activity: ActivityId,
    /// A code of the list `threat`, or empty.
    pub threat: &'a str,
    pub intervention: &'a str,
    pub safety_plan: &'a str,
    pub follow_up: Option<AppointmentId>,
}

pub fn intervene(change: &mut Change, folder: FolderId, crisis: &Crisis<'_>) -> Result<StatementId, Failure> {
    let id = change.begin_statement(folder, "crisis_intervention")?;
    insert_crisis(change, (id, 1), folder, crisis)?;
    Ok(id)
}

/// Writes the record of a crisis as it should stand; `read` is the version that was completed.
pub fn complete(
    change: &mut Change,
    (id, read): (StatementId, i64),
    folder: FolderId,
    crisis: &Crisis<'_>,
) -> Result<(), Failure> {
    const REPLACE: &str = "
        update crisis_intervention set replaced_at = $3
         where id = $1 and version = $2 and folder_id = $4 and replaced_at is null";
    let at = change.at();
    change.replace(REPLACE, params![id, read, at, folder])?;
    insert_crisis(change, (id, read + 1), folder, crisis)
}

fn insert_crisis(
    change: &mut Change,
    (id, version): (StatementId, i64),
    folder: FolderId,
    crisis: &Crisis<'_>,
) -> Result<(), Failure> {
    const INSERT: &str = "
        insert into crisis_intervention (id, version, folder_id, consultation_id, activity_id, threat, intervention,
                                         safety_plan, follow_up_id, recorded_at, recorded_by)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)";
    let (at, by) = (change.at(), change.by());
    let Crisis { consultation, activity, threat, intervention, safety_plan, follow_up } = *crisis;
    let row =
        params![id, version, folder, consultation, activity, threat, intervention, safety_plan, follow_up, at, by];
    change.run(INSERT, row).map(drop)
}

record! {
    /// A crisis intervention as it stands now.
    pub struct CrisisNow {
        pub version: i64,
        pub consultation_id: StatementId,
        pub activity_id: ActivityId,
        pub threat: String,
        pub intervention: String,
        pub safety_plan: String,
        pub follow_up_id: Option<AppointmentId>,
        pub follow_up_at: Option<i64>,
        pub recorded_at: i64,
        pub recorded_by: WorkerId,
    }
}

pub fn crisis(folder: &Folder, id: StatementId) -> Result<Option<CrisisNow>, Failure> {
    const CRISIS: &str = "
        select k.version as version, k.consultation_id as consultation_id, k.activity_id as activity_id,
               k.threat as threat, k.intervention as intervention, k.safety_plan as safety_plan,
               k.follow_up_id as follow_up_id, m.starts_at as follow_up_at,
               k.recorded_at as recorded_at, k.recorded_by as recorded_by
          from crisis_intervention k left join appointment m on m.id = k.follow_up_id and m.cancelled_at is null
         where k.folder_id = $1 and k.id = $2 and k.replaced_at is null";
    Ok(folder.db().first(CRISIS, params![folder.id(), id])?)
}
