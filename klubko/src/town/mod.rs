//! The demo town: one provider, four services, people with names. Used by the tests and by `klubko demo`.
//!
//! All names and numbers are invented. Javořinka has no contacts in the clock's year, so that the numbers of its
//! stories start at 1.

mod attachments;
mod crossed;
mod greeting;
mod inspection;
mod nameless;
mod on_screen;
mod paper;
mod people;
mod plans;
mod planting;
mod residents;
mod rows;
mod sharing;
mod templates;
mod together;
mod waiting;
mod written;

pub use attachments::drawn_paper;
pub use greeting::{greeting, sign_ins};
pub use people::{JAVORINKA, OSP, PASSWORD, PEOPLE, PM, Person, SAS, SERVICES, Town};

use crate::kernel::db::{Connection, Place, Result};
use crate::settings;

/// Builds the town in an empty place; a place that already has a provider is left as it is.
pub fn build(place: &Place) -> Result<()> {
    let writer = Connection::open_writer(place)?;
    if is_inhabited(&writer)? {
        return Ok(());
    }
    writer.plant(|plant| {
        people::move_in(plant)?;
        templates::put_up(plant)?;
        settings::put_up(|sql, values| plant(sql, values))?;
        residents::settle(plant)?;
        attachments::bring(place, plant)?;
        sharing::decide(plant)?;
        on_screen::sign(plant)?;
        inspection::open(plant)?;
        together::meet(plant)?;
        crossed::cross(plant)
    })
}

fn is_inhabited(writer: &Connection) -> Result<bool> {
    crate::record! { struct Name { name: String } }
    let found: Option<Name> = writer.read(|unit| unit.first("select name from provider", &[]))??;
    Ok(found.is_some_and(|provider| !provider.name.is_empty()))
}
