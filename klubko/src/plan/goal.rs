//! A goal with its steps on one form: what, in the client's words, how we shall know, until when, from what it follows
//! . Saved as unfinished as it is.

use super::content::Content;
use super::must_run;
use super::sources::{self, Source};
use super::steps::{self, Row};
use super::store::read::{self, Goal, Step};
use super::store::write::{self, NewGoal};
use crate::folders::{self, FolderHead};
use crate::kernel::answer::{Answer, Response};
use crate::kernel::change::Pen;
use crate::kernel::failure::Failure;
use crate::kernel::folder::Folder;
use crate::kernel::form::Form;
use crate::kernel::format_cs::date;
use crate::kernel::id::StatementId;
use crate::kernel::journal::Entry;
use crate::kernel::messages_cs::InCzech;
use crate::kernel::page::Page;
use crate::kernel::visit::Visit;
use crate::{negotiation, ties};
use askama::Template;
use rules::coded::Coded;
use rules::moment::date_typed::Leaning;
use rules::plan::Doer;

const TITLE: &str = "Cíl plánu";
/// The client's own words of a link are shown shortened.
const SHORT: usize = 90;

#[derive(Template)]
#[template(path = "plan/goal.html")]
struct GoalPage<'v> {
    page: Page<'v>,
    folder: FolderHead,
    form: Form<'v>,
    heading: String,
    links: Vec<(String, String)>,
    rows: Vec<Row>,
    doers: Vec<(String, String)>,
    purpose: read::Purpose,
    action: String,
    back: String,
    negotiation: String,
}

/// What the page of a goal needs beside its form.
struct Around {
    sources: Vec<Source>,
    colleagues: Vec<(String, String)>,
}

impl Around {
    fn of(folder: &Folder) -> Result<Self, Failure> {
        let sources = sources::found_out(folder, &negotiation::facts(folder)?)?;
        Ok(Self { sources, colleagues: ties::colleague_options(folder)? })
    }
}

fn template<'v>(
    visit: &'v Visit<'v>,
    folder: &Folder,
    (around, edited, number): (&Around, Option<(&Goal, &[Step])>, usize),
    form: Form<'v>,
) -> Result<GoalPage<'v>, Failure> {
    let link = |one: &Source| (one.code.clone(), format!("{}: {}", one.label, shortened(&one.text)));
    let client = (Doer::Client.code().to_owned(), Doer::Client.cs().into_owned());
    let more = visit.query("rows").and_then(|rows| rows.parse().ok()).unwrap_or(3);
    let action = edited.map_or_else(|| "/plan/goals".to_owned(), |(goal, _)| format!("/plan/goals/{}", goal.id));
    Ok(GoalPage {
        page: Page::of(visit),
        folder: folders::head(visit, folder, "plan")?,
        heading: edited.map_or_else(|| "Nový cíl".to_owned(), |_| format!("Cíl\u{a0}{number}")),
        links: around.sources.iter().map(link).collect(),
        rows: steps::shown(&form, edited.map_or(&[], |(_, steps)| steps), more),
        form,
        doers: std::iter::once(client).chain(around.colleagues.iter().cloned()).collect(),
        purpose: read::purpose(folder)?,
        action: folder.path(&action),
        back: folder.path("/plan"),
        negotiation: folder.path("/negotiation/edit?part=needs"),
    })
}

fn shortened(text: &str) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if line.chars().count() <= SHORT { line } else { format!("{}…", line.chars().take(SHORT).collect::<String>()) }
}

pub fn new(visit: &Visit) -> Answer {
    let folder = Folder::open(visit)?;
    must_run(&folder)?;
    let form = Form::blank(visit, TITLE)?;
    Response::page(&template(visit, &folder, (&Around::of(&folder)?, None, 0), form)?)
}

