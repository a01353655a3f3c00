//! What is still open in the folder when the cooperation ends, and what becomes of each thing: it is not needed any more,
//! or somebody by name takes it.

use super::store;
use crate::kernel::change::Change;
use crate::kernel::draft;
use crate::kernel::failure::Failure;
use crate::kernel::folder::Folder;
use crate::kernel::form::Form;
use crate::kernel::format_cs::{date, weekday_moment};
use crate::kernel::id::WorkerId;
use crate::{calendar, tasks, ties};
use rules::calendar::shifted;
use rules::task::{Addressee, Origin};
use uuid::Uuid;

/// The names of the rows on the form; what does not fit is settled in its own list first.
pub const ROWS: &[&str] = &[
    "item_1", "item_2", "item_3", "item_4", "item_5", "item_6", "item_7", "item_8", "item_9", "item_10", "item_11",
    "item_12", "item_13", "item_14", "item_15", "item_16", "item_17", "item_18", "item_19", "item_20", "item_21",
    "item_22", "item_23", "item_24", "item_25", "item_26", "item_27", "item_28", "item_29", "item_30",
];

/// Not needed any more.
const SETTLE: &str = "settle";
/// A half-written text has a week to be finished.
const DAYS_TO_FINISH: i64 = 7;
const NOTE: &str = "spolupráce je ukončena";

#[derive(Clone, Copy)]
enum Kind {
    Task(i64),
    Appointment(i64),
    Draft(WorkerId),
}

pub struct Item {
    kind: Kind,
    id: Uuid,
    pub name: &'static str,
    pub what: String,
    pub about: String,
    /// What may become of it: (answer, words).
    pub answers: Vec<(String, String)>,
}

/// Everything open, with the names of the rows.
pub fn open(folder: &Folder<'_>) -> Result<Vec<Item>, Failure> {
    let colleagues = ties::people_options(folder)?;
    let mut items = Vec::new();
    for one in store::tasks(folder)? {
        let about = [format!("úkol do {}", date(one.due_on)), one.worker];
        let answers = answers(one.id.0, "už není potřeba", &colleagues);
        items.push(item(Kind::Task(one.version), one.id.0, one.what, &about, answers));
    }
    for one in store::appointments(folder)? {
        let about = [format!("schůzka {}", weekday_moment(one.starts_at)), one.worker];
        let answers = answers(one.id.0, "zrušit", &colleagues);
        items.push(item(Kind::Appointment(one.version), one.id.0, one.kind, &about, answers));
    }
    for one in store::drafts(folder, &folder.path("/closure/new"))? {
        let is_own = one.worker_id == folder.viewer()?;
        let about = ["rozepsaný text".to_owned(), one.author.clone()];
        let finish = (answer(&one.worker_id.to_string(), one.id.0), format!("dopíše {}", one.author));
        let throw = is_own.then(|| (answer(SETTLE, one.id.0), "zahodit".to_owned()));
        let answers = std::iter::once(finish).chain(throw).collect();
        items.push(item(Kind::Draft(one.worker_id), one.id.0, one.title, &about, answers));
    }
    for (item, name) in items.iter_mut().zip(ROWS) {
        item.name = name;
    }
    Ok(items)
}

fn item(kind: Kind, id: Uuid, what: String, about: &[String], answers: Vec<(String, String)>) -> Item {
    let about = about.iter().filter(|part| !part.is_empty()).cloned().collect::<Vec<_>>().join(" · ");
    Item { kind, id, name: "", what, about, answers }
}

/// An answer names the thing it is about: whatever was added meanwhile is never meant by it.
fn answer(what: &str, id: Uuid) -> String {
    format!("{what}:{id}")
}

fn answers(id: Uuid, settle: &str, colleagues: &[(String, String)]) -> Vec<(String, String)> {
    let settle = (answer(SETTLE, id), settle.to_owned());
    let hand = colleagues.iter().map(|(worker, name)| (answer(worker, id), format!("převezme {name}")));
    std::iter::once(settle).chain(hand).collect()
}

/// What was answered about a thing, if it is one of its answers.
fn answered<'f>(form: &'f Form<'_>, item: &Item) -> Option<&'f str> {
    let said = ROWS.iter().map(|name| form.value(name));
    let mut known = said.filter(|said| item.answers.iter().any(|(code, _)| code == said));
    known.next().and_then(|said| said.split_once(':')).map(|(what, _)| what)
}

/// How many things nobody has decided about.
pub fn undecided(form: &Form<'_>, items: &[Item]) -> usize {
    items.iter().filter(|item| answered(form, item).is_none()).count()
}

/// Does with each thing what was answered.
pub fn settle(change: &mut Change<'_>, folder: &Folder<'_>, form: &Form<'_>, items: &[Item]) -> Result<(), Failure> {
    for item in items {
        let Some(said) = answered(form, item) else { continue };
        let worker = said.parse::<WorkerId>().ok();
        match (item.kind, worker) {
            (Kind::Task(version), None) => tasks::finish(change, folder.id(), (item.id.into(), version), NOTE)?,
            (Kind::Task(version), Some(to)) => {
                tasks::hand_to(change, folder.id(), (item.id.into(), version), to)?;
            }
            (Kind::Appointment(version), None) => calendar::cancel(change, folder.id(), (item.id.into(), version))?,
            (Kind::Appointment(version), Some(to)) => {
                calendar::hand_to(change, folder.id(), (item.id.into(), version), to)?;
            }
            (Kind::Draft(_), None) => draft::throw_away(change, item.id.into())?,
            (Kind::Draft(author), Some(_)) => finish(change, folder, item, author)?,
        }
    }
    Ok(())
}

/// Its author is asked to finish the text.
fn finish(change: &mut Change<'_>, folder: &Folder<'_>, item: &Item, author: WorkerId) -> Result<(), Failure> {
    let what = format!("Dopsat po ukončení spolupráce: {}", item.what);
    let new = tasks::NewTask {
        service: folder.service(),
        folder: Some(folder.id()),
        addressee: Addressee::Worker(author),
        what: &what,
        due_on: shifted(folder.today(), DAYS_TO_FINISH),
        is_legal_deadline: false,
        origin: Origin::ByHand,
        origin_id: Some(item.id),
        rule: None,
    };
    tasks::create(change, &new).map(drop)
}
