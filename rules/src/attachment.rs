//! Attachments: what may come in, how large, and under which name. For whoever brings a photo of a signed paper
//! or a scan into a folder.
//!
//! Neither the name of a file nor what the browser says of it is believed: the type is read from the bytes. What is not
//! named here is refused with a sentence that says what to do.

mod name;

pub use name::clean_name;

use crate::coded;

coded! {
    /// What is kept.
    pub enum FileType {
        Jpeg = "jpeg",
        Png = "png",
        Pdf = "pdf",
        Text = "text",
    }
}

impl FileType {
    /// The end of a name.
    pub fn extension(self) -> &'static str {
        match self {
            Self::Jpeg => "jpg",
            Self::Png => "png",
            Self::Pdf => "pdf",
            Self::Text => "txt",
        }
    }

    pub fn media_type(self) -> &'static str {
        match self {
            Self::Jpeg => "image/jpeg",
            Self::Png => "image/png",
            Self::Pdf => "application/pdf",
            Self::Text => "text/plain; charset=utf-8",
        }
    }

    /// A picture is decoded and made anew; other files are kept as they came.
    pub fn is_picture(self) -> bool {
        matches!(self, Self::Jpeg | Self::Png)
    }
}

/// What is not kept, as far as it helps to say what to do instead.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Foreign {
    /// HTML, SVG and XML: a page may act in the name of whoever opens it.
    WebPage,
    /// Photos of some telephones.
    Heic,
    OtherPicture,
    Office,
    Archive,
    Unknown,
}

/// Why a file is not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Flaw {
    Missing,
    Empty,
    TooBig {
        size: u64,
        most: u64,
    },
    /// More points than can be safely decoded, in millions.
    TooManyPixels {
        millions: u64,
    },
    /// It says that it is a picture and cannot be read as one.
    Unreadable,
    Foreign(Foreign),
    /// It could not be laid down: the disk is full or broken.
    NotStored,
    /// The provider's space for attachments is used up.
    NoRoom {
        most: u64,
    },
}

/// A picture is decoded up to so many points; what promises more is refused before any memory is taken.
pub const MOST_PIXELS: u64 = 50_000_000;

pub const MEGABYTE: u64 = 1_000_000;
pub const GIGABYTE: u64 = 1_000_000_000;

/// How much may come in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Bytes of one file.
    pub file: u64,
    /// Bytes of everything that the provider keeps (M16).
    pub all: u64,
    /// Bytes that are kept already.
    pub used: u64,
}

impl Limits {
    /// Whether a file of this size may come in, before anybody looks at what it is.
    pub fn admit(&self, size: u64) -> Result<(), Flaw> {
        if size == 0 {
            return Err(Flaw::Empty);
        }
        if size > self.file {
            return Err(Flaw::TooBig { size, most: self.file });
        }
        self.leave_room(size)
    }

    /// Whether so many bytes more still fit in. What is kept once for two folders counts twice: a quota that knew the
    /// difference would tell what others have.
    pub fn leave_room(&self, more: u64) -> Result<(), Flaw> {
        let after = self.used.saturating_add(more);
        if after > self.all { Err(Flaw::NoRoom { most: self.all }) } else { Ok(()) }
    }
}

/// Whether a picture of these sides may be decoded.
pub fn admit_pixels(width: u64, height: u64) -> Result<(), Flaw> {
    let pixels = width.saturating_mul(height);
    if pixels > MOST_PIXELS { Err(Flaw::TooManyPixels { millions: pixels.div_ceil(1_000_000) }) } else { Ok(()) }
}

const OFFICE: &[&[u8]] = &[b"word/", b"xl/", b"ppt/", b"mimetypeapplication/vnd.oasis"];

/// What the bytes are.
pub fn sniff(bytes: &[u8]) -> Result<FileType, Flaw> {
    let is = |start: &[u8]| bytes.starts_with(start);
    if bytes.is_empty() {
        return Err(Flaw::Empty);
    }
    if is(b"\xff\xd8\xff") {
        return Ok(FileType::Jpeg);
    }
    if is(b"\x89PNG\r\n\x1a\n") {
        return Ok(FileType::Png);
    }
    if is(b"%PDF-") {
        return Ok(FileType::Pdf);
    }
    let known = if is(b"PK\x03\x04") && contains_any(bytes, OFFICE) || is(b"\xd0\xcf\x11\xe0") || is(b"{\\rtf") {
        Some(Foreign::Office)
    } else if [&b"PK"[..], b"Rar!", b"7z\xbc\xaf", b"\x1f\x8b", b"BZh", b"\xfd7zXZ"].iter().any(|one| is(one)) {
        Some(Foreign::Archive)
    } else if bytes.get(4..8) == Some(b"ftyp") {
        Some(if is_heic(bytes) { Foreign::Heic } else { Foreign::Unknown })
    } else if is(b"RIFF") && bytes.get(8..12) == Some(b"WEBP") || is_other_picture(bytes) {
        Some(Foreign::OtherPicture)
    } else {
        None
    };
    known.map_or_else(|| sniff_text(bytes), |foreign| Err(Flaw::Foreign(foreign)))
}

fn is_other_picture(bytes: &[u8]) -> bool {
    [&b"GIF8"[..], b"II*\0", b"MM\0*", b"BM", b"\xff\x0a", b"\0\0\0\x0cJXL "].iter().any(|one| bytes.starts_with(one))
}

fn is_heic(bytes: &[u8]) -> bool {
    let brands: [&[u8]; 8] = [b"heic", b"heix", b"heim", b"heis", b"hevc", b"mif1", b"msf1", b"avif"];
    bytes.get(8..12).is_some_and(|brand| brands.contains(&brand))
}

/// Looks at the beginning only: the names inside such a file stand there.
fn contains_any(bytes: &[u8], words: &[&[u8]]) -> bool {
    let head = bytes.get(..4096).unwrap_or(bytes);
    words.iter().any(|word| head.windows(word.len()).any(|window| window == *word))
}

/// Plain text is UTF-8 without signs that steer a machine, and does not begin like a web page.
fn sniff_text(bytes: &[u8]) -> Result<FileType, Flaw> {
    let text = std::str::from_utf8(bytes).map_err(|_| Flaw::Foreign(Foreign::Unknown))?;
    if text.trim_start_matches('\u{feff}').trim_start().starts_with('<') {
        return Err(Flaw::Foreign(Foreign::WebPage));
    }
    let steers = |sign: char| sign.is_control() && !matches!(sign, '\n' | '\r' | '\t' | '\u{c}');
    if text.chars().any(steers) { Err(Flaw::Foreign(Foreign::Unknown)) } else { Ok(FileType::Text) }
}

#[cfg(test)]
#[path = "attachment_tests.rs"]
mod tests;
