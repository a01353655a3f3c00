//! The page of the agreement: what is missing, the texts that were prepared, the agreement that was signed; and one
//! prepared text as it stands.

use super::letters::{Letter, letters};
use super::readiness::{Case, Item, items};
use super::store::agreements::{Agreement, current};
use super::store::amendments::{self, Amendment};
use super::store::capacity;
use super::store::documents::{self as texts, Document};
use super::store::terminations::{self, Termination};
use super::text;
use super::{ends, kind, plan};
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
use crate::templates::{self, INFORMED_CONSENT};
use askama::Template;
use rules::access::Act;
use rules::agreement::AgreementForm;
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
    /// What changed and ended: amendments, notices.
    events: Vec<String>,
    /// Addresses of what may be done with the agreement; empty when not.
    amendment: String,
    end: String,
    end_back: String,
    /// The paper of the end, and its plain reading; empty while nobody ended it.
    end_papers: Vec<(&'static str, String)>,
    again: String,
    capacity: String,
    capacity_href: String,
    /// What a new text is called in this service.
    prepare_what: &'static str,
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
    form: String,
    explained: String,
    has_ended: bool,
    text: String,
    what: String,
    version: i64,
    recorded: String,
}

/// A prepared text, ready to print.
struct Prepared {
    title: String,
    about: String,
    href: String,
    print: String,
    /// In plain words; printed by whoever may print the text.
    plain: String,
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
    let amended = amendments::all(&folder)?;
    let signed_documents: Vec<StatementId> =
        agreement.iter().map(|one| one.document).chain(amended.iter().map(|one| one.document_id)).collect();
    let may_amend = agreement.as_ref().is_some_and(|one| one.thread == case.thread && !one.has_ended(folder.day()));
    let ended = terminations::all(&folder)?;
    let is_ending = agreement.as_ref().is_some_and(|one| one.ends_on.is_some());
    let may_sign = open && may(Act::SignAgreement);
    let (prepared, decided) = (texts::all(&folder)?, signing::of_folder(&folder)?);
    let line = |one: &Document| {
        let may = if kind::is_amendment(&one.kind) { may_amend && may(Act::SignAgreement) } else { may_sign };
        prepared_line(&folder, one, (&signed_documents, may), &decided)
    };
    let prepared = prepared.iter().map(line).collect();
    let path = |is_there: bool, page: &str| if is_there { folder.path(page) } else { String::new() };
    let has_ended = agreement.as_ref().is_some_and(|one| one.has_ended(folder.day()));
    let (new, plan) = (open && may(Act::PrepareAgreement), plan::plan_form(&folder)?);
    Response::page(&Overview {
        page: Page::of(visit),
        folder: folders::head(visit, &folder, "negotiation")?,
        missing: open.then(|| items(&folder, &findings)),
        is_blocked: !findings.blocks.is_empty(),
        events: events(&amended, &ended),
        amendment: path(may_amend && may(Act::PrepareAgreement), "/agreement/amendment"),
        end: path(may_amend && !is_ending && may(Act::EndAgreement), "/agreement/end"),
        end_back: path(may_amend && is_ending && may(Act::EndAgreement), "/agreement/end/withdrawal"),
        end_papers: end_papers(&folder, !ended.is_empty()),
        again: path(has_ended && !open && may(Act::ReopenNegotiation), "/reopening"),
        capacity: represented(&folder)?,
        capacity_href: path(may(Act::PrepareAgreement), "/legal-capacity"),
        prepare_what: prepare_what(&folder)?,
        agreement: agreement.map(|agreement| signed(&folder, agreement)),
        documents: prepared,
        new: if new { folder.path("/agreement/new") } else { String::new() },
        plan: plan.map(|plan| plan.cs().into_owned()).unwrap_or_default(),
        plan_href: if may(Act::DecidePlanForm) { folder.path("/plan-decision") } else { String::new() },
    })
}

fn signed(folder: &Folder, one: Agreement) -> Signed {
    let has_ended = one.has_ended(folder.day());
    let ended_on = one.last_day().map_or_else(String::new, date);
    let until = one.valid_until.map_or_else(|| "na dobu neurčitou".to_owned(), |day| format!("do {}", date(day)));
    let signer = match one.signer_role.as_str() {
        "representative" => format!("{}, zástupce ({})", one.signer, one.mandate),
        _ => one.signer,
    };
    let until = match (one.ends_on, has_ended) {
        (_, true) => format!("skončila {}", ended_on),
        (Some(day), false) => format!("{until}, skončí {}", date(day)),
        (None, false) => until,
    };
    Signed {
        has_ended,
        form: one.form.cs().into_owned(),
        explained: one.explained,
        what: kind::title(one.form).to_owned(),
        signed_on: weekday_date(one.signed_on),
        signer,
        validity: format!("od {} {until}", date(one.valid_from)),
        text: folder.path(&format!("/documents/{}", one.document)),
        version: one.text_version,
        recorded: format!("Zapsal/a {}, {}", one.recorded_by, crate::kernel::format_cs::moment(one.recorded_at)),
    }
}

