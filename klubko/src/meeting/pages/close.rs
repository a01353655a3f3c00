//! The end of a meeting: whether it took place, when the next one is, and the tasks that its output leaves in the folders: the
//! key worker of each writes it down, goals are evaluated at their horizons. A deed that crosses the wall.

use super::super::store::meetings;
use super::super::store::outputs::{self as rows, Sent};
use super::{about, must_run, title};
use crate::kernel::answer::{Answer, Response};
use crate::kernel::change::{Change, Pen};
use crate::kernel::clock;
use crate::kernel::failure::Failure;
use crate::kernel::form::Form;
use crate::kernel::format_cs::date;
use crate::kernel::id::FolderId;
use crate::kernel::journal::Entry;
use crate::kernel::meeting::Meeting;
use crate::kernel::messages_cs::InCzech;
use crate::kernel::page::Page;
use crate::kernel::settings;
use crate::kernel::visit::Visit;
use crate::tasks;
use askama::Template;
use rules::meeting::{Block, Warning, goal_task, output_task};
use rules::moment::date_typed::Leaning;

const TITLE: &str = "Uzavřít poradu";
const WRITE: &str = "Zapsat výstup z porady do složky";

#[derive(Template)]
#[template(path = "meeting/close.html")]
struct Close<'v> {
    page: Page<'v>,
    form: Form<'v>,
    title: String,
    about: String,
    action: String,
    back: String,
}

fn template<'v>(visit: &'v Visit<'v>, meeting: &Meeting<'_>, form: Form<'v>) -> Close<'v> {
    let (title, about) = (title(meeting), about(meeting));
    Close { page: Page::of(visit), form, title, about, action: meeting.path("/end"), back: meeting.path("") }
}

pub fn page(visit: &Visit) -> Answer {
    let meeting = Meeting::open(visit)?;
    must_run(&meeting)?;
    let mut form = Form::blank(visit, TITLE)?;
    let planned = meetings::next_on(&meeting)?;
    let next = planned.or(meetings::rhythm(&meeting)?.next_on(meeting.meets_on()));
    form.prefill("next", next.map(date).unwrap_or_default());
    Response::page(&template(visit, &meeting, form))
}

pub fn close<'v>(visit: &'v Visit<'v>, pen: Pen<'v>) -> Answer {
    let meeting = Meeting::open(visit)?;
    must_run(&meeting)?;
    if meeting.starts_at() > visit.now() {
        return Err(Failure::refused(Block::NotYet.cs()));
    }
    let mut form = Form::typed(visit, TITLE);
    let took_place = match form.value("took_place") {
        "yes" => Some(true),
        "no" => Some(false),
        _ => None,
    };
    if took_place.is_none() {
        form.problem("took_place", "Zvolte, zda se porada konala");
    }
    let next = form.date_or_none("next", Leaning::Future);
    if next.is_some_and(|next| next <= meeting.meets_on()) {
        form.problem("next", "Příští porada musí být později než tato");
    }
    let asked = [(took_place == Some(false), Warning::DidNotTakePlace), (next.is_none(), Warning::NoNext)];
    asked.iter().filter(|(holds, _)| *holds).for_each(|(_, warning)| form.warn(warning.rule(), warning.cs()));
    let (Some(took_place), true) = (took_place, form.is_settled()) else {
        return Err(Response::form_again(&template(visit, &meeting, form)));
    };
    let why = form.value(&Warning::DidNotTakePlace.rule().reason_field()).to_owned();
    let planned = meetings::next_on(&meeting)?;
    let mut change = pen.change(&meeting)?;
    meetings::end(&mut change, &meeting, (took_place, if took_place { "" } else { &why }))?;
    form.keep_reasons(&mut change, None, "team_meeting", meeting.id())?;
    if let Some(next) = next.filter(|next| planned != Some(*next)) {
        let time = clock::civil(meeting.starts_at()).time();
        meetings::plan_next(&mut change, &meeting, (clock::moment_on(next, time), next))?;
    }
    if took_place {
        for output in rows::to_send(&meeting)? {
            send(&mut change, &meeting, &output)?;
        }
    }
    change.commit(Entry::about(meeting.id(), "porada uzavřena").resting_on("R-074"));
    Ok(Response::see_other_saying(&meeting.path(""), "meeting_ended"))
}

/// The output reaches both folders as a task; goals are to be evaluated in the one that brought the client.
fn send(change: &mut Change<'_>, meeting: &Meeting<'_>, output: &Sent) -> Result<(), Failure> {
    for folder in std::iter::once(output.folder_id).chain(output.far_folder_id) {
        leave_task(change, meeting, (output, folder))?;
    }
    for (id, goal, horizon) in rows::goals_of(meeting, output)? {
        let far = meeting.folder(output.folder_id)?.ok_or(Failure::Absent)?;
        let what = format!("Vyhodnotit cíl z porady: {goal}");
        let at = horizon.max(meeting.today());
        tasks::create_for_folder(change, (far.service(), far.id()), &goal_task(at), &what, id)?;
    }
    Ok(())
}

fn leave_task(
    change: &mut Change<'_>,
    meeting: &Meeting<'_>,
    (output, folder): (&Sent, FolderId),
) -> Result<(), Failure> {
    let far = meeting.folder(folder)?.ok_or(Failure::Absent)?;
    let days = settings::of(meeting.db(), far.service(), meeting.today())?.output_days;
    // The days are counted from the meeting, also when it is closed later.
    let left = output_task(meeting.meets_on(), days);
    tasks::create_for_folder(change, (far.service(), far.id()), &left, WRITE, output.id)?;
    change.also(far.entry(Entry::about(output.id, "výstup z porady čeká na zápis").resting_on("R-078")));
    Ok(())
}
