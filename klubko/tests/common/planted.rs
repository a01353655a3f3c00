//! Folders planted past the doors, where a test needs one that no form has opened: big lists, plans of queries, looks.

use super::Town;
use jiff::civil::DateTime;
use klubko::kernel::clock;
use klubko::kernel::czech::order_key;
use klubko::kernel::db::{Connection, Plant, Result};
use klubko::kernel::id::WorkerId;
use klubko::{params, town};
use uuid::Uuid;

/// Somebody to be planted into Javořinka.
pub struct Planted<'a> {
    pub given: &'a str,
    pub family: &'a str,
    pub sex: &'a str,
    /// The login of the key worker, or empty.
    pub key_worker: &'a str,
    /// The day of the agreement, or empty.
    pub agreement_on: &'a str,
}

pub const KLARA: Planted =
    Planted { given: "Klára", family: "Vzorná", sex: "female", key_worker: "prikladna", agreement_on: "" };

pub fn worker(login: &str) -> WorkerId {
    town::PEOPLE.iter().find(|one| one.login() == login).unwrap().id()
}

fn at(moment: &str) -> i64 {
    clock::moment(moment.parse::<DateTime>().unwrap())
}

impl Town {
    /// Plants people; answers with the addresses of their folders.
    pub fn planted(&self, people: &[Planted]) -> Vec<String> {
        let ids: Vec<Uuid> = people.iter().map(|_| Uuid::new_v4()).collect();
        let writer = Connection::open_writer(&self.place).unwrap();
        let each = || people.iter().zip(&ids).enumerate();
        let plant_all =
            |plant: Plant<'_>| each().try_for_each(|(number, (one, id))| folder(plant, *id, number + 1, one));
        writer.plant(plant_all).unwrap();
        ids.iter().map(|id| format!("/folders/{id}")).collect()
    }
}

fn folder(plant: Plant<'_>, id: Uuid, number: usize, one: &Planted) -> Result<()> {
    let (by, opened, day) = (worker("zkusma"), at("2026-03-02T09:00"), "2026-03-02");
    let (person, thread) = (Uuid::new_v4(), Uuid::new_v4());
    plant("insert into person (id, service_id) values ($1, $2)", params![person, town::JAVORINKA])?;
    plant(
        "insert into client_folder (id, service_id, person_id, year, sequence, number, opened_at, opened_on, opened_by)
         values ($1, $2, $3, 2026, $4, $5, $6, $7, $8)",
        params![id, town::JAVORINKA, person, number as i64, format!("2026/{number:04}"), opened, day, by],
    )?;
    plant("insert into folder_pseudonym (folder_id, pseudonym) values ($1, $2)", params![id, Uuid::new_v4()])?;
    plant(
        "insert into case_thread (id, folder_id, began_on, recorded_at, recorded_by) values ($1, $2, $3, $4, $5)",
        params![thread, id, day, opened, by],
    )?;
    version(plant, id, person, one)?;
    if !one.key_worker.is_empty() {
        plant(
            "insert into key_worker_assignment (id, folder_id, worker_id, from_at, recorded_at, recorded_by)
             values ($1, $2, $3, $4, $4, $5)",
            params![Uuid::new_v4(), id, worker(one.key_worker), opened, by],
        )?;
    }
    if one.agreement_on.is_empty() { Ok(()) } else { agreement(plant, id, thread, one.agreement_on) }
}

fn version(plant: Plant<'_>, id: Uuid, person: Uuid, one: &Planted) -> Result<()> {
    let order = order_key(&format!("{} {}", one.family, one.given));
    plant(
        "insert into person_version (person_id, version, service_id, folder_id, family_name, given_name, title,
                                     address_form, name_order, birth_number, sex, phone, email, municipality, address,
                                     is_location_protected, note, recorded_at, recorded_by)
         values ($1, 1, $2, $3, $4, $5, '', '', $6, '', $7, '+420602123456', '', 'Horní Vzorov', '', false, '', $8, $9)",
        params![person, town::JAVORINKA, id, one.family, one.given, &order, one.sex, at("2026-03-02T09:00"), worker("zkusma")],
    )
}

fn agreement(plant: Plant<'_>, folder: Uuid, thread: Uuid, day: &str) -> Result<()> {
    let (by, moment) = (worker("zkusma"), at(&format!("{day}T10:00")));
    let ids = [Uuid::new_v4(), Uuid::new_v4(), Uuid::new_v4()];
    for (id, kind) in ids.iter().zip(["agreement", "document", "commission"]) {
        plant("insert into statement (id, folder_id, kind) values ($1, $2, $3)", params![*id, folder, kind])?;
    }
    plant(
        "insert into document (id, folder_id, thread_id, kind, template_version, title, client_name, folder_number, body,
                               digest, extent, place, hours, payment, signer_role, signer, prepared_on, recorded_at,
                               recorded_by)
         values ($1, $2, $3, 'informed_consent', 1, '', '', '', '', $4, '', '', '', '', 'self', '', $5, $6, $7)",
        params![ids[1], folder, thread, &[0_u8; 32], day, moment, by],
    )?;
    plant(
        "insert into agreement (id, version, folder_id, thread_id, form, document_id, commission_id, signed_on, signer,
                                signer_role, mandate, signed_in, valid_from, recorded_at, recorded_by)
         values ($1, 1, $2, $3, 'informed_consent', $4, $5, $6, 'podpis', 'self', '', 'Horní Vzorov', $6, $7, $8)",
        params![ids[0], folder, thread, ids[1], ids[2], day, moment, by],
    )
}
