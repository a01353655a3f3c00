//! What another service shared: one item, for named workers, resting on exactly one ground that holds now.
//!
//! The ground is weighed at each read. What is withdrawn, expired, refused or not yet asked is no ground at all.

use super::{Act, Because, Mask, Reason, Scope, Subject, Verdict, granted_because, hidden};
use crate::coded;
use crate::consent::Decision;
use jiff::civil::Date;

coded! {
    /// How the viewer is related to one shared item; the strongest restriction comes first.
    pub enum Relation {
        /// From the folder it comes from, or from the one in which his service took it up.
        Excluded = "excluded",
        /// Named by the sender.
        Receiver = "receiver",
        /// Substitutes for a named receiver of his service today.
        Substitute = "substitute",
        /// Holds the folder in which his service took it up.
        KeyWorker = "key_worker",
        Nobody = "nobody",
    }
}

coded! {
    /// What an item can rest on. A ground in the law is never mixed up with a consent (R-061, section 2.7).
    pub enum GroundKind {
        /// Consent to case management and sharing.
        CaseManagement = "case_management",
        /// Consent to the handover of contacts, with named receivers.
        DataHandover = "data_handover",
        VitalInterest = "vital_interest",
        LegalDuty = "legal_duty",
    }
}

impl GroundKind {
    /// It asks for no consent, and no withdrawal ends it.
    pub fn is_in_the_law(self) -> bool {
        match self {
            GroundKind::VitalInterest | GroundKind::LegalDuty => true,
            GroundKind::CaseManagement | GroundKind::DataHandover => false,
        }
    }
}

/// The ground of an item as it stands at the moment of the request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ground {
    pub kind: GroundKind,
    /// None: the person has not been asked.
    pub decision: Option<Decision>,
    /// At whatever moment it is said to have been: what was taken back does not come back with a clock.
    pub is_withdrawn: bool,
    /// A newer decision took its place, or the person said no in the other service.
    pub is_superseded: bool,
    pub valid_from: Option<Date>,
    pub valid_until: Option<Date>,
    /// Topic, extent, purpose and validity all stand in it.
    pub is_complete: bool,
    pub covers_topic: bool,
    pub allows_direction: bool,
    /// Of a handover: the viewer or whom he substitutes for is named in it.
    pub names_receiver: bool,
    /// Of a ground in the law: its reason is written.
    pub has_reason: bool,
}

/// One item in front of one viewer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Share {
    pub relation: Relation,
    pub is_stopped: bool,
    pub ground: Ground,
}

impl Ground {
    /// Effective sharing = consent ∧ today within its validity ∧ topic ∈ topics ∧ direction, or the law.
    pub fn holds(&self, today: Date) -> bool {
        let has_begun = self.valid_from.is_some_and(|day| day <= today);
        // A consent to sharing names its last day; one to a handover may be open until it is withdrawn.
        let is_endless = self.valid_until.is_none() && self.kind == GroundKind::DataHandover;
        let is_over = !is_endless && self.valid_until.is_none_or(|day| day < today);
        let consented = self.decision == Some(Decision::Consent) && !self.is_withdrawn && !self.is_superseded;
        match self.kind {
            GroundKind::CaseManagement => {
                consented && has_begun && !is_over && self.is_complete && self.covers_topic && self.allows_direction
            }
            GroundKind::DataHandover => {
                consented && has_begun && !is_over && self.allows_direction && self.names_receiver
            }
            GroundKind::VitalInterest | GroundKind::LegalDuty => self.has_reason,
        }
    }
}

/// Decides about one shared item. Everything that is not granted looks as if it did not exist.
pub fn decide_shared(subject: Subject, share: &Share, act: Act, today: Date) -> Verdict {
    if act.scope() != Scope::Shared || !subject.is_care_worker() {
        return hidden(Reason::NotCareWork);
    }
    let because = if share.ground.kind.is_in_the_law() { Because::Law } else { Because::Consent };
    match share.relation {
        Relation::Excluded => hidden(Reason::Excluded),
        Relation::Nobody => hidden(Reason::OtherService),
        // A handover of contacts is for those whom it names and for nobody else.
        Relation::KeyWorker if share.ground.kind == GroundKind::DataHandover => hidden(Reason::OtherService),
        _ if share.is_stopped || !share.ground.holds(today) => hidden(Reason::NoGround),
        _ => granted_because(because, Mask::Whole),
    }
}

#[cfg(test)]
#[path = "shared_tests.rs"]
mod tests;
