//! Pages of meetings: around a meeting of two services, and around one folder that its output concerns.

pub mod close;
pub mod consult;
pub mod evaluate;
pub mod flag;
pub mod goals;
pub mod invite;
pub mod list;
pub mod live;
pub mod outputs;
pub mod plan;
pub mod print;
pub mod show;
pub mod write;

use super::store::outputs as rows;
use crate::kernel::failure::Failure;
use crate::kernel::folder::Folder;
use crate::kernel::format_cs::{date, weekday_moment};
use crate::kernel::meeting::Meeting;
use crate::kernel::messages_cs::InCzech;
use rules::access::Act;
use rules::meeting::{Block, Side, written};

/// `Porada: PM Páteřník a OSP Páteřník`
pub(super) fn title(meeting: &Meeting<'_>) -> String {
    let [(_, one), (_, other)] = meeting.services();
    format!("Porada: {one} a {other}")
}

/// `út 19. 5. 2026 14:00, Nádražní 3, vede Mgr. Eva Poradná, zapisuje …`
pub(super) fn about(meeting: &Meeting<'_>) -> String {
    let taker = meeting.minute_taker().map(|name| format!(", zapisuje {name}")).unwrap_or_default();
    let (when, place, chair) = (weekday_moment(meeting.starts_at()), meeting.place(), meeting.chair());
    format!("{when}, {place}, vede {chair}{taker}")
}

/// BLOCK: nothing is added to a meeting that has ended.
pub(super) fn must_run(meeting: &Meeting<'_>) -> Result<(), Failure> {
    meeting.took_place().map_or(Ok(()), |_| Err(Failure::refused(Block::Ended.cs())))
}

/// An output in words: goals and tasks as lines, and how far it was written into the folders.
pub(super) struct OutputView {
    pub client: String,
    pub goals: Vec<(String, String, String)>,
    pub tasks: Vec<(String, String, String)>,
    pub state: String,
}

pub(super) fn output_view(meeting: &Meeting<'_>, output: &rows::Output) -> Result<OutputView, Failure> {
    let goals = rows::goals(meeting, output)?.into_iter().map(|one| {
        let result = one.result.map(|result| format!(", {}", result.cs())).unwrap_or_default();
        (one.goal, one.success_indicator, format!("do {}{result}", date(one.horizon_on)))
    });
    let tasks = rows::tasks(meeting, output)?.into_iter();
    // What is read here is consented to, or it would not be.
    let side = |is_written| Side::of(is_written, false, true);
    let there = output.far_folder_id.map(|_| side(output.is_written_there));
    let state = if meeting.took_place().is_some() {
        written(side(output.is_written_here), there).cs().into_owned()
    } else {
        "porada není uzavřená".to_owned()
    };
    Ok(OutputView {
        client: output.client.clone(),
        goals: goals.collect(),
        tasks: tasks.map(|one| (one.worker, one.task, format!("do {}", date(one.due_on)))).collect(),
        state,
    })
}

/// The viewer may do something in this folder today.
pub(super) fn may(folder: &Folder<'_>, act: Act) -> bool {
    !folder.is_past() && folder.may(act)
}
