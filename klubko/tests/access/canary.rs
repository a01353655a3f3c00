//! Every free text of every folder is a canary. Everybody walks through all the pages he can reach, and nobody may
//! hear a canary that is not his.

use super::common::pdf;
use super::common::plant::MOMENT;
use super::rows::{BY_HAND, CODED, FILLED};
use super::scene::{Scene, TAGS, address, canary, name_canary, papers, read};
use super::walk::walk;
use klubko::town;
use rules::access::Scope;

/// Whose texts somebody may read, and whose names he may see.
fn rights(login: &str) -> (&'static [&'static str], &'static [&'static str]) {
    match login {
        "prikladna" | "rozvazna" => (&["mine"], &["mine"]),
        "cvicny" => (&["limited"], &["mine", "limited"]),
        "proverujici" => (&["mine"], &["mine"]),
        "poradna" => (&["elsewhere"], &["elsewhere"]),
        "paterni" => (&[], &["elsewhere"]),
        // He is asked to take both cases over, and may read what a handover shows (D17).
        "peclivy" => (&["mine", "limited"], &["mine", "limited"]),
        "zkusma" | "ukazka" => (&[], &["mine", "limited"]),
        _ => (&[], &[]),
    }
}

/// Fails with the page where somebody reads a text or a name that is not his.
pub fn must_not_hear(login: &str, address: &str, page: &str) {
    let (texts, names) = rights(login);
    for tag in TAGS.iter().filter(|tag| !texts.contains(tag)) {
        assert!(!page.contains(&canary(tag)), "{login} reads a text of „{tag}“ at {address}: {page}");
    }
    // What he searched for stands in the box again.
    for tag in TAGS.iter().filter(|tag| !names.contains(tag)) {
        let is_echo = address.starts_with("/search");
        assert!(is_echo || !page.contains(&name_canary(tag)), "{login} sees „{tag}“ at {address}: {page}");
    }
}

#[test]
fn nobody_hears_a_canary_that_is_not_his() {
    let scene = Scene::set();
    let house = scene.town.at(MOMENT);
    for person in town::PEOPLE.iter().filter(|person| !person.is_disabled) {
        let login = person.login();
        for (address, page) in walk(&scene, &house.worker(&login)) {
            must_not_hear(&login, &address, &read(&page));
        }
    }
}

#[test]
fn whoever_holds_the_case_hears_its_canaries() {
    let scene = Scene::set();
    let house = scene.town.at(MOMENT);
    let heard = walk(&scene, &house.worker("prikladna"));
    let all: String = heard.into_iter().map(|(_, page)| read(&page)).collect();
    assert!(all.contains(&name_canary("mine")));
    let tables = [
        "task",
        "appointment",
        "commission",
        "consent",
        "consenttext",
        "secrecyrelease",
        "assessment",
        "keyworkerhandover",
        "attachment",
        "individualplan",
        "personalgoal",
        "planstep",
        "planagreement",
        "plannote",
        "evaluation",
        "goalevaluation",
        "caseclosure",
        "casemanagement",
    ];
    for table in tables {
        let sings = all.match_indices(&canary("mine")).any(|(at, found)| {
            let rest = all[at + found.len()..].trim_start_matches(|letter: char| letter.is_ascii_digit());
            rest.starts_with(table)
        });
        assert!(sings, "Alena reads nothing of {table}");
    }
    assert!(all.contains(&format!("{}vsouboru", canary("mine"))), "Alena was handed no file");
}

#[test]
fn the_papers_that_are_read_hold_what_the_case_holds() {
    let scene = Scene::set();
    let house = scene.town.at(MOMENT);
    let alena = house.worker("prikladna");
    for route in papers().iter().filter(|route| route.act().scope() == Scope::Folder) {
        let paper = alena.see(&address(route, &scene.mine));
        assert_eq!((paper.status, paper.header("content-type")), (200, "application/pdf"), "{}", route.path());
        let Some(letters) = pdf::letters(&paper.bytes) else { return };
        let sings = letters.contains(&canary("mine")) || letters.contains(&name_canary("mine"));
        assert!(sings, "{} sings nothing: {letters}", route.path());
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
