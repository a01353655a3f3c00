//! The journal: who did what, who looked, who was refused; a chain of hashes over exactly what is stored.
//!
//! Actors and persons are pseudonyms whose link to people lives in an erasable table. `digest = H(salt ‖ text)`,
//! `hash = H(prev ‖ fields ‖ digest)`: erasure blanks text and salt, the chain still holds. The byte encoding is
//! documented in `docs/guides/journal.md`. A checkpoint signs how far the chain has come, for an anchor outside.

mod chain;
mod checkpoint;
mod erase;
mod verify;

pub use chain::{APPEND, Row, hash_of, last_seq};
pub(in crate::kernel) use chain::{append, last_moment};
pub use checkpoint::{Checkpoint, Key, Signed, hex, provider_of, unhex};
pub use erase::Erasure;
pub use verify::{Anchor, Found, Walk, verify, verify_against};

use super::db::{Result, Unit};
use super::failure::Failure;
use super::id::FolderId;
use super::seeded;
use super::visit::Visit;
use crate::{params, record};
use rules::access::{Act, Because, Reason, Tie};
use rules::coded::Coded;
use uuid::Uuid;

const QUARTER_OF_AN_HOUR: i64 = 15 * 60 * 1000;

/// What an entry is about: its kind, its id, and the pseudonym of the person if it is one's folder.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Concern {
    pub(in crate::kernel) kind: &'static str,
    pub(in crate::kernel) id: Uuid,
    pub(in crate::kernel) person: Option<Uuid>,
}

impl Concern {
    pub(in crate::kernel) fn folder(id: FolderId, person: Uuid) -> Self {
        Self { kind: "folder", id: id.0, person: Some(person) }
    }

    pub(in crate::kernel) fn of(kind: &'static str, id: Uuid) -> Self {
        Self { kind, id, person: None }
    }
}

/// What the actor testifies; who, when and which act the kernel adds itself.
#[derive(Clone, Debug)]
pub struct Entry {
    decision: &'static str,
    section: String,
    purpose: String,
    object: Option<Uuid>,
    ground: String,
    text: String,
    concern: Option<Concern>,
}

/// An entry with its circumstances, not yet chained.
#[derive(Clone, Debug)]
pub struct Line {
    pub(in crate::kernel) at: i64,
    pub(in crate::kernel) actor: Uuid,
    pub(in crate::kernel) act: Act,
    pub(in crate::kernel) concern: Concern,
    pub(in crate::kernel) entry: Entry,
}

impl Entry {
    fn new(decision: &'static str) -> Self {
        let none = String::new;
        Self { decision, section: none(), purpose: none(), object: None, ground: none(), text: none(), concern: None }
    }

    /// A deed about an object: a short referential text (“consent withdrawn”), never a copy of the record.
    pub fn about(object: impl Into<Uuid>, text: impl Into<String>) -> Self {
        Self { object: Some(object.into()), text: text.into(), ..Self::new("done") }
    }

    /// The ground that the deed rests on (R-number, §, a consent).
    pub fn resting_on(self, ground: impl Into<String>) -> Self {
        Self { ground: ground.into(), ..self }
    }

    /// What for, where the act alone does not say it.
    pub fn for_purpose(self, purpose: impl Into<String>) -> Self {
        Self { purpose: purpose.into(), ..self }
    }

    /// The entry stands in another folder than the one the change was begun in: one that this very change opened, or the
    /// far side of what crossed.
    pub(in crate::kernel) fn in_concern(self, concern: Concern) -> Self {
        Self { concern: Some(concern), ..self }
    }

    /// A look at a part of what the door opened (a page of a list, a filter).
    pub(in crate::kernel) fn section(self, section: impl Into<String>) -> Self {
        Self { section: section.into(), ..self }
    }

    pub(in crate::kernel) fn granted(because: Because) -> Self {
        let ground = match because {
            Because::Tie(tie) => tie.code(),
            Because::OwnService => "own_service",
            Because::Mandate => "mandate",
            Because::Own => "own",
            Because::Consent => "consent",
            Because::Law => "law",
        };
        Self { ground: ground.to_owned(), ..Self::new("granted") }
    }

    /// Something left the house in the reader's hands.
    pub(in crate::kernel) fn handed_out(object: Uuid, because: Because) -> Self {
        Self { object: Some(object), decision: "handed_out", ..Self::granted(because) }
    }

    pub(in crate::kernel) fn denied(reason: Reason) -> Self {
        Self { ground: reason.code().to_owned(), ..Self::new("denied") }
    }

    /// Something that somebody typed to find somebody: always written, text erasable.
    pub(in crate::kernel) fn searched(text: &str) -> Self {
        Self { text: text.to_owned(), ..Self::new("searched") }
    }
}

impl Line {
    pub(in crate::kernel) fn new(visit: &Visit<'_>, concern: Concern, entry: Entry) -> Self {
        let concern = entry.concern.unwrap_or(concern);
        Self { at: visit.now, actor: visit.actor(), act: visit.act, concern, entry }
    }

    /// Looks and denials are written once per quarter of an hour; deeds, searches, what is handed out, each look of an
    /// inspection and each at internal minutes always.
    fn quarter(&self) -> Option<i64> {
        let is_look = matches!(self.entry.decision, "granted" | "denied");
        let is_always = self.entry.ground == Tie::Inspection.code() || self.act == Act::SeeMinutes;
        (is_look && !is_always).then(|| self.at.div_euclid(QUARTER_OF_AN_HOUR))
    }

    fn is_written(&self, unit: &Unit) -> Result<bool> {
        record! { struct Written { seq: i64 } }
        const SAME: &str = "
            select seq from journal
             where concerns_id = $1 and actor = $2 and act = $3 and section = $4 and decision = $5 and quarter = $6";
        let Some(quarter) = self.quarter() else { return Ok(false) };
        let Entry { section, decision, .. } = &self.entry;
        let same = params![self.concern.id, self.actor, self.act.code(), section, *decision, quarter];
        Ok(unit.first::<Written>(SAME, same)?.is_some_and(|written| written.seq > 0))
    }
}

/// Notes that a door was opened or stayed shut, unless this quarter of an hour already says so.
pub(in crate::kernel) fn note(visit: &Visit<'_>, concern: Concern, entry: Entry) -> std::result::Result<(), Failure> {
    let line = Line::new(visit, concern, entry);
    if seeded::leaves_out("look") {
        return Ok(());
    }
    if !line.is_written(visit.unit)? {
        visit.ledger.borrow_mut().looks.push(line);
    }
    Ok(())
}
