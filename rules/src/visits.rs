//! Visits and the form of planning (R-054, D1): needs that about six visits can meet are planned without a paper.
//!
//! The counter hints and asks; it never stops anybody, for the source says “zhruba”.

use crate::activity::Form;
use crate::coded;
use crate::instant::Moment;
use crate::rule::Rule;
use crate::task::{NewTask, Origin, Post};
use jiff::civil::Date;

/// What the counter needs to know of an act.
#[derive(Clone, Copy, Debug)]
pub struct Act {
    pub starts: Moment,
    pub form: Form,
    /// [`crate::activity::client_was_present`].
    pub client_present: bool,
    pub struck_out: bool,
}

/// A visit (decision 5): the client was there, in the service or in the field, on or after the day of the agreement.
/// Telephone, e-mail and acts on behalf are contacts, not visits.
pub fn is_visit(act: &Act, agreement_on: Date) -> bool {
    act.client_present && act.form.is_personal() && !act.struck_out && act.starts.day >= agreement_on
}

/// How many visits there were until now; none before the agreement.
pub fn visits(acts: &[Act], agreement_on: Option<Date>) -> usize {
    let Some(agreement_on) = agreement_on else { return 0 };
    acts.iter().filter(|act| is_visit(act, agreement_on)).count()
}

/// The number of this visit, which is one of the acts, in the order in which they took place; `None` for no visit.
pub fn visit_number(act: &Act, acts: &[Act], agreement_on: Option<Date>) -> Option<usize> {
    let agreement_on = agreement_on.filter(|day| is_visit(act, *day))?;
    let until_then = acts.iter().filter(|other| other.starts <= act.starts);
    Some(until_then.filter(|other| is_visit(other, agreement_on)).count())
}

coded! {
    /// How the course of the service is planned.
    pub enum PlanForm {
        UnwrittenImmediate = "unwritten_immediate",
        UnwrittenShortTerm = "unwritten_short_term",
        Written = "written",
    }
}

/// An unwritten plan says why it suffices.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ReasonMissing;

pub fn check_decision(form: PlanForm, reason: &str) -> Result<(), ReasonMissing> {
    match form {
        PlanForm::Written => Ok(()),
        PlanForm::UnwrittenImmediate | PlanForm::UnwrittenShortTerm if reason.trim().is_empty() => Err(ReasonMissing),
        PlanForm::UnwrittenImmediate | PlanForm::UnwrittenShortTerm => Ok(()),
    }
}

/// What the folder has in place of the question after the sixth visit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PlanStanding {
    Nothing,
    /// After the limit was reached somebody wrote why no written plan is needed.
    Justified,
    Written,
}

/// What the counter says. `number` and `limit` are for „{n}. návštěva z přibližně šesti“.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Counter {
    /// A written plan exists, or no visit took place yet: nothing to count.
    Silent,
    Counting {
        number: usize,
        limit: usize,
    },
    /// The visit before the last one: think of the plan.
    Hint {
        number: usize,
        limit: usize,
    },
    /// Message 136: make a written plan or say why not.
    PlanNeeded {
        number: usize,
        limit: usize,
    },
    /// Beyond the limit with a reason.
    Justified {
        number: usize,
        limit: usize,
    },
}

/// The counter after so many visits; the limit is a setting within 4 to 8, the hint comes one visit earlier.
pub fn counter(visits: usize, limit: usize, plan: PlanStanding) -> Counter {
    let number = visits;
    match plan {
        PlanStanding::Written => Counter::Silent,
        PlanStanding::Nothing | PlanStanding::Justified if number == 0 => Counter::Silent,
        PlanStanding::Nothing if number >= limit => Counter::PlanNeeded { number, limit },
        PlanStanding::Justified if number >= limit => Counter::Justified { number, limit },
        PlanStanding::Nothing | PlanStanding::Justified if number + 1 == limit => Counter::Hint { number, limit },
        PlanStanding::Nothing | PlanStanding::Justified => Counter::Counting { number, limit },
    }
}

/// The task of the key worker once the limit is reached; one is enough.
pub fn plan_task<W>(counter: Counter, task_exists: bool, visit_on: Date) -> Option<NewTask<W>> {
    match counter {
        Counter::PlanNeeded { .. } if !task_exists => {
            Some(NewTask::for_post(Origin::Visit, Rule::R054, Post::KeyWorker, visit_on))
        }
        Counter::PlanNeeded { .. } | Counter::Silent | Counter::Counting { .. } => None,
        Counter::Hint { .. } | Counter::Justified { .. } => None,
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::indexing_slicing)]
mod tests {
    use super::*;
    use crate::coded::Coded;
    use jiff::civil::date;
    use proptest::prelude::*;

    const AGREEMENT: Date = date(2026, 3, 16);

