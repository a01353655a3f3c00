//! The Czech postcode (PSČ): five digits, the first from 1 to 7 (practice 3.7).

/// A Czech postcode, stored as five digits.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Postcode(String);

/// Why a text is no postcode.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PostcodeFlaw {
    /// Something else than digits and spaces.
    Unreadable,
    DigitCount {
        digits: usize,
    },
    /// Czech postcodes begin with 1 to 7.
    FirstDigit {
        first: char,
    },
}

impl Postcode {
    pub fn read(text: &str) -> Result<Self, PostcodeFlaw> {
        let digits = super::digits_between_spaces(text).ok_or(PostcodeFlaw::Unreadable)?;
        match digits.chars().next() {
            _ if digits.len() != 5 => Err(PostcodeFlaw::DigitCount { digits: digits.len() }),
            Some('1'..='7') => Ok(Self(digits)),
            first => Err(PostcodeFlaw::FirstDigit { first: first.unwrap_or('0') }),
        }
    }

    /// `39001`: how it is stored.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// `390 01` with a no-break space: how it is shown.
    pub fn shown(&self) -> String {
        self.0.split_at_checked(3).map_or(self.0.clone(), |(area, rest)| format!("{area}\u{a0}{rest}"))
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_postcode_is_read_with_and_without_its_space() {
        for typed in ["39001", "390 01", " 390\u{a0}01 "] {
            let read = Postcode::read(typed).unwrap();
            assert_eq!((read.as_str(), read.shown().as_str()), ("39001", "390\u{a0}01"));
        }
    }

    #[test]
    fn a_wrong_postcode_says_what_is_wrong_with_it() {
        let cases = [
            ("3900", PostcodeFlaw::DigitCount { digits: 4 }),
            ("390011", PostcodeFlaw::DigitCount { digits: 6 }),
            ("81102", PostcodeFlaw::FirstDigit { first: '8' }),
            ("CZ-39001", PostcodeFlaw::Unreadable),
            ("", PostcodeFlaw::Unreadable),
        ];
        for (typed, flaw) in cases {
            assert_eq!(Postcode::read(typed), Err(flaw), "{typed}");
        }
    }

    proptest! {
        #[test]
        fn what_is_shown_is_read_back(number in 10_000_u32..80_000) {
            let read = Postcode::read(&number.to_string()).unwrap();
            prop_assert_eq!(Postcode::read(&read.shown()).unwrap(), read);
        }
    }
}
