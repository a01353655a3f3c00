//! Showing once what is otherwise masked: the birth number, the address of somebody in danger. Each asking is written
//! into the journal as a deed, for it concerns more than a look at the page does.

use super::data::{self, Revealed};
use crate::kernel::answer::Answer;
use crate::kernel::change::Pen;
use crate::kernel::folder::Folder;
use crate::kernel::journal::Entry;
use crate::kernel::visit::Visit;

/// Shows the whole birth number, this once.
pub fn show_birth_number<'v>(visit: &'v Visit<'v>, pen: Pen<'v>) -> Answer {
    reveal(visit, pen, Revealed::BirthNumber, "rodné číslo zobrazeno")
}

/// Shows a protected address, this once.
pub fn show_address<'v>(visit: &'v Visit<'v>, pen: Pen<'v>) -> Answer {
    reveal(visit, pen, Revealed::Address, "chráněná adresa zobrazena")
}

fn reveal<'v>(visit: &'v Visit<'v>, pen: Pen<'v>, what: Revealed, text: &'static str) -> Answer {
    let folder = Folder::open(visit)?;
    let change = pen.change(&folder)?;
    let page = data::show(visit, &folder, what)?;
    change.commit(Entry::about(folder.person(), text));
    Ok(page)
}
