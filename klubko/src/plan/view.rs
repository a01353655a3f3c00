//! Goals and steps as the pages print them.

use super::content::{Content, Planned};
use super::linked::{RecordLine, Records};
use super::sources::{self, Source};
use super::store::read::Step;
use crate::kernel::format_cs::date;
use crate::kernel::id::StatementId;
use crate::kernel::messages_cs::InCzech;
use rules::plan::StepState;

pub struct StepLine {
    pub what: String,
    pub who: String,
    pub due: String,
    pub state: String,
    pub is_done: bool,
    /// Where its state is set, or empty.
    pub action: String,
    pub version: i64,
}

pub struct GoalCard {
    pub number: usize,
    pub id: String,
    pub goal: String,
    pub words: String,
    pub indicator: String,
    pub horizon: String,
    pub from: String,
    pub is_linked: bool,
    pub is_outside_purpose: bool,
    pub state: (&'static str, String),
    pub ended: String,
    pub note: String,
    pub steps: Vec<StepLine>,
    /// „Záznamy k cíli“, and how many older ones there are.
    pub records: (Vec<RecordLine>, String),
    pub is_open: bool,
}

/// The cards of all goals; `path` gives the address of a step's state, or nothing to who may not set it.
pub fn cards(
    content: &Content,
    (sources, mut records): (&[Source], Records),
    path: impl Fn(StatementId) -> String,
) -> Vec<GoalCard> {
    let numbered = content.goals.iter().enumerate();
    numbered.map(|(place, one)| card(place + 1, one, (sources, records.take(one.goal.id)), &path)).collect()
}

fn card(
    number: usize,
    one: &Planned,
    (sources, records): (&[Source], (Vec<RecordLine>, String)),
    path: &impl Fn(StatementId) -> String,
) -> GoalCard {
    let goal = &one.goal;
    let is_open = goal.is_open();
    GoalCard {
        number,
        id: goal.id.to_string(),
        goal: goal.goal.clone(),
        words: goal.in_own_words.clone(),
        indicator: goal.success_indicator.clone(),
        horizon: goal.horizon_on.map(|day| format!("do {}", date(day))).unwrap_or_default(),
        from: sources::in_words(sources, &goal.links),
        is_linked: !goal.links.is_empty(),
        is_outside_purpose: goal.is_outside_purpose,
        state: goal.state(),
        ended: goal.end_reason.clone(),
        note: goal.result_note.clone().unwrap_or_default(),
        steps: one.steps.iter().map(|step| line(step, if is_open { path(step.id) } else { String::new() })).collect(),
        records,
        is_open,
    }
}

pub fn line(step: &Step, action: String) -> StepLine {
    let state = match (step.state, step.state_on) {
        (StepState::Open, _) => String::new(),
        (state, Some(day)) => format!("{} {}", state.cs(), date(day)),
        (state, None) => state.cs().into_owned(),
    };
    StepLine {
        what: step.step.clone(),
        who: step.who(),
        due: step.due(),
        state,
        is_done: step.is_settled(),
        action,
        version: step.version,
    }
}
