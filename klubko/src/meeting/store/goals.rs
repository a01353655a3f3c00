//! Goals of meetings over their horizon that nobody has evaluated: over the folders that brought the client, with the
//! one predicate of visibility; a folder hidden from the viewer is in no list and in no number.

use crate::kernel::caseload::{Caseload, Listing};
use crate::kernel::failure::Failure;
use crate::kernel::id::FolderId;
use crate::{is_head_here, is_key_worker, is_substitute, listing, record};
use jiff::civil::Date;
use uuid::Uuid;

record! {
    /// A goal of one of the viewer's own clients.
    pub struct Own {
        pub id: Uuid,
        pub folder_id: FolderId,
        pub client: String,
        pub goal: String,
        pub success_indicator: String,
        pub horizon_on: Date,
    }
}

/// Over its horizon, sent to the folders, without an evaluation.
macro_rules! overdue {
    () => {
        "and g.horizon_on < $4 and i.id = g.output_id and f.id = g.folder_id
         and exists (select 1 from team_meeting_end z where z.meeting_id = i.meeting_id and z.took_place)
         and not exists (select 1 from meeting_goal_evaluation v where v.goal_id = g.id) "
    };
}

macro_rules! mine {
    () => {
        concat!("(", is_key_worker!(), " or ", is_substitute!(), ")")
    };
}

const MINE: Listing = listing!(
    fully,
    "g.id as id, f.id as folder_id, p.given_name || ' ' || p.family_name as client, g.goal as goal,
     g.success_indicator as success_indicator, g.horizon_on as horizon_on",
    "from meeting_goal g cross join meeting_output i cross join client_folder f cross join person_version p",
    concat!(
        overdue!(),
        "and p.folder_id = f.id and p.replaced_at is null and ",
        mine!(),
        " order by g.horizon_on, g.id limit 200"
    )
);

/// Of the clients whose key worker the viewer is or stands in for, the oldest first.
pub fn own(caseload: &Caseload) -> Result<Vec<Own>, Failure> {
    caseload.all(MINE, &[])
}

record! {
    /// A goal of somebody else's client, as the head of the service knows it: nothing of what stands in the folder.
    pub struct OfService {
        pub folder_id: FolderId,
        pub number: String,
        pub holder: Option<String>,
        pub horizon_on: Date,
    }
}

const OF_SERVICE: Listing = listing!(
    count,
    "f.id as folder_id, f.number as number, g.horizon_on as horizon_on,
     (select trim(w.title || ' ' || w.given_name || ' ' || w.family_name) from key_worker_assignment h
        join worker w on w.id = h.worker_id
       where h.folder_id = f.id and h.from_at <= $3 and (h.until_at is null or h.until_at > $3)) as holder",
    "from meeting_goal g cross join meeting_output i cross join client_folder f",
    concat!(overdue!(), "and ", is_head_here!(), " and not ", mine!(), " order by g.horizon_on, g.id limit 200")
);

/// Of the other clients of the service, for its head, the oldest first.
pub fn of_service(caseload: &Caseload) -> Result<Vec<OfService>, Failure> {
    caseload.all(OF_SERVICE, &[])
}

/// For the test that asks the engine how it would run them.
pub fn queries() -> [&'static str; 2] {
    [MINE.sql(), OF_SERVICE.sql()]
}
