//! The measuring stand: a provider of a given size, load over loopback, figures as ratios within one run.
//!
//! Absolute times are for the eye; what counts is each job against the bare page and against raw commits of the same
//! machine in the same minute. A job whose answers were not checked is not reported.

mod case;
mod chain;
mod child;
mod client;
mod colleagues;
mod crossed;
mod grow;
mod house;
mod inside;
mod jobs;
mod large;
mod multiply;
mod outside;
mod raw;
mod report;
mod tables;

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
    /// How many folders the provider has, spread over six services; ten records each.
    #[arg(long, default_value_t = 100_000)]
    folders: usize,
    /// How many of them are grown by forms; the others are their copies.
    #[arg(long, default_value_t = grow::BY_FORMS)]
    by_forms: usize,
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
    /// Seconds of the day's mixture; ten minutes are 600.
    #[arg(long, default_value_t = 60)]
    mixed: u64,
    /// Measure against a tenth of the data too.
    #[arg(long)]
    growth: bool,
    /// Be the house of another process that measures.
    #[arg(long, hide = true)]
    house: Option<String>,
}

fn main() -> Result<()> {
    let arguments = Arguments::parse();
    if let Some(place) = &arguments.house {
        return child::serve(place);
    }
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
    let each = Duration::from_secs(arguments.seconds).max(A_MOMENT);
    let start = Instant::now();
    let mut grown = grow::Grown::begin(place, (arguments.folders, arguments.by_forms))?;
    let mut seeded = start.elapsed();
    let tenth = if arguments.growth {
        grown.grow_to(place, arguments.folders / 10)?;
        seeded = start.elapsed();
        Some(jobs_of(place, &grown, (each, 0))?.jobs)
    } else {
        None
    };
    let start = Instant::now();
    grown.grow_to(place, arguments.folders)?;
    grow::count_rows(place)?;
    let seeded_s = (seeded + start.elapsed()).as_secs_f64();
    let commits = raw::durable_commits(&folder.join("raw.db"), each)?;
    let Inside { first_page_ms, bare, mut jobs } = jobs_of(place, &grown, (each, 1))?;
    let mut others = tenth.map_or_else(Vec::new, |tenth| growth(&tenth, &jobs));
    crossed::share(place, &grown)?;
    jobs.extend(on_a_stand(place, &grown, (each, 1), |stand, house, _| {
        stand.crossed(&client::sign_in(house.address, crossed::RECEIVER)?)
    })?);
    large::plan(place, &grown)?;
    let withdrawn = crossed::withdraw(place, &grown)?.as_secs_f64() * 1e3;
    others.push(report::Bar::most("withdrawal of a thousand shared items, ms", withdrawn, 100.0));
    others.extend(outside::measure(place, &grown, each, Duration::from_secs(arguments.mixed).max(each))?);
    let report = report::Report { seeded_s, folders: grown.len(), first_page_ms, commits, bare, jobs, others };
    report.print();
    if arguments.statements {
        report.print_statements();
    }
    written(arguments, &report.json())
}

/// What is measured in this very process: the house beside the bare page.
struct Inside {
    first_page_ms: f64,
    bare: client::Load,
    jobs: Vec<jobs::Measured>,
}

fn jobs_of(place: &Place, grown: &grow::Grown, each: (Duration, usize)) -> Result<Inside> {
    on_a_stand(place, grown, each, |stand, _, first_page_ms| {
        Ok(Inside { first_page_ms, bare: stand.bare(house::BARE_BYTES)?, jobs: stand.all()? })
    })
}

/// Measures in a house of this process, with the head and the keeper signed in; says how soon it showed a page.
fn on_a_stand<T>(
    place: &Place,
    grown: &grow::Grown,
    (each, scribing): (Duration, usize),
    measure: impl FnOnce(&jobs::Stand<'_>, &house::House, f64) -> Result<T>,
) -> Result<T> {
    let opening = Instant::now();
    let house = house::open(place)?;
    client::Line::open(house.address)?.ask("GET", "/sign-in", "", "")?;
    let first_page_ms = opening.elapsed().as_secs_f64() * 1e3;
    let head = client::sign_in(house.address, "rozvazna")?;
    let keeper = client::sign_in(house.address, &grown.keeper.login)?;
    let (scribe, first) = grown.scribe(scribing);
    let scribe = client::sign_in(house.address, &scribe.login)?;
    let file = if let Place::File(file) = place { Some(file.as_path()) } else { None };
    let who = jobs::Sessions { head: &head, keeper: &keeper, scribe: (&scribe, first) };
    measure(
        &jobs::Stand { address: house.address, bare: Some(house.bare), who, grown, each, file },
        &house,
        first_page_ms,
    )
}

/// How much dearer a request has become since there was a tenth of the data.
fn growth(tenth: &[jobs::Measured], whole: &[jobs::Measured]) -> Vec<report::Bar> {
    let bar = |name: &str| match name {
        jobs::LIST => Some(1.3),
        jobs::SEARCH => Some(6.0),
        jobs::FIRST_LOOK => None,
        _ => Some(1.2),
    };
    let both = tenth.iter().zip(whole).filter_map(|(tenth, whole)| {
        let times = whole.load.processor.as_secs_f64() / tenth.load.processor.as_secs_f64();
        Some(report::Bar::most(format!("{}: times a tenth of the data", whole.job.name), times, bar(whole.job.name)?))
    });
    both.collect()
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
    fn copies_are_folders_of_their_own_with_a_chained_journal() {
        let folder = std::env::temp_dir().join(format!("klubko-bench-copies-{}", std::process::id()));
        std::fs::create_dir_all(&folder).unwrap();
        let place = Place::File(folder.join("klubko.db"));
        let mut grown = grow::Grown::begin(&place, (7, 3)).unwrap();
        grown.grow_to(&place, 7).unwrap();
        let reader = klubko::kernel::db::Connection::open_reader(&place).unwrap();
        klubko::record! { struct Counted { folders: i64, numbers: i64, records: i64 } }
        const COUNTED: &str = "
            select count(distinct f.id) as folders, count(distinct f.number) as numbers, count(*) as records
              from client_folder f join worker w on w.id = f.opened_by join activity_version a on a.folder_id = f.id
             where w.login like 'kolegyne%' and a.starts_on >= '2026-02-09'";
        let counted: Counted = reader.read(|unit| unit.first(COUNTED, &[])).unwrap().unwrap().unwrap();
        let found = reader.read(klubko::kernel::journal::verify).unwrap().unwrap();
        std::fs::remove_dir_all(&folder).unwrap();
        assert_eq!((counted.folders, counted.numbers, counted.records), (7, 7, 70));
        assert!(matches!(found, klubko::kernel::journal::Found::Sound { entries } if entries > 7 * 50), "{found:?}");
        assert_eq!(grown.len(), 7);
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
