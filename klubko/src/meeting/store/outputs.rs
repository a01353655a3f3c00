//! The output of a meeting, client by client: goals that can be evaluated, tasks with a person and a term.

use super::agenda::Client;
use crate::kernel::change::Change;
use crate::kernel::failure::Failure;
use crate::kernel::id::{FolderId, ServiceId, WorkerId};
use crate::kernel::meeting::Meeting;
use crate::{consent_of_row, params, record, seen_by_viewer};
use jiff::civil::Date;
use rules::meeting::GoalResult;
use uuid::Uuid;

record! {
    /// What was agreed about a client whose consent still lets the services see it.
    #[derive(Clone)]
    pub struct Output {
        pub id: Uuid,
        pub folder_id: FolderId,
        pub far_folder_id: Option<FolderId>,
        pub client: String,
        pub is_written_here: bool,
        pub is_written_there: bool,
    }
}

macro_rules! outputs {
    ($where:literal) => {
        concat!(
            "select i.id as id, i.folder_id as folder_id, i.far_folder_id as far_folder_id,
                    v.given_name || ' ' || v.family_name as client,
                    exists (select 1 from meeting_output_record r where r.output_id = i.id and r.folder_id = i.folder_id)
                      as is_written_here,
                    exists (select 1 from meeting_output_record r
                             where r.output_id = i.id and r.folder_id = i.far_folder_id) as is_written_there
               from meeting_output i
               join person_version v on v.folder_id = i.folder_id and v.replaced_at is null
              where ",
            $where,
            seen_by_viewer!(),
            " and ",
            consent_of_row!(""),
            " order by v.name_order, i.id"
        )
    };
}

/// The outputs of the meeting that may be read now.
pub fn of_meeting(meeting: &Meeting) -> Result<Vec<Output>, Failure> {
    const OUTPUTS: &str = outputs!("i.meeting_id = $8 and ");
    let mut parameters = meeting.parameters()?;
    parameters.push(meeting.id().into());
    Ok(meeting.db().all(OUTPUTS, &parameters)?)
}

/// Whether a consent ended before the other service wrote an output of the meeting down; about whom is not said.
pub fn has_lapsed(meeting: &Meeting) -> Result<bool, Failure> {
    record! { struct Found { id: Uuid } }
    const LAPSED: &str = concat!(
        "select i.id as id from meeting_output i
          where i.meeting_id = $8 and i.far_folder_id is not null
            and not exists (select 1 from meeting_output_record r
                             where r.output_id = i.id and r.folder_id = i.far_folder_id)
            and ",
        seen_by_viewer!(),
        " and not ",
        consent_of_row!(""),
        " limit 1"
    );
    let mut parameters = meeting.parameters()?;
    parameters.push(meeting.id().into());
    let found: Option<Found> = meeting.db().first(LAPSED, &parameters)?;
    Ok(found.is_some_and(|one| !one.id.is_nil()))
}

record! {
    /// All outputs of a meeting when it ends, for the deed that sends them out; nothing of them is shown.
    pub struct Sent {
        pub id: Uuid,
        pub folder_id: FolderId,
        pub far_folder_id: Option<FolderId>,
    }
}

/// Those whose consent still holds: of the others nothing goes out.
pub fn to_send(meeting: &Meeting) -> Result<Vec<Sent>, Failure> {
    let outputs = of_meeting(meeting)?;
    let sent = |one: Output| Sent { id: one.id, folder_id: one.folder_id, far_folder_id: one.far_folder_id };
    Ok(outputs.into_iter().map(sent).collect())
}

/// The output about a client of the agenda; the first goal or task begins it.
pub fn begin(change: &mut Change, meeting: &Meeting, client: &Client) -> Result<Uuid, Failure> {
    record! { struct Begun { id: Uuid } }
    const BEGUN: &str = "select o.id as id from meeting_output o where o.meeting_id = $1 and o.folder_id = $2";
    const INSERT: &str = "
        insert into meeting_output (id, meeting_id, folder_id, service_id, receiver_service_id, far_folder_id,
                                    recorded_at, recorded_by)
        values ($1, $2, $3, $4, $5, $6, $7, $8)";
    let begun: Option<Begun> = meeting.db().first(BEGUN, params![meeting.id(), client.folder])?;
    if let Some(begun) = begun {
        return Ok(begun.id);
    }
    let (id, at, by): (Uuid, _, _) = (change.new_id(), change.at(), change.by());
    let (folder, far) = (client.folder, client.far_folder);
    change.run(INSERT, params![id, meeting.id(), folder, client.service, client.receiver, far, at, by])?;
    Ok(id)
}

