//! The people of a service, for fields where a colleague is chosen.

use crate::kernel::db::Unit;
use crate::kernel::failure::Failure;
use crate::kernel::id::{ServiceId, WorkerId};
use crate::{params, record};
use jiff::civil::Date;
use rules::profession::{Position, Profession};

record! {
    /// Somebody who works in the service on a day.
    pub struct Colleague {
        pub id: WorkerId,
        pub title: String,
        pub given_name: String,
        pub family_name: String,
        pub profession: Profession,
        pub specialisation: String,
        pub position: Position,
        pub is_intake: bool,
    }
}

impl Colleague {
    /// `Mgr. Alena Příkladná`
    pub fn name(&self) -> String {
        let parts = [self.title.as_str(), &self.given_name, &self.family_name];
        parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
    }
}

/// Everybody active in the service on a day, in Czech order of names.
pub fn colleagues(unit: &Unit, service: ServiceId, day: Date) -> Result<Vec<Colleague>, Failure> {
    const ALL: &str = "
        select w.id as id, w.title as title, w.given_name as given_name, w.family_name as family_name,
               m.profession as profession, m.specialisation as specialisation, m.position as position,
               m.is_intake as is_intake
          from membership m join worker w on w.id = m.worker_id
         where m.service_id = $1 and m.from_day <= $2 and (m.until_day is null or m.until_day >= $2)
           and w.disabled_at is null
         order by w.name_order, w.id";
    Ok(unit.all(ALL, params![service, day])?)
}

/// One of them; none if he does not work there on that day.
pub fn colleague(unit: &Unit, service: ServiceId, id: WorkerId, day: Date) -> Result<Option<Colleague>, Failure> {
    Ok(colleagues(unit, service, day)?.into_iter().find(|one| one.id == id))
}

record! {
    /// Somebody who comes to inspect quality (sections 97–99 of the act).
    pub struct Inspector {
        pub id: WorkerId,
        pub title: String,
        pub given_name: String,
        pub family_name: String,
    }
}

impl Inspector {
    pub fn name(&self) -> String {
        let parts = [self.title.as_str(), &self.given_name, &self.family_name];
        parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
    }
}

/// Everybody with the mandate of an inspector on a day, for the head who opens an inspection.
pub fn inspectors(unit: &Unit, day: Date) -> Result<Vec<Inspector>, Failure> {
    const INSPECTORS: &str = "
        select w.id as id, w.title as title, w.given_name as given_name, w.family_name as family_name
          from mandate d join worker w on w.id = d.worker_id
         where d.kind = 'inspector' and d.from_day <= $1 and (d.until_day is null or d.until_day >= $1)
           and w.disabled_at is null
         order by w.name_order, w.id";
    Ok(unit.all(INSPECTORS, params![day])?)
}
