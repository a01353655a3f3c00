//! The counter of visits of a folder: derived from the rows whenever it is shown.

use crate::kernel::clock;
use crate::kernel::failure::Failure;
use crate::kernel::folder::Folder;
use crate::kernel::settings;
use crate::{params, record};
use jiff::civil::Date;
use rules::activity::Form;
use rules::coded::Coded;
use rules::instant::Moment;
use rules::visits::{Act, Counter, PlanForm, PlanStanding, counter, is_visit, visits};

record! { struct Signed { signed_on: Date } }
record! { struct Decided { plan_form: String, recorded_at: i64 } }

/// The last agreement of the folder and the day on which what it began was closed.
#[derive(Clone, Copy, Debug, Default)]
pub struct Cooperation {
    pub agreement_on: Option<Date>,
    pub closed_on: Option<Date>,
}

impl Cooperation {
    /// An agreement holds and nothing was closed.
    pub fn is_running(&self) -> bool {
        self.agreement_on.is_some() && self.closed_on.is_none()
    }
}

/// Whether a cooperation runs or has ended, as known at the moment shown.
pub fn cooperation(folder: &Folder) -> Result<Cooperation, Failure> {
    record! { struct Last { agreement_on: Date, closed_on: Option<Date> } }
    const LAST: &str = "
        select a.signed_on as agreement_on, z.closed_on as closed_on
          from agreement a
          left join case_closure z on z.folder_id = a.folder_id and z.thread_id = a.thread_id and z.recorded_at <= $2
                               and (z.replaced_at is null or z.replaced_at > $2)
         where a.folder_id = $1 and a.recorded_at <= $2 and (a.replaced_at is null or a.replaced_at > $2)
         order by a.signed_on desc, a.recorded_at desc limit 1";
    let last: Option<Last> = folder.db().first(LAST, params![folder.id(), folder.as_of()])?;
    let last = last.map(|last| Cooperation { agreement_on: Some(last.agreement_on), closed_on: last.closed_on });
    Ok(last.unwrap_or_default())
}

/// How many visits there were and what the counter says to it.
#[derive(Clone, Copy, Debug)]
pub struct VisitCounter {
    pub counter: Counter,
    pub visits: usize,
    pub limit: usize,
    pub agreement_on: Option<Date>,
}

/// The day of the last agreement of the folder, as known at the moment shown.
pub fn agreement_on(folder: &Folder) -> Result<Option<Date>, Failure> {
    const LAST: &str = "
        select signed_on from agreement
         where folder_id = $1 and recorded_at <= $2 and (replaced_at is null or replaced_at > $2)
         order by signed_on desc limit 1";
    let signed: Option<Signed> = folder.db().first(LAST, params![folder.id(), folder.as_of()])?;
    Ok(signed.map(|signed| signed.signed_on))
}

/// The last day of that agreement: its validity or an earlier end; none while it goes on.
pub fn agreement_last_day(folder: &Folder) -> Result<Option<Date>, Failure> {
    record! { struct Last { valid_until: Option<Date>, ends_on: Option<Date> } }
    const LAST: &str = "
        select a.valid_until as valid_until, x.ends_on as ends_on
          from agreement a
          left join agreement_termination x on x.agreement_id = a.id and x.folder_id = a.folder_id
                               and x.taken_back_on is null and x.recorded_at <= $2
                               and (x.replaced_at is null or x.replaced_at > $2)
         where a.folder_id = $1 and a.recorded_at <= $2 and (a.replaced_at is null or a.replaced_at > $2)
         order by a.signed_on desc limit 1";
    let last: Option<Last> = folder.db().first(LAST, params![folder.id(), folder.as_of()])?;
    Ok(last.and_then(|last| rules::agreement_terms::last_day(last.valid_until, last.ends_on)))
}

/// What the counter asks besides the visits; a page that has read it already hands it over.
#[derive(Clone, Copy, Debug)]
pub struct Agreed {
    pub agreement_on: Option<Date>,
    /// How it was decided to plan, and when that was recorded.
    pub plan: Option<(PlanForm, i64)>,
}

