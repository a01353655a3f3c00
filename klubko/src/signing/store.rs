use super::{Given, Lending, Lent};
use crate::kernel::change::Change;
use crate::kernel::failure::Failure;
use crate::kernel::folder::Folder;
use crate::kernel::id::StatementId;
use crate::{params, record};
use rules::signing::{Language, Outcome, SignerRole, Stroke};
use uuid::Uuid;

/// A device goes into the client's hands.
pub(super) fn insert(change: &mut Change<'_>, folder: &Folder<'_>, new: &Lending<'_>) -> Result<Uuid, Failure> {
    const INSERT: &str = "
        insert into screen_signing (id, folder_id, document_id, digest, signer, signer_role, fields, recorded_at,
                                    recorded_by)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9)";
    let (id, at, by): (Uuid, i64, _) = (change.new_id(), change.at(), change.by());
    let fields = form_urlencoded::Serializer::new(String::new()).extend_pairs(new.fields).finish();
    let (document, digest, signer) = (new.asked.document, new.asked.digest, new.signer);
    change.run(INSERT, params![id, folder.id(), document, digest, signer, new.signer_role, &fields, at, by])?;
    Ok(id)
}

record! {
    struct Row {
        id: Uuid,
        digest: Vec<u8>,
        signer: String,
        signer_role: SignerRole,
        fields: String,
        lent_at: i64,
        outcome: Option<Outcome>,
        language: Option<Language>,
    }
}

/// One lending of a text of this folder.
pub(super) fn lent(folder: &Folder<'_>, document: StatementId, id: Uuid) -> Result<Option<Lent>, Failure> {
    const LENT: &str = "
        select l.id as id, l.digest as digest, l.signer as signer, l.signer_role as signer_role, l.fields as fields,
               l.recorded_at as lent_at, s.outcome as outcome,
               s.language as language
          from screen_signing l left join screen_signature s on s.signing_id = l.id
         where l.folder_id = $1 and l.document_id = $2 and l.id = $3";
    let row: Option<Row> = folder.db().first(LENT, params![folder.id(), document, id])?;
    Ok(row.map(|row| {
        let Row { id, digest, signer, signer_role, fields, lent_at, outcome, language } = row;
        let fields = form_urlencoded::parse(fields.as_bytes()).into_owned().collect();
        Lent { id, signer, signer_role, fields, lent_at, outcome, language, digest }
    }))
}

/// What the client answered.
pub(super) fn answer(change: &mut Change<'_>, folder: &Folder<'_>, lent: &Lent, given: &Given) -> Result<(), Failure> {
    const INSERT: &str = "
        insert into screen_signature (signing_id, folder_id, outcome, language, written_name, stroke, digest,
                                      recorded_at, recorded_by)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9)";
    let (at, by) = (change.at(), change.by());
    let stroke = given.stroke.as_ref().map(Stroke::path).unwrap_or_default();
    let (outcome, language, name) = (given.outcome, given.language, &given.written_name);
    let row = params![lent.id, folder.id(), outcome, language, name, &stroke, &lent.digest, at, by];
    change.run(INSERT, row).map(drop)
}

record! {
    /// What was decided on a screen, as known at the moment the folder is shown.
    pub struct Signature {
        pub document: StatementId,
        pub outcome: Outcome,
        /// In which words the page spoke to that person.
        pub language: Language,
        /// As the person who held the device wrote it.
        pub written_name: String,
        /// As the worker said it when lending the device.
        pub signer: String,
        pub signer_role: SignerRole,
        pub stroke: String,
        pub digest: Vec<u8>,
        pub decided_at: i64,
        /// Who handed the device over.
        pub lent_by: String,
    }
}

/// All decisions of the folder made on a screen, the newest first.
pub(super) fn all(folder: &Folder<'_>) -> Result<Vec<Signature>, Failure> {
    const ALL: &str = "
        select l.document_id as document, s.outcome as outcome, s.language as language, s.written_name as written_name, l.signer as signer,
               l.signer_role as signer_role, s.stroke as stroke, s.digest as digest, s.recorded_at as decided_at,
               trim(w.title || ' ' || w.given_name || ' ' || w.family_name) as lent_by
          from screen_signature s
          join screen_signing l on l.id = s.signing_id
          join worker w on w.id = l.recorded_by
         where s.folder_id = $1 and s.recorded_at <= $2
         order by s.recorded_at desc, s.signing_id desc";
    Ok(folder.db().all(ALL, params![folder.id(), folder.as_of()])?)
}
