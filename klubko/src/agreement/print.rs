//! The informed consent on paper: rendered anew from the stored text whenever it is asked for (decision 20).

use super::store::documents::{self, Document};
use super::text;
use crate::kernel::failure::Failure;
use crate::kernel::folder::Folder;
use crate::kernel::visit::Visit;
use crate::settings::imprint;
use paper::{InformedConsent, Paper, Signature};

pub fn consent(visit: &Visit) -> Result<Paper, Failure> {
    let folder = Folder::open(visit)?;
    let document = documents::one(&folder, visit.path("document")?)?;
    vouch(&document)?;
    let imprint = imprint(visit, folder.db(), folder.service(), document.template_version)?;
    Ok(Paper::from(InformedConsent {
        imprint,
        title: document.title.clone(),
        version: u32::try_from(document.template_version).unwrap_or_default(),
        folder_number: document.folder_number.clone(),
        client: document.client_name.clone(),
        paragraphs: text::paragraphs(&document.body),
        place: document.place.clone(),
        prepared_on: document.prepared_on,
        signatures: signatures(&document),
        digest: text::shown(&document.digest),
    }))
}

/// A text that is not the one stored with this digest is never printed.
fn vouch(document: &Document) -> Result<(), Failure> {
    let Document { title, client_name, folder_number, place, signer, body, .. } = document;
    let prepared_on = document.prepared_on.to_string();
    let digest = text::digest(&[title, client_name, folder_number, place, &prepared_on, signer, body]);
    if digest.as_slice() == document.digest {
        return Ok(());
    }
    Err(Failure::Broken(format!("the text of document {} does not agree with its digest", document.id)))
}

fn signatures(document: &Document) -> Vec<Signature> {
    let worker = Signature::worker(&document.prepared_by);
    if document.signer_role == "representative" {
        return vec![Signature::client(&document.client_name), worker, Signature::representative(&document.signer)];
    }
    vec![Signature::client(&document.client_name), worker]
}
