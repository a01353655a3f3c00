//! Correcting one's record: a new version, for as many days as the service has set; the old version stays readable.

use super::super::chosen::Chosen;
use super::super::chosen_of;
use super::super::goals::{self, Goals};
use super::super::store;
use super::super::store::read::{self, Row};
use super::super::typed::{self, Standing};
use super::Choices;
use crate::kernel::answer::{Answer, Response};
use crate::kernel::change::Pen;
use crate::kernel::clock;
use crate::kernel::failure::Failure;
use crate::kernel::folder::Folder;
use crate::kernel::form::Form;
use crate::kernel::format_cs;
use crate::kernel::id::ActivityId;
use crate::kernel::journal::Entry;
use crate::kernel::page::Page;
use crate::kernel::settings;
use crate::kernel::visit::Visit;
use crate::{activity, drafts};
use askama::Template;
use rules::activity::{Edit, may_edit};
use rules::coded::Coded;

#[derive(Template)]
#[template(path = "record/correct.html")]
struct Correct<'v> {
    page: Page<'v>,
    form: Form<'v>,
    client: String,
    number: String,
    back: String,
    action: String,
    choices: Choices,
    is_first_text: bool,
}

fn template<'v>(
    visit: &'v Visit<'v>,
    folder: &Folder,
    (row, goals): (&Row, &Goals),
    form: Form<'v>,
) -> Result<Correct<'v>, Failure> {
    let has_agreement = activity::cooperation(folder)?.is_running();
    Ok(Correct {
        page: Page::of(visit),
        form,
        client: folder.name(),
        number: folder.number().to_owned(),
        back: folder.path(&format!("/records/{}", row.id)),
        action: folder.path(&format!("/records/{}/edit", row.id)),
        choices: Choices::of(folder, has_agreement, goals)?,
        is_first_text: !row.has_text(),
    })
}

/// Whether the viewer may correct a record now; a text that is still missing may always be written by its author.
pub fn standing(folder: &Folder, row: &Row) -> Result<Edit, Failure> {
    let days = settings::of(folder.db(), folder.service(), folder.today())?.edit_days;
    let is_author = folder.viewer()? == row.worker_id;
    let written = clock::day_of(row.begun_at);
    let today = folder.today();
    Ok(if is_author && !row.has_text() {
        Edit::Allowed { until: today }
    } else {
        may_edit(is_author, written, days, today)
    })
}

/// The record that may be corrected, or a sentence that says why not.
fn correctable(visit: &Visit, folder: &Folder) -> Result<Row, Failure> {
    let id: ActivityId = visit.path("activity")?;
    let row = super::one::readable(folder, id)?;
    if row.struck_reason.is_some() {
        return Err(Failure::refused("Přeškrtnutý zápis už nelze opravit."));
    }
    if chosen_of(&row).is_none() {
        return Err(Failure::refused("Tento záznam se opravuje v části složky, ve které vznikl."));
    }
    match standing(folder, &row)? {
        Edit::Allowed { .. } => Ok(row),
        Edit::AddendumOnly => Err(Failure::refused("Čas na opravu zápisu uplynul. Připojte k němu dodatek.")),
        Edit::NotTheAuthor => Err(Failure::refused("Zápis opravuje jen jeho autor. Můžete k němu připojit dodatek.")),
    }
}

/// The form with what stands in the record.
pub fn page(visit: &Visit) -> Answer {
    let folder = Folder::open(visit)?;
    let row = correctable(visit, &folder)?;
    let mut form = Form::blank(visit, "Oprava zápisu")?;
    form.edits(row.version);
    form.last_written(Some(row.worker_id), Some(row.recorded_at));
    let starts = clock::civil(row.starts_at);
    form.prefill("body", row.text().joined());
    form.prefill("kind", chosen_of(&row).map_or("", Coded::code));
    form.prefill("form", row.form.code());
    form.prefill("day", format_cs::date(starts.date()));
    form.prefill("time", format_cs::time(starts.time()));
    form.prefill("minutes", row.minutes.to_string());
    form.prefill("place", row.place.clone());
    if let Some(stands) = goals::stands(&folder, &row) {
        form.prefill("goal", stands.code());
    }
    for topic in read::topics(&folder, row.id)? {
        form.prefill("topics", topic);
    }
    let goals = Goals::with(&folder, &row)?;
    Response::page(&template(visit, &folder, (&row, &goals), form)?)
}

/// Writes the next version; whoever was slower keeps his text as a draft.
pub fn save<'v>(visit: &'v Visit<'v>, pen: Pen<'v>) -> Answer {
    let folder = Folder::open(visit)?;
    let row = correctable(visit, &folder)?;
    let mut form = Form::typed(visit, "Oprava zápisu");
    let typed = typed::read(&mut form, &Standing::of(&folder)?, visit.now());
    typed::want_text(&mut form, typed.as_ref());
    let goals = Goals::with(&folder, &row)?;
    let link = goals.read(&mut form);
    let Some(typed) = typed.filter(|_| form.is_settled()) else {
        return Err(Response::form_again(&template(visit, &folder, (&row, &goals), form)?));
    };
    let version = form.version();
    let mut change = pen.change(&folder)?;
    let topics = typed.topic_codes();
    let corrected = typed.activity(&folder, row.worker_id, &topics);
    activity::correct(&mut change, folder.id(), (row.id, version), &corrected)?;
    goals::relink(&mut change, &folder, (&row, version + 1), link)?;
    if !typed.text.is_empty() {
        store::write_text(&mut change, folder.id(), (row.id, version + 1), &typed.text)?;
    } else if typed.chosen == Chosen::NotReached {
        drafts::text_is_settled(&mut change, folder.id(), row.id)?;
    }
    change.commit(Entry::about(row.id, format!("zápis opraven, {}. znění", version + 1)).resting_on("R-141"));
    Ok(Response::see_other_saying(&folder.path(&format!("/records/{}", row.id)), "record"))
}
