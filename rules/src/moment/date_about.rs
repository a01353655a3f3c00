//! Days that nobody knows exactly: „asi jaro 2019“, „od ledna“, „kolem roku 2015“, „před třemi lety“ (UX 2a no. 3).
//!
//! Kept is how exactly it is known and between which two days it lies, so that it can be put in order and counted with,
//! and so that nobody makes a 1 January of a year.

use jiff::ToSpan;
use jiff::civil::Date;

use super::date_typed::{DateFlaw, Leaning, read_date};
use super::date_words::{Piece, month, pieces};
use crate::text::{fold, tidy};

/// No statement of a client reaches further back.
const OLDEST: i16 = 1900;

/// How exactly a day is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Exactness {
    Day,
    Month,
    Season(Season),
    Third(Third),
    Year,
    Decade,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Season {
    Spring,
    Summer,
    Autumn,
    Winter,
}

/// The beginning, the middle, the end of a year: four months each.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Third {
    Beginning,
    Middle,
    End,
}

/// A day that lies between two days, both included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AboutDate {
    pub earliest: Date,
    pub latest: Date,
    pub exactness: Exactness,
    /// Said with „asi“: it may also lie a little outside.
    pub is_guess: bool,
}

/// Reads when something began that is past by now. A year that is not written is the nearest one back.
///
/// Errors: [`DateFlaw`] when the text is no date at all, or lies in the future.
pub fn read_about(text: &str, today: Date) -> Result<AboutDate, DateFlaw> {
    let typed = tidy(text);
    if typed.is_empty() {
        return Err(DateFlaw::Empty);
    }
    let unreadable = || DateFlaw::Unreadable { typed: typed.clone() };
    let all = pieces(&fold(&typed)).ok_or_else(unreadable)?;
    let is_word = |piece: &&Piece, of: fn(&str) -> bool| matches!(piece, Piece::Word(word) if of(word));
    let is_guess = all.iter().any(|piece| is_word(&piece, says_guess));
    let rest: Vec<Piece> =
        all.into_iter().filter(|piece| !is_word(&piece, |w| says_guess(w) || says_nothing(w))).collect();
    let found = match between(&rest, today) {
        Some(found) => AboutDate { is_guess: is_guess || found.is_guess, ..found },
        None => exactly(&typed, is_guess, today)?,
    };
    if found.earliest > today || found.earliest.year() < OLDEST {
        return Err(DateFlaw::YearUnlikely { typed, year: found.earliest.year().into() });
    }
    Ok(AboutDate { latest: found.latest.min(today), ..found })
}

/// A whole date, with or without „asi“.
fn exactly(typed: &str, is_guess: bool, today: Date) -> Result<AboutDate, DateFlaw> {
    let folded = fold(typed);
    let words = folded.split_whitespace().skip_while(|word| says_guess(word) || says_nothing(word));
    let day = read_date(&words.collect::<Vec<_>>().join(" "), today, Leaning::Past)?;
    Ok(AboutDate { earliest: day, latest: day, exactness: Exactness::Day, is_guess })
}

fn between(rest: &[Piece], today: Date) -> Option<AboutDate> {
    use Piece::{Number, Word};
    match rest {
        [Number { value, digits: 4 }] => year(*value),
        [Word(word)] => nearest_back(today, |of| named(word, of)),
        [Word(word), Number { value, digits: 4 }] => named(word, i16::try_from(*value).ok()?),
        [Number { value, digits: ..=2 }, Number { value: of, digits: 4 }] => {
            whole_month(i16::try_from(*of).ok()?, *value)
        }
        [Word(ago), Word(word)] if ago == "pred" && word == "rokem" => guess(year(i64::from(today.year()) - 1)),
        [Word(ago), Number { value, digits: ..=2 }, Word(word)] if ago == "pred" && is_years(word) => {
            guess(year(i64::from(today.year()) - value))
        }
        [Word(ago), Word(count), Word(word)] if ago == "pred" && is_years(word) => {
            guess(year(i64::from(today.year()) - small_number(count)?))
        }
        [Number { value, digits: 2 }, Word(word)] if word.starts_with("let") && value % 10 == 0 => {
            decade(*value, today)
        }
        // As a decade of this century is said.
        [Word(word), Number { value, digits: 4 }, Word(to), Number { digits: 4, .. }]
            if word == "leta" && to == "az" =>
        {
            months_from(i16::try_from(*value).ok()?, 1, 120, Exactness::Decade)
        }
        _ => None,
    }
}

