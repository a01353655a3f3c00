//! A running meeting on one page with two zones: the internal minutes, which stay here, and what goes into the folder of the
//! client who is talked about. Every look at it is in the journal.

use super::super::store::agenda::{self, Client};
use super::super::store::{meetings, outputs as rows};
use super::show::{AgendaView, view};
use super::{OutputView, about, output_view, title};
use crate::accounts;
use crate::kernel::answer::{Answer, Response};
use crate::kernel::change::{Change, Pen};
use crate::kernel::failure::Failure;
use crate::kernel::form::Form;
use crate::kernel::format_cs::moment;
use crate::kernel::id::{FolderId, ServiceId, WorkerId};
use crate::kernel::journal::Entry;
use crate::kernel::meeting::Meeting;
use crate::kernel::messages_cs::InCzech;
use crate::kernel::page::Page;
use crate::kernel::visit::Visit;
use crate::ties;
use askama::Template;
use jiff::civil::Date;
use rules::meeting::{Block, Goal, Task};
use rules::moment::date_typed::Leaning;
use rules::profession::Profession;

const TITLE: &str = "Porada";

#[derive(Template)]
#[template(path = "meeting/live.html")]
struct Live<'v> {
    page: Page<'v>,
    form: Form<'v>,
    title: String,
    about: String,
    agenda: Vec<(AgendaView, bool)>,
    /// Who is talked about: the name, the id that travels along, what was agreed so far.
    client: Option<(String, String, Vec<OutputView>)>,
    people: Vec<(String, String)>,
    /// Who wrote each wording of the minutes, and when.
    wordings: Vec<String>,
    action: String,
    path: String,
    is_open: bool,
}

/// The one of the agenda who is talked about; the first one while nobody was chosen.
fn talked_about(clients: &[Client], chosen: Option<FolderId>) -> Option<&Client> {
    clients.iter().find(|one| chosen == Some(one.folder)).or(clients.first())
}

type Person = (ServiceId, WorkerId, String);

/// Who may be given a task: those who work with clients in one of the two services and were not excluded.
fn people(meeting: &Meeting<'_>, client: Option<&Client>) -> Result<Vec<Person>, Failure> {
    let Some(client) = client else { return Ok(Vec::new()) };
    let excluded = rows::excluded(meeting, client)?;
    let mut all = Vec::new();
    for (service, name) in meeting.services() {
        for one in accounts::colleagues(meeting.db(), service, meeting.today())? {
            let is_care = matches!(
                one.profession,
                Profession::SocialWorker | Profession::DirectCareWorker | Profession::OtherSpecialist
            );
            if is_care && !excluded.contains(&one.id) {
                all.push((service, one.id, format!("{} ({name})", ties::named(&one))));
            }
        }
    }
    Ok(all)
}

fn code(one: &Person) -> String {
    format!("{}:{}", one.0, one.1)
}

fn template<'v>(
    visit: &'v Visit<'v>,
    meeting: &Meeting<'_>,
    (form, clients, chosen): (Form<'v>, &[Client], Option<FolderId>),
) -> Result<Live<'v>, Failure> {
    let client = talked_about(clients, chosen);
    let outputs = rows::of_meeting(meeting)?;
    let of_client = |one: &Client| -> Result<Vec<OutputView>, Failure> {
        outputs.iter().filter(|output| output.folder_id == one.folder).map(|it| output_view(meeting, it)).collect()
    };
    let client_view = client.map(|one| Ok::<_, Failure>((one.name.clone(), one.folder.to_string(), of_client(one)?)));
    let wording = |one: meetings::Minutes| format!("{} {}", one.recorded_by, moment(one.recorded_at));
    let is_here = |one: &Client| client.is_some_and(|client| client.folder == one.folder);
    Ok(Live {
        page: Page::of(visit),
        form,
        title: title(meeting),
        about: about(meeting),
        agenda: clients.iter().map(|one| (view(meeting, one), is_here(one))).collect(),
        client: client_view.transpose()?,
        people: people(meeting, client)?.iter().map(|one| (code(one), one.2.clone())).collect(),
        wordings: meetings::minutes(meeting)?.into_iter().map(wording).collect(),
        action: meeting.path("/live"),
        path: meeting.path(""),
        is_open: meeting.took_place().is_none(),
    })
}

/// The agenda while the meeting is open; afterwards nobody is added to.
fn clients(meeting: &Meeting<'_>) -> Result<Vec<Client>, Failure> {
    if meeting.took_place().is_some() { Ok(Vec::new()) } else { agenda::clients(meeting) }
}

