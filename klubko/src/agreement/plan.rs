//! The decision how the course of the service is planned (R-054, D1): at once, within about six visits without a paper,
//! or in writing. Every decision stays readable; the newest one holds.

use super::planning;
use super::store::plans::{self, PlanDecision};
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
use rules::rule::Rule;
use rules::task::{NewTask, Origin, Post};
use rules::visits::{PlanForm, check_decision};

const TITLE: &str = "Rozhodnutí o plánu";
/// The wording of message 136.
const TASK: &str = "Vyhotovit písemný individuální plán, nebo zdůvodnit, proč není potřeba";

/// The newest decision, for the summary of the folder; none while nobody decided.
pub fn plan_form(folder: &Folder<'_>) -> Result<Option<PlanForm>, Failure> {
    Ok(plans::all(folder)?.first().map(|one| one.plan_form))
}

#[derive(Template)]
#[template(path = "agreement/plan.html")]
struct PlanPage<'v> {
    page: Page<'v>,
    folder: FolderHead,
    form: Form<'v>,
    action: String,
    back: String,
    history: Vec<(String, String, String)>,
    forms: Vec<(&'static str, String)>,
}

fn template<'v>(visit: &'v Visit<'v>, folder: &Folder, form: Form<'v>) -> Result<PlanPage<'v>, Failure> {
    use rules::coded::Coded;
    let said = |one: PlanDecision| {
        let long_term = if one.is_long_term { " Potřeba je dlouhodobá." } else { "" };
        let what = format!("{}{long_term}", one.plan_form.cs());
        (what, one.reason, format!("{}, {}", date(one.decided_on), one.recorded_by))
    };
    Ok(PlanPage {
        page: Page::of(visit),
        folder: folders::head(visit, folder, "negotiation")?,
        form,
        action: folder.path("/plan-decision"),
        back: folder.path("/agreement"),
        history: plans::all(folder)?.into_iter().map(said).collect(),
        forms: PlanForm::ALL.iter().map(|form| (form.code(), form.cs().into_owned())).collect(),
    })
}

pub fn page(visit: &Visit) -> Answer {
    let folder = Folder::open(visit)?;
    let mut form = Form::blank(visit, TITLE)?;
    form.prefill("day", date(visit.today()));
    Response::page(&template(visit, &folder, form)?)
}

pub fn decide<'v>(visit: &'v Visit<'v>, pen: Pen<'v>) -> Answer {
    let folder = Folder::open(visit)?;
    let mut form = Form::typed(visit, TITLE);
    let chosen: Option<PlanForm> = form.choice("plan_form", "Zvolte, jak se bude plánovat");
    let reason = form.text("reason");
    let is_long_term = form.ticked("is_long_term");
    let decided_on = form.past_date("day");
    if chosen.is_some_and(|plan| check_decision(plan, &reason).is_err()) {
        form.problem("reason", "Napište, proč stačí plánovat bez písemného plánu");
    }
    let (Some(plan), Some(decided_on), true) = (chosen, decided_on, form.is_settled()) else {
        return Err(Response::form_again(&template(visit, &folder, form)?));
    };
    let thread = folders::thread(&folder)?;
    let task_is_open = plans::task_is_open(&folder)?;
    let mut change = pen.change(&folder)?;
    let id = plans::insert(&mut change, (&folder, thread), (plan, is_long_term, &reason), decided_on)?;
    match plan {
        PlanForm::Written if !task_is_open => {
            let task = NewTask::for_post(Origin::Visit, Rule::R054, Post::KeyWorker, visit.today());
            tasks::create_for_folder(&mut change, (folder.service(), folder.id()), &task, TASK, id)?;
        }
        PlanForm::Written => {}
        PlanForm::UnwrittenImmediate | PlanForm::UnwrittenShortTerm => {
            tasks::settle(&mut change, folder.id(), Rule::R054, "zdůvodněno, proč písemný plán není potřeba")?;
            planning::watch_silence(&mut change, &folder, id, visit.today())?;
        }
    }
    tasks::settle(&mut change, folder.id(), Rule::R016, "rozhodnuto o formě plánu")?;
    if is_long_term {
        planning::ask_for_long_term_plan(&mut change, &folder, id, decided_on)?;
    }
    change.commit(Entry::about(id, "rozhodnuto o formě plánu").resting_on("R-054"));
    Ok(Response::see_other_saying(&folder.path("/agreement"), "plan"))
}
