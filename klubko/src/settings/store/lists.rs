use crate::kernel::value::Value;
use crate::params;
use crate::settings::law::starting;
use crate::settings::starter::{LISTS, SINCE};
use rules::coded::Coded;
use rules::law::Provision;

/// Puts up all lists by the given way of writing: the pen of the set-up, or the town's own.
pub fn put_up<E>(mut write: impl FnMut(&'static str, &[Value<'_>]) -> Result<(), E>) -> Result<(), E> {
    const INSERT: &str =
        "insert into code_list_item (list, code, label, position, valid_from) values ($1, $2, $3, $4, $5)";
    const CITE: &str = "insert into legal_reference (code, text, valid_from) values ($1, $2, $3)";
    for provision in Provision::ALL {
        write(CITE, params![provision.code(), starting(*provision), SINCE])?;
    }
    for (list, items) in LISTS {
        for (position, (code, label)) in items.iter().enumerate() {
            write(INSERT, params![*list, *code, *label, position as i64, SINCE])?;
        }
    }
    Ok(())
}
