//! Dates as workers type them on Thursday 5 March 2026.
#![allow(clippy::unwrap_used)]

use jiff::civil::{Date, date};
use proptest::prelude::*;

use super::Leaning::{Birth, Future, Past};
use super::*;

const TODAY: Date = date(2026, 3, 5);

#[test]
fn one_day_is_written_in_many_ways() {
    let ways = [
        "3. 3. 2026",
        "3.3.2026",
        "3.3.26",
        "03.03.2026",
        "3. 3. 26",
        "3. 3. ’26",
        "3/3/2026",
        "3-3-2026",
        "3 3 2026",
        "3.3.",
        "3.3",
        "3. 3.",
        "2026-03-03",
        "2026/3/3",
        "20260303",
        "03032026",
        "030326",
        "3. března 2026",
        "3.března",
        "3 BŘEZEN",
        "3. brezna 26",
        "3. III. 2026",
        "dne 3. 3. 2026",
        "předevčírem",
        "úterý",
        "út",
        "v úterý",
        "út 3. 3.",
        "Út. 3.3.26",
        "úterý, 3. března 2026",
        " 3\u{a0}.\u{a0}3\u{a0}. 2026 ",
    ];
    for typed in ways {
        assert_eq!(read_date(typed, TODAY, Past), Ok(date(2026, 3, 3)), "{typed}");
    }
}

#[test]
fn the_leaning_fills_in_what_is_not_written() {
    let cases = [
        ("dnes", Past, date(2026, 3, 5)),
        ("Včera", Past, date(2026, 3, 4)),
        ("zítra", Future, date(2026, 3, 6)),
        ("5. 3.", Past, date(2026, 3, 5)),
        ("5. 3.", Future, date(2026, 3, 5)),
        ("6. 3.", Past, date(2025, 3, 6)),
        ("6. 3.", Future, date(2026, 3, 6)),
        ("4. 3.", Future, date(2027, 3, 4)),
        ("29. 2.", Past, date(2024, 2, 29)),
        ("29. 2.", Future, date(2028, 2, 29)),
        ("čtvrtek", Past, date(2026, 3, 5)),
        ("čtvrtek", Future, date(2026, 3, 12)),
        ("pátek", Past, date(2026, 2, 27)),
        ("ve středu", Future, date(2026, 3, 11)),
        ("1. 4. 30", Past, date(2030, 4, 1)),
        ("1. 4. 84", Past, date(1984, 4, 1)),
        ("1. 4. 84", Future, date(2084, 4, 1)),
        ("1. 2. 84", Birth, date(1984, 2, 1)),
        ("010284", Birth, date(1984, 2, 1)),
        ("5. 3. 26", Birth, date(2026, 3, 5)),
        ("6. 3. 26", Birth, date(1926, 3, 6)),
        ("29. 2. 24", Birth, date(2024, 2, 29)),
        ("3. května 1985", Birth, date(1985, 5, 3)),
        ("3. V. 1985", Birth, date(1985, 5, 3)),
        ("v 3. 5. 2025", Past, date(2025, 5, 3)),
    ];
    for (typed, leaning, expected) in cases {
        assert_eq!(read_date(typed, TODAY, leaning), Ok(expected), "{typed} {leaning:?}");
    }
}

