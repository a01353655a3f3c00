//! Who may do what. Pure functions over plain values; everything they do not grant is refused.
//!
//! The unit is the folder in a service: another service of the same provider sees nothing, and an excluded
//! worker cannot even learn that the folder exists. The whole table is `docs/access-matrix.txt`.

mod act;
mod meeting;
mod reading;
mod shared;

pub use act::{Act, Scope};
pub use meeting::{Attendance, decide_meeting};
pub use shared::{Ground, GroundKind, Relation, Share, decide_shared};

use crate::coded;

coded! {
    /// As whom the viewer works: a profession in a service, or a mandate over the whole provider.
    pub enum Subject {
        SocialWorker = "social_worker",
        DirectCareWorker = "direct_care_worker",
        OtherSpecialist = "other_specialist",
        PeerMentor = "peer_mentor",
        Volunteer = "volunteer",
        Trainee = "trainee",
        Dpo = "dpo",
        TechnicalAdmin = "technical_admin",
        Methodologist = "methodologist",
        OtherStaff = "other_staff",
        /// Comes from outside, for the inspections that heads of services open (sections 97–99 of the act).
        Inspector = "inspector",
    }
}

impl Subject {
    /// Works with clients on his own responsibility: may take contacts, assess, hold folders.
    pub fn is_care_worker(self) -> bool {
        matches!(self, Self::SocialWorker | Self::DirectCareWorker | Self::OtherSpecialist)
    }
}

coded! {
    /// What ties the viewer to the folder; the strongest restriction comes first.
    pub enum Tie {
        Excluded = "excluded",
        KeyWorker = "key_worker",
        ServiceHead = "service_head",
        Assigned = "assigned",
        Substitute = "substitute",
        Mentor = "mentor",
        Intake = "intake",
        HandoverAddressee = "handover_addressee",
        SameService = "same_service",
        /// Named in an inspection that is in force.
        Inspection = "inspection",
        OtherService = "other_service",
    }
}

/// How much of a folder is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mask {
    /// Everything that the act concerns.
    Whole,
    /// A peer mentor's view: name, contact, commission, the steps of the plan that name him, his own notes.
    Mentor,
    /// The addressee of a handover: name, reason, note and open legal deadlines (D17).
    Handover,
}

/// Why the viewer sees what he sees; the page can say it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Because {
    Tie(Tie),
    /// Works in the service whose desk this is.
    OwnService,
    /// Holds a mandate over the house.
    Mandate,
    /// It is his own.
    Own,
    /// The client consented to its sharing.
    Consent,
    /// The law says that it may be shared.
    Law,
}

