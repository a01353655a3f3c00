//! What a provider sets: its code lists, its services and their profile, the numbers of its methodology within the words
//! of the source (decision 8), when a screen locks and how much room attachments have. For heads of services and the technical admin.

mod imprint;
mod law;
mod numbers;
mod pages;
mod profile;
mod services;
mod starter;
mod store;

use crate::kernel::route::Route;
pub use imprint::{house_imprint, imprint};
pub use law::{Law, law};
pub use profile::ServiceProfile;
use rules::access::Act;
pub use services::attachment_limits;
pub use starter::starting;
pub use store::house::{is_marked, mark, marked, services, unmark};
pub use store::lists::put_up;
pub use store::profile::open as open_service;

pub fn routes() -> Vec<Route> {
    vec![
        Route::page(Act::SeeSettings, "/settings", pages::page),
        Route::form(Act::ChangeSettings, "/settings/numbers", pages::set_numbers),
        Route::page(Act::SeeSettings, "/settings/profile", pages::profile),
        Route::form(Act::ChangeSettings, "/settings/profile", pages::set_profile),
        Route::page(Act::SeeSettings, "/settings/law", law::list),
        Route::page(Act::SeeSettings, "/settings/law/{provision}", law::page),
        Route::form(Act::ChangeSettings, "/settings/law/{provision}", law::save),
        Route::page(Act::ManageServices, "/services", services::list),
        Route::page(Act::ManageServices, "/services/new", services::blank),
        Route::form(Act::ManageServices, "/services/new", services::open),
        Route::form(Act::ManageServices, "/services/idle-minutes", services::set_idle_minutes),
        Route::form(Act::ManageServices, "/services/attachment-limits", services::set_attachment_limits),
    ]
}
