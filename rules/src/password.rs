//! What a password may be (04 D2): long, and not made of what anybody would try first.
//!
//! No rotation and no signs by command: length does the work. What is left of the password, once common words, the
//! worker's own names, rows of keys and repetitions are taken out, must still be long enough to be guessed by nobody.

use crate::text::fold;
use std::collections::{BTreeSet, HashSet};
use std::sync::LazyLock;

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

/// The fewest letters that are left when everything that is tried first is taken out; two digits count as one letter.
fn left(bare: &str, own: &[&str]) -> usize {
    let own: BTreeSet<String> = own.iter().flat_map(|text| crate::text::search_words(text)).collect();
    let text = once(bare);
    let places: Vec<usize> = text.char_indices().map(|(place, _)| place).chain([text.len()]).collect();
    // In half letters, for every place how few are left before it.
    let mut least = vec![usize::MAX; places.len()];
    if let Some(first) = least.first_mut() {
        *first = 0;
    }
    for (at, letter) in text.chars().enumerate() {
        let so_far = least.get(at).copied().unwrap_or(usize::MAX);
        let own_cost = if letter.is_ascii_digit() { 1 } else { 2 };
        shorten(&mut least, at + 1, so_far.saturating_add(own_cost));
        for end in at + SHORTEST_PIECE..places.len() {
            let piece = places.get(at).zip(places.get(end)).and_then(|(from, to)| text.get(*from..*to));
            if piece.is_some_and(|piece| is_tried_first(piece, &own)) {
                shorten(&mut least, end, so_far);
            }
        }
    }
    least.last().map_or(0, |halves| halves / 2)
}

fn shorten(least: &mut [usize], at: usize, to: usize) {
    if let Some(known) = least.get_mut(at) {
        *known = to.min(*known);
    }
}

/// A common word, a word of the holder's own, or four keys and more that lie beside each other in either direction.
fn is_tried_first(piece: &str, own: &BTreeSet<String>) -> bool {
    WORDS.contains(piece) || own.contains(piece) || (piece.len() >= ROW && LANES.iter().any(|row| row.contains(piece)))
}

const SHORTEST_PIECE: usize = 3;
const ROW: usize = 4;
/// The rows, and the rows backwards.
static LANES: LazyLock<Vec<String>> =
    LazyLock::new(|| ROWS.iter().flat_map(|row| [(*row).to_owned(), row.chars().rev().collect()]).collect());
static WORDS: LazyLock<HashSet<&str>> = LazyLock::new(|| COMMON.split_whitespace().collect());

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

    /// What lists of broken passwords hold at this length: two common words, signs for letters, a year or a row of
    /// digits behind them. The words stand for the whole list.
    #[test]
    fn a_hundred_thousand_passwords_that_are_tried_first_are_refused() {
        let words: BTreeSet<&str> = WORDS.iter().copied().collect();
        let mut refused = 0;
        for first in &words {
            for second in words.iter().step_by(9).filter(|second| first.len() + second.len() >= SHORTEST - 4) {
                let signs = first.replace('a', "@").replace('s', "$");
                for password in [format!("{signs}{second}2026"), format!("{second} {first}1234")] {
                    assert_eq!(check(&password, &[]), Err(PasswordFlaw::Guessable), "{password}");
                    refused += 1;
                }
            }
        }
        assert!(refused >= 100_000, "{refused}");
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
