//! Both engines hold the same tables with the same columns.

use crate::common::Town;
use klubko::kernel::db::{Connection, Unit};

/// The same kind has two names: SQLite keeps ours as they were written, PostgreSQL says its own.
fn kind(said: &str) -> &str {
    match said {
        "bytea" => "blob",
        "bytea not null" => "blob not null",
        other => other,
    }
}

#[test]
fn the_columns_of_both_engines_are_the_same() {
    let Some(schema) = Town::in_a_schema() else { return };
    let file = Town::in_a_file();
    let columns = |town: &Town| {
        let reader = Connection::open_reader(&town.place).unwrap();
        let columns = reader.read(Unit::columns).unwrap().unwrap();
        columns.into_iter().map(|(name, said)| (name, kind(&said).to_owned())).collect::<Vec<_>>()
    };
    let (here, there) = (columns(&file), columns(&schema));
    assert!(here.len() > 200, "{}", here.len());
    assert_eq!(here, there);
}
