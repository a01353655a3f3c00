//! Versions of a person's data. A correction never overwrites: it ends the version that was read and writes the next.

use crate::folders::NewPerson;
use crate::kernel::change::Change;
use crate::kernel::czech::order_key;
use crate::kernel::failure::Failure;
use crate::kernel::folder::Folder;
use crate::kernel::id::{FolderId, PersonId, ServiceId, WorkerId};
use crate::{params, record};
use jiff::civil::Date;

record! {
    /// One version of what is known of the person.
    pub struct Person {
        pub version: i64,
        pub family_name: String,
        pub given_name: String,
        pub title: String,
        pub address_form: String,
        pub birth_date: Option<Date>,
        pub birth_year: Option<i64>,
        pub birth_number: String,
        pub sex: String,
        pub phone: String,
        pub email: String,
        pub municipality: String,
        pub address: String,
        pub is_location_protected: bool,
        pub note: String,
        pub recorded_at: i64,
        pub recorded_by_id: WorkerId,
        pub recorded_by: String,
    }
}

/// All versions known on the day shown, the newest first.
pub fn versions(folder: &Folder) -> Result<Vec<Person>, Failure> {
    const ALL: &str = "
        select p.version as version, p.family_name as family_name, p.given_name as given_name, p.title as title,
               p.address_form as address_form, p.birth_date as birth_date, p.birth_year as birth_year,
               p.birth_number as birth_number, p.sex as sex, p.phone as phone, p.email as email,
               p.municipality as municipality, p.address as address,
               p.is_location_protected as is_location_protected, p.note as note, p.recorded_at as recorded_at,
               p.recorded_by as recorded_by_id, w.given_name || ' ' || w.family_name as recorded_by
          from person_version p join worker w on w.id = p.recorded_by
         where p.person_id = $1 and p.folder_id = $2 and p.recorded_at <= $3
         order by p.version desc";
    Ok(folder.db().all(ALL, params![folder.person(), folder.id(), folder.as_of()])?)
}

/// The newest of them.
pub fn newest(folder: &Folder) -> Result<Person, Failure> {
    versions(folder)?.into_iter().next().ok_or(Failure::Absent)
}

/// What a person's data become. `person` carries what the search words are made of.
pub struct Corrected<'a> {
    pub person: NewPerson<'a>,
    pub address_form: &'a str,
    pub birth_number: &'a str,
}

/// Ends the version that was read and writes the next one.
///
/// Errors: [`Failure::Overtaken`] when somebody else was faster.
pub fn correct(change: &mut Change, folder: &Folder, version: i64, new: &Corrected) -> Result<(), Failure> {
    const END: &str = "
        update person_version set replaced_at = $3
         where person_id = $1 and version = $2 and folder_id = $4 and replaced_at is null";
    change.replace(END, params![folder.person(), version, change.at(), folder.id()])?;
    insert(change, (folder.service(), folder.id(), folder.person()), version + 1, new)
}

/// Writes a version; the first one when a folder is opened.
pub(super) fn insert(
    change: &mut Change,
    (service, folder, id): (ServiceId, FolderId, PersonId),
    version: i64,
    Corrected { person, address_form, birth_number }: &Corrected,
) -> Result<(), Failure> {
    const INSERT: &str = "
        insert into person_version (person_id, version, service_id, folder_id, family_name, given_name, title,
                                    address_form, name_order, birth_date, birth_year, birth_number, sex, phone, email,
                                    municipality, address, is_location_protected, note, recorded_at, recorded_by)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21)";
    let (at, by) = (change.at(), change.by());
    let order = order_key(&format!("{} {}", person.family_name, person.given_name));
    let row = params![
        id,
        version,
        service,
        folder,
        person.family_name,
        person.given_name,
        person.title,
        *address_form,
        &order,
        person.birth_date,
        person.year(),
        *birth_number,
        person.sex,
        person.phone,
        person.email,
        person.municipality,
        person.address,
        person.is_location_protected,
        person.note,
        at,
        by
    ];
    change.run(INSERT, row).map(drop)
}
