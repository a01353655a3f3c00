//! The clock of the machine jumps, and twice a year the hour does (A7). Order is the journal's sequence; its moments never
//! go back; nothing that is over comes alive again, and nothing lasts less than no time.

use crate::common::course::{assign, client};
use crate::common::klara::{accept, newest_offer};
use crate::common::{House, Town, stage};
use jiff::civil::{DateTime, date};
use klubko::kernel::clock;
use klubko::kernel::db::Connection;
use klubko::kernel::journal::Found;
use klubko::record;

const MINUTE: i64 = 60_000;
const HOUR: i64 = 60 * MINUTE;
const TEN_YEARS: i64 = 3_653 * 24 * HOUR;
/// The nights in which the clocks change, and how many hours they last from midnight to six.
const NIGHTS: [(&str, i64); 2] = [("2026-03-29T00:00", 5), ("2026-10-25T00:00", 7)];

fn moment(civil: &str) -> i64 {
    clock::moment(civil.parse::<DateTime>().unwrap())
}

/// The journal is whole, its numbers follow one another, and no entry is older than the one before it.
fn must_be_in_order(town: &Town) {
    record! { struct Entry { seq: i64, at: i64 } }
    let reader = Connection::open_reader(&town.place).unwrap();
    let all: Vec<Entry> =
        reader.read(|unit| unit.all("select seq, at from journal order by seq", &[])).unwrap().unwrap();
    for (one, next) in all.iter().zip(all.iter().skip(1)) {
        assert_eq!(next.seq, one.seq + 1);
        assert!(next.at >= one.at, "entry {} is older than the one before it", next.seq);
    }
    assert!(matches!(town.verify(), Found::Sound { .. }));
    const LESS_THAN_NOTHING: &str = "
        select (select count(*) from key_worker_assignment where until_at <= from_at)
             + (select count(*) from worker_exclusion where until_at <= from_at)
             + (select count(*) from activity_version where minutes < 0 or starts_at > recorded_at)
             + (select count(*) from session where ended_at < opened_at or seen_at < opened_at) as n";
    assert_eq!(town.count(LESS_THAN_NOTHING), 0, "something lasts less than no time");
}

/// Something that is always written down.
fn search(house: &House, cookie: &str) {
    let heard = house.ask("GET", "/search?q=nikdo", &[], Some(cookie));
    assert_eq!(heard.status, 200, "{}: {}", heard.location, heard.text());
}

#[test]
fn a_clock_that_jumps_forth_and_back_brings_nothing_back_to_life() {
    for town in Town::everywhere() {
        let klara = client(&town, ("Klára", "Vzorná"), "prikladna", "2026-03-09T10:00");
        assign(&town, &klara, "cvicny", false, date(2026, 3, 10));
        town.tamper("update assignment set until_day = '2026-03-20' where as_mentor = false");
        let start = moment("2026-03-20T12:00");
        for jump in [HOUR, 24 * HOUR, TEN_YEARS] {
            let house = town.at("2026-03-20T12:00");
            let old = house.worker("cvicny").cookie().to_owned();
            house.set_clock(start + jump);
            let alena = house.worker("prikladna").cookie().to_owned();
            search(&house, &alena);
            for back in [start, start - jump] {
                house.set_clock(back);
                search(&house, &alena);
                let locked = house.ask("GET", "/folders", &[], Some(&old));
                assert_ne!(locked.status, 200, "a session that was left alone is not there again");
            }
            // Nor is anything when the program is started anew with the wrong clock.
            let anew = town.at("2026-03-20T12:00");
            let expected = if jump == HOUR { 200 } else { 403 };
            anew.worker("cvicny").see(&klara.page("/tasks")).must_be(expected);
            let typed = [("what", "Zavolat"), ("who", "key_worker"), ("due", "29. 5. 2046")];
            let tasks = klara.page("/tasks");
            anew.worker("prikladna").fill(&tasks, &tasks, &typed).must_be(303);
            must_be_in_order(&town);
        }
    }
}