record! {
    #[derive(Clone)]
    pub struct Goal {
        pub goal: String,
        pub success_indicator: String,
        pub horizon_on: Date,
        pub result: Option<GoalResult>,
    }
}

/// The goals of an output that was found to be readable.
pub fn goals(meeting: &Meeting, output: &Output) -> Result<Vec<Goal>, Failure> {
    const GOALS: &str = "
        select g.goal as goal, g.success_indicator as success_indicator, g.horizon_on as horizon_on,
               e.result as result
          from meeting_goal g
          left join meeting_goal_evaluation e on e.goal_id = g.id
         where g.output_id = $1 and g.folder_id = $2 order by g.recorded_at, g.id";
    Ok(meeting.db().all(GOALS, params![output.id, output.folder_id])?)
}

record! {
    #[derive(Clone)]
    pub struct Task {
        pub worker: String,
        pub task: String,
        pub due_on: Date,
    }
}

pub fn tasks(meeting: &Meeting, output: &Output) -> Result<Vec<Task>, Failure> {
    const TASKS: &str = "
        select trim(w.title || ' ' || w.given_name || ' ' || w.family_name) as worker, k.task as task, k.due_on as due_on
          from meeting_task k join worker w on w.id = k.worker_id
         where k.output_id = $1 and k.folder_id = $2 order by k.due_on, k.recorded_at, k.id";
    Ok(meeting.db().all(TASKS, params![output.id, output.folder_id])?)
}

pub fn add_goal(
    change: &mut Change,
    (output, folder): (Uuid, FolderId),
    (goal, indicator, horizon): (&str, &str, Date),
) -> Result<Uuid, Failure> {
    const INSERT: &str = "
        insert into meeting_goal (id, output_id, folder_id, goal, success_indicator, horizon_on, recorded_at, recorded_by)
        values ($1, $2, $3, $4, $5, $6, $7, $8)";
    let (id, at, by): (Uuid, _, _) = (change.new_id(), change.at(), change.by());
    change.run(INSERT, params![id, output, folder, goal, indicator, horizon, at, by])?;
    Ok(id)
}

pub fn add_task(
    change: &mut Change,
    (output, folder): (Uuid, FolderId),
    (service, worker): (ServiceId, WorkerId),
    (task, due): (&str, Date),
) -> Result<Uuid, Failure> {
    const INSERT: &str = "
        insert into meeting_task (id, output_id, folder_id, service_id, worker_id, task, due_on, recorded_at, recorded_by)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9)";
    let (id, at, by): (Uuid, _, _) = (change.new_id(), change.at(), change.by());
    change.run(INSERT, params![id, output, folder, service, worker, task, due, at, by])?;
    Ok(id)
}

/// Those with whom the client limited cooperation, in either of his two folders.
pub fn excluded(meeting: &Meeting, client: &Client) -> Result<Vec<WorkerId>, Failure> {
    record! { struct Excluded { worker_id: WorkerId } }
    const EXCLUDED: &str = "
        select x.worker_id as worker_id from worker_exclusion x
         where (x.folder_id = $1 or x.folder_id = $2) and x.from_at <= $3 and (x.until_at is null or x.until_at > $3)";
    let values = params![client.folder, client.far_folder, meeting.now()];
    let all: Vec<Excluded> = meeting.db().all(EXCLUDED, values)?;
    Ok(all.into_iter().map(|one| one.worker_id).collect())
}

/// The goals of an output that goes out: (id, words, horizon).
pub fn goals_of(meeting: &Meeting, output: &Sent) -> Result<Vec<(Uuid, String, Date)>, Failure> {
    record! { struct Horizon { id: Uuid, goal: String, horizon_on: Date } }
    const HORIZONS: &str = "
        select g.id as id, g.goal as goal, g.horizon_on as horizon_on from meeting_goal g
         where g.output_id = $1 and g.folder_id = $2 order by g.recorded_at, g.id";
    let all: Vec<Horizon> = meeting.db().all(HORIZONS, params![output.id, output.folder_id])?;
    Ok(all.into_iter().map(|one| (one.id, one.goal, one.horizon_on)).collect())
}
