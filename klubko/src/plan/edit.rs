//! The plan as a whole: in what way it is planned and why, strengths, risks, by what the end is known
//! . A draft at any time.

use super::content::Content;
use super::must_run;
use super::store::{read, write};
use crate::folders::{self, FolderHead};
use crate::kernel::answer::{Answer, Response};
use crate::kernel::change::Pen;
use crate::kernel::code_list;
use crate::kernel::failure::Failure;
use crate::kernel::folder::Folder;
use crate::kernel::form::Form;
use crate::kernel::journal::Entry;
use crate::kernel::page::Page;
use crate::kernel::visit::Visit;
use askama::Template;

const TITLE: &str = "Individuální plán";

#[derive(Template)]
#[template(path = "plan/edit.html")]
struct Edit<'v> {
    page: Page<'v>,
    folder: FolderHead,
    form: Form<'v>,
    ways: Vec<(String, String)>,
    purpose: read::Purpose,
    action: String,
    back: String,
}

fn template<'v>(visit: &'v Visit<'v>, folder: &Folder, form: Form<'v>) -> Result<Edit<'v>, Failure> {
    Ok(Edit {
        page: Page::of(visit),
        folder: folders::head(visit, folder, "plan")?,
        form,
        ways: code_list::items(folder.db(), "planning_way", folder.today())?,
        purpose: read::purpose(folder)?,
        action: folder.path("/plan/edit"),
        back: folder.path("/plan"),
    })
}

pub fn page(visit: &Visit) -> Answer {
    let folder = Folder::open(visit)?;
    must_run(&folder)?;
    let mut form = Form::blank(visit, TITLE)?;
    match Content::now(&folder)?.head {
        Some(head) => {
            form.edits(head.version);
            form.last_written(Some(head.recorded_by), Some(head.recorded_at));
            form.prefill("planning_way", head.planning_way);
            form.prefill("way_reason", head.way_reason);
            form.prefill("strengths", head.strengths);
            form.prefill("risks", head.risks);
            form.prefill("exit_criteria", head.exit_criteria);
        }
        None => form.edits(0),
    }
    Response::page(&template(visit, &folder, form)?)
}

pub fn save<'v>(visit: &'v Visit<'v>, pen: Pen<'v>) -> Answer {
    let folder = Folder::open(visit)?;
    must_run(&folder)?;
    let content = Content::now(&folder)?;
    let mut form = Form::typed(visit, TITLE);
    let way = form.value("planning_way").to_owned();
    let ways = code_list::items(folder.db(), "planning_way", folder.today())?;
    if !way.is_empty() && ways.iter().all(|(code, _)| *code != way) {
        form.problem("planning_way", "Vyberte způsob plánování z nabídky");
    }
    let [why, strengths, risks, exit] =
        ["way_reason", "strengths", "risks", "exit_criteria"].map(|name| form.text(name));
    if !form.is_settled() {
        return Err(Response::form_again(&template(visit, &folder, form)?));
    }
    let mut change = pen.change(&folder)?;
    let new = write::NewHead {
        planning_way: &way,
        way_reason: &why,
        strengths: &strengths,
        risks: &risks,
        exit_criteria: &exit,
    };
    // Two people may begin a plan at the same time: the slower of them edited nothing (version 0).
    if content.head.is_some() && form.version() == 0 {
        return Err(Failure::Overtaken);
    }
    let stands = (content.head.as_ref(), form.version());
    let id = write::head(&mut change, (folder.id(), content.thread), stands, &new)?;
    change.commit(Entry::about(id, "individuální plán upraven").resting_on("R-017"));
    Ok(Response::see_other_saying(&folder.path("/plan"), "saved"))
}
