//! SQLite, embedded: one file, write-ahead log, every commit flushed.

use super::{Cells, Engine, Error, Result, RowOf};
use crate::kernel::count;
use crate::kernel::value::{Record, Value};
use rusqlite::config::DbConfig;
use rusqlite::functions::FunctionFlags;
use rusqlite::types::{ToSqlOutput, ValueRef};
use std::borrow::Cow;
use std::cell::RefCell;
use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::rc::Rc;
use std::time::Duration;

const CACHED_STATEMENTS: usize = 512;

/// `synchronous = full`, because a power cut under NORMAL loses acknowledged work while every check says “ok”.
const PRAGMAS: &str = "
    pragma journal_mode = wal; pragma synchronous = full; pragma foreign_keys = on; pragma trusted_schema = off;
    pragma cell_size_check = on; pragma temp_store = memory; pragma secure_delete = on; pragma cache_size = -16000;";

#[expect(clippy::disallowed_methods, reason = "this is the place")]
pub(super) fn connect(path: &Path) -> Result<Engine> {
    let sqlite = rusqlite::Connection::open(path)?;
    sqlite.busy_timeout(Duration::from_secs(10))?;
    sqlite.set_prepared_statement_cache_capacity(CACHED_STATEMENTS);
    sqlite.execute_batch(PRAGMAS)?;
    // Without it, another value bound makes SQLite plan the statement anew: most of the time of a page went there.
    sqlite.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true)?;
    sqlite.create_collation("cs-x-icu", crate::kernel::czech::compare)?;
    let flags = FunctionFlags::SQLITE_UTF8 | FunctionFlags::SQLITE_DETERMINISTIC | FunctionFlags::SQLITE_INNOCUOUS;
    sqlite.create_scalar_function("fold", 1, flags, |call| Ok(rules::text::fold(&call.get::<String>(0)?)))?;
    Ok(Engine::Sqlite(sqlite))
}

pub(super) fn value<'a>(row: &'a rusqlite::Row<'_>, place: usize) -> Result<Value<'a>> {
    Ok(match row.get_ref(place)? {
        ValueRef::Integer(n) => Value::Int(n),
        ValueRef::Text(bytes) => {
            Value::Text(std::str::from_utf8(bytes).map_or_else(|_| String::from_utf8_lossy(bytes), Cow::Borrowed))
        }
        ValueRef::Blob(bytes) => Value::from(bytes),
        ValueRef::Null => Value::Null,
        ValueRef::Real(_) => return Err(Error::Engine(format!("column {place} is a float; we store none"))),
    })
}

pub(super) fn all<R: Record>(sqlite: &rusqlite::Connection, sql: &'static str, values: &[Value<'_>]) -> Result<Vec<R>> {
    let mut statement = sqlite.prepare_cached(sql)?;
    let shape = Shape::of(&statement, sql, R::COLUMNS)?;
    bind(&mut statement, &shape, values)?;
    count::say(|| {
        let values = values.iter().map(Value::kept).collect();
        Some(count::Asked { sql, values, text: statement.expanded_sql()? })
    });
    let mut rows = statement.raw_query();
    let mut all = Vec::new();
    while let Some(row) = rows.next()? {
        all.push(R::read(&mut Cells { row: RowOf::Sqlite(row), places: shape.columns.iter() })?);
    }
    Ok(all)
}

/// Where the text of a statement and the names of columns lie: both live as long as the program.
type Told = (*const str, *const [&'static str]);

/// What SQLite would look up by name each time, and one text has the same for ever.
struct Shape {
    /// Where each asked column stands.
    columns: Box<[usize]>,
    /// SQLite numbers `$name` parameters by first appearance; here is which value each of them takes.
    values: Box<[usize]>,
}

thread_local! {
    static SHAPES: RefCell<HashMap<Told, Rc<Shape>>> = RefCell::default();
}

impl Shape {
    fn of(statement: &rusqlite::Statement<'_>, sql: &'static str, names: &'static [&'static str]) -> Result<Rc<Self>> {
        let told: Told = (sql, names);
        if let Some(shape) = SHAPES.with_borrow(|known| known.get(&told).cloned()) {
            return Ok(shape);
        }
        let columns = names.iter().map(|name| statement.column_index(name)).collect::<rusqlite::Result<_>>()?;
        let value = |index| statement.parameter_name(index)?.get(1..)?.parse::<usize>().ok()?.checked_sub(1);
        let numbered = |index| value(index).ok_or_else(|| Error::Engine(format!("parameter {index} is no number")));
        let values = (1..=statement.parameter_count()).map(numbered).collect::<Result<_>>()?;
        let shape = Rc::new(Self { columns, values });
        SHAPES.with_borrow_mut(|known| known.insert(told, shape.clone()));
        Ok(shape)
    }
}

pub(super) fn run(sqlite: &rusqlite::Connection, sql: &'static str, values: &[Value<'_>]) -> Result<u64> {
    let mut statement = sqlite.prepare_cached(sql)?;
    let shape = Shape::of(&statement, sql, &[])?;
    bind(&mut statement, &shape, values)?;
    Ok(statement.raw_execute()? as u64)
}

