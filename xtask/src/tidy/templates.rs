//! Templates: nothing inline, as the policy of content demands; hidden inputs in the one form that scripts rely on.

use super::source::{Source, pattern};
use super::{Fault, House};

const HIDDEN: &str = r#"^<input type="hidden" name="[^"]*" value="[^"]*">$"#;

pub fn check(house: &House) -> Vec<Fault> {
    let templates = house.sources.iter().filter(|it| it.is("html") && it.path.starts_with("klubko/"));
    templates.flat_map(|source| inline(source).into_iter().chain(hidden(source))).collect()
}

fn fault(source: &Source, at: usize, says: &str) -> Fault {
    Fault::new("template", &source.path, source.place(at), says)
}

fn inline(source: &Source) -> Vec<Fault> {
    let text = plain(&source.text);
    let rules = [
        (r#"(?i)<[^>]*\sstyle\s*="#, "no style attribute: give it a class"),
        (r"(?i)<style\b", "no style element: it belongs to the style sheet"),
        (r"(?i)<script\b[^>]*>\s*[^<\s]", "no script inside a page: it belongs to a module"),
        (r"(?i)<[^>]*\son[a-z]+\s*=", "no on… handler: a module listens"),
        (r"(?i)javascript:", "no javascript: address"),
    ];
    let found = |(rule, says): &(&str, &str)| {
        let places: Vec<_> = pattern(rule).find_iter(&text).map(|found| fault(source, found.start(), says)).collect();
        places
    };
    rules.iter().flat_map(found).collect()
}

fn hidden(source: &Source) -> Vec<Fault> {
    let text = plain(&source.text);
    let (inputs, hides, exact) = (pattern(r"(?is)<input\b[^>]*>"), pattern(r"(?i)\bhidden\b"), pattern(HIDDEN));
    let type_of = pattern(r#"(?i)type\s*=\s*["']?hidden"#);
    let wrong = inputs
        .find_iter(&text)
        .filter(|it| hides.is_match(it.as_str()) && type_of.is_match(it.as_str()) && !exact.is_match(it.as_str()));
    let says = r#"a hidden input is written <input type="hidden" name="…" value="…">"#;
    wrong.map(|found| fault(source, found.start(), says)).collect()
}

/// The template with its expressions and tags blanked, places kept.
fn plain(text: &str) -> String {
    let mut plain = text.to_owned();
    for mark in [r"(?s)\{\{.*?\}\}", r"(?s)\{%.*?%\}", r"(?s)\{#.*?#\}"] {
        let blanked = pattern(mark).replace_all(&plain, |found: &regex::Captures| {
            let whole = found.get(0).map_or("", |it| it.as_str());
            whole.bytes().map(|byte| if byte == b'\n' { '\n' } else { '_' }).collect::<String>()
        });
        plain = blanked.into_owned();
    }
    plain
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tidy::samples::house;

    fn faults(html: &str) -> usize {
        check(&house(&[("klubko/src/intake/list.html", html)])).len()
    }

    #[test]
    fn a_plain_page_is_taken() {
        assert_eq!(faults("<script type=\"module\" src=\"/app.js\"></script><p class=\"once\">on = 1</p>"), 0);
        assert_eq!(faults("<input type=\"hidden\" name=\"form_token\" value=\"{{ visit.token(\"a\") }}\">"), 0);
        assert_eq!(faults("<div hidden><input type=\"text\" name=\"x\" {% if a > b %}checked{% endif %}></div>"), 0);
    }

    #[test]
    fn anything_inline_is_refused() {
        assert_eq!(faults("<p class=\"a\" style=\"color:red\">"), 1);
        assert_eq!(faults("<style>p{}</style>"), 1);
        assert_eq!(faults("<script>alert(1)</script>"), 1);
        assert_eq!(faults("<button onclick=\"f()\">"), 1);
        assert_eq!(faults("<a href=\"javascript:f()\">"), 1);
    }

    #[test]
    fn a_hidden_input_in_another_form_is_refused() {
        assert_eq!(faults("<input name=\"a\" type=\"hidden\" value=\"b\">"), 1);
        assert_eq!(faults("<input type=hidden name=a value=b>"), 1);
    }
}
