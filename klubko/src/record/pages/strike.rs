//! Striking a record out: with a reason, and still readable.

use super::super::store;
use super::super::store::read::Row;
use super::one::{may_strike, readable};
use crate::kernel::answer::{Answer, Response};
use crate::kernel::change::Pen;
use crate::kernel::failure::Failure;
use crate::kernel::folder::Folder;
use crate::kernel::form::Form;
use crate::kernel::format_cs;
use crate::kernel::journal::Entry;
use crate::kernel::messages_cs::InCzech;
use crate::kernel::page::Page;
use crate::kernel::visit::Visit;
use crate::tasks;
use askama::Template;
use rules::activity::Kind;
use rules::rule::Rule;

#[derive(Template)]
#[template(path = "record/strike.html")]
struct Strike<'v> {
    page: Page<'v>,
    form: Form<'v>,
    client: String,
    number: String,
    what: String,
    back: String,
    action: String,
}

fn template<'v>(visit: &'v Visit<'v>, folder: &Folder, row: &Row, form: Form<'v>) -> Strike<'v> {
    Strike {
        page: Page::of(visit),
        form,
        client: folder.name(),
        number: folder.number().to_owned(),
        what: format!("{}, {}, {}", format_cs::weekday_moment(row.starts_at), row.kind.cs(), row.author),
        back: folder.path(&format!("/records/{}", row.id)),
        action: folder.path(&format!("/records/{}/strike-out", row.id)),
    }
}

fn strikable(visit: &Visit, folder: &Folder) -> Result<Row, Failure> {
    let row = readable(folder, visit.path("activity")?)?;
    if may_strike(folder, &row)? {
        return Ok(row);
    }
    Err(Failure::refused("Zápis může přeškrtnout jeho autor, klíčový pracovník nebo vedoucí služby, a jen jednou."))
}

pub fn page(visit: &Visit) -> Answer {
    let folder = Folder::open(visit)?;
    let row = strikable(visit, &folder)?;
    Response::page(&template(visit, &folder, &row, Form::blank(visit, "Přeškrtnutí zápisu")?))
}

pub fn save<'v>(visit: &'v Visit<'v>, pen: Pen<'v>) -> Answer {
    let folder = Folder::open(visit)?;
    let row = strikable(visit, &folder)?;
    let mut form = Form::typed(visit, "Přeškrtnutí zápisu");
    let reason = form.required("reason", "Napište, proč zápis přeškrtáváte");
    if !form.is_settled() {
        return Err(Response::form_again(&template(visit, &folder, &row, form)));
    }
    let mut change = pen.change(&folder)?;
    store::strike_out(&mut change, folder.id(), row.id, &reason)?;
    if row.kind == Kind::IntroConsultation && !store::has_other_consultation(&folder, row.id)? {
        // The term began with the consultation: without it nothing waits.
        tasks::settle(&mut change, folder.id(), Rule::R029, "konzultace je přeškrtnutá")?;
    }
    change.commit(Entry::about(row.id, "zápis přeškrtnut").resting_on("R-141"));
    Ok(Response::see_other_saying(&folder.path("/timeline"), "struck_out"))
}
