//! One box: it finds whoever may be found, and gives no hint of anybody else.

use crate::common::Town;
use crate::common::plant::MOMENT;
use klubko::town::{JAVORINKA, OSP};

#[test]
fn marie_is_found_without_accents_in_any_order_and_by_her_number() {
    for town in Town::everywhere() {
        let marie = town.plant_folder(9147, JAVORINKA, "Marie", "Horáková", "zkusma");
        town.plant_key_worker(marie, "prikladna");
        let house = town.at(MOMENT);
        let alena = house.worker("prikladna");
        for q in ["horak+mar", "mar+horak", "HORÁKOVÁ", "2026/9147", "marie"] {
            let heard = alena.see(&format!("/search?q={q}"));
            heard.must_be(200).must_say("Horáková Marie").must_say("složka 2026/9147");
        }
        alena.see("/search?q=horak+petr").must_not_say("Horáková Marie");
    }
}

#[test]
fn a_colleagues_client_is_found_by_name_only_and_shows_no_more() {
    let town = Town::in_a_file();
    street_here(&town);
    let house = town.at(MOMENT);
    let alena = house.worker("prikladna");
    let heard = alena.see("/search?q=horac");
    heard.must_say("Horáček Martin").must_say("klíčový pracovník: Ivo Cvičný").must_not_say("9148");
    assert!(!heard.body().contains("href=\"/folders/"), "{}", heard.body());
    alena.see("/search?q=2026/9148").must_say("Nenašli jsme").must_not_say("Martin");
    house.worker("cvicny").see("/search?q=2026/9148").must_say("Horáček Martin");
}

fn street_here(town: &Town) {
    let marie = town.plant_folder(9147, JAVORINKA, "Marie", "Horáková", "zkusma");
    town.plant_key_worker(marie, "prikladna");
    let martin = town.plant_folder(9148, JAVORINKA, "Martin", "Horáček", "zkusma");
    town.plant_key_worker(martin, "cvicny");
    let chalupa = town.plant_folder(9149, JAVORINKA, "Marek", "Chalupa", "zkusma");
    town.plant_key_worker(chalupa, "prikladna");
}

#[test]
fn another_services_client_and_an_excluded_folder_leave_no_hint() {
    let town = Town::in_a_file();
    street_here(&town);
    let elsewhere = town.plant_folder(9150, OSP, "Marie", "Horákovská", "poradna");
    town.plant_key_worker(elsewhere, "poradna");
    let hidden = town.plant_folder(9151, JAVORINKA, "Marie", "Horánková", "zkusma");
    town.plant_key_worker(hidden, "cvicny");
    town.plant_exclusion(hidden, "prikladna");
    let house = town.at(MOMENT);
    let alena = house.worker("prikladna");
    let heard = alena.see("/search?q=horak");
    heard.must_say("Horáková Marie").must_not_say("Horákovská").must_not_say("Horánková");
    alena.see("/search?q=horankova").must_say("Podobná jména").must_say("Horáková Marie").must_not_say("Horánková");
    alena.see("/search?q=horanku").must_say("Nenašli jsme ‚horanku‘").must_say("Založit zájemce: horanku");
    alena.see("/search?q=horakovska").must_say("Nenašli jsme");
    house.worker("poradna").see("/search?q=horak").must_say("Horákovská").must_not_say("Horáková ");
}

#[test]
fn before_anything_is_typed_the_box_offers_whom_she_saw_last() {
    let town = Town::in_a_file();
    let marie = town.plant_folder(9147, JAVORINKA, "Marie", "Horáková", "zkusma");
    town.plant_key_worker(marie, "prikladna");
    let house = town.at(MOMENT);
    let alena = house.worker("prikladna");
    alena.see("/search").must_not_say("Naposledy");
    alena.see(&format!("/folders/{}", marie.folder)).must_be(200);
    alena.see("/search").must_say("Naposledy").must_say("Marie Horáková 2026/9147");
    house.worker("cvicny").see("/search").must_not_say("Marie");
}

#[test]
fn people_stand_in_czech_order() {
    let town = Town::in_a_file();
    street_here(&town);
    let house = town.at(MOMENT);
    let text = house.worker("rozvazna").see("/search?q=mar").text();
    let place = |name: &str| text.find(name).unwrap_or_else(|| panic!("{name} is missing: {text}"));
    assert!(place("Horáček") < place("Horáková") && place("Horáková") < place("Chalupa"), "{text}");
}

#[test]
fn what_was_typed_is_journalled_each_time() {
    let town = Town::in_a_file();
    street_here(&town);
    let house = town.at(MOMENT);
    let alena = house.worker("prikladna");
    for _ in 0..2 {
        alena.see("/search?q=nikdo+takový");
    }
    assert_eq!(
        town.count("select count(*) as n from journal where decision = 'searched' and text = 'nikdo takový'"),
        2
    );
}

#[test]
fn the_box_leads_to_deeds_too() {
    let town = Town::in_a_file();
    let house = town.at(MOMENT);
    house.worker("zkusma").see("/search?q=nov%C3%BD+z%C3%A1pis").must_say("Nový zápis");
    house.worker("vozik").see("/search?q=prvn%C3%AD+kontakt").must_not_say("Zapsat první kontakt");
    house.worker("dohlizna").see("/search?q=horak").must_be(404);
}

#[test]
fn one_slip_of_the_hand_is_forgiven_and_a_name_that_may_not_be_known_corrects_nothing() {
    for town in Town::everywhere() {
        let house = town.at("2026-03-03T14:30");
        let bohdan = house.worker("ukazka");
        let klara = bohdan.takes_klaras_call(&[("reason_r021", "nikdo jiný nebyl volný")]);
        for q in ["vzrona", "vzonra", "vzrona+kla", "vzornaa", "xzorna"] {
            let heard = bohdan.see(&format!("/search?q={q}"));
            heard.must_be(200).must_say("Podobná jména").must_say("Vzorná Klára");
            assert!(heard.body().contains(&klara), "{q}");
        }
        bohdan.see("/search?q=vzrnoa").must_say("Nenašli jsme");
        bohdan.see("/search?q=vzorna").must_say("Lidé").must_not_say("Podobná jména");
        house.worker("poradna").see("/search?q=vzrona").must_say("Nenašli jsme").must_not_say("Klára");
    }
}

#[test]
fn the_one_whom_she_may_see_is_found_behind_seventy_namesakes_whom_she_may_not() {
    let town = Town::in_a_file();
    for number in 0..70 {
        let hidden = town.plant_folder(9200 + number, JAVORINKA, "Adam", "Horák", "zkusma");
        town.plant_key_worker(hidden, "cvicny");
        town.plant_exclusion(hidden, "prikladna");
    }
    let last = town.plant_folder(9147, JAVORINKA, "Zora", "Horáková", "zkusma");
    town.plant_key_worker(last, "prikladna");
    let house = town.at(MOMENT);
    let heard = house.worker("prikladna").see("/search?q=hora");
    heard.must_say("Horáková Zora").must_not_say("Adam").must_not_say("Podobná jména");
    house.worker("cvicny").see("/search?q=hora+ad").must_say("Horák Adam").must_say("Zobrazujeme");
}
