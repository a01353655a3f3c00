//! Meetings of two services and their output (R-074–R-079, D6, D15).
//!
//! The output can be evaluated: a goal says by what its fulfilment is known and until when, a task who does it and until
//! when. Minutes are internal and may be left out, the output is not.

use crate::calendar::{add_working_days, shifted, working_day_on_or_after};
use crate::coded;
use crate::rule::Rule;
use crate::task::{Addressee, NewTask, Origin, Post};
use jiff::civil::Date;

coded! {
    /// How often the two services meet.
    pub enum Rhythm {
        Weekly = "weekly",
        Fortnightly = "fortnightly",
        Monthly = "monthly",
        ByAgreement = "by_agreement",
    }
}

impl Rhythm {
    /// When the next meeting would be; a holiday moves it to the next working day.
    pub fn next_on(self, last: Date) -> Option<Date> {
        let days = match self {
            Rhythm::Weekly => 7,
            Rhythm::Fortnightly => 14,
            Rhythm::Monthly => 28,
            Rhythm::ByAgreement => return None,
        };
        Some(working_day_on_or_after(shifted(last, days)))
    }
}

coded! {
    /// What came of a goal at its horizon.
    pub enum GoalResult {
        Met = "met",
        Partly = "partly",
        NotMet = "not_met",
    }
}

/// BLOCK: what cannot be written so.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Block {
    /// by what its fulfilment is known, and until when.
    GoalCannotBeEvaluated,
    /// who, and until when.
    TaskIncomplete,
    /// A horizon or a term that is over.
    InThePast,
    SameService,
    /// It has not begun yet.
    NotYet,
    /// The meeting is over, its output went out to the folders.
    Ended,
    NothingTyped,
}

/// A goal as typed. Nothing typed at all is no goal.
#[derive(Clone, Copy, Debug)]
pub struct Goal<'a> {
    pub goal: &'a str,
    pub success_indicator: &'a str,
    pub horizon: Option<Date>,
}

impl Goal<'_> {
    pub fn is_blank(&self) -> bool {
        self.goal.trim().is_empty() && self.success_indicator.trim().is_empty() && self.horizon.is_none()
    }

    pub fn block(&self, today: Date) -> Option<Block> {
        if self.is_blank() {
            return None;
        }
        match self.horizon {
            Some(horizon) if !self.goal.trim().is_empty() && !self.success_indicator.trim().is_empty() => {
                (horizon < today).then_some(Block::InThePast)
            }
            Some(_) | None => Some(Block::GoalCannotBeEvaluated),
        }
    }
}

/// A task as typed.
#[derive(Clone, Copy, Debug)]
pub struct Task<'a> {
    pub task: &'a str,
    pub has_person: bool,
    pub due: Option<Date>,
}

impl Task<'_> {
    pub fn is_blank(&self) -> bool {
        self.task.trim().is_empty() && !self.has_person && self.due.is_none()
    }

    pub fn block(&self, today: Date) -> Option<Block> {
        if self.is_blank() {
            return None;
        }
        match self.due {
            Some(due) if !self.task.trim().is_empty() && self.has_person => (due < today).then_some(Block::InThePast),
            Some(_) | None => Some(Block::TaskIncomplete),
        }
    }
}

/// TASK: the key worker writes the output into his folder within so many working days of the meeting.
pub fn output_task<W>(met_on: Date, working_days: i64) -> NewTask<W> {
    let due_on = add_working_days(met_on, u16::try_from(working_days).unwrap_or(5));
    NewTask { origin: Origin::Meeting, rule: Rule::R078, addressee: Addressee::Post(Post::KeyWorker), due_on }
}

/// TASK: a goal is evaluated at its horizon.
pub fn goal_task<W>(horizon: Date) -> NewTask<W> {
    let addressee = Addressee::Post(Post::KeyWorker);
    NewTask { origin: Origin::Meeting, rule: Rule::R079, addressee, due_on: horizon }
}

/// How far the output is in one of its folders.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    Written,
    Waits,
    /// The consent ended before it was written; only the folder of the other service can come to that.
    Lapsed,
}

impl Side {
    /// The folder that brought the client writes its own output whatever becomes of the consent.
    pub fn of(is_written: bool, needs_consent: bool, is_consented: bool) -> Self {
        match (is_written, needs_consent, is_consented) {
            (true, ..) => Side::Written,
            (false, true, false) => Side::Lapsed,
            (false, ..) => Side::Waits,
        }
    }
}

/// Into how many of its folders an output was written. It counts as written only when it is in all of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Written {
    Nowhere,
    InOneOfTwo,
    InBoth,
    /// The client has a folder in one of the services only.
    InTheOnlyOne,
    /// The consent ended, the other service writes it no more.
    ConsentEnded,
}

pub fn written(here: Side, there: Option<Side>) -> Written {
    match (here, there) {
        (Side::Written, None) => Written::InTheOnlyOne,
        (Side::Written, Some(Side::Written)) => Written::InBoth,
        (Side::Lapsed, _) | (Side::Written, Some(Side::Lapsed)) => Written::ConsentEnded,
        (Side::Waits, Some(Side::Waits | Side::Lapsed) | None) => Written::Nowhere,
        (Side::Written, Some(Side::Waits)) | (Side::Waits, Some(Side::Written)) => Written::InOneOfTwo,
    }
}

