//! Inspections, the folders they name, and their early ends.

use crate::kernel::caseload::{Caseload, Listing};
use crate::kernel::change::Change;
use crate::kernel::desk::Desk;
use crate::kernel::failure::Failure;
use crate::kernel::id::{FolderId, WorkerId};
use crate::{inspected_listing, inspection_holds, listing, params, record};
use jiff::civil::Date;
use rules::inspection::{Stage, Terms, stage};
use uuid::Uuid;

record! {
    /// An inspection of the service as its head sees it.
    pub struct Inspection {
        pub id: Uuid,
        pub inspector: String,
        pub from_day: Date,
        pub until_day: Date,
        pub as_of_day: Date,
        pub reason: String,
        pub opened_by: String,
        pub recorded_at: i64,
        pub ended_at: Option<i64>,
    }
}

impl Inspection {
    pub fn stage(&self, today: Date) -> Stage {
        stage(self.from_day, self.until_day, self.ended_at.is_some(), today)
    }
}

/// The inspections of the service, the newest first.
pub fn inspections(desk: &Desk) -> Result<Vec<Inspection>, Failure> {
    const ALL: &str = "
        select n.id as id, trim(w.title || ' ' || w.given_name || ' ' || w.family_name) as inspector,
               n.from_day as from_day, n.until_day as until_day, n.as_of_day as as_of_day, n.reason as reason,
               b.given_name || ' ' || b.family_name as opened_by, n.recorded_at as recorded_at,
               e.recorded_at as ended_at
          from quality_inspection n
          join worker w on w.id = n.worker_id
          join worker b on b.id = n.recorded_by
          left join inspection_end e on e.inspection_id = n.id
         where n.service_id = $1 and n.recorded_at <= $2
         order by n.recorded_at desc, n.id desc limit 100";
    Ok(desk.db().all(ALL, params![desk.service(), desk.now()])?)
}

record! {
    /// A folder that may be named: one that the head sees.
    pub struct Named {
        pub id: FolderId,
        pub number: String,
        pub family_name: String,
        pub given_name: String,
        pub opened_on: Date,
    }
}

macro_rules! named {
    ($rest:literal) => {
        listing!(
            count,
            "f.id as id, f.number as number, p.family_name as family_name, p.given_name as given_name,
             f.opened_on as opened_on",
            "from client_folder f cross join person_version p",
            concat!("and p.folder_id = f.id and p.replaced_at is null ", $rest)
        )
    };
}

const NEWEST: Listing = named!("order by f.year desc, f.sequence desc limit 100");

/// The newest folders of the service, to choose from.
pub fn newest(caseload: &Caseload) -> Result<Vec<Named>, Failure> {
    caseload.all(NEWEST, &[])
}

const BY_ID: Listing = named!("and f.id = $8");

pub fn by_id(caseload: &Caseload, id: FolderId) -> Result<Option<Named>, Failure> {
    Ok(caseload.all(BY_ID, params![id])?.pop())
}

const BY_NUMBER: Listing = named!("and f.number = $8");

pub fn by_number(caseload: &Caseload, number: &str) -> Result<Option<Named>, Failure> {
    Ok(caseload.all(BY_NUMBER, params![number])?.pop())
}

record! {
    /// A folder of an inspection, by its number.
    pub struct Opened {
        pub inspection_id: Uuid,
        pub number: String,
    }
}

const OPENED: Listing = listing!(
    count,
    "i.inspection_id as inspection_id, f.number as number",
    "from quality_inspection n cross join inspected_folder i cross join client_folder f",
    "and n.service_id = $1 and i.inspection_id = n.id and f.id = i.folder_id order by f.year, f.sequence"
);

/// Which folders the inspections name; one from which the head is excluded now is left out.
pub fn opened(caseload: &Caseload) -> Result<Vec<Opened>, Failure> {
    caseload.all(OPENED, &[])
}

record! {
    /// A folder on the first page of an inspector.
    pub struct Inspected {
        pub inspection_id: Uuid,
        pub service: String,
        pub from_day: Date,
        pub until_day: Date,
        pub as_of_day: Date,
        pub reason: String,
        pub folder_id: FolderId,
        pub number: String,
        pub family_name: String,
        pub given_name: String,
    }
}

const INSPECTED: Listing = inspected_listing!(
    "n.id as inspection_id, s.name as service, n.from_day as from_day, n.until_day as until_day,
     n.as_of_day as as_of_day, n.reason as reason, f.id as folder_id, f.number as number,
     p.family_name as family_name, p.given_name as given_name",
    "from quality_inspection n cross join inspected_folder i cross join client_folder f
     join service s on s.id = f.service_id
     join person_version p on p.folder_id = f.id and p.replaced_at is null",
    concat!(
        "and i.inspection_id = n.id and f.id = i.folder_id and ",
        inspection_holds!(),
        " order by n.recorded_at desc, n.id, f.year, f.sequence"
    )
);

/// The folders of the inspector's inspections in force.
pub fn inspected(caseload: &Caseload) -> Result<Vec<Inspected>, Failure> {
    caseload.all(INSPECTED, &[])
}

/// An inspection before it is a row.
pub struct NewInspection {
    pub inspector: WorkerId,
    pub terms: Terms,
    pub reason: String,
    pub folders: Vec<FolderId>,
}

pub fn open(change: &mut Change, desk: &Desk, new: &NewInspection) -> Result<Uuid, Failure> {
    const INSPECTION: &str = "
        insert into quality_inspection (id, service_id, worker_id, from_day, until_day, as_of_day, reason,
                                        recorded_at, recorded_by)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9)";
    const FOLDER: &str = "insert into inspected_folder (inspection_id, folder_id) values ($1, $2)";
    let id: Uuid = change.new_id();
    let Terms { from, until, as_of } = new.terms;
    let (at, by) = (change.at(), change.by());
    let row = params![id, desk.service(), new.inspector, from, until, as_of, &new.reason, at, by];
    change.run(INSPECTION, row)?;
    new.folders.iter().try_for_each(|folder| change.run(FOLDER, params![id, *folder]).map(drop))?;
    Ok(id)
}

pub fn end(change: &mut Change, desk: &Desk, id: Uuid) -> Result<(), Failure> {
    const END: &str = "
        insert into inspection_end (inspection_id, service_id, recorded_at, recorded_by) values ($1, $2, $3, $4)";
    let (at, by) = (change.at(), change.by());
    change.run(END, params![id, desk.service(), at, by]).map(drop)
}
