use crate::kernel::change::Change;
use crate::kernel::failure::Failure;
use crate::kernel::folder::Folder;
use crate::kernel::id::{StatementId, ThreadId};
use crate::{params, record};
use jiff::civil::Date;
use rules::agreement::AgreementForm;

record! {
    /// The agreement of a folder as it is known at the moment the folder is shown.
    pub struct Agreement {
        pub id: StatementId,
        pub thread: ThreadId,
        pub form: AgreementForm,
        pub document: StatementId,
        /// The version of the template of the text that was signed.
        pub text_version: i64,
        pub commission: StatementId,
        pub signed_on: Date,
        pub signer: String,
        /// `self` or `representative`.
        pub signer_role: String,
        pub mandate: String,
        pub signed_in: String,
        pub valid_from: Date,
        pub valid_until: Option<Date>,
        pub recorded_at: i64,
        pub recorded_by: String,
    }
}

/// The newest agreement of the folder.
pub fn current(folder: &Folder<'_>) -> Result<Option<Agreement>, Failure> {
    const CURRENT: &str = "
        select a.id as id, a.thread_id as thread, a.form as form, a.document_id as document,
               d.template_version as text_version, a.commission_id as commission, a.signed_on as signed_on,
               a.signer as signer, a.signer_role as signer_role, a.mandate as mandate, a.signed_in as signed_in,
               a.valid_from as valid_from, a.valid_until as valid_until, a.recorded_at as recorded_at,
               trim(w.title || ' ' || w.given_name || ' ' || w.family_name) as recorded_by
          from agreement a
          join document d on d.id = a.document_id
          join worker w on w.id = a.recorded_by
         where a.folder_id = $1 and a.recorded_at <= $2 and (a.replaced_at is null or a.replaced_at > $2)
         order by a.signed_on desc, a.recorded_at desc";
    Ok(folder.db().first(CURRENT, params![folder.id(), folder.as_of()])?)
}

/// An agreement before it is a row.
pub(in crate::agreement) struct NewAgreement<'a> {
    pub(in crate::agreement) thread: ThreadId,
    pub(in crate::agreement) form: AgreementForm,
    pub(in crate::agreement) document: StatementId,
    pub(in crate::agreement) commission: StatementId,
    pub(in crate::agreement) signed_on: Date,
    pub(in crate::agreement) signer: &'a str,
    pub(in crate::agreement) signer_role: &'a str,
    pub(in crate::agreement) mandate: &'a str,
    pub(in crate::agreement) signed_in: &'a str,
    pub(in crate::agreement) valid_from: Date,
    pub(in crate::agreement) valid_until: Option<Date>,
}

pub(in crate::agreement) fn insert(
    change: &mut Change<'_>,
    folder: &Folder<'_>,
    new: &NewAgreement<'_>,
) -> Result<StatementId, Failure> {
    const INSERT: &str = "
        insert into agreement (id, version, folder_id, thread_id, form, document_id, commission_id, signed_on, signer,
                               signer_role, mandate, signed_in, valid_from, valid_until, recorded_at, recorded_by)
        values ($1, 1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)";
    let id = change.begin_statement(folder.id(), "agreement")?;
    let (at, by, folder) = (change.at(), change.by(), folder.id());
    let NewAgreement { thread, form, document, commission, signed_on, signer, .. } = *new;
    let NewAgreement { signer_role, mandate, signed_in, valid_from, valid_until, .. } = *new;
    let row = params![
        id,
        folder,
        thread,
        form,
        document,
        commission,
        signed_on,
        signer,
        signer_role,
        mandate,
        signed_in,
        valid_from,
        valid_until,
        at,
        by
    ];
    change.run(INSERT, row)?;
    Ok(id)
}
