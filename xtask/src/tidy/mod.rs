//! The house rules that no compiler checks; each check is a small file of its own, tried on good and bad samples.
//!
//! An exception stands by name and with its reason in `xtask/tidy-exceptions.txt`; one that excepts nothing is a fault.

mod engine;
mod exceptions;
mod glossary;
mod lengths;
mod paths;
mod seeded;
mod slices;
mod source;
mod statements;
mod tables;
mod templates;
mod words;

use crate::place;
use anyhow::{Result, ensure};
pub use slices::LIST as SLICES;
use slices::Slices;
use source::Source;
use std::path::Path;
use std::process::ExitCode;

/// All that the checks read.
pub struct House {
    pub sources: Vec<Source>,
    pub slices: Slices,
}

impl House {
    fn read(root: &Path) -> Result<Self> {
        let mut sources = Vec::new();
        for path in place::files_of(root)? {
            // What is not text (a picture) has no rules here.
            if let Ok(text) = std::fs::read_to_string(root.join(&path)) {
                sources.push(Source::new(path, text));
            }
        }
        let slices = Slices::parse(&std::fs::read_to_string(root.join(slices::LIST))?);
        Ok(Self { sources, slices })
    }

    pub fn source(&self, path: &str) -> Option<&Source> {
        self.sources.iter().find(|source| source.path == path)
    }

    pub fn rust(&self) -> impl Iterator<Item = &Source> {
        self.sources.iter().filter(|source| source.is("rs"))
    }

    /// The application's own code, each file with the top folder or file it belongs to: `kernel`, `intake`, `main`.
    pub fn application(&self) -> impl Iterator<Item = (&str, &Source)> {
        self.rust().filter_map(|source| Some((source.belongs_to()?, source)))
    }
}

/// Something against the rules.
#[derive(Debug, PartialEq, Eq)]
pub struct Fault {
    pub check: &'static str,
    /// What an exception would name.
    pub subject: String,
    pub place: String,
    pub says: String,
}

impl Fault {
    pub fn new(check: &'static str, subject: impl Into<String>, place: String, says: impl Into<String>) -> Self {
        Self { check, subject: subject.into(), place, says: says.into() }
    }
}

const CHECKS: [fn(&House) -> Vec<Fault>; 9] = [
    lengths::check,
    slices::check,
    tables::check,
    statements::check,
    engine::check,
    templates::check,
    words::check,
    glossary::check,
    seeded::check,
];

/// Everything against the rules in a repository, but what is excepted.
pub fn faults_in(root: &Path) -> Result<(usize, Vec<Fault>)> {
    let house = House::read(root)?;
    let faults = CHECKS.iter().flat_map(|check| check(&house)).collect();
    let list = std::fs::read_to_string(root.join(exceptions::LIST))?;
    Ok((house.sources.len(), exceptions::without(faults, &list)))
}

pub fn check() -> Result<()> {
    let (files, left) = faults_in(&place::root())?;
    for Fault { check, subject, place, says } in &left {
        println!("{place}: {says}  [{check} | {subject}]");
    }
    ensure!(left.is_empty(), "{} faults", left.len());
    println!("{files} files are tidy");
    Ok(())
}

pub fn run() -> Result<ExitCode> {
    check()?;
    Ok(ExitCode::SUCCESS)
}

#[cfg(test)]
pub mod samples {
    use super::*;

    /// A house of a few files, with the slices `tasks` and, above it, `intake`.
    pub fn house(files: &[(&str, &str)]) -> House {
        let sources = files.iter().map(|(path, text)| Source::new((*path).to_owned(), (*text).to_owned())).collect();
        House {
            sources,
            slices: Slices::parse("tasks\nintake\n- town: plants the demo town\n- routes: the site map\n"),
        }
    }

    pub fn subjects(faults: &[Fault]) -> Vec<&str> {
        faults.iter().map(|fault| fault.subject.as_str()).collect()
    }
}
