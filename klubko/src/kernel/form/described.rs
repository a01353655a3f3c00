//! What a form says of itself: the version it edits, what stood in its fields, and, while two versions are compared,
//! which fields it has. The macros of `form.html` and `choices.html` call it; a page adds nothing.

use super::Form;
use crate::kernel::compare::{self, Comparing, Remembered};
use crate::kernel::id::WorkerId;
use crate::kernel::visit::find;
use crate::{params, record};
use std::fmt::Display;

record! { struct Name { name: String } }

impl Form<'_> {
    /// The version of the thing being edited; it comes back with the form. A form begun over another version is shown
    /// as a comparison.
    pub fn edits(&mut self, version: i64) {
        let begun = *self.version.get_or_insert(version);
        let is_compared = find(&self.values, compare::COMPARED).is_some();
        if self.is_page && (begun != version || is_compared) {
            let comparing = Comparing::new(version, begun, self.title, self.values.clone());
            self.visit.ledger.borrow_mut().comparing = Some(comparing);
        }
    }

    /// Who wrote that version and when, for the comparison.
    pub fn last_written(&mut self, by: Option<WorkerId>, at: Option<i64>) {
        const NAME: &str = "select given_name || ' ' || family_name as name from worker where id = $1";
        let (Some(by), Some(at)) = (by, at) else { return };
        if let Some(comparing) = &mut self.visit.ledger.borrow_mut().comparing {
            let found: Option<Name> = self.visit.unit.first(NAME, params![by]).ok().flatten();
            if let Some(Name { name }) = found {
                comparing.written(name, at);
            }
        }
    }

    /// A value is stored, but does not stand in its field: nobody can compare it here.
    pub fn conceals(&mut self, name: &'static str) {
        self.concealed.push(name);
    }

    /// The house's own word takes the place of what was sent.
    pub fn restate(&mut self, name: &'static str, value: impl Into<String>) {
        self.values.retain(|(key, _)| key != name);
        self.values.push((name.to_owned(), value.into()));
    }

    /// Whether anything was sent besides these fields and what travels along with every form.
    pub fn was_sent_more_than(&self, known: &[&str]) -> bool {
        let hidden = self.hidden();
        let is_known = |name: &str| known.contains(&name) || hidden.iter().any(|(own, _)| *own == name);
        self.values.iter().any(|(name, value)| !value.trim().is_empty() && !is_known(name))
    }

    /// The version that was edited.
    pub fn version(&self) -> i64 {
        self.version.unwrap_or_default()
    }

    /// What stood in the fields when the form was opened.
    pub(super) fn was(&self) -> String {
        if let Some(was) = find(&self.values, compare::WAS) {
            return was.to_owned();
        }
        let mut was = Remembered::default();
        self.prefilled.iter().for_each(|(name, value)| was.add(name, value));
        self.concealed.iter().for_each(|name| was.conceal(name));
        was.shorten();
        was.write()
    }

    /// The form begins here.
    pub fn begins(&self, action: impl Display) -> &'static str {
        self.compare(|comparing| comparing.begins(action.to_string(), self.hidden()))
    }

    /// A field stands here: `line`, `text` or `chosen`.
    pub fn shows(&self, name: &str, label: impl Display, kind: &str) -> &'static str {
        self.compare(|comparing| {
            let stands = self.prefilled.iter().filter(|(key, value)| *key == name && !value.trim().is_empty());
            let now = stands.map(|(_, value)| value.replace("\r\n", "\n").trim().to_owned()).collect();
            let is_told = !self.concealed.contains(&name);
            comparing.shows(name, label.to_string(), kind, is_told.then_some(now));
        })
    }

    /// One of the values it may have.
    pub fn offers(&self, name: &str, value: impl Display, text: impl Display) -> &'static str {
        self.compare(|comparing| comparing.offers(name, value.to_string(), text.to_string()))
    }

    fn compare(&self, note: impl FnOnce(&mut Comparing)) -> &'static str {
        if let Some(comparing) = &mut self.visit.ledger.borrow_mut().comparing {
            note(comparing);
        }
        ""
    }
}
