//! What messages and papers cite. The words are data with dates of validity (`legal_reference`); here are only their
//! names, so that a renumbered section is a correction of data and never of code.

use crate::access::GroundKind;
use crate::coded;
use crate::refusal::RefusalReason;

coded! {
    /// A provision that the house cites.
    pub enum Provision {
        Act = "act",
        RefusalReasons = "refusal_reasons",
        RefusalA = "refusal_a",
        RefusalB = "refusal_b",
        RefusalC = "refusal_c",
        RefusalD = "refusal_d",
        RefusalNotice = "refusal_notice",
        RefusedRegister = "refused_register",
        AgreementForm = "agreement_form",
        AgreementParties = "agreement_parties",
        AgreementKind = "agreement_kind",
        AgreementExtent = "agreement_extent",
        AgreementPlace = "agreement_place",
        AgreementPayment = "agreement_payment",
        AgreementRules = "agreement_rules",
        AgreementTermination = "agreement_termination",
        AgreementValidity = "agreement_validity",
        BasicCounselling = "basic_counselling",
        Confidentiality = "confidentiality",
        /// On what something crosses to another service without a consent; offered only while it has words.
        SharingVitalInterest = "sharing_vital_interest",
        SharingLegalDuty = "sharing_legal_duty",
    }
}

impl Provision {
    /// What is cited when something is shared on this ground; a consent cites nothing.
    pub fn of_ground(ground: GroundKind) -> Option<Self> {
        match ground {
            GroundKind::VitalInterest => Some(Provision::SharingVitalInterest),
            GroundKind::LegalDuty => Some(Provision::SharingLegalDuty),
            GroundKind::CaseManagement | GroundKind::DataHandover => None,
        }
    }

    /// Without words it is not offered from that day on; every other provision is always cited somehow.
    pub fn may_be_withheld(self) -> bool {
        matches!(self, Provision::SharingVitalInterest | Provision::SharingLegalDuty)
    }

    /// The letter under which an applicant is refused.
    pub fn of_refusal(reason: RefusalReason) -> Self {
        match reason {
            RefusalReason::NotProvided => Provision::RefusalA,
            RefusalReason::Capacity => Provision::RefusalB,
            RefusalReason::HealthState => Provision::RefusalC,
            RefusalReason::EndedForBreach => Provision::RefusalD,
        }
    }
}
