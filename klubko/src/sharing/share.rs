//! Sharing one statement or one document, after its preview. There is no other way to share, and none to
//! share more at once.

use super::preview::{Preview, named};
use super::targets::{self, Target};
use crate::crossing::{self, NewGround, NewItem};
use crate::documents;
use crate::folders::{self, FolderHead};
use crate::kernel::answer::{Answer, Response};
use crate::kernel::change::Pen;
use crate::kernel::failure::Failure;
use crate::kernel::folder::Folder;
use crate::kernel::form::Form;
use crate::kernel::id::WorkerId;
use crate::kernel::journal::Entry;
use crate::kernel::page::Page;
use crate::kernel::visit::Visit;
use askama::Template;
use rules::sharing::ItemKind;
use uuid::Uuid;

const TITLE: &str = "Sdílení informace";

#[derive(Template)]
#[template(path = "sharing/share.html")]
struct SharePage<'v> {
    page: Page<'v>,
    folder: FolderHead,
    form: Form<'v>,
    topics: Vec<(String, String)>,
    people: Vec<(String, String)>,
    documents: Vec<(String, String)>,
    already: Vec<String>,
    preview: Option<Preview>,
    consent: String,
    action: String,
    back: String,
}

fn template<'v>(
    visit: &'v Visit<'v>,
    folder: &Folder,
    targets: &[Target],
    (form, preview): (Form<'v>, Option<Preview>),
) -> Result<SharePage<'v>, Failure> {
    Ok(SharePage {
        page: Page::of(visit),
        folder: folders::head(visit, folder, "sharing")?,
        form,
        topics: targets::options(targets),
        people: targets::people(targets),
        documents: documents::options(folder)?,
        already: already(folder)?,
        preview,
        consent: folder.path("/consents/case-management"),
        action: folder.path("/sharing"),
        back: folder.path("/sharing"),
    })
}

/// What the other services know already, so that nobody is asked twice.
pub(super) fn already(folder: &Folder) -> Result<Vec<String>, Failure> {
    let now = folder.as_of();
    let lasts = crossing::sent(folder)?.into_iter().filter(|one| one.rests(now) == crossing::Rests::InForce);
    Ok(lasts.map(|one| format!("{} ({}, {})", one.title, one.to_service, one.topic)).take(20).collect())
}

pub fn page(visit: &Visit) -> Answer {
    let folder = Folder::open(visit)?;
    let targets = targets::targets(&folder)?;
    let form = Form::blank(visit, TITLE)?;
    Response::page(&template(visit, &folder, &targets, (form, None))?)
}

/// What is to be shared, as typed.
struct Typed<'t> {
    chosen: targets::Chosen<'t>,
    receivers: Vec<WorkerId>,
    title: String,
    body: String,
    document: Option<Uuid>,
}

fn read<'t>(form: &mut Form, targets: &'t [Target], documents: &[(String, String)]) -> Option<Typed<'t>> {
    let chosen = targets::chosen(form, targets);
    let receivers = chosen.as_ref().map(|one| one.target.ticked(form)).unwrap_or_default();
    let title = form.required("title", "Napište, co to je, třeba „Rozhodnutí o příspěvku na péči“");
    let body = form.text("body");
    let picked = form.value("document").to_owned();
    let document = documents.iter().find(|(id, _)| *id == picked).and_then(|(id, _)| id.parse().ok());
    if body.is_empty() && document.is_none() {
        form.problem("body", "Napište sdělení, nebo vyberte jeden dokument");
    }
    if !picked.is_empty() && document.is_none() {
        form.problem("document", "Vyberte dokument z této složky");
    }
    let chosen = chosen.filter(|_| form.is_settled())?;
    Some(Typed { chosen, receivers, title, body, document })
}

fn preview(typed: &Typed, documents: &[(String, String)]) -> Preview {
    let document = documents.iter().find(|(id, _)| id.parse().ok() == typed.document);
    Preview {
        service: typed.chosen.target.name.clone(),
        people: named(&typed.chosen.target.people, &typed.receivers),
        topic: typed.chosen.topic.clone(),
        title: typed.title.clone(),
        body: typed.body.clone(),
        document: document.map(|(_, title)| title.clone()).unwrap_or_default(),
        marks: Preview::marks_in(&format!("{} {}", typed.title, typed.body)),
    }
}

pub fn share<'v>(visit: &'v Visit<'v>, pen: Pen<'v>) -> Answer {
    let folder = Folder::open(visit)?;
    let (targets, documents) = (targets::targets(&folder)?, documents::options(&folder)?);
    let mut form = Form::typed(visit, TITLE);
    let Some(typed) = read(&mut form, &targets, &documents) else {
        return Err(Response::form_again(&template(visit, &folder, &targets, (form, None))?));
    };
    let seen = preview(&typed, &documents);
    let mark = seen.digest();
    // What is sent was seen word for word: whoever changed it meanwhile sees it again.
    if form.value("previewed") != mark {
        form.restate("previewed", mark);
        return Err(Response::form_again(&template(visit, &folder, &targets, (form, Some(seen)))?));
    }
    let mut change = pen.change(&folder)?;
    let item = NewItem {
        kind: if typed.document.is_some() { ItemKind::Document } else { ItemKind::Statement },
        to: typed.chosen.target.id,
        receivers: &typed.receivers,
        source: typed.document,
        title: &typed.title,
        body: &typed.body,
        attachment: typed.document,
        ground: NewGround::Consent { id: typed.chosen.consent, topic: &typed.chosen.topic },
    };
    let id = crossing::share(&mut change, &folder, &item)?;
    change.commit(Entry::about(id, format!("sdíleno se službou {}", typed.chosen.target.mark)).resting_on("R-087"));
    Ok(Response::see_other_saying(&folder.path("/sharing"), "shared"))
}
