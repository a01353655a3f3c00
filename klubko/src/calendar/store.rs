use crate::kernel::change::Change;
use crate::kernel::failure::Failure;
use crate::kernel::id::{ActivityId, AppointmentId, FolderId, ServiceId, StatementId, WorkerId};
use crate::params;

/// An appointment before it is a row. `kind` is a code of the list `appointment_kind`.
#[derive(Clone, Debug)]
pub struct NewAppointment<'a> {
    pub service: ServiceId,
    pub folder: Option<FolderId>,
    pub worker: WorkerId,
    pub starts_at: i64,
    pub minutes: i64,
    pub kind: &'a str,
    pub note: &'a str,
}

pub fn plan(change: &mut Change, new: &NewAppointment<'_>) -> Result<AppointmentId, Failure> {
    const INSERT: &str = "
        insert into appointment (id, service_id, folder_id, worker_id, starts_at, minutes, kind, note, recorded_at,
                                 recorded_by, version)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 1)";
    let id: AppointmentId = change.new_id();
    let (at, by) = (change.at(), change.by());
    let NewAppointment { service, folder, worker, starts_at, minutes, kind, note } = *new;
    change.run(INSERT, params![id, service, folder, worker, starts_at, minutes, kind, note, at, by])?;
    Ok(id)
}

/// The appointment took place: what was done is recorded.
pub fn attach(
    change: &mut Change,
    folder: FolderId,
    appointment: AppointmentId,
    activity: ActivityId,
) -> Result<(), Failure> {
    const ATTACH: &str = "
        update appointment set activity_id = $3, version = version + 1
         where id = $1 and folder_id = $2 and activity_id is null";
    change.run(ATTACH, params![appointment, folder, activity]).map(drop)
}

/// The team met: the planned assessment is the one that was written.
pub fn attach_assessment(
    change: &mut Change,
    folder: FolderId,
    assessment: StatementId,
    held_until: i64,
) -> Result<(), Failure> {
    const ATTACH: &str = "
        update appointment set assessment_id = $2, version = version + 1
         where folder_id = $1 and id = (
               select b.id from appointment b
                where b.folder_id = $1 and b.kind = 'assessment' and b.assessment_id is null and b.activity_id is null
                  and b.cancelled_at is null and b.starts_at <= $3
                order by b.starts_at desc, b.id limit 1)";
    change.run(ATTACH, params![folder, assessment, held_until]).map(drop)
}

/// It will not take place.
pub fn cancel(
    change: &mut Change,
    folder: FolderId,
    (appointment, version): (AppointmentId, i64),
) -> Result<(), Failure> {
    const CANCEL: &str = "
        update appointment set cancelled_at = $4, version = version + 1
         where id = $1 and version = $2 and folder_id = $3 and cancelled_at is null and activity_id is null
           and assessment_id is null";
    let at = change.at();
    change.replace(CANCEL, params![appointment, version, folder, at])
}

/// Somebody else will be there.
pub fn hand_to(
    change: &mut Change,
    folder: FolderId,
    (appointment, version): (AppointmentId, i64),
    worker: WorkerId,
) -> Result<(), Failure> {
    const HAND: &str = "
        update appointment set worker_id = $4, version = version + 1
         where id = $1 and version = $2 and folder_id = $3 and cancelled_at is null and activity_id is null
           and assessment_id is null";
    change.replace(HAND, params![appointment, version, folder, worker])
}
