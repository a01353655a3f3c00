//! Consents that open something to somebody else: what such a decision must say before it is recorded, and
//! how long it holds.

use super::{ConsentForm, ConsentKind, Decision};
use crate::coded;
use crate::instant::{Moment, days_between};
use crate::profession::Profession;
use jiff::civil::Date;

/// The worker is warned from so many days before the last day.
pub const WARN_DAYS: i64 = 14;
/// How long case management is usually agreed for; a suggestion only.
pub const USUAL_MONTHS: i32 = 12;

coded! {
    /// Which way things may go, seen from the service that keeps the folder.
    pub enum Direction {
        Outward = "outward",
        Inward = "inward",
        Both = "both",
    }
}

impl Direction {
    /// The same, seen from the other service.
    pub fn reversed(self) -> Self {
        match self {
            Self::Outward => Self::Inward,
            Self::Inward => Self::Outward,
            Self::Both => Self::Both,
        }
    }
}

impl ConsentKind {
    /// Opens something to somebody else; the processing inside the service is another thing.
    pub fn is_sharing(self) -> bool {
        self != Self::PersonalDataProcessing
    }

    /// Another service of this provider is on the other side.
    pub fn is_towards_service(self) -> bool {
        matches!(self, Self::CaseManagement | Self::DataHandover)
    }
}

/// A decision as it is about to be recorded.
#[derive(Clone, Copy, Debug)]
pub struct Proposal {
    pub kind: ConsentKind,
    pub decision: Decision,
    pub form: ConsentForm,
    pub names_service: bool,
    pub names_addressee: bool,
    pub direction: Option<Direction>,
    pub topics: usize,
    pub has_extent: bool,
    pub has_purpose: bool,
    pub valid_from: Option<Date>,
    pub valid_until: Option<Date>,
    /// Workers named as those who receive.
    pub named_workers: usize,
    pub is_represented: bool,
    pub has_authority: bool,
    /// The moment it was voiced; of a paper, the day it was signed.
    pub given: Option<Moment>,
    /// When the client answered the same question last, or took that answer back.
    pub answered_at: Option<i64>,
    pub recorder: Profession,
    pub now: Moment,
}

/// Why a decision is not recorded so.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SharingBlock {
    /// Case management is explained, and the answer recorded, by a social worker.
    NotSocialWorker,
    NoService,
    NoAddressee,
    NoDirection,
    NoTopic,
    NoExtent,
    NoPurpose,
    NoValidity,
    UntilBeforeFrom,
    /// A spoken consent is not enough to hand data over.
    OralHandover,
    NoDay,
    /// Nobody is named who receives the data.
    NoNamedWorker,
    NoAuthority,
    InTheFuture,
    /// The client answered the same question later; the older answer is not put under it.
    AnsweredLater {
        at: i64,
    },
}

/// Everything that stands in the way; nothing means that it may be recorded. A “no” needs nothing but whom it concerns.
pub fn check(proposal: &Proposal) -> Vec<SharingBlock> {
    let mut blocks = common(proposal);
    if proposal.decision == Decision::Consent {
        blocks.extend(of_consent(proposal));
    }
    blocks
}

fn common(proposal: &Proposal) -> Vec<SharingBlock> {
    let kind = proposal.kind;
    let is_case_management = kind == ConsentKind::CaseManagement;
    let given = proposal.given;
    let later = proposal.answered_at.filter(|at| given.is_some_and(|given| given.at < *at));
    let mut blocks = named([
        (is_case_management && proposal.recorder != Profession::SocialWorker, SharingBlock::NotSocialWorker),
        (kind.is_towards_service() && !proposal.names_service, SharingBlock::NoService),
        (!kind.is_towards_service() && !proposal.names_addressee, SharingBlock::NoAddressee),
        (proposal.is_represented && !proposal.has_authority, SharingBlock::NoAuthority),
        (given.is_none(), SharingBlock::NoDay),
        (given.is_some_and(|given| given.at > proposal.now.at), SharingBlock::InTheFuture),
    ]);
    blocks.extend(later.map(|at| SharingBlock::AnsweredLater { at }));
    blocks
}

/// The four things that every consent says; of a handover, the paper and the names.
fn of_consent(proposal: &Proposal) -> Vec<SharingBlock> {
    let kind = proposal.kind;
    let is_handover = kind == ConsentKind::DataHandover;
    let has_topics = matches!(kind, ConsentKind::CaseManagement | ConsentKind::ThirdParty);
    let is_limited = has_topics || is_handover;
    let backwards = match (proposal.valid_from, proposal.valid_until) {
        (Some(from), Some(until)) => until < from,
        _ => false,
    };
    let is_bounded = proposal.valid_from.is_some() && proposal.valid_until.is_some();
    named([
        (kind == ConsentKind::CaseManagement && proposal.direction.is_none(), SharingBlock::NoDirection),
        (has_topics && proposal.topics == 0, SharingBlock::NoTopic),
        (!proposal.has_extent, SharingBlock::NoExtent),
        (!proposal.has_purpose, SharingBlock::NoPurpose),
        (is_limited && !is_bounded, SharingBlock::NoValidity),
        (backwards, SharingBlock::UntilBeforeFrom),
        (is_handover && proposal.form == ConsentForm::Oral, SharingBlock::OralHandover),
        (is_handover && proposal.named_workers == 0, SharingBlock::NoNamedWorker),
    ])
}

fn named<const N: usize>(asked: [(bool, SharingBlock); N]) -> Vec<SharingBlock> {
    asked.into_iter().filter(|(stands, _)| *stands).map(|(_, block)| block).collect()
}

/// How near the last day is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Expiry {
    /// Far, or without an end.
    Far,
    /// Talk about a new one; on the last day itself nothing is left.
    Soon { days_left: i64 },
    /// Nothing is shared on it any more.
    Over,
}

/// What the last day means on a day; both the first and the last day count.
pub fn expiry(valid_until: Option<Date>, today: Date) -> Expiry {
    match valid_until.map(|last| days_between(today, last)) {
        Some(left) if left < 0 => Expiry::Over,
        Some(days_left) if days_left <= WARN_DAYS => Expiry::Soon { days_left },
        Some(_) | None => Expiry::Far,
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::indexing_slicing)]
#[path = "sharing_tests.rs"]
mod tests;
