//! What a worker sets for himself: how he is addressed, how it looks, his password, where he is signed in.

use super::password;
use super::session::at_the_screen;
use super::sign_in::wait;
use super::store::own::{self, Chosen, Profile};
use super::store::{sessions, sign_in};
use crate::kernel::answer::{Answer, Response};
use crate::kernel::change::Pen;
use crate::kernel::failure::Failure;
use crate::kernel::form::Form;
use crate::kernel::format_cs;
use crate::kernel::journal::Entry;
use crate::kernel::own::Own;
use crate::kernel::page::Page;
use crate::kernel::visit::Visit;
use crate::kernel::weighed::{self, Weighed};
use askama::Template;

#[derive(Template)]
#[template(path = "accounts/profile.html")]
struct ProfilePage<'v> {
    page: Page<'v>,
    form: Form<'v>,
    name: String,
    login: String,
    /// Device, since when, last seen, whether it is this one.
    sessions: Vec<(String, String, String, bool)>,
}

fn profile_page<'v>(visit: &'v Visit<'v>, own: &Own, mut form: Form<'v>) -> Result<ProfilePage<'v>, Failure> {
    let Profile { login, title, given_name, family_name, greeting, theme, keys_off, version, .. } = own::profile(own)?;
    form.edits(version);
    form.prefill("greeting", greeting);
    form.prefill("theme", if theme.is_empty() { "system".to_owned() } else { theme });
    form.prefill("keys_off", if keys_off { "yes" } else { "" });
    let here = visit.viewer()?.session();
    let line = |one: sessions::Mine| {
        let device = super::device::name(&one.device);
        (device, format_cs::weekday_moment(one.opened_at), format_cs::weekday_moment(one.seen_at), one.id == here)
    };
    let sessions = sessions::mine(own)?.into_iter().map(line).collect();
    let name = [title, given_name, family_name].join(" ").trim().to_owned();
    Ok(ProfilePage { page: Page::of(visit), form, name, login, sessions })
}

pub fn page(visit: &Visit) -> Answer {
    let own = Own::open(visit)?;
    Response::page(&profile_page(visit, &own, Form::blank(visit, "Můj profil")?)?)
}

pub fn choose<'v>(visit: &'v Visit<'v>, pen: Pen<'v>) -> Answer {
    let own = Own::open(visit)?;
    let mut form = Form::typed(visit, "Můj profil");
    let greeting = rules::text::tidy(&form.text("greeting"));
    if greeting.chars().count() > 40 {
        form.problem("greeting", "Oslovení je příliš dlouhé. Zkraťte ho na 40 znaků");
    }
    let theme = match form.value("theme") {
        "light" => "light",
        "dark" => "dark",
        _ => "",
    };
    let keys_off = form.ticked("keys_off");
    if !form.is_settled() {
        return Err(Response::form_again(&profile_page(visit, &own, form)?));
    }
    let mut change = pen.change(&own)?;
    let chosen = Chosen { greeting: &greeting, theme, keys_off };
    own::choose(&mut change, own.worker(), form.version(), &chosen)?;
    change.commit(Entry::about(own.worker(), "úprava profilu"));
    Ok(Response::see_other_saying("/profile", "saved"))
}

#[derive(Template)]
#[template(path = "accounts/password.html")]
struct PasswordPage<'v> {
    page: Page<'v>,
    form: Form<'v>,
    is_one_time: bool,
}

fn password_page<'v>(visit: &'v Visit<'v>, own: &Own, form: Form<'v>) -> Result<PasswordPage<'v>, Failure> {
    Ok(PasswordPage { page: Page::of(visit), form, is_one_time: own::profile(own)?.is_one_time })
}

pub fn password(visit: &Visit) -> Answer {
    let own = Own::open(visit)?;
    Response::page(&password_page(visit, &own, Form::typed(visit, "Změna hesla"))?)
}

/// The old password first; only then is the new one hashed.
pub fn weigh(visit: &Visit) -> Result<Weighed, Failure> {
    let own = Own::open(visit)?;
    if let Some(seconds) = sign_in::must_wait(&own, visit.now(), &at_the_screen(visit)?)? {
        return Ok(Weighed::Wait(seconds));
    }
    let account = sign_in::own_account(&own)?;
    if !weighed::verify(visit.field("password"), account.as_ref().map(|one| one.password_hash.as_str())) {
        return Ok(Weighed::Unknown);
    }
    match flaw(visit, &own)? {
        Some(_) => Ok(Weighed::Known(own.worker())),
        None => Ok(Weighed::NewHash(weighed::hash(visit.field("new_password"))?)),
    }
}

/// What is wrong with the new password, and in which field.
fn flaw(visit: &Visit, own: &Own) -> Result<Option<(&'static str, String)>, Failure> {
    let new = visit.field("new_password");
    if new == visit.field("password") {
        return Ok(Some(("new_password", "Nové heslo je stejné jako dosavadní. Zvolte jiné".to_owned())));
    }
    let Profile { login, given_name, family_name, .. } = own::profile(own)?;
    let around = own::words_around(own, own.worker())?;
    let own_words = [login, given_name, family_name].into_iter().chain(around).collect::<Vec<_>>();
    Ok(password::flaw(new, visit.field("new_password_again"), &own_words))
}

/// Changes the password and signs out everywhere else.
pub fn change_password<'v>(visit: &'v Visit<'v>, pen: Pen<'v>) -> Answer {
    let own = Own::open(visit)?;
    let mut change = pen.change(&own)?;
    let mut form = Form::typed(visit, "Změna hesla");
    match visit.weighed() {
        Some(Weighed::NewHash(hash)) => {
            own::set_password(&mut change, own.worker(), hash, false)?;
            sessions::end_all(&mut change, own.worker(), visit.viewer()?.session())?;
            sign_in::forgive(&mut change, &at_the_screen(visit)?)?;
            change.commit(Entry::about(own.worker(), "změna hesla"));
            return Ok(Response::see_other_saying("/profile", "password"));
        }
        Some(Weighed::Wait(seconds)) => form.problem("password", wait(*seconds)),
        Some(Weighed::Known(_)) => {
            if let Some((field, text)) = flaw(visit, &own)? {
                form.problem(field, text);
            }
        }
        _ => {
            sign_in::count_failure(&mut change, &at_the_screen(visit)?)?;
            change.commit(Entry::about(own.worker(), "nezdařená změna hesla"));
            form.problem("password", "Dosavadní heslo nesouhlasí. Napište ho znovu");
            return Ok(Response { status: 422, ..Response::page(&password_page(visit, &own, form)?)? });
        }
    }
    Err(Response::form_again(&password_page(visit, &own, form)?))
}
