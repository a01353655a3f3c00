//! Scenario 1: an anonymous call, then the same woman returns and gives her name.

use crate::common::{Heard, Town, Worker};
use klubko::kernel::journal::Found;

/// Monday 2 March 2026, 10:05: 18 minutes about maintenance for a child.
const CALL: &[(&str, &str)] = &[
    ("channel", "phone"),
    ("day", "2. 3. 2026"),
    ("time", "10:05"),
    ("minutes", "18"),
    ("topics", "maintenance"),
    ("talked_about", "Výživné na dítě, jak podat návrh."),
    ("advice", "Řekli jsme i o občanské poradně."),
];

/// Thursday 5 March 2026: she gives her name, books, and wishes the two to be linked.
const RETURN: &[(&str, &str)] = &[
    ("channel", "phone"),
    ("day", "5. 3. 2026"),
    ("time", "9:00"),
    ("given_name", "Jitka"),
    ("family_name", "Pokusná"),
    ("sex", "female"),
    ("asked", "Chce podat návrh na výživné."),
    ("consultation", "yes"),
    ("consultation_day", "9. 3. 2026"),
    ("consultation_time", "14:00"),
    ("anonymous_number", "A-2026-0001"),
    ("at_own_wish", "yes"),
];

fn with<'a>(fields: &[(&'a str, &'a str)], more: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    let kept = fields.iter().filter(|(name, _)| more.iter().all(|(other, _)| other != name));
    kept.chain(more).copied().collect()
}

fn call(dana: &Worker) -> Heard {
    dana.fill("/anonymous-contacts/new", "/anonymous-contacts", CALL)
}

/// The worker of the consultation is whoever the form offers first chosen: the viewer.
fn come_back(dana: &Worker, more: &[(&str, &str)]) -> Heard {
    let page = dana.see("/first-contacts/new");
    let body = page.body();
    let dana_id = body.split("<option value=\"").skip(1).find(|option| option.contains("Zkusmá")).unwrap();
    let dana_id = dana_id.split('"').next().unwrap();
    let typed = with(&with(RETURN, &[("consultation_worker", dana_id)]), more);
    dana.send(&page, "/first-contacts", &typed)
}

fn in_every_town(play: impl Fn(&Town)) {
    for town in Town::everywhere() {
        play(&town);
        assert!(matches!(town.verify(), Found::Sound { .. }));
    }
}

#[test]
fn scenario_01_o1_the_anonymous_call_is_one_contact_and_no_folder() {
    in_every_town(|town| {
        let house = town.at("2026-03-02T10:30");
        let dana = house.worker("zkusma");
        let saved = call(&dana);
        saved.must_be(303);
        let page = dana.see(&saved.location);
        page.must_say("Anonymní kontakt A-2026-0001").must_say("po 2. 3. 2026 10:05").must_say("18 min → 1 kontakt");
        page.must_say("základní poradenství").must_say("výživné").must_say("Anonymní kontakt je zapsán.");
        page.must_not_say("ouhlas");
        dana.see("/anonymous-contacts").must_say("A-2026-0001").must_say("18 min → 1 kontakt").must_say("výživné");
        let queue = dana.see("/first-contacts");
        queue.must_say("Anonymní kontakty 1 Zájemci 0 Klienti 0");
        queue.must_say("Zatím tu nic není. Začněte zápisem prvního kontaktu.");
    });
}

#[test]
fn scenario_01_n1_a_telephone_in_the_note_is_questioned_by_its_pattern() {
    in_every_town(|town| {
        let house = town.at("2026-03-02T10:30");
        let dana = house.worker("zkusma");
        let typed = with(CALL, &[("talked_about", "Výživné, tel. 777 123 456")]);
        let asked = dana.fill("/anonymous-contacts/new", "/anonymous-contacts", &typed);
        asked.must_be(422).must_say("údaj podobný telefonu („777 123 456“)").must_say("neuvádějte jméno, rodné číslo");
        assert!(asked.body().contains("name=\"reason_r027\""));
        let typed = with(CALL, &[("advice", "Má rodné číslo 905617/9913")]);
        let asked = dana.fill("/anonymous-contacts/new", "/anonymous-contacts", &typed);
        asked.must_be(422).must_say("údaj podobný rodnému číslu („905617/9913“)");
        let saved = dana.send(
            &asked,
            "/anonymous-contacts",
            &with(&typed, &[("reason_r027", "Je to spisová značka soudu, ne číslo osoby.")]),
        );
        saved.must_be(303);
        dana.see(&saved.location).must_say("Důvod k upozornění: Je to spisová značka soudu");
    });
}

