//! Striking a document out: with a reason, and still there to be read.

use super::store::{self, Attachment};
use crate::folders::{self, FolderHead};
use crate::kernel::answer::{Answer, Response};
use crate::kernel::change::Pen;
use crate::kernel::failure::Failure;
use crate::kernel::folder::Folder;
use crate::kernel::form::Form;
use crate::kernel::format_cs::moment;
use crate::kernel::journal::Entry;
use crate::kernel::page::Page;
use crate::kernel::visit::Visit;
use askama::Template;
use rules::access::{Act, Tie};

const TITLE: &str = "Přeškrtnutí dokumentu";

#[derive(Template)]
#[template(path = "documents/strike.html")]
struct Strike<'v> {
    page: Page<'v>,
    folder: FolderHead,
    form: Form<'v>,
    what: String,
    back: String,
    action: String,
}

fn template<'v>(
    visit: &'v Visit<'v>,
    folder: &Folder,
    one: &Attachment,
    form: Form<'v>,
) -> Result<Strike<'v>, Failure> {
    Ok(Strike {
        page: Page::of(visit),
        folder: folders::head(visit, folder, "documents")?,
        form,
        what: format!("{}, {}, {}", one.title, moment(one.recorded_at), one.recorded_by),
        back: folder.path("/attachments"),
        action: folder.path(&format!("/attachments/{}/strike-out", one.id)),
    })
}

/// Whoever brought it, or whoever holds the thread; once.
pub(super) fn may_strike(folder: &Folder, one: &Attachment) -> Result<bool, Failure> {
    let holds = matches!(folder.tie(), Tie::KeyWorker | Tie::ServiceHead);
    let is_open = one.struck_reason.is_none() && !folder.is_past() && folder.may(Act::StrikeOutAttachment);
    Ok(is_open && (holds || folder.viewer()? == one.worker_id))
}

fn strikable(visit: &Visit, folder: &Folder) -> Result<Attachment, Failure> {
    let one = store::one(folder, visit.path("attachment")?)?;
    if may_strike(folder, &one)? {
        return Ok(one);
    }
    Err(Failure::refused(
        "Dokument může přeškrtnout ten, kdo ho přidal, klíčový pracovník nebo vedoucí služby, a jen jednou.",
    ))
}

pub fn page(visit: &Visit) -> Answer {
    let folder = Folder::open(visit)?;
    let one = strikable(visit, &folder)?;
    Response::page(&template(visit, &folder, &one, Form::blank(visit, TITLE)?)?)
}

pub fn save<'v>(visit: &'v Visit<'v>, pen: Pen<'v>) -> Answer {
    let folder = Folder::open(visit)?;
    let one = strikable(visit, &folder)?;
    let mut form = Form::typed(visit, TITLE);
    let reason = form.required("reason", "Napište, proč dokument přeškrtáváte");
    if !form.is_settled() {
        return Err(Response::form_again(&template(visit, &folder, &one, form)?));
    }
    let mut change = pen.change(&folder)?;
    store::strike_out(&mut change, folder.id(), one.id, &reason)?;
    change.commit(Entry::about(one.id, "dokument přeškrtnut").resting_on("R-141"));
    Ok(Response::see_other_saying(&folder.path("/attachments"), "attachment_struck_out"))
}
