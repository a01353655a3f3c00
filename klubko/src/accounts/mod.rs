//! Who works here and how they sign in: workers, memberships and mandates, sessions, passwords.
//!
//! For everybody who signs in, and for the technical admin who looks after accounts. Second factors will stand beside
//! the password in `sign_in`.

mod directory;
mod sign_in;
mod store;

use crate::kernel::route::Route;
pub use directory::{Colleague, colleague, colleagues};
use rules::access::Act;

pub fn routes() -> Vec<Route> {
    vec![
        Route::page(Act::SignIn, "/sign-in", sign_in::page),
        Route::weighed(Act::SignIn, "/sign-in", sign_in::weigh, sign_in::enter),
        Route::form(Act::SignOut, "/session/sign-out", sign_in::leave),
    ]
}
