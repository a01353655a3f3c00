//! Terms and numbers over the folders that the head may see.

use crate::kernel::caseload::{Caseload, Listing};
use crate::kernel::failure::Failure;
use crate::kernel::id::{FolderId, WorkerId};
use crate::{listing, params, record, task_has_lapsed};
use jiff::civil::Date;
use rules::task::{Origin, Post};

record! {
    /// An open task without anything of the folder but its number.
    pub struct Term {
        pub folder_id: FolderId,
        pub number: String,
        pub what: String,
        pub due_on: Date,
        pub is_legal_deadline: bool,
        pub origin: Origin,
        pub rule: String,
        pub position: Option<Post>,
        /// Whoever is to do it now: by name, or as the key worker of the folder.
        pub holder: Option<WorkerId>,
    }
}

const TERMS: Listing = listing!(
    count,
    "t.folder_id as folder_id, f.number as number, t.what as what, t.due_on as due_on,
     t.is_legal_deadline as is_legal_deadline, t.origin as origin, t.rule as rule, t.position as position,
     case when t.position = 'key_worker' then (select h.worker_id from key_worker_assignment h
              where h.folder_id = f.id and h.from_at <= $3 and (h.until_at is null or h.until_at > $3))
          else t.worker_id end as holder",
    "from task t cross join client_folder f",
    concat!(
        "and t.service_id = $1 and t.done_at is null and t.due_on <= $8 and f.id = t.folder_id and not ",
        task_has_lapsed!("t"),
        " order by t.due_on, t.id limit 500"
    )
);

/// Open tasks of the service that are due by that day, the oldest first.
pub fn terms(caseload: &Caseload, until: Date) -> Result<Vec<Term>, Failure> {
    caseload.all(TERMS, params![until])
}

record! {
    /// A number that belongs to one worker.
    pub struct Count {
        pub worker: WorkerId,
        pub number: i64,
    }
}

record! {
    /// How much somebody did, and how long it took.
    pub struct Work {
        pub worker: WorkerId,
        pub number: i64,
        pub minutes: i64,
    }
}

const CASES: Listing = listing!(
    count,
    "m.worker_id as worker, count(*) as number",
    "from membership b cross join key_worker_assignment m cross join client_folder f",
    "and b.service_id = $1 and b.from_day <= $4 and (b.until_day is null or b.until_day >= $4)
     and m.worker_id = b.worker_id and m.from_at <= $3 and (m.until_at is null or m.until_at > $3)
     and f.id = m.folder_id group by m.worker_id"
);

/// How many folders each worker holds as their key worker.
pub fn cases(caseload: &Caseload) -> Result<Vec<Count>, Failure> {
    caseload.all(CASES, &[])
}

const DRAFTS: Listing = listing!(
    count,
    "d.worker_id as worker, count(*) as number",
    "from membership b cross join draft d cross join client_folder f",
    "and b.service_id = $1 and b.from_day <= $4 and (b.until_day is null or b.until_day >= $4)
     and d.worker_id = b.worker_id and d.service_id = $1 and d.saved_at < $8 and f.id = d.folder_id
     group by d.worker_id"
);

/// Half-written texts in folders, last touched before that moment.
pub fn old_drafts(caseload: &Caseload, before: i64) -> Result<Vec<Count>, Failure> {
    caseload.all(DRAFTS, params![before])
}

const DUE_TEXTS: Listing = listing!(
    count,
    "v.worker_id as worker, count(*) as number",
    "from text_due d cross join activity_version v cross join client_folder f",
    "and d.service_id = $1 and v.activity_id = d.activity_id and v.replaced_at is null and v.starts_at < $8
     and f.id = d.folder_id group by v.worker_id"
);

/// Contacts from before that moment that still wait for their text.
pub fn old_contacts_without_text(caseload: &Caseload, before: i64) -> Result<Vec<Count>, Failure> {
    caseload.all(DUE_TEXTS, params![before])
}

const WORK: Listing = listing!(
    count,
    "v.worker_id as worker, count(*) as number, cast(sum(v.minutes) as bigint) as minutes",
    "from activity_version v cross join client_folder f",
    "and v.service_id = $1 and v.replaced_at is null and v.starts_at >= $8 and f.id = v.folder_id
     and not exists (select 1 from record_strike_out o where o.activity_id = v.activity_id)
     group by v.worker_id"
);

/// Contacts since that moment.
pub fn work_since(caseload: &Caseload, since: i64) -> Result<Vec<Work>, Failure> {
    caseload.all(WORK, params![since])
}
