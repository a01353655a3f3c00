pub(in crate::consent) mod secrecy;
pub(in crate::consent) mod sharing;
pub(in crate::consent) mod text;

use crate::kernel::change::Change;
use crate::kernel::failure::Failure;
use crate::kernel::folder::Folder;
use crate::kernel::id::{FolderId, StatementId, WorkerId};
use crate::{params, record};
use jiff::civil::Date;
use rules::consent::{ConsentForm, ConsentKind, Decision, LegalGround};

record! {
    /// A decision as it is known at the moment the folder is shown, with what has happened to it since.
    pub(super) struct Recorded {
        pub(super) id: StatementId,
        pub(super) kind: ConsentKind,
        pub(super) decision: Decision,
        pub(super) form: ConsentForm,
        pub(super) wording: String,
        pub(super) scope: String,
        pub(super) line: String,
        pub(super) heard_by: Option<String>,
        pub(super) given_at: i64,
        pub(super) given_on: Date,
        pub(super) valid_until: Option<Date>,
        pub(super) document_id: Option<StatementId>,
        pub(super) recorded_at: i64,
        pub(super) recorded_by: String,
        pub(super) withdrawn_at: Option<i64>,
        pub(super) withdrawn_how: Option<String>,
        pub(super) withdrawn_recorded_at: Option<i64>,
        pub(super) withdrawn_recorded_by: Option<String>,
    }
}

/// The decisions about the processing of data in the service, the newest first. Those that open something to somebody
/// else are in [`sharing`].
pub(super) fn all(folder: &Folder<'_>) -> Result<Vec<Recorded>, Failure> {
    const ALL: &str = "
        select c.id as id, c.kind as kind, c.decision as decision, c.form as form, c.wording as wording,
               c.scope as scope, c.line as line, trim(h.title || ' ' || h.given_name || ' ' || h.family_name) as heard_by,
               c.given_at as given_at, c.given_on as given_on, c.valid_until as valid_until,
               c.document_id as document_id, c.recorded_at as recorded_at,
               trim(r.title || ' ' || r.given_name || ' ' || r.family_name) as recorded_by,
               w.withdrawn_at as withdrawn_at, w.how as withdrawn_how, w.recorded_at as withdrawn_recorded_at,
               trim(b.title || ' ' || b.given_name || ' ' || b.family_name) as withdrawn_recorded_by
          from consent c
          join worker r on r.id = c.recorded_by
          left join worker h on h.id = c.heard_by
          left join consent_withdrawal w on w.consent_id = c.id and w.recorded_at <= $2
          left join worker b on b.id = w.recorded_by
         where c.folder_id = $1 and c.kind = 'personal_data_processing'
           and c.recorded_at <= $2 and (c.replaced_at is null or c.replaced_at > $2)
         order by c.given_at desc, c.recorded_at desc, c.id desc";
    Ok(folder.db().all(ALL, params![folder.id(), folder.as_of()])?)
}

/// A decision before it is a row.
pub(super) struct NewDecision<'a> {
    pub(super) kind: ConsentKind,
    pub(super) decision: Decision,
    pub(super) form: ConsentForm,
    pub(super) wording: &'a str,
    pub(super) scope: &'a str,
    pub(super) line: &'a str,
    pub(super) heard_by: Option<WorkerId>,
    pub(super) given_at: i64,
    pub(super) given_on: Date,
    pub(super) legal_ground: LegalGround,
    pub(super) document: Option<StatementId>,
}

record! { struct Earlier { id: StatementId } }

/// The decision that one given at this moment takes the place of.
fn superseded_by(folder: &Folder<'_>, kind: ConsentKind, given_at: i64) -> Result<Option<StatementId>, Failure> {
    const EARLIER: &str = "
        select id from consent
         where folder_id = $1 and kind = $2 and given_at <= $3 and replaced_at is null
           and id not in (select consent_id from consent_withdrawal where folder_id = $1)
         order by given_at desc, recorded_at desc, id desc";
    let earlier: Option<Earlier> = folder.db().first(EARLIER, params![folder.id(), kind, given_at])?;
    Ok(earlier.map(|one| one.id))
}