#[test]
fn a_text_that_is_no_date_says_why() {
    let unreadable = |typed: &str| DateFlaw::Unreadable { typed: typed.into() };
    let no_such_day = |typed: &str| DateFlaw::NoSuchDay { typed: typed.into() };
    let cases = [
        ("", Past, DateFlaw::Empty),
        (" \u{a0}", Past, DateFlaw::Empty),
        ("32. 1.", Past, no_such_day("32. 1.")),
        ("29. 2. 2026", Past, no_such_day("29. 2. 2026")),
        ("30. února", Past, no_such_day("30. února")),
        ("3. 13. 2026", Past, no_such_day("3. 13. 2026")),
        ("991399", Past, no_such_day("991399")),
        ("brzy", Past, unreadable("brzy")),
        ("3. 3. 2026 ráno", Past, unreadable("3. 3. 2026 ráno")),
        ("14:20", Past, unreadable("14:20")),
        ("3. 3. 20266", Past, unreadable("3. 3. 20266")),
        ("0303", Past, unreadable("0303")),
        ("12 3456", Past, unreadable("12 3456")),
        ("pondělí", Birth, unreadable("pondělí")),
        ("3. 3.", Birth, DateFlaw::YearMissing { typed: "3. 3.".into() }),
        ("3. 3. 1026", Past, DateFlaw::YearUnlikely { typed: "3. 3. 1026".into(), year: 1026 }),
        ("3. 3. 1885", Birth, DateFlaw::YearUnlikely { typed: "3. 3. 1885".into(), year: 1885 }),
        ("6. 3. 2026", Birth, DateFlaw::NotBornYet { typed: "6. 3. 2026".into(), date: date(2026, 3, 6) }),
        ("zítra", Birth, DateFlaw::NotBornYet { typed: "zítra".into(), date: date(2026, 3, 6) }),
        ("po 3. 3.", Past, DateFlaw::WeekdayDiffers { typed: "po 3. 3.".into(), date: date(2026, 3, 3) }),
    ];
    for (typed, leaning, flaw) in cases {
        assert_eq!(read_date(typed, TODAY, leaning), Err(flaw), "{typed} {leaning:?}");
    }
}

#[test]
fn sometimes_only_the_year_of_birth_is_known() {
    assert_eq!(read_birth("1984", TODAY), Ok(Born::Year(1984)));
    assert_eq!(read_birth("1. 2. 84", TODAY), Ok(Born::Day(date(1984, 2, 1))));
    assert_eq!(read_birth("2027", TODAY), Err(DateFlaw::YearUnlikely { typed: "2027".into(), year: 2027 }));
    assert_eq!(read_birth("84", TODAY), Err(DateFlaw::Unreadable { typed: "84".into() }));
}

fn some_today() -> impl Strategy<Value = Date> {
    (0_i64..10_000).prop_map(|days| shifted(date(2022, 1, 1), days))
}

fn some_day() -> impl Strategy<Value = Date> {
    (0_i64..40_000).prop_map(|days| shifted(date(1920, 1, 1), days))
}

proptest! {
    #[test]
    fn a_whole_date_means_the_same_in_every_field(day in some_day(), today in some_today()) {
        let (y, m, d) = (day.year(), day.month(), day.day());
        for typed in [
            format!("{d}. {m}. {y}"), format!("{d}.{m}.{y}"), format!("{d}/{m}/{y}"), format!("{y}-{m:02}-{d:02}"),
            format!("{d:02}{m:02}{y}"), format!("{d}\u{a0}.\u{a0}{m}. {y}"),
        ] {
            prop_assert_eq!(read_date(&typed, today, Past), Ok(day));
            prop_assert_eq!(read_date(&typed, today, Future), Ok(day));
        }
    }

    #[test]
    fn without_a_year_the_nearest_day_on_the_right_side_is_meant(day in some_day(), today in some_today()) {
        let typed = format!("{}. {}.", day.day(), day.month());
        let before = read_date(&typed, today, Past).unwrap();
        let after = read_date(&typed, today, Future).unwrap();
        prop_assert!(before <= today && today <= after);
        prop_assert!((day.month(), day.day()) == (2, 29) || shifted(before, 366) >= after);
    }

    #[test]
    fn a_short_year_of_birth_never_lies_ahead(day in some_day(), today in some_today()) {
        let typed = format!("{}. {}. {:02}", day.day(), day.month(), day.year() % 100);
        if let Ok(born) = read_date(&typed, today, Birth) {
            prop_assert!(born <= today);
            prop_assert_eq!((born.month(), born.day()), (day.month(), day.day()));
        }
    }

    #[test]
    fn no_text_makes_the_reader_fall(text in "\\PC{0,20}", today in some_today()) {
        let _ = read_date(&text, today, Past);
        let _ = read_birth(&text, today);
    }
}
