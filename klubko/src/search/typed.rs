//! What was typed into the box, as beginnings of words under which folders are filed.

use rules::text::{fold, search_words};

/// So many beginnings are compared; the longest say the most.
pub const MOST: usize = 4;

/// The beginnings in what was typed, the longest first. Groups of a telephone belong together, however they are
/// written; a slash or a hyphen inside a number says nothing.
pub fn beginnings(typed: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    let mut phone = String::new();
    for chunk in fold(typed).split(' ') {
        let digits: String = chunk.chars().filter(char::is_ascii_digit).collect();
        let is_number = !digits.is_empty() && !chunk.chars().any(char::is_alphabetic);
        if is_number && (digits.len() <= 3 || chunk.starts_with('+')) {
            phone.push_str(&digits);
            continue;
        }
        add(&mut words, std::mem::take(&mut phone));
        if is_number {
            add(&mut words, digits);
        } else {
            search_words(chunk).into_iter().for_each(|word| add(&mut words, word));
        }
    }
    add(&mut words, phone);
    words.sort_by_key(|word| std::cmp::Reverse(word.chars().count()));
    words.truncate(MOST);
    words
}

fn add(words: &mut Vec<String>, word: String) {
    let word = word.strip_prefix("00").map(str::to_owned).unwrap_or(word);
    if !word.is_empty() && !words.contains(&word) {
        words.push(word);
    }
}

/// From these bytes up to those that no word beginning so reaches: no text holds the byte 0xff.
pub fn range(beginning: &str) -> (Vec<u8>, Vec<u8>) {
    let from = beginning.as_bytes().to_vec();
    let mut to = from.clone();
    to.push(0xff);
    (from, to)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::indexing_slicing)]
    use super::*;

    #[test]
    fn whatever_people_type_becomes_beginnings() {
        let cases: [(&str, &[&str]); 9] = [
            ("horak mar", &["horak", "mar"]),
            ("Mář Horák", &["horak", "mar"]),
            ("2026/0147", &["20260147"]),
            ("147", &["147"]),
            ("602 123 456", &["602123456"]),
            ("+420 602 123 456", &["420602123456"]),
            ("00420602123456", &["420602123456"]),
            ("Vzorná 1984", &["vzorna", "1984"]),
            ("  ", &[]),
        ];
        for (typed, expected) in cases {
            assert_eq!(beginnings(typed), expected, "{typed}");
        }
    }

    #[test]
    fn a_beginning_covers_every_word_that_begins_so_and_no_other() {
        let (from, to) = range("hor");
        for (word, is_inside) in [("hor", true), ("horakova", true), ("horž", true), ("hos", false), ("ho", false)] {
            let word = word.as_bytes();
            assert_eq!(word >= &from[..] && word < &to[..], is_inside);
        }
    }
}
