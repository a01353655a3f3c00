//! The Czech birth number (rodné číslo): read, checked and masked (Act 133/2000 Sb. § 13, practice 3.7).
//!
//! It is optional everywhere and collected only where an act requires it; screens show the masked form.

use std::fmt;

use jiff::civil::Date;

use super::Sex;

/// A birth number whose date and check digit agree.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct BirthNumber {
    digits: String,
    born: Date,
    sex: Sex,
}

/// Why a text is no birth number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BirthNumberFlaw {
    /// Something else than digits and one slash after the sixth of them.
    Unreadable,
    /// Neither nine nor ten digits.
    DigitCount { digits: usize },
    /// The first six digits are no day of the calendar.
    NoSuchDay,
    /// A foreigner's number from a health insurer: day of birth + 50. It is no birth number.
    InsurersNumber,
    /// Nine digits were given only until the end of 1953.
    NineDigitsAfter1953,
    /// The number in order 000 was never given with nine digits.
    SerialZero,
    /// The digits disagree with the check digit.
    CheckDigit,
    /// Its day has not come yet.
    InFuture { born: Date },
}

impl BirthNumber {
    /// Reads `850214/9909`, also without the slash or with spaces.
    pub fn read(text: &str, today: Date) -> Result<Self, BirthNumberFlaw> {
        let digits = bare_digits(text)?;
        let number: u64 = digits.parse().map_err(|_| BirthNumberFlaw::Unreadable)?;
        let (front, serial) = match digits.len() {
            9 => (number / 1_000, number % 1_000),
            10 => (number / 10_000, number % 10_000),
            count => return Err(BirthNumberFlaw::DigitCount { digits: count }),
        };
        let (born, sex) = birth_day(front, digits.len())?;
        if digits.len() == 9 && serial == 0 {
            return Err(BirthNumberFlaw::SerialZero);
        }
        if digits.len() == 10 && !check_digit_agrees(number) {
            return Err(BirthNumberFlaw::CheckDigit);
        }
        if born > today {
            return Err(BirthNumberFlaw::InFuture { born });
        }
        Ok(Self { digits, born, sex })
    }

    pub fn born(&self) -> Date {
        self.born
    }

    pub fn sex(&self) -> Sex {
        self.sex
    }

    /// `850214/9909`: how it is stored and, to those who may see it, shown.
    pub fn normal(&self) -> String {
        let (front, back) = self.halves();
        format!("{front}/{back}")
    }

    /// `••••••/9909`: how it is shown until somebody asks for it, which is journalled.
    pub fn masked(&self) -> String {
        format!("••••••/{}", self.halves().1)
    }

    fn halves(&self) -> (&str, &str) {
        self.digits.split_at_checked(6).unwrap_or((&self.digits, ""))
    }
}

/// Never the whole number, so that it cannot slip into a log.
impl fmt::Debug for BirthNumber {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("BirthNumber(••••••)")
    }
}

fn bare_digits(text: &str) -> Result<String, BirthNumberFlaw> {
    let bare: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    let digits = match bare.split_once('/') {
        Some((front, back)) if front.len() == 6 => format!("{front}{back}"),
        Some(_) => return Err(BirthNumberFlaw::Unreadable),
        None => bare,
    };
    if digits.is_empty() || !digits.chars().all(|c| c.is_ascii_digit()) {
        return Err(BirthNumberFlaw::Unreadable);
    }
    Ok(digits)
}

fn birth_day(front: u64, digits: usize) -> Result<(Date, Sex), BirthNumberFlaw> {
    let (year, month, day) = (front / 10_000, front / 100 % 100, front % 100);
    let year = match (digits, year) {
        (9, 54..) => return Err(BirthNumberFlaw::NineDigitsAfter1953),
        (9, _) | (_, 54..) => 1900 + year,
        _ => 2000 + year,
    };
    let (sex, month) = match month {
        1..=12 => (Sex::Male, month),
        51..=62 => (Sex::Female, month - 50),
        // Where the numbers of one day run out, since 2004.
        21..=32 if year >= 2004 => (Sex::Male, month - 20),
        71..=82 if year >= 2004 => (Sex::Female, month - 70),
        _ => return Err(BirthNumberFlaw::NoSuchDay),
    };
    match (civil(year, month, day), day) {
        (Some(born), _) => Ok((born, sex)),
        (None, 51..) if civil(year, month, day - 50).is_some() => Err(BirthNumberFlaw::InsurersNumber),
        (None, _) => Err(BirthNumberFlaw::NoSuchDay),
    }
}

