//! „Plán je dohodnut“: the one deed that is checked. What stands in the plan at that moment is its next version; the
//! review is due, the terms that waited for a plan are done (R-003, R-015 … ).

use super::content::Content;
use super::must_run;
use super::store::agreed::{self, NewAgreed};
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
use crate::{agreement, tasks};
use askama::Template;
use jiff::civil::Date;
use rules::coded::Coded;
use rules::evaluation::review_task;
use rules::moment::date_typed::Leaning;
use rules::plan::{self, Block, Goal, Participation, Plan, Step};
use rules::rule::Rule;

const TITLE: &str = "Dohoda plánu";
const REVIEW: &str = "Vyhodnotit s klientem individuální plán";

#[derive(Template)]
#[template(path = "plan/agree.html")]
struct AgreePage<'v> {
    page: Page<'v>,
    folder: FolderHead,
    form: Form<'v>,
    number: i64,
    goals: Vec<(String, String)>,
    participations: Vec<(&'static str, String)>,
    action: String,
    back: String,
}

fn template<'v>(
    visit: &'v Visit<'v>,
    folder: &Folder,
    (content, last): (&Content, i64),
    form: Form<'v>,
) -> Result<AgreePage<'v>, Failure> {
    let goal = |(number, one): (usize, &super::content::Planned)| {
        let indicator = one.goal.success_indicator.clone();
        (format!("Cíl\u{a0}{number}: {}", one.goal.goal), indicator)
    };
    Ok(AgreePage {
        page: Page::of(visit),
        folder: folders::head(visit, folder, "plan")?,
        form,
        number: last + 1,
        goals: content.open_goals().map(goal).collect(),
        participations: Participation::ALL.iter().map(|one| (one.code(), one.cs().into_owned())).collect(),
        action: folder.path("/plan/agreement"),
        back: folder.path("/plan"),
    })
}

/// The number of the newest version, 0 before the first one.
fn last_number(folder: &Folder, content: &Content) -> Result<i64, Failure> {
    Ok(agreed::all(folder, content.thread)?.first().map_or(0, |one| one.number))
}

pub fn page(visit: &Visit) -> Answer {
    let folder = Folder::open(visit)?;
    must_run(&folder)?;
    let content = Content::now(&folder)?;
    let last = last_number(&folder, &content)?;
    let months = settings::of(folder.db(), folder.service(), visit.today())?.review_months;
    let mut form = Form::blank(visit, TITLE)?;
    form.prefill("agreed_on", date(visit.today()));
    form.prefill("review_on", date(plan::review_on(visit.today(), months)));
    Response::page(&template(visit, &folder, (&content, last), form)?)
}

pub fn agree<'v>(visit: &'v Visit<'v>, pen: Pen<'v>) -> Answer {
    let folder = Folder::open(visit)?;
    let agreement_on = must_run(&folder)?;
    let content = Content::now(&folder)?;
    let last = last_number(&folder, &content)?;
    let mut form = Form::typed(visit, TITLE);
    let typed = read(&mut form);
    let found = plan::check(&typed.plan(&content, agreement_on, last > 0), visit.today());
    for block in &found.blocks {
        if form.error(field(*block)).is_none() {
            form.problem(field(*block), block.cs());
        }
    }
    for warning in &found.warnings {
        form.warn(warning.rule(), warning.cs());
    }
    let whole = (typed.agreed_on, typed.review_on, typed.participation);
    let ((Some(agreed_on), Some(review_on), Some(participation)), true) = (whole, form.is_settled()) else {
        return Err(Response::form_again(&template(visit, &folder, (&content, last), form)?));
    };
    let new = NewAgreed {
        number: last + 1,
        agreed_on,
        participation,
        participation_note: &typed.note,
        representative: &typed.representative,
        explained: &typed.explained,
        review_on,
        change_reason: &typed.change_reason,
    };
    let mut change = pen.change(&folder)?;
    let id = agreed::insert(&mut change, (&folder, content.thread), &new)?;
    follow(&mut change, (&folder, &content), id, (agreed_on, review_on))?;
    form.keep_reasons(&mut change, Some(folder.id()), "plan_agreement", id)?;
    change.commit(Entry::about(id, "individuální plán dohodnut").resting_on("R-015"));
    Ok(Response::see_other_saying(&folder.path("/plan"), "plan_agreed"))
}

