//! Rows of what is set: the house's marks, services and their profiles, dated numbers.

pub mod house;
pub mod law;
pub mod lists;
pub mod numbers;
pub mod profile;
