//! Whoever changes the journal in the database is found, with the entry that is wrong.

use super::common::Town;
use super::common::plant::MOMENT;
use klubko::kernel::journal::Found;

/// A town where five people have signed in.
fn town() -> Town {
    let town = Town::in_a_file();
    let house = town.at(MOMENT);
    ["zkusma", "ukazka", "prikladna", "cvicny", "rozvazna"].iter().for_each(|login| drop(house.worker(login)));
    drop(house);
    assert_eq!(town.verify(), Found::Sound { entries: 5 });
    town
}

fn found_after(tampering: &'static str) -> Found {
    let town = town();
    town.tamper(tampering);
    town.verify()
}

#[test]
fn an_altered_text_is_named() {
    let found = found_after("update journal set text = 'odhlášení' where seq = 3");
    assert_eq!(found, Found::Bad { seq: 3, why: "its text was altered" });
}

#[test]
fn an_altered_field_is_named() {
    for field in [
        "update journal set at = at + 1 where seq = 3",
        "update journal set act = 'sign_out' where seq = 3",
        "update journal set decision = 'denied' where seq = 3",
        "update journal set actor = (select actor from journal where seq = 2) where seq = 3",
        "update journal set ground = 'x' where seq = 3",
        "update journal set person = actor where seq = 3",
    ] {
        let found = found_after(field);
        let is_same_actor = field.contains("set actor") && matches!(found, Found::Sound { .. });
        assert!(is_same_actor || found == Found::Bad { seq: 3, why: "it was altered" }, "{field}: {found:?}");
    }
}

#[test]
fn a_deleted_entry_is_missed() {
    assert_eq!(found_after("delete from journal where seq = 3"), Found::Bad { seq: 3, why: "an entry is missing" });
}

#[test]
fn entries_that_changed_places_are_found() {
    let town = town();
    for step in [
        "update journal set seq = -1 where seq = 2",
        "update journal set seq = 2 where seq = 3",
        "update journal set seq = 3 where seq = -1",
    ] {
        town.tamper(step);
    }
    assert_eq!(town.verify(), Found::Bad { seq: 2, why: "it does not follow the entry before it" });
}

#[test]
fn an_erased_text_leaves_the_chain_whole() {
    let found = found_after("update journal set text = '', salt = x'' where seq = 3");
    assert_eq!(found, Found::Sound { entries: 5 });
}
