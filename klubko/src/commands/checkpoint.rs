//! `klubko checkpoint`: signs how far the journal has come, into a file to be carried off the machine. `klubko serve`
//! does the same by itself once it has a key.

use super::place::Where;
use super::{attend, key, runtime};
use anyhow::{Context, Result, bail};
use klubko::journal::console;
use klubko::kernel::clock::Clock;
use klubko::kernel::db::{Connection, Place};
use klubko::kernel::journal::{Checkpoint, Key, Signed, hash_of, hex};
use std::fs::{DirBuilder, OpenOptions, Permissions, read_dir, read_to_string, rename};
use std::io::Write;
use std::os::unix::fs::{DirBuilderExt, OpenOptionsExt, PermissionsExt};
use std::path::{Path, PathBuf};

/// Signs now; makes the key where there is none yet.
pub fn run(place: &Where, key_file: Option<PathBuf>, out: Option<PathBuf>) -> Result<()> {
    let home = place.place(None)?;
    let folder = folder(place, out)?;
    let key_file = key_file.map_or_else(key::usual, Ok)?;
    let (key, is_new) = key::read_or_make(&key_file, place.data.as_deref())?;
    let clock = Clock::system();
    let pool = attend(&home, &clock)?;
    let Some((signed, file)) = sign(&home, &key, &folder, clock.now())? else { bail!("the journal is empty") };
    if !runtime()?.block_on(console::note_checkpoint(&pool, &signed)) {
        bail!("{} was written, but the journal could not say so", file.display());
    }
    if is_new {
        println!("a new key: {}", key_file.display());
    }
    println!("{}", file.display());
    println!("entry {} of {}, {}", signed.checkpoint.seq, signed.checkpoint.entries, hex(&signed.checkpoint.hash));
    println!("key {}", signed.fingerprint());
    println!("public key {}", hex(&signed.public_key));
    Ok(())
}

/// Where checkpoints are kept: beside the data folder when nobody says.
pub fn folder(place: &Where, out: Option<PathBuf>) -> Result<PathBuf> {
    if let Some(out) = out {
        return Ok(out);
    }
    let data = place.data.as_deref().context("say where checkpoints are kept: --out DIR")?;
    let data = std::path::absolute(data)?;
    let name = data.file_name().context("say where checkpoints are kept: --out DIR")?;
    Ok(data.with_file_name(format!("{}-checkpoints", name.to_string_lossy())))
}

/// Signs how far the journal has come and writes it into the folder; nothing while the journal is empty.
///
/// Errors: the newest checkpoint of the folder is not held by the journal any more.
pub fn sign(place: &Place, key: &Key, folder: &Path, now: i64) -> Result<Option<(Signed, PathBuf)>> {
    let reader = Connection::open_reader(place)?;
    if let Some(newest) = newest(folder)? {
        let Checkpoint { seq, hash, .. } = &newest.checkpoint;
        if reader.read(|unit| hash_of(unit, *seq))??.as_ref() != Some(hash) {
            bail!(
                "the journal does not hold checkpoint-{seq}.json any more: it was cut or rewritten, or it is another's"
            );
        }
    }
    let Some(checkpoint) = reader.read(|unit| Checkpoint::of(unit, now))?? else { return Ok(None) };
    let signed = key.sign(checkpoint);
    let file = write(folder, &signed)?;
    Ok(Some((signed, file)))
}

/// The last checkpoint of the folder.
pub fn newest(folder: &Path) -> Result<Option<Signed>> {
    let mut all = files(folder)?.into_iter().map(|file| read(&file)).collect::<Result<Vec<_>>>()?;
    all.sort_by_key(|signed| signed.checkpoint.seq);
    Ok(all.pop())
}

/// All checkpoints of a folder; none where there is no folder yet.
pub fn files(folder: &Path) -> Result<Vec<PathBuf>> {
    if !folder.exists() {
        return Ok(Vec::new());
    }
    let mut files = Vec::new();
    for file in read_dir(folder).with_context(|| format!("{} cannot be read", folder.display()))? {
        let name = file?.file_name();
        let name = name.to_string_lossy();
        if name.starts_with("checkpoint-") && name.ends_with(".json") {
            files.push(folder.join(name.as_ref()));
        }
    }
    files.sort();
    Ok(files)
}

pub fn read(file: &Path) -> Result<Signed> {
    let text = read_to_string(file).with_context(|| format!("{} cannot be read", file.display()))?;
    Signed::parse(&text).with_context(|| format!("{} is no checkpoint", file.display()))
}

/// Readable by everybody, for it says nothing about anybody; whole or not at all.
fn write(folder: &Path, signed: &Signed) -> Result<PathBuf> {
    let made = DirBuilder::new().recursive(true).mode(0o755).create(folder);
    made.with_context(|| format!("the folder {} cannot be made", folder.display()))?;
    let file = folder.join(format!("checkpoint-{}.json", signed.checkpoint.seq));
    let part = file.with_extension("part");
    let opened = OpenOptions::new().write(true).create(true).truncate(true).mode(0o644).open(&part);
    let mut opened = opened.with_context(|| format!("{} cannot be written", part.display()))?;
    opened.write_all(signed.to_json().as_bytes())?;
    // Whatever the mask of the account says: who carries checkpoints away need not be who runs the house.
    opened.set_permissions(Permissions::from_mode(0o644))?;
    opened.sync_all()?;
    rename(&part, &file)?;
    Ok(file)
}
