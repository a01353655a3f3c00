//! Every page has a budget of statements: a list three, a folder ten, „Můj den“ eight. The frame is not counted: the
//! session, whether the look is written already. And no page reads a table that grows with the years from end to end.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod common;

use common::{KLARA, Planted, Town, Worker};
use klubko::kernel::count::{Asked, listen, statements};
use klubko::kernel::db::Connection;
use klubko::routes;
use std::sync::{Mutex, MutexGuard, PoisonError};

const FRAME: u64 = 2;

/// The statements of the whole program are counted: one test at a time.
fn alone() -> MutexGuard<'static, ()> {
    static ONE: Mutex<()> = Mutex::new(());
    ONE.lock().unwrap_or_else(PoisonError::into_inner)
}

/// How many statements a page runs when its look is already written.
fn cost(who: &Worker, address: &str) -> u64 {
    who.see(address).must_be(200);
    let before = statements();
    who.see(address).must_be(200);
    (statements() - before).saturating_sub(FRAME)
}

#[test]
fn pages_keep_to_their_budgets_of_statements() {
    let _alone = alone();
    let town = Town::in_a_file();
    let client = Planted { agreement_on: "2026-03-16", ..KLARA };
    let folder = town.planted(&[client, KLARA]).remove(0);
    let house = town.at("2026-03-20T14:00");
    let alena = house.worker("prikladna");
    let pages = [
        ("/folders".to_owned(), 3),
        (folder.clone(), 10),
        (format!("{folder}/data"), 10),
        (format!("{folder}/readiness"), 10),
        ("/".to_owned(), 8),
    ];
    for (address, most) in &pages {
        let cost = cost(&alena, address);
        assert!((1..=*most).contains(&cost), "{address} runs {cost} statements, may run {most}");
    }
    let of_service = cost(&house.worker("rozvazna"), "/readiness");
    assert!((1..=3).contains(&of_service), "/readiness runs {of_service} statements, may run 3");
}

/// Tables of tens of rows, whatever the years; every other one must be reached by an index.
const SMALL: &[&str] = &[
    "provider",
    "service",
    "service_setting",
    "house_mark",
    "code_list_item",
    "worker",
    "worker_pseudonym",
    "membership",
    "mandate",
    "substitution",
    "document_template",
    "legal_reference",
    "criterion",
    "publication_check",
];

/// The tables that a statement calls by an alias.
fn tables<'s>(sql: &'s str, alias: &str) -> Vec<&'s str> {
    let words: Vec<&str> = sql.split(|letter: char| !(letter.is_alphanumeric() || letter == '_')).collect();
    let words: Vec<&str> = words.into_iter().filter(|word| !word.is_empty()).collect();
    let named = words.windows(3).filter(|three| matches!(three[0], "from" | "join"));
    let named = named.filter(|three| three[2] == alias || three[1] == alias);
    named.map(|three| three[1]).collect()
}

/// What is wrong with the way to the rows of a statement.
fn scans(town: &Town, sql: &str) -> Vec<String> {
    let reader = Connection::open_reader(&town.place).unwrap();
    let plan = reader.read(|unit| unit.plan(sql)).unwrap().unwrap();
    let is_bad = |line: &String| {
        let scanned = line.strip_prefix("SCAN ").map(|rest| rest.split(' ').next().unwrap());
        let big = scanned.is_some_and(|alias| tables(sql, alias).iter().any(|table| !SMALL.contains(table)));
        // The last row of an index is no walk through it.
        (big && !sql.trim_end().ends_with("limit 1")) || line.contains("AUTOMATIC")
    };
    plan.into_iter().filter(is_bad).collect()
}

#[test]
fn no_page_of_a_folder_and_no_list_reads_a_growing_table_from_end_to_end() {
    let _alone = alone();
    let town = Town::in_a_file();
    let client = Planted { agreement_on: "2026-03-16", ..KLARA };
    let folder = town.planted(&[client, KLARA]).remove(0);
    let house = town.at("2026-03-20T14:00");
    let people = ["prikladna", "rozvazna"].map(|login| house.worker(login));
    let id = folder.rsplit('/').next().unwrap();
    let pages = routes::site_map().into_iter().filter(|route| route.kind() == "page").map(|route| route.path());
    let pages = pages.map(|path| path.replace("{folder}", id)).filter(|path| !path.contains('{'));
    let asked = pages.chain(["/search?q=horak+mar", "/search?q=hroakova", "/folders?state=client"].map(str::to_owned));
    let mut found = Vec::new();
    for path in asked {
        for who in &people {
            for Asked { text: sql, .. } in listen(|| drop(who.see(&path))) {
                found.extend(scans(&town, &sql).into_iter().map(|line| format!("{path}: {line}: {sql}")));
            }
        }
    }
    found.sort();
    found.dedup();
    assert!(found.is_empty(), "{} statements read a table whole:\n{}", found.len(), found.join("\n\n"));
}

#[test]
fn a_table_read_whole_is_seen() {
    let town = Town::in_a_file();
    assert_eq!(scans(&town, "select v.note from person_version v where v.note = 'x'"), ["SCAN v"]);
    assert!(scans(&town, "select s.name from service s").is_empty());
}
