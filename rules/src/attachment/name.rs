//! The name of a file, made safe: it is shown on a page and nothing more.

use super::FileType;

const LONGEST: usize = 100;

/// The last part of a path, without signs that cannot be seen or that turn the direction of writing, with the end that
/// the bytes deserve.
pub fn clean_name(name: &str, of: FileType) -> String {
    let last = name.rsplit(['/', '\\']).next().unwrap_or_default();
    let shown: String = last.chars().filter(|sign| !is_hidden(*sign)).map(plain).collect();
    let words = shown.split_whitespace().collect::<Vec<_>>().join(" ");
    let stem = without_extension(words.trim_matches(['.', ' ']));
    let stem: String = stem.chars().take(LONGEST).collect();
    let stem = stem.trim_matches(['.', ' ']);
    format!("{}.{}", if stem.is_empty() { "soubor" } else { stem }, of.extension())
}

/// Signs that stand for something else in a path, in a shell or in a header.
fn plain(sign: char) -> char {
    match sign {
        '"' | '\'' | '`' | '<' | '>' | '|' | '*' | '?' | ':' | ';' | '%' | '&' | '$' | '#' | '=' | '{' | '}' => '_',
        _ if sign.is_whitespace() => ' ',
        _ => sign,
    }
}

/// What steers a machine or a reader's eye without being seen itself.
fn is_hidden(sign: char) -> bool {
    (sign.is_control() && !sign.is_whitespace())
        || matches!(sign, '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{fff0}'..='\u{fffc}'
            | '\u{e0000}'..='\u{e0fff}')
}

/// `scan.pdf` is `scan`; a dot inside a sentence stays.
fn without_extension(name: &str) -> &str {
    let is_extension = |end: &str| {
        (2..=5).contains(&end.len())
            && end.chars().all(|sign| sign.is_ascii_alphanumeric())
            && end.chars().any(|sign| sign.is_ascii_alphabetic())
    };
    match name.rsplit_once('.') {
        Some((stem, end)) if is_extension(end) => stem,
        _ => name,
    }
}
