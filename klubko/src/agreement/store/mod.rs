//! What the slice reads and writes.

pub(super) mod agreements;
pub(super) mod amendments;
pub(super) mod capacity;
pub(super) mod documents;
pub(super) mod plans;
pub(super) mod profile;
pub(super) mod terminations;
