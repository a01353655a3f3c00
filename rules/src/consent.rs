//! Consent and its life cycle (R-024, R-052, R-082, R-084, section 2.7). What a consent that opens something to somebody
//! else must say is in [`sharing`].
//!
//! A “no” is a recorded fact. A withdrawal is a row beside the consent, a new consent names the one it supersedes,
//! and neither ever touches the original. The legal ground is kept apart from the signature (D9).

use crate::coded;
use crate::instant::Moment;
use crate::rule::Rule;
use crate::task::{NewTask, Origin, Post};
use jiff::civil::Date;

pub mod sharing;

coded! {
    /// To what the person consents. Each kind is asked for, given and withdrawn on its own.
    pub enum ConsentKind {
        PersonalDataProcessing = "personal_data_processing",
        /// Case management with another service, and what the two may tell each other.
        CaseManagement = "case_management",
        /// A closed set of data for named workers of another service.
        DataHandover = "data_handover",
        /// Somebody from elsewhere is invited.
        ThirdParty = "third_party",
        ChildParticipation = "child_participation",
    }
}

coded! {
    /// What the person decided. Not asked yet, withdrawn and expired are never stored as a decision.
    pub enum Decision {
        Consent = "consent",
        Dissent = "dissent",
    }
}

coded! {
    /// How it was given.
    pub enum ConsentForm {
        Oral = "oral",
        Written = "written",
    }
}

coded! {
    /// On what a processing of data rests: Article 6 of the GDPR, then Article 9 (section 2.7).
    pub enum LegalGround {
        /// 6(1)(a)
        Consent = "consent",
        /// 6(1)(b): the agreement and the steps before it
        Agreement = "agreement",
        /// 6(1)(c): § 88 f) and g), § 85(5), accounting
        LegalDuty = "legal_duty",
        /// 6(1)(d) and 9(2)(c): somebody's life or health is in danger
        VitalInterest = "vital_interest",
        /// 6(1)(e)
        PublicInterest = "public_interest",
        /// 6(1)(f)
        LegitimateInterest = "legitimate_interest",
        /// 9(2)(a)
        ExplicitConsent = "explicit_consent",
        /// 9(2)(b)
        SocialProtectionLaw = "social_protection_law",
        /// 9(2)(f)
        LegalClaims = "legal_claims",
        /// 9(2)(h) with (3): social care under the duty of secrecy
        SocialCare = "social_care",
    }
}

impl LegalGround {
    /// Ends with the withdrawal of a consent; every other ground goes on (section 2.7, “trap”).
    pub fn ends_with_withdrawal(self) -> bool {
        match self {
            LegalGround::Consent | LegalGround::ExplicitConsent => true,
            LegalGround::Agreement | LegalGround::LegalDuty | LegalGround::VitalInterest => false,
            LegalGround::PublicInterest | LegalGround::LegitimateInterest => false,
            LegalGround::SocialProtectionLaw | LegalGround::LegalClaims | LegalGround::SocialCare => false,
        }
    }
}

/// One recorded decision with what has happened to it since.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Consent {
    pub decision: Decision,
    pub form: ConsentForm,
    pub given: Moment,
    pub valid_from: Date,
    pub valid_until: Option<Date>,
    pub withdrawn_at: Option<i64>,
    /// When a newer decision replaced this one.
    pub superseded_at: Option<i64>,
}

/// What a decision means at a moment. A person without any decision has not been asked yet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    NotYetAsked,
    Dissent,
    /// Begins on a later day.
    NotYetValid,
    InForce,
    Expired,
    Withdrawn {
        at: i64,
    },
    Superseded,
}

/// The life cycle on one screen. A withdrawal works from its moment on, not from its day.
pub fn state(consent: &Consent, now: Moment) -> State {
    let past = |at: Option<i64>| at.filter(|at| *at <= now.at);
    match (past(consent.withdrawn_at), past(consent.superseded_at), consent.decision) {
        (Some(at), _, Decision::Consent) => State::Withdrawn { at },
        (_, Some(_), _) => State::Superseded,
        (_, None, Decision::Dissent) => State::Dissent,
        (None, None, Decision::Consent) if now.day < consent.valid_from => State::NotYetValid,
        (None, None, Decision::Consent) if consent.valid_until.is_some_and(|last| now.day > last) => State::Expired,
        (None, None, Decision::Consent) => State::InForce,
    }
}

/// What the newest of the recorded decisions means at a moment; none at all means that nobody asked.
pub fn standing(decisions: &[Consent], now: Moment) -> State {
    let known = decisions.iter().filter(|consent| consent.given.at <= now.at);
    known.max_by_key(|consent| consent.given).map_or(State::NotYetAsked, |newest| state(newest, now))
}

/// The person takes a consent back. The agreement goes on; the key worker talks about what now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Withdrawal<W> {
    pub at: i64,
    pub task: NewTask<W>,
}

/// Why a consent cannot be withdrawn so.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Block {
    AlreadyWithdrawn {
        at: i64,
    },
    /// A dissent, or no decision at all.
    NothingToWithdraw,
    /// A newer consent took its place; that one is to be withdrawn.
    Superseded,
    InTheFuture,
    BeforeItWasGiven,
}

/// Any consent that was given can be withdrawn, even one that begins later or has run out.
pub fn withdraw<W>(consent: &Consent, at: Moment, now: Moment) -> Result<Withdrawal<W>, Block> {
    match state(consent, now) {
        State::Withdrawn { at } => Err(Block::AlreadyWithdrawn { at }),
        State::Dissent | State::NotYetAsked => Err(Block::NothingToWithdraw),
        State::Superseded => Err(Block::Superseded),
        State::NotYetValid | State::InForce | State::Expired if at.at > now.at => Err(Block::InTheFuture),
        State::NotYetValid | State::InForce | State::Expired if at.at < consent.given.at => {
            Err(Block::BeforeItWasGiven)
        }
        State::NotYetValid | State::InForce | State::Expired => {
            let task = NewTask::for_post(Origin::ConsentWithdrawal, Rule::R052, Post::KeyWorker, now.day);
            Ok(Withdrawal { at: at.at, task })
        }
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::indexing_slicing)]
#[path = "consent_tests.rs"]
mod tests;
