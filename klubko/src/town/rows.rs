//! Rows of a resident up to the agreement; one statement each.

use super::planting::Planting;
use super::residents::Resident;
use crate::folders::{self, NewPerson, words};
use crate::kernel::clock::day_of;
use crate::kernel::czech;
use crate::kernel::db::Result;
use crate::kernel::id::{ServiceId, WorkerId};
use crate::params;
use rules::activity::{Form, Kind};
use rules::agreement::InformationItem;
use rules::coded::Coded;
use uuid::Uuid;

pub(super) struct Folder {
    pub service: ServiceId,
    pub id: Uuid,
    pub person: Uuid,
    pub thread: Uuid,
    pub year: i64,
    pub sequence: i64,
    pub opened_at: i64,
    pub opened_by: WorkerId,
}

impl Folder {
    pub fn number(&self) -> String {
        folders::number(self.year, self.sequence)
    }
}

/// Something timed.
pub(super) struct Act {
    pub kind: Kind,
    pub form: Form,
    pub at: i64,
    pub minutes: i64,
    pub by: WorkerId,
}

pub(super) fn open(p: &Planting, one: &Resident, f: &Folder) -> Result<()> {
    const FOLDER: &str = "
        insert into client_folder (id, service_id, person_id, year, sequence, number, opened_at, opened_on, opened_by)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9)";
    const THREAD: &str = "
        insert into case_thread (id, folder_id, began_on, recorded_at, recorded_by) values ($1, $2, $3, $4, $5)";
    let (plant, number, on) = (p.plant(), f.number(), day_of(f.opened_at));
    plant("insert into person (id, service_id) values ($1, $2)", params![f.person, f.service])?;
    let cover = params![f.id, f.service, f.person, f.year, f.sequence, &number, f.opened_at, on, f.opened_by];
    plant(FOLDER, cover)?;
    plant("insert into folder_pseudonym (folder_id, pseudonym) values ($1, $2)", params![f.id, p.id()])?;
    plant(THREAD, params![f.thread, f.id, on, f.opened_at, f.opened_by])?;
    person(p, one, f)
}

fn person(p: &Planting, one: &Resident, f: &Folder) -> Result<()> {
    const PERSON: &str = "
        insert into person_version (person_id, version, service_id, folder_id, family_name, given_name, title,
                                    address_form, name_order, birth_year, birth_number, sex, phone, email, municipality,
                                    address, is_location_protected, note, recorded_at, recorded_by)
        values ($1, 1, $2, $3, $4, $5, '', '', $6, $7, '', $8, $9, '', $10, '', false, '', $11, $12)";
    const WORD: &str = "insert into search_word (service_id, word, folder_id, is_name) values ($1, $2, $3, $4)";
    let order = czech::order_key(&format!("{} {}", one.family, one.given));
    let (service, by) = (f.service, f.opened_by);
    let row = params![
        f.person,
        service,
        f.id,
        one.family,
        one.given,
        &order,
        one.birth_year,
        one.sex,
        one.phone,
        one.municipality,
        f.opened_at,
        by
    ];
    p.plant()(PERSON, row)?;
    let person = NewPerson {
        given_name: one.given,
        family_name: one.family,
        phone: one.phone,
        birth_year: Some(one.birth_year),
        ..NewPerson::default()
    };
    words(&person, &f.number())
        .iter()
        .try_for_each(|(word, is_name)| p.plant()(WORD, params![service, word.as_bytes(), f.id, *is_name]))
}

pub(super) fn statement(p: &Planting, f: &Folder, kind: &'static str) -> Result<Uuid> {
    let id = p.id();
    p.plant()("insert into statement (id, folder_id, kind) values ($1, $2, $3)", params![id, f.id, kind])?;
    Ok(id)
}

pub(super) fn act(
    p: &Planting,
    service: ServiceId,
    folder: Option<Uuid>,
    anonymous: Option<Uuid>,
    act: &Act,
) -> Result<Uuid> {
    const HEAD: &str = "
        insert into activity (id, service_id, folder_id, anonymous_contact_id, event_id, begun_at)
        values ($1, $2, $3, $4, null, $5)";
    const VERSION: &str = "
        insert into activity_version (activity_id, version, service_id, folder_id, kind, form, starts_at, starts_on,
                                      minutes, on_behalf_of_client, is_client_present, place, worker_id, recorded_at,
                                      recorded_by)
        values ($1, 1, $2, $3, $4, $5, $6, $7, $8, false, true, '', $9, $6, $9)";
    let (id, at) = (p.id(), act.at);
    p.plant()(HEAD, params![id, service, folder, anonymous, at])?;
    p.plant()(VERSION, params![id, service, folder, act.kind, act.form, at, day_of(at), act.minutes, act.by])?;
    Ok(id)
}

pub(super) fn topic(p: &Planting, activity: Uuid, folder: Option<Uuid>, topic: &str) -> Result<()> {
    const INSERT: &str = "insert into activity_topic (activity_id, folder_id, topic) values ($1, $2, $3)";
    p.plant()(INSERT, params![activity, folder, topic])
}

