//! Opening a folder: a person who gave a name gets a folder with a number, words to be found by, and a first thread.
//!
//! For the first contact (R-020; decision 2: a named contact opens a person and a folder, an anonymous one neither)
//! and for the correction of personal data, which rewrites the words.

use super::store::open as store;
use crate::kernel::change::{Change, OwnConcern};
use crate::kernel::desk::Desk;
use crate::kernel::failure::Failure;
use crate::kernel::folder::Folder;
use crate::kernel::id::{FolderId, PersonId, ServiceId, ThreadId};
use jiff::civil::Date;
use rules::text::{SHORTEST_WITH_A_SLIP, search_words};

/// What is known of a person when the folder is opened; everything but a name may be empty.
#[derive(Clone, Copy, Debug, Default)]
pub struct NewPerson<'a> {
    pub given_name: &'a str,
    pub family_name: &'a str,
    pub title: &'a str,
    /// A code of the list `sex`, or empty.
    pub sex: &'a str,
    pub birth_date: Option<Date>,
    pub birth_year: Option<i64>,
    /// E.164 or empty.
    pub phone: &'a str,
    pub email: &'a str,
    pub municipality: &'a str,
    pub address: &'a str,
    pub is_location_protected: bool,
    /// When and how it is safe to get in touch.
    pub note: &'a str,
}

impl NewPerson<'_> {
    /// The year of birth, also when only the date is known.
    pub fn year(&self) -> Option<i64> {
        self.birth_year.or_else(|| self.birth_date.map(|day| i64::from(day.year())))
    }
}

/// A folder just opened. The journal's entries about it go through `concern`.
#[derive(Clone)]
pub struct OpenedFolder {
    pub folder: FolderId,
    pub person: PersonId,
    pub thread: ThreadId,
    pub concern: OwnConcern,
    /// `2026/0001`
    pub number: String,
}

/// Opens a folder of the desk's service for a person; numbers are per service and year.
pub fn open_folder(change: &mut Change, desk: &Desk, person: &NewPerson) -> Result<OpenedFolder, Failure> {
    let (service, today) = (desk.service(), desk.today());
    let year = i64::from(today.year());
    let sequence = store::next_sequence(desk, year)?;
    let number = number(year, sequence);
    let (folder, person_id, thread): (FolderId, PersonId, ThreadId) =
        (change.new_id(), change.new_id(), change.new_id());
    store::insert_person(change, service, person_id)?;
    store::insert_folder(change, service, folder, person_id, (year, sequence, &number))?;
    let concern = change.open_pseudonym(folder)?;
    store::insert_person_version(change, service, (folder, person_id), person)?;
    store::insert_thread(change, folder, thread)?;
    write_words(change, service, folder, person, &number)?;
    Ok(OpenedFolder { folder, person: person_id, thread, concern, number })
}

/// `2026/0001`
pub fn number(year: i64, sequence: i64) -> String {
    format!("{year}/{sequence:04}")
}

/// The newest thread of the folder: what a negotiation, a commission, an assessment belong to.
pub fn thread(folder: &Folder) -> Result<ThreadId, Failure> {
    store::newest_thread(folder)?.ok_or_else(|| Failure::Broken(format!("folder {} has no thread", folder.id())))
}

/// Somebody asks again: a new thread from that day on, so that he is an applicant again (section 7.2). The thread before
/// it stays as it was.
pub fn begin_thread(change: &mut Change, folder: FolderId, began_on: Date) -> Result<ThreadId, Failure> {
    let thread: ThreadId = change.new_id();
    store::begin_thread(change, folder, thread, began_on)?;
    Ok(thread)
}

/// Writes anew the words under which a folder is found; called when personal data are corrected.
pub fn reword(
    change: &mut Change,
    service: ServiceId,
    folder: FolderId,
    person: &NewPerson,
    number: &str,
) -> Result<(), Failure> {
    store::delete_words(change, service, folder)?;
    write_words(change, service, folder, person, number)
}

fn write_words(
    change: &mut Change,
    service: ServiceId,
    folder: FolderId,
    person: &NewPerson,
    number: &str,
) -> Result<(), Failure> {
    for (word, is_name) in words(person, number) {
        store::insert_word(change, service, folder, &word, is_name)?;
    }
    Ok(())
}

/// Each word once, and whether it comes from the name: colleagues who are not tied to the folder find it by name only.
pub(crate) fn words(person: &NewPerson, number: &str) -> Vec<(String, bool)> {
    let mut words: Vec<(String, bool)> = Vec::new();
    let names = search_words(&format!("{} {}", person.given_name, person.family_name));
    let backwards: Vec<String> = names.iter().filter_map(|word| backwards(word)).collect();
    let others = phone_words(person.phone)
        .into_iter()
        .chain(person.year().map(|year| year.to_string()))
        .chain(number_words(number));
    for (word, is_name) in
        names.into_iter().chain(backwards).map(|word| (word, true)).chain(others.map(|word| (word, false)))
    {
        if !word.is_empty() && words.iter().all(|(known, _)| *known != word) {
            words.push((word, is_name));
        }
    }
    words
}

/// What a word written from its end begins with; no letter does.
pub(crate) const BACKWARDS: char = '\u{1}';

/// A long name is filed from its end too: whoever slips at its beginning finds it by the rest.
fn backwards(word: &str) -> Option<String> {
    let is_long = word.chars().count() >= SHORTEST_WITH_A_SLIP;
    is_long.then(|| std::iter::once(BACKWARDS).chain(word.chars().rev()).collect())
}

/// A telephone as people type it: with the country, without it, the last nine digits.
fn phone_words(phone: &str) -> Vec<String> {
    let digits: String = phone.chars().filter(char::is_ascii_digit).collect();
    let national = phone.strip_prefix("+420").unwrap_or_default().to_owned();
    let last = digits.get(digits.len().saturating_sub(9)..).unwrap_or_default().to_owned();
    vec![digits, national, last]
}

/// `2026/0147` is also found as `2026/147`, `0147` and `147`.
fn number_words(number: &str) -> Vec<String> {
    let (year, sequence) = number.split_once('/').unwrap_or(("", number));
    let short = sequence.trim_start_matches('0');
    vec![format!("{year}{sequence}"), format!("{year}{short}"), sequence.to_owned(), short.to_owned()]
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::{NewPerson, words};

    #[test]
    fn klara_is_found_by_her_name_telephone_year_and_number() {
        let klara = NewPerson {
            given_name: "Klára",
            family_name: "Vzorná",
            phone: "+420777123456",
            birth_year: Some(1988),
            ..NewPerson::default()
        };
        let found = words(&klara, "2026/0147");
        let names: Vec<_> = found.iter().filter(|(_, is_name)| *is_name).map(|(word, _)| word.as_str()).collect();
        let others: Vec<_> = found.iter().filter(|(_, is_name)| !is_name).map(|(word, _)| word.as_str()).collect();
        assert_eq!(names, ["klara", "vzorna", "\u{1}aralk", "\u{1}anrozv"]);
        assert_eq!(others, ["420777123456", "777123456", "1988", "20260147", "2026147", "0147", "147"]);
    }

    #[test]
    fn somebody_without_a_family_name_or_a_telephone_has_no_empty_words() {
        let moira = NewPerson { given_name: "Moira", ..NewPerson::default() };
        assert_eq!(words(&moira, "2026/0001").first().unwrap(), &("moira".to_owned(), true));
        assert!(words(&moira, "2026/0001").iter().all(|(word, _)| !word.is_empty()));
    }
}
