//! One request from the session to the answer.

use crate::kernel::answer::{Answer, Response};
use crate::kernel::change::Pen;
use crate::kernel::clock::{self, Clock};
use crate::kernel::compare;
use crate::kernel::db::Unit;
use crate::kernel::draft::{self, Keepsake};
use crate::kernel::failure::Failure;
use crate::kernel::id::SessionId;
use crate::kernel::journal::Line;
use crate::kernel::kiosk;
use crate::kernel::past;
use crate::kernel::route::{Handler, Route};
use crate::kernel::seeded;
use crate::kernel::viewer::Viewer;
use crate::kernel::visit::{Ledger, Request, Visit};
use crate::{params, record};
use rules::access::{Act, Scope};
use std::cell::Cell;
use std::panic::{AssertUnwindSafe, catch_unwind};
use uuid::Uuid;

/// A session is touched at most once in a minute.
const TOUCH: i64 = 60_000;

/// What came of a request.
pub(super) struct Attended {
    pub(super) response: Response,
    pub(super) looks: Vec<Line>,
    pub(super) deeds: Vec<Line>,
    /// The rows written may stay.
    pub(super) stays: bool,
    /// Nothing of the round can be settled now.
    pub(super) halt: Option<Halt>,
    /// Somebody was faster: the two versions are to be compared.
    pub(super) overtaken: bool,
    pub(super) keepsake: Option<Box<Keepsake>>,
    pub(super) touch: Option<(SessionId, i64)>,
}

/// Why a whole round stops: the database itself is in trouble, not this request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Halt {
    /// Another transaction was in the way.
    Again,
    /// No room is left.
    Full,
    /// The database went away.
    Lost,
}

impl Halt {
    fn of(failure: &Failure) -> Option<Self> {
        match failure {
            Failure::Again => Some(Self::Again),
            Failure::Full => Some(Self::Full),
            Failure::Unreachable(_) => Some(Self::Lost),
            _ => None,
        }
    }
}

impl From<Halt> for Failure {
    fn from(halt: Halt) -> Self {
        match halt {
            Halt::Again => Self::Again,
            Halt::Full => Self::Full,
            Halt::Lost => Self::Unreachable("lost in the middle of a request".to_owned()),
        }
    }
}

/// Attends to a request; a panic is our failure, not the thread's end.
pub(super) fn attend(unit: &Unit, route: &Route, request: &Request, clock: &Clock) -> Attended {
    let decided = compare::decided(&request.form).filter(|_| route.is_form());
    let decided = decided.map(|form| Request { form, sent: Some(request.form.clone()), ..request.clone() });
    run(unit, route, decided.as_ref().unwrap_or(request), clock, |visit| {
        let answer = catch_unwind(AssertUnwindSafe(|| match route.handler() {
            Handler::Page(page) => compare(visit, page(visit)?).map(|page| past::stay(visit, page)),
            Handler::Form(form) | Handler::Weighed(_, form) | Handler::Upload(_, form) => once(visit, form),
            Handler::Keep(form) => form(visit, Pen::new(visit)),
            Handler::Print(_) | Handler::Probe => Err(Failure::Broken("not attended to here".to_owned())),
        }));
        answer.unwrap_or_else(|_| Err(Failure::Broken(format!("panic in {}", route.path()))))
    })
}

/// Prepares the visit, asks `work`, and turns its answer into what came of it.
pub(super) fn run(
    unit: &Unit,
    route: &Route,
    request: &Request,
    clock: &Clock,
    work: impl for<'v> FnOnce(&'v Visit<'v>) -> Answer,
) -> Attended {
    let now = clock.now();
    let today = clock::day_of(now);
    let viewer = match request.session.as_deref().map(|token| Viewer::of_session(unit, token, now, today)) {
        None | Some(Err(Failure::SignInFirst)) => None,
        Some(Ok(viewer)) => Some(viewer),
        Some(Err(failure)) => return Attended::failed(failure),
    };
    let ledger = Ledger::default().into();
    let visit = Visit { request, act: route.act(), unit, viewer, now, today, ledger, past: Cell::new(None) };
    let answer = may_enter(&visit, route).and_then(|()| work(&visit));
    Attended::of(&visit, route, answer)
}

