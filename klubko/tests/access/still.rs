//! Looking changes nothing. Every table is written out before and after somebody opened every page and paper; only the
//! journal has grown.

use super::common::Town;
use super::common::plant::MOMENT;
use super::scene::{Scene, address, pages};
use klubko::kernel::db::Connection;
use klubko::params;
use klubko::routes::site_map;
use std::collections::{BTreeMap, BTreeSet};

/// What looking does change, and why it may.
const CHANGED_BY_LOOKING: &[(&str, &str)] = &[
    ("journal", "who looked is the point of it"),
    ("session", "that somebody is at his screen: when he was seen last, so that it locks in time"),
];

klubko::record! { struct Row { line: String } }

/// Every row of every table, in an order of its own.
fn rows(town: &Town) -> BTreeMap<String, Vec<String>> {
    let mut tables: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for column in town.columns() {
        tables.entry(column.table.clone()).or_default().push(format!("quote({})", column.name));
    }
    let reader = Connection::open_reader(&town.place).unwrap();
    let read = |(table, cells): (String, Vec<String>)| {
        let sql = format!("select {} as line from {table} order by 1", cells.join(" || '|' || "));
        let sql: &'static str = Box::leak(sql.into_boxed_str());
        let rows: Vec<Row> = reader.read(|unit| unit.all(sql, params![])).unwrap().unwrap();
        (table, rows.into_iter().map(|row| row.line).collect())
    };
    tables.into_iter().map(read).collect()
}

fn changed(before: &BTreeMap<String, Vec<String>>, after: &BTreeMap<String, Vec<String>>) -> BTreeSet<String> {
    before.iter().filter(|(table, rows)| after.get(*table) != Some(rows)).map(|(table, _)| table.clone()).collect()
}

#[test]
fn nothing_changes_by_looking_but_the_journal_and_the_sign_that_somebody_is_there() {
    let scene = Scene::set();
    let alena = scene.town.at(MOMENT).worker("prikladna").cookie().to_owned();
    let before = rows(&scene.town);
    // Five minutes later, so that her session is touched too.
    let house = scene.town.at("2026-03-03T14:25");
    let mut seen = 0;
    for route in pages() {
        for folder in scene.folders() {
            let heard = house.ask("GET", &address(&route, &folder), &[], Some(&alena));
            assert!(heard.status < 500, "{}: {}", route.path(), heard.text());
            seen += usize::from(heard.status == 200);
        }
    }
    assert!(seen >= pages().len(), "Alena saw only {seen} pages");
    // A look is durable before it is answered, but not the sign that somebody is there.
    house.ask("GET", "/ready", &[], None);
    drop(house);
    let expected: BTreeSet<String> = CHANGED_BY_LOOKING.iter().map(|(table, _)| (*table).to_owned()).collect();
    assert_eq!(changed(&before, &rows(&scene.town)), expected);
}

#[test]
fn a_route_that_is_asked_for_by_get_is_given_no_pen() {
    for route in site_map() {
        assert_eq!(route.is_form(), route.method() == "POST", "{}", route.path());
    }
}

#[test]
fn a_row_that_did_change_is_noticed() {
    let town = Town::in_a_file();
    let before = rows(&town);
    town.tamper("update worker set greeting = 'Zdravím' where login = 'prikladna'");
    assert_eq!(changed(&before, &rows(&town)).into_iter().collect::<Vec<_>>(), ["worker"]);
}
