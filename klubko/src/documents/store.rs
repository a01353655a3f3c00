use crate::kernel::change::Change;
use crate::kernel::content::Prepared;
use crate::kernel::crossing::Crossing;
use crate::kernel::db::Unit;
use crate::kernel::failure::Failure;
use crate::kernel::folder::Folder;
use crate::kernel::id::{FolderId, StatementId, WorkerId};
use crate::{params, record};
use rules::attachment::FileType;

record! {
    /// A document as it is known at the moment the folder is shown.
    pub(super) struct Attachment {
        pub(super) id: StatementId,
        pub(super) belongs_to: Option<StatementId>,
        pub(super) title: String,
        pub(super) note: String,
        pub(super) name: String,
        pub(super) file_type: FileType,
        pub(super) digest: Vec<u8>,
        pub(super) size: i64,
        pub(super) recorded_at: i64,
        pub(super) worker_id: WorkerId,
        pub(super) recorded_by: String,
        pub(super) struck_reason: Option<String>,
        pub(super) struck_at: Option<i64>,
        pub(super) struck_by: Option<String>,
    }
}

macro_rules! attachments {
    ($further:literal) => {
        concat!(
            "select a.id as id, a.belongs_to as belongs_to, a.title as title, a.note as note, a.name as name,
                    a.file_type as file_type, a.digest as digest, a.size as size, a.recorded_at as recorded_at,
                    a.recorded_by as worker_id, trim(w.title || ' ' || w.given_name || ' ' || w.family_name) as recorded_by,
                    s.reason as struck_reason, s.recorded_at as struck_at,
                    trim(b.title || ' ' || b.given_name || ' ' || b.family_name) as struck_by
               from attachment a
               join worker w on w.id = a.recorded_by
               left join attachment_strike_out s on s.attachment_id = a.id and s.recorded_at <= $2
               left join worker b on b.id = s.recorded_by
              where a.folder_id = $1 and a.recorded_at <= $2 ",
            $further
        )
    };
}

/// All documents of the folder, the newest first.
pub(super) fn all(folder: &Folder<'_>) -> Result<Vec<Attachment>, Failure> {
    const ALL: &str = attachments!("order by a.recorded_at desc, a.id desc");
    Ok(folder.db().all(ALL, params![folder.id(), folder.as_of()])?)
}

/// Those that show the paper of a consent or of a signed text.
pub(super) fn belonging(folder: &Folder<'_>) -> Result<Vec<Attachment>, Failure> {
    const BELONGING: &str = attachments!("and a.belongs_to is not null order by a.recorded_at, a.id");
    Ok(folder.db().all(BELONGING, params![folder.id(), folder.as_of()])?)
}

pub(super) fn one(folder: &Folder<'_>, id: StatementId) -> Result<Attachment, Failure> {
    const ONE: &str = attachments!("and a.id = $3");
    folder.db().first(ONE, params![folder.id(), folder.as_of(), id])?.ok_or(Failure::Absent)
}

record! {
    /// The bytes of a shared document.
    pub(super) struct SharedFile { pub(super) digest: Vec<u8>, pub(super) file_type: FileType }
}

/// The document that an item names, in the folder from which it came.
pub(super) fn shared(crossing: &Crossing<'_>, id: uuid::Uuid) -> Result<Option<SharedFile>, Failure> {
    const SHARED: &str = "
        select a.digest as digest, a.file_type as file_type from attachment a
         where a.id = $1 and a.folder_id = $2
           and not exists (select 1 from attachment_strike_out s where s.attachment_id = a.id)";
    Ok(crossing.db().first(SHARED, params![id, crossing.far_folder().id()])?)
}

record! {
    /// What a document may belong to.
    pub(super) struct Owner { pub(super) id: StatementId, pub(super) kind: String }
}

/// A consent or a signed text of this folder.
pub(super) fn owner(folder: &Folder<'_>, id: StatementId) -> Result<Option<Owner>, Failure> {
    const OWNER: &str = "
        select id, kind from statement where id = $1 and folder_id = $2 and kind in ('consent', 'document', 'secrecy_release')";
    Ok(folder.db().first(OWNER, params![id, folder.id()])?)
}

/// Bytes that all folders of the provider hold together, originals too; what two hold counts twice.
pub(super) fn used(unit: &Unit) -> Result<u64, Failure> {
    record! { struct Sum { used: i64 } }
    const USED: &str = "select cast(coalesce(sum(total_size), 0) as bigint) as used from attachment";
    let sum: Option<Sum> = unit.first(USED, &[])?;
    Ok(sum.map_or(0, |sum| sum.used.unsigned_abs()))
}

/// A document before it is a row.
pub(super) struct NewAttachment<'a> {
    pub(super) belongs_to: Option<StatementId>,
    pub(super) title: &'a str,
    pub(super) note: &'a str,
    pub(super) file: &'a Prepared,
}

pub(super) fn insert(
    change: &mut Change<'_>,
    folder: FolderId,
    new: &NewAttachment<'_>,
) -> Result<StatementId, Failure> {
    const INSERT: &str = "
        insert into attachment (id, folder_id, belongs_to, title, note, name, file_type, digest, size, original_digest,
                                total_size, recorded_at, recorded_by)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)";
    let id = change.begin_statement(folder, "attachment")?;
    let (file, at, by) = (new.file, change.at(), change.by());
    let (content, original) = (file.content(), file.original().map(|original| original.digest().as_slice()));
    let row = params![
        id,
        folder,
        new.belongs_to,
        new.title,
        new.note,
        file.name(),
        file.file_type(),
        content.digest(),
        content.size(),
        original,
        file.size(),
        at,
        by
    ];
    change.run(INSERT, row)?;
    Ok(id)
}

pub(super) fn strike_out(
    change: &mut Change<'_>,
    folder: FolderId,
    attachment: StatementId,
    reason: &str,
) -> Result<(), Failure> {
    const INSERT: &str = "
        insert into attachment_strike_out (attachment_id, folder_id, reason, recorded_at, recorded_by)
        values ($1, $2, $3, $4, $5)";
    let (at, by) = (change.at(), change.by());
    change.run(INSERT, params![attachment, folder, reason, at, by]).map(drop)
}
