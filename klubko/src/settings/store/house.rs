use crate::kernel::change::Change;
use crate::kernel::db::Unit;
use crate::kernel::failure::Failure;
use crate::kernel::id::ServiceId;
use crate::{params, record};

record! { struct Mark { value: String } }

/// One thing remembered about the house as a whole.
pub fn mark(change: &mut Change, key: &'static str, value: &str) -> Result<(), Failure> {
    const MARK: &str = "
        insert into house_mark (key, value) values ($1, $2) on conflict (key) do update set value = $2";
    change.run(MARK, params![key, value]).map(drop)
}

pub fn unmark(change: &mut Change, key: &'static str) -> Result<(), Failure> {
    const UNMARK: &str = "delete from house_mark where key = $1";
    change.run(UNMARK, params![key]).map(drop)
}

pub fn is_marked(unit: &Unit, key: &'static str, value: &str) -> Result<bool, Failure> {
    Ok(marked(unit, key)?.is_some_and(|stored| stored == value))
}

/// What was remembered, if it was.
pub fn marked(unit: &Unit, key: &'static str) -> Result<Option<String>, Failure> {
    const FIND: &str = "select value from house_mark where key = $1";
    let found: Option<Mark> = unit.first(FIND, params![key])?;
    Ok(found.map(|mark| mark.value))
}

record! {
    pub struct Service {
        pub id: ServiceId,
        pub name: String,
        pub mark: String,
        pub kind: String,
        pub place: String,
    }
}

/// The services of the provider in their order; names only, nothing of their work.
pub fn services(unit: &Unit) -> Result<Vec<Service>, Failure> {
    const ALL: &str = "select id, name, mark, kind, place from service order by position, id";
    Ok(unit.all(ALL, &[])?)
}

record! {
    /// Who stands at the foot of a paper.
    pub struct Printer {
        pub service: String,
        pub provider: String,
        pub company_number: String,
        pub address: String,
    }
}

pub fn printer(unit: &Unit, service: ServiceId) -> Result<Printer, Failure> {
    const PRINTER: &str = "
        select s.name as service, p.name as provider, p.company_number as company_number, p.address as address
          from service s cross join provider p where s.id = $1";
    unit.first(PRINTER, params![service])?.ok_or(Failure::Absent)
}

pub fn printer_of_house(unit: &Unit) -> Result<Printer, Failure> {
    const PRINTER: &str = "
        select name as service, name as provider, company_number as company_number, address as address from provider";
    unit.first(PRINTER, params![])?.ok_or(Failure::Absent)
}
