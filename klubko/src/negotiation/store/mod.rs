//! The rows of a negotiation; each statement names its folder.

pub mod closing;
pub mod facts;
