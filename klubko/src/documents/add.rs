//! Adding a document: a file, what it is called, and what it belongs to. A photo of a signed paper comes from the page of
//! its consent and goes back there.

use super::store::{self, NewAttachment, Owner};
use crate::folders::{self, FolderHead};
use crate::kernel::answer::{Answer, Response};
use crate::kernel::change::Pen;
use crate::kernel::content::Prepared;
use crate::kernel::failure::Failure;
use crate::kernel::folder::Folder;
use crate::kernel::form::Form;
use crate::kernel::format_cs::bytes;
use crate::kernel::id::StatementId;
use crate::kernel::journal::Entry;
use crate::kernel::messages_cs::InCzech;
use crate::kernel::page::Page;
use crate::kernel::visit::Visit;
use crate::settings;
use askama::Template;
use rules::attachment::{Flaw, Limits};

const TITLE: &str = "Nový dokument";
const LONGEST_TITLE: usize = 120;

#[derive(Template)]
#[template(path = "documents/new.html")]
struct New<'v> {
    page: Page<'v>,
    folder: FolderHead,
    form: Form<'v>,
    action: String,
    back: String,
    /// What it belongs to, and from where one came; empty for nothing.
    belongs_to: String,
    belongs_words: &'static str,
    from: String,
    hint: String,
}

fn template<'v>(
    visit: &'v Visit<'v>,
    folder: &Folder<'v>,
    to: Option<Owner>,
    form: Form<'v>,
) -> Result<New<'v>, Failure> {
    let from = from(visit, &form);
    let (most, _) = settings::attachment_limits(folder.db())?;
    Ok(New {
        page: Page::of(visit),
        folder: folders::head(visit, folder, "documents")?,
        form,
        action: folder.path("/attachments"),
        back: back(folder, to.as_ref(), &from),
        belongs_words: to.as_ref().map_or("", words),
        belongs_to: to.map_or_else(String::new, |to| to.id.to_string()),
        from,
        hint: format!("Fotka (JPEG, PNG), PDF nebo prostý text, nejvýš {}", bytes(most)),
    })
}

fn words(owner: &Owner) -> &'static str {
    match owner.kind.as_str() {
        "consent" => "Patří k zapsanému souhlasu nebo nesouhlasu.",
        "secrecy_release" => "Patří k zapsanému zproštění mlčenlivosti.",
        _ => "Patří k podepsanému znění.",
    }
}

/// Where one came from: `consents`, or empty.
fn from(visit: &Visit, form: &Form) -> String {
    let asked = visit.query("came_from").unwrap_or_else(|| form.value("came_from"));
    if asked == "consents" { asked.to_owned() } else { String::new() }
}

fn back(folder: &Folder, to: Option<&Owner>, from: &str) -> String {
    match to {
        Some(owner) if owner.kind == "document" && from != "consents" => {
            folder.path(&format!("/documents/{}", owner.id))
        }
        Some(_) => folder.path("/consents"),
        None => folder.path("/attachments"),
    }
}

/// What is named and is no consent or signed text of this folder does not exist.
fn owner(folder: &Folder, named: &str) -> Result<Option<Owner>, Failure> {
    if named.is_empty() {
        return Ok(None);
    }
    let id: StatementId = named.parse().map_err(|_| Failure::Absent)?;
    store::owner(folder, id)?.ok_or(Failure::Absent).map(Some)
}

fn limits(folder: &Folder) -> Result<Limits, Failure> {
    let (file, all) = settings::attachment_limits(folder.db())?;
    Ok(Limits { file, all, used: store::used(folder.db())? })
}

/// How much may come in, for whoever may add to this folder.
pub fn admit(visit: &Visit) -> Result<Limits, Failure> {
    limits(&Folder::open(visit)?)
}

pub fn page(visit: &Visit) -> Answer {
    let folder = Folder::open(visit)?;
    let form = Form::blank(visit, TITLE)?;
    let named = visit.query("belongs_to").unwrap_or_else(|| form.value("belongs_to")).to_owned();
    let owner = owner(&folder, &named)?;
    Response::page(&template(visit, &folder, owner, form)?)
}

/// The prepared file, if there is still room for it: another may have been faster.
fn taken<'v>(visit: &'v Visit<'v>, folder: &Folder) -> Result<Result<&'v Prepared, Flaw>, Failure> {
    let limits = limits(folder)?;
    Ok(visit.prepared().and_then(|file| limits.leave_room(file.size().unsigned_abs()).map(|()| file)))
}

pub fn add<'v>(visit: &'v Visit<'v>, pen: Pen<'v>) -> Answer {
    let folder = Folder::open(visit)?;
    let mut form = Form::typed(visit, TITLE);
    let owner = owner(&folder, form.value("belongs_to"))?;
    let (title, note) = (form.text("title"), form.text("note"));
    if title.chars().count() > LONGEST_TITLE {
        form.problem("title", format!("Zkraťte název na {LONGEST_TITLE} znaků, zbytek napište do poznámky"));
    }
    let file = taken(visit, &folder)?;
    if let Err(flaw) = file {
        form.problem("file", flaw.cs());
    }
    let (Ok(file), true) = (file, form.is_settled()) else {
        return Err(Response::form_again(&template(visit, &folder, owner, form)?));
    };
    let back = back(&folder, owner.as_ref(), &from(visit, &form));
    let title = if title.is_empty() { file.name() } else { &title };
    let belongs_to = owner.map(|owner| owner.id);
    let mut change = pen.change(&folder)?;
    change.keep_content(file)?;
    let id = store::insert(&mut change, folder.id(), &NewAttachment { belongs_to, title, note: &note, file })?;
    let ground = if belongs_to.is_some() { "R-051" } else { "§ 88 písm. f)" };
    change.commit(Entry::about(id, "přidán dokument").resting_on(ground));
    Ok(Response::see_other_saying(&back, "attachment"))
}
