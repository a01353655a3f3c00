//! Reasons by which warnings were answered when something was shared, asked for or assessed: shown with it for good.

use crate::kernel::failure::Failure;
use crate::kernel::folder::Folder;
use crate::kernel::messages_cs::rule;
use crate::{params, record};
use uuid::Uuid;

record! {
    /// One reason, of the item or the phase that it is about.
    pub struct Kept {
        pub object_id: Uuid,
        pub rule: String,
        pub reason: String,
        pub recorded_by: String,
    }
}

impl Kept {
    /// „Důvod (totéž se nezjišťuje dvakrát): posudek je starý (Mgr. Iva Rampová)“; several about one thing stand in a row.
    pub fn about(all: &[Self], object: impl Into<Uuid>) -> String {
        let object: Uuid = object.into();
        let of = all.iter().filter(|one| one.object_id == object);
        let said = of.map(|one| format!("{} ({})", rule::reason(&one.rule, &one.reason), one.recorded_by));
        said.collect::<Vec<_>>().join(" · ")
    }
}

/// Everything of the folder that is about what crosses, as known on the day shown.
pub fn kept(folder: &Folder) -> Result<Vec<Kept>, Failure> {
    const KEPT: &str = "
        select a.object_id as object_id, a.rule as rule, a.reason as reason,
               trim(w.title || ' ' || w.given_name || ' ' || w.family_name) as recorded_by
          from warning_answer a join worker w on w.id = a.recorded_by
         where a.folder_id = $1 and a.recorded_at <= $2
           and a.object_kind in ('shared_item', 'case_management_phase', 'case_management_part')
         order by a.recorded_at, a.rule";
    Ok(folder.db().all(KEPT, params![folder.id(), folder.as_of()])?)
}
