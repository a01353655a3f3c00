//! Signing on the screen of a device that was lent to the client: what may come of it, what counts
//! as a drawn signature, and whether the name that was written is the signer's.
//!
//! A stroke is drawn into a frame of whole points and written as an SVG path of two commands, `M` and `L`. Anything else
//! is refused, so that what is shown on a page and printed can never be more than lines.

use crate::coded;
use crate::text::search_words;
use std::fmt::Write as _;

coded! {
    /// What the person decided. „No“ weighs as much as „yes“.
    pub enum Outcome {
        Consent = "consent",
        Dissent = "dissent",
        /// Would rather sign on paper; nothing is decided by it.
        Paper = "paper",
    }
}

coded! {
    /// Who signs.
    pub enum SignerRole {
        Himself = "self",
        Representative = "representative",
    }
}

coded! {
    /// In what words the page speaks to the one who signs. The text itself is in Czech, for it binds in Czech.
    pub enum Language {
        Czech = "cs",
        /// Czech in short sentences and easy words.
        Easy = "easy",
        Ukrainian = "uk",
        English = "en",
    }
}

impl Language {
    /// The language of the web (BCP 47) in which the words are.
    pub const fn tag(self) -> &'static str {
        match self {
            Self::Czech | Self::Easy => "cs",
            Self::Ukrainian => "uk",
            Self::English => "en",
        }
    }
}

/// The frame that one signs in.
pub const WIDTH: u16 = 1000;
pub const HEIGHT: u16 = 400;
/// Longer than any signature.
pub const LONGEST: usize = 40_000;
/// A dot or a slip of the finger is no signature.
const SMALLEST: u16 = 40;

/// Why a drawing is not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StrokeFlaw {
    Empty,
    TooSmall,
    TooLong,
    /// No path of ours: another command, a sign, a point outside the frame.
    Foreign,
}

/// A drawn signature: lines of points inside the frame.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stroke(Vec<Vec<(u16, u16)>>);

impl Stroke {
    /// Reads `M10 20L11 22…`; nothing but `M`, `L` and whole numbers inside the frame.
    pub fn read(path: &str) -> Result<Self, StrokeFlaw> {
        if path.is_empty() {
            return Err(StrokeFlaw::Empty);
        }
        if path.len() > LONGEST {
            return Err(StrokeFlaw::TooLong);
        }
        let stroke = Self(lines(path).ok_or(StrokeFlaw::Foreign)?);
        if stroke.extent() < SMALLEST { Err(StrokeFlaw::TooSmall) } else { Ok(stroke) }
    }

    /// Its lines, for whoever draws them.
    pub fn lines(&self) -> &[Vec<(u16, u16)>] {
        &self.0
    }

    /// The same drawing as a path, written anew from its points.
    pub fn path(&self) -> String {
        let mut path = String::new();
        for (x, y, command) in self
            .0
            .iter()
            .flat_map(|line| line.iter().enumerate().map(|(at, (x, y))| (*x, *y, if at == 0 { 'M' } else { 'L' })))
        {
            // Writing into a text cannot fail.
            let _ = write!(path, "{command}{x} {y}");
        }
        path
    }

    /// How far it reaches, along and across together.
    fn extent(&self) -> u16 {
        let along = |of: fn(&(u16, u16)) -> u16| {
            let all = || self.0.iter().flatten().map(of);
            all().max().unwrap_or_default() - all().min().unwrap_or_default()
        };
        along(|point| point.0) + along(|point| point.1)
    }
}

fn lines(path: &str) -> Option<Vec<Vec<(u16, u16)>>> {
    let mut lines: Vec<Vec<(u16, u16)>> = Vec::new();
    let mut rest = path;
    while !rest.is_empty() {
        let (command, after) = rest.split_at_checked(1)?;
        let (x, after) = number(after, WIDTH)?;
        let (y, after) = number(after.strip_prefix(' ')?, HEIGHT)?;
        match command {
            "M" => lines.push(vec![(x, y)]),
            "L" => lines.last_mut()?.push((x, y)),
            _ => return None,
        }
        rest = after;
    }
    Some(lines)
}

/// A whole number up to `most`, and what follows it.
fn number(text: &str, most: u16) -> Option<(u16, &str)> {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let (digits, after) = text.split_at_checked(digits)?;
    let number = digits.parse().ok().filter(|_| digits.len() <= 4)?;
    (number <= most).then_some((number, after))
}

/// Whether the written name is the signer's: a word of it stands in his name. People write their names in any order, with
/// titles or without, and without háčky.
pub fn is_name_of(written: &str, signer: &str) -> bool {
    let own = search_words(signer);
    search_words(written).iter().any(|word| word.chars().count() > 1 && own.contains(word))
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
#[path = "signing_tests.rs"]
mod tests;
