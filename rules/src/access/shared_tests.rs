//! The properties of sharing, over many random cases.

use super::*;
use crate::coded::Coded;
use jiff::civil::date;
use proptest::prelude::*;

fn any_of<T: Coded + Copy + std::fmt::Debug + 'static>() -> impl Strategy<Value = T> {
    proptest::sample::select(T::ALL)
}

fn day() -> impl Strategy<Value = Date> {
    (-400i64..400).prop_map(|days| crate::calendar::shifted(date(2026, 6, 1), days))
}

prop_compose! {
    fn ground()(
        kind in any_of::<GroundKind>(),
        decision in proptest::option::of(any_of::<Decision>()),
        (is_withdrawn, is_superseded) in (any::<bool>(), any::<bool>()),
        valid_from in proptest::option::of(day()),
        valid_until in proptest::option::of(day()),
        (is_complete, covers_topic, allows_direction) in (any::<bool>(), any::<bool>(), any::<bool>()),
        (names_receiver, has_reason) in (any::<bool>(), any::<bool>()),
    ) -> Ground {
        Ground {
            kind, decision, is_withdrawn, is_superseded, valid_from, valid_until, is_complete, covers_topic,
            allows_direction, names_receiver, has_reason,
        }
    }
}

prop_compose! {
    fn share()(relation in any_of::<Relation>(), is_stopped in any::<bool>(), ground in ground()) -> Share {
        Share { relation, is_stopped, ground }
    }
}

fn sees(subject: Subject, share: &Share, today: Date) -> bool {
    matches!(decide_shared(subject, share, Act::SeeSharedItem, today), Verdict::Granted { .. })
}

/// Everything that must hold for sharing to be seen at all.
fn whole(kind: GroundKind) -> Ground {
    Ground {
        kind,
        decision: Some(Decision::Consent),
        is_withdrawn: false,
        is_superseded: false,
        valid_from: Some(date(2026, 4, 20)),
        valid_until: Some(date(2026, 12, 31)),
        is_complete: true,
        covers_topic: true,
        allows_direction: true,
        names_receiver: true,
        has_reason: true,
    }
}

const NAMED: Relation = Relation::Receiver;

fn of(relation: Relation, ground: Ground) -> Share {
    Share { relation, is_stopped: false, ground }
}

#[test]
fn eva_poradna_reads_what_marek_consented_to_and_each_missing_piece_shuts_the_door() {
    let (today, ground) = (date(2026, 5, 4), whole(GroundKind::CaseManagement));
    let reads = |ground| sees(Subject::SocialWorker, &of(NAMED, ground), today);
    assert!(reads(ground));
    let missing = [
        Ground { decision: None, ..ground },
        Ground { decision: Some(Decision::Dissent), ..ground },
        Ground { is_withdrawn: true, ..ground },
        Ground { is_superseded: true, ..ground },
        Ground { valid_from: Some(date(2026, 5, 5)), ..ground },
        Ground { valid_until: Some(date(2026, 5, 3)), ..ground },
        Ground { valid_from: None, ..ground },
        Ground { valid_until: None, ..ground },
        Ground { is_complete: false, ..ground },
        Ground { covers_topic: false, ..ground },
        Ground { allows_direction: false, ..ground },
    ];
    for one in missing {
        assert!(!reads(one), "{one:?}");
    }
    assert!(!sees(Subject::SocialWorker, &Share { is_stopped: true, ..of(NAMED, ground) }, today));
}

#[test]
fn the_last_day_of_a_consent_still_counts_and_the_next_does_not() {
    let share = of(NAMED, whole(GroundKind::CaseManagement));
    assert!(sees(Subject::SocialWorker, &share, date(2026, 12, 31)));
    assert!(!sees(Subject::SocialWorker, &share, date(2027, 1, 1)));
    assert!(sees(Subject::SocialWorker, &share, date(2026, 4, 20)));
    assert!(!sees(Subject::SocialWorker, &share, date(2026, 4, 19)));
}

#[test]
fn contacts_are_for_the_workers_named_in_the_consent_alone() {
    let (today, ground) = (date(2026, 5, 4), whole(GroundKind::DataHandover));
    assert!(sees(Subject::SocialWorker, &of(NAMED, ground), today));
    assert!(sees(Subject::SocialWorker, &of(Relation::Substitute, ground), today));
    assert!(!sees(Subject::SocialWorker, &of(Relation::KeyWorker, ground), today));
    assert!(!sees(Subject::SocialWorker, &of(NAMED, Ground { names_receiver: false, ..ground }), today));
}

#[test]
fn what_rests_on_the_law_needs_its_reason_and_asks_for_no_consent() {
    for kind in [GroundKind::VitalInterest, GroundKind::LegalDuty] {
        let ground = Ground { decision: None, is_withdrawn: true, ..whole(kind) };
        assert!(sees(Subject::SocialWorker, &of(NAMED, ground), date(2030, 1, 1)));
        assert!(!sees(Subject::SocialWorker, &of(NAMED, Ground { has_reason: false, ..ground }), date(2026, 5, 4)));
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(100_000))]

    #[test]
    fn an_exclusion_beats_everything(mut share in share(), today in day(), subject in any_of::<Subject>()) {
        share.relation = Relation::Excluded;
        prop_assert!(!sees(subject, &share, today));
    }

    #[test]
    fn taking_anything_away_never_adds_sight(share in share(), today in day(), subject in any_of::<Subject>()) {
        let ground = share.ground;
        let less = [
            Ground { decision: None, ..ground },
            Ground { decision: Some(Decision::Dissent), ..ground },
            Ground { is_withdrawn: true, ..ground },
            Ground { is_superseded: true, ..ground },
            Ground { covers_topic: false, ..ground },
            Ground { allows_direction: false, ..ground },
            Ground { names_receiver: false, ..ground },
            Ground { is_complete: false, ..ground },
            Ground { has_reason: false, ..ground },
        ];
        for ground in less {
            let less = Share { ground, ..share };
            prop_assert!(!sees(subject, &less, today) || sees(subject, &share, today));
        }
        let stopped = Share { is_stopped: true, ..share };
        prop_assert!(!sees(subject, &stopped, today));
    }

    #[test]
    fn what_expired_stays_expired(share in share(), today in day(), days in 0i64..500, subject in any_of::<Subject>()) {
        let rests_on_consent = matches!(share.ground.kind, GroundKind::CaseManagement | GroundKind::DataHandover);
        let is_endless = share.ground.valid_until.is_none() && share.ground.kind == GroundKind::DataHandover;
        let is_over = !is_endless && share.ground.valid_until.is_none_or(|last| last < today);
        if rests_on_consent && is_over {
            prop_assert!(!sees(subject, &share, crate::calendar::shifted(today, days)));
        }
    }

    #[test]
    fn who_does_not_work_with_clients_reads_nothing(share in share(), today in day(), subject in any_of::<Subject>()) {
        prop_assert!(subject.is_care_worker() || !sees(subject, &share, today));
    }

    #[test]
    fn nothing_but_what_is_shared_is_decided_here(share in share(), today in day(), act in any_of::<Act>()) {
        let verdict = decide_shared(Subject::SocialWorker, &share, act, today);
        let is_granted = matches!(verdict, Verdict::Granted { .. });
        let is_hidden = matches!(verdict, Verdict::Refused { reveal: false, .. });
        prop_assert!(is_hidden || is_granted && act.scope() == Scope::Shared);
    }
}
