//! The policy as a whole: what must hold for every subject, tie and act.

use super::*;
use crate::coded::Coded;

fn every_case() -> impl Iterator<Item = (Subject, Tie, Act)> {
    Subject::ALL.iter().flat_map(|s| Tie::ALL.iter().flat_map(|t| Act::ALL.iter().map(|a| (*s, *t, *a))))
}

fn sees(subject: Subject, tie: Tie, act: Act) -> bool {
    matches!(decide(subject, tie, act), Verdict::Granted { .. })
}

#[test]
fn an_excluded_worker_never_learns_that_the_folder_exists() {
    for (subject, _, act) in every_case() {
        let verdict = decide(subject, Tie::Excluded, act);
        assert!(matches!(verdict, Verdict::Refused { reveal: false, .. }), "{subject:?} {act:?}");
        assert_eq!(listed(subject, Tie::Excluded, true), Listed::No);
    }
}

#[test]
fn another_service_and_people_without_a_folder_see_nothing() {
    for (subject, tie, act) in every_case() {
        let is_inspected = (subject, tie) == (Subject::Inspector, Tie::Inspection);
        let works_here = subject.is_care_worker() || subject == Subject::PeerMentor;
        if tie == Tie::OtherService || !(works_here || is_inspected) {
            let verdict = decide(subject, tie, act);
            assert!(matches!(verdict, Verdict::Refused { reveal: false, .. }), "{subject:?} {tie:?} {act:?}");
            assert_eq!(listed(subject, tie, true), Listed::No, "{subject:?} {tie:?}");
        }
    }
}

#[test]
fn whoever_opens_a_folder_also_finds_it_in_lists() {
    for (subject, tie, act) in every_case() {
        if sees(subject, tie, act) && !matches!(tie, Tie::HandoverAddressee | Tie::Inspection) {
            assert_eq!(listed(subject, tie, false), Listed::Fully, "{subject:?} {tie:?} {act:?}");
        }
    }
}

#[test]
fn a_mentor_never_sees_more_than_the_mentors_view() {
    for act in Act::ALL {
        let verdict = decide(Subject::PeerMentor, Tie::Mentor, *act);
        assert!(!matches!(verdict, Verdict::Granted { mask: Mask::Whole | Mask::Handover, .. }), "{act:?}");
        assert!(!sees(Subject::PeerMentor, Tie::SameService, *act));
    }
}

#[test]
fn the_addressee_of_a_handover_may_only_answer_it() {
    for (subject, _, act) in every_case() {
        assert_eq!(sees(subject, Tie::HandoverAddressee, act), subject.is_care_worker() && act == Act::AnswerHandover);
    }
}

#[test]
fn an_inspection_reads_and_never_writes_and_never_learns_where_somebody_is() {
    const NEVER: &[Act] =
        &[Act::SeePersonalData, Act::RevealBirthNumber, Act::RevealAddress, Act::DownloadAttachment, Act::SeeLooks];
    for (subject, tie, act) in every_case() {
        let is_inspected = (subject, tie) == (Subject::Inspector, Tie::Inspection);
        if subject == Subject::Inspector || tie == Tie::Inspection {
            assert_eq!(sees(subject, tie, act), is_inspected && act.is_read_by_inspection(), "{subject:?} {act:?}");
            assert_eq!(listed(subject, tie, true), Listed::No);
        }
        let reads = act.code().starts_with("see_") || act == Act::PrintInspection;
        assert!(!act.is_read_by_inspection() || (reads && act.scope() == Scope::Folder && !NEVER.contains(&act)));
    }
}

#[test]
fn an_inspector_opens_no_list_and_no_desk_but_his_own_first_page() {
    for act in Act::ALL {
        let caseload = matches!(decide_caseload(Subject::Inspector, false, *act), Verdict::Granted { .. });
        assert_eq!(caseload, *act == Act::SeeInspected, "{act:?}");
        assert!(!matches!(decide_desk(Subject::Inspector, false, *act), Verdict::Granted { .. }), "{act:?}");
        let others = Subject::ALL.iter().filter(|one| **one != Subject::Inspector);
        for other in others {
            let verdict = decide_caseload(*other, true, Act::SeeInspected);
            assert!(matches!(verdict, Verdict::Refused { reveal: false, .. }), "{other:?}");
        }
    }
}

#[test]
fn the_house_knows_two_mandates_and_the_dpo_sees_no_content() {
    for (subject, _, act) in every_case() {
        let house = matches!(decide_house(subject, act), Verdict::Granted { .. });
        assert!(!house || matches!(subject, Subject::Dpo | Subject::TechnicalAdmin));
    }
    for tie in Tie::ALL {
        for act in Act::ALL {
            assert!(!sees(Subject::Dpo, *tie, *act) && !sees(Subject::TechnicalAdmin, *tie, *act));
        }
    }
}
