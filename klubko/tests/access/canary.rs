//! Every free text of every folder is a canary. Everybody walks through all the pages he can reach, and nobody may
//! hear a canary that is not his.

use super::common::Worker;
use super::common::plant::MOMENT;
use super::rows::{BY_HAND, CODED, FILLED};
use super::scene::{Scene, address, canary, name_canary, pages};
use klubko::town;
use std::collections::{BTreeSet, VecDeque};

const TAGS: [&str; 3] = ["mine", "elsewhere", "limited"];

/// Whose texts somebody may read, and whose names he may see.
fn rights(login: &str) -> (&'static [&'static str], &'static [&'static str]) {
    match login {
        "prikladna" | "rozvazna" => (&["mine"], &["mine"]),
        "cvicny" => (&["limited"], &["mine", "limited"]),
        "poradna" => (&["elsewhere"], &["elsewhere"]),
        "paterni" => (&[], &["elsewhere"]),
        // He is asked to take both cases over, and may read what a handover shows (D17).
        "peclivy" => (&["mine", "limited"], &["mine", "limited"]),
        "zkusma" | "ukazka" => (&[], &["mine", "limited"]),
        _ => (&[], &[]),
    }
}

/// Every page of the site map about each folder, and whatever links lead on from there.
fn walk(scene: &Scene, worker: &Worker<'_>) -> Vec<(String, String)> {
    let folders = [scene.mine, scene.elsewhere, scene.limited];
    let mut ahead: VecDeque<String> =
        pages().iter().flat_map(|route| folders.iter().map(|folder| address(route, folder))).collect();
    ahead.extend(["mine", "elsewhere", "limited"].iter().map(|tag| format!("/search?q={}", name_canary(tag))));
    ahead.extend(["/search?q=2026/9001", "/search?q=2026/9002", "/search?q=2026/8999"].map(str::to_owned));
    ahead.extend(["/tasks?of=service", "/tasks?of=done"].map(str::to_owned));
    let (mut seen, mut heard) = (BTreeSet::new(), Vec::new());
    while let Some(address) = ahead.pop_front() {
        if seen.len() > 600 || !seen.insert(address.clone()) {
            continue;
        }
        let page = worker.see(&address);
        let body = page.body();
        let links = body.split("href=\"").skip(1).filter_map(|rest| rest.split('"').next());
        let links = links.filter(|link| link.starts_with('/') && !link.ends_with(".pdf") && !link.contains("/static"));
        ahead.extend(links.map(|link| link.replace("&amp;", "&")));
        heard.push((address, format!("{} {body}", page.location)));
    }
    heard
}

#[test]
fn nobody_hears_a_canary_that_is_not_his() {
    let scene = Scene::set();
    let house = scene.town.at(MOMENT);
    for person in town::PEOPLE.iter().filter(|person| !person.is_disabled) {
        let login = person.login();
        let (texts, names) = rights(&login);
        for (address, page) in walk(&scene, &house.worker(&login)) {
            for tag in TAGS.iter().filter(|tag| !texts.contains(tag)) {
                assert!(!page.contains(&canary(tag)), "{login} reads a text of „{tag}“ at {address}: {page}");
            }
            // What he searched for stands in the box again.
            for tag in TAGS.iter().filter(|tag| !names.contains(tag)) {
                let is_echo = address.starts_with("/search");
                assert!(is_echo || !page.contains(&name_canary(tag)), "{login} sees „{tag}“ at {address}: {page}");
            }
        }
    }
}

#[test]
fn whoever_holds_the_case_hears_its_canaries() {
    let scene = Scene::set();
    let house = scene.town.at(MOMENT);
    let heard = walk(&scene, &house.worker("prikladna"));
    let all: String = heard.into_iter().map(|(_, page)| page).collect();
    assert!(all.contains(&name_canary("mine")));
    let tables = ["task", "appointment", "commission", "consent", "assessment", "keyworkerhandover"];
    for table in tables {
        let sings = all.match_indices(&canary("mine")).any(|(at, found)| {
            let rest = all[at + found.len()..].trim_start_matches(|letter: char| letter.is_ascii_digit());
            rest.starts_with(table)
        });
        assert!(sings, "Alena reads nothing of {table}");
    }
}

#[test]
fn every_table_of_a_folder_is_filled_or_planted_by_hand() {
    let scene = Scene::with_hidden(false);
    for column in scene.town.columns().iter().filter(|column| column.name == "folder_id") {
        let table = column.table.as_str();
        assert!(FILLED.contains(&table) || BY_HAND.contains(&table), "{table} has no canary");
    }
    let columns = scene.town.columns();
    for (coded, _) in CODED {
        let is_there = columns.iter().any(|column| format!("{}.{}", column.table, column.name) == *coded);
        assert!(is_there, "{coded} is no column any more");
    }
}
