//! Planning somebody's visit, call or consultation, and calling it off.

use super::people;
use super::store;
use super::words::AppointmentLine;
use crate::calendar::{self, NewAppointment};
use crate::folders::{self, FolderHead};
use crate::kernel::answer::{Answer, Response};
use crate::kernel::change::Pen;
use crate::kernel::code_list;
use crate::kernel::failure::Failure;
use crate::kernel::folder::Folder;
use crate::kernel::form::Form;
use crate::kernel::format_cs;
use crate::kernel::id::AppointmentId;
use crate::kernel::journal::Entry;
use crate::kernel::page::Page;
use crate::kernel::visit::Visit;
use askama::Template;
use rules::moment::date_typed::Leaning;

#[derive(Template)]
#[template(path = "agenda/appointment.html")]
struct Planning<'v> {
    page: Page<'v>,
    folder: FolderHead,
    form: Form<'v>,
    kinds: Vec<(String, String)>,
    who: Vec<(String, String)>,
    near: Vec<(String, String)>,
    planned: Vec<AppointmentLine>,
    action: String,
    back: String,
}

fn planning<'v>(visit: &'v Visit<'v>, folder: &Folder, form: Form<'v>) -> Result<Planning<'v>, Failure> {
    let day = |ahead: i64| format_cs::date(rules::calendar::shifted(folder.today(), ahead));
    Ok(Planning {
        page: Page::of(visit),
        folder: folders::head(visit, folder, "tasks")?,
        form,
        kinds: code_list::items(folder.db(), "appointment_kind", folder.today())?,
        who: people::by_name(folder)?,
        near: vec![(day(0), "Dnes".into()), (day(1), "Zítra".into()), (day(7), "Za týden".into())],
        planned: store::planned(folder)?.iter().map(AppointmentLine::of).collect(),
        action: folder.path("/appointments"),
        back: folder.path(""),
    })
}

/// The form; it offers the viewer himself and an hour.
pub fn new(visit: &Visit) -> Answer {
    let folder = Folder::open(visit)?;
    let mut form = Form::blank(visit, "Naplánování")?;
    form.prefill("who", folder.viewer()?.to_string());
    form.prefill("minutes", "60");
    Response::page(&planning(visit, &folder, form)?)
}

/// Plans it: what is over is a record, not a plan.
pub fn plan<'v>(visit: &'v Visit<'v>, pen: Pen<'v>) -> Answer {
    let folder = Folder::open(visit)?;
    let mut form = Form::typed(visit, "Naplánování");
    let kinds = code_list::items(folder.db(), "appointment_kind", folder.today())?;
    let kind = form.value("kind").to_owned();
    if !kinds.iter().any(|(code, _)| *code == kind) {
        form.problem("kind", "Vyberte, co plánujete");
    }
    let starts_at = form.moment("day", "time", Leaning::Future);
    if starts_at.is_some_and(|at| at < visit.now()) {
        form.problem("day", "Tento čas už minul. Zvolte pozdější, nebo to, co se stalo, zapište jako zápis");
    }
    let minutes = form.minutes("minutes");
    let worker = people::worker(&mut form, &folder, "Vyberte, kdo s klientem bude")?;
    let note = form.text("note");
    let (Some(starts_at), Some(minutes), Some(worker), true) = (starts_at, minutes, worker, form.is_settled()) else {
        return Err(Response::form_again(&planning(visit, &folder, form)?));
    };
    let mut change = pen.change(&folder)?;
    let (service, kind) = (folder.service(), kind.as_str());
    let new = NewAppointment { service, folder: Some(folder.id()), worker, starts_at, minutes, kind, note: &note };
    let id = calendar::plan(&mut change, &new)?;
    change.commit(Entry::about(id, "schůzka naplánována"));
    Ok(Response::see_other_saying(&folder.path("/tasks"), "planned"))
}

/// It will not take place.
pub fn cancel<'v>(visit: &'v Visit<'v>, pen: Pen<'v>) -> Answer {
    let folder = Folder::open(visit)?;
    let id: AppointmentId = visit.path("appointment")?;
    let is_here = store::planned(&folder)?.iter().any(|one| one.id == id);
    if !is_here {
        return Err(Failure::Absent);
    }
    let version = Form::typed(visit, "Schůzka").version();
    let mut change = pen.change(&folder)?;
    calendar::cancel(&mut change, folder.id(), (id, version))?;
    change.commit(Entry::about(id, "schůzka zrušena"));
    Ok(Response::see_other_saying(&folder.path("/tasks"), "cancelled"))
}
