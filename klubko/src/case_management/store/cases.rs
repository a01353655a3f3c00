//! The case itself with its versions, and its end.

use crate::kernel::change::Change;
use crate::kernel::failure::Failure;
use crate::kernel::folder::Folder;
use crate::kernel::id::{ServiceId, StatementId, WorkerId};
use crate::{params, record};
use jiff::civil::Date;
use rules::case_management::{EndReason, Form, Mode};

record! {
    #[derive(Clone)]
    pub struct Case {
        pub id: StatementId,
        pub version: i64,
        pub far_service_id: Option<ServiceId>,
        pub far_service: Option<String>,
        pub form: Form,
        pub mode: Mode,
        pub goal: String,
        pub reasons: String,
        pub language: String,
        pub interpreter: String,
        pub cultural_note: String,
        pub outside_name: String,
        pub outside_employer: String,
        pub outside_kind: String,
        pub begun_on: Date,
        pub recorded_at: i64,
        pub recorded_by_id: WorkerId,
        pub recorded_by: String,
        pub ended_on: Option<Date>,
        pub end_reason: Option<EndReason>,
        pub end_note: Option<String>,
    }
}

/// All cases of the folder, the one that runs first.
pub fn all(folder: &Folder) -> Result<Vec<Case>, Failure> {
    const ALL: &str = "
        select c.id as id, c.version as version, c.far_service_id as far_service_id, s.name as far_service,
               c.form as form, c.mode as mode, c.goal as goal, c.reasons as reasons, c.language as language,
               c.interpreter as interpreter, c.cultural_note as cultural_note, c.outside_name as outside_name,
               c.outside_employer as outside_employer, c.outside_kind as outside_kind, c.begun_on as begun_on,
               c.recorded_at as recorded_at, c.recorded_by as recorded_by_id,
               trim(w.title || ' ' || w.given_name || ' ' || w.family_name) as recorded_by,
               e.ended_on as ended_on, e.reason as end_reason, e.note as end_note
          from case_management c
          join worker w on w.id = c.recorded_by
          left join service s on s.id = c.far_service_id
          left join case_management_end e on e.case_id = c.id and e.folder_id = c.folder_id and e.recorded_at <= $2
         where c.folder_id = $1 and c.recorded_at <= $2 and (c.replaced_at is null or c.replaced_at > $2)
         order by case when e.case_id is null then 0 else 1 end, c.begun_on desc, c.id desc";
    Ok(folder.db().all(ALL, params![folder.id(), folder.as_of()])?)
}

pub struct NewCase<'a> {
    pub far_service: Option<ServiceId>,
    pub form: Form,
    pub mode: Mode,
    pub goal: &'a str,
    pub reasons: &'a str,
    pub language: &'a str,
    pub interpreter: &'a str,
    pub cultural_note: &'a str,
    pub outside_name: &'a str,
    pub outside_employer: &'a str,
    pub outside_kind: &'a str,
    pub begun_on: Date,
}

pub fn open(change: &mut Change, folder: &Folder, new: &NewCase<'_>) -> Result<StatementId, Failure> {
    let id = change.begin_statement(folder.id(), "case_management")?;
    insert(change, folder, (id, 1), new)?;
    Ok(id)
}

/// The next version; the one that was read stays readable.
///
/// Errors: [`Failure::Overtaken`] when somebody else was faster.
pub fn edit(
    change: &mut Change,
    folder: &Folder,
    (id, read): (StatementId, i64),
    new: &NewCase<'_>,
) -> Result<(), Failure> {
    const REPLACE: &str = "
        update case_management set replaced_at = $3
         where id = $1 and version = $2 and folder_id = $4 and replaced_at is null";
    let at = change.at();
    change.replace(REPLACE, params![id, read, at, folder.id()])?;
    insert(change, folder, (id, read + 1), new)
}

fn insert(
    change: &mut Change,
    folder: &Folder,
    (id, version): (StatementId, i64),
    new: &NewCase<'_>,
) -> Result<(), Failure> {
    const INSERT: &str = "
        insert into case_management (id, version, folder_id, far_service_id, form, mode, goal, reasons, language,
                                     interpreter, cultural_note, outside_name, outside_employer, outside_kind,
                                     begun_on, recorded_at, recorded_by)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)";
    let NewCase { far_service, form, mode, goal, reasons, language, interpreter, .. } = *new;
    let NewCase { cultural_note, outside_name, outside_employer, outside_kind, begun_on, .. } = *new;
    let (at, by, folder) = (change.at(), change.by(), folder.id());
    let row = params![
        id,
        version,
        folder,
        far_service,
        form,
        mode,
        goal,
        reasons,
        language,
        interpreter,
        cultural_note,
        outside_name,
        outside_employer,
        outside_kind,
        begun_on,
        at,
        by
    ];
    change.run(INSERT, row).map(drop)
}

pub fn end(
    change: &mut Change,
    folder: &Folder,
    case: StatementId,
    (on, reason, note): (Date, EndReason, &str),
) -> Result<(), Failure> {
    const INSERT: &str = "
        insert into case_management_end (case_id, folder_id, ended_on, reason, note, recorded_at, recorded_by)
        values ($1, $2, $3, $4, $5, $6, $7)";
    let (at, by) = (change.at(), change.by());
    change.run(INSERT, params![case, folder.id(), on, reason, note, at, by]).map(drop)
}

/// The day of the next meeting of the folder's service with the other one, if one is planned.
pub fn next_meeting(folder: &Folder, other: ServiceId) -> Result<Option<Date>, Failure> {
    record! { struct Next { meets_on: Option<Date> } }
    const NEXT: &str = "
        select min(m.meets_on) as meets_on from team_meeting m
         where m.meets_on >= $3 and m.recorded_at <= $4
           and (m.service_id = $1 and m.far_service_id = $2 or m.service_id = $2 and m.far_service_id = $1)
           and not exists (select 1 from team_meeting_end e where e.meeting_id = m.id and e.recorded_at <= $4)";
    let next: Option<Next> = folder.db().first(NEXT, params![folder.service(), other, folder.day(), folder.as_of()])?;
    Ok(next.and_then(|one| one.meets_on))
}

record! {
    /// Another service of the provider.
    pub struct Other {
        pub id: ServiceId,
        pub name: String,
    }
}

/// The other services of the provider, in its order.
pub fn other_services(folder: &Folder) -> Result<Vec<Other>, Failure> {
    const OTHERS: &str = "
        select s.id as id, s.name as name from service s
          join client_folder f on f.id = $1 and f.service_id <> s.id
         where s.closed_on is null or s.closed_on >= $2
         order by s.position, s.id";
    Ok(folder.db().all(OTHERS, params![folder.id(), folder.today()])?)
}
