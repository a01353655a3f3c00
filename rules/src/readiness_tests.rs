use super::*;
use crate::closure::ClosureReason;
use jiff::civil::date;

type Change<T> = fn(&mut T);

pub(super) const MARCH: Date = date(2026, 3, 20);

/// Renata of scenario 5: negotiated, agreed in writing on 3 March, a plan of 16 March looked at again by 15 June.
fn renata() -> Facts {
    Facts {
        negotiated: negotiated(),
        refused: None,
        agreed: Some(agreed()),
        planned: Planned {
            form: Some(PlanForm::Written),
            has_risks: true,
            has_goal: true,
            has_linked_goal: true,
            has_note: false,
            agreed_on: Some(date(2026, 3, 16)),
            evaluated_on: None,
            has_clients_view: false,
            review_on: Some(date(2026, 6, 15)),
        },
        team: Team { is_assessed: true, key_workers: 1, ..Team::default() },
        closed: None,
    }
}

pub(super) fn negotiated() -> Negotiated {
    Negotiated {
        has_begun: true,
        has_consultation: true,
        outcome: Some(Outcome::Agreement),
        has_circle: true,
        has_wish: true,
        has_need: true,
        has_situation: true,
        has_expectations: true,
        has_commission: true,
        has_counselling: true,
        is_explained: true,
        is_understood: true,
        basic_told: basic(),
        principles_told: principles(),
        complaints_told: true,
        has_legal_ground: true,
        has_service_offered: false,
    }
}

pub(super) fn agreed() -> Agreed {
    Agreed {
        form: AgreementForm::Written,
        signed_on: date(2026, 3, 3),
        is_of_template: true,
        said: Part::ALL.to_vec(),
        is_signed_alone: true,
        has_mandate: false,
        is_capacity_limited: false,
        has_help: false,
        born_on: Some(date(1990, 5, 1)),
    }
}

fn refused() -> Facts {
    Facts {
        negotiated: Negotiated { outcome: Some(Outcome::Refused), has_commission: false, ..negotiated() },
        refused: Some(Refused { is_notice_asked: true, is_notice_issued: true }),
        ..Facts::default()
    }
}

fn with_negotiated(change: fn(&mut Negotiated)) -> Facts {
    let mut facts = renata();
    change(&mut facts.negotiated);
    facts
}

fn with_agreed(change: fn(&mut Agreed)) -> Facts {
    let mut one = agreed();
    change(&mut one);
    Facts { agreed: Some(one), ..renata() }
}

fn with_planned(change: fn(&mut Planned)) -> Facts {
    let mut facts = renata();
    change(&mut facts.planned);
    facts
}

fn missing(gaps: &[Gap]) -> Readiness {
    Readiness::Missing(gaps.to_vec())
}

#[test]
fn o2_renatas_folder_shows_something_for_every_criterion_that_concerns_it() {
    let silent: &[Criterion] = &[
        Criterion::ConflictOfInterest,
        Criterion::Refusal,
        Criterion::Evaluation,
        Criterion::HandingOver,
        Criterion::Retention,
        Criterion::OtherServices,
        Criterion::Satisfaction,
    ];
    for criterion in Criterion::ALL {
        let expected = if silent.contains(criterion) { Readiness::NotConcerned } else { Readiness::Ready };
        assert_eq!(check(*criterion, &renata(), MARCH), expected, "{criterion:?}");
    }
}

#[test]
fn a_first_contact_alone_concerns_no_criterion() {
    for criterion in Criterion::ALL {
        assert_eq!(check(*criterion, &Facts::default(), MARCH), Readiness::NotConcerned, "{criterion:?}");
    }
}

