//! `klubko journal`: for the administrator at the console, also while the house runs.

use super::place::Where;
use super::{attend, runtime};
use anyhow::{Context, Result, bail};
use klubko::journal::console;
use klubko::kernel::clock::Clock;

const DAY: i64 = 24 * 60 * 60 * 1000;
/// Who typed what in the last weeks may still have to be explained.
const FEWEST_DAYS: i64 = 30;

/// What was typed into searches loses its text after so many days; who searched, when and where stays.
pub fn erase_searches(older_than_days: i64, place: &Where) -> Result<()> {
    if older_than_days < FEWEST_DAYS {
        bail!("searches younger than {FEWEST_DAYS} days keep their text");
    }
    let clock = Clock::system();
    let pool = attend(&place.place(None)?, &clock)?;
    let before = clock.now().saturating_sub(older_than_days.saturating_mul(DAY));
    let erased = runtime()?.block_on(console::erase_searches(&pool, before));
    println!("{} texts of searches erased", erased.context("the texts could not be erased")?);
    Ok(())
}
