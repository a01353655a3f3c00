//! Klára Vzorná asks Bohdan Ukázka for a consultation by phone at once (scenario 2).

use super::*;
use crate::coded::Coded;
use jiff::civil::date;

const HELD: Moment = Moment { at: 1_772_544_600_000, day: date(2026, 3, 3) };
const VOICED: Moment = Moment { at: 1_772_544_660_000, day: date(2026, 3, 3) };
const NOW: Moment = Moment { at: 1_772_547_400_000, day: date(2026, 3, 3) };

fn voiced() -> OralConsent<'static> {
    OralConsent {
        wording: "Souhlasíte s tím?",
        at: Some(VOICED),
        heard_by_known: true,
        scope: "jméno, kontakt, situace",
    }
}

fn by_phone(consent: ConsentSaid<'_>) -> Consultation<'_> {
    Consultation {
        form: Form::Phone,
        at: Some(HELD),
        worker_known: true,
        anonymous: false,
        with_crisis_intervention: false,
        consent,
    }
}

#[test]
fn klara_voices_consent_and_the_written_one_is_a_task() {
    let saved = save(&by_phone(ConsentSaid::Voiced(voiced())), NOW);
    let consent_to_get = Some(ConsentToGet::Written);
    assert_eq!(saved, Ok(Saved::Named { ground: LegalGround::Consent, consent_to_get }));
    let task = consent_task::<u8>(ConsentToGet::Written, Post::Intake, HELD.day, Some(date(2026, 3, 16)));
    assert_eq!((task.rule, task.due_on), (Rule::R024, date(2026, 3, 16)));
    let unbooked = consent_task::<u8>(ConsentToGet::Written, Post::Intake, HELD.day, None);
    assert_eq!(unbooked.due_on, date(2026, 3, 10));
}

#[test]
fn a_named_phone_consultation_without_consent_is_refused_an_anonymous_one_is_not() {
    assert_eq!(save(&by_phone(ConsentSaid::Nothing), NOW), Err(vec![Block::NoOralConsent]));
    let anonymous = Consultation { anonymous: true, ..by_phone(ConsentSaid::Nothing) };
    assert_eq!(save(&anonymous, NOW), Ok(Saved::Anonymous));
}

#[test]
fn at_any_distance_consent_is_voiced_and_face_to_face_it_is_not_demanded() {
    for form in Form::ALL {
        let consultation = Consultation { form: *form, ..by_phone(ConsentSaid::Nothing) };
        assert_eq!(save(&consultation, NOW).is_ok(), form.is_personal(), "{form:?}");
    }
}

#[test]
fn an_oral_consent_says_what_was_read_when_who_heard_it_and_what_it_covers() {
    let empty = OralConsent { wording: " ", at: None, heard_by_known: false, scope: "" };
    let all = vec![ConsentPart::Wording, ConsentPart::Moment, ConsentPart::WhoHeardIt, ConsentPart::Scope];
    let refused = save(&by_phone(ConsentSaid::Voiced(empty)), NOW);
    assert_eq!(refused, Err(vec![Block::OralConsentIncomplete(all)]));
    let tomorrow = OralConsent { at: Some(Moment { at: NOW.at + 1, day: NOW.day }), ..voiced() };
    let refused = save(&by_phone(ConsentSaid::Voiced(tomorrow)), NOW);
    assert_eq!(refused, Err(vec![Block::OralConsentInTheFuture]));
}

#[test]
fn a_crisis_without_a_voiced_consent_is_saved_on_the_vital_interest_with_a_task() {
    let crisis = Consultation { with_crisis_intervention: true, ..by_phone(ConsentSaid::Nothing) };
    let consent_to_get = Some(ConsentToGet::Complete);
    assert_eq!(save(&crisis, NOW), Ok(Saved::Named { ground: LegalGround::VitalInterest, consent_to_get }));
    let task = consent_task::<u8>(ConsentToGet::Complete, Post::KeyWorker, HELD.day, None);
    assert_eq!((task.rule, task.origin), (Rule::R025, Origin::CrisisIntervention));
}

#[test]
fn a_crisis_is_not_stopped_by_a_consent_that_was_noted_in_part() {
    let in_part = OralConsent { scope: "", ..voiced() };
    let crisis = Consultation { with_crisis_intervention: true, ..by_phone(ConsentSaid::Voiced(in_part)) };
    let consent_to_get = Some(ConsentToGet::Complete);
    assert_eq!(save(&crisis, NOW), Ok(Saved::Named { ground: LegalGround::VitalInterest, consent_to_get }));
}

#[test]
fn in_a_crisis_a_voiced_consent_is_still_the_ground() {
    let crisis = Consultation { with_crisis_intervention: true, ..by_phone(ConsentSaid::Voiced(voiced())) };
    let consent_to_get = Some(ConsentToGet::Written);
    assert_eq!(save(&crisis, NOW), Ok(Saved::Named { ground: LegalGround::Consent, consent_to_get }));
}

#[test]
fn a_consent_already_in_force_is_not_asked_for_again() {
    let saved = save(&by_phone(ConsentSaid::InForce), NOW);
    assert_eq!(saved, Ok(Saved::Named { ground: LegalGround::Consent, consent_to_get: None }));
}

#[test]
fn a_crisis_intervention_needs_its_time_and_worker_only() {
    assert!(check_crisis(Some(HELD), true).is_empty());
    assert_eq!(check_crisis(None, false), [Block::TimeMissing, Block::WorkerMissing]);
}

#[test]
fn everything_that_is_wrong_is_said_at_once() {
    let nothing = Consultation { at: None, worker_known: false, ..by_phone(ConsentSaid::Nothing) };
    let refused = save(&nothing, NOW);
    assert_eq!(refused, Err(vec![Block::TimeMissing, Block::WorkerMissing, Block::NoOralConsent]));
}

#[test]
fn a_crisis_record_shows_what_is_still_to_be_written() {
    let record =
        CrisisRecord { intervention: "stabilizace, dýchání", follow_up: "hovor 4. 3.", ..CrisisRecord::default() };
    assert_eq!(crisis_to_complete(&record), [CrisisPart::ThreatType, CrisisPart::SafetyPlan]);
}
