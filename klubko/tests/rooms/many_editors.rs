//! Twenty windows write into one record at once (A12). Every edit that was taken stands in the history exactly once,
//! and each of them was written over the one just before it: no update is lost, none is doubled.
//!
//! 200 edits of each window on every engine, 1,000 with `KLUBKO_LONG=1`.

use crate::common::course::{Client, assign, client};
use crate::common::{Heard, Town, Worker};
use jiff::civil::date;
use klubko::kernel::db::Connection;
use klubko::{params, record};
use std::thread;
use std::time::Duration;

const WINDOWS: usize = 20;
const PAGE: &str = "/negotiation/edit?part=request";
const ACTION: &str = "/negotiation/edit";

fn edits() -> usize {
    if std::env::var_os("KLUBKO_LONG").is_some() { 1000 } else { 200 }
}

#[test]
fn twenty_windows_that_edit_one_record_lose_no_update_in_a_file() {
    lose_no_update(&Town::in_a_file());
}

#[test]
fn twenty_windows_that_edit_one_record_lose_no_update_in_postgres() {
    if let Some(town) = Town::in_a_schema() {
        lose_no_update(&town);
    }
}

fn lose_no_update(town: &Town) {
    let klara = client(town, ("Klára", "Vzorná"), "prikladna", "2026-03-09T10:00");
    assign(town, &klara, "cvicny", false, date(2026, 3, 10));
    let house = town.at("2026-03-20T12:00");
    let workers = [house.worker("prikladna"), house.worker("cvicny")];
    let (klara, workers) = (&klara, &workers);
    let overtaken: usize = thread::scope(|scope| {
        let open = |window| scope.spawn(move || write(&workers[window % 2], klara, window));
        let windows: Vec<_> = (0..WINDOWS).map(open).collect();
        windows.into_iter().map(|window| window.join().unwrap()).sum()
    });
    println!("{} edits were taken, {overtaken} were overtaken", WINDOWS * edits());
    must_follow_one_another(town, klara);
    assert!(overtaken > WINDOWS, "they hardly met: {overtaken}");
    assert!(matches!(town.verify(), klubko::kernel::journal::Found::Sound { .. }));
}

/// Writes its tokens one after another, each until it is taken. Says how often somebody was faster.
fn write(worker: &Worker<'_>, klara: &Client, window: usize) -> usize {
    let (page, action) = (klara.page(PAGE), klara.page(ACTION));
    let mut overtaken = 0;
    for edit in 0..edits() {
        let token = format!("{window:02}-{edit:04}");
        let mut seen = worker.see(&page);
        loop {
            let answer = send(worker, &seen, &action, &token);
            if answer.status == 303 {
                break;
            }
            answer.must_be(409);
            overtaken += 1;
            // Some answer the comparison, the others go away for a while and open the form anew.
            seen = if overtaken % 8 == 0 { answer } else { later(worker, &page, window * 7 + edit) };
        }
    }
    overtaken
}

fn later(worker: &Worker<'_>, page: &str, seed: usize) -> Heard {
    thread::sleep(Duration::from_millis(50 + (seed as u64 * 31) % 600));
    worker.see(page)
}

/// The new text names the token that stood last and adds its own.
fn send(worker: &Worker<'_>, seen: &Heard, action: &str, token: &str) -> Heard {
    let hidden = seen.hidden(action);
    let was = hidden.iter().find(|(name, _)| name == "was").map(|(_, was)| was.as_str()).unwrap();
    let was: serde_json::Value = serde_json::from_str(was).unwrap();
    let last = was["request"][0].as_str().unwrap_or_default().rsplit(' ').next().unwrap_or_default().to_owned();
    let text = format!("{last} {token}");
    worker.send(seen, action, &[("request", &text), ("take_request", "mine")])
}

fn must_follow_one_another(town: &Town, klara: &Client) {
    record! { struct Version { version: i64, request: String } }
    const ALL: &str = "select version, request from intake_negotiation where folder_id = $1 order by version";
    let reader = Connection::open_reader(&town.place).unwrap();
    let all: Vec<Version> = reader.read(|unit| unit.all(ALL, params![klara.folder])).unwrap().unwrap();
    let mut last = String::new();
    let mut tokens = std::collections::BTreeSet::new();
    for (place, version) in all.iter().enumerate() {
        assert_eq!(version.version, place as i64 + 1);
        let (before, own) = version.request.rsplit_once(' ').unwrap_or(("", &version.request));
        assert_eq!(before, last, "version {} was not written over the one before it", version.version);
        assert!(tokens.insert(own.to_owned()), "{own} is there twice");
        last = own.to_owned();
    }
    assert_eq!(tokens.len(), WINDOWS * edits(), "some edit that was taken is not in the history");
}
