//! Correcting an evaluation: the next version with its reason, the earlier one stays readable. The conclusion is a deed
//! that others followed from; it is not corrected but followed by another evaluation.

use super::agree::set_review;
use super::evaluate::ALL_MET;
use super::linked::Records;
use super::outcomes::{GOALS, Names, Row, field};
use super::store::evaluations::{self, Evaluation, GoalOutcome, NewEvaluation, Span};
use crate::folders::{self, FolderHead};
use crate::kernel::answer::{Answer, Response};
use crate::kernel::change::{Change, Pen};
use crate::kernel::failure::Failure;
use crate::kernel::folder::Folder;
use crate::kernel::form::Form;
use crate::kernel::format_cs::{date, weekday_date};
use crate::kernel::journal::Entry;
use crate::kernel::messages_cs::InCzech;
use crate::kernel::page::Page;
use crate::kernel::visit::Visit;
use crate::{activity, tasks};
use askama::Template;
use jiff::civil::Date;
use rules::coded::Coded;
use rules::evaluation::{self, Conclusion, GoalResult, ending_task, is_all_met};
use rules::moment::date_typed::Leaning;
use rules::rule::Rule;
use rules::task::Origin;

const TITLE: &str = "Oprava hodnocení";

#[derive(Template)]
#[template(path = "plan/correct.html")]
struct CorrectPage<'v> {
    page: Page<'v>,
    folder: FolderHead,
    form: Form<'v>,
    title: String,
    rows: Vec<Row>,
    results: Vec<(String, String)>,
    conclusion: String,
    goes_on: bool,
    action: String,
    back: String,
}

/// What is corrected.
struct Case {
    stands: Evaluation,
    outcomes: Vec<GoalOutcome>,
    span: Span,
}

impl Case {
    fn of(visit: &Visit, folder: &Folder) -> Result<Self, Failure> {
        let stands = super::evaluated::find(folder, visit.path("evaluation")?)?;
        let (outcomes, span) = (evaluations::results(folder, &stands)?, evaluations::span(folder, stands.thread)?);
        Ok(Self { stands, outcomes, span })
    }

    fn goals(&self) -> impl Iterator<Item = (&GoalOutcome, &'static Names)> {
        self.outcomes.iter().zip(GOALS.iter())
    }

    fn goes_on(&self) -> bool {
        self.stands.conclusion != Conclusion::End
    }
}

fn template<'v>(
    visit: &'v Visit<'v>,
    folder: &Folder,
    case: &Case,
    form: Form<'v>,
) -> Result<CorrectPage<'v>, Failure> {
    let mut records = Records::of(folder)?;
    let row = |(one, names): (&GoalOutcome, &'static Names)| Row {
        heading: one.goal.clone(),
        indicator: one.success_indicator.clone(),
        names,
        records: records.take(one.goal_id),
    };
    let path = folder.path(&format!("/evaluations/{}", case.stands.id));
    Ok(CorrectPage {
        page: Page::of(visit),
        folder: folders::head(visit, folder, "plan")?,
        form,
        title: format!("Hodnocení {}", weekday_date(case.stands.evaluated_on)),
        rows: case.goals().map(row).collect(),
        results: GoalResult::ALL.iter().map(|one| (one.code().to_owned(), one.cs().into_owned())).collect(),
        conclusion: case.stands.conclusion.cs().into_owned(),
        goes_on: case.goes_on(),
        action: format!("{path}/edit"),
        back: path,
    })
}

pub fn page(visit: &Visit) -> Answer {
    let folder = Folder::open(visit)?;
    let case = Case::of(visit, &folder)?;
    let stands = &case.stands;
    let mut form = Form::blank(visit, TITLE)?;
    form.edits(stands.version);
    form.last_written(Some(stands.recorded_by_id), Some(stands.recorded_at));
    form.prefill("evaluated_on", date(stands.evaluated_on));
    form.prefill("participants", stands.participants.clone());
    form.prefill("explained", stands.explained.clone());
    for (one, names) in case.goals() {
        form.prefill(names.result, one.result.code());
        form.prefill(names.note, one.note.clone());
    }
    form.prefill("clients_view", stands.clients_view.clone());
    form.prefill("workers_view", stands.workers_view.clone());
    form.prefill("next_review_on", stands.next_review_on.map(date).unwrap_or_default());
    Response::page(&template(visit, &folder, &case, form)?)
}

/// What was typed.
struct Typed {
    on: Option<Date>,
    participants: String,
    explained: String,
    results: Vec<(Option<GoalResult>, String)>,
    clients_view: String,
    workers_view: String,
    next_review_on: Option<Date>,
    reason: String,
}

