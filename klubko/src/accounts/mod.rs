//! Who works here and how they sign in: workers, memberships and mandates, sessions, passwords.
//!
//! A session may be lent to a client for one text ([`lend`], `kernel::kiosk`). For everybody who signs in, and for the technical admin who looks after accounts (the pages of `workers`). Second
//! factors will stand beside the password in `sign_in`.

pub mod console;
mod device;
mod directory;
mod password;
mod profile;
mod session;
mod set_up;
mod sign_in;
mod store;

use crate::kernel::route::Route;
pub use directory::{Colleague, Inspector, colleague, colleagues, inspectors};
use rules::access::Act;
pub use store::sessions::{decided, end_all as end_sessions, lend};
pub use store::{own::set_password, staff};

pub fn routes() -> Vec<Route> {
    vec![
        Route::page(Act::SetUp, "/set-up", set_up::page),
        Route::weighed(Act::SetUp, "/set-up", set_up::weigh, set_up::found),
        Route::page(Act::SignIn, "/sign-in", sign_in::page),
        Route::weighed(Act::SignIn, "/sign-in", sign_in::weigh, sign_in::enter),
        Route::page(Act::Unlock, "/session/unlock", session::locked),
        Route::weighed(Act::Unlock, "/session/unlock", session::weigh, session::unlock),
        Route::form(Act::KeepOwn, "/session/service", session::work_for),
        Route::form(Act::SignOut, "/session/sign-out", session::leave),
        Route::form(Act::SignOut, "/session/sign-out-everywhere", session::leave_everywhere),
        Route::page(Act::SeeOwn, "/profile", profile::page),
        Route::form(Act::KeepOwn, "/profile", profile::choose),
        Route::page(Act::SeeOwn, "/profile/password", profile::password),
        Route::weighed(Act::KeepOwn, "/profile/password", profile::weigh, profile::change_password),
    ]
}
