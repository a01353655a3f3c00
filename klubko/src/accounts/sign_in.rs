//! Signing in. The password is weighed before the writer is asked; the writer only stores the outcome.

use super::store::{places, sessions, sign_in as store};
use crate::kernel::answer::{Answer, Cookie, Response};
use crate::kernel::change::Pen;
use crate::kernel::failure::Failure;
use crate::kernel::form::Form;
use crate::kernel::format_cs;
use crate::kernel::id::SessionId;
use crate::kernel::journal::Entry;
use crate::kernel::own::Own;
use crate::kernel::page::Page;
use crate::kernel::visit::Visit;
use crate::kernel::weighed::{self, Weighed};
use askama::Template;
use store::Attempt;
use uuid::Uuid;

#[derive(Template)]
#[template(path = "accounts/sign_in.html")]
struct SignIn<'v> {
    page: Page<'v>,
    form: Form<'v>,
    people: Vec<store::DemoPerson>,
}

fn template<'v>(visit: &'v Visit<'v>, form: Form<'v>) -> Result<SignIn<'v>, Failure> {
    let own = Own::of_nobody(visit)?;
    Ok(SignIn { page: Page::of(visit), form, people: store::demo_people(&own)? })
}

/// The sign-in page; in the demo town it says who lives there.
pub fn page(visit: &Visit) -> Answer {
    Response::page(&template(visit, Form::typed(visit, "Přihlášení"))?)
}

/// Whether login and password belong together; unknown and wrong take the same time and get the same answer.
pub fn weigh(visit: &Visit) -> Result<Weighed, Failure> {
    let own = Own::of_nobody(visit)?;
    let account = store::account(&own, &rules::text::fold(visit.field("login")))?;
    if let Some(seconds) = store::must_wait(&own, visit.now(), &Attempt::at_the_door(visit))? {
        return Ok(Weighed::Wait(seconds));
    }
    let opens = account.as_ref().filter(|account| account.opens(visit.now()));
    let is_known = weighed::verify(visit.field("password"), opens.map(|account| account.password_hash.as_str()));
    Ok(account.filter(|_| is_known).map_or(Weighed::Unknown, |account| Weighed::Known(account.id)))
}

/// Opens the session, or counts the failure.
pub fn enter<'v>(visit: &'v Visit<'v>, pen: Pen<'v>) -> Answer {
    let own = Own::of_nobody(visit)?;
    let mut change = pen.change(&own)?;
    let worker = match visit.weighed() {
        Some(Weighed::Known(worker)) => *worker,
        Some(Weighed::Wait(seconds)) => return again(visit, &wait(*seconds)),
        _ => {
            store::count_failure(&mut change, &Attempt::at_the_door(visit))?;
            change.commit(Entry::about(Uuid::nil(), "nezdařené přihlášení"));
            return unauthorised(visit);
        }
    };
    let Some(place) = places::all(&own, worker)?.into_iter().next() else {
        return again(visit, "Váš účet teď není v žádné službě. Obraťte se na správce.");
    };
    store::forgive(&mut change, &Attempt::at_the_door(visit))?;
    store::forget_failures(&mut change)?;
    sessions::sweep(&mut change)?;
    let token = format!("{}{}", Uuid::new_v4().simple(), Uuid::new_v4().simple());
    let session: SessionId = sessions::open(&mut change, visit, worker, place.service, &token)?;
    change.commit(Entry::about(session, "přihlášení"));
    Ok(Response::see_other(place.first_page()).with_cookie(Cookie::Set(token)))
}

pub fn wait(seconds: i64) -> String {
    let seconds = format_cs::count(seconds, "sekundu", "sekundy", "sekund");
    format!("Bylo tu příliš mnoho nezdařených pokusů. Zkuste to znovu za {seconds}")
}

/// The failure stays counted, so this is an answer and not a refusal.
fn unauthorised(visit: &Visit) -> Answer {
    let mut form = Form::typed(visit, "Přihlášení");
    form.problem("login", "Přihlašovací jméno nebo heslo nesouhlasí. Zkontrolujte je a zkuste to znovu");
    Ok(Response { status: 422, ..Response::page(&template(visit, form)?)? })
}

fn again(visit: &Visit, why: &str) -> Answer {
    let mut form = Form::typed(visit, "Přihlášení");
    form.problem("login", why.to_owned());
    Err(Response::form_again(&template(visit, form)?))
}
