//! The key worker brings his client to the meetings with another service, on a topic of the client's consent; without one in
//! force nobody is brought. He takes him off again, or the consent's end does.

use super::super::store::folder as rows;
use crate::crossing;
use crate::folders::{self, FolderHead};
use crate::kernel::answer::{Answer, Response};
use crate::kernel::change::Pen;
use crate::kernel::failure::Failure;
use crate::kernel::folder::Folder;
use crate::kernel::form::Form;
use crate::kernel::id::ServiceId;
use crate::kernel::journal::Entry;
use crate::kernel::page::Page;
use crate::kernel::visit::Visit;
use crate::settings;
use askama::Template;
use uuid::Uuid;

const TITLE: &str = "Přinést na poradu";
const NO_CONSENT: &str = "Klienta bez platného souhlasu s případovou spoluprací na poradu dvou služeb zařadit nelze. \
     O jeho situaci se můžete poradit bez jména.";

#[derive(Template)]
#[template(path = "meeting/flag.html")]
struct Flag<'v> {
    page: Page<'v>,
    folder: FolderHead,
    form: Form<'v>,
    topics: Vec<(String, String)>,
    action: String,
    back: String,
}

/// What may be talked about with whom today: (service, topic, words).
fn topics(folder: &Folder<'_>) -> Result<Vec<(ServiceId, String, String)>, Failure> {
    let mut all: Vec<(ServiceId, String, String)> = Vec::new();
    for (service, name) in other_services(folder)? {
        for one in crossing::grounds(folder, service)? {
            if all.iter().all(|(known, topic, _)| (*known, topic) != (service, &one.topic)) {
                let text = format!("{name}: {}", one.topic);
                all.push((service, one.topic, text));
            }
        }
    }
    Ok(all)
}

fn other_services(folder: &Folder<'_>) -> Result<Vec<(ServiceId, String)>, Failure> {
    let all = settings::services(folder.db())?;
    Ok(all.into_iter().filter(|one| one.id != folder.service()).map(|one| (one.id, one.name)).collect())
}

fn code((service, topic, _): &(ServiceId, String, String)) -> String {
    format!("{service}|{topic}")
}

fn template<'v>(
    visit: &'v Visit<'v>,
    folder: &Folder<'_>,
    (form, topics): (Form<'v>, &[(ServiceId, String, String)]),
) -> Result<Flag<'v>, Failure> {
    Ok(Flag {
        page: Page::of(visit),
        folder: folders::head(visit, folder, "team")?,
        form,
        topics: topics.iter().map(|one| (code(one), one.2.clone())).collect(),
        action: folder.path("/meetings/new"),
        back: folder.path("/meetings"),
    })
}

/// What may be brought: the service, its name, the topic of the consent.
type Topics = Vec<(ServiceId, String, String)>;

/// BLOCK: without a consent in force there is no topic.
fn open<'v>(visit: &'v Visit<'v>) -> Result<(Folder<'v>, Topics), Failure> {
    let folder = Folder::open(visit)?;
    let topics = topics(&folder)?;
    if topics.is_empty() { Err(Failure::refused(NO_CONSENT)) } else { Ok((folder, topics)) }
}

pub fn page(visit: &Visit) -> Answer {
    let (folder, topics) = open(visit)?;
    Response::page(&template(visit, &folder, (Form::blank(visit, TITLE)?, &topics))?)
}

pub fn bring<'v>(visit: &'v Visit<'v>, pen: Pen<'v>) -> Answer {
    let (folder, topics) = open(visit)?;
    let mut form = Form::typed(visit, TITLE);
    let chosen = topics.iter().find(|one| code(one) == form.value("topic"));
    if chosen.is_none() {
        form.problem("topic", "Vyberte téma, na které dal klient souhlas");
    }
    let request = form.required("request", "Napište, co chcete na poradě probrat");
    let (Some((service, topic, _)), true) = (chosen, form.is_settled()) else {
        return Err(Response::form_again(&template(visit, &folder, (form, &topics))?));
    };
    let mut change = pen.change(&folder)?;
    let id = rows::bring(&mut change, &folder, (*service, topic, &request))?;
    change.commit(Entry::about(id, "klient přinesen na poradu").resting_on("R-085"));
    Ok(Response::see_other_saying(&folder.path("/meetings"), "saved"))
}

pub fn end<'v>(visit: &'v Visit<'v>, pen: Pen<'v>) -> Answer {
    let folder = Folder::open(visit)?;
    let id: Uuid = visit.path("request")?;
    let request = rows::requests(&folder)?.into_iter().find(|one| one.id == id).ok_or(Failure::Absent)?;
    let mut change = pen.change(&folder)?;
    rows::take_off(&mut change, &folder, request.id)?;
    change.commit(Entry::about(id, "klient stažen z porady").resting_on("R-097"));
    Ok(Response::see_other_saying(&folder.path("/meetings"), "ended"))
}
