//! Refusal of an applicant by law, and the waiting list after it (R-009, R-010; § 91(3) and § 88 g) of Act 108/2006).
//!
//! For the worker who negotiates and the head. The reasons are a closed list; “does not cooperate” or “owes us” is none of
//! them. Only a lack of capacity enters the register of refused applicants.

use crate::coded;
use crate::instant::days_between;
use crate::intake::{Negotiation, Outcome, warnings_at_end};
use crate::rule::Findings;
use jiff::ToSpan;
use jiff::civil::Date;

coded! {
    /// The letters of § 91(3); there is no other reason.
    pub enum RefusalReason {
        /// The service does not provide what is asked, also with regard to its circle of persons.
        NotProvided = "a",
        /// Insufficient capacity.
        Capacity = "b",
        /// The state of health excludes a residential service.
        HealthState = "c",
        /// The provider ended an agreement on the same service for breach of duties, less than six months ago.
        EndedForBreach = "d",
    }
}

impl RefusalReason {
    /// Whether the refusal belongs to the register of § 88 g).
    pub fn enters_register(self) -> bool {
        self == RefusalReason::Capacity
    }
}

coded! {
    /// How an agreement ended before its time.
    pub enum EndedBy {
        NoticeByClient = "notice_by_client",
        NoticeByProvider = "notice_by_provider",
        Agreement = "by_agreement",
    }
}

coded! {
    /// Why the provider ended it.
    pub enum Ground {
        Breach = "breach",
        NeedCeased = "need_ceased",
        ServiceChanged = "service_changed",
        Other = "other_ground",
    }
}

/// The newest agreement of the same person that ended, as it is stored.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct EndedAgreement {
    pub ended_on: Date,
    pub by: EndedBy,
    pub ground: Option<Ground>,
    pub is_same_kind: bool,
}

/// What is decided about an applicant.
#[derive(Clone, Copy, Debug)]
pub struct Refusal<'a> {
    pub reason: Option<RefusalReason>,
    pub facts: &'a str,
    pub requested_on: Date,
    pub decided_on: Option<Date>,
    pub who_decided_known: bool,
    pub is_residential: bool,
    pub ended: Option<EndedAgreement>,
    /// When the applicant asked for a written notice.
    pub notice_asked_on: Option<Date>,
}

/// Why an applicant cannot be refused so.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RefusalBlock {
    ReasonNotInLaw,
    FactsMissing,
    DateMissing,
    InTheFuture,
    BeforeTheRequest { requested_on: Date },
    WhoDecidedMissing,
    NoticeAskedBeforeRequest { requested_on: Date },
    HealthOnlyResidential,
    NoAgreementEnded,
    NotEndedByProvider,
    NotForBreach,
    AnotherKind,
    SixMonthsPassed { ended_on: Date },
}

/// What refuses the refusal, and what it is asked about (N1 … N3 of scenario 5).
pub fn check(refusal: &Refusal<'_>, negotiation: &Negotiation, today: Date) -> Findings<RefusalBlock> {
    let warnings = warnings_at_end(negotiation, Outcome::Refused);
    let mut findings = Findings { blocks: Vec::new(), warnings };
    let requested_on = refusal.requested_on;
    findings.block_if(refusal.reason.is_none(), RefusalBlock::ReasonNotInLaw);
    findings.block_if(refusal.facts.trim().is_empty(), RefusalBlock::FactsMissing);
    findings.block_if(!refusal.who_decided_known, RefusalBlock::WhoDecidedMissing);
    match refusal.decided_on {
        None => findings.blocks.push(RefusalBlock::DateMissing),
        Some(day) if day > today => findings.blocks.push(RefusalBlock::InTheFuture),
        Some(day) if day < requested_on => findings.blocks.push(RefusalBlock::BeforeTheRequest { requested_on }),
        Some(_) => {}
    }
    let asked_early = refusal.notice_asked_on.is_some_and(|day| day < requested_on);
    findings.block_if(asked_early, RefusalBlock::NoticeAskedBeforeRequest { requested_on });
    findings.blocks.extend(refusal.reason.and_then(|reason| guard(reason, refusal)));
    findings
}

