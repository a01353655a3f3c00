//! What was decided on a screen, for the pages and papers that show it.

use super::store::{self, Signature};
use super::words;
use crate::kernel::failure::Failure;
use crate::kernel::folder::Folder;
use crate::kernel::format_cs::weekday_moment;
use crate::kernel::id::StatementId;
use rules::signing::{HEIGHT, Outcome, Stroke, WIDTH};

/// A decision, ready to print; `signing/signed.html` shows it.
pub struct Shown {
    pub title: &'static str,
    pub written_name: String,
    pub when: String,
    /// The name of the language in which the page spoke.
    pub language: &'static str,
    pub lent_by: String,
    pub digest: String,
    /// Empty when nothing was drawn.
    pub path: String,
    pub width: u16,
    pub height: u16,
}

/// Everything that was decided on a screen in the folder, the newest first.
pub fn of_folder(folder: &Folder<'_>) -> Result<Vec<Signature>, Failure> {
    store::all(folder)
}

/// The decisions about one text, the newest first.
pub fn of_document(folder: &Folder<'_>, document: StatementId) -> Result<Vec<Signature>, Failure> {
    let all = store::all(folder)?.into_iter();
    Ok(all.filter(|one| one.document == document).collect())
}

impl Signature {
    /// The drawing read anew: what is no stroke of ours is not drawn, wherever it came from.
    pub fn drawn(&self) -> Option<Stroke> {
        Stroke::read(&self.stroke).ok()
    }
}

/// Ready to print; what was not decided on the screen (a wish to sign on paper) is not a decision and is left out.
pub fn shown(signatures: &[Signature]) -> Vec<Shown> {
    signatures.iter().filter_map(one).collect()
}

/// The decisions about one text among all of the folder, ready to print.
pub fn shown_of(all: &[Signature], document: StatementId) -> Vec<Shown> {
    all.iter().filter(|signature| signature.document == document).filter_map(one).collect()
}

fn one(signature: &Signature) -> Option<Shown> {
    let title = match signature.outcome {
        Outcome::Consent => "Podepsáno na obrazovce",
        Outcome::Dissent => "Nesouhlas vyjádřený na obrazovce",
        Outcome::Paper => return None,
    };
    Some(Shown {
        title,
        written_name: signature.written_name.clone(),
        when: weekday_moment(signature.decided_at),
        language: words::of(signature.language).name,
        lent_by: signature.lent_by.clone(),
        digest: signature.digest.iter().take(8).map(|byte| format!("{byte:02x}")).collect(),
        path: signature.drawn().map(|stroke| stroke.path()).unwrap_or_default(),
        width: WIDTH,
        height: HEIGHT,
    })
}
