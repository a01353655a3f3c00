//! One way for half-written text. A form's fields are saved while typing and whenever a sent form is refused; they are
//! listed in “Zbývá dopsat” and never lost. A draft of a folder is shown only through the door, and is not its
//! author's any more when he is excluded or leaves (D19).

use super::answer::{Answer, Response};
use super::change::{Change, Pen};
use super::clock;
use super::compare::{self, Remembered};
use super::db::{self, Unit};
use super::failure::Failure;
use super::format_cs;
use super::id::{FolderId, ServiceId, WorkerId};
use super::journal::{Concern, Entry, Line};
use super::own::Own;
use super::visit::Visit;
use crate::{params, record, tie};
use rules::access::{Listed, Subject, Tie, listed};
use uuid::Uuid;

mod care;

pub use care::{discard, discard_abandoned, leave, take_over, throw_away};

/// What travels with a form but is no text of its author.
pub(in crate::kernel) const NOT_TEXT: &[&str] = &["token", "service", "draft", "draft_form", "draft_title", "revision"];

/// What the text was written over: kept with it, so that it can be compared later, but nothing by itself.
pub(in crate::kernel) fn is_ground(name: &str) -> bool {
    name == "version" || compare::is_of_comparison(name)
}

/// What pages carry along in hidden fields; nobody typed it.
const CARRIED: &[&str] = &["part", "wording", "belongs_to", "came_from"];

/// Passwords are kept nowhere.
pub(in crate::kernel) fn is_secret(name: &str) -> bool {
    name.contains("password")
}

/// Half-written text to be kept whatever happens to its form.
#[derive(Clone)]
pub(in crate::kernel) struct Keepsake {
    id: Uuid,
    worker: WorkerId,
    service: Option<ServiceId>,
    folder: Option<FolderId>,
    form: String,
    title: String,
    fields: String,
    revision: i64,
    at: i64,
    line: Line,
    /// Every field says what stood there when the form was opened: there is nothing to be finished.
    is_untouched: bool,
}

/// What became of it.
pub(in crate::kernel) struct Kept {
    revision: i64,
    /// The first saving is journalled.
    pub(in crate::kernel) line: Option<Line>,
}

record! { struct Stored { revision: i64, folder_id: Option<FolderId> } }
record! { struct Tied { tie: Tie } }

impl Keepsake {
    /// The draft that travels with the form, if there is anything to keep.
    pub(in crate::kernel) fn of(visit: &Visit<'_>) -> Option<Self> {
        let viewer = visit.viewer.as_ref()?;
        let id: Uuid = visit.field("draft").parse().ok()?;
        let text = |(name, value): &&(String, String)| {
            !NOT_TEXT.contains(&name.as_str()) && !is_secret(name) && !value.is_empty()
        };
        let kept: Vec<_> = visit.request.typed().iter().filter(text).collect();
        if kept.iter().all(|(name, _)| is_ground(name)) {
            return None;
        }
        let was = Remembered::read(visit.field(compare::WAS));
        let is_untouched = kept.iter().all(|(name, _)| {
            let is_carried = is_ground(name) || CARRIED.contains(&name.as_str());
            is_carried || was.is_untouched(visit.request.typed(), name)
        });
        let mut fields = form_urlencoded::Serializer::new(String::new());
        fields.extend_pairs(kept);
        let form = visit.field("draft_form").to_owned();
        let service = visit.field("service").parse().ok().or_else(|| viewer.service());
        let entry = Entry::about(id, "rozepsáno");
        Some(Self {
            id,
            worker: viewer.worker(),
            service,
            folder: folder_of(&form),
            title: visit.field("draft_title").chars().take(80).collect(),
            form,
            fields: fields.finish(),
            revision: visit.field("revision").parse().unwrap_or(0),
            at: visit.now,
            line: Line::new(visit, Concern::of("account", viewer.worker().0), entry),
            is_untouched,
        })
    }
}

/// The folder that an address leads into.
pub(in crate::kernel) fn folder_of(form: &str) -> Option<FolderId> {
    form.strip_prefix("/folders/")?.split('/').next()?.parse().ok()
}

const STORED: &str = "select revision, folder_id from draft where id = $1";
const INSERT: &str = "
    insert into draft (id, worker_id, service_id, folder_id, form, title, fields, revision, begun_at, saved_at)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $9)";
const UPDATE: &str = "
    update draft set fields = $4, revision = $5, saved_at = $6, form = $7, title = $8, folder_id = $9
     where id = $1 and worker_id = $2 and revision <= $3";

/// Writes the draft. An older saving that arrives late changes nothing.
pub(in crate::kernel) fn keep(unit: &Unit, keepsake: &Keepsake) -> db::Result<Option<Kept>> {
    let Keepsake { id, worker, service, folder, form, title, fields, revision, at, line, is_untouched } = keepsake;
    if !may_hold(unit, keepsake)? {
        return Ok(None);
    }
    if let Some(stored) = unit.first::<Stored>(STORED, params![*id])? {
        if stored.folder_id != *folder && !holds(unit, *worker, (*service, stored.folder_id), *at)? {
            return Ok(None);
        }
        let next = stored.revision + 1;
        let touched = unit.run(UPDATE, params![*id, *worker, *revision, fields, next, *at, form, title, *folder])?;
        let revision = if touched == 0 { stored.revision } else { next };
        return Ok(Some(Kept { revision, line: None }));
    }
    if *is_untouched {
        return Ok(None);
    }
    unit.run(INSERT, params![*id, *worker, *service, *folder, form, title, fields, 1_i64, *at])?;
    Ok(Some(Kept { revision: 1, line: Some(line.clone()) }))
}

