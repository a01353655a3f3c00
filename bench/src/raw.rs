//! What the machine itself can do: durable one-row commits of raw SQLite, and the statements of a page without a house
//! around them, each on one thread.

use anyhow::{Context, Result, ensure};
use rusqlite::functions::FunctionFlags;
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

/// How long the statements of one page take, every row and column of them read.
pub fn statements(file: &Path, statements: &[String], each: Duration) -> Result<Duration> {
    ensure!(!statements.is_empty(), "the page asked nothing");
    let sqlite = open(file)?;
    let start = Instant::now();
    let mut done = 0_u32;
    while start.elapsed() < each {
        let unit = sqlite.unchecked_transaction()?;
        statements.iter().try_for_each(|sql| read_all(&unit, sql))?;
        done += 1;
    }
    start.elapsed().checked_div(done).context("no round was finished")
}

/// A statement of a page, the time that it takes alone, and how SQLite finds its rows.
pub struct Looked {
    pub took: Duration,
    pub sql: String,
    pub plan: Vec<String>,
}

/// Each statement of a page, the slowest first: where to look when a bar is missed.
pub fn slowest(file: &Path, statements: &[String]) -> Result<Vec<Looked>> {
    const TIMES: u32 = 20;
    let sqlite = open(file)?;
    let mut all = Vec::new();
    for sql in statements {
        read_all(&sqlite, sql)?;
        let start = Instant::now();
        (0..TIMES).try_for_each(|_| read_all(&sqlite, sql))?;
        let took = start.elapsed() / TIMES;
        let mut explained = sqlite.prepare(&format!("explain query plan {sql}"))?;
        let plan = explained.raw_query().mapped(|row| row.get("detail")).collect::<rusqlite::Result<_>>()?;
        all.push(Looked { took, sql: sql.clone(), plan });
    }
    all.sort_by_key(|one| std::cmp::Reverse(one.took));
    Ok(all)
}

#[expect(clippy::disallowed_methods, reason = "the yardstick is what the house does not use")]
fn open(file: &Path) -> Result<rusqlite::Connection> {
    let sqlite = rusqlite::Connection::open(file)?;
    sqlite.set_prepared_statement_cache_capacity(64);
    sqlite.execute_batch("pragma cache_size = -16000; pragma temp_store = memory")?;
    sqlite.create_collation("cs-x-icu", klubko::kernel::czech::compare)?;
    let flags = FunctionFlags::SQLITE_UTF8 | FunctionFlags::SQLITE_DETERMINISTIC;
    sqlite.create_scalar_function("fold", 1, flags, |call| Ok(rules::text::fold(&call.get::<String>(0)?)))?;
    Ok(sqlite)
}

fn read_all(sqlite: &rusqlite::Connection, sql: &str) -> Result<()> {
    let mut statement = sqlite.prepare_cached(sql)?;
    let columns = statement.column_count();
    let mut rows = statement.raw_query();
    while let Some(row) = rows.next()? {
        for column in 0..columns {
            std::hint::black_box(row.get_ref(column)?);
        }
    }
    Ok(())
}
