//! Names of people. There are people without a family name and names with apostrophes and hyphens; what does not belong
//! into a name are signs nobody sees.

use crate::text::tidy;

/// The longest part of a name, in letters.
pub const LONGEST_PART: usize = 100;

/// A given and a family name, composed and tidied; one of them may be empty, never both.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct PersonName {
    given: String,
    family: String,
}

crate::coded! {
    /// Which field a flaw belongs to.
    pub enum NamePart {
        Given = "given_name",
        Family = "family_name",
    }
}

/// Why a name cannot be stored.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NameFlaw {
    /// Both parts are empty.
    Missing,
    TooLong {
        part: NamePart,
        letters: usize,
    },
    /// A sign that is not seen: a control character or one that turns the direction of writing.
    HiddenSign {
        part: NamePart,
    },
    /// Not a single letter in it, as in `?` or `–`.
    NoLetter {
        part: NamePart,
    },
}

impl PersonName {
    pub fn read(given: &str, family: &str) -> Result<Self, NameFlaw> {
        let given = read_part(given, NamePart::Given)?;
        let family = read_part(family, NamePart::Family)?;
        if given.is_empty() && family.is_empty() {
            return Err(NameFlaw::Missing);
        }
        Ok(Self { given, family })
    }

    pub fn given(&self) -> &str {
        &self.given
    }

    /// Empty when the person has no family name.
    pub fn family(&self) -> &str {
        &self.family
    }

    /// `Jana Testovská`: for headings and prints.
    pub fn full(&self) -> String {
        tidy(&format!("{} {}", self.given, self.family))
    }

    /// `Testovská Jana`: for lists ordered by the family name.
    pub fn family_first(&self) -> String {
        tidy(&format!("{} {}", self.family, self.given))
    }
}

fn read_part(text: &str, part: NamePart) -> Result<String, NameFlaw> {
    // A tab or a line end from a pasted cell is a space to the person who pasted it; `tidy` makes one of it.
    if text.trim().chars().any(|c| (c.is_control() && !c.is_whitespace()) || is_hidden(c)) {
        return Err(NameFlaw::HiddenSign { part });
    }
    let name = tidy(text);
    let letters = name.chars().count();
    if letters > LONGEST_PART {
        return Err(NameFlaw::TooLong { part, letters });
    }
    if letters > 0 && !name.chars().any(char::is_alphabetic) {
        return Err(NameFlaw::NoLetter { part });
    }
    Ok(name)
}

/// Marks of direction, zero-width spaces and the like: two names that look the same must be the same. The two joiners
/// (U+200C, U+200D) stay, some scripts write names with them.
fn is_hidden(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}')
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn names_are_kept_as_people_write_them() {
        let cases = [
            ("Jana", "Testovská", "Jana Testovská"),
            ("  Klára ", "Vzorná ", "Klára Vzorná"),
            ("Hana", "Ukázková-Novotná", "Hana Ukázková-Novotná"),
            ("Moira", "O'Brien", "Moira O'Brien"),
            ("Jan Karel", "ze Vzorova", "Jan Karel ze Vzorova"),
            ("Suharto", "", "Suharto"),
            ("", "Pokusná", "Pokusná"),
            ("Nguyễn", "Thị", "Nguyễn Thị"),
            ("Олена", "Пробна", "Олена Пробна"),
            ("Jana\t", "Vzorna\u{301}", "Jana Vzorná"),
        ];
        for (given, family, full) in cases {
            assert_eq!(PersonName::read(given, family).unwrap().full(), full);
        }
        assert_eq!(PersonName::read("Jana", "Testovská").unwrap().family_first(), "Testovská Jana");
    }

    #[test]
    fn a_name_that_cannot_be_stored_says_which_part_and_why() {
        use NameFlaw::*;
        let long = "a".repeat(101);
        let cases = [
            ("", " \u{a0}", Missing),
            ("?", "Pokusná", NoLetter { part: NamePart::Given }),
            ("Jana", "–", NoLetter { part: NamePart::Family }),
            ("Ja\u{0}na", "Testovská", HiddenSign { part: NamePart::Given }),
            ("Jana", "Test\u{202e}ovská", HiddenSign { part: NamePart::Family }),
            ("Jana", &long, TooLong { part: NamePart::Family, letters: 101 }),
        ];
        for (given, family, flaw) in cases {
            assert_eq!(PersonName::read(given, family), Err(flaw), "{given} {family}");
        }
    }

    proptest! {
        #[test]
        fn a_stored_name_is_read_back_unchanged(given in "\\PC{0,30}", family in "\\PC{0,30}") {
            if let Ok(name) = PersonName::read(&given, &family) {
                prop_assert_eq!(PersonName::read(name.given(), name.family()), Ok(name.clone()));
                prop_assert!(!name.full().is_empty());
            }
        }
    }
}
