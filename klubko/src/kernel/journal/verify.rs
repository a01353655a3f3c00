//! Walks the whole chain without a running server and names the first bad entry.
//!
//! [`Walk::step`] is the one rule, over one row; [`verify`] streams the stored rows through it.

use super::chain::{BEFORE_THE_FIRST, Row};
use super::erase::{Blank, covers};
use crate::kernel::db::{Result, Unit};
use crate::{params, record};

/// What a walk found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Found {
    Sound { entries: i64 },
    Bad { seq: i64, why: &'static str },
}

/// An entry that somebody outside has signed: it must still be there, with this hash.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Anchor {
    pub seq: i64,
    pub hash: Vec<u8>,
}

/// How far the chain was walked.
#[derive(Clone, Debug)]
pub struct Walk {
    last: i64,
    hash: Vec<u8>,
    /// The anchors still ahead, the nearest last.
    ahead: Vec<Anchor>,
    /// Erased texts for which no `erased` entry was met yet.
    blanks: Vec<Blank>,
}

impl Walk {
    pub fn new(mut anchors: Vec<Anchor>) -> Self {
        anchors.sort_by_key(|anchor| std::cmp::Reverse(anchor.seq));
        Self { last: 0, hash: BEFORE_THE_FIRST.to_vec(), ahead: anchors, blanks: Vec::new() }
    }

    /// One entry further.
    ///
    /// Errors: this entry is bad; the walk ends here.
    pub fn step(&mut self, row: &Row) -> std::result::Result<(), Found> {
        if let Some(why) = self.flaw(row) {
            return Err(Found::Bad { seq: row.seq.min(self.last + 1), why });
        }
        while self.ahead.pop_if(|anchor| anchor.seq <= row.seq).is_some() {}
        if row.is_blank() {
            self.blanks.push(Blank::of(row));
        }
        self.blanks.retain(|blank| !covers(row, blank));
        self.last = row.seq;
        self.hash.clone_from(&row.hash);
        Ok(())
    }

    /// After the last entry. A missing tail comes before an erased text: the entry that explains it may be in the tail.
    pub fn end(&self) -> Found {
        let first_blank = self.blanks.iter().map(|blank| blank.seq).min();
        match (self.ahead.is_empty(), first_blank) {
            (false, _) => Found::Bad { seq: self.last + 1, why: "the journal ends before an entry that was signed" },
            (true, Some(seq)) => Found::Bad { seq, why: "its text was erased and no later entry says so" },
            (true, None) => Found::Sound { entries: self.last },
        }
    }

    fn flaw(&self, row: &Row) -> Option<&'static str> {
        let mut signed = self.ahead.iter().rev().take_while(|anchor| anchor.seq <= row.seq);
        match () {
            () if row.seq <= self.last => Some("it stands where no entry belongs"),
            () if row.seq > self.last + 1 => Some("an entry is missing"),
            () if row.prev != self.hash => Some("it does not follow the entry before it"),
            () if !row.is_blank() && row.digest != row.true_digest() => Some("its text was altered"),
            () if row.hash != row.true_hash() => Some("it was altered"),
            () if signed.any(|anchor| anchor.hash != row.hash) => {
                Some("it is not the entry that was signed: it or one before it was rewritten")
            }
            () => None,
        }
    }
}

const AFTER: &str = "
    select seq, format, at, quarter, actor, person, concerns, concerns_id, act, section, purpose, decision, ground,
           object_id, salt, text, digest, prev, hash
      from journal where seq > $1 order by seq limit $2";
const PAGE: i64 = 10_000;

/// Without anchors a tail that was cut off, or rewritten with right hashes, is not found; this does not claim otherwise.
pub fn verify(unit: &Unit) -> Result<Found> {
    verify_against(unit, Vec::new())
}

/// The same with entries that somebody outside has signed.
pub fn verify_against(unit: &Unit, anchors: Vec<Anchor>) -> Result<Found> {
    let mut walk = Walk::new(anchors);
    // From the very bottom, so that an entry below the first one is met too.
    let (mut after, mut many) = (i64::MIN, PAGE);
    loop {
        let rows: Vec<Row> = match unit.all(AFTER, params![after, many]) {
            Ok(rows) if rows.is_empty() => return Ok(walk.end()),
            Ok(rows) => rows,
            // Something that no journal of ours holds is among them: go one by one up to it.
            Err(_) if many > 1 => {
                many = 1;
                continue;
            }
            Err(cause) => return unreadable(unit, after)?.ok_or(cause),
        };
        for row in &rows {
            if let Err(bad) = walk.step(row) {
                return Ok(bad);
            }
            after = row.seq;
        }
    }
}

fn unreadable(unit: &Unit, after: i64) -> Result<Option<Found>> {
    record! { struct Next { seq: Option<i64> } }
    let next: Option<Next> = unit.first("select min(seq) as seq from journal where seq > $1", params![after])?;
    let seq = next.and_then(|next| next.seq);
    Ok(seq.map(|seq| Found::Bad { seq, why: "it cannot be read" }))
}
