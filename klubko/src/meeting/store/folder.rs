//! Meetings as one folder knows them: what its key worker brings, which outputs concern it, what was written of them. An output
//! of another service's client is read in the joined folder only while the consent lets it, or when it was written there.

use crate::kernel::change::Change;
use crate::kernel::failure::Failure;
use crate::kernel::folder::Folder;
use crate::kernel::id::{ActivityId, ServiceId, WorkerId};
use crate::{consent_of_row, output_open_to_folder, params, record};
use jiff::civil::Date;
use rules::meeting::GoalResult;
use uuid::Uuid;

record! {
    pub struct Request {
        pub id: Uuid,
        pub to_service: String,
        pub topic: String,
        pub request: String,
        pub recorded_at: i64,
        pub ended_at: Option<i64>,
    }
}

pub fn requests(folder: &Folder) -> Result<Vec<Request>, Failure> {
    const REQUESTS: &str = "
        select r.id as id, s.name as to_service, r.topic as topic, r.request as request, r.recorded_at as recorded_at,
               case when r.ended_at <= $2 then r.ended_at else null end as ended_at
          from meeting_request r join service s on s.id = r.receiver_service_id
         where r.folder_id = $1 and r.recorded_at <= $2 order by r.recorded_at desc, r.id desc";
    Ok(folder.db().all(REQUESTS, params![folder.id(), folder.as_of()])?)
}

pub fn bring(
    change: &mut Change,
    folder: &Folder,
    (to, topic, request): (ServiceId, &str, &str),
) -> Result<Uuid, Failure> {
    const INSERT: &str = "
        insert into meeting_request (id, folder_id, service_id, receiver_service_id, topic, request, recorded_at,
                                     recorded_by)
        values ($1, $2, $3, $4, $5, $6, $7, $8)";
    let (id, at, by): (Uuid, _, _) = (change.new_id(), change.at(), change.by());
    change.run(INSERT, params![id, folder.id(), folder.service(), to, topic, request, at, by])?;
    Ok(id)
}

/// Errors: [`Failure::Overtaken`] when it was taken off already.
pub fn take_off(change: &mut Change, folder: &Folder, request: Uuid) -> Result<(), Failure> {
    const END: &str = "update meeting_request set ended_at = $3 where id = $1 and folder_id = $2 and ended_at is null";
    let at = change.at();
    change.replace(END, params![request, folder.id(), at])
}

record! {
    /// An output that concerns this folder, from whichever side.
    pub struct Output {
        pub id: Uuid,
        pub starts_at: i64,
        pub meets_on: Date,
        pub other_service: String,
        pub has_two: bool,
        /// This folder brought the client.
        pub is_own: bool,
        /// The client's consent opens it to both services today.
        pub is_consented: bool,
        pub is_written_here: bool,
        pub is_written_there: bool,
        pub is_sent: bool,
        pub next_on: Option<Date>,
    }
}

