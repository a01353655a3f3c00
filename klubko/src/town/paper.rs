//! Rows of a resident from the assessment to the signed agreement.

use super::planting::Planting;
use super::residents::{Cooperation, Resident};
use super::rows::{Folder, statement};
use super::{people::Town, templates};
use crate::kernel::clock::day_of;
use crate::kernel::db::Result;
use crate::kernel::format_cs;
use crate::kernel::id::WorkerId;
use crate::params;
use crate::templates::{INFORMED_CONSENT, digest};
use uuid::Uuid;

const TITLE: &str = "Informovaný souhlas";
const EXTENT: &str = "jednou za dva týdny 50 minut";
const HOURS: &str = "po domluvě";
const PAYMENT: &str = "bez úhrady";

pub(super) fn assessment(
    p: &Planting,
    f: &Folder,
    (consultation, at): (Uuid, i64),
    (key_worker, assessors): (WorkerId, &[(WorkerId, &str)]),
) -> Result<Uuid> {
    const INSERT: &str = "
        insert into assessment (id, folder_id, thread_id, consultation_id, due_on, held_on, development, risks,
                                recommended_forms, key_worker_id, days_late, recorded_at, recorded_by)
        values ($1, $2, $3, $4, $5, $5, $6, $7, $8, $9, 0, $10, $9)";
    const PARTICIPANT: &str = "
        insert into assessment_participant (assessment_id, folder_id, worker_id, profession) values ($1, $2, $3, $4)";
    let (id, on) = (statement(p, f, "assessment")?, day_of(at));
    let development = "S pravidelnou podporou se situace může zlepšit během půl roku.";
    let (risks, forms) = ("Únava a ztráta naděje.", "pravidelné konzultace");
    p.plant()(INSERT, params![id, f.id, f.thread, consultation, on, development, risks, forms, key_worker, at])?;
    assessors
        .iter()
        .try_for_each(|(worker, profession)| p.plant()(PARTICIPANT, params![id, f.id, *worker, *profession]))?;
    Ok(id)
}

pub(super) fn key_worker(p: &Planting, f: &Folder, assessment: Uuid, (at, worker): (i64, WorkerId)) -> Result<()> {
    const INSERT: &str = "
        insert into key_worker_assignment (id, folder_id, worker_id, from_at, assessment_id, recorded_at, recorded_by)
        values ($1, $2, $3, $4, $5, $4, $3)";
    p.plant()(INSERT, params![p.id(), f.id, worker, at, assessment])
}

pub(super) fn mentor(p: &Planting, f: &Folder, (at, by): (i64, WorkerId), mentor: WorkerId) -> Result<()> {
    const INSERT: &str = "
        insert into assignment (id, folder_id, worker_id, as_mentor, as_assessor, from_day, why, recorded_at, recorded_by)
        values ($1, $2, $3, true, false, $4, 'peer mentor', $5, $6)";
    p.plant()(INSERT, params![p.id(), f.id, mentor, day_of(at), at, by])
}

/// What was signed, by whom and when.
pub(super) struct Paper<'a> {
    pub resident: &'a Resident,
    pub with: &'a Cooperation,
    pub service: &'a Town,
    pub signed_at: i64,
    pub by: WorkerId,
}

/// Commission, informed consent, agreement, consent to processing, and the end of the negotiation.
pub(super) fn sign(p: &Planting, f: &Folder, paper: &Paper) -> Result<()> {
    let commission = commission(p, f, paper)?;
    let document = document(p, f, paper)?;
    agreement(p, f, paper, (document, commission))?;
    consent(p, f, paper, document)?;
    const OUTCOME: &str = "
        insert into negotiation_outcome (id, folder_id, thread_id, outcome, decided_on, decided_by, explanation,
                                         offered_service, offer_answer, recorded_at, recorded_by)
        values ($1, $2, $3, 'agreement', $4, '', '', '', '', $5, $6)";
    let id = statement(p, f, "negotiation_outcome")?;
    p.plant()(OUTCOME, params![id, f.id, f.thread, day_of(paper.signed_at), paper.signed_at, paper.by])
}

