//! Everything the head of a folder says, in one statement: nothing of it is stored, all of it follows from what
//! happened (decision 2). As of a moment: what was recorded later does not exist, what was replaced later still holds.

use crate::kernel::clock;
use crate::kernel::failure::Failure;
use crate::kernel::folder::Folder;
use crate::kernel::id::WorkerId;
use crate::{params, record, task_has_lapsed};
use jiff::civil::Date;

record! {
    /// The facts of one folder as of a moment.
    pub struct Facts {
        pub address_form: String,
        pub birth_date: Option<Date>,
        pub birth_year: Option<i64>,
        pub phone: String,
        pub note: String,
        pub noted_at: i64,
        pub noted_by: String,
        pub negotiation_began: bool,
        pub consultation_on: Option<Date>,
        pub outcome: Option<String>,
        pub assessment_due_on: Option<Date>,
        pub assessment_held_on: Option<Date>,
        pub is_prepared: bool,
        pub agreement_on: Option<Date>,
        pub agreement_until: Option<Date>,
        /// The last day by a notice or an agreement of both.
        pub agreement_ends_on: Option<Date>,
        pub consent_decision: Option<String>,
        pub consent_form: Option<String>,
        pub consent_at: Option<i64>,
        pub consent_on: Option<Date>,
        pub consent_until: Option<Date>,
        pub withdrawn_at: Option<i64>,
        /// The newest decision about case management, given here or in a joined folder.
        pub cooperation_decision: Option<String>,
        pub cooperation_at: Option<i64>,
        pub cooperation_from: Option<Date>,
        pub cooperation_until: Option<Date>,
        pub cooperation_withdrawn_at: Option<i64>,
        pub key_worker_id: Option<WorkerId>,
        pub key_worker: Option<String>,
        pub key_worker_from: Option<i64>,
        pub last_contact: Option<i64>,
        pub crisis_at: Option<i64>,
        pub open_tasks: i64,
        pub is_on_vital_interest: bool,
        pub plan_form: Option<String>,
        pub plan_reason: Option<String>,
        pub plan_at: Option<i64>,
        pub commission: Option<String>,
        pub commission_on: Option<Date>,
        pub plan_agreed_on: Option<Date>,
        pub review_due_on: Option<Date>,
        pub ending_due_on: Option<Date>,
        pub evaluated_on: Option<Date>,
        pub closed_on: Option<Date>,
        pub need: Option<String>,
        pub wish: Option<String>,
        /// Whether these are worth asking for at all.
        pub has_goals: bool,
        pub has_helpers: bool,
        pub has_exclusions: bool,
        pub has_appointments: bool,
    }
}

/// What holds as of `$2`.
macro_rules! holds {
    ($alias:literal) => {
        concat!($alias, ".recorded_at <= $2 and (", $alias, ".replaced_at is null or ", $alias, ".replaced_at > $2)")
    };
}

/// Nothing is signed on the day `$6`: only then do the facts of a negotiation decide about anything.
macro_rules! is_before_agreement {
    () => {
        "(a.signed_on is null or a.signed_on > $6)"
    };
}

