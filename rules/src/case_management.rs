//! Case management: its form, its phases, the people in it, and the client's part.
//!
//! A case between two services of one provider runs only on a consent of the client in force.
//! Where it stands is computed from what happened, never stored.

mod words;

use crate::consent;
use crate::instant::days_between;
use crate::rule::{self, Rule};
use crate::text::{fold, search_words};
use jiff::civil::Date;
pub use words::{Choice, CommunicationWay, EmployerKind, EndReason, Form, Mode, Participation, Phase};

/// BLOCK: why a case cannot be opened so.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Block {
    /// Only one case of a folder runs at a time.
    RunsAlready,
    /// Nobody could vouch for it.
    NoKeyWorker,
    /// what the client decided about sharing with the other service.
    NoConsent(consent::State),
    OtherServiceMissing,
    /// exactly one lead, a worker of one of the services.
    LeadNotOfTheServices,
    /// R-072, D7: the service that does not lead has one contact worker.
    ContactMissing,
    ContactOfTheLeadingService,
    /// a part has one responsible service, of those that are in the case.
    PartOfAnotherService,
    /// whoever enters was chosen together with the client.
    NoParticipation,
    /// there is no agreed plan to implement.
    NothingToImplement,
    ///
    ClientHasNotChosen,
    BeforeItBegan,
    LeftBeforeEntering,
    Ended,
    /// while the consent does not hold, nothing of the team's work goes on.
    Stopped,
    /// what names the client leaves the service on his consent only.
    ToldWithoutConsent,
}

/// Who leads and who is the contact: each with the service for which he works in the case.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Leading<S> {
    pub lead: Option<S>,
    pub contact: Option<S>,
}

/// BLOCK: exactly one lead from one of the services, and in a team one contact in the other one (R-072, D7).
pub fn leading<S: PartialEq + Copy>(leading: &Leading<S>, own: S, other: Option<S>) -> Vec<Block> {
    let mut blocks = Vec::new();
    let is_in = |service: S| service == own || other == Some(service);
    if !leading.lead.is_some_and(is_in) {
        blocks.push(Block::LeadNotOfTheServices);
    }
    if other.is_none() {
        return blocks;
    }
    match leading.contact.filter(|service| is_in(*service)) {
        None => blocks.push(Block::ContactMissing),
        Some(service) if leading.lead == Some(service) => blocks.push(Block::ContactOfTheLeadingService),
        Some(_) => {}
    }
    blocks
}

/// What is known when a case is to be opened.
#[derive(Clone, Copy, Debug)]
pub struct Opening<S> {
    pub form: Form,
    pub runs_already: bool,
    pub has_key_worker: bool,
    pub own: S,
    pub other: Option<S>,
    /// What the client decided about sharing with the other service.
    pub consent: consent::State,
    pub leading: Leading<S>,
}

/// BLOCK: what stands against opening a case.
pub fn opening<S: PartialEq + Copy>(new: &Opening<S>) -> Vec<Block> {
    let mut blocks = Vec::new();
    if new.runs_already {
        blocks.push(Block::RunsAlready);
    }
    if !new.has_key_worker {
        blocks.push(Block::NoKeyWorker);
    }
    let other = match (new.form, new.other) {
        (Form::Individual, _) => None,
        (Form::InternalTeam, None) => {
            blocks.push(Block::OtherServiceMissing);
            return blocks;
        }
        (Form::InternalTeam, Some(other)) => {
            if new.consent != consent::State::InForce {
                blocks.push(Block::NoConsent(new.consent));
                return blocks;
            }
            Some(other)
        }
    };
    blocks.extend(leading(&new.leading, new.own, other));
    blocks
}

/// What a case has come to.
#[derive(Clone, Copy, Debug)]
pub struct Facts {
    pub form: Form,
    pub has_ended: bool,
    /// The client's consent to sharing holds today; of no weight for one worker alone.
    pub is_consented: bool,
    pub phase: Option<Phase>,
    /// The last day on which the client took part.
    pub took_part_on: Option<Date>,
}

/// Where a case stands. Computed at each look.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// Written down, not yet talked over with the client.
    Proposed,
    Consented,
    Active,
    Monitoring,
    /// The client's consent does not hold any more.
    Stopped,
    Closed,
}