coded! {
    pub enum Reason {
        Excluded = "excluded",
        OtherService = "other_service",
        NotAssigned = "not_assigned",
        NotCareWork = "not_care_work",
        NotThisProfession = "not_this_profession",
        KeyWorkerOrHeadOnly = "key_worker_or_head_only",
        HeadOnly = "head_only",
        NotYourMandate = "not_your_mandate",
        InspectionReadsOnly = "inspection_reads_only",
        /// What was shared rests on nothing any more.
        NoGround = "no_ground",
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    Granted {
        because: Because,
        mask: Mask,
    },
    /// `reveal` says whether the viewer may learn that the folder exists at all.
    Refused {
        reason: Reason,
        reveal: bool,
    },
}

/// Decides about one act on one folder. Total, denies by default, and a restriction beats every grant.
pub fn decide(subject: Subject, tie: Tie, act: Act) -> Verdict {
    if act.scope() != Scope::Folder {
        return hidden(Reason::NotCareWork);
    }
    match (subject, tie) {
        (
            Subject::Dpo
            | Subject::TechnicalAdmin
            | Subject::Methodologist
            | Subject::OtherStaff
            | Subject::Volunteer
            | Subject::Trainee,
            _,
        ) => hidden(Reason::NotCareWork),
        (_, Tie::Excluded) => hidden(Reason::Excluded),
        (Subject::Inspector, Tie::Inspection) if act.is_read_by_inspection() => granted(tie, Mask::Whole),
        (Subject::Inspector, Tie::Inspection) => refused(Reason::InspectionReadsOnly),
        // Whoever works in a service reads no other one, even if he comes to it as an inspector at other times.
        (Subject::Inspector, _) | (_, Tie::Inspection | Tie::OtherService) => hidden(Reason::OtherService),
        (Subject::PeerMentor, Tie::Mentor) => mentor(act),
        (Subject::PeerMentor, _) => hidden(Reason::NotAssigned),
        (_, Tie::Mentor) => refused(Reason::NotThisProfession),
        (_, Tie::KeyWorker | Tie::ServiceHead) => granted(tie, Mask::Whole),
        (_, Tie::Assigned | Tie::Substitute | Tie::Intake) if act.is_of_key_worker_or_head() => {
            refused(Reason::KeyWorkerOrHeadOnly)
        }
        (_, Tie::Assigned | Tie::Substitute | Tie::Intake) => granted(tie, Mask::Whole),
        (_, Tie::HandoverAddressee) if act == Act::AnswerHandover => granted(tie, Mask::Handover),
        (_, Tie::HandoverAddressee | Tie::SameService) => refused(Reason::NotAssigned),
    }
}

/// A peer mentor reads the cover and his own notes, and writes notes (02-access: “no other record”).
fn mentor(act: Act) -> Verdict {
    match act {
        // Of the plan he reads the steps that name him.
        Act::SeeFolder | Act::SeeTimeline | Act::SeeRecord | Act::SeePlan | Act::WriteRecord | Act::CorrectRecord => {
            granted(Tie::Mentor, Mask::Mentor)
        }
        // What he asks in favour of the client.
        Act::SeeMentorConsultations | Act::AskMentorConsultation | Act::NoteMentorConsultation => {
            granted(Tie::Mentor, Mask::Mentor)
        }
        _ => refused(Reason::NotThisProfession),
    }
}

/// Decides about things of a service without a folder: first contacts, anonymous contacts, settings.
pub fn decide_desk(subject: Subject, is_head: bool, act: Act) -> Verdict {
    if act.scope() != Scope::Desk || !subject.is_care_worker() {
        return hidden(Reason::NotCareWork);
    }
    if act.is_of_key_worker_or_head() && !is_head {
        return refused(Reason::HeadOnly);
    }
    Verdict::Granted { because: Because::OwnService, mask: Mask::Whole }
}

/// Decides about lists over folders: for those who work with clients, the overview of the service for its head, the
/// folders of his inspections for an inspector.
pub fn decide_caseload(subject: Subject, is_head: bool, act: Act) -> Verdict {
    if act == Act::SeeInspected && subject == Subject::Inspector {
        return granted(Tie::Inspection, Mask::Whole);
    }
    let works_here = subject.is_care_worker() || subject == Subject::PeerMentor;
    if act.scope() != Scope::Caseload || act == Act::SeeInspected || !works_here {
        return hidden(Reason::NotCareWork);
    }
    if act.is_of_key_worker_or_head() && !is_head {
        return refused(Reason::HeadOnly);
    }
    Verdict::Granted { because: Because::OwnService, mask: Mask::Whole }
}

/// Decides about the house: accounts, services, the journal for the data protection officer.
pub fn decide_house(subject: Subject, act: Act) -> Verdict {
    let is_his = match act {
        Act::SeeJournal | Act::PrintCheckpoint => subject == Subject::Dpo,
        Act::SeeAccounts | Act::ManageAccounts | Act::ManageServices => subject == Subject::TechnicalAdmin,
        _ => false,
    };
    if is_his {
        Verdict::Granted { because: Because::Mandate, mask: Mask::Whole }
    } else {
        hidden(Reason::NotYourMandate)
    }
}

/// How a folder appears in lists, search, counts and tasks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Listed {
    No,
    /// Name and key worker, matched by name only.
    NameOnly,
    Fully,
}

/// What a folder's line in a list needs. `kernel::caseload` says the same in SQL; a test holds the two together.
pub fn listed(subject: Subject, tie: Tie, same_service_sees_name: bool) -> Listed {
    match tie {
        // What an inspection may see stands on its own first page and in no list, search or count.
        Tie::Excluded | Tie::Inspection | Tie::OtherService => Listed::No,
        Tie::Mentor => {
            if subject == Subject::PeerMentor {
                Listed::Fully
            } else {
                Listed::No
            }
        }
        _ if !subject.is_care_worker() => Listed::No,
        Tie::KeyWorker | Tie::ServiceHead | Tie::Assigned | Tie::Substitute | Tie::Intake => Listed::Fully,
        // Who is asked to take the case over learns its name from the handover itself (D17).
        Tie::HandoverAddressee => Listed::NameOnly,
        Tie::SameService if same_service_sees_name => Listed::NameOnly,
        Tie::SameService => Listed::No,
    }
}

fn granted(tie: Tie, mask: Mask) -> Verdict {
    granted_because(Because::Tie(tie), mask)
}

fn granted_because(because: Because, mask: Mask) -> Verdict {
    Verdict::Granted { because, mask }
}

fn refused(reason: Reason) -> Verdict {
    Verdict::Refused { reason, reveal: true }
}

fn hidden(reason: Reason) -> Verdict {
    Verdict::Refused { reason, reveal: false }
}

#[cfg(test)]
#[path = "access_tests.rs"]
mod tests;
