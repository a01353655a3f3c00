//! One slip of the hand in a long word is forgiven, when nothing was found as it was typed.
//!
//! Of a word with one slip either the first or the second half is as it should be; names are filed from both ends, so
//! half a word leads to few of them. Looked through are only words of folders that the viewer may see listed: a name
//! that he may not know changes nothing.

use super::store::{self, Found};
use crate::folders::BACKWARDS;
use crate::kernel::caseload::Caseload;
use crate::kernel::failure::Failure;
use rules::text::{SHORTEST_WITH_A_SLIP, is_one_slip_from};

/// So many corrections are tried, the likeliest (shortest) first.
const MOST: usize = 8;

/// Folders found when one long word of those typed is corrected.
pub fn find(caseload: &Caseload, beginnings: &[String]) -> Result<Vec<Found>, Failure> {
    let mut found: Vec<Found> = Vec::new();
    for (at, word) in beginnings.iter().enumerate() {
        for corrected in corrections(caseload, word)? {
            let mut other = beginnings.to_vec();
            if let Some(place) = other.get_mut(at) {
                *place = corrected;
            }
            for one in store::find(caseload, &other)? {
                if found.iter().all(|known| known.folder_id != one.folder_id) {
                    found.push(one);
                }
            }
        }
    }
    Ok(found)
}

/// The names that may have been meant.
fn corrections(caseload: &Caseload, word: &str) -> Result<Vec<String>, Failure> {
    let letters: Vec<char> = word.chars().collect();
    if letters.len() < SHORTEST_WITH_A_SLIP || letters.iter().any(char::is_ascii_digit) {
        return Ok(Vec::new());
    }
    let (first, second) = letters.split_at(letters.len() / 2);
    let first: String = first.iter().collect();
    let second: String = std::iter::once(&BACKWARDS).chain(second.iter().rev()).collect();
    let mut names = Vec::new();
    // Two letters that changed places in the middle spoil both halves.
    for half in [first, second, across(&letters)] {
        names.extend(store::names(caseload, &half)?.iter().map(|word| name(word)));
    }
    names.retain(|name| is_one_slip_from(word, name));
    names.sort_by_key(|name| (name.chars().count(), name.clone()));
    names.dedup();
    names.truncate(MOST);
    Ok(names)
}

/// The first half as it would be had the two letters in the middle not changed places.
fn across(letters: &[char]) -> String {
    let middle = letters.len() / 2;
    let mut letters = letters.to_vec();
    letters.swap(middle.saturating_sub(1), middle);
    letters.into_iter().take(middle + 1).collect()
}

/// A filed word as a name, whichever end it was filed from.
fn name(filed: &[u8]) -> String {
    let word = String::from_utf8_lossy(filed);
    match word.strip_prefix(BACKWARDS) {
        Some(backwards) => backwards.chars().rev().collect(),
        None => word.into_owned(),
    }
}
