use crate::kernel::caseload::{Caseload, Listing};
use crate::kernel::change::Change;
use crate::kernel::clock;
use crate::kernel::failure::Failure;
use crate::kernel::folder::Folder;
use crate::kernel::format_cs;
use crate::kernel::id::{ActivityId, DraftId, FolderId};
use crate::{listing, params, record};
use rules::access::Tie;

record! {
    /// A half-written text of a folder, as its list shows it.
    pub struct FolderDraft {
        pub id: DraftId,
        pub folder: FolderId,
        pub given_name: String,
        pub family_name: String,
        pub number: String,
        pub form: String,
        pub title: String,
        pub saved_at: i64,
        pub author: String,
        pub tie: Tie,
    }
}

record! { struct LooseDraft { id: DraftId, form: String, title: String, saved_at: i64 } }
record! {
    struct Bare {
        activity: ActivityId,
        folder: FolderId,
        given_name: String,
        family_name: String,
        number: String,
        starts_at: i64,
        tie: Tie,
    }
}

/// Something that its author has not finished.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unfinished {
    /// None for a contact that was recorded without a text and has no draft.
    pub draft: Option<DraftId>,
    /// What it is: „Zápis“.
    pub title: String,
    /// The client with the folder's number; empty without a folder.
    pub whom: String,
    /// The page where it is finished.
    pub href: String,
    /// When it was last saved, or took place.
    pub at: i64,
}

/// What waits for the viewer in „Zbývá dopsat“.
#[derive(Clone, Debug, Default)]
pub struct Waiting {
    pub count: usize,
    pub first: Vec<Unfinished>,
}

const MINE_IN_FOLDERS: Listing = listing!(
    fully,
    "d.id as id, f.id as folder, p.given_name as given_name, p.family_name as family_name, f.number as number,
     d.form as form, d.title as title, d.saved_at as saved_at, w.family_name as author",
    "from draft d join client_folder f on f.id = d.folder_id
       join person_version p on p.folder_id = f.id and p.replaced_at is null
       join worker w on w.id = d.worker_id",
    "and d.worker_id = $2 and d.service_id = $1 order by d.saved_at, d.id"
);

/// Drafts in the viewer's folders whose author is excluded from them, or works here no more (D19).
const ABANDONED: Listing = listing!(
    fully,
    "d.id as id, f.id as folder, p.given_name as given_name, p.family_name as family_name, f.number as number,
     d.form as form, d.title as title, d.saved_at as saved_at,
     w.given_name || ' ' || w.family_name as author",
    "from draft d join client_folder f on f.id = d.folder_id
       join person_version p on p.folder_id = f.id and p.replaced_at is null
       join worker w on w.id = d.worker_id",
    "and d.worker_id <> $2
     and (exists (select 1 from worker_exclusion e where e.folder_id = f.id and e.worker_id = d.worker_id
                     and e.from_at <= $3 and (e.until_at is null or e.until_at > $3))
          or not exists (select 1 from membership m where m.worker_id = d.worker_id and m.service_id = $1
                     and m.from_day <= $4 and (m.until_day is null or m.until_day >= $4)))
     order by d.saved_at, d.id"
);

/// The viewer's contacts that were recorded as bare facts.
const WITHOUT_TEXT: Listing = listing!(
    fully,
    "v.activity_id as activity, f.id as folder, p.given_name as given_name, p.family_name as family_name,
     f.number as number, v.starts_at as starts_at",
    "from text_due d cross join activity_version v cross join client_folder f cross join person_version p",
    "and d.service_id = $1 and v.activity_id = d.activity_id and v.replaced_at is null and v.worker_id = $2
     and f.id = d.folder_id and p.folder_id = d.folder_id and p.replaced_at is null
     order by v.starts_at, v.activity_id"
);

/// A contact was recorded whose text comes later.
pub fn text_is_due(change: &mut Change, folder: &Folder, activity: ActivityId) -> Result<(), Failure> {
    const INSERT: &str = "insert into text_due (activity_id, service_id, folder_id) values ($1, $2, $3)";
    change.run(INSERT, params![activity, folder.service(), folder.id()]).map(drop)
}

