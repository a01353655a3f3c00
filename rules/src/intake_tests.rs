//! Klára Vzorná calls, Renata Cvičná needs another service, and nobody is refused for a reason of his own.

use super::*;
use crate::coded::Coded;
use jiff::civil::date;

const CALL: Moment = Moment { at: 1_772_544_000_000, day: date(2026, 3, 3) };

fn complete() -> Negotiation {
    Negotiation {
        wish: Found::Written,
        need: Found::Written,
        ability: Found::Written,
        possibility: Found::NotFoundOut,
        counselling_given: true,
        social_inquiry_made: true,
        understanding_confirmed: true,
    }
}

fn closing(outcome: Outcome) -> Closing {
    Closing { outcome: Some(outcome), on: Some(CALL.day), worker_known: true, who_decided: None }
}

#[test]
fn a_first_contact_needs_its_channel_and_time_and_nothing_else() {
    let saved = check_first_contact(Some(Channel::Phone), Some(CALL), Profession::SocialWorker);
    assert_eq!(saved, Findings::default());
    let empty = check_first_contact(None, None, Profession::SocialWorker);
    assert_eq!(empty.blocks, [ContactBlock::ChannelMissing, ContactBlock::TimeMissing]);
}

#[test]
fn bohdan_the_psychologist_says_why_he_took_the_call() {
    let asked = check_first_contact(Some(Channel::Phone), Some(CALL), Profession::OtherSpecialist);
    assert!(asked.blocks.is_empty());
    assert_eq!(asked.warnings, [Warning::FirstContactByAnotherSpecialist]);
}

#[test]
fn waiting_is_questioned_only_after_the_days_of_the_setting() {
    let asked_on = date(2026, 3, 3);
    assert_eq!(waits_too_long(asked_on, date(2026, 3, 17), 14), None);
    let warned = waits_too_long(asked_on, date(2026, 3, 18), 14);
    assert_eq!(warned, Some(Warning::WaitsTooLong { days: 15, limit: 14 }));
    assert_eq!(waiting_days(asked_on, None, date(2026, 3, 5)), 2);
}

#[test]
fn a_specialist_is_booked_after_the_introductory_consultation() {
    assert_eq!(check_booking_to_specialist(true), None);
    assert_eq!(check_booking_to_specialist(false), Some(Warning::BookedWithoutConsultation));
}

#[test]
fn not_found_out_counts_only_when_it_says_why() {
    assert_eq!(Found::of("chci, aby se vrátil", ""), Found::Written);
    assert_eq!(Found::of(" ", "hovor byl přerušen"), Found::NotFoundOut);
    assert_eq!(Found::of("", "\u{a0} "), Found::Empty);
}

#[test]
fn an_empty_ability_is_named_in_the_question() {
    let negotiation = Negotiation { ability: Found::Empty, possibility: Found::Empty, ..complete() };
    let asked = close(&negotiation, &closing(Outcome::ApplicantWithdrew), CALL.day);
    let named = vec![Circumstance::Ability, Circumstance::Possibility];
    assert_eq!(asked.warnings, [Warning::NegotiationFieldsEmpty(named)]);
}

#[test]
fn a_negotiation_closes_only_with_outcome_date_and_worker() {
    let nothing = Closing { outcome: None, on: None, worker_known: false, who_decided: None };
    let refused = close(&complete(), &nothing, CALL.day).blocks;
    let expected = [ClosingBlock::DateMissing, ClosingBlock::WorkerMissing, ClosingBlock::OutcomeMissing];
    assert_eq!(refused, expected);
    let open = close(&complete(), &closing(Outcome::Open), CALL.day).blocks;
    assert_eq!(open, [ClosingBlock::OutcomeMissing]);
    let tomorrow = Closing { on: Some(date(2026, 3, 4)), ..closing(Outcome::ApplicantWithdrew) };
    assert_eq!(close(&complete(), &tomorrow, CALL.day).blocks, [ClosingBlock::InTheFuture]);
}

#[test]
fn neither_an_agreement_nor_a_refusal_is_made_by_closing() {
    let agreement = close(&complete(), &closing(Outcome::Agreement), CALL.day).blocks;
    assert_eq!(agreement, [ClosingBlock::AgreementOnlyBySigning]);
    let refusal = close(&complete(), &closing(Outcome::Refused), CALL.day).blocks;
    assert_eq!(refusal, [ClosingBlock::RefusalHasItsProcedure]);
}

#[test]
fn exactly_the_offered_outcomes_can_close_a_negotiation() {
    let decided = |outcome| Closing { who_decided: Some(WhoDecided::WorkerFinding), ..closing(outcome) };
    for outcome in Outcome::ALL {
        let closes = close(&complete(), &decided(*outcome), CALL.day).blocks.is_empty();
        assert_eq!(closes, outcomes_offered().contains(outcome), "{outcome:?}");
    }
}

#[test]
fn the_service_cannot_refuse_because_somebody_does_not_cooperate_or_has_debts() {
    for invented in ["does_not_cooperate", "has_debts_with_us", "nespolupracuje", ""] {
        assert_eq!(Outcome::from_code(invented), None);
    }
}

#[test]
fn renata_needs_another_service_and_leaves_with_counselling_and_a_word_on_who_decided() {
    let without = Negotiation { counselling_given: false, ..complete() };
    let refused = close(&without, &closing(Outcome::OtherServiceNeeded), CALL.day);
    assert_eq!(refused.blocks, [ClosingBlock::CounsellingMissing, ClosingBlock::WhoDecidedMissing]);
    assert!(refused.warnings.is_empty());
    let decided = Closing { who_decided: Some(WhoDecided::ApplicantChoice), ..closing(Outcome::OtherServiceNeeded) };
    assert_eq!(close(&complete(), &decided, CALL.day), Findings::default());
}

#[test]
fn any_end_without_counselling_or_understanding_is_questioned() {
    let silent = Negotiation { counselling_given: false, understanding_confirmed: false, ..complete() };
    for outcome in [Outcome::ApplicantWithdrew, Outcome::NoLongerContactable, Outcome::OneOffCounsellingOnly] {
        let asked = close(&silent, &closing(outcome), CALL.day).warnings;
        assert_eq!(asked, [Warning::NoCounselling, Warning::UnderstandingNotConfirmed], "{outcome:?}");
    }
}

#[test]
fn only_an_agreement_asks_for_a_social_inquiry() {
    let no_inquiry = Negotiation { social_inquiry_made: false, ..complete() };
    for outcome in Outcome::ALL {
        let asked = warnings_at_end(&no_inquiry, *outcome).contains(&Warning::NoSocialInquiry);
        assert_eq!(asked, *outcome == Outcome::Agreement, "{outcome:?}");
    }
}

#[test]
fn a_referral_names_the_service_and_carries_no_personal_data() {
    let offer = Referral { service_offered: "terénní programy", personal_data_enclosed: false };
    assert!(check_referral(&offer).is_empty());
    let with_data = Referral { personal_data_enclosed: true, ..offer };
    assert_eq!(check_referral(&with_data), [ReferralBlock::PersonalData]);
    let nowhere = Referral { service_offered: " ", ..offer };
    assert_eq!(check_referral(&nowhere), [ReferralBlock::ServiceMissing]);
}
