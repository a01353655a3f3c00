//! Rows of a folder being opened.

use super::super::open::NewPerson;
use super::data::{self, Corrected};
use crate::kernel::change::Change;
use crate::kernel::desk::Desk;
use crate::kernel::failure::Failure;
use crate::kernel::folder::Folder;
use crate::kernel::id::{FolderId, PersonId, ServiceId, ThreadId};
use crate::{params, record};

/// The next number of the desk's service in a year.
pub fn next_sequence(desk: &Desk, year: i64) -> Result<i64, Failure> {
    record! { struct Next { next: i64 } }
    const NEXT: &str = "
        select coalesce(max(sequence), 0) + 1 as next from client_folder where service_id = $1 and year = $2";
    let next: Option<Next> = desk.db().first(NEXT, params![desk.service(), year])?;
    Ok(next.map_or(1, |row| row.next))
}

pub fn insert_person(change: &mut Change, service: ServiceId, person: PersonId) -> Result<(), Failure> {
    const INSERT: &str = "insert into person (id, service_id) values ($1, $2)";
    change.run(INSERT, params![person, service]).map(drop)
}

pub fn insert_folder(
    change: &mut Change,
    service: ServiceId,
    folder: FolderId,
    person: PersonId,
    (year, sequence, number): (i64, i64, &str),
) -> Result<(), Failure> {
    const INSERT: &str = "
        insert into client_folder (id, service_id, person_id, year, sequence, number, opened_at, opened_on, opened_by)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9)";
    let (at, on, by) = (change.at(), change.today(), change.by());
    change.run(INSERT, params![folder, service, person, year, sequence, number, at, on, by]).map(drop)
}

pub fn insert_person_version(
    change: &mut Change,
    service: ServiceId,
    (folder, person_id): (FolderId, PersonId),
    person: &NewPerson,
) -> Result<(), Failure> {
    let first = Corrected { person: *person, address_form: "", birth_number: "" };
    data::insert(change, (service, folder, person_id), 1, &first)
}

pub fn insert_thread(change: &mut Change, folder: FolderId, thread: ThreadId) -> Result<(), Failure> {
    const INSERT: &str = "
        insert into case_thread (id, folder_id, began_on, recorded_at, recorded_by) values ($1, $2, $3, $4, $5)";
    let (on, at, by) = (change.today(), change.at(), change.by());
    change.run(INSERT, params![thread, folder, on, at, by]).map(drop)
}

pub fn begin_thread(
    change: &mut Change,
    folder: FolderId,
    thread: ThreadId,
    began_on: jiff::civil::Date,
) -> Result<(), Failure> {
    const BEGIN: &str = "
        insert into case_thread (id, folder_id, began_on, recorded_at, recorded_by) values ($1, $2, $3, $4, $5)";
    let (at, by) = (change.at(), change.by());
    change.run(BEGIN, params![thread, folder, began_on, at, by]).map(drop)
}

pub fn newest_thread(folder: &Folder) -> Result<Option<ThreadId>, Failure> {
    record! { struct Thread { id: ThreadId } }
    const NEWEST: &str = "
        select id from case_thread where folder_id = $1 and recorded_at <= $2
         order by recorded_at desc, id desc limit 1";
    let thread: Option<Thread> = folder.db().first(NEWEST, params![folder.id(), folder.as_of()])?;
    Ok(thread.map(|row| row.id))
}

pub fn delete_words(change: &mut Change, service: ServiceId, folder: FolderId) -> Result<(), Failure> {
    const DELETE: &str = "delete from search_word where service_id = $1 and folder_id = $2";
    change.run(DELETE, params![service, folder]).map(drop)
}

pub fn insert_word(
    change: &mut Change,
    service: ServiceId,
    folder: FolderId,
    word: &str,
    is_name: bool,
) -> Result<(), Failure> {
    const INSERT: &str = "insert into search_word (service_id, word, folder_id, is_name) values ($1, $2, $3, $4)";
    change.run(INSERT, params![service, word.as_bytes(), folder, is_name]).map(drop)
}
