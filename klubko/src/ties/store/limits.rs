//! Limited cooperation: with whom, from when, until when; and who acts as head where the head is excluded.

use super::full_name;
use crate::kernel::change::Change;
use crate::kernel::failure::Failure;
use crate::kernel::folder::Folder;
use crate::kernel::id::{ExclusionId, WorkerId};
use crate::{params, record, stored_as_code};
use rules::exclusion::ExclusionReason;
use uuid::Uuid;

stored_as_code!(ExclusionReason);

record! {
    /// An exclusion; the reason is for the key worker and the head only.
    pub struct Exclusion {
        pub id: ExclusionId,
        pub worker_id: WorkerId,
        pub title: String,
        pub given_name: String,
        pub family_name: String,
        pub reason: ExclusionReason,
        pub reason_text: String,
        pub raised_by: String,
        pub from_at: i64,
        pub until_at: Option<i64>,
    }
}

impl Exclusion {
    pub fn name(&self) -> String {
        full_name(&self.title, &self.given_name, &self.family_name)
    }

    pub fn is_over(&self, now: i64) -> bool {
        self.until_at.is_some_and(|until| until <= now)
    }

    fn holds(&self, now: i64) -> bool {
        self.from_at <= now && !self.is_over(now)
    }
}

/// An exclusion before it is a row.
#[derive(Clone, Copy, Debug)]
pub struct NewExclusion<'a> {
    pub worker: WorkerId,
    pub reason: ExclusionReason,
    pub reason_text: &'a str,
    pub raised_by: &'a str,
    pub from_at: i64,
    pub until_at: Option<i64>,
}

/// All exclusions of the folder, past and coming ones too.
pub fn exclusions(folder: &Folder) -> Result<Vec<Exclusion>, Failure> {
    const ALL: &str = "
        select x.id as id, x.worker_id as worker_id, w.title as title, w.given_name as given_name,
               w.family_name as family_name, x.reason as reason, x.reason_text as reason_text,
               x.raised_by as raised_by, x.from_at as from_at,
               case when x.until_at > $2 and x.ended_by is not null then null else x.until_at end as until_at
          from worker_exclusion x join worker w on w.id = x.worker_id
         where x.folder_id = $1 and (x.from_at <= $2 or not $3)
         order by x.from_at, x.id";
    Ok(folder.db().all(ALL, params![folder.id(), folder.as_of(), folder.is_past()])?)
}

/// Names of the workers with whom cooperation is limited now; for the bar „Omezená spolupráce“.
pub fn limited(folder: &Folder) -> Result<Vec<String>, Failure> {
    let all = exclusions(folder)?;
    Ok(all.iter().filter(|one| one.holds(folder.as_of())).map(Exclusion::name).collect())
}

/// Who takes no part in the case: excluded now, or from a day to come.
pub fn excluded_ids(folder: &Folder) -> Result<Vec<WorkerId>, Failure> {
    let all = exclusions(folder)?;
    Ok(all.iter().filter(|one| !one.is_over(folder.as_of())).map(|one| one.worker_id).collect())
}

pub fn exclude(change: &mut Change, folder: &Folder, new: &NewExclusion<'_>) -> Result<ExclusionId, Failure> {
    const INSERT: &str = "
        insert into worker_exclusion (id, folder_id, worker_id, reason, reason_text, raised_by, from_at, until_at,
                                      recorded_by)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9)";
    let id: ExclusionId = change.new_id();
    let by = change.by();
    let NewExclusion { worker, reason, reason_text, raised_by, from_at, until_at } = *new;
    change.run(INSERT, params![id, folder.id(), worker, reason, reason_text, raised_by, from_at, until_at, by])?;
    Ok(id)
}

pub fn end_exclusion(change: &mut Change, folder: &Folder, id: ExclusionId) -> Result<(), Failure> {
    const END: &str = "
        update worker_exclusion set until_at = $3, ended_by = $4
         where id = $1 and folder_id = $2 and (until_at is null or until_at > $3)";
    let (at, by) = (change.at(), change.by());
    change.replace(END, params![id, folder.id(), at, by])
}

record! {
    /// Acts as head in the folder.
    pub struct Deputy {
        pub worker_id: WorkerId,
        pub title: String,
        pub given_name: String,
        pub family_name: String,
        pub from_at: i64,
    }
}

impl Deputy {
    pub fn name(&self) -> String {
        full_name(&self.title, &self.given_name, &self.family_name)
    }
}

pub fn deputies(folder: &Folder) -> Result<Vec<Deputy>, Failure> {
    const NOW: &str = "
        select h.worker_id as worker_id, w.title as title, w.given_name as given_name, w.family_name as family_name,
               h.from_at as from_at
          from head_deputy h join worker w on w.id = h.worker_id
         where h.folder_id = $1 and h.from_at <= $2 and (h.until_at is null or h.until_at > $2)
         order by h.from_at, h.id";
    Ok(folder.db().all(NOW, params![folder.id(), folder.as_of()])?)
}

pub fn name_deputy(change: &mut Change, folder: &Folder, worker: WorkerId) -> Result<Uuid, Failure> {
    const INSERT: &str = "
        insert into head_deputy (id, folder_id, worker_id, from_at, recorded_by) values ($1, $2, $3, $4, $5)";
    let id: Uuid = change.new_id();
    let (at, by) = (change.at(), change.by());
    change.run(INSERT, params![id, folder.id(), worker, at, by])?;
    Ok(id)
}

/// The head may take part again, so nobody stands for him, or the deputy himself is excluded.
pub fn end_deputies(change: &mut Change, folder: &Folder) -> Result<(), Failure> {
    const END: &str = "
        update head_deputy set until_at = $2 where folder_id = $1 and (until_at is null or until_at > $2)";
    let at = change.at();
    change.run(END, params![folder.id(), at]).map(drop)
}
