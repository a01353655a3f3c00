//! What other rooms know and a consultation asks about: the key worker, booked meetings, the term of the assessment.

use crate::kernel::failure::Failure;
use crate::kernel::folder::Folder;
use crate::kernel::id::AppointmentId;
use crate::{params, record};
use jiff::civil::Date;

record! {
    /// Around the negotiation, as of the moment the folder is shown.
    pub struct Surroundings {
        pub has_key_worker: bool,
        /// Until when the team should assess; none when no such task is open.
        pub assessment_due_on: Option<Date>,
        pub is_assessed: bool,
        /// When the next personal meeting is booked.
        pub next_meeting_at: Option<i64>,
    }
}

/// One statement for all of them.
pub fn surroundings(folder: &Folder) -> Result<Surroundings, Failure> {
    const SURROUNDINGS: &str = "
        select exists (select 1 from key_worker_assignment k where k.folder_id = f.id and k.from_at <= $2
                          and (k.until_at is null or k.until_at > $2)) as has_key_worker,
               (select min(t.due_on) from task t where t.folder_id = f.id and t.rule = 'r029' and t.recorded_at <= $2
                   and (t.done_at is null or t.done_at > $2)) as assessment_due_on,
               exists (select 1 from assessment s where s.folder_id = f.id and s.recorded_at <= $2) as is_assessed,
               (select min(m.starts_at) from appointment m where m.folder_id = f.id and m.starts_at > $2
                   and m.kind in ('consultation', 'visit') and m.cancelled_at is null
                   and m.recorded_at <= $2) as next_meeting_at
          from client_folder f where f.id = $1";
    let found = folder.db().first(SURROUNDINGS, params![folder.id(), folder.as_of()])?;
    found.ok_or(Failure::Absent)
}

record! { struct Booked { id: AppointmentId } }

/// The booked consultation that took place now: the last one that nothing is recorded for, booked until that moment.
pub fn booked(folder: &Folder, until: i64) -> Result<Option<AppointmentId>, Failure> {
    const BOOKED: &str = "
        select id from appointment
         where folder_id = $1 and kind = 'consultation' and activity_id is null and cancelled_at is null
           and starts_at <= $2
         order by starts_at desc limit 1";
    let found: Option<Booked> = folder.db().first(BOOKED, params![folder.id(), until])?;
    Ok(found.map(|one| one.id))
}

record! {
    /// Who sends the person on: where and when the folder's service is to be found.
    pub struct Sender {
        pub place: String,
        pub opening_hours: String,
    }
}

pub fn sender(folder: &Folder) -> Result<Sender, Failure> {
    const SENDER: &str = "
        select s.place as place, s.opening_hours as opening_hours
          from client_folder f join service s on s.id = f.service_id
         where f.id = $1";
    folder.db().first(SENDER, params![folder.id()])?.ok_or(Failure::Absent)
}
