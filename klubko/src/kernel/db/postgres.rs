//! PostgreSQL: a schema per provider, statements prepared once per connection.

use super::{Cells, Engine, Error, Result, RowOf};
use crate::kernel::value::{Record, Value};
use postgres::types::{IsNull, ToSql, Type, to_sql_checked};
use std::cell::RefCell;
use std::collections::HashMap;
use std::time::Duration;
use uuid::Uuid;

/// What SQLite has and PostgreSQL lacks: the type `blob`, and our `fold`.
pub(super) const SPEAKS_OURS: &str = r"
    do $$ begin create domain blob as bytea; exception when duplicate_object then null; end $$;
    create or replace function fold(text) returns text language sql immutable parallel safe as $$
        select btrim(regexp_replace(regexp_replace(
            normalize(lower($1), nfd), '[\u0300-\u036f]', '', 'g'), '\s+', ' ', 'g')) $$";

pub(super) struct Session {
    client: postgres::Client,
    statements: HashMap<&'static str, postgres::Statement>,
    pub(super) schema: String,
}

/// What was acknowledged must outlive the server, however it was set up.
const DURABLE: &str = "select set_config('synchronous_commit', 'on', false)
                        where current_setting('synchronous_commit') in ('off', 'local')";

/// Our statements are few, long and each finds its rows by an index, whatever the values: to plan one anew for each value, or
/// to compile it, takes longer than to run it. Planned while a table is small, a statement must still use the index when it
/// has grown; and it goes from row to row, as it was written for: to gather whole tables first is quick only in theory.
/// What it reads lies in memory.
const PLANNED_ONCE: &str = "set plan_cache_mode = force_generic_plan; set jit = off; set enable_seqscan = off;
    set enable_hashjoin = off; set enable_mergejoin = off; set enable_hashagg = off;
    set enable_bitmapscan = off; set enable_material = off; set random_page_cost = 1.1";

/// A server that is not there must not hold up the one writer.
const CONNECTING: Duration = Duration::from_secs(5);

pub(super) fn connect(url: &str, schema: &str) -> Result<Engine> {
    let mut config: postgres::Config = url.parse()?;
    if config.get_connect_timeout().is_none() {
        config.connect_timeout(CONNECTING);
    }
    let mut client = config.connect(postgres::NoTls)?;
    if schema.is_empty()
        || !schema.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'_')
    {
        return Err(Error::Engine(format!("{schema:?} is not a name of a schema")));
    }
    let settings = format!("set client_min_messages = warning; set search_path = {schema}; {PLANNED_ONCE}; {DURABLE}");
    client.batch_execute(&settings)?;
    Ok(Engine::Postgres(Box::new(RefCell::new(Session {
        client,
        statements: HashMap::new(),
        schema: schema.to_owned(),
    }))))
}

impl Session {
    pub(super) fn create_schema(&mut self, schema: &str) -> Result<()> {
        Ok(self.client.batch_execute(&format!("create schema if not exists {schema}"))?)
    }

    pub(super) fn all<R: Record>(&mut self, sql: &'static str, values: &[Value<'_>]) -> Result<Vec<R>> {
        let statement = self.prepared(sql)?;
        let place_of = |name: &&str| {
            let found = statement.columns().iter().position(|column| column.name() == *name);
            found.ok_or_else(|| Error::Engine(format!("no column {name}")))
        };
        let places = R::COLUMNS.iter().map(place_of).collect::<Result<Vec<_>>>()?;
        let rows = self.client.query(&statement, &by_reference(values))?;
        rows.iter().map(|row| R::read(&mut Cells { row: RowOf::Postgres(row), places: places.iter() })).collect()
    }

    pub(super) fn run(&mut self, sql: &'static str, values: &[Value<'_>]) -> Result<u64> {
        let statement = self.prepared(sql)?;
        Ok(self.client.execute(&statement, &by_reference(values))?)
    }

    pub(super) fn script(&mut self, sql: &'static str) -> Result<()> {
        Ok(self.client.batch_execute(sql)?)
    }

    fn prepared(&mut self, sql: &'static str) -> Result<postgres::Statement> {
        if let Some(statement) = self.statements.get(sql) {
            return Ok(statement.clone());
        }
        let statement = self.client.prepare(sql)?;
        self.statements.insert(sql, statement.clone());
        Ok(statement)
    }
}

pub(super) fn value(row: &postgres::Row, place: usize) -> Result<Value<'_>> {
    let column = row.columns().get(place).map(|column| column.type_().clone());
    Ok(match column {
        Some(Type::INT8) => row.try_get::<_, Option<i64>>(place)?.map_or(Value::Null, Value::Int),
        Some(Type::BOOL) => row.try_get::<_, Option<bool>>(place)?.map_or(Value::Null, Value::Bool),
        Some(Type::UUID) => row.try_get::<_, Option<Uuid>>(place)?.map_or(Value::Null, Value::Id),
        Some(Type::TEXT) => row.try_get::<_, Option<&str>>(place)?.map_or(Value::Null, Value::from),
        Some(Type::BYTEA) => row.try_get::<_, Option<&[u8]>>(place)?.map_or(Value::Null, Value::from),
        other => return Err(Error::Engine(format!("column {place} has a type we do not use: {other:?}"))),
    })
}

fn by_reference<'v>(values: &'v [Value<'_>]) -> Vec<&'v (dyn ToSql + Sync)> {
    values.iter().map(|value| value as &(dyn ToSql + Sync)).collect()
}

impl ToSql for Value<'_> {
    fn to_sql(
        &self,
        expected: &Type,
        out: &mut bytes::BytesMut,
    ) -> std::result::Result<IsNull, Box<dyn std::error::Error + Sync + Send>> {
        match self {
            Value::Null => return Ok(IsNull::Yes),
            Value::Int(n) if *expected == Type::INT8 => out.extend_from_slice(&n.to_be_bytes()),
            Value::Int(_) => return Err(format!("an integer bound where PostgreSQL expects {expected}").into()),
            Value::Bool(b) => out.extend_from_slice(&[u8::from(*b)]),
            Value::Id(id) => out.extend_from_slice(id.as_bytes()),
            Value::Text(text) => out.extend_from_slice(text.as_bytes()),
            Value::Blob(bytes) => out.extend_from_slice(bytes),
        }
        Ok(IsNull::No)
    }

    fn accepts(_: &Type) -> bool {
        true
    }

    to_sql_checked!();
}

impl From<postgres::Error> for Error {
    fn from(error: postgres::Error) -> Self {
        let cause = || error.as_db_error().map_or_else(|| error.to_string(), ToString::to_string);
        match error.code().map(postgres::error::SqlState::code) {
            Some("40001" | "40P01") => Error::Again,
            Some("53100") => Error::Full,
            // Shut down, starting up, no connection left, a server that only reads: another one may answer.
            Some("57P01" | "57P02" | "57P03" | "53300" | "25006") => Error::Lost(cause()),
            Some(code) if code.starts_with("08") => Error::Lost(cause()),
            None if error.is_closed() || is_of_the_network(&error) => Error::Lost(cause()),
            _ => Error::Engine(cause()),
        }
    }
}

fn is_of_the_network(error: &postgres::Error) -> bool {
    std::error::Error::source(error).is_some_and(|source| source.is::<std::io::Error>())
}
