//! A goal is given up before it is evaluated: why, and from which day. It stays readable with its reason.

use super::content::Content;
use super::must_run;
use super::store::write::{self, NewGoal};
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

const TITLE: &str = "Ukončení cíle";

#[derive(Template)]
#[template(path = "plan/ended.html")]
struct EndPage<'v> {
    page: Page<'v>,
    folder: FolderHead,
    form: Form<'v>,
    goal: String,
    action: String,
    back: String,
}

fn template<'v>(
    visit: &'v Visit<'v>,
    folder: &Folder,
    goal: &super::store::read::Goal,
    form: Form<'v>,
) -> Result<EndPage<'v>, Failure> {
    Ok(EndPage {
        page: Page::of(visit),
        folder: folders::head(visit, folder, "plan")?,
        form,
        goal: goal.goal.clone(),
        action: folder.path(&format!("/plan/goals/{}/end", goal.id)),
        back: folder.path("/plan"),
    })
}

pub fn page(visit: &Visit) -> Answer {
    let folder = Folder::open(visit)?;
    must_run(&folder)?;
    let content = Content::now(&folder)?;
    let (_, one) = content.goal(visit.path("goal")?)?;
    let mut form = Form::blank(visit, TITLE)?;
    form.edits(one.goal.version);
    form.last_written(Some(one.goal.recorded_by), Some(one.goal.recorded_at));
    form.prefill("ended_on", date(visit.today()));
    Response::page(&template(visit, &folder, &one.goal, form)?)
}

pub fn end<'v>(visit: &'v Visit<'v>, pen: Pen<'v>) -> Answer {
    let folder = Folder::open(visit)?;
    must_run(&folder)?;
    let content = Content::now(&folder)?;
    let (_, one) = content.goal(visit.path("goal")?)?;
    let mut form = Form::typed(visit, TITLE);
    let why = form.required("end_reason", "Napište, proč se cíl ukončuje");
    let ended_on = form.past_date("ended_on");
    if !form.is_settled() {
        return Err(Response::form_again(&template(visit, &folder, &one.goal, form)?));
    }
    let mut change = pen.change(&folder)?;
    let new = NewGoal { ended_on, end_reason: &why, ..NewGoal::of(&one.goal) };
    let edited = Some((one.goal.id, form.version()));
    let id = write::goal(&mut change, (folder.id(), content.thread), edited, &new)?;
    change.commit(Entry::about(id, "cíl plánu ukončen").resting_on("R-143"));
    Ok(Response::see_other_saying(&folder.path("/plan"), "goal_ended"))
}
