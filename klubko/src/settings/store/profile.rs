use crate::kernel::change::Change;
use crate::kernel::desk::Desk;
use crate::kernel::failure::Failure;
use crate::kernel::id::{ServiceId, WorkerId};
use crate::settings::ServiceProfile;
use crate::{params, record};

record! {
    /// The version that stands, and who wrote it when.
    pub struct Version {
        pub version: i64,
        pub written_at: Option<i64>,
        pub written_by: Option<WorkerId>,
    }
}

pub fn of(desk: &Desk) -> Result<(ServiceProfile, Version), Failure> {
    const PROFILE: &str = "
        select name, mark, kind, delivery_form, registration, place, opening_hours, mission, circle_of_persons
          from service where id = $1";
    const VERSION: &str = "select version, written_at, written_by from service where id = $1";
    let (unit, service) = (desk.db(), desk.service());
    let profile = unit.first(PROFILE, params![service])?.ok_or(Failure::Absent)?;
    let version: Version = unit.first(VERSION, params![service])?.ok_or(Failure::Absent)?;
    Ok((profile, version))
}

/// Opens a service; it stands behind the others.
pub fn open(change: &mut Change, new: &ServiceProfile) -> Result<ServiceId, Failure> {
    const INSERT: &str = "
        insert into service (id, position, name, mark, kind, delivery_form, registration, place, opening_hours, mission,
                             circle_of_persons, version)
        select $1, coalesce(max(position), 0) + 1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 1 from service";
    let id: ServiceId = change.new_id();
    let ServiceProfile { name, mark, kind, delivery_form, registration, place, opening_hours, .. } = new;
    let (mission, circle) = (&new.mission, &new.circle_of_persons);
    let row = params![id, name, mark, kind, delivery_form, registration, place, opening_hours, mission, circle];
    change.run(INSERT, row)?;
    Ok(id)
}

/// Corrects the profile over the version that was read.
pub fn correct(change: &mut Change, service: ServiceId, version: i64, new: &ServiceProfile) -> Result<(), Failure> {
    const UPDATE: &str = "
        update service set name = $3, mark = $4, kind = $5, delivery_form = $6, registration = $7, place = $8,
               opening_hours = $9, mission = $10, circle_of_persons = $11, version = version + 1, written_at = $12,
               written_by = $13
         where id = $1 and version = $2";
    let ServiceProfile { name, mark, kind, delivery_form, registration, place, opening_hours, .. } = new;
    let (mission, circle) = (&new.mission, &new.circle_of_persons);
    let (at, by) = (change.at(), change.by());
    let row = params![
        service,
        version,
        name,
        mark,
        kind,
        delivery_form,
        registration,
        place,
        opening_hours,
        mission,
        circle,
        at,
        by
    ];
    change.replace(UPDATE, row)
}
