//! Written notices of refusal, word for word as they were issued.

use crate::kernel::change::Change;
use crate::kernel::failure::Failure;
use crate::kernel::folder::Folder;
use crate::kernel::id::{FolderId, StatementId};
use crate::{params, record};
use jiff::civil::Date;

record! {
    pub struct Notice {
        pub refusal_id: StatementId,
        pub template_version: i64,
        pub client_name: String,
        pub body: String,
        pub digest: Vec<u8>,
        pub issued_on: Date,
        pub issued_by: String,
    }
}

/// The notices of the folder, the newest first.
pub fn all(folder: &Folder) -> Result<Vec<Notice>, Failure> {
    const ALL: &str = "
        select n.refusal_id as refusal_id, n.template_version as template_version, n.client_name as client_name,
               n.body as body, n.digest as digest, n.issued_on as issued_on,
               trim(w.title || ' ' || w.given_name || ' ' || w.family_name) as issued_by
          from refusal_notice n join worker w on w.id = n.recorded_by
         where n.folder_id = $1 and n.recorded_at <= $2 order by n.recorded_at desc, n.id desc";
    Ok(folder.db().all(ALL, params![folder.id(), folder.as_of()])?)
}

/// A notice before it is a row.
#[derive(Clone, Copy, Debug)]
pub struct NewNotice<'a> {
    pub refusal: StatementId,
    pub template_version: i64,
    pub client_name: &'a str,
    pub body: &'a str,
    pub digest: &'a [u8; 32],
    pub asked_on: Date,
    pub issued_on: Date,
}

pub fn insert(change: &mut Change, folder: FolderId, new: &NewNotice<'_>) -> Result<StatementId, Failure> {
    const INSERT: &str = "
        insert into refusal_notice (id, folder_id, refusal_id, template_version, client_name, body, digest, asked_on,
                                    issued_on, recorded_at, recorded_by)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)";
    let id = change.begin_statement(folder, "refusal_notice")?;
    let (at, by) = (change.at(), change.by());
    let NewNotice { refusal, template_version, client_name, body, digest, asked_on, issued_on } = *new;
    let row = params![id, folder, refusal, template_version, client_name, body, digest, asked_on, issued_on, at, by];
    change.run(INSERT, row)?;
    Ok(id)
}
