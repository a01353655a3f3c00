use crate::kernel::change::Change;
use crate::kernel::failure::Failure;
use crate::kernel::id::{FolderId, ServiceId, TaskId, WorkerId};
use crate::params;
use jiff::civil::Date;
use rules::coded::Coded;
use rules::rule::Rule;
use rules::task::{self, Addressee, Origin, Post};
use uuid::Uuid;

/// A task before it is a row.
#[derive(Clone, Debug)]
pub struct NewTask<'a> {
    pub service: ServiceId,
    pub folder: Option<FolderId>,
    pub addressee: Addressee<WorkerId>,
    pub what: &'a str,
    pub due_on: Date,
    pub is_legal_deadline: bool,
    pub origin: Origin,
    pub origin_id: Option<Uuid>,
    pub rule: Option<Rule>,
}

/// Writes a task that a deed leaves behind, or that somebody sets.
pub fn create(change: &mut Change, new: &NewTask<'_>) -> Result<TaskId, Failure> {
    const INSERT: &str = "
        insert into task (id, service_id, folder_id, worker_id, position, what, due_on, is_legal_deadline, origin,
                          origin_id, rule, version, recorded_at, recorded_by, done_note)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, 1, $12, $13, '')";
    let id: TaskId = change.new_id();
    let (at, by) = (change.at(), change.by());
    let (worker, post) = match new.addressee {
        Addressee::Worker(worker) => (Some(worker), None),
        Addressee::Post(post) => (None, Some(post.code())),
    };
    let rule = new.rule.map_or("", Coded::code);
    let row = params![
        id,
        new.service,
        new.folder,
        worker,
        post,
        new.what,
        new.due_on,
        new.is_legal_deadline,
        new.origin,
        new.origin_id,
        rule,
        at,
        by
    ];
    change.run(INSERT, row)?;
    Ok(id)
}

/// A task that a rule leaves behind in a folder (`rules::task::NewTask`), with its Czech wording.
pub fn create_for_folder(
    change: &mut Change,
    (service, folder): (ServiceId, FolderId),
    left: &task::NewTask<WorkerId>,
    what: &str,
    origin_id: impl Into<Uuid>,
) -> Result<TaskId, Failure> {
    let (origin, rule) = (left.origin, Some(left.rule));
    let (addressee, due_on, origin_id) = (left.addressee, left.due_on, Some(origin_id.into()));
    let folder = Some(folder);
    create(
        change,
        &NewTask { service, folder, addressee, what, due_on, is_legal_deadline: false, origin, origin_id, rule },
    )
}

/// Somebody did the task. Whoever saw an older state of it is told so.
pub fn finish(
    change: &mut Change,
    folder: FolderId,
    (task, version): (TaskId, i64),
    note: &str,
) -> Result<(), Failure> {
    const FINISH: &str = "
        update task set done_at = $4, done_by = $5, done_note = $6, version = version + 1
         where id = $1 and version = $2 and folder_id = $3 and done_at is null";
    let (at, by) = (change.at(), change.by());
    change.replace(FINISH, params![task, version, folder, at, by, note])
}

/// Somebody by name is to do it from now on.
pub fn hand_to(
    change: &mut Change,
    folder: FolderId,
    (task, version): (TaskId, i64),
    worker: WorkerId,
) -> Result<(), Failure> {
    const HAND: &str = "
        update task set worker_id = $4, position = null, version = version + 1
         where id = $1 and version = $2 and folder_id = $3 and done_at is null";
    change.replace(HAND, params![task, version, folder, worker])
}

/// It was not done after all.
pub fn reopen(change: &mut Change, folder: FolderId, (task, version): (TaskId, i64)) -> Result<(), Failure> {
    const REOPEN: &str = "
        update task set done_at = null, done_by = null, done_note = '', version = version + 1
         where id = $1 and version = $2 and folder_id = $3 and done_at is not null";
    change.replace(REOPEN, params![task, version, folder])
}

/// The deed that a rule's task waited for has happened: its open tasks in the folder are done.
pub fn settle(change: &mut Change, folder: FolderId, rule: Rule, note: &str) -> Result<(), Failure> {
    const SETTLE: &str = "
        update task set done_at = $3, done_by = $4, done_note = $5, version = version + 1
         where folder_id = $1 and rule = $2 and done_at is null";
    let (at, by) = (change.at(), change.by());
    change.run(SETTLE, params![folder, rule, at, by, note]).map(drop)
}

/// The same for what one thing alone left behind.
pub fn settle_from(
    change: &mut Change,
    folder: FolderId,
    (rule, origin): (Rule, Origin),
    note: &str,
) -> Result<(), Failure> {
    const SETTLE: &str = "
        update task set done_at = $4, done_by = $5, done_note = $6, version = version + 1
         where folder_id = $1 and rule = $2 and origin = $3 and done_at is null";
    let (at, by) = (change.at(), change.by());
    change.run(SETTLE, params![folder, rule, origin, at, by, note]).map(drop)
}

/// The same for one thing by its id, where a folder may hold several.
pub fn settle_of(
    change: &mut Change,
    folder: FolderId,
    (rule, origin): (Rule, Uuid),
    note: &str,
) -> Result<(), Failure> {
    const SETTLE: &str = "
        update task set done_at = $4, done_by = $5, done_note = $6, version = version + 1
         where folder_id = $1 and rule = $2 and origin_id = $3 and done_at is null";
    let (at, by) = (change.at(), change.by());
    change.run(SETTLE, params![folder, rule, origin, at, by, note]).map(drop)
}

/// What a rule's open task waits for has moved on: it is due later. It never comes closer.
pub fn put_off(
    change: &mut Change,
    folder: FolderId,
    (rule, origin): (Rule, Origin),
    due_on: Date,
) -> Result<(), Failure> {
    const PUT_OFF: &str = "
        update task set due_on = $4, version = version + 1
         where folder_id = $1 and rule = $2 and origin = $3 and done_at is null and due_on < $4";
    change.run(PUT_OFF, params![folder, rule, origin, due_on]).map(drop)
}

/// The same for a task of the service itself.
pub fn settle_of_service(change: &mut Change, service: ServiceId, rule: Rule, note: &str) -> Result<(), Failure> {
    const SETTLE: &str = "
        update task set done_at = $3, done_by = $4, done_note = $5, version = version + 1
         where service_id = $1 and folder_id is null and rule = $2 and done_at is null";
    let (at, by) = (change.at(), change.by());
    change.run(SETTLE, params![service, rule, at, by, note]).map(drop)
}

/// Open tasks of the folder that were somebody's by name are for whoever is its key worker: after a
/// handover, after an exclusion (R-059, D19).
pub fn release(change: &mut Change, folder: FolderId, worker: WorkerId) -> Result<u64, Failure> {
    const RELEASE: &str = "
        update task set worker_id = null, position = $3, version = version + 1
         where folder_id = $1 and worker_id = $2 and done_at is null";
    change.run(RELEASE, params![folder, worker, Post::KeyWorker])
}
