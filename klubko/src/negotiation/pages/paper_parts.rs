//! Parts that the papers of a negotiation share. What was not written leaves no empty row and no empty heading.

use paper::{Fact, Paragraph, Section};

/// What was written, with its label.
pub fn filled(facts: &[(&str, &str)]) -> Vec<Fact> {
    let written = facts.iter().filter(|(_, value)| !value.trim().is_empty());
    written.map(|(label, value)| Fact::new(*label, *value)).collect()
}

/// A part with nothing in it is no part.
pub fn section(heading: &str, paragraphs: Vec<Paragraph>, facts: Vec<Fact>) -> Option<Section> {
    let is_empty = paragraphs.is_empty() && facts.is_empty();
    (!is_empty).then(|| Section { heading: Some(heading.to_owned()), paragraphs, facts, table: None })
}

pub fn paragraphs(text: &str) -> Vec<Paragraph> {
    if text.trim().is_empty() { Vec::new() } else { vec![Paragraph::plain(text)] }
}
