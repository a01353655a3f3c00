//! Tasks and terms (decision 9, R-029): deeds leave tasks behind; how urgent one is follows from the day it is read.

use crate::calendar::shifted;
use crate::coded;
use crate::instant::days_between;
use crate::rule::Rule;
use jiff::civil::Date;

coded! {
    /// What a task came from; the task stores it with the id of that thing.
    pub enum Origin {
        IntroConsultation = "intro_consultation",
        FirstContact = "first_contact",
        OralConsent = "oral_consent",
        CrisisIntervention = "crisis_intervention",
        ConsentWithdrawal = "consent_withdrawal",
        Visit = "visit",
        Agreement = "agreement",
        IndividualPlan = "individual_plan",
        Evaluation = "evaluation",
        Handover = "handover",
        Exclusion = "exclusion",
        AccountDisabled = "account_disabled",
        Refusal = "refusal",
        PublicText = "public_text",
        /// Another service was asked for a part of the commission, or answered.
        CommissionPart = "commission_part",
        MentorConsultation = "mentor_consultation",
        Meeting = "meeting",
        ByHand = "by_hand",
    }
}

coded! {
    /// A post that somebody holds at any moment, so that a task follows the person who holds it.
    pub enum Post {
        KeyWorker = "key_worker",
        Intake = "intake",
        ServiceHead = "service_head",
    }
}

/// For whom a task is: a named worker, or whoever holds a post.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Addressee<W> {
    Worker(W),
    Post(Post),
}

/// A task that a deed leaves behind; the slice adds the service, the folder and the id of the origin.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewTask<W> {
    pub origin: Origin,
    pub rule: Rule,
    pub addressee: Addressee<W>,
    pub due_on: Date,
}

impl<W> NewTask<W> {
    /// A task for the holder of a post, due so many days after the deed.
    pub fn for_post(origin: Origin, rule: Rule, post: Post, deed_on: Date) -> Self {
        let due_on = shifted(deed_on, days_given(origin));
        NewTask { origin, rule, addressee: Addressee::Post(post), due_on }
    }
}

/// How many days a task has when no rule of the source says so. What takes away somebody's ground or key worker
/// is for the next day; papers and decisions have a week, as long as the assessment.
fn days_given(origin: Origin) -> i64 {
    match origin {
        Origin::ConsentWithdrawal | Origin::Exclusion | Origin::AccountDisabled => 1,
        Origin::IntroConsultation | Origin::FirstContact | Origin::OralConsent | Origin::CrisisIntervention => 7,
        Origin::Visit | Origin::Handover | Origin::ByHand => 7,
        Origin::Agreement | Origin::IndividualPlan | Origin::Evaluation => 7,
        Origin::Refusal | Origin::PublicText => 7,
        Origin::CommissionPart => 1,
        Origin::MentorConsultation => 2,
        Origin::Meeting => 5,
    }
}

/// A case whose key worker's account was disabled: the head acts as substitute and names another (D26).
pub fn after_account_disabled<W>(today: Date) -> NewTask<W> {
    NewTask::for_post(Origin::AccountDisabled, Rule::D26, Post::ServiceHead, today)
}

/// So many days before the due day a term turns amber: the assessment due on the 10th from the 8th.
pub const AMBER_DAYS: i64 = 2;

/// How a term looks on a day. Computed at each read, never stored.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Urgency {
    Calm { days_left: i64 },
    Amber { days_left: i64 },
    DueToday,
    Overdue { days: i64 },
}

pub fn urgency(due_on: Date, today: Date) -> Urgency {
    match days_between(today, due_on) {
        0 => Urgency::DueToday,
        late if late < 0 => Urgency::Overdue { days: -late },
        days_left if days_left <= AMBER_DAYS => Urgency::Amber { days_left },
        days_left => Urgency::Calm { days_left },
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;
    use proptest::prelude::*;

    #[test]
    fn the_assessment_of_klara_vzorna_turns_amber_on_sunday_and_late_on_wednesday() {
        let due = date(2026, 3, 10);
        let table = [
            (date(2026, 3, 3), Urgency::Calm { days_left: 7 }),
            (date(2026, 3, 7), Urgency::Calm { days_left: 3 }),
            (date(2026, 3, 8), Urgency::Amber { days_left: 2 }),
            (date(2026, 3, 9), Urgency::Amber { days_left: 1 }),
            (date(2026, 3, 10), Urgency::DueToday),
            (date(2026, 3, 11), Urgency::Overdue { days: 1 }),
        ];
        for (day, expected) in table {
            assert_eq!(urgency(due, day), expected, "{day}");
        }
    }

    #[test]
    fn a_case_without_its_key_worker_is_for_the_head_tomorrow() {
        let task = after_account_disabled::<u8>(date(2026, 5, 4));
        assert_eq!(task.addressee, Addressee::Post(Post::ServiceHead));
        assert_eq!(task.due_on, date(2026, 5, 5));
    }

    proptest! {
        #[test]
        fn a_term_never_gets_calmer_as_days_go(left in -400i64..400) {
            let rank = |urgency| match urgency {
                Urgency::Calm { days_left } => (0, -days_left),
                Urgency::Amber { days_left } => (1, -days_left),
                Urgency::DueToday => (2, 0),
                Urgency::Overdue { days } => (3, days),
            };
            let due = date(2026, 3, 10);
            let today = shifted(due, -left);
            prop_assert!(rank(urgency(due, today)) < rank(urgency(due, shifted(today, 1))));
        }
    }
}
