//! The wording of the criteria: own words, whether it is fundamental, whether it is in use, from which day. A change of the
//! decree is a change of data, made by the head of a service for the whole provider.

use super::store::criteria::{self as store, NewWording};
use super::verdicts::Wording;
use crate::kernel::answer::{Answer, Response};
use crate::kernel::change::Pen;
use crate::kernel::desk::Desk;
use crate::kernel::failure::Failure;
use crate::kernel::form::Form;
use crate::kernel::format_cs::{date, moment};
use crate::kernel::journal::Entry;
use crate::kernel::page::Page;
use crate::kernel::visit::Visit;
use askama::Template;
use rules::coded::Coded;
use rules::moment::date_typed::Leaning;
use rules::readiness::Criterion;

const TITLE: &str = "Kritérium kvality";

struct Line {
    wording: Wording,
    code: &'static str,
    since: String,
    href: String,
}

#[derive(Template)]
#[template(path = "readiness/criteria.html")]
struct List<'v> {
    page: Page<'v>,
    lines: Vec<Line>,
}

pub fn list(visit: &Visit) -> Answer {
    let desk = Desk::open(visit)?;
    let kept = store::on(desk.db(), desk.today())?;
    let line = |criterion: &Criterion| {
        let code = criterion.code();
        let written = kept.iter().find(|one| one.code == code);
        let since =
            |one: &store::Kept| format!("od {}, {}, {}", date(one.valid_from), one.by_name, moment(one.recorded_at));
        Line {
            wording: Wording::of(*criterion, &kept),
            code,
            since: written.map_or_else(|| "znění, které přinesl program".to_owned(), since),
            href: format!("/settings/criteria/{code}"),
        }
    };
    Response::page(&List { page: Page::of(visit), lines: Criterion::ALL.iter().map(line).collect() })
}

#[derive(Template)]
#[template(path = "readiness/criterion.html")]
struct One<'v> {
    page: Page<'v>,
    form: Form<'v>,
    code: &'static str,
    action: String,
    /// Words, from when and by whom.
    history: Vec<(String, String)>,
}

fn template<'v>(visit: &'v Visit<'v>, desk: &Desk, criterion: Criterion, form: Form<'v>) -> Result<One<'v>, Failure> {
    let said = |one: store::Kept| {
        let fundamental = if one.is_fundamental { ", zásadní" } else { "" };
        let unused = if one.is_used { "" } else { ", nepoužívá se" };
        (one.text, format!("od {}{fundamental}{unused}, {}", date(one.valid_from), one.by_name))
    };
    Ok(One {
        page: Page::of(visit),
        form,
        code: criterion.code(),
        action: format!("/settings/criteria/{}", criterion.code()),
        history: store::history(desk.db(), criterion)?.into_iter().map(said).collect(),
    })
}

fn asked(visit: &Visit) -> Result<Criterion, Failure> {
    let code: String = visit.path("criterion")?;
    Criterion::from_code(&code).ok_or(Failure::Absent)
}

pub fn page(visit: &Visit) -> Answer {
    let desk = Desk::open(visit)?;
    let criterion = asked(visit)?;
    let now = Wording::of(criterion, &store::on(desk.db(), desk.today())?);
    let mut form = Form::blank(visit, TITLE)?;
    form.prefill("text", now.text);
    form.prefill("valid_from", date(desk.today()));
    if now.is_fundamental {
        form.prefill("is_fundamental", "yes");
    }
    if !now.is_used {
        form.prefill("is_unused", "yes");
    }
    Response::page(&template(visit, &desk, criterion, form)?)
}

/// New words from a day on; what held until then stays, and a past day is judged by it.
pub fn save<'v>(visit: &'v Visit<'v>, pen: Pen<'v>) -> Answer {
    let desk = Desk::open(visit)?;
    let criterion = asked(visit)?;
    let mut form = Form::typed(visit, TITLE);
    let text = rules::text::tidy(&form.required("text", "Napište, co kritérium říká"));
    let from = form.date("valid_from", Leaning::Future);
    let newest = store::history(desk.db(), criterion)?.first().map(|one| one.valid_from);
    if from.zip(newest).is_some_and(|(from, newest)| from < newest) {
        form.problem("valid_from", "Od pozdějšího dne už platí novější znění. Zvolte den po něm");
    }
    let Some(valid_from) = from.filter(|_| form.is_settled()) else {
        return Err(Response::form_again(&template(visit, &desk, criterion, form)?));
    };
    let (is_fundamental, is_used) = (form.ticked("is_fundamental"), !form.ticked("is_unused"));
    let new = NewWording { criterion, text: &text, is_fundamental, is_used, valid_from };
    let mut change = pen.change(&desk)?;
    store::set(&mut change, &new)?;
    change.commit(Entry::about(desk.service(), format!("znění kritéria {}", criterion.code())));
    Ok(Response::see_other_saying("/settings/criteria", "settings"))
}
