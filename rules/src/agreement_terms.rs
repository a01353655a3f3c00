//! What an agreement must say (§ 91(2) a–h), how it is changed, how it ends (R-011, R-013; D4).
//!
//! The informed consent says all of this in its own text; a written or an oral agreement is checked part by part.

use crate::agreement::AgreementForm;
use crate::coded;
use crate::instant::days_between;
use crate::law::Provision;
use crate::refusal::{EndedBy, Ground};
use jiff::civil::Date;

coded! {
    /// The parts that the law orders, in its order.
    pub enum Part {
        Parties = "parties",
        Kind = "kind",
        Extent = "extent",
        PlaceAndTime = "place_and_time",
        Payment = "payment",
        Rules = "rules",
        Termination = "termination",
        Validity = "validity",
    }
}

impl Part {
    /// Where the law says so.
    pub fn provision(self) -> Provision {
        match self {
            Part::Parties => Provision::AgreementParties,
            Part::Kind => Provision::AgreementKind,
            Part::Extent => Provision::AgreementExtent,
            Part::PlaceAndTime => Provision::AgreementPlace,
            Part::Payment => Provision::AgreementPayment,
            Part::Rules => Provision::AgreementRules,
            Part::Termination => Provision::AgreementTermination,
            Part::Validity => Provision::AgreementValidity,
        }
    }
}

/// What stands in the text.
#[derive(Clone, Copy, Debug)]
pub struct Contents<'a> {
    pub provider: &'a str,
    pub client: &'a str,
    pub kind: &'a str,
    pub extent: &'a str,
    pub place: &'a str,
    pub hours: &'a str,
    pub payment: &'a str,
    pub rules: &'a str,
    pub termination: &'a str,
    /// For an indefinite time, or until a day; nothing when nobody said which.
    pub is_validity_said: bool,
}

/// The parts that the text lacks.
pub fn missing(contents: &Contents<'_>) -> Vec<Part> {
    let lacks = |text: &str| text.trim().is_empty();
    let parts = [
        (Part::Parties, lacks(contents.provider) || lacks(contents.client)),
        (Part::Kind, lacks(contents.kind)),
        (Part::Extent, lacks(contents.extent)),
        (Part::PlaceAndTime, lacks(contents.place) || lacks(contents.hours)),
        (Part::Payment, lacks(contents.payment)),
        (Part::Rules, lacks(contents.rules)),
        (Part::Termination, lacks(contents.termination)),
        (Part::Validity, !contents.is_validity_said),
    ];
    parts.into_iter().filter(|(_, is_missing)| *is_missing).map(|(part, _)| part).collect()
}

/// the text has duties of one party only.
pub fn binds_one_party(form: AgreementForm, provider_duties: &str, client_duties: &str) -> bool {
    let (provider, client) = (provider_duties.trim().is_empty(), client_duties.trim().is_empty());
    form != AgreementForm::InformedConsent && provider != client
}

/// The last day of an agreement: its validity, or an earlier end.
pub fn last_day(valid_until: Option<Date>, ends_on: Option<Date>) -> Option<Date> {
    [valid_until, ends_on].into_iter().flatten().min()
}

/// How an agreement stands on a day; computed, never stored.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    NotYet {
        from: Date,
    },
    InForce,
    /// It ends soon: so many days are left, none on its last day.
    EndsSoon {
        days: i64,
    },
    Ended {
        on: Date,
    },
}

pub fn standing(valid_from: Date, last_day: Option<Date>, expiry_days: i64, today: Date) -> Standing {
    match last_day {
        Some(on) if on < today => Standing::Ended { on },
        _ if today < valid_from => Standing::NotYet { from: valid_from },
        Some(on) if days_between(today, on) <= expiry_days => Standing::EndsSoon { days: days_between(today, on) },
        Some(_) | None => Standing::InForce,
    }
}

/// A change of the agreement, which is a signed text of its own.
#[derive(Clone, Copy, Debug)]
pub struct Amendment<'a> {
    /// The agreement that it changes, with its last day; none when there is none.
    pub agreement: Option<(Date, Option<Date>)>,
    pub changes: &'a str,
    pub valid_from: Option<Date>,
    /// The new last day, when the validity is what changes.
    pub new_last_day: Option<Date>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AmendmentBlock {
    NoAgreement,
    AgreementEnded { on: Date },
    NothingChanges,
    ValidFromMissing,
    BeforeTheAgreement { from: Date },
    EndsBeforeItBegins { last: Date },
}

