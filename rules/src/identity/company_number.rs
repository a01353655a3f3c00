//! The identification number of an organisation (IČO): eight digits with leading zeros, kept as text (practice 3.7).

/// An IČO whose check digit agrees.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct CompanyNumber(String);

/// Why a text is no IČO.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CompanyNumberFlaw {
    /// Something else than digits and spaces.
    Unreadable,
    DigitCount {
        digits: usize,
    },
    /// „IČO nemá správnou kontrolní číslici.“
    CheckDigit,
}

impl CompanyNumber {
    pub fn read(text: &str) -> Result<Self, CompanyNumberFlaw> {
        let digits = super::digits_between_spaces(text).ok_or(CompanyNumberFlaw::Unreadable)?;
        if digits.len() != 8 {
            return Err(CompanyNumberFlaw::DigitCount { digits: digits.len() });
        }
        let values: Vec<u32> = digits.chars().filter_map(|c| c.to_digit(10)).collect();
        let sum: u32 = values.iter().zip([8, 7, 6, 5, 4, 3, 2]).map(|(digit, weight)| digit * weight).sum();
        if values.last() != Some(&((11 - sum % 11) % 10)) {
            return Err(CompanyNumberFlaw::CheckDigit);
        }
        Ok(Self(digits))
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn known_and_invented_numbers_are_read_with_their_zeros() {
        for typed in ["00551023", "00007064", "99900017", "99900025", "99900033", "99900041"] {
            assert_eq!(CompanyNumber::read(typed).unwrap().as_str(), typed);
        }
        assert_eq!(CompanyNumber::read(" 999 00\u{a0}017 ").unwrap().as_str(), "99900017");
    }

    #[test]
    fn a_wrong_number_says_what_is_wrong_with_it() {
        let cases = [
            ("12345678", CompanyNumberFlaw::CheckDigit),
            ("551023", CompanyNumberFlaw::DigitCount { digits: 6 }),
            ("CZ99900017", CompanyNumberFlaw::Unreadable),
            ("", CompanyNumberFlaw::Unreadable),
        ];
        for (typed, flaw) in cases {
            assert_eq!(CompanyNumber::read(typed), Err(flaw), "{typed}");
        }
        assert!(CompanyNumber::read("12345679").is_ok());
    }

    proptest! {
        #[test]
        fn exactly_one_check_digit_fits(front in 0_u32..10_000_000) {
            let fitting = (0..10).filter(|check| CompanyNumber::read(&format!("{front:07}{check}")).is_ok());
            prop_assert_eq!(fitting.count(), 1);
        }
    }
}
