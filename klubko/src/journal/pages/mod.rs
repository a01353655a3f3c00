//! The pages with their papers, and what the filters of two of them have in common.

pub mod checkpoint;
pub mod house;
pub mod looks;
pub mod print;

use super::store::{PAGE, Part};
use crate::kernel::clock;
use crate::kernel::messages_cs::InCzech;
use crate::kernel::visit::Visit;
use jiff::civil::Date;
use rules::moment::date_typed::{DateFlaw, Leaning, read_date};

/// The day asked for and the place in the list, as they stand in the address.
pub struct Asked {
    pub part: Part,
    /// The day as it was typed.
    pub day: String,
    /// Why it is no day.
    pub flaw: Option<String>,
}

/// Reads `day`, `newer` and `older` from the address.
pub fn asked(visit: &Visit, today: Date) -> Asked {
    let typed = visit.query("day").unwrap_or_default().trim().to_owned();
    let (day, flaw) = match read_date(&typed, today, Leaning::Past) {
        Ok(day) => (Some(day), None),
        Err(DateFlaw::Empty) => (None, None),
        Err(flaw) => (None, Some(flaw.cs().into_owned())),
    };
    let (from, until) = day.map_or((0, i64::MAX), |day| (clock::start_of(day), clock::end_of(day)));
    let number = |name: &str| visit.query(name).and_then(|seq| seq.parse().ok());
    let part = Part { from, until, newer_than: number("newer"), older_than: number("older").unwrap_or(i64::MAX) };
    Asked { part, day: typed, flaw }
}

/// Takes away the entry that only says that there are more; the addresses of the newer and the older page.
pub fn neighbours<T>(entries: &mut Vec<T>, part: &Part, seq: fn(&T) -> i64, address: &str) -> (String, String) {
    let has_more = entries.len() > PAGE;
    let goes_newer = part.newer_than.is_some();
    if has_more && goes_newer {
        entries.remove(0);
    }
    entries.truncate(PAGE);
    let newer = if goes_newer { has_more } else { part.older_than != i64::MAX };
    let older = goes_newer || has_more;
    let link = |key: &str, entry: Option<&T>, wanted: bool| match entry.filter(|_| wanted) {
        Some(entry) => format!("{address}&{key}={}", seq(entry)),
        None => String::new(),
    };
    (link("newer", entries.first(), newer), link("older", entries.last(), older))
}

/// A typed value inside an address.
pub fn escaped(typed: &str) -> String {
    form_urlencoded::byte_serialize(typed.as_bytes()).collect()
}
