use crate::kernel::change::Change;
use crate::kernel::failure::Failure;
use crate::kernel::folder::Folder;
use crate::kernel::id::{StatementId, TaskId, ThreadId};
use crate::{params, record};
use jiff::civil::Date;
use rules::visits::PlanForm;

record! {
    /// A decision about the form of planning.
    pub(in crate::agreement) struct PlanDecision {
        pub(in crate::agreement) plan_form: PlanForm,
        pub(in crate::agreement) is_long_term: bool,
        pub(in crate::agreement) reason: String,
        pub(in crate::agreement) decided_on: Date,
        pub(in crate::agreement) recorded_by: String,
    }
}

/// All decisions of the folder, the newest first.
pub(in crate::agreement) fn all(folder: &Folder<'_>) -> Result<Vec<PlanDecision>, Failure> {
    const ALL: &str = "
        select p.plan_form as plan_form, p.is_long_term as is_long_term, p.reason as reason, p.decided_on as decided_on,
               trim(w.title || ' ' || w.given_name || ' ' || w.family_name) as recorded_by
          from plan_decision p join worker w on w.id = p.recorded_by
         where p.folder_id = $1 and p.recorded_at <= $2 order by p.recorded_at desc, p.id desc";
    Ok(folder.db().all(ALL, params![folder.id(), folder.as_of()])?)
}

pub(in crate::agreement) fn insert(
    change: &mut Change<'_>,
    (folder, thread): (&Folder<'_>, ThreadId),
    (plan_form, is_long_term, reason): (PlanForm, bool, &str),
    decided_on: Date,
) -> Result<StatementId, Failure> {
    const INSERT: &str = "
        insert into plan_decision (id, folder_id, thread_id, plan_form, is_long_term, reason, decided_on, recorded_at,
                                   recorded_by)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9)";
    let id = change.begin_statement(folder.id(), "plan_decision")?;
    let (at, by) = (change.at(), change.by());
    let row = params![id, folder.id(), thread, plan_form, is_long_term, reason, decided_on, at, by];
    change.run(INSERT, row)?;
    Ok(id)
}

/// Whether the task to make a written plan or to justify is open; one is enough.
pub(in crate::agreement) fn task_is_open(folder: &Folder<'_>) -> Result<bool, Failure> {
    record! { struct Open { id: TaskId } }
    const OPEN: &str = "select id from task where folder_id = $1 and rule = 'r054' and done_at is null";
    let open: Option<Open> = folder.db().first(OPEN, params![folder.id()])?;
    Ok(open.is_some_and(|task| task.id != TaskId::default()))
}
