//! „Klienti“: who may be listed, in Czech order of names, by pages that begin where the last one ended (keyset), so
//! that a list of a hundred thousand is read by fifty.

use crate::kernel::caseload::{Caseload, Listing};
use crate::kernel::failure::Failure;
use crate::kernel::id::{FolderId, WorkerId};
use crate::{listing, params, record};
use jiff::civil::Date;
use rules::access::Tie;
use uuid::Uuid;

/// One page of the list.
pub const PAGE: usize = 50;

record! {
    /// A row; of somebody else's client only the name and the key worker may be shown.
    pub struct Client {
        pub id: FolderId,
        pub number: String,
        pub family_name: String,
        pub given_name: String,
        pub title: String,
        pub sex: String,
        pub key_worker: Option<String>,
        pub last_contact: Option<i64>,
        pub negotiation_began: bool,
        pub outcome: Option<String>,
        pub assessment_due_on: Option<Date>,
        pub assessment_held_on: Option<Date>,
        pub agreement_on: Option<Date>,
        pub closed_on: Option<Date>,
        pub tie: Tie,
    }
}

macro_rules! began {
    () => {
        "(exists (select 1 from intake_negotiation n where n.folder_id = f.id and n.thread_id = t.id
                     and n.replaced_at is null)
          or exists (select 1 from intro_consultation i where i.folder_id = f.id and i.thread_id = t.id
                     and not exists (select 1 from record_strike_out u where u.activity_id = i.activity_id))
          or exists (select 1 from appointment b where b.folder_id = f.id and b.kind = 'consultation'
                     and b.cancelled_at is null and b.recorded_at >= t.recorded_at))"
    };
}

/// What leads to an agreement is not asked of those who have one.
macro_rules! columns {
    () => {
        concat!(
            "f.id as id, f.number as number, p.family_name as family_name, p.given_name as given_name,
             p.title as title, p.sex as sex,
             (select w.given_name || ' ' || w.family_name from key_worker_assignment k join worker w on w.id = k.worker_id
               where k.folder_id = f.id and k.from_at <= $3 and (k.until_at is null or k.until_at > $3)) as key_worker,
             (select c.starts_at from activity_version c
               where c.folder_id = f.id and c.replaced_at is null and c.is_client_present
                 and not exists (select 1 from record_strike_out g where g.activity_id = c.activity_id)
               order by c.starts_at desc limit 1) as last_contact,
             case when a.signed_on is not null then true else ",
            began!(),
            " end as negotiation_began, o.outcome as outcome, a.signed_on as agreement_on, z.closed_on as closed_on,
             case when a.signed_on is null then (select max(d.due_on) from task d where d.folder_id = f.id
                 and d.rule = 'r029' and d.recorded_at >= t.recorded_at) end as assessment_due_on,
             case when a.signed_on is null then (select max(e.held_on) from assessment e where e.folder_id = f.id
                 and e.thread_id = t.id) end as assessment_held_on"
        )
    };
}

macro_rules! thread {
    () => {
        " left join case_thread t on t.id = (select c.id from case_thread c where c.folder_id = f.id
                 order by c.recorded_at desc, c.id desc limit 1)
          left join agreement a on a.folder_id = f.id and a.thread_id = t.id and a.replaced_at is null
          left join case_closure z on z.folder_id = f.id and z.thread_id = t.id and z.replaced_at is null
          left join negotiation_outcome o on o.folder_id = f.id and o.thread_id = t.id and o.replaced_at is null"
    };
}

/// The index of names leads; `cross join` keeps the engine to it.
macro_rules! by_name {
    () => {
        concat!("from person_version p cross join client_folder f", thread!())
    };
}

macro_rules! named {
    () => {
        "and p.service_id = $1 and p.replaced_at is null and f.id = p.folder_id"
    };
}

/// The worker's cases lead; there are tens of them.
macro_rules! by_worker {
    () => {
        concat!("from key_worker_assignment m cross join client_folder f cross join person_version p", thread!())
    };
}

macro_rules! of_worker {
    () => {
        "and m.worker_id = $10 and m.from_at <= $3 and (m.until_at is null or m.until_at > $3)
         and f.id = m.folder_id and p.folder_id = f.id and p.replaced_at is null"
    };
}

