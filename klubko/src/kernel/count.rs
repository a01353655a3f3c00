//! How many statements this thread has run: a test holds every page to its budget.

use std::cell::Cell;

thread_local! {
    static STATEMENTS: Cell<u64> = const { Cell::new(0) };
}

pub(super) fn statement() {
    STATEMENTS.set(STATEMENTS.get() + 1);
}

/// Since when? Take the difference of two readings.
pub fn statements() -> u64 {
    STATEMENTS.get()
}
