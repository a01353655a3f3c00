//! Who leads a case, who is the contact in the other service, and who entered it.

use crate::kernel::change::Change;
use crate::kernel::failure::Failure;
use crate::kernel::folder::Folder;
use crate::kernel::id::{ServiceId, StatementId, WorkerId};
use crate::{params, record};
use jiff::civil::Date;
use uuid::Uuid;

record! {
    /// The lead key worker, or the contact worker in the other service (R-072, D7).
    pub struct Lead {
        pub worker_id: WorkerId,
        pub name: String,
        pub service_id: ServiceId,
        pub service: String,
        pub is_contact: bool,
        pub from_at: i64,
        pub until_at: Option<i64>,
    }
}

impl Lead {
    pub fn is_now(&self, at: i64) -> bool {
        self.from_at <= at && self.until_at.is_none_or(|until| at < until)
    }
}

/// The line of leads and contacts, as far as it is known at the moment shown, the newest first.
pub fn leads(folder: &Folder, case: StatementId) -> Result<Vec<Lead>, Failure> {
    const LEADS: &str = "
        select l.worker_id as worker_id, trim(w.title || ' ' || w.given_name || ' ' || w.family_name) as name,
               l.service_id as service_id, s.name as service, l.is_contact as is_contact, l.from_at as from_at,
               case when l.until_at <= $3 then l.until_at else null end as until_at
          from case_management_lead l
          join worker w on w.id = l.worker_id
          join service s on s.id = l.service_id
         where l.folder_id = $1 and l.case_id = $2 and l.recorded_at <= $3 and l.from_at <= $3
         order by l.is_contact, l.from_at desc, l.id desc";
    Ok(folder.db().all(LEADS, params![folder.id(), case, folder.as_of()])?)
}

/// Somebody leads, or is the contact, from a moment on; whoever was it before is it until then.
pub fn pass(
    change: &mut Change,
    folder: &Folder,
    case: StatementId,
    (worker, service, is_contact): (WorkerId, ServiceId, bool),
    from_at: i64,
) -> Result<(), Failure> {
    const CLOSE: &str = "
        update case_management_lead set until_at = $4
         where case_id = $1 and folder_id = $2 and is_contact = $3 and until_at is null";
    const INSERT: &str = "
        insert into case_management_lead (id, case_id, folder_id, worker_id, service_id, is_contact, from_at,
                                          recorded_at, recorded_by)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9)";
    change.run(CLOSE, params![case, folder.id(), is_contact, from_at])?;
    let (id, at, by): (Uuid, _, _) = (change.new_id(), change.at(), change.by());
    let row = params![id, case, folder.id(), worker, service, is_contact, from_at, at, by];
    change.run(INSERT, row).map(drop)
}

record! {
    /// Somebody who entered the case.
    pub struct Member {
        pub id: Uuid,
        pub name: Option<String>,
        pub service: Option<String>,
        pub outside_name: String,
        pub role: String,
        pub need: String,
        pub expectation: String,
        pub for_part: String,
        pub mentor_reason: String,
        pub entered_on: Date,
        pub participation: String,
        pub left_on: Option<Date>,
        pub left_with: Option<String>,
    }
}

impl Member {
    pub fn who(&self) -> String {
        self.name.clone().unwrap_or_else(|| self.outside_name.clone())
    }
}

/// Everybody who entered, in the order of time.
pub fn members(folder: &Folder, case: StatementId) -> Result<Vec<Member>, Failure> {
    const MEMBERS: &str = "
        select m.id as id, trim(w.title || ' ' || w.given_name || ' ' || w.family_name) as name, s.name as service,
               m.outside_name as outside_name, m.role as role, m.need as need,
               m.expectation as expectation, m.for_part as for_part, m.mentor_reason as mentor_reason,
               m.entered_on as entered_on, m.participation as participation, x.left_on as left_on,
               x.participation as left_with
          from case_management_member m
          left join worker w on w.id = m.worker_id
          left join service s on s.id = m.service_id
          left join case_management_exit x on x.member_id = m.id and x.folder_id = m.folder_id and x.recorded_at <= $3
         where m.folder_id = $1 and m.case_id = $2 and m.recorded_at <= $3
         order by m.entered_on, m.recorded_at, m.id";
    Ok(folder.db().all(MEMBERS, params![folder.id(), case, folder.as_of()])?)
}

pub struct NewMember<'a> {
    pub worker: Option<(ServiceId, WorkerId)>,
    pub outside_name: &'a str,
    pub role: &'a str,
    pub need: &'a str,
    pub expectation: &'a str,
    pub for_part: &'a str,
    pub mentor_reason: &'a str,
    pub entered_on: Date,
    pub participation: &'a str,
}

pub fn enter(change: &mut Change, folder: &Folder, case: StatementId, new: &NewMember<'_>) -> Result<Uuid, Failure> {
    const INSERT: &str = "
        insert into case_management_member (id, case_id, folder_id, worker_id, service_id, outside_name, role, need,
                                            expectation, for_part, mentor_reason, entered_on, participation,
                                            recorded_at, recorded_by)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)";
    let (id, at, by): (Uuid, _, _) = (change.new_id(), change.at(), change.by());
    let (service, worker) = (new.worker.map(|(service, _)| service), new.worker.map(|(_, worker)| worker));
    let NewMember { outside_name, role, need, expectation, for_part, mentor_reason, entered_on, .. } = *new;
    let (folder, participation) = (folder.id(), new.participation);
    let row = params![
        id,
        case,
        folder,
        worker,
        service,
        outside_name,
        role,
        need,
        expectation,
        for_part,
        mentor_reason,
        entered_on,
        participation,
        at,
        by
    ];
    change.run(INSERT, row)?;
    Ok(id)
}

pub fn leave(
    change: &mut Change,
    folder: &Folder,
    member: Uuid,
    (on, participation): (Date, &str),
) -> Result<(), Failure> {
    const INSERT: &str = "
        insert into case_management_exit (member_id, folder_id, left_on, participation, recorded_at, recorded_by)
        values ($1, $2, $3, $4, $5, $6)";
    let (at, by) = (change.at(), change.by());
    change.run(INSERT, params![member, folder.id(), on, participation, at, by]).map(drop)
}
