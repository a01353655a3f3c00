//! Whoever changes the journal in the database is found, with the entry that is wrong.

use super::common::Town;
use super::common::plant::MOMENT;
use klubko::kernel::db::Connection;
use klubko::kernel::journal::{Anchor, Found, hash_of, verify_against};

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
fn a_text_that_somebody_erased_by_hand_is_named() {
    let found = found_after("update journal set text = '', salt = x'' where seq = 3");
    assert_eq!(found, Found::Bad { seq: 3, why: "its text was erased and no later entry says so" });
}

#[test]
fn an_entry_below_the_first_one_and_one_that_cannot_be_read_are_named() {
    const BELOW: &str = "
        insert into journal (seq, format, at, quarter, actor, person, concerns, concerns_id, act, section, purpose,
                              decision, ground, object_id, salt, text, digest, prev, hash)
         select -5, format, at, quarter, actor, person, concerns, concerns_id, act, section, purpose, decision, ground,
                object_id, salt, text, digest, x'00', hash from journal where seq = 1";
    let belongs_nowhere = Found::Bad { seq: -5, why: "it stands where no entry belongs" };
    assert_eq!(found_after(BELOW), belongs_nowhere);
    let unreadable = Found::Bad { seq: 3, why: "it cannot be read" };
    assert_eq!(found_after("update journal set actor = x'00' where seq = 3"), unreadable);
}

#[test]
fn a_tail_that_was_cut_off_is_found_only_with_an_anchor_outside() {
    let town = town();
    let anchor = |seq| {
        let hash = Connection::open_reader(&town.place).unwrap().read(|unit| hash_of(unit, seq)).unwrap().unwrap();
        Anchor { seq, hash: hash.unwrap() }
    };
    let (third, fifth) = (anchor(3), anchor(5));
    town.tamper("delete from journal where seq >= 4");
    let against = |anchors| {
        let reader = Connection::open_reader(&town.place).unwrap();
        reader.read(|unit| verify_against(unit, anchors)).unwrap().unwrap()
    };
    assert_eq!(town.verify(), Found::Sound { entries: 3 });
    assert_eq!(against(vec![third.clone()]), Found::Sound { entries: 3 });
    let cut = Found::Bad { seq: 4, why: "the journal ends before an entry that was signed" };
    assert_eq!(against(vec![third, fifth]), cut);
}
