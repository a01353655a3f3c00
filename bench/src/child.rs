//! The house in a process of its own, as people run it: its memory and its processor's time can be read from outside.

use crate::house;
use anyhow::{Context, Result, bail};
use klubko::kernel::db::Place;
use std::io::{BufRead, BufReader, Write};
use std::net::SocketAddr;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

/// Ends when the stand does not need it any more.
pub struct House {
    pub address: SocketAddr,
    process: Child,
}

/// Opens the house and says where; lives until its input is closed.
pub fn serve(place: &str) -> Result<()> {
    let house = house::open(&Place::parse(place))?;
    writeln!(std::io::stdout(), "{}", house.address)?;
    std::io::stdout().flush()?;
    std::io::stdin().lines().for_each(drop);
    Ok(())
}

impl House {
    pub fn open(place: &Place) -> Result<Self> {
        let place = match place {
            Place::File(file) => file.display().to_string(),
            Place::Schema { url, schema } => format!("{url}/{schema}"),
        };
        let mut program = Command::new(std::env::current_exe()?);
        let program = program.args(["--house", &place]).stdin(Stdio::piped()).stdout(Stdio::piped());
        let mut process = program.spawn()?;
        let said = process.stdout.take().context("no output")?;
        let mut line = String::new();
        BufReader::new(said).read_line(&mut line)?;
        let Ok(address) = line.trim().parse() else { bail!("the house did not open: {line}") };
        Ok(Self { address, process })
    }

    /// What it holds of the memory, in MB (RSS).
    pub fn memory_mb(&self) -> Result<f64> {
        let said = std::fs::read_to_string(format!("/proc/{}/status", self.process.id()))?;
        let line = said.lines().find_map(|line| line.strip_prefix("VmRSS:")).context("no VmRSS")?;
        let kilobytes: f64 = line.trim_end_matches("kB").trim().parse()?;
        Ok(kilobytes / 1024.0)
    }

    /// The processor's time that all its threads took until now.
    pub fn processor(&self) -> Duration {
        let tasks = std::fs::read_dir(format!("/proc/{}/task", self.process.id())).into_iter().flatten().flatten();
        let spent = tasks.filter_map(|task| {
            let said = std::fs::read_to_string(task.path().join("schedstat")).ok()?;
            said.split(' ').next()?.parse::<u64>().ok()
        });
        Duration::from_nanos(spent.sum())
    }
}

impl Drop for House {
    fn drop(&mut self) {
        drop(self.process.stdin.take());
        let _ = self.process.wait();
    }
}
