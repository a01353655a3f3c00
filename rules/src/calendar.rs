//! The Czech working calendar: public holidays by Act 245/2000 Sb., working days, weeks from Monday (practice 3.7).
//! Deadlines and proposed terms lean on it.

use jiff::Span;
use jiff::civil::{Date, Weekday};

crate::coded! {
    /// The thirteen days off of Act 245/2000 Sb. (§ 1 and § 2).
    pub enum PublicHoliday {
        NewYear = "new_year",
        GoodFriday = "good_friday",
        EasterMonday = "easter_monday",
        LabourDay = "labour_day",
        VictoryDay = "victory_day",
        CyrilAndMethodius = "cyril_and_methodius",
        JanHus = "jan_hus",
        Statehood = "statehood",
        Independence = "independence",
        StruggleForFreedom = "struggle_for_freedom",
        ChristmasEve = "christmas_eve",
        ChristmasDay = "christmas_day",
        SaintStephen = "saint_stephen",
    }
}

/// Good Friday is a day off since 2016 (Act 359/2015 Sb.).
const GOOD_FRIDAY_SINCE: i16 = 2016;

/// The public holiday on that day, if there is one.
pub fn public_holiday(day: Date) -> Option<PublicHoliday> {
    use PublicHoliday::*;
    match (day.month(), day.day()) {
        (1, 1) => Some(NewYear),
        (5, 1) => Some(LabourDay),
        (5, 8) => Some(VictoryDay),
        (7, 5) => Some(CyrilAndMethodius),
        (7, 6) => Some(JanHus),
        (9, 28) => Some(Statehood),
        (10, 28) => Some(Independence),
        (11, 17) => Some(StruggleForFreedom),
        (12, 24) => Some(ChristmasEve),
        (12, 25) => Some(ChristmasDay),
        (12, 26) => Some(SaintStephen),
        _ => easter_holiday(day),
    }
}

fn easter_holiday(day: Date) -> Option<PublicHoliday> {
    let sunday = easter_sunday(day.year())?;
    if shifted(sunday, 1) == day {
        Some(PublicHoliday::EasterMonday)
    } else if shifted(sunday, -2) == day && day.year() >= GOOD_FRIDAY_SINCE {
        Some(PublicHoliday::GoodFriday)
    } else {
        None
    }
}

fn easter_sunday(year: i16) -> Option<Date> {
    let easter = computus::gregorian(i32::from(year)).ok()?;
    Date::new(year, i8::try_from(easter.month).ok()?, i8::try_from(easter.day).ok()?).ok()
}

/// The public holidays of a year, from January to December.
pub fn public_holidays(year: i16) -> Vec<(Date, PublicHoliday)> {
    let Ok(first) = Date::new(year, 1, 1) else { return Vec::new() };
    first
        .series(Span::new().days(1))
        .take_while(|day| day.year() == year)
        .filter_map(|day| public_holiday(day).map(|holiday| (day, holiday)))
        .collect()
}

/// Monday to Friday and no public holiday.
pub fn is_working_day(day: Date) -> bool {
    !matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday) && public_holiday(day).is_none()
}

/// The day itself when it is a working day, else the first one after it: where a deadline moves.
pub fn working_day_on_or_after(day: Date) -> Date {
    let mut found = day;
    // The last day the calendar knows, 31. 12. 9999, is a Friday, so the search always ends.
    while !is_working_day(found) {
        found = shifted(found, 1);
    }
    found
}

/// The first working day after that day.
pub fn next_working_day(day: Date) -> Date {
    working_day_on_or_after(shifted(day, 1))
}

/// So many working days later; nought gives the day itself or, when it is a day off, the next working day.
pub fn add_working_days(day: Date, count: u16) -> Date {
    if count == 0 {
        return working_day_on_or_after(day);
    }
    (0..count).fold(day, |reached, _| next_working_day(reached))
}

/// Monday is 1, Sunday is 7.
pub fn iso_weekday(day: Date) -> i8 {
    day.weekday().to_monday_one_offset()
}

/// The Monday of the week the day lies in.
pub fn monday_of_week(day: Date) -> Date {
    shifted(day, -i64::from(day.weekday().to_monday_zero_offset()))
}

