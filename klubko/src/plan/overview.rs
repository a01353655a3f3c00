//! „Plán a cíle“: the commission, the plan with its goals and steps, what was agreed and when it is looked at again,
//! needs without a goal, notes of planning without a paper, evaluations (R-015 … ).

use super::content::Content;
use super::differences::{self, Words};
use super::linked::Records;
use super::sources;
use super::store::{agreed, evaluations, notes, read};
use super::view::{self, GoalCard, StepLine};
use crate::agreement;
use crate::folders::{self, FolderHead};
use crate::kernel::answer::{Answer, Response};
use crate::kernel::code_list;
use crate::kernel::failure::Failure;
use crate::kernel::folder::Folder;
use crate::kernel::format_cs::{date, weekday_date};
use crate::kernel::messages_cs::InCzech;
use crate::kernel::page::Page;
use crate::kernel::reasons::{self, Kept};
use crate::kernel::visit::Visit;
use crate::{activity, negotiation};
use askama::Template;
use rules::access::{Act, Mask};
use rules::status::Status;

/// What was agreed, ready to print.
struct Standing {
    title: String,
    facts: Vec<(&'static str, String)>,
    reasons: Vec<String>,
    is_changed: bool,
}

struct EvaluationLine {
    href: String,
    title: String,
    about: String,
}

#[derive(Template)]
#[template(path = "plan/overview.html")]
struct Overview<'v> {
    page: Page<'v>,
    folder: FolderHead,
    commission: Option<(String, String)>,
    earlier: Vec<(String, String)>,
    head: Vec<(&'static str, String)>,
    standing: Option<Standing>,
    goals: Vec<GoalCard>,
    unlinked: Vec<(String, String)>,
    purpose: read::Purpose,
    plan_form: String,
    notes: Vec<(String, String, String, String)>,
    evaluations: Vec<EvaluationLine>,
    is_empty: bool,
    may_write: bool,
    may_agree: bool,
    may_evaluate: bool,
    may_print: bool,
    /// How the cooperation ended; empty while it runs.
    closed: String,
    path: String,
}

impl Overview<'_> {
    fn to(&self, page: &str) -> String {
        format!("{}{page}", self.path)
    }
}

#[derive(Template)]
#[template(path = "plan/mentor.html")]
struct Mentors<'v> {
    page: Page<'v>,
    folder: FolderHead,
    steps: Vec<StepLine>,
}

pub fn page(visit: &Visit) -> Answer {
    let folder = Folder::open(visit)?;
    if folder.mask() == Mask::Whole { whole(visit, &folder) } else { mentors(visit, &folder) }
}

/// A mentor reads the steps that name him and nothing of the goals (02-access).
fn mentors(visit: &Visit, folder: &Folder) -> Answer {
    let content = Content::now(folder)?;
    let viewer = folder.viewer()?;
    let his = content.open_goals().flat_map(|(_, one)| &one.steps).filter(|step| step.worker_id == Some(viewer));
    let steps = his.map(|step| view::line(step, String::new())).collect();
    Response::page(&Mentors { page: Page::of(visit), folder: folders::head(visit, folder, "plan")?, steps })
}

fn whole(visit: &Visit, folder: &Folder) -> Answer {
    let (content, facts) = (Content::now(folder)?, negotiation::facts(folder)?);
    let found_out = sources::found_out(folder, &facts)?;
    let ways = code_list::items(folder.db(), "planning_way", folder.day())?;
    let runs = activity::cooperation(folder)?.is_running() && !folder.is_past();
    let may = |act| runs && folder.may(act);
    let words = Words { ways: &ways, sources: &found_out };
    let unlinked = if content.is_empty() { Vec::new() } else { sources::without_goal(&found_out, &content.links()) };
    let step = |id| if may(Act::WritePlan) { folder.path(&format!("/plan/steps/{id}/state")) } else { String::new() };
    let (commission, earlier) = commissions(folder)?;
    let (plan_form, known) = (agreement::plan_form(folder)?, folders::known(folder)?);
    Response::page(&Overview {
        page: Page::of(visit),
        folder: folders::head_of(visit, folder, &known, "plan")?,
        commission,
        earlier,
        head: head(&content, &ways),
        standing: standing(folder, &content, &words)?,
        goals: view::cards(&content, (&found_out, Records::of(folder)?), step),
        unlinked: unlinked.into_iter().map(|one| (one.label.clone(), one.text.clone())).collect(),
        purpose: read::purpose(folder)?,
        plan_form: plan_form.map(|form| form.cs().into_owned()).unwrap_or_default(),
        notes: noted(folder, &content)?,
        evaluations: evaluated(folder)?,
        is_empty: content.is_empty(),
        may_write: may(Act::WritePlan),
        may_agree: may(Act::AgreePlan),
        may_evaluate: may(Act::Evaluate),
        may_print: folder.may(Act::PrintPlan) && !content.is_empty(),
        closed: if known.status == Status::Closed { folder.path("/closure") } else { String::new() },
        path: folder.path(""),
    })
}

