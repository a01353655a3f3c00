//! The signature on paper, written down: by it the agreement is concluded, the consent to processing is given in writing,
//! the negotiation is closed and the applicant is a client. What it brings about is `conclude`'s.

use super::readiness::{Case, Item, items};
use super::store::documents::{self, Document};
use super::{conclude, kind};
use crate::folders::{self, FolderHead};
use crate::kernel::answer::{Answer, Response};
use crate::kernel::change::Pen;
use crate::kernel::failure::Failure;
use crate::kernel::folder::Folder;
use crate::kernel::form::Form;
use crate::kernel::format_cs::date;
use crate::kernel::journal::Entry;
use crate::kernel::page::Page;
use crate::kernel::visit::Visit;
use askama::Template;
use rules::agreement::AgreementForm;
use rules::moment::date_typed::Leaning;

const TITLE: &str = "Podpis informovaného souhlasu";

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
    /// What is signed, and how the button says it.
    title: String,
    is_oral: bool,
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
        title: document.title.clone(),
        is_oral: kind::form_of(&document.kind) == AgreementForm::Oral,
        version: document.template_version,
        prepared: date(document.prepared_on),
        paragraphs: crate::templates::printed(&document.body),
    })
}

pub fn page(visit: &Visit) -> Answer {
    let folder = Folder::open(visit)?;
    let document = documents::one(&folder, visit.path("document")?)?;
    let case = Case::of(&folder)?;
    let mut form = Form::blank(visit, TITLE)?;
    form.prefill("signed_on", date(visit.today()));
    prefill(&mut form, &document);
    form.prefill("explained", case.explained.clone());
    Response::page(&template(visit, &folder, (&case, &document), form)?)
}

/// Who was going to sign when the text was prepared.
pub(super) fn prefill(form: &mut Form<'_>, document: &Document) {
    form.prefill("signer_role", document.signer_role.clone());
    form.prefill("signed_in", document.place.clone());
    if document.signer_role == "representative" {
        form.prefill("representative", document.signer.clone());
    }
}

pub fn sign<'v>(visit: &'v Visit<'v>, pen: Pen<'v>) -> Answer {
    let folder = Folder::open(visit)?;
    let document = documents::one(&folder, visit.path("document")?)?;
    let case = Case::of(&folder)?;
    let mut form = Form::typed(visit, TITLE);
    let signed_on = form.date("signed_on", Leaning::Past);
    let typed = conclude::read(&mut form, &folder, signed_on);
    let Some(concluded) = conclude::weigh(visit, &folder, (&case, &document), (&mut form, &typed))? else {
        return Err(Response::form_again(&template(visit, &folder, (&case, &document), form)?));
    };
    let mut change = pen.change(&folder)?;
    let id = conclude::write(&mut change, &folder, (&case, &document), (&typed, &concluded))?;
    form.keep_reasons(&mut change, Some(folder.id()), "agreement", id)?;
    change.commit(Entry::about(id, kind::concluded(&document.kind)).resting_on("R-051"));
    Ok(Response::see_other_saying(&folder.path("/agreement"), "agreement"))
}
