//! Passwords that are weighed, and failures that are counted so that no stranger can shut a worker out (0007).

use crate::kernel::change::Change;
use crate::kernel::failure::Failure;
use crate::kernel::id::{SessionId, WorkerId};
use crate::kernel::own::Own;
use crate::kernel::visit::Visit;
use crate::{params, record};

/// Failures are remembered for a quarter of an hour.
const WINDOW: i64 = 15 * 60_000;
const FREE_FAILURES: i64 = 5;
const HARD_STOP: i64 = 100;
/// The delay grows to this many seconds for one account from one address.
const LONGEST_DELAY: i64 = 60;
/// A password made by the house opens for so long.
const ONE_TIME: i64 = 7 * 24 * 3_600_000;

record! {
    pub struct Account {
        pub id: WorkerId,
        pub password_hash: String,
        is_active: bool,
        is_one_time: bool,
        password_set_at: i64,
    }
}

impl Account {
    /// Whether the password opens at all: the account is not disabled, a one-time password is not stale.
    pub fn opens(&self, now: i64) -> bool {
        self.is_active && !(self.is_one_time && now - self.password_set_at > ONE_TIME)
    }
}

pub fn account(own: &Own, login: &str) -> Result<Option<Account>, Failure> {
    const FIND: &str = "
        select id, password_hash, case when disabled_at is null then true else false end as is_active,
               is_one_time, password_set_at
          from worker where login = $1";
    Ok(own.db().first(FIND, params![login])?)
}

/// The account of whoever is signed in.
pub fn own_account(own: &Own) -> Result<Option<Account>, Failure> {
    const FIND: &str = "
        select id, password_hash, case when disabled_at is null then true else false end as is_active,
               is_one_time, password_set_at
          from worker where id = $1";
    Ok(own.db().first(FIND, params![own.worker()])?)
}

/// From where a password is tried: the pair slows down, the address alone has a hard stop.
pub struct Attempt {
    pair: String,
    address: String,
}

impl Attempt {
    /// This account from this address, and this address altogether: a stranger elsewhere slows nobody but himself.
    pub fn at_the_door(visit: &Visit) -> Self {
        let login = rules::text::fold(visit.field("login"));
        Self { pair: format!("{}|{login}", visit.source()), address: visit.source().to_owned() }
    }

    /// Somebody at a session's own screen; what happens at the door does not concern him.
    pub fn at_the_screen(session: SessionId) -> Self {
        Self { pair: format!("|{session}"), address: format!("||{session}") }
    }
}

record! { struct Failures { source: String, failures: i64, last_at: i64 } }

/// How many seconds one must wait before the password is even looked at.
pub fn must_wait(own: &Own, now: i64, attempt: &Attempt) -> Result<Option<i64>, Failure> {
    const FIND: &str = "select source, failures, last_at from failed_sign_in where source = $1 or source = $2";
    let found: Vec<Failures> = own.db().all(FIND, params![&attempt.pair, &attempt.address])?;
    let wait = |one: &Failures| {
        if now - one.last_at > WINDOW {
            return 0;
        }
        let until = if one.source == attempt.address && one.failures >= HARD_STOP {
            one.last_at + WINDOW
        } else if one.source == attempt.pair && one.failures >= FREE_FAILURES {
            let delay = 1_i64 << (one.failures - FREE_FAILURES).min(6);
            one.last_at + delay.min(LONGEST_DELAY) * 1000
        } else {
            return 0;
        };
        (until - now + 999) / 1000
    };
    Ok(found.iter().map(wait).max().filter(|seconds| *seconds > 0))
}

pub fn count_failure(change: &mut Change, attempt: &Attempt) -> Result<(), Failure> {
    const COUNT: &str = "
        insert into failed_sign_in (source, failures, first_at, last_at) values ($1, 1, $2, $2)
        on conflict (source) do update set
            failures = case when failed_sign_in.last_at < $3 then 1 else failed_sign_in.failures + 1 end,
            first_at = case when failed_sign_in.last_at < $3 then $2 else failed_sign_in.first_at end,
            last_at = $2";
    let now = change.at();
    for source in [&attempt.pair, &attempt.address] {
        change.run(COUNT, params![source, now, now - WINDOW])?;
    }
    Ok(())
}

/// The right password was given: the pair begins anew.
pub fn forgive(change: &mut Change, attempt: &Attempt) -> Result<(), Failure> {
    const FORGIVE: &str = "delete from failed_sign_in where source = $1";
    change.run(FORGIVE, params![&attempt.pair]).map(drop)
}

/// Failures that no longer count.
pub fn forget_failures(change: &mut Change) -> Result<(), Failure> {
    const FORGET: &str = "delete from failed_sign_in where last_at < $1";
    let before = change.at() - WINDOW;
    change.run(FORGET, params![before]).map(drop)
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
