//! The evaluation of the cooperation: what each goal came to, both views, and the conclusion. A new commission is
//! entered on the same form; the same deed ends the old one and opens the new one.

use super::agree::set_review;
use super::content::{Content, Planned};
use super::linked::Records;
use super::outcomes::{GOALS, Names, Row, field};
use super::store::evaluations::{self, NewEvaluation};
use super::{must_run, unlinked_needs};
use crate::folders::{self, FolderHead};
use crate::kernel::answer::{Answer, Response};
use crate::kernel::change::{Change, Pen};
use crate::kernel::failure::Failure;
use crate::kernel::folder::Folder;
use crate::kernel::form::Form;
use crate::kernel::format_cs::date;
use crate::kernel::id::StatementId;
use crate::kernel::journal::Entry;
use crate::kernel::messages_cs::InCzech;
use crate::kernel::page::Page;
use crate::kernel::settings;
use crate::kernel::visit::Visit;
use crate::{negotiation, tasks};
use askama::Template;
use jiff::civil::Date;
use rules::coded::Coded;
use rules::evaluation::{self, Conclusion, Evaluation, GoalResult, ending_task, is_all_met};
use rules::moment::date_typed::Leaning;
use rules::plan::review_on;
use rules::rule::Rule;

const TITLE: &str = "Hodnocení spolupráce";
const END: &str = "Zapsat ukončení spolupráce";
pub(super) const ALL_MET: &str = "Všechny cíle jsou splněné: zvážit s klientem ukončení spolupráce";

#[derive(Template)]
#[template(path = "plan/evaluate.html")]
struct EvaluatePage<'v> {
    page: Page<'v>,
    folder: FolderHead,
    form: Form<'v>,
    commission: String,
    rows: Vec<Row>,
    results: Vec<(String, String)>,
    conclusions: Vec<(&'static str, String)>,
    unlinked: String,
    action: String,
    back: String,
}

/// What is evaluated.
struct Case {
    content: Content,
    commission: String,
    unlinked: Vec<String>,
    began_on: Date,
}

impl Case {
    fn of(folder: &Folder) -> Result<Self, Failure> {
        let (began_on, facts) = (must_run(folder)?, negotiation::facts(folder)?);
        let unlinked = unlinked_needs(folder, &facts)?;
        Ok(Self { content: Content::now(folder)?, commission: facts.commission_words, unlinked, began_on })
    }

    /// The open goals with the names of their fields; the form has room for twenty of them.
    fn goals(&self) -> impl Iterator<Item = ((usize, &Planned), &'static Names)> {
        self.content.open_goals().zip(GOALS.iter())
    }
}

fn template<'v>(
    visit: &'v Visit<'v>,
    folder: &Folder,
    case: &Case,
    form: Form<'v>,
) -> Result<EvaluatePage<'v>, Failure> {
    let mut records = Records::of(folder)?;
    let row = |((number, one), names): ((usize, &Planned), &'static Names)| Row {
        heading: format!("Cíl\u{a0}{number}: {}", one.goal.goal),
        indicator: one.goal.success_indicator.clone(),
        names,
        records: records.take(one.goal.id),
    };
    Ok(EvaluatePage {
        page: Page::of(visit),
        folder: folders::head(visit, folder, "plan")?,
        form,
        commission: case.commission.clone(),
        rows: case.goals().map(row).collect(),
        results: GoalResult::ALL.iter().map(|one| (one.code().to_owned(), one.cs().into_owned())).collect(),
        conclusions: Conclusion::ALL.iter().map(|one| (one.code(), one.cs().into_owned())).collect(),
        unlinked: case.unlinked.join(", "),
        action: folder.path("/evaluations"),
        back: folder.path("/plan"),
    })
}

pub fn page(visit: &Visit) -> Answer {
    let folder = Folder::open(visit)?;
    let case = Case::of(&folder)?;
    let months = settings::of(folder.db(), folder.service(), visit.today())?.review_months;
    let mut form = Form::blank(visit, TITLE)?;
    form.prefill("evaluated_on", date(visit.today()));
    form.prefill("participants", format!("{}, {}", folder.name(), visit.viewer()?.name()));
    form.prefill("next_review_on", date(review_on(visit.today(), months)));
    Response::page(&template(visit, &folder, &case, form)?)
}

/// What was typed.
struct Typed {
    on: Option<Date>,
    participants: String,
    explained: String,
    results: Vec<(StatementId, Option<GoalResult>, String)>,
    clients_view: String,
    workers_view: String,
    conclusion: Option<Conclusion>,
    new_commission: String,
    why_changed: String,
    next_review_on: Option<Date>,
}

