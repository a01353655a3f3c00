//! `cargo xtask pg`: a command with a throw-away PostgreSQL.

use crate::dev::passed_on;
use crate::postgres::Postgres;
use anyhow::{Context, Result};
use std::process::{Command, ExitCode};

/// In a folder of ours under the system's temporary folder.
pub fn start() -> Result<Postgres> {
    Postgres::start(&std::env::temp_dir().join(format!("klubko-postgres-{}", std::process::id())))
}

/// `cargo xtask pg -- COMMAND`
pub fn run(command: &[String]) -> Result<ExitCode> {
    let server = start()?;
    let mut words = command.iter();
    let program = words.next().context("say what to run")?;
    passed_on(Command::new(program).args(words).env("KLUBKO_TEST_POSTGRES", server.url()))
}
