//! Exclusion of a worker (R-059, glossary 105): the client's personal relation or another reason limits cooperation
//! with him. The excluded worker takes no part in the case, in whatever role, and does not learn that it exists.

use crate::coded;
use crate::rule::Rule;
use crate::task::{NewTask, Origin, Post};
use jiff::civil::Date;

coded! {
    /// Why; read by the key worker and the head only.
    pub enum ExclusionReason {
        PersonalRelation = "personal_relation",
        NegativeExperience = "negative_experience",
        PersonalAntipathy = "personal_antipathy",
        Other = "other",
    }
}

coded! {
    /// Every part that somebody can take in a case; an excluded worker takes none.
    pub enum Role {
        KeyWorker = "key_worker",
        Assigned = "assigned",
        Assessor = "assessor",
        Diagnostician = "diagnostician",
        Substitute = "substitute",
        IntervisionParticipant = "intervision_participant",
        MeetingParticipant = "meeting_participant",
        MinuteTaker = "minute_taker",
        Facilitator = "facilitator",
        ResponsiblePerson = "responsible_person",
        Addressee = "addressee",
    }
}

/// Message 128.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Excluded {
    pub role: Role,
}

/// Whether somebody can take a role in the case.
pub fn may_take(role: Role, excluded: bool) -> Result<(), Excluded> {
    if excluded { Err(Excluded { role }) } else { Ok(()) }
}

/// An exclusion holds from its first day to its last one; without a last day for good.
pub fn in_force(from: Date, until: Option<Date>, today: Date) -> bool {
    from <= today && until.is_none_or(|last| today <= last)
}

/// Who makes the exclusion.
#[derive(Clone, Copy, Debug)]
pub struct Maker {
    pub is_key_worker: bool,
    pub is_head: bool,
    /// Has a tie to the folder that lets him work in it.
    pub works_in_folder: bool,
}

/// Whom it concerns.
#[derive(Clone, Copy, Debug)]
pub struct Target {
    pub is_key_worker: bool,
    pub is_head: bool,
    /// Another head of the service, or a deputy named for this folder, would remain.
    pub another_head_remains: bool,
    pub is_excluded_already: bool,
}

/// An exclusion as somebody wants to make it.
#[derive(Clone, Copy, Debug)]
pub struct Exclusion {
    pub maker: Maker,
    pub target: Target,
    pub reason: Option<ExclusionReason>,
    pub from: Option<Date>,
    pub until: Option<Date>,
}

/// Why a worker cannot be excluded so.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Block {
    /// Made by the key worker or the head; about the head by any worker of the folder.
    NotYours,
    ReasonMissing,
    DateMissing,
    EndsBeforeItBegins,
    AlreadyExcluded,
    /// First the case is handed over, so that it is never without a key worker.
    HandOverFirst,
    /// First a deputy for this folder is named, who then acts as its head.
    NameDeputyFirst,
}

pub fn check(exclusion: &Exclusion) -> Vec<Block> {
    let Exclusion { maker, target, reason, from, until } = *exclusion;
    let may = maker.is_key_worker || maker.is_head || (target.is_head && maker.works_in_folder);
    let backwards = from.zip(until).is_some_and(|(first, last)| last < first);
    let found = [
        (!may, Block::NotYours),
        (reason.is_none(), Block::ReasonMissing),
        (from.is_none(), Block::DateMissing),
        (backwards, Block::EndsBeforeItBegins),
        (target.is_excluded_already, Block::AlreadyExcluded),
        (target.is_key_worker, Block::HandOverFirst),
        (target.is_head && !target.another_head_remains, Block::NameDeputyFirst),
    ];
    found.into_iter().filter(|(holds, _)| *holds).map(|(_, block)| block).collect()
}

