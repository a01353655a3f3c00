//! Text on its way to paper: people paste emoji, invisible marks and endless addresses, and a paper must come out.
//! Czech no-break spaces are set here too, for every text of every paper.
//! A sign that no font has is printed as an empty box and the paper says so; it would otherwise refuse to be archived.

use rules::typography::typeset;
use serde_json::Value;
use typst::text::Coverage;

/// Which signs are left as they are.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kept {
    EverySign,
    /// Latin, Greek, Cyrillic and common signs: what never meets a script the archive format stumbles over.
    EuropeanLetters,
}

const BOX: char = '\u{25a1}';
/// Longer pieces without a space get places to break, or they would run off the paper.
const LONGEST_WORD: usize = 30;
const LONGEST_CODE: usize = 14;
const BREAK_HERE: char = '\u{200b}';

/// All signs the embedded fonts can draw, in order.
pub(crate) struct Glyphs(Vec<u32>);

impl Glyphs {
    pub(crate) fn new(fonts: impl Iterator<Item = Coverage>) -> Self {
        let mut signs: Vec<u32> = fonts.flat_map(|font| font.iter().collect::<Vec<_>>()).collect();
        signs.sort_unstable();
        signs.dedup();
        Self(signs)
    }

    /// Makes every text in the data printable; answers whether a sign had to be replaced.
    pub(crate) fn prepare(&self, data: &mut Value, kept: Kept) -> bool {
        match data {
            Value::String(text) => {
                let (printable, replaced) = self.printable(text, kept);
                *text = printable;
                replaced
            }
            // `|` and not `any`: every text has to be prepared, also those after the first replaced sign.
            Value::Array(all) => all.iter_mut().fold(false, |before, one| self.prepare(one, kept) | before),
            Value::Object(all) => all.values_mut().fold(false, |before, one| self.prepare(one, kept) | before),
            Value::Null | Value::Bool(_) | Value::Number(_) => false,
        }
    }

    fn printable(&self, text: &str, kept: Kept) -> (String, bool) {
        let mut replaced = false;
        let signs: String = text
            .replace("\r\n", "\n")
            .chars()
            .filter_map(|sign| match sign {
                '\n' | '\r' | '\u{2028}' | '\u{2029}' => Some('\n'),
                '\t' => Some(' '),
                invisible if is_invisible(invisible) => None,
                drawn if self.draws(drawn, kept) => Some(drawn),
                _ => {
                    replaced = true;
                    Some(BOX)
                }
            })
            .collect();
        (breakable(&typeset(&signs)), replaced)
    }

    fn draws(&self, sign: char, kept: Kept) -> bool {
        let code = sign as u32;
        let known = sign == '\u{ad}' || self.0.binary_search(&code).is_ok();
        let private = matches!(code, 0xe000..=0xf8ff | 0xf_0000..);
        known && !private && (kept == Kept::EverySign || matches!(code, ..0x590 | 0x1e00..0x2190))
    }
}

/// Controls, joiners of emoji, marks of direction (they can turn the order of what is read) and byte order marks.
fn is_invisible(sign: char) -> bool {
    sign.is_control()
        || matches!(sign as u32, 0x200b..=0x200f | 0x202a..=0x202e | 0x2060..=0x206f | 0xfe00..=0xfe0f | 0xfeff | 0xe0000..=0xe0fff)
}

/// Gives long addresses and endless words places to break.
fn breakable(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for piece in text.split_inclusive(char::is_whitespace) {
        let length = piece.chars().count();
        if length <= LONGEST_CODE {
            out.push_str(piece);
        } else {
            break_up(piece, length > LONGEST_WORD, &mut out);
        }
    }
    out
}

fn break_up(piece: &str, endless: bool, out: &mut String) {
    let mut since_break = 0;
    for sign in piece.chars() {
        out.push(sign);
        since_break += 1;
        let after_sign = matches!(sign, '@' | '.' | '/' | '_' | '=' | '&' | '?' | ',' | ';');
        if after_sign || (endless && since_break >= LONGEST_CODE) {
            out.push(BREAK_HERE);
            since_break = 0;
        }
    }
}
