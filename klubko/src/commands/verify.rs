//! `klubko verify`: the database, the journal's chain and attached files, and whether they still hold what was signed
//! outside. It only looks, and needs no running house.

use super::checkpoint;
use anyhow::{Context, Result, bail};
use klubko::kernel::content::{self, Held};
use klubko::kernel::db::{Connection, Place, Unit};
use klubko::kernel::format_cs;
use klubko::kernel::journal::{self, Anchor, Checkpoint, Found, Signed};
use std::path::PathBuf;
use std::process::ExitCode;
use std::str::FromStr;

/// What was kept outside, to be compared with the journal.
#[derive(clap::Args, Clone)]
pub struct Outside {
    /// A checkpoint, or a folder of them; may be given more than once.
    #[arg(long, value_name = "FILE")]
    checkpoint: Vec<PathBuf>,
    /// The key that must have signed them: its fingerprint, or the whole public key.
    #[arg(long, requires = "checkpoint")]
    public_key: Option<String>,
    /// An entry and its hash as printed, NUMBER:HASH.
    #[arg(long, value_name = "NUMBER:HASH")]
    anchor: Vec<Printed>,
}

/// An entry and its hash as somebody typed them from paper.
#[derive(Clone)]
pub struct Printed(Anchor);

impl FromStr for Printed {
    type Err = &'static str;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        const SAYS: &str = "a number of an entry, a colon and 64 digits of its hash";
        let (seq, digits) = text.split_once(':').ok_or(SAYS)?;
        let seq = seq.trim().parse().ok().filter(|seq| *seq > 0).ok_or(SAYS)?;
        let hash = journal::unhex(&digits.split_whitespace().collect::<String>());
        let hash = hash.filter(|hash| hash.len() == 32).ok_or(SAYS)?;
        Ok(Self(Anchor { seq, hash }))
    }
}

/// Names the first bad entry, or the first attached file that is not what it was.
pub fn run(place: &Place, outside: &Outside) -> Result<ExitCode> {
    let signed = outside.signed()?;
    let reader = Connection::open_reader(place)?;
    let soundness = reader.read(Unit::soundness)??;
    if soundness != "ok" {
        println!("{soundness}");
        return Ok(ExitCode::FAILURE);
    }
    let provider = reader.read(journal::provider_of)??;
    if signed.iter().any(|one| one.checkpoint.provider != provider && !one.checkpoint.provider.is_nil()) {
        bail!("a checkpoint is of another house");
    }
    let printed = outside.anchor.iter().map(|printed| printed.0.clone());
    let anchors = printed.chain(signed.iter().map(Signed::anchor)).collect();
    match reader.read(|unit| journal::verify_against(unit, anchors))?? {
        Found::Sound { entries } => {
            println!("{entries} entries, sound");
            signed.iter().for_each(|signed| println!("{}", held(signed)));
            if !signed.is_empty() && outside.public_key.is_none() {
                println!("compare the key with the one that you were told, or say --public-key");
            }
        }
        Found::Bad { seq, why } => {
            println!("entry {seq}: {why}");
            return Ok(ExitCode::FAILURE);
        }
    }
    attached(&reader)
}

/// Names the first attached file that is missing or altered.
fn attached(reader: &Connection) -> Result<ExitCode> {
    match content::check(reader)? {
        Held::Sound { count } => {
            println!("{count} attached files, sound");
            Ok(ExitCode::SUCCESS)
        }
        Held::Bad { digest, why } => {
            println!("attached file {digest} {why}");
            Ok(ExitCode::FAILURE)
        }
    }
}

impl Outside {
    /// Errors: a file is no checkpoint, its signature is not true, or another key signed it.
    fn signed(&self) -> Result<Vec<Signed>> {
        let mut all = Vec::new();
        for file in self.files()? {
            let signed = checkpoint::read(&file)?;
            if !signed.is_true() {
                bail!("{}: the signature is not true", file.display());
            }
            if self.public_key.as_ref().is_some_and(|key| !signed.is_signed_with(key)) {
                bail!("{}: signed with another key, {}", file.display(), signed.fingerprint());
            }
            all.push(signed);
        }
        Ok(all)
    }

    fn files(&self) -> Result<Vec<PathBuf>> {
        let mut files = Vec::new();
        for given in &self.checkpoint {
            if given.is_dir() {
                let found = checkpoint::files(given)?;
                found.first().with_context(|| format!("{} holds no checkpoint", given.display()))?;
                files.extend(found);
            } else {
                files.push(given.clone());
            }
        }
        Ok(files)
    }
}

fn held(signed: &Signed) -> String {
    let Checkpoint { seq, at, .. } = &signed.checkpoint;
    let moment = format_cs::moment(*at).replace('\u{a0}', " ");
    format!("checkpoint {seq} of {moment}: held, key {}", signed.fingerprint())
}