/// What the deed brings about: the review, the watch over a long silence, the end of what waited for a plan.
fn follow(
    change: &mut Change,
    (folder, content): (&Folder, &Content),
    id: StatementId,
    (agreed_on, review_on): (Date, Date),
) -> Result<(), Failure> {
    agreement::plan_is_made(change, (folder, content.thread), agreed_on)?;
    set_review(change, folder, id, review_on)?;
    agreement::watch_silence(change, folder, id, folder.today())
}

/// The one open review of the plan; an early one restarts the period (D21).
pub(super) fn set_review(
    change: &mut Change,
    folder: &Folder,
    origin: StatementId,
    review_on: Date,
) -> Result<(), Failure> {
    tasks::settle(change, folder.id(), Rule::R018, "nový termín hodnocení")?;
    let task = review_task(review_on);
    tasks::create_for_folder(change, (folder.service(), folder.id()), &task, REVIEW, origin).map(drop)
}

/// What was typed.
struct Typed {
    agreed_on: Option<Date>,
    participation: Option<Participation>,
    note: String,
    representative: String,
    explained: String,
    review_on: Option<Date>,
    change_reason: String,
}

fn read(form: &mut Form<'_>) -> Typed {
    let agreed_on = form.date_or_none("agreed_on", Leaning::Past);
    let review_on = form.date_or_none("review_on", Leaning::Future);
    let participation = Participation::from_code(form.value("participation"));
    let [note, representative, explained, change_reason] =
        ["participation_note", "representative", "explained", "change_reason"].map(|name| form.text(name));
    Typed { agreed_on, participation, note, representative, explained, review_on, change_reason }
}

impl Typed {
    fn plan<'t>(&'t self, content: &'t Content, agreement_on: Date, is_changed: bool) -> Plan<'t> {
        let head = content.head.as_ref();
        Plan {
            agreement_on: Some(agreement_on),
            has_way: head.is_some_and(|head| !head.planning_way.is_empty()),
            way_reason: head.map_or("", |head| &head.way_reason),
            strengths: head.map_or("", |head| &head.strengths),
            goals: content.open_goals().map(|(number, one)| goal(number, one)).collect(),
            participation: self.participation,
            participation_note: &self.note,
            representative: &self.representative,
            agreed_on: self.agreed_on,
            review_on: self.review_on,
            is_changed,
            change_reason: &self.change_reason,
        }
    }
}

fn goal(number: usize, one: &super::content::Planned) -> Goal {
    let step = |step: &super::store::read::Step| Step {
        has_doer: !step.who().is_empty(),
        due_on: step.due_on,
        is_settled: step.is_settled(),
    };
    Goal {
        number,
        success_indicator: one.goal.success_indicator.clone(),
        horizon: one.goal.horizon_on,
        is_linked: !one.goal.links.is_empty(),
        is_outside_purpose: one.goal.is_outside_purpose,
        steps: one.steps.iter().map(step).collect(),
    }
}

/// The field that a block is about; what must be corrected in the plan itself is said above the goals.
fn field(block: Block) -> &'static str {
    match block {
        Block::NoAgreement | Block::NoGoal => "plan",
        Block::NoWay | Block::NoWayReason => "way",
        Block::NotEvaluable { goal } => GOALS.get(goal).copied().unwrap_or("plan"),
        Block::StepWithoutPersonOrDay { goal } => STEPS.get(goal).copied().unwrap_or("plan"),
        Block::NoParticipation => "participation",
        Block::NoParticipationNote => "participation_note",
        Block::NoRepresentative => "representative",
        Block::DateMissing | Block::InTheFuture | Block::BeforeTheAgreement => "agreed_on",
        Block::ReviewMissing | Block::ReviewNotLater => "review_on",
        Block::NoChangeReason => "change_reason",
    }
}

/// A name for what is wrong with each goal, so that each of the first ten is said; further ones come after them.
const GOALS: &[&str] = &["plan", "g1", "g2", "g3", "g4", "g5", "g6", "g7", "g8", "g9", "g10"];
const STEPS: &[&str] = &["plan", "s1", "s2", "s3", "s4", "s5", "s6", "s7", "s8", "s9", "s10"];
