//! Forms with a file (RFC 7578), read piece by piece: fields as text, the file up to a limit, larger ones only counted.
//!
//! Only what browsers send: one file, no nested parts, no other encodings of a part.

use super::content::Arrived;
use memchr::memmem;

const LONGEST_HEAD: usize = 8 * 1024;
const MOST_PARTS: usize = 500;

/// The bytes are no such form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Malformed;

/// The boundary of a body of this type, if it is a form with parts.
pub(super) fn boundary(content_type: &str) -> Option<&str> {
    let (kind, rest) = content_type.split_once(';')?;
    if !kind.trim().eq_ignore_ascii_case("multipart/form-data") {
        return None;
    }
    let boundary = rest.split(';').find_map(|part| part.trim().strip_prefix("boundary="))?.trim_matches('"');
    (1..=70).contains(&boundary.len()).then_some(boundary)
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    /// Before the first boundary, or in a part that nobody asked for.
    Skipping,
    AfterBoundary,
    Head,
    Field,
    File,
    End,
}

/// Reads a body as it comes.
pub(super) struct Reader {
    delimiter: Vec<u8>,
    held: Vec<u8>,
    state: State,
    name: String,
    text: Vec<u8>,
    form: Vec<(String, String)>,
    file: Option<Arrived>,
    file_bytes: Vec<u8>,
    /// Bytes of fields that may still come.
    room: usize,
    most: usize,
    parts: usize,
    is_broken_off: bool,
}

impl Reader {
    /// Fields may have so many bytes together, of the file so many are kept.
    pub(super) fn new(boundary: &str, room: usize, most: usize) -> Self {
        Self {
            delimiter: format!("\r\n--{boundary}").into_bytes(),
            held: b"\r\n".to_vec(),
            state: State::Skipping,
            name: String::new(),
            text: Vec::new(),
            form: Vec::new(),
            file: None,
            file_bytes: Vec::new(),
            room,
            most,
            parts: 0,
            is_broken_off: false,
        }
    }

    /// The next piece of the body.
    pub(super) fn feed(&mut self, piece: &[u8]) -> Result<(), Malformed> {
        self.held.extend_from_slice(piece);
        let held = std::mem::take(&mut self.held);
        let mut rest = held.as_slice();
        while let Some(left) = self.step(rest)? {
            rest = left;
        }
        self.held = self.kept_back(rest)?;
        Ok(())
    }

    /// One step: what is left after it, or nothing when more bytes are needed.
    fn step<'b>(&mut self, bytes: &'b [u8]) -> Result<Option<&'b [u8]>, Malformed> {
        match self.state {
            State::End => Ok(None),
            State::AfterBoundary => match bytes.get(..2) {
                None => Ok(None),
                Some(b"\r\n") => {
                    self.state = State::Head;
                    Ok(bytes.get(2..))
                }
                Some(b"--") => {
                    self.state = State::End;
                    Ok(None)
                }
                Some(_) => Err(Malformed),
            },
            State::Head => match memmem::find(bytes, b"\r\n\r\n") {
                None if bytes.len() > LONGEST_HEAD => Err(Malformed),
                None => Ok(None),
                Some(end) => {
                    self.begin(bytes.get(..end).unwrap_or_default())?;
                    Ok(bytes.get(end + 4..))
                }
            },
            State::Skipping | State::Field | State::File => match memmem::find(bytes, &self.delimiter) {
                None => Ok(None),
                Some(end) => {
                    self.take(bytes.get(..end).unwrap_or_default())?;
                    self.finish();
                    Ok(bytes.get(end + self.delimiter.len()..))
                }
            },
        }
    }

    /// What may be the beginning of a delimiter waits for the next piece; the rest of a part is taken now.
    fn kept_back(&mut self, rest: &[u8]) -> Result<Vec<u8>, Malformed> {
        match self.state {
            State::Skipping | State::Field | State::File => {
                let (sure, kept) = rest.split_at(rest.len().saturating_sub(self.delimiter.len() - 1));
                self.take(sure)?;
                Ok(kept.to_vec())
            }
            State::End => Ok(Vec::new()),
            State::AfterBoundary | State::Head => Ok(rest.to_vec()),
        }
    }

    /// A part begins; its head says what it is.
    fn begin(&mut self, head: &[u8]) -> Result<(), Malformed> {
        self.parts += 1;
        if self.parts > MOST_PARTS {
            return Err(Malformed);
        }
        let head = String::from_utf8_lossy(head);
        let is_disposition =
            |line: &&str| line.get(..20).is_some_and(|name| name.eq_ignore_ascii_case("content-disposition:"));
        let line = head.split("\r\n").find(is_disposition).ok_or(Malformed)?;
        self.name = parameter(line, "name").ok_or(Malformed)?;
        self.state = match parameter(line, "filename") {
            None => State::Field,
            Some(_) if self.file.is_some() => State::Skipping,
            Some(name) => {
                self.file = Some(Arrived { name, size: 0, bytes: bytes::Bytes::new() });
                State::File
            }
        };
        Ok(())
    }

    fn take(&mut self, bytes: &[u8]) -> Result<(), Malformed> {
        match self.state {
            State::Field => {
                self.room = self.room.checked_sub(bytes.len()).ok_or(Malformed)?;
                self.text.extend_from_slice(bytes);
            }
            State::File => {
                if let Some(file) = &mut self.file {
                    file.size += bytes.len() as u64;
                }
                if self.file_bytes.len() + bytes.len() <= self.most {
                    self.file_bytes.extend_from_slice(bytes);
                } else {
                    (self.file_bytes, self.most) = (Vec::new(), 0);
                }
            }
            State::Skipping | State::AfterBoundary | State::Head | State::End => {}
        }
        Ok(())
    }

    fn finish(&mut self) {
        if self.state == State::Field {
            let text = String::from_utf8_lossy(&std::mem::take(&mut self.text)).into_owned();
            self.form.push((std::mem::take(&mut self.name), text));
        }
        self.state = State::AfterBoundary;
    }

    /// The rest of the body will not be read: what came so far is all.
    pub(super) fn break_off(&mut self) {
        self.is_broken_off = true;
    }

    /// The fields and the file; nothing if the body ended in the middle. A chosen file has a name: a browser sends an
    /// empty part where none was chosen.
    pub(super) fn end(self) -> Option<Filled> {
        let is_whole = self.state == State::End || (self.is_broken_off && self.state == State::File);
        let bytes = if self.is_broken_off { Vec::new() } else { self.file_bytes };
        let file = self.file.map(|file| Arrived { bytes: bytes.into(), ..file });
        is_whole.then_some((self.form, file.filter(|file| !file.name.is_empty() || file.size > 0)))
    }
}

/// The fields of a form and the file that came with them.
pub(super) type Filled = (Vec<(String, String)>, Option<Arrived>);

/// The value of `name="…"`; browsers write a quotation mark inside as `%22`.
fn parameter(line: &str, name: &str) -> Option<String> {
    let mut rest = line;
    loop {
        let (_, after) = rest.split_once(';')?;
        let (key, quoted) = after.split_once("=\"")?;
        let (value, further) = quoted.split_once('"')?;
        if key.trim().eq_ignore_ascii_case(name) {
            return Some(value.replace("%22", "\"").replace("%0D", "").replace("%0A", ""));
        }
        rest = further;
    }
}

#[cfg(test)]
#[path = "multipart_tests.rs"]
mod tests;
