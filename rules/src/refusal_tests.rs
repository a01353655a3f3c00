use super::*;
use crate::coded::Coded;
use crate::intake::Found;
use crate::rule::Warning;
use jiff::civil::date;
use proptest::prelude::*;

const ASKED: Date = date(2026, 2, 2);
const DECIDED: Date = date(2026, 2, 11);

const NEGOTIATED: Negotiation = Negotiation {
    wish: Found::Written,
    need: Found::Written,
    ability: Found::Written,
    possibility: Found::NotFoundOut,
    counselling_given: true,
    social_inquiry_made: true,
    understanding_confirmed: true,
};

/// Renata Cvičná asks SAS Podhůří, whose twelve places are taken (scenario 5).
fn renata() -> Refusal<'static> {
    Refusal {
        reason: Some(RefusalReason::Capacity),
        facts: "Dvanáct rodin, dvanáct smluv.",
        requested_on: ASKED,
        decided_on: Some(DECIDED),
        who_decided_known: true,
        is_residential: false,
        ended: None,
        notice_asked_on: Some(DECIDED),
    }
}

fn blocks(refusal: &Refusal<'_>) -> Vec<RefusalBlock> {
    check(refusal, &NEGOTIATED, date(2027, 6, 1)).blocks
}

#[test]
fn renata_is_refused_for_capacity_without_a_question() {
    let findings = check(&renata(), &NEGOTIATED, DECIDED);
    assert!(findings.blocks.is_empty() && findings.warnings.is_empty(), "{findings:?}");
    assert!(RefusalReason::Capacity.enters_register());
}

#[test]
fn only_capacity_enters_the_register() {
    let entering: Vec<_> = RefusalReason::ALL.iter().filter(|reason| reason.enters_register()).collect();
    assert_eq!(entering, [&RefusalReason::Capacity]);
}

#[test]
fn what_is_not_in_the_law_is_no_reason() {
    for invented in ["nespolupracuje", "má dluhy u nás", "e", ""] {
        let refusal = Refusal { reason: RefusalReason::from_code(invented), ..renata() };
        assert_eq!(blocks(&refusal), [RefusalBlock::ReasonNotInLaw], "{invented}");
    }
}

#[test]
fn without_counselling_the_refusal_is_questioned() {
    let uncounselled = Negotiation { counselling_given: false, ..NEGOTIATED };
    assert_eq!(check(&renata(), &uncounselled, DECIDED).warnings, [Warning::NoCounselling]);
}

#[test]
fn facts_a_day_and_somebody_who_decided_belong_to_it() {
    let requested_on = ASKED;
    let table = [
        (Refusal { facts: " ", ..renata() }, RefusalBlock::FactsMissing),
        (Refusal { decided_on: None, ..renata() }, RefusalBlock::DateMissing),
        (Refusal { decided_on: Some(date(2027, 6, 2)), ..renata() }, RefusalBlock::InTheFuture),
        (Refusal { decided_on: Some(date(2026, 2, 1)), ..renata() }, RefusalBlock::BeforeTheRequest { requested_on }),
        (Refusal { who_decided_known: false, ..renata() }, RefusalBlock::WhoDecidedMissing),
        (
            Refusal { notice_asked_on: Some(date(2026, 2, 1)), ..renata() },
            RefusalBlock::NoticeAskedBeforeRequest { requested_on },
        ),
    ];
    for (refusal, expected) in table {
        assert_eq!(blocks(&refusal), [expected]);
    }
}

#[test]
fn the_state_of_health_excludes_from_residential_services_only() {
    let health = Refusal { reason: Some(RefusalReason::HealthState), ..renata() };
    assert_eq!(blocks(&health), [RefusalBlock::HealthOnlyResidential]);
    assert!(blocks(&Refusal { is_residential: true, ..health }).is_empty());
}

/// Her agreement was ended by the provider for breach on 1 September 2026.
const ENDED: EndedAgreement = EndedAgreement {
    ended_on: date(2026, 9, 1),
    by: EndedBy::NoticeByProvider,
    ground: Some(Ground::Breach),
    is_same_kind: true,
};

fn after_breach(requested_on: Date, ended: Option<EndedAgreement>) -> Vec<RefusalBlock> {
    let reason = Some(RefusalReason::EndedForBreach);
    let decided_on = Some(requested_on);
    let notice_asked_on = None;
    blocks(&Refusal { reason, requested_on, decided_on, ended, notice_asked_on, ..renata() })
}

