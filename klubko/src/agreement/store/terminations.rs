use crate::kernel::change::Change;
use crate::kernel::failure::Failure;
use crate::kernel::folder::Folder;
use crate::kernel::id::{FolderId, StatementId};
use crate::{params, record};
use jiff::civil::Date;
use rules::refusal::{EndedBy, Ground};

record! {
    /// How an agreement of the folder was ended; one that was taken back stays readable.
    pub(in crate::agreement) struct Termination {
        pub(in crate::agreement) id: StatementId,
        pub(in crate::agreement) version: i64,
        pub(in crate::agreement) agreement_id: StatementId,
        pub(in crate::agreement) ended_by: EndedBy,
        pub(in crate::agreement) ground: Option<Ground>,
        pub(in crate::agreement) reason: String,
        pub(in crate::agreement) delivered_on: Date,
        pub(in crate::agreement) ends_on: Date,
        pub(in crate::agreement) taken_back_on: Option<Date>,
        pub(in crate::agreement) who: String,
    }
}

/// All of the folder, the newest first.
pub(in crate::agreement) fn all(folder: &Folder<'_>) -> Result<Vec<Termination>, Failure> {
    const ALL: &str = "
        select x.id as id, x.version as version, x.agreement_id as agreement_id, x.ended_by as ended_by,
               x.ground as ground, x.reason as reason, x.delivered_on as delivered_on, x.ends_on as ends_on,
               x.taken_back_on as taken_back_on, trim(w.title || ' ' || w.given_name || ' ' || w.family_name) as who
          from agreement_termination x join worker w on w.id = x.recorded_by
         where x.folder_id = $1 and x.recorded_at <= $2 and (x.replaced_at is null or x.replaced_at > $2)
         order by x.recorded_at desc, x.id desc";
    Ok(folder.db().all(ALL, params![folder.id(), folder.as_of()])?)
}

/// An end before it is a row.
#[derive(Clone, Copy)]
pub(in crate::agreement) struct NewTermination<'a> {
    pub(in crate::agreement) agreement: StatementId,
    pub(in crate::agreement) ended_by: EndedBy,
    pub(in crate::agreement) ground: Option<Ground>,
    pub(in crate::agreement) reason: &'a str,
    pub(in crate::agreement) delivered_on: Date,
    pub(in crate::agreement) ends_on: Date,
    pub(in crate::agreement) taken_back_on: Option<Date>,
}

pub(in crate::agreement) fn insert(
    change: &mut Change<'_>,
    folder: &Folder<'_>,
    new: &NewTermination<'_>,
) -> Result<StatementId, Failure> {
    let id = change.begin_statement(folder.id(), "agreement_termination")?;
    write(change, folder.id(), (id, 1), new)?;
    Ok(id)
}

/// The end is taken back: another version says so.
pub(in crate::agreement) fn take_back(
    change: &mut Change<'_>,
    folder: &Folder<'_>,
    (one, read): (&Termination, i64),
    taken_back_on: Date,
) -> Result<(), Failure> {
    const REPLACE: &str = "
        update agreement_termination set replaced_at = $4
         where id = $1 and version = $2 and folder_id = $3 and replaced_at is null";
    let at = change.at();
    change.replace(REPLACE, params![one.id, read, folder.id(), at])?;
    let stands = NewTermination {
        agreement: one.agreement_id,
        ended_by: one.ended_by,
        ground: one.ground,
        reason: &one.reason,
        delivered_on: one.delivered_on,
        ends_on: one.ends_on,
        taken_back_on: Some(taken_back_on),
    };
    write(change, folder.id(), (one.id, read + 1), &stands)
}

fn write(
    change: &mut Change<'_>,
    folder: FolderId,
    (id, version): (StatementId, i64),
    new: &NewTermination<'_>,
) -> Result<(), Failure> {
    const INSERT: &str = "
        insert into agreement_termination (id, version, folder_id, agreement_id, ended_by, ground, reason, delivered_on,
                                           ends_on, taken_back_on, recorded_at, recorded_by)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)";
    let (at, by) = (change.at(), change.by());
    let NewTermination { agreement, ended_by, ground, reason, delivered_on, ends_on, taken_back_on } = *new;
    let row =
        params![id, version, folder, agreement, ended_by, ground, reason, delivered_on, ends_on, taken_back_on, at, by];
    change.run(INSERT, row).map(drop)
}
