//! The pages of refusals and of the waiting list.

pub mod again;
pub mod notice;
pub mod one;
pub mod plain;
pub mod refuse;
pub mod register;
pub mod steps;
pub mod waiting;
