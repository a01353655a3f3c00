//! Signing on the screen: a text goes into the client's hands on the worker's device, is read, decided
//! and signed there, and the device comes back.
//!
//! A mechanism for slices that have something to sign; it has no addresses of its own. A slice hands over an [`Asked`] (the
//! exact text, its digest, what a yes and a no bring about), lends the device by [`lend`], shows its page by [`screen`],
//! reads the answer by [`read`] and keeps it by [`keep`] in the same change that does what the answer means. While the device
//! is lent, `kernel::kiosk` lets the session reach that one page. Other rooms ask [`of_document`] what was decided.

mod screen;
mod shown;
mod store;
mod words;

use crate::accounts;
use crate::kernel::change::Change;
use crate::kernel::failure::Failure;
use crate::kernel::folder::Folder;
use crate::kernel::id::StatementId;
use crate::kernel::journal::Entry;
use crate::kernel::visit::Visit;
use rules::signing::{Language, Outcome, SignerRole, Stroke};
pub use screen::{done, read, screen};
pub use shown::{Shown, of_document, of_folder, shown, shown_of};
pub use store::Signature;
use uuid::Uuid;
pub use words::Told;

/// A text to be decided about, exactly as it is stored.
pub struct Asked<'a> {
    pub document: StatementId,
    pub title: &'a str,
    /// What each paragraph is (`heading`, `item`, `plain`), and its words.
    pub paragraphs: Vec<(&'static str, String)>,
    pub digest: &'a [u8],
    /// The first digits of the digest, as printed.
    pub shown_digest: String,
    /// What stands on the paper beside the text: place, day.
    pub about: String,
    /// In plain words: what this is and what the signature does.
    pub explains: Told<&'static [&'static str]>,
    /// What a „no“ brings about, and that help goes on where it does.
    pub if_refused: Told<&'static str>,
}

/// What the worker lends, to whom.
pub struct Lending<'a> {
    pub asked: &'a Asked<'a>,
    pub signer: &'a str,
    pub signer_role: SignerRole,
    /// What the worker said beforehand; it comes back with the answer.
    pub fields: &'a [(String, String)],
}

/// A lending under way, or just decided.
pub struct Lent {
    pub id: Uuid,
    pub signer: String,
    pub signer_role: SignerRole,
    pub fields: Vec<(String, String)>,
    pub lent_at: i64,
    pub outcome: Option<Outcome>,
    /// In which words it was decided.
    language: Option<Language>,
    digest: Vec<u8>,
}

impl Lent {
    /// Whether the text is still the one that went into the client's hands.
    pub fn is_about(&self, asked: &Asked<'_>) -> bool {
        self.digest == asked.digest
    }
}

/// What came back.
pub struct Given {
    pub outcome: Outcome,
    language: Language,
    written_name: String,
    stroke: Option<Stroke>,
}

/// Hands the device over: from now on this session reaches `address` only, until it is unlocked.
pub fn lend(
    visit: &Visit<'_>,
    change: &mut Change<'_>,
    folder: &Folder<'_>,
    (address, lending): (&str, &Lending<'_>),
) -> Result<Uuid, Failure> {
    let id = store::insert(change, folder, lending)?;
    accounts::lend(change, visit.viewer()?.session(), id, address)?;
    change.also(Entry::about(lending.asked.document, "podpis na obrazovce zahájen").resting_on("R-013"));
    Ok(id)
}

/// The lending of this text that this very session is in; none when the device is in its worker's hands.
pub fn lent(visit: &Visit<'_>, folder: &Folder<'_>, document: StatementId) -> Result<Option<Lent>, Failure> {
    let Some(kiosk) = visit.viewer()?.kiosk() else { return Ok(None) };
    store::lent(folder, document, kiosk.object())
}

/// Keeps the answer with the digest of the text that it belongs to. One lending has one answer.
pub fn keep(
    visit: &Visit<'_>,
    change: &mut Change<'_>,
    folder: &Folder<'_>,
    (lent, given): (&Lent, &Given),
) -> Result<(), Failure> {
    store::answer(change, folder, lent, given)?;
    accounts::decided(change, visit.viewer()?.session())?;
    let (what, rule) = match given.outcome {
        Outcome::Consent => ("podepsáno na obrazovce", "R-051"),
        Outcome::Dissent => ("nesouhlas vyjádřen na obrazovce", "R-082"),
        Outcome::Paper => ("na obrazovce zvolen podpis na papír", "R-051"),
    };
    change.also(Entry::about(lent.id, what).resting_on(rule));
    Ok(())
}
