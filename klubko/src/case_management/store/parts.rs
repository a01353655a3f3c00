//! The commission divided into parts, each with one responsible service.

use crate::kernel::change::Change;
use crate::kernel::failure::Failure;
use crate::kernel::folder::Folder;
use crate::kernel::id::{ServiceId, StatementId};
use crate::{params, record};
use uuid::Uuid;

record! {
    pub struct Part {
        pub id: Uuid,
        pub service: String,
        pub area: String,
        pub part: String,
        pub ended_at: Option<i64>,
    }
}

/// The parts of the case; those that ended come last.
pub fn all(folder: &Folder, case: StatementId) -> Result<Vec<Part>, Failure> {
    const PARTS: &str = "
        select p.id as id, s.name as service, p.area as area, p.part as part,
               case when p.ended_at <= $3 then p.ended_at else null end as ended_at
          from case_management_part p join service s on s.id = p.service_id
         where p.folder_id = $1 and p.case_id = $2 and p.recorded_at <= $3
         order by case when p.ended_at is null then 0 else 1 end, p.recorded_at, p.id";
    Ok(folder.db().all(PARTS, params![folder.id(), case, folder.as_of()])?)
}

pub fn add(
    change: &mut Change,
    folder: &Folder,
    case: StatementId,
    (service, area, part): (ServiceId, &str, &str),
) -> Result<Uuid, Failure> {
    const INSERT: &str = "
        insert into case_management_part (id, case_id, folder_id, service_id, area, part, recorded_at, recorded_by)
        values ($1, $2, $3, $4, $5, $6, $7, $8)";
    let (id, at, by): (Uuid, _, _) = (change.new_id(), change.at(), change.by());
    change.run(INSERT, params![id, case, folder.id(), service, area, part, at, by])?;
    Ok(id)
}

/// Errors: [`Failure::Overtaken`] when it has ended already.
pub fn end(change: &mut Change, folder: &Folder, part: Uuid) -> Result<(), Failure> {
    const END: &str = "
        update case_management_part set ended_at = $3, ended_by = $4
         where id = $1 and folder_id = $2 and ended_at is null";
    let (at, by) = (change.at(), change.by());
    change.replace(END, params![part, folder.id(), at, by])
}
