use super::*;
use crate::coded::Coded;
use jiff::civil::date;
use proptest::prelude::*;

const FROM: Date = date(2026, 3, 3);
const UNTIL: Date = date(2026, 8, 31);

/// Renata Cvičná's written agreement of 3 March 2026 (scenario 5).
const RENATA: Contents<'_> = Contents {
    provider: "Pomoc Horní Vzorov, z. ú.",
    client: "Renata Cvičná",
    kind: "sociálně aktivizační služby pro rodiny s dětmi",
    extent: "dvě návštěvy týdně",
    place: "u klientky doma",
    hours: "úterý a čtvrtek odpoledne",
    payment: "bez úhrady",
    rules: "klientka byla seznámena s vnitřními pravidly",
    termination: "výpověď bez udání důvodu",
    is_validity_said: true,
};

#[test]
fn every_part_of_the_law_is_missed_by_name_and_in_its_order() {
    assert_eq!(missing(&RENATA), []);
    let table = [
        (Contents { client: " ", ..RENATA }, Part::Parties),
        (Contents { provider: "", ..RENATA }, Part::Parties),
        (Contents { kind: "", ..RENATA }, Part::Kind),
        (Contents { extent: "", ..RENATA }, Part::Extent),
        (Contents { place: "", ..RENATA }, Part::PlaceAndTime),
        (Contents { hours: "", ..RENATA }, Part::PlaceAndTime),
        (Contents { payment: "", ..RENATA }, Part::Payment),
        (Contents { rules: "", ..RENATA }, Part::Rules),
        (Contents { termination: "", ..RENATA }, Part::Termination),
        (Contents { is_validity_said: false, ..RENATA }, Part::Validity),
    ];
    for (contents, part) in table {
        assert_eq!(missing(&contents), [part], "{contents:?}");
    }
    let nothing = Contents { is_validity_said: false, ..empty() };
    assert_eq!(missing(&nothing), Part::ALL);
}

fn empty() -> Contents<'static> {
    let none = "";
    Contents {
        provider: none,
        client: none,
        kind: none,
        extent: none,
        place: none,
        hours: none,
        payment: none,
        rules: none,
        termination: none,
        is_validity_said: true,
    }
}

#[test]
fn duties_of_one_party_only_are_questioned_in_an_agreement_and_never_in_an_informed_consent() {
    for form in AgreementForm::ALL {
        let is_asked = *form != AgreementForm::InformedConsent;
        assert_eq!(binds_one_party(*form, "docházet", ""), is_asked);
        assert_eq!(binds_one_party(*form, " ", "docházet"), is_asked);
        assert!(!binds_one_party(*form, "", "") && !binds_one_party(*form, "docházet", "docházet"));
    }
}

#[test]
fn an_agreement_stands_by_its_days() {
    let on = |today| standing(FROM, Some(UNTIL), 30, today);
    assert_eq!(on(date(2026, 3, 2)), Standing::NotYet { from: FROM });
    assert_eq!(on(FROM), Standing::InForce);
    assert_eq!(on(date(2026, 7, 31)), Standing::InForce);
    assert_eq!(on(date(2026, 8, 1)), Standing::EndsSoon { days: 30 });
    assert_eq!(on(UNTIL), Standing::EndsSoon { days: 0 });
    assert_eq!(on(date(2026, 9, 1)), Standing::Ended { on: UNTIL });
    assert_eq!(standing(FROM, None, 30, date(2099, 1, 1)), Standing::InForce);
}

#[test]
fn the_sooner_of_validity_and_notice_ends_it() {
    let notice = date(2026, 5, 31);
    assert_eq!(last_day(Some(UNTIL), Some(notice)), Some(notice));
    assert_eq!(last_day(None, Some(notice)), Some(notice));
    assert_eq!((last_day(Some(UNTIL), None), last_day(None, None)), (Some(UNTIL), None));
}

const AMENDMENT: Amendment<'_> = Amendment {
    agreement: Some((FROM, Some(UNTIL))),
    changes: "Smlouva platí do 31. 12. 2026.",
    valid_from: Some(date(2026, 8, 20)),
    new_last_day: Some(date(2026, 12, 31)),
};

