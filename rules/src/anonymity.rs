//! Marks in free text by which somebody could be found: birth numbers, telephones, e-mail addresses.
//!
//! On an anonymous contact each of them is a warning that names what was found; before a text leaves the house they are
//! a hint. A finding is a likeness, not a proof: a mistyped birth number is found too.

mod digit_groups;

use crate::anonymity::digit_groups::{Group, birth_number_at, groups, phone_at};

crate::coded! {
    /// What a piece of text looks like.
    pub enum FindingKind {
        BirthNumber = "birth_number",
        Phone = "phone",
        Email = "email",
    }
}

/// A piece of text that may identify somebody, as it stands in the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    pub kind: FindingKind,
    pub text: String,
}

/// Everything in the text that may identify somebody, in the order in which it stands there; each text once.
pub fn identifying_marks(text: &str) -> Vec<Finding> {
    let mut found = numbers(text);
    found.extend(emails(text));
    found.sort_by_key(|(start, _)| *start);
    let mut marks: Vec<Finding> = Vec::new();
    for (_, finding) in found {
        if !marks.contains(&finding) {
            marks.push(finding);
        }
    }
    marks
}

fn numbers(text: &str) -> Vec<(usize, Finding)> {
    let all = groups(text);
    let mut rest: &[Group] = &all;
    let mut found = Vec::new();
    while let Some((first, others)) = rest.split_first() {
        let hit = birth_number_at(text, rest)
            .map(|len| (FindingKind::BirthNumber, len))
            .or_else(|| phone_at(text, rest).map(|len| (FindingKind::Phone, len)));
        let Some((kind, len)) = hit else {
            rest = others;
            continue;
        };
        let start = digit_groups::start_with_plus(text, first.start);
        let end = rest.get(len.saturating_sub(1)).map_or(first.end, |last| last.end);
        if let Some(part) = text.get(start..end) {
            found.push((start, Finding { kind, text: part.to_owned() }));
        }
        rest = rest.get(len..).unwrap_or_default();
    }
    found
}

fn emails(text: &str) -> Vec<(usize, Finding)> {
    let ends_word = |c: char| c.is_whitespace() || ",;:<>()[]„“\"/".contains(c);
    let mut found = Vec::new();
    let mut start = 0;
    for word in text.split_inclusive(ends_word) {
        let bare = word.trim_end_matches(ends_word);
        let address = bare.trim_matches(|c: char| !c.is_alphanumeric());
        if looks_like_email(address) {
            found.push((start, Finding { kind: FindingKind::Email, text: address.to_owned() }));
        }
        start += word.len();
    }
    found
}

/// Looser than the reader of the field: a mistyped address still tells who it is.
fn looks_like_email(word: &str) -> bool {
    let Some((local, domain)) = word.split_once('@') else { return false };
    local.chars().any(char::is_alphanumeric) && domain.chars().filter(|c| c.is_alphanumeric()).count() >= 3
}

#[cfg(test)]
#[path = "anonymity_tests.rs"]
mod tests;
