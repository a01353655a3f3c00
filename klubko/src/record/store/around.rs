//! What a new record takes from around it: the appointment, the worker's last record, the question of the plan.

use crate::kernel::failure::Failure;
use crate::kernel::folder::Folder;
use crate::kernel::id::AppointmentId;
use crate::{params, record};
use rules::activity::{Form, Kind};

record! {
    /// A planned meeting whose record is missing.
    pub struct Planned { pub id: AppointmentId, pub starts_at: i64, pub minutes: i64, pub kind: String }
}

record! {
    /// The last record that the worker wrote in this service.
    pub struct Last {
        pub kind: Kind,
        pub form: Form,
        pub on_behalf_of_client: bool,
        pub minutes: i64,
        pub recorded_at: i64,
    }
}

pub fn planned(folder: &Folder, id: AppointmentId) -> Result<Option<Planned>, Failure> {
    const PLANNED: &str = "
        select id, starts_at, minutes, kind from appointment
         where id = $1 and folder_id = $2 and activity_id is null and cancelled_at is null";
    Ok(folder.db().first(PLANNED, params![id, folder.id()])?)
}

pub fn last_of_viewer(folder: &Folder) -> Result<Option<Last>, Failure> {
    const LAST: &str = "
        select kind, form, on_behalf_of_client, minutes, recorded_at from activity_version
         where worker_id = $1 and service_id = $2 and replaced_at is null and folder_id is not null
         order by starts_at desc limit 1";
    Ok(folder.db().first(LAST, params![folder.viewer()?, folder.service()])?)
}

/// Whether somebody has already been asked for the written plan; once is enough.
pub fn plan_was_asked(folder: &Folder) -> Result<bool, Failure> {
    record! { struct Asked { asked: i64 } }
    const ASKED: &str = "select count(*) as asked from task where folder_id = $1 and rule = 'r054'";
    let asked: Option<Asked> = folder.db().first(ASKED, params![folder.id()])?;
    Ok(asked.is_some_and(|row| row.asked > 0))
}
