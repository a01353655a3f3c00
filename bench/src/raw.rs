//! What the machine itself can do: durable one-row commits of raw SQLite on one thread.

use anyhow::Result;
use std::path::Path;
use std::time::{Duration, Instant};

/// Commits in a second, `synchronous = full`.
#[expect(clippy::disallowed_methods, reason = "the yardstick is what the house does not use")]
pub fn durable_commits(file: &Path, each: Duration) -> Result<f64> {
    let sqlite = rusqlite::Connection::open(file)?;
    sqlite.execute_batch(
        "pragma journal_mode = wal; pragma synchronous = full; create table row (id integer primary key, text text)",
    )?;
    let start = Instant::now();
    let mut done = 0_u32;
    while start.elapsed() < each {
        sqlite.prepare_cached("insert into row (text) values ('jeden zápis, jeden zápis, jeden zápis')")?.execute([])?;
        done += 1;
    }
    Ok(f64::from(done) / start.elapsed().as_secs_f64())
}