    fn act(day: Date, form: Form) -> Act {
        let at = i64::from(day.day_of_year()) * 86_400_000;
        Act { starts: Moment::new(at, day), form, client_present: true, struck_out: false }
    }

    /// The story of Klára Vzorná: consultation by phone, six visits, a call in between, a seventh visit.
    fn klara() -> Vec<Act> {
        let visits = [(3, 16), (3, 23), (4, 7), (4, 14), (4, 21), (4, 28), (5, 5)];
        let mut acts: Vec<Act> = visits.iter().map(|(m, d)| act(date(2026, *m, *d), Form::Ambulatory)).collect();
        acts.push(act(date(2026, 3, 3), Form::Phone));
        acts.push(act(date(2026, 3, 30), Form::Phone));
        acts
    }

    #[test]
    fn the_visit_of_21_april_is_the_fifth_and_the_call_of_30_march_is_none() {
        let acts = klara();
        let number = |month, day, form| visit_number(&act(date(2026, month, day), form), &acts, Some(AGREEMENT));
        assert_eq!(number(3, 16, Form::Ambulatory), Some(1));
        assert_eq!(number(4, 21, Form::Ambulatory), Some(5));
        assert_eq!(number(4, 28, Form::Ambulatory), Some(6));
        assert_eq!(number(3, 30, Form::Phone), None);
        assert_eq!(visits(&acts, Some(AGREEMENT)), 7);
        assert_eq!(visits(&acts, None), 0);
    }

    #[test]
    fn only_a_personal_meeting_with_the_client_after_the_agreement_is_a_visit() {
        for form in Form::ALL {
            assert_eq!(is_visit(&act(AGREEMENT, *form), AGREEMENT), form.is_personal(), "{form:?}");
        }
        let visit = act(AGREEMENT, Form::Field);
        assert!(!is_visit(&act(date(2026, 3, 15), Form::Field), AGREEMENT));
        assert!(!is_visit(&Act { client_present: false, ..visit }, AGREEMENT));
        assert!(!is_visit(&Act { struck_out: true, ..visit }, AGREEMENT));
    }

    #[test]
    fn a_hint_at_the_fifth_a_question_and_a_task_after_the_sixth_and_the_seventh_goes_on() {
        let limit = 6;
        let after = |visits| counter(visits, limit, PlanStanding::Nothing);
        assert_eq!(after(0), Counter::Silent);
        assert_eq!(after(4), Counter::Counting { number: 4, limit });
        assert_eq!(after(5), Counter::Hint { number: 5, limit });
        assert_eq!(after(6), Counter::PlanNeeded { number: 6, limit });
        assert_eq!(after(7), Counter::PlanNeeded { number: 7, limit });
        let task = plan_task::<u8>(after(6), false, date(2026, 4, 28)).unwrap();
        assert_eq!((task.rule, task.due_on), (Rule::R054, date(2026, 5, 5)));
        assert_eq!(plan_task::<u8>(after(7), true, date(2026, 5, 5)), None);
        assert_eq!(plan_task::<u8>(after(5), false, date(2026, 4, 21)), None);
    }

    #[test]
    fn a_written_plan_or_a_reason_ends_the_question() {
        assert_eq!(counter(9, 6, PlanStanding::Written), Counter::Silent);
        let justified = counter(7, 6, PlanStanding::Justified);
        assert_eq!(justified, Counter::Justified { number: 7, limit: 6 });
        assert_eq!(plan_task::<u8>(justified, false, AGREEMENT), None);
    }

    #[test]
    fn an_unwritten_plan_says_why_it_suffices() {
        assert_eq!(check_decision(PlanForm::UnwrittenShortTerm, " "), Err(ReasonMissing));
        assert_eq!(check_decision(PlanForm::UnwrittenImmediate, ""), Err(ReasonMissing));
        assert_eq!(check_decision(PlanForm::UnwrittenShortTerm, "cca do šesti návštěv"), Ok(()));
        assert_eq!(check_decision(PlanForm::Written, ""), Ok(()));
    }

    proptest! {
        #[test]
        fn visits_are_numbered_one_by_one_in_whatever_order_they_were_written(
            days in prop::collection::btree_set(76i16..300, 1..12), phone in 76i16..300,
        ) {
            let day = |n: i16| date(2026, 1, 1).saturating_add(jiff::ToSpan::days(i64::from(n - 1)));
            let mut acts: Vec<Act> = days.iter().rev().map(|n| act(day(*n), Form::Field)).collect();
            acts.push(act(day(phone), Form::Phone));
            let visits_only = acts.iter().filter(|one| one.form == Form::Field).rev();
            let numbers: Vec<usize> = visits_only.filter_map(|one| visit_number(one, &acts, Some(AGREEMENT))).collect();
            let late: Vec<usize> = (1..=visits(&acts, Some(AGREEMENT))).collect();
            prop_assert_eq!(numbers, late);
        }
    }
}