pub fn state(facts: &Facts) -> State {
    match facts.form {
        _ if facts.has_ended => return State::Closed,
        Form::InternalTeam if !facts.is_consented => return State::Stopped,
        Form::Individual if facts.took_part_on.is_none() => return State::Proposed,
        Form::InternalTeam | Form::Individual => {}
    }
    match facts.phase {
        None | Some(Phase::Finding | Phase::Engaging) => State::Consented,
        Some(Phase::Monitoring) => State::Monitoring,
        Some(Phase::Assessing | Phase::Planning | Phase::Implementing | Phase::Coordinating | Phase::Advocating) => {
            State::Active
        }
    }
}

impl State {
    /// Something may still be done in it.
    pub fn is_running(self) -> bool {
        match self {
            State::Proposed | State::Consented | State::Active | State::Monitoring => true,
            State::Stopped | State::Closed => false,
        }
    }

    /// BLOCK: what cannot be written into a case that has stopped or ended.
    pub fn blocks(self) -> Option<Block> {
        match self {
            State::Proposed | State::Consented | State::Active | State::Monitoring => None,
            State::Stopped => Some(Block::Stopped),
            State::Closed => Some(Block::Ended),
        }
    }
}

/// BLOCK: the phase of implementing needs a plan that was agreed. Every other way forth and back is free.
pub fn entering(phase: Phase, has_agreed_plan: bool) -> Option<Block> {
    (phase == Phase::Implementing && !has_agreed_plan).then_some(Block::NothingToImplement)
}

/// What workers of a team told each other, as far as the client's consent weighs it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Telling {
    /// Within the client's own service no consent is asked for.
    pub in_own_service: bool,
    /// Something about the client was told; nothing is told by only listening.
    pub is_told: bool,
    /// A consent in force opens it to exactly this addressee.
    pub is_consented: bool,
}

/// Whether whoever was spoken with is the one whom the client's consent names: every word of the shorter name stands in the
/// longer one („Jana Nová“ and „MUDr. Jana Nová, poliklinika“); nobody is no one.
pub fn is_addressee(named: &str, spoken_with: &str) -> bool {
    let (named, said) = (search_words(named), search_words(spoken_with));
    let within = |some: &[String], all: &[String]| !some.is_empty() && some.iter().all(|word| all.contains(word));
    within(&said, &named) || within(&named, &said)
}

/// BLOCK: nothing that names the client is told outside his service without a consent in force.
pub fn telling(told: &Telling) -> Option<Block> {
    (told.is_told && !told.in_own_service && !told.is_consented).then_some(Block::ToldWithoutConsent)
}

/// WARN: what is let through with a reason.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Warning {
    /// a member who answers no need.
    NoNeed,
    /// why the situation asks for a peer mentor.
    PeerMentor,
    /// so many days since the client took part.
    ClientNotHeard { days: i64 },
}

impl Warning {
    pub fn rule(&self) -> Rule {
        match self {
            Warning::NoNeed => Rule::R134,
            Warning::PeerMentor => Rule::R075,
            Warning::ClientNotHeard { .. } => Rule::R071,
        }
    }
}

/// WARN: in an active case the client's last part is older than the term of the service. Where the client has
/// not taken part at all, it is counted from the beginning of the case.
pub fn not_heard(last: Option<Date>, began_on: Date, today: Date, limit: i64) -> Option<Warning> {
    let days = days_between(last.unwrap_or(began_on), today);
    (days > limit).then_some(Warning::ClientNotHeard { days })
}

/// A part of the commission that is open, as one service has it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part<'a> {
    pub area: &'a str,
    pub part: &'a str,
    pub service: &'a str,
}

/// WARN: another service works on the same thing: it has an open part of the same area, or a word of weight stands
/// in both. Only what the case itself and consented sharing show may be passed here; what the other service did not share
/// is never compared, not even as a count.
pub fn overlap(new: &Part<'_>, open: &[Part<'_>]) -> Option<rule::Warning> {
    let same = |text: &str| fold(text).trim().to_owned();
    let (area, words) = (same(new.area), words_of_weight(new.part));
    let is_same = |one: &&Part<'_>| {
        let shares_a_word = words_of_weight(one.part).iter().any(|word| words.contains(word));
        one.service != new.service && ((!area.is_empty() && same(one.area) == area) || shares_a_word)
    };
    let found = open.iter().find(is_same)?;
    Some(rule::Warning::ServicesOverlap { service: found.service.to_owned(), part: found.part.to_owned() })
}

/// Short words stand in every text and say nothing about it.
fn words_of_weight(text: &str) -> Vec<String> {
    const WEIGHT: usize = 5;
    search_words(text).into_iter().filter(|word| word.chars().count() >= WEIGHT).collect()
}

#[cfg(test)]
#[path = "case_management_tests.rs"]
mod tests;