/// A device in the client's hands, a locked screen and a form made for another service go no further than here.
fn may_enter(visit: &Visit<'_>, route: &Route) -> Result<(), Failure> {
    let Some(viewer) = &visit.viewer else {
        return if route.act().scope() == Scope::Anybody { Ok(()) } else { Err(Failure::SignInFirst) };
    };
    kiosk::stays_inside(visit, route)?;
    let is_exempt = route.act().scope() == Scope::Anybody
        || matches!(route.act(), Act::Unlock | Act::SignOut)
        || matches!(route.handler(), Handler::Keep(_));
    if viewer.is_locked(visit.now) && !is_exempt && !seeded::leaves_out("locked_screen") {
        return Err(Failure::Locked);
    }
    if viewer.must_change_password() && !matches!(route.act().scope(), Scope::Anybody | Scope::Own) {
        return Err(Failure::OneTimePassword);
    }
    let made_for = visit.field("service");
    let here = viewer.service().map_or_else(String::new, |service| service.to_string());
    if matches!(route.handler(), Handler::Form(_) | Handler::Upload(..)) && !made_for.is_empty() && made_for != here {
        return Err(Failure::OtherService);
    }
    Ok(())
}

impl Attended {
    pub(super) fn failed(failure: Failure) -> Self {
        let halt = Halt::of(&failure);
        let (looks, deeds) = (Vec::new(), Vec::new());
        let response = failure.into_response(None);
        Self { response, looks, deeds, stays: false, halt, overtaken: false, keepsake: None, touch: None }
    }

    fn of(visit: &Visit<'_>, route: &Route, answer: Answer) -> Self {
        let halt = answer.as_ref().err().and_then(Halt::of);
        let overtaken = matches!(answer, Err(Failure::Overtaken));
        let keeps = route.is_form() && answer.as_ref().is_err_and(Failure::keeps_text);
        let is_ok = answer.is_ok();
        let response = answer.unwrap_or_else(|failure| failure.into_response(Some(visit)));
        let Ledger { looks, deeds, is_kept, .. } = visit.ledger.take();
        let stays = is_ok && (!deeds.is_empty() || is_kept);
        let keepsake = if keeps { Keepsake::of(visit).map(Box::new) } else { None };
        let touch =
            visit.viewer.as_ref().filter(|viewer| !viewer.is_locked(visit.now) && visit.now - viewer.seen_at() > TOUCH);
        let touch = touch.map(|viewer| (viewer.session(), visit.now));
        Self { response, looks, deeds: if is_ok { deeds } else { Vec::new() }, stays, halt, overtaken, keepsake, touch }
    }
}

/// A page whose form was begun over an older version becomes the comparison of the two.
fn compare(visit: &Visit<'_>, page: Response) -> Answer {
    match visit.ledger.borrow_mut().comparing.take() {
        Some(comparing) => compare::render(visit, comparing),
        None => Ok(page),
    }
}

/// The page of an overtaken form, asked for again with what was sent. None where the form edits no version, or where
/// its page has nothing to compare any more; what is closed to him by now is absent. Looks are told either way.
pub(super) fn compare_again(unit: &Unit, request: &Request, clock: &Clock) -> (Option<Response>, Vec<Line>) {
    let Some(page) = &request.page else { return (None, Vec::new()) };
    let form = compare::decided(&request.form).unwrap_or_else(|| request.form.clone());
    let (address, path) = (page.address.clone(), page.path.clone());
    let again = Request { address, path, query: Vec::new(), form, page: None, ..request.clone() };
    let Attended { response, looks, .. } = attend(unit, &page.route, &again, clock);
    (Some(response).filter(|response| matches!(response.status, 404 | 409 | 422)), looks)
}

record! {
    struct Done { location: String }
}

/// A form sent twice acts once: the second time it is answered with where the first one led.
fn once<'v>(visit: &'v Visit<'v>, form: impl FnOnce(&'v Visit<'v>, Pen<'v>) -> Answer) -> Answer {
    let Some(viewer) = &visit.viewer else { return form(visit, Pen::new(visit)) };
    let no_token = |_| Failure::refused("Formulář nemá svůj klíč. Otevřete stránku znovu a odešlete jej ještě jednou.");
    if seeded::leaves_out("form_key") {
        return form(visit, Pen::new(visit));
    }
    let token: Uuid = visit.field("token").parse().map_err(no_token)?;
    const EARLIER: &str = "select location from form_token where token = $1 and session_id = $2";
    if let Some(done) = visit.unit.first::<Done>(EARLIER, params![token, viewer.session()])? {
        return Ok(Response::see_other(done.location));
    }
    if compare::is_open(&visit.request.form) {
        return Err(Failure::Overtaken);
    }
    let answer = form(visit, Pen::new(visit))?;
    const SPENT: &str = "insert into form_token (token, session_id, location, at) values ($1, $2, $3, $4)";
    if let Some(location) = &answer.location {
        visit.unit.run(SPENT, params![token, viewer.session(), location, visit.now])?;
        draft::settle(visit)?;
    }
    Ok(answer)
}
