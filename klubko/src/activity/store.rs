mod correct;
mod visits;

pub use correct::correct;
pub use visits::{
    Agreed, Cooperation, VisitCounter, agreement_last_day, agreement_on, cooperation, count_visits, visit_counter,
};

use crate::kernel::change::Change;
use crate::kernel::clock;
use crate::kernel::failure::Failure;
use crate::kernel::folder::Folder;
use crate::kernel::id::{ActivityId, AnonymousContactId, FolderId, ServiceId, WorkerId};
use crate::{params, record};
use rules::activity::{Form, Kind, client_was_present};
use rules::instant::Moment;
use rules::visits::Act;

/// What was done, before it is a row.
#[derive(Clone, Debug)]
pub struct NewActivity<'a> {
    pub service: ServiceId,
    /// None for an anonymous contact.
    pub folder: Option<FolderId>,
    pub anonymous: Option<AnonymousContactId>,
    pub kind: Kind,
    pub form: Form,
    pub starts_at: i64,
    pub minutes: i64,
    pub on_behalf_of_client: bool,
    pub place: &'a str,
    pub worker: WorkerId,
    /// Codes of the list `topic`.
    pub topics: &'a [&'a str],
}

/// Writes the first version of an activity.
pub fn begin(change: &mut Change, new: &NewActivity<'_>) -> Result<ActivityId, Failure> {
    let id: ActivityId = change.new_id();
    insert_head(change, id, new)?;
    insert_version(change, id, 1, new)?;
    for topic in new.topics {
        insert_topic(change, id, new.folder, topic)?;
    }
    Ok(id)
}

fn insert_head(change: &mut Change, id: ActivityId, new: &NewActivity<'_>) -> Result<(), Failure> {
    const INSERT: &str = "
        insert into activity (id, service_id, folder_id, anonymous_contact_id, event_id, begun_at)
        values ($1, $2, $3, $4, null, $5)";
    let at = change.at();
    change.run(INSERT, params![id, new.service, new.folder, new.anonymous, at]).map(drop)
}

fn insert_version(change: &mut Change, id: ActivityId, version: i64, new: &NewActivity<'_>) -> Result<(), Failure> {
    const INSERT: &str = "
        insert into activity_version (activity_id, version, service_id, folder_id, kind, form, starts_at, starts_on,
                                      minutes, on_behalf_of_client, is_client_present, place, worker_id, recorded_at,
                                      recorded_by)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)";
    let (at, by, on) = (change.at(), change.by(), clock::day_of(new.starts_at));
    let present = client_was_present(new.kind, new.on_behalf_of_client);
    let NewActivity { service, folder, kind, form, starts_at, minutes, on_behalf_of_client, place, worker, .. } = *new;
    let row = params![
        id,
        version,
        service,
        folder,
        kind,
        form,
        starts_at,
        on,
        minutes,
        on_behalf_of_client,
        present,
        place,
        worker,
        at,
        by
    ];
    change.run(INSERT, row).map(drop)
}

fn insert_topic(change: &mut Change, id: ActivityId, folder: Option<FolderId>, topic: &str) -> Result<(), Failure> {
    const INSERT: &str = "insert into activity_topic (activity_id, folder_id, topic) values ($1, $2, $3)";
    change.run(INSERT, params![id, folder, topic]).map(drop)
}

record! {
    /// An activity of a folder as it is known now.
    pub struct ActivityFacts {
        pub id: ActivityId,
        pub version: i64,
        pub kind: Kind,
        pub form: Form,
        pub starts_at: i64,
        pub minutes: i64,
        pub on_behalf_of_client: bool,
        pub is_client_present: bool,
        pub is_struck_out: bool,
        pub worker_id: WorkerId,
    }
}

/// All activities of the folder, oldest first, struck-out ones too.
pub fn of_folder(folder: &Folder) -> Result<Vec<ActivityFacts>, Failure> {
    const ALL: &str = "
        select v.activity_id as id, v.version as version, v.kind as kind, v.form as form, v.starts_at as starts_at,
               v.minutes as minutes, v.on_behalf_of_client as on_behalf_of_client,
               v.is_client_present as is_client_present, v.worker_id as worker_id,
               case when o.activity_id is null then false else true end as is_struck_out
          from activity_version v
          left join record_strike_out o on o.activity_id = v.activity_id and o.recorded_at <= $2
         where v.folder_id = $1 and v.recorded_at <= $2 and (v.replaced_at is null or v.replaced_at > $2)
         order by v.starts_at, v.activity_id";
    Ok(folder.db().all(ALL, params![folder.id(), folder.as_of()])?)
}

/// The same as the counter of visits takes them (`rules::visits`).
pub fn acts(activities: &[ActivityFacts]) -> Vec<Act> {
    let act = |one: &ActivityFacts| Act {
        starts: Moment { at: one.starts_at, day: clock::day_of(one.starts_at) },
        form: one.form,
        client_present: one.is_client_present,
        struck_out: one.is_struck_out,
    };
    activities.iter().map(act).collect()
}