pub fn check_amendment(amendment: &Amendment<'_>, today: Date) -> Vec<AmendmentBlock> {
    let Some((from, last)) = amendment.agreement else { return vec![AmendmentBlock::NoAgreement] };
    let mut blocks = Vec::new();
    if let Some(on) = last.filter(|day| *day < today) {
        blocks.push(AmendmentBlock::AgreementEnded { on });
    }
    if amendment.changes.trim().is_empty() {
        blocks.push(AmendmentBlock::NothingChanges);
    }
    match amendment.valid_from {
        None => blocks.push(AmendmentBlock::ValidFromMissing),
        Some(day) if day < from => blocks.push(AmendmentBlock::BeforeTheAgreement { from }),
        Some(day) => {
            if let Some(last) = amendment.new_last_day.filter(|last| *last < day) {
                blocks.push(AmendmentBlock::EndsBeforeItBegins { last });
            }
        }
    }
    blocks
}

/// The end of an agreement before its time.
#[derive(Clone, Copy, Debug)]
pub struct Termination<'a> {
    /// First and last day of the agreement as it stands.
    pub agreement: Option<(Date, Option<Date>)>,
    pub by: Option<EndedBy>,
    pub ground: Option<Ground>,
    pub reason: &'a str,
    pub delivered_on: Option<Date>,
    pub ends_on: Option<Date>,
    /// The provider's notice period in days, as agreed.
    pub provider_notice_days: i64,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TerminationBlock {
    NoAgreement,
    AlreadyEnded {
        on: Date,
    },
    WhoMissing,
    /// The provider ends it only for an agreed ground, and says which facts it stands on.
    GroundMissing,
    ReasonMissing,
    DeliveredMissing,
    DeliveredInTheFuture,
    EndMissing,
    EndsBeforeDelivery,
    PeriodTooShort {
        earliest: Date,
    },
    AfterItsValidity {
        last: Date,
    },
}

pub fn check_termination(end: &Termination<'_>, today: Date) -> Vec<TerminationBlock> {
    let Some((_, last)) = end.agreement else { return vec![TerminationBlock::NoAgreement] };
    if let Some(on) = last.filter(|day| *day < today) {
        return vec![TerminationBlock::AlreadyEnded { on }];
    }
    let mut blocks = Vec::new();
    let mut block_if = |holds: bool, block| {
        if holds {
            blocks.push(block);
        }
    };
    let by_provider = end.by == Some(EndedBy::NoticeByProvider);
    block_if(end.by.is_none(), TerminationBlock::WhoMissing);
    block_if(by_provider && end.ground.is_none(), TerminationBlock::GroundMissing);
    block_if(by_provider && end.reason.trim().is_empty(), TerminationBlock::ReasonMissing);
    block_if(end.delivered_on.is_none(), TerminationBlock::DeliveredMissing);
    block_if(end.delivered_on.is_some_and(|day| day > today), TerminationBlock::DeliveredInTheFuture);
    block_if(end.ends_on.is_none(), TerminationBlock::EndMissing);
    if let (Some(delivered), Some(ends)) = (end.delivered_on, end.ends_on) {
        let earliest = crate::calendar::shifted(delivered, end.provider_notice_days);
        block_if(ends < delivered, TerminationBlock::EndsBeforeDelivery);
        block_if(by_provider && delivered <= ends && ends < earliest, TerminationBlock::PeriodTooShort { earliest });
        if let Some(last) = last {
            block_if(ends > last, TerminationBlock::AfterItsValidity { last });
        }
    }
    blocks
}

/// When the agreement asks what next: so many days before its end, today at the earliest.
pub fn expiry_due(valid_until: Date, expiry_days: i64, today: Date) -> Date {
    crate::calendar::shifted(valid_until, -expiry_days).max(today)
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::indexing_slicing)]
#[path = "agreement_terms_tests.rs"]
mod tests;
