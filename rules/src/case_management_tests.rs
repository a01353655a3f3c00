//! Marek Vymyšlený is a client of the peer mentoring; the counselling service is the other one.

use super::*;
use crate::coded::Coded;
use crate::consent::State as Consented;
use jiff::civil::date;

const PM: u8 = 1;
const OSP: u8 = 2;
const SAS: u8 = 3;

fn team() -> Opening<u8> {
    Opening {
        form: Form::InternalTeam,
        runs_already: false,
        has_key_worker: true,
        own: PM,
        other: Some(OSP),
        consent: Consented::InForce,
        leading: Leading { lead: Some(PM), contact: Some(OSP) },
    }
}

fn alone() -> Opening<u8> {
    let leading = Leading { lead: Some(PM), contact: None };
    Opening { form: Form::Individual, other: None, consent: Consented::NotYetAsked, leading, ..team() }
}

fn facts() -> Facts {
    Facts {
        form: Form::InternalTeam,
        has_ended: false,
        is_consented: true,
        phase: None,
        took_part_on: Some(date(2026, 4, 20)),
    }
}

#[test]
fn a_team_of_two_services_opens_on_a_consent_in_force_only() {
    assert_eq!(opening(&team()), []);
    let no = [
        Consented::NotYetAsked,
        Consented::Dissent,
        Consented::NotYetValid,
        Consented::Expired,
        Consented::Withdrawn { at: 1 },
        Consented::Superseded,
    ];
    for consent in no {
        assert_eq!(opening(&Opening { consent, ..team() }), [Block::NoConsent(consent)], "{consent:?}");
    }
    assert_eq!(opening(&alone()), [], "one worker with the client shares nothing");
}

#[test]
fn one_case_runs_at_a_time_and_somebody_holds_it() {
    assert_eq!(opening(&Opening { runs_already: true, ..alone() }), [Block::RunsAlready]);
    assert_eq!(opening(&Opening { has_key_worker: false, ..alone() }), [Block::NoKeyWorker]);
    assert_eq!(opening(&Opening { other: None, ..team() }), [Block::OtherServiceMissing]);
}

#[test]
fn there_is_one_lead_of_the_two_services_and_a_contact_in_the_other_one() {
    let of = |lead, contact| leading(&Leading { lead, contact }, PM, Some(OSP));
    assert_eq!(of(Some(PM), Some(OSP)), []);
    assert_eq!(of(Some(OSP), Some(PM)), [], "the lead may be in the other service");
    assert_eq!(of(None, Some(OSP)), [Block::LeadNotOfTheServices]);
    assert_eq!(of(Some(SAS), Some(OSP)), [Block::LeadNotOfTheServices]);
    assert_eq!(of(Some(PM), None), [Block::ContactMissing]);
    assert_eq!(of(Some(PM), Some(SAS)), [Block::ContactMissing]);
    assert_eq!(of(Some(PM), Some(PM)), [Block::ContactOfTheLeadingService]);
    assert_eq!(leading(&Leading { lead: Some(PM), contact: None }, PM, None), [], "alone there is no contact");
}

#[test]
fn a_case_goes_from_consent_through_its_phases_to_its_end_and_a_withdrawal_stops_it() {
    let at = |phase| state(&Facts { phase: Some(phase), ..facts() });
    assert_eq!(state(&facts()), State::Consented);
    for phase in [Phase::Finding, Phase::Engaging] {
        assert_eq!(at(phase), State::Consented);
    }
    for phase in [Phase::Assessing, Phase::Planning, Phase::Implementing, Phase::Coordinating, Phase::Advocating] {
        assert_eq!(at(phase), State::Active);
    }
    assert_eq!(at(Phase::Monitoring), State::Monitoring);
    assert_eq!(state(&Facts { has_ended: true, is_consented: false, ..facts() }), State::Closed);
    let stopped = state(&Facts { is_consented: false, phase: Some(Phase::Monitoring), ..facts() });
    assert_eq!((stopped, stopped.blocks()), (State::Stopped, Some(Block::Stopped)));
}

#[test]
fn one_worker_has_proposed_it_until_the_client_took_part() {
    let one = Facts { form: Form::Individual, is_consented: false, took_part_on: None, ..facts() };
    assert_eq!(state(&one), State::Proposed);
    assert_eq!(state(&Facts { took_part_on: Some(date(2026, 4, 21)), ..one }), State::Consented);
}

