//! Tasks: the list of a worker and of his service, the tasks of one folder, setting, finishing and taking back.

use super::people::{self, WHO_AND_WHEN};
use super::store::{self, Task};
use super::words::{AppointmentLine, LAPSED, TaskLine};
use crate::case_management;
use crate::folders::{self, FolderHead};
use crate::kernel::answer::{Answer, Response};
use crate::kernel::caseload::Caseload;
use crate::kernel::change::Pen;
use crate::kernel::failure::Failure;
use crate::kernel::folder::Folder;
use crate::kernel::form::Form;
use crate::kernel::format_cs::date;
use crate::kernel::id::TaskId;
use crate::kernel::journal::Entry;
use crate::kernel::messages_cs::InCzech;
use crate::kernel::page::Page;
use crate::kernel::visit::Visit;
use crate::mentor_consultation;
use crate::publication;
use crate::tasks::{self as rows, NewTask};
use askama::Template;
use jiff::civil::Date;
use rules::case_management::Part;
use rules::moment::date_typed::Leaning;
use rules::task::Origin;

/// How far back the list of done tasks reaches.
const DONE_SINCE: i64 = 30 * 24 * 3_600_000;

#[derive(Template)]
#[template(path = "agenda/tasks.html")]
struct List<'v> {
    page: Page<'v>,
    filters: [(&'static str, &'static str, bool); 3],
    tasks: Vec<TaskLine>,
    /// What the head does for the service itself: what, until when.
    of_service: Vec<(String, String)>,
    empty: &'static str,
    is_cut: bool,
    may_finish: bool,
}

/// `/tasks?of=mine|service|done`
pub fn list(visit: &Visit) -> Answer {
    let caseload = Caseload::open(visit)?;
    let of = visit.query("of").filter(|of| matches!(*of, "service" | "done")).unwrap_or("mine");
    let (tasks, empty) = match of {
        "service" => (store::open_tasks(&caseload)?, "Ve vašich složkách není žádný otevřený úkol."),
        "done" => (store::done_tasks(&caseload, visit.now() - DONE_SINCE)?, "Za posledních 30 dní není nic hotovo."),
        _ => (store::my_tasks(&caseload)?, "Nemáte žádný otevřený úkol."),
    };
    let filters = [("mine", "Moje"), ("service", "Služba"), ("done", "Hotové")];
    Response::page(&List {
        page: Page::of(visit),
        filters: filters.map(|(key, name)| (key, name, key == of)),
        is_cut: tasks.len() >= store::LONGEST,
        tasks: lines(&tasks, visit.today()),
        of_service: if of == "done" { Vec::new() } else { of_service(visit, &caseload)? },
        empty,
        may_finish: visit.viewer()?.subject().is_care_worker(),
    })
}

/// Tasks without a folder are the head's: what, until when.
pub fn of_service(visit: &Visit, caseload: &Caseload) -> Result<Vec<(String, String)>, Failure> {
    if !visit.viewer()?.is_head() {
        return Ok(Vec::new());
    }
    let open = publication::service_tasks(caseload.own()?.0, caseload.service())?;
    Ok(open.into_iter().map(|task| (task.what, date(task.due_on))).collect())
}

fn lines(tasks: &[Task], today: Date) -> Vec<TaskLine> {
    tasks.iter().map(|task| TaskLine::of(task, today)).collect()
}

#[derive(Template)]
#[template(path = "agenda/folder_tasks.html")]
struct OfFolder<'v> {
    page: Page<'v>,
    folder: FolderHead,
    form: Form<'v>,
    open: Vec<TaskLine>,
    done: Vec<TaskLine>,
    planned: Vec<AppointmentLine>,
    who: Vec<(String, String)>,
    action: String,
}

fn of_folder_with<'v>(visit: &'v Visit<'v>, folder: &Folder, form: Form<'v>) -> Result<OfFolder<'v>, Failure> {
    let (done, open) = lines(&store::tasks_of(folder)?, folder.day()).into_iter().partition(|line| line.is_done);
    Ok(OfFolder {
        page: Page::of(visit),
        folder: folders::head(visit, folder, "tasks")?,
        form,
        open,
        done,
        planned: store::planned(folder)?.iter().map(AppointmentLine::of).collect(),
        who: people::with_posts(folder)?,
        action: folder.path("/tasks"),
    })
}

/// The tasks of a folder, what is planned in it, and the form that sets a task.
pub fn of_folder(visit: &Visit) -> Answer {
    let folder = Folder::open(visit)?;
    Response::page(&of_folder_with(visit, &folder, Form::blank(visit, "Úkol")?)?)
}

