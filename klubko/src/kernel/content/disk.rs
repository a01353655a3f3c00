//! Files beside the database: named by their digest, readable by their owner only, durable before they are spoken of.

use super::super::db::Place;
use crate::kernel::clock;
use std::fs::{self, DirBuilder, File, OpenOptions};
use std::io::{self, Write};
use std::os::unix::fs::{DirBuilderExt, OpenOptionsExt};
use std::path::{Path, PathBuf};
use std::time::{Duration, UNIX_EPOCH};
use uuid::Uuid;

/// A file being written and never finished begins so.
const UNFINISHED: &str = "unfinished-";

/// `klubko.attachments` beside `klubko.db`; nothing where the database keeps the bytes itself.
pub(super) fn folder_of(place: &Place) -> Option<PathBuf> {
    match place {
        Place::File(file) => Some(beside(file)),
        Place::Schema { .. } => None,
    }
}

pub(in crate::kernel) fn beside(file: &Path) -> PathBuf {
    file.with_extension("attachments")
}

/// Under another name, flushed, then renamed, then the folder flushed: half a file is never found under its name.
pub(super) fn lay(folder: &Path, name: &str, bytes: &[u8]) -> io::Result<()> {
    if !folder.is_dir() {
        DirBuilder::new().recursive(true).mode(0o700).create(folder)?;
        folder.parent().map_or(Ok(()), flush)?;
    }
    let unfinished = folder.join(format!("{UNFINISHED}{}", Uuid::new_v4()));
    let written = write(&unfinished, bytes).and_then(|()| fs::rename(&unfinished, folder.join(name)));
    if written.is_err() {
        let _ = fs::remove_file(&unfinished);
    }
    written?;
    flush(folder)
}

fn write(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut file = OpenOptions::new().write(true).create_new(true).mode(0o600).open(path)?;
    file.write_all(bytes)?;
    file.sync_all()
}

/// A rename is durable once its folder is.
fn flush(folder: &Path) -> io::Result<()> {
    let folder = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
    File::open(folder)?.sync_all()
}

pub(super) fn is_there(folder: &Path, name: &str, size: i64) -> bool {
    fs::metadata(folder.join(name)).is_ok_and(|found| i64::try_from(found.len()) == Ok(size))
}

pub(super) fn read(folder: &Path, name: &str) -> Option<Vec<u8>> {
    fs::read(folder.join(name)).ok()
}

/// The names of files that nobody has touched for so long.
pub(super) fn older_than(folder: &Path, age: Duration) -> Vec<String> {
    let Ok(entries) = fs::read_dir(folder) else { return Vec::new() };
    let now = u64::try_from(clock::machine_time()).unwrap_or_default();
    let before = UNIX_EPOCH.checked_add(Duration::from_millis(now)).and_then(|now| now.checked_sub(age));
    let is_old = |entry: &fs::DirEntry| {
        let touched = entry.metadata().and_then(|data| data.modified());
        touched.is_ok_and(|touched| before.is_some_and(|before| touched < before))
    };
    let old = entries.flatten().filter(is_old);
    old.filter_map(|entry| entry.file_name().into_string().ok()).collect()
}

pub(super) fn remove(folder: &Path, name: &str) {
    let _ = fs::remove_file(folder.join(name));
}
