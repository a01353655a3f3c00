//! Ten thousand tamperings with the journal of a played town: every one is found and the first bad entry is named. What
//! leaves a consistent chain behind (a cut or rewritten tail) is found exactly as far as a checkpoint reaches.
//!
//! They are tried on rows in memory by the rule that `verify` streams the stored rows through. `KLUBKO_SEED` repeats a run.

use super::common::Town;
use super::common::chance::Chance;
use super::common::erasing::erase_person;
use super::common::klara::{Klara, set_task};
use super::common::plant::worker;
use klubko::kernel::db::Connection;
use klubko::kernel::journal::{Anchor, Found, Row, Walk};
use klubko::town::JAVORINKA;
use uuid::Uuid;

const TAMPERINGS: usize = 10_000;
/// A checkpoint stands at every so many entries.
const EVERY: usize = 40;
const MISSING: &str = "an entry is missing";
const CUT: &str = "the journal ends before an entry that was signed";
const REWRITTEN: &str = "it is not the entry that was signed: it or one before it was rewritten";
const ERASED: &str = "its text was erased and no later entry says so";

/// Klára's thread to the agreement, looks and searches; then another person's texts are erased, and work goes on.
fn played() -> Vec<Row> {
    let town = Town::in_a_file();
    let planted = town.plant_folder(9001, JAVORINKA, "Hana", "Ukázněná", "zkusma");
    town.plant_key_worker(planted, "prikladna");
    let hana = format!("/folders/{}", planted.folder);
    let klara = Klara::without_a_written_plan(&town).folder;
    let look = |moment: &str| {
        let house = town.at(moment);
        for login in ["prikladna", "rozvazna", "ukazka"] {
            let worker = house.worker(login);
            for page in
                ["", "/timeline", "/consents", "/team", "/negotiation", "/data", "/tasks", "/agreement", "/looks"]
            {
                worker.see(&format!("{klara}{page}"));
                worker.see(&format!("{hana}{page}"));
            }
            for typed in ["vzorn%C3%A1", "hana", "nov%C3%A1k"] {
                worker.see(&format!("/search?q={typed}"));
            }
        }
    };
    look("2026-03-17T09:00");
    look("2026-03-18T09:00");
    let house = town.at("2026-03-19T09:00");
    let alena = house.worker("prikladna");
    set_task(&alena, &hana, &worker("prikladna").to_string(), "zavolat").must_be(303);
    assert!(erase_person(&house, &alena, &hana) > 1);
    drop(house);
    look("2026-03-20T09:00");
    look("2026-03-23T09:00");
    assert!(matches!(town.verify(), Found::Sound { .. }));
    const ALL: &str = "
        select seq, format, at, quarter, actor, person, concerns, concerns_id, act, section, purpose, decision, ground,
               object_id, salt, text, digest, prev, hash from journal order by seq";
    Connection::open_reader(&town.place).unwrap().read(|unit| unit.all(ALL, &[])).unwrap().unwrap()
}

/// The rows and how a walk stands after each of them, so that a tampering is walked from where it happened.
struct Journal {
    rows: Vec<Row>,
    plain: Vec<Walk>,
    signed: Vec<Walk>,
}

impl Journal {
    fn of(rows: Vec<Row>) -> Self {
        let walked = |anchors: Vec<Anchor>| {
            let mut walk = Walk::new(anchors);
            let mut stands = vec![walk.clone()];
            for row in &rows {
                walk.step(row).unwrap();
                stands.push(walk.clone());
            }
            assert_eq!(walk.end(), Found::Sound { entries: rows.len() as i64 });
            stands
        };
        let anchors = rows.iter().skip(EVERY - 1).step_by(EVERY);
        let anchors = anchors.map(|row| Anchor { seq: row.seq, hash: row.hash.clone() });
        Self { plain: walked(Vec::new()), signed: walked(anchors.collect()), rows }
    }

    fn len(&self) -> usize {
        self.rows.len()
    }

    /// The last checkpoint stands at this entry.
    fn last_signed(&self) -> usize {
        self.len() / EVERY * EVERY
    }

    /// The first checkpoint that speaks of this entry or a later one.
    fn signed_from(&self, seq: usize) -> Option<i64> {
        Some(seq.div_ceil(EVERY) * EVERY).filter(|seq| *seq <= self.last_signed()).map(|seq| seq as i64)
    }

