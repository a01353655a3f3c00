//! Digests of planted texts: one that does not agree with its text is never printed.

use super::is_day;
use crate::common::plant::{Column, DAY};
use klubko::agreement;

/// A text for signing is printed only with its own digest.
pub fn digest(columns: &[&Column], texts: &[String]) -> [u8; 32] {
    let text = |name: &str| {
        let found = columns.iter().zip(texts).find(|(column, _)| column.name == name);
        found.map_or("", |(column, text)| if is_day(&column.name) { DAY } else { text })
    };
    let parts = ["title", "client_name", "folder_number", "place", "prepared_on", "signer", "body"];
    agreement::digest(&parts.map(text))
}

/// A notice of refusal has parts of its own.
pub fn of_notice(columns: &[&Column], texts: &[String]) -> [u8; 32] {
    let text = |name: &str| {
        columns.iter().zip(texts).find(|(column, _)| column.name == name).map_or("", |(_, text)| text.as_str())
    };
    agreement::digest(&["Oznámení o odmítnutí uzavřít smlouvu", text("client_name"), DAY, text("body")])
}