fn read(form: &mut Form<'_>, case: &Case) -> Typed {
    let result = |(_, names): (&GoalOutcome, &'static Names)| {
        (GoalResult::from_code(form.value(names.result)), form.text(names.note))
    };
    let results = case.goals().map(result).collect();
    let [participants, explained, clients_view, workers_view, reason] =
        ["participants", "explained", "clients_view", "workers_view", "correction_reason"].map(|name| form.text(name));
    Typed {
        on: form.date_or_none("evaluated_on", Leaning::Past),
        participants,
        explained,
        results,
        clients_view,
        workers_view,
        next_review_on: if case.goes_on() { form.date_or_none("next_review_on", Leaning::Future) } else { None },
        reason,
    }
}

impl Typed {
    fn evaluation<'t>(&'t self, case: &Case) -> evaluation::Evaluation<'t> {
        evaluation::Evaluation {
            on: self.on,
            began_on: case.span.began_on,
            participants: &self.participants,
            results: self.results.iter().map(|(result, _)| *result).collect(),
            clients_view: &self.clients_view,
            workers_view: &self.workers_view,
            conclusion: Some(case.stands.conclusion),
            next_review_on: self.next_review_on,
            ..evaluation::Evaluation::default()
        }
    }
}

/// Writes the next version; whoever was slower compares the two by fields.
pub fn save<'v>(visit: &'v Visit<'v>, pen: Pen<'v>) -> Answer {
    let folder = Folder::open(visit)?;
    let case = Case::of(visit, &folder)?;
    let mut form = Form::typed(visit, TITLE);
    let typed = read(&mut form, &case);
    let found =
        evaluation::check_correction(&typed.evaluation(&case), case.span.closed_on, &typed.reason, visit.today());
    for block in &found.blocks {
        if form.error(field(*block)).is_none() {
            form.problem(field(*block), block.cs());
        }
    }
    let (Some(on), true) = (typed.on, form.is_settled()) else {
        return Err(Response::form_again(&template(visit, &folder, &case, form)?));
    };
    let mut change = pen.change(&folder)?;
    let version = write(&mut change, (&folder, &case), &typed, (on, form.version()))?;
    follow(&mut change, (&folder, &case), &typed, on)?;
    let id = case.stands.id;
    change.commit(Entry::about(id, format!("hodnocení opraveno, {version}. znění")).resting_on("R-018"));
    Ok(Response::see_other_saying(&folder.path(&format!("/evaluations/{id}")), "corrected"))
}

fn write(
    change: &mut Change,
    (folder, case): (&Folder, &Case),
    typed: &Typed,
    (on, read): (Date, i64),
) -> Result<i64, Failure> {
    let new = NewEvaluation {
        evaluated_on: on,
        participants: &typed.participants,
        explained: &typed.explained,
        clients_view: &typed.clients_view,
        workers_view: &typed.workers_view,
        conclusion: case.stands.conclusion,
        next_review_on: typed.next_review_on,
        commission: case.stands.commission_id,
    };
    let version = evaluations::correct(change, folder, (&case.stands, read), (&new, &typed.reason))?;
    for (one, (result, note)) in case.outcomes.iter().zip(&typed.results) {
        if let Some(result) = result {
            evaluations::insert_result(change, folder, (case.stands.id, version, one.goal_id), (*result, note))?;
        }
    }
    Ok(version)
}

/// What is due follows the newest evaluation while the cooperation goes on: the next look, and whether to end.
fn follow(change: &mut Change, (folder, case): (&Folder, &Case), typed: &Typed, on: Date) -> Result<(), Failure> {
    let stands = &case.stands;
    let newest = evaluations::newest(folder, folders::thread(folder)?)?;
    let is_newest = newest.is_some_and(|one| one.id == stands.id);
    if !is_newest || !activity::cooperation(folder)?.is_running() {
        return Ok(());
    }
    if let Some(next) = typed.next_review_on.filter(|_| typed.next_review_on != stands.next_review_on) {
        set_review(change, folder, stands.id, next)?;
    }
    let before: Vec<_> = case.outcomes.iter().map(|one| Some(one.result)).collect();
    let now: Vec<_> = typed.results.iter().map(|(result, _)| *result).collect();
    match (stands.conclusion, is_all_met(&before), is_all_met(&now)) {
        (Conclusion::Continue, false, true) => {
            let place = (folder.service(), folder.id());
            tasks::create_for_folder(change, place, &ending_task(on), ALL_MET, stands.id).map(drop)
        }
        (Conclusion::Continue, true, false) => {
            tasks::settle_from(change, folder.id(), (Rule::R126, Origin::Evaluation), "hodnocení bylo opraveno")
        }
        (Conclusion::Continue | Conclusion::NewCommission | Conclusion::End, _, _) => Ok(()),
    }
}
