//! Closing a part of the commission, from either side. The sender is asked what stops being shared with it, preset to all
//! (D18); what the other service wrote into its own folder stays its own (D10).

use crate::crossing::{self, Answer as Sent, Taken};
use crate::folders::{self, FolderHead};
use crate::kernel::answer::{Answer, Response};
use crate::kernel::change::Pen;
use crate::kernel::failure::Failure;
use crate::kernel::folder::Folder;
use crate::kernel::form::Form;
use crate::kernel::id::{FolderId, ItemId};
use crate::kernel::journal::Entry;
use crate::kernel::page::Page;
use crate::kernel::visit::Visit;
use askama::Template;

const TITLE: &str = "Uzavření části zakázky";

#[derive(Template)]
#[template(path = "sharing/end_part.html")]
struct EndPage<'v> {
    page: Page<'v>,
    folder: FolderHead,
    form: Form<'v>,
    part: String,
    service: String,
    items: Vec<(String, String)>,
    action: String,
    back: String,
}

/// The part as this side has it.
struct Part {
    id: ItemId,
    sender: FolderId,
    text: String,
    service: String,
    /// What was shared for it and still is; only the sender can stop it.
    items: Vec<(String, String)>,
}

fn asked_for(visit: &Visit, folder: &Folder) -> Result<Part, Failure> {
    let id: ItemId = visit.path("part")?;
    let is_open = |ended: Option<i64>| {
        if ended.is_some() { Err(Failure::refused("Tato část zakázky je už uzavřená.")) } else { Ok(()) }
    };
    if let Some(one) = crossing::parts_of(folder)?.into_iter().find(|one: &Sent| one.id == id) {
        is_open(one.ended_at)?;
        let items = crossing::items_of_part(folder, id)?;
        let text = one.delimited_part.filter(|text| !text.is_empty()).unwrap_or(one.part);
        return Ok(Part { id, sender: folder.id(), text, service: one.to_service, items });
    }
    let taken = crossing::taken(folder)?.into_iter().find(|one: &Taken| one.id == id).ok_or(Failure::Absent)?;
    is_open(taken.ended_at)?;
    let (text, service) = (taken.delimited_part, taken.from_service);
    Ok(Part { id, sender: taken.sender_folder_id, text, service, items: Vec::new() })
}

fn template<'v>(visit: &'v Visit<'v>, folder: &Folder, part: Part, form: Form<'v>) -> Result<EndPage<'v>, Failure> {
    Ok(EndPage {
        page: Page::of(visit),
        folder: folders::head(visit, folder, "sharing")?,
        form,
        action: folder.path(&format!("/sharing/parts/{}/end", part.id)),
        part: part.text,
        service: part.service,
        items: part.items,
        back: folder.path("/sharing"),
    })
}

pub fn page(visit: &Visit) -> Answer {
    let folder = Folder::open(visit)?;
    let part = asked_for(visit, &folder)?;
    let mut form = Form::blank(visit, TITLE)?;
    for (id, _) in &part.items {
        form.prefill("stops", id.clone());
    }
    Response::page(&template(visit, &folder, part, form)?)
}

pub fn end<'v>(visit: &'v Visit<'v>, pen: Pen<'v>) -> Answer {
    let folder = Folder::open(visit)?;
    let part = asked_for(visit, &folder)?;
    let mut form = Form::typed(visit, TITLE);
    let outcome = form.required("outcome", "Napište, jak to dopadlo");
    if !form.is_settled() {
        return Err(Response::form_again(&template(visit, &folder, part, form)?));
    }
    let ticked = form.all("stops");
    let stops: Vec<ItemId> = part
        .items
        .iter()
        .filter(|(id, _)| ticked.contains(&id.as_str()))
        .filter_map(|(id, _)| id.parse().ok())
        .collect();
    let far = crossing::sender_of(&folder, part.id)?;
    let mut change = pen.change(&folder)?;
    crossing::end(&mut change, (part.id, part.sender), &outcome, false)?;
    for item in stops {
        crossing::stop(&mut change, &folder, item, "část zakázky je uzavřená")?;
    }
    if let Some(far) = far {
        change.also(far.entry(Entry::about(part.id, "druhá služba uzavřela část zakázky").resting_on("R-097")));
    }
    change.commit(Entry::about(part.id, "část zakázky uzavřena").resting_on("R-097"));
    Ok(Response::see_other_saying(&folder.path("/sharing"), "saved"))
}
