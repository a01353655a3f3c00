//! Alena Příkladná holds the case of Klára Vzorná and hands it over to Bohdan Ukázka on 12 May (scenario 2).

use super::*;
use jiff::civil::date;
use proptest::prelude::*;

const NAMED: i64 = 1_000;
const PASSED: i64 = 5_000;
const MAY_12: Date = date(2026, 5, 12);
const BOHDAN: Candidate<&str> =
    Candidate { worker: "Bohdan", profession: Profession::OtherSpecialist, active_in_service: true, excluded: false };

fn alena_alone() -> Vec<Assignment<&'static str>> {
    vec![Assignment { worker: "Alena", from_at: NAMED, until_at: None }]
}

fn to_bohdan<'a>(to: &'a Candidate<&'static str>) -> Handover<'a, &'static str> {
    Handover {
        from: "Alena",
        to,
        reason: Some(HandoverReason::CommissionPrevailed),
        note: "",
        ends_on: Some(MAY_12),
        begins_on: Some(MAY_12),
        another_open: false,
    }
}

#[test]
fn alena_holds_the_case_to_the_moment_in_which_bohdan_begins() {
    let line = pass(&alena_alone(), "Bohdan", PASSED).unwrap();
    assert_eq!(who_at(&line, NAMED - 1), None);
    assert_eq!(who_at(&line, NAMED), Some(&"Alena"));
    assert_eq!(who_at(&line, PASSED - 1), Some(&"Alena"));
    assert_eq!(who_at(&line, PASSED), Some(&"Bohdan"));
    assert_eq!(check_line(&line), Ok(()));
}

#[test]
fn family_therapy_prevailed_and_the_case_passes_when_bohdan_accepts() {
    assert!(propose(&to_bohdan(&BOHDAN), Some(&"Alena")).is_empty());
    let accept_at = |at| accept(&to_bohdan(&BOHDAN), HandoverState::Proposed, Some(&"Alena"), PASSED, at);
    assert_eq!(accept_at(PASSED + 300), Ok(PASSED + 300));
    assert_eq!(accept_at(PASSED - 300), Ok(PASSED), "accepted earlier, it waits for the planned day");
}

#[test]
fn a_gap_from_the_12th_to_the_15th_and_an_overlap_are_refused() {
    let may_15 = date(2026, 5, 15);
    let gap = Handover { begins_on: Some(may_15), ..to_bohdan(&BOHDAN) };
    assert_eq!(propose(&gap, Some(&"Alena")), [Block::Gap { ends_on: MAY_12, begins_on: may_15 }]);
    let overlap = Handover { ends_on: Some(may_15), ..to_bohdan(&BOHDAN) };
    assert_eq!(propose(&overlap, Some(&"Alena")), [Block::Overlap { begins_on: MAY_12, ends_on: may_15 }]);
    let no_day = Handover { begins_on: None, ..to_bohdan(&BOHDAN) };
    assert_eq!(propose(&no_day, Some(&"Alena")), [Block::DateMissing]);
}

#[test]
fn only_the_key_worker_of_now_is_replaced_and_by_somebody_else() {
    assert_eq!(propose(&to_bohdan(&BOHDAN), Some(&"Dana")), [Block::NotTheKeyWorker]);
    assert_eq!(propose(&to_bohdan(&BOHDAN), None), [Block::NotTheKeyWorker]);
    let alena = Candidate { worker: "Alena", ..BOHDAN };
    assert_eq!(propose(&to_bohdan(&alena), Some(&"Alena")), [Block::ToHimself]);
}

#[test]
fn a_handover_has_a_reason_and_the_other_one_is_told() {
    let none = Handover { reason: None, ..to_bohdan(&BOHDAN) };
    assert_eq!(propose(&none, Some(&"Alena")), [Block::ReasonMissing]);
    let other = Handover { reason: Some(HandoverReason::Other), ..to_bohdan(&BOHDAN) };
    assert_eq!(propose(&other, Some(&"Alena")), [Block::NoteMissing]);
    let told = Handover { note: "dlouhodobá nepřítomnost", ..other };
    assert!(propose(&told, Some(&"Alena")).is_empty());
}

#[test]
fn the_new_key_worker_is_an_active_professional_whom_the_client_did_not_exclude() {
    let nobody = Candidate { profession: Profession::Trainee, active_in_service: false, excluded: true, ..BOHDAN };
    let expected = [CandidateBlock::NotActiveInService, CandidateBlock::NotProfessional, CandidateBlock::Excluded];
    assert_eq!(propose(&to_bohdan(&nobody), Some(&"Alena")), expected.map(Block::Addressee));
}

