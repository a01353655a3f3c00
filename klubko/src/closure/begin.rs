//! Somebody comes again after the end: a new thread with its own negotiation. What was before stays readable.

use crate::folders::{self, FolderHead};
use crate::kernel::answer::{Answer, Response};
use crate::kernel::change::Pen;
use crate::kernel::failure::Failure;
use crate::kernel::folder::Folder;
use crate::kernel::form::Form;
use crate::kernel::journal::Entry;
use crate::kernel::page::Page;
use crate::kernel::visit::Visit;
use crate::negotiation;
use askama::Template;

const TITLE: &str = "Nové jednání";

#[derive(Template)]
#[template(path = "closure/begin.html")]
struct BeginPage<'v> {
    page: Page<'v>,
    folder: FolderHead,
    form: Form<'v>,
    action: String,
    back: String,
}

fn template<'v>(visit: &'v Visit<'v>, folder: &Folder, form: Form<'v>) -> Result<BeginPage<'v>, Failure> {
    Ok(BeginPage {
        page: Page::of(visit),
        folder: folders::head(visit, folder, "negotiation")?,
        form,
        action: folder.path("/threads"),
        back: folder.path(""),
    })
}

/// While something goes on, there is nothing to begin.
fn must_be_closed(folder: &Folder) -> Result<(), Failure> {
    if folders::known(folder)?.status.is_closed() {
        return Ok(());
    }
    Err(Failure::refused("Jednání nebo spolupráce ještě běží. Nové jednání lze zahájit, až skončí."))
}

pub fn page(visit: &Visit) -> Answer {
    let folder = Folder::open(visit)?;
    must_be_closed(&folder)?;
    let form = Form::blank(visit, TITLE)?;
    Response::page(&template(visit, &folder, form)?)
}

pub fn begin<'v>(visit: &'v Visit<'v>, pen: Pen<'v>) -> Answer {
    let folder = Folder::open(visit)?;
    must_be_closed(&folder)?;
    let mut form = Form::typed(visit, TITLE);
    let request = form.required("request", "Napište, s čím člověk přichází");
    if !form.is_settled() {
        return Err(Response::form_again(&template(visit, &folder, form)?));
    }
    let mut change = pen.change(&folder)?;
    let thread = folders::begin_thread(&mut change, &folder)?;
    let id = negotiation::begin_again(&mut change, (&folder, thread), &request)?;
    change.commit(Entry::about(id, "zahájeno nové jednání").resting_on("R-003"));
    Ok(Response::see_other_saying(&folder.path("/negotiation"), "thread"))
}