pub fn page(visit: &Visit) -> Answer {
    let folder = Folder::open(visit)?;
    must_run(&folder)?;
    let content = Content::now(&folder)?;
    let (number, one) = content.goal(visit.path("goal")?)?;
    let goal = &one.goal;
    let mut form = Form::blank(visit, TITLE)?;
    form.edits(goal.version);
    form.last_written(Some(goal.recorded_by), Some(goal.recorded_at));
    form.prefill("goal", goal.goal.clone());
    form.prefill("in_own_words", goal.in_own_words.clone());
    form.prefill("success_indicator", goal.success_indicator.clone());
    form.prefill("horizon_on", goal.horizon_on.map(date).unwrap_or_default());
    goal.links.split_whitespace().for_each(|link| form.prefill("links", link));
    form.prefill("is_outside_purpose", if goal.is_outside_purpose { "yes" } else { "" });
    steps::prefill(&mut form, &one.steps);
    let edited = Some((goal, one.steps.as_slice()));
    Response::page(&template(visit, &folder, (&Around::of(&folder)?, edited, number), form)?)
}

pub fn add<'v>(visit: &'v Visit<'v>, pen: Pen<'v>) -> Answer {
    let folder = Folder::open(visit)?;
    let content = Content::now(&folder)?;
    write_goal(visit, pen, (&folder, &content), None)
}

pub fn save<'v>(visit: &'v Visit<'v>, pen: Pen<'v>) -> Answer {
    let folder = Folder::open(visit)?;
    let content = Content::now(&folder)?;
    let id: StatementId = visit.path("goal")?;
    write_goal(visit, pen, (&folder, &content), Some(id))
}

fn write_goal<'v>(
    visit: &'v Visit<'v>,
    pen: Pen<'v>,
    (folder, content): (&Folder<'v>, &Content),
    id: Option<StatementId>,
) -> Answer {
    must_run(folder)?;
    let found = id.map(|id| content.goal(id)).transpose()?;
    let edited = found.map(|(_, one)| (&one.goal, one.steps.as_slice()));
    let around = Around::of(folder)?;
    let mut form = Form::typed(visit, TITLE);
    let typed = read(&mut form, &around);
    let before: &[Step] = edited.map_or(&[], |(_, steps)| steps);
    let about = (id.unwrap_or_default(), visit.today());
    let written = steps::read(&mut form, before, &around.colleagues, about);
    if !form.is_settled() {
        let number = found.map_or(0, |(number, _)| number);
        return Err(Response::form_again(&template(visit, folder, (&around, edited, number), form)?));
    }
    let next = content.goals.iter().map(|one| one.goal.position).max().unwrap_or(0) + 1;
    let stands = edited.map_or(NewGoal { position: next, ..NewGoal::NONE }, |(goal, _)| NewGoal::of(goal));
    let new = NewGoal {
        goal: &typed.goal,
        in_own_words: &typed.words,
        success_indicator: &typed.indicator,
        horizon_on: typed.horizon_on,
        links: &typed.links,
        is_outside_purpose: typed.is_outside,
        ..stands
    };
    let mut change = pen.change(folder)?;
    let place = (folder.id(), content.thread);
    let goal = write::goal(&mut change, place, id.map(|id| (id, form.version())), &new)?;
    for step in written {
        write::step(&mut change, place, &Step { goal_id: goal, ..step })?;
    }
    change.commit(Entry::about(goal, "cíl plánu upraven").resting_on("R-015"));
    if form.value("more") == "yes" {
        let rows = before.len() + 4;
        return Ok(Response::see_other_saying(&folder.path(&format!("/plan/goals/{goal}?rows={rows}")), "saved"));
    }
    Ok(Response::see_other_saying(&folder.path("/plan"), "saved"))
}

struct Typed {
    goal: String,
    words: String,
    indicator: String,
    horizon_on: Option<jiff::civil::Date>,
    links: String,
    is_outside: bool,
}

fn read(form: &mut Form<'_>, around: &Around) -> Typed {
    let goal = form.required("goal", "Napište cíl: čeho chce klient dosáhnout");
    let words = form.text("in_own_words");
    let indicator = form.text("success_indicator");
    let horizon_on = form.date_or_none("horizon_on", Leaning::Future);
    let known = |link: &&str| around.sources.iter().any(|one| one.code == **link);
    let links = form.all("links").into_iter().filter(known).collect::<Vec<_>>().join(" ");
    Typed { goal, words, indicator, horizon_on, links, is_outside: form.ticked("is_outside_purpose") }
}