/// The outputs that this folder may read; of a past day no consent opens anything.
pub fn outputs(folder: &Folder) -> Result<Vec<Output>, Failure> {
    const OUTPUTS: &str = concat!(
        "select i.id as id, m.starts_at as starts_at, m.meets_on as meets_on, s.name as other_service,
                (i.far_folder_id is not null) as has_two, (not $2 or ",
        consent_of_row!(""),
        ") as is_consented,
                exists (select 1 from meeting_output_record r
                         where r.output_id = i.id and r.folder_id = $1 and r.recorded_at <= $3) as is_written_here,
                exists (select 1 from meeting_output_record r
                         where r.output_id = i.id and r.folder_id <> $1 and r.recorded_at <= $3) as is_written_there,
                exists (select 1 from team_meeting_end e
                         where e.meeting_id = m.id and e.took_place and e.recorded_at <= $3) as is_sent,
                (select min(n.meets_on) from team_meeting n
                  where n.series_id = m.series_id and n.meets_on > m.meets_on and n.recorded_at <= $3) as next_on,
                (i.folder_id = $1) as is_own
           from meeting_output i
           join team_meeting m on m.id = i.meeting_id
           join service s on s.id = case when i.folder_id = $1 then i.receiver_service_id else i.service_id end
          where ",
        output_open_to_folder!(),
        " order by m.meets_on desc, m.starts_at desc, i.id desc"
    );
    let values = params![folder.id(), !folder.is_past(), folder.as_of(), folder.today()];
    Ok(folder.db().all(OUTPUTS, values)?)
}

record! {
    /// An output that waited here for its record when the client's consent ended; nothing of it is read.
    pub struct Lapsed {
        pub meets_on: Date,
        pub other_service: String,
    }
}

/// What is not written here any more, because the consent ended before it was.
pub fn lapsed(folder: &Folder) -> Result<Vec<Lapsed>, Failure> {
    const LAPSED: &str = concat!(
        "select m.meets_on as meets_on, s.name as other_service
           from meeting_output i
           join team_meeting m on m.id = i.meeting_id
           join service s on s.id = i.service_id
          where i.far_folder_id = $1 and $2 and i.recorded_at <= $3
            and exists (select 1 from team_meeting_end e where e.meeting_id = m.id and e.took_place)
            and not exists (select 1 from meeting_output_record r where r.output_id = i.id and r.folder_id = $1)
            and not ",
        consent_of_row!(""),
        " order by m.meets_on desc, m.starts_at desc, i.id desc"
    );
    let values = params![folder.id(), !folder.is_past(), folder.as_of(), folder.today()];
    Ok(folder.db().all(LAPSED, values)?)
}

record! {
    pub struct Goal {
        pub id: Uuid,
        pub output_id: Uuid,
        pub goal: String,
        pub success_indicator: String,
        pub horizon_on: Date,
        pub result: Option<GoalResult>,
        pub note: Option<String>,
        pub evaluated_on: Option<Date>,
    }
}

/// The goals of the outputs that concern this folder; which of them it may read says [`outputs`].
pub fn goals(folder: &Folder) -> Result<Vec<Goal>, Failure> {
    const GOALS: &str = "
        select g.id as id, g.output_id as output_id, g.goal as goal, g.success_indicator as success_indicator,
               g.horizon_on as horizon_on, e.result as result, e.note as note, e.evaluated_on as evaluated_on
          from meeting_goal g
          join meeting_output i on i.id = g.output_id
          left join meeting_goal_evaluation e on e.goal_id = g.id and e.recorded_at <= $2
         where (i.folder_id = $1 or i.far_folder_id = $1) and g.recorded_at <= $2 order by g.recorded_at, g.id";
    Ok(folder.db().all(GOALS, params![folder.id(), folder.as_of()])?)
}

record! {
    pub struct Task {
        pub output_id: Uuid,
        pub service_id: ServiceId,
        pub worker_id: WorkerId,
        pub worker: String,
        pub task: String,
        pub due_on: Date,
    }
}

pub fn tasks(folder: &Folder) -> Result<Vec<Task>, Failure> {
    const TASKS: &str = "
        select k.output_id as output_id, k.service_id as service_id, k.worker_id as worker_id,
               trim(w.title || ' ' || w.given_name || ' ' || w.family_name) as worker, k.task as task, k.due_on as due_on
          from meeting_task k
          join meeting_output i on i.id = k.output_id
          join worker w on w.id = k.worker_id
         where (i.folder_id = $1 or i.far_folder_id = $1) and k.recorded_at <= $2
         order by k.due_on, k.recorded_at, k.id";
    Ok(folder.db().all(TASKS, params![folder.id(), folder.as_of()])?)
}

/// Errors: [`Failure::Overtaken`] when it is in this folder already.
pub fn wrote(change: &mut Change, folder: &Folder, output: Uuid, activity: ActivityId) -> Result<(), Failure> {
    const INSERT: &str = "
        insert into meeting_output_record (output_id, folder_id, activity_id, recorded_at, recorded_by)
        values ($1, $2, $3, $4, $5) on conflict (output_id, folder_id) do nothing";
    let (at, by) = (change.at(), change.by());
    change.replace(INSERT, params![output, folder.id(), activity, at, by])
}

/// Errors: [`Failure::Overtaken`] when somebody evaluated it already.
pub fn evaluate(
    change: &mut Change,
    folder: &Folder,
    goal: Uuid,
    (result, note, on): (GoalResult, &str, Date),
) -> Result<(), Failure> {
    const INSERT: &str = "
        insert into meeting_goal_evaluation (goal_id, folder_id, result, note, evaluated_on, recorded_at, recorded_by)
        values ($1, $2, $3, $4, $5, $6, $7) on conflict (goal_id) do nothing";
    let (at, by) = (change.at(), change.by());
    change.replace(INSERT, params![goal, folder.id(), result, note, on, at, by])
}
