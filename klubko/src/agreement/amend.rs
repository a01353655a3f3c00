//! An amendment (dodatek): what changes, as a signed text of its own. The agreement and its text stay; a new last day makes
//! a new version of the agreement (R-011, § 91(2) h).

use super::readiness::Case;
use super::store::agreements::{self, Agreement, of_newest_thread};
use super::store::amendments::{self, NewAmendment};
use super::store::documents::{self, Document, NewDocument, Terms};
use super::text::{compose, digest, in_one_line};
use super::{ends, kind};
use crate::folders::{self, FolderHead};
use crate::kernel::answer::{Answer, Response};
use crate::kernel::change::Pen;
use crate::kernel::failure::Failure;
use crate::kernel::folder::Folder;
use crate::kernel::form::Form;
use crate::kernel::format_cs::date;
use crate::kernel::journal::Entry;
use crate::kernel::messages_cs::InCzech;
use crate::kernel::page::Page;
use crate::kernel::visit::Visit;
use crate::templates::{self, AMENDMENT};
use askama::Template;
use rules::agreement_terms::{Amendment, AmendmentBlock, check_amendment};
use rules::moment::date_typed::Leaning;

const TITLE: &str = "Dodatek ke smlouvě";
const SIGNING: &str = "Podpis dodatku";

#[derive(Template)]
#[template(path = "agreement/amend.html")]
struct AmendPage<'v> {
    page: Page<'v>,
    folder: FolderHead,
    form: Form<'v>,
    stands: String,
    action: String,
    back: String,
}

fn template<'v>(
    visit: &'v Visit<'v>,
    folder: &Folder,
    agreement: &Agreement,
    form: Form<'v>,
) -> Result<AmendPage<'v>, Failure> {
    Ok(AmendPage {
        page: Page::of(visit),
        folder: folders::head(visit, folder, "negotiation")?,
        form,
        stands: agreement.said(),
        action: folder.path("/agreement/amendment"),
        back: folder.path("/agreement"),
    })
}

/// The agreement of the newest thread, as long as it is in force.
fn in_force(folder: &Folder) -> Result<Agreement, Failure> {
    let agreement = of_newest_thread(folder)?;
    let agreement = agreement.ok_or_else(|| Failure::refused(AmendmentBlock::NoAgreement.cs()))?;
    match agreement.last_day().filter(|day| *day < folder.today()) {
        Some(on) => Err(Failure::refused(AmendmentBlock::AgreementEnded { on }.cs())),
        None => Ok(agreement),
    }
}

pub fn page(visit: &Visit) -> Answer {
    let folder = Folder::open(visit)?;
    let agreement = in_force(&folder)?;
    let mut form = Form::blank(visit, TITLE)?;
    form.prefill("valid_from", date(folder.today()));
    form.prefill("validity", "same");
    form.prefill("signer_role", "self");
    Response::page(&template(visit, &folder, &agreement, form)?)
}

/// What changes, when, and who is going to sign.
fn read(form: &mut Form, folder: &Folder, agreement: &Agreement) -> (Terms, String, String) {
    let changes = form.text("changes");
    let mut terms = Terms { valid_from: form.date_or_none("valid_from", Leaning::Future), ..Terms::default() };
    let validity = match form.value("validity") {
        "until" => {
            terms.valid_until = form.date("valid_until", Leaning::Future);
            terms.changes_validity = true;
            let until = terms.valid_until.map_or_else(String::new, date);
            format!("Smlouva platí do {until}.")
        }
        "indefinite" => {
            terms.changes_validity = true;
            "Smlouva platí na dobu neurčitou.".to_owned()
        }
        _ => String::new(),
    };
    let lines = [changes.trim(), validity.as_str()];
    let all = lines.into_iter().filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n\n");
    let amendment = Amendment {
        agreement: Some((agreement.valid_from, agreement.last_day())),
        changes: &all,
        valid_from: terms.valid_from,
        new_last_day: terms.valid_until,
    };
    for block in check_amendment(&amendment, folder.today()) {
        let field = field(block);
        if form.error(field).is_none() {
            form.problem(field, block.cs());
        }
    }
    let signer = match form.value("signer_role") {
        "representative" => {
            "representative".clone_into(&mut terms.signer_role);
            form.required("representative", "Doplňte jméno zástupce")
        }
        _ => {
            "self".clone_into(&mut terms.signer_role);
            folder.name()
        }
    };
    (terms, all, signer)
}

fn field(block: AmendmentBlock) -> &'static str {
    match block {
        AmendmentBlock::ValidFromMissing | AmendmentBlock::BeforeTheAgreement { .. } => "valid_from",
        AmendmentBlock::EndsBeforeItBegins { .. } => "valid_until",
        AmendmentBlock::NothingChanges | AmendmentBlock::NoAgreement | AmendmentBlock::AgreementEnded { .. } => {
            "changes"
        }
    }
}

