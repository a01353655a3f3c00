//! Rows of the end: the closure itself, and what is still open when it comes.

use crate::kernel::change::Change;
use crate::kernel::failure::Failure;
use crate::kernel::folder::Folder;
use crate::kernel::id::{AppointmentId, DraftId, StatementId, TaskId, ThreadId, WorkerId};
use crate::{params, record, task_has_lapsed};
use jiff::civil::Date;
use rules::closure::ClosureReason;

record! {
    #[derive(Clone)]
    pub struct Closure {
        pub id: StatementId,
        pub version: i64,
        pub thread: ThreadId,
        /// When the first version was written.
        pub begun_at: i64,
        pub closed_on: Date,
        pub reason: ClosureReason,
        pub explanation: String,
        pub left_in_network: String,
        pub explained: String,
        pub retention_class: String,
        pub retain_until: Date,
        pub correction_reason: String,
        pub recorded_at: i64,
        pub recorded_by: String,
        pub recorded_by_id: WorkerId,
    }
}

macro_rules! closures {
    ($rest:literal) => {
        concat!(
            "select z.id as id, z.version as version, z.thread_id as thread, z.begun_at as begun_at,
                    z.closed_on as closed_on, z.reason as reason, z.explanation as explanation,
                    z.left_in_network as left_in_network, z.explained as explained,
                    z.retention_class as retention_class, z.retain_until as retain_until,
                    z.correction_reason as correction_reason, z.recorded_at as recorded_at,
                    z.recorded_by as recorded_by_id,
                    trim(w.title || ' ' || w.given_name || ' ' || w.family_name) as recorded_by
               from case_closure z join worker w on w.id = z.recorded_by
              where z.folder_id = $1 and z.recorded_at <= $2 ",
            $rest
        )
    };
}

/// All versions of all ends of the folder, the newest end first and of each its newest version.
pub fn versions(folder: &Folder) -> Result<Vec<Closure>, Failure> {
    const VERSIONS: &str = closures!("order by z.begun_at desc, z.id desc, z.version desc");
    Ok(folder.db().all(VERSIONS, params![folder.id(), folder.as_of()])?)
}

/// All ends of the folder as they stand, the newest first.
pub fn all(folder: &Folder) -> Result<Vec<Closure>, Failure> {
    const ALL: &str =
        closures!("and (z.replaced_at is null or z.replaced_at > $2) order by z.begun_at desc, z.id desc");
    Ok(folder.db().all(ALL, params![folder.id(), folder.as_of()])?)
}

/// The day of the agreement that an end belongs to.
pub fn agreement_on(folder: &Folder, thread: ThreadId) -> Result<Option<Date>, Failure> {
    record! { struct Signed { signed_on: Option<Date> } }
    const SIGNED: &str = "
        select min(a.signed_on) as signed_on from agreement a
         where a.folder_id = $1 and a.thread_id = $2 and a.replaced_at is null";
    let signed: Option<Signed> = folder.db().first(SIGNED, params![folder.id(), thread])?;
    Ok(signed.and_then(|one| one.signed_on))
}

pub struct NewClosure<'a> {
    pub closed_on: Date,
    pub reason: ClosureReason,
    pub explanation: &'a str,
    pub evaluation: Option<StatementId>,
    pub left_in_network: &'a str,
    pub explained: &'a str,
    pub retention_class: &'a str,
    pub retain_until: Date,
}

/// Which end a version is of, where it stands, when it was begun, why it was corrected.
struct Version<'a> {
    id: StatementId,
    number: i64,
    thread: ThreadId,
    begun_at: i64,
    reason: &'a str,
}

pub fn insert(
    change: &mut Change,
    (folder, thread): (&Folder, ThreadId),
    new: &NewClosure<'_>,
) -> Result<StatementId, Failure> {
    let id = change.begin_statement(folder.id(), "case_closure")?;
    let first = Version { id, number: 1, thread, begun_at: change.at(), reason: "" };
    insert_version(change, folder, &first, new)?;
    Ok(id)
}

