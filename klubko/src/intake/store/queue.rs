//! Who turned to the service and is neither a client nor told otherwise yet.

use crate::kernel::caseload::{Caseload, Listing};
use crate::kernel::failure::Failure;
use crate::kernel::id::FolderId;
use crate::{listing, params, record};
use jiff::civil::Date;
use rules::access::Tie;

record! {
    /// One open named contact with what its stage is told from.
    pub struct Open {
        pub id: FolderId,
        pub number: String,
        pub given_name: String,
        pub family_name: String,
        pub starts_at: i64,
        pub wanted_on: Option<Date>,
        pub taken_title: String,
        pub taken_given: String,
        pub taken_family: String,
        pub held_on: Option<Date>,
        pub is_assessed: bool,
        pub has_negotiation: bool,
        pub next_at: Option<i64>,
        pub next_kind: Option<String>,
        pub key_title: Option<String>,
        pub key_given: Option<String>,
        pub key_family: Option<String>,
        pub tie: Tie,
    }
}

/// How many stand on one page.
pub const PAGE: usize = 50;

macro_rules! open_contacts {
    ($rest:literal) => {
        listing!(
            visible,
            "f.id as id, f.number as number, p.given_name as given_name, p.family_name as family_name,
             v.starts_at as starts_at, c.consultation_wanted_on as wanted_on,
             u.title as taken_title, u.given_name as taken_given, u.family_name as taken_family,
             (select min(i.held_on) from intro_consultation i
               where i.folder_id = f.id and i.thread_id = c.thread_id
                 and not exists (select 1 from record_strike_out y where y.activity_id = i.activity_id)) as held_on,
             case when exists (select 1 from assessment z where z.folder_id = f.id and z.thread_id = c.thread_id)
                  then true else false end as is_assessed,
             case when exists (select 1 from intake_negotiation n
                                where n.folder_id = f.id and n.thread_id = c.thread_id)
                  then true else false end as has_negotiation,
             m.starts_at as next_at, m.kind as next_kind,
             w.title as key_title, w.given_name as key_given, w.family_name as key_family",
            "from client_folder f
              join person_version p on p.folder_id = f.id and p.replaced_at is null
              join first_contact c on c.folder_id = f.id
              join activity_version v on v.activity_id = c.activity_id and v.replaced_at is null
              join worker u on u.id = v.worker_id
              left join key_worker_assignment g on g.folder_id = f.id and g.until_at is null
              left join worker w on w.id = g.worker_id
              left join appointment m on m.id = (select b.id from appointment b
                    where b.folder_id = f.id and b.cancelled_at is null and b.activity_id is null
                      and b.assessment_id is null
                      and b.starts_at >= $3 order by b.starts_at, b.id limit 1)",
            $rest
        )
    };
}

/// From those who wait longest, after the given moment of contact.
pub fn oldest(caseload: &Caseload, after: (i64, FolderId)) -> Result<Vec<Open>, Failure> {
    const OLDEST: Listing = open_contacts!(
        "and not exists (select 1 from negotiation_outcome o where o.thread_id = c.thread_id and o.replaced_at is null)
         and not exists (select 1 from agreement a where a.folder_id = f.id and a.thread_id = c.thread_id
                            and a.replaced_at is null)
         and (v.starts_at > $8 or (v.starts_at = $8 and f.id > $9))
         order by v.starts_at, f.id limit 51"
    );
    caseload.all(OLDEST, params![after.0, after.1])
}

/// From the newest, before the given moment of contact.
pub fn newest(caseload: &Caseload, before: (i64, FolderId)) -> Result<Vec<Open>, Failure> {
    const NEWEST: Listing = open_contacts!(
        "and not exists (select 1 from negotiation_outcome o where o.thread_id = c.thread_id and o.replaced_at is null)
         and not exists (select 1 from agreement a where a.folder_id = f.id and a.thread_id = c.thread_id
                            and a.replaced_at is null)
         and (v.starts_at < $8 or (v.starts_at = $8 and f.id < $9))
         order by v.starts_at desc, f.id desc limit 51"
    );
    caseload.all(NEWEST, params![before.0, before.1])
}
