//! THE PEN. Only a form's handler is given one, so a page cannot write; it makes one change, and a change is kept
//! only with its testimony.
//!
//! This compiles:
//! ```no_run
//! # use klubko::kernel::{change::{Change, Pen}, failure::Failure, folder::Folder, journal::Entry};
//! fn write<'v>(pen: Pen<'v>, folder: &Folder<'v>) -> Result<(), Failure> {
//!     let change: Change = pen.change(folder)?;
//!     change.commit(Entry::about(folder.id(), "poznámka"));
//!     Ok(())
//! }
//! ```
//! and without an entry it does not (E0061):
//! ```compile_fail,E0061
//! # use klubko::kernel::{change::{Change, Pen}, failure::Failure, folder::Folder, journal::Entry};
//! fn write<'v>(pen: Pen<'v>, folder: &Folder<'v>) -> Result<(), Failure> {
//!     let change: Change = pen.change(folder)?;
//!     change.commit();
//!     Ok(())
//! }
//! ```

use super::clock;
use super::content::{self, Prepared};
use super::db::Unit;
use super::door::Opened;
use super::failure::Failure;
use super::id::{FolderId, StatementId, WorkerId};
use super::journal::{Concern, Entry, Line};
use super::past;
use super::value::Value;
use super::visit::{NOBODY, Visit};
use crate::params;
use jiff::civil::Date;
use uuid::{NoContext, Timestamp, Uuid};

/// The right to make one change in this request. Made by the pool, for form routes only.
pub struct Pen<'v> {
    visit: &'v Visit<'v>,
}

/// Rows being written. Dropped without [`Change::commit`], nothing of it stays.
pub struct Change<'v> {
    visit: &'v Visit<'v>,
    by: WorkerId,
    concern: Concern,
    more: Vec<Entry>,
}

impl<'v> Pen<'v> {
    pub(in crate::kernel) fn new(visit: &'v Visit<'v>) -> Self {
        Self { visit }
    }

    /// Begins a change in what was opened.
    pub fn change(self, opened: &impl Opened<'v>) -> Result<Change<'v>, Failure> {
        if opened.is_of_the_past() {
            return Err(Failure::refused(past::READ_ONLY));
        }
        let by = self.visit.viewer.as_ref().map_or(WorkerId(NOBODY), super::viewer::Viewer::worker);
        Ok(Change { visit: self.visit, by, concern: opened.concern(), more: Vec::new() })
    }
}

impl Change<'_> {
    /// A new id of this change's moment.
    pub fn new_id<T: From<Uuid>>(&self) -> T {
        let (seconds, nanos) = (self.visit.now / 1000, (self.visit.now % 1000) * 1_000_000);
        Uuid::new_v7(Timestamp::from_unix(NoContext, seconds.unsigned_abs(), nanos as u32)).into()
    }

    pub fn by(&self) -> WorkerId {
        self.by
    }

    pub fn at(&self) -> i64 {
        self.visit.now
    }

    pub fn today(&self) -> Date {
        clock::day_of(self.visit.now)
    }

    /// For what the kernel itself must read before it writes.
    pub(in crate::kernel) fn db(&self) -> &Unit {
        self.visit.unit
    }

    /// Writes rows; one statement of the slice's own store. Answers how many rows it touched.
    pub fn run(&mut self, sql: &'static str, values: &[Value<'_>]) -> Result<u64, Failure> {
        Ok(self.visit.unit.run(sql, values)?)
    }

    /// Replaces the version that was read: `… where id = $1 and version = $2 and replaced_at is null`.
    ///
    /// Errors: [`Failure::Overtaken`] when somebody else was faster; what was typed is kept as a draft.
    pub fn replace(&mut self, sql: &'static str, values: &[Value<'_>]) -> Result<(), Failure> {
        if self.visit.unit.run(sql, values)? == 0 { Err(Failure::Overtaken) } else { Ok(()) }
    }

    /// Writes the head of a statement of legal weight: everything else refers to this id.
    pub fn begin_statement(&mut self, folder: FolderId, kind: &'static str) -> Result<StatementId, Failure> {
        let id: StatementId = self.new_id();
        self.run("insert into statement (id, folder_id, kind) values ($1, $2, $3)", params![id, folder, kind])?;
        Ok(id)
    }

    /// Keeps the bytes of a file that was prepared, and its original aside. What is known already is kept once more, so
    /// that nobody can tell.
    pub fn keep_content(&mut self, prepared: &Prepared) -> Result<(), Failure> {
        let all = std::iter::once(prepared.content()).chain(prepared.original());
        all.into_iter().try_for_each(|content| content::keep(self.visit.unit, content, self.visit.now))
    }

    /// Gives a folder opened by this very change its pseudonym, and says under which it stands in the journal.
    pub fn open_pseudonym(&mut self, folder: FolderId) -> Result<OwnConcern, Failure> {
        let pseudonym = Uuid::new_v4();
        const INSERT: &str = "insert into folder_pseudonym (folder_id, pseudonym) values ($1, $2)";
        self.run(INSERT, params![folder, pseudonym])?;
        Ok(OwnConcern(Concern::folder(folder, pseudonym)))
    }

    /// Forgets the tokens of forms that nobody can send any more.
    pub fn forget_form_tokens(&mut self, before: i64) -> Result<(), Failure> {
        self.run("delete from form_token where at < $1", params![before]).map(drop)
    }

    /// One more entry of the same change.
    pub fn also(&mut self, entry: Entry) {
        self.more.push(entry);
    }

    /// Keeps the change. The entries are chained, and all is durable, before anybody is answered.
    pub fn commit(self, entry: Entry) {
        let lines = self.more.into_iter().chain([entry]).map(|entry| Line::new(self.visit, self.concern, entry));
        self.visit.ledger.borrow_mut().deeds.extend(lines);
    }

    /// Keeps a draft saved again: its first saving was journalled (decision 18).
    pub(in crate::kernel) fn commit_draft(self) {
        self.visit.ledger.borrow_mut().is_kept = true;
    }
}

/// A folder that this change itself opened, as the journal will speak of it.
#[derive(Clone, Copy)]
pub struct OwnConcern(Concern);

impl OwnConcern {
    /// The entry stands in the new folder.
    pub fn entry(&self, entry: Entry) -> Entry {
        entry.in_concern(self.0)
    }
}
