//! What printing costs: `cargo run -p paper --example measure [folder]` prints the time of the first and of later
//! papers and the memory kept; with a folder it also saves one of each paper to be looked at.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

#[path = "../tests/papers/samples.rs"]
mod samples;

use std::time::{Duration, Instant};

use paper::{Paper, Printer};

fn main() {
    println!("memory at the start: {}", memory());
    let start = Instant::now();
    let printer = Printer::new().unwrap();
    println!("setting up: {:?}, memory {}", start.elapsed(), memory());
    let start = Instant::now();
    let pdf = printer.print(&samples::consent().into()).unwrap();
    println!("first paper: {:?}, {} bytes, memory {}", start.elapsed(), pdf.len(), memory());
    for (name, make) in every_paper() {
        let mut times: Vec<Duration> = (0..40).map(|number| timed(&printer, &make(number))).collect();
        times.sort();
        println!("{name}: median {:?}, 38th of 40 {:?}, memory {}", times[20], times[37], memory());
    }
    if let Some(folder) = std::env::args().nth(1) {
        for (_, make) in every_paper() {
            let paper = make(1);
            let place = std::path::Path::new(&folder).join(paper.file_name());
            std::fs::write(&place, printer.print(&paper).unwrap()).unwrap();
        }
    }
}

type Make = fn(usize) -> Paper;

/// Each printed paper differs from the one before, so that nothing is remembered for it.
fn every_paper() -> [(&'static str, Make); 4] {
    [
        ("informed consent", |number| {
            let mut paper = samples::consent();
            paper.client = format!("Ďurďa Ňuňák {number}");
            paper.into()
        }),
        ("information sheet", |number| {
            let mut paper = samples::information();
            paper.imprint.printed_by = format!("Bc. Dana Zkusmá {number}");
            paper.into()
        }),
        ("consultation", |number| {
            let mut paper = samples::consultation();
            paper.subtitle = Some(format!("výtisk {number}"));
            paper.into()
        }),
        ("who looked, 60 rows", |number| {
            let mut paper = samples::who_looked(60);
            paper.subtitle = Some(format!("výtisk {number}"));
            paper.into()
        }),
    ]
}

fn timed(printer: &Printer, paper: &Paper) -> Duration {
    let start = Instant::now();
    printer.print(paper).unwrap();
    start.elapsed()
}

/// Resident memory, where the system tells it.
fn memory() -> String {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let resident = status.lines().find_map(|line| line.strip_prefix("VmRSS:"));
    resident.map_or("unknown".into(), |kilobytes| kilobytes.trim().into())
}
