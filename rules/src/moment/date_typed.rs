//! Dates in the many ways people write them (UX 2a no. 1–3): `3. 3. 2026`, `3.3.`, `3/3/26`, `2026-03-03`, `030326`,
//! `3. března 2026`, `3. III. 2026`, `včera`, `pondělí`, `po 2. 3.`
//!
//! What is missing is filled in by the leaning of the field. The page shows the date understood, so that a person sees
//! at once what was made of the text.

use jiff::civil::{Date, Weekday};

use super::date_words::{Piece, days_from_today, month, pieces, says_nothing, weekday};
use crate::calendar::{iso_weekday, shifted};
use crate::text::{fold, tidy};

/// Which way a field looks when the year, the century or the week is not written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Leaning {
    /// Contacts: the nearest day in the past, today included.
    Past,
    /// Deadlines: the nearest day to come, today included; a mere day of the week never means today.
    Future,
    /// Births: never in the future, the year is asked for, `84` is 1984.
    Birth,
}

/// Why a text is no date.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DateFlaw {
    Empty,
    /// Not a way of writing a date.
    Unreadable {
        typed: String,
    },
    /// „Datum ‚32. 1.‘ neznáme. Napište ho třeba jako 17. 11. 2026“
    NoSuchDay {
        typed: String,
    },
    /// The year is missing where it cannot be guessed.
    YearMissing {
        typed: String,
    },
    /// A slip of the pen: further away than anything kept here.
    YearUnlikely {
        typed: String,
        year: i64,
    },
    /// The written day of the week is not the day of the date.
    WeekdayDiffers {
        typed: String,
        date: Date,
    },
    /// A birth that is still to come.
    NotBornYet {
        typed: String,
        date: Date,
    },
}

/// A birth date, or only the year where nobody knows more.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Born {
    Day(Date),
    Year(i16),
}

/// Reads a date. `today` decides what `včera` and a missing year mean.
pub fn read_date(text: &str, today: Date, leaning: Leaning) -> Result<Date, DateFlaw> {
    let reading = Reading { typed: tidy(text), today, leaning };
    reading.date()
}

/// Reads a birth date or a mere year of birth.
pub fn read_birth(text: &str, today: Date) -> Result<Born, DateFlaw> {
    let reading = Reading { typed: tidy(text), today, leaning: Leaning::Birth };
    if let Some([Piece::Number { value, digits: 4 }]) = pieces(&fold(text)).as_deref() {
        reading.likely(*value)?;
        return match i16::try_from(*value) {
            Ok(year) if year <= today.year() => Ok(Born::Year(year)),
            _ => Err(DateFlaw::YearUnlikely { typed: reading.typed, year: *value }),
        };
    }
    reading.date().map(Born::Day)
}

struct Reading {
    typed: String,
    today: Date,
    leaning: Leaning,
}

impl Reading {
    fn date(&self) -> Result<Date, DateFlaw> {
        if self.typed.is_empty() {
            return Err(DateFlaw::Empty);
        }
        let all = pieces(&fold(&self.typed)).ok_or_else(|| self.unreadable())?;
        // „v“ is a preposition before the date and the fifth month inside it.
        let from = all.iter().take_while(|one| matches!(one, Piece::Word(w) if says_nothing(w))).count();
        let rest = all.get(from..).unwrap_or_default();
        if let [Piece::Word(word)] = rest
            && let Some(days) = days_from_today(word)
        {
            return self.not_before_birth(shifted(self.today, days));
        }
        match rest.split_first() {
            Some((Piece::Word(word), others)) => match weekday(word) {
                Some(day) if others.is_empty() => self.nearest_weekday(day),
                Some(day) => self.on_weekday(day, others),
                None => Err(self.unreadable()),
            },
            _ => self.numeric(rest),
        }
    }

    fn nearest_weekday(&self, day: Weekday) -> Result<Date, DateFlaw> {
        let ahead = i64::from(day.to_monday_one_offset() - iso_weekday(self.today)).rem_euclid(7);
        match self.leaning {
            Leaning::Past => Ok(shifted(self.today, -((7 - ahead) % 7))),
            Leaning::Future => Ok(shifted(self.today, if ahead == 0 { 7 } else { ahead })),
            Leaning::Birth => Err(self.unreadable()),
        }
    }

    fn on_weekday(&self, day: Weekday, rest: &[Piece]) -> Result<Date, DateFlaw> {
        let date = self.numeric(rest)?;
        if date.weekday() == day {
            return Ok(date);
        }
        Err(DateFlaw::WeekdayDiffers { typed: self.typed.clone(), date })
    }

