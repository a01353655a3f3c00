//! Records as they are read: newest version, text by fields, what was added, who struck it out.

use crate::kernel::failure::Failure;
use crate::kernel::folder::Folder;
use crate::kernel::id::{ActivityId, StatementId, WorkerId};
use crate::{params, record};
use rules::activity::{Form, Kind};
use rules::record_text::RecordText;
use uuid::Uuid;

record! {
    /// One record as it is known at the moment shown.
    pub struct Row {
        pub id: ActivityId,
        pub version: i64,
        pub kind: Kind,
        pub form: Form,
        pub starts_at: i64,
        pub minutes: i64,
        pub on_behalf_of_client: bool,
        pub is_client_present: bool,
        pub place: String,
        pub worker_id: WorkerId,
        pub author: String,
        pub recorded_at: i64,
        pub begun_at: i64,
        pub course: Option<String>,
        pub statement: Option<String>,
        pub observation: Option<String>,
        pub reasoning: Option<String>,
        pub agreed: Option<String>,
        pub struck_reason: Option<String>,
        pub struck_at: Option<i64>,
        pub struck_by: Option<String>,
        /// What another part of the folder wrote to this time.
        pub told: Option<String>,
        /// What was done in a crisis, as it is written now; empty until it is completed, none where there was no crisis.
        pub crisis: Option<String>,
        /// Where it leads in the plan.
        pub goal_id: Option<StatementId>,
        pub goal: Option<String>,
        pub step_id: Option<StatementId>,
        pub step: Option<String>,
        pub step_worker: Option<WorkerId>,
    }
}

impl Row {
    pub fn text(&self) -> RecordText {
        let text = |field: &Option<String>| field.clone().unwrap_or_default();
        RecordText {
            course: text(&self.course),
            statement: text(&self.statement),
            observation: text(&self.observation),
            reasoning: text(&self.reasoning),
            agreement: text(&self.agreed),
        }
    }

    pub fn has_text(&self) -> bool {
        self.course.is_some()
    }
}

macro_rules! records {
    ($rest:literal) => {
        concat!(
            "select v.activity_id as id, v.version as version, v.kind as kind, v.form as form,
                    v.starts_at as starts_at, v.minutes as minutes, v.on_behalf_of_client as on_behalf_of_client,
                    v.is_client_present as is_client_present, v.place as place, v.worker_id as worker_id,
                    w.given_name || ' ' || w.family_name as author, v.recorded_at as recorded_at,
                    a.begun_at as begun_at, r.course as course, r.statement as statement,
                    r.observation as observation, r.reasoning as reasoning, r.agreed as agreed,
                    o.reason as struck_reason, o.recorded_at as struck_at,
                    s.given_name || ' ' || s.family_name as struck_by,
                    coalesce(
                      (select max(x.asked) from first_contact x
                        where x.folder_id = $1 and x.activity_id = v.activity_id and x.recorded_at <= $2),
                      (select max(x.summary) from intro_consultation x
                        where x.folder_id = $1 and x.activity_id = v.activity_id and x.recorded_at <= $2),
                      (select max(x.information) from basic_counselling x
                        where x.folder_id = $1 and x.activity_id = v.activity_id and x.recorded_at <= $2),
                      (select max(x.findings) from social_inquiry x
                        where x.folder_id = $1 and x.activity_id = v.activity_id and x.recorded_at <= $2)) as told,
                    (select max(x.intervention) from crisis_intervention x
                      where x.folder_id = $1 and x.activity_id = v.activity_id and x.recorded_at <= $2
                        and (x.replaced_at is null or x.replaced_at > $2)) as crisis,
                    g.goal_id as goal_id, pg.goal as goal, g.step_id as step_id, ps.step as step,
                    ps.worker_id as step_worker
               from activity_version v
               join activity a on a.id = v.activity_id
               join worker w on w.id = v.worker_id
               left join progress_record r on r.activity_id = v.activity_id and r.recorded_at <= $2
                    and (r.replaced_at is null or r.replaced_at > $2)
               left join record_strike_out o on o.activity_id = v.activity_id and o.recorded_at <= $2
               left join worker s on s.id = o.recorded_by
               left join record_goal g on g.activity_id = v.activity_id and g.recorded_at <= $2
                    and (g.replaced_at is null or g.replaced_at > $2)
               left join personal_goal pg on pg.id = g.goal_id and pg.recorded_at <= $2
                    and (pg.replaced_at is null or pg.replaced_at > $2)
               left join plan_step ps on ps.id = g.step_id and ps.recorded_at <= $2
                    and (ps.replaced_at is null or ps.replaced_at > $2)
              where v.folder_id = $1 and v.recorded_at <= $2 and (v.replaced_at is null or v.replaced_at > $2) ",
            $rest
        )
    };
}

