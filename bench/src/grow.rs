//! A provider of a given size beside the demo town: folders in four services, each with an agreement, a key worker,
//! ten records and an open task.

use anyhow::{Result, anyhow};
use jiff::ToSpan;
use jiff::civil::{Date, date};
use klubko::kernel::czech;
use klubko::kernel::db::{Connection, Place, Plant};
use klubko::kernel::id::{FolderId, ServiceId, WorkerId};
use klubko::{params, town};
use rules::text::search_words;
use uuid::Uuid;

const RECORDS: usize = 10;
const CHUNK: usize = 1_000;
const BEGAN: Date = date(2024, 3, 1);
const FAMILY: &[&str] = &[
    "Novák",
    "Svoboda",
    "Dvořák",
    "Černý",
    "Procházka",
    "Kučera",
    "Veselý",
    "Horák",
    "Němec",
    "Pokorný",
    "Marek",
    "Pospíšil",
    "Hájek",
    "Jelínek",
    "Král",
    "Růžička",
    "Beneš",
    "Fiala",
    "Sedlák",
    "Chalupa",
    "Řehoř",
    "Žák",
];
const GIVEN: &[&str] =
    &["Jana", "Petr", "Marie", "Tomáš", "Eva", "Josef", "Hana", "Pavel", "Anna", "Jan", "Lenka", "Jiří", "Kateřina"];
const SIGNS: &[&str] = &["", "ová", "ík", "ek"];

/// What was grown in the measured service.
pub struct Grown {
    pub service: ServiceId,
    folders: Vec<FolderId>,
}

impl Grown {
    pub fn folder(&self, n: usize) -> FolderId {
        self.folders.get(n % self.folders.len().max(1)).copied().unwrap_or_default()
    }
}

pub fn provider(place: &Place, folders: usize) -> Result<Grown> {
    let failed = |error: klubko::kernel::db::Error| anyhow!("{error}");
    town::build(place).map_err(failed)?;
    let writer = Connection::open_writer(place).map_err(failed)?;
    let mut grown = Grown { service: town::JAVORINKA, folders: Vec::new() };
    let numbers: Vec<usize> = (0..folders).collect();
    for chunk in numbers.chunks(CHUNK) {
        writer.plant(|plant| chunk.iter().try_for_each(|n| one(plant, *n, &mut grown))).map_err(failed)?;
    }
    Ok(grown)
}

fn pick(list: &[&'static str], n: usize) -> &'static str {
    list.get(n % list.len()).copied().unwrap_or_default()
}

fn worker(login: &str) -> WorkerId {
    town::PEOPLE.iter().find(|person| person.login() == login).map(town::Person::id).unwrap_or_default()
}

fn one(plant: Plant<'_>, n: usize, grown: &mut Grown) -> klubko::kernel::db::Result<()> {
    let services = [town::JAVORINKA, town::OSP, town::PM, town::SAS];
    let service = services.get(n % 4).copied().unwrap_or_default();
    let folder = FolderId(Uuid::from_u128((0xf01d << 96) + n as u128));
    if service == grown.service {
        grown.folders.push(folder);
    }
    let key_worker = if n.is_multiple_of(40) { worker("prikladna") } else { worker("rozvazna") };
    open(plant, n, service, folder, key_worker)?;
    agree(plant, n, folder, key_worker)?;
    (0..RECORDS).try_for_each(|at| record(plant, n * RECORDS + at, service, folder, key_worker))?;
    let task = Uuid::from_u128((0x7a5c << 96) + n as u128);
    let due = BEGAN.checked_add((n as i64 % 900).days()).unwrap_or(BEGAN);
    plant(
        "insert into task (id, service_id, folder_id, position, what, due_on, is_legal_deadline, origin, rule, version,
                           recorded_at, recorded_by, done_note)
         values ($1, $2, $3, 'key_worker', 'Přehodnotit potřeby', $4, false, 'by_hand', '', 1, 1, $5, '')",
        params![task, service, folder, due, key_worker],
    )
}

fn open(
    plant: Plant<'_>,
    n: usize,
    service: ServiceId,
    folder: FolderId,
    key_worker: WorkerId,
) -> klubko::kernel::db::Result<()> {
    let person = Uuid::from_u128((0xbe << 96) + n as u128);
    let family = format!("{}{}", pick(FAMILY, n * 7919 / 31), pick(SIGNS, n / 7));
    let given = pick(GIVEN, n / 3);
    let order = czech::order_key(&format!("{family} {given}"));
    let number = format!("2024/{n:05}");
    plant("insert into person (id, service_id) values ($1, $2)", params![person, service])?;
    plant(
        "insert into client_folder (id, service_id, person_id, year, sequence, number, opened_at, opened_on, opened_by)
         values ($1, $2, $3, 2024, $4, $5, 1709280000000, '2024-03-01', $6)",
        params![folder, service, person, n as i64, number, key_worker],
    )?;
    let pseudonym = Uuid::from_u128((0x95e << 96) + n as u128);
    plant("insert into folder_pseudonym (folder_id, pseudonym) values ($1, $2)", params![folder, pseudonym])?;
    plant(
        "insert into person_version (person_id, version, service_id, folder_id, family_name, given_name, title,
                address_form, name_order, birth_year, birth_number, sex, phone, email, municipality, address,
                is_location_protected, note, recorded_at, recorded_by)
         values ($1, 1, $2, $3, $4, $5, '', '', $6, $7, '', 'female', '+420602123456', '', 'Horní Vzorov', '', false,
                 '', 1709280000000, $8)",
        params![person, service, folder, &family, given, &order, 1950 + n as i64 % 60, key_worker],
    )?;
    for word in search_words(&format!("{family} {given}")) {
        plant(
            "insert into search_word (service_id, word, folder_id, is_name) values ($1, $2, $3, true)
             on conflict do nothing",
            params![service, word.as_bytes(), folder],
        )?;
    }
    Ok(())
}

