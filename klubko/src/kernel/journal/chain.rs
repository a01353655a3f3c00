//! Chaining lines to the journal. Hashed is exactly what is stored.

use super::Line;
use crate::kernel::db::{Result, Unit};
use crate::kernel::value::Value;
use crate::{params, record};
use rules::coded::Coded;
use sha2::{Digest, Sha256};
use uuid::Uuid;

pub(super) const BEFORE_THE_FIRST: [u8; 32] = [0; 32];
/// Changes when the encoding of [`Row::true_hash`] does.
const FORMAT: i64 = 1;

record! {
    /// One stored row, exactly what the hash is made of. Whoever verifies holds rows; only the kernel chains them.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct Row {
        pub seq: i64,
        pub format: i64,
        pub at: i64,
        pub quarter: Option<i64>,
        pub actor: Uuid,
        pub person: Option<Uuid>,
        pub concerns: String,
        pub concerns_id: Uuid,
        pub act: String,
        pub section: String,
        pub purpose: String,
        pub decision: String,
        pub ground: String,
        pub object_id: Option<Uuid>,
        pub salt: Vec<u8>,
        pub text: String,
        pub digest: Vec<u8>,
        pub prev: Vec<u8>,
        pub hash: Vec<u8>,
    }
}

/// Stores one row.
pub const APPEND: &str = "
    insert into journal (seq, format, at, quarter, actor, person, concerns, concerns_id, act, section, purpose,
                         decision, ground, object_id, salt, text, digest, prev, hash)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19)";

record! { struct Head { seq: i64, at: i64, hash: Vec<u8> } }

fn head(unit: &Unit) -> Result<Option<Head>> {
    unit.first("select seq, at, hash from journal order by seq desc limit 1", &[])
}

/// The moment of the last entry: the clock never goes below it.
pub(in crate::kernel) fn last_moment(unit: &Unit) -> Result<i64> {
    Ok(head(unit)?.map_or(0, |head| head.at))
}

/// The number of the last entry; 0 while there is none.
pub fn last_seq(unit: &Unit) -> Result<i64> {
    Ok(head(unit)?.map_or(0, |head| head.seq))
}

/// The hash of an entry, if there is such an entry.
pub fn hash_of(unit: &Unit, seq: i64) -> Result<Option<Vec<u8>>> {
    record! { struct Hash { hash: Vec<u8> } }
    let found: Option<Hash> = unit.first("select hash from journal where seq = $1", params![seq])?;
    Ok(found.map(|row| row.hash))
}

/// Chains lines to the journal. The caller holds the provider's write lock, so there is one head.
pub(in crate::kernel) fn append(unit: &Unit, lines: Vec<Line>) -> Result<()> {
    if lines.is_empty() {
        return Ok(());
    }
    let (mut seq, mut prev) = head(unit)?.map_or((0, BEFORE_THE_FIRST.to_vec()), |head| (head.seq, head.hash));
    for line in lines {
        if line.is_written(unit)? {
            continue;
        }
        seq += 1;
        let row = Row::chained(seq, prev, line);
        unit.run(APPEND, &row.values())?;
        prev = row.hash;
    }
    Ok(())
}

impl Row {
    fn chained(seq: i64, prev: Vec<u8>, line: Line) -> Self {
        let row = Self {
            seq,
            format: FORMAT,
            at: line.at,
            quarter: line.quarter(),
            actor: line.actor,
            person: line.concern.person,
            concerns: line.concern.kind.to_owned(),
            concerns_id: line.concern.id,
            act: line.act.code().to_owned(),
            section: line.entry.section,
            purpose: line.entry.purpose,
            decision: line.entry.decision.to_owned(),
            ground: line.entry.ground,
            object_id: line.entry.object,
            salt: Uuid::new_v4().as_bytes().to_vec(),
            text: line.entry.text,
            digest: Vec::new(),
            prev: Vec::new(),
            hash: Vec::new(),
        };
        row.digested().after(prev)
    }

    /// The row with the digest that its salt and text have.
    #[must_use]
    pub fn digested(mut self) -> Self {
        self.digest = self.true_digest();
        self
    }

