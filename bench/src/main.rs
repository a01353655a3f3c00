//! The measuring stand: a provider of a given size, load over loopback, figures as ratios within one run.
//!
//! Absolute times are for the eye; what counts is each job against the bare page and against raw commits of the same
//! machine in the same minute. A job whose answers were not checked is not reported.

mod client;
mod grow;
mod house;
mod jobs;
mod raw;
mod report;

use anyhow::Result;
use clap::Parser;
use klubko::kernel::db::Place;
use std::path::PathBuf;
use std::time::{Duration, Instant};

/// Measures Klubko on a provider of a given size.
#[derive(Parser)]
struct Arguments {
    /// How many folders the provider has, spread over its services; ten records each.
    #[arg(long, default_value_t = 10_000)]
    folders: usize,
    /// Measure on PostgreSQL: postgres://user@host:port/database/schema of an empty schema.
    #[arg(long)]
    database: Option<String>,
    /// Write the figures as JSON.
    #[arg(long)]
    json: Option<PathBuf>,
    /// Seconds for each job.
    #[arg(long, default_value_t = 3)]
    seconds: u64,
}

fn main() -> Result<()> {
    let arguments = Arguments::parse();
    let folder = std::env::temp_dir().join(format!("klubko-bench-{}", std::process::id()));
    std::fs::create_dir_all(&folder)?;
    let place = match &arguments.database {
        Some(url) => Place::parse(url),
        None => Place::File(folder.join("klubko.db")),
    };
    let outcome = measure(&arguments, &place, &folder);
    let _ = std::fs::remove_dir_all(&folder);
    outcome
}

fn measure(arguments: &Arguments, place: &Place, folder: &std::path::Path) -> Result<()> {
    let start = Instant::now();
    let grown = grow::provider(place, arguments.folders)?;
    println!("seeded {} folders in {:.1} s", arguments.folders, start.elapsed().as_secs_f64());
    let each = Duration::from_secs(arguments.seconds);
    let commits = raw::durable_commits(&folder.join("raw.db"), each)?;
    let opening = Instant::now();
    let house = house::open(place)?;
    let session = client::sign_in(house.address, "rozvazna")?;
    println!("start to first page: {} ms (sign-in included)", opening.elapsed().as_millis());
    let measured = jobs::all(&house, &session, &grown, each)?;
    report::print(&measured, commits);
    if let Some(file) = &arguments.json {
        std::fs::write(file, report::json(&measured, commits).to_string())?;
    }
    Ok(())
}
