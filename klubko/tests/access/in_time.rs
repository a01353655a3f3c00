//! A tie opens a folder from its beginning to its end, not a day before and not a moment after; a mentor's opens his own
//! part of it only.

use super::common::Town;
use super::common::plant::{MOMENT, Planted, named, worker};
use super::rows::fill;
use super::scene::{address, canary, pages, read};
use klubko::kernel::value::Value;
use klubko::town::{JAVORINKA, PM};
use rules::access::Scope;

const YESTERDAY: &str = "2026-03-02";
const TOMORROW: &str = "2026-03-04";

/// Some moment of yesterday.
fn then() -> Value<'static> {
    Value::from(klubko::kernel::clock::start_of(YESTERDAY.parse().unwrap()))
}

/// A tie of Alena's that is over, or has not begun: its table, and the columns that say so.
fn out_of_time() -> Vec<(&'static str, Vec<(&'static str, Value<'static>)>)> {
    let text = Value::from;
    vec![
        ("key_worker_assignment", vec![("until_at", then())]),
        ("assignment", vec![("as_mentor", false.into()), ("ended_at", then())]),
        ("assignment", vec![("as_mentor", false.into()), ("until_day", text(YESTERDAY))]),
        ("assignment", vec![("as_mentor", false.into()), ("from_day", text(TOMORROW))]),
        ("head_deputy", vec![("until_at", then())]),
    ]
}

fn plant(town: &Town, one: &Planted, table: &str, when: &[(&'static str, Value<'static>)]) {
    let mut row = vec![
        ("id", Value::from(named(&format!("{table} {}", one.folder)))),
        ("folder_id", Value::from(one.folder)),
        ("worker_id", Value::from(worker("prikladna"))),
        ("recorded_by", Value::from(worker("cvicny"))),
    ];
    row.extend_from_slice(when);
    town.plant_row(table, &row);
}

/// Alena stands in for Bohdan in some other days.
fn substitution(town: &Town, from: &str, until: &str) {
    let row = [
        ("id", Value::from(named(&format!("from {from}")))),
        ("service_id", Value::from(JAVORINKA)),
        ("worker_id", Value::from(worker("ukazka"))),
        ("substitute_id", Value::from(worker("prikladna"))),
        ("from_day", Value::from(from)),
        ("until_day", Value::from(until)),
        ("recorded_by", Value::from(worker("ukazka"))),
    ];
    town.plant_row("substitution", &row);
}

#[test]
fn a_tie_that_is_over_or_has_not_begun_opens_nothing() {
    let town = Town::in_a_file();
    let mut folders = Vec::new();
    for (n, (table, when)) in out_of_time().into_iter().enumerate() {
        let one = town.plant_folder(9001 + n as i64, JAVORINKA, "Jmeno", &format!("Zz{n}"), "cvicny");
        plant(&town, &one, table, &when);
        town.plant_key_worker(one, "cvicny");
        folders.push((format!("{table} {when:?}"), one));
    }
    let bohdans = town.plant_folder(9050, JAVORINKA, "Jmeno", "Zzbohdan", "ukazka");
    town.plant_key_worker(bohdans, "ukazka");
    substitution(&town, "2026-02-20", YESTERDAY);
    substitution(&town, TOMORROW, "2026-03-31");
    folders.push(("substitution".to_owned(), bohdans));
    let house = town.at(MOMENT);
    let alena = house.worker("prikladna");
    for (tie, one) in folders {
        let heard = alena.see(&format!("/folders/{}/tasks", one.folder));
        assert_eq!(heard.status, 403, "{tie}: {}", heard.text());
    }
}

#[test]
fn an_inspection_opens_from_its_first_day_to_its_last_and_not_once_it_was_ended() {
    let town = Town::in_a_file();
    let today = "2026-03-03";
    let days = [("2026-02-20", YESTERDAY), (TOMORROW, "2026-03-31"), (YESTERDAY, TOMORROW), (today, today)];
    let opens = [404, 404, 404, 200];
    let mut folders = Vec::new();
    for (n, days) in days.into_iter().enumerate() {
        let one = town.plant_folder(9001 + n as i64, JAVORINKA, "Jmeno", &format!("Zz{n}"), "cvicny");
        let inspection = town.plant_inspection(one, "proverujici", days);
        if n == 2 {
            let (by, here) = (worker("rozvazna").into(), JAVORINKA.into());
            let ended = [("inspection_id", inspection.into()), ("service_id", here), ("recorded_by", by)];
            town.plant_row("inspection_end", &ended);
        }
        folders.push((days, one));
    }
    let house = town.at(MOMENT);
    let inspector = house.worker("proverujici");
    for ((days, one), status) in folders.into_iter().zip(opens) {
        let heard = inspector.see(&format!("/folders/{}/tasks", one.folder));
        assert_eq!(heard.status, status, "{days:?}: {}", heard.text());
    }
}

/// What a mentor may read beside the name: what the client wants, and what stands in his own notes.
const OF_MENTORS: &[&str] = &["commission"];

#[test]
fn a_mentor_reads_nothing_that_is_not_his_own() {
    let town = Town::in_a_file();
    let one = town.plant_folder(9001, PM, "Karel", "Zkusný", "kolecko");
    town.plant_key_worker(one, "kolecko");
    town.plant_assignment(one, "vozik", true);
    fill(&town, &one, "mine", "kolecko");
    let house = town.at(MOMENT);
    let mentor = house.worker("vozik");
    let mut named = 0;
    for route in pages().into_iter().filter(|route| route.act().scope() == Scope::Folder) {
        let heard = mentor.see(&address(&route, &one));
        let page = read(&heard);
        named += usize::from(heard.status == 200 && page.contains("Karel"));
        for rest in page.split(&canary("mine")).skip(1) {
            let table = rest.trim_start_matches(|letter: char| letter.is_ascii_digit());
            let is_his = OF_MENTORS.iter().any(|one| table.starts_with(one));
            assert!(is_his, "the mentor reads at {}: {table:.40}", route.path());
        }
    }
    assert!(named > 0, "the mentor does not see whom he accompanies");
}
