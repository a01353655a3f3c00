//! Preparing the text for signing: the terms are asked, the rest comes from the negotiation; what is composed is kept
//! word for word with its digest. The form follows the service's setting (D4).

use super::readiness::{Case, template_today};
use super::store::documents::{self, NewDocument};
use super::text::{digest, enumerated};
use super::{kind, terms};
use crate::folders::{self, FolderHead};
use crate::kernel::answer::{Answer, Response};
use crate::kernel::change::Pen;
use crate::kernel::failure::Failure;
use crate::kernel::folder::Folder;
use crate::kernel::form::Form;
use crate::kernel::journal::Entry;
use crate::kernel::messages_cs::InCzech;
use crate::kernel::page::Page;
use crate::kernel::visit::Visit;
use crate::settings::law;
use askama::Template;
use rules::agreement::{AgreementForm, Block};
use rules::coded::Coded;

const TITLE: &str = "Příprava smlouvy";

#[derive(Template)]
#[template(path = "agreement/prepare.html")]
struct Prepare<'v> {
    page: Page<'v>,
    folder: FolderHead,
    form: Form<'v>,
    action: String,
    back: String,
    commission: String,
    can: String,
    cannot: String,
    /// The only form of the service, or the forms to choose from.
    title: &'static str,
    forms: Vec<(&'static str, String)>,
    is_agreement: bool,
    version: i64,
}

fn template<'v>(visit: &'v Visit<'v>, folder: &Folder, case: &Case, form: Form<'v>) -> Result<Prepare<'v>, Failure> {
    let allowed = kind::allowed(folder)?;
    let first = allowed.first().copied().unwrap_or(AgreementForm::InformedConsent);
    let is_choice = allowed.len() > 1;
    Ok(Prepare {
        page: Page::of(visit),
        folder: folders::head(visit, folder, "negotiation")?,
        form,
        action: folder.path("/documents"),
        back: folder.path("/agreement"),
        commission: case.facts.commission_words.clone(),
        can: shown(&case.facts.can_fulfil),
        cannot: shown(&case.facts.cannot_fulfil),
        title: heading(first),
        forms: if is_choice {
            allowed.iter().map(|one| (one.code(), one.cs().into_owned())).collect()
        } else {
            Vec::new()
        },
        is_agreement: first != AgreementForm::InformedConsent,
        version: template_today(folder, first)?.version,
    })
}

fn heading(form: AgreementForm) -> &'static str {
    match form {
        AgreementForm::InformedConsent => "Příprava informovaného souhlasu",
        AgreementForm::Written | AgreementForm::Oral => "Příprava smlouvy",
    }
}

/// As the text will say it; nothing while nothing is written.
fn shown(text: &str) -> String {
    if text.trim().is_empty() { String::new() } else { enumerated(text) }
}

pub fn page(visit: &Visit) -> Answer {
    let folder = Folder::open(visit)?;
    let case = Case::of(&folder)?;
    let mut form = Form::blank(visit, TITLE)?;
    terms::prefill(&mut form, &case.profile, kind::allowed(&folder)?);
    Response::page(&template(visit, &folder, &case, form)?)
}

pub fn prepare<'v>(visit: &'v Visit<'v>, pen: Pen<'v>) -> Answer {
    let folder = Folder::open(visit)?;
    let case = Case::of(&folder)?;
    let mut form = Form::typed(visit, TITLE);
    let chosen = terms::read_form(&mut form, kind::allowed(&folder)?);
    let concluded = chosen.unwrap_or(AgreementForm::InformedConsent);
    let law = law(folder.db(), folder.today())?;
    let (terms, signer) = terms::read(&mut form, &folder, (concluded, &case.profile, &case.kind_label, &law));
    // The text quotes the commission: without it there is nothing to prepare (R-049, message 108).
    let stops = |block: &&Block| matches!(block, Block::NoCommission | Block::AlreadyConcluded);
    for block in case.content(visit.today()).blocks.iter().filter(stops) {
        form.problem("extent", block.cs());
    }
    if !form.is_settled() {
        return Err(Response::form_again(&template(visit, &folder, &case, form)?));
    }
    let kept = template_today(&folder, concluded)?;
    let body = case.text(concluded, &kept.body, &terms)?;
    let (client_name, today, paper) = (folder.name(), visit.today().to_string(), kind::title(concluded));
    let digest = digest(&[paper, &client_name, folder.number(), &terms.place, &today, &signer, &body]);
    let new = NewDocument {
        thread: case.thread,
        kind: kind::of_form(concluded),
        template_version: kept.version,
        title: paper,
        client_name: &client_name,
        folder_number: folder.number(),
        body: &body,
        digest: &digest,
        terms: &terms,
        signer: &signer,
    };
    let mut change = pen.change(&folder)?;
    let id = documents::insert(&mut change, &folder, &new)?;
    change.commit(Entry::about(id, format!("připraveno znění: {}", paper.to_lowercase())).resting_on("R-051"));
    Ok(Response::see_other_saying(&folder.path(&format!("/documents/{id}")), "prepared"))
}
