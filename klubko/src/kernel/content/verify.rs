//! Whether everything that is kept is still what it was; and the sweeping of what a crash left behind.

use super::super::db::{Connection, Place, Result, Unit};
use super::{checked, disk, name};
use crate::{params, record};
use std::time::Duration;

/// What a check found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Held {
    Sound { count: usize },
    Bad { digest: String, why: &'static str },
}

record! { struct Kept { digest: Vec<u8> } }

/// Reads everything that is kept and computes it anew; stops at the first that is missing or altered.
pub fn verify(unit: &Unit) -> Result<Held> {
    const ALL: &str = "select digest from content order by kept_at, digest";
    let all: Vec<Kept> = unit.all(ALL, &[])?;
    for Kept { digest } in &all {
        if let Err(why) = checked(unit, digest)? {
            return Ok(Held::Bad { digest: name(digest), why });
        }
    }
    Ok(Held::Sound { count: all.len() })
}

/// A file may be on its way to its row; after so long it is not any more.
const ON_ITS_WAY: Duration = Duration::from_secs(60 * 60);

/// Removes files without a row, which a crash between the two leaves. Under the write lock, and the writer looks for
/// the file before it writes a row: so nothing that is being kept is swept away. Answers how many were removed.
pub fn sweep(place: &Place) -> Result<usize> {
    let Some(folder) = disk::folder_of(place) else { return Ok(0) };
    let old = disk::older_than(&folder, ON_ITS_WAY);
    if old.is_empty() {
        return Ok(0);
    }
    let writer = Connection::open_writer(place)?;
    let batch = writer.begin_writing()?;
    let mut swept = 0;
    for file in disk::older_than(&folder, ON_ITS_WAY) {
        if !is_spoken_of(batch.unit(), &file)? {
            disk::remove(&folder, &file);
            swept += 1;
        }
    }
    batch.commit()?;
    Ok(swept)
}

fn is_spoken_of(unit: &Unit, file: &str) -> Result<bool> {
    const ROW: &str = "select digest from content where digest = $1";
    let byte = |at: usize| file.get(at..at + 2).and_then(|two| u8::from_str_radix(two, 16).ok());
    let digest: Option<Vec<u8>> = (0..file.len()).step_by(2).map(byte).collect();
    match digest {
        Some(digest) => Ok(unit.first::<Kept>(ROW, params![&digest])?.is_some()),
        None => Ok(false),
    }
}
