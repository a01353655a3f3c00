use crate::kernel::change::Change;
use crate::kernel::failure::Failure;
use crate::kernel::folder::Folder;
use crate::kernel::id::{StatementId, ThreadId};
use crate::{params, record};
use jiff::civil::Date;

record! {
    /// A text prepared for signing, exactly as it is or will be printed.
    pub(in crate::agreement) struct Document {
        pub(in crate::agreement) id: StatementId,
        /// informed_consent, agreement, oral_agreement, agreement_amendment
        pub(in crate::agreement) kind: String,
        pub(in crate::agreement) template_version: i64,
        pub(in crate::agreement) title: String,
        pub(in crate::agreement) client_name: String,
        pub(in crate::agreement) folder_number: String,
        pub(in crate::agreement) body: String,
        pub(in crate::agreement) digest: Vec<u8>,
        pub(in crate::agreement) extent: String,
        pub(in crate::agreement) place: String,
        pub(in crate::agreement) hours: String,
        pub(in crate::agreement) payment: String,
        pub(in crate::agreement) service_kind: String,
        pub(in crate::agreement) rules_clause: String,
        pub(in crate::agreement) termination: String,
        pub(in crate::agreement) provider_duties: String,
        pub(in crate::agreement) client_duties: String,
        pub(in crate::agreement) client_notice_days: i64,
        pub(in crate::agreement) provider_notice_days: i64,
        pub(in crate::agreement) changes_validity: bool,
        pub(in crate::agreement) signer_role: String,
        pub(in crate::agreement) signer: String,
        pub(in crate::agreement) valid_from: Option<Date>,
        pub(in crate::agreement) valid_until: Option<Date>,
        pub(in crate::agreement) prepared_on: Date,
        pub(in crate::agreement) prepared_by: String,
    }
}

macro_rules! documents {
    ($rest:literal) => {
        concat!(
            "select d.id as id, d.kind as kind, d.template_version as template_version, d.title as title, d.client_name as client_name,
                    d.folder_number as folder_number, d.body as body, d.digest as digest, d.extent as extent,
                    d.place as place, d.hours as hours, d.payment as payment, d.service_kind as service_kind,
                    d.rules_clause as rules_clause, d.termination as termination,
                    d.provider_duties as provider_duties, d.client_duties as client_duties,
                    d.client_notice_days as client_notice_days, d.provider_notice_days as provider_notice_days,
                    d.changes_validity as changes_validity, d.signer_role as signer_role,
                    d.signer as signer, d.valid_from as valid_from, d.valid_until as valid_until,
                    d.prepared_on as prepared_on, trim(w.title || ' ' || w.given_name || ' ' || w.family_name) as prepared_by
               from document d join worker w on w.id = d.recorded_by
              where d.folder_id = $1 and d.recorded_at <= $2 ",
            $rest
        )
    };
}

/// All texts prepared in the folder, the newest first.
pub(in crate::agreement) fn all(folder: &Folder<'_>) -> Result<Vec<Document>, Failure> {
    const ALL: &str = documents!("order by d.recorded_at desc, d.id desc");
    Ok(folder.db().all(ALL, params![folder.id(), folder.as_of()])?)
}

/// One of them.
pub(in crate::agreement) fn one(folder: &Folder<'_>, id: StatementId) -> Result<Document, Failure> {
    const ONE: &str = documents!("and d.id = $3");
    let found: Option<Document> = folder.db().first(ONE, params![folder.id(), folder.as_of(), id])?;
    found.ok_or(Failure::Absent)
}

/// Whether no newer text of its kind was prepared in the folder.
pub(in crate::agreement) fn is_newest(folder: &Folder<'_>, id: StatementId) -> Result<bool, Failure> {
    record! { struct Newest { id: StatementId } }
    const NEWEST: &str = "
        select n.id as id from document n join document d on d.id = $2 and d.kind = n.kind
         where n.folder_id = $1 and d.folder_id = $1 order by n.recorded_at desc, n.id desc";
    let newest: Option<Newest> = folder.db().first(NEWEST, params![folder.id(), id])?;
    Ok(newest.is_some_and(|newest| newest.id == id))
}

