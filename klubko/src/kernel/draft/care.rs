//! What becomes of a draft besides being sent: thrown away by its author, left for later by a deed, taken over from
//! somebody who may not finish it (D19).

use super::holds;
use crate::kernel::answer::{Answer, Response};
use crate::kernel::change::{Change, Pen};
use crate::kernel::failure::Failure;
use crate::kernel::folder::Folder;
use crate::kernel::id::{DraftId, FolderId, ServiceId, WorkerId};
use crate::kernel::journal::Entry;
use crate::kernel::own::Own;
use crate::kernel::visit::Visit;
use crate::{params, record};

record! { struct Held { service_id: Option<ServiceId>, folder_id: Option<FolderId> } }
record! { struct Author { worker_id: WorkerId, service_id: Option<ServiceId> } }

const DELETE: &str = "delete from draft where id = $1 and worker_id = $2";

/// `POST /drafts/{draft}/discard`: the author throws his draft away. One of a folder closed to him is not his.
pub fn discard<'v>(visit: &'v Visit<'v>, pen: Pen<'v>) -> Answer {
    const HELD: &str = "select service_id, folder_id from draft where id = $1 and worker_id = $2";
    let own = Own::open(visit)?;
    let id: DraftId = visit.path("draft")?;
    let held: Held = own.db().first(HELD, params![id, own.worker()])?.ok_or(Failure::Absent)?;
    if !holds(own.db(), own.worker(), (held.service_id, held.folder_id), own.now())? {
        return Err(Failure::Absent);
    }
    let mut change = pen.change(&own)?;
    change.run(DELETE, params![id, own.worker()])?;
    change.commit(Entry::about(id, "rozepsané zahozeno"));
    Ok(Response::see_other_saying("/drafts", "discarded"))
}

/// A deed is kept without its text: the text waits in “Zbývá dopsat” and opens at the page `form`.
pub fn leave(
    change: &mut Change<'_>,
    (service, folder): (ServiceId, FolderId),
    (form, title): (&str, &str),
    fields: &[(&str, &str)],
) -> Result<DraftId, Failure> {
    const INSERT: &str = "
        insert into draft (id, worker_id, service_id, folder_id, form, title, fields, revision, begun_at, saved_at)
        values ($1, $2, $3, $4, $5, $6, $7, 1, $8, $8)";
    let id: DraftId = change.new_id();
    let fields = form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish();
    let (by, at) = (change.by(), change.at());
    change.run(INSERT, params![id, by, service, folder, form, title, &fields, at])?;
    change.also(Entry::about(id, "text zbývá dopsat"));
    Ok(id)
}

/// Its author throws his own text away within another deed, which testifies to it.
pub fn throw_away(change: &mut Change<'_>, id: DraftId) -> Result<(), Failure> {
    let by = change.by();
    change.run(DELETE, params![id, by])?;
    change.also(Entry::about(id, "rozepsané zahozeno"));
    Ok(())
}

/// The author of a folder's draft, when he may not finish it any more.
fn abandoned(folder: &Folder<'_>, id: DraftId) -> Result<WorkerId, Failure> {
    const AUTHOR: &str = "select worker_id, service_id from draft where id = $1 and folder_id = $2";
    let author: Author = folder.db().first(AUTHOR, params![id, folder.id()])?.ok_or(Failure::Absent)?;
    if holds(folder.db(), author.worker_id, (author.service_id, Some(folder.id())), folder.now())? {
        return Err(Failure::Absent);
    }
    Ok(author.worker_id)
}

/// `POST /folders/{folder}/drafts/{draft}/take-over`: the text of an excluded or departed colleague is finished by
/// whoever holds the thread.
pub fn take_over<'v>(visit: &'v Visit<'v>, pen: Pen<'v>) -> Answer {
    const TAKE: &str = "update draft set worker_id = $3 where id = $1 and worker_id = $2";
    let folder = Folder::open(visit)?;
    let id: DraftId = visit.path("draft")?;
    let author = abandoned(&folder, id)?;
    let mut change = pen.change(&folder)?;
    let by = change.by();
    change.run(TAKE, params![id, author, by])?;
    change.commit(Entry::about(id, "rozepsané po kolegovi převzato"));
    Ok(Response::see_other_saying("/drafts", "draft_taken_over"))
}

/// `POST /folders/{folder}/drafts/{draft}/discard`: the same text is thrown away.
pub fn discard_abandoned<'v>(visit: &'v Visit<'v>, pen: Pen<'v>) -> Answer {
    let folder = Folder::open(visit)?;
    let id: DraftId = visit.path("draft")?;
    let author = abandoned(&folder, id)?;
    let mut change = pen.change(&folder)?;
    change.run(DELETE, params![id, author])?;
    change.commit(Entry::about(id, "rozepsané po kolegovi zahozeno"));
    Ok(Response::see_other_saying("/drafts", "discarded"))
}
