//! The page of the agreement: what is missing, the texts that were prepared, the agreement that was signed; and one
//! prepared text as it stands.

use super::plan;
use super::readiness::{Case, Item, items};
use super::store::agreements::{Agreement, current};
use super::store::documents::{self as texts, Document};
use super::text;
use crate::documents::{self, Papers};
use crate::folders::{self, FolderHead};
use crate::kernel::answer::{Answer, Response};
use crate::kernel::failure::Failure;
use crate::kernel::folder::Folder;
use crate::kernel::format_cs::{date, weekday_date};
use crate::kernel::id::StatementId;
use crate::kernel::messages_cs::InCzech;
use crate::kernel::page::Page;
use crate::kernel::visit::Visit;
use crate::signing;
use askama::Template;
use paper::Paragraph;
use rules::access::Act;
use rules::signing::Outcome;

#[derive(Template)]
#[template(path = "agreement/overview.html")]
struct Overview<'v> {
    page: Page<'v>,
    folder: FolderHead,
    /// None once it is signed.
    missing: Option<Vec<Item>>,
    is_blocked: bool,
    agreement: Option<Signed>,
    documents: Vec<Prepared>,
    /// Empty when a new text cannot be prepared by the viewer.
    new: String,
    plan: String,
    plan_href: String,
}

/// A signed agreement, ready to print.
struct Signed {
    signed_on: String,
    signer: String,
    validity: String,
    text: String,
    version: i64,
    recorded: String,
}

/// A prepared text, ready to print.
struct Prepared {
    title: String,
    about: String,
    href: String,
    print: String,
    sign: String,
    /// Into the client's hands; empty where it cannot be signed.
    lend: String,
    is_signed: bool,
    /// The client said no to it on a screen, and nothing since.
    is_refused: bool,
}

pub fn page(visit: &Visit) -> Answer {
    let folder = Folder::open(visit)?;
    let case = Case::of(&folder)?;
    let agreement = current(&folder)?;
    let findings = case.content(folder.day());
    let may = |act| !folder.is_past() && folder.may(act);
    let open = !case.agreement_in_force;
    let signed_document = agreement.as_ref().map(|agreement| agreement.document);
    let may_sign = open && may(Act::SignAgreement);
    let (prepared, decided) = (texts::all(&folder)?, signing::of_folder(&folder)?);
    let line = |one| prepared_line(&folder, one, (signed_document, may_sign), &decided);
    let prepared = prepared.iter().map(line).collect();
    let (new, plan) = (open && may(Act::PrepareAgreement), plan::plan_form(&folder)?);
    Response::page(&Overview {
        page: Page::of(visit),
        folder: folders::head(visit, &folder, "negotiation")?,
        missing: open.then(|| items(&folder, &findings)),
        is_blocked: !findings.blocks.is_empty(),
        agreement: agreement.map(|agreement| signed(&folder, agreement)),
        documents: prepared,
        new: if new { folder.path("/agreement/new") } else { String::new() },
        plan: plan.map(|plan| plan.cs().into_owned()).unwrap_or_default(),
        plan_href: if may(Act::DecidePlanForm) { folder.path("/plan-decision") } else { String::new() },
    })
}

fn signed(folder: &Folder, one: Agreement) -> Signed {
    let until = one.valid_until.map_or_else(|| "na dobu neurčitou".to_owned(), |day| format!("do {}", date(day)));
    let signer = match one.signer_role.as_str() {
        "representative" => format!("{}, zástupce ({})", one.signer, one.mandate),
        _ => one.signer,
    };
    Signed {
        signed_on: weekday_date(one.signed_on),
        signer,
        validity: format!("od {} {until}", date(one.valid_from)),
        text: folder.path(&format!("/documents/{}", one.document)),
        version: one.text_version,
        recorded: format!("Zapsal/a {}, {}", one.recorded_by, crate::kernel::format_cs::moment(one.recorded_at)),
    }
}

fn prepared_line(
    folder: &Folder,
    one: &Document,
    (signed, may_sign): (Option<StatementId>, bool),
    decided: &[signing::Signature],
) -> Prepared {
    let is_signed = signed == Some(one.id);
    let newest = decided.iter().find(|decision| decision.document == one.id);
    let path = |page: &str| folder.path(&format!("/documents/{}{page}", one.id));
    Prepared {
        title: format!("{}, verze {}", one.title, one.template_version),
        about: format!("připraveno {}, {}", date(one.prepared_on), one.prepared_by),
        href: path(""),
        print: if folder.may(Act::PrintPaper) { path("/informed-consent.pdf") } else { String::new() },
        sign: if may_sign { path("/signature") } else { String::new() },
        lend: if may_sign && folder.may(Act::LendScreen) { path("/lending") } else { String::new() },
        is_signed,
        is_refused: !is_signed && newest.is_some_and(|decision| decision.outcome == Outcome::Dissent),
    }
}

#[derive(Template)]
#[template(path = "agreement/document.html")]
struct DocumentPage<'v> {
    page: Page<'v>,
    folder: FolderHead,
    one: Prepared,
    client: String,
    digest: String,
    paragraphs: Vec<(&'static str, String)>,
    back: String,
    /// What was decided on a screen.
    decisions: Vec<signing::Shown>,
    /// Photos of the signed paper; a text that nobody signed has none.
    papers: Option<Papers>,
}

/// The text as it was stored, word for word.
pub fn document(visit: &Visit) -> Answer {
    let folder = Folder::open(visit)?;
    let document = texts::one(&folder, visit.path("document")?)?;
    let papers = documents::papers(&folder)?;
    let agreement = current(&folder)?;
    let decided = signing::of_document(&folder, document.id)?;
    let is_signed = agreement.as_ref().is_some_and(|agreement| agreement.document == document.id);
    let may_sign = agreement.is_none() && !folder.is_past() && folder.may(Act::SignAgreement);
    Response::page(&DocumentPage {
        page: Page::of(visit),
        folder: folders::head(visit, &folder, "negotiation")?,
        one: prepared_line(&folder, &document, (agreement.map(|agreement| agreement.document), may_sign), &decided),
        client: document.client_name.clone(),
        digest: text::shown(&document.digest),
        paragraphs: printed(&document.body)?,
        back: folder.path("/agreement"),
        decisions: signing::shown(&decided),
        papers: is_signed.then(|| papers.of(document.id, "", &document.title)),
    })
}

/// The paragraphs of a body for a page: what each is, and its text.
pub(super) fn printed(body: &str) -> Result<Vec<(&'static str, String)>, Failure> {
    let paragraphs = text::paragraphs(body).into_iter().map(|paragraph| match paragraph {
        Paragraph::Heading(text) => ("heading", text),
        Paragraph::Item(text) => ("item", text),
        Paragraph::Plain(text) => ("plain", text),
    });
    Ok(paragraphs.collect())
}
