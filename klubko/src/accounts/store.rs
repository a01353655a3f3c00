use crate::kernel::change::Change;
use crate::kernel::failure::Failure;
use crate::kernel::id::{ServiceId, SessionId, WorkerId};
use crate::kernel::own::Own;
use crate::kernel::viewer::token_hash;
use crate::kernel::visit::Visit;
use crate::{params, record};

/// A session ends ten hours after it began, whatever happens (D1).
const LONGEST_SESSION: i64 = 10 * 3_600_000;
/// Failures are remembered for a quarter of an hour.
const WINDOW: i64 = 15 * 60_000;
const FREE_FAILURES: i64 = 5;
const HARD_STOP: i64 = 100;
/// The delay grows to this many seconds for one account from one address.
const LONGEST_DELAY: i64 = 60;

record! {
    pub struct Account {
        pub id: WorkerId,
        pub password_hash: String,
        pub is_active: bool,
    }
}

pub fn account(own: &Own, login: &str) -> Result<Option<Account>, Failure> {
    const FIND: &str = "
        select id, password_hash, case when disabled_at is null then true else false end as is_active
          from worker where login = $1";
    Ok(own.db().first(FIND, params![login])?)
}

record! { struct Failures { source: String, failures: i64, first_at: i64, last_at: i64 } }

/// Failures of this account from this address, and of this address altogether: a stranger elsewhere can slow nobody
/// down but himself.
fn sources(visit: &Visit) -> [String; 2] {
    let login = rules::text::fold(visit.field("login"));
    [format!("{}|{login}", visit.source()), visit.source().to_owned()]
}

/// How many seconds this address must wait before the password is even looked at.
pub fn must_wait(own: &Own, visit: &Visit) -> Result<Option<i64>, Failure> {
    const FIND: &str =
        "select source, failures, first_at, last_at from failed_sign_in where source = $1 or source = $2";
    let [pair, address] = sources(visit);
    let found: Vec<Failures> = own.db().all(FIND, params![&pair, &address])?;
    let wait = |one: &Failures| {
        if visit.now() - one.first_at.max(one.last_at - WINDOW) > WINDOW && visit.now() - one.last_at > WINDOW {
            return 0;
        }
        let until = if one.source == address && one.failures >= HARD_STOP {
            one.last_at + WINDOW
        } else if one.source == pair && one.failures >= FREE_FAILURES {
            let delay = 1_i64 << (one.failures - FREE_FAILURES).min(6);
            one.last_at + delay.min(LONGEST_DELAY) * 1000
        } else {
            return 0;
        };
        (until - visit.now() + 999) / 1000
    };
    Ok(found.iter().map(wait).max().filter(|seconds| *seconds > 0))
}

pub fn count_failure(change: &mut Change, visit: &Visit) -> Result<(), Failure> {
    const COUNT: &str = "
        insert into failed_sign_in (source, failures, first_at, last_at) values ($1, 1, $2, $2)
        on conflict (source) do update set
            failures = case when failed_sign_in.last_at < $3 then 1 else failed_sign_in.failures + 1 end,
            first_at = case when failed_sign_in.last_at < $3 then $2 else failed_sign_in.first_at end,
            last_at = $2";
    for source in sources(visit) {
        let now = change.at();
        change.run(COUNT, params![source, now, now - WINDOW])?;
    }
    Ok(())
}

record! {
    /// Where a worker begins: a service, or none under a mandate.
    pub struct FirstPlace { pub service: Option<ServiceId> }
}

pub fn first_place(own: &Own, worker: WorkerId) -> Result<Option<FirstPlace>, Failure> {
    const SERVICE: &str = "
        select m.service_id as service
          from membership m join service s on s.id = m.service_id
         where m.worker_id = $1 and m.from_day <= $2 and (m.until_day is null or m.until_day >= $2)
         order by s.position limit 1";
    const MANDATE: &str = "
        select s.id as service from mandate d left join service s on s.id = d.worker_id
         where d.worker_id = $1 and d.from_day <= $2 and (d.until_day is null or d.until_day >= $2) limit 1";
    let service = own.db().first(SERVICE, params![worker, own.today()])?;
    Ok(if service.is_some() { service } else { own.db().first(MANDATE, params![worker, own.today()])? })
}

pub fn open_session(
    change: &mut Change,
    visit: &Visit,
    worker: WorkerId,
    service: Option<ServiceId>,
    token: &str,
) -> Result<SessionId, Failure> {
    const INSERT: &str = "
        insert into session (token_hash, id, worker_id, service_id, opened_at, seen_at, expires_at, device)
        values ($1, $2, $3, $4, $5, $5, $6, $7)";
    let id: SessionId = change.new_id();
    let now = change.at();
    let hash = token_hash(token);
    let row = params![&hash, id, worker, service, now, now + LONGEST_SESSION, visit.device()];
    change.run(INSERT, row)?;
    Ok(id)
}

pub fn end_session(change: &mut Change, session: SessionId) -> Result<(), Failure> {
    let now = change.at();
    change.run("update session set ended_at = $2 where id = $1 and ended_at is null", params![session, now]).map(drop)
}

record! {
    /// Somebody of the demo town, offered on its sign-in page.
    pub struct DemoPerson {
        pub login: String,
        pub name: String,
        pub place: String,
    }
}

/// The people of the demo town; in a real house nobody is listed.
pub fn demo_people(own: &Own) -> Result<Vec<DemoPerson>, Failure> {
    const PEOPLE: &str = "
        select w.login as login, w.given_name || ' ' || w.family_name as name, coalesce(min(s.name), '') as place
          from worker w
          join provider p on p.is_demo
          left join membership m on m.worker_id = w.id
          left join service s on s.id = m.service_id
         where w.disabled_at is null
         group by w.login, w.given_name, w.family_name, w.name_order
         order by min(coalesce(s.position, 99)), w.name_order";
    Ok(own.db().all(PEOPLE, &[])?)
}
