//! How many statements this program has run: a test holds every page to its budget.
//!
//! The measuring stand listens to them, to run the very same ones without a house around them.

use super::value::Value;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering::Relaxed};
use std::sync::{Mutex, MutexGuard, PoisonError};

/// A statement as it was asked.
#[derive(Clone, Debug)]
pub struct Asked {
    pub sql: &'static str,
    /// Of `$1`, `$2`, …
    pub values: Vec<Value<'static>>,
    /// With its values inside.
    pub text: String,
}

static STATEMENTS: AtomicU64 = AtomicU64::new(0);
static IS_HEARD: AtomicBool = AtomicBool::new(false);
static HEARD: Mutex<Vec<Asked>> = Mutex::new(Vec::new());

pub(super) fn statement() {
    STATEMENTS.fetch_add(1, Relaxed);
}

/// Since when? Take the difference of two readings, with nobody else asking meanwhile.
pub fn statements() -> u64 {
    STATEMENTS.load(Relaxed)
}

/// While somebody listens, a statement is kept as it was run, with its values.
pub(super) fn say(statement: impl FnOnce() -> Option<Asked>) {
    if IS_HEARD.load(Relaxed) {
        heard().extend(statement());
    }
}

/// The statements that ran meanwhile, with nobody else asking (the measuring stand only).
pub fn listen(work: impl FnOnce()) -> Vec<Asked> {
    IS_HEARD.store(true, Relaxed);
    work();
    IS_HEARD.store(false, Relaxed);
    std::mem::take(&mut *heard())
}

fn heard() -> MutexGuard<'static, Vec<Asked>> {
    HEARD.lock().unwrap_or_else(PoisonError::into_inner)
}
