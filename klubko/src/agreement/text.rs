//! The text of a document: the service's template in force with its placeholders filled in, and the digest that ties
//! every printed page to the text that was signed.
//!
//! A template is plain text of the provider. Paragraphs are parted by blank lines; `# ` begins a heading, `- ` an item;
//! `{zakázka}` is filled in. What the client says is put in once and never read as a template again.

use crate::kernel::failure::Failure;
use paper::Paragraph;
use sha2::{Digest, Sha256};

/// What is filled in: the name of the placeholder and its text.
pub(super) type Filling<'a> = (&'static str, &'a str);

/// Fills a template in; an unknown placeholder is the template's fault and is said with its name.
pub(super) fn compose(template: &str, filling: &[Filling<'_>]) -> Result<String, Failure> {
    let mut text = String::with_capacity(template.len() * 2);
    let mut rest = template;
    while let Some((before, from)) = rest.split_once('{') {
        text.push_str(before);
        let Some((name, after)) = from.split_once('}') else {
            return Err(Failure::Broken(format!("a placeholder of the template is not closed: {from:.20}")));
        };
        let filled = filling.iter().find(|(known, _)| *known == name);
        let (_, value) = filled.ok_or_else(|| Failure::Broken(format!("the template asks for {{{name}}}")))?;
        text.push_str(value);
        rest = after;
    }
    text.push_str(rest);
    Ok(text.trim().to_owned())
}

/// Several lines as one enumeration without the full stop that the template brings.
pub(super) fn enumerated(text: &str) -> String {
    let lines = text.lines().map(|line| line.trim().trim_start_matches(['-', '–', '•']).trim());
    let lines = lines.map(|line| line.trim_end_matches(['.', ',', ';'])).filter(|line| !line.is_empty());
    let listed = lines.collect::<Vec<_>>().join("; ");
    if listed.is_empty() { "zatím jsme neupřesnili".to_owned() } else { listed }
}

/// The client's words as one line: they stand inside a sentence of the text, which brings its own full stop.
pub(super) fn in_one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ").trim_end_matches('.').to_owned()
}

/// The stored text as paper and page show it.
pub(super) fn paragraphs(body: &str) -> Vec<Paragraph> {
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

/// The paragraph by which the client consents to processing; the whole text if the provider's template says it
/// in a way of its own.
pub(super) fn consent_wording(body: &str) -> String {
    let said = paragraphs(body).into_iter().find_map(|paragraph| match paragraph {
        Paragraph::Plain(text) if text.contains("Souhlasím") => Some(text),
        _ => None,
    });
    said.unwrap_or_else(|| body.to_owned())
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
pub(super) fn shown(digest: &[u8]) -> String {
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
    fn an_unknown_or_open_placeholder_breaks_loudly() {
        for template in ["{cosi}", "a {zakázka"] {
            assert!(matches!(compose(template, &[("zakázka", "x")]), Err(Failure::Broken(_))), "{template}");
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