type Said = (String, String);

/// The commission that holds, and those that ended with their reasons.
fn commissions(folder: &Folder) -> Result<(Option<Said>, Vec<Said>), Failure> {
    let all = negotiation::commissions(folder)?;
    let (now, earlier): (Vec<_>, Vec<_>) = all.into_iter().partition(|one| one.ended_on.is_none());
    let said = |one: &negotiation::Commission| (one.words.clone(), one.source());
    let ended = |one: &negotiation::Commission| (one.words.clone(), one.ended().unwrap_or_default());
    Ok((now.first().map(said), earlier.iter().map(ended).collect()))
}

fn head(content: &Content, ways: &[(String, String)]) -> Vec<(&'static str, String)> {
    let Some(head) = &content.head else { return Vec::new() };
    let way = code_list::labels(ways, &head.planning_way);
    let fields = [
        ("Způsob plánování", way),
        ("Proč právě tento", head.way_reason.clone()),
        ("Silné stránky", head.strengths.clone()),
        ("Rizika", head.risks.clone()),
        ("Podle čeho pomoc skončí", head.exit_criteria.clone()),
    ];
    fields.into_iter().filter(|(_, text)| !text.is_empty()).collect()
}

/// The newest version that was agreed, and whether the plan was changed since.
fn standing(folder: &Folder, content: &Content, words: &Words<'_>) -> Result<Option<Standing>, Failure> {
    let Some(last) = agreed::all(folder, content.thread)?.into_iter().next() else { return Ok(None) };
    let then = Content::at(folder, content.thread, last.recorded_at)?;
    let evaluation = evaluations::newest(folder, content.thread)?.filter(|one| one.begun_at > last.recorded_at);
    let review_on = evaluation.map_or(Some(last.review_on), |one| one.next_review_on);
    let review = review_on.map(weekday_date).unwrap_or_default();
    let facts = [
        ("Dohodnuto", format!("{}, {}", weekday_date(last.agreed_on), last.recorded_by)),
        ("Příští hodnocení", review),
        ("Účast klienta", format!("{}: {}", last.participation.cs(), last.participation_note)),
        ("Za klienta", last.representative.clone()),
        ("Jak bylo vysvětleno", last.explained.clone()),
        ("Důvod změny", last.change_reason.clone()),
    ];
    Ok(Some(Standing {
        title: format!("Individuální plán, verze {}", last.number),
        facts: facts.into_iter().filter(|(_, text)| !text.is_empty()).collect(),
        reasons: Kept::about(&reasons::kept(folder)?, last.id),
        is_changed: differences::is_changed(&then, content, words),
    }))
}

fn noted(folder: &Folder, content: &Content) -> Result<Vec<(String, String, String, String)>, Failure> {
    let said = |one: notes::Note| (weekday_date(one.noted_on), one.goal, one.note, one.recorded_by);
    Ok(notes::all(folder, content.thread)?.into_iter().map(said).collect())
}

fn evaluated(folder: &Folder) -> Result<Vec<EvaluationLine>, Failure> {
    let line = |one: evaluations::Evaluation| EvaluationLine {
        href: folder.path(&format!("/evaluations/{}", one.id)),
        title: format!("Hodnocení {}", date(one.evaluated_on)),
        about: format!("{} · {}", one.conclusion.cs(), one.recorded_by),
    };
    Ok(evaluations::all(folder)?.into_iter().map(line).collect())
}