fn civil(year: u64, month: u64, day: u64) -> Option<Date> {
    Date::new(i16::try_from(year).ok()?, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()
}

/// Divisible by eleven; until about 1985 a remainder of ten was written as the check digit nought.
fn check_digit_agrees(number: u64) -> bool {
    number.is_multiple_of(11) || (number / 10 % 11 == 10 && number.is_multiple_of(10))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use jiff::civil::date;
    use proptest::prelude::*;

    const TODAY: Date = date(2026, 3, 2);

    #[test]
    fn invented_numbers_tell_the_day_of_birth_and_the_sex() {
        let cases = [
            ("850214/9909", date(1985, 2, 14), Sex::Male),
            ("905617/9913", date(1990, 6, 17), Sex::Female),
            ("120314/9926", date(2012, 3, 14), Sex::Male),
            ("047305/9950", date(2004, 3, 5), Sex::Female),
            ("042305/9945", date(2004, 3, 5), Sex::Male),
            ("780512/9080", date(1978, 5, 12), Sex::Male),
            ("450607/123", date(1945, 6, 7), Sex::Male),
        ];
        for (typed, born, sex) in cases {
            let number = BirthNumber::read(typed, TODAY).unwrap();
            assert_eq!((number.born(), number.sex()), (born, sex), "{typed}");
            assert_eq!(number.normal(), typed);
        }
    }

    #[test]
    fn a_wrong_number_says_what_is_wrong_with_it() {
        use BirthNumberFlaw::*;
        let cases = [
            ("850214/9906", CheckDigit),
            ("850230/9905", NoSuchDay),
            ("126502/9931", NoSuchDay),
            ("550607/123", NineDigitsAfter1953),
            ("850214/990A", Unreadable),
            ("85021/49909", Unreadable),
            ("850214//9909", Unreadable),
            ("", Unreadable),
            ("850214", DigitCount { digits: 6 }),
            ("850214/99091", DigitCount { digits: 11 }),
            ("450607/000", SerialZero),
            ("852214/9909", NoSuchDay),
            ("456607/123", NoSuchDay),
            ("850264/9909", InsurersNumber),
            ("260303/0000", CheckDigit),
        ];
        for (typed, flaw) in cases {
            assert_eq!(BirthNumber::read(typed, TODAY), Err(flaw), "{typed}");
        }
    }

    #[test]
    fn nobody_is_born_tomorrow() {
        let front = 260_303_123_u64;
        let typed = format!("{front}{}", front % 11);
        assert_eq!(BirthNumber::read(&typed, TODAY), Err(BirthNumberFlaw::InFuture { born: date(2026, 3, 3) }));
        assert!(BirthNumber::read(&typed, date(2026, 3, 3)).is_ok());
    }

    #[test]
    fn the_screen_shows_only_the_end_and_the_log_nothing() {
        let number = BirthNumber::read(" 850214 9909 ", TODAY).unwrap();
        assert_eq!(number.masked(), "••••••/9909");
        assert!(!format!("{number:?}").contains("9909"));
        assert_eq!(BirthNumber::read("450607123", TODAY).unwrap().masked(), "••••••/123");
    }

    prop_compose! {
        fn some_number()(days in 0_i64..26_000, female in any::<bool>(), serial in 0_u64..1000) -> (Date, Sex, u64) {
            let born = crate::calendar::shifted(date(1954, 1, 1), days);
            let month = u64::try_from(born.month()).unwrap() + if female { 50 } else { 0 };
            let year = u64::try_from(born.year()).unwrap() % 100;
            let front = (year * 100 + month) * 100 + u64::try_from(born.day()).unwrap();
            let nine = front * 1000 + serial;
            (born, if female { Sex::Female } else { Sex::Male }, nine * 10 + nine % 11 % 10)
        }
    }

    proptest! {
        #[test]
        fn every_number_made_by_the_rule_is_read((born, sex, number) in some_number()) {
            let read = BirthNumber::read(&format!("{number:010}"), TODAY).unwrap();
            prop_assert_eq!((read.born(), read.sex()), (born, sex));
            prop_assert_eq!(BirthNumber::read(&read.normal(), TODAY).unwrap(), read);
        }

        #[test]
        fn a_wrong_check_digit_is_always_noticed((_, _, number) in some_number(), slip in 1_u64..10) {
            let wrong = number / 10 * 10 + (number % 10 + slip) % 10;
            prop_assert_eq!(BirthNumber::read(&format!("{wrong:010}"), TODAY), Err(BirthNumberFlaw::CheckDigit));
        }

        #[test]
        fn no_text_makes_the_reader_fall(text in "\\PC{0,20}") {
            let _ = BirthNumber::read(&text, TODAY);
        }
    }
}
