//! Numbers of a service within the words of the source, its profile, the lock of screens.

use crate::common::{Heard, Town, Worker};
use klubko::kernel::db::Connection;
use klubko::kernel::settings;
use klubko::town::JAVORINKA;

/// Numbers as the page holds them, some of them typed anew.
fn set(head: &Worker, typed: &[(&str, &str)]) -> Heard {
    let words = [
        ("assessment_days", "7"),
        ("assessment_start", "intro_consultation"),
        ("min_assessors", "2"),
        ("direct_care_counts", "yes"),
        ("visits_without_plan", "6"),
        ("waiting_days", "14"),
        ("edit_days", "7"),
        ("same_service_sees_name", "yes"),
        ("printed_looks_name", "no"),
        ("plan_days", "30"),
        ("review_months", "6"),
        ("silence_days", "90"),
        ("retention_years", "10"),
        ("capacity", "0"),
        ("agreement_forms", "informed_consent"),
        ("expiry_days", "30"),
        ("participation_days", "30"),
        ("output_days", "5"),
        ("valid_from", "2. 3. 2026"),
    ];
    let untouched = words.into_iter().filter(|(name, _)| typed.iter().all(|(other, _)| other != name));
    let form: Vec<(&str, &str)> = untouched.chain(typed.iter().copied()).collect();
    head.fill("/settings", "/settings/numbers", &form)
}

fn assessment_days(town: &Town, day: &str) -> i64 {
    let reader = Connection::open_reader(&town.place).unwrap();
    reader.read(|unit| settings::of(unit, JAVORINKA, day.parse().unwrap())).unwrap().unwrap().assessment_days
}

#[test]
fn olga_rozvazna_makes_the_rule_stricter_from_a_day_on_and_older_records_keep_theirs() {
    for town in Town::everywhere() {
        let house = town.at("2026-03-02T10:00");
        let olga = house.worker("rozvazna");
        set(&olga, &[("assessment_days", "5"), ("valid_from", "9. 3. 2026")]).must_be(303);
        assert_eq!((assessment_days(&town, "2026-03-08"), assessment_days(&town, "2026-03-09")), (7, 5));
        let page = olga.see("/settings");
        page.must_say("Lhůta zhodnocení ve dnech").must_say("9. 3. 2026").must_say("Olga Rozvážná, 2. 3. 2026 10:00");
    }
}

#[test]
fn no_setting_switches_a_rule_off() {
    for town in Town::everywhere() {
        let house = town.at("2026-03-02T10:00");
        let olga = house.worker("rozvazna");
        let refused = [
            ("min_assessors", "1", "zvolte číslo od 2 do 5"),
            ("assessment_days", "8", "zvolte číslo od 1 do 7"),
            ("visits_without_plan", "9", "zvolte číslo od 4 do 8"),
            ("waiting_days", "dlouho", "zvolte číslo od 1 do 60"),
            ("review_months", "13", "zvolte číslo od 1 do 12"),
            ("retention_years", "2", "zvolte číslo od 3 do 50"),
            ("direct_care_counts", "snad", "vyberte jednu z možností"),
        ];
        for (name, value, sentence) in refused {
            set(&olga, &[(name, value)]).must_be(422).must_say(sentence);
        }
        set(&olga, &[]).must_be(422).must_say("Nic se nezměnilo");
        set(&olga, &[("assessment_days", "3"), ("valid_from", "1. 3. 2026")])
            .must_be(422)
            .must_say("nejdřív ode dneška");
        assert_eq!(assessment_days(&town, "2026-12-31"), 7);
    }
}

#[test]
fn only_the_head_sets_the_service() {
    let town = Town::in_a_file();
    let house = town.at("2026-03-02T10:00");
    for login in ["zkusma", "ukazka"] {
        house.worker(login).see("/settings").must_be(403).must_say("vedoucí služby");
    }
    for login in ["pomocny", "sitovy", "dohlizna"] {
        house.worker(login).see("/settings").must_be(404);
    }
}

