//! Decisions that open something to somebody else, with their terms: those of the folder, and those given in a folder
//! joined with it, where this service is the one named. A row stays where it was given and is never copied.

use crate::kernel::change::Change;
use crate::kernel::failure::Failure;
use crate::kernel::folder::Folder;
use crate::kernel::id::{FolderId, ServiceId, StatementId, WorkerId};
use crate::{params, record};
use jiff::civil::Date;
use rules::consent::{ConsentForm, ConsentKind, Decision, LegalGround};

record! {
    /// A decision with whom it concerns and what it says.
    pub(in crate::consent) struct Row {
        pub(in crate::consent) id: StatementId,
        pub(in crate::consent) folder_id: FolderId,
        pub(in crate::consent) service_id: ServiceId,
        pub(in crate::consent) service_name: String,
        pub(in crate::consent) kind: ConsentKind,
        pub(in crate::consent) decision: Decision,
        pub(in crate::consent) form: ConsentForm,
        pub(in crate::consent) wording: String,
        pub(in crate::consent) line: String,
        pub(in crate::consent) heard_by: Option<String>,
        pub(in crate::consent) given_at: i64,
        pub(in crate::consent) given_on: Date,
        pub(in crate::consent) valid_until: Option<Date>,
        pub(in crate::consent) document_id: Option<StatementId>,
        pub(in crate::consent) recorded_at: i64,
        pub(in crate::consent) recorded_by: String,
        pub(in crate::consent) withdrawn_at: Option<i64>,
        pub(in crate::consent) withdrawn_how: Option<String>,
        pub(in crate::consent) withdrawn_recorded_at: Option<i64>,
        pub(in crate::consent) withdrawn_recorded_by: Option<String>,
        pub(in crate::consent) receiver_service_id: Option<ServiceId>,
        pub(in crate::consent) receiver_name: Option<String>,
        pub(in crate::consent) addressee: String,
        pub(in crate::consent) direction: String,
        pub(in crate::consent) extent: String,
        pub(in crate::consent) purpose: String,
        pub(in crate::consent) valid_from: Date,
        pub(in crate::consent) given_by: String,
        pub(in crate::consent) authority: String,
        pub(in crate::consent) template_version: Option<i64>,
    }
}

/// This folder and those joined with it; of the joined ones only what names this service.
macro_rules! seen {
    () => {
        " t.folder_id in (select o.id from client_folder o where o.id = $1
                          union select j.far_folder_id from folder_join j where j.folder_id = $1 and j.joined_at <= $2
                          union select j.folder_id from folder_join j where j.far_folder_id = $1 and j.joined_at <= $2)
          and (t.folder_id = $1 or t.receiver_service_id = $3) "
    };
}

/// Until when rows are known: all of them today, whatever moment they bear, so that nothing that is over comes alive.
fn known_until(folder: &Folder<'_>) -> i64 {
    if folder.is_past() { folder.as_of() } else { i64::MAX }
}

/// The newest first.
pub(in crate::consent) fn all(folder: &Folder<'_>) -> Result<Vec<Row>, Failure> {
    const ALL: &str = concat!(
        "select c.id as id, c.folder_id as folder_id, f.service_id as service_id, s.name as service_name,
                c.kind as kind, c.decision as decision, c.form as form, c.wording as wording, c.line as line,
                trim(h.title || ' ' || h.given_name || ' ' || h.family_name) as heard_by,
                c.given_at as given_at, c.given_on as given_on, c.valid_until as valid_until,
                c.document_id as document_id, c.recorded_at as recorded_at,
                trim(r.title || ' ' || r.given_name || ' ' || r.family_name) as recorded_by,
                w.withdrawn_at as withdrawn_at, w.how as withdrawn_how, w.recorded_at as withdrawn_recorded_at,
                trim(b.title || ' ' || b.given_name || ' ' || b.family_name) as withdrawn_recorded_by,
                t.receiver_service_id as receiver_service_id, e.name as receiver_name, t.addressee as addressee,
                t.direction as direction, t.extent as extent, t.purpose as purpose, t.valid_from as valid_from,
                t.given_by as given_by, t.authority as authority, t.template_version as template_version
           from consent c
           join consent_terms t on t.consent_id = c.id
           join client_folder f on f.id = c.folder_id
           join service s on s.id = f.service_id
           join worker r on r.id = c.recorded_by
           left join service e on e.id = t.receiver_service_id
           left join worker h on h.id = c.heard_by
           left join consent_withdrawal w on w.consent_id = c.id and w.recorded_at <= $2
           left join worker b on b.id = w.recorded_by
          where c.kind <> 'personal_data_processing' and c.recorded_at <= $2 and (c.replaced_at is null or c.replaced_at > $2) and",
        seen!(),
        "order by c.given_at desc, c.recorded_at desc, c.id desc"
    );
    Ok(folder.db().all(ALL, params![folder.id(), known_until(folder), folder.service()])?)
}

record! {
    pub(in crate::consent) struct Topic {
        pub(in crate::consent) consent_id: StatementId,
        pub(in crate::consent) topic: String,
    }
}

pub(in crate::consent) fn topics(folder: &Folder<'_>) -> Result<Vec<Topic>, Failure> {
    const TOPICS: &str = concat!(
        "select p.consent_id as consent_id, p.topic as topic
           from consent_topic p join consent_terms t on t.consent_id = p.consent_id
          where",
        seen!(),
        "order by p.consent_id, p.position"
    );
    Ok(folder.db().all(TOPICS, params![folder.id(), known_until(folder), folder.service()])?)
}