pub(super) fn script(sqlite: &rusqlite::Connection, sql: &'static str) -> Result<()> {
    if sql.contains(';') {
        return Ok(sqlite.execute_batch(sql)?);
    }
    sqlite.prepare_cached(sql)?.raw_query().next().map(drop).map_err(Error::from)
}

/// Where the database lies.
pub(super) fn file(sqlite: &rusqlite::Connection) -> Option<PathBuf> {
    sqlite.path().map(PathBuf::from)
}

pub(super) fn soundness(sqlite: &rusqlite::Connection) -> Result<String> {
    let checked: String = sqlite.query_row("pragma integrity_check", [], |row| row.get(0))?;
    let orphans: Option<String> =
        sqlite.prepare("pragma foreign_key_check")?.query_map([], |row| row.get(0))?.next().transpose()?;
    Ok(orphans.map_or(checked, |table| format!("a row of {table} refers to nothing")))
}

pub(super) fn plan(sqlite: &rusqlite::Connection, sql: &str) -> Result<Vec<String>> {
    let mut statement = sqlite.prepare(&format!("explain query plan {sql}"))?;
    let lines = statement.raw_query().mapped(|row| row.get("detail")).collect::<rusqlite::Result<_>>();
    Ok(lines?)
}

fn bind(statement: &mut rusqlite::Statement<'_>, shape: &Shape, values: &[Value<'_>]) -> Result<()> {
    for (index, place) in (1..).zip(&shape.values) {
        let value = values.get(*place).ok_or_else(|| Error::Engine(format!("no value for parameter {index}")))?;
        statement.raw_bind_parameter(index, value)?;
    }
    Ok(())
}

impl rusqlite::ToSql for Value<'_> {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(ToSqlOutput::Borrowed(match self {
            Value::Null => ValueRef::Null,
            Value::Int(n) => ValueRef::Integer(*n),
            Value::Bool(b) => ValueRef::Integer(i64::from(*b)),
            Value::Id(id) => ValueRef::Blob(id.as_bytes()),
            Value::Text(text) => ValueRef::Text(text.as_bytes()),
            Value::Blob(bytes) => ValueRef::Blob(bytes),
        }))
    }
}

impl From<rusqlite::Error> for Error {
    fn from(error: rusqlite::Error) -> Self {
        match error.sqlite_error_code() {
            Some(rusqlite::ErrorCode::DiskFull) => Error::Full,
            _ => Error::Engine(error.to_string()),
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::kernel::db::Unit;

    crate::record! { struct Pair { left: String, right: String } }

    fn in_memory() -> Unit {
        Unit(connect(Path::new(":memory:")).unwrap())
    }

    #[test]
    fn the_second_value_is_bound_to_the_second_parameter_wherever_it_stands() {
        let pair: Option<Pair> = in_memory().first("select $2 as left, $1 as right", crate::params!["a", "b"]).unwrap();
        let pair = pair.unwrap();
        assert_eq!((pair.left.as_str(), pair.right.as_str()), ("b", "a"));
    }

    #[test]
    fn sqlite_is_compiled_without_the_memory_counter() {
        let Unit(Engine::Sqlite(sqlite)) = in_memory() else { unreachable!() };
        let mut statement = sqlite.prepare("pragma compile_options").unwrap();
        let options: Vec<String> = statement.query_map([], |row| row.get(0)).unwrap().flatten().collect();
        assert!(options.iter().any(|option| option == "DEFAULT_MEMSTATUS=0"), "{options:?}");
    }
}
