//! To which goal or step of the plan a record leads: one choice, never asked for.

use super::store::goals::{self, Link};
use super::store::read::Row;
use crate::kernel::change::Change;
use crate::kernel::failure::Failure;
use crate::kernel::folder::Folder;
use crate::kernel::form::Form;
use crate::plan::{self, GoalChoice};
use rules::access::Mask;

/// What may be chosen; of a stored record also what stands there, when its goal is over already.
pub struct Goals {
    choices: Vec<GoalChoice>,
}

impl Goals {
    pub fn of(folder: &Folder) -> Result<Self, Failure> {
        Ok(Self { choices: plan::goal_choices(folder)? })
    }

    pub fn with(folder: &Folder, row: &Row) -> Result<Self, Failure> {
        let mut goals = Self::of(folder)?;
        let known = |one: &GoalChoice| goals.choices.iter().any(|choice| choice.code() == one.code());
        if let Some(stands) = stands(folder, row).filter(|one| !known(one)) {
            goals.choices.push(stands);
        }
        Ok(goals)
    }

    /// For the form: (value, text).
    pub fn options(&self) -> Vec<(String, String)> {
        self.choices.iter().map(|one| (one.code(), one.text.clone())).collect()
    }

    pub fn read(&self, form: &mut Form<'_>) -> Option<Link> {
        let typed = form.value("goal").to_owned();
        let found = self.choices.iter().find(|one| one.code() == typed);
        if found.is_none() && !typed.is_empty() {
            form.problem("goal", "Tento cíl už není otevřený. Vyberte jiný, nebo nechte bez vazby");
        }
        found.map(|one| Link { goal: one.goal, step: one.step })
    }
}

/// Where a stored record leads, in words; a mentor reads of it the step that names him.
pub fn stands(folder: &Folder, row: &Row) -> Option<GoalChoice> {
    let goal = row.goal_id?;
    let is_whole = folder.mask() == Mask::Whole;
    match (row.step_id, &row.step, &row.goal) {
        (Some(step), Some(words), _) => {
            let is_his = is_whole || (row.step_worker.is_some() && row.step_worker == folder.viewer().ok());
            is_his.then(|| GoalChoice { goal, step: Some(step), text: format!("Krok: {words}") })
        }
        (None, _, Some(words)) if is_whole => Some(GoalChoice { goal, step: None, text: format!("Cíl: {words}") }),
        _ => None,
    }
}

/// Writes where the record leads; a link that did not change stays as it is.
pub fn relink(
    change: &mut Change,
    folder: &Folder,
    (row, version): (&Row, i64),
    link: Option<Link>,
) -> Result<(), Failure> {
    // What the reader may not see he cannot take away.
    let is_hidden = row.goal_id.is_some() && stands(folder, row).is_none();
    let stood = row.goal_id.map(|goal| Link { goal, step: row.step_id });
    if link == stood || (is_hidden && link.is_none()) {
        return Ok(());
    }
    goals::link(change, folder.id(), (row.id, version), link)
}
