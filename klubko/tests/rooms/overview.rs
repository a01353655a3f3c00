//! „Přehled služby“: what the head looks after, without what stands in the folders.

use crate::common::course::{self, Client};
use crate::common::klara::set_task;
use crate::common::{Heard, Town};

/// Two clients of Alena beside the one that the town has.
fn two_clients(town: &Town) -> [Client; 2] {
    [("Klára", "Vzorná"), ("Tomáš", "Fiktivní")].map(|name| course::client(town, name, "prikladna", "2026-03-09T10:00"))
}

/// The numbers in Alena's row: folders, tasks, late ones, contacts, half-written texts.
fn alenas(page: &Heard) -> Vec<String> {
    let body = page.body();
    let row = body.split("<tr>").find(|row| row.contains("data-label=\"Pracovník\">Mgr. Alena")).unwrap();
    let number = |cell: &str| {
        let text = cell.split_once('>').map_or("", |(_, rest)| rest).replace("<span class=\"badge warn\">", "");
        text.chars().take_while(char::is_ascii_digit).collect()
    };
    row.split("data-label=").skip(2).map(number).collect()
}

#[test]
fn the_head_sees_terms_and_who_carries_how_much_and_nothing_of_the_folders() {
    for town in Town::everywhere() {
        let [klara, _] = two_clients(&town);
        let house = town.at("2026-03-10T09:00");
        let alena = house.worker("prikladna");
        set_task(&alena, &klara.page(""), "key_worker", "Zeptat se na dluhy u exekutora").must_be(303);
        drop(house);
        let house = town.at("2026-06-05T09:00");
        let page = house.worker("rozvazna").see("/overview");
        page.must_be(200).must_say("Další úkoly po termínu").must_say("Mgr. Alena Příkladná pá 29. 5. 2026 před 7 dny");
        for content in ["exekutora", "Klára", "Vzorná", "Fiktivní"] {
            page.must_not_say(content);
        }
        assert_eq!(alenas(&page), ["3", "1", "1", "0", "0"]);
    }
}

#[test]
fn a_half_written_text_counts_after_three_days() {
    for town in Town::everywhere() {
        let [klara, _] = two_clients(&town);
        course::agreement(&town, &klara, jiff::civil::date(2026, 3, 10));
        let house = town.at("2026-03-16T12:00");
        let later = [("kind", "visit"), ("day", "16. 3. 2026"), ("time", "9:00"), ("minutes", "50"), ("later", "yes")];
        let alena = house.worker("prikladna");
        alena.fill(&klara.page("/records/new"), &klara.page("/records"), &later).must_be(303);
        drop(house);
        for (moment, is_counted) in [("2026-03-18T12:00", false), ("2026-03-21T12:00", true)] {
            let house = town.at(moment);
            let unwritten = alenas(&house.worker("rozvazna").see("/overview")).pop().unwrap();
            assert_eq!(unwritten != "0", is_counted, "{moment}: {unwritten}");
        }
    }
}

#[test]
fn r059_a_folder_from_which_the_head_is_excluded_is_in_no_line_and_no_number() {
    for town in Town::everywhere() {
        let [_, tomas] = two_clients(&town);
        course::exclude(&town, &tomas, "rozvazna", "2026-03-09T11:00");
        let house = town.at("2026-03-10T09:00");
        let alena = house.worker("prikladna");
        set_task(&alena, &tomas.page(""), "key_worker", "Zavolat").must_be(303);
        drop(house);
        let house = town.at("2026-06-05T09:00");
        let page = house.worker("rozvazna").see("/overview");
        page.must_say("Po termínu není nic.");
        assert_eq!(alenas(&page), ["2", "0", "0", "0", "0"]);
    }
}

#[test]
fn only_the_head_opens_it() {
    let town = Town::in_a_file();
    let house = town.at("2026-03-10T09:00");
    house.worker("prikladna").see("/overview").must_be(403);
    house.worker("vozik").see("/overview").must_be(403);
}