/// The counter of visits of a folder: a fact for its head, a question after about six visits.
pub fn visit_counter(folder: &Folder) -> Result<VisitCounter, Failure> {
    const LAST: &str = "
        select plan_form, recorded_at from plan_decision
         where folder_id = $1 and recorded_at <= $2
           and thread_id = (select c.id from case_thread c where c.folder_id = $1 and c.recorded_at <= $2
                             order by c.recorded_at desc, c.id desc limit 1)
         order by recorded_at desc, id desc limit 1";
    let decided: Option<Decided> = folder.db().first(LAST, params![folder.id(), folder.as_of()])?;
    let plan = decided.and_then(|decided| Some((PlanForm::from_code(&decided.plan_form)?, decided.recorded_at)));
    let Cooperation { agreement_on, closed_on } = cooperation(folder)?;
    let agreement_on = agreement_on.filter(|_| closed_on.is_none());
    count_visits(folder, Agreed { agreement_on, plan })
}

/// Those at which the client was present, from a day on: what may be a visit.
fn with_client_since(folder: &Folder, day: Date) -> Result<Vec<Act>, Failure> {
    record! { struct Seen { starts_at: i64, form: Form, is_struck_out: bool } }
    const WITH_CLIENT: &str = "
        select v.starts_at as starts_at, v.form as form,
               exists (select 1 from record_strike_out o where o.activity_id = v.activity_id and o.recorded_at <= $2)
                 as is_struck_out
          from activity_version v
         where v.folder_id = $1 and v.recorded_at <= $2 and (v.replaced_at is null or v.replaced_at > $2)
           and v.is_client_present and v.starts_at >= $3";
    let act = |one: Seen| Act {
        starts: Moment { at: one.starts_at, day: clock::day_of(one.starts_at) },
        form: one.form,
        client_present: true,
        struck_out: one.is_struck_out,
    };
    let seen: Vec<Seen> = folder.db().all(WITH_CLIENT, params![folder.id(), folder.as_of(), clock::start_of(day)])?;
    Ok(seen.into_iter().map(act).collect())
}

/// The same where it is known what was agreed.
pub fn count_visits(folder: &Folder, Agreed { agreement_on, plan }: Agreed) -> Result<VisitCounter, Failure> {
    let acts = agreement_on.map(|day| with_client_since(folder, day)).transpose()?.unwrap_or_default();
    let limit = settings::of(folder.db(), folder.service(), folder.day())?.visit_limit();
    let visits = visits(&acts, agreement_on);
    let plan = plan_standing(plan, limit_reached_at(&acts, agreement_on, limit));
    Ok(VisitCounter { counter: counter(visits, limit, plan), visits, limit, agreement_on })
}

/// When the visit took place after which a plan is asked for.
fn limit_reached_at(acts: &[Act], agreement_on: Option<Date>, limit: usize) -> Option<i64> {
    let agreement_on = agreement_on?;
    let mut starts: Vec<i64> = acts.iter().filter(|act| is_visit(act, agreement_on)).map(|act| act.starts.at).collect();
    starts.sort_unstable();
    starts.get(limit.checked_sub(1)?).copied()
}

/// Decided before the limit, an unwritten plan was only an expectation; on the day of the last counted visit or later
/// it is the reason that was asked for.
fn plan_standing(plan: Option<(PlanForm, i64)>, limit_reached_at: Option<i64>) -> PlanStanding {
    match (plan, limit_reached_at) {
        (Some((PlanForm::Written, _)), _) => PlanStanding::Written,
        (Some((PlanForm::UnwrittenImmediate | PlanForm::UnwrittenShortTerm, decided_at)), Some(reached))
            if decided_at >= clock::start_of(clock::day_of(reached)) =>
        {
            PlanStanding::Justified
        }
        _ => PlanStanding::Nothing,
    }
}
