//! Everything that is written down, row by row, to see whether something changed; and a place that fails at will.

use super::Town;
use klubko::kernel::db::{Connection, Place};
use klubko::kernel::seeded::{Failing, fail, heal};
use klubko::params;
use std::collections::BTreeMap;

/// What an attempt that failed may leave behind: who looked, who is at his screen.
const BESIDE: &[&str] = &["journal", "session"];

klubko::record! { struct Row { line: String } }

impl Town {
    /// The rows of every table but the journal and the sessions, in an order of their own.
    pub fn written(&self) -> BTreeMap<String, Vec<String>> {
        let mut tables: BTreeMap<String, Vec<String>> = BTreeMap::new();
        for column in self.columns().iter().filter(|column| !BESIDE.contains(&column.table.as_str())) {
            let cell = format!("coalesce(cast({} as text), '')", column.name);
            tables.entry(column.table.clone()).or_default().push(cell);
        }
        let reader = Connection::open_reader(&self.place).unwrap();
        let read = |(table, cells): (String, Vec<String>)| {
            let sql = format!("select {} as line from {table} order by 1", cells.join(" || '|' || "));
            let rows: Vec<Row> = reader.read(|unit| unit.all(known(sql), params![])).unwrap().unwrap();
            (table, rows.into_iter().map(|row| row.line).collect())
        };
        tables.into_iter().map(read).collect()
    }

    /// From the `nth` call on its database fails.
    pub fn fail(&self, nth: u64, how: Failing) {
        fail(&self.key(), nth, how);
    }

    /// It works again; whether any call failed.
    pub fn heal(&self) -> bool {
        heal(&self.key())
    }

    fn key(&self) -> String {
        match &self.place {
            Place::File(file) => file.display().to_string(),
            Place::Schema { schema, .. } => schema.clone(),
        }
    }
}

/// The same text for ever, once for each table.
fn known(sql: String) -> &'static str {
    use std::sync::Mutex;
    static KNOWN: Mutex<BTreeMap<String, &'static str>> = Mutex::new(BTreeMap::new());
    KNOWN.lock().unwrap().entry(sql.clone()).or_insert_with(|| sql.leak())
}
