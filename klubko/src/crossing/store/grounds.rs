//! Which consents let something cross from a folder to another service today, and about what.

use crate::kernel::failure::Failure;
use crate::kernel::folder::Folder;
use crate::kernel::id::{ServiceId, StatementId};
use crate::{consent_lets, params, record};
use jiff::civil::Date;

record! {
    /// One topic of a consent that is in force towards a service.
    pub struct Topics {
        pub consent_id: StatementId,
        pub topic: String,
        pub extent: String,
        pub purpose: String,
        pub given_on: Date,
        pub valid_until: Date,
    }
}

/// The topics about which something may cross from the folder to the service today, the consent's own order.
pub fn grounds(folder: &Folder, to: ServiceId) -> Result<Vec<Topics>, Failure> {
    const GROUNDS: &str = concat!(
        "select c.id as consent_id, o.topic as topic, t.extent as extent, t.purpose as purpose,
                c.given_on as given_on, c.valid_until as valid_until
           from (select f.id as folder_id, f.service_id as service_id, v.id as receiver_service_id
                   from client_folder f join service v on v.id = $1 where f.id = $2) i
           join consent c on c.kind = 'case_management' and c.recorded_at <= $3
                         and (c.folder_id = i.folder_id
                              or c.folder_id in (select j.far_folder_id from folder_join j where j.folder_id = $2
                                                 union select k.folder_id from folder_join k where k.far_folder_id = $2))
           join consent_terms t on t.consent_id = c.id
           join consent_topic o on o.consent_id = c.id
          where ",
        consent_lets!(),
        " order by c.given_at desc, o.position, o.topic"
    );
    Ok(folder.db().all(GROUNDS, params![to, folder.id(), folder.now(), folder.today()])?)
}
