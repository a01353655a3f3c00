//! The text of a document: the service's template in force with its placeholders filled in, and the digest that ties
//! every printed page to the text that was signed.
//!
//! A template is plain text of the provider. Paragraphs are parted by blank lines; `# ` begins a heading, `- ` an item;
//! `{zakázka}` is filled in. What the client says is put in once and never read as a template again.

use crate::kernel::failure::Failure;
use paper::Paragraph;
use sha2::{Digest, Sha256};

/// What is filled in: the name of the placeholder and its text.
pub type Filling<'a> = (&'static str, &'a str);

/// Fills a template in. A broken template is said with what is wrong in it; what is recorded does not wait for it.
pub fn compose(template: &str, filling: &[Filling<'_>]) -> Result<String, Failure> {
    let mut text = String::with_capacity(template.len() * 2);
    let mut rest = template;
    while let Some((before, from)) = rest.split_once('{') {
        text.push_str(before);
        let Some((name, after)) = from.split_once('}') else {
            return Err(broken(&format!("pole „{{{from:.20}“ není uzavřené")));
        };
        let filled = filling.iter().find(|(known, _)| *known == name);
        let (_, value) = filled.ok_or_else(|| broken(&format!("pole „{{{name}}}“ neznáme")))?;
        text.push_str(value);
        rest = after;
    }
    text.push_str(rest);
    Ok(text.trim().to_owned())
}

fn broken(what: &str) -> Failure {
    Failure::refused(format!(
        "Šablona tohoto textu je chybná: {what}. Vedoucí služby ji opraví v Nastavení služby, části Šablony. Záznamy \
         ve složce jsou uložené."
    ))
}

/// The first placeholder that is not one of the known names, or that is not closed.
pub fn unknown(template: &str, known: &[&str]) -> Option<String> {
    let mut parts = template.split('{');
    parts.next();
    parts.find_map(|part| match part.split_once('}') {
        Some((name, _)) if known.contains(&name) => None,
        Some((name, _)) => Some(name.to_owned()),
        None => Some(part.chars().take(20).collect()),
    })
}

/// Several lines as one enumeration without the full stop that the template brings.
pub fn enumerated(text: &str) -> String {
    let lines = text.lines().map(|line| line.trim().trim_start_matches(['-', '–', '•']).trim());
    let lines = lines.map(|line| line.trim_end_matches(['.', ',', ';'])).filter(|line| !line.is_empty());
    let listed = lines.collect::<Vec<_>>().join("; ");
    if listed.is_empty() { "zatím jsme neupřesnili".to_owned() } else { listed }
}

/// The client's words as one line: they stand inside a sentence of the text, which brings its own full stop.
pub fn in_one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ").trim_end_matches('.').to_owned()
}

/// The stored text as paper and page show it.
pub fn paragraphs(body: &str) -> Vec<Paragraph> {
    let mut paragraphs = Vec::new();
    let mut running = String::new();
    for line in body.lines().chain([""]) {
        let special = line.strip_prefix("# ").map(Paragraph::heading);
        let special = special.or_else(|| line.strip_prefix("- ").map(Paragraph::item));
        if (line.trim().is_empty() || special.is_some()) && !running.is_empty() {
            paragraphs.push(Paragraph::plain(std::mem::take(&mut running)));
        }
        match special {
            Some(paragraph) => paragraphs.push(paragraph),
            None if line.trim().is_empty() => {}
            None => {
                if !running.is_empty() {
                    running.push('\n');
                }
                running.push_str(line.trim());
            }
        }
    }
    paragraphs
}

/// The paragraphs of a text for a page: what each is, and its words.
pub fn printed(body: &str) -> Vec<(&'static str, String)> {
    let paragraphs = paragraphs(body).into_iter().map(|paragraph| match paragraph {
        Paragraph::Heading(text) => ("heading", text),
        Paragraph::Item(text) => ("item", text),
        Paragraph::Plain(text) => ("plain", text),
    });
    paragraphs.collect()
}

/// The digest over everything that the client reads on the paper, in a fixed order.
pub fn digest(parts: &[&str]) -> [u8; 32] {
    let mut hasher = Sha256::new();
    for part in parts {
        hasher.update((part.len() as u64).to_be_bytes());
        hasher.update(part.as_bytes());
    }
    hasher.finalize().into()
}

/// The first digits of a digest, as printed.
pub fn shown(digest: &[u8]) -> String {
    digest.iter().take(8).map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::indexing_slicing)]
mod tests {
    use super::*;

    #[test]
    fn a_placeholder_is_filled_once_and_braces_of_the_client_stay() {
        let said = compose("Zakázka: ‚{zakázka}‘. {rozsah}", &[("zakázka", "umět {rozsah}"), ("rozsah", "týdně")]);
        assert_eq!(said.unwrap(), "Zakázka: ‚umět {rozsah}‘. týdně");
    }

    #[test]
    fn an_unknown_or_open_placeholder_is_said_with_what_to_do() {
        for template in ["{cosi}", "a {zakázka"] {
            let said = compose(template, &[("zakázka", "x")]);
            assert!(
                matches!(said, Err(Failure::Refused(why)) if why.contains("Šablona tohoto textu je chybná")),
                "{template}"
            );
        }
    }

    #[test]
    fn lines_become_one_enumeration() {
        assert_eq!(enumerated("- rozchod.\n\n• rodičovství;\n"), "rozchod; rodičovství");
        assert_eq!(enumerated("  \n"), "zatím jsme neupřesnili");
    }

    #[test]
    fn headings_items_and_lines_find_their_paragraphs() {
        let all = paragraphs("# Dohoda\n\nPrvní\nřádek\n- jedno\n- druhé\n\nKonec");
        let kinds: Vec<_> = all
            .iter()
            .map(|one| match one {
                Paragraph::Heading(text) => format!("h {text}"),
                Paragraph::Plain(text) => format!("p {text}"),
                Paragraph::Item(text) => format!("i {text}"),
            })
            .collect();
        assert_eq!(kinds, ["h Dohoda", "p První\nřádek", "i jedno", "i druhé", "p Konec"]);
    }

    #[test]
    fn a_digest_knows_where_one_part_ends() {
        assert_ne!(digest(&["ab", "c"]), digest(&["a", "bc"]));
        assert_eq!(shown(&digest(&["a"])).len(), 16);
    }
}
