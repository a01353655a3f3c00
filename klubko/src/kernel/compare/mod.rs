//! Two people, one form: whoever is slower is shown field by field what stood there when he began, what stands there
//! now and what he typed, and says of each field what is to hold (decision 0015). The same for every form that names
//! the version it edits; the fields come from the form's own macros.

mod page;
mod words;

use super::visit::find;
use std::collections::BTreeMap;

pub(in crate::kernel) use page::render;

/// What stood in the fields when the form was opened; it travels with the form, for nobody else knows it.
pub(in crate::kernel) const WAS: &str = "was";
/// The same as of the first opening, while a comparison is answered.
pub(in crate::kernel) const BEGAN: &str = "began";
/// The fields that a comparison asks about.
pub(in crate::kernel) const COMPARED: &str = "compared";
/// `take_NAME` says what is to hold in the field NAME.
const TAKE: &str = "take_";
const NOW: &str = "now";
const MINE: &str = "mine";

/// More than this does not travel with a form; what is left out is compared without it.
const LONGEST_MEMORY: usize = 40_000;

type Fields = [(String, String)];

/// Whether a field belongs to the comparison, not to the thing.
pub(in crate::kernel) fn is_of_comparison(name: &str) -> bool {
    [WAS, BEGAN, COMPARED].contains(&name) || name.starts_with(TAKE)
}

/// What stood in each field; `None` where it is not told (a protected value, a very long text).
#[derive(Clone, Debug, Default)]
pub(in crate::kernel) struct Remembered(BTreeMap<String, Option<Vec<String>>>);

impl Remembered {
    pub(in crate::kernel) fn read(text: &str) -> Self {
        Self(serde_json::from_str(text).unwrap_or_default())
    }

    pub(in crate::kernel) fn write(&self) -> String {
        serde_json::to_string(&self.0).unwrap_or_default()
    }

    pub(in crate::kernel) fn add(&mut self, name: &str, value: &str) {
        if !value.is_empty() {
            self.0.entry(name.to_owned()).or_insert_with(|| Some(Vec::new())).get_or_insert_default().push(even(value));
        }
    }

    pub(in crate::kernel) fn conceal(&mut self, name: &str) {
        self.0.insert(name.to_owned(), None);
    }

    /// Leaves out the longest texts until the rest is short enough to travel.
    pub(in crate::kernel) fn shorten(&mut self) {
        let length = |known: &Option<Vec<String>>| known.iter().flatten().map(String::len).sum::<usize>();
        while self.0.values().map(length).sum::<usize>() > LONGEST_MEMORY {
            if let Some(longest) = self.0.values_mut().max_by_key(|known| length(known)) {
                *longest = None;
            }
        }
    }

    /// Whether a field says what stood there when the form was opened: nobody typed into it.
    pub(in crate::kernel) fn is_untouched(&self, fields: &Fields, name: &str) -> bool {
        let spaced = |values: Vec<String>| {
            let mut values: Vec<_> = values.iter().map(|text| text.replace(['\u{a0}', '\u{202f}'], " ")).collect();
            values.sort_unstable();
            values
        };
        self.of(name).is_some_and(|stood| spaced(stood) == spaced(values_of(fields, name)))
    }

    fn of(&self, name: &str) -> Option<Vec<String>> {
        self.0.get(name).map_or_else(|| Some(Vec::new()), Clone::clone)
    }
}

/// Line ends and outer spaces make no difference.
fn even(text: &str) -> String {
    text.replace("\r\n", "\n").trim().to_owned()
}

/// What stands in a field of a sent form.
pub(in crate::kernel) fn values_of(fields: &Fields, name: &str) -> Vec<String> {
    let values = fields.iter().filter(|(key, _)| key == name).map(|(_, value)| even(value));
    values.filter(|value| !value.is_empty()).collect()
}

fn taken<'f>(fields: &'f Fields, name: &str) -> Option<&'f str> {
    find(fields, &format!("{TAKE}{name}")).filter(|choice| [NOW, MINE].contains(choice))
}

fn compared(fields: &Fields) -> impl Iterator<Item = &str> {
    fields.iter().filter(|(key, _)| key == COMPARED).map(|(_, name)| name.as_str())
}

/// A comparison was sent with a field about which nothing was said.
pub(in crate::kernel) fn is_open(fields: &Fields) -> bool {
    compared(fields).any(|name| taken(fields, name).is_none())
}

/// The form as the answers of a comparison make it; none when it is no comparison, or one that is still open.
pub(in crate::kernel) fn decided(fields: &Fields) -> Option<Vec<(String, String)>> {
    if compared(fields).next().is_none() || is_open(fields) {
        return None;
    }
    let now = Remembered::read(find(fields, WAS).unwrap_or_default());
    let mut left: Vec<&str> = compared(fields).filter(|name| taken(fields, name) == Some(NOW)).collect();
    left.sort_unstable();
    left.dedup();
    let is_kept = |name: &str| name == WAS || !(is_of_comparison(name) || left.contains(&name));
    let typed = fields.iter().filter(|(name, _)| is_kept(name)).cloned();
    let there = left.iter().flat_map(|name| now.of(name).into_iter().flatten().map(|text| ((*name).to_owned(), text)));
    Some(typed.chain(there).collect())
}

/// How a field is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Line,
    Text,
    /// Chosen or ticked: its values have names.
    Chosen,
}

/// A field of the form's page, as its macro drew it.
#[derive(Clone, Debug)]
struct Shown {
    name: String,
    label: String,
    kind: Kind,
    options: Vec<(String, String)>,
    now: Option<Vec<String>>,
}

/// Gathered while the form's page is made: what a comparison is built of.
#[derive(Debug, Default)]
pub(in crate::kernel) struct Comparing {
    /// The version that stands now, and the one that was edited.
    versions: (i64, i64),
    /// Who wrote it and when, where the house knows.
    writer: Option<(String, i64)>,
    action: String,
    hidden: Vec<(&'static str, String)>,
    title: &'static str,
    typed: Vec<(String, String)>,
    fields: Vec<Shown>,
}

impl Comparing {
    pub(in crate::kernel) fn new(now: i64, edited: i64, title: &'static str, typed: Vec<(String, String)>) -> Self {
        Self { versions: (now, edited), title, typed, ..Self::default() }
    }

    pub(in crate::kernel) fn written(&mut self, by: String, at: i64) {
        self.writer = Some((by, at));
    }

    pub(in crate::kernel) fn begins(&mut self, action: String, hidden: Vec<(&'static str, String)>) {
        if self.action.is_empty() {
            let travels = |(name, _): &(&'static str, String)| ![WAS, "version"].contains(name);
            (self.action, self.hidden) = (action, hidden.into_iter().filter(travels).collect());
        }
    }

    pub(in crate::kernel) fn shows(&mut self, name: &str, label: String, kind: &str, now: Option<Vec<String>>) {
        let kind = match kind {
            "line" => Kind::Line,
            "text" => Kind::Text,
            _ => Kind::Chosen,
        };
        if self.fields.iter().all(|shown| shown.name != name) {
            self.fields.push(Shown { name: name.to_owned(), label, kind, options: Vec::new(), now });
        }
    }

    pub(in crate::kernel) fn offers(&mut self, name: &str, value: String, text: String) {
        if let Some(shown) = self.fields.iter_mut().find(|shown| shown.name == name) {
            shown.options.push((value, text));
        }
    }
}

#[cfg(test)]
mod tests;
