use super::*;
use proptest::prelude::*;

#[test]
fn the_words_of_the_source_are_within_their_own_bounds() {
    for setting in Setting::ALL {
        let value = Settings::default().value(*setting);
        assert_eq!(read(*setting, &value.text()), Ok(value), "{setting:?}");
        assert_eq!(Settings::default().with(*setting, &value.text()), Ok(Settings::default()), "{setting:?}");
    }
}

#[test]
fn numbers_hold_at_their_edges_and_not_a_step_further() {
    for setting in Setting::ALL {
        let Bounds::Number { least, most } = setting.bounds() else { continue };
        for (number, allowed) in [(least - 1, false), (least, true), (most, true), (most + 1, false)] {
            assert_eq!(read(*setting, &number.to_string()).is_ok(), allowed, "{setting:?} {number}");
        }
    }
}

#[test]
fn one_assessor_or_eight_days_are_no_setting_at_all() {
    let refused = Settings::default().with(Setting::MinAssessors, "1").unwrap_err();
    assert_eq!(refused.bounds, Bounds::Number { least: 2, most: 5 });
    assert!(Settings::default().with(Setting::AssessmentDays, "8").is_err());
    assert!(Settings::default().with(Setting::DirectCareCounts, "maybe").is_err());
    assert!(Settings::default().with(Setting::AssessmentStart, "agreement").is_err());
}

#[test]
fn a_service_may_be_stricter() {
    let strict = Settings::default().with(Setting::AssessmentDays, " 3 ").unwrap();
    let strict = strict.with(Setting::DirectCareCounts, "no").unwrap();
    let strict = strict.with(Setting::AssessmentStart, "first_contact").unwrap();
    assert_eq!((strict.assessment_days, strict.demands().direct_care_counts), (3, false));
    assert_eq!(strict.assessment_start, TermStart::FirstContact);
}

proptest! {
    #[test]
    fn whatever_is_typed_two_assessors_and_four_to_eight_visits_remain(
        key in 0..Setting::ALL.len(), text in "\\PC{0,8}|-?[0-9]{1,4}",
    ) {
        let setting = Setting::ALL.get(key).copied().unwrap();
        let settings = Settings::default().with(setting, &text).unwrap_or_default();
        prop_assert!(settings.demands().min_assessors >= 2);
        prop_assert!((4..=8).contains(&settings.visit_limit()));
        prop_assert!((1..=7).contains(&settings.assessment_days));
    }
}
