//! Klára Vzorná's assessment: consultation on Tuesday 3 March 2026, due on Tuesday the 10th (scenario 2).

use super::*;
use crate::coded::Coded;
use crate::task::{Urgency, urgency};
use jiff::civil::date;
use proptest::prelude::*;

const CONSULTATION: Date = date(2026, 3, 3);
const TODAY: Date = date(2026, 3, 12);
const DEMANDS: Demands = Demands { min_assessors: 2, direct_care_counts: true };
type Person = Assessor<&'static str>;

const ALENA: Person = Assessor { worker: "Alena", profession: Profession::SocialWorker, excluded: false };
const BOHDAN: Person = Assessor { worker: "Bohdan", profession: Profession::OtherSpecialist, excluded: false };
const VOLUNTEER: Person = Assessor { worker: "Vít", profession: Profession::Volunteer, excluded: false };
const CARER: Person = Assessor { worker: "Pavla", profession: Profession::DirectCareWorker, excluded: false };

fn alena_as_key_worker() -> Candidate<&'static str> {
    Candidate { worker: "Alena", profession: Profession::SocialWorker, active_in_service: true, excluded: false }
}

fn blocks(assessors: &[Assessor<&'static str>], demands: Demands) -> Vec<Block<&'static str>> {
    let key_worker = alena_as_key_worker();
    close(&on(date(2026, 3, 9), assessors, &key_worker), demands, TODAY).blocks
}

fn on<'a>(day: Date, assessors: &'a [Person], key_worker: &'a Candidate<&'static str>) -> Closing<'a, &'static str> {
    Closing {
        consultation_on: Some(CONSULTATION),
        due_on: due_on(CONSULTATION, 7),
        held_on: Some(day),
        assessors,
        development: "Bez podpory hrozí rozvoj úzkosti; doporučeny tři konzultace.",
        key_worker: Some(key_worker),
    }
}

#[test]
fn a_consultation_on_tuesday_means_an_assessment_by_the_next_tuesday_amber_from_sunday() {
    let due = due_on(CONSULTATION, 7);
    assert_eq!(due, date(2026, 3, 10));
    assert_eq!(urgency(due, date(2026, 3, 7)), Urgency::Calm { days_left: 3 });
    assert_eq!(urgency(due, date(2026, 3, 8)), Urgency::Amber { days_left: 2 });
    assert_eq!(urgency(due, date(2026, 3, 11)), Urgency::Overdue { days: 1 });
}

#[test]
fn the_task_is_for_the_one_who_held_the_consultation_or_for_intake() {
    let task = super::task(TermStart::IntroConsultation, CONSULTATION, 7, Some("Bohdan"));
    assert_eq!((task.addressee, task.due_on), (Addressee::Worker("Bohdan"), date(2026, 3, 10)));
    let nobody = super::task::<&str>(TermStart::FirstContact, CONSULTATION, 7, None);
    assert_eq!(nobody.addressee, Addressee::Post(Post::Intake));
}

#[test]
fn alena_and_bohdan_close_the_assessment_on_monday() {
    assert!(blocks(&[ALENA, BOHDAN], DEMANDS).is_empty());
}

#[test]
fn alena_alone_twice_or_with_a_volunteer_cannot_close_it() {
    let too_few = [Block::TooFewAssessors { present: 1, needed: 2 }];
    assert_eq!(blocks(&[ALENA], DEMANDS), too_few);
    assert_eq!(blocks(&[ALENA, ALENA], DEMANDS), too_few);
    assert_eq!(blocks(&[ALENA, VOLUNTEER], DEMANDS), too_few);
    assert_eq!(blocks(&[], DEMANDS), [Block::TooFewAssessors { present: 0, needed: 2 }]);
}

#[test]
fn a_direct_care_worker_counts_unless_the_service_leaves_them_out() {
    assert!(blocks(&[ALENA, CARER], DEMANDS).is_empty());
    let stricter = Demands { direct_care_counts: false, ..DEMANDS };
    assert_eq!(blocks(&[ALENA, CARER], stricter), [Block::TooFewAssessors { present: 1, needed: 2 }]);
}

#[test]
fn an_excluded_worker_neither_assesses_nor_counts() {
    let excluded = Assessor { excluded: true, ..BOHDAN };
    let refused = blocks(&[ALENA, excluded], DEMANDS);
    let expected = [Block::TooFewAssessors { present: 1, needed: 2 }, Block::AssessorExcluded { worker: "Bohdan" }];
    assert_eq!(refused, expected);
}

#[test]
fn without_a_text_and_a_key_worker_it_cannot_be_closed() {
    let (assessors, key_worker) = ([ALENA, BOHDAN], alena_as_key_worker());
    let empty = Closing { development: "  ", key_worker: None, ..on(date(2026, 3, 9), &assessors, &key_worker) };
    assert_eq!(close(&empty, DEMANDS, TODAY).blocks, [Block::DevelopmentMissing, Block::NoKeyWorker]);
}

#[test]
fn the_key_worker_works_in_the_service_and_is_not_excluded() {
    let assessors = [ALENA, BOHDAN];
    let gone = Candidate { active_in_service: false, excluded: true, ..alena_as_key_worker() };
    let refused = close(&on(date(2026, 3, 9), &assessors, &gone), DEMANDS, TODAY).blocks;
    let expected = [CandidateBlock::NotActiveInService, CandidateBlock::Excluded].map(Block::KeyWorker);
    assert_eq!(refused, expected);
}

#[test]
fn held_a_day_late_it_is_asked_why_and_never_stopped() {
    let (assessors, key_worker) = ([ALENA, BOHDAN], alena_as_key_worker());
    let late = close(&on(date(2026, 3, 11), &assessors, &key_worker), DEMANDS, TODAY);
    assert!(late.blocks.is_empty());
    assert_eq!(late.warnings, [Warning::AssessmentLate { days: 1 }]);
    let in_time = close(&on(date(2026, 3, 10), &assessors, &key_worker), DEMANDS, TODAY);
    assert_eq!(in_time, Findings::default());
}

#[test]
fn it_is_held_neither_before_the_consultation_nor_tomorrow_nor_never() {
    fn check(closing: Closing<'_, &'static str>) -> Vec<Block<&'static str>> {
        close(&closing, DEMANDS, TODAY).blocks
    }
    let (assessors, key_worker) = ([ALENA, BOHDAN], alena_as_key_worker());
    let early = check(on(date(2026, 3, 2), &assessors, &key_worker));
    assert_eq!(early, [Block::BeforeConsultation { consultation_on: CONSULTATION }]);
    assert_eq!(check(on(date(2026, 3, 13), &assessors, &key_worker)), [Block::InTheFuture]);
    let never = Closing { held_on: None, ..on(TODAY, &assessors, &key_worker) };
    assert_eq!(check(never), [Block::DateMissing]);
}

proptest! {
    #[test]
    fn whoever_is_on_the_list_two_different_professionals_are_needed(list in prop::collection::vec((0usize..4, 0usize..6), 0..8)) {
        // A worker has one profession in a service: the first one drawn for him holds.
        let mut profession_of = std::collections::HashMap::new();
        let assessors: Vec<Assessor<usize>> = list.iter().map(|(worker, drawn)| {
            let profession = *profession_of.entry(*worker).or_insert(Profession::ALL[*drawn]);
            Assessor { worker: *worker, profession, excluded: false }
        }).collect();
        let counted = profession_of.values().filter(|p| is_professional_worker(**p, true)).count();
        let key_worker = Candidate { worker: 9, profession: Profession::SocialWorker, active_in_service: true, excluded: false };
        let closing = Closing { consultation_on: None, due_on: TODAY, held_on: Some(TODAY), assessors: &assessors,
            development: "vývoj", key_worker: Some(&key_worker) };
        prop_assert_eq!(close(&closing, DEMANDS, TODAY).blocks.is_empty(), counted >= 2);
    }
}
