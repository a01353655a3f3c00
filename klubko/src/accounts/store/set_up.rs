//! The first rows of a real house.

use crate::kernel::change::Change;
use crate::kernel::db::Unit;
use crate::kernel::failure::Failure;
use crate::{params, record};
use uuid::Uuid;

record! { struct Known { name: String } }

/// Whether a provider lives here already; then there is nothing to set up.
pub fn is_inhabited(unit: &Unit) -> Result<bool, Failure> {
    const FIND: &str = "select name from provider";
    let found: Option<Known> = unit.first(FIND, &[])?;
    Ok(found.is_some_and(|known| !known.name.is_empty()))
}

/// The organisation that provides the services.
pub struct Provider<'f> {
    pub name: &'f str,
    pub company_number: &'f str,
    pub address: &'f str,
}

pub fn insert_provider(change: &mut Change, provider: &Provider<'_>) -> Result<(), Failure> {
    const INSERT: &str =
        "insert into provider (id, name, company_number, address, is_demo) values ($1, $2, $3, $4, false)";
    let id: Uuid = change.new_id();
    let row = params![id, provider.name, provider.company_number, provider.address];
    change.run(INSERT, row).map(drop)
}