#[test]
fn what_the_negotiation_lacks_is_missing_in_its_criterion() {
    use Criterion::{CircleOfPersons, Complaints, Information, Negotiation, OwnWill, Understanding};
    let table: [(Criterion, Change<Negotiated>, &[Gap]); 12] = [
        (CircleOfPersons, |it| it.has_circle = false, &[Gap::CircleNotEvaluated]),
        (OwnWill, |it| it.has_wish = false, &[Gap::NoWish]),
        (Information, |it| it.basic_told = 3, &[Gap::BasicInformation { untold: 1 }]),
        (Information, |it| it.principles_told = 4, &[Gap::Principles { untold: 2 }]),
        (Information, |it| it.is_explained = false, &[Gap::NoWayOfSpeaking]),
        (Negotiation, |it| it.has_situation = false, &[Gap::NoSituation]),
        (Negotiation, |it| it.has_need = false, &[Gap::NoNeed]),
        (Negotiation, |it| it.has_expectations = false, &[Gap::NoExpectations]),
        (Negotiation, |it| it.has_commission = false, &[Gap::NoCommission]),
        (Complaints, |it| it.complaints_told = false, &[Gap::ComplaintsNotExplained]),
        (Understanding, |it| it.is_understood = false, &[Gap::NotUnderstood]),
        (Understanding, |it| it.is_explained = false, &[Gap::NoWayOfSpeaking]),
    ];
    for (criterion, change, gaps) in table {
        assert_eq!(check(criterion, &with_negotiated(change), MARCH), missing(gaps), "{criterion:?}");
    }
}

#[test]
fn the_information_has_four_items_and_six_principles_beside_complaints() {
    assert_eq!((basic(), principles()), (4, 6));
    assert_eq!(basic() + principles() + 1, InformationItem::ALL.len());
}

#[test]
fn each_part_of_section_91_that_is_not_in_the_agreement_is_named_and_an_informed_consent_says_five_by_itself() {
    for part in Part::ALL {
        let mut one = agreed();
        one.said.retain(|said| said != part);
        let facts = Facts { agreed: Some(one.clone()), ..renata() };
        let found = check(Criterion::AgreementContents, &facts, MARCH);
        assert_eq!(found, missing(&[Gap::NoPart(*part)]), "{part:?}");
        one.form = AgreementForm::InformedConsent;
        let facts = Facts { agreed: Some(one), ..renata() };
        let has_a_field = matches!(part, Part::Extent | Part::PlaceAndTime | Part::Payment);
        let expected = if has_a_field { missing(&[Gap::NoPart(*part)]) } else { Readiness::Ready };
        assert_eq!(check(Criterion::AgreementContents, &facts, MARCH), expected, "{part:?}");
    }
    let bare = with_agreed(|it| it.said.clear());
    assert_eq!(check(Criterion::PlaceAndTime, &bare, MARCH), missing(&[Gap::NoPart(Part::PlaceAndTime)]));
    assert_eq!(
        check(Criterion::AgreementRules, &with_agreed(|it| it.is_of_template = false), MARCH),
        missing(&[Gap::OldTemplate])
    );
}

#[test]
fn the_extent_rests_on_a_goal_with_a_link_or_before_a_plan_on_a_need_or_a_wish() {
    let contents = |facts: &Facts| check(Criterion::AgreementContents, facts, MARCH);
    assert_eq!(contents(&with_planned(|it| it.has_linked_goal = false)), missing(&[Gap::GoalWithoutLink]));
    let mut facts = with_planned(|it| (it.has_goal, it.has_linked_goal) = (false, false));
    assert_eq!(contents(&facts), Readiness::Ready);
    (facts.negotiated.has_need, facts.negotiated.has_wish) = (false, false);
    assert_eq!(contents(&facts), missing(&[Gap::ExtentRestsOnNothing]));
}

