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

#[test]
fn an_appeal_planned_here_overlaps_the_appeal_that_is_written_there() {
    assert!(overlaps("Odvolání", "sepsání odvolání"));
    assert!(overlaps("odvolat se – napsat ODVOLANI do 12. 5.", "sepsání odvolání"));
    assert!(!overlaps("nácvik přesunů", "sepsání odvolání"));
    assert!(!overlaps("jít tam s ním", "jít tam s ním"), "words of no weight");
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
