//! The introductory consultation and crisis intervention (R-022 … R-025).
//!
//! A consultation by phone is saved under a name only when the person voiced consent; the other way is anonymous.
//! Help in a crisis goes first: then the ground is the vital interest and the consent is completed later.

use crate::activity::Form;
use crate::consent::LegalGround;
use crate::instant::Moment;
use crate::rule::Rule;
use crate::task::{Addressee, NewTask, Origin, Post};
use jiff::civil::Date;

/// The consent as it was voiced: what was read, when, who heard it, and what it covers.
#[derive(Clone, Copy, Debug)]
pub struct OralConsent<'a> {
    pub wording: &'a str,
    pub at: Option<Moment>,
    pub heard_by_known: bool,
    pub scope: &'a str,
}

/// A part that an oral consent cannot do without.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ConsentPart {
    Wording,
    Moment,
    WhoHeardIt,
    Scope,
}

impl OralConsent<'_> {
    fn missing(&self) -> Vec<ConsentPart> {
        let parts = [
            (self.wording.trim().is_empty(), ConsentPart::Wording),
            (self.at.is_none(), ConsentPart::Moment),
            (!self.heard_by_known, ConsentPart::WhoHeardIt),
            (self.scope.trim().is_empty(), ConsentPart::Scope),
        ];
        parts.into_iter().filter(|(missing, _)| *missing).map(|(_, part)| part).collect()
    }
}

/// What is known about the person's consent when the consultation is saved.
#[derive(Clone, Copy, Debug)]
pub enum ConsentSaid<'a> {
    /// No consent was voiced.
    Nothing,
    Voiced(OralConsent<'a>),
    /// A consent recorded earlier is in force.
    InForce,
}

/// A consultation as the worker wants to save it. That it was by phone on the client's request is kept with it.
#[derive(Clone, Copy, Debug)]
pub struct Consultation<'a> {
    pub form: Form,
    pub at: Option<Moment>,
    pub worker_known: bool,
    pub anonymous: bool,
    pub with_crisis_intervention: bool,
    pub consent: ConsentSaid<'a>,
}

/// Why a consultation or a crisis intervention cannot be saved so.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    TimeMissing,
    WorkerMissing,
    /// By phone, under a name, and no consent (message 114 offers to save it anonymously).
    NoOralConsent,
    OralConsentIncomplete(Vec<ConsentPart>),
    OralConsentInTheFuture,
}

/// On what the saved record rests and what it leaves behind.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Saved {
    /// No name, no folder, no ground needed.
    Anonymous,
    /// On this legal ground; the written or the missing consent is still to be got.
    Named { ground: LegalGround, consent_to_get: Option<ConsentToGet> },
}

/// A consent that a task asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ConsentToGet {
    /// it was voiced; the written one comes at the first personal meeting.
    Written,
    /// it could not be voiced in the crisis.
    Complete,
}

/// Decides how a consultation is saved.
pub fn save(consultation: &Consultation<'_>, now: Moment) -> Result<Saved, Vec<Block>> {
    let mut blocks = time_and_worker(consultation.at, consultation.worker_known);
    let rests_on = if consultation.anonymous { Ok(Saved::Anonymous) } else { named(consultation, now) };
    match rests_on {
        Ok(saved) if blocks.is_empty() => Ok(saved),
        Ok(_) => Err(blocks),
        Err(block) => {
            blocks.push(block);
            Err(blocks)
        }
    }
}

/// A crisis intervention is never stopped by anything but a missing time or worker.
pub fn check_crisis(at: Option<Moment>, worker_known: bool) -> Vec<Block> {
    time_and_worker(at, worker_known)
}

fn time_and_worker(at: Option<Moment>, worker_known: bool) -> Vec<Block> {
    let found = [(at.is_none(), Block::TimeMissing), (!worker_known, Block::WorkerMissing)];
    found.into_iter().filter(|(holds, _)| *holds).map(|(_, block)| block).collect()
}

/// Face to face the negotiation itself is the ground (steps before an agreement); at a distance consent is voiced.
/// A crisis waits for nothing: an unvoiced or incompletely noted consent is completed later.
fn named(consultation: &Consultation<'_>, now: Moment) -> Result<Saved, Block> {
    let crisis = Saved::Named { ground: LegalGround::VitalInterest, consent_to_get: Some(ConsentToGet::Complete) };
    let rests_on = match consultation.consent {
        ConsentSaid::Voiced(oral) => voiced(&oral, now)
            .map(|()| Saved::Named { ground: LegalGround::Consent, consent_to_get: Some(ConsentToGet::Written) }),
        ConsentSaid::InForce => Ok(Saved::Named { ground: LegalGround::Consent, consent_to_get: None }),
        ConsentSaid::Nothing if consultation.with_crisis_intervention => Ok(crisis.clone()),
        ConsentSaid::Nothing if consultation.form.is_personal() => {
            Ok(Saved::Named { ground: LegalGround::Agreement, consent_to_get: None })
        }
        ConsentSaid::Nothing => Err(Block::NoOralConsent),
    };
    rests_on.or_else(|block| if consultation.with_crisis_intervention { Ok(crisis) } else { Err(block) })
}

fn voiced(oral: &OralConsent<'_>, now: Moment) -> Result<(), Block> {
    let missing = oral.missing();
    if !missing.is_empty() {
        return Err(Block::OralConsentIncomplete(missing));
    }
    match oral.at {
        Some(at) if at.at > now.at => Err(Block::OralConsentInTheFuture),
        _ => Ok(()),
    }
}

/// The task of a consent still to be got: for the key worker, or for intake while nobody is one. It is due at the
/// first personal meeting when one is booked, otherwise in a week.
pub fn consent_task<W>(
    to_get: ConsentToGet,
    post: Post,
    held_on: Date,
    personal_meeting_on: Option<Date>,
) -> NewTask<W> {
    let (origin, rule) = match to_get {
        ConsentToGet::Written => (Origin::OralConsent, Rule::R024),
        ConsentToGet::Complete => (Origin::CrisisIntervention, Rule::R025),
    };
    let by_default: NewTask<W> = NewTask::for_post(origin, rule, post, held_on);
    let due_on = personal_meeting_on.filter(|day| *day >= held_on).unwrap_or(by_default.due_on);
    NewTask { due_on, addressee: Addressee::Post(post), ..by_default }
}

/// What a record of a crisis intervention should say in the end; shown until it does, never in the way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CrisisPart {
    ThreatType,
    Intervention,
    SafetyPlan,
    FollowUp,
}

/// The texts of a crisis intervention as they stand.
#[derive(Clone, Copy, Debug, Default)]
pub struct CrisisRecord<'a> {
    pub threat_type: &'a str,
    pub intervention: &'a str,
    pub safety_plan: &'a str,
    pub follow_up: &'a str,
}

pub fn crisis_to_complete(record: &CrisisRecord<'_>) -> Vec<CrisisPart> {
    let parts = [
        (record.threat_type, CrisisPart::ThreatType),
        (record.intervention, CrisisPart::Intervention),
        (record.safety_plan, CrisisPart::SafetyPlan),
        (record.follow_up, CrisisPart::FollowUp),
    ];
    parts.into_iter().filter(|(text, _)| text.trim().is_empty()).map(|(_, part)| part).collect()
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::indexing_slicing)]
#[path = "consultation_tests.rs"]
mod tests;
