//! What attachments hold: bytes, kept once by their SHA-256, whoever brought them and wherever they belong.
//!
//! SQLite keeps them as files beside the database, PostgreSQL as rows, so that any instance can serve them (decision
//! 0012). A file is durable before the row that speaks of it; the other way round a crash would leave a row that speaks
//! of nothing. Bytes are checked against their digest whenever they are read: altered ones are never served as truth.
//!
//! Two folders may hold the same bytes and neither may learn it: keeping known bytes does all the work of new ones.

mod disk;
mod picture;
mod prepared;
mod verify;

pub(in crate::kernel) use disk::beside;
pub(crate) use picture::write_jpeg;
pub(in crate::kernel) use prepared::prepare;
pub use prepared::{Arrived, Prepared};
pub use verify::{Held, sweep, verify};

use super::db::{self, Connection, Place, Plant, Unit};
use super::failure::Failure;
use crate::{params, record};
use bytes::Bytes;
use sha2::{Digest, Sha256};

/// Bytes with the digest by which they are kept.
#[derive(Clone, PartialEq, Eq)]
pub struct Content {
    digest: [u8; 32],
    bytes: Bytes,
}

impl std::fmt::Debug for Content {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} ({} B)", name(&self.digest), self.bytes.len())
    }
}

impl Content {
    pub(in crate::kernel) fn of(bytes: impl Into<Bytes>) -> Self {
        let bytes = bytes.into();
        Self { digest: Sha256::digest(&bytes).into(), bytes }
    }

    pub fn digest(&self) -> &[u8; 32] {
        &self.digest
    }

    pub fn size(&self) -> i64 {
        i64::try_from(self.bytes.len()).unwrap_or(i64::MAX)
    }
}

/// How a digest is written: the name of the file.
fn name(digest: &[u8]) -> String {
    digest.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Lays the bytes down where files are kept; before the writer is asked.
fn lay(place: &Place, content: &Content) -> std::io::Result<()> {
    disk::folder_of(place).map_or(Ok(()), |folder| disk::lay(&folder, &name(&content.digest), &content.bytes))
}

const KEEP: &str = "
    insert into content (digest, size, bytes, kept_at) values ($1, $2, $3, $4)
    on conflict (digest) do update set bytes = $3";

/// Writes the row, in the writer's transaction. Where files are kept, the file must lie there already.
pub(in crate::kernel) fn keep(unit: &Unit, content: &Content, at: i64) -> Result<(), Failure> {
    let folder = unit.files();
    if let Some(folder) = &folder
        && !disk::is_there(folder, &name(&content.digest), content.size())
    {
        return Err(Failure::Overloaded);
    }
    let bytes = folder.is_none().then_some(content.bytes.as_ref());
    Ok(unit.run(KEEP, params![&content.digest, content.size(), bytes, at]).map(drop)?)
}

record! { struct Row { bytes: Option<Vec<u8>> } }

/// The bytes of a digest, if they are what they were.
pub(in crate::kernel) fn read(unit: &Unit, digest: &[u8]) -> Result<Bytes, Failure> {
    match checked(unit, digest)? {
        Ok(bytes) => Ok(bytes),
        Err(why) => Err(Failure::Broken(format!("content {}: {why}", name(digest)))),
    }
}

/// The bytes, or what is wrong with them.
fn checked(unit: &Unit, digest: &[u8]) -> db::Result<Result<Bytes, &'static str>> {
    const BYTES: &str = "select bytes from content where digest = $1";
    let Some(row) = unit.first::<Row>(BYTES, params![digest])? else { return Ok(Err("is missing")) };
    let bytes = match unit.files() {
        Some(folder) => disk::read(&folder, &name(digest)),
        None => row.bytes,
    };
    Ok(match bytes {
        None => Err("is missing"),
        Some(bytes) if Sha256::digest(&bytes).as_slice() != digest => Err("was altered"),
        Some(bytes) => Ok(bytes.into()),
    })
}

/// Keeps bytes outside any request, as [`Connection::plant`] does: the demo town, proofs. Answers their digest.
pub fn plant(place: &Place, plant: Plant<'_>, bytes: &[u8]) -> db::Result<[u8; 32]> {
    let content = Content::of(bytes.to_vec());
    lay(place, &content).map_err(|error| db::Error::Engine(format!("attachments: {error}")))?;
    let kept = matches!(place, Place::Schema { .. }).then_some(bytes);
    plant(KEEP, params![&content.digest, content.size(), kept, 0_i64])?;
    Ok(content.digest)
}

/// Checks everything that is kept. Names the first that is missing or altered.
pub fn check(reader: &Connection) -> db::Result<Held> {
    reader.read(verify)?
}
