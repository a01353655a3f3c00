//! Rows of the plan: what it holds, what was agreed of it, notes, evaluations.

pub mod agreed;
pub mod evaluations;
pub mod linked;
pub mod notes;
pub mod part;
pub mod read;
pub mod write;
