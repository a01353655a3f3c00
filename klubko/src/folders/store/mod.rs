//! What the slice reads and writes.

pub(super) mod open;
