//! Where the data live. The embedded database is readable by its owner only.

use anyhow::{Context, Result, bail};
use klubko::kernel::db::Place;
use std::fs::{DirBuilder, OpenOptions, metadata};
use std::os::unix::fs::{DirBuilderExt, OpenOptionsExt, PermissionsExt};
use std::path::{Path, PathBuf};

#[derive(clap::Args, Clone)]
pub struct Where {
    /// Folder of the embedded database.
    #[arg(long)]
    pub data: Option<PathBuf>,
    /// postgres://user@host:port/database/schema
    #[arg(long)]
    pub database: Option<String>,
}

impl Where {
    /// The folder and the file are made if they are missing.
    pub fn place(&self, otherwise: Option<PathBuf>) -> Result<Place> {
        match (&self.database, self.data.clone().or(otherwise)) {
            (Some(url), None) => Ok(Place::parse(url)),
            (None, Some(folder)) => Ok(Place::File(make_private(&folder)?)),
            _ => bail!("say where the data live: --data DIR or --database postgres://…/schema"),
        }
    }

    /// A real house does not put clients into a folder that others may open.
    pub fn must_be_private(&self) -> Result<()> {
        let Some(folder) = &self.data else { return Ok(()) };
        let mode = metadata(folder)?.permissions().mode() & 0o077;
        if mode != 0 {
            bail!("the folder {} is open to others: chmod 700 it first", folder.display());
        }
        Ok(())
    }
}

/// What stands beside the database (`-wal`, `-shm`) takes over its mode.
fn make_private(folder: &Path) -> Result<PathBuf> {
    let made = DirBuilder::new().recursive(true).mode(0o700).create(folder);
    made.with_context(|| format!("the folder {} cannot be made", folder.display()))?;
    let file = folder.join("klubko.db");
    let opened = OpenOptions::new().create(true).append(true).mode(0o600).open(&file);
    opened.with_context(|| format!("{} cannot be opened", file.display()))?;
    Ok(file)
}
