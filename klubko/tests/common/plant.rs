//! People and ties put into a town past every door, for proofs that need a certain tie and not its story.

use super::Town;
use klubko::kernel::clock;
use klubko::kernel::czech;
use klubko::kernel::db::{Connection, Plant, Result};
use klubko::kernel::id::{FolderId, ServiceId, WorkerId};
use klubko::{params, town};
use rules::text::search_words;
use uuid::Uuid;

/// 1. 2. 2026, when everything planted had happened.
pub const THEN: i64 = 1_769_900_400_000;
const DAY: &str = "2026-02-01";

/// A folder with its person, first thread, pseudonym and search words.
#[derive(Clone, Copy, Debug)]
pub struct Planted {
    pub folder: FolderId,
    pub person: Uuid,
    pub thread: Uuid,
    pub service: ServiceId,
}

pub fn worker(login: &str) -> WorkerId {
    town::PEOPLE.iter().find(|one| one.login() == login).unwrap_or_else(|| panic!("nobody is called {login}")).id()
}

fn id(kind: u128, n: u128) -> Uuid {
    Uuid::from_u128((0x7000_0000 + kind) << 64 | n)
}

impl Town {
    /// Writes rows past every door.
    pub fn plant(&self, work: impl FnOnce(Plant<'_>) -> Result<()>) {
        Connection::open_writer(&self.place).unwrap().plant(work).unwrap();
    }

    /// `n` tells folders apart and is their number: 9001 and up do not meet the stories.
    pub fn plant_folder(&self, n: i64, service: ServiceId, given: &str, family: &str, opened_by: &str) -> Planted {
        let key = n as u128;
        let planted = Planted { folder: FolderId(id(1, key)), person: id(2, key), thread: id(3, key), service };
        self.plant(|plant| {
            put_folder(plant, &planted, n, worker(opened_by))?;
            put_person(plant, &planted, (given, family), worker(opened_by))?;
            let words = search_words(&format!("{given} {family}"));
            let words = words.into_iter().map(|word| (word, true)).chain([(format!("2026{n:04}"), false)]);
            for (word, is_name) in words {
                const WORD: &str =
                    "insert into search_word (service_id, word, folder_id, is_name) values ($1, $2, $3, $4)";
                plant(WORD, params![service, word.as_bytes(), planted.folder, is_name])?;
            }
            Ok(())
        });
        planted
    }

    pub fn plant_key_worker(&self, planted: Planted, login: &str) {
        const INSERT: &str = "
            insert into key_worker_assignment (id, folder_id, worker_id, from_at, recorded_at, recorded_by)
            values ($1, $2, $3, $4, $4, $3)";
        let row = (Uuid::new_v4(), planted.folder, worker(login));
        self.plant(|plant| plant(INSERT, params![row.0, row.1, row.2, THEN]));
    }

    pub fn plant_assignment(&self, planted: Planted, login: &str, as_mentor: bool) {
        const INSERT: &str = "
            insert into assignment (id, folder_id, worker_id, as_mentor, from_day, why, recorded_at, recorded_by)
            values ($1, $2, $3, $4, $5, 'zkouška', $6, $3)";
        let row = (Uuid::new_v4(), planted.folder, worker(login));
        self.plant(|plant| plant(INSERT, params![row.0, row.1, row.2, as_mentor, DAY, THEN]));
    }

    pub fn plant_exclusion(&self, planted: Planted, login: &str) {
        const INSERT: &str = "
            insert into worker_exclusion (id, folder_id, worker_id, reason, reason_text, raised_by, from_at, recorded_by)
            values ($1, $2, $3, 'kinship', 'zkouška', 'worker', $4, $3)";
        let row = (Uuid::new_v4(), planted.folder, worker(login));
        self.plant(|plant| plant(INSERT, params![row.0, row.1, row.2, THEN]));
    }

    pub fn plant_deputy(&self, planted: Planted, login: &str) {
        const INSERT: &str = "
            insert into head_deputy (id, folder_id, worker_id, from_at, recorded_by) values ($1, $2, $3, $4, $3)";
        let row = (Uuid::new_v4(), planted.folder, worker(login));
        self.plant(|plant| plant(INSERT, params![row.0, row.1, row.2, THEN]));
    }

    /// `login` stands in for `absent` for the whole year.
    pub fn plant_substitution(&self, service: ServiceId, absent: &str, login: &str) {
        const INSERT: &str = "
            insert into substitution (id, service_id, worker_id, substitute_id, from_day, until_day, recorded_at,
                                      recorded_by)
            values ($1, $2, $3, $4, $5, '2026-12-31', $6, $3)";
        let row = (Uuid::new_v4(), service, worker(absent), worker(login));
        self.plant(|plant| plant(INSERT, params![row.0, row.1, row.2, row.3, DAY, THEN]));
    }

    /// The case is offered to `login`, who has not answered.
    pub fn plant_handover(&self, planted: Planted, from: &str, login: &str) -> Uuid {
        const INSERT: &str = "
            insert into key_worker_handover (id, folder_id, from_worker_id, to_worker_id, planned_on, reason,
                                             reason_text, note, recorded_at, recorded_by)
            values ($1, $2, $3, $4, '2026-03-10', 'other', 'zkouška', '', $5, $3)";
        let statement = Uuid::new_v4();
        self.plant(|plant| {
            plant("insert into statement (id, folder_id, kind) values ($1, $2, 'handover')", params![
                statement,
                planted.folder
            ])?;
            plant(INSERT, params![statement, planted.folder, worker(from), worker(login), THEN])
        });
        statement
    }
}

fn put_folder(plant: Plant<'_>, one: &Planted, n: i64, by: WorkerId) -> Result<()> {
    const FOLDER: &str = "
        insert into client_folder (id, service_id, person_id, year, sequence, number, opened_at, opened_on, opened_by)
        values ($1, $2, $3, 2026, $4, $5, $6, $7, $8)";
    const THREAD: &str = "
        insert into case_thread (id, folder_id, began_on, recorded_at, recorded_by) values ($1, $2, $3, $4, $5)";
    plant("insert into person (id, service_id) values ($1, $2)", params![one.person, one.service])?;
    let number = format!("2026/{n:04}");
    plant(FOLDER, params![one.folder, one.service, one.person, n, number, THEN, DAY, by])?;
    let pseudonym = Uuid::from_u128(one.person.as_u128() ^ 0xff << 120);
    plant("insert into folder_pseudonym (folder_id, pseudonym) values ($1, $2)", params![one.folder, pseudonym])?;
    plant(THREAD, params![one.thread, one.folder, DAY, THEN, by])
}

fn put_person(plant: Plant<'_>, one: &Planted, (given, family): (&str, &str), by: WorkerId) -> Result<()> {
    const PERSON: &str = "
        insert into person_version (person_id, version, service_id, folder_id, family_name, given_name, title,
                                    address_form, name_order, birth_number, sex, phone, email, municipality, address,
                                    is_location_protected, note, recorded_at, recorded_by)
        values ($1, 1, $2, $3, $4, $5, '', '', $6, '', '', '', '', '', '', false, '', $7, $8)";
    let order = czech::order_key(&format!("{family} {given}"));
    plant(PERSON, params![one.person, one.service, one.folder, family, given, &order, THEN, by])
}

/// The moment at which the proofs take place.
pub const MOMENT: &str = "2026-03-03T14:20";

#[test]
fn what_is_planted_lies_before_the_moment_of_the_proofs() {
    assert_eq!(clock::day_of(THEN).to_string(), DAY);
}
