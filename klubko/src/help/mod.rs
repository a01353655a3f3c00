//! Help by topics, one short text each, and „Více“: everything that the signed-in person may open and that is not in
//! the navigation. Everybody has this page, also those who do not work with clients.

mod more;
mod topics;

use crate::kernel::route::Route;
use rules::access::Act;

pub fn routes() -> Vec<Route> {
    vec![
        Route::page(Act::ReadPublic, "/help", topics::list),
        Route::page(Act::ReadPublic, "/help/{topic}", topics::one),
        Route::page(Act::SeeOwn, "/more", more::page),
    ]
}
