//! Days, times and lengths as people write them, and what may be said about when a contact took place.

pub mod contact_time;
pub mod date_about;
pub mod date_typed;
mod date_words;
pub mod duration_typed;
pub mod time_typed;
