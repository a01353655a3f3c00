//! Inviting a worker into a case: from, to, why (access to the folder follows from it). A peer mentor is invited as a
//! mentor, who sees the mentor's view only; nobody else is.

use crate::profession::Profession;
use jiff::civil::Date;

/// An invitation as somebody wants to write it.
#[derive(Clone, Copy, Debug)]
pub struct Invitation<'a> {
    /// None when the worker is not of the service.
    pub profession: Option<Profession>,
    pub excluded: bool,
    pub is_key_worker: bool,
    pub is_invited_already: bool,
    pub from: Option<Date>,
    pub until: Option<Date>,
    pub why: &'a str,
}

/// Why a worker cannot be invited so.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Block {
    NotOfTheService,
    /// Volunteers and trainees see no folder.
    HoldsNoFolder,
    /// R-059, message 128.
    Excluded,
    IsKeyWorker,
    AlreadyInvited,
    DateMissing,
    EndsBeforeItBegins,
    WhyMissing,
}

/// Peer mentors always and nobody else.
pub fn as_mentor(profession: Profession) -> bool {
    profession == Profession::PeerMentor
}

/// Whether somebody of this profession may be given sight of a folder at all.
pub fn may_see_folders(profession: Profession) -> bool {
    !matches!(profession, Profession::Volunteer | Profession::Trainee)
}

pub fn check(invitation: &Invitation<'_>) -> Vec<Block> {
    let Invitation { profession, excluded, is_key_worker, is_invited_already, from, until, why } = *invitation;
    let backwards = from.zip(until).is_some_and(|(first, last)| last < first);
    let found = [
        (profession.is_none(), Block::NotOfTheService),
        (profession.is_some_and(|one| !may_see_folders(one)), Block::HoldsNoFolder),
        (excluded, Block::Excluded),
        (is_key_worker, Block::IsKeyWorker),
        (is_invited_already, Block::AlreadyInvited),
        (from.is_none(), Block::DateMissing),
        (backwards, Block::EndsBeforeItBegins),
        (why.trim().is_empty(), Block::WhyMissing),
    ];
    found.into_iter().filter(|(holds, _)| *holds).map(|(_, block)| block).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::coded::Coded;
    use jiff::civil::date;

    fn invitation(profession: Profession) -> Invitation<'static> {
        Invitation {
            profession: Some(profession),
            excluded: false,
            is_key_worker: false,
            is_invited_already: false,
            from: Some(date(2026, 3, 9)),
            until: None,
            why: "dluhové poradenství",
        }
    }

    #[test]
    fn only_peer_mentors_are_mentors() {
        for profession in Profession::ALL {
            assert_eq!(as_mentor(*profession), *profession == Profession::PeerMentor);
        }
    }

    #[test]
    fn a_volunteer_and_a_trainee_are_given_no_folder() {
        assert_eq!(check(&invitation(Profession::SocialWorker)), []);
        assert_eq!(check(&invitation(Profession::PeerMentor)), []);
        assert_eq!(check(&invitation(Profession::Volunteer)), [Block::HoldsNoFolder]);
        assert_eq!(check(&invitation(Profession::Trainee)), [Block::HoldsNoFolder]);
    }

    #[test]
    fn an_excluded_worker_and_the_key_worker_are_not_invited() {
        let excluded = Invitation { excluded: true, ..invitation(Profession::SocialWorker) };
        assert_eq!(check(&excluded), [Block::Excluded]);
        let key_worker = Invitation { is_key_worker: true, ..invitation(Profession::SocialWorker) };
        assert_eq!(check(&key_worker), [Block::IsKeyWorker]);
    }

    #[test]
    fn an_invitation_says_from_when_and_why_and_is_made_once() {
        let empty = Invitation {
            from: None,
            why: " ",
            profession: None,
            is_invited_already: true,
            ..invitation(Profession::SocialWorker)
        };
        let expected = [Block::NotOfTheService, Block::AlreadyInvited, Block::DateMissing, Block::WhyMissing];
        assert_eq!(check(&empty), expected);
        let backwards = Invitation { until: Some(date(2026, 3, 8)), ..invitation(Profession::SocialWorker) };
        assert_eq!(check(&backwards), [Block::EndsBeforeItBegins]);
    }
}
