//! The key worker writes the output of a meeting into his own folder by one deed: a record with the words of the output, and
//! tasks for the people of his service. Only the output is copied, never the minutes.

use super::super::store::folder::{self as rows, Goal, Output, Task};
use super::super::words;
use crate::activity::{self, NewActivity};
use crate::folders::{self, FolderHead};
use crate::kernel::answer::{Answer, Response};
use crate::kernel::change::{Change, Pen};
use crate::kernel::failure::Failure;
use crate::kernel::folder::Folder;
use crate::kernel::form::Form;
use crate::kernel::id::{ActivityId, WorkerId};
use crate::kernel::journal::Entry;
use crate::kernel::page::Page;
use crate::kernel::visit::Visit;
use crate::tasks::{self, NewTask};
use crate::{record, ties};
use askama::Template;
use rules::activity::{Form as Way, Kind};
use rules::rule::Rule;
use rules::task::{Addressee, Origin, Post};
use uuid::Uuid;

const TITLE: &str = "Zapsat výstup do složky";
const NOT_YET: &str = "Porada ještě není uzavřená. Výstup zapíšete, až se uzavře.";
const WRITTEN: &str = "Výstup už je v této složce zapsaný.";

#[derive(Template)]
#[template(path = "meeting/write.html")]
struct WritePage<'v> {
    page: Page<'v>,
    folder: FolderHead,
    form: Form<'v>,
    tasks: Vec<String>,
    action: String,
    back: String,
}

/// The output of the path with its goals and tasks, where it still waits for this folder.
struct Waiting<'v> {
    folder: Folder<'v>,
    output: Output,
    goals: Vec<Goal>,
    tasks: Vec<Task>,
}

fn waiting<'v>(visit: &'v Visit<'v>) -> Result<Waiting<'v>, Failure> {
    let folder = Folder::open(visit)?;
    let id: Uuid = visit.path("output")?;
    let output = rows::outputs(&folder)?.into_iter().find(|one| one.id == id).ok_or(Failure::Absent)?;
    if output.is_written_here {
        return Err(Failure::refused(WRITTEN));
    }
    if !output.is_sent {
        return Err(Failure::refused(NOT_YET));
    }
    let goals = rows::goals(&folder)?.into_iter().filter(|one| one.output_id == id).collect();
    let tasks = rows::tasks(&folder)?.into_iter().filter(|one| one.output_id == id).collect();
    Ok(Waiting { folder, output, goals, tasks })
}

impl Waiting<'_> {
    fn text(&self) -> String {
        let (goals, tasks): (Vec<&Goal>, Vec<&Task>) = (self.goals.iter().collect(), self.tasks.iter().collect());
        words::output(&self.output, &goals, &tasks)
    }

    /// The tasks of this service's people; the others do theirs in their own service.
    fn own_tasks(&self) -> impl Iterator<Item = &Task> {
        self.tasks.iter().filter(|one| one.service_id == self.folder.service())
    }
}

fn template<'v>(visit: &'v Visit<'v>, waiting: &Waiting<'_>, form: Form<'v>) -> Result<WritePage<'v>, Failure> {
    let task = |one: &Task| format!("{}: {}, do {}", one.worker, one.task, crate::kernel::format_cs::date(one.due_on));
    Ok(WritePage {
        page: Page::of(visit),
        folder: folders::head(visit, &waiting.folder, "team")?,
        form,
        tasks: waiting.own_tasks().map(task).collect(),
        action: waiting.folder.path(&format!("/meetings/{}", waiting.output.id)),
        back: waiting.folder.path("/meetings"),
    })
}

pub fn page(visit: &Visit) -> Answer {
    let waiting = waiting(visit)?;
    let mut form = Form::blank(visit, TITLE)?;
    form.prefill("text", waiting.text());
    form.prefill("minutes", "10");
    Response::page(&template(visit, &waiting, form)?)
}

pub fn write<'v>(visit: &'v Visit<'v>, pen: Pen<'v>) -> Answer {
    let waiting = waiting(visit)?;
    let mut form = Form::typed(visit, TITLE);
    let text = form.required("text", "Zápis nesmí zůstat prázdný");
    let minutes = form.minutes("minutes");
    let (Some(minutes), true) = (minutes, form.is_settled()) else {
        return Err(Response::form_again(&template(visit, &waiting, form)?));
    };
    let folder = &waiting.folder;
    let mut change = pen.change(folder)?;
    let activity = record_of(&mut change, &waiting, (minutes, &text))?;
    rows::wrote(&mut change, folder, waiting.output.id, activity)?;
    let people = ties::people_options(folder)?;
    for task in waiting.own_tasks() {
        hand_out(&mut change, folder, &people, (task, waiting.output.id))?;
    }
    tasks::settle_of(&mut change, folder.id(), (Rule::R078, waiting.output.id), "výstup je zapsán ve složce")?;
    change.commit(Entry::about(waiting.output.id, "výstup z porady zapsán do složky").resting_on("R-078"));
    Ok(Response::see_other_saying(&folder.path("/meetings"), "output_written"))
}

/// The record of the meeting in this folder: without the client, in his favour.
fn record_of(
    change: &mut Change<'_>,
    waiting: &Waiting<'_>,
    (minutes, text): (i64, &str),
) -> Result<ActivityId, Failure> {
    let folder = &waiting.folder;
    let new = NewActivity {
        service: folder.service(),
        folder: Some(folder.id()),
        anonymous: None,
        kind: Kind::TeamMeeting,
        form: Way::Ambulatory,
        starts_at: waiting.output.starts_at,
        minutes,
        on_behalf_of_client: true,
        place: "",
        worker: folder.viewer()?,
        topics: &[],
    };
    let activity = activity::begin(change, &new)?;
    record::write_agreed(change, folder, activity, text)?;
    Ok(activity)
}

/// A task is for its worker by name when he may open the folder; otherwise for the key worker, who passes it on.
fn hand_out(
    change: &mut Change<'_>,
    folder: &Folder<'_>,
    people: &[(String, String)],
    (task, output): (&Task, Uuid),
) -> Result<(), Failure> {
    let worker: WorkerId = task.worker_id;
    let is_here = people.iter().any(|(id, _)| *id == worker.to_string());
    let what = if is_here { task.task.clone() } else { format!("{}: {}", task.worker, task.task) };
    let addressee = if is_here { Addressee::Worker(worker) } else { Addressee::Post(Post::KeyWorker) };
    let new = NewTask {
        service: folder.service(),
        folder: Some(folder.id()),
        addressee,
        what: &what,
        due_on: task.due_on,
        is_legal_deadline: false,
        origin: Origin::Meeting,
        origin_id: Some(output),
        rule: None,
    };
    tasks::create(change, &new).map(drop)
}
