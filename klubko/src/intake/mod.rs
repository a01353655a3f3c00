//! First contacts: who turned to the service, with a name or without one.
//!
//! For the intake team. A named contact opens a folder (R-020 … R-023), an anonymous one opens nothing and stays a
//! contact for ever; only the person links the two. The queue says who waits and how long.

mod again;
mod booking;
mod choices;
mod contact;
mod counts;
mod link;
mod pages;
mod similar;
mod store;

use crate::kernel::route::Route;
pub use again::{AskedAgain, receive_again, receive_told, record_again};
use rules::access::Act;

pub fn routes() -> Vec<Route> {
    use pages::{anonymous, first_contact, new_anonymous, new_contact, queue};
    vec![
        Route::page(Act::SeeFirstContacts, "/first-contacts", queue::page),
        Route::page(Act::TakeFirstContact, "/first-contacts/new", new_contact::page),
        Route::form(Act::TakeFirstContact, "/first-contacts", new_contact::take),
        Route::page(Act::SeeNegotiation, "/folders/{folder}/first-contact", first_contact::page),
        Route::form(Act::LinkAnonymousContact, "/folders/{folder}/anonymous-links", first_contact::link),
        Route::page(Act::SeeAnonymousContacts, "/anonymous-contacts", anonymous::list),
        Route::page(Act::RecordAnonymousContact, "/anonymous-contacts/new", new_anonymous::page),
        Route::form(Act::RecordAnonymousContact, "/anonymous-contacts", new_anonymous::record),
        Route::page(Act::SeeAnonymousContacts, "/anonymous-contacts/{contact}", anonymous::page),
        Route::form(Act::RecordAnonymousContact, "/anonymous-contacts/{contact}/folder", anonymous::refuse_folder),
    ]
}