const COVER: &str = concat!(
    "select v.address_form as address_form, v.birth_date as birth_date, v.birth_year as birth_year, v.phone as phone,
            v.note as note, v.recorded_at as noted_at,
            case when v.note = '' then ''
                 else (select w.given_name || ' ' || w.family_name from worker w where w.id = v.recorded_by) end
              as noted_by,
            (n.id is not null or i.id is not null
             or ",
    is_before_agreement!(),
    " and exists (select 1 from appointment b where b.folder_id = f.id and b.kind = 'consultation'
                           and b.cancelled_at is null and b.recorded_at <= $2 and b.recorded_at >= t.recorded_at))
              as negotiation_began,
            i.held_on as consultation_on, o.outcome as outcome,
            case when ",
    is_before_agreement!(),
    " then (select max(d.due_on) from task d where d.folder_id = f.id and d.rule = 'r029' and d.recorded_at <= $2
                       and d.recorded_at >= t.recorded_at) end as assessment_due_on,
            (select c.held_on from assessment c
              where c.folder_id = f.id and c.thread_id = t.id and c.recorded_at <= $2
              order by c.held_on desc, c.id desc limit 1) as assessment_held_on,
            (",
    is_before_agreement!(),
    " and exists (select 1 from document p where p.folder_id = f.id and p.thread_id = t.id
                       and p.recorded_at <= $2)) as is_prepared,
            a.signed_on as agreement_on, a.valid_until as agreement_until,
            (select min(z.ends_on) from agreement_termination z where z.folder_id = f.id and z.agreement_id = a.id
                and z.taken_back_on is null and z.recorded_at <= $2
                and (z.replaced_at is null or z.replaced_at > $2)) as agreement_ends_on,
            s.decision as consent_decision, s.form as consent_form, s.given_at as consent_at,
            s.given_on as consent_on, s.valid_until as consent_until, x.withdrawn_at as withdrawn_at,
            cm.decision as cooperation_decision, cm.given_at as cooperation_at, ct.valid_from as cooperation_from,
            cm.valid_until as cooperation_until, cx.withdrawn_at as cooperation_withdrawn_at,
            k.worker_id as key_worker_id, k.from_at as key_worker_from,
            case when kw.title = '' then '' else kw.title || ' ' end || kw.given_name || ' ' || kw.family_name
              as key_worker,
            (select c.starts_at from activity_version c
              where c.folder_id = f.id and c.is_client_present
                and not exists (select 1 from record_strike_out g where g.activity_id = c.activity_id
                                   and g.recorded_at <= $2) and ",
    holds!("c"),
    " order by c.starts_at desc limit 1) as last_contact,
            case when ",
    is_before_agreement!(),
    " then (select max(c.starts_at) from crisis_intervention q
               join activity_version c on c.activity_id = q.activity_id and ",
    holds!("c"),
    " left join record_strike_out g on g.activity_id = q.activity_id and g.recorded_at <= $2
              where q.folder_id = f.id and q.recorded_at <= $2 and g.activity_id is null) end as crisis_at,
            open.tasks as open_tasks, open.is_on_vital_interest as is_on_vital_interest,
            open.review_due_on as review_due_on, open.ending_due_on as ending_due_on,
            l.plan_form as plan_form, l.reason as plan_reason, l.recorded_at as plan_at,
            m.in_own_words as commission, m.agreed_on as commission_on, n.need as need, n.wish as wish,
            (select max(g.agreed_on) from plan_agreement g where g.folder_id = f.id and g.thread_id = t.id
                and g.recorded_at <= $2) as plan_agreed_on,
            (select max(h.evaluated_on) from evaluation h where h.folder_id = f.id and h.thread_id = t.id and ",
    holds!("h"),
    ") as evaluated_on,
            z.closed_on as closed_on,
            exists (select 1 from personal_goal y where y.folder_id = f.id and y.thread_id = t.id) as has_goals,
            exists (select 1 from assignment y where y.folder_id = f.id) as has_helpers,
            exists (select 1 from worker_exclusion y where y.folder_id = f.id) as has_exclusions,
            exists (select 1 from appointment y where y.folder_id = f.id and y.starts_at >= $5) as has_appointments
       from client_folder f
       join person_version v on v.folder_id = f.id and ",
    holds!("v"),
    " left join case_thread t on t.id = (select c.id from case_thread c
                where c.folder_id = f.id and c.recorded_at <= $2 order by c.recorded_at desc, c.id desc limit 1)
       left join intake_negotiation n on n.folder_id = f.id and n.thread_id = t.id and ",
    holds!("n"),
    " left join agreement a on a.folder_id = f.id and a.thread_id = t.id and ",
    holds!("a"),
    " left join intro_consultation i on i.id = case when ",
    is_before_agreement!(),
    " then (select c.id from intro_consultation c
                where c.folder_id = f.id and c.thread_id = t.id and c.recorded_at <= $2
                  and not exists (select 1 from record_strike_out u
                                   where u.activity_id = c.activity_id and u.recorded_at <= $2)
                order by c.held_on desc, c.id desc limit 1) end
       left join negotiation_outcome o on o.folder_id = f.id and o.thread_id = t.id and ",
    holds!("o"),
    " left join case_closure z on z.folder_id = f.id and z.thread_id = t.id and ",
    holds!("z"),
    " left join consent s on s.id = (select c.id from consent c
                where c.folder_id = f.id and c.kind = 'personal_data_processing' and ",
    holds!("c"),
    " order by c.given_at desc, c.recorded_at desc, c.id desc limit 1) and ",
    holds!("s"),
    " left join consent_withdrawal x on x.consent_id = s.id and x.recorded_at <= $2
       left join consent cm on cm.id = (select c.id from (
                       select f.id as id
                       union all select j.far_folder_id from folder_join j where j.folder_id = f.id and j.joined_at <= $2
                       union all select j.folder_id from folder_join j where j.far_folder_id = f.id and j.joined_at <= $2
                     ) r
                 cross join consent_terms u join consent c on c.id = u.consent_id
                where c.kind = 'case_management' and u.folder_id = r.id
                  and (r.id = f.id or u.receiver_service_id = f.service_id)
                  and ",
    holds!("c"),
    " order by c.given_at desc, c.recorded_at desc, c.id desc limit 1) and ",
    holds!("cm"),
    " left join consent_terms ct on ct.consent_id = cm.id
       left join consent_withdrawal cx on cx.consent_id = cm.id and cx.recorded_at <= $2
       left join key_worker_assignment k on k.folder_id = f.id and k.from_at <= $2
                and (k.until_at is null or k.until_at > $2)
       left join worker kw on kw.id = k.worker_id
       left join plan_decision l on l.id = (select c.id from plan_decision c
                where c.folder_id = f.id and c.thread_id = t.id and c.recorded_at <= $2
                order by c.recorded_at desc, c.id desc limit 1)
       left join commission m on m.id = (select c.id from commission c
                where c.folder_id = f.id and c.ended_on is null and ",
    holds!("c"),
    " order by c.agreed_on desc, c.id desc limit 1) and ",
    holds!("m"),
    " left join (select count(case when not ($3 and ",
    task_has_lapsed!("d"),
    ") then 1 end) as tasks,
                        case when max(case when d.rule = 'r025' then 1 else 0 end) = 1 then true else false end
                          as is_on_vital_interest,
                        min(case when d.rule = 'r018' then d.due_on end) as review_due_on,
                        min(case when d.rule = 'r126' then d.due_on end) as ending_due_on
                   from task d
                  where d.folder_id = $1 and d.recorded_at <= $2 and (d.done_at is null or d.done_at > $2)) open on true
      where f.id = $1"
);

/// The facts of the folder; a folder that did not exist yet on the day asked for is absent.
pub fn facts(folder: &Folder) -> Result<Facts, Failure> {
    let (day, from) = (folder.day(), clock::start_of(folder.day()));
    let of = params![folder.id(), folder.as_of(), !folder.is_past(), folder.today(), from, day];
    folder.db().first(COVER, of)?.ok_or(Failure::Absent)
}
