//! First contact and negotiation with the applicant (R-002 … … ).
//!
//! For the intake team: what may be saved, what is asked about, and how a negotiation ends. It ends by an agreement
//! only through its signing, and by a refusal only through the procedure of § 91(3); neither is offered here.

use crate::coded;
use crate::instant::{Moment, days_between};
use crate::profession::{Profession, may_take_first_contact_without_reason};
use crate::rule::{Findings, Warning};
use jiff::civil::Date;

coded! {
    /// How the person turned to the service.
    pub enum Channel {
        Phone = "phone",
        InPerson = "in_person",
        Email = "email",
    }
}

/// Why a first contact cannot be saved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ContactBlock {
    ChannelMissing,
    TimeMissing,
}

/// Only the channel and the time are mandatory; another specialist says why he took it.
pub fn check_first_contact(
    channel: Option<Channel>,
    at: Option<Moment>,
    taken_by: Profession,
) -> Findings<ContactBlock> {
    let mut findings = Findings::default();
    findings.block_if(channel.is_none(), ContactBlock::ChannelMissing);
    findings.block_if(at.is_none(), ContactBlock::TimeMissing);
    let another = !may_take_first_contact_without_reason(taken_by);
    findings.warn_if(another, Warning::FirstContactByAnotherSpecialist);
    findings
}

/// Whole days a person waits for the introductory consultation: to the day it was held, or to today.
pub fn waiting_days(requested_on: Date, held_on: Option<Date>, today: Date) -> i64 {
    days_between(requested_on, held_on.unwrap_or(today)).max(0)
}

/// The consultation is arranged in the shortest possible term; there is no hard limit.
pub fn waits_too_long(requested_on: Date, day: Date, limit: i64) -> Option<Warning> {
    let days = waiting_days(requested_on, Some(day), day);
    (days > limit).then_some(Warning::WaitsTooLong { days, limit })
}

/// A person is booked to a specialist on the ground of an introductory consultation.
pub fn check_booking_to_specialist(consultation_held: bool) -> Option<Warning> {
    (!consultation_held).then_some(Warning::BookedWithoutConsultation)
}

coded! {
    /// What every service is negotiated from.
    pub enum Circumstance {
        Wish = "wish",
        Need = "need",
        Ability = "ability",
        Possibility = "possibility",
    }
}

coded! {
    /// How a negotiation ended.
    pub enum Outcome {
        Agreement = "agreement",
        Refused = "refused_91_3",
        OtherServiceNeeded = "other_service_needed",
        ApplicantWithdrew = "applicant_withdrew",
        OneOffCounsellingOnly = "one_off_counselling_only",
        NoLongerContactable = "no_longer_contactable",
        Open = "open",
    }
}

/// What a worker may choose when closing a negotiation by hand; a service refuses for no other reason.
pub fn outcomes_offered() -> &'static [Outcome] {
    &[
        Outcome::OtherServiceNeeded,
        Outcome::ApplicantWithdrew,
        Outcome::OneOffCounsellingOnly,
        Outcome::NoLongerContactable,
    ]
}

coded! {
    /// Who found that another service is needed.
    pub enum WhoDecided {
        WorkerFinding = "worker_finding",
        ApplicantChoice = "applicant_choice",
    }
}

/// What one of the four fields holds. “Nezjištěno” counts when it says why.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Found {
    Written,
    NotFoundOut,
    Empty,
}

impl Found {
    pub fn of(text: &str, why_not_found_out: &str) -> Self {
        match (text.trim().is_empty(), why_not_found_out.trim().is_empty()) {
            (false, _) => Found::Written,
            (true, false) => Found::NotFoundOut,
            (true, true) => Found::Empty,
        }
    }
}

/// What the record of the negotiation holds so far.
#[derive(Clone, Copy, Debug)]
pub struct Negotiation {
    pub wish: Found,
    pub need: Found,
    pub ability: Found,
    pub possibility: Found,
    pub counselling_given: bool,
    pub social_inquiry_made: bool,
    pub understanding_confirmed: bool,
}