#[test]
fn who_may_not_sign_alone_has_a_representative_with_a_mandate() {
    let understood = |facts: &Facts| check(Criterion::Understanding, facts, MARCH);
    let alone = [
        with_agreed(|it| it.is_capacity_limited = true),
        with_agreed(|it| it.is_signed_alone = false),
        with_agreed(|it| it.born_on = Some(date(2008, 3, 4))),
    ];
    for facts in &alone {
        assert_eq!(understood(facts), missing(&[Gap::NoRepresentative]), "{:?}", facts.agreed);
    }
    let helped = [
        with_agreed(|it| (it.is_capacity_limited, it.is_signed_alone, it.has_mandate) = (true, false, true)),
        with_agreed(|it| (it.born_on, it.has_help) = (Some(date(2010, 1, 1)), true)),
        with_agreed(|it| it.born_on = Some(date(2008, 3, 3))),
        with_agreed(|it| it.born_on = None),
    ];
    for facts in &helped {
        assert_eq!(understood(facts), Readiness::Ready, "{:?}", facts.agreed);
    }
}

#[test]
fn planning_asks_for_a_decision_then_for_a_plan_with_the_client_or_for_notes_of_what_was_agreed() {
    let undecided: fn(&mut Planned) = |it| *it = Planned { has_risks: true, ..Planned::default() };
    let table: [(Change<Planned>, Readiness, Readiness); 6] = [
        (undecided, missing(&[Gap::NoPlanForm]), missing(&[Gap::NoPlanForm])),
        (|it| (it.form, it.agreed_on) = (None, None), missing(&[Gap::NoPlanForm]), missing(&[Gap::PlanNotAgreed])),
        (|it| it.agreed_on = None, Readiness::Ready, missing(&[Gap::PlanNotAgreed])),
        (|it| (it.agreed_on, it.has_goal) = (None, false), Readiness::Ready, missing(&[Gap::NoGoal])),
        (
            |it| *it = Planned { form: Some(PlanForm::UnwrittenShortTerm), ..Planned::default() },
            Readiness::Ready,
            missing(&[Gap::NoPlanNote]),
        ),
        (
            |it| *it = Planned { form: Some(PlanForm::UnwrittenImmediate), has_note: true, ..Planned::default() },
            Readiness::Ready,
            Readiness::Ready,
        ),
    ];
    for (change, way, together) in table {
        let facts = with_planned(change);
        assert_eq!(check(Criterion::PlanningWay, &facts, MARCH), way, "{:?}", facts.planned);
        assert_eq!(check(Criterion::PlanningTogether, &facts, MARCH), together, "{:?}", facts.planned);
    }
    let risky = with_planned(|it| it.has_risks = false);
    assert_eq!(check(Criterion::Rights, &risky, MARCH), missing(&[Gap::NoRisks]));
}

#[test]
fn the_evaluation_is_late_from_the_day_after_its_term_until_somebody_evaluates() {
    let due_on = date(2026, 6, 15);
    let on = |facts: &Facts, day| check(Criterion::Evaluation, facts, day);
    assert_eq!(on(&renata(), due_on), Readiness::NotConcerned);
    assert_eq!(on(&renata(), date(2026, 6, 16)), missing(&[Gap::EvaluationLate { due_on }]));
    let evaluated =
        with_planned(|it| (it.evaluated_on, it.review_on) = (Some(date(2026, 6, 15)), Some(date(2026, 8, 31))));
    assert_eq!(on(&evaluated, date(2026, 6, 16)), Readiness::Ready);
    assert_eq!(check(Criterion::Satisfaction, &evaluated, MARCH), missing(&[Gap::NoClientsView]));
    let closed = Some(Closed { reason: ClosureReason::LossOfContact, has_retention: true });
    assert_eq!(on(&Facts { closed, ..renata() }, date(2027, 1, 1)), Readiness::NotConcerned);
    assert_eq!(on(&Facts { closed, ..evaluated }, date(2027, 1, 1)), Readiness::Ready);
}

