//! A meeting of two services: for those who work with clients in one of the two; a peer mentor comes to the points of his
//! clients and to nothing else (R-075, R-077, D15).

use super::{Act, Because, Mask, Reason, Scope, Subject, Verdict, granted_because, hidden};

/// How the viewer stands to a meeting.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Attendance {
    /// He works in one of the two services now.
    pub is_of_the_services: bool,
    /// A peer mentor who was invited to it.
    pub is_invited: bool,
}

/// Decides about one meeting. Absent and forbidden look the same: another service does not learn that the two meet.
pub fn decide_meeting(subject: Subject, attendance: Attendance, act: Act) -> Verdict {
    if act.scope() != Scope::Meeting {
        return hidden(Reason::NotCareWork);
    }
    if !attendance.is_of_the_services {
        return hidden(Reason::OtherService);
    }
    match subject {
        Subject::SocialWorker | Subject::DirectCareWorker | Subject::OtherSpecialist => {
            granted_because(Because::OwnService, Mask::Whole)
        }
        Subject::PeerMentor if attendance.is_invited && act == Act::SeeMeeting => {
            granted_because(Because::OwnService, Mask::Mentor)
        }
        Subject::PeerMentor => hidden(Reason::NotThisProfession),
        Subject::Volunteer
        | Subject::Trainee
        | Subject::Dpo
        | Subject::TechnicalAdmin
        | Subject::Methodologist
        | Subject::OtherStaff
        | Subject::Inspector => hidden(Reason::NotCareWork),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::coded::Coded;

    const HERE: Attendance = Attendance { is_of_the_services: true, is_invited: false };

    fn is_granted(verdict: Verdict) -> bool {
        matches!(verdict, Verdict::Granted { .. })
    }

    #[test]
    fn minutes_are_for_those_who_work_with_clients_in_one_of_the_two_services() {
        for subject in Subject::ALL {
            let verdict = decide_meeting(*subject, HERE, Act::SeeMinutes);
            assert_eq!(is_granted(verdict), subject.is_care_worker(), "{subject:?}");
            let elsewhere = Attendance { is_of_the_services: false, is_invited: true };
            assert!(!is_granted(decide_meeting(*subject, elsewhere, Act::SeeMinutes)), "{subject:?}");
        }
    }

    #[test]
    fn an_invited_mentor_sees_the_meeting_by_his_own_view_and_no_minutes() {
        let invited = Attendance { is_invited: true, ..HERE };
        let seen = decide_meeting(Subject::PeerMentor, invited, Act::SeeMeeting);
        assert_eq!(seen, granted_because(Because::OwnService, Mask::Mentor));
        for act in Act::ALL.iter().filter(|act| act.scope() == Scope::Meeting && **act != Act::SeeMeeting) {
            assert!(!is_granted(decide_meeting(Subject::PeerMentor, invited, *act)), "{act:?}");
        }
        assert!(!is_granted(decide_meeting(Subject::PeerMentor, HERE, Act::SeeMeeting)));
    }

    #[test]
    fn an_act_of_another_scope_opens_no_meeting() {
        for act in Act::ALL.iter().filter(|act| act.scope() != Scope::Meeting) {
            assert!(!is_granted(decide_meeting(Subject::SocialWorker, HERE, *act)), "{act:?}");
        }
    }
}