#[test]
fn a_breach_refuses_for_less_than_six_months_and_not_a_day_longer() {
    let ended_on = ENDED.ended_on;
    let passed = vec![RefusalBlock::SixMonthsPassed { ended_on }];
    let table = [
        (date(2026, 11, 16), Vec::new()),
        (date(2027, 2, 28), Vec::new()),
        (date(2027, 3, 1), passed.clone()),
        (date(2027, 4, 1), passed),
    ];
    for (requested_on, expected) in table {
        assert_eq!(after_breach(requested_on, Some(ENDED)), expected, "{requested_on}");
    }
}

#[test]
fn another_end_another_ground_or_another_kind_does_not_refuse() {
    let asked = date(2026, 11, 16);
    let table = [
        (None, RefusalBlock::NoAgreementEnded),
        (Some(EndedAgreement { by: EndedBy::NoticeByClient, ..ENDED }), RefusalBlock::NotEndedByProvider),
        (Some(EndedAgreement { by: EndedBy::Agreement, ..ENDED }), RefusalBlock::NotEndedByProvider),
        (Some(EndedAgreement { ground: Some(Ground::NeedCeased), ..ENDED }), RefusalBlock::NotForBreach),
        (Some(EndedAgreement { ground: None, ..ENDED }), RefusalBlock::NotForBreach),
        (Some(EndedAgreement { is_same_kind: false, ..ENDED }), RefusalBlock::AnotherKind),
    ];
    for (ended, expected) in table {
        assert_eq!(after_breach(asked, ended), [expected], "{ended:?}");
    }
}

#[test]
fn six_months_after_the_end_of_august_is_the_end_of_february() {
    assert_eq!(six_months_after(date(2026, 8, 31)), date(2027, 2, 28));
    assert_eq!(six_months_after(date(2026, 9, 1)), date(2027, 3, 1));
}

#[test]
fn the_waiting_list_goes_by_priority_then_by_the_day() {
    let waits = |has_priority, day, recorded_at| Waiting { has_priority, enrolled_on: date(2026, 2, day), recorded_at };
    let list = [waits(false, 11, 5), waits(false, 9, 7), waits(true, 12, 9), waits(false, 11, 4)];
    assert_eq!(order_numbers(&list), [4, 2, 1, 3]);
}

#[test]
fn somebody_asks_again_only_after_an_end_and_after_an_agreement_only_anew() {
    use {AgainBlock::*, ComesAgain::*, ThreadStands::*};
    let table = [
        (Negotiating, Err(NegotiationIsOpen), Err(NegotiationIsOpen)),
        (EndedWithoutAgreement, Ok(()), Ok(())),
        (ThreadStands::AgreementInForce, Err(AgainBlock::AgreementInForce), Err(AgainBlock::AgreementInForce)),
        (AgreementEnded, Err(AgreementWasConcluded), Ok(())),
    ];
    for (stands, same, anew) in table {
        assert_eq!(may_come_again(stands, SameNegotiation), same, "{stands:?}");
        assert_eq!(may_come_again(stands, NewNegotiation), anew, "{stands:?}");
    }
}

#[test]
fn a_service_without_a_stated_capacity_has_no_number_of_free_places() {
    assert_eq!(free_places(0, 5), None);
    assert_eq!((free_places(12, 12), free_places(12, 11), free_places(12, 13)), (Some(0), Some(1), Some(0)));
}

proptest! {
    #[test]
    fn a_breach_ever_refuses_only_by_all_that_the_law_says(
        by in 0..EndedBy::ALL.len(), ground in prop::option::of(0..Ground::ALL.len()), same: bool, days in -30i64..400,
    ) {
        let ended = EndedAgreement {
            by: EndedBy::ALL[by],
            ground: ground.map(|one| Ground::ALL[one]),
            is_same_kind: same,
            ..ENDED
        };
        let asked = ENDED.ended_on.checked_add(days.days()).unwrap();
        let is_allowed = after_breach(asked, Some(ended)).is_empty();
        let lawful = ended.by == EndedBy::NoticeByProvider && ended.ground == Some(Ground::Breach) && same
            && asked < date(2027, 3, 1);
        prop_assert_eq!(is_allowed, lawful);
    }

    #[test]
    fn order_numbers_are_each_number_once(rows in prop::collection::vec((any::<bool>(), 1i8..28, 0i64..5), 0..12)) {
        let list: Vec<_> = rows.iter()
            .map(|(has_priority, day, recorded_at)| Waiting {
                has_priority: *has_priority, enrolled_on: date(2026, 2, *day), recorded_at: *recorded_at,
            })
            .collect();
        let mut numbers = order_numbers(&list);
        numbers.sort_unstable();
        prop_assert_eq!(numbers, (1..=list.len()).collect::<Vec<_>>());
    }
}