    fn numeric(&self, rest: &[Piece]) -> Result<Date, DateFlaw> {
        use Piece::{Number, Word};
        let named = |word: &str| month(word).ok_or_else(|| self.unreadable());
        match rest {
            [Number { value, digits: digits @ (6 | 8) }] => self.run_together(*value, *digits),
            [Number { value: y, digits: 4 }, Number { value: m, .. }, Number { value: d, digits: ..=2 }] => {
                self.with_year(*y, *m, *d)
            }
            [Number { value: d, .. }, Number { value: m, .. }, Number { value: y, digits: 4 }] => {
                self.with_year(*y, *m, *d)
            }
            [Number { value: d, .. }, Number { value: m, .. }, Number { value: y, digits: 2 }] => {
                self.with_short_year(*y, *m, *d)
            }
            [Number { value: d, .. }, Number { value: m, digits: ..=2 }] => self.without_year(*m, *d),
            [Number { value: d, .. }, Word(m)] => self.without_year(named(m)?, *d),
            [Number { value: d, .. }, Word(m), Number { value: y, digits: 4 }] => self.with_year(*y, named(m)?, *d),
            [Number { value: d, .. }, Word(m), Number { value: y, digits: 2 }] => {
                self.with_short_year(*y, named(m)?, *d)
            }
            _ => Err(self.unreadable()),
        }
    }

    /// `030326` and `03032026`; eight digits that are no such day may be `20260303`.
    fn run_together(&self, value: i64, digits: usize) -> Result<Date, DateFlaw> {
        if digits == 6 {
            return self.with_short_year(value % 100, value / 100 % 100, value / 10_000);
        }
        let (d, m, y) = (value / 1_000_000, value / 10_000 % 100, value % 10_000);
        if civil(y, m, d).is_some() {
            return self.with_year(y, m, d);
        }
        self.with_year(value / 10_000, value / 100 % 100, value % 100)
    }

    fn with_year(&self, year: i64, month: i64, day: i64) -> Result<Date, DateFlaw> {
        let date = civil(year, month, day).ok_or_else(|| self.no_such_day())?;
        self.likely(year)?;
        self.not_before_birth(date)
    }

    /// The century that brings the year nearest: a birth up to a hundred years back, else twenty years ahead at most for
    /// what has happened and twenty years back at most for what is to come.
    fn with_short_year(&self, year: i64, month: i64, day: i64) -> Result<Date, DateFlaw> {
        let now = i64::from(self.today.year());
        let latest = match self.leaning {
            Leaning::Past => now + 20,
            Leaning::Future => now + 79,
            Leaning::Birth => now,
        };
        let full = latest - (latest - year).rem_euclid(100);
        match civil(full, month, day) {
            Some(date) if self.leaning == Leaning::Birth && date > self.today => self.with_year(full - 100, month, day),
            None if self.leaning == Leaning::Birth => self.with_year(full - 100, month, day),
            _ => self.with_year(full, month, day),
        }
    }

    fn without_year(&self, month: i64, day: i64) -> Result<Date, DateFlaw> {
        // 2024 had a 29th of February: what does not exist then does not exist in any year.
        civil(2024, month, day).ok_or_else(|| self.no_such_day())?;
        let now = i64::from(self.today.year());
        let in_year = |year: i64| civil(year, month, day);
        let found = match self.leaning {
            Leaning::Past => (now - 8..=now).rev().filter_map(in_year).find(|date| *date <= self.today),
            Leaning::Future => (now..=now + 8).filter_map(in_year).find(|date| *date >= self.today),
            Leaning::Birth => return Err(DateFlaw::YearMissing { typed: self.typed.clone() }),
        };
        found.ok_or_else(|| self.no_such_day())
    }

    fn likely(&self, year: i64) -> Result<(), DateFlaw> {
        let now = i64::from(self.today.year());
        let (earliest, latest) = match self.leaning {
            Leaning::Birth => (now - 125, now),
            Leaning::Past | Leaning::Future => (1900, now + 100),
        };
        if (earliest..=latest).contains(&year) || (self.leaning == Leaning::Birth && year == now + 1) {
            return Ok(());
        }
        Err(DateFlaw::YearUnlikely { typed: self.typed.clone(), year })
    }

    fn not_before_birth(&self, date: Date) -> Result<Date, DateFlaw> {
        if self.leaning == Leaning::Birth && date > self.today {
            return Err(DateFlaw::NotBornYet { typed: self.typed.clone(), date });
        }
        Ok(date)
    }

    fn unreadable(&self) -> DateFlaw {
        DateFlaw::Unreadable { typed: self.typed.clone() }
    }

    fn no_such_day(&self) -> DateFlaw {
        DateFlaw::NoSuchDay { typed: self.typed.clone() }
    }
}

fn civil(year: i64, month: i64, day: i64) -> Option<Date> {
    Date::new(i16::try_from(year).ok()?, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()
}

#[cfg(test)]
#[path = "date_typed_tests.rs"]
mod tests;
