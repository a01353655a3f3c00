//! What crosses between two services of one provider, and what must be there before it does.
//!
//! Contacts in a closed set of fields, a delimited part of the commission, the offer of the other service. Whether a
//! consent lets it cross is decided by `access::decide_shared`; here is what the deed itself must say.

use crate::coded;
use crate::consent::{ConsentForm, Decision};
use crate::text::search_words;
use jiff::civil::Date;

coded! {
    /// What one shared item is.
    pub enum ItemKind {
        Statement = "statement",
        Document = "document",
        /// The sheet of contacts.
        Handover = "handover",
        /// The other service is asked for a part of the commission.
        Part = "part",
        /// A peer mentor asks in favour of the client.
        Question = "question",
    }
}

coded! {
    /// How the other service is asked.
    pub enum PartRoute {
        /// There is danger in delay.
        UrgentDirect = "urgent_direct",
        /// It waits for the next meeting.
        AtMeeting = "at_meeting",
    }
}

coded! {
    pub enum PartAnswer {
        Accepted = "accepted",
        DeclinedNoCapacity = "declined_no_capacity",
    }
}

coded! {
    /// The basic information on health that a peer is chosen by.
    pub enum Injury {
        Paraplegia = "paraplegia",
        Paraparesis = "paraparesis",
        Tetraplegia = "tetraplegia",
        Tetraparesis = "tetraparesis",
        Other = "other",
    }
}

coded! {
    /// Where the contact comes from.
    pub enum HandoverSource {
        RehabInstitute = "rehab_institute",
        IndividualConsultation = "individual_consultation",
        LongTermCare = "long_term_care",
    }
}

coded! {
    /// How another service is offered.
    pub enum OfferWay {
        /// He contacts it himself; nothing crosses. What happens unless something else is chosen.
        ClientAlone = "client_alone",
        /// With his consent his contacts are handed over.
        DataPassed = "data_passed",
        /// His commission fits the other service better; he is given its contact.
        Elsewhere = "elsewhere",
    }
}

/// What is asked of the other service, as far as rules weigh it.
#[derive(Clone, Copy, Debug)]
pub struct PartAsked<'a> {
    pub route: PartRoute,
    pub part: &'a str,
    /// Why it cannot wait.
    pub reason: &'a str,
    pub deadline: Option<Date>,
    /// A consent lets this topic cross to that service today.
    pub is_consented: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PartBlock {
    NoConsent,
    /// The urgent way without a term and without a reason: it belongs to the meeting.
    NotUrgent,
    NothingDelimited,
}

/// no way without a consent; the urgent one needs its term or reason; what is asked for is delimited.
pub fn check_part(asked: &PartAsked<'_>) -> Vec<PartBlock> {
    let is_silent = asked.reason.trim().is_empty() && asked.deadline.is_none();
    let blocks = [
        (!asked.is_consented, PartBlock::NoConsent),
        (asked.route == PartRoute::UrgentDirect && is_silent, PartBlock::NotUrgent),
        (asked.part.trim().is_empty(), PartBlock::NothingDelimited),
    ];
    blocks.into_iter().filter_map(|(is_wrong, block)| is_wrong.then_some(block)).collect()
}

/// The sheet and the consent on which it goes, as far as rules weigh them.
#[derive(Clone, Copy, Debug)]
pub struct Handover<'a> {
    pub decision: Decision,
    pub form: ConsentForm,
    pub signed_on: Option<Date>,
    pub receivers: usize,
    pub source: HandoverSource,
    pub institute: &'a str,
    pub given_name: &'a str,
    pub family_name: &'a str,
    pub region: &'a str,
    pub email: &'a str,
    pub phone: &'a str,
    /// Only where a peer is to be chosen; none in an ordinary offer.
    pub injury: Option<Injury>,
    pub injury_other: &'a str,
    pub is_for_peer: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HandoverBlock {
    /// Spoken consent is not enough here.
    NotWritten,
    NoSignatureDay,
    NoReceivers,
    NoName,
    NoRegion,
    /// Neither a phone nor an e-mail.
    NoContact,
    NoInjury,
    OtherInjuryUnsaid,
    NoInstitute,
    /// He said no: nothing is handed over.
    Dissent,
}

/// What keeps contacts from being handed over. A dissent is written down without any of it.
pub fn check_handover(sheet: &Handover<'_>) -> Vec<HandoverBlock> {
    if sheet.decision == Decision::Dissent {
        return vec![HandoverBlock::Dissent];
    }
    let is_empty = |text: &str| text.trim().is_empty();
    let is_other = sheet.injury == Some(Injury::Other);
    let from_institute = sheet.source == HandoverSource::RehabInstitute;
    let blocks = [
        (sheet.form != ConsentForm::Written, HandoverBlock::NotWritten),
        (sheet.signed_on.is_none(), HandoverBlock::NoSignatureDay),
        (sheet.receivers == 0, HandoverBlock::NoReceivers),
        (is_empty(sheet.given_name) || is_empty(sheet.family_name), HandoverBlock::NoName),
        (is_empty(sheet.region), HandoverBlock::NoRegion),
        (is_empty(sheet.email) && is_empty(sheet.phone), HandoverBlock::NoContact),
        (sheet.is_for_peer && sheet.injury.is_none(), HandoverBlock::NoInjury),
        (is_other && is_empty(sheet.injury_other), HandoverBlock::OtherInjuryUnsaid),
        (from_institute && is_empty(sheet.institute), HandoverBlock::NoInstitute),
    ];
    blocks.into_iter().filter_map(|(is_wrong, block)| is_wrong.then_some(block)).collect()
}

/// Whether two services would work on the same thing: a word of weight stands in both.
///
/// Only what the viewer may see anyway is ever compared.
pub fn overlaps(planned: &str, part: &str) -> bool {
    const WEIGHT: usize = 5;
    let words = |text: &str| -> Vec<String> {
        let all = search_words(text).into_iter();
        all.filter(|word| word.chars().count() >= WEIGHT).collect()
    };
    let elsewhere = words(part);
    words(planned).iter().any(|word| elsewhere.contains(word))
}

/// How many days before the deadline are left; the countdown of a legal term.
pub fn days_left(deadline: Date, today: Date) -> i64 {
    crate::instant::days_between(today, deadline)
}

#[cfg(test)]
#[path = "sharing_tests.rs"]
mod tests;
