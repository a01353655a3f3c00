//! A file as the checks see it: its text, its code without comments and strings, its strings alone.
//!
//! Blanked parts keep their place, so that an offset means the same in all three.

use regex::Regex;

pub struct Source {
    pub path: String,
    pub text: String,
    /// Rust only: comments and the insides of strings are blank.
    pub code: String,
    /// Rust only: everything but the insides of strings is blank.
    pub strings: String,
}

impl Source {
    pub fn new(path: String, text: String) -> Self {
        let (code, strings) = if path.ends_with(".rs") { split(&text) } else { (text.clone(), String::new()) };
        Self { path, text, code, strings }
    }

    pub fn is(&self, extension: &str) -> bool {
        self.path.rsplit_once('.').is_some_and(|(_, end)| end == extension)
    }

    pub fn line(&self, offset: usize) -> usize {
        1 + self.text.bytes().take(offset).filter(|byte| *byte == b'\n').count()
    }

    pub fn place(&self, offset: usize) -> String {
        format!("{}:{}", self.path, self.line(offset))
    }

    /// `kernel` for klubko/src/kernel/…, `routes` for klubko/src/routes.rs; nothing outside the application.
    pub fn belongs_to(&self) -> Option<&str> {
        let inside = self.path.strip_prefix("klubko/src/")?;
        Some(inside.split('/').next()?.trim_end_matches(".rs"))
    }

    /// The offset where the module of unit tests begins, or the end.
    pub fn tests_begin(&self) -> usize {
        pattern(r"#\[cfg\(test\)\]\s*(pub )?mod\s").find(&self.code).map_or(self.code.len(), |found| found.start())
    }

    pub fn product_code(&self) -> &str {
        self.code.get(..self.tests_begin()).unwrap_or(&self.code)
    }

    pub fn product_strings(&self) -> &str {
        self.strings.get(..self.tests_begin()).unwrap_or(&self.strings)
    }
}

/// A pattern of this program's own; that it is well formed is shown by the tests.
#[allow(clippy::expect_used)]
pub fn pattern(text: &str) -> Regex {
    Regex::new(text).expect("a pattern of tidy itself")
}

/// The offset behind the bracket that closes the one at `open`, or the end.
pub fn closing(code: &str, open: usize) -> usize {
    let mut depth = 0_i64;
    for (at, byte) in code.bytes().enumerate().skip(open) {
        match byte {
            b'{' | b'(' | b'[' => depth += 1,
            b'}' | b')' | b']' => depth -= 1,
            _ => continue,
        }
        if depth == 0 {
            return at + 1;
        }
    }
    code.len()
}

struct Splitter<'t> {
    bytes: &'t [u8],
    at: usize,
    code: Vec<u8>,
    strings: Vec<u8>,
}

fn split(text: &str) -> (String, String) {
    let mut splitter = Splitter { bytes: text.as_bytes(), at: 0, code: Vec::new(), strings: Vec::new() };
    while splitter.at < splitter.bytes.len() {
        splitter.step();
    }
    let whole = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap_or_default();
    (whole(splitter.code), whole(splitter.strings))
}

