//! While a house serves and has a key, it makes a checkpoint every hour or every thousand entries (04 E3).

use super::checkpoint;
use anyhow::{Result, ensure};
use klubko::journal::console;
use klubko::kernel::clock::Clock;
use klubko::kernel::db::{Connection, Place};
use klubko::kernel::journal::{Checkpoint, Key, last_seq};
use klubko::kernel::pool::Pool;
use std::path::PathBuf;
use std::time::Duration;

const LOOKS_EVERY: Duration = Duration::from_secs(30);
const HOUR: i64 = 60 * 60 * 1000;
const MANY: i64 = 1000;

pub struct Keeper {
    pub place: Place,
    pub pool: Pool,
    pub key: Key,
    pub folder: PathBuf,
    pub clock: Clock,
}

impl Keeper {
    /// Until the program ends. What cannot be done is said in the log and tried again.
    pub async fn keep(self) {
        loop {
            if let Err(cause) = self.once().await {
                tracing::error!("no checkpoint: {cause:#}");
            }
            tokio::time::sleep(LOOKS_EVERY).await;
        }
    }

    async fn once(&self) -> Result<()> {
        let now = self.clock.now();
        let last = checkpoint::newest(&self.folder)?.map(|signed| signed.checkpoint);
        let head = Connection::open_reader(&self.place)?.read(last_seq)??;
        if !is_due(last.as_ref(), head, now) {
            return Ok(());
        }
        let Some((signed, _)) = checkpoint::sign(&self.place, &self.key, &self.folder, now)? else { return Ok(()) };
        ensure!(console::note_checkpoint(&self.pool, &signed).await, "the journal could not say that it was made");
        tracing::info!(entry = signed.checkpoint.seq, "checkpoint");
        Ok(())
    }
}

/// The entry that the last checkpoint itself made is no news: a house at rest makes no more of them.
fn is_due(last: Option<&Checkpoint>, head: i64, now: i64) -> bool {
    let Some(last) = last else { return head > 0 };
    let news = head - last.seq - 1;
    news + 1 >= MANY || (news > 0 && now - last.at >= HOUR)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(seq: i64, at: i64) -> Checkpoint {
        Checkpoint { provider: uuid::Uuid::nil(), seq, hash: Vec::new(), entries: seq, at }
    }

    #[test]
    fn a_checkpoint_is_due_every_hour_or_every_thousand_entries() {
        assert!(is_due(None, 1, 0) && !is_due(None, 0, 0));
        let last = at(100, 0);
        assert!(!is_due(Some(&last), 110, HOUR - 1) && is_due(Some(&last), 110, HOUR));
        assert!(!is_due(Some(&last), 1099, 1) && is_due(Some(&last), 1100, 1));
    }

    #[test]
    fn a_house_at_rest_makes_no_more_of_them() {
        assert!(!is_due(Some(&at(100, 0)), 101, 24 * HOUR));
        assert!(!is_due(Some(&at(100, 0)), 100, 24 * HOUR));
    }
}