pub(super) fn first_contact(p: &Planting, f: &Folder, activity: Uuid, (asked, profession): (&str, &str)) -> Result<()> {
    const INSERT: &str = "
        insert into first_contact (id, folder_id, activity_id, thread_id, channel, profession, asked, agreed,
                                   consultation_wanted_on, recorded_at, recorded_by)
        values ($1, $2, $3, $4, 'phone', $5, $6, '', $7, $8, $9)";
    let (id, on) = (statement(p, f, "first_contact")?, day_of(f.opened_at));
    p.plant()(INSERT, params![id, f.id, activity, f.thread, profession, asked, on, f.opened_at, f.opened_by])
}

pub(super) fn consultation(
    p: &Planting,
    f: &Folder,
    activity: Uuid,
    (at, by, summary): (i64, WorkerId, &str),
) -> Result<Uuid> {
    const INSERT: &str = "
        insert into intro_consultation (id, folder_id, thread_id, activity_id, held_on, is_by_phone,
                                        is_at_clients_request, summary, proposed_specialist, consent_id, legal_ground,
                                        recorded_at, recorded_by)
        values ($1, $2, $3, $4, $5, false, false, $6, '', null, 'agreement', $7, $8)";
    let id = statement(p, f, "intro_consultation")?;
    p.plant()(INSERT, params![id, f.id, f.thread, activity, day_of(at), summary, at, by])?;
    Ok(id)
}

pub(super) fn negotiation(p: &Planting, f: &Folder, (at, by): (i64, WorkerId), one: &Resident) -> Result<()> {
    const INSERT: &str = "
        insert into intake_negotiation (id, version, folder_id, thread_id, request, expectation, wish, need, ability,
                                        possibility, not_found_out_reason, situation, situation_areas, causes, threat,
                                        since, circle_of_persons, circle_of_persons_reason, alternatives,
                                        communication_form, is_understood, can_fulfil, cannot_fulfil,
                                        applicant_decision, applicant_decided_on, recorded_at, recorded_by)
        values ($1, 1, $2, $3, $4, '', $5, $4, $6, $7, '', $4, '', '', '', '', 'fits', '', '', 'plain', true, $8, $9, '',
                null, $10, $11)";
    let id = statement(p, f, "intake_negotiation")?;
    let with = one.cooperation.as_ref();
    let (wish, can) = with.map_or(("Chce znát další možnosti.", ""), |with| (with.commission, with.can));
    let (ability, possibility) = ("Dokáže říct, co potřebuje.", "Může docházet v domluvený čas.");
    let cannot = if can.is_empty() { "" } else { "rozhodnout za jiné lidi nebo úřady" };
    p.plant()(INSERT, params![id, f.id, f.thread, one.asked, wish, ability, possibility, can, cannot, at, by])
}

pub(super) fn information(p: &Planting, f: &Folder, (at, by): (i64, WorkerId)) -> Result<()> {
    const INSERT: &str = "
        insert into information_given (id, folder_id, thread_id, item, given_on, recorded_at, recorded_by)
        values ($1, $2, $3, $4, $5, $6, $7)";
    InformationItem::ALL
        .iter()
        .try_for_each(|item| p.plant()(INSERT, params![p.id(), f.id, f.thread, item.code(), day_of(at), at, by]))
}

pub(super) fn counselling(
    p: &Planting,
    f: &Folder,
    activity: Uuid,
    (at, by, topic): (i64, WorkerId, &str),
) -> Result<()> {
    const INSERT: &str = "
        insert into basic_counselling (id, folder_id, thread_id, activity_id, given_on, topics, information, recorded_at,
                                       recorded_by)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9)";
    let id = statement(p, f, "basic_counselling")?;
    let told = "Vysvětlili jsme práva a možnosti řešení.";
    p.plant()(INSERT, params![id, f.id, f.thread, activity, day_of(at), topic, told, at, by])
}

pub(super) fn record(p: &Planting, f: &Folder, activity: Uuid, (at, by, agreed): (i64, WorkerId, &str)) -> Result<()> {
    const INSERT: &str = "
        insert into progress_record (activity_id, version, folder_id, statement, observation, reasoning, agreed, course,
                                     recorded_at, recorded_by)
        values ($1, 1, $2, '', '', '', $3, '', $4, $5)";
    p.plant()(INSERT, params![activity, f.id, agreed, at, by])
}

pub(super) fn anonymous(
    p: &Planting,
    (service, id, activity): (ServiceId, Uuid, Uuid),
    (year, sequence): (i64, i64),
    (note, advice): (&str, &str),
    (at, by): (i64, WorkerId),
) -> Result<()> {
    const INSERT: &str = "
        insert into anonymous_contact (id, service_id, year, sequence, number, activity_id, age_band, sex, region, note,
                                       advice, recorded_at, recorded_by)
        values ($1, $2, $3, $4, $5, $6, '', '', '', $7, $8, $9, $10)";
    let number = format!("A-{year}-{sequence:04}");
    p.plant()(INSERT, params![id, service, year, sequence, number, activity, note, advice, at, by])
}
