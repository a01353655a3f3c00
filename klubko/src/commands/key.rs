//! The house's secret key for checkpoints: a file of its own, readable by its owner only, never beside the data (whoever
//! takes the data or a backup of them must not be able to sign).

use anyhow::{Context, Result, bail};
use klubko::kernel::journal::Key;
use std::fs::{DirBuilder, OpenOptions, metadata, read_to_string};
use std::io::Write;
use std::os::unix::fs::{DirBuilderExt, OpenOptionsExt, PermissionsExt};
use std::path::{Path, PathBuf};

/// Where the key lives when nobody says: in the settings of the account that runs the house.
pub fn usual() -> Result<PathBuf> {
    let told = |name: &str| std::env::var_os(name).filter(|value| !value.is_empty()).map(PathBuf::from);
    let settings = told("XDG_CONFIG_HOME").or_else(|| told("HOME").map(|home| home.join(".config")));
    Ok(settings.context("say where the key lives: --key FILE")?.join("klubko/checkpoint.key"))
}

/// Reads the key.
///
/// Errors: there is none, others may read it, it lies beside the data, or it is something else.
pub fn read(file: &Path, data: Option<&Path>) -> Result<Key> {
    let about = metadata(file).with_context(|| format!("the key {} cannot be opened", file.display()))?;
    if about.permissions().mode() & 0o077 != 0 {
        bail!("the key {} is open to others: chmod 600 it first", file.display());
    }
    must_be_away(file, data)?;
    let text = read_to_string(file).with_context(|| format!("the key {} cannot be read", file.display()))?;
    Key::from_file(&text).with_context(|| format!("{} is no key for checkpoints", file.display()))
}

/// Reads the key, or makes one where there is none; says whether it was made.
pub fn read_or_make(file: &Path, data: Option<&Path>) -> Result<(Key, bool)> {
    if file.exists() {
        return Ok((read(file, data)?, false));
    }
    let folder = file.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let made = DirBuilder::new().recursive(true).mode(0o700).create(folder);
    made.with_context(|| format!("the folder {} cannot be made", folder.display()))?;
    must_be_away(file, data)?;
    let key = Key::new();
    let opened = OpenOptions::new().write(true).create_new(true).mode(0o600).open(file);
    let mut opened = opened.with_context(|| format!("the key {} cannot be made", file.display()))?;
    opened.write_all(key.to_file().as_bytes())?;
    opened.sync_all()?;
    Ok((key, true))
}

fn must_be_away(file: &Path, data: Option<&Path>) -> Result<()> {
    let Some(data) = data else { return Ok(()) };
    let (file, data) = (std::path::absolute(file)?, std::path::absolute(data)?);
    let folder = file.parent().unwrap_or(Path::new("/"));
    let (folder, data) = (folder.canonicalize().unwrap_or(folder.to_owned()), data.canonicalize().unwrap_or(data));
    if folder.starts_with(&data) {
        bail!(
            "the key {} lies in the data folder: whoever takes the data could sign; keep it elsewhere",
            file.display()
        );
    }
    Ok(())
}