/// A place in the timeline; the page shows what is older.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Before {
    pub at: i64,
    pub id: Uuid,
}

impl Before {
    pub const NOW: Self = Self { at: i64::MAX, id: Uuid::max() };
}

/// The records before a place, newest first; one more than a page shows. `kind` is a code or empty.
pub fn records(folder: &Folder, before: Before, kind: &str, worker: Option<WorkerId>) -> Result<Vec<Row>, Failure> {
    const PAGE: &str = records!(
        "and (v.starts_at < $3 or (v.starts_at = $3 and v.activity_id < $4))
         and (v.kind = $5 or $6) and (v.worker_id = $7 or $8)
         order by v.starts_at desc, v.activity_id desc limit 31"
    );
    let (any_kind, any_worker) = (kind.is_empty(), worker.is_none());
    let worker = worker.unwrap_or_default();
    let values = params![folder.id(), folder.as_of(), before.at, before.id, kind, any_kind, worker, any_worker];
    Ok(folder.db().all(PAGE, values)?)
}

/// One record of the folder.
pub fn record(folder: &Folder, id: ActivityId) -> Result<Option<Row>, Failure> {
    const ONE: &str = records!("and v.activity_id = $3");
    Ok(folder.db().first(ONE, params![folder.id(), folder.as_of(), id])?)
}

record! {
    /// One version of a record with its text, for reading how it changed.
    pub struct Version {
        pub version: i64,
        pub kind: Kind,
        pub form: Form,
        pub starts_at: i64,
        pub minutes: i64,
        pub course: Option<String>,
        pub statement: Option<String>,
        pub observation: Option<String>,
        pub reasoning: Option<String>,
        pub agreed: Option<String>,
        pub recorded_at: i64,
        pub author: String,
    }
}

pub fn versions(folder: &Folder, id: ActivityId) -> Result<Vec<Version>, Failure> {
    const VERSIONS: &str = "
        select v.version as version, v.kind as kind, v.form as form, v.starts_at as starts_at, v.minutes as minutes,
               r.course as course, r.statement as statement, r.observation as observation, r.reasoning as reasoning,
               r.agreed as agreed, v.recorded_at as recorded_at, w.given_name || ' ' || w.family_name as author
          from activity_version v
          join worker w on w.id = v.recorded_by
          left join progress_record r on r.activity_id = v.activity_id and r.version = v.version
         where v.folder_id = $1 and v.activity_id = $2 and v.recorded_at <= $3
         order by v.version desc";
    Ok(folder.db().all(VERSIONS, params![folder.id(), id, folder.as_of()])?)
}

record! {
    /// Something said to a record afterwards: an addendum, or the reason given to a warning.
    pub struct Note {
        pub about: Uuid,
        pub text: String,
        pub at: i64,
        pub author: String,
    }
}

pub fn addenda(folder: &Folder) -> Result<Vec<Note>, Failure> {
    const ADDENDA: &str = "
        select d.activity_id as about, d.text as text, d.recorded_at as at,
               w.given_name || ' ' || w.family_name as author
          from record_addendum d join worker w on w.id = d.recorded_by
         where d.folder_id = $1 and d.recorded_at <= $2 order by d.recorded_at, d.id";
    Ok(folder.db().all(ADDENDA, params![folder.id(), folder.as_of()])?)
}

/// Reasons by which warnings were answered, by the thing they are about.
pub fn answers(folder: &Folder) -> Result<Vec<Note>, Failure> {
    const ANSWERS: &str = "
        select q.object_id as about, q.reason as text, q.recorded_at as at,
               w.given_name || ' ' || w.family_name as author
          from warning_answer q join worker w on w.id = q.recorded_by
         where q.folder_id = $1 and q.recorded_at <= $2 order by q.recorded_at, q.id";
    Ok(folder.db().all(ANSWERS, params![folder.id(), folder.as_of()])?)
}

/// The codes of the topics of an activity.
pub fn topics(folder: &Folder, id: ActivityId) -> Result<Vec<String>, Failure> {
    record! { struct Topic { topic: String } }
    const TOPICS: &str = "select topic from activity_topic where folder_id = $1 and activity_id = $2 order by topic";
    let topics: Vec<Topic> = folder.db().all(TOPICS, params![folder.id(), id])?;
    Ok(topics.into_iter().map(|one| one.topic).collect())
}
