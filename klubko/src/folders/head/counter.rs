//! The counter of visits for the head (R-054, D1): which visit it is, and whether a plan is to be thought of.

use super::Known;
use crate::activity;
use crate::kernel::failure::Failure;
use crate::kernel::folder::Folder;
use rules::status::Status;
use rules::visits::Counter;

/// What the counter says, with the limit of the service.
pub struct Visits {
    pub counter: Counter,
}

impl Visits {
    pub fn none() -> Self {
        Self { counter: Counter::Silent }
    }
}

/// The counter of a client; nobody else is counted.
pub fn of(folder: &Folder, known: &Known) -> Result<Visits, Failure> {
    if known.status != Status::Client {
        return Ok(Visits::none());
    }
    Ok(Visits { counter: activity::visit_counter(folder)?.counter })
}
