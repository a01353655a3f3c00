//! Mgr. Eva Poradná explains case management to Tomáš Fiktivní; Lenka Páteřní brings his contact (scenarios 6 and 7).

use super::super::{Consent, State, state};
use super::*;
use jiff::civil::date;
use proptest::prelude::*;

const MONDAY: Moment = Moment { at: 1_771_232_400_000, day: date(2026, 2, 16) };

/// The consent of Tomáš, with everything it must say.
fn whole() -> Proposal {
    Proposal {
        kind: ConsentKind::CaseManagement,
        decision: Decision::Consent,
        form: ConsentForm::Written,
        names_service: true,
        names_addressee: false,
        direction: Some(Direction::Both),
        topics: 2,
        has_extent: true,
        has_purpose: true,
        valid_from: Some(date(2026, 2, 16)),
        valid_until: Some(date(2026, 8, 31)),
        named_workers: 0,
        is_represented: false,
        has_authority: false,
        given: Some(MONDAY),
        answered_at: None,
        recorder: Profession::SocialWorker,
        now: MONDAY,
    }
}

fn handover() -> Proposal {
    Proposal {
        kind: ConsentKind::DataHandover,
        direction: Some(Direction::Outward),
        topics: 0,
        named_workers: 2,
        recorder: Profession::DirectCareWorker,
        ..whole()
    }
}

#[test]
fn a_consent_to_case_management_without_one_of_the_four_is_not_recorded() {
    assert_eq!(check(&whole()), []);
    let table = [
        (Proposal { topics: 0, ..whole() }, SharingBlock::NoTopic),
        (Proposal { has_extent: false, ..whole() }, SharingBlock::NoExtent),
        (Proposal { has_purpose: false, ..whole() }, SharingBlock::NoPurpose),
        (Proposal { valid_from: None, ..whole() }, SharingBlock::NoValidity),
        (Proposal { valid_until: None, ..whole() }, SharingBlock::NoValidity),
        (Proposal { valid_until: Some(date(2026, 2, 15)), ..whole() }, SharingBlock::UntilBeforeFrom),
        (Proposal { direction: None, ..whole() }, SharingBlock::NoDirection),
        (Proposal { names_service: false, ..whole() }, SharingBlock::NoService),
    ];
    for (proposal, block) in table {
        assert_eq!(check(&proposal), [block], "{proposal:?}");
    }
}

#[test]
fn one_day_is_a_period_of_validity() {
    assert_eq!(check(&Proposal { valid_until: Some(date(2026, 2, 16)), ..whole() }), []);
}

#[test]
fn only_a_social_worker_records_case_management_and_a_no_to_it_as_well() {
    for decision in [Decision::Consent, Decision::Dissent] {
        let by_lenka = Proposal { decision, recorder: Profession::DirectCareWorker, ..whole() };
        assert_eq!(check(&by_lenka), [SharingBlock::NotSocialWorker]);
    }
}

#[test]
fn a_no_asks_for_nothing_but_whom_it_concerns() {
    let bare = Proposal {
        decision: Decision::Dissent,
        form: ConsentForm::Oral,
        direction: None,
        topics: 0,
        has_extent: false,
        has_purpose: false,
        valid_from: None,
        valid_until: None,
        named_workers: 0,
        ..whole()
    };
    assert_eq!(check(&bare), []);
    assert_eq!(check(&Proposal { kind: ConsentKind::DataHandover, ..bare }), []);
    assert_eq!(check(&Proposal { kind: ConsentKind::ThirdParty, ..bare }), [SharingBlock::NoAddressee]);
    assert_eq!(check(&Proposal { names_service: false, ..bare }), [SharingBlock::NoService]);
}

#[test]
fn a_handover_needs_a_paper_its_day_and_the_names_of_those_who_receive() {
    assert_eq!(check(&handover()), []);
    assert_eq!(check(&Proposal { form: ConsentForm::Oral, ..handover() }), [SharingBlock::OralHandover]);
    assert_eq!(check(&Proposal { given: None, ..handover() }), [SharingBlock::NoDay]);
    assert_eq!(check(&Proposal { named_workers: 0, ..handover() }), [SharingBlock::NoNamedWorker]);
    assert_eq!(check(&Proposal { valid_until: None, ..handover() }), [SharingBlock::NoValidity]);
}

#[test]
fn a_representative_says_on_what_he_represents() {
    let represented = Proposal { is_represented: true, ..whole() };
    assert_eq!(check(&represented), [SharingBlock::NoAuthority]);
    assert_eq!(check(&Proposal { has_authority: true, ..represented }), []);
}

#[test]
fn an_older_answer_is_not_put_under_a_newer_one_and_nobody_answers_tomorrow() {
    let earlier = Proposal { answered_at: Some(MONDAY.at + 1), ..whole() };
    assert_eq!(check(&earlier), [SharingBlock::AnsweredLater { at: MONDAY.at + 1 }]);
    assert_eq!(check(&Proposal { answered_at: Some(MONDAY.at), ..whole() }), []);
    let tomorrow = Moment::new(MONDAY.at + 1, MONDAY.day);
    assert_eq!(check(&Proposal { given: Some(tomorrow), ..whole() }), [SharingBlock::InTheFuture]);
}

#[test]
fn the_warning_comes_fourteen_days_before_and_the_last_day_still_counts() {
    let last = Some(date(2026, 8, 31));
    let table = [
        (date(2026, 8, 16), Expiry::Far),
        (date(2026, 8, 17), Expiry::Soon { days_left: 14 }),
        (date(2026, 8, 31), Expiry::Soon { days_left: 0 }),
        (date(2026, 9, 1), Expiry::Over),
    ];
    for (day, expected) in table {
        assert_eq!(expiry(last, day), expected, "{day}");
    }
    assert_eq!(expiry(None, date(2036, 1, 1)), Expiry::Far);
}

proptest! {
    #[test]
    fn the_end_of_validity_only_comes_nearer(last in 0i64..400, day in 0i64..400, later in 0i64..400) {
        let rank = |expiry| match expiry {
            Expiry::Far => (0, 0),
            Expiry::Soon { days_left } => (1, -days_left),
            Expiry::Over => (2, 0),
        };
        let at = |days| crate::calendar::shifted(MONDAY.day, days);
        let last = Some(at(last));
        prop_assert!(rank(expiry(last, at(day))) <= rank(expiry(last, at(day + later))));
    }

    #[test]
    fn a_consent_is_over_exactly_when_its_last_day_is(last in 0i64..60, day in 0i64..60) {
        let until = crate::calendar::shifted(MONDAY.day, last);
        let today = crate::calendar::shifted(MONDAY.day, day);
        let consent = Consent {
            decision: Decision::Consent, form: ConsentForm::Written, given: MONDAY, valid_from: MONDAY.day,
            valid_until: Some(until), withdrawn_at: None, superseded_at: None,
        };
        let now = Moment::new(MONDAY.at + day * 86_400_000, today);
        prop_assert_eq!(state(&consent, now) == State::Expired, expiry(Some(until), today) == Expiry::Over);
    }
}