impl Splitter<'_> {
    fn peek(&self, ahead: usize) -> u8 {
        self.bytes.get(self.at + ahead).copied().unwrap_or(0)
    }

    fn take(&mut self, count: usize, code: bool, string: bool) {
        for _ in 0..count {
            let Some(&byte) = self.bytes.get(self.at) else { return };
            let blank = if byte == b'\n' { byte } else { b' ' };
            self.code.push(if code { byte } else { blank });
            self.strings.push(if string { byte } else { blank });
            self.at += 1;
        }
    }

    fn step(&mut self) {
        match (self.peek(0), self.peek(1)) {
            (b'/', b'/') => {
                while !matches!(self.peek(0), b'\n' | 0) {
                    self.take(1, false, false);
                }
            }
            (b'/', b'*') => self.block_comment(),
            (b'"', _) => self.string(),
            (b'r', b'"' | b'#') if !self.inside_word() && self.raw_hashes().is_some() => self.raw_string(),
            (b'\'', _) => self.character(),
            _ => self.take(1, true, false),
        }
    }

    fn inside_word(&self) -> bool {
        let before = self.at.checked_sub(1).and_then(|at| self.bytes.get(at)).copied().unwrap_or(b' ');
        // `br"…"` and `cr"…"` are raw strings too.
        (before.is_ascii_alphanumeric() || before == b'_') && !matches!(before, b'b' | b'c')
    }

    fn block_comment(&mut self) {
        let mut depth = 0;
        loop {
            match (self.peek(0), self.peek(1)) {
                (b'/', b'*') => {
                    depth += 1;
                    self.take(2, false, false);
                }
                (b'*', b'/') => {
                    depth -= 1;
                    self.take(2, false, false);
                }
                _ => self.take(1, false, false),
            }
            if depth == 0 || self.at >= self.bytes.len() {
                return;
            }
        }
    }

    fn string(&mut self) {
        self.take(1, true, false);
        while self.at < self.bytes.len() && self.peek(0) != b'"' {
            let escaped = if self.peek(0) == b'\\' { 2 } else { 1 };
            self.take(escaped, false, true);
        }
        self.take(1, true, false);
    }

    fn raw_hashes(&self) -> Option<usize> {
        let hashes = (1..).take_while(|ahead| self.peek(*ahead) == b'#').count();
        (self.peek(1 + hashes) == b'"').then_some(hashes)
    }

    fn raw_string(&mut self) {
        let hashes = self.raw_hashes().unwrap_or(0);
        self.take(2 + hashes, true, false);
        let ends = |it: &Self| it.peek(0) == b'"' && (1..=hashes).all(|ahead| it.peek(ahead) == b'#');
        while self.at < self.bytes.len() && !ends(self) {
            self.take(1, false, true);
        }
        self.take(1 + hashes, true, false);
    }

    /// A character is blanked; a lifetime is code.
    fn character(&mut self) {
        let width = match self.peek(1) {
            b'\\' => 2 + (2..12).take_while(|ahead| self.peek(*ahead) != b'\'' || *ahead == 2).count(),
            first if first < 0x80 => 2,
            first if first < 0xE0 => 3,
            first if first < 0xF0 => 4,
            _ => 5,
        };
        if self.peek(width) == b'\'' {
            self.take(1, true, false);
            self.take(width - 1, false, false);
        }
        self.take(1, true, false);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn code(text: &str) -> String {
        split(text).0
    }

    #[test]
    fn comments_and_strings_leave_the_code_and_offsets_stay() {
        let text = "let a = \"x { \\\" y\"; // } z\n/* { /* n */ */ b('{', '\\'', 'č', '\\u{1F600}');";
        let code = code(text);
        assert_eq!(code.len(), text.len());
        assert!(!code.contains('{') && code.contains("let a") && code.contains("b("), "{code}");
    }

    #[test]
    fn lifetimes_are_code_and_raw_strings_are_strings() {
        let text = "fn f<'a>(x: &'a str) { r#\"in \" side }\"#; br\"}\" }";
        let (code, strings) = split(text);
        assert!(code.contains("<'a>(x: &'a str) {"));
        assert_eq!(code.matches('}').count(), 1);
        assert!(strings.contains("in \" side }"));
        assert_eq!(closing(&code, code.find('{').unwrap_or(0)), text.len());
    }

    #[test]
    fn a_file_knows_where_it_belongs_and_where_its_tests_begin() {
        let source = Source::new("klubko/src/intake/store.rs".into(), "fn a() {}\n#[cfg(test)]\nmod tests {}\n".into());
        assert_eq!(source.belongs_to(), Some("intake"));
        assert_eq!(source.product_code(), "fn a() {}\n");
        assert_eq!(Source::new("klubko/src/routes.rs".into(), String::new()).belongs_to(), Some("routes"));
        assert_eq!(Source::new("rules/src/lib.rs".into(), String::new()).belongs_to(), None);
    }
}
