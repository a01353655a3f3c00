//! Asking another service for a delimited part of the commission: at once where there is danger in delay, or at the next
//! meeting. What is needed for it goes with it, nothing more.

use super::frame::{self, Frame, Said};
use super::preview::{Preview, named};
use super::targets::{self, Target};
use crate::case_management::{Purpose, ask_about_known};
use crate::crossing::{self, NewGround, NewItem, NewPart};
use crate::folders::{self, FolderHead};
use crate::kernel::answer::{Answer, Response};
use crate::kernel::change::Pen;
use crate::kernel::failure::Failure;
use crate::kernel::folder::Folder;
use crate::kernel::form::Form;
use crate::kernel::format_cs::date;
use crate::kernel::id::{ItemId, StatementId, WorkerId};
use crate::kernel::journal::Entry;
use crate::kernel::messages_cs::InCzech;
use crate::kernel::messages_cs::sharing::part_field;
use crate::kernel::page::Page;
use crate::kernel::visit::Visit;
use crate::{documents, plan};
use askama::Template;
use jiff::civil::Date;
use rules::coded::Coded;
use rules::moment::date_typed::Leaning;
use rules::sharing::{ItemKind, PartAsked, PartRoute, check_part};
use uuid::Uuid;

const TITLE: &str = "Žádost o převzetí části zakázky";

#[derive(Template)]
#[template(path = "sharing/ask.html")]
struct AskPage<'v> {
    page: Page<'v>,
    folder: FolderHead,
    form: Form<'v>,
    frame: Frame,
    routes: Vec<(&'static str, String)>,
    goals: Vec<(String, String)>,
    action: String,
}

/// Goals of the plan to which the step „řešeno ve spolupráci s …“ may belong.
fn goals(folder: &Folder) -> Result<Vec<(String, String)>, Failure> {
    let goals = plan::goal_choices(folder)?.into_iter().filter(|one| one.step.is_none());
    Ok(goals.map(|one| (one.goal.to_string(), one.text)).collect())
}

fn template<'v>(
    visit: &'v Visit<'v>,
    folder: &Folder,
    targets: &[Target],
    (form, preview): (Form<'v>, Option<Preview>),
) -> Result<AskPage<'v>, Failure> {
    let said = Said {
        heading: "Požádat o převzetí části zakázky",
        intro: "Druhá služba uvidí jen tuto žádost a dokument, který k ní přiložíte.",
        send: "Odeslat žádost",
        without: "Klient zatím nesouhlasí se sdílením s žádnou službou. Bez souhlasu se žádat nedá.",
    };
    Ok(AskPage {
        page: Page::of(visit),
        folder: folders::head(visit, folder, "sharing")?,
        form,
        frame: Frame::of(folder, targets, said, (targets::open_people(targets), documents::options(folder)?, preview))?,
        routes: PartRoute::ALL.iter().map(|one| (one.code(), one.cs().into_owned())).collect(),
        goals: goals(folder)?,
        action: folder.path("/sharing/parts"),
    })
}

pub fn page(visit: &Visit) -> Answer {
    let folder = Folder::open(visit)?;
    let targets = targets::targets(&folder)?;
    let form = Form::blank(visit, TITLE)?;
    Response::page(&template(visit, &folder, &targets, (form, None))?)
}

struct Typed<'t> {
    chosen: targets::Chosen<'t>,
    receivers: Vec<WorkerId>,
    route: PartRoute,
    part: String,
    reason: String,
    deadline: Option<Date>,
    data: String,
    document: Option<(Uuid, String)>,
    goal: Option<StatementId>,
}