pub(super) fn insert(
    change: &mut Change<'_>,
    folder: &Folder<'_>,
    new: &NewDecision<'_>,
) -> Result<StatementId, Failure> {
    const INSERT: &str = "
        insert into consent (id, version, folder_id, kind, decision, form, wording, scope, line, heard_by, given_at,
                             given_on, legal_ground, document_id, supersedes_id, recorded_at, recorded_by)
        values ($1, 1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)";
    let superseded = superseded_by(folder, new.kind, new.given_at)?;
    let id = change.begin_statement(folder.id(), "consent")?;
    let NewDecision { kind, decision, form, wording, scope, line, heard_by, given_at, given_on, .. } = *new;
    let (ground, document) = (new.legal_ground, new.document);
    let (at, by, folder) = (change.at(), change.by(), folder.id());
    let row = params![
        id, folder, kind, decision, form, wording, scope, line, heard_by, given_at, given_on, ground, document,
        superseded, at, by
    ];
    change.run(INSERT, row)?;
    Ok(id)
}

/// Whether an agreement is known at the moment the folder is shown.
pub(super) fn has_agreement(folder: &Folder<'_>) -> Result<bool, Failure> {
    record! { struct Concluded { id: StatementId } }
    const AGREEMENT: &str = "
        select id from agreement
         where folder_id = $1 and recorded_at <= $2 and (replaced_at is null or replaced_at > $2)";
    let found: Option<Concluded> = folder.db().first(AGREEMENT, params![folder.id(), folder.as_of()])?;
    Ok(found.is_some_and(|one| one.id.0 != uuid::Uuid::nil()))
}

/// Days of consultations that were saved on the ground of a vital interest.
pub(super) fn vital_interest(folder: &Folder<'_>) -> Result<Vec<Date>, Failure> {
    record! { struct Held { held_on: Date } }
    const HELD: &str = "
        select c.held_on as held_on from intro_consultation c
         where c.folder_id = $1 and c.recorded_at <= $2 and c.legal_ground = 'vital_interest'
           and not exists (select 1 from record_strike_out u
                            where u.activity_id = c.activity_id and u.recorded_at <= $2)
         order by c.held_on";
    let held: Vec<Held> = folder.db().all(HELD, params![folder.id(), folder.as_of()])?;
    Ok(held.into_iter().map(|one| one.held_on).collect())
}

/// A withdrawal stands beside the consent, in the folder where that was given, and never touches it.
pub(super) fn insert_withdrawal(
    change: &mut Change<'_>,
    (folder, consent): (FolderId, StatementId),
    withdrawn_at: i64,
    how: &str,
) -> Result<(), Failure> {
    const INSERT: &str = "
        insert into consent_withdrawal (consent_id, folder_id, withdrawn_at, how, recorded_at, recorded_by)
        values ($1, $2, $3, $4, $5, $6)";
    let (at, by) = (change.at(), change.by());
    change.run(INSERT, params![consent, folder, withdrawn_at, how, at, by]).map(drop)
}

/// Whether a consent to processing was withdrawn after a moment. Others are no matter of the agreement.
pub(super) fn was_withdrawn_since(folder: &Folder<'_>, since: i64) -> Result<bool, Failure> {
    record! { struct Withdrawn { consent_id: StatementId } }
    const WITHDRAWN: &str = "
        select w.consent_id as consent_id from consent_withdrawal w
          join consent c on c.id = w.consent_id and c.kind = 'personal_data_processing'
         where w.folder_id = $1 and w.recorded_at >= $2";
    let found: Option<Withdrawn> = folder.db().first(WITHDRAWN, params![folder.id(), since])?;
    Ok(found.is_some_and(|one| one.consent_id.0 != uuid::Uuid::nil()))
}

/// Whether somebody already has the task to get the written consent.
pub(super) fn waits_for_written(folder: &Folder<'_>) -> Result<bool, Failure> {
    record! { struct Open { id: crate::kernel::id::TaskId } }
    const OPEN: &str = "select id from task where folder_id = $1 and rule = 'r024' and done_at is null";
    let open: Option<Open> = folder.db().first(OPEN, params![folder.id()])?;
    Ok(open.is_some_and(|task| task.id.0 != uuid::Uuid::nil()))
}