#[test]
fn bohdan_was_excluded_after_the_proposal_and_can_no_longer_accept() {
    let excluded = Candidate { excluded: true, ..BOHDAN };
    let refused = accept(&to_bohdan(&excluded), HandoverState::Proposed, Some(&"Alena"), PASSED, PASSED);
    assert_eq!(refused, Err(vec![Block::Addressee(CandidateBlock::Excluded)]));
}

#[test]
fn a_declined_or_accepted_handover_is_over_and_a_second_one_waits_for_the_first() {
    for state in [HandoverState::Accepted, HandoverState::Declined, HandoverState::TakenBack] {
        let again = accept(&to_bohdan(&BOHDAN), state, Some(&"Alena"), PASSED, PASSED);
        assert_eq!(again, Err(vec![Block::NotProposed { state }]));
        assert_eq!(may_end_unaccepted(state), Err(Block::NotProposed { state }));
    }
    assert_eq!(may_end_unaccepted(HandoverState::Proposed), Ok(()));
    let second = Handover { another_open: true, ..to_bohdan(&BOHDAN) };
    assert_eq!(propose(&second, Some(&"Alena")), [Block::AnotherIsOpen]);
}

#[test]
fn a_broken_line_is_named_by_its_gap_or_overlap() {
    let one = |worker, from_at, until_at| Assignment { worker, from_at, until_at };
    let gap = [one("Alena", 0, Some(10)), one("Bohdan", 12, None)];
    assert_eq!(check_line(&gap), Err(Broken::Gap { from_at: 10, until_at: Some(12) }));
    let overlap = [one("Bohdan", 8, None), one("Alena", 0, Some(10))];
    assert_eq!(check_line(&overlap), Err(Broken::Overlap { from_at: 8, until_at: Some(10) }));
    let two = [one("Alena", 0, None), one("Bohdan", 8, None)];
    assert_eq!(check_line(&two), Err(Broken::Overlap { from_at: 8, until_at: None }));
    let nobody = [one("Alena", 0, Some(10))];
    assert_eq!(check_line(&nobody), Err(Broken::Gap { from_at: 10, until_at: None }));
    assert_eq!(check_line(&[one("Alena", 5, Some(5))]), Err(Broken::EndsBeforeItBegins { from_at: 5 }));
    assert_eq!(check_line::<&str>(&[]), Ok(()));
}

#[test]
fn a_case_does_not_pass_before_it_began() {
    assert_eq!(pass(&alena_alone(), "Bohdan", NAMED), None);
    assert_eq!(pass::<&str>(&[], "Bohdan", PASSED), None);
}

/// Handovers as they come: to whom, the planned day's beginning, the acceptance; `None` when it was declined.
fn sequences() -> impl Strategy<Value = Vec<(u8, i64, Option<i64>)>> {
    prop::collection::vec((0u8..5, 0i64..10_000, prop::option::of(0i64..10_000)), 0..20)
}

fn played(sequence: &[(u8, i64, Option<i64>)]) -> Vec<Assignment<u8>> {
    let mut line = vec![Assignment { worker: 0, from_at: 0, until_at: None }];
    for (worker, planned, accepted_at) in sequence {
        let to = Candidate {
            worker: *worker,
            profession: Profession::SocialWorker,
            active_in_service: true,
            excluded: false,
        };
        let holder = line.last().unwrap().worker;
        let handover = Handover {
            from: holder,
            to: &to,
            reason: Some(HandoverReason::ExpertiseChanged),
            note: "",
            ends_on: Some(MAY_12),
            begins_on: Some(MAY_12),
            another_open: false,
        };
        let passes = accepted_at
            .and_then(|at| accept(&handover, HandoverState::Proposed, Some(&holder), *planned, at).ok())
            .and_then(|at| pass(&line, *worker, at));
        line = passes.unwrap_or(line);
    }
    line
}

proptest! {
    #[test]
    fn there_is_never_nobody_and_never_two(sequence in sequences(), moment in 0i64..20_000) {
        let line = played(&sequence);
        prop_assert_eq!(check_line(&line), Ok(()));
        let holders = line.iter().filter(|assignment| assignment.holds_at(moment)).count();
        prop_assert_eq!(holders, 1);
        prop_assert!(who_at(&line, moment).is_some());
    }

    #[test]
    fn a_check_agrees_with_counting_moment_by_moment(raw in prop::collection::vec((0i64..12, prop::option::of(1i64..12)), 1..5)) {
        let line: Vec<Assignment<usize>> = raw.iter().enumerate().map(|(worker, (from_at, length))| {
            Assignment { worker, from_at: *from_at, until_at: length.map(|length| from_at + length) }
        }).collect();
        let first = line.iter().map(|assignment| assignment.from_at).min().unwrap();
        let one_each = (first..40).all(|at| line.iter().filter(|assignment| assignment.holds_at(at)).count() == 1);
        prop_assert_eq!(check_line(&line).is_ok(), one_each);
    }
}