fn read(form: &mut Form<'_>, case: &Case) -> Typed {
    let conclusion = Conclusion::from_code(form.value("conclusion"));
    let goes_on = conclusion.is_some_and(|one| one != Conclusion::End);
    let results = case
        .goals()
        .map(|((_, one), names)| (one.goal.id, GoalResult::from_code(form.value(names.result)), form.text(names.note)));
    let results = results.collect();
    let [participants, explained, clients_view, workers_view, new_commission, why_changed] =
        ["participants", "explained", "clients_view", "workers_view", "new_commission", "why_changed"]
            .map(|name| form.text(name));
    Typed {
        on: form.date_or_none("evaluated_on", Leaning::Past),
        participants,
        explained,
        results,
        clients_view,
        workers_view,
        conclusion,
        new_commission,
        why_changed,
        next_review_on: if goes_on { form.date_or_none("next_review_on", Leaning::Future) } else { None },
    }
}

impl Typed {
    fn evaluation<'t>(&'t self, case: &'t Case) -> Evaluation<'t> {
        Evaluation {
            on: self.on,
            began_on: Some(case.began_on),
            participants: &self.participants,
            results: self.results.iter().map(|(_, result, _)| *result).collect(),
            clients_view: &self.clients_view,
            workers_view: &self.workers_view,
            conclusion: self.conclusion,
            new_commission: &self.new_commission,
            why_changed: &self.why_changed,
            next_review_on: self.next_review_on,
            unlinked: case.unlinked.clone(),
        }
    }
}

pub fn evaluate<'v>(visit: &'v Visit<'v>, pen: Pen<'v>) -> Answer {
    let folder = Folder::open(visit)?;
    let case = Case::of(&folder)?;
    let mut form = Form::typed(visit, TITLE);
    let typed = read(&mut form, &case);
    let found = evaluation::check(&typed.evaluation(&case), visit.today());
    for block in &found.blocks {
        if form.error(field(*block)).is_none() {
            form.problem(field(*block), block.cs());
        }
    }
    for warning in &found.warnings {
        form.warn(warning.rule(), warning.cs());
    }
    let (Some(on), Some(conclusion), true) = (typed.on, typed.conclusion, form.is_settled()) else {
        return Err(Response::form_again(&template(visit, &folder, &case, form)?));
    };
    let mut change = pen.change(&folder)?;
    let id = write(&mut change, (&folder, &case), &typed, (on, conclusion))?;
    form.keep_reasons(&mut change, Some(folder.id()), "evaluation", id)?;
    change.commit(Entry::about(id, "spolupráce vyhodnocena").resting_on("R-018"));
    Ok(match conclusion {
        Conclusion::End if folder.may(rules::access::Act::CloseCase) => {
            Response::see_other_saying(&folder.path("/closure/new"), "evaluated")
        }
        Conclusion::NewCommission => Response::see_other_saying(&folder.path("/plan"), "renewed"),
        Conclusion::End | Conclusion::Continue => Response::see_other_saying(&folder.path("/plan"), "evaluated"),
    })
}

/// The evaluation, what came of the goals, and what follows from the conclusion, all in one change.
fn write(
    change: &mut Change,
    (folder, case): (&Folder, &Case),
    typed: &Typed,
    (on, conclusion): (Date, Conclusion),
) -> Result<StatementId, Failure> {
    let thread = case.content.thread;
    let renews = conclusion == Conclusion::NewCommission;
    let words = (typed.new_commission.as_str(), typed.why_changed.as_str());
    let commission =
        if renews { Some(negotiation::renew_commission(change, (folder, thread), words, on)?) } else { None };
    let new = NewEvaluation {
        evaluated_on: on,
        participants: &typed.participants,
        explained: &typed.explained,
        clients_view: &typed.clients_view,
        workers_view: &typed.workers_view,
        conclusion,
        next_review_on: typed.next_review_on,
        commission,
    };
    let id = evaluations::insert(change, (folder, thread), &new)?;
    for (goal, result, note) in &typed.results {
        if let Some(result) = result {
            evaluations::insert_result(change, folder, (id, 1, *goal), (*result, note))?;
        }
    }
    follow(change, folder, id, (typed, on, conclusion))?;
    Ok(id)
}

/// The next look at the plan (D21), or the end of it; a plan with every goal met asks whether to end.
fn follow(
    change: &mut Change,
    folder: &Folder,
    id: StatementId,
    (typed, on, conclusion): (&Typed, Date, Conclusion),
) -> Result<(), Failure> {
    let place = (folder.service(), folder.id());
    let results: Vec<_> = typed.results.iter().map(|(_, result, _)| *result).collect();
    match (conclusion, typed.next_review_on) {
        (Conclusion::End, _) => {
            tasks::settle(change, folder.id(), Rule::R018, "vyhodnoceno, spolupráce končí")?;
            tasks::settle(change, folder.id(), Rule::R126, "vyhodnoceno, spolupráce končí")?;
            tasks::create_for_folder(change, place, &ending_task(on), END, id)?;
        }
        (Conclusion::NewCommission | Conclusion::Continue, next) => {
            if let Some(next) = next {
                set_review(change, folder, id, next)?;
            }
            if conclusion == Conclusion::Continue && is_all_met(&results) {
                tasks::create_for_folder(change, place, &ending_task(on), ALL_MET, id)?;
            }
        }
    }
    Ok(())
}
