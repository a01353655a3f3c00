//! Erasure of texts (GDPR art. 5 and 17; 03-journal): text and salt of an entry become empty, its digest and hash stay,
//! so the chain still holds. Every erasure testifies to itself with an `erased` entry and its legal ground; a text that
//! went without one is found by [`super::verify`].

use super::chain::Row;
use super::{Concern, Entry};
use crate::kernel::change::Change;
use crate::kernel::failure::Failure;
use crate::kernel::id::{FolderId, ServiceId};
use crate::{params, record};
use rules::text::search_words;
use uuid::Uuid;

const ERASED: &str = "erased";
const SEARCHED: &str = "searched";

/// Whose texts go.
#[derive(Clone, Copy, Debug)]
pub enum Erasure {
    /// All texts about the person of this folder, and searches that find her; her pseudonym is then nobody's. Without
    /// it the folder cannot be opened: whoever asks for this deletes the person's rows in the same change.
    Person(FolderId),
    /// What was typed into searches before this moment.
    SearchesBefore(i64),
}

impl Change<'_> {
    /// Erases and keeps the change with its testimony; answers how many texts went. Where there is nothing to erase,
    /// nothing is written.
    ///
    /// Errors: there is no such folder.
    pub fn erase(mut self, what: Erasure, ground: &str) -> Result<u64, Failure> {
        let (erased, entry) = match what {
            Erasure::Person(folder) => person(&mut self, folder)?,
            Erasure::SearchesBefore(moment) => searches(&mut self, moment)?,
        };
        if let Some(entry) = entry {
            self.commit(entry.resting_on(ground));
        }
        Ok(erased)
    }
}

impl Entry {
    /// `section` names the searches whose text went: numbers of entries, `3,7-9`.
    fn erased(section: String) -> Self {
        Self::new(ERASED).section(section)
    }
}

fn person(change: &mut Change, folder: FolderId) -> Result<(u64, Option<Entry>), Failure> {
    record! { struct Whose { pseudonym: Uuid, service_id: ServiceId } }
    const WHOSE: &str = "
        select y.pseudonym as pseudonym, f.service_id as service_id
          from folder_pseudonym y join client_folder f on f.id = y.folder_id where y.folder_id = $1";
    const BLANK: &str = "update journal set text = '', salt = $2 where person = $1 and text <> ''";
    const BLANK_ONE: &str = "update journal set text = '', salt = $2 where seq = $1";
    const UNLINK: &str = "delete from folder_pseudonym where folder_id = $1";
    let whose: Whose = change.db().first(WHOSE, params![folder])?.ok_or(Failure::Absent)?;
    let found = searches_that_find(change, folder, whose.service_id)?;
    let nothing: &[u8] = &[];
    let mut erased = change.run(BLANK, params![whose.pseudonym, nothing])?;
    for seq in &found {
        erased += change.run(BLANK_ONE, params![*seq, nothing])?;
    }
    change.run(UNLINK, params![folder])?;
    let section = found.iter().map(i64::to_string).collect::<Vec<_>>().join(",");
    Ok((erased, Some(Entry::erased(section).in_concern(Concern::folder(folder, whose.pseudonym)))))
}

fn searches(change: &mut Change, before: i64) -> Result<(u64, Option<Entry>), Failure> {
    record! { struct Last { seq: Option<i64> } }
    const LAST: &str = "select max(seq) as seq from journal where decision = 'searched' and at < $1 and text <> ''";
    const BLANK_SEARCHES: &str = "
        update journal set text = '', salt = $2 where decision = 'searched' and at < $1 and text <> ''";
    let last: Option<Last> = change.db().first(LAST, params![before])?;
    let Some(last) = last.and_then(|last| last.seq) else { return Ok((0, None)) };
    let nothing: &[u8] = &[];
    let erased = change.run(BLANK_SEARCHES, params![before, nothing])?;
    Ok((erased, Some(Entry::erased(format!("1-{last}")))))
}

/// Searches in the person's service that find her: they hold her name, number or telephone (decision 17).
fn searches_that_find(change: &Change, folder: FolderId, service: ServiceId) -> Result<Vec<i64>, Failure> {
    record! { struct Filed { word: Vec<u8> } }
    record! { struct Typed { seq: i64, text: String } }
    const WORDS: &str = "select word from search_word where folder_id = $1";
    const TYPED: &str = "
        select seq, text from journal where concerns_id = $1 and decision = 'searched' and text <> '' order by seq";
    let filed: Vec<Filed> = change.db().all(WORDS, params![folder])?;
    let filed: Vec<String> = filed.into_iter().map(|one| String::from_utf8_lossy(&one.word).into_owned()).collect();
    let typed: Vec<Typed> = change.db().all(TYPED, params![service])?;
    Ok(typed.into_iter().filter(|one| finds(&one.text, &filed)).map(|one| one.seq).collect())
}

/// Every word that was typed begins one of hers; digits may stand anywhere in her numbers.
fn finds(typed: &str, filed: &[String]) -> bool {
    let digits: String = typed.chars().filter(char::is_ascii_digit).collect();
    let words: Vec<String> =
        search_words(typed).into_iter().filter(|word| word.contains(char::is_alphabetic)).collect();
    let is_hers = |word: &String| filed.iter().any(|one| one.starts_with(word.as_str()));
    let has_digits = digits.is_empty() || filed.iter().any(|one| one.contains(&digits));
    (!words.is_empty() || !digits.is_empty()) && words.iter().all(is_hers) && has_digits
}

/// An entry without its text and salt.
#[derive(Clone, Debug)]
pub(super) struct Blank {
    pub(super) seq: i64,
    person: Option<Uuid>,
    is_search: bool,
}

impl Blank {
    pub(super) fn of(row: &Row) -> Self {
        Self { seq: row.seq, person: row.person, is_search: row.decision == SEARCHED }
    }
}

/// Whether this entry says that the earlier text was erased lawfully.
pub(super) fn covers(row: &Row, blank: &Blank) -> bool {
    let is_of_the_person = row.person.is_some() && row.person == blank.person;
    row.decision == ERASED
        && blank.seq < row.seq
        && (is_of_the_person || blank.is_search && names(&row.section, blank.seq))
}

/// `3,7-9` names 3, 7, 8 and 9.
fn names(section: &str, seq: i64) -> bool {
    section.split(',').any(|part| {
        let (from, to) = part.split_once('-').unwrap_or((part, part));
        matches!((from.parse::<i64>(), to.parse::<i64>()), (Ok(from), Ok(to)) if (from..=to).contains(&seq))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_search_is_erased_with_the_person_it_finds() {
        let filed = ["klara", "vzorna", "20260001", "602123456"].map(str::to_owned);
        for hers in ["Vzorná", "kla vzor", "2026/0001", "602 123 456", "klára 602"] {
            assert!(finds(hers, &filed), "{hers}");
        }
        for not_hers in ["Vzorník", "klára nová", "", "?", "603 123 456"] {
            assert!(!finds(not_hers, &filed), "{not_hers}");
        }
    }

    #[test]
    fn an_erased_entry_names_the_searches_by_their_numbers() {
        assert!([3, 7, 8, 9].iter().all(|seq| names("3,7-9", *seq)));
        assert!([0, 2, 4, 6, 10].iter().all(|seq| !names("3,7-9", *seq)));
        assert!(!names("", 0) && !names("x-y", 1));
    }
}
