//! The only place that names a database engine.
//!
//! SQL is written once, with `$1` placeholders and the column types of `migrations/`. A unit of work reads with
//! [`Unit::all`] and [`Unit::first`]; only the pen ([`super::change`]) and the pool reach [`Unit::run`].
//!
//! One writer at a time per provider, on both engines: SQLite has its write lock, PostgreSQL takes an advisory
//! lock. That makes “check and act” one step without reasoning about isolation levels, and a batch of units under
//! one commit ([`Connection::begin_writing`]) makes it fast.

mod error;
mod migrate;
mod postgres;
mod sqlite;

use super::seeded;
use super::value::{Cell, Record, Value};
pub use error::{Error, Result};
use std::path::PathBuf;

const UNDO: &str = "rollback to savepoint unit; release savepoint unit";

/// Where a provider's data lives: a file, or a schema of a PostgreSQL database.
#[derive(Clone, Debug)]
pub enum Place {
    File(PathBuf),
    Schema { url: String, schema: String },
}

impl Place {
    /// Reads `postgres://user@host:port/database/schema`; anything else is the path of a file.
    pub fn parse(text: &str) -> Self {
        match text.rsplit_once('/') {
            Some((url, schema)) if text.starts_with("postgres://") || text.starts_with("postgresql://") => {
                Self::Schema { url: url.to_owned(), schema: schema.to_owned() }
            }
            _ => Self::File(PathBuf::from(text)),
        }
    }
}

/// The cells of one row in the order of [`Record::COLUMNS`]; names are resolved once per query, not per row.
pub struct Cells<'a> {
    row: RowOf<'a>,
    places: std::slice::Iter<'a, usize>,
}

enum RowOf<'a> {
    Sqlite(&'a rusqlite::Row<'a>),
    Postgres(&'a ::postgres::Row),
}

impl Cells<'_> {
    pub fn take<T: Cell>(&mut self) -> Result<T> {
        let place = self.places.next().copied().unwrap_or(usize::MAX);
        let value = match self.row {
            RowOf::Sqlite(row) => sqlite::value(row, place)?,
            RowOf::Postgres(row) => postgres::value(row, place)?,
        };
        T::read(value).ok_or_else(|| Error::Engine(format!("column {place} is not a {}", std::any::type_name::<T>())))
    }
}

/// One connection; belongs to one worker thread.
pub struct Connection(Unit);

/// Statements inside one transaction.
pub struct Unit(Engine);

enum Engine {
    Sqlite(rusqlite::Connection),
    Postgres(Box<std::cell::RefCell<postgres::Session>>),
}

impl Connection {
    /// Opens for reading only. The engine itself then refuses to write.
    pub fn open_reader(place: &Place) -> Result<Self> {
        let unit = Unit(connect(place)?);
        match unit.0 {
            Engine::Sqlite(_) => unit.script("pragma query_only = on")?,
            Engine::Postgres(_) => unit.script(
                "set default_transaction_read_only = on; set default_transaction_isolation = 'repeatable read'",
            )?,
        }
        Ok(Self(unit))
    }

    /// Opens for writing and brings the schema up to date.
    pub fn open_writer(place: &Place) -> Result<Self> {
        let writer = Self(Unit(connect(place)?));
        migrate::run(&writer, place)?;
        Ok(writer)
    }

    /// Runs `work` on one snapshot.
    pub fn read<T>(&self, work: impl FnOnce(&Unit) -> T) -> Result<T> {
        self.0.script("begin")?;
        let done = work(&self.0);
        self.0.script("commit")?;
        Ok(done)
    }

    /// Begins a transaction that holds the provider's one write lock. Dropped without commit, it leaves no trace.
    pub fn begin_writing(&self) -> Result<Batch<'_>> {
        match self.0.0 {
            Engine::Sqlite(_) => self.0.script("begin immediate")?,
            Engine::Postgres(_) => self
                .0
                .script("begin; select pg_advisory_xact_lock(hashtextextended(current_setting('search_path'), 0))")?,
        }
        Ok(Batch { unit: &self.0, open: true })
    }

    /// Fills a provider with rows outside any request: the demo town, the measuring stand, tests of tampering.
    /// Never used by a slice (tidy).
    pub fn plant(&self, work: impl FnOnce(Plant<'_>) -> Result<()>) -> Result<()> {
        let batch = self.begin_writing()?;
        work(&|sql, values| batch.unit.run(sql, values).map(drop))?;
        batch.commit()
    }
}

fn connect(place: &Place) -> Result<Engine> {
    match place {
        Place::File(path) => sqlite::connect(path),
        Place::Schema { url, schema } => postgres::connect(url, schema),
    }
}

/// Writes a row outside any request.
pub type Plant<'c> = &'c dyn Fn(&'static str, &[Value<'_>]) -> Result<()>;

/// Many units of work under one commit.
pub struct Batch<'c> {
    unit: &'c Unit,
    open: bool,
}

impl Batch<'_> {
    /// Runs one unit; if it says `false`, nothing of it stays and its neighbours are not harmed.
    pub fn attempt<T>(&self, work: impl FnOnce(&Unit) -> (T, bool)) -> Result<T> {
        self.unit.script("savepoint unit")?;
        let (done, keep) = work(self.unit);
        self.unit.script(if keep { "release savepoint unit" } else { UNDO })?;
        Ok(done)
    }

    pub fn unit(&self) -> &Unit {
        self.unit
    }

    /// Makes all kept units durable with one flush.
    pub fn commit(mut self) -> Result<()> {
        self.unit.script("commit")?;
        self.open = false;
        seeded::committed(|| self.unit.place())
    }
}

