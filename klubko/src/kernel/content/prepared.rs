//! From a file that arrived to what may be kept: read from its bytes, pictures made anew, laid down. All of it before
//! the writer is asked, for it takes time.

use super::super::db::Place;
use super::{Content, lay, picture};
use bytes::Bytes;
use rules::attachment::{FileType, Flaw, Limits, clean_name, sniff};
use std::panic::{AssertUnwindSafe, catch_unwind};

/// A file as it was sent: nothing of it is believed yet.
#[derive(Clone)]
pub struct Arrived {
    /// What the browser calls it.
    pub name: String,
    /// How large it was; of a file that is too large the bytes are let go.
    pub size: u64,
    pub bytes: Bytes,
}

impl std::fmt::Debug for Arrived {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "a file of {} B", self.size)
    }
}

/// A file that may be kept.
#[derive(Clone, Debug)]
pub struct Prepared {
    name: String,
    of: FileType,
    content: Content,
    original: Option<Content>,
}

impl Prepared {
    /// The file's name, cleaned.
    pub fn name(&self) -> &str {
        &self.name
    }

    pub fn file_type(&self) -> FileType {
        self.of
    }

    /// What is shown and handed out.
    pub fn content(&self) -> &Content {
        &self.content
    }

    /// The picture as it came, with everything that the camera wrote. Kept aside as evidence; no route hands it out.
    pub fn original(&self) -> Option<&Content> {
        self.original.as_ref()
    }

    /// How much of the provider's space it takes.
    pub fn size(&self) -> i64 {
        self.content.size().saturating_add(self.original.as_ref().map_or(0, Content::size))
    }
}

/// What may be kept of a file, laid down; or why it is not taken. A reader of pictures that panics has met no picture.
pub(in crate::kernel) fn prepare(place: &Place, arrived: Arrived, limits: &Limits) -> Result<Prepared, Flaw> {
    let prepared = catch_unwind(AssertUnwindSafe(|| read(arrived, limits))).unwrap_or(Err(Flaw::Unreadable))?;
    for content in std::iter::once(&prepared.content).chain(&prepared.original) {
        lay(place, content).map_err(|error| {
            tracing::error!(%error, "an attachment was not laid down");
            Flaw::NotStored
        })?;
    }
    Ok(prepared)
}

fn read(arrived: Arrived, limits: &Limits) -> Result<Prepared, Flaw> {
    let Arrived { name, size, bytes } = arrived;
    limits.admit(size)?;
    let of = sniff(&bytes)?;
    let name = clean_name(&name, of);
    if !of.is_picture() {
        return Ok(Prepared { name, of, content: Content::of(bytes), original: None });
    }
    let content = Content::of(picture::anew(&bytes, of)?);
    let prepared = Prepared { name, of, content, original: Some(Content::of(bytes)) };
    limits.leave_room(u64::try_from(prepared.size()).unwrap_or(u64::MAX))?;
    Ok(prepared)
}