    fn tail(&self, after: usize) -> impl Iterator<Item = Row> {
        self.rows[after..].iter().cloned()
    }

    /// The later rows as they stand when one was put in before them.
    fn moved_up(&self, after: usize) -> impl Iterator<Item = Row> {
        self.tail(after).map(|row| Row { seq: row.seq + 1, ..row })
    }
}

/// Walks on from where it stood.
fn walk(from: &Walk, rows: impl Iterator<Item = Row>) -> Found {
    let mut walk = from.clone();
    for row in rows {
        if let Err(bad) = walk.step(&row) {
            return bad;
        }
    }
    walk.end()
}

fn must_name(found: &Found, seq: i64, what: &str) {
    assert!(matches!(found, Found::Bad { seq: named, .. } if *named == seq), "{what}, entry {seq}: {found:?}");
}

fn turn(bytes: &mut [u8], chance: &mut Chance) -> bool {
    let is_there = !bytes.is_empty();
    if is_there {
        let at = chance.below(bytes.len());
        bytes[at] ^= 1 + chance.below(255) as u8;
    }
    is_there
}

fn turn_text(text: &mut String, chance: &mut Chance) -> bool {
    let mut bytes = std::mem::take(text).into_bytes();
    let is_turned = turn(&mut bytes, chance);
    *text = String::from_utf8_lossy(&bytes).into_owned();
    is_turned
}

fn turn_id(id: &mut Uuid, chance: &mut Chance) -> bool {
    let mut bytes = id.into_bytes();
    turn(&mut bytes, chance);
    *id = Uuid::from_bytes(bytes);
    true
}

fn turn_number(number: &mut i64, chance: &mut Chance) -> bool {
    let mut bytes = number.to_be_bytes();
    turn(&mut bytes, chance);
    *number = i64::from_be_bytes(bytes);
    true
}

/// Changes one byte of one stored field; false where the field is empty or nothing.
fn flip(row: &mut Row, chance: &mut Chance) -> bool {
    match chance.below(19) {
        0 => turn_number(&mut row.seq, chance),
        1 => turn_number(&mut row.format, chance),
        2 => turn_number(&mut row.at, chance),
        3 => row.quarter.as_mut().is_some_and(|number| turn_number(number, chance)),
        4 => turn_id(&mut row.actor, chance),
        5 => row.person.as_mut().is_some_and(|id| turn_id(id, chance)),
        6 => turn_text(&mut row.concerns, chance),
        7 => turn_id(&mut row.concerns_id, chance),
        8 => turn_text(&mut row.act, chance),
        9 => turn_text(&mut row.section, chance),
        10 => turn_text(&mut row.purpose, chance),
        11 => turn_text(&mut row.decision, chance),
        12 => turn_text(&mut row.ground, chance),
        13 => row.object_id.as_mut().is_some_and(|id| turn_id(id, chance)),
        14 => turn(&mut row.salt, chance),
        15 => turn_text(&mut row.text, chance),
        16 => turn(&mut row.digest, chance),
        17 => turn(&mut row.prev, chance),
        _ => turn(&mut row.hash, chance),
    }
}

fn a_byte(journal: &Journal, k: usize, chance: &mut Chance) {
    let mut row = journal.rows[k - 1].clone();
    while !flip(&mut row, chance) || (row.seq != k as i64 && (1..=journal.len() as i64).contains(&row.seq)) {
        row = journal.rows[k - 1].clone();
    }
    // Stored rows are read in the order of their numbers.
    let (seq, before) = (row.seq, row.seq < k as i64);
    match seq == k as i64 {
        true => must_name(&walk(&journal.plain[k - 1], [row].into_iter()), seq, "flipped"),
        false if before => must_name(&walk(&journal.plain[0], [row].into_iter()), seq, "moved down"),
        false if k == journal.len() => must_name(&walk(&journal.plain[k - 1], [row].into_iter()), k as i64, "moved up"),
        false => must_name(&walk(&journal.plain[k - 1], journal.tail(k)), k as i64, "moved up"),
    }
}

fn deleted_or_swapped(journal: &Journal, k: usize, chance: &mut Chance) {
    let k = k.min(journal.len() - 1);
    let found = walk(&journal.plain[k - 1], journal.tail(k));
    assert_eq!(found, Found::Bad { seq: k as i64, why: MISSING });
    let other = k + 1 + chance.below(journal.len() - k);
    let swapped = Row { seq: k as i64, ..journal.rows[other - 1].clone() };
    must_name(&walk(&journal.plain[k - 1], [swapped].into_iter()), k as i64, "swapped");
}

