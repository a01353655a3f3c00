//! The measuring stand: a provider of a given size, load over loopback, figures as ratios within one run.
//!
//! Absolute times are for the eye; what counts is each job against the bare page and against raw commits of the same
//! machine in the same minute. A job whose answers were not checked is not reported.

mod case;
mod chain;
mod client;
mod colleagues;
mod grow;
mod house;
mod inside;
mod jobs;
mod raw;
mod report;

use anyhow::Result;
use clap::Parser;
use klubko::kernel::db::Place;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

/// The shortest job: long enough for every answer to be checked once.
const A_MOMENT: Duration = Duration::from_millis(200);

/// Measures Klubko on a provider of a given size.
#[derive(Parser)]
struct Arguments {
    /// How many folders the provider has, spread over its services; ten records each.
    #[arg(long, default_value_t = 10_000)]
    folders: usize,
    /// Measure on PostgreSQL: postgres://user@host:port/database/schema of an empty schema.
    #[arg(long)]
    database: Option<String>,
    /// Only verify a journal of so many entries (a million: at most 60 seconds).
    #[arg(long)]
    journal: Option<i64>,
    /// Write the figures as JSON.
    #[arg(long)]
    json: Option<PathBuf>,
    /// Print the statements of each page and the time of each.
    #[arg(long)]
    statements: bool,
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

fn measure(arguments: &Arguments, place: &Place, folder: &Path) -> Result<()> {
    if let Some(entries) = arguments.journal {
        let measured = chain::measure(place, entries)?;
        measured.print();
        return written(arguments, &measured.json());
    }
    let start = Instant::now();
    let grown = grow::provider(place, arguments.folders)?;
    let seeded_s = start.elapsed().as_secs_f64();
    let each = Duration::from_secs(arguments.seconds).max(A_MOMENT);
    let commits = raw::durable_commits(&folder.join("raw.db"), each)?;
    let opening = Instant::now();
    let house = house::open(place)?;
    client::Line::open(house.address)?.ask("GET", "/sign-in", "", "")?;
    let first_page_ms = opening.elapsed().as_secs_f64() * 1e3;
    let head = client::sign_in(house.address, "rozvazna")?;
    let keeper = client::sign_in(house.address, &grown.keeper)?;
    let file = if let Place::File(file) = place { Some(file.as_path()) } else { None };
    let who = jobs::Sessions { head: &head, keeper: &keeper };
    let stand = jobs::Stand { house: &house, who, grown: &grown, each, file };
    let report = report::Report { seeded_s, first_page_ms, commits, bare: stand.bare()?, jobs: stand.all()? };
    report.print();
    if arguments.statements {
        report.print_statements();
    }
    written(arguments, &report.json())
}

fn written(arguments: &Arguments, figures: &serde_json::Value) -> Result<()> {
    if let Some(file) = &arguments.json {
        std::fs::write(file, figures.to_string())?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::indexing_slicing)]
    use super::*;

    #[test]
    fn the_stand_fits_the_house_and_writes_every_bar() {
        let folder = std::env::temp_dir().join(format!("klubko-bench-test-{}", std::process::id()));
        std::fs::create_dir_all(&folder).unwrap();
        let json = folder.join("figures.json");
        let words = ["bench", "--folders", "6", "--seconds", "0", "--json"].map(Into::into);
        let arguments = Arguments::parse_from(words.into_iter().chain([json.clone().into_os_string()]));
        measure(&arguments, &Place::File(folder.join("klubko.db")), &folder).unwrap();
        let figures: serde_json::Value = serde_json::from_slice(&std::fs::read(&json).unwrap()).unwrap();
        std::fs::remove_dir_all(&folder).unwrap();
        assert_eq!(figures["jobs"].as_array().unwrap().len(), 6);
        let bars = figures["bars"].as_array().unwrap();
        assert!(bars.iter().any(|bar| bar["name"] == "folder page: times raw statements" && bar["bar"] == 2.5));
    }

    #[test]
    fn a_long_journal_is_chained_as_the_house_chains_and_verified() {
        let folder = std::env::temp_dir().join(format!("klubko-bench-chain-{}", std::process::id()));
        std::fs::create_dir_all(&folder).unwrap();
        let measured = chain::measure(&Place::File(folder.join("klubko.db")), 25_000).unwrap();
        std::fs::remove_dir_all(&folder).unwrap();
        assert_eq!(measured.json()["bars"][0]["name"], "verify 25000 entries: seconds");
    }
}
