//! Where things lie: the root of the repository, the target folder, the files that belong to the project.

use anyhow::{Context, Result, ensure};
use std::path::{Path, PathBuf};
use std::process::Command;

/// Cargo says where it runs us; started by hand, we know where we were built.
pub fn root() -> PathBuf {
    let here = std::env::var_os("CARGO_MANIFEST_DIR").map_or_else(|| env!("CARGO_MANIFEST_DIR").into(), PathBuf::from);
    here.parent().unwrap_or(&here).to_path_buf()
}

pub fn target() -> PathBuf {
    let given = std::env::var_os("CARGO_TARGET_DIR").map(PathBuf::from);
    root().join(given.unwrap_or_else(|| PathBuf::from("target")))
}

/// The binary that `./test` built; browser and crash tests drive it.
pub fn klubko() -> PathBuf {
    target().join("debug").join("klubko")
}

pub fn cargo() -> Command {
    let mut cargo = Command::new("cargo");
    cargo.current_dir(root());
    cargo
}

/// The files of the project: what git keeps and what it would keep, without what it ignores.
#[cfg(test)]
pub fn files() -> Result<Vec<String>> {
    files_of(&root())
}

/// The same of a copy of the repository.
pub fn files_of(root: &Path) -> Result<Vec<String>> {
    let listed = Command::new("git")
        .args(["ls-files", "-z", "--cached", "--others", "--exclude-standard"])
        .current_dir(root)
        .output()
        .context("git ls-files")?;
    ensure!(listed.status.success(), "git ls-files: {}", String::from_utf8_lossy(&listed.stderr));
    let text = String::from_utf8(listed.stdout).context("a file name is not UTF-8")?;
    let mut files: Vec<_> = text.split('\0').filter(|name| !name.is_empty()).map(str::to_owned).collect();
    files.retain(|name| root.join(name).is_file());
    files.sort();
    files.dedup();
    Ok(files)
}

/// A folder of ours under the system's temporary folder, gone when the value is dropped.
#[cfg(test)]
pub struct Throwaway(PathBuf);

#[cfg(test)]
impl Throwaway {
    pub fn new(name: &str) -> Result<Self> {
        let path = std::env::temp_dir().join(format!("klubko-{name}-{}", std::process::id()));
        std::fs::create_dir_all(&path).with_context(|| format!("cannot make {}", path.display()))?;
        Ok(Self(path))
    }

    pub fn path(&self) -> &Path {
        &self.0
    }
}

#[cfg(test)]
impl Drop for Throwaway {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}
