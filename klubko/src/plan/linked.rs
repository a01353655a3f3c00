//! Records of work and the goals they lead to: the choice for a record, „Záznamy k cíli“ for the pages.

use super::store::linked::{self, Linked};
use crate::kernel::clock;
use crate::kernel::failure::Failure;
use crate::kernel::folder::Folder;
use crate::kernel::format_cs::{count, weekday_date};
use crate::kernel::id::StatementId;
use crate::kernel::messages_cs::InCzech;
use rules::access::Mask;

/// So many records stand at a goal; the others are counted.
const SHOWN: usize = 5;

/// A goal or a step that a record may lead to, with its words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GoalChoice {
    pub goal: StatementId,
    pub step: Option<StatementId>,
    pub text: String,
}

impl GoalChoice {
    /// As the form sends it.
    pub fn code(&self) -> String {
        self.step.map_or_else(|| format!("goal:{}", self.goal), |step| format!("step:{step}"))
    }
}

/// The open goals of an agreed plan, each followed by its steps. A mentor chooses among the steps that name him.
pub fn goal_choices(folder: &Folder<'_>) -> Result<Vec<GoalChoice>, Failure> {
    let (is_whole, viewer) = (folder.mask() == Mask::Whole, folder.viewer()?);
    let mut choices: Vec<GoalChoice> = Vec::new();
    for one in linked::open(folder)? {
        if is_whole && choices.iter().all(|known| known.goal != one.goal_id) {
            choices.push(GoalChoice { goal: one.goal_id, step: None, text: format!("Cíl: {}", one.goal) });
        }
        let is_his = is_whole || one.worker_id == Some(viewer);
        if let Some((id, words)) = one.step_id.zip(one.step).filter(|_| is_his) {
            choices.push(GoalChoice { goal: one.goal_id, step: Some(id), text: format!("Krok: {words}") });
        }
    }
    Ok(choices)
}

/// A record at a goal: where it is read, when and what it was, and which step it led to.
pub struct RecordLine {
    pub href: String,
    pub when: String,
    pub about: String,
}

/// Everything that was written to the goals of the folder, read once for a page.
pub struct Records(Vec<(StatementId, RecordLine)>);

impl Records {
    pub fn of(folder: &Folder<'_>) -> Result<Self, Failure> {
        let lines = linked::records(folder)?;
        Ok(Self(lines.into_iter().map(|one| (one.goal_id, line(folder, one))).collect()))
    }

    /// The newest ones of a goal, and how many more there are in words.
    pub fn take(&mut self, goal: StatementId) -> (Vec<RecordLine>, String) {
        let (its, others): (Vec<_>, Vec<_>) = std::mem::take(&mut self.0).into_iter().partition(|(id, _)| *id == goal);
        self.0 = others;
        let more = its.len().saturating_sub(SHOWN);
        let shown = its.into_iter().take(SHOWN).map(|(_, line)| line).collect();
        let more = i64::try_from(more).unwrap_or(i64::MAX);
        let words = if more > 0 {
            count(more, "starší záznam", "starší záznamy", "starších záznamů")
        } else {
            String::new()
        };
        (shown, words)
    }
}

fn line(folder: &Folder<'_>, one: Linked) -> RecordLine {
    let step = one.step.map(|step| format!(", krok: {step}")).unwrap_or_default();
    RecordLine {
        href: folder.path(&format!("/records/{}", one.id)),
        when: weekday_date(clock::day_of(one.starts_at)),
        about: format!("{}, {}, {}{step}", one.kind.cs(), one.form.cs(), one.author),
    }
}
