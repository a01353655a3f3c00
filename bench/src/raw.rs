//! What the machine itself can do: durable one-row commits of raw SQLite, and the statements of a page without a house
//! around them, each on one thread.

use anyhow::{Context, Result, ensure};
use klubko::kernel::count::Asked;
use rusqlite::config::DbConfig;
use rusqlite::functions::FunctionFlags;
use std::collections::HashMap;
use std::path::Path;
use std::ptr;
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

/// How long the statements of one page take, every row and column of them read. Several pages take turns, as in the
/// house: one folder alone would lie in the processor's own memory.
pub fn statements(file: &Path, pages: &[Vec<Asked>], each: Duration) -> Result<Duration> {
    ensure!(!pages.is_empty() && pages.iter().all(|page| !page.is_empty()), "the page asked nothing");
    let sqlite = open(file)?;
    let mut prepared = Prepared::default();
    pages.iter().flatten().try_for_each(|asked| prepared.add(&sqlite, asked.sql))?;
    let start = Instant::now();
    let mut done = 0_u32;
    for page in pages.iter().cycle() {
        if start.elapsed() >= each {
            break;
        }
        let _unit = sqlite.unchecked_transaction()?;
        page.iter().try_for_each(|asked| prepared.read_all(asked))?;
        done += 1;
    }
    start.elapsed().checked_div(done).context("no round was finished")
}

/// Statements ready to be asked; for each, which value its parameters take.
#[derive(Default)]
struct Prepared<'s>(HashMap<*const str, (rusqlite::Statement<'s>, Vec<usize>)>);

impl<'s> Prepared<'s> {
    fn add(&mut self, sqlite: &'s rusqlite::Connection, sql: &'static str) -> Result<()> {
        let statement = sqlite.prepare(sql)?;
        let place = |index| statement.parameter_name(index)?.get(1..)?.parse::<usize>().ok()?.checked_sub(1);
        let places = (1..=statement.parameter_count()).map(place).collect::<Option<_>>();
        self.0.insert(sql, (statement, places.context("a parameter is no number")?));
        Ok(())
    }

    fn read_all(&mut self, asked: &Asked) -> Result<()> {
        let (statement, places) = self.0.get_mut(&ptr::from_ref(asked.sql)).context("not prepared")?;
        for (index, place) in (1..).zip(places.iter()) {
            statement.raw_bind_parameter(index, asked.values.get(*place).context("a value is missing")?)?;
        }
        let columns = statement.column_count();
        read_rows(columns, statement.raw_query())
    }
}

/// A statement of a page, the time that it takes alone, and how SQLite finds its rows.
pub struct Looked {
    pub took: Duration,
    pub sql: String,
    pub plan: Vec<String>,
}

/// Each statement of a page, the slowest first: where to look when a bar is missed.
pub fn slowest(file: &Path, page: &[Asked]) -> Result<Vec<Looked>> {
    const TIMES: u32 = 20;
    let sqlite = open(file)?;
    let mut all = Vec::new();
    for Asked { text: sql, .. } in page {
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
    sqlite.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true)?;
    sqlite.execute_batch("pragma cache_size = -16000; pragma temp_store = memory")?;
    sqlite.create_collation("cs-x-icu", klubko::kernel::czech::compare)?;
    let flags = FunctionFlags::SQLITE_UTF8 | FunctionFlags::SQLITE_DETERMINISTIC;
    sqlite.create_scalar_function("fold", 1, flags, |call| Ok(rules::text::fold(&call.get::<String>(0)?)))?;
    Ok(sqlite)
}

fn read_all(sqlite: &rusqlite::Connection, sql: &str) -> Result<()> {
    let mut statement = sqlite.prepare_cached(sql)?;
    let columns = statement.column_count();
    read_rows(columns, statement.raw_query())
}

fn read_rows(columns: usize, mut rows: rusqlite::Rows<'_>) -> Result<()> {
    while let Some(row) = rows.next()? {
        for column in 0..columns {
            std::hint::black_box(row.get_ref(column)?);
        }
    }
    Ok(())
}
