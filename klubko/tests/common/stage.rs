//! The stage of a story: people who have called and had their introductory consultation already.

use super::Town;
use jiff::civil::{Date, DateTime};
use klubko::kernel::clock;
use klubko::kernel::czech::order_key;
use klubko::kernel::db::{Connection, Plant, Result};
use klubko::kernel::id::{ServiceId, WorkerId};
use klubko::{params, town};
use rules::assessment::due_on;
use uuid::Uuid;

/// Somebody who called: name, service, who took the call and held the consultation.
pub struct Caller {
    pub given: &'static str,
    pub family: &'static str,
    pub service: ServiceId,
    pub taken_by: &'static str,
}

/// Klára Vzorná called on 3 March 2026 and wanted the consultation at once, by phone (scenario 2).
pub const KLARA: Caller = Caller { given: "Klára", family: "Vzorná", service: town::JAVORINKA, taken_by: "ukazka" };

pub fn worker(login: &str) -> String {
    worker_id(login).to_string()
}

fn worker_id(login: &str) -> WorkerId {
    town::PEOPLE.iter().find(|person| person.login() == login).unwrap().id()
}

/// The address of a new folder: first contact, then the consultation at `moment` if there was one.
pub fn folder(town: &Town, caller: &Caller, contact: &str, consultation: Option<&str>) -> String {
    let (folder, person, thread) = (Uuid::new_v4(), Uuid::new_v4(), Uuid::new_v4());
    let contact: DateTime = contact.parse().unwrap();
    let consultation: Option<DateTime> = consultation.map(|moment| moment.parse().unwrap());
    let writer = Connection::open_writer(&town.place).unwrap();
    let plant = |plant: Plant<'_>| {
        cover(plant, caller, (folder, person, thread), contact)?;
        consultation.map_or(Ok(()), |moment| hold(plant, caller, (folder, thread), moment))
    };
    writer.plant(plant).unwrap();
    format!("/folders/{folder}")
}

fn cover(plant: Plant<'_>, caller: &Caller, (folder, person, thread): (Uuid, Uuid, Uuid), at: DateTime) -> Result<()> {
    let (service, by) = (caller.service, worker_id(caller.taken_by));
    let (moment, day, order) =
        (clock::moment(at), at.date(), order_key(&format!("{} {}", caller.family, caller.given)));
    plant("insert into person (id, service_id) values ($1, $2)", params![person, service])?;
    plant(
        "insert into client_folder (id, service_id, person_id, year, sequence, number, opened_at, opened_on, opened_by)
         select $1, $2, $3, 2026, count(*) + 1, '2026/' || cast(1000 + count(*) as text), $4, $5, $6
           from client_folder where service_id = $2",
        params![folder, service, person, moment, day, by],
    )?;
    plant("insert into folder_pseudonym (folder_id, pseudonym) values ($1, $2)", params![folder, Uuid::new_v4()])?;
    plant(
        "insert into person_version (person_id, version, service_id, folder_id, family_name, given_name, title,
                                     address_form, name_order, birth_number, sex, phone, email, municipality, address,
                                     is_location_protected, note, recorded_at, recorded_by)
         values ($1, 1, $2, $3, $4, $5, '', '', $6, '', 'female', '', '', '', '', false, '', $7, $8)",
        params![person, service, folder, caller.family, caller.given, &order, moment, by],
    )?;
    for (word, is_name) in [(rules::text::fold(caller.family), true), (rules::text::fold(caller.given), true)] {
        plant(
            "insert into search_word (service_id, word, folder_id, is_name) values ($1, $2, $3, $4)",
            params![service, word.as_bytes(), folder, is_name],
        )?;
    }
    plant(
        "insert into case_thread (id, folder_id, began_on, recorded_at, recorded_by) values ($1, $2, $3, $4, $5)",
        params![thread, folder, day, moment, by],
    )
}

fn hold(plant: Plant<'_>, caller: &Caller, (folder, thread): (Uuid, Uuid), at: DateTime) -> Result<()> {
    let (service, by, moment, day) = (caller.service, worker_id(caller.taken_by), clock::moment(at), at.date());
    let (activity, consultation) = (Uuid::new_v4(), Uuid::new_v4());
    plant(
        "insert into activity (id, service_id, folder_id, begun_at) values ($1, $2, $3, $4)",
        params![activity, service, folder, moment],
    )?;
    plant(
        "insert into activity_version (activity_id, version, service_id, folder_id, kind, form, starts_at, starts_on,
                                       minutes, on_behalf_of_client, is_client_present, place, worker_id, recorded_at,
                                       recorded_by)
         values ($1, 1, $2, $3, 'intro_consultation', 'phone', $4, $5, 45, false, true, '', $6, $4, $6)",
        params![activity, service, folder, moment, day, by],
    )?;
    plant(
        "insert into statement (id, folder_id, kind) values ($1, $2, 'intro_consultation')",
        params![consultation, folder],
    )?;
    plant(
        "insert into intro_consultation (id, folder_id, thread_id, activity_id, held_on, is_by_phone,
                                         is_at_clients_request, summary, proposed_specialist, legal_ground,
                                         recorded_at, recorded_by)
         values ($1, $2, $3, $4, $5, true, true, 'Manžel odešel, nespí.', '', 'consent', $6, $7)",
        params![consultation, folder, thread, activity, day, moment, by],
    )?;
    leave_task(plant, (service, folder, by, consultation), day, moment)
}

fn leave_task(
    plant: Plant<'_>,
    (service, folder, by, consultation): (ServiceId, Uuid, WorkerId, Uuid),
    day: Date,
    moment: i64,
) -> Result<()> {
    plant(
        "insert into task (id, service_id, folder_id, worker_id, what, due_on, is_legal_deadline, origin, origin_id,
                           rule, version, recorded_at, recorded_by, done_note)
         values ($1, $2, $3, $4, 'Zhodnocení', $5, false, 'intro_consultation', $6, 'r029', 1, $7, $4, '')",
        params![Uuid::new_v4(), service, folder, by, due_on(day, 7), consultation, moment],
    )
}

/// A task by name in a folder, as somebody set it by hand.
pub fn task(town: &Town, folder: &str, login: &str, what: &'static str, is_legal: bool) {
    let folder: Uuid = folder.rsplit('/').next().unwrap().parse().unwrap();
    let (id, by, service, day) = (Uuid::new_v4(), worker_id(login), town::JAVORINKA, "2026-06-01");
    let row = params![id, service, folder, by, what, day, is_legal];
    let writer = Connection::open_writer(&town.place).unwrap();
    let insert = |plant: Plant<'_>| {
        plant(
            "insert into task (id, service_id, folder_id, worker_id, what, due_on, is_legal_deadline, origin, rule,
                               version, recorded_at, recorded_by, done_note)
             values ($1, $2, $3, $4, $5, $6, $7, 'by_hand', '', 1, 1, $4, '')",
            row,
        )
    };
    writer.plant(insert).unwrap();
}

/// Reads rows past every door, for what no page shows.
pub fn count(town: &Town, sql: &'static str, folder: &str) -> i64 {
    klubko::record! { struct Counted { n: i64 } }
    let folder: Uuid = folder.rsplit('/').next().unwrap().parse().unwrap();
    let reader = Connection::open_reader(&town.place).unwrap();
    let counted: Vec<Counted> = reader.read(|unit| unit.all(sql, params![folder])).unwrap().unwrap();
    counted.first().unwrap().n
}