/// The next version; the one that was read stays readable.
///
/// Errors: [`Failure::Overtaken`] when somebody else corrected it meanwhile.
pub fn correct(
    change: &mut Change,
    folder: &Folder,
    (stands, read): (&Closure, i64),
    (new, reason): (&NewClosure<'_>, &str),
) -> Result<i64, Failure> {
    const REPLACE: &str = "
        update case_closure set replaced_at = $3
         where id = $1 and version = $2 and folder_id = $4 and replaced_at is null";
    let at = change.at();
    change.replace(REPLACE, params![stands.id, read, at, folder.id()])?;
    let Closure { id, thread, begun_at, .. } = *stands;
    let next = Version { id, number: read + 1, thread, begun_at, reason };
    insert_version(change, folder, &next, new)?;
    Ok(next.number)
}

fn insert_version(
    change: &mut Change,
    folder: &Folder,
    version: &Version<'_>,
    new: &NewClosure<'_>,
) -> Result<(), Failure> {
    const INSERT: &str = "
        insert into case_closure (id, version, folder_id, thread_id, begun_at, closed_on, reason, explanation,
                                  evaluation_id, left_in_network, explained, retention_class, retain_until,
                                  correction_reason, recorded_at, recorded_by)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)";
    let (at, by, folder) = (change.at(), change.by(), folder.id());
    let Version { id, number, thread, begun_at, reason: why } = *version;
    let NewClosure { closed_on, reason, explanation, evaluation, left_in_network, explained, .. } = *new;
    let NewClosure { retention_class, retain_until, .. } = *new;
    let row = params![
        id,
        number,
        folder,
        thread,
        begun_at,
        closed_on,
        reason,
        explanation,
        evaluation,
        left_in_network,
        explained,
        retention_class,
        retain_until,
        why,
        at,
        by
    ];
    change.run(INSERT, row).map(drop)
}

record! {
    pub struct OpenTask {
        pub id: TaskId,
        pub version: i64,
        pub what: String,
        pub due_on: Date,
        pub worker: String,
    }
}

/// Open tasks but those of planning itself, which end with the cooperation.
pub fn tasks(folder: &Folder) -> Result<Vec<OpenTask>, Failure> {
    const TASKS: &str = concat!(
        "select t.id as id, t.version as version, t.what as what, t.due_on as due_on,
               coalesce(trim(w.title || ' ' || w.given_name || ' ' || w.family_name), '') as worker
          from task t left join worker w on w.id = t.worker_id
         where t.folder_id = $1 and t.done_at is null and t.rule not in ('r016', 'r018', 'r053', 'r054', 'r126')
           and t.recorded_at <= $2 and not ($3 and ",
        task_has_lapsed!("t"),
        ") order by t.due_on, t.id"
    );
    Ok(folder.db().all(TASKS, params![folder.id(), folder.as_of(), !folder.is_past(), folder.today()])?)
}

record! {
    pub struct OpenAppointment {
        pub id: AppointmentId,
        pub version: i64,
        pub kind: String,
        pub starts_at: i64,
        pub worker: String,
    }
}

/// Appointments that nobody wrote down or called off.
pub fn appointments(folder: &Folder) -> Result<Vec<OpenAppointment>, Failure> {
    const APPOINTMENTS: &str = "
        select a.id as id, a.version as version, a.starts_at as starts_at,
               coalesce((select i.label from code_list_item i where i.list = 'appointment_kind' and i.code = a.kind
                          order by i.valid_from desc limit 1), a.kind) as kind,
               trim(w.title || ' ' || w.given_name || ' ' || w.family_name) as worker
          from appointment a join worker w on w.id = a.worker_id
         where a.folder_id = $1 and a.cancelled_at is null and a.activity_id is null and a.assessment_id is null
         order by a.starts_at, a.id";
    Ok(folder.db().all(APPOINTMENTS, params![folder.id()])?)
}

record! {
    pub struct OpenDraft {
        pub id: DraftId,
        pub worker_id: WorkerId,
        pub title: String,
        pub author: String,
    }
}

/// Half-written texts of the folder; the form of the end itself is none of them.
pub fn drafts(folder: &Folder, own_form: &str) -> Result<Vec<OpenDraft>, Failure> {
    const DRAFTS: &str = "
        select d.id as id, d.worker_id as worker_id, d.title as title,
               trim(w.title || ' ' || w.given_name || ' ' || w.family_name) as author
          from draft d join worker w on w.id = d.worker_id
         where d.folder_id = $1 and d.form <> $2 order by d.begun_at, d.id";
    Ok(folder.db().all(DRAFTS, params![folder.id(), own_form])?)
}
