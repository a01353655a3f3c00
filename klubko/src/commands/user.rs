//! `klubko user`: for the administrator at the console, also while the house runs.

use super::place::Where;
use super::{attend, runtime};
use anyhow::{Result, bail};
use klubko::accounts::console;
use klubko::kernel::clock::Clock;

/// Prints a one-time password; the deed is journalled as nobody's.
pub fn reset_password(login: &str, place: &Where) -> Result<()> {
    let pool = attend(&place.place(None)?, &Clock::system())?;
    match runtime()?.block_on(console::reset_password(&pool, login)) {
        Ok(Some(password)) => println!("Jednorázové heslo (platí sedm dní): {password}"),
        Ok(None) => bail!("takové přihlašovací jméno tu není"),
        Err(_) => bail!("heslo se nepodařilo vytvořit"),
    }
    Ok(())
}