/// „Dodatek č. 1 ze dne 20. 8. 2026 platí od 1. 9. 2026“ and how the agreement was ended.
fn events(amended: &[Amendment], ended: &[Termination]) -> Vec<String> {
    let amended = amended.iter().map(|one| {
        let (signed, from) = (date(one.signed_on), date(one.valid_from));
        format!("Dodatek č. {} podepsaný {signed}, platí od {from}. Zapsal/a {}", one.number, one.who)
    });
    let ended = ended.iter().map(|one| {
        let back = one.taken_back_on.map_or_else(String::new, |day| format!(", vzato zpět {}", date(day)));
        format!("{}{back}. Zapsal/a {}", ends::said(one), one.who)
    });
    amended.chain(ended).collect()
}

/// Who represents and who supports, if somebody wrote it down.
fn represented(folder: &Folder) -> Result<String, Failure> {
    let Some(one) = capacity::current(folder)? else { return Ok(String::new()) };
    let limited = if one.is_limited { format!("svéprávnost omezena ({})", one.decision) } else { String::new() };
    let represents = if one.representative.is_empty() {
        String::new()
    } else {
        format!("zastupuje {} ({})", one.representative, one.mandate)
    };
    let supports = if one.supporter.is_empty() { String::new() } else { format!("pomáhá {}", one.supporter) };
    let all = [limited, represents, supports];
    Ok(all.into_iter().filter(|text| !text.is_empty()).collect::<Vec<_>>().join(", "))
}

fn prepare_what(folder: &Folder) -> Result<&'static str, Failure> {
    let is_consent = kind::allowed(folder)?.contains(&AgreementForm::InformedConsent);
    Ok(if is_consent { "Připravit informovaný souhlas" } else { "Připravit smlouvu" })
}

fn prepared_line(
    folder: &Folder,
    one: &Document,
    (signed, may_sign): (&[StatementId], bool),
    decided: &[signing::Signature],
) -> Prepared {
    let is_signed = signed.contains(&one.id);
    let newest = decided.iter().find(|decision| decision.document == one.id);
    let path = |page: &str| folder.path(&format!("/documents/{}{page}", one.id));
    Prepared {
        title: format!("{}, verze {}", one.title, one.template_version),
        about: format!("připraveno {}, {}", date(one.prepared_on), one.prepared_by),
        href: path(""),
        print: if folder.may(Act::PrintPaper) { path(paper(&one.kind)) } else { String::new() },
        plain: path("/plain.pdf"),
        sign: match (may_sign && !is_signed, kind::is_amendment(&one.kind)) {
            (true, true) => path("/amendment"),
            (true, false) => path("/signature"),
            (false, _) => String::new(),
        },
        lend: if may_sign && kind::is_signed_on_screen(&one.kind) && folder.may(Act::LendScreen) {
            path("/lending")
        } else {
            String::new()
        },
        is_signed,
        is_refused: !is_signed && newest.is_some_and(|decision| decision.outcome == Outcome::Dissent),
    }
}

fn end_papers(folder: &Folder, is_ended: bool) -> Vec<(&'static str, String)> {
    if !is_ended || !folder.may(Act::PrintPaper) {
        return Vec::new();
    }
    vec![
        ("Vytisknout ukončení smlouvy", folder.path("/agreement/end/notice.pdf")),
        ("Vytisknout ukončení srozumitelně", folder.path("/agreement/end/plain.pdf")),
    ]
}

fn paper(kind: &str) -> &'static str {
    if kind == INFORMED_CONSENT { "/informed-consent.pdf" } else { "/agreement.pdf" }
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
    /// What the law orders, letter by letter.
    letters: Vec<Letter>,
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
    let signed: Vec<StatementId> = agreement
        .iter()
        .map(|one| one.document)
        .chain(amendments::all(&folder)?.iter().map(|one| one.document_id))
        .collect();
    let is_signed = signed.contains(&document.id);
    let thread = folders::thread(&folder)?;
    let is_open = agreement.as_ref().is_none_or(|one| one.thread != thread) != kind::is_amendment(&document.kind);
    let may = |act| is_open && !folder.is_past() && folder.may(act);
    let (may_sign, may_prepare) = (may(Act::SignAgreement), may(Act::PrepareAgreement));
    Response::page(&DocumentPage {
        page: Page::of(visit),
        folder: folders::head(visit, &folder, "negotiation")?,
        one: prepared_line(&folder, &document, (&signed, may_sign), &decided),
        client: document.client_name.clone(),
        digest: text::shown(&document.digest),
        paragraphs: templates::printed(&document.body),
        letters: letters(&folder, &document, may_prepare)?,
        back: folder.path("/agreement"),
        decisions: signing::shown(&decided),
        papers: is_signed.then(|| papers.of(document.id, "", &document.title)),
    })
}
