//! One record with its versions and addenda.

use super::super::chosen_of;
use super::super::entry::{self, Context, Part};
use super::super::store;
use super::super::store::read::{self, Row, Version};
use super::correct;
use crate::folders::{self, FolderHead};
use crate::kernel::answer::{Answer, Response};
use crate::kernel::change::Pen;
use crate::kernel::failure::Failure;
use crate::kernel::folder::Folder;
use crate::kernel::form::Form;
use crate::kernel::format_cs;
use crate::kernel::id::ActivityId;
use crate::kernel::journal::Entry;
use crate::kernel::messages_cs::InCzech;
use crate::kernel::page::Page;
use crate::kernel::visit::Visit;
use askama::Template;
use rules::access::{Act, Mask, Tie};
use rules::activity::{Edit, Kind};
use rules::record_text::RecordText;

/// How a record once stood.
struct Earlier {
    heading: String,
    what: String,
    parts: Vec<Part>,
}

#[derive(Template)]
#[template(path = "record/one.html")]
struct One<'v> {
    page: Page<'v>,
    folder: FolderHead,
    form: Form<'v>,
    entry: entry::Entry,
    earlier: Vec<Earlier>,
    back: String,
    edit: String,
    edit_until: String,
    strike: String,
    addendum: String,
}

/// A record of the folder that the viewer may read: a peer mentor reads his own notes only.
pub fn readable(folder: &Folder, id: ActivityId) -> Result<Row, Failure> {
    let row = read::record(folder, id)?.ok_or(Failure::Absent)?;
    let is_his = row.worker_id == folder.viewer()?;
    if folder.mask() == Mask::Whole || is_his { Ok(row) } else { Err(Failure::Absent) }
}

/// The author, the key worker and the head may strike out a record or an introductory consultation.
pub fn may_strike(folder: &Folder, row: &Row) -> Result<bool, Failure> {
    let holds = matches!(folder.tie(), Tie::KeyWorker | Tie::ServiceHead);
    let is_record = chosen_of(row).is_some() || row.kind == Kind::IntroConsultation;
    Ok(is_record && row.struck_reason.is_none() && (holds || folder.viewer()? == row.worker_id))
}

fn earlier(version: Version) -> Earlier {
    let text = |field: Option<String>| field.unwrap_or_default();
    let record = RecordText {
        course: text(version.course),
        statement: text(version.statement),
        observation: text(version.observation),
        reasoning: text(version.reasoning),
        agreement: text(version.agreed),
    };
    let when = format_cs::weekday_moment(version.starts_at);
    Earlier {
        heading: format!(
            "{}.\u{a0}znění: {}, {}",
            version.version,
            version.author,
            format_cs::moment(version.recorded_at)
        ),
        what: format!("{when}, {}, {}, {}", format_cs::minutes(version.minutes), version.kind.cs(), version.form.cs()),
        parts: entry::parts(&record),
    }
}

fn template<'v>(visit: &'v Visit<'v>, folder: &Folder, row: &Row, form: Form<'v>) -> Result<One<'v>, Failure> {
    let context = Context::of(folder)?;
    let path = |page: &str| folder.path(&format!("/records/{}{page}", row.id));
    let is_open = chosen_of(row).is_some() && row.struck_reason.is_none();
    let until = match correct::standing(folder, row)? {
        Edit::Allowed { until } if is_open => Some(until),
        Edit::Allowed { .. } | Edit::AddendumOnly | Edit::NotTheAuthor => None,
    };
    let may_strike = may_strike(folder, row)?;
    let versions = if row.version > 1 { read::versions(folder, row.id)? } else { Vec::new() };
    Ok(One {
        page: Page::of(visit),
        folder: folders::head(visit, folder, "timeline")?,
        form,
        entry: entry::Entry::of(folder, row, &context),
        earlier: versions.into_iter().map(earlier).collect(),
        back: folder.path("/timeline"),
        edit: if until.is_some() && folder.may(Act::CorrectRecord) { path("/edit") } else { String::new() },
        edit_until: until.map_or_else(String::new, format_cs::weekday_date),
        strike: if may_strike && folder.may(Act::CorrectRecord) { path("/strike-out") } else { String::new() },
        addendum: if row.struck_reason.is_none() && !folder.is_past() { path("/addendum") } else { String::new() },
    })
}

pub fn page(visit: &Visit) -> Answer {
    let folder = Folder::open(visit)?;
    let row = readable(&folder, visit.path("activity")?)?;
    let form = Form::blank(visit, "Dodatek k zápisu")?;
    Response::page(&template(visit, &folder, &row, form)?)
}

/// Adds to a record: below it, under the name of whoever adds.
pub fn add<'v>(visit: &'v Visit<'v>, pen: Pen<'v>) -> Answer {
    let folder = Folder::open(visit)?;
    let row = readable(&folder, visit.path("activity")?)?;
    if row.struck_reason.is_some() {
        return Err(Failure::refused("K přeškrtnutému zápisu se dodatek nepřipojuje. Napište nový zápis."));
    }
    let mut form = Form::typed(visit, "Dodatek k zápisu");
    let text = form.required("text", "Napište, co k zápisu doplňujete");
    if !form.is_settled() {
        return Err(Response::form_again(&template(visit, &folder, &row, form)?));
    }
    let mut change = pen.change(&folder)?;
    store::write_addendum(&mut change, folder.id(), row.id, &text)?;
    change.commit(Entry::about(row.id, "dodatek k zápisu").resting_on("R-141"));
    Ok(Response::see_other_saying(&folder.path(&format!("/records/{}", row.id)), "addendum"))
}
