use crate::kernel::change::Change;
use crate::kernel::failure::Failure;
use crate::kernel::folder::Folder;
use crate::kernel::id::StatementId;
use crate::{params, record};
use jiff::civil::Date;

record! {
    /// A signed amendment of the folder's agreement.
    pub(in crate::agreement) struct Amendment {
        pub(in crate::agreement) agreement_id: StatementId,
        pub(in crate::agreement) number: i64,
        pub(in crate::agreement) document_id: StatementId,
        pub(in crate::agreement) signed_on: Date,
        pub(in crate::agreement) valid_from: Date,
        pub(in crate::agreement) who: String,
    }
}

/// All of the folder, in their order.
pub(in crate::agreement) fn all(folder: &Folder<'_>) -> Result<Vec<Amendment>, Failure> {
    const ALL: &str = "
        select m.agreement_id as agreement_id, m.number as number, m.document_id as document_id,
               m.signed_on as signed_on, m.valid_from as valid_from,
               trim(w.title || ' ' || w.given_name || ' ' || w.family_name) as who
          from agreement_amendment m join worker w on w.id = m.recorded_by
         where m.folder_id = $1 and m.recorded_at <= $2 order by m.recorded_at, m.number";
    Ok(folder.db().all(ALL, params![folder.id(), folder.as_of()])?)
}

/// An amendment before it is a row.
pub(in crate::agreement) struct NewAmendment<'a> {
    pub(in crate::agreement) agreement: StatementId,
    pub(in crate::agreement) number: i64,
    pub(in crate::agreement) document: StatementId,
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
    new: &NewAmendment<'_>,
) -> Result<StatementId, Failure> {
    const INSERT: &str = "
        insert into agreement_amendment (id, folder_id, agreement_id, number, document_id, signed_on, signer,
                                         signer_role, mandate, signed_in, valid_from, valid_until, recorded_at,
                                         recorded_by)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)";
    let id = change.begin_statement(folder.id(), "agreement_amendment")?;
    let (at, by, folder) = (change.at(), change.by(), folder.id());
    let NewAmendment { agreement, number, document, signed_on, signer, signer_role, mandate, .. } = *new;
    let NewAmendment { signed_in, valid_from, valid_until, .. } = *new;
    let row = params![
        id,
        folder,
        agreement,
        number,
        document,
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
