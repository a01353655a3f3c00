//! What meetings agreed about the client, as this folder may read it: for the page of the case. The rows are kept by
//! `meeting`; whether the folder may read them is asked for in each statement.

use crate::kernel::failure::Failure;
use crate::kernel::folder::Folder;
use crate::kernel::value::Value;
use crate::{output_open_to_folder, params, record};
use jiff::civil::Date;
use rules::meeting::GoalResult;
use uuid::Uuid;

record! {
    pub struct Output {
        pub id: Uuid,
        pub meets_on: Date,
        pub other_service: String,
        pub is_written_here: bool,
    }
}

/// `$1` to `$4` of every statement here.
fn values(folder: &Folder) -> Vec<Value<'static>> {
    params![folder.id(), !folder.is_past(), folder.as_of(), folder.today()].to_vec()
}

/// Outputs of meetings that were closed, the newest first.
pub fn outputs(folder: &Folder) -> Result<Vec<Output>, Failure> {
    const OUTPUTS: &str = concat!(
        "select i.id as id, m.meets_on as meets_on, s.name as other_service,
                exists (select 1 from meeting_output_record r
                         where r.output_id = i.id and r.folder_id = $1 and r.recorded_at <= $3) as is_written_here
           from meeting_output i
           join team_meeting m on m.id = i.meeting_id
           join team_meeting_end e on e.meeting_id = m.id and e.took_place and e.recorded_at <= $3
           join service s on s.id = case when i.folder_id = $1 then i.receiver_service_id else i.service_id end
          where ",
        output_open_to_folder!(),
        " order by m.meets_on desc, m.starts_at desc, i.id desc"
    );
    Ok(folder.db().all(OUTPUTS, &values(folder))?)
}

record! {
    pub struct Goal {
        pub output_id: Uuid,
        pub goal: String,
        pub horizon_on: Date,
        pub result: Option<GoalResult>,
    }
}

pub fn goals(folder: &Folder) -> Result<Vec<Goal>, Failure> {
    const GOALS: &str = concat!(
        "select g.output_id as output_id, g.goal as goal, g.horizon_on as horizon_on, e.result as result
           from meeting_output i
           join meeting_goal g on g.output_id = i.id and g.folder_id = i.folder_id and g.recorded_at <= $3
           left join meeting_goal_evaluation e on e.goal_id = g.id and e.recorded_at <= $3
          where ",
        output_open_to_folder!(),
        " order by g.recorded_at, g.id"
    );
    Ok(folder.db().all(GOALS, &values(folder))?)
}

record! {
    pub struct Task {
        pub output_id: Uuid,
        pub worker: String,
        pub task: String,
        pub due_on: Date,
    }
}

pub fn tasks(folder: &Folder) -> Result<Vec<Task>, Failure> {
    const TASKS: &str = concat!(
        "select k.output_id as output_id, trim(w.title || ' ' || w.given_name || ' ' || w.family_name) as worker,
                k.task as task, k.due_on as due_on
           from meeting_output i
           join meeting_task k on k.output_id = i.id and k.folder_id = i.folder_id and k.recorded_at <= $3
           join worker w on w.id = k.worker_id
          where ",
        output_open_to_folder!(),
        " order by k.due_on, k.recorded_at, k.id"
    );
    Ok(folder.db().all(TASKS, &values(folder))?)
}
