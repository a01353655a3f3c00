use crate::kernel::value::Value;
use crate::params;
use crate::settings::starter::{LISTS, SINCE};

/// Puts up all lists by the given way of writing: the pen of the set-up, or the town's own.
pub fn put_up<E>(mut write: impl FnMut(&'static str, &[Value<'_>]) -> Result<(), E>) -> Result<(), E> {
    const INSERT: &str =
        "insert into code_list_item (list, code, label, position, valid_from) values ($1, $2, $3, $4, $5)";
    for (list, items) in LISTS {
        for (position, (code, label)) in items.iter().enumerate() {
            write(INSERT, params![*list, *code, *label, position as i64, SINCE])?;
        }
    }
    Ok(())
}
