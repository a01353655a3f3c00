//! Dates, times, lengths and counts as Czech people write them; numbers and days are glued by no-break spaces.

use super::clock;
use icu_plurals::{PluralCategory, PluralRules};
use jiff::civil::{Date, Time, Weekday};
use rules::moment::date_about::{AboutDate, Exactness, Season, Third};
use std::sync::LazyLock;

static PLURALS: LazyLock<Option<PluralRules>> =
    LazyLock::new(|| PluralRules::try_new_cardinal(icu_locale_core::locale!("cs").into()).ok());

/// `3. 3. 2026`
pub fn date(day: Date) -> String {
    format!("{}.\u{a0}{}.\u{a0}{}", day.day(), day.month(), day.year())
}

/// `3. 3.`
pub fn short_date(day: Date) -> String {
    format!("{}.\u{a0}{}.", day.day(), day.month())
}

/// `út 3. 3. 2026`
pub fn weekday_date(day: Date) -> String {
    format!("{}\u{a0}{}", weekday_short(day.weekday()), date(day))
}

/// `pondělí 23. listopadu 2026`
pub fn long_date(day: Date) -> String {
    const MONTHS: [&str; 12] = [
        "ledna",
        "února",
        "března",
        "dubna",
        "května",
        "června",
        "července",
        "srpna",
        "září",
        "října",
        "listopadu",
        "prosince",
    ];
    let month = MONTHS.get(day.month() as usize - 1).copied().unwrap_or_default();
    format!("{} {}.\u{a0}{month} {}", weekday(day.weekday()), day.day(), day.year())
}

/// `březen 2026`
pub fn month(day: Date) -> String {
    const MONTHS: [&str; 12] = [
        "leden",
        "únor",
        "březen",
        "duben",
        "květen",
        "červen",
        "červenec",
        "srpen",
        "září",
        "říjen",
        "listopad",
        "prosinec",
    ];
    let month = MONTHS.get(day.month() as usize - 1).copied().unwrap_or_default();
    format!("{month}\u{a0}{}", day.year())
}

/// `asi jaro 2019`, `březen 2019`, `začátek roku 2020`, `90. léta`: as exactly as it is known.
pub fn about(day: &AboutDate) -> String {
    let (first, year) = (day.earliest, day.earliest.year());
    let said = match day.exactness {
        Exactness::Day => date(first),
        Exactness::Month => month(first),
        Exactness::Season(season) => format!("{}\u{a0}{year}", season_word(season)),
        Exactness::Third(Third::Beginning) => format!("začátek roku\u{a0}{year}"),
        Exactness::Third(Third::Middle) => format!("polovina roku\u{a0}{year}"),
        Exactness::Third(Third::End) => format!("konec roku\u{a0}{year}"),
        Exactness::Year => format!("rok\u{a0}{year}"),
        Exactness::Decade if year < 2000 => format!("{}.\u{a0}léta", year % 100),
        Exactness::Decade => format!("léta {year} až {}", year + 9),
    };
    if day.is_guess { format!("asi {said}") } else { said }
}

fn season_word(season: Season) -> &'static str {
    match season {
        Season::Spring => "jaro",
        Season::Summer => "léto",
        Season::Autumn => "podzim",
        Season::Winter => "zima",
    }
}

/// How long something has lasted that began between two days: `přibližně 7 let`; empty in the first two months.
pub fn lasting(earliest: Date, latest: Date, today: Date) -> String {
    let months =
        |day: Date| i64::from(today.year() - day.year()) * 12 + i64::from(today.month()) - i64::from(day.month());
    let middle = (months(earliest) + months(latest)) / 2;
    match middle {
        ..2 => String::new(),
        2..24 => format!("přibližně {}", count(middle, "měsíc", "měsíce", "měsíců")),
        _ => format!("přibližně {}", count((middle + 6) / 12, "rok", "roky", "let")),
    }
}

/// `14:20`
pub fn time(at: Time) -> String {
    format!("{}:{:02}", at.hour(), at.minute())
}

/// `3. 3. 2026 14:20` in Prague.
pub fn moment(at: i64) -> String {
    let civil = clock::civil(at);
    format!("{} {}", date(civil.date()), time(civil.time()))
}

/// Who wrote a version of a statement and when; of a correction which one it is and why.
pub fn written(version: i64, (by, at): (&str, i64), why: &str) -> String {
    let when = moment(at);
    if version > 1 {
        format!("{version}.\u{a0}znění, opravil/a {by}, {when}. Důvod opravy: {why}")
    } else {
        format!("Zapsal/a {by}, {when}")
    }
}

/// `út 3. 3. 2026 14:20` in Prague.
pub fn weekday_moment(at: i64) -> String {
    let civil = clock::civil(at);
    format!("{} {}", weekday_date(civil.date()), time(civil.time()))
}

pub fn weekday(day: Weekday) -> &'static str {
    match day {
        Weekday::Monday => "pondělí",
        Weekday::Tuesday => "úterý",
        Weekday::Wednesday => "středa",
        Weekday::Thursday => "čtvrtek",
        Weekday::Friday => "pátek",
        Weekday::Saturday => "sobota",
        Weekday::Sunday => "neděle",
    }
}

