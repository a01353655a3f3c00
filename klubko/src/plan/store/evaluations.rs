//! Evaluations of the cooperation with what came of each goal; a correction is the next version.

use crate::kernel::change::Change;
use crate::kernel::failure::Failure;
use crate::kernel::folder::Folder;
use crate::kernel::id::{StatementId, ThreadId, WorkerId};
use crate::{params, record};
use jiff::civil::Date;
use rules::evaluation::{Conclusion, GoalResult};

record! {
    #[derive(Clone)]
    pub struct Evaluation {
        pub id: StatementId,
        pub version: i64,
        pub thread: ThreadId,
        /// When the first version was written.
        pub begun_at: i64,
        pub evaluated_on: Date,
        pub participants: String,
        pub explained: String,
        pub clients_view: String,
        pub workers_view: String,
        pub conclusion: Conclusion,
        pub next_review_on: Option<Date>,
        pub commission_id: Option<StatementId>,
        /// The commission that this evaluation began, in the client's own words.
        pub commission: Option<String>,
        pub correction_reason: String,
        pub recorded_at: i64,
        pub recorded_by: String,
        pub recorded_by_id: WorkerId,
    }
}

macro_rules! evaluations {
    ($rest:literal) => {
        concat!(
            "select v.id as id, v.version as version, v.thread_id as thread, v.begun_at as begun_at,
                    v.evaluated_on as evaluated_on, v.participants as participants, v.explained as explained,
                    v.clients_view as clients_view, v.workers_view as workers_view, v.conclusion as conclusion,
                    v.next_review_on as next_review_on, v.commission_id as commission_id,
                    (select c.in_own_words from commission c where c.id = v.commission_id and c.folder_id = v.folder_id
                        and c.recorded_at <= $2
                      order by c.version desc limit 1) as commission, v.correction_reason as correction_reason,
                    v.recorded_at as recorded_at, v.recorded_by as recorded_by_id,
                    trim(w.title || ' ' || w.given_name || ' ' || w.family_name) as recorded_by
               from evaluation v join worker w on w.id = v.recorded_by
              where v.folder_id = $1 and v.recorded_at <= $2 ",
            $rest
        )
    };
}

/// All evaluations of the folder, the newest first; those of an earlier cooperation too.
pub fn all(folder: &Folder) -> Result<Vec<Evaluation>, Failure> {
    const ALL: &str = evaluations!(
        "and (v.replaced_at is null or v.replaced_at > $2) order by v.evaluated_on desc, v.begun_at desc, v.id desc"
    );
    Ok(folder.db().all(ALL, params![folder.id(), folder.as_of()])?)
}

/// All versions of one evaluation that are known at the moment shown, the newest first.
pub fn versions(folder: &Folder, id: StatementId) -> Result<Vec<Evaluation>, Failure> {
    const VERSIONS: &str = evaluations!("and v.id = $3 order by v.version desc");
    Ok(folder.db().all(VERSIONS, params![folder.id(), folder.as_of(), id])?)
}

/// The newest evaluation of a thread: for the end of the cooperation.
pub fn newest(folder: &Folder, thread: ThreadId) -> Result<Option<Evaluation>, Failure> {
    Ok(all(folder)?.into_iter().find(|one| one.thread == thread))
}

record! {
    pub struct GoalOutcome {
        pub goal_id: StatementId,
        pub goal: String,
        pub success_indicator: String,
        pub result: GoalResult,
        pub note: String,
    }
}

/// What came of the goals in a version of an evaluation, in the words that the goals had when it was first written.
pub fn results(folder: &Folder, of: &Evaluation) -> Result<Vec<GoalOutcome>, Failure> {
    const RESULTS: &str = "
        select e.goal_id as goal_id, p.goal as goal, p.success_indicator as success_indicator, e.result as result,
               e.note as note
          from goal_evaluation e
          join personal_goal p on p.id = e.goal_id and p.folder_id = e.folder_id and p.recorded_at <= $4
                              and (p.replaced_at is null or p.replaced_at > $4)
         where e.folder_id = $1 and e.evaluation_id = $2 and e.version = $3
         order by p.position, p.id";
    Ok(folder.db().all(RESULTS, params![folder.id(), of.id, of.version, of.begun_at])?)
}

record! {
    /// From the agreement of a thread to the end of what it began.
    #[derive(Default)]
    pub struct Span {
        pub began_on: Option<Date>,
        pub closed_on: Option<Date>,
    }
}

pub fn span(folder: &Folder, thread: ThreadId) -> Result<Span, Failure> {
    const SPAN: &str = "
        select (select min(a.signed_on) from agreement a
                 where a.folder_id = $1 and a.thread_id = $2 and a.replaced_at is null) as began_on,
               (select z.closed_on from case_closure z
                 where z.folder_id = $1 and z.thread_id = $2 and z.replaced_at is null) as closed_on";
    Ok(folder.db().first(SPAN, params![folder.id(), thread])?.unwrap_or_default())
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

/// Which evaluation a version is of, where it stands, when it was begun, why it was corrected.
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
    new: &NewEvaluation<'_>,
) -> Result<StatementId, Failure> {
    let id = change.begin_statement(folder.id(), "evaluation")?;
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
    (stands, read): (&Evaluation, i64),
    (new, reason): (&NewEvaluation<'_>, &str),
) -> Result<i64, Failure> {
    const REPLACE: &str = "
        update evaluation set replaced_at = $3
         where id = $1 and version = $2 and folder_id = $4 and replaced_at is null";
    let at = change.at();
    change.replace(REPLACE, params![stands.id, read, at, folder.id()])?;
    let Evaluation { id, thread, begun_at, .. } = *stands;
    let next = Version { id, number: read + 1, thread, begun_at, reason };
    insert_version(change, folder, &next, new)?;
    Ok(next.number)
}

fn insert_version(
    change: &mut Change,
    folder: &Folder,
    version: &Version<'_>,
    new: &NewEvaluation<'_>,
) -> Result<(), Failure> {
    const INSERT: &str = "
        insert into evaluation (id, version, folder_id, thread_id, begun_at, evaluated_on, participants, explained,
                                clients_view, workers_view, conclusion, next_review_on, commission_id,
                                correction_reason, recorded_at, recorded_by)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)";
    let (at, by, folder) = (change.at(), change.by(), folder.id());
    let Version { id, number, thread, begun_at, reason } = *version;
    let NewEvaluation { evaluated_on, participants, explained, clients_view, workers_view, .. } = *new;
    let NewEvaluation { conclusion, next_review_on, commission, .. } = *new;
    let row = params![
        id,
        number,
        folder,
        thread,
        begun_at,
        evaluated_on,
        participants,
        explained,
        clients_view,
        workers_view,
        conclusion,
        next_review_on,
        commission,
        reason,
        at,
        by
    ];
    change.run(INSERT, row).map(drop)
}

/// What a goal came to in one version of an evaluation.
pub fn insert_result(
    change: &mut Change,
    folder: &Folder,
    (evaluation, version, goal): (StatementId, i64, StatementId),
    (result, note): (GoalResult, &str),
) -> Result<(), Failure> {
    const INSERT: &str = "
        insert into goal_evaluation (evaluation_id, version, folder_id, goal_id, result, note)
        values ($1, $2, $3, $4, $5, $6)";
    change.run(INSERT, params![evaluation, version, folder.id(), goal, result, note]).map(drop)
}
