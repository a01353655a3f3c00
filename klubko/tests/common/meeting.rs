//! A meeting of the peer mentoring and the counselling service by forms, with Marek Vymyšlený on its agenda.

use super::plant::{Planted, worker};
use super::together::{Fields, Marek, moment};
use super::{Heard, Town, Worker};
use klubko::kernel::id::ServiceId;
use klubko::kernel::value::Value;
use klubko::town::{OSP, PM};
use uuid::Uuid;

/// What is typed here, but where `more` says otherwise.
pub fn with<'a>(usual: Fields<'a>, more: Fields<'a>) -> Vec<(&'a str, &'a str)> {
    let kept = usual.iter().copied().filter(|(name, _)| more.iter().all(|(other, _)| other != name));
    kept.chain(more.iter().copied()).collect()
}

/// Eva plans the meeting of Tuesday 19 May 2026; answers with its address.
pub fn planned(by: &Worker<'_>, more: Fields<'_>) -> Heard {
    let (pm, eva, iva) = (PM.to_string(), worker("poradna").to_string(), worker("rampova").to_string());
    let usual = [
        ("far_service", pm.as_str()),
        ("day", "19. 5. 2026"),
        ("time", "14:00"),
        ("place", "Nádražní 3"),
        ("chair", eva.as_str()),
        ("minute_taker", iva.as_str()),
        ("rhythm", "fortnightly"),
    ];
    by.fill("/meetings/new", "/meetings/new", &with(&usual, more))
}

pub fn address(heard: &Heard) -> String {
    heard.must_be(303);
    heard.location.split('?').next().unwrap().to_owned()
}

/// The counselling service took up a part of Marek's commission: it comes to each agenda by itself.
pub fn part(town: &Town, marek: &Marek, consent: Uuid, words: &str) {
    let (id, folder) = (Uuid::new_v4(), Value::from(marek.pm.folder));
    let at = Value::from(moment("2026-05-04T10:15"));
    let (iva, eva) = (Value::from(worker("rampova")), Value::from(worker("poradna")));
    let item = [
        ("id", id.into()),
        ("folder_id", folder.clone()),
        ("service_id", Value::from(PM)),
        ("receiver_service_id", Value::from(OSP)),
        ("kind", "part".into()),
        ("shared_at", at.clone()),
        ("shared_by", iva.clone()),
    ];
    town.plant_row("shared_item", &item);
    let ground = [
        ("item_id", id.into()),
        ("folder_id", folder.clone()),
        ("legal_ground", "consent".into()),
        ("consent_id", consent.into()),
        ("topic", "odvolání".into()),
        ("recorded_at", at.clone()),
        ("recorded_by", iva.clone()),
    ];
    town.plant_row("shared_item_ground", &ground);
    let part = [
        ("id", id.into()),
        ("folder_id", folder.clone()),
        ("service_id", Value::from(PM)),
        ("receiver_service_id", Value::from(OSP)),
        ("part", Value::from(words.to_owned())),
        ("route", "urgent_direct".into()),
        ("asked_at", at.clone()),
        ("asked_by", iva),
    ];
    town.plant_row("commission_part", &part);
    let answer = [
        ("part_id", id.into()),
        ("folder_id", folder),
        ("far_folder_id", Value::from(marek.osp.folder)),
        ("answer", "accepted".into()),
        ("delimited_part", Value::from(words.to_owned())),
        ("recorded_at", at),
        ("recorded_by", eva),
    ];
    town.plant_row("commission_part_answer", &answer);
}

/// The goal and both tasks of scenario 7, one sending each.
pub fn agree(by: &Worker<'_>, meeting: &str, one: Planted) {
    let (live, item) = (format!("{meeting}/live"), one.folder.to_string());
    let page = format!("{live}?item={item}");
    let person = |service: ServiceId, login: &str| format!("{service}:{}", worker(login));
    let (eva, iva) = (person(OSP, "poradna"), person(PM, "rampova"));
    let first = [
        ("minutes", "Dlouho o tom mluvili, Iva má obavy z termínu."),
        ("goal", "přiznán stupeň III"),
        ("success_indicator", "rozhodnutí s právní mocí"),
        ("horizon", "30. 9. 2026"),
        ("task", "doplnit zprávu"),
        ("who", eva.as_str()),
        ("due", "2. 6. 2026"),
    ];
    by.fill(&page, &live, &first).must_be(303);
    let minutes = by.see(&page).body();
    assert!(minutes.contains("Iva má obavy"), "the minutes stay");
    let second = [
        ("minutes", "Dlouho o tom mluvili, Iva má obavy z termínu."),
        ("task", "nácvik"),
        ("who", iva.as_str()),
        ("due", "16. 6. 2026"),
    ];
    by.fill(&page, &live, &second).must_be(303);
}

/// It took place, and the next one follows in a fortnight.
pub fn close(by: &Worker<'_>, meeting: &str, more: Fields<'_>) -> Heard {
    let end = format!("{meeting}/end");
    by.fill(&end, &end, &with(&[("took_place", "yes"), ("next", "2. 6. 2026")], more))
}
