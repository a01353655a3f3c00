//! What differs between two versions of a plan, in the words of its pages.

use super::content::{Content, Planned};
use super::sources::{self, Source};
use super::store::read::Step;
use crate::kernel::code_list;
use crate::kernel::format_cs::date;
use crate::kernel::id::StatementId;
use crate::kernel::messages_cs::InCzech;
use rules::plan::{Difference, Thing, difference};

/// What codes are called.
pub struct Words<'w> {
    pub ways: &'w [(String, String)],
    pub sources: &'w [Source],
}

pub fn between(old: &Content, new: &Content, words: &Words<'_>) -> Vec<Difference> {
    difference(&things(old, words), &things(new, words))
}

/// Whether anything was changed since the version was agreed.
pub fn is_changed(old: &Content, new: &Content, words: &Words<'_>) -> bool {
    things(old, words) != things(new, words)
}

/// The plan as things with fields; what ended is not there any more.
fn things(content: &Content, words: &Words<'_>) -> Vec<Thing<StatementId>> {
    let head = content.head.iter().map(|head| Thing {
        // All versions of one plan are one thing, also where it was begun anew.
        key: StatementId::default(),
        title: "Plán".to_owned(),
        fields: vec![
            ("Způsob plánování", code_list::labels(words.ways, &head.planning_way)),
            ("Proč právě tento", head.way_reason.clone()),
            ("Silné stránky", head.strengths.clone()),
            ("Rizika", head.risks.clone()),
            ("Podle čeho pomoc skončí", head.exit_criteria.clone()),
        ],
    });
    let open = content.goals.iter().enumerate().filter(|(_, one)| one.goal.ended_on.is_none());
    let goals = open.flat_map(|(place, one)| {
        let steps = one.steps.iter().map(move |step| step_thing(place + 1, step));
        std::iter::once(goal_thing(place + 1, one, words)).chain(steps).collect::<Vec<_>>()
    });
    head.chain(goals).collect()
}

fn goal_thing(number: usize, one: &Planned, words: &Words<'_>) -> Thing<StatementId> {
    let goal = &one.goal;
    let outside = if goal.is_outside_purpose { "ano" } else { "" };
    Thing {
        key: goal.id,
        title: format!("Cíl\u{a0}{number}: {}", goal.goal),
        fields: vec![
            ("Cíl", goal.goal.clone()),
            ("Slovy klienta", goal.in_own_words.clone()),
            ("Jak poznáme splnění", goal.success_indicator.clone()),
            ("Do kdy", goal.horizon_on.map(date).unwrap_or_default()),
            ("Z čeho vychází", sources::in_words(words.sources, &goal.links)),
            ("Mimo poslání služby", outside.to_owned()),
        ],
    }
}

fn step_thing(number: usize, step: &Step) -> Thing<StatementId> {
    Thing {
        key: step.id,
        title: format!("Cíl\u{a0}{number}, krok: {}", step.step),
        fields: vec![
            ("Krok", step.step.clone()),
            ("Kdo", step.who()),
            ("Do kdy", step.due_on.map(date).unwrap_or_default()),
            ("Stav", if step.is_settled() { step.state.cs().into_owned() } else { String::new() }),
        ],
    }
}
