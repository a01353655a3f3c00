//! `klubko demo`: the town where everybody and everything is invented.

use super::place::Where;
use super::{attend, listen, runtime, say};
use anyhow::Result;
use jiff::civil::DateTime;
use klubko::kernel::clock::Clock;
use klubko::kernel::http::Outside;
use klubko::town;
use std::net::SocketAddr;

/// Without a place of its own the town lives in a throw-away folder and is gone with the process.
pub fn run(at: SocketAddr, place: &Where, start: Option<DateTime>, json: bool) -> Result<()> {
    let throw_away = std::env::temp_dir().join(format!("klubko-demo-{}", std::process::id()));
    let is_throw_away = place.data.is_none() && place.database.is_none();
    let place = place.place(is_throw_away.then(|| throw_away.clone()))?;
    let clock = start.map_or_else(Clock::system, Clock::ticking_from);
    town::build(&place)?;
    let pool = attend(&place, &clock)?;
    let greet = move |url: &str| say(&if json { town::sign_ins(url).to_string() } else { town::greeting(url) });
    let done = runtime()?.block_on(listen(at, &pool, Outside::default(), greet));
    if is_throw_away {
        let _ = std::fs::remove_dir_all(throw_away);
    }
    done
}
