//! „Klienti“: the people of the service whom the viewer may know of. The filter stands in the address.

use crate::accounts;
use crate::folders::store::list::{self as store, Client, Filter, PAGE};
use crate::kernel::answer::{Answer, Response};
use crate::kernel::caseload::Caseload;
use crate::kernel::clock;
use crate::kernel::failure::Failure;
use crate::kernel::format_cs;
use crate::kernel::id::FolderId;
use crate::kernel::messages_cs::status as words;
use crate::kernel::page::Page;
use crate::kernel::visit::Visit;
use askama::Template;
use jiff::civil::Date;
use rules::access::{Listed, Subject, listed};
use rules::coded::Coded;
use rules::identity::Sex;
use rules::intake::Outcome;
use rules::status::{self, Facts, Status};

#[derive(Template)]
#[template(path = "folders/clients.html")]
struct Clients<'v> {
    page: Page<'v>,
    rows: Vec<Row>,
    /// Whose clients: (value, name, is it chosen).
    workers: Vec<(String, String, bool)>,
    statuses: Vec<(&'static str, &'static str, bool)>,
    /// A mentor has no filter of statuses and no column of them.
    sees_status: bool,
    is_filtered: bool,
    previous: String,
    next: String,
}

struct Row {
    name: String,
    /// Empty where only the name may be seen.
    href: String,
    number: String,
    status: Option<(&'static str, &'static str)>,
    key_worker: String,
    last_contact: String,
}

const STATUSES: &[(&str, &str)] =
    &[("contact", "nové kontakty"), ("applicant", "zájemci"), ("client", "klienti"), ("closed", "ukončená jednání")];

/// The list of clients.
pub fn page(visit: &Visit) -> Answer {
    let caseload = Caseload::open(visit)?;
    let viewer = visit.viewer()?;
    let sees_status = viewer.subject() != Subject::PeerMentor;
    let chosen = visit.query("worker").unwrap_or_default();
    let worker = if chosen == "me" { Some(viewer.worker()) } else { chosen.parse().ok() };
    let status = visit.query("status").filter(|code| sees_status && STATUSES.iter().any(|(known, _)| known == code));
    let status = status.unwrap_or_default();
    let cursor = |name: &str| visit.query(name).and_then(|folder| folder.parse().ok());
    let filter = Filter { worker, status, after: cursor("after"), before: cursor("before") };
    let mut clients = store::clients(&caseload, &filter)?;
    let (previous, next) = neighbours(&mut clients, &filter);
    let address = |key: &str, folder: Option<FolderId>| match folder {
        Some(folder) => format!("/folders?worker={chosen}&status={status}&{key}={folder}"),
        None => String::new(),
    };
    Response::page(&Clients {
        page: Page::of(visit),
        rows: clients.iter().map(|client| row(client, viewer.subject(), visit.today())).collect(),
        workers: workers(&caseload, chosen, visit.today())?,
        statuses: STATUSES.iter().map(|(code, name)| (*code, *name, *code == status)).collect(),
        sees_status,
        is_filtered: worker.is_some() || !status.is_empty(),
        previous: address("before", previous),
        next: address("after", next),
    })
}

/// Takes the row that only says that there are more; from where the neighbouring pages begin.
fn neighbours(clients: &mut Vec<Client>, filter: &Filter) -> (Option<FolderId>, Option<FolderId>) {
    let has_more = clients.len() > PAGE;
    let is_back = filter.before.is_some();
    if has_more && is_back {
        clients.remove(0);
    }
    clients.truncate(PAGE);
    let (first, last) = (clients.first().map(|one| one.id), clients.last().map(|one| one.id));
    let previous = if is_back { has_more } else { filter.after.is_some() };
    let next = if is_back { true } else { has_more };
    (first.filter(|_| previous), last.filter(|_| next))
}

fn row(client: &Client, subject: Subject, today: Date) -> Row {
    let is_whole = listed(subject, client.tie, true) == Listed::Fully;
    let is_mentor = subject == Subject::PeerMentor;
    let parts = [client.family_name.as_str(), &client.given_name];
    let name = parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ");
    let name = if client.title.is_empty() { name } else { format!("{name}, {}", client.title) };
    let last = client.last_contact.filter(|_| is_whole && !is_mentor);
    Row {
        name,
        href: if is_whole { format!("/folders/{}", client.id) } else { String::new() },
        number: if is_whole { client.number.clone() } else { String::new() },
        status: (is_whole && !is_mentor).then(|| badge(client, today)),
        key_worker: client.key_worker.clone().unwrap_or_default(),
        last_contact: last.map(|at| format_cs::relative(clock::day_of(at), today)).unwrap_or_default(),
    }
}

fn badge(client: &Client, today: Date) -> (&'static str, &'static str) {
    let facts = Facts {
        negotiation_began: client.negotiation_began,
        negotiation_closed: client.outcome.as_deref().and_then(Outcome::from_code),
        assessment_due_on: client.assessment_due_on,
        assessment_closed: client.assessment_held_on.is_some(),
        agreement_on: client.agreement_on,
        cooperation_ended_on: client.closed_on,
    };
    let status = status::status(&facts, today);
    let kind = match status {
        Status::Client => "ok",
        Status::Contact | Status::Applicant => "info",
        _ => "",
    };
    (kind, words::word(status, Sex::from_code(&client.sex)))
}

/// Whose clients can be asked for: everybody's, mine, a colleague's.
fn workers(caseload: &Caseload, chosen: &str, today: Date) -> Result<Vec<(String, String, bool)>, Failure> {
    let (unit, _) = caseload.own()?;
    let colleagues = accounts::colleagues(unit, caseload.service(), today)?;
    let colleagues = colleagues.into_iter().map(|one| (one.id.to_string(), one.name()));
    let fixed = [(String::new(), "všichni klienti".to_owned()), ("me".to_owned(), "moji klienti".to_owned())];
    let options = fixed.into_iter().chain(colleagues);
    Ok(options.map(|(value, name)| (value.clone(), name, value == chosen)).collect())
}
