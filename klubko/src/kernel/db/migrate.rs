//! Brings a provider's schema up to date, under the write lock, so that several programs may start at once.

use super::{Connection, Engine, Place, Result, Unit, postgres};
use crate::kernel::seeded;
use crate::{params, record};

const MIGRATIONS: &[(i64, &str)] = &[
    (1, include_str!("../../../migrations/0001_house.sql")),
    (2, include_str!("../../../migrations/0002_folders.sql")),
    (3, include_str!("../../../migrations/0003_intake.sql")),
    (4, include_str!("../../../migrations/0004_agreement.sql")),
    (5, include_str!("../../../migrations/0005_attachments.sql")),
    (6, include_str!("../../../migrations/0006_plan.sql")),
    (7, include_str!("../../../migrations/0007_refusal_and_agreement.sql")),
    (8, include_str!("../../../migrations/0008_inspection.sql")),
    (9, include_str!("../../../migrations/0009_sharing.sql")),
    (10, include_str!("../../../migrations/0010_notices.sql")),
    (11, include_str!("../../../migrations/0011_secrecy_release.sql")),
    (12, include_str!("../../../migrations/0012_case_management.sql")),
    (13, include_str!("../../../migrations/0013_team_meeting.sql")),
    (14, include_str!("../../../migrations/0014_indexes.sql")),
];

pub(super) fn run(writer: &Connection, place: &Place) -> Result<()> {
    record! { struct Applied { number: i64 } }
    let batch = writer.begin_writing()?;
    let unit = batch.unit();
    if let (Engine::Postgres(session), Place::Schema { schema, .. }) = (&unit.0, place) {
        session.borrow_mut().create_schema(schema)?;
        unit.script(postgres::SPEAKS_OURS)?;
    }
    unit.script("create table if not exists migration (number bigint primary key)")?;
    let applied: Vec<Applied> = unit.all("select number from migration", &[])?;
    for (number, script) in MIGRATIONS.iter().filter(|(number, _)| *number <= seeded::last_migration()) {
        if applied.iter().all(|one| one.number != *number) {
            unit.script(script)?;
            unit.run("insert into migration (number) values ($1)", params![*number])?;
        }
    }
    batch.commit()
}

record! { struct Column { name: String, kind: String } }

/// `table.column` and its kind in our words, in the order of names.
pub(super) fn columns(unit: &Unit) -> Result<Vec<(String, String)>> {
    let sql = match &unit.0 {
        Engine::Sqlite(_) => {
            "select t.name || '.' || c.name as name, lower(c.type) || case when c.\"notnull\" = 1 or c.pk > 0
                    then ' not null' else '' end as kind
               from sqlite_schema t join pragma_table_info(t.name) c
              where t.type = 'table' and t.name not like 'sqlite%' order by 1"
        }
        Engine::Postgres(_) => {
            "select c.table_name::text || '.' || c.column_name::text as name,
                    case when c.domain_name is not null then c.domain_name::text else c.data_type::text end
                    || case when c.is_nullable = 'NO' then ' not null' else '' end as kind
               from information_schema.columns c
              where c.table_schema = current_schema() order by 1"
        }
    };
    let columns: Vec<Column> = unit.all(sql, &[])?;
    let mut named: Vec<_> = columns.into_iter().map(|column| (column.name, column.kind)).collect();
    named.sort();
    Ok(named)
}
