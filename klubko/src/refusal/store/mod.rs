//! What the slice reads and writes.

pub(super) mod case;
pub(super) mod lists;
pub(super) mod notices;
pub(super) mod refusals;
pub(super) mod waiting;
