//! Code lists: everything that people choose from and no rule branches on. Dated, so that a correction is a change of
//! data and old records keep their words.

use super::db::Unit;
use super::failure::Failure;
use crate::{params, record};
use jiff::civil::Date;

record! {
    /// One item of a list.
    pub struct Item {
        pub code: String,
        pub label: String,
    }
}

/// The items of a list valid on a day, in their order: (code, label) for a field of choices.
pub fn items(unit: &Unit, list: &'static str, day: Date) -> Result<Vec<(String, String)>, Failure> {
    const ITEMS: &str = "
        select code, label from code_list_item
         where list = $1 and valid_from <= $2 and (valid_to is null or valid_to >= $2) order by position, code";
    let items: Vec<Item> = unit.all(ITEMS, params![list, day])?;
    Ok(items.into_iter().map(|item| (item.code, item.label)).collect())
}

/// The labels of codes that were chosen, joined by commas; an unknown code says itself.
pub fn labels(items: &[(String, String)], codes: &str) -> String {
    let label =
        |code: &str| items.iter().find(|(known, _)| known == code).map_or(code.to_owned(), |(_, label)| label.clone());
    codes.split_whitespace().map(label).collect::<Vec<_>>().join(", ")
}
