//! What stays visible after a crisis: the red badge, the consent that is missing, the text as it is written now (R-025,
//! And how a planned meeting becomes a record from „Můj den“.

use crate::common::course::{Client, client};
use crate::common::klara::{CRISIS, Klara, TALK, hold};
use crate::common::{Town, Worker};

const RED: &str = "<span class=\"badge bad\">Krizová intervence</span>";
const MISSING: &str =
    "Chybí souhlas. Údaje zatím zpracováváme pro životně důležitý zájem. Až to půjde, promluvte si o souhlasu.";

/// Bohdan helps first; Klára could not say whether she consents.
fn helped(town: &Town, crisis: &[(&str, &str)]) -> String {
    let folder = Klara::calls(town).folder;
    let house = town.at("2026-03-03T15:20");
    hold(&house.worker("ukazka"), &folder, &[TALK, crisis]).must_be(303);
    folder
}

#[test]
fn r031_saved_for_a_vital_interest_the_folder_says_that_the_consent_is_missing_until_it_is_voiced() {
    for town in Town::everywhere() {
        let folder = helped(&town, CRISIS);
        let house = town.at("2026-03-03T16:40");
        let bohdan = house.worker("ukazka");
        for page in ["", "/negotiation", "/timeline", "/data"] {
            bohdan.see(&format!("{folder}{page}")).must_say(MISSING);
        }
        bohdan.see(&format!("{folder}/tasks")).must_say("Doplnit souhlas se zpracováním údajů po krizové intervenci");
        let again = [("form", "phone"), ("day", "3. 3. 2026"), ("time", "16:20"), ("minutes", "10")];
        let voiced = [("oral", "yes"), ("consent_time", "16:21"), ("scope", "jméno")];
        hold(&bohdan, &folder, &[&again, &voiced]).must_be(303);
        bohdan.see(&folder).must_not_say("Chybí souhlas");
        bohdan.see(&format!("{folder}/tasks")).must_not_say("po krizové intervenci. Hotovo");
    }
}

#[test]
fn r031_a_crisis_with_a_voiced_consent_misses_none() {
    let town = Town::in_a_file();
    let klara = Klara::consulted(&town);
    let house = town.at("2026-03-03T16:00");
    house.worker("ukazka").see(&klara.folder).must_be(200).must_not_say("Chybí souhlas");
}

fn is_red(worker: &Worker, folder: &str) -> bool {
    worker.see(folder).must_be(200).body().contains(RED)
}

#[test]
fn r025_the_crisis_is_red_on_the_folder_for_two_weeks() {
    for town in Town::everywhere() {
        let folder = helped(&town, CRISIS);
        for (moment, expected) in [("2026-03-03T15:30", true), ("2026-03-17T09:00", true), ("2026-03-18T09:00", false)]
        {
            let house = town.at(moment);
            assert_eq!(is_red(&house.worker("ukazka"), &folder), expected, "{moment}");
        }
    }
}

#[test]
fn r025_once_help_has_become_cooperation_or_the_record_was_struck_out_it_is_red_no_more() {
    let town = Town::in_a_file();
    let klara = Klara::signed(&town);
    assert!(!is_red(&town.at("2026-03-16T11:00").worker("prikladna"), &klara.folder));
    let town = Town::in_a_file();
    let folder = helped(&town, CRISIS);
    town.tamper(
        "insert into record_strike_out (activity_id, folder_id, reason, recorded_at, recorded_by)
         select activity_id, folder_id, 'omyl', recorded_at, recorded_by from crisis_intervention",
    );
    assert!(!is_red(&town.at("2026-03-04T09:00").worker("ukazka"), &folder));
}

#[test]
fn r025_the_timeline_says_the_crisis_in_red_and_only_as_it_is_written_now() {
    for town in Town::everywhere() {
        // What is replaced would come last in the alphabet, so that a reading of all versions would choose it.
        let first = [("crisis", "yes"), ("intervention", "Zprvu jen zklidnění.")];
        let folder = helped(&town, &first);
        let house = town.at("2026-03-03T16:00");
        let bohdan = house.worker("ukazka");
        bohdan.see(&format!("{folder}/timeline")).must_say("Krizová intervence Zprvu jen zklidnění.");
        let crisis = bohdan.see(&format!("{folder}/negotiation")).address(&format!("{folder}/crisis/"), "");
        let parts = [("threat", "collapse"), ("intervention", "Domluva se sestrou."), ("safety_plan", "Zavolá.")];
        bohdan.fill(&crisis, &crisis, &parts).must_be(303);
        let timeline = bohdan.see(&format!("{folder}/timeline"));
        timeline.must_say("Krizová intervence Domluva se sestrou.").must_not_say("Zprvu jen");
        assert!(timeline.body().contains("<span class=\"badge bad\">krizová intervence</span>"), "{}", timeline.body());
        bohdan.see(&format!("{folder}/negotiation")).must_say("Domluva se sestrou.").must_not_say("Zprvu jen");
    }
}

/// Alena plans with Jana for 3 March at three in the afternoon.
fn planned(town: &Town, kind: &str) -> Client {
    let jana = client(town, ("Jana", "Testovská"), "prikladna", "2026-03-01T10:00");
    let house = town.at("2026-03-02T08:00");
    let me = crate::common::worker("prikladna").to_string();
    let typed = [("kind", kind), ("day", "3. 3."), ("time", "15:00"), ("minutes", "50"), ("who", me.as_str())];
    house.worker("prikladna").fill(&jana.page("/appointments/new"), &jana.page("/appointments"), &typed).must_be(303);
    jana
}

#[test]
fn a_planned_visit_fills_the_record_and_is_written_down_by_it() {
    for town in Town::everywhere() {
        let jana = planned(&town, "visit");
        let house = town.at("2026-03-03T16:00");
        let alena = house.worker("prikladna");
        let page = alena.see("/").address(&jana.page("/records/new?appointment="), "");
        let form = alena.see(&page);
        for prefilled in ["value=\"3.\u{a0}3.\u{a0}2026\"", "value=\"15:00\"", "value=\"50\""] {
            assert!(form.body().contains(prefilled), "{prefilled}: {}", form.body());
        }
        let typed =
            [("kind", "negotiation"), ("day", "3. 3. 2026"), ("time", "15:00"), ("minutes", "50"), ("body", "Přišla.")];
        alena.send(&form, &jana.page("/records"), &typed).must_be(303);
        let day = alena.see("/");
        day.must_say("zapsáno");
        assert!(!day.body().contains("?appointment="), "it is offered again: {}", day.body());
        let attached = "
            select count(*) as n from appointment a join progress_record r on r.activity_id = a.activity_id
             where r.course = 'Přišla.'";
        assert_eq!(town.count(attached), 1);
    }
}

#[test]
fn a_call_after_a_crisis_is_offered_as_a_check_and_somebody_elses_appointment_fills_nothing() {
    let town = Town::in_a_file();
    let jana = planned(&town, "follow_up");
    let house = town.at("2026-03-03T16:00");
    let alena = house.worker("prikladna");
    let page = alena.see("/").address(&jana.page("/records/new?appointment="), "");
    let chosen = "value=\"crisis_follow_up\" checked";
    assert!(alena.see(&page).body().contains(chosen), "{}", alena.see(&page).body());
    let other = client(&town, ("Petr", "Zkušební"), "prikladna", "2026-03-01T10:00");
    let elsewhere = alena.see(&page.replace(&jana.page(""), &other.page("")));
    assert!(!elsewhere.body().contains("name=\"appointment\""), "{}", elsewhere.body());
}
