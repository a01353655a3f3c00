//! A session at work: unlocked after a pause, moved to another service, ended here or everywhere.

use super::sign_in::wait;
use super::store::sign_in::{self, Attempt};
use super::store::{places, sessions};
use crate::kernel::answer::{Answer, Cookie, Response};
use crate::kernel::change::Pen;
use crate::kernel::failure::Failure;
use crate::kernel::form::Form;
use crate::kernel::id::{ServiceId, SessionId};
use crate::kernel::journal::Entry;
use crate::kernel::kiosk;
use crate::kernel::own::Own;
use crate::kernel::page::Page;
use crate::kernel::visit::Visit;
use crate::kernel::weighed::{self, Weighed};
use askama::Template;

#[derive(Template)]
#[template(path = "accounts/unlock.html")]
struct Unlock<'v> {
    page: Page<'v>,
    form: Form<'v>,
    to: String,
}

/// The cover over a page that was left alone; who is behind it, and nothing else. A lent device is unlocked here too.
pub fn locked(visit: &Visit) -> Answer {
    Own::open(visit)?;
    let lent_for = visit.viewer()?.kiosk().map(|kiosk| kiosk.address().to_owned());
    let to = lent_for.unwrap_or_else(|| visit.query("to").unwrap_or_default().to_owned());
    Response::page(&Unlock { page: Page::of(visit), form: Form::typed(visit, "Odemknutí"), to })
}

/// The password of whoever is signed in.
pub fn weigh(visit: &Visit) -> Result<Weighed, Failure> {
    let own = Own::open(visit)?;
    if let Some(seconds) = sign_in::must_wait(&own, visit.now(), &at_the_screen(visit)?)? {
        return Ok(Weighed::Wait(seconds));
    }
    let account = sign_in::own_account(&own)?;
    let is_known = weighed::verify(visit.field("password"), account.as_ref().map(|one| one.password_hash.as_str()));
    Ok(if is_known { Weighed::Known(own.worker()) } else { Weighed::Unknown })
}

pub(super) fn at_the_screen(visit: &Visit) -> Result<Attempt, Failure> {
    Ok(Attempt::at_the_screen(visit.viewer()?.session()))
}

/// Back to where the work was left.
pub fn unlock<'v>(visit: &'v Visit<'v>, pen: Pen<'v>) -> Answer {
    let own = Own::open(visit)?;
    let session = visit.viewer()?.session();
    let mut change = pen.change(&own)?;
    match visit.weighed() {
        Some(Weighed::Known(_)) => {}
        Some(Weighed::Wait(seconds)) => return Err(refused(visit, wait(*seconds))),
        _ => {
            sign_in::count_failure(&mut change, &at_the_screen(visit)?)?;
            change.commit(Entry::about(session, "nezdařené odemknutí"));
            let Failure::Invalid(answer) = refused(visit, "Heslo nesouhlasí. Zkuste to znovu".to_owned()) else {
                return Err(Failure::Absent);
            };
            return Ok(*answer);
        }
    }
    sign_in::forgive(&mut change, &at_the_screen(visit)?)?;
    sessions::unlock(&mut change, session)?;
    let Some(lent) = visit.viewer()?.kiosk() else {
        change.commit(Entry::about(session, "odemknutí"));
        return Ok(Response::see_other(ours(visit.field("to"))));
    };
    kiosk::came_back(&mut change, &lent)?;
    change.commit(Entry::about(session, "odemknutí předaného zařízení"));
    // The page that was lent knows where its worker goes on.
    Ok(Response::see_other(lent.address()))
}

fn refused(visit: &Visit, why: String) -> Failure {
    let mut form = Form::typed(visit, "Odemknutí");
    form.problem("password", why);
    Response::form_again(&Unlock { page: Page::of(visit), form, to: visit.field("to").to_owned() })
}

/// Only an address of this house; anything else leads to its first page.
fn ours(to: &str) -> &str {
    let is_ours = to.starts_with('/') && !to.starts_with("//") && !to.contains('\\') && !to.contains(char::is_control);
    if is_ours { to } else { "/" }
}

/// From now on for another service of mine, or under my mandate.
pub fn work_for<'v>(visit: &'v Visit<'v>, pen: Pen<'v>) -> Answer {
    let own = Own::open(visit)?;
    let service: Option<ServiceId> = match visit.field("to") {
        "mandate" => None,
        id => Some(id.parse().map_err(|_| Failure::Absent)?),
    };
    let mut places = places::all(&own, own.worker())?.into_iter();
    let place = places.find(|place| place.service == service).ok_or(Failure::Absent)?;
    let session = visit.viewer()?.session();
    let mut change = pen.change(&own)?;
    sessions::work_for(&mut change, session, service)?;
    change.commit(Entry::about(session, "práce za jinou službu"));
    Ok(Response::see_other_saying(place.first_page(), "service"))
}

/// Ends this session.
pub fn leave<'v>(visit: &'v Visit<'v>, pen: Pen<'v>) -> Answer {
    let own = Own::open(visit)?;
    let mut change = pen.change(&own)?;
    let session = visit.viewer()?.session();
    sessions::end(&mut change, session)?;
    change.commit(Entry::about(session, "odhlášení"));
    Ok(Response::see_other("/sign-in").with_cookie(Cookie::Clear))
}

/// Ends all my sessions, or with `others` all but this one.
pub fn leave_everywhere<'v>(visit: &'v Visit<'v>, pen: Pen<'v>) -> Answer {
    let own = Own::open(visit)?;
    let only_others = visit.field("others") == "yes";
    let here = visit.viewer()?.session();
    let mut change = pen.change(&own)?;
    sessions::end_all(&mut change, own.worker(), if only_others { here } else { SessionId::default() })?;
    if only_others {
        change.commit(Entry::about(here, "odhlášení ostatních zařízení"));
        return Ok(Response::see_other_saying("/profile", "signed_out_elsewhere"));
    }
    change.commit(Entry::about(here, "odhlášení všude"));
    Ok(Response::see_other("/sign-in").with_cookie(Cookie::Clear))
}
