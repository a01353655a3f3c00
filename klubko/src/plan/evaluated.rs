//! One evaluation as it was written.

use super::store::evaluations::{self, Evaluation, GoalOutcome};
use crate::folders::{self, FolderHead};
use crate::kernel::answer::{Answer, Response};
use crate::kernel::failure::Failure;
use crate::kernel::folder::Folder;
use crate::kernel::format_cs::{weekday_date, written};
use crate::kernel::id::StatementId;
use crate::kernel::messages_cs::InCzech;
use crate::kernel::page::Page;
use crate::kernel::reasons::{self, Kept};
use crate::kernel::visit::Visit;
use askama::Template;
use rules::access::Act;
use rules::evaluation::GoalResult;

struct Outcome {
    goal: String,
    indicator: String,
    kind: &'static str,
    result: String,
    note: String,
}

/// How an evaluation stood before it was corrected.
struct Earlier {
    heading: String,
    facts: Vec<(&'static str, String)>,
    outcomes: Vec<Outcome>,
}

#[derive(Template)]
#[template(path = "plan/evaluated.html")]
struct Evaluated<'v> {
    page: Page<'v>,
    folder: FolderHead,
    title: String,
    facts: Vec<(&'static str, String)>,
    commission: String,
    outcomes: Vec<Outcome>,
    reasons: Vec<String>,
    written: String,
    earlier: Vec<Earlier>,
    print: String,
    edit: String,
    plain: String,
    back: String,
}

/// One evaluation of the folder.
pub(super) fn find(folder: &Folder, id: StatementId) -> Result<Evaluation, Failure> {
    evaluations::all(folder)?.into_iter().find(|one| one.id == id).ok_or(Failure::Absent)
}

/// What an evaluation says beside the goals.
pub(super) fn facts(one: &Evaluation) -> Vec<(&'static str, String)> {
    let facts = [
        ("Kdy", weekday_date(one.evaluated_on)),
        ("Kdo u něj byl", one.participants.clone()),
        ("Jak jsme spolu mluvili", one.explained.clone()),
        ("Jak spolupráci vidí klient", one.clients_view.clone()),
        ("Jak ji vidí pracovník", one.workers_view.clone()),
        ("Závěr", one.conclusion.cs().into_owned()),
        ("Příští hodnocení", one.next_review_on.map(weekday_date).unwrap_or_default()),
    ];
    facts.into_iter().filter(|(_, text)| !text.is_empty()).collect()
}

/// Who wrote the version shown, when, and why it was corrected.
pub(super) fn author(one: &Evaluation) -> String {
    written(one.version, (&one.recorded_by, one.recorded_at), &one.correction_reason)
}

fn earlier(folder: &Folder, one: &Evaluation) -> Result<Vec<Earlier>, Failure> {
    if one.version == 1 {
        return Ok(Vec::new());
    }
    let all = evaluations::versions(folder, one.id)?;
    let before = all.iter().filter(|version| version.version < one.version);
    let told = |version: &Evaluation| -> Result<Earlier, Failure> {
        let outcomes = evaluations::results(folder, version)?.into_iter().map(outcome).collect();
        Ok(Earlier { heading: author(version), facts: facts(version), outcomes })
    };
    before.map(told).collect()
}

pub fn page(visit: &Visit) -> Answer {
    let folder = Folder::open(visit)?;
    let one = find(&folder, visit.path("evaluation")?)?;
    let path = |may: bool, page: &str| {
        if may { folder.path(&format!("/evaluations/{}{page}", one.id)) } else { String::new() }
    };
    Response::page(&Evaluated {
        page: Page::of(visit),
        folder: folders::head(visit, &folder, "plan")?,
        title: format!("Hodnocení spolupráce {}", weekday_date(one.evaluated_on)),
        facts: facts(&one),
        commission: one.commission.clone().unwrap_or_default(),
        outcomes: evaluations::results(&folder, &one)?.into_iter().map(outcome).collect(),
        reasons: Kept::about(&reasons::kept(&folder)?, one.id),
        written: author(&one),
        earlier: earlier(&folder, &one)?,
        print: path(folder.may(Act::PrintPlan), "/evaluation.pdf"),
        plain: path(folder.may(Act::PrintPlan), "/plain.pdf"),
        edit: path(folder.may(Act::Evaluate), "/edit"),
        back: folder.path("/plan"),
    })
}

fn outcome(one: GoalOutcome) -> Outcome {
    let kind = match one.result {
        GoalResult::Met => "ok",
        GoalResult::Running => "info",
        GoalResult::Partly | GoalResult::Unmet => "",
    };
    let result = one.result.cs().into_owned();
    Outcome { goal: one.goal, indicator: one.success_indicator, kind, result, note: one.note }
}
