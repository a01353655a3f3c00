//! What meetings agreed, beside the case of the client: goals, tasks and the way to where they are written and evaluated
//!

use super::super::store::meetings::{self as rows, Goal, Output, Task};
use crate::kernel::failure::Failure;
use crate::kernel::folder::Folder;
use crate::kernel::format_cs::{date, weekday_date};
use crate::kernel::messages_cs::InCzech;
use paper::Paragraph;
use rules::meeting::is_overdue;

/// One meeting with what was agreed.
pub struct Met {
    pub title: String,
    pub badge: (&'static str, &'static str),
    /// What, and its facts.
    pub lines: Vec<(String, String)>,
}

pub fn all(folder: &Folder<'_>) -> Result<Vec<Met>, Failure> {
    let outputs = rows::outputs(folder)?;
    if outputs.is_empty() {
        return Ok(Vec::new());
    }
    let (goals, tasks) = (rows::goals(folder)?, rows::tasks(folder)?);
    let one = |output: Output| {
        let goals = goals.iter().filter(|goal| goal.output_id == output.id).map(|goal| goal_line(folder, goal));
        let tasks = tasks.iter().filter(|task| task.output_id == output.id).map(task_line);
        Met {
            title: format!("Porada {} se službou {}", weekday_date(output.meets_on), output.other_service),
            badge: if output.is_written_here { ("ok", "zapsáno ve složce") } else { ("warn", "čeká na zápis") },
            lines: goals.chain(tasks).collect(),
        }
    };
    Ok(outputs.into_iter().map(one).collect())
}

fn goal_line(folder: &Folder<'_>, goal: &Goal) -> (String, String) {
    let came = match goal.result {
        Some(result) => format!(", {}", result.cs()),
        None if is_overdue(goal.horizon_on, false, folder.day()) => ", po termínu, nevyhodnocen".to_owned(),
        None => String::new(),
    };
    (format!("Cíl: {}", goal.goal), format!("do {}{came}", date(goal.horizon_on)))
}

fn task_line(task: &Task) -> (String, String) {
    (task.task.clone(), format!("{}, do {}", task.worker, date(task.due_on)))
}

/// The same on paper for the client: of what is in this folder already, who does what and until when.
pub fn printed(folder: &Folder<'_>) -> Result<Vec<Paragraph>, Failure> {
    let (goals, tasks) = (rows::goals(folder)?, rows::tasks(folder)?);
    let mut all = Vec::new();
    for output in rows::outputs(folder)?.into_iter().filter(|one| one.is_written_here) {
        all.push(Paragraph::plain(format!("Porada {}:", date(output.meets_on))));
        let open = goals.iter().filter(|goal| goal.output_id == output.id);
        all.extend(open.map(|one| Paragraph::item(format!("Cíl: {}, do {}.", plain(&one.goal), date(one.horizon_on)))));
        let tasks = tasks.iter().filter(|task| task.output_id == output.id);
        all.extend(
            tasks.map(|one| Paragraph::item(format!("{}: {}, do {}.", one.worker, plain(&one.task), date(one.due_on)))),
        );
    }
    Ok(all)
}

fn plain(text: &str) -> &str {
    text.trim().trim_end_matches('.')
}