fn commission(p: &Planting, f: &Folder, paper: &Paper) -> Result<Uuid> {
    const INSERT: &str = "
        insert into commission (id, version, folder_id, thread_id, in_own_words, agreed_on, end_reason, recorded_at,
                                recorded_by)
        values ($1, 1, $2, $3, $4, $5, '', $6, $7)";
    let id = statement(p, f, "commission")?;
    let (at, on) = (paper.signed_at, day_of(paper.signed_at));
    p.plant()(INSERT, params![id, f.id, f.thread, paper.with.commission, on, at, paper.by])?;
    Ok(id)
}

fn document(p: &Planting, f: &Folder, paper: &Paper) -> Result<Uuid> {
    const INSERT: &str = "
        insert into document (id, folder_id, thread_id, kind, template_version, title, client_name, folder_number, body,
                              digest, extent, place, hours, payment, signer_role, signer, prepared_on, recorded_at,
                              recorded_by)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, 'self', $7, $15, $16, $17)";
    let id = statement(p, f, "document")?;
    let (at, on) = (paper.signed_at, day_of(paper.signed_at));
    let (version, template) = templates::on(f.service, on);
    let (body, name, number, place) = (text(template, paper), name(paper.resident), f.number(), paper.service.place());
    let digest = digest(&[TITLE, &name, &number, place, &on.to_string(), &name, &body]);
    let row = params![
        id,
        f.id,
        f.thread,
        INFORMED_CONSENT,
        version,
        TITLE,
        &name,
        &number,
        &body,
        &digest,
        EXTENT,
        place,
        HOURS,
        PAYMENT,
        on,
        at,
        paper.by
    ];
    p.plant()(INSERT, row)?;
    Ok(id)
}

fn agreement(p: &Planting, f: &Folder, paper: &Paper, (document, commission): (Uuid, Uuid)) -> Result<()> {
    const INSERT: &str = "
        insert into agreement (id, version, folder_id, thread_id, form, document_id, commission_id, signed_on, signer,
                               signer_role, mandate, signed_in, valid_from, recorded_at, recorded_by)
        values ($1, 1, $2, $3, 'informed_consent', $4, $5, $6, $7, 'self', '', $8, $6, $9, $10)";
    let id = statement(p, f, "agreement")?;
    let (on, signer, place) = (day_of(paper.signed_at), name(paper.resident), paper.service.place());
    let row = params![id, f.id, f.thread, document, commission, on, signer, place, paper.signed_at, paper.by];
    p.plant()(INSERT, row)
}

fn consent(p: &Planting, f: &Folder, paper: &Paper, document: Uuid) -> Result<()> {
    const INSERT: &str = "
        insert into consent (id, version, folder_id, kind, decision, form, wording, scope, line, heard_by, given_at,
                             given_on, legal_ground, document_id, supersedes_id, recorded_at, recorded_by)
        values ($1, 1, $2, 'personal_data_processing', 'consent', 'written', $3, $4, '', null, $5, $6, 'consent', $7, null,
                $5, $8)";
    let id = statement(p, f, "consent")?;
    let wording = "Souhlasím s tím, aby služba zpracovávala moje osobní údaje v rozsahu, který k pomoci potřebuje.";
    let (at, on) = (paper.signed_at, day_of(paper.signed_at));
    p.plant()(INSERT, params![id, f.id, wording, "údaje potřebné k poskytnutí pomoci", at, on, document, paper.by])
}

fn name(one: &Resident) -> String {
    format!("{} {}", one.given, one.family)
}

/// The template with what was agreed.
fn text(template: &str, paper: &Paper) -> String {
    let from = format!("od {} na dobu neurčitou", format_cs::date(day_of(paper.signed_at)));
    let filled = [
        ("{služba}", paper.service.name),
        ("{zakázka}", paper.with.commission.trim_end_matches('.')),
        ("{může}", paper.with.can),
        ("{nemůže}", "rozhodnout za jiné lidi nebo úřady"),
        ("{forma}", "podle dohody ve službě nebo v terénu"),
        ("{místo}", paper.service.place()),
        ("{čas}", HOURS),
        ("{rozsah}", EXTENT),
        ("{úhrada}", PAYMENT),
        ("{platnost}", &from),
    ];
    filled.iter().fold(template.to_owned(), |text, (place, what)| text.replace(place, what))
}
