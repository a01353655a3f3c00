//! Klára's plan of 5 May 2026, and everything that may be missing in it.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use super::*;
use crate::rule::Rule;
use jiff::civil::date;
use proptest::prelude::*;

const DAY: Date = date(2026, 5, 5);

fn goal(number: usize) -> Goal {
    let step = Step { has_doer: true, due_on: Some(date(2026, 5, 20)), is_settled: false };
    let success_indicator = "týdenní rozvrh péče funguje 3 týdny po sobě".to_owned();
    let horizon = Some(date(2026, 6, 30));
    Goal { number, success_indicator, horizon, is_linked: true, is_outside_purpose: false, steps: vec![step] }
}

fn klaras() -> Plan<'static> {
    Plan {
        agreement_on: Some(date(2026, 3, 16)),
        has_way: true,
        way_reason: "ráda si věci píše",
        strengths: "stará se o syna a pracuje",
        goals: vec![goal(1), goal(2)],
        participation: Some(Participation::TookPart),
        participation_note: "cíle řekla sama",
        representative: "",
        agreed_on: Some(DAY),
        review_on: Some(date(2026, 11, 5)),
        is_changed: false,
        change_reason: "",
    }
}

#[test]
fn klaras_plan_with_two_evaluable_goals_is_agreed_and_nothing_is_asked() {
    assert_eq!(check(&klaras(), DAY), Findings::default());
}

#[test]
fn each_thing_that_is_missing_stops_the_deed_by_its_own_name() {
    let vague = Goal { success_indicator: " ".into(), ..goal(2) };
    let endless = Goal { horizon: None, ..goal(2) };
    let nobodys = Goal { steps: vec![Step { due_on: Some(DAY), ..Step::default() }], ..goal(1) };
    let dayless = Goal { steps: vec![Step { has_doer: true, ..Step::default() }], ..goal(1) };
    let table = [
        (Plan { agreement_on: None, ..klaras() }, Block::NoAgreement),
        (Plan { has_way: false, ..klaras() }, Block::NoWay),
        (Plan { way_reason: " ", ..klaras() }, Block::NoWayReason),
        (Plan { goals: vec![], ..klaras() }, Block::NoGoal),
        (Plan { goals: vec![goal(1), vague], ..klaras() }, Block::NotEvaluable { goal: 2 }),
        (Plan { goals: vec![goal(1), endless], ..klaras() }, Block::NotEvaluable { goal: 2 }),
        (Plan { goals: vec![nobodys], ..klaras() }, Block::StepWithoutPersonOrDay { goal: 1 }),
        (Plan { goals: vec![dayless], ..klaras() }, Block::StepWithoutPersonOrDay { goal: 1 }),
        (Plan { participation: None, ..klaras() }, Block::NoParticipation),
        (Plan { participation_note: "", ..klaras() }, Block::NoParticipationNote),
        (Plan { participation: Some(Participation::Impossible), ..klaras() }, Block::NoRepresentative),
        (Plan { agreed_on: None, ..klaras() }, Block::DateMissing),
        (Plan { agreed_on: Some(date(2026, 5, 6)), ..klaras() }, Block::InTheFuture),
        (Plan { agreed_on: Some(date(2026, 3, 15)), ..klaras() }, Block::BeforeTheAgreement),
        (Plan { review_on: None, ..klaras() }, Block::ReviewMissing),
        (Plan { review_on: Some(DAY), ..klaras() }, Block::ReviewNotLater),
        (Plan { is_changed: true, ..klaras() }, Block::NoChangeReason),
    ];
    for (plan, block) in table {
        assert_eq!(check(&plan, DAY).blocks, [block]);
    }
}

#[test]
fn a_settled_step_and_a_plan_agreed_with_a_representative_are_taken() {
    let settled = Goal { steps: vec![Step { is_settled: true, ..Step::default() }], ..goal(1) };
    let (participation, representative) = (Some(Participation::Impossible), "opatrovnice Jana Testovská");
    let plan = Plan { goals: vec![settled], participation, representative, ..klaras() };
    assert!(check(&plan, DAY).blocks.is_empty());
}

