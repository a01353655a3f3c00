//! Evaluations of the cooperation with what came of each goal.

use crate::kernel::change::Change;
use crate::kernel::failure::Failure;
use crate::kernel::folder::Folder;
use crate::kernel::id::{StatementId, ThreadId};
use crate::{params, record};
use jiff::civil::Date;
use rules::evaluation::{Conclusion, GoalResult};

record! {
    pub struct Evaluation {
        pub id: StatementId,
        pub thread: ThreadId,
        pub evaluated_on: Date,
        pub participants: String,
        pub explained: String,
        pub clients_view: String,
        pub workers_view: String,
        pub conclusion: Conclusion,
        pub next_review_on: Option<Date>,
        /// The commission that this evaluation began, in the client's own words.
        pub commission: Option<String>,
        pub recorded_at: i64,
        pub recorded_by: String,
    }
}

/// All evaluations of the folder, the newest first; those of an earlier cooperation too.
pub fn all(folder: &Folder) -> Result<Vec<Evaluation>, Failure> {
    const ALL: &str = "
        select v.id as id, v.thread_id as thread, v.evaluated_on as evaluated_on, v.participants as participants,
               v.explained as explained, v.clients_view as clients_view, v.workers_view as workers_view,
               v.conclusion as conclusion, v.next_review_on as next_review_on,
               (select c.in_own_words from commission c where c.id = v.commission_id and c.folder_id = v.folder_id
                 order by c.version desc limit 1) as commission, v.recorded_at as recorded_at,
               trim(w.title || ' ' || w.given_name || ' ' || w.family_name) as recorded_by
          from evaluation v join worker w on w.id = v.recorded_by
         where v.folder_id = $1 and v.recorded_at <= $2
         order by v.evaluated_on desc, v.recorded_at desc, v.id desc";
    Ok(folder.db().all(ALL, params![folder.id(), folder.as_of()])?)
}

/// The newest evaluation of a thread: for the end of the cooperation.
pub fn newest(folder: &Folder, thread: ThreadId) -> Result<Option<Evaluation>, Failure> {
    Ok(all(folder)?.into_iter().find(|one| one.thread == thread))
}

record! {
    pub struct GoalOutcome {
        pub goal: String,
        pub success_indicator: String,
        pub result: GoalResult,
        pub note: String,
    }
}

/// What came of the goals on that day, in the words that the goals had then.
pub fn results(folder: &Folder, evaluation: StatementId) -> Result<Vec<GoalOutcome>, Failure> {
    const RESULTS: &str = "
        select p.goal as goal, p.success_indicator as success_indicator, e.result as result, e.note as note
          from goal_evaluation e
          join personal_goal p on p.id = e.goal_id and p.folder_id = e.folder_id and p.recorded_at <= e.recorded_at
                              and (p.replaced_at is null or p.replaced_at > e.recorded_at)
         where e.folder_id = $1 and e.evaluation_id = $2 and e.recorded_at <= $3
         order by p.position, p.id";
    Ok(folder.db().all(RESULTS, params![folder.id(), evaluation, folder.as_of()])?)
}

pub struct NewEvaluation<'a> {
    pub evaluated_on: Date,
    pub participants: &'a str,
    pub explained: &'a str,
    pub clients_view: &'a str,
    pub workers_view: &'a str,
    pub conclusion: Conclusion,
    pub next_review_on: Option<Date>,
    pub commission: Option<StatementId>,
}

pub fn insert(
    change: &mut Change,
    (folder, thread): (&Folder, ThreadId),
    new: &NewEvaluation<'_>,
) -> Result<StatementId, Failure> {
    const INSERT: &str = "
        insert into evaluation (id, folder_id, thread_id, evaluated_on, participants, explained, clients_view,
                                workers_view, conclusion, next_review_on, commission_id, recorded_at, recorded_by)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)";
    let id = change.begin_statement(folder.id(), "evaluation")?;
    let (at, by, folder) = (change.at(), change.by(), folder.id());
    let NewEvaluation { evaluated_on, participants, explained, clients_view, workers_view, .. } = *new;
    let NewEvaluation { conclusion, next_review_on, commission, .. } = *new;
    let row = params![
        id,
        folder,
        thread,
        evaluated_on,
        participants,
        explained,
        clients_view,
        workers_view,
        conclusion,
        next_review_on,
        commission,
        at,
        by
    ];
    change.run(INSERT, row)?;
    Ok(id)
}

pub fn insert_result(
    change: &mut Change,
    folder: &Folder,
    (evaluation, goal): (StatementId, StatementId),
    (result, note): (GoalResult, &str),
) -> Result<(), Failure> {
    const INSERT: &str = "
        insert into goal_evaluation (evaluation_id, folder_id, goal_id, result, note, recorded_at)
        values ($1, $2, $3, $4, $5, $6)";
    let at = change.at();
    change.run(INSERT, params![evaluation, folder.id(), goal, result, note, at]).map(drop)
}