macro_rules! after {
    () => {
        " and (p.name_order, p.folder_id) > ($8, $9) order by p.name_order, p.folder_id limit 51"
    };
}

macro_rules! before {
    () => {
        " and (p.name_order, p.folder_id) < ($8, $9) order by p.name_order desc, p.folder_id desc limit 51"
    };
}

/// The status as a group of the filter; only of folders that are seen whole.
macro_rules! status {
    ($place:literal) => {
        concat!(
            " and case when a.signed_on <= $4 and z.closed_on <= $4 then 'closed'
                       when a.signed_on <= $4 then 'client'
                       when o.outcome is not null and o.outcome not in ('open', 'agreement') then 'closed'
                       when ",
            began!(),
            " then 'applicant' else 'contact' end = ",
            $place
        )
    };
}

/// The eight lists: by name or by worker, with a status or without, onwards or back. Each is one prepared statement.
pub const LISTS: [Listing; 8] = [
    listing!(visible, columns!(), by_name!(), concat!(named!(), after!())),
    listing!(visible, columns!(), by_name!(), concat!(named!(), before!())),
    listing!(fully, columns!(), by_name!(), concat!(named!(), status!("$10"), after!())),
    listing!(fully, columns!(), by_name!(), concat!(named!(), status!("$10"), before!())),
    listing!(visible, columns!(), by_worker!(), concat!(of_worker!(), after!())),
    listing!(visible, columns!(), by_worker!(), concat!(of_worker!(), before!())),
    listing!(fully, columns!(), by_worker!(), concat!(of_worker!(), status!("$11"), after!())),
    listing!(fully, columns!(), by_worker!(), concat!(of_worker!(), status!("$11"), before!())),
];

/// Which clients are asked for.
#[derive(Clone, Copy, Debug, Default)]
pub struct Filter<'a> {
    /// The key worker.
    pub worker: Option<WorkerId>,
    /// contact, applicant, client, closed, or empty.
    pub status: &'a str,
    /// Begins after this folder, or ends before it.
    pub after: Option<FolderId>,
    pub before: Option<FolderId>,
}

/// A page of clients with one more, which says that there is another page.
pub fn clients(caseload: &Caseload, filter: &Filter) -> Result<Vec<Client>, Failure> {
    let (is_back, from) = match (filter.before, filter.after) {
        (Some(folder), _) => (true, place(caseload, folder)?),
        (None, Some(folder)) => (false, place(caseload, folder)?),
        (None, None) => (false, None),
    };
    // A place that is not there (any more) begins the list anew.
    let (is_back, from) = match from {
        Some(from) => (is_back, from),
        None => (false, Place { name_order: Vec::new(), id: FolderId(Uuid::nil()) }),
    };
    let list =
        4 * usize::from(filter.worker.is_some()) + 2 * usize::from(!filter.status.is_empty()) + usize::from(is_back);
    let listing = LISTS.get(list).copied().ok_or(Failure::Absent)?;
    let (order, id, status) = (&from.name_order, from.id, filter.status);
    let mut clients: Vec<Client> = match (filter.worker, status.is_empty()) {
        (None, true) => caseload.all(listing, params![order, id])?,
        (None, false) => caseload.all(listing, params![order, id, status])?,
        (Some(worker), true) => caseload.all(listing, params![order, id, worker])?,
        (Some(worker), false) => caseload.all(listing, params![order, id, worker, status])?,
    };
    if is_back {
        clients.reverse();
    }
    Ok(clients)
}

record! { struct Place { name_order: Vec<u8>, id: FolderId } }

/// Where a folder stands in the list, if the viewer may see it listed.
fn place(caseload: &Caseload, folder: FolderId) -> Result<Option<Place>, Failure> {
    const PLACE: Listing = listing!(
        visible,
        "p.name_order as name_order, f.id as id",
        "from client_folder f join person_version p on p.folder_id = f.id and p.replaced_at is null",
        "and f.id = $8"
    );
    Ok(caseload.all::<Place>(PLACE, params![folder])?.into_iter().next())
}