impl Drop for Batch<'_> {
    fn drop(&mut self) {
        if self.open {
            let _ = self.unit.script_as_it_is("rollback");
        }
    }
}

impl Unit {
    /// All rows of a query.
    pub fn all<R: Record>(&self, sql: &'static str, values: &[Value<'_>]) -> Result<Vec<R>> {
        super::count::statement();
        let sql = seeded::met(|| self.place(), sql)?;
        match &self.0 {
            Engine::Sqlite(sqlite) => sqlite::all(sqlite, sql, values),
            Engine::Postgres(session) => session.borrow_mut().all(sql, values),
        }
    }

    /// The first row of a query, if there is one.
    pub fn first<R: Record>(&self, sql: &'static str, values: &[Value<'_>]) -> Result<Option<R>> {
        Ok(self.all(sql, values)?.into_iter().next())
    }

    /// Inserts or replaces; answers how many rows it touched. Slices reach it through `Change::run`.
    pub(in crate::kernel) fn run(&self, sql: &'static str, values: &[Value<'_>]) -> Result<u64> {
        let sql = seeded::met(|| self.place(), sql)?;
        match &self.0 {
            Engine::Sqlite(sqlite) => sqlite::run(sqlite, sql, values),
            Engine::Postgres(session) => session.borrow_mut().run(sql, values),
        }
    }

    fn script(&self, sql: &'static str) -> Result<()> {
        self.script_as_it_is(seeded::met(|| self.place(), sql)?)
    }

    fn script_as_it_is(&self, sql: &'static str) -> Result<()> {
        match &self.0 {
            Engine::Sqlite(sqlite) => sqlite::script(sqlite, sql),
            Engine::Postgres(session) => session.borrow_mut().script(sql),
        }
    }

    /// Where it lies, for a test that makes one place fail and no other.
    fn place(&self) -> String {
        match &self.0 {
            Engine::Sqlite(sqlite) => sqlite::file(sqlite).unwrap_or_default().display().to_string(),
            Engine::Postgres(session) => session.borrow().schema.clone(),
        }
    }

    /// The folder of files beside the database, where the engine does not keep bytes itself.
    pub(in crate::kernel) fn files(&self) -> Option<PathBuf> {
        match &self.0 {
            Engine::Sqlite(sqlite) => sqlite::file(sqlite).map(|file| super::content::beside(&file)),
            Engine::Postgres(_) => None,
        }
    }

    /// The names and kinds of all columns, for the test that both engines hold the same schema.
    pub fn columns(&self) -> Result<Vec<(String, String)>> {
        migrate::columns(self)
    }

    /// What the engine itself says about its soundness: `ok`, or what is wrong.
    pub fn soundness(&self) -> Result<String> {
        match &self.0 {
            Engine::Sqlite(sqlite) => sqlite::soundness(sqlite),
            Engine::Postgres(_) => Ok("ok".to_owned()),
        }
    }

    /// How the engine would run a query, for the test that no big table is read from end to end.
    pub fn plan(&self, sql: &str) -> Result<Vec<String>> {
        match &self.0 {
            Engine::Sqlite(sqlite) => sqlite::plan(sqlite, sql),
            Engine::Postgres(_) => Ok(Vec::new()),
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::params;

    crate::record! { struct Kept { number: i64 } }

    #[test]
    fn a_unit_that_fails_harms_no_neighbour() {
        let file = std::env::temp_dir().join(format!("klubko-unit-{}.db", uuid::Uuid::new_v4()));
        let writer = Connection::open_writer(&Place::File(file.clone())).unwrap();
        let batch = writer.begin_writing().unwrap();
        let number = |n: i64| {
            let tried = batch.attempt(|unit| {
                let done = unit.run("insert into migration (number) values ($1)", params![n]);
                (done.is_ok(), done.is_ok() && n != 103)
            });
            tried.unwrap()
        };
        assert_eq!([101, 101, 102, 103, 104].map(number), [true, false, true, true, true]);
        batch.commit().unwrap();
        const ABOVE: &str = "select number from migration where number > $1 order by 1";
        let kept: Vec<Kept> = writer.read(|unit| unit.all(ABOVE, params![100_i64])).unwrap().unwrap();
        assert_eq!(kept.iter().map(|kept| kept.number).collect::<Vec<_>>(), [101, 102, 104]);
        for end in ["", "-wal", "-shm"] {
            let _ = std::fs::remove_file(format!("{}{end}", file.display()));
        }
    }

    #[test]
    fn a_reader_cannot_write() {
        let file = std::env::temp_dir().join(format!("klubko-reader-{}.db", uuid::Uuid::new_v4()));
        drop(Connection::open_writer(&Place::File(file.clone())).unwrap());
        let reader = Connection::open_reader(&Place::File(file.clone())).unwrap();
        let tried = reader.read(|unit| unit.run("insert into migration (number) values ($1)", params![9_i64])).unwrap();
        assert!(tried.is_err());
        let _ = std::fs::remove_file(file);
    }
}