#[test]
fn a_goal_without_a_link_a_goal_outside_the_purpose_and_no_strengths_only_ask() {
    let free = Goal { is_linked: false, ..goal(1) };
    let outside = Goal { is_outside_purpose: true, ..goal(2) };
    let found = check(&Plan { goals: vec![free, outside], strengths: " ", ..klaras() }, DAY);
    assert!(found.blocks.is_empty());
    let asked = [Warning::GoalsWithoutLink(vec![1]), Warning::GoalsOutsidePurpose(vec![2]), Warning::NoStrengths];
    assert_eq!(found.warnings, asked);
    let rules: Vec<Rule> = found.warnings.iter().map(Warning::rule).collect();
    assert_eq!(rules, [Rule::R001, Rule::R017, Rule::R127]);
}

#[test]
fn a_review_comes_half_a_year_after_the_plan_or_after_the_last_look_at_it() {
    assert_eq!(review_on(date(2026, 3, 16), 6), date(2026, 9, 16));
    assert_eq!(review_on(date(2026, 8, 31), 6), date(2027, 2, 28));
}

#[test]
fn a_need_that_no_goal_leads_from_is_shown() {
    let found_out = ["need", "wish", "housing"];
    assert_eq!(unlinked(&found_out, &["need housing"]), ["wish"]);
    assert_eq!(unlinked(&found_out, &[]), found_out);
    assert!(unlinked(&found_out, &["wish", "housing need"]).is_empty());
}

fn thing(key: u8, text: &str) -> Thing<u8> {
    Thing { key, title: format!("Cíl {key}"), fields: vec![("Jak poznáme", text.to_owned())] }
}

#[test]
fn versions_differ_by_what_was_added_changed_and_ended() {
    let old = [thing(1, "rozvrh"), thing(2, "dohoda")];
    let new = [thing(1, "rozvrh tři týdny"), thing(3, "škola")];
    let found = difference(&old, &new);
    let changed = vec![("Jak poznáme", "rozvrh".to_owned(), "rozvrh tři týdny".to_owned())];
    assert_eq!(found[0], Difference::Changed { title: "Cíl 1".into(), fields: changed });
    assert!(matches!(&found[1], Difference::Added { title, .. } if title == "Cíl 3"));
    assert_eq!(found[2], Difference::Ended { title: "Cíl 2".into() });
}

proptest! {
    #[test]
    fn a_version_does_not_differ_from_itself_and_every_thing_is_told_at_most_once(
        old in prop::collection::btree_map(0u8..9, "[a-c]{0,2}", 0..6),
        new in prop::collection::btree_map(0u8..9, "[a-c]{0,2}", 0..6),
    ) {
        let things = |of: &std::collections::BTreeMap<u8, String>| -> Vec<Thing<u8>> {
            of.iter().map(|(key, text)| thing(*key, text)).collect()
        };
        let (before, after) = (things(&old), things(&new));
        prop_assert!(difference(&before, &before).is_empty());
        let found = difference(&before, &after);
        let added = found.iter().filter(|one| matches!(one, Difference::Added { .. })).count();
        let ended = found.iter().filter(|one| matches!(one, Difference::Ended { .. })).count();
        prop_assert_eq!(added, new.keys().filter(|key| !old.contains_key(key)).count());
        prop_assert_eq!(ended, old.keys().filter(|key| !new.contains_key(key)).count());
        let same = old.iter().filter(|(key, text)| new.get(*key).is_some_and(|now| now != *text)).count();
        prop_assert_eq!(found.len() - added - ended, same);
    }

    #[test]
    fn whatever_else_is_missing_no_plan_is_agreed_without_the_client(
        goals in 0usize..3, noted: bool, represented: bool, impossible: bool,
    ) {
        let plan = Plan {
            goals: (1..=goals).map(goal).collect(),
            participation: impossible.then_some(Participation::Impossible),
            participation_note: if noted { "přes tlumočnici" } else { "" },
            representative: if represented { "opatrovník" } else { "" },
            ..klaras()
        };
        let is_taken = check(&plan, DAY).blocks.is_empty();
        prop_assert_eq!(is_taken, goals > 0 && impossible && noted && represented);
    }
}
