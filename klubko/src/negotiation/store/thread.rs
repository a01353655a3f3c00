//! What the page of the thread shows: contacts, consultations, what was given and found, reasons, the ending.

use crate::kernel::failure::Failure;
use crate::kernel::folder::Folder;
use crate::kernel::value::Record;
use crate::{params, record};
use jiff::civil::Date;
use uuid::Uuid;

/// The worker `w` as people say his name.
macro_rules! who {
    () => {
        "trim(w.title || ' ' || w.given_name || ' ' || w.family_name) as who"
    };
}

/// Rows of the newest thread; what belongs to an earlier one is read by looking at an earlier day.
macro_rules! in_thread {
    ($alias:literal) => {
        concat!(
            " and ",
            $alias,
            ".thread_id = (select h.id from case_thread h where h.folder_id = $1 and h.recorded_at <= $2
                            order by h.recorded_at desc, h.id desc limit 1) "
        )
    };
}

fn all<R: Record>(folder: &Folder, sql: &'static str) -> Result<Vec<R>, Failure> {
    Ok(folder.db().all(sql, params![folder.id(), folder.as_of()])?)
}

record! {
    pub struct Contact {
        pub id: Uuid,
        pub starts_at: i64,
        pub asked: String,
        pub agreed: String,
        pub who: String,
    }
}

pub fn contacts(folder: &Folder) -> Result<Vec<Contact>, Failure> {
    const CONTACTS: &str = concat!(
        "select c.id as id, v.starts_at as starts_at, c.asked as asked, c.agreed as agreed, ",
        who!(),
        "  from first_contact c
           join activity_version v on v.activity_id = c.activity_id and v.recorded_at <= $2
                                  and (v.replaced_at is null or v.replaced_at > $2)
           join worker w on w.id = v.worker_id
          where c.folder_id = $1 and c.recorded_at <= $2",
        in_thread!("c"),
        "order by v.starts_at"
    );
    all(folder, CONTACTS)
}

record! {
    pub struct Consultation {
        pub id: Uuid,
        pub starts_at: i64,
        pub minutes: i64,
        pub is_by_phone: bool,
        pub is_at_clients_request: bool,
        pub summary: String,
        pub proposed_specialist: String,
        pub legal_ground: String,
        pub is_struck_out: bool,
        /// When the oral consent was voiced.
        pub voiced_at: Option<i64>,
        /// The crisis intervention inside it.
        pub crisis: Option<Uuid>,
        pub threat: String,
        pub intervention: String,
        pub safety_plan: String,
        pub follow_up_at: Option<i64>,
        pub who: String,
    }
}

pub fn consultations(folder: &Folder) -> Result<Vec<Consultation>, Failure> {
    const CONSULTATIONS: &str = concat!(
        "select c.id as id, v.starts_at as starts_at, v.minutes as minutes, c.is_by_phone as is_by_phone,
                c.is_at_clients_request as is_at_clients_request, c.summary as summary,
                c.proposed_specialist as proposed_specialist, c.legal_ground as legal_ground,
                case when u.activity_id is null then false else true end as is_struck_out,
                s.given_at as voiced_at, k.id as crisis,
                coalesce(k.threat, '') as threat, coalesce(k.intervention, '') as intervention,
                coalesce(k.safety_plan, '') as safety_plan, m.starts_at as follow_up_at, ",
        who!(),
        "  from intro_consultation c
           join activity_version v on v.activity_id = c.activity_id and v.recorded_at <= $2
                                  and (v.replaced_at is null or v.replaced_at > $2)
           join worker w on w.id = v.worker_id
           left join record_strike_out u on u.activity_id = c.activity_id and u.recorded_at <= $2
           left join consent s on s.id = c.consent_id and s.version = 1 and s.form = 'oral'
           left join crisis_intervention k on k.consultation_id = c.id and k.folder_id = c.folder_id
                                         and k.recorded_at <= $2 and (k.replaced_at is null or k.replaced_at > $2)
           left join appointment m on m.id = k.follow_up_id and (m.cancelled_at is null or m.cancelled_at > $2)
          where c.folder_id = $1 and c.recorded_at <= $2",
        in_thread!("c"),
        "order by v.starts_at"
    );
    all(folder, CONSULTATIONS)
}