fn agree(plant: Plant<'_>, n: usize, folder: FolderId, key_worker: WorkerId) -> klubko::kernel::db::Result<()> {
    let id = |kind: u128| Uuid::from_u128((kind << 96) + n as u128);
    let (thread, document, agreement, commission) = (id(0x7e), id(0xd0), id(0xa9), id(0xc0));
    plant(
        "insert into case_thread (id, folder_id, began_on, recorded_at, recorded_by)
         values ($1, $2, '2024-03-01', 1709280000000, $3)",
        params![thread, folder, key_worker],
    )?;
    for (statement, kind) in [(document, "document"), (agreement, "agreement"), (commission, "commission")] {
        plant("insert into statement (id, folder_id, kind) values ($1, $2, $3)", params![statement, folder, kind])?;
    }
    plant(
        "insert into document (id, folder_id, thread_id, kind, template_version, title, body, digest, extent, place, hours,
                payment, valid_from, prepared_on, recorded_at, recorded_by)
         values ($1, $2, $3, 'informed_consent', 3, 'Informovaný souhlas', 'text', $4, '', '', '', '', '2024-03-01',
                 '2024-03-01', 1709280000000, $5)",
        params![document, folder, thread, &[0_u8; 32], key_worker],
    )?;
    plant(
        "insert into agreement (id, version, folder_id, thread_id, form, document_id, commission_id, signed_on, signer,
                signer_role, signed_in, valid_from, recorded_at, recorded_by)
         values ($1, 1, $2, $3, 'informed_consent', $4, $5, '2024-03-01', 'klientka', 'client', 'Horní Vzorov',
                 '2024-03-01', 1709280000000, $6)",
        params![agreement, folder, thread, document, commission, key_worker],
    )?;
    plant(
        "insert into key_worker_assignment (id, folder_id, worker_id, from_at, recorded_at, recorded_by)
         values ($1, $2, $3, 1709280000000, 1709280000000, $3)",
        params![id(0x4e), folder, key_worker],
    )
}

fn record(
    plant: Plant<'_>,
    n: usize,
    service: ServiceId,
    folder: FolderId,
    worker: WorkerId,
) -> klubko::kernel::db::Result<()> {
    let activity = Uuid::from_u128((0xac << 96) + n as u128);
    let at = 1_710_000_000_000 + (n as i64 % 50_000) * 1_000_000;
    plant(
        "insert into activity (id, service_id, folder_id, begun_at) values ($1, $2, $3, $4)",
        params![activity, service, folder, at],
    )?;
    plant(
        "insert into activity_version (activity_id, version, service_id, folder_id, kind, form, starts_at, starts_on,
                minutes, on_behalf_of_client, is_client_present, place, worker_id, recorded_at, recorded_by)
         values ($1, 1, $2, $3, 'consultation', 'ambulatory', $4, $5, 45, false, true, '', $6, $4, $6)",
        params![activity, service, folder, at, klubko::kernel::clock::day_of(at), worker],
    )?;
    plant(
        "insert into progress_record (activity_id, version, folder_id, statement, observation, reasoning, agreed, course,
                recorded_at, recorded_by)
         values ($1, 1, $2, '', '', '', 'Příště dluhy.',
                 'Doprovod na úřad, domluveno předání podkladů k žádosti o příspěvek na bydlení.', $3, $4)",
        params![activity, folder, at, worker],
    )
}
