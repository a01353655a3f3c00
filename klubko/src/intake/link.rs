//! The link of an anonymous contact to the folder of the person who says it was they. There is no matching:
//! nothing here looks for a contact but by the number that was typed.

use super::store::link as store;
use crate::kernel::change::{Change, OwnConcern};
use crate::kernel::db::Unit;
use crate::kernel::failure::Failure;
use crate::kernel::form::Form;
use crate::kernel::id::{AnonymousContactId, FolderId, ServiceId};
use crate::kernel::journal::Entry;
use crate::kernel::messages_cs::InCzech;
use jiff::civil::Date;
use rules::anonymous::{Link, LinkBlock, check_link};
use uuid::Uuid;

/// A link that may be made.
#[derive(Clone, Copy)]
pub struct NewLink {
    pub contact: AnonymousContactId,
    pub on: Date,
}

/// Reads the fields `anonymous_number` and `at_own_wish`; no number, no link.
pub fn read(
    form: &mut Form,
    (db, service): (&Unit, ServiceId),
    (on, today): (Option<Date>, Date),
) -> Result<Option<NewLink>, Failure> {
    if form.value("anonymous_number").is_empty() {
        return Ok(None);
    }
    let number = number_typed(form.value("anonymous_number"));
    let found = match number {
        Some(number) => store::by_number(db, service, number)?,
        None => None,
    };
    let Some(contact) = found else {
        form.problem("anonymous_number", "Takový anonymní kontakt ve službě není. Číslo má tvar A-2025-0123");
        return Ok(None);
    };
    let (at_own_wish, contact_on) = (form.ticked("at_own_wish"), contact.held_on);
    let link = Link { at_own_wish, on, contact_on, already_linked: contact.is_linked };
    // A missing day was asked for where it is typed.
    for block in check_link(&link, today).into_iter().filter(|block| *block != LinkBlock::DateMissing) {
        form.problem(field_of(block), block.cs());
    }
    Ok(on.map(|on| NewLink { contact: contact.id, on }))
}

/// Writes the link, with its entry in the folder's concern when the folder is just being opened.
pub fn write(
    change: &mut Change,
    folder: FolderId,
    link: NewLink,
    concern: Option<&OwnConcern>,
) -> Result<Uuid, Failure> {
    let id: Uuid = change.new_id();
    store::insert(change, id, folder, link)?;
    if let Some(concern) = concern {
        change.also(concern.entry(entry(id)));
    }
    Ok(id)
}

/// What the journal says of it.
pub fn entry(link: Uuid) -> Entry {
    Entry::about(link, "propojení s anonymním kontaktem na přání").resting_on("R-028")
}

fn field_of(block: LinkBlock) -> &'static str {
    match block {
        LinkBlock::NotAtOwnWish => "at_own_wish",
        LinkBlock::DateMissing | LinkBlock::InTheFuture => "linked_on",
        LinkBlock::BeforeTheContact { .. } | LinkBlock::AlreadyLinked => "anonymous_number",
    }
}

/// `A-2026-0001` however it is typed: year and sequence.
fn number_typed(text: &str) -> Option<(i64, i64)> {
    let bare = text.trim().to_uppercase().replace([' ', '\u{a0}', '–'], "-");
    let bare = bare.strip_prefix("A-").or_else(|| bare.strip_prefix('A')).unwrap_or(&bare);
    let (year, sequence) = bare.split_once(['-', '/'])?;
    Some((year.trim().parse().ok()?, sequence.trim().parse().ok()?))
}

#[cfg(test)]
mod tests {
    use super::number_typed;

    #[test]
    fn the_number_is_read_as_people_dictate_it() {
        for typed in ["A-2026-0001", "a-2026-1", "A 2026 1", "2026/0001", "A2026-1"] {
            assert_eq!(number_typed(typed), Some((2026, 1)), "{typed}");
        }
        assert_eq!(number_typed("Jitka"), None);
        assert_eq!(number_typed("777 123 456"), None);
    }
}