    /// The row chained to the hash before it.
    #[must_use]
    pub fn after(mut self, prev: Vec<u8>) -> Self {
        self.prev = prev;
        self.hash = self.true_hash();
        self
    }

    /// What [`APPEND`] stores.
    pub fn values(&self) -> [Value<'_>; 19] {
        [
            Value::Int(self.seq),
            Value::Int(self.format),
            Value::Int(self.at),
            Value::from(self.quarter),
            Value::Id(self.actor),
            Value::from(self.person),
            Value::from(&self.concerns),
            Value::Id(self.concerns_id),
            Value::from(&self.act),
            Value::from(&self.section),
            Value::from(&self.purpose),
            Value::from(&self.decision),
            Value::from(&self.ground),
            Value::from(self.object_id),
            Value::from(&self.salt),
            Value::from(&self.text),
            Value::from(&self.digest),
            Value::from(&self.prev),
            Value::from(&self.hash),
        ]
    }

    pub(super) fn true_digest(&self) -> Vec<u8> {
        Sha256::new().chain_update(&self.salt).chain_update(&self.text).finalize().to_vec()
    }

    /// Every field is preceded by its length (an absent one by 0xffffffff), so no two rows encode alike.
    pub(super) fn true_hash(&self) -> Vec<u8> {
        let quarter = self.quarter.map(i64::to_be_bytes);
        let mut hash = Sha256::new_with_prefix(&self.prev);
        let mut field = |bytes: Option<&[u8]>| {
            hash.update(bytes.map_or([0xff; 4], |bytes| (bytes.len() as u32).to_be_bytes()));
            hash.update(bytes.unwrap_or_default());
        };
        field(Some(&self.seq.to_be_bytes()));
        field(Some(&self.format.to_be_bytes()));
        field(Some(&self.at.to_be_bytes()));
        field(quarter.as_ref().map(<[u8; 8]>::as_slice));
        field(Some(self.actor.as_bytes()));
        field(self.person.as_ref().map(|id| id.as_bytes().as_slice()));
        field(Some(self.concerns.as_bytes()));
        field(Some(self.concerns_id.as_bytes()));
        field(Some(self.act.as_bytes()));
        field(Some(self.section.as_bytes()));
        field(Some(self.purpose.as_bytes()));
        field(Some(self.decision.as_bytes()));
        field(Some(self.ground.as_bytes()));
        field(self.object_id.as_ref().map(|id| id.as_bytes().as_slice()));
        field(Some(&self.digest));
        hash.finalize().to_vec()
    }

    /// Text and salt were erased; an entry that never had a text still has its salt.
    pub(super) fn is_blank(&self) -> bool {
        self.salt.is_empty() && self.text.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The example of docs/guides/journal.md, computed apart from this program: the encoding cannot change unseen.
    #[test]
    fn the_example_of_the_guide_has_the_hash_that_stands_there() {
        let row = Row {
            seq: 1,
            format: 1,
            at: 1_772_546_400_000,
            quarter: None,
            actor: Uuid::from_u128(1),
            person: Some(Uuid::from_u128(2)),
            concerns: "folder".to_owned(),
            concerns_id: Uuid::from_u128(3),
            act: "write_record".to_owned(),
            section: String::new(),
            purpose: String::new(),
            decision: "done".to_owned(),
            ground: "R-141".to_owned(),
            object_id: Some(Uuid::from_u128(4)),
            salt: (0..16).collect(),
            text: "zápis".to_owned(),
            digest: Vec::new(),
            prev: Vec::new(),
            hash: Vec::new(),
        };
        let row = row.digested().after(BEFORE_THE_FIRST.to_vec());
        let hex = |bytes: &[u8]| bytes.iter().map(|byte| format!("{byte:02x}")).collect::<String>();
        assert_eq!(hex(&row.digest), "63e1a6dbef99af15263283d18a61bf2ba8d2de332451c0d8113b958ed10743f6");
        assert_eq!(hex(&row.hash), "677f235c6da1289b5a6b2f937146e005f0cd59508d278584e3d159018faa5502");
    }
}