/// Sets a task: what, who, until when (message 126).
pub fn set<'v>(visit: &'v Visit<'v>, pen: Pen<'v>) -> Answer {
    let folder = Folder::open(visit)?;
    let mut form = Form::typed(visit, "Úkol");
    let what = form.required("what", "Napište, co je potřeba udělat");
    let own = visit.viewer()?.service_name();
    if let Some(warning) = case_management::overlap(&folder, &Part { area: "", part: &what, service: own })? {
        form.warn(warning.rule(), warning.cs());
    }
    let addressee = people::addressee(&mut form, &folder, WHO_AND_WHEN)?;
    let due_on = due(&mut form, folder.today());
    let (Some(addressee), Some(due_on), true) = (addressee, due_on, form.is_settled()) else {
        return Err(Response::form_again(&of_folder_with(visit, &folder, form)?));
    };
    let mut change = pen.change(&folder)?;
    let new = NewTask {
        service: folder.service(),
        folder: Some(folder.id()),
        addressee,
        what: &what,
        due_on,
        is_legal_deadline: form.ticked("is_legal_deadline"),
        origin: Origin::ByHand,
        origin_id: None,
        rule: None,
    };
    let id = rows::create(&mut change, &new)?;
    form.keep_reasons(&mut change, Some(folder.id()), "task", id)?;
    change.commit(Entry::about(id, "úkol zadán"));
    Ok(Response::see_other_saying(&folder.path("/tasks"), "task"))
}

fn due(form: &mut Form, today: Date) -> Option<Date> {
    if form.value("due").is_empty() {
        form.problem("due", WHO_AND_WHEN);
        return None;
    }
    let day = form.date("due", Leaning::Future)?;
    if day < today {
        form.problem("due", "Tento den už minul. Zvolte dnešek nebo pozdější den");
        return None;
    }
    Some(day)
}

#[derive(Template)]
#[template(path = "agenda/finish.html")]
struct Finishing<'v> {
    page: Page<'v>,
    folder: FolderHead,
    form: Form<'v>,
    task: TaskLine,
    /// Where the deed is done that alone closes it.
    waits_at: String,
    action: String,
    back: String,
}

/// The task of a peer mentor's note is closed by the note and by nothing else: ticked off by hand it would leave the
/// consultation open for good, and nobody told of it.
const WAITS_FOR_NOTE: &str = "Tento úkol uzavře až poznámka ke konzultaci. Napište ji, úkol se uzavře s\u{a0}ní";

fn waits_at(folder: &Folder, task: &Task) -> Result<String, Failure> {
    match task.origin_id.filter(|_| task.origin == Origin::MentorConsultation) {
        Some(question) => Ok(mentor_consultation::note_owed(folder, question)?.unwrap_or_default()),
        None => Ok(String::new()),
    }
}

fn finishing_with<'v>(
    visit: &'v Visit<'v>,
    folder: &Folder,
    task: &Task,
    mut form: Form<'v>,
) -> Result<Finishing<'v>, Failure> {
    form.edits(task.version);
    let (action, back) = (folder.path(&format!("/tasks/{}/done", task.id)), folder.path("/tasks"));
    let (page, head, waits_at) = (Page::of(visit), folders::head(visit, folder, "tasks")?, waits_at(folder, task)?);
    Ok(Finishing { page, folder: head, form, task: TaskLine::of(task, folder.today()), waits_at, action, back })
}

/// A task that somebody can still do.
fn to_finish(visit: &Visit, folder: &Folder) -> Result<Task, Failure> {
    let task = store::task(folder, visit.path("task")?)?;
    if task.has_lapsed { Err(Failure::refused(LAPSED)) } else { Ok(task) }
}

/// Asks how it went; where a rule waits for a deed, why the deed is not needed.
pub fn finishing(visit: &Visit) -> Answer {
    let folder = Folder::open(visit)?;
    let task = to_finish(visit, &folder)?;
    Response::page(&finishing_with(visit, &folder, &task, Form::blank(visit, "Hotový úkol")?)?)
}

pub fn finish<'v>(visit: &'v Visit<'v>, pen: Pen<'v>) -> Answer {
    let folder = Folder::open(visit)?;
    let task = to_finish(visit, &folder)?;
    let mut form = Form::typed(visit, "Hotový úkol");
    let note = form.text("note");
    if !waits_at(&folder, &task)?.is_empty() {
        form.problem("note", WAITS_FOR_NOTE);
    } else if task.origin != Origin::ByHand && note.is_empty() {
        form.problem("note", "Na tento úkol čeká pravidlo služby. Napište, proč ho uzavíráte ručně");
    }
    if !form.is_settled() {
        return Err(Response::form_again(&finishing_with(visit, &folder, &task, form)?));
    }
    let mut change = pen.change(&folder)?;
    rows::finish(&mut change, folder.id(), (task.id, form.version()), &note)?;
    change.commit(Entry::about(task.id, "úkol je hotový").resting_on(task.rule));
    Ok(Response::see_other_saying(&way_back(visit, &folder), "task_done"))
}

/// „Vrátit“: the task is open again.
pub fn reopen<'v>(visit: &'v Visit<'v>, pen: Pen<'v>) -> Answer {
    let folder = Folder::open(visit)?;
    let id: TaskId = visit.path("task")?;
    let task = store::task(&folder, id)?;
    let version = Form::typed(visit, "Úkol").version();
    let mut change = pen.change(&folder)?;
    rows::reopen(&mut change, folder.id(), (task.id, version))?;
    change.commit(Entry::about(task.id, "úkol je znovu otevřený"));
    Ok(Response::see_other_saying(&way_back(visit, &folder), "task_open"))
}

/// Whoever ticked a task off in a list stays at that list.
fn way_back(visit: &Visit, folder: &Folder) -> String {
    match visit.field("back") {
        "/" => "/".to_owned(),
        "/tasks" => "/tasks".to_owned(),
        _ => folder.path("/tasks"),
    }
}
