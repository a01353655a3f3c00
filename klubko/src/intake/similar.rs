//! People of the same service who may be the one on the telephone, shown before a second folder is opened.
//!
//! Only folders that the viewer may see listed; colleagues' folders by name alone. Other services and folders
//! from which the viewer is excluded do not exist here.

use super::contact::Contact;
use super::store::similar as store;
use crate::kernel::caseload::Caseload;
use crate::kernel::desk::Desk;
use crate::kernel::failure::Failure;
use crate::kernel::form::Form;
use rules::identity::person_name::PersonName;
use rules::text::search_words;
use store::Known;

/// One of them, ready to print.
pub struct Similar {
    pub name: String,
    /// Number and year of birth, where the viewer may know them.
    pub facts: String,
    /// The folder's address, where the viewer may open it.
    pub address: String,
    pub key_worker: String,
}

/// Finds them, and asks for the tick „Přesto založit“ when there are any.
pub fn question(form: &mut Form, desk: &Desk, contact: &Contact) -> Result<Vec<Similar>, Failure> {
    let Some(name) = &contact.name else { return Ok(Vec::new()) };
    let caseload = Caseload::beside(desk);
    let mut found: Vec<Known> = Vec::new();
    for word in beginnings(name) {
        found.extend(store::by_name(&caseload, &word)?.into_iter().filter(|known| is_like(known, name, contact)));
    }
    if !contact.phone.is_empty() {
        found.extend(store::by_phone(&caseload, &contact.phone)?);
    }
    found.sort_by(|one, other| one.number.cmp(&other.number));
    found.dedup_by(|one, other| one.id == other.id);
    if !found.is_empty() && !form.ticked("open_anyway") {
        form.problem(
            "open_anyway",
            "Podobná osoba už ve službě je. Otevřete její složku, nebo zaškrtněte Přesto založit",
        );
    }
    Ok(found.into_iter().map(Similar::of).collect())
}

impl Similar {
    fn of(known: Known) -> Self {
        let is_tied = known.is_tied();
        let year = known.birth_year.filter(|_| is_tied).map(|year| format!(", narození {year}"));
        Self {
            name: known.name(),
            facts: if is_tied { format!("{}{}", known.number, year.unwrap_or_default()) } else { String::new() },
            address: if is_tied { format!("/folders/{}", known.id) } else { String::new() },
            key_worker: known.key_worker_name(),
        }
    }
}

/// The beginnings under which similar names are looked for: three letters forgive most slips of the pen.
fn beginnings(name: &PersonName) -> Vec<String> {
    let part = if name.family().is_empty() { name.given() } else { name.family() };
    let begin = |word: &String| word.chars().take(3).collect();
    let mut beginnings: Vec<String> = search_words(part).iter().map(begin).collect();
    beginnings.sort();
    beginnings.dedup();
    beginnings
}

/// Both parts of the name are alike as far as both are known, and the years of birth do not contradict it.
fn is_like(known: &Known, name: &PersonName, contact: &Contact) -> bool {
    let alike_family = parts_alike(&known.family_name, name.family());
    let alike_given = parts_alike(&known.given_name, name.given());
    let other_year = match (known.birth_year.filter(|_| known.is_tied()), contact.birth_year()) {
        (Some(one), Some(other)) => one != other,
        _ => false,
    };
    alike_family && alike_given && !other_year
}

fn parts_alike(one: &str, other: &str) -> bool {
    let (one, other) = (search_words(one), search_words(other));
    if one.is_empty() || other.is_empty() {
        return true;
    }
    one.iter().any(|word| other.iter().any(|another| differ_by_one(word, another)))
}

/// The same word, or one letter more, fewer or different in words of four letters and more.
fn differ_by_one(one: &str, other: &str) -> bool {
    let (one, other): (Vec<char>, Vec<char>) = (one.chars().collect(), other.chars().collect());
    let (short, long) = if one.len() <= other.len() { (one, other) } else { (other, one) };
    if short == long || short.len() < 4 || long.len() - short.len() > 1 {
        return short == long;
    }
    let same_start = short.iter().zip(&long).take_while(|(a, b)| a == b).count();
    let left = |word: &[char]| word.len() - same_start;
    let same_end = short.iter().rev().zip(long.iter().rev()).take_while(|(a, b)| a == b).count();
    left(&long) <= same_end.min(left(&short)) + 1
}

#[cfg(test)]
mod tests {
    use super::{differ_by_one, parts_alike};

    #[test]
    fn one_slip_of_the_pen_is_forgiven_in_a_longer_word() {
        for (one, other) in [("vzorna", "vzorna"), ("vzorna", "vzorny"), ("vzorna", "vzrna"), ("vzorna", "vzornna")] {
            assert!(differ_by_one(one, other) && differ_by_one(other, one), "{one} {other}");
        }
        for (one, other) in [("vzorna", "cvicna"), ("jan", "jana"), ("petr", "petra2"), ("klara", "klaudie")] {
            assert!(!differ_by_one(one, other), "{one} {other}");
        }
    }

    #[test]
    fn a_missing_part_of_the_name_contradicts_nothing() {
        assert!(parts_alike("", "Vzorná"));
        assert!(parts_alike("Ukázková-Novotná", "Novotná"));
        assert!(!parts_alike("Cvičná", "Vzorná"));
    }
}
