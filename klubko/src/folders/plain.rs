//! A paper in plain words and large type for the client to take home: short sentences, no sections of the law,
//! and in which language and with whose help it was explained. Each slice says its own; the frame is here.

use super::store::explained;
use crate::kernel::failure::Failure;
use crate::kernel::folder::Folder;
use crate::kernel::visit::Visit;
use crate::settings::imprint;
use crate::ties;
use paper::{ClientSheet, Fact, Paper, Paragraph, Section, Sheet};

/// What a plain paper says.
pub struct Plain {
    pub file_stem: &'static str,
    pub title: &'static str,
    /// Who it is for stands first, who helps and how it was explained stand last; these stand between.
    pub facts: Vec<(&'static str, String)>,
    /// A part with nothing in it is left out with its heading; an empty heading continues the part before it.
    pub parts: Vec<(&'static str, Vec<Paragraph>)>,
    /// How it was explained, where that was written down for this very thing; otherwise what the negotiation says.
    pub explained: String,
}

/// In which language and with whose help things are explained to the person; empty while nobody has written it.
pub fn explained(folder: &Folder) -> Result<String, Failure> {
    let Some(one) = explained::how(folder)? else { return Ok(String::new()) };
    let language = if one.language.is_empty() { "česky".to_owned() } else { format!("jazyk: {}", one.language) };
    let help = if one.helped_by.is_empty() { String::new() } else { format!(", s\u{a0}pomocí: {}", one.helped_by) };
    Ok(format!("{language}{help}"))
}

/// What was written about this very thing, or what is known from the negotiation.
pub fn explained_or(folder: &Folder, own: &str) -> Result<String, Failure> {
    // An agreement says it as a sentence of its text.
    let own = own.trim();
    let own = own.strip_prefix("Obsah jsme vysvětlili: ").unwrap_or(own).trim_end_matches('.');
    if own.is_empty() { explained(folder) } else { Ok(own.to_owned()) }
}

pub fn plain_paper(visit: &Visit, folder: &Folder, plain: Plain) -> Result<Paper, Failure> {
    let helps = ties::key_worker(folder)?.map(|one| one.name).unwrap_or_default();
    let explained = explained_or(folder, &plain.explained)?;
    let last = [("Pomáhá Vám", helps), ("Vysvětleno", explained)];
    let facts = std::iter::once(("Pro koho", folder.name())).chain(plain.facts).chain(last);
    let facts = facts.filter(|(_, value)| !value.trim().is_empty()).map(|(label, value)| Fact::new(label, value));
    let parts = plain.parts.into_iter().filter(|(_, said)| !said.is_empty());
    let section = |(heading, paragraphs): (&str, Vec<Paragraph>)| Section {
        heading: Some(heading).filter(|heading| !heading.is_empty()).map(str::to_owned),
        paragraphs,
        ..Section::default()
    };
    let sheet = Sheet {
        imprint: imprint(visit, folder.db(), folder.service(), 1)?,
        file_stem: plain.file_stem,
        title: plain.title.to_owned(),
        subtitle: None,
        folder_number: Some(folder.number().to_owned()),
        facts: facts.collect(),
        sections: parts.map(section).collect(),
    };
    Ok(ClientSheet { sheet, is_plain: true, signatures: Vec::new() }.into())
}

/// Sentences that always hold, each a paragraph of its own.
pub fn sentences(all: &[&str]) -> Vec<Paragraph> {
    all.iter().map(|one| Paragraph::plain(*one)).collect()
}

/// What was written, after a lead: `Jak často: jednou týdně.` Nothing for none.
pub fn led(lead: &str, text: &str) -> Option<Paragraph> {
    let text = text.trim().trim_end_matches('.');
    let said = if lead.is_empty() { beginning_large(text) } else { format!("{lead} {text}") };
    (!text.is_empty()).then(|| Paragraph::plain(format!("{said}.")))
}

/// Standing alone, a text begins as a sentence does.
pub fn beginning_large(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// Each line as an item; nothing for none.
pub fn items(text: &str) -> Vec<Paragraph> {
    let lines = text.lines().map(|line| line.trim().trim_start_matches(['-', '–', '•']).trim());
    lines.filter(|line| !line.is_empty()).map(Paragraph::item).collect()
}

/// The client's own words, quoted; nothing for none.
pub fn quoted(words: &str) -> Vec<Paragraph> {
    let words = words.trim().trim_end_matches('.');
    if words.is_empty() { Vec::new() } else { vec![Paragraph::plain(format!("„{words}“"))] }
}