fn read<'t>(form: &mut Form, folder: &Folder, targets: &'t [Target]) -> Result<Option<Typed<'t>>, Failure> {
    let chosen = targets::chosen(form, targets);
    let receivers = chosen.as_ref().map(|one| one.target.ticked(form)).unwrap_or_default();
    let route: Option<PartRoute> = form.choice("route", "Zvolte, jestli to spěchá, nebo počká na poradu");
    let (part, reason) = (form.text("part"), form.text("reason"));
    let deadline = form.date_or_none("deadline", Leaning::Future);
    let data = form.text("data");
    let (picked, goal) = (form.value("document").to_owned(), form.value("goal").to_owned());
    if let Some(route) = route {
        let asked = PartAsked { route, part: &part, reason: &reason, deadline, is_consented: chosen.is_some() };
        let said = check_part(&asked).into_iter().filter(|block| form.error(part_field(*block)).is_none());
        said.collect::<Vec<_>>().into_iter().for_each(|block| form.problem(part_field(block), block.cs()));
    }
    if let Some(chosen) = &chosen {
        ask_about_known(form, folder, Purpose::Ask { topic: &chosen.topic })?;
    }
    let documents = documents::options(folder)?;
    let document = documents.into_iter().find(|(id, _)| *id == picked);
    let goal = goals(folder)?.into_iter().find(|(id, _)| *id == goal).and_then(|(id, _)| id.parse().ok());
    let (Some(chosen), Some(route), true) = (chosen, route, form.is_settled()) else { return Ok(None) };
    let document = document.and_then(|(id, title)| Some((id.parse().ok()?, title)));
    Ok(Some(Typed { chosen, receivers, route, part, reason, deadline, data, document, goal }))
}

impl Typed<'_> {
    /// Word for word what the other service reads first.
    fn body(&self, folder: &Folder) -> String {
        let mut lines = vec![format!("Klient: {}", folder.name()), format!("Žádáme o: {}", self.part)];
        if !self.reason.is_empty() {
            lines.push(format!("Proč to nepočká: {}", self.reason));
        }
        lines.extend(self.deadline.map(|day| format!("Termín: {}", date(day))));
        if !self.data.is_empty() {
            lines.push(format!("Potřebné údaje: {}", self.data));
        }
        lines.join("\n")
    }

    fn preview(&self, folder: &Folder) -> Preview {
        let body = self.body(folder);
        Preview {
            service: self.chosen.target.name.clone(),
            people: named(&self.chosen.target.people, &self.receivers),
            rests: format!("téma {}", self.chosen.topic),
            title: self.part.clone(),
            marks: Preview::marks_in(&body),
            body,
            document: self.document.as_ref().map(|(_, title)| title.clone()).unwrap_or_default(),
        }
    }
}

pub fn ask<'v>(visit: &'v Visit<'v>, pen: Pen<'v>) -> Answer {
    let folder = Folder::open(visit)?;
    let targets = targets::targets(&folder)?;
    let mut form = Form::typed(visit, TITLE);
    let Some(typed) = read(&mut form, &folder, &targets)? else {
        return Err(Response::form_again(&template(visit, &folder, &targets, (form, None))?));
    };
    let seen = typed.preview(&folder);
    if !frame::was_seen(&mut form, &seen) {
        return Err(Response::form_again(&template(visit, &folder, &targets, (form, Some(seen)))?));
    }
    let mut change = pen.change(&folder)?;
    let ground = NewGround::Consent { id: typed.chosen.consent, topic: &typed.chosen.topic };
    let to = typed.chosen.target.id;
    let mut items: Vec<ItemId> = Vec::new();
    let whole = NewItem {
        kind: ItemKind::Part,
        to,
        receivers: &typed.receivers,
        source: None,
        title: &typed.part,
        body: &seen.body,
        attachment: None,
        ground,
    };
    if let Some((document, title)) = &typed.document {
        let (kind, attachment) = (ItemKind::Document, Some(*document));
        let with = NewItem { kind, source: attachment, title, body: "", attachment, ..whole };
        items.push(crossing::share(&mut change, &folder, &with)?);
    }
    let id = crossing::share(&mut change, &folder, &whole)?;
    let part = NewPart {
        item: id,
        to,
        client: (folder.given_name(), folder.family_name()),
        part: &typed.part,
        route: typed.route,
        reason: &typed.reason,
        deadline_on: typed.deadline,
        goal: typed.goal,
        items: &items,
    };
    crossing::part(&mut change, &folder, &part)?;
    form.keep_reasons(&mut change, Some(folder.id()), "shared_item", id)?;
    let what = format!("žádost o část zakázky, služba {}", typed.chosen.target.mark);
    change.commit(Entry::about(id, what).resting_on("R-095"));
    Ok(Response::see_other_saying(&folder.path("/sharing"), "part_asked"))
}
