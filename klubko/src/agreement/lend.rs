//! Before the device goes into the client's hands: the worker says who signs and where, and answers what the signature is
//! asked about, so that the client meets no question of the worker's.

use super::on_screen::asked;
use super::readiness::{Case, Item, items};
use super::sign::prefill;
use super::store::documents::{self, Document};
use super::{conclude, kind};
use crate::folders::{self, FolderHead};
use crate::kernel::answer::{Answer, Response};
use crate::kernel::change::Pen;
use crate::kernel::failure::Failure;
use crate::kernel::folder::Folder;
use crate::kernel::form::Form;
use crate::kernel::journal::Entry;
use crate::kernel::page::Page;
use crate::kernel::visit::Visit;
use crate::signing::{self, Lending};
use askama::Template;
use rules::coded::Coded;
use rules::signing::SignerRole;

const TITLE: &str = "Podpis na obrazovce";
const OLDER: &str = "Ve složce je připravené novější znění. Nechte podepsat to";
/// What comes back with the answer, beside the reasons.
const KEPT: [&str; 4] = ["signer_role", "representative", "mandate", "signed_in"];

#[derive(Template)]
#[template(path = "agreement/lend.html")]
struct LendPage<'v> {
    page: Page<'v>,
    folder: FolderHead,
    form: Form<'v>,
    action: String,
    back: String,
    on_paper: String,
    missing: Vec<Item>,
}

fn template<'v>(
    visit: &'v Visit<'v>,
    folder: &Folder,
    (case, document): (&Case, &Document),
    form: Form<'v>,
) -> Result<LendPage<'v>, Failure> {
    let path = |page: &str| folder.path(&format!("/documents/{}{page}", document.id));
    Ok(LendPage {
        page: Page::of(visit),
        folder: folders::head(visit, folder, "negotiation")?,
        form,
        action: path("/lending"),
        back: path(""),
        on_paper: path("/signature"),
        missing: items(folder, &case.content(visit.today())),
    })
}

pub fn page(visit: &Visit) -> Answer {
    let folder = Folder::open(visit)?;
    let document = documents::one(&folder, visit.path("document")?)?;
    let case = Case::of(&folder)?;
    let mut form = Form::blank(visit, TITLE)?;
    prefill(&mut form, &document);
    Response::page(&template(visit, &folder, (&case, &document), form)?)
}

pub fn lend<'v>(visit: &'v Visit<'v>, pen: Pen<'v>) -> Answer {
    let folder = Folder::open(visit)?;
    let document = documents::one(&folder, visit.path("document")?)?;
    let case = Case::of(&folder)?;
    let mut form = Form::typed(visit, TITLE);
    let typed = conclude::read(&mut form, &folder, Some(visit.today()));
    if !kind::is_signed_on_screen(&document.kind) {
        return Err(Failure::refused("Tento text se na obrazovce nepodepisuje."));
    }
    if !documents::is_newest(&folder, document.id)? {
        form.problem("text", OLDER);
    }
    // The same rules as at the signature: what would refuse it then refuses the lending now.
    if conclude::weigh(visit, &folder, (&case, &document), (&mut form, &typed))?.is_none() {
        return Err(Response::form_again(&template(visit, &folder, (&case, &document), form)?));
    }
    let asked = asked(&document)?;
    let reasons = form.warnings().map(|warning| format!("reason_{}", warning.rule()));
    let names = KEPT.into_iter().map(str::to_owned).chain(reasons);
    let fields: Vec<_> = names.map(|name| (name.clone(), form.value(&name).to_owned())).collect();
    let signer_role = SignerRole::from_code(typed.signer_role).ok_or(Failure::Absent)?;
    let lending = Lending { asked: &asked, signer: &typed.signer, signer_role, fields: &fields };
    let address = folder.path(&format!("/documents/{}/on-screen", document.id));
    let mut change = pen.change(&folder)?;
    let id = signing::lend(visit, &mut change, &folder, (&address, &lending))?;
    change.commit(Entry::about(id, "zařízení předáno k podpisu na obrazovce").resting_on("R-051"));
    Ok(Response::see_other(address).forgetting())
}
