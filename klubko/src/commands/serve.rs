//! `klubko serve`: a real house. It listens to this machine only, unless a proxy with https is declared, and begins
//! without any account: whoever sees the console sets it up.

use super::place::Where;
use super::{attend, listen, runtime};
use anyhow::{Result, bail};
use klubko::accounts::console;
use klubko::kernel::clock::Clock;
use klubko::kernel::http::Outside;
use std::net::{IpAddr, SocketAddr};

/// Runs until it is asked to stop. `proxy` is the address from which the declared proxy comes.
pub fn run(at: SocketAddr, place: &Where, behind_https: bool, proxy: IpAddr) -> Result<()> {
    if !at.ip().is_loopback() && !behind_https {
        bail!("{at} is open to others: put an https proxy before it and say --behind-https");
    }
    let home = place.place(None)?;
    place.must_be_private()?;
    let pool = attend(&home, &Clock::system())?;
    runtime()?.block_on(async {
        let token = console::offer_set_up(&pool).await;
        listen(at, &pool, Outside { is_https: behind_https, proxy: behind_https.then_some(proxy) }, |url| {
            greet(url, token.as_deref())
        })
        .await
    })
}

fn greet(url: &str, token: Option<&str>) {
    println!("{url}");
    if let Some(token) = token {
        println!("Klubko je prázdné. Otevřete {url}/set-up a opište klíč: {token}");
    }
}
