//! `crisis/{crisis}`: the record of a crisis intervention is completed afterwards, when there is time for it.

use super::consultation::typed::read_crisis;
use super::consultation::writing::call_back;
use super::{Options, listed};
use crate::folders::{self, FolderHead};
use crate::kernel::answer::{Answer, Response};
use crate::kernel::change::Pen;
use crate::kernel::failure::Failure;
use crate::kernel::folder::Folder;
use crate::kernel::form::Form;
use crate::kernel::format_cs;
use crate::kernel::id::StatementId;
use crate::kernel::journal::Entry;
use crate::kernel::page::Page;
use crate::kernel::visit::Visit;
use crate::negotiation::store::consultation::{self as store, CrisisNow};
use askama::Template;

const TITLE: &str = "Krizová intervence";

#[derive(Template)]
#[template(path = "negotiation/crisis.html")]
struct CrisisPage<'v> {
    page: Page<'v>,
    folder: FolderHead,
    form: Form<'v>,
    threats: Options,
    follow_up: String,
    action: String,
    back: String,
}

fn template<'v>(
    visit: &'v Visit<'v>,
    folder: &Folder,
    (id, now): (StatementId, &CrisisNow),
    form: Form<'v>,
) -> Result<CrisisPage<'v>, Failure> {
    Ok(CrisisPage {
        page: Page::of(visit),
        folder: folders::head(visit, folder, "negotiation")?,
        form,
        threats: listed(folder, "threat")?,
        follow_up: now.follow_up_at.map_or_else(String::new, format_cs::weekday_moment),
        action: folder.path(&format!("/crisis/{id}")),
        back: folder.path("/negotiation"),
    })
}

pub fn page(visit: &Visit) -> Answer {
    let folder = Folder::open(visit)?;
    let id: StatementId = visit.path("crisis")?;
    let now = store::crisis(&folder, id)?.ok_or(Failure::Absent)?;
    let mut form = Form::blank(visit, TITLE)?;
    form.edits(now.version);
    form.last_written(Some(now.recorded_by), Some(now.recorded_at));
    form.prefill("threat", &now.threat);
    form.prefill("intervention", &now.intervention);
    form.prefill("safety_plan", &now.safety_plan);
    Response::page(&template(visit, &folder, (id, &now), form)?)
}

pub fn save<'v>(visit: &'v Visit<'v>, pen: Pen<'v>) -> Answer {
    let folder = Folder::open(visit)?;
    let id: StatementId = visit.path("crisis")?;
    let now = store::crisis(&folder, id)?.ok_or(Failure::Absent)?;
    let mut form = Form::typed(visit, TITLE);
    let typed = read_crisis(&mut form);
    if !form.is_settled() {
        return Err(Response::form_again(&template(visit, &folder, (id, &now), form)?));
    }
    let mut change = pen.change(&folder)?;
    let planned = match typed.follow_up.filter(|_| now.follow_up_at.is_none()) {
        Some(follow_up) => Some(call_back(&mut change, &folder, follow_up)?),
        None => None,
    };
    let crisis = store::Crisis {
        consultation: now.consultation_id,
        activity: now.activity_id,
        threat: &typed.threat,
        intervention: &typed.intervention,
        safety_plan: &typed.safety_plan,
        follow_up: planned.or(now.follow_up_id),
    };
    store::complete(&mut change, (id, form.version()), folder.id(), &crisis)?;
    change.commit(Entry::about(id, "krizová intervence doplněna").resting_on("R-025"));
    Ok(Response::see_other_saying(&folder.path("/negotiation"), "saved"))
}
