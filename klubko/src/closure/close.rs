//! „Ukončit spolupráci“: the reason, what becomes of what is open, what stays with the network, how long the folder is
//! kept. One deed, one transaction: after it the case is closed, or nothing of it happened.

use super::items::{self, Item};
use super::store::{self, NewClosure};
use super::typed::{self, Typed};
use crate::folders::{self, FolderHead};
use crate::kernel::answer::{Answer, Response};
use crate::kernel::change::{Change, Pen};
use crate::kernel::code_list;
use crate::kernel::failure::Failure;
use crate::kernel::folder::Folder;
use crate::kernel::form::Form;
use crate::kernel::format_cs::date;
use crate::kernel::id::{StatementId, ThreadId};
use crate::kernel::journal::Entry;
use crate::kernel::messages_cs::InCzech;
use crate::kernel::page::Page;
use crate::kernel::settings;
use crate::kernel::visit::Visit;
use crate::plan::{self, Evaluation};
use crate::{activity, negotiation, tasks};
use askama::Template;
use jiff::civil::Date;
use rules::closure::{self, Block, Closing, ClosureReason, retain_until};
use rules::coded::Coded;
use rules::evaluation::Conclusion;
use rules::rule::Rule;

const TITLE: &str = "Ukončení spolupráce";
/// Why the commission ended with the cooperation.
pub(super) const ENDED: &str = "spolupráce ukončena";
/// Tasks of planning, which end with it.
const PLANNING: [Rule; 5] = [Rule::R016, Rule::R018, Rule::R053, Rule::R054, Rule::R126];

/// The folder as the end finds it.
struct Case {
    thread: ThreadId,
    agreement_on: Option<Date>,
    evaluation: Option<Evaluation>,
    items: Vec<Item>,
    classes: Vec<(String, String)>,
    unlinked: Vec<String>,
    years: i64,
}

impl Case {
    /// A closed case is not closed again.
    fn of(folder: &Folder) -> Result<Self, Failure> {
        let cooperation = activity::cooperation(folder)?;
        if let Some(day) = cooperation.closed_on {
            return Err(Failure::refused(format!("Spolupráce už skončila {}. Podruhé ji ukončit nelze.", date(day))));
        }
        let thread = folders::thread(folder)?;
        let newest = plan::newest_evaluation(folder, thread)?;
        let settings = settings::of(folder.db(), folder.service(), folder.today())?;
        Ok(Self {
            thread,
            agreement_on: cooperation.agreement_on,
            evaluation: newest.filter(|one| one.conclusion == Conclusion::End),
            items: items::open(folder)?,
            classes: code_list::items(folder.db(), "retention_class", folder.today())?,
            unlinked: plan::unlinked_needs(folder, &negotiation::facts(folder)?)?,
            years: settings.retention_years,
        })
    }

    fn closing<'t>(&'t self, typed: &'t Typed, open_items: usize) -> Closing<'t> {
        Closing {
            agreement_on: self.agreement_on,
            reason: typed.reason,
            explanation: &typed.explanation,
            on: typed.on,
            ended_by_evaluation_on: self.evaluation.as_ref().map(|one| one.evaluated_on),
            open_items,
            has_retention_class: !typed.retention_class.is_empty(),
            unlinked: self.unlinked.clone(),
        }
    }
}

#[derive(Template)]
#[template(path = "closure/close.html")]
struct ClosePage<'v> {
    page: Page<'v>,
    folder: FolderHead,
    form: Form<'v>,
    evaluated: String,
    evaluate: String,
    reasons: Vec<(&'static str, String)>,
    items: Vec<Item>,
    classes: Vec<(String, String)>,
    kept: String,
    action: String,
    back: String,
}