pub fn page(visit: &Visit) -> Answer {
    let meeting = Meeting::open(visit)?;
    let mut form = Form::blank(visit, TITLE)?;
    let newest = meetings::minutes(&meeting)?.into_iter().next();
    form.edits(newest.as_ref().map_or(0, |one| one.version));
    form.last_written(newest.as_ref().map(|one| one.recorded_by_id), newest.as_ref().map(|one| one.recorded_at));
    form.prefill("minutes", newest.map(|one| one.minutes).unwrap_or_default());
    let chosen = visit.query("item").or(Some(form.value("item"))).and_then(|id| id.parse().ok());
    let clients = clients(&meeting)?;
    Response::page(&template(visit, &meeting, (form, &clients, chosen))?)
}

/// What goes into the folder, as it was typed.
struct Typed {
    goal: String,
    indicator: String,
    horizon: Option<Date>,
    task: String,
    who: Option<Person>,
    due: Option<Date>,
}

impl Typed {
    fn goal(&self) -> Goal<'_> {
        Goal { goal: &self.goal, success_indicator: &self.indicator, horizon: self.horizon }
    }

    fn task(&self) -> Task<'_> {
        Task { task: &self.task, has_person: self.who.is_some(), due: self.due }
    }

    fn is_blank(&self) -> bool {
        self.goal().is_blank() && self.task().is_blank()
    }
}

fn read(form: &mut Form<'_>, people: Vec<Person>, today: Date) -> Typed {
    let [goal, indicator, task] = ["goal", "success_indicator", "task"].map(|name| form.text(name));
    let horizon = form.date_or_none("horizon", Leaning::Future);
    let due = form.date_or_none("due", Leaning::Future);
    let chosen = form.value("who").to_owned();
    let who = people.into_iter().find(|one| code(one) == chosen);
    let typed = Typed { goal, indicator, horizon, task, who, due };
    if let Some(block) = typed.goal().block(today) {
        let field = if typed.indicator.is_empty() { "success_indicator" } else { "horizon" };
        form.problem(if typed.goal.is_empty() { "goal" } else { field }, block.cs());
    }
    if let Some(block) = typed.task().block(today) {
        let field = if typed.who.is_none() { "who" } else { "due" };
        form.problem(if typed.task.is_empty() { "task" } else { field }, block.cs());
    }
    typed
}

pub fn save<'v>(visit: &'v Visit<'v>, pen: Pen<'v>) -> Answer {
    let meeting = Meeting::open(visit)?;
    let mut form = Form::typed(visit, TITLE);
    let newest = meetings::minutes(&meeting)?.into_iter().next();
    let minutes = form.text("minutes");
    let is_written = newest.as_ref().map_or("", |one| one.minutes.as_str()).trim() != minutes.trim();
    let clients = clients(&meeting)?;
    let chosen: Option<FolderId> = form.value("item").parse().ok();
    // Whoever is not on the agenda any more is not written about, whatever was typed: his consent was withdrawn meanwhile.
    let client = clients.iter().find(|one| chosen == Some(one.folder));
    let typed = read(&mut form, people(&meeting, client)?, visit.today());
    if client.is_none() && !typed.is_blank() {
        return Err(Failure::refused(GONE));
    }
    if !is_written && typed.is_blank() && !form.has_problems() {
        form.problem("minutes", Block::NothingTyped.cs());
    }
    if !form.is_settled() {
        form.edits(newest.map_or(0, |one| one.version));
        return Err(Response::form_again(&template(visit, &meeting, (form, &clients, chosen))?));
    }
    let mut change = pen.change(&meeting)?;
    if is_written {
        meetings::write_minutes(&mut change, &meeting, form.version(), &minutes)?;
        change.also(Entry::about(meeting.id(), "interní zápis z porady").resting_on("R-077"));
    }
    if let Some(client) = client {
        write_output(&mut change, &meeting, client, &typed)?;
    }
    change.commit(Entry::about(meeting.id(), "průběh porady").resting_on("R-076"));
    let next = chosen.map(|item| format!("/live?item={item}")).unwrap_or_else(|| "/live".to_owned());
    Ok(Response::see_other_saying(&meeting.path(&next), "saved"))
}

const GONE: &str = "Tento klient už na programu není: jeho souhlas s případovou spoluprací neplatí, nebo porada skončila. \
     Cíl ani úkol o něm zapsat nelze.";

fn write_output(change: &mut Change<'_>, meeting: &Meeting<'_>, client: &Client, typed: &Typed) -> Result<(), Failure> {
    if typed.is_blank() {
        return Ok(());
    }
    let output = rows::begin(change, meeting, client)?;
    let of = (output, client.folder);
    if let Some(horizon) = typed.horizon.filter(|_| !typed.goal().is_blank()) {
        rows::add_goal(change, of, (&typed.goal, &typed.indicator, horizon))?;
    }
    if let (Some((service, worker, _)), Some(due)) = (&typed.who, typed.due) {
        rows::add_task(change, of, (*service, *worker), (&typed.task, due))?;
    }
    Ok(())
}
