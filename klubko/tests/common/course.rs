//! A folder put on the stage past every door, for the stories whose beginning is another story's matter.

use super::Town;
use jiff::civil::{Date, DateTime};
use klubko::kernel::clock;
use klubko::kernel::czech::order_key;
use klubko::kernel::db::{Connection, Plant, Result};
use klubko::kernel::id::{FolderId, ServiceId, WorkerId};
use klubko::params;
use klubko::town::PEOPLE;
use rules::text::search_words;
use uuid::Uuid;

/// The id of somebody of the town by his login.
pub fn worker(login: &str) -> WorkerId {
    PEOPLE.iter().find(|one| one.login() == login).unwrap_or_else(|| panic!("nobody is called {login}")).id()
}

fn service_of(login: &str) -> ServiceId {
    PEOPLE.iter().find(|one| one.login() == login).and_then(|one| one.service).unwrap()
}

/// A client on the stage.
pub struct Client {
    pub folder: FolderId,
    pub thread: Uuid,
    pub keeper: WorkerId,
}

impl Client {
    /// The address of a page of the folder.
    pub fn page(&self, page: &str) -> String {
        format!("/folders/{}{page}", self.folder)
    }
}

fn write(town: &Town, work: impl FnOnce(Plant<'_>) -> Result<()>) {
    Connection::open_writer(&town.place).unwrap().plant(work).unwrap();
}

fn at(moment: &str) -> i64 {
    clock::moment(moment.parse::<DateTime>().unwrap())
}

/// `client(&town, ("Klára", "Vzorná"), "prikladna", "2026-03-09T10:00")`: an applicant with a key worker.
pub fn client(town: &Town, (given, family): (&str, &str), keeper: &str, since: &str) -> Client {
    let (folder, person, thread) = (FolderId(Uuid::new_v4()), Uuid::new_v4(), Uuid::new_v4());
    let (service, keeper, since) = (service_of(keeper), worker(keeper), at(since));
    let day = clock::day_of(since);
    write(town, |plant| {
        plant("insert into person (id, service_id) values ($1, $2)", params![person, service])?;
        open(plant, (folder, person, service), keeper, since)?;
        plant("insert into folder_pseudonym (folder_id, pseudonym) values ($1, $2)", params![folder, Uuid::new_v4()])?;
        name(plant, (folder, person, service), (given, family), (keeper, since))?;
        plant(
            "insert into case_thread (id, folder_id, began_on, recorded_at, recorded_by) values ($1, $2, $3, $4, $5)",
            params![thread, folder, day, since, keeper],
        )?;
        plant(
            "insert into key_worker_assignment (id, folder_id, worker_id, from_at, recorded_at, recorded_by)
             values ($1, $2, $3, $4, $4, $3)",
            params![Uuid::new_v4(), folder, keeper, since],
        )
    });
    Client { folder, thread, keeper }
}

fn open(
    plant: Plant<'_>,
    (folder, person, service): (FolderId, Uuid, ServiceId),
    by: WorkerId,
    since: i64,
) -> Result<()> {
    const INSERT: &str = "
        insert into client_folder (id, service_id, person_id, year, sequence, number, opened_at, opened_on, opened_by)
        select $1, $2, $3, 2026, 900 + count(*), '2026/09' || cast(10 + count(*) as text), $4, $5, $6
          from client_folder where service_id = $2";
    let day = clock::day_of(since);
    plant(INSERT, params![folder, service, person, since, day, by])
}

fn name(
    plant: Plant<'_>,
    (folder, person, service): (FolderId, Uuid, ServiceId),
    (given, family): (&str, &str),
    (by, since): (WorkerId, i64),
) -> Result<()> {
    const INSERT: &str = "
        insert into person_version (person_id, version, service_id, folder_id, family_name, given_name, title,
                                    address_form, name_order, birth_number, sex, phone, email, municipality, address,
                                    is_location_protected, note, recorded_at, recorded_by)
        values ($1, 1, $2, $3, $4, $5, '', '', $6, '', 'female', '', '', '', '', false, '', $7, $8)";
    let order = order_key(&format!("{family} {given}"));
    plant(INSERT, params![person, service, folder, family, given, &order, since, by])?;
    for word in search_words(&format!("{given} {family}")) {
        const WORD: &str = "insert into search_word (service_id, word, folder_id, is_name) values ($1, $2, $3, true)";
        plant(WORD, params![service, word.as_bytes(), folder])?;
    }
    Ok(())
}

/// The agreement was concluded on a day.
pub fn agreement(town: &Town, client: &Client, signed_on: Date) {
    let (commission, document, agreement) = (Uuid::new_v4(), Uuid::new_v4(), Uuid::new_v4());
    let (folder, thread, by) = (client.folder, client.thread, client.keeper);
    let since = clock::start_of(signed_on) + 11 * 3_600_000;
    write(town, |plant| {
        for (id, kind) in [(commission, "commission"), (document, "document"), (agreement, "agreement")] {
            plant("insert into statement (id, folder_id, kind) values ($1, $2, $3)", params![id, folder, kind])?;
        }
        plant(
            "insert into document (id, folder_id, thread_id, kind, template_version, title, client_name, folder_number, body,
                                   digest, extent, place, hours, payment, signer_role, signer, valid_from, prepared_on,
                                   recorded_at, recorded_by)
             values ($1, $2, $3, 'informed_consent', 3, '', '', '', '', $4, '', '', '', '', 'self', '', $5, $5, $6, $7)",
            params![document, folder, thread, &[1_u8][..], signed_on, since, by],
        )?;
        plant(
            "insert into agreement (id, version, folder_id, thread_id, form, document_id, commission_id, signed_on,
                                    signer, signer_role, mandate, signed_in, valid_from, recorded_at, recorded_by)
             values ($1, 1, $2, $3, 'informed_consent', $4, $5, $6, '', 'self', '', '', $6, $7, $8)",
            params![agreement, folder, thread, document, commission, signed_on, since, by],
        )
    });
}

/// Somebody is invited into the folder.
pub fn assign(town: &Town, client: &Client, login: &str, as_mentor: bool, since: Date) {
    let at = clock::start_of(since);
    write(town, |plant| {
        plant(
            "insert into assignment (id, folder_id, worker_id, as_mentor, as_assessor, from_day, why, recorded_at,
                                     recorded_by)
             values ($1, $2, $3, $4, false, $5, '', $6, $7)",
            params![Uuid::new_v4(), client.folder, worker(login), as_mentor, since, at, client.keeper],
        )
    });
}

/// Cooperation with somebody is limited from a moment.
pub fn exclude(town: &Town, client: &Client, login: &str, moment: &str) {
    limit(town, (client.folder, client.keeper), login, moment);
}

/// The same in a folder known by its address.
pub fn exclude_from(town: &Town, folder: &str, login: &str, moment: &str) {
    let folder = FolderId(folder.rsplit('/').next().unwrap().parse().unwrap());
    limit(town, (folder, worker(login)), login, moment);
}

fn limit(town: &Town, (folder, by): (FolderId, WorkerId), login: &str, moment: &str) {
    write(town, |plant| {
        plant(
            "insert into worker_exclusion (id, folder_id, worker_id, reason, reason_text, raised_by, from_at,
                                           recorded_by)
             values ($1, $2, $3, 'personal_relation', '', 'client', $4, $5)",
            params![Uuid::new_v4(), folder, worker(login), at(moment), by],
        )
    });
}
