//! Rows of accounts: who may sign in, sessions, people and their places.

pub mod own;
pub mod places;
pub mod sessions;
pub mod set_up;
pub mod sign_in;
pub mod staff;
