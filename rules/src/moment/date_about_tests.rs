//! What people say of when it began, on Thursday 5 March 2026.
#![allow(clippy::unwrap_used)]

use jiff::civil::{Date, date};
use proptest::prelude::*;

use super::*;

const TODAY: Date = date(2026, 3, 5);

#[test]
fn what_is_not_known_exactly_lies_between_two_days() {
    let spring = Exactness::Season(Season::Spring);
    let cases = [
        ("jaro 2019", date(2019, 3, 1), date(2019, 5, 31), spring, false),
        ("asi jaro 2019", date(2019, 3, 1), date(2019, 5, 31), spring, true),
        ("Na jaře 2019", date(2019, 3, 1), date(2019, 5, 31), spring, false),
        ("asi od jara 2019", date(2019, 3, 1), date(2019, 5, 31), spring, true),
        ("od jara", date(2026, 3, 1), TODAY, spring, false),
        ("od léta", date(2025, 6, 1), date(2025, 8, 31), Exactness::Season(Season::Summer), false),
        ("podzim 2025", date(2025, 9, 1), date(2025, 11, 30), Exactness::Season(Season::Autumn), false),
        ("v zimě 2024", date(2024, 1, 1), date(2025, 2, 28), Exactness::Season(Season::Winter), false),
        ("2019", date(2019, 1, 1), date(2019, 12, 31), Exactness::Year, false),
        ("cca 2019", date(2019, 1, 1), date(2019, 12, 31), Exactness::Year, true),
        ("kolem roku 2019", date(2019, 1, 1), date(2019, 12, 31), Exactness::Year, true),
        ("před 7 lety", date(2019, 1, 1), date(2019, 12, 31), Exactness::Year, true),
        ("před třemi lety", date(2023, 1, 1), date(2023, 12, 31), Exactness::Year, true),
        ("asi před rokem", date(2025, 1, 1), date(2025, 12, 31), Exactness::Year, true),
        ("březen 2019", date(2019, 3, 1), date(2019, 3, 31), Exactness::Month, false),
        ("v březnu 2019", date(2019, 3, 1), date(2019, 3, 31), Exactness::Month, false),
        ("3/2019", date(2019, 3, 1), date(2019, 3, 31), Exactness::Month, false),
        ("únor 2024", date(2024, 2, 1), date(2024, 2, 29), Exactness::Month, false),
        ("od ledna", date(2026, 1, 1), date(2026, 1, 31), Exactness::Month, false),
        ("od prosince", date(2025, 12, 1), date(2025, 12, 31), Exactness::Month, false),
        ("začátkem roku 2020", date(2020, 1, 1), date(2020, 4, 30), Exactness::Third(Third::Beginning), false),
        ("v polovině roku 2020", date(2020, 5, 1), date(2020, 8, 31), Exactness::Third(Third::Middle), false),
        ("konec 2020", date(2020, 9, 1), date(2020, 12, 31), Exactness::Third(Third::End), false),
        ("90. léta", date(1990, 1, 1), date(1999, 12, 31), Exactness::Decade, false),
        ("20. léta", date(2020, 1, 1), TODAY, Exactness::Decade, false),
        ("3. 3. 2026", date(2026, 3, 3), date(2026, 3, 3), Exactness::Day, false),
        ("asi od 3. března 2019", date(2019, 3, 3), date(2019, 3, 3), Exactness::Day, true),
        ("včera", date(2026, 3, 4), date(2026, 3, 4), Exactness::Day, false),
    ];
    for (typed, earliest, latest, exactness, is_guess) in cases {
        assert_eq!(read_about(typed, TODAY), Ok(AboutDate { earliest, latest, exactness, is_guess }), "{typed}");
    }
}

#[test]
fn what_is_no_day_at_all_is_said_to_be_none() {
    for typed in ["od narození syna", "dlouho", "2019 nebo 2020", "13/2019", "před válkou", "asi"] {
        assert!(
            matches!(
                read_about(typed, TODAY),
                Err(DateFlaw::Unreadable { .. } | DateFlaw::NoSuchDay { .. } | DateFlaw::Empty)
            ),
            "{typed}"
        );
    }
    assert_eq!(read_about("  ", TODAY), Err(DateFlaw::Empty));
}

#[test]
fn nothing_began_in_the_future_or_before_anybody_lived() {
    for typed in ["2027", "jaro 2030", "1850", "asi 1899"] {
        assert!(matches!(read_about(typed, TODAY), Err(DateFlaw::YearUnlikely { .. })), "{typed}");
    }
}

proptest! {
    #[test]
    fn whatever_is_understood_lies_in_the_past_and_in_order(typed in "(asi |kolem |od |)(jara|léta|ledna|konce|) ?[0-9]{0,4}( lety)?") {
        if let Ok(found) = read_about(&typed, TODAY) {
            prop_assert!(found.earliest <= found.latest && found.latest <= TODAY, "{typed}: {found:?}");
        }
    }

    #[test]
    fn any_text_is_a_day_or_a_flaw(typed in "\\PC{0,30}") {
        let _ = read_about(&typed, TODAY);
    }
}
