//! Rows of any table as they are stored, read past the house on either engine: what is multiplied is what forms wrote.

use anyhow::{Context, Result, bail};
use klubko::kernel::db::Place;
use klubko::kernel::value::Value;
use uuid::Uuid;

/// A stored value of its own.
#[derive(Clone, Debug, PartialEq)]
pub enum Held {
    Null,
    Int(i64),
    Bool(bool),
    Id(Uuid),
    Text(String),
    Blob(Vec<u8>),
}

impl Held {
    pub fn value(&self) -> Value<'_> {
        match self {
            Self::Null => Value::Null,
            Self::Int(n) => Value::Int(*n),
            Self::Bool(is) => Value::Bool(*is),
            Self::Id(id) => Value::Id(*id),
            Self::Text(text) => Value::from(text),
            Self::Blob(bytes) => Value::from(bytes),
        }
    }

    pub const fn id(&self) -> Option<Uuid> {
        if let Self::Id(id) = self { Some(*id) } else { None }
    }
}

/// A table with its rows, in the order in which tables may refer to one another.
pub struct Table {
    pub name: String,
    pub columns: Vec<String>,
    types: Vec<String>,
    pub rows: Vec<Vec<Held>>,
}

impl Table {
    pub fn place(&self, column: &str) -> Option<usize> {
        self.columns.iter().position(|name| name == column)
    }

    /// The statement that stores a row; it lives as long as the program, as the house asks of its statements.
    pub fn insert(&self) -> &'static str {
        let holes: Vec<_> = (1..=self.columns.len()).map(|n| format!("${n}")).collect();
        let sql = format!("insert into {} ({}) values ({})", self.name, self.columns.join(", "), holes.join(", "));
        Box::leak(sql.into_boxed_str())
    }
}

/// Every table of the provider. The journal is left to its own reader: it is chained.
pub fn read(place: &Place) -> Result<Vec<Table>> {
    match place {
        Place::File(file) => sqlite(file),
        Place::Schema { url, schema } => postgres(url, schema),
    }
}

/// Of names and types of columns in their order, tables.
fn tables(columns: impl Iterator<Item = (String, String, String)>) -> Vec<Table> {
    let mut tables: Vec<Table> = Vec::new();
    for (name, column, kind) in columns {
        if tables.last().is_none_or(|last| last.name != name) {
            tables.push(Table { name, columns: Vec::new(), types: Vec::new(), rows: Vec::new() });
        }
        if let Some(last) = tables.last_mut() {
            last.columns.push(column);
            last.types.push(kind.to_lowercase());
        }
    }
    tables
}

#[expect(clippy::disallowed_methods, reason = "the rows of every table are read as they lie")]
fn sqlite(file: &std::path::Path) -> Result<Vec<Table>> {
    const COLUMNS: &str = "
        select t.name, c.name, c.type from sqlite_schema t join pragma_table_info(t.name) c
         where t.type = 'table' and t.name not like 'sqlite%' order by t.rowid, c.cid";
    let sqlite = rusqlite::Connection::open(file)?;
    let mut asked = sqlite.prepare(COLUMNS)?;
    let columns: Vec<_> =
        asked.query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?.collect::<rusqlite::Result<_>>()?;
    let mut tables = tables(columns.into_iter());
    for table in &mut tables {
        let mut asked = sqlite.prepare(&format!("select {} from {}", table.columns.join(", "), table.name))?;
        let mut rows = asked.raw_query();
        while let Some(row) = rows.next()? {
            let read = |(at, kind): (usize, &String)| of_sqlite(row.get(at)?, kind);
            table.rows.push(table.types.iter().enumerate().map(read).collect::<Result<_>>()?);
        }
    }
    Ok(tables)
}

fn of_sqlite(value: rusqlite::types::Value, kind: &str) -> Result<Held> {
    use rusqlite::types::Value as Stored;
    Ok(match (value, kind) {
        (Stored::Null, _) => Held::Null,
        (Stored::Integer(n), "boolean") => Held::Bool(n != 0),
        (Stored::Integer(n), _) => Held::Int(n),
        (Stored::Blob(bytes), "uuid") => Held::Id(Uuid::from_slice(&bytes)?),
        (Stored::Blob(bytes), _) => Held::Blob(bytes),
        (Stored::Text(text), _) => Held::Text(text),
        (Stored::Real(_), _) => bail!("a float; we store none"),
    })
}

#[expect(clippy::disallowed_methods, reason = "the rows of every table are read as they lie")]
fn postgres(url: &str, schema: &str) -> Result<Vec<Table>> {
    const COLUMNS: &str = "
        select t.relname::text, c.attname::text, format_type(c.atttypid, null)
          from pg_class t join pg_attribute c on c.attrelid = t.oid
         where t.relnamespace = $1::text::regnamespace and t.relkind = 'r' and c.attnum > 0 and not c.attisdropped
         order by t.oid, c.attnum";
    let mut client = postgres::Client::connect(url, postgres::NoTls)?;
    client.batch_execute(&format!("set search_path = {schema}"))?;
    let columns = client.query(COLUMNS, &[&schema])?;
    let mut tables = tables(columns.iter().map(|row| (row.get(0), row.get(1), row.get(2))));
    for table in &mut tables {
        let rows = client.query(&format!("select {} from {}", table.columns.join(", "), table.name), &[])?;
        for row in rows {
            let read = |(at, kind): (usize, &String)| of_postgres(&row, at, kind);
            table.rows.push(table.types.iter().enumerate().map(read).collect::<Result<_>>()?);
        }
    }
    Ok(tables)
}

fn of_postgres(row: &postgres::Row, at: usize, kind: &str) -> Result<Held> {
    let held = match kind {
        "uuid" => row.try_get::<_, Option<Uuid>>(at)?.map(Held::Id),
        "bigint" => row.try_get::<_, Option<i64>>(at)?.map(Held::Int),
        "boolean" => row.try_get::<_, Option<bool>>(at)?.map(Held::Bool),
        "text" => row.try_get::<_, Option<String>>(at)?.map(Held::Text),
        _ => row.try_get::<_, Option<Vec<u8>>>(at).with_context(|| kind.to_owned())?.map(Held::Blob),
    };
    Ok(held.unwrap_or(Held::Null))
}
