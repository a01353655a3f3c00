//! The text of an agreement's papers: what every text of the house does stands in `templates`.

pub(super) use crate::templates::{compose, digest, enumerated, in_one_line, paragraphs, shown};
use paper::Paragraph;

/// The paragraph by which the client consents to processing; the whole text if the provider's template says it
/// in a way of its own.
pub fn consent_wording(body: &str) -> String {
    let said = paragraphs(body).into_iter().find_map(|paragraph| match paragraph {
        Paragraph::Plain(text) if text.contains("Souhlasím") => Some(text),
        _ => None,
    });
    said.unwrap_or_else(|| body.to_owned())
}
