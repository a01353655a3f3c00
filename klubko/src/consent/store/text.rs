//! Texts that wait for the client's answer: as they are shown on the screen and printed, with the digest of every word.

use crate::kernel::change::Change;
use crate::kernel::failure::Failure;
use crate::kernel::folder::Folder;
use crate::kernel::id::StatementId;
use crate::{params, record};
use rules::consent::ConsentKind;

record! {
    pub(in crate::consent) struct Text {
        pub(in crate::consent) id: StatementId,
        pub(in crate::consent) kind: ConsentKind,
        pub(in crate::consent) title: String,
        pub(in crate::consent) body: String,
        pub(in crate::consent) template_version: Option<i64>,
        pub(in crate::consent) digest: Vec<u8>,
        pub(in crate::consent) fields: String,
        pub(in crate::consent) recorded_at: i64,
        pub(in crate::consent) recorded_by: String,
    }
}

/// One text of this folder, as known at the moment it is shown.
pub(in crate::consent) fn one(folder: &Folder<'_>, id: StatementId) -> Result<Text, Failure> {
    const ONE: &str = "
        select x.id as id, x.kind as kind, x.title as title, x.body as body,
               x.template_version as template_version, x.digest as digest, x.fields as fields, x.recorded_at as recorded_at, trim(w.title || ' ' || w.given_name || ' ' || w.family_name) as recorded_by
          from consent_text x join worker w on w.id = x.recorded_by
         where x.folder_id = $1 and x.id = $2 and x.recorded_at <= $3";
    folder.db().first(ONE, params![folder.id(), id, folder.as_of()])?.ok_or(Failure::Absent)
}

record! {
    /// A text that nobody has answered yet.
    pub(in crate::consent) struct Waiting {
        pub(in crate::consent) id: StatementId,
        pub(in crate::consent) kind: ConsentKind,
        pub(in crate::consent) recorded_at: i64,
    }
}

pub(in crate::consent) fn waiting(folder: &Folder<'_>) -> Result<Vec<Waiting>, Failure> {
    const WAITING: &str = "
        select x.id as id, x.kind as kind, x.recorded_at as recorded_at
          from consent_text x
         where x.folder_id = $1 and x.recorded_at <= $2
           and not exists (select 1 from consent c where c.folder_id = x.folder_id and c.kind = x.kind
                              and c.recorded_at >= x.recorded_at and c.recorded_at <= $2)
         order by x.recorded_at desc, x.id desc";
    Ok(folder.db().all(WAITING, params![folder.id(), folder.as_of()])?)
}

/// What is kept of a text; `fields` is what the worker typed.
pub(in crate::consent) struct NewText<'a> {
    pub(in crate::consent) kind: ConsentKind,
    pub(in crate::consent) title: &'a str,
    pub(in crate::consent) body: &'a str,
    pub(in crate::consent) template_version: Option<i64>,
    pub(in crate::consent) digest: &'a [u8],
    pub(in crate::consent) fields: &'a [(String, String)],
}

pub(in crate::consent) fn insert(
    change: &mut Change<'_>,
    folder: &Folder<'_>,
    new: &NewText<'_>,
) -> Result<StatementId, Failure> {
    const INSERT: &str = "
        insert into consent_text (id, folder_id, kind, title, body, template_version, digest, fields, recorded_at,
                                  recorded_by)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)";
    let id = change.begin_statement(folder.id(), "consent_text")?;
    let (at, by) = (change.at(), change.by());
    let fields = form_urlencoded::Serializer::new(String::new()).extend_pairs(new.fields).finish();
    let row =
        params![id, folder.id(), new.kind, new.title, new.body, new.template_version, new.digest, &fields, at, by];
    change.run(INSERT, row)?;
    Ok(id)
}
