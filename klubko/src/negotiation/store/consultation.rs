//! The introductory consultation and the crisis intervention inside it (R-022 … R-025).

use crate::kernel::change::Change;
use crate::kernel::failure::Failure;
use crate::kernel::id::{ActivityId, AppointmentId, FolderId, StatementId, ThreadId};
use crate::params;
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
    const INSERT: &str = "
        insert into crisis_intervention (id, folder_id, consultation_id, activity_id, threat, intervention,
                                         safety_plan, follow_up_id, recorded_at, recorded_by)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)";
    let id = change.begin_statement(folder, "crisis_intervention")?;
    let (at, by) = (change.at(), change.by());
    let Crisis { consultation, activity, threat, intervention, safety_plan, follow_up } = *crisis;
    let row = params![id, folder, consultation, activity, threat, intervention, safety_plan, follow_up, at, by];
    change.run(INSERT, row)?;
    Ok(id)
}
