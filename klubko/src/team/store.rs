use crate::kernel::caseload::Caseload;
use crate::kernel::change::Change;
use crate::kernel::failure::Failure;
use crate::kernel::folder::Folder;
use crate::kernel::id::{FolderId, StatementId, WorkerId};
use crate::kernel::value::Value;
use crate::ties::full_name;
use crate::{listing, params, record, stored_as_code};
use jiff::civil::Date;
use rules::access::Tie;
use rules::key_worker::{HandoverReason, HandoverState};

stored_as_code!(HandoverReason, HandoverState);

record! {
    /// A handover as it was proposed, with its answer.
    pub struct Proposed {
        pub id: StatementId,
        pub from_worker_id: WorkerId,
        pub from_title: String,
        pub from_given: String,
        pub from_family: String,
        pub to_worker_id: WorkerId,
        pub to_title: String,
        pub to_given: String,
        pub to_family: String,
        pub planned_on: Date,
        pub reason: HandoverReason,
        pub reason_text: String,
        pub note: String,
        pub open_tasks: String,
        pub client_informed_on: Option<Date>,
        pub recorded_at: i64,
        pub recorded_by: WorkerId,
        pub answer: Option<HandoverState>,
        pub answer_reason: Option<String>,
        pub answered_at: Option<i64>,
    }
}

impl Proposed {
    pub fn from(&self) -> String {
        full_name(&self.from_title, &self.from_given, &self.from_family)
    }

    pub fn to(&self) -> String {
        full_name(&self.to_title, &self.to_given, &self.to_family)
    }

    pub fn state(&self) -> HandoverState {
        self.answer.unwrap_or(HandoverState::Proposed)
    }
}

/// Handovers of the folder, the latest first.
pub fn handovers(folder: &Folder) -> Result<Vec<Proposed>, Failure> {
    const ALL: &str = "
        select h.id as id, h.from_worker_id as from_worker_id, a.title as from_title, a.given_name as from_given,
               a.family_name as from_family, h.to_worker_id as to_worker_id, b.title as to_title,
               b.given_name as to_given, b.family_name as to_family, h.planned_on as planned_on, h.reason as reason,
               h.reason_text as reason_text, h.note as note, h.open_tasks as open_tasks,
               h.client_informed_on as client_informed_on, h.recorded_at as recorded_at,
               h.recorded_by as recorded_by, n.answer as answer, n.reason as answer_reason,
               n.recorded_at as answered_at
          from key_worker_handover h join worker a on a.id = h.from_worker_id join worker b on b.id = h.to_worker_id
          left join handover_answer n on n.handover_id = h.id and n.recorded_at <= $2
         where h.folder_id = $1 and h.recorded_at <= $2
         order by h.recorded_at desc";
    Ok(folder.db().all(ALL, params![folder.id(), folder.as_of()])?)
}

/// A handover before it is a row.
pub struct NewHandover<'a> {
    pub from: WorkerId,
    pub to: WorkerId,
    pub planned_on: Date,
    pub reason: HandoverReason,
    pub reason_text: &'a str,
    pub note: &'a str,
    pub open_tasks: &'a str,
    pub client_informed_on: Option<Date>,
}

pub fn insert(change: &mut Change, folder: &Folder, new: &NewHandover<'_>) -> Result<StatementId, Failure> {
    const INSERT: &str = "
        insert into key_worker_handover (id, folder_id, from_worker_id, to_worker_id, planned_on, reason, reason_text,
                                         note, client_informed_on, open_tasks, recorded_at, recorded_by)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)";
    let id = change.begin_statement(folder.id(), "key_worker_handover")?;
    let (at, by) = (change.at(), change.by());
    let row = params![
        id,
        folder.id(),
        new.from,
        new.to,
        new.planned_on,
        new.reason,
        new.reason_text,
        new.note,
        new.client_informed_on,
        new.open_tasks,
        at,
        by
    ];
    change.run(INSERT, row)?;
    Ok(id)
}

pub fn answer(
    change: &mut Change,
    folder: &Folder,
    handover: StatementId,
    answer: HandoverState,
    reason: &str,
) -> Result<(), Failure> {
    const INSERT: &str = "
        insert into handover_answer (handover_id, folder_id, answer, reason, recorded_at, recorded_by)
        values ($1, $2, $3, $4, $5, $6)";
    let (at, by) = (change.at(), change.by());
    change.run(INSERT, params![handover, folder.id(), answer, reason, at, by]).map(drop)
}

record! {
    /// An open task of the folder, as the handover shows it.
    pub struct OpenTask {
        pub what: String,
        pub due_on: Date,
        pub is_legal_deadline: bool,
    }
}

pub fn open_tasks(folder: &Folder) -> Result<Vec<OpenTask>, Failure> {
    const OPEN: &str = "
        select what, due_on, is_legal_deadline from task
         where folder_id = $1 and done_at is null and rule <> 'r034' order by due_on, id";
    Ok(folder.db().all(OPEN, params![folder.id()])?)
}

record! { struct Count { drafts: i64 } }

/// Half-written texts of a worker in the folder.
pub fn drafts_of(folder: &Folder, worker: WorkerId) -> Result<usize, Failure> {
    const COUNT: &str = "select count(*) as drafts from draft where folder_id = $1 and worker_id = $2";
    let count: Option<Count> = folder.db().first(COUNT, params![folder.id(), worker])?;
    Ok(count.map_or(0, |count| usize::try_from(count.drafts).unwrap_or(0)))
}

record! {
    /// A case that somebody wants to hand over to the viewer: only what the addressee may see (D17).
    pub struct Waiting {
        pub folder_id: FolderId,
        pub handover_id: StatementId,
        pub title: String,
        pub given_name: String,
        pub family_name: String,
        pub planned_on: Date,
        pub tie: Tie,
    }
}

impl Waiting {
    pub fn name(&self) -> String {
        full_name(&self.title, &self.given_name, &self.family_name)
    }

    pub fn path(&self) -> String {
        format!("/folders/{}/handovers/{}", self.folder_id, self.handover_id)
    }
}

/// Cases offered to the viewer that wait for his answer; for Můj den.
pub fn waiting_for_me(caseload: &Caseload) -> Result<Vec<Waiting>, Failure> {
    const OFFERED: crate::kernel::caseload::Listing = listing!(
        visible,
        "h.folder_id as folder_id, h.id as handover_id, p.title as title, p.given_name as given_name,
         p.family_name as family_name, h.planned_on as planned_on",
        "from key_worker_handover h join client_folder f on f.id = h.folder_id
         join person_version p on p.folder_id = f.id and p.replaced_at is null",
        "and h.to_worker_id = $2 and not exists (select 1 from handover_answer n where n.handover_id = h.id)
         order by h.planned_on, h.id"
    );
    let none: &[Value<'_>] = &[];
    caseload.all(OFFERED, none)
}