record! {
    pub struct Told {
        pub item: String,
        pub given_on: Date,
        pub who: String,
    }
}

pub fn told(folder: &Folder) -> Result<Vec<Told>, Failure> {
    const TOLD: &str = concat!(
        "select i.item as item, i.given_on as given_on, ",
        who!(),
        " from information_given i join worker w on w.id = i.recorded_by
         where i.folder_id = $1 and i.recorded_at <= $2",
        in_thread!("i"),
        "order by i.given_on, i.item"
    );
    all(folder, TOLD)
}

record! {
    pub struct Counselling {
        pub given_on: Date,
        pub topics: String,
        pub information: String,
        pub who: String,
    }
}

pub fn counsellings(folder: &Folder) -> Result<Vec<Counselling>, Failure> {
    const COUNSELLINGS: &str = concat!(
        "select b.given_on as given_on, b.topics as topics, b.information as information, ",
        who!(),
        " from basic_counselling b join worker w on w.id = b.recorded_by
         where b.folder_id = $1 and b.recorded_at <= $2",
        in_thread!("b"),
        "order by b.given_on, b.id"
    );
    all(folder, COUNSELLINGS)
}

record! {
    pub struct Inquiry {
        pub id: Uuid,
        pub recorded_at: i64,
        pub done_on: Date,
        pub method: String,
        pub place: String,
        pub persons_present: String,
        pub findings: String,
        pub sources: String,
        pub who: String,
    }
}

pub fn inquiries(folder: &Folder) -> Result<Vec<Inquiry>, Failure> {
    const INQUIRIES: &str = concat!(
        "select i.id as id, i.recorded_at as recorded_at, i.done_on as done_on, i.method as method, i.place as place,
                i.persons_present as persons_present, i.findings as findings, i.sources as sources, ",
        who!(),
        " from social_inquiry i join worker w on w.id = i.recorded_by
         where i.folder_id = $1 and i.recorded_at <= $2",
        in_thread!("i"),
        "order by i.done_on, i.id"
    );
    all(folder, INQUIRIES)
}

record! {
    /// A commission, the present one or one that ended.
    pub struct Commission {
        pub words: String,
        pub agreed_on: Date,
        pub ended_on: Option<Date>,
        pub end_reason: String,
        pub who: String,
    }
}

/// All of them, earlier negotiations too: their history is the folder's.
pub fn commissions(folder: &Folder) -> Result<Vec<Commission>, Failure> {
    const COMMISSIONS: &str = concat!(
        "select c.in_own_words as words, c.agreed_on as agreed_on, c.ended_on as ended_on,
                c.end_reason as end_reason, ",
        who!(),
        " from commission c join worker w on w.id = c.recorded_by
         where c.folder_id = $1 and c.recorded_at <= $2 and (c.replaced_at is null or c.replaced_at > $2)
         order by c.agreed_on desc, c.id desc"
    );
    all(folder, COMMISSIONS)
}

record! {
    /// How the negotiation ended.
    pub struct Ending {
        pub id: Uuid,
        pub outcome: String,
        pub decided_on: Date,
        pub decided_by: String,
        pub explanation: String,
        pub offered_service: String,
        pub offer_answer: String,
        pub who: String,
    }
}

pub fn ending(folder: &Folder) -> Result<Option<Ending>, Failure> {
    const ENDING: &str = concat!(
        "select o.id as id, o.outcome as outcome, o.decided_on as decided_on, o.decided_by as decided_by,
                o.explanation as explanation, o.offered_service as offered_service, o.offer_answer as offer_answer, ",
        who!(),
        " from negotiation_outcome o join worker w on w.id = o.recorded_by
         where o.folder_id = $1 and o.recorded_at <= $2 and (o.replaced_at is null or o.replaced_at > $2)",
        in_thread!("o"),
        ""
    );
    Ok(all(folder, ENDING)?.into_iter().next())
}
