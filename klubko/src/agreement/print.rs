//! The informed consent on paper: rendered anew from the stored text whenever it is asked for (decision 20).

use super::store::agreements::current;
use super::store::documents::{self, Document};
use super::{kind, text};
use crate::folders::explained_or;
use crate::kernel::failure::Failure;
use crate::kernel::folder::Folder;
use crate::kernel::format_cs::moment;
use crate::kernel::visit::Visit;
use crate::settings::imprint;
use crate::signing;
use paper::{InformedConsent, Paper, Signature};
use rules::signing::{Outcome, SignerRole};

pub fn consent(visit: &Visit) -> Result<Paper, Failure> {
    let folder = Folder::open(visit)?;
    let document = documents::one(&folder, visit.path("document")?)?;
    vouch(&document)?;
    let signed = current(&folder)?.filter(|signed| signed.document == document.id);
    let own = signed.map(|signed| signed.explained).unwrap_or_default();
    let imprint = imprint(visit, folder.db(), folder.service(), document.template_version)?;
    Ok(Paper::from(InformedConsent {
        imprint,
        file_stem: kind::file_stem(&document.kind),
        title: document.title.clone(),
        version: u32::try_from(document.template_version).unwrap_or_default(),
        folder_number: document.folder_number.clone(),
        client: document.client_name.clone(),
        explained: explained_or(&folder, &own)?,
        paragraphs: text::paragraphs(&document.body),
        place: document.place.clone(),
        prepared_on: document.prepared_on,
        signatures: signatures(&document, &signing::of_document(&folder, document.id)?),
        digest: text::shown(&document.digest),
    }))
}

/// A text that is not the one stored with this digest is never printed.
pub(super) fn vouch(document: &Document) -> Result<(), Failure> {
    let Document { title, client_name, folder_number, place, signer, body, .. } = document;
    let prepared_on = document.prepared_on.to_string();
    let digest = text::digest(&[title, client_name, folder_number, place, &prepared_on, signer, body]);
    if digest.as_slice() == document.digest {
        return Ok(());
    }
    Err(Failure::Broken(format!("the text of document {} does not agree with its digest", document.id)))
}

/// The lines to sign on; what was signed on the screen is drawn on its line.
fn signatures(document: &Document, decided: &[signing::Signature]) -> Vec<Signature> {
    let given = decided.iter().find(|one| one.outcome == Outcome::Consent);
    let of = |role: SignerRole, line: Signature| match given.filter(|one| one.signer_role == role) {
        Some(given) => line.drawn(lines(given), note(given)),
        None => line,
    };
    let client = of(SignerRole::Himself, Signature::client(&document.client_name));
    let worker = Signature::worker(&document.prepared_by);
    let signed_for = given.filter(|one| one.signer_role == SignerRole::Representative).map(|one| one.signer.as_str());
    let named = (document.signer_role == "representative").then_some(document.signer.as_str());
    match signed_for.or(named) {
        Some(name) => vec![client, worker, of(SignerRole::Representative, Signature::representative(name))],
        None => vec![client, worker],
    }
}

fn lines(given: &signing::Signature) -> Vec<Vec<(u16, u16)>> {
    given.drawn().map(|stroke| stroke.lines().to_vec()).unwrap_or_default()
}

/// What stands under a signature from the screen instead of a date by hand.
fn note(given: &signing::Signature) -> String {
    let (when, digest) = (moment(given.decided_at), text::shown(&given.digest));
    format!(
        "podepsáno na obrazovce dne {when}, otisk textu {digest}; jméno napsané při podpisu: {}",
        given.written_name
    )
}
