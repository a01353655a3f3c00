//! How the folder stands before a refusal: when the person asked, what the service is, how an earlier agreement ended.

use crate::kernel::failure::Failure;
use crate::kernel::folder::Folder;
use crate::kernel::id::StatementId;
use crate::{params, record};
use jiff::civil::Date;
use rules::intake::Outcome;
use rules::refusal::{EndedAgreement, EndedBy, Ground, ThreadStands};

record! {
    /// The newest thread as it stands today, and the service.
    pub struct Case {
        pub began_on: Date,
        pub reopened_on: Option<Date>,
        pub outcome_id: Option<StatementId>,
        pub outcome: Option<String>,
        pub has_agreement: bool,
        pub agreement_until: Option<Date>,
        pub ends_on: Option<Date>,
        /// When the cooperation was closed, if it was.
        pub closed_on: Option<Date>,
        pub service_name: String,
        pub service_kind: String,
        pub delivery_form: String,
    }
}

impl Case {
    /// When the person asked for the service: at the beginning of the thread, or when it was opened again.
    pub fn requested_on(&self) -> Date {
        self.reopened_on.map_or(self.began_on, |day| day.max(self.began_on))
    }

    pub fn is_residential(&self) -> bool {
        self.delivery_form == "residential"
    }

    pub fn stands(&self, today: Date) -> ThreadStands {
        let last_day = [self.agreement_until, self.ends_on].into_iter().flatten().min();
        let outcome = self.outcome.as_deref().and_then(<Outcome as rules::coded::Coded>::from_code);
        match (self.has_agreement, outcome) {
            (true, _) if last_day.is_some_and(|day| day < today) => ThreadStands::AgreementEnded,
            (true, _) if self.closed_on.is_some_and(|day| day <= today) => ThreadStands::AgreementEnded,
            (true, _) => ThreadStands::AgreementInForce,
            (false, None | Some(Outcome::Open)) => ThreadStands::Negotiating,
            (false, Some(_)) => ThreadStands::EndedWithoutAgreement,
        }
    }
}

pub fn case(folder: &Folder) -> Result<Case, Failure> {
    const CASE: &str = "
        select t.began_on as began_on,
               (select max(r.reopened_on) from negotiation_reopening r
                 where r.folder_id = t.folder_id and r.thread_id = t.id and r.recorded_at <= $2) as reopened_on,
               o.id as outcome_id, o.outcome as outcome,
               case when a.id is null then false else true end as has_agreement, a.valid_until as agreement_until,
               x.ends_on as ends_on, z.closed_on as closed_on, s.name as service_name, s.kind as service_kind, s.delivery_form as delivery_form
          from case_thread t
          join client_folder f on f.id = t.folder_id
          join service s on s.id = f.service_id
          left join negotiation_outcome o on o.folder_id = t.folder_id and o.thread_id = t.id and o.recorded_at <= $2
                                         and (o.replaced_at is null or o.replaced_at > $2)
          left join agreement a on a.folder_id = t.folder_id and a.thread_id = t.id and a.recorded_at <= $2
                               and (a.replaced_at is null or a.replaced_at > $2)
          left join agreement_termination x on x.agreement_id = a.id and x.folder_id = t.folder_id
                               and x.taken_back_on is null and x.recorded_at <= $2
                               and (x.replaced_at is null or x.replaced_at > $2)
          left join case_closure z on z.folder_id = t.folder_id and z.thread_id = t.id and z.recorded_at <= $2
                               and (z.replaced_at is null or z.replaced_at > $2)
         where t.folder_id = $1 and t.recorded_at <= $2
         order by t.recorded_at desc, t.id desc limit 1";
    folder.db().first(CASE, params![folder.id(), folder.as_of()])?.ok_or(Failure::Absent)
}

record! { struct Ended { ended_on: Date, ended_by: EndedBy, ground: Option<Ground>, is_same_kind: bool } }

/// The newest agreement of the folder that somebody ended before a day, as it is stored (§ 91(3) d).
pub fn ended_agreement(folder: &Folder, before: Date) -> Result<Option<EndedAgreement>, Failure> {
    const ENDED: &str = "
        select x.ends_on as ended_on, x.ended_by as ended_by, x.ground as ground,
               case when a.service_kind = '' or a.service_kind = s.kind then true else false end as is_same_kind
          from agreement_termination x
          join agreement a on a.id = x.agreement_id and a.folder_id = x.folder_id and a.replaced_at is null
          join client_folder f on f.id = x.folder_id
          join service s on s.id = f.service_id
         where x.folder_id = $1 and x.replaced_at is null and x.taken_back_on is null and x.ends_on <= $2
         order by x.ends_on desc, x.recorded_at desc";
    let found: Option<Ended> = folder.db().first(ENDED, params![folder.id(), before])?;
    Ok(found.map(|one| EndedAgreement {
        ended_on: one.ended_on,
        by: one.ended_by,
        ground: one.ground,
        is_same_kind: one.is_same_kind,
    }))
}
