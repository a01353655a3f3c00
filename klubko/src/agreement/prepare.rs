//! Preparing the text for signing: the terms are asked, the rest comes from the negotiation; what is composed is kept
//! word for word with its digest.

use super::readiness::{Case, template_today};
use super::store::documents::{self, NewDocument, Terms};
use super::templates::INFORMED_CONSENT;
use super::text::{digest, enumerated};
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
use askama::Template;
use rules::agreement::Block;
use rules::moment::date_typed::Leaning;

const TITLE: &str = "Příprava informovaného souhlasu";
/// The title printed on the paper.
const PAPER: &str = "Informovaný souhlas";
/// Message 109.
const NO_VALIDITY: &str = "Smlouva musí obsahovat dobu platnosti (§ 91 odst. 2 písm. h) zákona o sociálních službách).";

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
    version: i64,
}

fn template<'v>(visit: &'v Visit<'v>, folder: &Folder, case: &Case, form: Form<'v>) -> Result<Prepare<'v>, Failure> {
    Ok(Prepare {
        page: Page::of(visit),
        folder: folders::head(visit, folder, "negotiation")?,
        form,
        action: folder.path("/documents"),
        back: folder.path("/agreement"),
        commission: case.facts.commission_words.clone(),
        can: shown(&case.facts.can_fulfil),
        cannot: shown(&case.facts.cannot_fulfil),
        version: template_today(folder)?.version,
    })
}

/// As the text will say it; nothing while nothing is written.
fn shown(text: &str) -> String {
    if text.trim().is_empty() { String::new() } else { enumerated(text) }
}

pub fn page(visit: &Visit) -> Answer {
    let folder = Folder::open(visit)?;
    let case = Case::of(&folder)?;
    let mut form = Form::blank(visit, TITLE)?;
    form.prefill("place", case.profile.place.clone());
    form.prefill("hours", "po domluvě");
    form.prefill("payment", "bez úhrady");
    form.prefill("signer_role", "self");
    form.prefill("validity", "indefinite");
    Response::page(&template(visit, &folder, &case, form)?)
}

/// What was typed: the terms, and who is going to sign.
fn read(form: &mut Form<'_>, folder: &Folder<'_>) -> (Terms, String) {
    let extent = form.required("extent", "Doplňte rozsah: jak často a jak dlouho");
    let place = form.required("place", "Doplňte místo");
    let hours = form.required("hours", "Doplňte čas, třeba „po domluvě“");
    let payment = form.required("payment", "Doplňte, jestli je služba bez úhrady");
    let valid_from = form.date_or_none("valid_from", Leaning::Future);
    let valid_until = match form.value("validity") {
        "indefinite" => None,
        "until" => form.date("valid_until", Leaning::Future),
        _ => {
            form.problem("validity", NO_VALIDITY);
            None
        }
    };
    let begins = valid_from.unwrap_or_else(|| folder.today());
    if valid_from.is_some_and(|day| day < folder.today()) {
        form.problem("valid_from", "Smlouva nemůže platit dřív, než bude podepsána. Nechte pole prázdné");
    }
    if valid_until.is_some_and(|last| last < begins) {
        form.problem("valid_until", "Konec platnosti je dřív než její začátek. Zkontrolujte datum");
    }
    let (signer_role, signer) = match form.value("signer_role") {
        "representative" => ("representative", form.required("representative", "Doplňte jméno zástupce")),
        _ => ("self", folder.name()),
    };
    let signer_role = signer_role.to_owned();
    (Terms { extent, place, hours, payment, valid_from, valid_until, signer_role }, signer)
}

pub fn prepare<'v>(visit: &'v Visit<'v>, pen: Pen<'v>) -> Answer {
    let folder = Folder::open(visit)?;
    let case = Case::of(&folder)?;
    let mut form = Form::typed(visit, TITLE);
    let (terms, signer) = read(&mut form, &folder);
    // The text quotes the commission: without it there is nothing to prepare (R-049, message 108).
    let stops = |block: &&Block| matches!(block, Block::NoCommission | Block::AlreadyConcluded);
    for block in case.content(visit.today()).blocks.iter().filter(stops) {
        form.problem("extent", block.cs());
    }
    if !form.is_settled() {
        return Err(Response::form_again(&template(visit, &folder, &case, form)?));
    }
    let kept = template_today(&folder)?;
    let body = case.text(&kept.body, &terms)?;
    let (client_name, today) = (folder.name(), visit.today().to_string());
    let digest = digest(&[PAPER, &client_name, folder.number(), &terms.place, &today, &signer, &body]);
    let new = NewDocument {
        thread: case.thread,
        kind: INFORMED_CONSENT,
        template_version: kept.version,
        title: PAPER,
        client_name: &client_name,
        folder_number: folder.number(),
        body: &body,
        digest: &digest,
        terms: &terms,
        signer: &signer,
    };
    let mut change = pen.change(&folder)?;
    let id = documents::insert(&mut change, &folder, &new)?;
    change.commit(Entry::about(id, "připraveno znění informovaného souhlasu").resting_on("R-051"));
    Ok(Response::see_other_saying(&folder.path(&format!("/documents/{id}")), "prepared"))
}
