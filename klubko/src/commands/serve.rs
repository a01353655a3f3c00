//! `klubko serve`: a real house. It listens to this machine only, unless a proxy with https is declared, and begins
//! without any account: whoever sees the console sets it up. With a key it makes checkpoints of its journal.

use super::keeper::Keeper;
use super::place::Where;
use super::{attend, checkpoint, key, listen, runtime, say};
use anyhow::{Result, bail};
use klubko::accounts::console;
use klubko::kernel::clock::Clock;
use klubko::kernel::content;
use klubko::kernel::http::Outside;
use klubko::kernel::journal::Key;
use std::net::{IpAddr, SocketAddr};
use std::path::PathBuf;

/// Checkpoints of the journal, made every hour or every thousand entries.
#[derive(clap::Args, Clone)]
pub struct Checkpoints {
    /// The key that signs them, made by `klubko checkpoint`; without it none are made.
    #[arg(long, value_name = "FILE")]
    checkpoint_key: Option<PathBuf>,
    /// Where they are kept; beside the data folder if not said.
    #[arg(long, value_name = "DIR", requires = "checkpoint_key")]
    checkpoints: Option<PathBuf>,
}

/// Runs until it is asked to stop. `proxy` is the address from which the declared proxy comes.
pub fn run(at: SocketAddr, place: &Where, behind_https: bool, proxy: IpAddr, checkpoints: Checkpoints) -> Result<()> {
    if !at.ip().is_loopback() && !behind_https {
        bail!("{at} is open to others: put an https proxy before it and say --behind-https");
    }
    let home = place.place(None)?;
    place.must_be_private()?;
    let clock = Clock::system();
    let signs = checkpoints.ready(place)?;
    content::sweep(&home)?;
    let pool = attend(&home, &clock)?;
    runtime()?.block_on(async {
        let token = console::offer_set_up(&pool).await;
        if let Some((key, folder)) = signs {
            tokio::spawn(Keeper { place: home, pool: pool.clone(), key, folder, clock }.keep());
        }
        listen(at, &pool, Outside { is_https: behind_https, proxy: behind_https.then_some(proxy) }, |url| {
            greet(url, token.as_deref())
        })
        .await
    })
}

impl Checkpoints {
    /// The key and the folder, looked at before anybody is let in.
    fn ready(self, place: &Where) -> Result<Option<(Key, PathBuf)>> {
        let Some(file) = self.checkpoint_key else { return Ok(None) };
        Ok(Some((key::read(&file, place.data.as_deref())?, checkpoint::folder(place, self.checkpoints)?)))
    }
}

fn greet(url: &str, token: Option<&str>) {
    say(url);
    if let Some(token) = token {
        say(&format!("Klubko je prázdné. Otevřete {url}/set-up a opište klíč: {token}"));
    }
}
