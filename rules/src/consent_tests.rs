//! Klára Vzorná voices a consent, signs a written one, and may take it back.

use super::*;
use jiff::civil::date;
use proptest::prelude::*;

const DAY: i64 = 86_400_000;
const VOICED: Moment = Moment { at: 1_772_544_660_000, day: date(2026, 3, 3) };
const SIGNED: Moment = Moment { at: VOICED.at + 13 * DAY, day: date(2026, 3, 16) };
const LATER: Moment = Moment { at: SIGNED.at + 30 * DAY, day: date(2026, 4, 15) };

fn oral() -> Consent {
    Consent {
        decision: Decision::Consent,
        form: ConsentForm::Oral,
        given: VOICED,
        valid_from: VOICED.day,
        valid_until: None,
        withdrawn_at: None,
        superseded_at: Some(SIGNED.at),
    }
}

fn written() -> Consent {
    let valid_until = Some(date(2026, 12, 31));
    Consent {
        form: ConsentForm::Written,
        given: SIGNED,
        valid_from: SIGNED.day,
        valid_until,
        superseded_at: None,
        ..oral()
    }
}

fn withdrawn(consent: Consent, at: Moment) -> Consent {
    Consent { withdrawn_at: Some(at.at), ..consent }
}

#[test]
fn the_written_consent_replaces_the_oral_one_which_stays_to_be_seen() {
    assert_eq!(state(&oral(), Moment { at: SIGNED.at - 1, day: SIGNED.day }), State::InForce);
    assert_eq!(state(&oral(), SIGNED), State::Superseded);
    assert_eq!(standing(&[oral(), written()], LATER), State::InForce);
    assert_eq!(standing(&[], LATER), State::NotYetAsked);
}

#[test]
fn a_consent_holds_to_the_end_of_its_last_day() {
    assert_eq!(state(&written(), Moment { day: date(2026, 12, 31), ..LATER }), State::InForce);
    assert_eq!(state(&written(), Moment { day: date(2027, 1, 1), ..LATER }), State::Expired);
    assert_eq!(state(&written(), Moment { day: date(2026, 3, 15), ..LATER }), State::NotYetValid);
}

#[test]
fn klara_withdraws_and_it_works_from_that_moment_the_key_worker_has_a_task() {
    let done: Withdrawal<u8> = withdraw(&written(), LATER, LATER).unwrap();
    assert_eq!((done.at, done.task.rule, done.task.due_on), (LATER.at, Rule::R052, date(2026, 4, 16)));
    let consent = withdrawn(written(), LATER);
    assert_eq!(state(&consent, Moment { at: LATER.at - 1, ..LATER }), State::InForce);
    assert_eq!(state(&consent, LATER), State::Withdrawn { at: LATER.at });
}

#[test]
fn a_withdrawn_consent_is_not_withdrawn_twice() {
    let again = withdraw::<u8>(&withdrawn(written(), SIGNED), LATER, LATER);
    assert_eq!(again, Err(Block::AlreadyWithdrawn { at: SIGNED.at }));
}

#[test]
fn a_dissent_and_a_replaced_consent_have_nothing_to_withdraw() {
    let dissent = Consent { decision: Decision::Dissent, ..written() };
    assert_eq!(withdraw::<u8>(&dissent, LATER, LATER), Err(Block::NothingToWithdraw));
    assert_eq!(withdraw::<u8>(&oral(), LATER, LATER), Err(Block::Superseded));
}

#[test]
fn a_withdrawal_is_neither_in_the_future_nor_before_the_consent() {
    let tomorrow = Moment { at: LATER.at + DAY, day: date(2026, 4, 16) };
    assert_eq!(withdraw::<u8>(&written(), tomorrow, LATER), Err(Block::InTheFuture));
    assert_eq!(withdraw::<u8>(&written(), VOICED, LATER), Err(Block::BeforeItWasGiven));
    let just_before = Moment { at: SIGNED.at - 1, ..SIGNED };
    assert_eq!(withdraw::<u8>(&written(), just_before, LATER), Err(Block::BeforeItWasGiven));
    assert!(withdraw::<u8>(&written(), SIGNED, LATER).is_ok(), "at the very moment it can be taken back");
}

#[test]
fn after_a_dissent_a_new_consent_counts_and_the_other_way_round() {
    let dissent = Consent { decision: Decision::Dissent, given: LATER, superseded_at: None, ..written() };
    assert_eq!(standing(&[written(), dissent], LATER), State::Dissent);
    assert_eq!(standing(&[dissent, written()], SIGNED), State::InForce);
}

#[test]
fn the_withdrawal_ends_what_rests_on_consent_and_no_record_the_law_orders() {
    assert!(LegalGround::Consent.ends_with_withdrawal());
    assert!(!LegalGround::LegalDuty.ends_with_withdrawal());
    assert!(!LegalGround::VitalInterest.ends_with_withdrawal());
}

proptest! {
    #[test]
    fn what_was_withdrawn_never_comes_into_force_again(at in 0i64..400, read in 0i64..800) {
        let withdrawal = Moment { at: SIGNED.at + at * DAY, day: SIGNED.day };
        let now = Moment { at: withdrawal.at + read * DAY, day: crate::calendar::shifted(SIGNED.day, at + read) };
        prop_assert_eq!(state(&withdrawn(written(), withdrawal), now), State::Withdrawn { at: withdrawal.at });
    }
}