#[test]
fn an_amendment_changes_something_of_an_agreement_that_is_in_force() {
    let today = date(2026, 8, 20);
    let blocks = |amendment: Amendment<'_>| check_amendment(&amendment, today);
    assert_eq!(blocks(AMENDMENT), []);
    assert_eq!(blocks(Amendment { agreement: None, ..AMENDMENT }), [AmendmentBlock::NoAgreement]);
    assert_eq!(blocks(Amendment { changes: " ", ..AMENDMENT }), [AmendmentBlock::NothingChanges]);
    assert_eq!(blocks(Amendment { valid_from: None, ..AMENDMENT }), [AmendmentBlock::ValidFromMissing]);
    let early = Amendment { valid_from: Some(date(2026, 3, 2)), ..AMENDMENT };
    assert_eq!(blocks(early), [AmendmentBlock::BeforeTheAgreement { from: FROM }]);
    let last = date(2026, 8, 1);
    let short = Amendment { new_last_day: Some(last), ..AMENDMENT };
    assert_eq!(blocks(short), [AmendmentBlock::EndsBeforeItBegins { last }]);
    assert_eq!(check_amendment(&AMENDMENT, date(2026, 9, 1)), [AmendmentBlock::AgreementEnded { on: UNTIL }]);
}

const NOTICE: Termination<'_> = Termination {
    agreement: Some((FROM, None)),
    by: Some(EndedBy::NoticeByProvider),
    ground: Some(Ground::Breach),
    reason: "Opakovaně nebyla doma a neomluvila se.",
    delivered_on: Some(date(2026, 8, 17)),
    ends_on: Some(date(2026, 9, 1)),
    provider_notice_days: 15,
};

#[test]
fn the_provider_gives_notice_for_a_ground_with_facts_and_the_agreed_period() {
    let today = date(2026, 8, 17);
    let blocks = |end: Termination<'_>| check_termination(&end, today);
    assert_eq!(blocks(NOTICE), []);
    assert_eq!(blocks(Termination { agreement: None, ..NOTICE }), [TerminationBlock::NoAgreement]);
    assert_eq!(blocks(Termination { by: None, ..NOTICE }), [TerminationBlock::WhoMissing]);
    assert_eq!(blocks(Termination { ground: None, ..NOTICE }), [TerminationBlock::GroundMissing]);
    assert_eq!(blocks(Termination { reason: "", ..NOTICE }), [TerminationBlock::ReasonMissing]);
    assert_eq!(blocks(Termination { delivered_on: None, ..NOTICE }), [TerminationBlock::DeliveredMissing]);
    assert_eq!(blocks(Termination { ends_on: None, ..NOTICE }), [TerminationBlock::EndMissing]);
    let tomorrow = Termination { delivered_on: Some(date(2026, 8, 18)), ends_on: Some(date(2026, 9, 30)), ..NOTICE };
    assert_eq!(blocks(tomorrow), [TerminationBlock::DeliveredInTheFuture]);
    let before = Termination { ends_on: Some(date(2026, 8, 16)), ..NOTICE };
    assert_eq!(blocks(before), [TerminationBlock::EndsBeforeDelivery]);
    let earliest = date(2026, 9, 1);
    let short = Termination { ends_on: Some(date(2026, 8, 31)), ..NOTICE };
    assert_eq!(blocks(short), [TerminationBlock::PeriodTooShort { earliest }]);
    let last = date(2026, 8, 31);
    let late = Termination { agreement: Some((FROM, Some(last))), ..NOTICE };
    assert_eq!(blocks(late), [TerminationBlock::AfterItsValidity { last }]);
    let over = Termination { agreement: Some((FROM, Some(date(2026, 8, 16)))), ..NOTICE };
    assert_eq!(blocks(over), [TerminationBlock::AlreadyEnded { on: date(2026, 8, 16) }]);
}

#[test]
fn the_client_ends_it_without_a_reason_and_at_once() {
    let by_client = Termination {
        by: Some(EndedBy::NoticeByClient),
        ground: None,
        reason: "",
        ends_on: Some(date(2026, 8, 17)),
        ..NOTICE
    };
    assert_eq!(check_termination(&by_client, date(2026, 8, 17)), []);
    assert_eq!(check_termination(&Termination { by: Some(EndedBy::Agreement), ..by_client }, date(2026, 8, 17)), []);
}

#[test]
fn the_task_of_the_end_is_due_in_time_and_never_in_the_past() {
    assert_eq!(expiry_due(UNTIL, 30, FROM), date(2026, 8, 1));
    assert_eq!(expiry_due(date(2026, 3, 10), 30, FROM), FROM);
}

proptest! {
    #[test]
    fn on_every_day_an_agreement_is_before_in_force_or_ended(offset in -400i64..800, until in prop::option::of(0i64..400)) {
        let today = crate::calendar::shifted(FROM, offset);
        let last = until.map(|days| crate::calendar::shifted(FROM, days));
        let stands = standing(FROM, last, 30, today);
        let is_ended = last.is_some_and(|last| last < today);
        prop_assert_eq!(matches!(stands, Standing::Ended { .. }), is_ended);
        prop_assert_eq!(matches!(stands, Standing::NotYet { .. }), !is_ended && today < FROM);
    }
}
