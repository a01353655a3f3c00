//! The database fails at a chosen call, as if the disk or the network did. For tests that try an operation with the
//! failure at its first, second, … last call.

use crate::kernel::db::{Error, Result};
use std::collections::HashMap;
use std::sync::atomic::{AtomicBool, Ordering::Relaxed};
use std::sync::{Mutex, MutexGuard, PoisonError};

/// Until which migration a place is brought, for tests that begin with an older one.
const UNTIL: &str = "KLUBKO_MIGRATE_UNTIL";

/// How a call fails.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Failing {
    /// No room is left.
    Full,
    /// The disk fails.
    Disk,
    /// The connection to the database is lost.
    Lost,
    /// It is lost once and can be made anew at once.
    LostOnce,
    /// The commit is durable, but nobody learns of it: the disk fails after it.
    AfterCommit,
}

/// How many calls a place takes before one fails, and how it has been since.
struct Plan {
    how: Failing,
    left: u64,
    made: u64,
}

static IS_SOWN: AtomicBool = AtomicBool::new(false);
static PLANS: Mutex<Option<HashMap<String, Plan>>> = Mutex::new(None);

fn plans() -> MutexGuard<'static, Option<HashMap<String, Plan>>> {
    PLANS.lock().unwrap_or_else(PoisonError::into_inner)
}

/// From the `nth` call on everything fails at this place (a path of a file, a name of a schema), until it is healed.
pub fn fail(place: &str, nth: u64, how: Failing) {
    let left = if how == Failing::AfterCommit { 0 } else { nth.saturating_sub(1) };
    let plan = Plan { how, left, made: 0 };
    plans().get_or_insert_default().insert(place.to_owned(), plan);
    IS_SOWN.store(true, Relaxed);
}

/// It works again; answers whether any call failed.
pub fn heal(place: &str) -> bool {
    let plan = plans().get_or_insert_default().remove(place);
    plan.is_some_and(|plan| plan.made > plan.left)
}

pub(super) fn call(place: impl FnOnce() -> String) -> Result<()> {
    if !IS_SOWN.load(Relaxed) {
        return Ok(());
    }
    let mut plans = plans();
    let Some(plan) = plans.get_or_insert_default().get_mut(&place()) else { return Ok(()) };
    if plan.how == Failing::AfterCommit {
        return Ok(());
    }
    plan.made += 1;
    let fails = plan.made > plan.left && (plan.how != Failing::LostOnce || plan.made == plan.left + 1);
    if fails { Err(plan.how.error()) } else { Ok(()) }
}

pub(in crate::kernel) fn committed(place: impl FnOnce() -> String) -> Result<()> {
    if !IS_SOWN.load(Relaxed) {
        return Ok(());
    }
    let mut plans = plans();
    match plans.get_or_insert_default().get_mut(&place()) {
        Some(plan) if plan.how == Failing::AfterCommit => {
            plan.made += 1;
            Err(plan.how.error())
        }
        _ => Ok(()),
    }
}

impl Failing {
    fn error(self) -> Error {
        match self {
            Self::Full => Error::Full,
            Self::Lost | Self::LostOnce => Error::Lost("a seeded fault".to_owned()),
            Self::Disk | Self::AfterCommit => Error::Engine("a seeded fault of the disk".to_owned()),
        }
    }
}

pub(in crate::kernel) fn last_migration() -> i64 {
    std::env::var(UNTIL).ok().and_then(|until| until.parse().ok()).unwrap_or(i64::MAX)
}
