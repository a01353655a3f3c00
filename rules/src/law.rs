//! What messages and papers cite. The words are data with dates of validity (`legal_reference`); here are only their
//! names, so that a renumbered section is a correction of data and never of code.

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
    }
}

impl Provision {
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
