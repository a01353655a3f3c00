//! Walks the whole chain without a running server and names the first bad entry.

use super::chain::{BEFORE_THE_FIRST, Row};
use crate::kernel::db::{Result, Unit};
use crate::params;

/// What [`verify`] found.
#[derive(Debug, PartialEq, Eq)]
pub enum Found {
    Sound { entries: i64 },
    Bad { seq: i64, why: &'static str },
}

const AFTER: &str = "
    select seq, format, at, quarter, actor, person, concerns, concerns_id, act, section, purpose, decision, ground,
           object_id, salt, text, digest, prev, hash
      from journal where seq > $1 order by seq limit 10000";

/// A truncated tail is found only with an anchor outside the database; this does not claim otherwise.
pub fn verify(unit: &Unit) -> Result<Found> {
    let (mut seq, mut prev) = (0, BEFORE_THE_FIRST.to_vec());
    loop {
        let rows: Vec<Row> = unit.all(AFTER, params![seq])?;
        if rows.is_empty() {
            return Ok(Found::Sound { entries: seq });
        }
        for row in rows {
            if let Some(why) = flaw(&row, seq, &prev) {
                return Ok(Found::Bad { seq: seq + 1, why });
            }
            (seq, prev) = (row.seq, row.hash);
        }
    }
}

fn flaw(row: &Row, last: i64, prev: &[u8]) -> Option<&'static str> {
    match () {
        () if row.seq != last + 1 => Some("an entry is missing"),
        () if row.prev != prev => Some("it does not follow the entry before it"),
        () if !row.is_erased() && row.digest != row.true_digest() => Some("its text was altered"),
        () if row.hash != row.true_hash() => Some("it was altered"),
        () => None,
    }
}
