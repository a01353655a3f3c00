//! The line of key workers: half-open in milliseconds, exactly one at any moment (R-034, decision 4).

use super::full_name;
use crate::kernel::change::Change;
use crate::kernel::failure::Failure;
use crate::kernel::folder::Folder;
use crate::kernel::id::{AssignmentId, StatementId, WorkerId};
use crate::{params, record};
use rules::key_worker::{Assignment, pass};

/// Who holds the case now (or on the past day that is shown).
#[derive(Clone, Debug)]
pub struct KeyWorker {
    pub id: WorkerId,
    pub name: String,
    /// In milliseconds.
    pub since: i64,
}

record! {
    /// One assignment of the line, as recorded.
    pub struct Held {
        pub id: AssignmentId,
        pub worker_id: WorkerId,
        pub title: String,
        pub given_name: String,
        pub family_name: String,
        pub from_at: i64,
        pub until_at: Option<i64>,
        pub assessment_id: Option<StatementId>,
        pub handover_id: Option<StatementId>,
    }
}

impl Held {
    pub fn name(&self) -> String {
        full_name(&self.title, &self.given_name, &self.family_name)
    }
}

/// The whole line, oldest first, with what is already known to follow.
pub fn line(folder: &Folder) -> Result<Vec<Held>, Failure> {
    const LINE: &str = "
        select k.id as id, k.worker_id as worker_id, w.title as title, w.given_name as given_name,
               w.family_name as family_name, k.from_at as from_at,
               case when k.until_at <= $2
                      or exists (select 1 from key_worker_assignment n
                                  where n.folder_id = $1 and n.from_at = k.until_at and n.recorded_at <= $2)
                    then k.until_at else null end as until_at,
               k.assessment_id as assessment_id, k.handover_id as handover_id
          from key_worker_assignment k join worker w on w.id = k.worker_id
         where k.folder_id = $1 and k.recorded_at <= $2
         order by k.from_at";
    Ok(folder.db().all(LINE, params![folder.id(), folder.as_of()])?)
}

/// The key worker; none before the first one is named.
pub fn key_worker(folder: &Folder) -> Result<Option<KeyWorker>, Failure> {
    let at = folder.as_of();
    let holds = |held: &&Held| held.from_at <= at && held.until_at.is_none_or(|until| at < until);
    let line = line(folder)?;
    Ok(line.iter().find(holds).map(|held| KeyWorker { id: held.worker_id, name: held.name(), since: held.from_at }))
}

/// Names the first key worker of the folder; later ones follow by a handover only, so that there is no gap.
pub fn name_key_worker(
    change: &mut Change,
    folder: &Folder,
    worker: WorkerId,
    from_at: i64,
    assessment: Option<StatementId>,
) -> Result<AssignmentId, Failure> {
    if !line(folder)?.is_empty() {
        return Err(Failure::refused(ONE_KEY_WORKER));
    }
    insert(change, folder, worker, from_at, (assessment, None))
}

const ONE_KEY_WORKER: &str = "Složka už klíčového pracovníka má. Změnu zapište jako předání v části Tým.";

/// The case passes to another worker at a moment: the open assignment ends there and the next begins.
pub fn pass_key_worker(
    change: &mut Change,
    folder: &Folder,
    to: WorkerId,
    at: i64,
    handover: StatementId,
) -> Result<(), Failure> {
    const CLOSE: &str = "
        update key_worker_assignment set until_at = $3
         where folder_id = $1 and id = $2 and until_at is null and from_at < $3";
    let held = line(folder)?;
    let as_rules = |one: &Held| Assignment { worker: one.worker_id, from_at: one.from_at, until_at: one.until_at };
    let line: Vec<_> = held.iter().map(as_rules).collect();
    let open = held.iter().find(|one| one.until_at.is_none());
    let (Some(open), Some(_)) = (open, pass(&line, to, at)) else { return Err(Failure::Overtaken) };
    change.replace(CLOSE, params![folder.id(), open.id, at])?;
    insert(change, folder, to, at, (None, Some(handover))).map(drop)
}

fn insert(
    change: &mut Change,
    folder: &Folder,
    worker: WorkerId,
    from_at: i64,
    (assessment, handover): (Option<StatementId>, Option<StatementId>),
) -> Result<AssignmentId, Failure> {
    const INSERT: &str = "
        insert into key_worker_assignment (id, folder_id, worker_id, from_at, assessment_id, handover_id, recorded_at,
                                           recorded_by)
        values ($1, $2, $3, $4, $5, $6, $7, $8)";
    let id: AssignmentId = change.new_id();
    let (at, by) = (change.at(), change.by());
    change.run(INSERT, params![id, folder.id(), worker, from_at, assessment, handover, at, by])?;
    Ok(id)
}