/// A text before it is a row.
pub(in crate::agreement) struct NewDocument<'a> {
    pub(in crate::agreement) thread: ThreadId,
    pub(in crate::agreement) kind: &'static str,
    pub(in crate::agreement) template_version: i64,
    pub(in crate::agreement) title: &'a str,
    pub(in crate::agreement) client_name: &'a str,
    pub(in crate::agreement) folder_number: &'a str,
    pub(in crate::agreement) body: &'a str,
    pub(in crate::agreement) digest: &'a [u8; 32],
    pub(in crate::agreement) terms: &'a Terms,
    pub(in crate::agreement) signer: &'a str,
}

/// What is agreed on beside the commission.
#[derive(Clone, Debug, Default)]
pub(in crate::agreement) struct Terms {
    pub(in crate::agreement) extent: String,
    pub(in crate::agreement) place: String,
    pub(in crate::agreement) hours: String,
    pub(in crate::agreement) payment: String,
    /// A code of the list `service_kind`, as the service is on that day.
    pub(in crate::agreement) service_kind: String,
    pub(in crate::agreement) rules_clause: String,
    pub(in crate::agreement) termination: String,
    pub(in crate::agreement) provider_duties: String,
    pub(in crate::agreement) client_duties: String,
    pub(in crate::agreement) client_notice_days: i64,
    pub(in crate::agreement) provider_notice_days: i64,
    /// An amendment that changes until when the agreement holds.
    pub(in crate::agreement) changes_validity: bool,
    pub(in crate::agreement) valid_from: Option<Date>,
    pub(in crate::agreement) valid_until: Option<Date>,
    pub(in crate::agreement) signer_role: String,
}

impl Document {
    pub(in crate::agreement) fn terms(&self) -> Terms {
        Terms {
            extent: self.extent.clone(),
            place: self.place.clone(),
            hours: self.hours.clone(),
            payment: self.payment.clone(),
            service_kind: self.service_kind.clone(),
            rules_clause: self.rules_clause.clone(),
            termination: self.termination.clone(),
            provider_duties: self.provider_duties.clone(),
            client_duties: self.client_duties.clone(),
            client_notice_days: self.client_notice_days,
            provider_notice_days: self.provider_notice_days,
            changes_validity: self.changes_validity,
            valid_from: self.valid_from,
            valid_until: self.valid_until,
            signer_role: self.signer_role.clone(),
        }
    }
}

const INSERT: &str = "
        insert into document (id, folder_id, thread_id, kind, template_version, title, client_name, folder_number, body,
                              digest, extent, place, hours, payment, service_kind, rules_clause, termination,
                              provider_duties, client_duties, client_notice_days, provider_notice_days,
                              changes_validity, signer_role, signer, valid_from, valid_until, prepared_on,
                              recorded_at, recorded_by)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23,
                $24, $25, $26, $27, $28, $29)";

pub(in crate::agreement) fn insert(
    change: &mut Change<'_>,
    folder: &Folder<'_>,
    new: &NewDocument<'_>,
) -> Result<StatementId, Failure> {
    let id = change.begin_statement(folder.id(), "document")?;
    let (at, by, today, folder) = (change.at(), change.by(), change.today(), folder.id());
    let NewDocument { thread, kind, template_version, title, client_name, folder_number, body, digest, .. } = *new;
    let (terms, signer) = (new.terms, new.signer);
    let row = params![
        id,
        folder,
        thread,
        kind,
        template_version,
        title,
        client_name,
        folder_number,
        body,
        digest,
        &terms.extent,
        &terms.place,
        &terms.hours,
        &terms.payment,
        &terms.service_kind,
        &terms.rules_clause,
        &terms.termination,
        &terms.provider_duties,
        &terms.client_duties,
        terms.client_notice_days,
        terms.provider_notice_days,
        terms.changes_validity,
        &terms.signer_role,
        signer,
        terms.valid_from,
        terms.valid_until,
        today,
        at,
        by
    ];
    change.run(INSERT, row)?;
    Ok(id)
}