#[test]
fn scenario_01_n1_fields_for_a_name_or_a_telephone_do_not_exist() {
    in_every_town(|town| {
        let house = town.at("2026-03-02T10:30");
        let dana = house.worker("zkusma");
        let page = dana.see("/anonymous-contacts/new");
        for field in ["given_name", "family_name", "phone", "email", "birth", "birth_number", "address", "municipality"]
        {
            assert!(!page.body().contains(&format!("name=\"{field}\"")), "{field}");
        }
        let forced = with(CALL, &[("given_name", "Jitka"), ("family_name", "Pokusná"), ("phone", "777 123 456")]);
        let forced = with(&forced, &[("email", "jitka@vzorov.example"), ("birth_number", "905617/9913")]);
        let saved = dana.send(&page, "/anonymous-contacts", &forced);
        saved.must_be(303);
        let page = dana.see(&saved.location);
        for hidden in ["Jitka", "Pokusná", "777 123 456", "jitka@vzorov.example", "905617"] {
            page.must_not_say(hidden);
        }
    });
}

#[test]
fn scenario_01_n2_an_anonymous_contact_has_no_folder() {
    in_every_town(|town| {
        let house = town.at("2026-03-02T10:30");
        let dana = house.worker("zkusma");
        let contact = call(&dana).location.split('?').next().unwrap().to_owned();
        let refused = dana.fill(&contact, &format!("{contact}/folder"), &[]);
        refused.must_be(422).must_say("Anonymní kontakt nemá spis.").must_say("zapište první kontakt se jménem");
        assert!(refused.body().contains("href=\"/first-contacts/new\""));
        dana.see("/first-contacts").must_say("Zájemci 0");
    });
}

#[test]
fn scenario_01_o2_the_records_are_linked_at_her_wish_and_the_call_stays_anonymous() {
    in_every_town(|town| {
        let monday = town.at("2026-03-02T10:30");
        let anonymous = call(&monday.worker("zkusma")).location;
        let thursday = town.at("2026-03-05T09:20");
        let dana = thursday.worker("zkusma");
        let saved = come_back(&dana, &[]);
        saved.must_be(303);
        let folder = saved.location.split('?').next().unwrap().to_owned();
        let page = dana.see(&format!("{folder}/first-contact"));
        page.must_say("A-2026-0001").must_say("Kontakt z 2. 3. 2026, propojeno 5. 3. 2026 na přání zájemkyně");
        page.must_say("po 9. 3. 2026 14:00 – Bc. Dana Zkusmá").must_say("Chce podat návrh na výživné.");
        dana.see(&anonymous).must_say("A-2026-0001").must_not_say("Pokusná").must_not_say("propojeno");
        dana.see("/anonymous-contacts").must_say("A-2026-0001").must_not_say("Pokusná");
        dana.see("/first-contacts").must_say("Jitka Pokusná").must_say("Anonymní kontakty 1 Zájemci 1 Klienti 0");
    });
}

#[test]
fn scenario_01_n3_nothing_is_matched_by_telephone_or_topic() {
    in_every_town(|town| {
        call(&town.at("2026-03-02T10:30").worker("zkusma"));
        let house = town.at("2026-03-05T09:20");
        let dana = house.worker("zkusma");
        dana.see("/first-contacts/new").must_not_say("A-2026-0001 ");
        let saved = come_back(&dana, &[("anonymous_number", ""), ("at_own_wish", ""), ("topics", "maintenance")]);
        saved.must_be(303);
        let folder = saved.location.split('?').next().unwrap().to_owned();
        let page = dana.see(&format!("{folder}/first-contact"));
        page.must_say("Žádný anonymní kontakt s touto složkou propojen není.");
        assert!(!page.body().contains("A-2026-0001<") && !page.body().contains("/anonymous-contacts/"));
    });
}

#[test]
fn scenario_01_o3_the_year_counts_one_anonymous_contact_and_one_applicant() {
    in_every_town(|town| {
        call(&town.at("2026-03-02T10:30").worker("zkusma"));
        let house = town.at("2026-03-05T09:20");
        come_back(&house.worker("zkusma"), &[]).must_be(303);
        let head = house.worker("rozvazna");
        let queue = head.see("/first-contacts");
        queue.must_say("Počty za rok 2026").must_say("Anonymní kontakty 1 Zájemci 1 Klienti 0");
        house.worker("poradna").see("/first-contacts").must_not_say("Pokusná");
    });
}