/// Nobody waits for its text any more: it is written, or there will be none.
pub fn text_is_settled(change: &mut Change, folder: FolderId, activity: ActivityId) -> Result<(), Failure> {
    const DELETE: &str = "delete from text_due where activity_id = $1 and folder_id = $2";
    change.run(DELETE, params![activity, folder]).map(drop)
}

fn loose(caseload: &Caseload) -> Result<Vec<LooseDraft>, Failure> {
    const LOOSE: &str = "
        select id, form, title, saved_at from draft
         where worker_id = $1 and service_id = $2 and folder_id is null order by saved_at, id";
    let (db, worker) = caseload.own()?;
    Ok(db.all(LOOSE, params![worker, caseload.service()])?)
}

/// The colleagues' drafts that the viewer may take over: as the key worker or the head.
pub fn abandoned(caseload: &Caseload) -> Result<Vec<FolderDraft>, Failure> {
    let found: Vec<FolderDraft> = caseload.all(ABANDONED, &[])?;
    Ok(found.into_iter().filter(|one| matches!(one.tie, Tie::KeyWorker | Tie::ServiceHead)).collect())
}

/// A page of the house and nothing else: the address came from a form.
fn page(form: &str) -> &str {
    if form.starts_with('/') && !form.starts_with("//") { form } else { "/" }
}

fn whom(given: &str, family: &str, number: &str) -> String {
    format!("{} · {number}", format!("{given} {family}").trim())
}

/// Everything the viewer has not finished in this service, the oldest first.
pub fn unfinished(caseload: &Caseload) -> Result<Vec<Unfinished>, Failure> {
    let drafts: Vec<FolderDraft> = caseload.all(MINE_IN_FOLDERS, &[])?;
    let bare: Vec<Bare> = caseload.all(WITHOUT_TEXT, &[])?;
    let mut all: Vec<Unfinished> = loose(caseload)?.into_iter().map(of_loose).collect();
    let has_draft = |one: &Bare| drafts.iter().any(|draft| draft.form == edit_page(one.folder, one.activity));
    all.extend(bare.iter().filter(|one| one.tie != Tie::Excluded && !has_draft(one)).map(of_bare));
    all.extend(drafts.iter().map(of_folder));
    all.sort_by_key(|one| one.at);
    Ok(all)
}

/// The number of unfinished things and the first five of them.
pub fn waiting(caseload: &Caseload) -> Result<Waiting, Failure> {
    let mut first = unfinished(caseload)?;
    let count = first.len();
    first.truncate(5);
    Ok(Waiting { count, first })
}

fn edit_page(folder: FolderId, activity: ActivityId) -> String {
    format!("/folders/{folder}/records/{activity}/edit")
}

fn titled(title: String) -> String {
    if title.is_empty() { "Rozepsaný text".to_owned() } else { title }
}

fn of_loose(draft: LooseDraft) -> Unfinished {
    let href = format!("{}?draft={}", page(&draft.form), draft.id);
    Unfinished { draft: Some(draft.id), title: titled(draft.title), whom: String::new(), href, at: draft.saved_at }
}

fn of_folder(draft: &FolderDraft) -> Unfinished {
    Unfinished {
        draft: Some(draft.id),
        title: titled(draft.title.clone()),
        whom: whom(&draft.given_name, &draft.family_name, &draft.number),
        href: format!("{}?draft={}", page(&draft.form), draft.id),
        at: draft.saved_at,
    }
}

fn of_bare(one: &Bare) -> Unfinished {
    let day = format_cs::short_date(clock::day_of(one.starts_at));
    Unfinished {
        draft: None,
        title: format!("Text ke kontaktu {day}"),
        whom: whom(&one.given_name, &one.family_name, &one.number),
        href: edit_page(one.folder, one.activity),
        at: one.starts_at,
    }
}