/// Composes the text and keeps it word for word with its digest.
pub fn prepare<'v>(visit: &'v Visit<'v>, pen: Pen<'v>) -> Answer {
    let folder = Folder::open(visit)?;
    let agreement = in_force(&folder)?;
    let case = Case::of(&folder)?;
    let mut form = Form::typed(visit, TITLE);
    let (mut terms, changes, signer) = read(&mut form, &folder, &agreement);
    let Some(valid_from) = terms.valid_from.filter(|_| form.is_settled()) else {
        return Err(Response::form_again(&template(visit, &folder, &agreement, form)?));
    };
    let number = next_number(&folder, &agreement)?;
    let kept = templates::in_force(folder.db(), folder.service(), AMENDMENT, folder.today())?;
    let (signed, from, name) = (date(agreement.signed_on), date(valid_from), folder.name());
    let filling = [
        ("poskytovatel", case.profile.provider.as_str()),
        ("služba", &case.profile.name),
        ("klient", &name),
        ("den smlouvy", &signed),
        ("změny", &changes),
        ("platí od", &from),
        ("vysvětlení", &case.explained),
    ];
    let body = compose(&kept.body, &filling)?;
    terms.place = in_one_line(&case.profile.place);
    let title = format!("Dodatek č. {number} ke smlouvě o poskytnutí sociální služby");
    let today = visit.today().to_string();
    let digest = digest(&[&title, &name, folder.number(), &terms.place, &today, &signer, &body]);
    let new = NewDocument {
        thread: case.thread,
        kind: AMENDMENT,
        template_version: kept.version,
        title: &title,
        client_name: &name,
        folder_number: folder.number(),
        body: &body,
        digest: &digest,
        terms: &terms,
        signer: &signer,
    };
    let mut change = pen.change(&folder)?;
    let id = documents::insert(&mut change, &folder, &new)?;
    change.commit(Entry::about(id, "připraveno znění dodatku").resting_on("R-011"));
    Ok(Response::see_other_saying(&folder.path(&format!("/documents/{id}")), "prepared"))
}

fn next_number(folder: &Folder, agreement: &Agreement) -> Result<i64, Failure> {
    Ok(amendments::all(folder)?.iter().filter(|one| one.agreement_id == agreement.id).count() as i64 + 1)
}

/// An amendment is not signed as an agreement.
pub(super) fn only_agreements(document: &Document) -> Result<(), Failure> {
    if kind::is_amendment(&document.kind) { Err(Failure::Absent) } else { Ok(()) }
}

#[derive(Template)]
#[template(path = "agreement/amend_sign.html")]
struct SignPage<'v> {
    page: Page<'v>,
    folder: FolderHead,
    form: Form<'v>,
    title: String,
    paragraphs: Vec<(&'static str, String)>,
    action: String,
    back: String,
}

fn to_sign(visit: &Visit, folder: &Folder) -> Result<Document, Failure> {
    let document = documents::one(folder, visit.path("document")?)?;
    let is_signed = amendments::all(folder)?.iter().any(|one| one.document_id == document.id);
    match (kind::is_amendment(&document.kind), is_signed) {
        (true, false) => Ok(document),
        (true, true) => Err(Failure::refused("Tento dodatek už je podepsaný.")),
        (false, _) => Err(Failure::Absent),
    }
}

fn sign_template<'v>(
    visit: &'v Visit<'v>,
    folder: &Folder,
    document: &Document,
    form: Form<'v>,
) -> Result<SignPage<'v>, Failure> {
    Ok(SignPage {
        page: Page::of(visit),
        folder: folders::head(visit, folder, "negotiation")?,
        form,
        title: document.title.clone(),
        paragraphs: templates::printed(&document.body),
        action: folder.path(&format!("/documents/{}/amendment", document.id)),
        back: folder.path("/agreement"),
    })
}

pub fn sign_page(visit: &Visit) -> Answer {
    let folder = Folder::open(visit)?;
    in_force(&folder)?;
    let document = to_sign(visit, &folder)?;
    let mut form = Form::blank(visit, SIGNING)?;
    form.prefill("signed_on", date(folder.today()));
    form.prefill("signed_in", document.place.clone());
    Response::page(&sign_template(visit, &folder, &document, form)?)
}

pub fn sign<'v>(visit: &'v Visit<'v>, pen: Pen<'v>) -> Answer {
    let folder = Folder::open(visit)?;
    let agreement = in_force(&folder)?;
    let document = to_sign(visit, &folder)?;
    let case = Case::of(&folder)?;
    let mut form = Form::typed(visit, SIGNING);
    let signed_on = form.past_date("signed_on");
    let signed_in = form.required("signed_in", "Doplňte, kde byl podepsán");
    let is_represented = document.signer_role == "representative";
    let mandate = if is_represented {
        form.required("mandate", "Doplňte, na základě čeho zástupce jedná")
    } else {
        String::new()
    };
    if case.is_capacity_limited && !is_represented {
        form.problem("signed_on", rules::agreement::Block::CapacityLimited.cs());
    }
    if signed_on.is_some_and(|day| day < document.prepared_on) {
        form.problem(
            "signed_on",
            format!("Znění bylo připraveno až {}. Podpis nemůže být dřív", date(document.prepared_on)),
        );
    }
    let Some(signed_on) = signed_on.filter(|_| form.is_settled()) else {
        return Err(Response::form_again(&sign_template(visit, &folder, &document, form)?));
    };
    let valid_until = if document.changes_validity { document.valid_until } else { agreement.valid_until };
    let new = NewAmendment {
        agreement: agreement.id,
        number: next_number(&folder, &agreement)?,
        document: document.id,
        signed_on,
        signer: &document.signer,
        signer_role: &document.signer_role,
        mandate: &mandate,
        signed_in: &signed_in,
        valid_from: document.valid_from.unwrap_or(signed_on).max(signed_on),
        valid_until,
    };
    let mut change = pen.change(&folder)?;
    let id = amendments::insert(&mut change, &folder, &new)?;
    if document.changes_validity {
        agreements::revalidate(&mut change, &folder, (agreement.id, agreement.version), valid_until)?;
        ends::remind(&mut change, &folder, agreement.id, valid_until)?;
    }
    change.commit(Entry::about(id, document.title.to_lowercase()).resting_on("R-011"));
    Ok(Response::see_other_saying(&folder.path("/agreement"), "amendment"))
}