record! { struct Member { profession: Subject, position: String, is_intake: bool } }

/// A draft belongs to a service its author works for, and to a folder that he may work with.
fn may_hold(unit: &Unit, keepsake: &Keepsake) -> db::Result<bool> {
    holds(unit, keepsake.worker, (keepsake.service, keepsake.folder), keepsake.at)
}

/// Whether a worker may hold a draft of a service, and of a folder, at a moment (D19).
fn holds(
    unit: &Unit,
    worker: WorkerId,
    (service, folder): (Option<ServiceId>, Option<FolderId>),
    at: i64,
) -> db::Result<bool> {
    const MEMBER: &str = "
        select profession, position, is_intake from membership
         where worker_id = $1 and service_id = $2 and from_day <= $3 and (until_day is null or until_day >= $3)";
    const TIED: &str = concat!("select ", tie!(), " as tie from client_folder f where f.id = $7");
    let Some(service) = service else { return Ok(folder.is_none()) };
    let today = clock::day_of(at);
    let Some(member) = unit.first::<Member>(MEMBER, params![worker, service, today])? else {
        return Ok(false);
    };
    let Some(folder) = folder else { return Ok(true) };
    let head = member.position == "head" && member.profession.is_care_worker();
    let who = params![service, worker, at, today, head, member.is_intake, folder];
    let tied = unit.first::<Tied>(TIED, who)?;
    Ok(tied.is_some_and(|tied| listed(member.profession, tied.tie, false) == Listed::Fully))
}

/// What a page takes up: id, revision and fields of the draft named in its address.
type TakenUp = (Uuid, i64, Vec<(String, String)>);

pub(in crate::kernel) fn take_up(visit: &Visit<'_>) -> Result<Option<TakenUp>, Failure> {
    record! { struct Fields { fields: String, revision: i64 } }
    const FIND: &str = "
        select fields, revision from draft
         where id = $1 and form = $2 and service_id = $3 and worker_id = $4";
    let Some(id) = visit.query("draft").and_then(|id| id.parse::<Uuid>().ok()) else { return Ok(None) };
    let viewer = visit.viewer()?;
    let service = viewer.service().unwrap_or_default();
    let found: Option<Fields> = visit.unit.first(FIND, params![id, visit.address(), service, viewer.worker()])?;
    Ok(found.map(|found| {
        let fields = form_urlencoded::parse(found.fields.as_bytes()).into_owned().collect();
        (id, found.revision, fields)
    }))
}

/// The draft became a record: it is no longer to be finished.
pub(in crate::kernel) fn settle(visit: &Visit<'_>) -> Result<(), Failure> {
    const DELETE: &str = "delete from draft where id = $1 and worker_id = $2";
    let (Some(viewer), Ok(id)) = (&visit.viewer, visit.field("draft").parse::<Uuid>()) else { return Ok(()) };
    if visit.unit.run(DELETE, params![id, viewer.worker()])? > 0 {
        let entry = Entry::about(id, "rozepsané se stalo záznamem");
        let line = Line::new(visit, Concern::of("account", viewer.worker().0), entry);
        visit.ledger.borrow_mut().deeds.push(line);
    }
    Ok(())
}

/// `POST /drafts`: saves while typing. Answers the revision and the time for „Uloženo v 10:12“.
pub fn autosave<'v>(visit: &'v Visit<'v>, pen: Pen<'v>) -> Answer {
    let own = Own::open(visit)?;
    let change = pen.change(&own)?;
    let Some(keepsake) = Keepsake::of(visit) else {
        return Ok(Response::json(&serde_json::json!({"revision": 0, "saved_at": ""})));
    };
    let Some(kept) = keep(visit.unit, &keepsake)? else { return Err(Failure::Absent) };
    match kept.line {
        Some(_) => change.commit(Entry::about(keepsake.id, "rozepsáno")),
        None => change.commit_draft(),
    }
    let saved_at = format_cs::time(clock::civil(visit.now).time());
    Ok(Response::json(&serde_json::json!({"revision": kept.revision, "saved_at": saved_at})))
}

/// Something typed in one form goes on as the draft of another page that no folder stands in. The caller's change
/// testifies to it; the page is opened with `?draft=` and the id.
pub fn begin(
    change: &mut Change<'_>,
    service: ServiceId,
    page: &'static str,
    title: &'static str,
    typed: &[(&str, &str)],
) -> Result<Uuid, Failure> {
    let mut fields = form_urlencoded::Serializer::new(String::new());
    fields.extend_pairs(typed.iter().filter(|(_, value)| !value.is_empty()));
    let (id, at, by, folder): (Uuid, i64, _, Option<FolderId>) = (change.new_id(), change.at(), change.by(), None);
    change.run(INSERT, params![id, by, service, folder, page, title, fields.finish(), 1_i64, at])?;
    Ok(id)
}
