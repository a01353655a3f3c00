//! Workers invited into a folder: from, to, why. Assessors hold an assignment until the assessment is closed.

use super::full_name;
use crate::kernel::change::Change;
use crate::kernel::failure::Failure;
use crate::kernel::folder::Folder;
use crate::kernel::id::{AssignmentId, StatementId, WorkerId};
use crate::{params, record};
use jiff::civil::Date;

record! {
    /// Somebody who is or was invited.
    pub struct Assigned {
        pub id: AssignmentId,
        pub worker_id: WorkerId,
        pub title: String,
        pub given_name: String,
        pub family_name: String,
        pub as_mentor: bool,
        pub as_assessor: bool,
        pub from_day: Date,
        pub until_day: Option<Date>,
        pub why: String,
        pub ended_at: Option<i64>,
    }
}

impl Assigned {
    pub fn name(&self) -> String {
        full_name(&self.title, &self.given_name, &self.family_name)
    }

    /// Nobody ended it and its last day has not passed.
    pub fn is_open(&self, today: Date) -> bool {
        self.ended_at.is_none() && self.until_day.is_none_or(|last| today <= last)
    }
}

/// An invitation before it is a row.
#[derive(Clone, Copy, Debug)]
pub struct NewAssignment<'a> {
    pub worker: WorkerId,
    pub as_mentor: bool,
    pub as_assessor: bool,
    pub from: Date,
    pub until: Option<Date>,
    pub why: &'a str,
}

/// Everybody invited so far, those of now first.
pub fn assignments(folder: &Folder) -> Result<Vec<Assigned>, Failure> {
    const ALL: &str = "
        select a.id as id, a.worker_id as worker_id, w.title as title, w.given_name as given_name,
               w.family_name as family_name, a.as_mentor as as_mentor, a.as_assessor as as_assessor,
               a.from_day as from_day, a.until_day as until_day, a.why as why,
               case when a.ended_at <= $2 then a.ended_at else null end as ended_at
          from assignment a join worker w on w.id = a.worker_id
         where a.folder_id = $1 and a.recorded_at <= $2
         order by case when a.ended_at <= $2 then 1 else 0 end, a.from_day, w.name_order, a.id";
    Ok(folder.db().all(ALL, params![folder.id(), folder.as_of()])?)
}

pub fn assign(change: &mut Change, folder: &Folder, new: &NewAssignment<'_>) -> Result<AssignmentId, Failure> {
    const INSERT: &str = "
        insert into assignment (id, folder_id, worker_id, as_mentor, as_assessor, from_day, until_day, why, recorded_at,
                                recorded_by)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)";
    let id: AssignmentId = change.new_id();
    let (at, by) = (change.at(), change.by());
    let NewAssignment { worker, as_mentor, as_assessor, from, until, why } = *new;
    change.run(INSERT, params![id, folder.id(), worker, as_mentor, as_assessor, from, until, why, at, by])?;
    Ok(id)
}

/// Ends one of them at once.
pub fn end_assignment(change: &mut Change, folder: &Folder, id: AssignmentId) -> Result<(), Failure> {
    const END: &str = "
        update assignment set ended_at = $3, ended_by = $4 where id = $1 and folder_id = $2 and ended_at is null";
    let (at, by) = (change.at(), change.by());
    change.replace(END, params![id, folder.id(), at, by])
}

/// The assessment is closed: its assessors see the folder no longer by that.
pub fn end_assessors(change: &mut Change, folder: &Folder, assessment: StatementId) -> Result<(), Failure> {
    const END: &str = "
        update assignment set ended_at = $2, ended_by = $3, assessment_id = $4
         where folder_id = $1 and as_assessor = true and ended_at is null";
    let (at, by) = (change.at(), change.by());
    change.run(END, params![folder.id(), at, by, assessment]).map(drop)
}

/// The worker takes no part in the case any more, in whatever role.
pub fn end_all_of(change: &mut Change, folder: &Folder, worker: WorkerId) -> Result<(), Failure> {
    const END: &str = "
        update assignment set ended_at = $3, ended_by = $4
         where folder_id = $1 and worker_id = $2 and ended_at is null";
    let (at, by) = (change.at(), change.by());
    change.run(END, params![folder.id(), worker, at, by]).map(drop)
}
