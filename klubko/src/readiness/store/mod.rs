//! What the criteria ask of the tables of other rooms, and the wording of the criteria.

pub mod columns;
pub mod criteria;
pub mod facts;