fn guess(found: Option<AboutDate>) -> Option<AboutDate> {
    found.map(|found| AboutDate { is_guess: true, ..found })
}

/// The youngest one that has begun.
fn nearest_back(today: Date, of_year: impl Fn(i16) -> Option<AboutDate>) -> Option<AboutDate> {
    [today.year(), today.year() - 1].into_iter().filter_map(of_year).find(|found| found.earliest <= today)
}

/// A month, a season or a third of that year by its word.
fn named(word: &str, of: i16) -> Option<AboutDate> {
    if let Some(number) = month(word).filter(|_| word.len() > 2) {
        return whole_month(of, number);
    }
    let (exactness, from, months) = match word {
        "jaro" | "jara" | "jare" => (Exactness::Season(Season::Spring), 3, 3),
        "leto" | "leta" | "lete" => (Exactness::Season(Season::Summer), 6, 3),
        "podzim" | "podzimu" => (Exactness::Season(Season::Autumn), 9, 3),
        // „V zimě 2019“ is said of both its winters.
        "zima" | "zimy" | "zime" => (Exactness::Season(Season::Winter), 1, 14),
        "zacatek" | "zacatku" | "zacatkem" | "pocatek" | "pocatku" | "pocatkem" => {
            (Exactness::Third(Third::Beginning), 1, 4)
        }
        "polovina" | "polovine" | "poloviny" | "pulka" | "pulce" | "pulky" => (Exactness::Third(Third::Middle), 5, 4),
        "konec" | "konce" | "konci" | "koncem" | "zaver" | "zaveru" => (Exactness::Third(Third::End), 9, 4),
        _ => return None,
    };
    months_from(of, from, months, exactness)
}

fn whole_month(of: i16, number: i64) -> Option<AboutDate> {
    months_from(of, i8::try_from(number).ok()?, 1, Exactness::Month)
}

fn year(of: i64) -> Option<AboutDate> {
    months_from(i16::try_from(of).ok()?, 1, 12, Exactness::Year)
}

/// „90. léta“: the last ones that have begun.
fn decade(tens: i64, today: Date) -> Option<AboutDate> {
    let now = i64::from(today.year());
    let from = i16::try_from(now - (now - tens).rem_euclid(100)).ok()?;
    months_from(from, 1, 120, Exactness::Decade)
}

fn months_from(of: i16, from: i8, months: i32, exactness: Exactness) -> Option<AboutDate> {
    let earliest = Date::new(of, from, 1).ok()?;
    let latest = earliest.checked_add(months.months()).ok()?.yesterday().ok()?;
    Some(AboutDate { earliest, latest, exactness, is_guess: false })
}

/// Words that say that nobody knows exactly.
fn says_guess(word: &str) -> bool {
    matches!(word, "asi" | "cca" | "zhruba" | "priblizne" | "kolem" | "okolo" | "snad" | "tak" | "nekdy")
}

/// Words that say nothing about when.
fn says_nothing(word: &str) -> bool {
    matches!(word, "od" | "ode" | "v" | "ve" | "na" | "dne" | "roku" | "rok" | "roce" | "r" | "uz")
}

fn is_years(word: &str) -> bool {
    matches!(word, "lety" | "roky" | "let" | "roku")
}

fn small_number(word: &str) -> Option<i64> {
    let words = ["dvema", "tremi", "ctyrmi", "peti", "sesti", "sedmi", "osmi", "deviti", "deseti"];
    words.iter().position(|one| *one == word).and_then(|at| i64::try_from(at + 2).ok())
}

#[cfg(test)]
#[path = "date_about_tests.rs"]
mod tests;