/// A goal whose horizon is over and that nobody has evaluated.
pub fn is_overdue(horizon: Date, is_evaluated: bool, today: Date) -> bool {
    !is_evaluated && horizon < today
}

/// WARN: what is let through with a reason.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Warning {
    /// a planned meeting did not take place.
    DidNotTakePlace,
    /// an active team has no next meeting.
    NoNext,
    ///
    PeerMentor,
}

impl Warning {
    pub fn rule(self) -> Rule {
        match self {
            Warning::DidNotTakePlace => Rule::R074,
            Warning::NoNext => Rule::R070,
            Warning::PeerMentor => Rule::R075,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    /// The meeting of scenario 7.
    const TUESDAY: Date = date(2026, 5, 19);

    #[test]
    fn a_goal_says_by_what_it_is_known_and_until_when() {
        let whole = Goal {
            goal: "přiznán stupeň III",
            success_indicator: "rozhodnutí s právní mocí",
            horizon: Some(date(2026, 9, 30)),
        };
        let table = [
            (whole, None),
            (Goal { goal: "zlepšit situaci", success_indicator: "", ..whole }, Some(Block::GoalCannotBeEvaluated)),
            (Goal { horizon: None, ..whole }, Some(Block::GoalCannotBeEvaluated)),
            (Goal { goal: " ", ..whole }, Some(Block::GoalCannotBeEvaluated)),
            (Goal { horizon: Some(date(2026, 5, 18)), ..whole }, Some(Block::InThePast)),
            (Goal { goal: "", success_indicator: "", horizon: None }, None),
        ];
        for (goal, block) in table {
            assert_eq!(goal.block(TUESDAY), block, "{goal:?}");
        }
    }

    #[test]
    fn a_task_has_a_person_and_a_term() {
        let whole = Task { task: "doplnit zprávu", has_person: true, due: Some(date(2026, 6, 2)) };
        let table = [
            (whole, None),
            (Task { due: None, ..whole }, Some(Block::TaskIncomplete)),
            (Task { has_person: false, ..whole }, Some(Block::TaskIncomplete)),
            (Task { task: "", ..whole }, Some(Block::TaskIncomplete)),
            (Task { due: Some(date(2026, 5, 18)), ..whole }, Some(Block::InThePast)),
            (Task { task: "", has_person: false, due: None }, None),
        ];
        for (task, block) in table {
            assert_eq!(task.block(TUESDAY), block, "{task:?}");
        }
    }

    #[test]
    fn the_output_is_due_in_five_working_days_and_a_goal_at_its_horizon() {
        assert_eq!(output_task::<u8>(TUESDAY, 5).due_on, date(2026, 5, 26));
        assert_eq!(goal_task::<u8>(date(2026, 9, 30)).due_on, date(2026, 9, 30));
    }

    #[test]
    fn an_output_is_written_when_it_is_in_both_folders() {
        use Side::{Lapsed, Waits, Written as Done};
        let table = [
            (Waits, Some(Waits), Written::Nowhere),
            (Done, Some(Waits), Written::InOneOfTwo),
            (Waits, Some(Done), Written::InOneOfTwo),
            (Done, Some(Done), Written::InBoth),
            (Done, None, Written::InTheOnlyOne),
            (Waits, None, Written::Nowhere),
            (Done, Some(Lapsed), Written::ConsentEnded),
            (Waits, Some(Lapsed), Written::Nowhere),
            (Lapsed, Some(Done), Written::ConsentEnded),
        ];
        for (here, there, whole) in table {
            assert_eq!(written(here, there), whole, "{here:?} {there:?}");
        }
    }

    #[test]
    fn only_the_other_service_stops_writing_when_the_consent_ends() {
        assert_eq!(Side::of(false, true, false), Side::Lapsed);
        assert_eq!(Side::of(false, true, true), Side::Waits);
        assert_eq!(Side::of(false, false, false), Side::Waits);
        assert_eq!(Side::of(true, true, false), Side::Written);
    }

    #[test]
    fn the_next_meeting_follows_the_rhythm_and_no_holiday() {
        assert_eq!(Rhythm::Fortnightly.next_on(TUESDAY), Some(date(2026, 6, 2)));
        assert_eq!(Rhythm::Weekly.next_on(date(2026, 4, 27)), Some(date(2026, 5, 4)));
        assert_eq!(Rhythm::Weekly.next_on(date(2026, 5, 1)), Some(date(2026, 5, 11)), "8 May is a holiday");
        assert_eq!(Rhythm::ByAgreement.next_on(TUESDAY), None);
    }

    #[test]
    fn a_goal_is_overdue_the_day_after_its_horizon() {
        let horizon = date(2026, 9, 30);
        assert!(!is_overdue(horizon, false, horizon));
        assert!(is_overdue(horizon, false, date(2026, 10, 1)));
        assert!(!is_overdue(horizon, true, date(2026, 10, 1)));
    }
}