impl Negotiation {
    fn empty_circumstances(&self) -> Vec<Circumstance> {
        let fields = [
            (Circumstance::Wish, self.wish),
            (Circumstance::Need, self.need),
            (Circumstance::Ability, self.ability),
            (Circumstance::Possibility, self.possibility),
        ];
        fields.iter().filter(|(_, found)| *found == Found::Empty).map(|(circumstance, _)| *circumstance).collect()
    }
}

/// What is asked about when a negotiation ends so. Signing an agreement asks the same.
pub fn warnings_at_end(negotiation: &Negotiation, outcome: Outcome) -> Vec<Warning> {
    let empty = negotiation.empty_circumstances();
    let mut findings = Findings::<()>::default();
    findings.warn_if(!empty.is_empty(), Warning::NegotiationFieldsEmpty(empty));
    findings.warn_if(!negotiation.counselling_given, Warning::NoCounselling);
    let without_inquiry = outcome == Outcome::Agreement && !negotiation.social_inquiry_made;
    findings.warn_if(without_inquiry, Warning::NoSocialInquiry);
    findings.warn_if(!negotiation.understanding_confirmed, Warning::UnderstandingNotConfirmed);
    findings.warnings
}

/// How a worker wants to close the negotiation.
#[derive(Clone, Copy, Debug)]
pub struct Closing {
    pub outcome: Option<Outcome>,
    pub on: Option<Date>,
    pub worker_known: bool,
    pub who_decided: Option<WhoDecided>,
}

/// Why a negotiation cannot be closed so.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ClosingBlock {
    OutcomeMissing,
    DateMissing,
    InTheFuture,
    WorkerMissing,
    /// An agreement is concluded by its signing only.
    AgreementOnlyBySigning,
    /// A refusal has its own procedure with the reasons of § 91(3).
    RefusalHasItsProcedure,
    /// Another service is needed: basic counselling was not given.
    CounsellingMissing,
    /// Another service is needed: nobody says whether the worker found it or the applicant chose it.
    WhoDecidedMissing,
}

pub fn close(negotiation: &Negotiation, closing: &Closing, today: Date) -> Findings<ClosingBlock> {
    let outcome = closing.outcome.unwrap_or(Outcome::Open);
    let mut findings = Findings { blocks: Vec::new(), warnings: warnings_at_end(negotiation, outcome) };
    findings.block_if(closing.on.is_none(), ClosingBlock::DateMissing);
    findings.block_if(closing.on.is_some_and(|day| day > today), ClosingBlock::InTheFuture);
    findings.block_if(!closing.worker_known, ClosingBlock::WorkerMissing);
    match outcome {
        Outcome::Open => findings.blocks.push(ClosingBlock::OutcomeMissing),
        Outcome::Agreement => findings.blocks.push(ClosingBlock::AgreementOnlyBySigning),
        Outcome::Refused => findings.blocks.push(ClosingBlock::RefusalHasItsProcedure),
        Outcome::OtherServiceNeeded => {
            findings.block_if(!negotiation.counselling_given, ClosingBlock::CounsellingMissing);
            findings.block_if(closing.who_decided.is_none(), ClosingBlock::WhoDecidedMissing);
            // The block says it already; a reason would not help.
            findings.warnings.retain(|warning| *warning != Warning::NoCounselling);
        }
        Outcome::ApplicantWithdrew | Outcome::OneOffCounsellingOnly | Outcome::NoLongerContactable => {}
    }
    findings
}

/// An offer of another service.
#[derive(Clone, Copy, Debug)]
pub struct Referral<'a> {
    pub service_offered: &'a str,
    pub personal_data_enclosed: bool,
}

/// Why a referral cannot be made so.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReferralBlock {
    ServiceMissing,
    /// Personal data go only with the client's consent to their handover.
    PersonalData,
}

pub fn check_referral(referral: &Referral<'_>) -> Vec<ReferralBlock> {
    let mut findings = Findings::default();
    findings.block_if(referral.service_offered.trim().is_empty(), ReferralBlock::ServiceMissing);
    findings.block_if(referral.personal_data_enclosed, ReferralBlock::PersonalData);
    findings.blocks
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::indexing_slicing)]
#[path = "intake_tests.rs"]
mod tests;
