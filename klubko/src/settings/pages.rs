//! The settings of one service, for its head: numbers of the methodology, dated, and what the service says of itself.

use super::numbers::{self, Field};
use super::store::{self, numbers::Was};
use super::{ServiceProfile, starting};
use crate::kernel::answer::{Answer, Response};
use crate::kernel::change::Pen;
use crate::kernel::desk::Desk;
use crate::kernel::failure::Failure;
use crate::kernel::form::Form;
use crate::kernel::format_cs;
use crate::kernel::journal::Entry;
use crate::kernel::page::Page;
use crate::kernel::settings;
use crate::kernel::visit::Visit;
use askama::Template;
use rules::moment::date_typed::Leaning;

#[derive(Template)]
#[template(path = "settings/settings.html")]
struct SettingsPage<'v> {
    page: Page<'v>,
    form: Form<'v>,
    fields: Vec<Field>,
    /// What, value, from when, who and when.
    history: Vec<(String, String, String, String)>,
}

fn numbers_page<'v>(visit: &'v Visit<'v>, desk: &Desk, mut form: Form<'v>) -> Result<SettingsPage<'v>, Failure> {
    numbers::prefill(&mut form, &settings::of(desk.db(), desk.service(), desk.today())?);
    form.prefill("valid_from", format_cs::date(desk.today()));
    let history = store::numbers::history(desk)?.into_iter().map(line).collect();
    Ok(SettingsPage { page: Page::of(visit), form, fields: numbers::fields(), history })
}

#[derive(Template)]
#[template(path = "settings/profile.html")]
struct ProfilePage<'v> {
    page: Page<'v>,
    form: Form<'v>,
    kinds: Vec<(String, String)>,
    forms: Vec<(String, String)>,
}

fn profile_page<'v>(visit: &'v Visit<'v>, desk: &Desk, mut form: Form<'v>) -> Result<ProfilePage<'v>, Failure> {
    let (profile, version) = store::profile::of(desk)?;
    profile.prefill(&mut form);
    form.edits(version.version);
    form.last_written(version.written_by, version.written_at);
    let (kinds, forms) = (starting("service_kind"), starting("delivery_form"));
    Ok(ProfilePage { page: Page::of(visit), form, kinds, forms })
}

fn line(was: Was) -> (String, String, String, String) {
    let (what, value) = numbers::said(&was.key, &was.value);
    let who = format!("{}, {}", was.by_name, format_cs::moment(was.recorded_at));
    (what, value, format_cs::date(was.valid_from), who)
}

pub fn page(visit: &Visit) -> Answer {
    let desk = Desk::open(visit)?;
    Response::page(&numbers_page(visit, &desk, Form::blank(visit, "Nastavení")?)?)
}

pub fn profile(visit: &Visit) -> Answer {
    let desk = Desk::open(visit)?;
    Response::page(&profile_page(visit, &desk, Form::blank(visit, "Údaje služby")?)?)
}

/// Sets numbers from a day on; what was stays as it was for older records.
pub fn set_numbers<'v>(visit: &'v Visit<'v>, pen: Pen<'v>) -> Answer {
    let desk = Desk::open(visit)?;
    let mut form = Form::typed(visit, "Nastavení");
    let from = form.date("valid_from", Leaning::Future);
    if from.is_some_and(|from| from < desk.today()) {
        form.problem("valid_from", "Změna může platit nejdřív ode dneška, starší záznamy se jí neřídí");
    }
    let day = from.unwrap_or(desk.today());
    let changed = numbers::changed(&mut form, &settings::of(desk.db(), desk.service(), day)?);
    if changed.is_empty() && !form.has_problems() {
        form.problem("valid_from", "Nic se nezměnilo. Upravte hodnotu, nebo stránku opusťte");
    }
    if !form.is_settled() {
        return Err(Response::form_again(&numbers_page(visit, &desk, form)?));
    }
    let mut change = pen.change(&desk)?;
    for (key, value) in changed {
        store::numbers::set(&mut change, desk.service(), key, value, day)?;
    }
    change.commit(Entry::about(desk.service(), "změna nastavení služby"));
    Ok(Response::see_other_saying("/settings", "settings"))
}

/// Corrects what the service says about itself.
pub fn set_profile<'v>(visit: &'v Visit<'v>, pen: Pen<'v>) -> Answer {
    let desk = Desk::open(visit)?;
    let mut form = Form::typed(visit, "Údaje služby");
    let profile = ServiceProfile::read(&mut form);
    if !form.is_settled() {
        return Err(Response::form_again(&profile_page(visit, &desk, form)?));
    }
    let mut change = pen.change(&desk)?;
    store::profile::correct(&mut change, desk.service(), form.version(), &profile)?;
    change.commit(Entry::about(desk.service(), "úprava údajů služby"));
    Ok(Response::see_other_saying("/settings/profile", "service_profile"))
}
