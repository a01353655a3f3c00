use super::*;
use jiff::civil::date;

fn asked() -> PartAsked<'static> {
    PartAsked {
        route: PartRoute::UrgentDirect,
        part: "sepsání odvolání",
        reason: "běží lhůta k odvolání",
        deadline: Some(date(2026, 5, 12)),
        is_consented: true,
    }
}

#[test]
fn mareks_appeal_goes_at_once_and_each_missing_piece_stops_it() {
    assert_eq!(check_part(&asked()), []);
    let table = [
        (PartAsked { is_consented: false, ..asked() }, PartBlock::NoConsent),
        (PartAsked { reason: " ", deadline: None, ..asked() }, PartBlock::NotUrgent),
        (PartAsked { part: "", ..asked() }, PartBlock::NothingDelimited),
    ];
    for (wrong, block) in table {
        assert_eq!(check_part(&wrong), [block], "{wrong:?}");
    }
    assert_eq!(check_part(&PartAsked { reason: "", ..asked() }), []);
    assert_eq!(check_part(&PartAsked { deadline: None, ..asked() }), []);
}

#[test]
fn what_waits_for_the_meeting_needs_no_term_but_a_consent() {
    let meeting = PartAsked { route: PartRoute::AtMeeting, reason: "", deadline: None, ..asked() };
    assert_eq!(check_part(&meeting), []);
    assert_eq!(check_part(&PartAsked { is_consented: false, ..meeting }), [PartBlock::NoConsent]);
}

/// Viktor lies unconscious, nobody asked him before, and he cannot be told.
fn on_law() -> OnLaw<'static> {
    let (reason, told_on) = ("hrozí mu zástava dechu, nelze se ho zeptat", Some(date(2026, 5, 4)));
    OnLaw { is_offered: true, reason, told_on, consent: State::NotYetAsked }
}

#[test]
fn the_law_carries_what_is_offered_and_has_its_reason() {
    assert_eq!(check_on_law(&on_law()), Findings::default());
    assert_eq!(check_on_law(&OnLaw { is_offered: false, ..on_law() }).blocks, [OnLawBlock::NotOffered]);
    assert_eq!(check_on_law(&OnLaw { reason: "  ", ..on_law() }).blocks, [OnLawBlock::NoReason]);
}

#[test]
fn whoever_decided_already_or_does_not_know_is_asked_about() {
    for decided in [State::InForce, State::Dissent, State::Withdrawn { at: 1 }] {
        let said = check_on_law(&OnLaw { consent: decided, ..on_law() });
        assert_eq!(said.warnings, [Warning::ConsentIsTheRule(decided)]);
        assert!(said.blocks.is_empty());
    }
    for undecided in [State::Expired, State::NotYetValid, State::Superseded] {
        assert!(check_on_law(&OnLaw { consent: undecided, ..on_law() }).warnings.is_empty(), "{undecided:?}");
    }
    assert_eq!(check_on_law(&OnLaw { told_on: None, ..on_law() }).warnings, [Warning::ClientNotTold]);
}

#[test]
fn what_is_known_about_the_appeal_is_not_asked_for_again() {
    let known = [
        Known { topic: "Odvolání", called: "Posudek lékaře".to_owned() },
        Known { topic: "bydlení", called: "Nájemní smlouva".to_owned() },
        Known { topic: "", called: "ze zákona".to_owned() },
    ];
    let warns = |topic: &str, known: &[&str]| {
        let known = known.iter().map(|one| (*one).to_owned()).collect();
        Some(Warning::KnownAlready { topic: topic.to_owned(), known })
    };
    assert_eq!(known_already(Some(" odvolani"), &known), warns("Odvolání", &["Posudek lékaře"]));
    assert_eq!(known_already(Some("dávky"), &known), None);
    assert_eq!(known_already(Some(""), &known), None, "no topic answers no topic");
    assert_eq!(known_already(None, &known), warns("Odvolání, bydlení", &["Posudek lékaře", "Nájemní smlouva"]));
    let [appeal, housing, law] = known;
    let again = Known { called: "Zpráva z porady".to_owned(), ..appeal.clone() };
    let said = &["Posudek lékaře", "Nájemní smlouva", "Zpráva z porady"];
    assert_eq!(known_already(None, &[appeal, housing, law, again]), warns("Odvolání, bydlení", said), "a topic once");
    assert_eq!(known_already(None, &[]), None);
    let tell = [ItemKind::Statement, ItemKind::Document, ItemKind::Assessment];
    for kind in <ItemKind as crate::coded::Coded>::ALL {
        assert_eq!(kind.answers_its_topic(), tell.contains(kind), "{kind:?}");
    }
}

#[test]
fn on_the_fourth_of_may_eight_days_are_left() {
    assert_eq!(days_left(date(2026, 5, 12), date(2026, 5, 4)), 8);
    assert_eq!(days_left(date(2026, 5, 12), date(2026, 5, 13)), -1);
}

fn sheet() -> Handover<'static> {
    Handover {
        decision: Decision::Consent,
        form: ConsentForm::Written,
        signed_on: Some(date(2026, 2, 10)),
        receivers: 2,
        source: HandoverSource::RehabInstitute,
        institute: "RÚ Vzorkov",
        given_name: "Tomáš",
        family_name: "Fiktivní",
        region: "Olomoucký kraj",
        email: "tomas.fiktivni@priklad.cz",
        phone: "+420777000111",
        injury: Some(Injury::Paraplegia),
        injury_other: "",
        is_for_peer: true,
    }
}

#[test]
fn the_sheet_of_tomas_goes_and_each_missing_piece_stops_it() {
    assert_eq!(check_handover(&sheet()), []);
    let table = [
        (Handover { form: ConsentForm::Oral, ..sheet() }, HandoverBlock::NotWritten),
        (Handover { signed_on: None, ..sheet() }, HandoverBlock::NoSignatureDay),
        (Handover { receivers: 0, ..sheet() }, HandoverBlock::NoReceivers),
        (Handover { family_name: "", ..sheet() }, HandoverBlock::NoName),
        (Handover { region: " ", ..sheet() }, HandoverBlock::NoRegion),
        (Handover { email: "", phone: "", ..sheet() }, HandoverBlock::NoContact),
        (Handover { injury: None, ..sheet() }, HandoverBlock::NoInjury),
        (Handover { injury: Some(Injury::Other), ..sheet() }, HandoverBlock::OtherInjuryUnsaid),
        (Handover { institute: "", ..sheet() }, HandoverBlock::NoInstitute),
        (Handover { decision: Decision::Dissent, ..sheet() }, HandoverBlock::Dissent),
    ];
    for (wrong, block) in table {
        assert_eq!(check_handover(&wrong), [block], "{wrong:?}");
    }
}

#[test]
fn one_of_phone_and_email_is_enough_and_an_offer_says_nothing_of_health() {
    assert_eq!(check_handover(&Handover { email: "", ..sheet() }), []);
    assert_eq!(check_handover(&Handover { phone: "", ..sheet() }), []);
    let offer = Handover { is_for_peer: false, injury: None, source: HandoverSource::LongTermCare, ..sheet() };
    assert_eq!(check_handover(&offer), []);
}
