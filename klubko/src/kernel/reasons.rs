//! Reasons by which warnings were answered, to be shown for good with what they are about. They are written by
//! [`Form::keep_reasons`](super::form::Form::keep_reasons).

use super::failure::Failure;
use super::folder::Folder;
use super::format_cs;
use super::messages_cs::rule;
use crate::{params, record};
use uuid::Uuid;

record! {
    /// One reason, and the thing that it is about.
    pub struct Kept {
        pub object_id: Uuid,
        pub rule: String,
        pub reason: String,
        pub recorded_at: i64,
        pub recorded_by: String,
    }
}

impl Kept {
    /// „Důvod (první kontakt přijatý jiným odborníkem): nikdo jiný nebyl volný“
    pub fn line(&self) -> String {
        rule::reason(&self.rule, &self.reason)
    }

    /// „Mgr. Iva Rampová, 4. 5. 2026 10:15“
    pub fn source(&self) -> String {
        format!("{}, {}", self.recorded_by, format_cs::moment(self.recorded_at))
    }

    /// Those about one thing: „Důvod (totéž se nezjišťuje dvakrát): posudek je starý (Mgr. Iva Rampová)“.
    pub fn about(all: &[Self], object: impl Into<Uuid>) -> Vec<String> {
        let object: Uuid = object.into();
        let of = all.iter().filter(|one| one.object_id == object);
        of.map(|one| format!("{} ({})", one.line(), one.recorded_by)).collect()
    }
}

/// All of the folder, as known on the day shown, the oldest first.
pub fn kept(folder: &Folder) -> Result<Vec<Kept>, Failure> {
    const KEPT: &str = "
        select a.object_id as object_id, a.rule as rule, a.reason as reason, a.recorded_at as recorded_at,
               trim(w.title || ' ' || w.given_name || ' ' || w.family_name) as recorded_by
          from warning_answer a join worker w on w.id = a.recorded_by
         where a.folder_id = $1 and a.recorded_at <= $2
         order by a.recorded_at, a.rule";
    Ok(folder.db().all(KEPT, params![folder.id(), folder.as_of()])?)
}
