//! What somebody may not see is not told to him by the way either: not as a similar person, not as a number, not in a
//! colleague's draft, not on a screen left alone, not on the ground of a consent that was withdrawn.

use super::common::plant::MOMENT;
use super::common::{Heard, Town, Worker};
use super::scene::masked;
use klubko::kernel::value::Value;
use uuid::Uuid;

const CONTACT: [(&str, &str); 7] = [
    ("channel", "phone"),
    ("day", "3. 3. 2026"),
    ("time", "9:00"),
    ("given_name", "Jindřiška"),
    ("family_name", "Utajená"),
    ("sex", "female"),
    ("asked", "Chce podat návrh na výživné."),
];

/// Somebody whose folder Dana opened, and from which Alena is excluded.
fn opened(dana: &Worker<'_>, town: &Town) -> String {
    let folder = dana.fill("/first-contacts/new", "/first-contacts", &CONTACT);
    let folder = folder.must_be(303).location.split('?').next().unwrap().to_owned();
    let id: Uuid = folder.rsplit('/').next().unwrap().parse().unwrap();
    let alena = Value::from(super::common::plant::worker("prikladna"));
    let row = [
        ("id", Value::from(Uuid::new_v4())),
        ("folder_id", Value::from(id)),
        ("worker_id", alena),
        ("reason", Value::from("personal_relation")),
        ("recorded_by", Value::from(super::common::plant::worker("zkusma"))),
    ];
    town.plant_row("worker_exclusion", &row);
    folder
}

#[test]
fn whoever_is_excluded_is_not_told_that_a_similar_person_is_there() {
    let town = Town::in_a_file();
    let house = town.at(MOMENT);
    opened(&house.worker("zkusma"), &town);
    let again = house.worker("ukazka").fill("/first-contacts/new", "/first-contacts", &CONTACT);
    again.must_be(422).must_say("Podobná osoba");
    let hers = house.worker("prikladna").fill("/first-contacts/new", "/first-contacts", &CONTACT);
    hers.must_be(303);
}

#[test]
fn whoever_is_excluded_is_not_told_even_a_number() {
    let town = Town::in_a_file();
    let house = town.at(MOMENT);
    let alena = house.worker("prikladna");
    let hear = || ["/first-contacts", "/anonymous-contacts", "/folders", "/tasks"].map(|page| masked(&alena.see(page)));
    let before = hear();
    opened(&house.worker("zkusma"), &town);
    assert_eq!(hear(), before);
}

#[test]
fn nobody_takes_up_a_colleagues_draft() {
    let town = Town::in_a_file();
    let house = town.at(MOMENT);
    let (dana, bohdan) = (house.worker("zkusma"), house.worker("ukazka"));
    let page = dana.see("/first-contacts/new");
    let hidden = page.hidden("/first-contacts");
    let draft = hidden.iter().find(|(name, _)| name == "draft").unwrap().1.clone();
    let typed: Vec<(&str, &str)> =
        hidden.iter().map(|(name, value)| (name.as_str(), value.as_str())).chain([("asked", "Zzrozepsano")]).collect();
    dana.post("/drafts", &typed).must_be(200);
    let address = format!("/first-contacts/new?draft={draft}");
    dana.see(&address).must_say("Zzrozepsano");
    bohdan.see(&address).must_not_say("Zzrozepsano");
}

#[test]
fn a_screen_left_alone_and_a_session_that_ended_show_nothing() {
    let town = Town::in_a_file();
    let cookie = town.at(MOMENT).worker("prikladna").cookie().to_owned();
    let later = town.at("2026-03-03T14:40");
    let page = later.ask("GET", "/folders", &[], Some(&cookie));
    assert!(page.location.starts_with("/session/unlock"), "{} {}", page.status, page.location);
    let alena = later.worker("prikladna");
    alena.see("/folders").must_be(200);
    alena.fill("/more", "/session/sign-out", &[]).must_be(303);
    assert_eq!(alena.see("/folders").location, "/sign-in");
}

#[test]
fn a_consent_that_was_withdrawn_carries_nothing() {
    let town = Town::in_a_file();
    let house = town.at("2026-03-16T11:00");
    let dana = house.worker("zkusma");
    let typed = CONTACT.map(|(name, value)| (name, if name == "day" { "16. 3. 2026" } else { value }));
    let folder = dana.fill("/first-contacts/new", "/first-contacts", &typed);
    let folder = folder.must_be(303).location.split('?').next().unwrap().to_owned();
    let heard_by = super::common::plant::worker("zkusma").to_string();
    let said = [
        ("decision", "consent"),
        ("form", "oral"),
        ("wording", "Souhlasíte s tím, že si zapíšeme Vaše jméno a kontakt?"),
        ("scope", "jméno a kontakt"),
        ("day", "16. 3. 2026"),
        ("time", "10:30"),
        ("heard_by", heard_by.as_str()),
    ];
    let consents = format!("{folder}/consents");
    dana.fill(&format!("{consents}/new"), &consents, &said).must_be(303);
    let withdrawal = dana.see(&consents).address(&format!("{consents}/"), "/withdrawal");
    let said = [("how", "telefonicky"), ("day", "16. 3. 2026"), ("time", "10:50")];
    dana.fill(&withdrawal, &withdrawal, &said).must_be(303);
    consultation(&dana, &folder).must_be(422).must_say("se zaznamenaným ústním souhlasem");
}

fn consultation(dana: &Worker<'_>, folder: &str) -> Heard {
    let typed = [
        ("form", "phone"),
        ("day", "16. 3. 2026"),
        ("time", "10:55"),
        ("minutes", "5"),
        ("summary", "Ptá se na výživné."),
    ];
    dana.fill(&format!("{folder}/consultation/new"), &format!("{folder}/consultations"), &typed)
}
