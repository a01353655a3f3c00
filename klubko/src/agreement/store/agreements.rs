use crate::folders;
use crate::kernel::change::Change;
use crate::kernel::failure::Failure;
use crate::kernel::folder::Folder;
use crate::kernel::format_cs::date;
use crate::kernel::id::{StatementId, ThreadId};
use crate::{params, record};
use jiff::civil::Date;
use rules::agreement::AgreementForm;
use rules::agreement_terms::last_day;

record! {
    /// The agreement of a folder as it is known at the moment the folder is shown.
    pub struct Agreement {
        pub id: StatementId,
        pub version: i64,
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
        pub service_kind: String,
        /// How its content was explained.
        pub explained: String,
        pub valid_from: Date,
        pub valid_until: Option<Date>,
        /// The last day by a notice or by the agreement of both, if somebody ended it.
        pub ends_on: Option<Date>,
        pub provider_notice_days: i64,
        pub recorded_at: i64,
        pub recorded_by: String,
    }
}

/// The newest agreement of the folder.
pub fn current(folder: &Folder<'_>) -> Result<Option<Agreement>, Failure> {
    const CURRENT: &str = "
        select a.id as id, a.version as version, a.thread_id as thread, a.form as form, a.document_id as document,
               d.template_version as text_version, a.commission_id as commission, a.signed_on as signed_on,
               a.signer as signer, a.signer_role as signer_role, a.mandate as mandate, a.signed_in as signed_in,
               a.service_kind as service_kind, a.explained as explained, x.ends_on as ends_on,
               d.provider_notice_days as provider_notice_days,
               a.valid_from as valid_from, a.valid_until as valid_until, a.recorded_at as recorded_at,
               trim(w.title || ' ' || w.given_name || ' ' || w.family_name) as recorded_by
          from agreement a
          join document d on d.id = a.document_id
          left join agreement_termination x on x.agreement_id = a.id and x.folder_id = a.folder_id
                               and x.taken_back_on is null and x.recorded_at <= $2
                               and (x.replaced_at is null or x.replaced_at > $2)
          join worker w on w.id = a.recorded_by
         where a.folder_id = $1 and a.recorded_at <= $2 and (a.replaced_at is null or a.replaced_at > $2)
         order by a.signed_on desc, a.recorded_at desc";
    Ok(folder.db().first(CURRENT, params![folder.id(), folder.as_of()])?)
}

impl Agreement {
    /// Its last day: the validity, or an earlier end.
    pub fn last_day(&self) -> Option<Date> {
        last_day(self.valid_until, self.ends_on)
    }

    /// „Smlouva ze dne 16. 3. 2026 platí od 16. 3. 2026 na dobu neurčitou.“
    pub fn said(&self) -> String {
        let until = self.last_day().map_or_else(|| "na dobu neurčitou".to_owned(), |day| format!("do {}", date(day)));
        format!("Smlouva ze dne {} platí od {} {until}.", date(self.signed_on), date(self.valid_from))
    }

    /// It ended before a day.
    pub fn has_ended(&self, day: Date) -> bool {
        self.last_day().is_some_and(|last| last < day)
    }
}

/// The agreement of the newest thread, whether it still holds or not.
pub(in crate::agreement) fn of_newest_thread(folder: &Folder<'_>) -> Result<Option<Agreement>, Failure> {
    let thread = folders::thread(folder)?;
    Ok(current(folder)?.filter(|one| one.thread == thread))
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
    pub(in crate::agreement) service_kind: &'a str,
    pub(in crate::agreement) explained: &'a str,
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
                               signer_role, mandate, signed_in, service_kind, explained, valid_from, valid_until,
                               recorded_at, recorded_by)
        values ($1, 1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)";
    let id = change.begin_statement(folder.id(), "agreement")?;
    let (at, by, folder) = (change.at(), change.by(), folder.id());
    let NewAgreement { thread, form, document, commission, signed_on, signer, .. } = *new;
    let NewAgreement { signer_role, mandate, signed_in, service_kind, explained, .. } = *new;
    let NewAgreement { valid_from, valid_until, .. } = *new;
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
        service_kind,
        explained,
        valid_from,
        valid_until,
        at,
        by
    ];
    change.run(INSERT, row)?;
    Ok(id)
}

/// The agreement with another last day, by a signed amendment: a new version, the one before stays readable.
pub(in crate::agreement) fn revalidate(
    change: &mut Change<'_>,
    folder: &Folder<'_>,
    (id, version): (StatementId, i64),
    valid_until: Option<Date>,
) -> Result<(), Failure> {
    const REPLACE: &str = "
        update agreement set replaced_at = $4
         where id = $1 and version = $2 and folder_id = $3 and replaced_at is null";
    const COPY: &str = "
        insert into agreement (id, version, folder_id, thread_id, form, document_id, commission_id, signed_on, signer,
                               signer_role, mandate, signed_in, service_kind, explained, valid_from, valid_until,
                               recorded_at, recorded_by)
        select id, version + 1, folder_id, thread_id, form, document_id, commission_id, signed_on, signer, signer_role,
               mandate, signed_in, service_kind, explained, valid_from, $4, $5, $6
          from agreement where id = $1 and version = $2 and folder_id = $3";
    let (at, by) = (change.at(), change.by());
    change.replace(REPLACE, params![id, version, folder.id(), at])?;
    change.run(COPY, params![id, version, folder.id(), valid_until, at, by]).map(drop)
}
