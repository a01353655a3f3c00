//! Whatever a folder holds: gaps are named, writing more takes nothing away, an agreement silences nothing.

use super::tests::{MARCH, agreed, negotiated};
use super::*;
use crate::closure::ClosureReason;
use proptest::prelude::*;

prop_compose! {
    fn any_facts()(bits in any::<u64>(), told in 0usize..8, keepers in 0usize..3, outcome in 0usize..8) -> Facts {
        let bit = |place: u32| (bits >> place) & 1 == 1;
        let negotiated = Negotiated {
            has_begun: bit(0),
            has_consultation: bit(1),
            outcome: Outcome::ALL.get(outcome).copied(),
            has_circle: bit(2),
            has_wish: bit(3),
            has_need: bit(4),
            has_situation: bit(5),
            has_expectations: bit(6),
            has_commission: bit(7),
            has_counselling: bit(8),
            is_explained: bit(9),
            is_understood: bit(10),
            basic_told: told,
            principles_told: told,
            complaints_told: bit(11),
            has_legal_ground: bit(12),
            has_service_offered: bit(13),
        };
        let planned = Planned {
            form: PlanForm::ALL.get(told).copied(),
            has_risks: bit(14),
            has_goal: bit(15),
            has_linked_goal: bit(16),
            has_note: bit(17),
            agreed_on: bit(18).then_some(MARCH),
            evaluated_on: bit(19).then_some(MARCH),
            has_clients_view: bit(20),
            review_on: bit(21).then_some(MARCH),
        };
        let team = Team {
            is_assessed: bit(22),
            key_workers: keepers,
            has_limits: bit(23),
            limited_worker_stays: bit(24),
            has_handover: bit(25),
            handover_waits: bit(26),
        };
        let refused = bit(27).then_some(Refused { is_notice_asked: bit(28), is_notice_issued: bit(29) });
        let closed = bit(30).then_some(Closed { reason: ClosureReason::Evaluated, has_retention: bit(31) });
        Facts { negotiated, refused, agreed: bit(32).then(agreed), planned, team, closed }
    }
}

proptest! {
    #[test]
    fn what_is_missing_is_always_named(facts in any_facts(), days in 0i64..400) {
        let day = MARCH.saturating_add(days.days());
        for criterion in Criterion::ALL {
            if let Readiness::Missing(gaps) = check(*criterion, &facts, day) {
                prop_assert!(!gaps.is_empty(), "{criterion:?}");
            }
        }
    }

    #[test]
    fn writing_more_into_the_negotiation_never_takes_readiness_away(facts in any_facts()) {
        let richer = Negotiated {
            has_begun: facts.negotiated.has_begun,
            outcome: facts.negotiated.outcome,
            has_service_offered: true,
            ..negotiated()
        };
        let fuller = Facts { negotiated: richer, ..facts.clone() };
        for criterion in Criterion::ALL {
            let is_ready = check(*criterion, &facts, MARCH) == Readiness::Ready;
            prop_assert!(!is_ready || check(*criterion, &fuller, MARCH) == Readiness::Ready, "{criterion:?}");
        }
    }

    #[test]
    fn an_agreement_in_the_folder_never_makes_a_criterion_silent_but_what_belongs_to_a_refusal(facts in any_facts()) {
        let signed = Facts { agreed: Some(agreed()), ..facts.clone() };
        for criterion in Criterion::ALL {
            let was_asked = check(*criterion, &facts, MARCH) != Readiness::NotConcerned;
            prop_assert!(!was_asked || check(*criterion, &signed, MARCH) != Readiness::NotConcerned, "{criterion:?}");
        }
    }
}
