//! What the slice reads and writes.

pub mod anonymous;
pub mod contact;
pub mod counts;
pub mod link;
pub mod queue;
pub mod reasons;
pub mod similar;
