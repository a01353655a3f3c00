//! What the administrator does at the console: the one-time token of the first start, a new password for somebody who
//! lost his. Each passes the pool like any form, so it is journalled, as the deed of nobody; none is in the site map.

use super::store::{own, sessions, set_up, sign_in};
use crate::kernel::answer::{Answer, Response};
use crate::kernel::change::Pen;
use crate::kernel::failure::Failure;
use crate::kernel::id::SessionId;
use crate::kernel::journal::Entry;
use crate::kernel::own::Own;
use crate::kernel::pool::Pool;
use crate::kernel::route::Route;
use crate::kernel::visit::{Request, Visit};
use crate::kernel::weighed::{self, Weighed};
use crate::settings;
use rules::access::Act;
use sha2::{Digest, Sha256};
use std::sync::Arc;
use uuid::Uuid;

/// Under this mark the token is stored, hashed.
pub(super) const TOKEN: &str = "set_up_token";

pub(super) fn fingerprint(token: &str) -> String {
    Sha256::digest(token.trim().as_bytes()).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// A new token for the set-up page; none when a provider exists already. An older token no longer works.
pub async fn offer_set_up(pool: &Pool) -> Option<String> {
    let token = Uuid::new_v4().simple().to_string();
    let form = vec![("fingerprint".to_owned(), fingerprint(&token))];
    let route = Arc::new(Route::form(Act::SetUp, "", keep_token));
    let answer = pool.ask(route, Request { form, ..Request::default() }).await;
    (answer.status == 200).then_some(token)
}

fn keep_token<'v>(visit: &'v Visit<'v>, pen: Pen<'v>) -> Answer {
    let own = Own::of_nobody(visit)?;
    if set_up::is_inhabited(own.db())? {
        return Err(Failure::Absent);
    }
    let mut change = pen.change(&own)?;
    settings::mark(&mut change, TOKEN, visit.field("fingerprint"))?;
    change.commit(Entry::about(Uuid::nil(), "klíč k založení"));
    Ok(Response::text("kept"))
}

/// A one-time password for an account, all its sessions ended; none when there is no such login.
///
/// Errors: the password could not be hashed.
pub async fn reset_password(pool: &Pool, login: &str) -> Result<Option<String>, Failure> {
    let made = weighed::one_time()?;
    let Weighed::OneTime { plain, .. } = &made else { return Ok(None) };
    let plain = plain.0.clone();
    let form = vec![("login".to_owned(), rules::text::fold(login))];
    let route = Arc::new(Route::form(Act::SetUp, "", reset));
    let answer = pool.ask(route, Request { form, weighed: Some(made), ..Request::default() }).await;
    Ok((answer.status == 200).then_some(plain))
}

fn reset<'v>(visit: &'v Visit<'v>, pen: Pen<'v>) -> Answer {
    let own = Own::of_nobody(visit)?;
    let account = sign_in::account(&own, visit.field("login"))?.ok_or(Failure::Absent)?;
    let Some(Weighed::OneTime { hash, .. }) = visit.weighed() else { return Err(Failure::Absent) };
    let mut change = pen.change(&own)?;
    own::set_password(&mut change, account.id, hash, true)?;
    sessions::end_all(&mut change, account.id, SessionId::default())?;
    change.commit(Entry::about(Uuid::nil(), "jednorázové heslo z konzole"));
    Ok(Response::text("reset"))
}