#[test]
fn in_the_nights_when_the_clocks_change_work_and_its_journal_go_on_in_order() {
    for (night, hours) in NIGHTS {
        let town = Town::in_a_file();
        client(&town, ("Klára", "Vzorná"), "prikladna", "2026-03-09T10:00");
        let (midnight, house) = (moment(night), town.at(night));
        let alena = house.worker("prikladna").cookie().to_owned();
        let six = moment(&night.replace("00:00", "06:00"));
        assert_eq!(six - midnight, hours * HOUR);
        for tick in 1..=hours * 6 {
            house.set_clock(midnight + tick * 10 * MINUTE);
            search(&house, &alena);
        }
        assert_eq!(clock::civil(midnight + hours * HOUR).hour(), 6);
        must_be_in_order(&town);
    }
}

#[test]
fn a_screen_is_locked_after_a_quarter_of_an_hour_also_when_the_hour_changes_meanwhile() {
    for night in ["2026-03-29T01:50", "2026-10-25T02:50"] {
        let town = Town::in_a_file();
        let house = town.at(night);
        let alena = house.worker("prikladna").cookie().to_owned();
        house.set_clock(moment(night) + 14 * MINUTE);
        house.ask("GET", "/folders", &[], Some(&alena)).must_be(200);
        // The look above was seen; so many minutes later she was away for sixteen.
        house.ask("GET", "/ready", &[], None);
        house.set_clock(moment(night) + 30 * MINUTE);
        let locked = house.ask("GET", "/folders", &[], Some(&alena));
        assert!(locked.location.starts_with("/session/unlock"), "{} {}", locked.status, locked.location);
    }
}

#[test]
fn a_case_handed_over_in_the_repeated_hour_has_one_key_worker_at_every_moment() {
    for (night, day, is_second) in
        [("2026-10-25T02:30", "25. 10. 2026", true), ("2026-03-29T03:10", "29. 3. 2026", false)]
    {
        for town in Town::everywhere() {
            let klara = client(&town, ("Klára", "Vzorná"), "prikladna", "2026-03-09T10:00");
            let house = town.at(&night.replace("02:30", "02:20").replace("03:10", "01:55"));
            let alena = house.worker("prikladna");
            let bohdan = stage::worker("ukazka");
            let typed = [
                ("to", bohdan.as_str()),
                ("ends_on", day),
                ("begins_on", day),
                ("reason", "commission_prevailed"),
                ("note", "Převažuje rodinná terapie."),
                ("client_informed_on", "12. 3. 2026"),
            ];
            let page = klara.page("/handovers/new");
            alena.fill(&page, &klara.page("/handovers"), &typed).must_be(303);
            let offer = newest_offer(&alena, &klara.page(""));
            // The second half past two is an hour later than the first.
            house.set_clock(moment(night) + if is_second { HOUR - 20 * MINUTE } else { 0 });
            let him = house.worker("ukazka");
            accept(&him, &offer).must_be(303);
            him.see(&klara.page("/team")).must_be(200);
            house.worker("prikladna").see(&klara.page("/team")).must_be(403);
            const ONE: &str =
                "select count(*) as n from key_worker_assignment where folder_id = $1 and until_at is null";
            assert_eq!(stage::count(&town, ONE, &klara.page("")), 1);
            must_be_in_order(&town);
        }
    }
}

#[test]
fn a_term_that_runs_over_the_changed_night_ends_on_its_day() {
    for (from, due, late) in
        [("2026-03-25T10:00", "2026-04-01", "2026-04-02T00:00"), ("2026-10-21T10:00", "2026-10-28", "2026-10-29T00:00")]
    {
        let town = Town::in_a_file();
        let folder = stage::folder(&town, &stage::KLARA, from, Some(from));
        let tasks = town.tasks();
        let task = tasks.iter().find(|task| task.rule == "r029").unwrap();
        assert_eq!(task.due_on, due);
        town.at(&format!("{due}T23:59")).worker("ukazka").see(&folder).must_be(200).must_not_say("po lhůtě o");
        town.at(late).worker("ukazka").see(&folder).must_be(200).must_say("po lhůtě o 1 den");
    }
}