fn put_in(journal: &Journal, k: usize, chance: &mut Chance) {
    let k = k.min(journal.len() - 1);
    // Any but the one that stands there itself.
    let other = (k + 1 + chance.below(journal.len() - 1)) % journal.len();
    let copied = Row { seq: k as i64 + 1, ..journal.rows[other].clone() };
    let found = walk(&journal.plain[k], [copied.clone()].into_iter().chain(journal.moved_up(k)));
    must_name(&found, k as i64 + 1, "copied in");
    // Well chained itself, it is given away by the one after it.
    let chained = copied.digested().after(journal.rows[k - 1].hash.clone());
    let found = walk(&journal.plain[k], [chained].into_iter().chain(journal.moved_up(k)));
    must_name(&found, k as i64 + 2, "chained in");
    let again = Row { seq: journal.len() as i64 + 1, ..journal.rows[k].clone() };
    must_name(&walk(&journal.plain[journal.len()], [again].into_iter()), journal.len() as i64 + 1, "repeated");
}

fn cut(journal: &Journal, k: usize) {
    let blank = journal.rows.iter().find(|row| row.salt.is_empty()).unwrap().seq;
    let explained = journal.rows.iter().find(|row| row.decision == "erased").unwrap().seq;
    let kept = k as i64 - 1;
    let plain = if (blank..explained).contains(&kept) {
        Found::Bad { seq: blank, why: ERASED }
    } else {
        Found::Sound { entries: kept }
    };
    assert_eq!(journal.plain[k - 1].end(), plain, "cut from {k}, without a checkpoint");
    let signed = if k <= journal.last_signed() { Found::Bad { seq: k as i64, why: CUT } } else { plain };
    assert_eq!(journal.signed[k - 1].end(), signed, "cut from {k}");
}

fn rewritten(journal: &Journal, k: usize) {
    let mut prev = journal.rows[k - 1].prev.clone();
    let ground = format!("{}x", journal.rows[k - 1].ground);
    let tail: Vec<Row> = (journal.tail(k - 1).enumerate())
        .map(|(nth, row)| if nth == 0 { Row { ground: ground.clone(), ..row } } else { row })
        .map(|row| {
            let row = row.after(std::mem::take(&mut prev));
            prev.clone_from(&row.hash);
            row
        })
        .collect();
    let sound = Found::Sound { entries: journal.len() as i64 };
    assert_eq!(walk(&journal.plain[k - 1], tail.iter().cloned()), sound, "rewritten from {k}, without a checkpoint");
    let found = journal.signed_from(k).map_or(sound, |seq| Found::Bad { seq, why: REWRITTEN });
    assert_eq!(walk(&journal.signed[k - 1], tail.into_iter()), found, "rewritten from {k}");
}

fn erased_by_hand(journal: &Journal, k: usize) {
    let lawful: Vec<Option<Uuid>> =
        journal.rows.iter().filter(|row| row.decision == "erased").map(|row| row.person).collect();
    let is_unlawful = |row: &&Row| !row.salt.is_empty() && !lawful.contains(&row.person);
    let Some(row) = journal.rows[k - 1..].iter().find(is_unlawful) else { return };
    let blank = Row { salt: Vec::new(), text: String::new(), ..row.clone() };
    let (at, seq) = (row.seq as usize, row.seq);
    let found = walk(&journal.plain[at - 1], [blank].into_iter().chain(journal.tail(at)));
    assert_eq!(found, Found::Bad { seq, why: ERASED });
}

#[test]
fn ten_thousand_tamperings_are_found_and_the_first_bad_entry_is_named() {
    let journal = Journal::of(played());
    assert!(journal.len() > 3 * EVERY, "{} entries", journal.len());
    let mut chance = Chance::new();
    for _ in 0..TAMPERINGS {
        let k = 1 + chance.below(journal.len());
        match chance.below(12) {
            0..=5 => a_byte(&journal, k, &mut chance),
            6 | 7 => deleted_or_swapped(&journal, k, &mut chance),
            8 => put_in(&journal, k, &mut chance),
            9 => cut(&journal, k),
            10 => rewritten(&journal, k),
            _ => erased_by_hand(&journal, k),
        }
    }
}