/// So many calendar days later, or earlier when negative.
pub fn shifted(day: Date, days: i64) -> Date {
    day.saturating_add(Span::new().days(days.clamp(-1_000_000, 1_000_000)))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use jiff::civil::date;
    use proptest::prelude::*;

    #[test]
    fn the_year_2026_has_thirteen_days_off() {
        let days: Vec<Date> = public_holidays(2026).into_iter().map(|(day, _)| day).collect();
        let expected = [
            date(2026, 1, 1),
            date(2026, 4, 3),
            date(2026, 4, 6),
            date(2026, 5, 1),
            date(2026, 5, 8),
            date(2026, 7, 5),
            date(2026, 7, 6),
            date(2026, 9, 28),
            date(2026, 10, 28),
            date(2026, 11, 17),
            date(2026, 12, 24),
            date(2026, 12, 25),
            date(2026, 12, 26),
        ];
        assert_eq!(days, expected);
    }

    #[test]
    fn easter_moves_and_good_friday_is_free_since_2016() {
        assert_eq!(public_holiday(date(2027, 3, 26)), Some(PublicHoliday::GoodFriday));
        assert_eq!(public_holiday(date(2027, 3, 29)), Some(PublicHoliday::EasterMonday));
        assert_eq!(public_holiday(date(2038, 4, 26)), Some(PublicHoliday::EasterMonday));
        assert_eq!(public_holiday(date(2015, 4, 3)), None);
        assert_eq!(public_holiday(date(2015, 4, 6)), Some(PublicHoliday::EasterMonday));
        assert_eq!(public_holidays(2015).len(), 12);
    }

    #[test]
    fn a_conference_is_never_proposed_on_the_28th_of_october() {
        assert!(!is_working_day(date(2026, 10, 28)));
        assert_eq!(working_day_on_or_after(date(2026, 10, 28)), date(2026, 10, 29));
        assert!(is_working_day(date(2026, 10, 27)));
    }

    #[test]
    fn working_days_jump_over_weekends_and_holidays() {
        let cases = [
            (date(2026, 3, 3), 0, date(2026, 3, 3)),
            (date(2026, 3, 7), 0, date(2026, 3, 9)),
            (date(2026, 3, 6), 1, date(2026, 3, 9)),
            (date(2026, 4, 2), 1, date(2026, 4, 7)),
            (date(2026, 12, 23), 1, date(2026, 12, 28)),
            (date(2026, 12, 31), 1, date(2027, 1, 4)),
            (date(2026, 3, 3), 5, date(2026, 3, 10)),
        ];
        for (day, count, expected) in cases {
            assert_eq!(add_working_days(day, count), expected, "{day} + {count}");
        }
    }

    #[test]
    fn the_week_starts_on_monday() {
        assert_eq!(iso_weekday(date(2026, 3, 2)), 1);
        assert_eq!(iso_weekday(date(2026, 3, 8)), 7);
        assert_eq!(monday_of_week(date(2026, 3, 8)), date(2026, 3, 2));
        assert_eq!(monday_of_week(date(2026, 3, 2)), date(2026, 3, 2));
    }

    #[test]
    fn the_end_of_the_calendar_ends_the_search() {
        assert!(is_working_day(Date::MAX));
        assert_eq!(next_working_day(Date::MAX), Date::MAX);
    }

    fn some_day() -> impl Strategy<Value = Date> {
        (0_i64..60_000).prop_map(|days| shifted(date(1950, 1, 1), days))
    }

    proptest! {
        #[test]
        fn a_working_day_is_reached_within_a_week(day in some_day()) {
            let next = next_working_day(day);
            prop_assert!(next > day && is_working_day(next));
            prop_assert!(next <= shifted(day, 7));
        }

        #[test]
        fn counting_on_is_counting_at_once(day in some_day(), first in 0_u16..15, second in 0_u16..15) {
            let at_once = add_working_days(working_day_on_or_after(day), first + second);
            prop_assert_eq!(add_working_days(add_working_days(working_day_on_or_after(day), first), second), at_once);
        }

        #[test]
        fn each_year_has_its_thirteen_days(year in 2016_i16..2200) {
            let days = public_holidays(year);
            prop_assert_eq!(days.len(), 13);
            for (index, (_, holiday)) in days.iter().enumerate() {
                prop_assert!(!days.iter().skip(index + 1).any(|(_, other)| other == holiday));
            }
        }
    }
}
