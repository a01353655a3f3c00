//! Negotiation with the applicant (jednání se zájemcem): introductory consultation and crisis intervention, the record
//! of the negotiation, commission, counselling, inquiry, information given, and how it ended.
//!
//! For the intake team and the key worker; R-001 … … … R-050. The negotiation ends by an
//! agreement only through its signing ([`conclude`]).

mod store;

use crate::kernel::route::Route;
pub use store::closing::conclude;
pub use store::facts::{NegotiationFacts, facts};

pub fn routes() -> Vec<Route> {
    vec![]
}
