//! `/settings/templates`: the texts of a service's papers, for its head. A new version holds from a day on; what was
//! printed or signed keeps its own.

use super::kinds::{KINDS, Kind, one};
use super::{Template, in_force, store, text};
use crate::kernel::answer::{Answer, Response};
use crate::kernel::change::Pen;
use crate::kernel::desk::Desk;
use crate::kernel::failure::Failure;
use crate::kernel::form::Form;
use crate::kernel::format_cs::{date, moment};
use crate::kernel::journal::Entry;
use crate::kernel::page::Page;
use crate::kernel::visit::Visit;
use rules::moment::date_typed::Leaning;

const TITLE: &str = "Šablona textu";

/// A line of the list: title, what it is for, which version holds since when, where it is written.
struct Line {
    title: &'static str,
    what: &'static str,
    version: String,
    href: String,
}

#[derive(askama::Template)]
#[template(path = "templates/list.html")]
struct List<'v> {
    page: Page<'v>,
    lines: Vec<Line>,
}

pub fn list(visit: &Visit) -> Answer {
    let desk = Desk::open(visit)?;
    let line = |kind: &'static Kind| {
        let held = in_force(desk.db(), desk.service(), kind.code, desk.today())?;
        let href = format!("/settings/templates/{}", kind.code);
        Ok(Line { title: kind.title, what: kind.what, version: since(&held), href })
    };
    let lines = KINDS.iter().map(line).collect::<Result<_, Failure>>()?;
    Response::page(&List { page: Page::of(visit), lines })
}

fn since(held: &Template) -> String {
    let from =
        held.valid_from.map_or_else(|| "znění, které přinesl program".to_owned(), |day| format!("od {}", date(day)));
    format!("verze {}, {from}", held.version)
}

#[derive(askama::Template)]
#[template(path = "templates/one.html")]
struct One<'v> {
    page: Page<'v>,
    form: Form<'v>,
    kind: &'static Kind,
    action: String,
    /// Version, and from when, by whom.
    history: Vec<(i64, String)>,
}

impl One<'_> {
    /// `{služba}, {druh}`
    fn placeholders(&self) -> String {
        named(self.kind)
    }
}

fn named(kind: &Kind) -> String {
    kind.placeholders.iter().map(|name| format!("{{{name}}}")).collect::<Vec<_>>().join(", ")
}

fn template<'v>(visit: &'v Visit<'v>, desk: &Desk, kind: &'static Kind, form: Form<'v>) -> Result<One<'v>, Failure> {
    let said = |one: store::Version| {
        let by = one.by_name.zip(one.recorded_at).map(|(who, at)| format!(", {who}, {}", moment(at)));
        (one.version, format!("platí od {}{}", date(one.valid_from), by.unwrap_or_default()))
    };
    let history = store::versions(desk.db(), desk.service(), kind.code)?.into_iter().map(said).collect();
    let action = format!("/settings/templates/{}", kind.code);
    Ok(One { page: Page::of(visit), form, kind, action, history })
}

fn asked(visit: &Visit) -> Result<&'static Kind, Failure> {
    let code: String = visit.path("kind")?;
    one(&code).ok_or(Failure::Absent)
}

pub fn page(visit: &Visit) -> Answer {
    let desk = Desk::open(visit)?;
    let kind = asked(visit)?;
    let mut form = Form::blank(visit, TITLE)?;
    form.prefill("body", in_force(desk.db(), desk.service(), kind.code, desk.today())?.body);
    form.prefill("valid_from", date(desk.today()));
    Response::page(&template(visit, &desk, kind, form)?)
}

/// What is wrong with a text of the kind.
pub(super) fn fault(kind: &Kind, body: &str) -> Option<String> {
    let name = text::unknown(body, kind.placeholders)?;
    let known = named(kind);
    Some(match known.is_empty() {
        true => format!("Tento text žádné pole nedoplňuje. Odstraňte „{{{name}}}“"),
        false => format!("Pole „{{{name}}}“ neznáme. Použít můžete: {known}"),
    })
}

pub fn save<'v>(visit: &'v Visit<'v>, pen: Pen<'v>) -> Answer {
    let desk = Desk::open(visit)?;
    let kind = asked(visit)?;
    let mut form = Form::typed(visit, TITLE);
    let body = form.required("body", "Napište znění");
    if let Some(fault) = fault(kind, &body) {
        form.problem("body", fault);
    }
    let from = form.date("valid_from", Leaning::Future);
    if from.is_some_and(|day| day < desk.today()) {
        form.problem("valid_from", "Nové znění může platit nejdřív ode dneška");
    }
    let Some(from) = from.filter(|_| form.is_settled()) else {
        return Err(Response::form_again(&template(visit, &desk, kind, form)?));
    };
    let mut change = pen.change(&desk)?;
    store::write(&mut change, (desk.service(), kind.code), &body, from)?;
    change.commit(Entry::about(desk.service(), format!("nové znění: {}", kind.title)));
    Ok(Response::see_other_saying(&format!("/settings/templates/{}", kind.code), "saved"))
}
