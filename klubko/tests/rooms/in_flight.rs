//! What a client decides, and a limited cooperation, win over an edit that is on its way (A12, R-059, R-084, D19).

use crate::common::course::{agreement, assign, client, exclude};
use crate::common::stage::{self, KLARA, worker};
use crate::common::{Heard, Town, Worker, road};
use jiff::civil::date;

const NAME: [(&str, &str); 2] = [("given_name", "Klára"), ("family_name", "Vzorná")];

#[test]
fn whoever_is_excluded_while_he_compares_learns_nothing_more_and_changes_nothing() {
    for town in Town::everywhere() {
        let klara = client(&town, ("Klára", "Vzorná"), "prikladna", "2026-03-09T10:00");
        assign(&town, &klara, "cvicny", false, date(2026, 3, 10));
        let edit = klara.page("/data/edit");
        let house = town.at("2026-03-20T12:00");
        let (alena, ivo) = (house.worker("prikladna"), house.worker("cvicny"));
        let his = ivo.see(&edit);
        alena.fill(&edit, &edit, &[&NAME[..], &[("note", "Volat po šesté")]].concat()).must_be(303);
        let typed = [&NAME[..], &[("note", "Ivova poznámka")]].concat();
        let page = ivo.send(&his, &edit, &typed);
        page.must_be(409).must_say("Volat po šesté");
        exclude(&town, &klara, "cvicny", "2026-03-20T11:59");
        alena.fill(&edit, &edit, &[&NAME[..], &[("note", "Volat po sedmé")]].concat()).must_be(303);
        let answer = ivo.send(&page, &edit, &[("note", "Ivova poznámka"), ("take_note", "mine")]);
        answer.must_be(404).must_not_say("Klára").must_not_say("sedmé");
        let unanswered = ivo.send(&page, &edit, &[("note", "Ivova poznámka")]);
        unanswered.must_be(404).must_not_say("Klára").must_not_say("sedmé");
        let draft = page.hidden(&edit).into_iter().find(|(name, _)| name == "draft").unwrap().1;
        ivo.see(&format!("{edit}?draft={draft}")).must_be(404);
        ivo.see("/drafts").must_say("Všechno dopsáno.").must_not_say("Klára");
        alena.see(&klara.page("/data")).must_say("Volat po sedmé").must_not_say("Ivova");
        let left = alena.see("/drafts");
        left.must_say("Rozepsané po kolezích").must_say("Ivo Cvičný");
        alena.send(&left, &left.address(&klara.page("/drafts/"), "/take-over"), &[]).must_be(303);
        let back = alena.see("/drafts").address(&format!("{edit}?draft="), "");
        alena.see(&back).must_say("Porovnejte, co má platit").must_say("Volat po sedmé");
        assert!(alena.see(&back).body().contains("value=\"Ivova poznámka\""));
    }
}

fn must_hide(heard: &Heard) {
    assert!([404, 409].contains(&heard.status), "{}", heard.status);
    heard.must_not_say("Klára").must_not_say("sedmé").must_not_say("Volat");
}

#[test]
fn a_form_that_names_the_page_of_a_closed_folder_is_not_shown_that_folder() {
    let town = Town::in_a_file();
    let klara = client(&town, ("Klára", "Vzorná"), "prikladna", "2026-03-09T10:00");
    let petr = client(&town, ("Petr", "Smyšlený"), "prikladna", "2026-03-09T10:00");
    for one in [&klara, &petr] {
        assign(&town, one, "cvicny", false, date(2026, 3, 10));
    }
    let (open, closed) = (petr.page("/data/edit"), klara.page("/data/edit"));
    let house = town.at("2026-03-20T12:00");
    let (alena, ivo) = (house.worker("prikladna"), house.worker("cvicny"));
    let his = ivo.see(&open);
    let name = [("given_name", "Petr"), ("family_name", "Smyšlený")];
    alena.fill(&open, &open, &name).must_be(303);
    exclude(&town, &klara, "cvicny", "2026-03-20T11:59");
    for page in [closed.as_str(), "/nowhere", "/workers", "/folders/x/data/edit"] {
        let typed = [&name[..], &[("note", "Ivova"), ("draft_form", page)]].concat();
        let answer = ivo.send(&his, &open, &typed);
        must_hide(&answer);
        answer.must_not_say("Když jste začali");
    }
}

