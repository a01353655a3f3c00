//! A migration is killed at each of its steps (A13). Afterwards the place is as before or as after, never between, and
//! the next start brings it up to date.
//!
//! A step is a system call by which something is written: on SQLite to the file, on PostgreSQL to the server. `./test`
//! takes every few of them, `KLUBKO_LONG=1` each one.

use super::home::{BINARY, Home};
use super::strace::{self, killed_at};
use klubko::kernel::db::{Connection, Unit};
use std::process::Command;

/// What an older Klubko had.
const OLDER: &str = "3";
/// More than any migration takes.
const MOST: usize = 5_000;

fn is_long() -> bool {
    std::env::var_os("KLUBKO_LONG").is_some()
}

/// Brings a place up to date, or as far as an older Klubko did.
fn migrate(home: &Home, until: Option<&str>) {
    let mut klubko = Command::new(BINARY);
    klubko.arg("migrate").args(home.said());
    if let Some(until) = until {
        klubko.env("KLUBKO_MIGRATE_UNTIL", until);
    }
    let done = klubko.output().unwrap();
    assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
}

/// Every column there is, and which migrations say that they were applied.
fn state(home: &Home) -> (Vec<(String, String)>, Vec<i64>) {
    klubko::record! { struct Applied { number: i64 } }
    let reader = Connection::open_reader(&home.place()).unwrap();
    assert_eq!(reader.read(Unit::soundness).unwrap().unwrap(), "ok");
    let applied: Vec<Applied> =
        reader.read(|unit| unit.all("select number from migration order by number", &[])).unwrap().unwrap();
    (reader.read(Unit::columns).unwrap().unwrap(), applied.into_iter().map(|one| one.number).collect())
}

fn older(make: &impl Fn() -> Home) -> Home {
    let home = make();
    migrate(&home, Some(OLDER));
    home
}

/// Kills one migration after another, each a few steps later, until one is through.
fn kill_at_every_step(make: &impl Fn() -> Home, calls: &str, stride: usize) {
    let (before, after) = (older(make), make());
    migrate(&after, None);
    let (before, after) = (state(&before), state(&after));
    assert!(before.1.len() == 3 && before.0.len() < after.0.len(), "there is nothing to migrate");
    let mut home = older(make);
    for (killed, step) in (1..MOST).step_by(if is_long() { 1 } else { stride }).enumerate() {
        let [flag, value] = home.said();
        let ended = killed_at(calls, step, &[BINARY, "migrate", flag, value]);
        let found = state(&home);
        if ended.success() {
            assert_eq!(found, after, "a migration that is through is complete");
            println!("killed {killed} times, through at step {step}");
            assert!(killed > 5, "it was killed only {killed} times");
            return;
        }
        assert!(found == before || found == after, "killed at step {step}, it stands between: {:?}", found.1);
        migrate(&home, None);
        assert_eq!(state(&home), after, "the next start after step {step} is not complete");
        home = older(make);
    }
    panic!("it is never through");
}

#[test]
fn a_migration_killed_at_any_write_to_its_file_leaves_the_old_state_or_the_new() {
    if strace::is_there() {
        kill_at_every_step(&Home::in_a_folder, "pwrite64,fdatasync,fsync,ftruncate,unlink", 7);
    }
}

#[test]
fn a_migration_killed_at_any_word_to_the_server_leaves_the_old_state_or_the_new() {
    if let (true, Ok(url)) = (strace::is_there(), std::env::var("KLUBKO_TEST_POSTGRES")) {
        kill_at_every_step(&|| Home::in_postgres(&url), "sendto,sendmsg,writev", 2);
    }
}