#[test]
fn nothing_is_implemented_without_an_agreed_plan_and_any_other_phase_may_come_back() {
    for phase in Phase::ALL.iter().copied() {
        assert_eq!(entering(phase, true), None);
        let expected = (phase == Phase::Implementing).then_some(Block::NothingToImplement);
        assert_eq!(entering(phase, false), expected, "{phase:?}");
    }
}

#[test]
fn a_proposal_waits_for_the_client_who_accepts_or_changes_it() {
    let open: Vec<_> = Choice::ALL.iter().copied().filter(|choice| choice.opens_the_plan()).collect();
    assert_eq!(open, [Choice::Accepts, Choice::Modifies]);
}

#[test]
fn after_thirty_days_without_the_client_somebody_asks() {
    let (last, began) = (Some(date(2026, 4, 20)), date(2026, 4, 1));
    assert_eq!(not_heard(last, began, date(2026, 5, 20), 30), None, "the thirtieth day");
    assert_eq!(not_heard(last, began, date(2026, 5, 21), 30), Some(Warning::ClientNotHeard { days: 31 }));
    assert_eq!(not_heard(None, began, date(2026, 5, 2), 30), Some(Warning::ClientNotHeard { days: 31 }));
    assert!(!Participation::NotInvited.counts() && !Participation::DeclinedInvitation.counts());
}

#[test]
fn the_same_area_or_word_in_two_services_is_questioned_and_in_one_it_is_not() {
    let osp = Part { area: "dávky", part: "sepsání odvolání", service: "OSP" };
    let new = |area, part, service| Part { area, part, service };
    let found = rule::Warning::ServicesOverlap { service: "OSP".to_owned(), part: "sepsání odvolání".to_owned() };
    let open = std::slice::from_ref(&osp);
    for same in [
        new("Dávky ", "nácvik", "PM"),
        new("", "Sepsání odvolání", "PM"),
        new("", "Odvolání", "PM"),
        new("", "odvolat se – napsat ODVOLANI do 12. 5.", "PM"),
    ] {
        assert_eq!(overlap(&same, open), Some(found.clone()), "{same:?}");
    }
    for other in [
        new("dávky", "doplnění zprávy", "OSP"),
        new("", "sepsání odvolání", "OSP"),
        new("bydlení", "nácvik", "PM"),
        new("", "nácvik přesunů", "PM"),
    ] {
        assert_eq!(overlap(&other, open), None, "{other:?}");
    }
    let idle = Part { area: "", part: "jít tam s ním", service: "OSP" };
    assert_eq!(overlap(&new("", "jít tam s ním", "PM"), &[idle]), None, "words of no weight");
    assert_eq!(found.rule(), Rule::R073);
}

#[test]
fn each_question_names_its_rule() {
    let all = [Warning::NoNeed, Warning::PeerMentor, Warning::ClientNotHeard { days: 31 }];
    assert_eq!(all.map(|one| one.rule()), [Rule::R134, Rule::R075, Rule::R071]);
}

#[test]
fn what_names_the_client_leaves_his_service_on_a_consent_only() {
    let told = Telling { in_own_service: false, is_told: true, is_consented: false };
    assert_eq!(telling(&told), Some(Block::ToldWithoutConsent));
    let table = [
        Telling { is_consented: true, ..told },
        Telling { in_own_service: true, ..told },
        Telling { is_told: false, ..told },
    ];
    for free in table {
        assert_eq!(telling(&free), None, "{free:?}");
    }
}

#[test]
fn whoever_was_spoken_with_is_the_one_named_or_nobody() {
    let named = "MUDr. Jana Nová, poliklinika Horní Vzorov";
    for said in ["Jana Nová", "MUDr. Nová", "nova jana", "Jana Nová, MUDr., poliklinika Horní Vzorov, druhé patro"]
    {
        assert!(is_addressee(named, said), "{said}");
    }
    for other in ["", " ", "n", "Jan", "Jana Novotná", "Petr Nový"] {
        assert!(!is_addressee(named, other), "{other}");
    }
    assert!(!is_addressee("", "Jana Nová"), "a consent that names nobody");
}
