//! The commands: serve, demo, migrate, routes, verify, checkpoint, journal, user.

mod commands;

use anyhow::Result;
use clap::{Parser, Subcommand};
use commands::place::Where;
use commands::{checkpoint, demo, journal, routes, serve, user, verify};
use jiff::civil::DateTime;
use klubko::kernel::db::Connection;
use std::net::{IpAddr, SocketAddr};
use std::path::PathBuf;
use std::process::ExitCode;

/// Case work in social services.
#[derive(Parser)]
#[command(name = "klubko", version)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// A living demo town.
    Demo {
        #[arg(long, default_value = "127.0.0.1:8080")]
        listen: SocketAddr,
        #[command(flatten)]
        place: Where,
        /// The moment at which the clock starts (Europe/Prague), as 2026-11-23T08:00.
        #[arg(long)]
        clock: Option<DateTime>,
        /// One line of JSON when ready.
        #[arg(long)]
        json: bool,
    },
    /// A real house: no demo data.
    Serve {
        #[arg(long, default_value = "127.0.0.1:8080")]
        listen: SocketAddr,
        #[command(flatten)]
        place: Where,
        /// The public address is https: a proxy of ours stands before us.
        #[arg(long)]
        behind_https: bool,
        /// The address from which that proxy comes; only from there X-Forwarded-For is believed.
        #[arg(long, default_value = "127.0.0.1", requires = "behind_https")]
        proxy: IpAddr,
        #[command(flatten)]
        checkpoints: serve::Checkpoints,
    },
    /// Brings the database up to date and ends.
    Migrate {
        #[command(flatten)]
        place: Where,
    },
    /// The site map.
    Routes {
        #[arg(long)]
        json: bool,
    },
    /// Checks the database and the journal's chain, also against what was kept outside.
    Verify {
        #[command(flatten)]
        place: Where,
        #[command(flatten)]
        outside: verify::Outside,
    },
    /// Signs how far the journal has come, to be kept off this machine.
    Checkpoint {
        #[command(flatten)]
        place: Where,
        /// The house's secret key, made when missing; in the settings of this account if not said, never beside the data.
        #[arg(long, value_name = "FILE")]
        key: Option<PathBuf>,
        /// Where checkpoints are kept; beside the data folder if not said.
        #[arg(long, value_name = "DIR")]
        out: Option<PathBuf>,
    },
    /// The journal, from the console.
    Journal {
        #[command(subcommand)]
        deed: Tending,
    },
    /// Accounts, from the console.
    User {
        #[command(subcommand)]
        deed: Deed,
    },
}

#[derive(Subcommand)]
enum Tending {
    /// Erases what was typed into searches; who searched, when and where stays.
    EraseSearches {
        #[arg(long, value_name = "DAYS")]
        older_than: i64,
        #[command(flatten)]
        place: Where,
    },
}

#[derive(Subcommand)]
enum Deed {
    /// Prints a one-time password for an account and ends its sessions.
    ResetPassword {
        login: String,
        #[command(flatten)]
        place: Where,
    },
}

/// A failure is one line for the administrator.
fn main() -> ExitCode {
    run().unwrap_or_else(|error| {
        eprintln!("{error:#}");
        ExitCode::FAILURE
    })
}

fn run() -> Result<ExitCode> {
    tracing_subscriber::fmt().with_writer(std::io::stderr).with_ansi(false).init();
    match Arguments::parse().command {
        Command::Demo { listen, place, clock, json } => demo::run(listen, &place, clock, json)?,
        Command::Serve { listen, place, behind_https, proxy, checkpoints } => {
            serve::run(listen, &place, behind_https, proxy, checkpoints)?;
        }
        Command::Migrate { place } => drop(Connection::open_writer(&place.place(None)?)?),
        Command::Routes { json } => routes::print(json),
        Command::Verify { place, outside } => return verify::run(&place.place(None)?, &outside),
        Command::Checkpoint { place, key, out } => checkpoint::run(&place, key, out)?,
        Command::Journal { deed: Tending::EraseSearches { older_than, place } } => {
            journal::erase_searches(older_than, &place)?;
        }
        Command::User { deed: Deed::ResetPassword { login, place } } => user::reset_password(&login, &place)?,
    }
    Ok(ExitCode::SUCCESS)
}
