//! Appointments: a booked consultation, a follow-up call, a planned visit. They stand on Můj den (decision 10);
//! calendar screens come later.

mod store;

use crate::kernel::route::Route;
pub use store::{NewAppointment, attach, plan};

pub fn routes() -> Vec<Route> {
    vec![]
}
