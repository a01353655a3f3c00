//! Releases from the duty of secrecy and their withdrawals (§ 100 of 108/2006).

use crate::kernel::change::Change;
use crate::kernel::failure::Failure;
use crate::kernel::folder::Folder;
use crate::kernel::id::StatementId;
use crate::{params, record};
use jiff::civil::Date;

record! {
    /// A release with what has happened to it until the moment it is shown.
    pub(in crate::consent) struct Release {
        pub(in crate::consent) id: StatementId,
        pub(in crate::consent) addressee: String,
        pub(in crate::consent) extent: String,
        pub(in crate::consent) purpose: String,
        pub(in crate::consent) signed_on: Date,
        pub(in crate::consent) valid_until: Option<Date>,
        pub(in crate::consent) given_by: String,
        pub(in crate::consent) authority: String,
        pub(in crate::consent) recorded_at: i64,
        pub(in crate::consent) recorded_by: String,
        pub(in crate::consent) withdrawn_on: Option<Date>,
        pub(in crate::consent) withdrawn_how: Option<String>,
    }
}

/// The newest first.
pub(in crate::consent) fn all(folder: &Folder<'_>) -> Result<Vec<Release>, Failure> {
    const ALL: &str = "
        select r.id as id, r.addressee as addressee, r.extent as extent, r.purpose as purpose,
               r.signed_on as signed_on, r.valid_until as valid_until, r.given_by as given_by,
               r.authority as authority, r.recorded_at as recorded_at,
               trim(w.title || ' ' || w.given_name || ' ' || w.family_name) as recorded_by,
               x.withdrawn_on as withdrawn_on, x.how as withdrawn_how
          from secrecy_release r
          join worker w on w.id = r.recorded_by
          left join secrecy_release_withdrawal x on x.release_id = r.id and x.recorded_at <= $2
         where r.folder_id = $1 and r.recorded_at <= $2
         order by r.signed_on desc, r.recorded_at desc, r.id desc";
    let known = if folder.is_past() { folder.as_of() } else { i64::MAX };
    Ok(folder.db().all(ALL, params![folder.id(), known])?)
}

/// What the client signed.
pub(in crate::consent) struct NewRelease<'a> {
    pub(in crate::consent) addressee: &'a str,
    pub(in crate::consent) extent: &'a str,
    pub(in crate::consent) purpose: &'a str,
    pub(in crate::consent) signed_on: Date,
    pub(in crate::consent) valid_until: Option<Date>,
    pub(in crate::consent) given_by: &'a str,
    pub(in crate::consent) authority: &'a str,
}

pub(in crate::consent) fn insert(
    change: &mut Change<'_>,
    folder: &Folder<'_>,
    new: &NewRelease<'_>,
) -> Result<StatementId, Failure> {
    const INSERT: &str = "
        insert into secrecy_release (id, folder_id, addressee, extent, purpose, signed_on, valid_until, given_by,
                                     authority, recorded_at, recorded_by)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)";
    let id = change.begin_statement(folder.id(), "secrecy_release")?;
    let (at, by) = (change.at(), change.by());
    let NewRelease { addressee, extent, purpose, signed_on, valid_until, given_by, authority } = *new;
    let row = params![id, folder.id(), addressee, extent, purpose, signed_on, valid_until, given_by, authority, at, by];
    change.run(INSERT, row)?;
    Ok(id)
}

/// It stands beside the release and never touches it.
pub(in crate::consent) fn withdraw(
    change: &mut Change<'_>,
    folder: &Folder<'_>,
    release: StatementId,
    (withdrawn_on, how): (Date, &str),
) -> Result<(), Failure> {
    const INSERT: &str = "
        insert into secrecy_release_withdrawal (release_id, folder_id, withdrawn_on, how, recorded_at, recorded_by)
        values ($1, $2, $3, $4, $5, $6)";
    let (at, by) = (change.at(), change.by());
    change.run(INSERT, params![release, folder.id(), withdrawn_on, how, at, by]).map(drop)
}
