//! Every statement of a store says whose rows it touches: it names `folder_id` or `service_id` (or is a listing, which
//! carries the predicate of visibility), and it stands in a named constant. What is neither a folder's nor a service's
//! is excepted by name with its reason.

use super::source::{Source, closing, pattern};
use super::tables::is_store;
use super::{Fault, House};
use std::ops::Range;

const SQL: &str = r"(?i)\b(select\s|insert\s+into\s|update\s+\w+\s+(as\s+\w+\s+)?set\s|delete\s+from\s)";
const SCOPED: &str = r"\b(folder_id|service_id)\b";

pub fn check(house: &House) -> Vec<Fault> {
    let stores = house.application().filter(|(owner, source)| house.slices.rank(owner).is_some() && is_store(source));
    stores.flat_map(|(_, source)| statements(source)).collect()
}

fn statements(source: &Source) -> Vec<Fault> {
    let (sql, scoped) = (pattern(SQL), pattern(SCOPED));
    let strings = source.product_strings();
    let (constants, macros) = (constants(source), macros(source));
    let mut faults = Vec::new();
    for (name, span) in &constants {
        let text = whole(source, span, &macros);
        if sql.is_match(&text) && !scoped.is_match(&text) && !is_listing(source, span) {
            let subject = format!("{}:{name}", source.path);
            let says = format!("{name} names neither folder_id nor service_id");
            faults.push(Fault::new("statement", subject, source.place(span.start), says));
        }
    }
    let inside = |at: usize| constants.iter().chain(&macros).any(|(_, span)| span.contains(&at));
    for found in sql.find_iter(strings).filter(|found| !inside(found.start())) {
        let subject = format!("{}:{}", source.path, source.line(found.start()));
        faults.push(Fault::new("statement", subject, source.place(found.start()), "SQL stands in a named constant"));
    }
    faults
}

/// The strings of a constant, with those of the macros of the same file that it uses.
fn whole(source: &Source, span: &Range<usize>, macros: &[(String, Range<usize>)]) -> String {
    let strings = |span: &Range<usize>| source.strings.get(span.clone()).unwrap_or("").to_owned();
    let code = source.code.get(span.clone()).unwrap_or("");
    let used = macros.iter().filter(|(name, _)| code.contains(&format!("{name}!")));
    used.fold(strings(span), |text, (_, body)| text + &strings(body))
}

fn is_listing(source: &Source, span: &Range<usize>) -> bool {
    source.code.get(span.clone()).is_some_and(|code| code.contains("listing!"))
}

fn constants(source: &Source) -> Vec<(String, Range<usize>)> {
    let code = source.product_code();
    let begins = pattern(r"\bconst\s+([A-Z][A-Z0-9_]*)\s*:");
    let spans = begins.captures_iter(code).filter_map(|found| {
        let (whole, name) = (found.get(0)?, found.get(1)?);
        Some((name.as_str().to_owned(), whole.start()..semicolon(code, whole.end())))
    });
    spans.collect()
}

/// The semicolon that ends a statement; one inside brackets (an array's length) does not.
fn semicolon(code: &str, from: usize) -> usize {
    let mut at = from;
    while let Some(&byte) = code.as_bytes().get(at) {
        match byte {
            b';' => return at,
            b'(' | b'[' | b'{' => at = closing(code, at),
            _ => at += 1,
        }
    }
    code.len()
}

fn macros(source: &Source) -> Vec<(String, Range<usize>)> {
    let code = source.product_code();
    let begins = pattern(r"macro_rules!\s*(\w+)\s*");
    let spans = begins.captures_iter(code).filter_map(|found| {
        let (whole, name) = (found.get(0)?, found.get(1)?);
        Some((name.as_str().to_owned(), whole.start()..closing(code, whole.end())))
    });
    spans.collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tidy::samples::{house, subjects};

    fn check_store(text: &str) -> Vec<String> {
        let faults = check(&house(&[("klubko/src/tasks/store.rs", text)]));
        subjects(&faults).into_iter().map(str::to_owned).collect()
    }

    #[test]
    fn a_statement_that_says_whose_rows_it_touches_is_taken() {
        let good = r#"
            macro_rules! open { ($rest:literal) => { concat!("select id from task where folder_id = $1 ", $rest) }; }
            const OF_FOLDER: &str = open!("order by due_on");
            const OF_SERVICE: &str = "update task set done_at = $2 where service_id = $1 and id = $3";
            const LISTED: Listing = listing!("f.id", "order by 1");
            const SAYS: [&str; 1] = ["not a statement"];
        "#;
        assert!(check_store(good).is_empty());
    }

    #[test]
    fn a_statement_over_everybody_and_one_without_a_name_are_refused() {
        let bad =
            "const ALL: &str = \"select id from task\";\nfn f() { run(\"delete from task where folder_id = $1\") }";
        assert_eq!(check_store(bad), ["klubko/src/tasks/store.rs:ALL", "klubko/src/tasks/store.rs:2"]);
    }
}
