//! Ending the sharing of one item before its ground ends (D18).

use crate::crossing::{self, Rests, Sent};
use crate::folders::{self, FolderHead};
use crate::kernel::answer::{Answer, Response};
use crate::kernel::change::Pen;
use crate::kernel::failure::Failure;
use crate::kernel::folder::Folder;
use crate::kernel::form::Form;
use crate::kernel::id::ItemId;
use crate::kernel::journal::Entry;
use crate::kernel::page::Page;
use crate::kernel::visit::Visit;
use askama::Template;

const TITLE: &str = "Ukončení sdílení";

#[derive(Template)]
#[template(path = "sharing/stop.html")]
struct StopPage<'v> {
    page: Page<'v>,
    folder: FolderHead,
    form: Form<'v>,
    title: String,
    service: String,
    action: String,
    back: String,
}

fn asked_for(visit: &Visit, folder: &Folder) -> Result<Sent, Failure> {
    let id: ItemId = visit.path("shared")?;
    let one = crossing::sent(folder)?.into_iter().find(|one| one.id == id).ok_or(Failure::Absent)?;
    match one.rests(folder.as_of()) {
        Rests::InForce | Rests::OutsideTopics => Ok(one),
        _ => Err(Failure::refused("Tato informace už sdílená není.")),
    }
}

fn template<'v>(visit: &'v Visit<'v>, folder: &Folder, one: Sent, form: Form<'v>) -> Result<StopPage<'v>, Failure> {
    Ok(StopPage {
        page: Page::of(visit),
        folder: folders::head(visit, folder, "sharing")?,
        form,
        action: folder.path(&format!("/sharing/items/{}/stop", one.id)),
        title: one.title,
        service: one.to_service,
        back: folder.path("/sharing"),
    })
}

pub fn page(visit: &Visit) -> Answer {
    let folder = Folder::open(visit)?;
    let one = asked_for(visit, &folder)?;
    Response::page(&template(visit, &folder, one, Form::blank(visit, TITLE)?)?)
}

pub fn stop<'v>(visit: &'v Visit<'v>, pen: Pen<'v>) -> Answer {
    let folder = Folder::open(visit)?;
    let one = asked_for(visit, &folder)?;
    let mut form = Form::typed(visit, TITLE);
    let reason = form.required("reason", "Napište, proč sdílení končí");
    if !form.is_settled() {
        return Err(Response::form_again(&template(visit, &folder, one, form)?));
    }
    let mut change = pen.change(&folder)?;
    crossing::stop(&mut change, &folder, one.id, &reason)?;
    change.commit(Entry::about(one.id, "sdílení ukončeno").resting_on("R-087"));
    Ok(Response::see_other_saying(&folder.path("/sharing"), "saved"))
}