/// The guard of one letter.
fn guard(reason: RefusalReason, refusal: &Refusal<'_>) -> Option<RefusalBlock> {
    match reason {
        RefusalReason::NotProvided | RefusalReason::Capacity => None,
        RefusalReason::HealthState => (!refusal.is_residential).then_some(RefusalBlock::HealthOnlyResidential),
        RefusalReason::EndedForBreach => not_by_breach(refusal.ended, refusal.requested_on),
    }
}

fn not_by_breach(ended: Option<EndedAgreement>, requested_on: Date) -> Option<RefusalBlock> {
    let Some(ended) = ended else { return Some(RefusalBlock::NoAgreementEnded) };
    match (ended.by, ended.ground) {
        (EndedBy::NoticeByClient | EndedBy::Agreement, _) => return Some(RefusalBlock::NotEndedByProvider),
        (EndedBy::NoticeByProvider, Some(Ground::Breach)) => {}
        (EndedBy::NoticeByProvider, _) => return Some(RefusalBlock::NotForBreach),
    }
    if !ended.is_same_kind {
        return Some(RefusalBlock::AnotherKind);
    }
    let ended_on = ended.ended_on;
    (requested_on >= six_months_after(ended_on)).then_some(RefusalBlock::SixMonthsPassed { ended_on })
}

/// The first day on which six months have passed: 1 September → 1 March.
pub fn six_months_after(day: Date) -> Date {
    day.checked_add(6.months()).unwrap_or(Date::MAX)
}

coded! {
    /// Why somebody stands on the waiting list no more.
    pub enum RemovalReason {
        PlaceTaken = "place_taken",
        OfferDeclined = "offer_declined",
        NoAnswer = "no_answer",
        OwnWish = "own_wish",
        HelpedElsewhere = "helped_elsewhere",
        NotFitting = "not_fitting",
    }
}

coded! {
    /// What somebody says to the offer of a free place.
    pub enum OfferAnswer {
        Accepted = "accepted",
        Declined = "declined",
        NoAnswer = "no_answer",
    }
}

/// One who waits, as far as the order is concerned.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Waiting {
    pub has_priority: bool,
    pub enrolled_on: Date,
    pub recorded_at: i64,
}

/// The order numbers of those who wait: priority by the criteria first, then the day of enrolment, then the moment.
pub fn order_numbers(waiting: &[Waiting]) -> Vec<usize> {
    let key = |one: &Waiting| (!one.has_priority, one.enrolled_on, one.recorded_at);
    let before = |one: &Waiting, at: usize| {
        waiting.iter().enumerate().filter(|(other, it)| (key(it), *other) < (key(one), at)).count()
    };
    waiting.iter().enumerate().map(|(at, one)| before(one, at) + 1).collect()
}

/// Whole days on the waiting list.
pub fn days_waiting(enrolled_on: Date, today: Date) -> i64 {
    days_between(enrolled_on, today).max(0)
}

/// Free places: what the capacity leaves; none while the service has not said its capacity.
pub fn free_places(capacity: i64, in_force: i64) -> Option<i64> {
    (capacity > 0).then(|| (capacity - in_force).max(0))
}

coded! {
    /// How somebody who comes again goes on.
    pub enum ComesAgain {
        /// The ended negotiation goes on: the same matter.
        SameNegotiation = "same_negotiation",
        /// A new thread begins.
        NewNegotiation = "new_negotiation",
    }
}

/// How the newest thread stands when somebody asks again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ThreadStands {
    Negotiating,
    EndedWithoutAgreement,
    AgreementInForce,
    AgreementEnded,
}

/// Why somebody cannot ask again now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AgainBlock {
    NegotiationIsOpen,
    AgreementInForce,
    /// After an agreement only a new negotiation begins.
    AgreementWasConcluded,
}

pub fn may_come_again(stands: ThreadStands, how: ComesAgain) -> Result<(), AgainBlock> {
    match (stands, how) {
        (ThreadStands::Negotiating, _) => Err(AgainBlock::NegotiationIsOpen),
        (ThreadStands::AgreementInForce, _) => Err(AgainBlock::AgreementInForce),
        (ThreadStands::AgreementEnded, ComesAgain::SameNegotiation) => Err(AgainBlock::AgreementWasConcluded),
        (ThreadStands::AgreementEnded, ComesAgain::NewNegotiation) | (ThreadStands::EndedWithoutAgreement, _) => Ok(()),
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::indexing_slicing)]
#[path = "refusal_tests.rs"]
mod tests;
