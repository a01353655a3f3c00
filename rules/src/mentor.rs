//! A peer mentor asks in favour of a client (R-104–R-108, case 5 of the methodology): whom he may ask, when directly, and
//! what he owes afterwards.

use crate::calendar::add_working_days;
use crate::coded;
use crate::profession::Profession;
use crate::rule::Rule;
use crate::task::{Addressee, NewTask, Origin};
use jiff::civil::Date;

coded! {
    /// Why he asks the other service directly.
    pub enum DirectReason {
        /// a) no social worker of his service is available
        Unavailable = "unavailable",
        /// b) it is urgent
        Urgent = "urgent",
        /// c) by earlier experience it belongs to the other service
        KnownFromBefore = "known_from_before",
    }
}

coded! {
    /// What the two of them concluded.
    pub enum Conclusion {
        /// His own service can satisfy the commission.
        WithinService = "within_service",
        /// The other service fits better.
        OtherService = "other_service",
        /// The question is answered, nothing follows from it.
        Answered = "answered",
    }
}

/// A question before it is asked.
#[derive(Clone, Copy, Debug)]
pub struct Question {
    pub asker: Profession,
    pub has_area: bool,
    pub has_text: bool,
    /// The profession of whom he asks; none when nobody was chosen.
    pub addressee: Option<Profession>,
    /// To another service, past the social workers of his own.
    pub is_direct: bool,
    pub reason: Option<DirectReason>,
    /// The client is named in the text, and no consent in force lets the name cross.
    pub names_client: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum QuestionBlock {
    NotPeerMentor,
    NoArea,
    NoText,
    NoAddressee,
    /// In his own service he turns to a social worker.
    NotSocialWorker,
    /// Directly only for a reason.
    NoReason,
    /// Without a consent the client stays without a name.
    NamesClient,
}

pub fn check(question: &Question) -> Vec<QuestionBlock> {
    let is_strange = !question.is_direct && question.addressee.is_some_and(|one| one != Profession::SocialWorker);
    let asked = [
        (question.asker != Profession::PeerMentor, QuestionBlock::NotPeerMentor),
        (!question.has_area, QuestionBlock::NoArea),
        (!question.has_text, QuestionBlock::NoText),
        (question.addressee.is_none(), QuestionBlock::NoAddressee),
        (is_strange, QuestionBlock::NotSocialWorker),
        (question.is_direct && question.reason.is_none(), QuestionBlock::NoReason),
        (question.is_direct && question.names_client, QuestionBlock::NamesClient),
    ];
    asked.into_iter().filter(|(stands, _)| *stands).map(|(_, block)| block).collect()
}

/// How a question stands. Inside the service the answer closes it. What the other service was asked is closed by
/// the mentor's note alone, and with the note both notices go out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    WaitsForAnswer,
    WaitsForNote,
    Closed,
}

pub fn stage(is_direct: bool, is_answered: bool, is_noted: bool) -> Stage {
    match (is_direct, is_answered, is_noted) {
        (true, _, true) | (false, true, _) => Stage::Closed,
        (true, true, false) => Stage::WaitsForNote,
        (_, false, _) => Stage::WaitsForAnswer,
    }
}

/// Whether the note can be written that closes it: after the answer, once, and with somebody to tell on both sides.
pub fn may_note(stage: Stage, social_workers: usize, heads: usize) -> bool {
    stage == Stage::WaitsForNote && social_workers > 0 && heads > 0
}

/// The mentor notes briefly what was consulted, within two working days.
pub fn note_task<W>(mentor: W, answered_on: Date) -> NewTask<W> {
    NewTask {
        origin: Origin::MentorConsultation,
        rule: Rule::R107,
        addressee: Addressee::Worker(mentor),
        due_on: add_working_days(answered_on, 2),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    /// Jan Vozík asks Iva Rampová, a social worker of his own service.
    fn usual() -> Question {
        Question {
            asker: Profession::PeerMentor,
            has_area: true,
            has_text: true,
            addressee: Some(Profession::SocialWorker),
            is_direct: false,
            reason: None,
            names_client: false,
        }
    }

    #[test]
    fn jan_turns_to_a_social_worker_of_his_own_service_without_a_reason() {
        assert_eq!(check(&usual()), []);
        let psychologist = Question { addressee: Some(Profession::OtherSpecialist), ..usual() };
        assert_eq!(check(&psychologist), [QuestionBlock::NotSocialWorker]);
        assert_eq!(check(&Question { addressee: None, ..usual() }), [QuestionBlock::NoAddressee]);
        assert_eq!(check(&Question { has_area: false, ..usual() }), [QuestionBlock::NoArea]);
        assert_eq!(check(&Question { has_text: false, ..usual() }), [QuestionBlock::NoText]);
    }

    #[test]
    fn directly_he_turns_only_for_a_reason_and_without_the_name() {
        let direct = Question { is_direct: true, addressee: Some(Profession::DirectCareWorker), ..usual() };
        assert_eq!(check(&direct), [QuestionBlock::NoReason]);
        for reason in [DirectReason::Unavailable, DirectReason::Urgent, DirectReason::KnownFromBefore] {
            let with_reason = Question { reason: Some(reason), ..direct };
            assert_eq!(check(&with_reason), []);
            assert_eq!(check(&Question { names_client: true, ..with_reason }), [QuestionBlock::NamesClient]);
        }
    }

    #[test]
    fn nobody_else_asks_this_way() {
        let by_iva = Question { asker: Profession::SocialWorker, ..usual() };
        assert_eq!(check(&by_iva), [QuestionBlock::NotPeerMentor]);
    }

    #[test]
    fn it_is_closed_by_the_note_after_the_answer_and_only_when_both_are_told() {
        assert!(!may_note(stage(true, false, false), 1, 1));
        assert!(may_note(stage(true, true, false), 1, 1));
        assert!(!may_note(stage(true, true, false), 0, 1));
        assert!(!may_note(stage(true, true, false), 1, 0));
        assert!(!may_note(stage(true, true, true), 1, 1));
        assert_eq!(stage(false, true, false), Stage::Closed, "inside the service the answer is enough");
    }

    #[test]
    fn the_note_is_due_two_working_days_after_the_answer() {
        // Answered on Thursday before Easter Friday.
        assert_eq!(note_task(1_u8, date(2026, 4, 2)).due_on, date(2026, 4, 8));
        assert_eq!(note_task(1_u8, date(2026, 3, 3)).due_on, date(2026, 3, 5));
    }
}