record! {
    pub(in crate::consent) struct Receiver {
        pub(in crate::consent) consent_id: StatementId,
        pub(in crate::consent) worker_id: WorkerId,
        pub(in crate::consent) name: String,
    }
}

pub(in crate::consent) fn receivers(folder: &Folder<'_>) -> Result<Vec<Receiver>, Failure> {
    const RECEIVERS: &str = concat!(
        "select p.consent_id as consent_id, p.worker_id as worker_id,
                trim(w.title || ' ' || w.given_name || ' ' || w.family_name) as name
           from consent_receiver p
           join consent_terms t on t.consent_id = p.consent_id
           join worker w on w.id = p.worker_id
          where",
        seen!(),
        "order by p.consent_id, w.name_order, w.id"
    );
    Ok(folder.db().all(RECEIVERS, params![folder.id(), known_until(folder), folder.service()])?)
}

record! {
    /// Who holds the case in a folder joined with this one.
    pub(in crate::consent) struct FarKeyWorker {
        pub(in crate::consent) folder_id: FolderId,
        pub(in crate::consent) service_id: ServiceId,
        pub(in crate::consent) worker_id: WorkerId,
    }
}

pub(in crate::consent) fn far_key_workers(folder: &Folder<'_>) -> Result<Vec<FarKeyWorker>, Failure> {
    const FAR: &str = "
        select f.id as folder_id, f.service_id as service_id, k.worker_id as worker_id
          from folder_join j
          join client_folder f on f.id = case when j.folder_id = $1 then j.far_folder_id else j.folder_id end
          join key_worker_assignment k on k.folder_id = f.id and k.from_at <= $2
                                      and (k.until_at is null or k.until_at > $2)
         where j.folder_id = $1 or j.far_folder_id = $1";
    Ok(folder.db().all(FAR, params![folder.id(), folder.now()])?)
}

/// A decision before it is a row.
pub(in crate::consent) struct NewRow<'a> {
    pub(in crate::consent) kind: ConsentKind,
    pub(in crate::consent) decision: Decision,
    pub(in crate::consent) form: ConsentForm,
    pub(in crate::consent) wording: &'a str,
    pub(in crate::consent) line: &'a str,
    pub(in crate::consent) heard_by: Option<WorkerId>,
    pub(in crate::consent) given_at: i64,
    pub(in crate::consent) given_on: Date,
    pub(in crate::consent) document: Option<StatementId>,
    pub(in crate::consent) supersedes: Option<StatementId>,
    pub(in crate::consent) terms: &'a super::super::sharing::Terms,
    /// Of the template of the wording.
    pub(in crate::consent) template_version: Option<i64>,
}

pub(in crate::consent) fn insert(
    change: &mut Change<'_>,
    folder: &Folder<'_>,
    new: &NewRow<'_>,
) -> Result<StatementId, Failure> {
    const INSERT: &str = "
        insert into consent (id, version, folder_id, kind, decision, form, wording, scope, line, heard_by, given_at,
                             given_on, valid_until, legal_ground, document_id, supersedes_id, recorded_at, recorded_by)
        values ($1, 1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)";
    let id = change.begin_statement(folder.id(), "consent")?;
    let NewRow {
        kind, decision, form, wording, line, heard_by, given_at, given_on, document, supersedes, terms, ..
    } = new;
    // Data handed over speak of health; everything else rests on the plain consent (section 2.7).
    let ground = if *kind == ConsentKind::DataHandover { LegalGround::ExplicitConsent } else { LegalGround::Consent };
    let (at, by, extent, until) = (change.at(), change.by(), &terms.extent, terms.valid_until);
    let row = params![
        id,
        folder.id(),
        *kind,
        *decision,
        *form,
        *wording,
        extent,
        *line,
        *heard_by,
        *given_at,
        *given_on,
        until,
        ground,
        *document,
        *supersedes,
        at,
        by
    ];
    change.run(INSERT, row)?;
    insert_terms(change, folder, (id, new))?;
    Ok(id)
}

fn insert_terms(
    change: &mut Change<'_>,
    folder: &Folder<'_>,
    (id, new): (StatementId, &NewRow<'_>),
) -> Result<(), Failure> {
    const TERMS: &str = "
        insert into consent_terms (consent_id, folder_id, receiver_service_id, addressee, direction, extent, purpose,
                                   valid_from, given_by, authority, template_version)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)";
    const TOPIC: &str = "insert into consent_topic (consent_id, folder_id, topic, position) values ($1, $2, $3, $4)";
    const RECEIVER: &str = "insert into consent_receiver (consent_id, folder_id, worker_id) values ($1, $2, $3)";
    let terms = new.terms;
    let direction = terms.direction.map(rules::coded::Coded::code).unwrap_or_default();
    let from = terms.valid_from.unwrap_or(new.given_on);
    let row = params![
        id,
        folder.id(),
        terms.receiver,
        &terms.addressee,
        direction,
        &terms.extent,
        &terms.purpose,
        from,
        &terms.given_by,
        &terms.authority,
        new.template_version
    ];
    change.run(TERMS, row)?;
    for (position, topic) in (1_i64..).zip(&terms.topics) {
        change.run(TOPIC, params![id, folder.id(), topic, position])?;
    }
    for worker in &terms.receivers {
        change.run(RECEIVER, params![id, folder.id(), *worker])?;
    }
    Ok(())
}
