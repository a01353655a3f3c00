//! The two evaluations of scenario 5: a new commission on 15 June, the end on 31 August 2026.

use super::*;
use crate::coded::Coded;
use jiff::civil::date;
use proptest::prelude::*;

const JUNE: Date = date(2026, 6, 15);

fn renewed() -> Evaluation<'static> {
    Evaluation {
        on: Some(JUNE),
        began_on: Some(date(2026, 3, 3)),
        participants: "Renata Cvičná, Bc. Jakub Terénní",
        results: vec![Some(GoalResult::Met)],
        clients_view: "Ulevilo se mi.",
        workers_view: "Nájemní smlouva zůstala zachována.",
        conclusion: Some(Conclusion::NewCommission),
        new_commission: "docházka do školy",
        why_changed: "byt je zachráněn, syn nechodí do školy",
        next_review_on: Some(date(2026, 8, 31)),
        unlinked: Vec::new(),
    }
}

fn ended() -> Evaluation<'static> {
    Evaluation {
        conclusion: Some(Conclusion::End),
        new_commission: "",
        why_changed: "",
        next_review_on: None,
        ..renewed()
    }
}

#[test]
fn both_evaluations_of_the_story_are_taken() {
    assert_eq!(check(&renewed(), JUNE), Findings::default());
    assert_eq!(check(&ended(), JUNE), Findings::default());
}

#[test]
fn each_thing_that_is_missing_stops_it() {
    let table = [
        (Evaluation { began_on: None, ..renewed() }, Block::NoAgreement),
        (Evaluation { on: None, ..renewed() }, Block::DateMissing),
        (Evaluation { on: Some(date(2026, 6, 16)), ..renewed() }, Block::InTheFuture),
        (Evaluation { on: Some(date(2026, 3, 2)), ..renewed() }, Block::BeforeItBegan),
        (Evaluation { participants: " ", ..renewed() }, Block::NoParticipants),
        (Evaluation { results: vec![Some(GoalResult::Met), None], ..renewed() }, Block::NoResult { place: 1 }),
        (Evaluation { clients_view: "", ..renewed() }, Block::NoClientsView),
        (Evaluation { workers_view: "", ..renewed() }, Block::NoWorkersView),
        (Evaluation { conclusion: None, ..renewed() }, Block::NoConclusion),
        (Evaluation { new_commission: " ", ..renewed() }, Block::NoNewCommission),
        (Evaluation { why_changed: "", ..renewed() }, Block::NoReasonOfChange),
        (Evaluation { next_review_on: None, ..renewed() }, Block::ReviewMissing),
        (Evaluation { next_review_on: Some(JUNE), ..renewed() }, Block::ReviewNotLater),
        (Evaluation { results: vec![Some(GoalResult::Running)], ..ended() }, Block::StillRunning { place: 0 }),
    ];
    for (evaluation, block) in table {
        assert_eq!(check(&evaluation, JUNE).blocks, [block]);
    }
}

#[test]
fn the_end_with_a_need_that_no_goal_led_from_asks_why() {
    let unlinked = vec!["přání".to_owned()];
    let asked = check(&Evaluation { unlinked: unlinked.clone(), ..ended() }, JUNE);
    assert_eq!(asked.warnings, [Warning::UnlinkedNeeds(unlinked.clone())]);
    assert!(
        check(&Evaluation { unlinked, ..renewed() }, JUNE).warnings.is_empty(),
        "what goes on may still get a goal"
    );
}

#[test]
fn a_correction_says_why_keeps_its_conclusion_and_stays_before_the_end() {
    let mended = Evaluation { new_commission: "", why_changed: "", ..renewed() };
    let check = |it: &Evaluation, reason: &str| check_correction(it, Some(JUNE), reason, date(2026, 7, 1));
    assert_eq!(check(&mended, "překlep"), Findings::default());
    assert_eq!(check(&mended, " ").blocks, [Block::NoCorrectionReason]);
    assert_eq!(check(&Evaluation { clients_view: "", ..ended() }, "překlep").blocks, [Block::NoClientsView]);
    let late = Evaluation { on: Some(date(2026, 6, 16)), ..ended() };
    assert_eq!(check(&late, "překlep").blocks, [Block::AfterTheEnd]);
    let unlinked = Evaluation { unlinked: vec!["přání".to_owned()], ..ended() };
    assert!(check(&unlinked, "překlep").warnings.is_empty(), "it was asked when it ended");
    let running = Evaluation { results: vec![Some(GoalResult::Running)], ..ended() };
    assert_eq!(check(&running, "překlep").blocks, [Block::StillRunning { place: 0 }]);
    let early = Evaluation { next_review_on: Some(JUNE), ..renewed() };
    assert_eq!(check(&early, "překlep").blocks, [Block::ReviewNotLater]);
    assert_eq!(check(&Evaluation { conclusion: None, ..renewed() }, "překlep").blocks, [Block::NoConclusion]);
}

#[test]
fn an_end_is_thought_of_when_every_goal_is_met_and_after_a_long_silence() {
    let met = Some(GoalResult::Met);
    assert!(is_all_met(&[met, met]));
    assert!(!is_all_met(&[met, Some(GoalResult::Partly)]));
    assert!(!is_all_met(&[]), "without goals nothing was met");
    assert_eq!(silence_task::<u8>(JUNE, 90).due_on, date(2026, 9, 13));
    assert_eq!(ending_task::<u8>(JUNE).due_on, date(2026, 6, 22));
    assert_eq!(plan_task::<u8>(Rule::R016, date(2026, 3, 3), 30).due_on, date(2026, 4, 2));
}

proptest! {
    #[test]
    fn a_new_commission_never_passes_without_its_words(words in "[ \\t]{0,3}", why in "[a-z]{1,5}") {
        let it = Evaluation { new_commission: &words, why_changed: &why, ..renewed() };
        prop_assert_eq!(check(&it, JUNE).blocks, [Block::NoNewCommission]);
    }

    #[test]
    fn no_end_passes_while_a_goal_goes_on(results in prop::collection::vec(0..GoalResult::ALL.len(), 1..6)) {
        let results: Vec<_> = results.iter().map(|one| GoalResult::ALL.get(*one).copied()).collect();
        let goes_on = results.contains(&Some(GoalResult::Running));
        let it = Evaluation { results, ..ended() };
        prop_assert_eq!(!check(&it, JUNE).blocks.is_empty(), goes_on);
    }
}
