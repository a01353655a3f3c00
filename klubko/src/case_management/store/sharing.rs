//! What another service's case says in this folder: only through a recorded join, only of a case in which this service is
//! the other one, and only while the client's consent lets it. The consent is asked for in the statement that reads.

use crate::kernel::failure::Failure;
use crate::kernel::folder::Folder;
use crate::kernel::id::{FolderId, ServiceId, StatementId};
use crate::{consent_lets, params, record};

record! {
    /// The case of a joined folder, with the folder in which it is led.
    pub struct TheirCase {
        pub id: StatementId,
        pub folder_id: FolderId,
        pub service_id: ServiceId,
        pub service: String,
        pub goal: String,
        pub lead: Option<String>,
        pub contact: Option<String>,
    }
}

/// Who holds a post of case `k` at `$3`.
macro_rules! held {
    ($is_contact:literal) => {
        concat!(
            "(select w.given_name || ' ' || w.family_name from case_management_lead l join worker w on w.id = l.worker_id
               where l.case_id = k.id and l.folder_id = k.folder_id and l.is_contact = ",
            $is_contact,
            " and l.from_at <= $3 and (l.until_at is null or l.until_at > $3))"
        )
    };
}

/// The cases of joined folders that run with this service and that the viewer may see now.
pub fn cases(folder: &Folder) -> Result<Vec<TheirCase>, Failure> {
    const THEIRS: &str = concat!(
        "select k.id as id, k.folder_id as folder_id, i.service_id as service_id, s.name as service, k.goal as goal, ",
        held!("false"),
        " as lead, ",
        held!("true"),
        " as contact
           from (select f.id as folder_id, f.service_id as service_id, m.service_id as receiver_service_id
                   from client_folder m
                   join folder_join j on j.folder_id = m.id or j.far_folder_id = m.id
                   join client_folder f on f.id = case when j.folder_id = m.id then j.far_folder_id else j.folder_id end
                  where m.id = $1) i
           join case_management k on k.folder_id = i.folder_id and k.far_service_id = i.receiver_service_id
                                 and k.replaced_at is null and k.form = 'internal_team_cm'
           join service s on s.id = i.service_id
          where not exists (select 1 from case_management_end e where e.case_id = k.id)
            and not exists (select 1 from worker_exclusion x where x.folder_id = i.folder_id and x.worker_id = $2
                               and x.from_at <= $3 and (x.until_at is null or x.until_at > $3))
            and exists (select 1 from consent c join consent_terms t on t.consent_id = c.id
                         where c.kind = 'case_management' and (c.folder_id = i.folder_id or c.folder_id = $1) and ",
        consent_lets!(),
        ") order by s.position, k.begun_on, k.id"
    );
    Ok(folder.db().all(THEIRS, params![folder.id(), folder.viewer()?, folder.now(), folder.today()])?)
}

record! {
    pub struct TheirPart {
        pub service: String,
        pub part: String,
    }
}

/// The open parts of a case that was just found to be open to this service.
pub fn parts_of(folder: &Folder, case: &TheirCase) -> Result<Vec<TheirPart>, Failure> {
    const PARTS: &str = "
        select s.name as service, p.part as part
          from case_management_part p join service s on s.id = p.service_id
         where p.folder_id = $1 and p.case_id = $2 and p.ended_at is null
         order by p.recorded_at, p.id";
    Ok(folder.db().all(PARTS, params![case.folder_id, case.id])?)
}

record! {
    pub struct TheirMember {
        pub name: Option<String>,
        pub outside_name: String,
        pub service: Option<String>,
        pub role: String,
    }
}

pub fn members_of(folder: &Folder, case: &TheirCase) -> Result<Vec<TheirMember>, Failure> {
    const MEMBERS: &str = "
        select trim(w.title || ' ' || w.given_name || ' ' || w.family_name) as name, m.outside_name as outside_name,
               s.name as service, m.role as role
          from case_management_member m
          left join worker w on w.id = m.worker_id
          left join service s on s.id = m.service_id
         where m.folder_id = $1 and m.case_id = $2
           and not exists (select 1 from case_management_exit x where x.member_id = m.id)
         order by m.entered_on, m.recorded_at, m.id";
    Ok(folder.db().all(MEMBERS, params![case.folder_id, case.id])?)
}
