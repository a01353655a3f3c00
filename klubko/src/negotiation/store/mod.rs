//! The rows of a negotiation; each statement names its folder.

pub mod closing;
pub mod consultation;
pub mod earlier;
pub mod facts;
pub mod given;
pub mod record;
pub mod surroundings;
pub mod thread;
pub mod written;
