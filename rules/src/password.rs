//! What a password may be (04 D2): long, and not made of what anybody would try first.
//!
//! No rotation and no signs by command: length does the work. What is left of the password, once common words, the
//! worker's own names, rows of keys and repetitions are taken out, must still be long enough to be guessed by nobody.

use crate::text::fold;
use std::collections::BTreeSet;

/// Without a second factor.
pub const SHORTEST: usize = 15;
pub const LONGEST: usize = 200;
/// So much must be left when everything that can be tried first is taken out.
const REST: usize = 8;
/// A password of fewer different letters is a pattern.
const KINDS: usize = 6;

/// Words that people begin passwords with, folded; one on a line.
const COMMON: &str = include_str!("password/common.txt");
const ROWS: [&str; 8] = [
    "qwertzuiop",
    "qwertyuiop",
    "asdfghjkl",
    "yxcvbnm",
    "zxcvbnm",
    "1234567890",
    "abcdefghijklmnopqrstuvwxyz",
    "ehklmnprstz",
];

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PasswordFlaw {
    TooShort {
        letters: usize,
    },
    TooLong,
    /// Made of words, names, rows of keys or repetitions that are tried first.
    Guessable,
}

/// Whether a password may be taken; `own` are words that belong to its holder: login, names, service, provider.
pub fn check(password: &str, own: &[&str]) -> Result<(), PasswordFlaw> {
    let letters = password.chars().count();
    if letters < SHORTEST {
        return Err(PasswordFlaw::TooShort { letters });
    }
    if letters > LONGEST {
        return Err(PasswordFlaw::TooLong);
    }
    let bare: String = fold(password).chars().map(plain).filter(|letter| letter.is_alphanumeric()).collect();
    let kinds: BTreeSet<char> = bare.chars().collect();
    if kinds.len() < KINDS || left(&bare, own) < REST {
        return Err(PasswordFlaw::Guessable);
    }
    Ok(())
}

/// Signs that people write for letters.
fn plain(letter: char) -> char {
    match letter {
        '@' => 'a',
        '$' => 's',
        '!' => 'i',
        other => other,
    }
}

/// How many letters are left when everything that is tried first is taken out; two digits count as one letter.
fn left(bare: &str, own: &[&str]) -> usize {
    let own = own.iter().flat_map(|text| crate::text::search_words(text));
    let common = COMMON.lines().map(|line| line.trim().to_owned());
    let mut words: Vec<String> = own.chain(common).filter(|word| word.chars().count() >= 3).collect();
    words.sort_by_key(|word| std::cmp::Reverse(word.len()));
    let rest = once(bare);
    let rest = words.iter().fold(rest, |rest, word| rest.replace(word.as_str(), ""));
    let rest = once(&ROWS.iter().fold(rest, |rest, row| without_row(&rest, row)));
    let digits = rest.chars().filter(char::is_ascii_digit).count();
    rest.chars().count() - digits + digits / 2
}

/// Without pieces of four keys and more that lie beside each other, in either direction.
fn without_row(text: &str, row: &str) -> String {
    let back: String = row.chars().rev().collect();
    let letters: Vec<char> = text.chars().collect();
    let (mut kept, mut at) = (String::new(), 0);
    while let Some(letter) = letters.get(at) {
        let piece = |length: usize| letters.get(at..at + length).map(|piece| piece.iter().collect::<String>());
        let lies = |length: &usize| piece(*length).is_some_and(|piece| row.contains(&piece) || back.contains(&piece));
        let run = (4..=row.len()).rev().find(lies).unwrap_or(0);
        if run == 0 {
            kept.push(*letter);
        }
        at += run.max(1);
    }
    kept
}

/// What is said again and again, said once: `abcabcabc` is `abc`.
fn once(text: &str) -> String {
    let letters: Vec<char> = text.chars().collect();
    let repeats = |length: &usize| {
        let mut pieces = letters.chunks(*length);
        let first = pieces.next().unwrap_or_default();
        pieces.all(|piece| first.starts_with(piece))
    };
    let length = (1..=letters.len() / 2).find(repeats).unwrap_or(letters.len());
    letters.into_iter().take(length).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_sentence_of_ones_own_is_a_password() {
        for password in ["třešně na okně u dveří", "modrá-konvice-zpívá", "ukázka-na-zkoušku", "k7mw-p3xv-hq9t-nbc4"]
        {
            assert_eq!(check(password, &["zkusma", "Dana", "Poradna Javořinka"]), Ok(()), "{password}");
        }
    }

    #[test]
    fn fourteen_letters_are_too_few_and_fifteen_enough() {
        assert_eq!(check("modrá konvice", &[]), Err(PasswordFlaw::TooShort { letters: 13 }));
        assert_eq!(check("modrá konvicej", &[]), Err(PasswordFlaw::TooShort { letters: 14 }));
        assert_eq!(check("modrá konvice j", &[]), Ok(()));
        assert_eq!(check(&"modrá konvice ".repeat(20), &[]), Err(PasswordFlaw::TooLong));
    }

    #[test]
    fn common_words_rows_of_keys_and_repetitions_are_no_password() {
        let weak = [
            "heslo1234567890",
            "Heslo heslo heslo",
            "aaaaaaaaaaaaaaaaa",
            "abcabcabcabcabcabc",
            "qwertzuiopasdfghjkl",
            "Slunicko2026Slunicko",
            "password123456789",
            "milacek-milacek-1",
            "0987654321qwertz",
        ];
        for password in weak {
            assert_eq!(check(password, &[]), Err(PasswordFlaw::Guessable), "{password}");
        }
    }

    #[test]
    fn dana_zkusma_of_javorinka_does_not_hide_behind_her_own_names() {
        let own = ["zkusma", "Dana", "Zkusmá", "Poradna Javořinka"];
        for password in ["DanaZkusma20261203", "Javořinka Zkusmá 1", "poradna-javorinka-2026"] {
            assert_eq!(check(password, &own), Err(PasswordFlaw::Guessable), "{password}");
        }
    }

    proptest! {
        #[test]
        fn nothing_typed_breaks_it_and_nothing_short_passes(password in "\\PC{0,40}", own in "\\PC{0,12}") {
            let short = password.chars().count() < SHORTEST;
            prop_assert_eq!(matches!(check(&password, &[&own]), Err(PasswordFlaw::TooShort { .. })), short);
        }
    }
}
