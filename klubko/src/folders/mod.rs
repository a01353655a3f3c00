//! Clients of a service: the list, a folder's cover and first page, personal data.
//!
//! For every worker of the service. The list shows names; what is inside is behind the door.

mod contact;
mod head;
mod open;
mod pages;
mod plain;
mod store;
mod ways;

use crate::kernel::route::Route;
pub use contact::{Contact, contact};
pub use head::{FolderHead, Known, head, head_of, known, phone};
pub(crate) use open::{BACKWARDS, words};
pub use open::{NewPerson, OpenedFolder, begin_thread, number, open_folder, reword, thread};
use pages::{birth_number, clients, data, edit, summary};
pub use plain::{Plain, beginning_large, explained, explained_or, items, led, plain_paper, quoted, sentences};
use rules::access::Act;

/// The lists of clients as the engine gets them, for the test of their plans: what leads them, and the query.
pub fn queries() -> Vec<(&'static str, &'static str)> {
    let leads = |place: usize| if place < 4 { "names" } else { "worker" };
    store::list::LISTS.iter().enumerate().map(|(place, listing)| (leads(place), listing.sql())).collect()
}

pub fn routes() -> Vec<Route> {
    vec![
        Route::page(Act::SeeClients, "/folders", clients::page),
        Route::page(Act::SeeFolder, "/folders/{folder}", summary::page),
        Route::page(Act::SeePersonalData, "/folders/{folder}/data", data::page),
        Route::form(Act::RevealBirthNumber, "/folders/{folder}/data/birth-number", birth_number::show_birth_number),
        Route::form(Act::RevealAddress, "/folders/{folder}/data/address", birth_number::show_address),
        Route::page(Act::CorrectPersonalData, "/folders/{folder}/data/edit", edit::page),
        Route::form(Act::CorrectPersonalData, "/folders/{folder}/data/edit", edit::save),
    ]
}