#[test]
fn there_is_exactly_one_key_worker_and_the_way_to_him_follows_how_far_the_folder_is() {
    let key_worker = |facts: &Facts| check(Criterion::KeyWorker, facts, MARCH);
    let nobody = |is_assessed| Team { is_assessed, key_workers: 0, ..Team::default() };
    let mut facts = Facts { team: nobody(false), ..renata() };
    assert_eq!(key_worker(&facts), missing(&[Gap::NoAssessment]));
    facts.negotiated.has_consultation = false;
    assert_eq!(key_worker(&facts), missing(&[Gap::NoConsultation]));
    assert_eq!(key_worker(&Facts { team: nobody(true), ..renata() }), missing(&[Gap::NotOneKeyWorker]));
    let two = Team { is_assessed: true, key_workers: 2, ..Team::default() };
    assert_eq!(key_worker(&Facts { team: two, ..renata() }), missing(&[Gap::NotOneKeyWorker]));
    let applicant = Facts { negotiated: negotiated(), ..Facts::default() };
    assert_eq!(key_worker(&applicant), Readiness::NotConcerned);
}

#[test]
fn limited_cooperation_and_handovers_are_asked_about_only_where_there_are_any() {
    let team = |team: Team, criterion| check(criterion, &Facts { team, ..renata() }, MARCH);
    let limited = Team { has_limits: true, ..Team::default() };
    assert_eq!(team(limited, Criterion::ConflictOfInterest), Readiness::Ready);
    let stays = Team { limited_worker_stays: true, ..limited };
    assert_eq!(team(stays, Criterion::ConflictOfInterest), missing(&[Gap::LimitedWorkerStays]));
    let handed = Team { has_handover: true, ..Team::default() };
    assert_eq!(team(handed, Criterion::HandingOver), Readiness::Ready);
    let waits = Team { handover_waits: true, ..handed };
    assert_eq!(team(waits, Criterion::HandingOver), missing(&[Gap::HandoverUnanswered]));
}

#[test]
fn whoever_is_refused_was_counselled_informed_and_given_the_notice_that_he_asked_for() {
    assert_eq!(check(Criterion::Refusal, &refused(), MARCH), Readiness::Ready);
    assert_eq!(check(Criterion::Information, &refused(), MARCH), Readiness::Ready);
    assert_eq!(check(Criterion::Negotiation, &refused(), MARCH), Readiness::NotConcerned);
    let mut facts = refused();
    facts.negotiated.has_counselling = false;
    facts.refused = Some(Refused { is_notice_asked: true, is_notice_issued: false });
    assert_eq!(check(Criterion::Refusal, &facts, MARCH), missing(&[Gap::NoCounselling, Gap::NoNotice]));
    let open_again = Facts { refused: facts.refused, ..renata() };
    assert_eq!(check(Criterion::Refusal, &open_again, MARCH), Readiness::NotConcerned);
    let mut elsewhere = Facts { negotiated: negotiated(), ..Facts::default() };
    elsewhere.negotiated.outcome = Some(Outcome::OtherServiceNeeded);
    assert_eq!(check(Criterion::OtherServices, &elsewhere, MARCH), missing(&[Gap::NoServiceOffered]));
}

#[test]
fn data_rest_on_a_ground_and_a_closed_folder_says_how_long_it_is_kept() {
    let mut facts = Facts { negotiated: negotiated(), ..Facts::default() };
    assert_eq!(check(Criterion::Documentation, &facts, MARCH), Readiness::Ready);
    facts.negotiated.has_legal_ground = false;
    assert_eq!(check(Criterion::Documentation, &facts, MARCH), missing(&[Gap::NoLegalGround]));
    let closed = |has_retention| Closed { reason: ClosureReason::Evaluated, has_retention };
    let on_closing = |closed| check(Criterion::Retention, &Facts { closed: Some(closed), ..renata() }, MARCH);
    assert_eq!(on_closing(closed(true)), Readiness::Ready);
    assert_eq!(on_closing(closed(false)), missing(&[Gap::NoRetention]));
}
