//! What the slice reads and writes.

pub(super) mod cover;
pub(super) mod data;
pub(super) mod explained;
pub(super) mod list;
pub(super) mod open;
pub(super) mod summary;
