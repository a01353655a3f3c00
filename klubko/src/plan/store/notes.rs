//! Notes of what was agreed where no paper is made of it.

use crate::kernel::change::Change;
use crate::kernel::failure::Failure;
use crate::kernel::folder::Folder;
use crate::kernel::id::{StatementId, ThreadId};
use crate::{params, record};
use jiff::civil::Date;

record! {
    pub struct Note {
        pub noted_on: Date,
        pub goal: String,
        pub note: String,
        pub recorded_by: String,
    }
}

pub fn all(folder: &Folder, thread: ThreadId) -> Result<Vec<Note>, Failure> {
    const ALL: &str = "
        select n.noted_on as noted_on, n.goal as goal, n.note as note,
               trim(w.title || ' ' || w.given_name || ' ' || w.family_name) as recorded_by
          from plan_note n join worker w on w.id = n.recorded_by
         where n.folder_id = $1 and n.thread_id = $2 and n.recorded_at <= $3
         order by n.noted_on desc, n.id desc";
    Ok(folder.db().all(ALL, params![folder.id(), thread, folder.as_of()])?)
}

pub fn insert(
    change: &mut Change,
    (folder, thread): (&Folder, ThreadId),
    (goal, note): (&str, &str),
    noted_on: Date,
) -> Result<StatementId, Failure> {
    const INSERT: &str = "
        insert into plan_note (id, folder_id, thread_id, noted_on, goal, note, recorded_at, recorded_by)
        values ($1, $2, $3, $4, $5, $6, $7, $8)";
    let id = change.begin_statement(folder.id(), "plan_note")?;
    let (at, by) = (change.at(), change.by());
    change.run(INSERT, params![id, folder.id(), thread, noted_on, goal, note, at, by])?;
    Ok(id)
}
