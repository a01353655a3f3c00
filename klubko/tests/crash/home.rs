//! Where the house of a test lives: a folder that is gone with the value, or a schema.

use klubko::kernel::db::{Connection, Place};
use std::path::PathBuf;
use std::process::Command;
use uuid::Uuid;

pub const BINARY: &str = env!("CARGO_BIN_EXE_klubko");

pub struct Home {
    flag: &'static str,
    value: String,
    folder: Option<PathBuf>,
}

klubko::record! { struct Name { name: String } }

impl Home {
    pub fn in_a_folder() -> Self {
        let folder = std::env::temp_dir().join(format!("klubko-crash-{}", Uuid::new_v4()));
        Self { flag: "--data", value: folder.display().to_string(), folder: Some(folder) }
    }

    /// A schema of its own in this database.
    pub fn in_postgres(url: &str) -> Self {
        let schema = format!("crash_{}", Uuid::new_v4().simple());
        Self { flag: "--database", value: format!("{url}/{schema}"), folder: None }
    }

    /// `--data DIR` or `--database URL`.
    pub fn said(&self) -> [&str; 2] {
        [self.flag, &self.value]
    }

    pub fn place(&self) -> Place {
        match &self.folder {
            Some(folder) => Place::File(folder.join("klubko.db")),
            None => Place::parse(&self.value),
        }
    }

    /// Fails unless the journal's chain and the database are sound.
    pub fn must_be_sound(&self) {
        let output = Command::new(BINARY).arg("verify").args(self.said()).output().unwrap();
        let verdict = String::from_utf8_lossy(&output.stdout).into_owned();
        assert!(output.status.success() && verdict.contains("entries, sound"), "{verdict}");
    }

    /// Names that begin so, asked of the database itself, past the program.
    pub fn names(&self) -> Vec<String> {
        const NAMES: &str = "select family_name as name from person_version where family_name like 'Pád%'";
        let reader = Connection::open_reader(&self.place()).unwrap();
        let names: Vec<Name> = reader.read(|unit| unit.all(NAMES, &[])).unwrap().unwrap();
        let mut names: Vec<String> = names.into_iter().map(|one| one.name).collect();
        names.sort_unstable();
        names
    }
}

impl Drop for Home {
    fn drop(&mut self) {
        if let Some(folder) = &self.folder {
            let _ = std::fs::remove_dir_all(folder);
        }
    }
}
