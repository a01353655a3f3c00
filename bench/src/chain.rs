//! A long journal, chained past the forms by the same rule, and how long it takes to verify it (04 E2).

use anyhow::{Result, anyhow, bail};
use klubko::kernel::db::{Connection, Place};
use klubko::kernel::journal::{self, APPEND, Found, Row};
use klubko::town;
use serde_json::{Value, json};
use std::time::Instant;
use uuid::Uuid;

/// A million entries may take so many seconds.
const BAR_S: f64 = 60.0;
const ENTRIES_OF_THE_BAR: f64 = 1e6;
/// So many rows are planted under one commit.
const AT_ONCE: i64 = 20_000;
const BEGAN: i64 = 1_767_258_000_000;
const QUARTER_OF_AN_HOUR: i64 = 15 * 60 * 1000;

pub struct Measured {
    entries: i64,
    planted_s: f64,
    verified_s: f64,
    bar_s: f64,
}

/// Grows the journal of the demo town to so many entries and walks it as `klubko verify` does.
pub fn measure(place: &Place, entries: i64) -> Result<Measured> {
    town::build(place).map_err(|error| anyhow!("{error}"))?;
    let start = Instant::now();
    plant(place, entries)?;
    let planted_s = start.elapsed().as_secs_f64();
    let reader = Connection::open_reader(place)?;
    let start = Instant::now();
    let found = reader.read(journal::verify)??;
    let verified_s = start.elapsed().as_secs_f64();
    if found != (Found::Sound { entries }) {
        bail!("{found:?}");
    }
    Ok(Measured { entries, planted_s, verified_s, bar_s: BAR_S * entries as f64 / ENTRIES_OF_THE_BAR })
}

fn plant(place: &Place, entries: i64) -> Result<()> {
    let writer = Connection::open_writer(place)?;
    let people: Vec<Uuid> = (0..1000).map(|_| Uuid::new_v4()).collect();
    let mut prev = vec![0; 32];
    let mut seq = writer.read(journal::last_seq)??;
    if seq > 0 {
        bail!("the town's journal is not empty");
    }
    while seq < entries {
        let until = entries.min(seq + AT_ONCE);
        writer.plant(|plant| {
            while seq < until {
                seq += 1;
                let row = row(seq, &people).digested().after(std::mem::take(&mut prev));
                plant(APPEND, &row.values())?;
                prev = row.hash;
            }
            Ok(())
        })?;
    }
    Ok(())
}

/// Of ten entries nine are looks and one is a deed.
fn row(seq: i64, people: &[Uuid]) -> Row {
    let somebody =
        |nth: i64| people.get(nth.unsigned_abs() as usize % people.len().max(1)).copied().unwrap_or_default();
    let at = BEGAN + seq * 1000;
    let is_deed = seq % 10 == 0;
    Row {
        seq,
        format: 1,
        at,
        quarter: (!is_deed).then(|| at.div_euclid(QUARTER_OF_AN_HOUR)),
        actor: somebody(seq % 50),
        person: Some(somebody(seq / 7)),
        concerns: "folder".to_owned(),
        concerns_id: Uuid::from_u128(seq.unsigned_abs().into()),
        act: if is_deed { "write_record" } else { "see_timeline" }.to_owned(),
        section: String::new(),
        purpose: String::new(),
        decision: if is_deed { "done" } else { "granted" }.to_owned(),
        ground: if is_deed { "R-141" } else { "key_worker" }.to_owned(),
        object_id: is_deed.then(Uuid::new_v4),
        salt: Uuid::new_v4().as_bytes().to_vec(),
        text: if is_deed { "zápis" } else { "" }.to_owned(),
        digest: Vec::new(),
        prev: Vec::new(),
        hash: Vec::new(),
    }
}

impl Measured {
    pub fn print(&self) {
        let Self { entries, planted_s, verified_s, bar_s } = self;
        println!("{entries} entries planted in {planted_s:.1} s");
        println!("verify {entries} entries: {verified_s:.1} s, ≤ {bar_s}");
    }

    pub fn json(&self) -> Value {
        let Self { entries, verified_s, bar_s, .. } = self;
        let name = format!("verify {entries} entries: seconds");
        json!({"bars": [{"name": name, "value": verified_s, "bar": bar_s, "ok": verified_s <= bar_s}]})
    }
}
