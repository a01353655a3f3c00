//! The individual plan with its goals and steps, its versions and notes, and the evaluation of the cooperation
//! (§ 88 f of Act 108/2006; … ).
//!
//! For the key worker and everybody of the folder; a mentor reads the steps that name him. A draft may be unfinished;
//! only the deed „Plán je dohodnut“ is checked, and what stood there then is a version of the plan.

mod adopted;
mod agree;
mod content;
mod correct;
mod differences;
mod edit;
mod ended;
mod evaluate;
mod evaluated;
mod goal;
mod linked;
mod note;
mod outcomes;
mod overview;
mod print;
mod print_evaluation;
mod print_evaluation_plain;
mod print_plain;
mod sources;
mod step;
mod steps;
mod store;
mod versions;
mod view;

use crate::activity;
use crate::kernel::failure::Failure;
use crate::kernel::folder::Folder;
use crate::kernel::format_cs::date;
use crate::kernel::messages_cs::plan::NO_AGREEMENT;
use crate::kernel::route::Route;
pub use adopted::{adopt_step, open_goals};
use jiff::civil::Date;
pub use linked::{GoalChoice, goal_choices};
use rules::access::Act;
pub use sources::unlinked_needs;
pub use store::evaluations::{Evaluation, newest as newest_evaluation};
pub use store::part::{PartStep, part_taken_up};

pub fn routes() -> Vec<Route> {
    use Act::{AgreePlan, Evaluate, PrintPlan, SeeEvaluations, SeePlan, WritePlan};
    vec![
        Route::page(SeePlan, "/folders/{folder}/plan", overview::page),
        Route::page(WritePlan, "/folders/{folder}/plan/edit", edit::page),
        Route::form(WritePlan, "/folders/{folder}/plan/edit", edit::save),
        Route::page(WritePlan, "/folders/{folder}/plan/goals/new", goal::new),
        Route::form(WritePlan, "/folders/{folder}/plan/goals", goal::add),
        Route::page(WritePlan, "/folders/{folder}/plan/goals/{goal}", goal::page),
        Route::form(WritePlan, "/folders/{folder}/plan/goals/{goal}", goal::save),
        Route::page(WritePlan, "/folders/{folder}/plan/goals/{goal}/end", ended::page),
        Route::form(WritePlan, "/folders/{folder}/plan/goals/{goal}/end", ended::end),
        Route::form(WritePlan, "/folders/{folder}/plan/steps/{step}/state", step::set),
        Route::page(WritePlan, "/folders/{folder}/plan/notes/new", note::page),
        Route::form(WritePlan, "/folders/{folder}/plan/notes", note::save),
        Route::page(AgreePlan, "/folders/{folder}/plan/agreement", agree::page),
        Route::form(AgreePlan, "/folders/{folder}/plan/agreement", agree::agree),
        Route::page(SeeEvaluations, "/folders/{folder}/plan/versions", versions::page),
        Route::paper(PrintPlan, "/folders/{folder}/plan/plan.pdf", print::plan),
        Route::paper(PrintPlan, "/folders/{folder}/plan/plain.pdf", print_plain::plan),
        Route::page(Evaluate, "/folders/{folder}/evaluations/new", evaluate::page),
        Route::form(Evaluate, "/folders/{folder}/evaluations", evaluate::evaluate),
        Route::page(SeeEvaluations, "/folders/{folder}/evaluations/{evaluation}", evaluated::page),
        Route::page(Evaluate, "/folders/{folder}/evaluations/{evaluation}/edit", correct::page),
        Route::form(Evaluate, "/folders/{folder}/evaluations/{evaluation}/edit", correct::save),
        Route::paper(PrintPlan, "/folders/{folder}/evaluations/{evaluation}/evaluation.pdf", print_evaluation::print),
        Route::paper(PrintPlan, "/folders/{folder}/evaluations/{evaluation}/plain.pdf", print_evaluation_plain::print),
    ]
}

/// The goals of the plan on the day that is shown, each with how it stands; for a print.
pub fn goals_in_words(folder: &Folder<'_>) -> Result<Vec<String>, Failure> {
    let content = content::Content::now(folder)?;
    Ok(content.goals.iter().map(|one| format!("{} – {}", one.goal.goal, one.goal.state().1)).collect())
}

/// The day of the agreement that runs; R-003: without one nothing is planned on paper, and nothing after the end.
fn must_run(folder: &Folder<'_>) -> Result<Date, Failure> {
    let cooperation = activity::cooperation(folder)?;
    match (cooperation.agreement_on, cooperation.closed_on) {
        (Some(_), Some(closed)) => {
            let day = date(closed);
            Err(Failure::refused(format!("Spolupráce skončila {day}. Plán k ní zůstává ke čtení a měnit se nedá.")))
        }
        (Some(agreement_on), None) => Ok(agreement_on),
        (None, _) => Err(Failure::refused(NO_AGREEMENT)),
    }
}
