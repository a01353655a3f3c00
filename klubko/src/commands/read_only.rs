//! `klubko routes` and `klubko verify`: they only look.

use anyhow::Result;
use klubko::kernel::db::{Connection, Place, Unit};
use klubko::kernel::journal::{self, Found};
use klubko::kernel::route;
use klubko::routes;
use std::process::ExitCode;

pub fn print_routes(json: bool) {
    let routes = routes::site_map();
    if json {
        return println!("{:#}", route::to_json(&routes));
    }
    for route in routes {
        println!("{:5} {}", route.method(), route.path());
    }
}

/// Names the first bad entry of a tampered chain.
pub fn verify(place: &Place) -> Result<ExitCode> {
    let reader = Connection::open_reader(place)?;
    let soundness = reader.read(Unit::soundness)??;
    if soundness != "ok" {
        println!("{soundness}");
        return Ok(ExitCode::FAILURE);
    }
    match reader.read(journal::verify)?? {
        Found::Sound { entries } => {
            println!("{entries} entries, sound");
            Ok(ExitCode::SUCCESS)
        }
        Found::Bad { seq, why } => {
            println!("entry {seq}: {why}");
            Ok(ExitCode::FAILURE)
        }
    }
}