/// Open tasks and drafts of the excluded worker are no longer his (D19); the key worker takes care of them.
pub fn task_for_what_he_left<W>(open_tasks: usize, drafts: usize, today: Date) -> Option<NewTask<W>> {
    (open_tasks + drafts > 0).then(|| NewTask::for_post(Origin::Exclusion, Rule::R059, Post::KeyWorker, today))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::coded::Coded;
    use jiff::civil::date;

    const NOBODY: Maker = Maker { is_key_worker: false, is_head: false, works_in_folder: false };
    const ALENA: Maker = Maker { is_key_worker: true, works_in_folder: true, ..NOBODY };
    const COLLEAGUE: Target =
        Target { is_key_worker: false, is_head: false, another_head_remains: true, is_excluded_already: false };

    fn exclusion(maker: Maker, target: Target) -> Exclusion {
        let reason = Some(ExclusionReason::PersonalRelation);
        Exclusion { maker, target, reason, from: Some(date(2026, 3, 9)), until: None }
    }

    #[test]
    fn the_key_worker_and_the_head_exclude_a_colleague_a_bystander_does_not() {
        let head = Maker { is_head: true, ..NOBODY };
        assert_eq!(check(&exclusion(ALENA, COLLEAGUE)), []);
        assert_eq!(check(&exclusion(head, COLLEAGUE)), []);
        let assigned = Maker { works_in_folder: true, ..NOBODY };
        assert_eq!(check(&exclusion(assigned, COLLEAGUE)), [Block::NotYours]);
    }

    #[test]
    fn about_the_head_any_worker_of_the_folder_may_do_it() {
        let assigned = Maker { works_in_folder: true, ..NOBODY };
        let head = Target { is_head: true, ..COLLEAGUE };
        assert_eq!(check(&exclusion(assigned, head)), []);
        assert_eq!(check(&exclusion(NOBODY, head)), [Block::NotYours]);
    }

    #[test]
    fn excluding_the_key_worker_first_asks_for_a_handover() {
        let key_worker = Target { is_key_worker: true, ..COLLEAGUE };
        assert_eq!(check(&exclusion(ALENA, key_worker)), [Block::HandOverFirst]);
    }

    #[test]
    fn the_only_head_is_excluded_after_a_deputy_is_named() {
        let only_head = Target { is_head: true, another_head_remains: false, ..COLLEAGUE };
        assert_eq!(check(&exclusion(ALENA, only_head)), [Block::NameDeputyFirst]);
        let with_deputy = Target { another_head_remains: true, ..only_head };
        assert_eq!(check(&exclusion(ALENA, with_deputy)), []);
    }

    #[test]
    fn an_exclusion_has_a_reason_and_a_period_and_is_made_once() {
        let twice = Target { is_excluded_already: true, ..COLLEAGUE };
        let empty = Exclusion { reason: None, from: None, ..exclusion(ALENA, twice) };
        assert_eq!(check(&empty), [Block::ReasonMissing, Block::DateMissing, Block::AlreadyExcluded]);
        let backwards = Exclusion { until: Some(date(2026, 3, 8)), ..exclusion(ALENA, COLLEAGUE) };
        assert_eq!(check(&backwards), [Block::EndsBeforeItBegins]);
    }

    #[test]
    fn an_excluded_worker_takes_no_role_at_all() {
        for role in Role::ALL {
            assert_eq!(may_take(*role, true), Err(Excluded { role: *role }));
            assert_eq!(may_take(*role, false), Ok(()));
        }
    }

    #[test]
    fn it_holds_to_the_end_of_its_last_day() {
        let (from, until) = (date(2026, 3, 9), Some(date(2026, 6, 30)));
        for (day, expected) in [(date(2026, 3, 8), false), (from, true), (date(2026, 6, 30), true)] {
            assert_eq!(in_force(from, until, day), expected, "{day}");
        }
        assert!(!in_force(from, until, date(2026, 7, 1)));
        assert!(in_force(from, None, date(2036, 7, 1)));
    }

    #[test]
    fn what_the_excluded_worker_left_is_a_task_of_the_key_worker() {
        assert_eq!(task_for_what_he_left::<u8>(0, 0, date(2026, 3, 9)), None);
        let task = task_for_what_he_left::<u8>(1, 2, date(2026, 3, 9));
        assert_eq!(task.map(|task| (task.rule, task.due_on)), Some((Rule::R059, date(2026, 3, 10))));
    }
}
