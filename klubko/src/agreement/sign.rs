//! The signature: by it the agreement is concluded, the consent to processing is given in writing, the negotiation is
//! closed and the applicant is a client, all in one change. There is no other way to that status.

use super::readiness::{Case, Item, Signed, items};
use super::store::agreements::{self, NewAgreement};
use super::store::documents::{self, Document};
use super::text;
use crate::consent::{self, WrittenConsent};
use crate::folders::{self, FolderHead};
use crate::kernel::answer::{Answer, Response};
use crate::kernel::change::{Change, Pen};
use crate::kernel::failure::Failure;
use crate::kernel::folder::Folder;
use crate::kernel::form::Form;
use crate::kernel::format_cs::date;
use crate::kernel::id::StatementId;
use crate::kernel::journal::Entry;
use crate::kernel::messages_cs::InCzech;
use crate::kernel::page::Page;
use crate::kernel::visit::Visit;
use crate::negotiation;
use askama::Template;
use jiff::civil::Date;
use rules::agreement::{Block, Concluded, check, sign as conclude};
use rules::instant::Moment;
use rules::moment::date_typed::Leaning;
use rules::rule::Answers;

const TITLE: &str = "Podpis informovaného souhlasu";
const SCOPE: &str = "osobní údaje v rozsahu, který služba k pomoci potřebuje";
const CHANGED: &str = "Od přípravy tohoto znění se zakázka nebo jiné údaje změnily. Připravte nové znění a nechte \
     podepsat to.";

#[derive(Template)]
#[template(path = "agreement/sign.html")]
struct SignPage<'v> {
    page: Page<'v>,
    folder: FolderHead,
    form: Form<'v>,
    action: String,
    back: String,
    print: String,
    missing: Vec<Item>,
    version: i64,
    prepared: String,
    paragraphs: Vec<(&'static str, String)>,
}

fn template<'v>(
    visit: &'v Visit<'v>,
    folder: &Folder,
    (case, document): (&Case, &Document),
    form: Form<'v>,
) -> Result<SignPage<'v>, Failure> {
    let path = |page: &str| folder.path(&format!("/documents/{}{page}", document.id));
    Ok(SignPage {
        page: Page::of(visit),
        folder: folders::head(visit, folder, "negotiation")?,
        form,
        action: path("/signature"),
        back: folder.path("/agreement"),
        print: path("/informed-consent.pdf"),
        missing: items(folder, &case.content(visit.today())),
        version: document.template_version,
        prepared: date(document.prepared_on),
        paragraphs: super::overview::printed(&document.body)?,
    })
}

pub fn page(visit: &Visit) -> Answer {
    let folder = Folder::open(visit)?;
    let document = documents::one(&folder, visit.path("document")?)?;
    let case = Case::of(&folder)?;
    let mut form = Form::blank(visit, TITLE)?;
    form.prefill("signed_on", date(visit.today()));
    form.prefill("signer_role", document.signer_role.clone());
    form.prefill("signed_in", document.place.clone());
    if document.signer_role == "representative" {
        form.prefill("representative", document.signer.clone());
    }
    Response::page(&template(visit, &folder, (&case, &document), form)?)
}

/// What was typed.
struct Typed {
    signed_on: Option<Date>,
    signer: String,
    signer_role: &'static str,
    mandate: String,
    signed_in: String,
}

fn read(form: &mut Form<'_>, folder: &Folder<'_>) -> Typed {
    let signed_on = form.date("signed_on", Leaning::Past);
    let signed_in = form.required("signed_in", "Doplňte, kde byl podepsán");
    match form.value("signer_role") {
        "self" => Typed { signed_on, signer: folder.name(), signer_role: "self", mandate: String::new(), signed_in },
        "representative" => {
            // a representative signs on a mandate that is named.
            let mandate = form.required("mandate", "Doplňte, na základě čeho zástupce jedná");
            let signer = form.required("representative", "Doplňte jméno zástupce");
            Typed { signed_on, signer, signer_role: "representative", mandate, signed_in }
        }
        _ => {
            form.problem("signer_role", "Zvolte, kdo podepsal");
            Typed { signed_on, signer: String::new(), signer_role: "self", mandate: String::new(), signed_in }
        }
    }
}

pub fn sign<'v>(visit: &'v Visit<'v>, pen: Pen<'v>) -> Answer {
    let folder = Folder::open(visit)?;
    let document = documents::one(&folder, visit.path("document")?)?;
    let case = Case::of(&folder)?;
    let mut form = Form::typed(visit, TITLE);
    let typed = read(&mut form, &folder);
    let signed = Signed {
        on: typed.signed_on,
        signer: &typed.signer,
        prepared_on: document.prepared_on,
        valid_until: document.valid_until,
    };
    let signing = case.signing(&signed);
    for block in check(&signing, visit.today()).blocks {
        object(&mut form, &block);
    }
    for warning in check(&signing, visit.today()).warnings {
        form.warn(warning.rule(), warning.cs());
    }
    if !case.agreement_in_force && !case.still_says(&folder, &document)? {
        form.problem("text", CHANGED);
    }
    let answers = Answers::read(|field| Some(form.value(field).to_owned()));
    let concluded = conclude(&signing, &answers, Moment::new(visit.now(), visit.today()));
    let (Ok(concluded), true) = (concluded, form.is_settled()) else {
        return Err(Response::form_again(&template(visit, &folder, (&case, &document), form)?));
    };
    let mut change = pen.change(&folder)?;
    let id = write(&mut change, &folder, (&case, &document), (&typed, &concluded))?;
    form.keep_reasons(&mut change, Some(folder.id()), "agreement", id)?;
    change.commit(Entry::about(id, "smlouva uzavřena podpisem informovaného souhlasu").resting_on("R-051"));
    Ok(Response::see_other_saying(&folder.path("/agreement"), "agreement"))
}

/// Says a block at the field that it is about, once.
fn object(form: &mut Form<'_>, block: &Block) {
    let field = match block {
        Block::SignerMissing => "signer_role",
        Block::DateMissing | Block::InTheFuture | Block::BeforeItWasPrepared { .. } => "signed_on",
        Block::EndsBeforeItBegins { .. } => "signed_on",
        _ => "missing",
    };
    let is_said_already = matches!(block, Block::SignerMissing | Block::DateMissing) && form.has_problems();
    if !is_said_already {
        form.problem(field, block.cs());
    }
}

/// All that one signature brings about.
fn write(
    change: &mut Change<'_>,
    folder: &Folder<'_>,
    (case, document): (&Case, &Document),
    (typed, concluded): (&Typed, &Concluded),
) -> Result<StatementId, Failure> {
    let signed_on = concluded.agreement.concluded_on;
    let commission = case.facts.commission.ok_or(Failure::Absent)?;
    let new = NewAgreement {
        thread: case.thread,
        form: concluded.agreement.form,
        document: document.id,
        commission,
        signed_on,
        signer: &typed.signer,
        signer_role: typed.signer_role,
        mandate: &typed.mandate,
        signed_in: &typed.signed_in,
        // The agreement holds from its signature at the earliest.
        valid_from: document.valid_from.unwrap_or(signed_on).max(signed_on),
        valid_until: concluded.agreement.valid_until,
    };
    let id = agreements::insert(change, folder, &new)?;
    let wording = text::consent_wording(&document.body);
    let given = WrittenConsent {
        document: Some(document.id),
        wording: &wording,
        scope: SCOPE,
        given_on: concluded.consent.valid_from,
    };
    consent::record_written(change, folder, &given)?;
    negotiation::conclude(change, (folder.id(), case.thread), signed_on)?;
    Ok(id)
}
