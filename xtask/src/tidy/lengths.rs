//! Files of at most 300 lines, functions of at most 50: what does not fit on a few screens is two things.

use super::source::{Source, closing, pattern};
use super::{Fault, House};

const FILE: usize = 300;
const FUNCTION: usize = 50;
const KINDS: [&str; 6] = ["rs", "html", "css", "js", "mjs", "sql"];

pub fn check(house: &House) -> Vec<Fault> {
    let mut faults: Vec<_> = house.sources.iter().filter_map(file).collect();
    faults.extend(house.rust().flat_map(functions));
    faults
}

fn file(source: &Source) -> Option<Fault> {
    let lines = source.text.lines().count();
    let long = KINDS.iter().any(|kind| source.is(kind)) && lines > FILE;
    long.then(|| Fault::new("long-file", &source.path, format!("{}:{FILE}", source.path), format!("{lines} lines")))
}

fn functions(source: &Source) -> Vec<Fault> {
    let code = source.code.as_str();
    let mut faults = Vec::new();
    for found in pattern(r"\bfn\s+([A-Za-z_][A-Za-z0-9_]*)").captures_iter(code) {
        let (Some(whole), Some(name)) = (found.get(0), found.get(1)) else { continue };
        let Some(open) = body(code, whole.end()) else { continue };
        let lines = source.line(closing(code, open)) + 1 - source.line(whole.start());
        if lines > FUNCTION {
            let subject = format!("{}:{}", source.path, name.as_str());
            faults.push(Fault::new("long-function", subject, source.place(whole.start()), format!("{lines} lines")));
        }
    }
    faults
}

/// Where the body opens; a function without one (in a trait) ends with a semicolon.
fn body(code: &str, from: usize) -> Option<usize> {
    let mut depth = 0_i64;
    for (at, byte) in code.bytes().enumerate().skip(from) {
        match byte {
            b'(' | b'[' => depth += 1,
            b')' | b']' => depth -= 1,
            b'{' if depth == 0 => return Some(at),
            b';' if depth == 0 => return None,
            _ => {}
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tidy::samples::{house, subjects};

    fn function(lines: usize) -> String {
        format!(
            "trait T {{ fn without(&self) -> [u8; 2]; }}\nfn told(a: u8) -> u8 {{\n{}}}\n",
            "    a;\n".repeat(lines)
        )
    }

    #[test]
    fn fifty_lines_are_enough_for_a_function() {
        assert!(check(&house(&[("a.rs", &function(48))])).is_empty());
        assert_eq!(subjects(&check(&house(&[("a.rs", &function(49))]))), ["a.rs:told"]);
    }

    #[test]
    fn three_hundred_lines_are_enough_for_a_file_and_prose_may_be_long() {
        let (short, long) = ("x\n".repeat(300), "x\n".repeat(301));
        let files = [("a.css", short.as_str()), ("b.css", &long), ("c.mjs", &long), ("d.md", &long)];
        assert_eq!(subjects(&check(&house(&files))), ["b.css", "c.mjs"]);
    }
}
