//! A goal of a meeting is evaluated at its horizon: what came of it, by its sign.

use super::super::store::folder::{self as rows, Goal};
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
use crate::tasks;
use askama::Template;
use rules::coded::Coded;
use rules::meeting::GoalResult;
use rules::rule::Rule;
use uuid::Uuid;

const TITLE: &str = "Vyhodnotit cíl";

#[derive(Template)]
#[template(path = "meeting/evaluate.html")]
struct Evaluate<'v> {
    page: Page<'v>,
    folder: FolderHead,
    form: Form<'v>,
    goal: String,
    about: String,
    results: Vec<(&'static str, String)>,
    action: String,
    back: String,
}

/// A goal of an output that this folder may read, and that nobody has evaluated.
fn waiting<'v>(visit: &'v Visit<'v>) -> Result<(Folder<'v>, Goal), Failure> {
    let folder = Folder::open(visit)?;
    let id: Uuid = visit.path("goal")?;
    let goal = rows::goals(&folder)?.into_iter().find(|one| one.id == id).ok_or(Failure::Absent)?;
    let outputs = rows::outputs(&folder)?;
    if outputs.iter().all(|one| one.id != goal.output_id) {
        return Err(Failure::Absent);
    }
    if goal.result.is_some() {
        return Err(Failure::refused("Cíl už je vyhodnocený."));
    }
    Ok((folder, goal))
}

fn template<'v>(
    visit: &'v Visit<'v>,
    (folder, goal): (&Folder<'_>, &Goal),
    form: Form<'v>,
) -> Result<Evaluate<'v>, Failure> {
    Ok(Evaluate {
        page: Page::of(visit),
        folder: folders::head(visit, folder, "team")?,
        form,
        goal: goal.goal.clone(),
        about: format!("Splnění poznáme podle: {}, do {}.", goal.success_indicator, date(goal.horizon_on)),
        results: GoalResult::ALL.iter().map(|result| (result.code(), result.cs().into_owned())).collect(),
        action: folder.path(&format!("/meetings/goals/{}", goal.id)),
        back: folder.path("/meetings"),
    })
}

pub fn page(visit: &Visit) -> Answer {
    let (folder, goal) = waiting(visit)?;
    let mut form = Form::blank(visit, TITLE)?;
    form.prefill("day", date(visit.today()));
    Response::page(&template(visit, (&folder, &goal), form)?)
}

pub fn evaluate<'v>(visit: &'v Visit<'v>, pen: Pen<'v>) -> Answer {
    let (folder, goal) = waiting(visit)?;
    let mut form = Form::typed(visit, TITLE);
    let result: Option<GoalResult> = form.choice("result", "Zvolte, jak cíl dopadl");
    let note = form.required("note", "Napište, podle čeho to víte");
    let day = form.past_date("day");
    let (Some(result), Some(day), true) = (result, day, form.is_settled()) else {
        return Err(Response::form_again(&template(visit, (&folder, &goal), form)?));
    };
    let mut change = pen.change(&folder)?;
    rows::evaluate(&mut change, &folder, goal.id, (result, &note, day))?;
    tasks::settle_of(&mut change, folder.id(), (Rule::R079, goal.id), "cíl z porady je vyhodnocen")?;
    change.commit(Entry::about(goal.id, "cíl z porady vyhodnocen").resting_on("R-079"));
    Ok(Response::see_other_saying(&folder.path("/meetings"), "saved"))
}
