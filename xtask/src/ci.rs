//! `cargo xtask ci`: everything that must hold before a change is taken. `./test` runs it, nothing else does.

use crate::count::Runner;
use crate::postgres::Postgres;
use crate::step::Board;
use crate::{budget, pg, place, tidy};
use anyhow::{Result, ensure};
use std::process::{Command, ExitCode};

pub fn run(long: bool) -> Result<ExitCode> {
    let mut board = Board::default();
    quick_checks(&mut board);
    let server = postgres(&mut board);
    tests(&mut board, server.as_ref(), long);
    build_and_browse(&mut board, server.as_ref());
    drop(server);
    Ok(board.close())
}

/// What says no soonest comes first.
fn quick_checks(board: &mut Board) {
    board.command("fmt", place::cargo().args(["fmt", "--all", "--check"]));
    board.check("tidy", tidy::check);
    board.check("crates in the lock file", budget::crates);
    board.check("bytes of styles and scripts", budget::pages);
    if there("cargo-deny") {
        let checks = ["deny", "--all-features", "--offline", "check", "bans", "licenses", "sources"];
        board.command("cargo deny", place::cargo().args(checks));
    } else {
        println!("\n── cargo deny: not installed here, licences and bans are not checked");
    }
    let all = ["build", "--workspace", "--all-targets", "--locked"];
    board.command("compilation under clippy", linting().args(all));
}

/// Cargo with clippy in the place of the compiler for our own crates: what it lints is what the tests then run, so
/// nothing is compiled twice. It is what `cargo clippy -- -D warnings` does, with code as its result.
fn linting() -> Command {
    let mut cargo = place::cargo();
    cargo.env("RUSTC_WORKSPACE_WRAPPER", "clippy-driver");
    cargo.env("CLIPPY_ARGS", "-D__CLIPPY_HACKERY__warnings__CLIPPY_HACKERY__");
    cargo
}

/// The stories are played on both engines; without the second one the run fails.
fn postgres(board: &mut Board) -> Option<Postgres> {
    let mut server = None;
    board.check("PostgreSQL for the tests", || {
        server = Some(pg::start()?);
        Ok(())
    });
    server
}

fn tests(board: &mut Board, server: Option<&Postgres>, long: bool) {
    let mut told = linting();
    if long {
        told.env("KLUBKO_LONG", "1").env("PROPTEST_CASES", "4096");
    }
    if let Some(server) = server {
        told.env("KLUBKO_TEST_POSTGRES", server.url());
    }
    if there("cargo-nextest") {
        told.args(["nextest", "run", "--workspace", "--locked", "--no-fail-fast", "--show-progress", "none"]);
        board.tests("tests", Runner::Nextest, told.args(["--status-level", "fail", "--no-tests", "pass"]));
    } else {
        told.args(["test", "--workspace", "--locked", "--no-fail-fast", "--lib", "--bins", "--tests"]);
        board.tests("tests", Runner::Cargo, &mut told);
    }
    // Here live the proofs of what does not compile; nextest does not run them.
    let doc = ["test", "--doc", "--workspace", "--locked", "--no-fail-fast"];
    board.tests("doc tests", Runner::Cargo, linting().args(doc));
}

fn build_and_browse(board: &mut Board, server: Option<&Postgres>) {
    board.command("build of the binary", place::cargo().args(["build", "--package", "klubko", "--locked"]));
    board.check("the binary has no seeded faults", no_seeded_faults);
    let mut library = Command::new("sh");
    library.current_dir(place::root()).args(["-c", "exec node --test --test-timeout=120000 e2e/lib/*.test.mjs"]);
    board.tests("browser library", Runner::Node, &mut library);
    let mut stories = Command::new("node");
    stories.current_dir(place::root()).arg("e2e/run.mjs").env("KLUBKO_BINARY", place::klubko());
    if let Some(server) = server {
        stories.env("KLUBKO_TEST_POSTGRES", server.url());
    }
    board.tests("browser stories", Runner::Plain, &mut stories);
}

/// What is shipped is built so; what the tests ran a moment ago was not (decision 0017).
fn no_seeded_faults() -> Result<()> {
    let mark = ["KLUBKO_SEEDED", "FAULT"].join("_");
    let binary = std::fs::read(place::klubko())?;
    let has_it = binary.windows(mark.len()).any(|bytes| bytes == mark.as_bytes());
    ensure!(!has_it, "{} names {mark}", place::klubko().display());
    Ok(())
}

fn there(program: &str) -> bool {
    let path = std::env::var_os("PATH").unwrap_or_default();
    std::env::split_paths(&path).any(|folder| folder.join(program).is_file())
}
