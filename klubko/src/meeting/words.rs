//! The output of a meeting in words, as it goes into a folder (texts 6.7): goals with their signs and horizons, tasks with
//! people and terms, and when it is talked about again. Nothing of the minutes is in it.

use super::store::folder::{Goal, Output, Task};
use crate::kernel::format_cs::date;

/// `Na poradě dne 19. 5. 2026 byl dohodnut další postup: cíl …, splnění poznáme podle …, termín …. Úkoly: … – … – do ….`
pub fn output(output: &Output, goals: &[&Goal], tasks: &[&Task]) -> String {
    let day = date(output.meets_on);
    let plain = |text: &str| text.trim().trim_end_matches('.').to_owned();
    let goal = |one: &&Goal| {
        let (goal, sign, horizon) = (plain(&one.goal), plain(&one.success_indicator), date(one.horizon_on));
        format!("cíl „{goal}“, splnění poznáme podle: {sign}, termín {horizon}")
    };
    let task = |one: &&Task| format!("{} – {} – do {}", one.worker, plain(&one.task), date(one.due_on));
    let goals: Vec<String> = goals.iter().map(goal).collect();
    let tasks: Vec<String> = tasks.iter().map(task).collect();
    let mut text = format!("Na poradě dne {day} byl dohodnut další postup");
    if !goals.is_empty() {
        text = format!("{text}: {}", goals.join("; "));
    }
    text.push('.');
    if !tasks.is_empty() {
        text = format!("{text}\nÚkoly: {}.", tasks.join("; "));
    }
    if let Some(next) = output.next_on {
        text = format!("{text}\nDalší projednání: {}.", date(next));
    }
    text
}
