//! A town in a throw-away place, asked over HTTP forms without a network, on both engines, with the dates of a story.

#![allow(dead_code, unused_imports, clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

pub mod asking;
pub mod chance;
pub mod course;
pub mod erasing;
mod house;
pub mod klara;
pub mod meeting;
mod page;
pub mod past;
pub mod pdf;
pub mod planning;
pub mod plant;
mod planted;
pub mod podhuri;
pub mod readiness;
pub mod renata;
pub mod road;
pub mod sharing;
pub mod stage;
pub mod story;
pub mod together;
mod written;

pub use house::{House, Worker, multipart};
pub use page::Heard;
pub use planted::{KLARA, Planted, worker};

use jiff::civil::DateTime;
use klubko::kernel::content::{self, Held};
use klubko::kernel::db::{Connection, Place};
use klubko::kernel::journal::{self, Found};
use klubko::{params, town};
use std::path::PathBuf;
use uuid::Uuid;

pub struct Town {
    pub place: Place,
    folder: Option<PathBuf>,
}

impl Town {
    pub fn in_a_file() -> Self {
        let folder = std::env::temp_dir().join(format!("klubko-{}", Uuid::new_v4()));
        std::fs::create_dir(&folder).unwrap();
        Self::built(Place::File(folder.join("klubko.db")), Some(folder))
    }

    /// On PostgreSQL too, where `KLUBKO_TEST_POSTGRES` names a database.
    pub fn in_a_schema() -> Option<Self> {
        let url = std::env::var("KLUBKO_TEST_POSTGRES").ok()?;
        let schema = format!("town_{}", Uuid::new_v4().simple());
        Some(Self::built(Place::Schema { url, schema }, None))
    }

    /// A place where nobody lives yet, on every engine there is.
    pub fn empty_everywhere() -> Vec<Self> {
        let folder = std::env::temp_dir().join(format!("klubko-{}", Uuid::new_v4()));
        std::fs::create_dir(&folder).unwrap();
        let file = Self { place: Place::File(folder.join("klubko.db")), folder: Some(folder) };
        let schema = std::env::var("KLUBKO_TEST_POSTGRES").ok().map(|url| Self {
            place: Place::Schema { url, schema: format!("town_{}", Uuid::new_v4().simple()) },
            folder: None,
        });
        std::iter::once(file).chain(schema).collect()
    }

    /// The same town on every engine there is.
    pub fn everywhere() -> Vec<Self> {
        std::iter::once(Self::in_a_file()).chain(Self::in_a_schema()).collect()
    }

    fn built(place: Place, folder: Option<PathBuf>) -> Self {
        town::build(&place).unwrap();
        Self { place, folder }
    }

    /// Opens the house at a moment (Prague): `town.at("2026-03-03T14:20")`. The clock stands.
    pub fn at(&self, moment: &str) -> House {
        House::open(&self.place, moment.parse::<DateTime>().unwrap())
    }

    pub fn verify(&self) -> Found {
        Connection::open_reader(&self.place).unwrap().read(journal::verify).unwrap().unwrap()
    }

    /// What a counting query `select count(*) as n …` says.
    pub fn count(&self, sql: &'static str) -> i64 {
        klubko::record! { struct Counted { n: i64 } }
        let reader = Connection::open_reader(&self.place).unwrap();
        let counted: Option<Counted> = reader.read(|unit| unit.first(sql, params![])).unwrap().unwrap();
        counted.map_or(0, |counted| counted.n)
    }

    /// Bytes of an attachment, past every door.
    pub fn plant_content(&self, bytes: &[u8]) -> [u8; 32] {
        let mut digest = [0; 32];
        let writer = Connection::open_writer(&self.place).unwrap();
        let plant = |plant: klubko::kernel::db::Plant<'_>| {
            content::plant(&self.place, plant, bytes).map(|found| digest = found)
        };
        writer.plant(plant).unwrap();
        digest
    }

    /// What a check of everything that is kept finds.
    pub fn held(&self) -> Held {
        content::check(&Connection::open_reader(&self.place).unwrap()).unwrap()
    }

    /// The folder of files, where this engine has one.
    pub fn files(&self) -> Option<PathBuf> {
        self.folder.as_ref().map(|folder| folder.join("klubko.attachments"))
    }

    /// Writes past every door: for tests of tampering only.
    pub fn tamper(&self, sql: &'static str) {
        Connection::open_writer(&self.place).unwrap().plant(|plant| plant(sql, params![])).unwrap();
    }
}

impl Drop for Town {
    fn drop(&mut self) {
        if let Some(folder) = &self.folder {
            let _ = std::fs::remove_dir_all(folder);
        }
    }
}
