//! Telephone numbers: any usual way of writing in, E.164 stored, `602 123 456` shown (UX 2a no. 6, practice 3.7).

use phonenumber::Mode;
use phonenumber::country::Id;

/// A telephone number that exists in its country's plan, kept as `+420602123456`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Phone(String);

/// Why a text is no telephone number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PhoneFlaw {
    /// Something else than digits and the signs people put between them.
    Unreadable,
    /// „Telefon má 8 číslic, čekáme 9. Zahraniční číslo začněte znakem +“.
    DigitCount { digits: usize },
    /// Nine digits, but no Czech number begins like that.
    NoCzechNumber,
    /// Begins with + but no country knows such a number.
    NoForeignNumber { digits: usize },
}

/// How many digits a Czech number has without the country's code.
pub const CZECH_DIGITS: usize = 9;

const CZECH_CODE: &str = "420";
const CZECH_PREFIX: &str = "+420";

impl Phone {
    /// Reads `602123456`, `602 123 456`, `+420 602-123-456`, `00420602123456`, `+421 905 123 456`.
    pub fn read(text: &str) -> Result<Self, PhoneFlaw> {
        let (international, digits) = bare(text)?;
        if !international && digits.len() == CZECH_DIGITS {
            return plan_knows(&digits, PhoneFlaw::NoCzechNumber);
        }
        match digits.strip_prefix(CZECH_CODE) {
            Some(national) if national.len() == CZECH_DIGITS => plan_knows(national, PhoneFlaw::NoCzechNumber),
            Some(national) if international => Err(PhoneFlaw::DigitCount { digits: national.len() }),
            _ if international => {
                plan_knows(&format!("+{digits}"), PhoneFlaw::NoForeignNumber { digits: digits.len() })
            }
            _ => Err(PhoneFlaw::DigitCount { digits: digits.len() }),
        }
    }

    /// A number that was read before and stored; it is not judged again.
    pub fn stored(e164: &str) -> Self {
        Self(e164.to_owned())
    }

    /// `+420602123456`: how it is stored and what a `tel:` link takes.
    pub fn e164(&self) -> &str {
        &self.0
    }

    /// `602 123 456`, abroad with the country's code; the spaces do not break.
    pub fn shown(&self) -> String {
        let grouped = match self.0.strip_prefix(CZECH_PREFIX) {
            Some(national) => in_threes(national),
            None => phonenumber::parse(None, &self.0)
                .map_or_else(|_| self.0.clone(), |number| number.format().mode(Mode::International).to_string()),
        };
        grouped.replace(' ', "\u{a0}")
    }
}

/// The digits, and whether they begin with the country's code.
fn bare(text: &str) -> Result<(bool, String), PhoneFlaw> {
    let signs: String = text.chars().filter(|c| !c.is_whitespace() && !"-‐‑–./()".contains(*c)).collect();
    let (international, digits) = match (signs.strip_prefix('+'), signs.strip_prefix("00")) {
        (Some(rest), _) | (None, Some(rest)) => (true, rest),
        (None, None) => (false, signs.as_str()),
    };
    if digits.is_empty() || !digits.chars().all(|c| c.is_ascii_digit()) {
        return Err(PhoneFlaw::Unreadable);
    }
    Ok((international, digits.to_owned()))
}

fn plan_knows(number: &str, otherwise: PhoneFlaw) -> Result<Phone, PhoneFlaw> {
    match phonenumber::parse(Some(Id::CZ), number) {
        Ok(read) if read.is_valid() => Ok(Phone(read.format().mode(Mode::E164).to_string())),
        _ => Err(otherwise),
    }
}

fn in_threes(national: &str) -> String {
    let digits: Vec<char> = national.chars().collect();
    digits.chunks(3).map(|three| three.iter().collect::<String>()).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_number_is_read_however_it_is_written() {
        let ways = [
            "602123456",
            "602 123 456",
            "602\u{a0}123\u{a0}456",
            "602-123-456",
            "602.123.456",
            "602/123 456",
            "+420602123456",
            "+420 602 123 456",
            "(+420) 602 123 456",
            "00420 602 123 456",
            "420602123456",
            " 60 21 23 456 ",
        ];
        for typed in ways {
            let read = Phone::read(typed).unwrap();
            assert_eq!(read.e164(), "+420602123456", "{typed}");
            assert_eq!(read.shown(), "602\u{a0}123\u{a0}456");
        }
    }

    #[test]
    fn numbers_from_abroad_keep_their_country() {
        let cases = [
            ("+421 905 123 456", "+421905123456", "+421 905 123 456"),
            ("00380 67 123 4567", "+380671234567", "+380 67 123 4567"),
            ("+49 151 23456789", "+4915123456789", "+49 1512 3456789"),
        ];
        for (typed, stored, shown) in cases {
            let read = Phone::read(typed).unwrap();
            assert_eq!((read.e164(), read.shown().replace('\u{a0}', " ").as_str()), (stored, shown));
        }
    }

    #[test]
    fn a_wrong_number_says_how_many_digits_it_has() {
        use PhoneFlaw::*;
        let cases = [
            ("60212345", DigitCount { digits: 8 }),
            ("6021234567", DigitCount { digits: 10 }),
            ("+420 602 123 45", DigitCount { digits: 8 }),
            ("123 456 789", NoCzechNumber),
            ("+420 123 456 789", NoCzechNumber),
            ("+421 905 123", NoForeignNumber { digits: 9 }),
            ("+999 123 456 789", NoForeignNumber { digits: 12 }),
            ("+1234567890123456", NoForeignNumber { digits: 16 }),
            ("po 17. hodině", Unreadable),
            ("602 123 456 nebo 777 123 456", Unreadable),
            ("", Unreadable),
            ("+", Unreadable),
        ];
        for (typed, flaw) in cases {
            assert_eq!(Phone::read(typed), Err(flaw), "{typed}");
        }
    }

    proptest! {
        #[test]
        fn what_is_shown_is_read_back(number in 602_000_000_u32..603_000_000) {
            let read = Phone::read(&number.to_string()).unwrap();
            prop_assert_eq!(Phone::read(&read.shown()).unwrap(), read.clone());
            prop_assert_eq!(Phone::read(read.e164()).unwrap(), read.clone());
            prop_assert_eq!(Phone::stored(read.e164()).shown(), read.shown());
        }

        #[test]
        fn no_text_makes_the_reader_fall(text in "[+0-9 ()./a-ž-]{0,25}") {
            let _ = Phone::read(&text);
        }
    }
}