pub fn weekday_short(day: Weekday) -> &'static str {
    match day {
        Weekday::Monday => "po",
        Weekday::Tuesday => "út",
        Weekday::Wednesday => "st",
        Weekday::Thursday => "čt",
        Weekday::Friday => "pá",
        Weekday::Saturday => "so",
        Weekday::Sunday => "ne",
    }
}

/// `dnes`, `zítra`, `včera`, `za 5 dní`, `před 6 dny`.
pub fn relative(day: Date, today: Date) -> String {
    match (day - today).get_days() {
        0 => "dnes".to_owned(),
        1 => "zítra".to_owned(),
        -1 => "včera".to_owned(),
        ahead if ahead > 1 => format!("za\u{a0}{}", count(i64::from(ahead), "den", "dny", "dní")),
        past => format!("před\u{a0}{}\u{a0}dny", -past),
    }
}

/// `1 úkol`, `2 úkoly`, `5 úkolů`.
pub fn count(n: i64, one: &str, few: &str, many: &str) -> String {
    format!("{n}\u{a0}{}", plural(n, one, few, many))
}

/// The word alone that goes with a count.
pub fn plural<'w>(n: i64, one: &'w str, few: &'w str, many: &'w str) -> &'w str {
    match PLURALS.as_ref().map(|rules| rules.category_for(n)) {
        Some(PluralCategory::One) => one,
        Some(PluralCategory::Few) => few,
        _ => many,
    }
}

/// `45 min`, `1 h`, `1 h 20 min`.
pub fn minutes(minutes: i64) -> String {
    match (minutes / 60, minutes % 60) {
        (0, rest) => format!("{rest}\u{a0}min"),
        (hours, 0) => format!("{hours}\u{a0}h"),
        (hours, rest) => format!("{hours}\u{a0}h {rest}\u{a0}min"),
    }
}

/// `340 kB`, `1,2 MB`, `20 MB`; rounded up, so that what does not fit never looks as if it did.
pub fn bytes(size: u64) -> String {
    if size < 1_000_000 {
        return format!("{}\u{a0}kB", size.div_ceil(1_000));
    }
    let tenths = size.div_ceil(100_000);
    match (tenths / 10, tenths % 10) {
        (whole, 0) => format!("{whole}\u{a0}MB"),
        (whole, tenth) => format!("{whole},{tenth}\u{a0}MB"),
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use jiff::civil::date as day;

    #[test]
    fn counts_take_the_right_czech_form() {
        let visits = |n| count(n, "návštěva", "návštěvy", "návštěv");
        assert_eq!(visits(1), "1\u{a0}návštěva");
        assert_eq!(visits(3), "3\u{a0}návštěvy");
        assert_eq!(visits(5), "5\u{a0}návštěv");
        assert_eq!(visits(0), "0\u{a0}návštěv");
    }

    #[test]
    fn days_are_said_as_people_say_them() {
        let today = day(2026, 3, 3);
        assert_eq!(weekday_date(today), "út\u{a0}3.\u{a0}3.\u{a0}2026");
        assert_eq!(long_date(day(2026, 11, 23)), "pondělí 23.\u{a0}listopadu 2026");
        assert_eq!(relative(day(2026, 3, 4), today), "zítra");
        assert_eq!(relative(day(2026, 3, 8), today), "za\u{a0}5\u{a0}dní");
        assert_eq!(relative(day(2026, 2, 25), today), "před\u{a0}6\u{a0}dny");
    }

    #[test]
    fn lengths_are_short() {
        assert_eq!(minutes(45), "45\u{a0}min");
        assert_eq!(minutes(80), "1\u{a0}h 20\u{a0}min");
        assert_eq!(minutes(120), "2\u{a0}h");
    }

    #[test]
    fn what_is_not_known_exactly_is_not_said_exactly() {
        let today = jiff::civil::date(2026, 3, 5);
        for (typed, said, lasting_for) in [
            ("asi od jara 2019", "asi jaro\u{a0}2019", "přibližně 7\u{a0}let"),
            ("březen 2024", "březen\u{a0}2024", "přibližně 2\u{a0}roky"),
            ("od prosince", "prosinec\u{a0}2025", "přibližně 3\u{a0}měsíce"),
            ("před 3 lety", "asi rok\u{a0}2023", "přibližně 3\u{a0}roky"),
            ("koncem roku 2020", "konec roku\u{a0}2020", "přibližně 5\u{a0}let"),
            ("v zimě 2024", "zima\u{a0}2024", "přibližně 19\u{a0}měsíců"),
            ("80. léta", "80.\u{a0}léta", "přibližně 41\u{a0}let"),
            ("10. léta", "léta 2010 až 2019", "přibližně 11\u{a0}let"),
            ("3. 3. 2026", "3.\u{a0}3.\u{a0}2026", ""),
        ] {
            let found = rules::moment::date_about::read_about(typed, today).unwrap();
            assert_eq!(about(&found), said, "{typed}");
            assert_eq!(lasting(found.earliest, found.latest, today), lasting_for, "{typed}");
            let again = rules::moment::date_about::read_about(&about(&found), today).unwrap();
            assert_eq!((about(&again), again), (said.to_owned(), found), "{typed} said again");
        }
    }
}
