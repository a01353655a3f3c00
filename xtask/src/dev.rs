//! What a developer starts by hand: the demo town, the access matrix, the measuring stand.

use crate::place;
use anyhow::{Result, ensure};
use std::os::unix::process::CommandExt;
use std::path::Path;
use std::process::{Command, ExitCode};

const PREFIX: &str = "klubko-demo-";

/// Builds the binary and becomes `klubko demo`, so that a signal sent to `./run` reaches the town itself.
pub fn demo(arguments: &[String]) -> Result<ExitCode> {
    let built = place::cargo().args(["build", "--package", "klubko", "--bin", "klubko"]).status()?;
    ensure!(built.success(), "Klubko did not compile");
    let mut town = Command::new(place::klubko());
    town.arg("demo");
    let given = |name: &str| arguments.iter().any(|word| word == name || word.starts_with(&format!("{name}=")));
    if !given("--listen") {
        town.args(["--listen", "127.0.0.1:8080"]);
    }
    if !given("--data") && !given("--database") {
        forget_past_towns(&std::env::temp_dir());
        // The process keeps its number when it becomes the town.
        town.arg("--data").arg(std::env::temp_dir().join(format!("{PREFIX}{}", std::process::id())));
    }
    Err(town.args(arguments).exec().into())
}

/// Folders of towns whose process is gone.
fn forget_past_towns(folder: &Path) {
    for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
        let name = entry.file_name().to_string_lossy().into_owned();
        let Some(pid) = name.strip_prefix(PREFIX).and_then(|pid| pid.parse::<u32>().ok()) else { continue };
        if !Path::new("/proc").join(pid.to_string()).exists() {
            let _ = std::fs::remove_dir_all(entry.path());
        }
    }
}

pub fn access_matrix() -> Result<ExitCode> {
    let mut cargo = place::cargo();
    cargo.args(["test", "--quiet", "--package", "klubko", "--package", "rules", "matrix"]).env("MATRIX", "write");
    passed_on(&mut cargo)
}

pub fn bench(arguments: &[String]) -> Result<ExitCode> {
    let mut cargo = place::cargo();
    cargo.args(["run", "--release", "--package", "bench", "--"]).args(arguments);
    passed_on(&mut cargo)
}

/// Runs a command in the foreground and ends as it ended.
pub fn passed_on(command: &mut Command) -> Result<ExitCode> {
    let status = command.status()?;
    Ok(if status.success() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn the_folder_of_a_town_that_ended_is_forgotten_and_a_living_one_is_kept() {
        let folder = place::Throwaway::new("past-towns").unwrap();
        let gone = folder.path().join(format!("{PREFIX}4294967295"));
        let living = folder.path().join(format!("{PREFIX}{}", std::process::id()));
        std::fs::create_dir(&gone).unwrap();
        std::fs::create_dir(&living).unwrap();
        forget_past_towns(folder.path());
        assert!(!gone.exists() && living.exists());
    }
}