#[test]
fn the_profile_is_corrected_and_the_slower_of_two_keeps_his_text_as_a_draft() {
    for town in Town::everywhere() {
        let house = town.at("2026-03-02T10:00");
        let olga = house.worker("rozvazna");
        let page = olga.see("/settings/profile");
        let profile = |place| {
            [
                ("name", "Poradna Javořinka"),
                ("mark", "PJ"),
                ("kind", "specialised_social_counselling"),
                ("delivery_form", "ambulatory"),
                ("registration", "9990001"),
                ("place", place),
                ("opening_hours", "po–pá 8:00–16:00"),
                ("mission", "Pomáháme lidem a rodinám."),
                ("circle_of_persons", "rodiny s dětmi"),
            ]
        };
        olga.send(&page, "/settings/profile", &profile("Lipová 14, Horní Vzorov")).must_be(303);
        assert!(olga.see("/settings/profile").body().contains("Lipová 14, Horní Vzorov"));
        let token = uuid::Uuid::new_v4().to_string();
        let mut slower = profile("Lipová 16, Horní Vzorov").to_vec();
        slower.push(("token", &token));
        olga.send(&page, "/settings/profile", &slower).must_be(409).must_say("Zbývá dopsat");
        assert!(olga.see("/settings/profile").body().contains("Lipová 14, Horní Vzorov"));
        olga.fill("/settings/profile", "/settings/profile", &[("place", "")]).must_be(422).must_say("Doplňte místo");
    }
}

#[test]
fn the_provider_sets_the_lock_of_screens_from_five_to_thirty_minutes() {
    for town in Town::everywhere() {
        let house = town.at("2026-03-02T10:00");
        let (admin, dana) = (house.worker("sitovy"), house.worker("zkusma"));
        let lock = |minutes| admin.fill("/services", "/services/idle-minutes", &[("idle_minutes", minutes)]);
        lock("4").must_be(422).must_say("zvolte číslo od 5 do 30");
        lock("31").must_be(422);
        lock("5").must_be(303);
        assert!(dana.see("/profile").body().contains("data-idle-minutes=\"5\""));
        let cookie = dana.cookie().to_owned();
        town.at("2026-03-02T10:06").ask("GET", "/profile", &[], Some(&cookie)).must_be(303);
    }
}

#[test]
fn kamil_sitovy_opens_a_service_and_it_stands_behind_the_others() {
    for town in Town::everywhere() {
        let house = town.at("2026-03-02T10:00");
        let admin = house.worker("sitovy");
        let typed = [
            ("name", "Terénní služba Vrbina"),
            ("mark", "TV"),
            ("kind", "field_programmes"),
            ("delivery_form", "field"),
            ("place", "Dolní Vzorov"),
            ("opening_hours", "po–pá 8:00–16:00"),
            ("mission", "Jsme tam, kde lidé žijí."),
            ("circle_of_persons", "lidé bez domova"),
        ];
        admin.fill("/services/new", "/services/new", &typed).must_be(303);
        admin.see("/services").must_say("Terénní služba Vrbina").must_say("terénní programy");
        admin.fill("/services/new", "/services/new", &[("name", "")]).must_be(422).must_say("Doplňte název služby");
    }
}

#[test]
fn help_is_for_everybody_and_speaks_only_of_what_there_is() {
    let town = Town::in_a_file();
    let house = town.at("2026-03-02T10:00");
    let list = house.ask("GET", "/help", &[], None);
    list.must_be(200);
    for topic in list.body().split("href=\"/help/").skip(1).map(|rest| rest.split('"').next().unwrap().to_owned()) {
        house.ask("GET", &format!("/help/{topic}"), &[], None).must_be(200);
    }
    house.ask("GET", "/help/about.html", &[], None).must_be(404);
    house.ask("GET", "/help/..%2Fmod", &[], None).must_be(404);
    for login in ["zkusma", "rozvazna", "vozik", "pomocny", "ucenliva", "dohlizna", "sitovy", "ucetni", "metodicka"] {
        house.worker(login).see("/more").must_be(200).must_say("Odhlásit se");
    }
}
