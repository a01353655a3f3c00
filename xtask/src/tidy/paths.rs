//! The paths that code names: `crate::{tasks::{Task, store}, kernel}` is `tasks::Task`, `tasks::store` and `kernel`.

use super::source::pattern;

/// Every path behind `crate::`, with the offset where it begins.
pub fn named(code: &str) -> Vec<(usize, Vec<String>)> {
    let mut paths = Vec::new();
    for found in pattern(r"\bcrate\s*::\s*").find_iter(code) {
        let mut reader = Reader { rest: code.get(found.end()..).unwrap_or(""), paths: Vec::new() };
        reader.tree(&[]);
        paths.extend(reader.paths.into_iter().map(|path| (found.start(), path)));
    }
    paths
}

struct Reader<'c> {
    rest: &'c str,
    paths: Vec<Vec<String>>,
}

impl Reader<'_> {
    fn eat(&mut self, mark: &str) -> bool {
        let trimmed = self.rest.trim_start();
        match trimmed.strip_prefix(mark) {
            Some(rest) => {
                self.rest = rest;
                true
            }
            None => false,
        }
    }

    fn word(&mut self) -> Option<String> {
        let trimmed = self.rest.trim_start();
        let end = trimmed.find(|it: char| !it.is_alphanumeric() && it != '_').unwrap_or(trimmed.len());
        let (word, rest) = trimmed.split_at_checked(end)?;
        self.rest = rest;
        (!word.is_empty()).then(|| word.to_owned())
    }

    fn tree(&mut self, before: &[String]) {
        if self.eat("{") {
            while !self.eat("}") && !self.rest.trim_start().is_empty() {
                self.tree(before);
                // Whatever follows a path (`as x`, `*`) is skipped up to the next one.
                let stop = self.rest.find([',', '}']).unwrap_or(self.rest.len());
                self.rest = self.rest.get(stop..).unwrap_or("");
                self.eat(",");
            }
            return;
        }
        let mut path = before.to_vec();
        match self.word() {
            Some(word) => path.push(word),
            None => return,
        }
        if self.eat("::") && !self.rest.trim_start().starts_with(['*', '<']) {
            return self.tree(&path);
        }
        self.paths.push(path);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn joined(code: &str) -> Vec<String> {
        named(code).into_iter().map(|(_, path)| path.join("::")).collect()
    }

    #[test]
    fn groups_are_taken_apart() {
        let code = "use crate::{tasks::{self as t, Task, store::*}, kernel};\nlet x = crate::record::routes();";
        assert_eq!(joined(code), ["tasks::self", "tasks::Task", "tasks::store", "kernel", "record::routes"]);
    }

    #[test]
    fn code_that_is_cut_off_ends_the_reading() {
        assert_eq!(joined("use crate::{a::{b"), ["a::b"]);
        assert_eq!(joined("pub(crate) fn f()"), Vec::<String>::new());
    }
}
