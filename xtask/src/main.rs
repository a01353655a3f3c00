//! Developer commands: `cargo xtask dev | ci | tidy | access-matrix | new-slice | bench | pg`.
//!
//! `./run` and `./test` only call these, so that what a developer runs and what is checked are one and the same.

mod budget;
mod ci;
mod count;
mod dev;
mod new_slice;
mod pg;
mod place;
mod postgres;
mod step;
mod tidy;

use anyhow::Result;
use clap::{Parser, Subcommand};
use std::process::ExitCode;

#[derive(Parser)]
#[command(name = "cargo xtask", about = "Developer commands of Klubko")]
struct Xtask {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Build and start the demo town on http://127.0.0.1:8080 in a throw-away folder
    Dev {
        /// Passed on to `klubko demo`
        #[arg(trailing_var_arg = true, allow_hyphen_values = true)]
        arguments: Vec<String>,
    },
    /// Run every check and every test; ends with `N passed, M failed`
    Ci {
        /// More random cases and more crash points
        #[arg(long)]
        long: bool,
    },
    /// Check the house rules that no compiler checks
    Tidy,
    /// Write docs/access-matrix.txt anew; read the difference before you commit it
    AccessMatrix,
    /// Begin a slice by its names in code and in Czech: `cargo xtask new-slice team_meeting "Porada týmu"`
    NewSlice { name: String, czech: String },
    /// The measuring stand, in release: `cargo xtask bench --folders 10000`
    Bench {
        /// Passed on to the bench
        #[arg(trailing_var_arg = true, allow_hyphen_values = true)]
        arguments: Vec<String>,
    },
    /// Run a command with KLUBKO_TEST_POSTGRES naming a throw-away PostgreSQL: `cargo xtask pg -- cargo test`
    Pg {
        #[arg(trailing_var_arg = true, allow_hyphen_values = true, required = true)]
        command: Vec<String>,
    },
}

fn main() -> ExitCode {
    match run(Xtask::parse().command) {
        Ok(code) => code,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run(command: Command) -> Result<ExitCode> {
    match command {
        Command::Dev { arguments } => dev::demo(&arguments),
        Command::Ci { long } => ci::run(long),
        Command::Tidy => tidy::run(),
        Command::AccessMatrix => dev::access_matrix(),
        Command::NewSlice { name, czech } => new_slice::run(&name, &czech),
        Command::Bench { arguments } => dev::bench(&arguments),
        Command::Pg { command } => pg::run(&command),
    }
}
