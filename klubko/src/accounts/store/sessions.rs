//! Sessions: opened, locked, moved to another service, ended.

use crate::kernel::change::Change;
use crate::kernel::failure::Failure;
use crate::kernel::id::{ServiceId, SessionId, WorkerId};
use crate::kernel::own::Own;
use crate::kernel::viewer::token_hash;
use crate::kernel::visit::Visit;
use crate::{params, record};
use uuid::Uuid;

/// A session ends ten hours after it began, whatever happens (D1).
const LONGEST: i64 = 10 * 3_600_000;

pub fn open(
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
    change.run(INSERT, params![&hash, id, worker, service, now, now + LONGEST, visit.device()])?;
    Ok(id)
}

pub fn end(change: &mut Change, session: SessionId) -> Result<(), Failure> {
    const END: &str = "update session set ended_at = $2 where id = $1 and ended_at is null";
    let now = change.at();
    change.run(END, params![session, now]).map(drop)
}

/// Ends all sessions of a worker but one; the next request of the others finds nobody signed in.
pub fn end_all(change: &mut Change, worker: WorkerId, but: SessionId) -> Result<u64, Failure> {
    const END: &str = "update session set ended_at = $3 where worker_id = $1 and id <> $2 and ended_at is null";
    let now = change.at();
    change.run(END, params![worker, but, now])
}

/// The right password was given at a locked screen, or at a device that came back from a client.
pub fn unlock(change: &mut Change, session: SessionId) -> Result<(), Failure> {
    const UNLOCK: &str = "
        update session set locked_at = null, seen_at = $2, kiosk_address = null, kiosk_object = null,
                           kiosk_decided = null
         where id = $1 and ended_at is null";
    let now = change.at();
    change.run(UNLOCK, params![session, now]).map(drop)
}

/// From now on the session reaches one address only, until it is unlocked.
pub fn lend(change: &mut Change, session: SessionId, object: Uuid, address: &str) -> Result<(), Failure> {
    const LEND: &str = "
        update session set kiosk_address = $2, kiosk_object = $3, kiosk_decided = false
         where id = $1 and ended_at is null";
    change.run(LEND, params![session, address, object]).map(drop)
}

/// What the session is lent for has been decided.
pub fn decided(change: &mut Change, session: SessionId) -> Result<(), Failure> {
    const DECIDED: &str = "update session set kiosk_decided = true where id = $1 and kiosk_address is not null";
    change.run(DECIDED, params![session]).map(drop)
}

/// From now on the session works for another service, or under a mandate.
pub fn work_for(change: &mut Change, session: SessionId, service: Option<ServiceId>) -> Result<(), Failure> {
    const MOVE: &str = "update session set service_id = $2 where id = $1";
    change.run(MOVE, params![session, service]).map(drop)
}

/// What is over is forgotten: sessions, and forms that nobody can send any more.
pub fn sweep(change: &mut Change) -> Result<(), Failure> {
    const FORGET: &str = "delete from session where expires_at < $1 or ended_at < $1";
    let before = change.at() - LONGEST;
    change.forget_form_tokens(before)?;
    change.run(FORGET, params![before]).map(drop)
}

record! {
    /// One of a worker's own sessions.
    pub struct Mine {
        pub id: SessionId,
        pub device: String,
        pub opened_at: i64,
        pub seen_at: i64,
    }
}

/// Where the worker is signed in now.
pub fn mine(own: &Own) -> Result<Vec<Mine>, Failure> {
    const MINE: &str = "
        select id, device, opened_at, seen_at from session
         where worker_id = $1 and ended_at is null and expires_at > $2 order by seen_at desc";
    Ok(own.db().all(MINE, params![own.worker(), own.now()])?)
}