fn template<'v>(visit: &'v Visit<'v>, folder: &Folder, case: Case, form: Form<'v>) -> Result<ClosePage<'v>, Failure> {
    let reason = |one: &ClosureReason| (one.code(), one.cs().into_owned());
    Ok(ClosePage {
        page: Page::of(visit),
        folder: folders::head(visit, folder, "plan")?,
        form,
        evaluated: case.evaluation.as_ref().map(|one| date(one.evaluated_on)).unwrap_or_default(),
        evaluate: folder.path("/evaluations/new"),
        reasons: ClosureReason::ALL.iter().map(reason).collect(),
        // Things beyond the rows of the form have no name there.
        items: case.items.into_iter().filter(|one| !one.name.is_empty()).collect(),
        classes: case.classes,
        kept: format!("Dnes ukončená složka se uchovává nejméně do {}", date(retain_until(visit.today(), case.years))),
        action: folder.path("/closures"),
        back: folder.path("/plan"),
    })
}

pub fn page(visit: &Visit) -> Answer {
    let folder = Folder::open(visit)?;
    let case = Case::of(&folder)?;
    let mut form = Form::blank(visit, TITLE)?;
    form.prefill("closed_on", date(visit.today()));
    form.prefill("retention_class", "standard");
    if case.evaluation.is_some() {
        form.prefill("reason", ClosureReason::Evaluated.code());
    }
    Response::page(&template(visit, &folder, case, form)?)
}

pub fn close<'v>(visit: &'v Visit<'v>, pen: Pen<'v>) -> Answer {
    let folder = Folder::open(visit)?;
    let case = Case::of(&folder)?;
    let mut form = Form::typed(visit, TITLE);
    let typed = typed::read(&mut form, &case.classes);
    let undecided = items::undecided(&form, &case.items);
    let found = closure::check(&case.closing(&typed, undecided), visit.today());
    for block in &found.blocks {
        if form.error(field(*block)).is_none() {
            form.problem(field(*block), block.cs());
        }
    }
    for warning in &found.warnings {
        form.warn(warning.rule(), warning.cs());
    }
    let until = typed::kept_until(&mut form, &typed, case.years);
    let whole = (typed.reason, typed.on, until);
    let ((Some(reason), Some(closed_on), Some(until)), true) = (whole, form.is_settled()) else {
        return Err(Response::form_again(&template(visit, &folder, case, form)?));
    };
    let mut change = pen.change(&folder)?;
    let id = write(&mut change, (&folder, &case), (&form, &typed), (reason, closed_on, until))?;
    form.keep_reasons(&mut change, Some(folder.id()), "case_closure", id)?;
    change.commit(Entry::about(id, "spolupráce ukončena").resting_on("R-018"));
    Ok(Response::see_other_saying(&folder.path("/closure"), "closed"))
}

/// Everything that the end brings about.
fn write(
    change: &mut Change,
    (folder, case): (&Folder, &Case),
    (form, typed): (&Form, &Typed),
    (reason, closed_on, retain_until): (ClosureReason, Date, Date),
) -> Result<StatementId, Failure> {
    items::settle(change, folder, form, &case.items)?;
    let evaluation = case.evaluation.as_ref().filter(|_| reason == ClosureReason::Evaluated).map(|one| one.id);
    let new = NewClosure {
        closed_on,
        reason,
        explanation: &typed.explanation,
        evaluation,
        left_in_network: &typed.left_in_network,
        explained: &typed.explained,
        retention_class: &typed.retention_class,
        retain_until,
    };
    let id = store::insert(change, (folder, case.thread), &new)?;
    for rule in PLANNING {
        tasks::settle(change, folder.id(), rule, ENDED)?;
    }
    negotiation::end_commission(change, (folder, case.thread), ENDED, closed_on)?;
    Ok(id)
}

/// The field that a block is about.
pub(super) fn field(block: Block) -> &'static str {
    match block {
        Block::NotAClient | Block::NoReason | Block::NoEvaluation => "reason",
        Block::NoExplanation => "explanation",
        Block::DateMissing | Block::InTheFuture => "closed_on",
        Block::BeforeTheAgreement | Block::BeforeTheEvaluation => "closed_on",
        Block::OpenItems { .. } => "items",
        Block::NoRetentionClass => "retention_class",
        Block::NoCorrectionReason => "correction_reason",
    }
}
