use crate::kernel::change::Change;
use crate::kernel::failure::Failure;
use crate::kernel::folder::Folder;
use crate::kernel::id::{StatementId, ThreadId, WorkerId};
use crate::kernel::settings;
use crate::{params, record};
use jiff::civil::Date;
use rules::assessment::{TermStart, due_on};
use rules::profession::Profession;

/// The term of the assessment that belongs to the latest negotiation.
#[derive(Clone, Copy, Debug)]
pub struct Term {
    pub thread: ThreadId,
    pub consultation: Option<(StatementId, Date)>,
    pub due_on: Date,
}

record! { struct Began { id: StatementId, thread_id: ThreadId, began_on: Date } }

/// None until the term begins: with the introductory consultation, or the first contact if the service says so (D2).
pub fn term(folder: &Folder) -> Result<Option<Term>, Failure> {
    const CONSULTATION: &str = "
        select c.id as id, c.thread_id as thread_id, c.held_on as began_on from intro_consultation c
         where c.folder_id = $1 and c.recorded_at <= $2
           and not exists (select 1 from record_strike_out u
                            where u.activity_id = c.activity_id and u.recorded_at <= $2)
         order by c.held_on desc, c.recorded_at desc limit 1";
    const CONTACT: &str = "
        select c.id as id, c.thread_id as thread_id, v.starts_on as began_on
          from first_contact c join activity_version v on v.activity_id = c.activity_id and v.replaced_at is null
         where c.folder_id = $1 and c.recorded_at <= $2 order by v.starts_at desc limit 1";
    let here = params![folder.id(), folder.as_of()];
    let consultation: Option<Began> = folder.db().first(CONSULTATION, here)?;
    let settings = settings::of(folder.db(), folder.service(), folder.day())?;
    let contact: Option<Began> = match settings.assessment_start {
        TermStart::FirstContact => folder.db().first(CONTACT, here)?,
        TermStart::IntroConsultation => None,
    };
    let Some(began) = contact.as_ref().or(consultation.as_ref()) else { return Ok(None) };
    let of_same_thread = consultation.as_ref().filter(|one| one.thread_id == began.thread_id);
    Ok(Some(Term {
        thread: began.thread_id,
        consultation: of_same_thread.map(|one| (one.id, one.began_on)),
        due_on: due_on(began.began_on, settings.assessment_days),
    }))
}

record! {
    pub struct Assessment {
        pub id: StatementId,
        pub thread_id: ThreadId,
        pub due_on: Date,
        pub held_on: Date,
        pub development: String,
        pub risks: String,
        pub recommended_forms: String,
        pub days_late: i64,
        pub late_reason: Option<String>,
        pub recorded_at: i64,
        pub key_worker_title: String,
        pub key_worker_given: String,
        pub key_worker_family: String,
        pub author_title: String,
        pub author_given: String,
        pub author_family: String,
    }
}

/// Closed assessments of the folder, the latest first.
pub fn assessments(folder: &Folder) -> Result<Vec<Assessment>, Failure> {
    const ALL: &str = "
        select a.id as id, a.thread_id as thread_id, a.due_on as due_on, a.held_on as held_on,
               a.development as development, a.risks as risks, a.recommended_forms as recommended_forms,
               a.days_late as days_late, r.reason as late_reason, a.recorded_at as recorded_at,
               w.title as key_worker_title, w.given_name as key_worker_given, w.family_name as key_worker_family,
               b.title as author_title, b.given_name as author_given, b.family_name as author_family
          from assessment a join worker w on w.id = a.key_worker_id join worker b on b.id = a.recorded_by
          left join warning_answer r on r.object_id = a.id and r.rule = 'r029' and r.folder_id = $1
         where a.folder_id = $1 and a.recorded_at <= $2
         order by a.held_on desc, a.recorded_at desc";
    Ok(folder.db().all(ALL, params![folder.id(), folder.as_of()])?)
}

record! {
    pub struct Participant {
        pub assessment_id: StatementId,
        pub title: String,
        pub given_name: String,
        pub family_name: String,
        pub profession: Profession,
    }
}

pub fn participants(folder: &Folder) -> Result<Vec<Participant>, Failure> {
    const ALL: &str = "
        select p.assessment_id as assessment_id, w.title as title, w.given_name as given_name,
               w.family_name as family_name, p.profession as profession
          from assessment_participant p join worker w on w.id = p.worker_id
         where p.folder_id = $1
         order by w.name_order, w.id";
    Ok(folder.db().all(ALL, params![folder.id()])?)
}

/// An assessment before it is a row.
pub struct NewAssessment<'a> {
    pub term: Term,
    pub held_on: Date,
    pub development: &'a str,
    pub risks: &'a str,
    pub recommended_forms: &'a str,
    pub key_worker: WorkerId,
    pub days_late: i64,
}

pub fn insert(change: &mut Change, folder: &Folder, new: &NewAssessment<'_>) -> Result<StatementId, Failure> {
    const INSERT: &str = "
        insert into assessment (id, folder_id, thread_id, consultation_id, due_on, held_on, development, risks,
                                recommended_forms, key_worker_id, days_late, recorded_at, recorded_by)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)";
    let id = change.begin_statement(folder.id(), "assessment")?;
    let (at, by) = (change.at(), change.by());
    let (term, consultation) = (new.term, new.term.consultation.map(|(id, _)| id));
    let row = params![
        id,
        folder.id(),
        term.thread,
        consultation,
        term.due_on,
        new.held_on,
        new.development,
        new.risks,
        new.recommended_forms,
        new.key_worker,
        new.days_late,
        at,
        by
    ];
    change.run(INSERT, row)?;
    Ok(id)
}

pub fn insert_participant(
    change: &mut Change,
    folder: &Folder,
    assessment: StatementId,
    (worker, profession): (WorkerId, Profession),
) -> Result<(), Failure> {
    const INSERT: &str = "
        insert into assessment_participant (assessment_id, folder_id, worker_id, profession) values ($1, $2, $3, $4)";
    change.run(INSERT, params![assessment, folder.id(), worker, profession]).map(drop)
}
