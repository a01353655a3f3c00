//! Filing an item under another topic of the same consent: who may read it follows from the topic that it has now, at each
//! read (D20).

use crate::crossing::{self, Rests, Sent};
use crate::folders::{self, FolderHead};
use crate::kernel::answer::{Answer, Response};
use crate::kernel::change::Pen;
use crate::kernel::failure::Failure;
use crate::kernel::folder::Folder;
use crate::kernel::form::Form;
use crate::kernel::id::{ItemId, StatementId};
use crate::kernel::journal::Entry;
use crate::kernel::page::Page;
use crate::kernel::visit::Visit;
use askama::Template;

const TITLE: &str = "Přeřazení k jinému tématu";
const OVER: &str =
    "Tato informace už sdílená není. Přeřadit jde jen to, co druhá služba vidí nebo by podle souhlasu mohla.";
const ON_LAW: &str = "Tato informace je sdílená ze zákona a k žádnému tématu souhlasu nepatří.";
const ONE_TOPIC: &str = "Souhlas, podle kterého je tato informace sdílená, má jen toto téma. Přeřadit ji není kam.";

#[derive(Template)]
#[template(path = "sharing/refile.html")]
struct RefilePage<'v> {
    page: Page<'v>,
    folder: FolderHead,
    form: Form<'v>,
    one: Item,
    action: String,
    back: String,
}

/// The item as the page needs it.
struct Item {
    id: ItemId,
    version: i64,
    consent: StatementId,
    title: String,
    topic: String,
    service: String,
    /// The other topics of its consent that let it cross today.
    topics: Vec<(String, String)>,
}

/// Whether somebody may be offered to file it elsewhere.
pub(super) fn may_move(one: &Sent, at: i64) -> bool {
    !one.topic.is_empty() && matches!(one.rests(at), Rests::InForce | Rests::OutsideTopics)
}

fn asked_for(visit: &Visit, folder: &Folder) -> Result<Item, Failure> {
    let id: ItemId = visit.path("shared")?;
    let one = crossing::sent(folder)?.into_iter().find(|one| one.id == id).ok_or(Failure::Absent)?;
    if one.on_law().is_some() {
        return Err(Failure::refused(ON_LAW));
    }
    let consent = one.consent_id.filter(|_| may_move(&one, folder.as_of())).ok_or_else(|| Failure::refused(OVER))?;
    let of_consent = crossing::grounds(folder, one.receiver_service_id)?.into_iter();
    let others = of_consent.filter(|it| it.consent_id == consent && it.topic != one.topic);
    let topics: Vec<(String, String)> = others.map(|it| (it.topic.clone(), it.topic)).collect();
    if topics.is_empty() {
        return Err(Failure::refused(ONE_TOPIC));
    }
    let (title, topic, service) = (one.title, one.topic, one.to_service);
    Ok(Item { id, version: one.version, consent, title, topic, service, topics })
}

fn template<'v>(
    visit: &'v Visit<'v>,
    folder: &Folder,
    one: Item,
    mut form: Form<'v>,
) -> Result<RefilePage<'v>, Failure> {
    form.edits(one.version);
    Ok(RefilePage {
        page: Page::of(visit),
        folder: folders::head(visit, folder, "sharing")?,
        form,
        action: folder.path(&format!("/sharing/items/{}/topic", one.id)),
        one,
        back: folder.path("/sharing"),
    })
}

pub fn page(visit: &Visit) -> Answer {
    let folder = Folder::open(visit)?;
    let one = asked_for(visit, &folder)?;
    Response::page(&template(visit, &folder, one, Form::blank(visit, TITLE)?)?)
}

pub fn refile<'v>(visit: &'v Visit<'v>, pen: Pen<'v>) -> Answer {
    let folder = Folder::open(visit)?;
    let one = asked_for(visit, &folder)?;
    let mut form = Form::typed(visit, TITLE);
    let picked = form.value("topic").to_owned();
    let topic = one.topics.iter().find(|(known, _)| *known == picked).map(|(known, _)| known.clone());
    let Some(topic) = topic else {
        form.problem("topic", "Vyberte jiné téma téhož souhlasu");
        return Err(Response::form_again(&template(visit, &folder, one, form)?));
    };
    let mut change = pen.change(&folder)?;
    crossing::refile(&mut change, &folder, (one.id, form.version()), (one.consent, &topic))?;
    change.commit(Entry::about(one.id, "sdílená informace přeřazena k jinému tématu").resting_on("R-085"));
    Ok(Response::see_other_saying(&folder.path("/sharing"), "refiled"))
}
