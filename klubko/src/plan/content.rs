//! The plan as it stood at a moment: its head, its goals, the steps of each.

use super::store::read::{self, Goal, Head, Step};
use crate::folders;
use crate::kernel::failure::Failure;
use crate::kernel::folder::Folder;
use crate::kernel::format_cs::date;
use crate::kernel::id::{StatementId, ThreadId};
use crate::kernel::messages_cs::InCzech;
use rules::coded::Coded;
use rules::evaluation::GoalResult;
use rules::plan::{Doer, StepState};

pub struct Planned {
    pub goal: Goal,
    pub steps: Vec<Step>,
}

pub struct Content {
    pub thread: ThreadId,
    pub head: Option<Head>,
    pub goals: Vec<Planned>,
}

impl Content {
    /// As it is known at the moment the folder is shown.
    pub fn now(folder: &Folder<'_>) -> Result<Self, Failure> {
        Self::at(folder, folders::thread(folder)?, folder.as_of())
    }

    pub fn at(folder: &Folder<'_>, thread: ThreadId, at: i64) -> Result<Self, Failure> {
        let head = read::head(folder, thread, at)?;
        let goals = read::goals(folder, thread, at)?;
        let steps = if goals.is_empty() { Vec::new() } else { read::steps(folder, thread, at)? };
        let mut planned: Vec<Planned> = goals.into_iter().map(|goal| Planned { goal, steps: Vec::new() }).collect();
        for step in steps {
            if let Some(owner) = planned.iter_mut().find(|one| one.goal.id == step.goal_id) {
                owner.steps.push(step);
            }
        }
        Ok(Self { thread, head, goals: planned })
    }

    pub fn is_empty(&self) -> bool {
        self.head.is_none() && self.goals.is_empty()
    }

    /// Goals that are worked on: not given up and not evaluated to their end.
    pub fn open_goals(&self) -> impl Iterator<Item = (usize, &Planned)> {
        let numbered = self.goals.iter().enumerate().map(|(place, one)| (place + 1, one));
        numbered.filter(|(_, one)| one.goal.is_open())
    }

    pub fn goal(&self, id: StatementId) -> Result<(usize, &Planned), Failure> {
        let numbered = self.goals.iter().enumerate().map(|(place, one)| (place + 1, one));
        numbered.into_iter().find(|(_, one)| one.goal.id == id).ok_or(Failure::Absent)
    }

    pub fn step(&self, id: StatementId) -> Result<&Step, Failure> {
        self.goals.iter().flat_map(|one| &one.steps).find(|step| step.id == id).ok_or(Failure::Absent)
    }

    pub fn links(&self) -> Vec<&str> {
        self.goals.iter().map(|one| one.goal.links.as_str()).collect()
    }
}

impl Goal {
    pub fn is_open(&self) -> bool {
        self.ended_on.is_none() && matches!(self.result, None | Some(GoalResult::Running))
    }

    /// The badge of a goal: its kind and „splněn 3. 11. 2026“.
    pub fn state(&self) -> (&'static str, String) {
        let on = |text: &str, day: Option<jiff::civil::Date>| {
            day.map_or_else(|| text.to_owned(), |day| format!("{text} {}", date(day)))
        };
        if let Some(day) = self.ended_on {
            return ("", on("ukončen", Some(day)));
        }
        match self.result {
            None => ("info", "běží".to_owned()),
            Some(GoalResult::Running) => ("info", on("běží, hodnocen", self.result_on)),
            Some(GoalResult::Met) => ("ok", on("splněn", self.result_on)),
            Some(result @ (GoalResult::Partly | GoalResult::Unmet)) => ("", on(&result.cs(), self.result_on)),
        }
    }
}

impl Step {
    pub fn doer(&self) -> Option<Doer> {
        Doer::from_code(&self.doer)
    }

    /// Who does it, in words; empty in a draft.
    pub fn who(&self) -> String {
        match self.doer() {
            Some(Doer::Client) => Doer::Client.cs().into_owned(),
            Some(Doer::Worker) => self.worker.clone().unwrap_or_default(),
            Some(Doer::Other) => self.doer_name.clone(),
            None => String::new(),
        }
    }

    /// „do 20. 5. 2026“, or nothing.
    pub fn due(&self) -> String {
        self.due_on.map(|day| format!("do {}", date(day))).unwrap_or_default()
    }

    pub fn is_settled(&self) -> bool {
        self.state != StepState::Open
    }
}
