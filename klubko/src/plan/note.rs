//! What was agreed where no paper is made of it: the goal and the note, with their day (R-054; § 88 f asks for both).

use super::store::notes;
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

const TITLE: &str = "Poznámka k plánování";

#[derive(Template)]
#[template(path = "plan/note.html")]
struct NotePage<'v> {
    page: Page<'v>,
    folder: FolderHead,
    form: Form<'v>,
    action: String,
    back: String,
}

fn template<'v>(visit: &'v Visit<'v>, folder: &Folder, form: Form<'v>) -> Result<NotePage<'v>, Failure> {
    Ok(NotePage {
        page: Page::of(visit),
        folder: folders::head(visit, folder, "plan")?,
        form,
        action: folder.path("/plan/notes"),
        back: folder.path("/plan"),
    })
}

pub fn page(visit: &Visit) -> Answer {
    let folder = Folder::open(visit)?;
    let mut form = Form::blank(visit, TITLE)?;
    form.prefill("noted_on", date(visit.today()));
    Response::page(&template(visit, &folder, form)?)
}

pub fn save<'v>(visit: &'v Visit<'v>, pen: Pen<'v>) -> Answer {
    let folder = Folder::open(visit)?;
    let mut form = Form::typed(visit, TITLE);
    let goal = form.required("goal", "Napište, k čemu směřujete");
    let note = form.required("note", "Napište, na čem jste se dohodli nebo jak se to daří");
    let noted_on = form.past_date("noted_on");
    let (Some(noted_on), true) = (noted_on, form.is_settled()) else {
        return Err(Response::form_again(&template(visit, &folder, form)?));
    };
    let thread = folders::thread(&folder)?;
    let mut change = pen.change(&folder)?;
    let id = notes::insert(&mut change, (&folder, thread), (&goal, &note), noted_on)?;
    change.commit(Entry::about(id, "poznámka k plánování").resting_on("R-054"));
    Ok(Response::see_other_saying(&folder.path("/plan"), "saved"))
}
