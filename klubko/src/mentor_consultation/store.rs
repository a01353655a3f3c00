use crate::kernel::caseload::{Caseload, Listing};
use crate::kernel::change::Change;
use crate::kernel::desk::Desk;
use crate::kernel::failure::Failure;
use crate::kernel::folder::Folder;
use crate::kernel::id::{ActivityId, FolderId, ItemId, ServiceId, WorkerId};
use crate::{listing, params, record};
use rules::mentor::{Conclusion, DirectReason, Stage, stage};
use uuid::Uuid;

record! {
    /// A question with what came of it.
    pub struct Consultation {
        pub id: Uuid,
        pub folder_id: FolderId,
        pub service_id: ServiceId,
        pub service: String,
        pub mentor_id: WorkerId,
        pub mentor: String,
        pub area: String,
        pub question: String,
        pub receiver_service_id: Option<ServiceId>,
        pub receiver: Option<String>,
        pub to_worker_id: WorkerId,
        pub addressee: String,
        pub direct_reason: String,
        pub reason_note: String,
        pub item_id: Option<ItemId>,
        pub asked_at: i64,
        pub conclusion: Option<Conclusion>,
        pub answer: Option<String>,
        pub answered_at: Option<i64>,
        pub minutes: Option<i64>,
        pub noted_at: Option<i64>,
    }
}

/// Where it stands.
pub fn stage_of(one: &Consultation) -> Stage {
    stage(one.receiver_service_id.is_some(), one.answered_at.is_some(), one.noted_at.is_some())
}

macro_rules! columns {
    () => {
        "q.id as id, q.folder_id as folder_id, q.service_id as service_id, s.name as service,
         q.mentor_id as mentor_id, trim(m.title || ' ' || m.given_name || ' ' || m.family_name) as mentor,
         q.area as area, q.question as question, q.receiver_service_id as receiver_service_id, r.name as receiver,
         q.to_worker_id as to_worker_id, trim(w.title || ' ' || w.given_name || ' ' || w.family_name) as addressee,
         q.direct_reason as direct_reason, q.reason_note as reason_note, q.item_id as item_id, q.asked_at as asked_at,
         a.conclusion as conclusion, a.answer as answer, a.recorded_at as answered_at, v.minutes as minutes,
         n.recorded_at as noted_at"
    };
}

macro_rules! joins {
    () => {
        " join service s on s.id = q.service_id
          join worker m on m.id = q.mentor_id
          join worker w on w.id = q.to_worker_id
          left join service r on r.id = q.receiver_service_id
          left join mentor_consultation_answer a on a.consultation_id = q.id
          left join activity_version v on v.activity_id = a.activity_id and v.replaced_at is null
          left join mentor_consultation_note n on n.consultation_id = q.id "
    };
}

/// All of the folder, the newest first.
pub(super) fn of_folder(folder: &Folder) -> Result<Vec<Consultation>, Failure> {
    const ALL: &str = concat!(
        "select ",
        columns!(),
        " from mentor_consultation q ",
        joins!(),
        "where q.folder_id = $1 and q.asked_at <= $2 order by q.asked_at desc, q.id desc"
    );
    Ok(folder.db().all(ALL, params![folder.id(), folder.as_of()])?)
}

/// Asked of the viewer about folders of his own service that he may open.
const WITHIN: Listing = listing!(
    fully,
    columns!(),
    concat!("from mentor_consultation q join client_folder f on f.id = q.folder_id ", joins!()),
    "and q.to_worker_id = $2 and q.receiver_service_id is null order by q.asked_at desc, q.id desc limit 100"
);

/// Asked of the viewer by another service; nothing of the folder but the question. Whoever is excluded from the case
/// learns nothing of it.
fn from_elsewhere(caseload: &Caseload) -> Result<Vec<Consultation>, Failure> {
    const DIRECT: &str = concat!(
        "select ",
        columns!(),
        " from mentor_consultation q ",
        joins!(),
        "where q.receiver_service_id = $1 and q.to_worker_id = $2
           and not exists (select 1 from worker_exclusion x where x.folder_id = q.folder_id and x.worker_id = $2
                              and x.until_at is null)
         order by q.asked_at desc, q.id desc limit 100"
    );
    let (unit, me) = caseload.own()?;
    Ok(unit.all(DIRECT, params![caseload.service(), me])?)
}

/// Everything that peer mentors ask of the viewer, the newest first.
pub fn asked(desk: &Desk) -> Result<Vec<Consultation>, Failure> {
    let caseload = Caseload::beside(desk);
    let mut all: Vec<Consultation> = caseload.all(WITHIN, &[])?;
    all.extend(from_elsewhere(&caseload)?);
    all.sort_by_key(|one| std::cmp::Reverse((one.asked_at, one.id)));
    Ok(all)
}

/// A question before it is a row.
pub(super) struct NewQuestion<'a> {
    pub(super) area: &'a str,
    pub(super) question: &'a str,
    pub(super) receiver: Option<ServiceId>,
    pub(super) to_worker: WorkerId,
    pub(super) reason: Option<DirectReason>,
    pub(super) reason_note: &'a str,
    pub(super) item: Option<ItemId>,
}

pub(super) fn insert(change: &mut Change, folder: &Folder, new: &NewQuestion<'_>) -> Result<Uuid, Failure> {
    const INSERT: &str = "
        insert into mentor_consultation (id, folder_id, service_id, mentor_id, area, question, receiver_service_id,
                                         to_worker_id, direct_reason, reason_note, item_id, asked_at, asked_by)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)";
    use rules::coded::Coded;
    let (id, at, by): (Uuid, i64, WorkerId) = (change.new_id(), change.at(), change.by());
    let reason = new.reason.map(Coded::code).unwrap_or_default();
    let NewQuestion { area, question, receiver, to_worker, reason_note, item, .. } = *new;
    let (folder_id, service) = (folder.id(), folder.service());
    let row =
        params![id, folder_id, service, by, area, question, receiver, to_worker, reason, reason_note, item, at, by];
    change.run(INSERT, row)?;
    Ok(id)
}

/// What the addressee answered, with the act that he reports for it.
#[derive(Clone, Copy, Debug)]
pub struct NewAnswer<'a> {
    pub conclusion: Conclusion,
    pub answer: &'a str,
    pub activity: ActivityId,
}

/// One question has one answer.
pub fn answer(change: &mut Change, one: &Consultation, new: &NewAnswer<'_>) -> Result<(), Failure> {
    const INSERT: &str = "
        insert into mentor_consultation_answer (consultation_id, folder_id, conclusion, answer, activity_id,
                                                recorded_at, recorded_by)
        values ($1, $2, $3, $4, $5, $6, $7)";
    let (at, by) = (change.at(), change.by());
    let NewAnswer { conclusion, answer, activity } = *new;
    change.run(INSERT, params![one.id, one.folder_id, conclusion, answer, activity, at, by]).map(drop)
}

pub(super) fn insert_note(
    change: &mut Change,
    folder: &Folder,
    (question, activity): (Uuid, ActivityId),
) -> Result<(), Failure> {
    const INSERT: &str = "
        insert into mentor_consultation_note (consultation_id, folder_id, activity_id, recorded_at, recorded_by)
        values ($1, $2, $3, $4, $5)";
    let (at, by) = (change.at(), change.by());
    change.run(INSERT, params![question, folder.id(), activity, at, by]).map(drop)
}
