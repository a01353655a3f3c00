//! Steps that come to the plan from elsewhere: a proposal of the team that the client took.

use super::content::Content;
use super::must_run;
use super::steps::ROWS;
use super::store::read::Step;
use super::store::write;
use crate::kernel::change::Change;
use crate::kernel::failure::Failure;
use crate::kernel::folder::Folder;
use crate::kernel::id::StatementId;
use rules::plan::StepState;

const FULL: &str =
    "Tento cíl už má všechny kroky, které se do plánu vejdou. Vyberte jiný cíl, nebo některý krok uzavřete.";

/// The goals that are worked on: (id, words).
pub fn open_goals(folder: &Folder<'_>) -> Result<Vec<(StatementId, String)>, Failure> {
    let content = Content::now(folder)?;
    Ok(content.open_goals().map(|(_, one)| (one.goal.id, one.goal.goal.clone())).collect())
}

/// Stands as the last step of a goal; who and until when is filled in on the form of the goal.
pub fn adopt_step(
    change: &mut Change<'_>,
    folder: &Folder<'_>,
    goal: StatementId,
    words: &str,
) -> Result<StatementId, Failure> {
    must_run(folder)?;
    let content = Content::now(folder)?;
    let (_, planned) = content.goal(goal)?;
    let taken: Vec<i64> = planned.steps.iter().map(|step| step.position).collect();
    let places = (1..).take(ROWS.len());
    let position = places.into_iter().find(|place| !taken.contains(place)).ok_or(Failure::refused(FULL))?;
    let step = Step {
        id: StatementId::default(),
        version: 0,
        goal_id: goal,
        position,
        step: words.to_owned(),
        doer: String::new(),
        worker_id: None,
        worker: None,
        doer_name: String::new(),
        with_service_id: None,
        due_on: None,
        state: StepState::Open,
        state_on: None,
    };
    write::step(change, (folder.id(), content.thread), &step)
}
