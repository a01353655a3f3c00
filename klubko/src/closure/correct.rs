//! Correcting how the cooperation ended: the next version with its reason, the earlier one stays readable. What was open
//! then was settled then; here only what is said of the end is mended.

use super::close::{ENDED, field};
use super::closed::classes;
use super::store::{self, Closure, NewClosure};
use super::typed::{self, Typed};
use crate::folders::{self, FolderHead};
use crate::kernel::answer::{Answer, Response};
use crate::kernel::change::Pen;
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
use crate::negotiation;
use crate::plan::{self, Evaluation};
use askama::Template;
use jiff::civil::Date;
use rules::closure::{self, Closing, ClosureReason, retain_until};
use rules::coded::Coded;
use rules::evaluation::Conclusion;

const TITLE: &str = "Oprava ukončení spolupráce";

/// The end that is corrected, and what it rests on.
struct Case {
    stands: Closure,
    agreement_on: Option<Date>,
    evaluation: Option<Evaluation>,
    classes: Vec<(String, String)>,
    years: i64,
}

impl Case {
    fn of(visit: &Visit, folder: &Folder) -> Result<Self, Failure> {
        let id: StatementId = visit.path("closure")?;
        let stands = store::all(folder)?.into_iter().find(|one| one.id == id).ok_or(Failure::Absent)?;
        let newest = plan::newest_evaluation(folder, stands.thread)?;
        Ok(Self {
            agreement_on: store::agreement_on(folder, stands.thread)?,
            evaluation: newest.filter(|one| one.conclusion == Conclusion::End),
            classes: classes(folder)?,
            years: settings::of(folder.db(), folder.service(), folder.today())?.retention_years,
            stands,
        })
    }

    fn closing<'t>(&self, typed: &'t Typed) -> Closing<'t> {
        Closing {
            agreement_on: self.agreement_on,
            reason: typed.reason,
            explanation: &typed.explanation,
            on: typed.on,
            ended_by_evaluation_on: self.evaluation.as_ref().map(|one| one.evaluated_on),
            has_retention_class: !typed.retention_class.is_empty(),
            ..Closing::default()
        }
    }

    /// A year later than the setting says, as it was typed when the folder was closed.
    fn later_year(&self) -> String {
        let year = self.stands.retain_until.year();
        if year > retain_until(self.stands.closed_on, self.years).year() { year.to_string() } else { String::new() }
    }
}

#[derive(Template)]
#[template(path = "closure/correct.html")]
struct CorrectPage<'v> {
    page: Page<'v>,
    folder: FolderHead,
    form: Form<'v>,
    reasons: Vec<(&'static str, String)>,
    classes: Vec<(String, String)>,
    action: String,
    back: String,
}

fn template<'v>(visit: &'v Visit<'v>, folder: &Folder, case: Case, form: Form<'v>) -> Result<CorrectPage<'v>, Failure> {
    let reason = |one: &ClosureReason| (one.code(), one.cs().into_owned());
    Ok(CorrectPage {
        page: Page::of(visit),
        folder: folders::head(visit, folder, "plan")?,
        form,
        reasons: ClosureReason::ALL.iter().map(reason).collect(),
        action: folder.path(&format!("/closures/{}/edit", case.stands.id)),
        classes: case.classes,
        back: folder.path("/closure"),
    })
}

pub fn page(visit: &Visit) -> Answer {
    let folder = Folder::open(visit)?;
    let case = Case::of(visit, &folder)?;
    let stands = &case.stands;
    let mut form = Form::blank(visit, TITLE)?;
    form.edits(stands.version);
    form.last_written(Some(stands.recorded_by_id), Some(stands.recorded_at));
    form.prefill("reason", stands.reason.code());
    form.prefill("explanation", stands.explanation.clone());
    form.prefill("closed_on", date(stands.closed_on));
    form.prefill("left_in_network", stands.left_in_network.clone());
    form.prefill("explained", stands.explained.clone());
    form.prefill("retention_class", stands.retention_class.clone());
    form.prefill("until_year", case.later_year());
    Response::page(&template(visit, &folder, case, form)?)
}

/// Writes the next version; whoever was slower compares the two by fields.
pub fn save<'v>(visit: &'v Visit<'v>, pen: Pen<'v>) -> Answer {
    let folder = Folder::open(visit)?;
    let case = Case::of(visit, &folder)?;
    let mut form = Form::typed(visit, TITLE);
    let typed = typed::read(&mut form, &case.classes);
    let why = form.text("correction_reason");
    for block in closure::check_correction(&case.closing(&typed), &why, visit.today()).blocks {
        if form.error(field(block)).is_none() {
            form.problem(field(block), block.cs());
        }
    }
    let until = typed::kept_until(&mut form, &typed, case.years);
    let whole = (typed.reason, typed.on, until);
    let ((Some(reason), Some(closed_on), Some(retain_until)), true) = (whole, form.is_settled()) else {
        return Err(Response::form_again(&template(visit, &folder, case, form)?));
    };
    let new = NewClosure {
        closed_on,
        reason,
        explanation: &typed.explanation,
        evaluation: case.evaluation.as_ref().filter(|_| reason == ClosureReason::Evaluated).map(|one| one.id),
        left_in_network: &typed.left_in_network,
        explained: &typed.explained,
        retention_class: &typed.retention_class,
        retain_until,
    };
    let mut change = pen.change(&folder)?;
    let stands = &case.stands;
    let version = store::correct(&mut change, &folder, (stands, form.version()), (&new, &why))?;
    if closed_on != stands.closed_on {
        negotiation::move_end(&mut change, (&folder, stands.thread), ENDED, closed_on)?;
    }
    change
        .commit(Entry::about(stands.id, format!("ukončení spolupráce opraveno, {version}. znění")).resting_on("R-018"));
    Ok(Response::see_other_saying(&folder.path("/closure"), "corrected"))
}
