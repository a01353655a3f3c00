//! Substitution of a worker by a colleague, from–to: the substitute sees the folders whose key worker he stands for.

use super::full_name;
use crate::kernel::change::Change;
use crate::kernel::desk::Desk;
use crate::kernel::failure::Failure;
use crate::kernel::folder::Folder;
use crate::kernel::id::WorkerId;
use crate::{params, record};
use jiff::ToSpan;
use jiff::civil::Date;
use uuid::Uuid;

record! {
    pub struct Substitution {
        pub id: Uuid,
        pub worker_id: WorkerId,
        pub title: String,
        pub given_name: String,
        pub family_name: String,
        pub substitute_id: WorkerId,
        pub substitute_title: String,
        pub substitute_given: String,
        pub substitute_family: String,
        pub from_day: Date,
        pub until_day: Date,
    }
}

impl Substitution {
    pub fn name(&self) -> String {
        full_name(&self.title, &self.given_name, &self.family_name)
    }

    pub fn substitute(&self) -> String {
        full_name(&self.substitute_title, &self.substitute_given, &self.substitute_family)
    }
}

/// The substitutions of the service that are not over.
pub fn substitutions(desk: &Desk) -> Result<Vec<Substitution>, Failure> {
    const ALL: &str = "
        select s.id as id, s.worker_id as worker_id, w.title as title, w.given_name as given_name,
               w.family_name as family_name, s.substitute_id as substitute_id, v.title as substitute_title,
               v.given_name as substitute_given, v.family_name as substitute_family, s.from_day as from_day,
               s.until_day as until_day
          from substitution s join worker w on w.id = s.worker_id join worker v on v.id = s.substitute_id
         where s.service_id = $1 and s.until_day >= $2 and s.until_day >= s.from_day
         order by s.from_day, s.id";
    Ok(desk.db().all(ALL, params![desk.service(), desk.today()])?)
}

/// Who stands for the folder's key worker now or will.
pub fn substitutes_of(folder: &Folder, key_worker: WorkerId) -> Result<Vec<Substitution>, Failure> {
    const ALL: &str = "
        select s.id as id, s.worker_id as worker_id, w.title as title, w.given_name as given_name,
               w.family_name as family_name, s.substitute_id as substitute_id, v.title as substitute_title,
               v.given_name as substitute_given, v.family_name as substitute_family, s.from_day as from_day,
               s.until_day as until_day
          from substitution s join worker w on w.id = s.worker_id join worker v on v.id = s.substitute_id
         where s.service_id = $1 and s.worker_id = $2 and s.until_day >= $3 and s.until_day >= s.from_day
           and s.recorded_at <= $4
         order by s.from_day, s.id";
    Ok(folder.db().all(ALL, params![folder.service(), key_worker, folder.day(), folder.as_of()])?)
}

pub fn plan_substitution(
    change: &mut Change,
    desk: &Desk,
    (worker, substitute): (WorkerId, WorkerId),
    (from, until): (Date, Date),
) -> Result<Uuid, Failure> {
    const INSERT: &str = "
        insert into substitution (id, service_id, worker_id, substitute_id, from_day, until_day, recorded_at,
                                  recorded_by)
        values ($1, $2, $3, $4, $5, $6, $7, $8)";
    let id: Uuid = change.new_id();
    let (at, by) = (change.at(), change.by());
    change.run(INSERT, params![id, desk.service(), worker, substitute, from, until, at, by])?;
    Ok(id)
}

/// Yesterday was its last day; one that has not begun never begins.
pub fn end_substitution(change: &mut Change, desk: &Desk, id: Uuid) -> Result<(), Failure> {
    const END: &str = "
        update substitution set until_day = $3 where id = $1 and service_id = $2 and until_day > $3";
    let yesterday = desk.today().checked_sub(1.day()).unwrap_or(desk.today());
    change.replace(END, params![id, desk.service(), yesterday])
}