/// Klára has agreed to the processing of her data and has called again.
fn consented(dana: &Worker<'_>, folder: &str) {
    let by = worker("zkusma");
    let said = [
        ("decision", "consent"),
        ("form", "oral"),
        ("wording", "Souhlasíte s tím, že si zapíšeme Vaše jméno a kontakt?"),
        ("scope", "jméno a kontakt"),
        ("day", "16. 3. 2026"),
        ("time", "10:30"),
        ("heard_by", by.as_str()),
    ];
    dana.fill(&format!("{folder}/consents/new"), &format!("{folder}/consents"), &said).must_be(303);
}

#[test]
fn a_consultation_that_rests_on_a_consent_is_not_saved_once_the_consent_is_withdrawn() {
    for town in Town::everywhere() {
        let folder = road::folder(&town, &KLARA);
        let house = town.at("2026-03-16T11:00");
        let (dana, at_desk) = (house.worker("zkusma"), house.worker("zkusma"));
        consented(&dana, &folder);
        let new = at_desk.see(&format!("{folder}/consultation/new"));
        let withdrawal = dana.see(&format!("{folder}/consents")).address(&format!("{folder}/consents/"), "/withdrawal");
        let said = [("how", "telefonicky"), ("day", "16. 3. 2026"), ("time", "10:50")];
        dana.fill(&withdrawal, &withdrawal, &said).must_be(303);
        let typed = [
            ("form", "phone"),
            ("day", "16. 3. 2026"),
            ("time", "10:55"),
            ("minutes", "5"),
            ("summary", "Ptá se na výživné."),
        ];
        let refused = at_desk.send(&new, &format!("{folder}/consultations"), &typed);
        refused.must_be(422).must_say("se zaznamenaným ústním souhlasem").must_say("Ptá se na výživné.");
        let none = "select count(*) as n from intro_consultation where folder_id = $1";
        assert_eq!(stage::count(&town, none, &folder), 0);
        let back = at_desk.see("/drafts").address(&format!("{folder}/consultation/new?draft="), "");
        at_desk.see(&back).must_say("Ptá se na výživné.");
    }
}

#[test]
fn of_two_withdrawals_on_their_way_the_second_is_told_about_the_first() {
    for town in Town::everywhere() {
        let folder = road::folder(&town, &KLARA);
        let house = town.at("2026-03-16T11:00");
        let (dana, again) = (house.worker("zkusma"), house.worker("zkusma"));
        consented(&dana, &folder);
        let page = dana.see(&format!("{folder}/consents")).address(&format!("{folder}/consents/"), "/withdrawal");
        let (one, two) = (dana.see(&page), again.see(&page));
        let said = [("how", "telefonicky"), ("day", "16. 3. 2026"), ("time", "10:50")];
        dana.send(&one, &page, &said).must_be(303);
        again.send(&two, &page, &said).must_be(403).must_say("Souhlas je už odvolán");
        let rows = "select count(*) as n from consent_withdrawal where folder_id = $1";
        assert_eq!(stage::count(&town, rows, &folder), 1);
    }
}

#[test]
fn a_record_struck_out_meanwhile_is_not_corrected_and_the_text_waits() {
    for town in Town::everywhere() {
        let klara = client(&town, ("Klára", "Vzorná"), "prikladna", "2026-03-09T10:00");
        agreement(&town, &klara, date(2026, 3, 16));
        let house = town.at("2026-03-20T12:00");
        let (office, phone) = (house.worker("prikladna"), house.worker("prikladna"));
        let typed = |body: &'static str| {
            [("kind", "visit"), ("day", "20. 3. 2026"), ("time", "9:00"), ("minutes", "50"), ("body", body)]
        };
        office.fill(&klara.page("/records/new"), &klara.page("/records"), &typed("Přišla.")).must_be(303);
        let timeline = office.see(&klara.page("/timeline")).body();
        let start = klara.page("/records/");
        let links = timeline.split("href=\"").skip(1).filter_map(|rest| rest.split('"').next());
        let record = links.filter(|link| link.starts_with(&start)).find(|link| !link.ends_with("/new")).unwrap();
        let edit = format!("{record}/edit");
        let on_phone = phone.see(&edit);
        let strike = office.see(record).address(record, "/strike-out");
        office.fill(&strike, &strike, &[("reason", "Zapsáno k jiné klientce.")]).must_be(303);
        let refused = phone.send(&on_phone, &edit, &typed("Přišla včas."));
        refused.must_be(403).must_say("Přeškrtnutý zápis už nelze opravit.").must_say("Zbývá dopsat");
        phone.see("/drafts").must_say("Oprava zápisu");
        phone.see(record).must_not_say("Přišla včas.");
    }
}
