//! The register of what the client decided about his data: consents and dissents, oral and written, what replaced
//! them, what was withdrawn (R-024, R-052, R-082, R-084, D9).
//!
//! For every worker of the folder; the negotiation and the agreement record consents through the front door. Nothing
//! here is edited or deleted: a newer decision stands beside the older one, and so does a withdrawal.

mod record;
mod standing;
mod store;

use crate::kernel::route::Route;
pub use record::{OralConsent, WrittenConsent, record_oral, record_written};
pub use standing::{Standing, standing};

pub fn routes() -> Vec<Route> {
    vec![]
}
