//! How many statements this program has run: a test holds every page to its budget.

use std::sync::atomic::{AtomicU64, Ordering::Relaxed};

static STATEMENTS: AtomicU64 = AtomicU64::new(0);

pub(super) fn statement() {
    STATEMENTS.fetch_add(1, Relaxed);
}

/// Since when? Take the difference of two readings, with nobody else asking meanwhile.
pub fn statements() -> u64 {
    STATEMENTS.load(Relaxed)
}
