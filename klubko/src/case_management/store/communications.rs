//! How workers of a team got in touch: rows of the folder in which they were written, and of no other one.

use crate::kernel::change::Change;
use crate::kernel::failure::Failure;
use crate::kernel::folder::Folder;
use crate::kernel::id::{ServiceId, StatementId, WorkerId};
use crate::{params, record};
use jiff::civil::Date;
use rules::case_management::CommunicationWay;
use uuid::Uuid;

record! {
    pub struct Communication {
        pub held_on: Date,
        pub way: CommunicationWay,
        pub name: Option<String>,
        pub with_service: Option<String>,
        pub outside_name: String,
        pub told: String,
        pub topic: String,
        pub consent_on: Option<Date>,
        pub agreed: String,
        pub recorded_at: i64,
        pub recorded_by: String,
    }
}

/// Everything written in this folder, of whichever case, the newest first.
pub fn all(folder: &Folder) -> Result<Vec<Communication>, Failure> {
    const ALL: &str = "
        select x.held_on as held_on, x.way as way, trim(w.title || ' ' || w.given_name || ' ' || w.family_name) as name,
               s.name as with_service, x.outside_name as outside_name, x.told as told, x.topic as topic,
               c.given_on as consent_on, x.agreed as agreed, x.recorded_at as recorded_at,
               trim(b.title || ' ' || b.given_name || ' ' || b.family_name) as recorded_by
          from team_communication x
          join worker b on b.id = x.recorded_by
          left join worker w on w.id = x.worker_id
          left join service s on s.id = x.service_id
          left join consent c on c.id = x.consent_id and c.version = 1
         where x.folder_id = $1 and x.recorded_at <= $2
         order by x.held_on desc, x.recorded_at desc, x.id desc";
    Ok(folder.db().all(ALL, params![folder.id(), folder.as_of()])?)
}

pub struct NewCommunication<'a> {
    pub case: StatementId,
    pub held_on: Date,
    pub way: CommunicationWay,
    pub with: Option<(ServiceId, WorkerId)>,
    pub outside_name: &'a str,
    pub told: &'a str,
    /// The consent on which it was told, and its topic.
    pub ground: Option<(StatementId, &'a str)>,
    pub agreed: &'a str,
}

pub fn record(change: &mut Change, folder: &Folder, new: &NewCommunication<'_>) -> Result<Uuid, Failure> {
    const INSERT: &str = "
        insert into team_communication (id, case_id, folder_id, held_on, way, worker_id, service_id, outside_name, told,
                                        consent_id, topic, agreed, recorded_at, recorded_by)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)";
    let (id, at, by): (Uuid, _, _) = (change.new_id(), change.at(), change.by());
    let NewCommunication { case, held_on, way, with, outside_name, told, ground, agreed } = *new;
    let (service, worker) = (with.map(|(service, _)| service), with.map(|(_, worker)| worker));
    let (consent, topic) = (ground.map(|(consent, _)| consent), ground.map_or("", |(_, topic)| topic));
    let folder = folder.id();
    let row =
        params![id, case, folder, held_on, way, worker, service, outside_name, told, consent, topic, agreed, at, by];
    change.run(INSERT, row)?;
    Ok(id)
}
