//! How a case goes: its phases, the client's part in it, what the team proposed and what the client chose.

use crate::kernel::change::Change;
use crate::kernel::failure::Failure;
use crate::kernel::folder::Folder;
use crate::kernel::id::StatementId;
use crate::{params, record};
use jiff::civil::Date;
use rules::case_management::{Choice, Participation, Phase};
use uuid::Uuid;

record! {
    pub struct Entered {
        pub id: Uuid,
        pub phase: Phase,
        pub begun_on: Date,
        pub note: String,
        pub recorded_by: String,
    }
}

/// The phases as they followed, the newest first.
pub fn phases(folder: &Folder, case: StatementId) -> Result<Vec<Entered>, Failure> {
    const PHASES: &str = "
        select p.id as id, p.phase as phase, p.begun_on as begun_on, p.note as note,
               trim(w.title || ' ' || w.given_name || ' ' || w.family_name) as recorded_by
          from case_management_phase p join worker w on w.id = p.recorded_by
         where p.folder_id = $1 and p.case_id = $2 and p.recorded_at <= $3
         order by p.begun_on desc, p.recorded_at desc, p.id desc";
    Ok(folder.db().all(PHASES, params![folder.id(), case, folder.as_of()])?)
}

pub fn enter_phase(
    change: &mut Change,
    folder: &Folder,
    case: StatementId,
    (phase, on, note): (Phase, Date, &str),
) -> Result<Uuid, Failure> {
    const INSERT: &str = "
        insert into case_management_phase (id, case_id, folder_id, phase, begun_on, note, recorded_at, recorded_by)
        values ($1, $2, $3, $4, $5, $6, $7, $8)";
    let (id, at, by): (Uuid, _, _) = (change.new_id(), change.at(), change.by());
    change.run(INSERT, params![id, case, folder.id(), phase, on, note, at, by])?;
    Ok(id)
}

record! {
    pub struct TookPart {
        pub took_part_on: Date,
        pub way: Participation,
        pub note: String,
    }
}

/// The client's part in the case, the newest first.
pub fn participation(folder: &Folder, case: StatementId) -> Result<Vec<TookPart>, Failure> {
    const TOOK_PART: &str = "
        select p.took_part_on as took_part_on, p.way as way, p.note as note
          from case_management_participation p
         where p.folder_id = $1 and p.case_id = $2 and p.recorded_at <= $3
         order by p.took_part_on desc, p.recorded_at desc, p.id desc";
    Ok(folder.db().all(TOOK_PART, params![folder.id(), case, folder.as_of()])?)
}

pub fn record_participation(
    change: &mut Change,
    folder: &Folder,
    case: StatementId,
    (on, way, note): (Date, Participation, &str),
) -> Result<Uuid, Failure> {
    const INSERT: &str = "
        insert into case_management_participation (id, case_id, folder_id, took_part_on, way, note, recorded_at,
                                                   recorded_by)
        values ($1, $2, $3, $4, $5, $6, $7, $8)";
    let (id, at, by): (Uuid, _, _) = (change.new_id(), change.at(), change.by());
    change.run(INSERT, params![id, case, folder.id(), on, way, note, at, by])?;
    Ok(id)
}

record! {
    /// A proposal with the client's newest choice.
    pub struct Proposal {
        pub id: Uuid,
        pub proposed_on: Date,
        pub proposal: String,
        pub proposed_by: String,
        pub step_id: Option<StatementId>,
        pub consulted_on: Option<Date>,
        pub choice: Option<Choice>,
        pub clients_words: Option<String>,
    }
}

pub fn proposals(folder: &Folder, case: StatementId) -> Result<Vec<Proposal>, Failure> {
    const PROPOSALS: &str = "
        select p.id as id, p.proposed_on as proposed_on, p.proposal as proposal, p.proposed_by as proposed_by,
               (select t.id from plan_step t where t.id = p.step_id and t.folder_id = p.folder_id and t.version = 1
                   and t.recorded_at <= $3) as step_id,
               c.consulted_on as consulted_on, c.choice as choice, c.clients_words as clients_words
          from case_management_proposal p
          left join case_management_choice c on c.id = (select n.id from case_management_choice n
                where n.proposal_id = p.id and n.folder_id = p.folder_id and n.recorded_at <= $3
                order by n.recorded_at desc, n.id desc limit 1)
         where p.folder_id = $1 and p.case_id = $2 and p.recorded_at <= $3
         order by p.proposed_on desc, p.recorded_at desc, p.id desc";
    Ok(folder.db().all(PROPOSALS, params![folder.id(), case, folder.as_of()])?)
}

pub fn propose(
    change: &mut Change,
    folder: &Folder,
    case: StatementId,
    (on, proposal, proposed_by): (Date, &str, &str),
) -> Result<Uuid, Failure> {
    const INSERT: &str = "
        insert into case_management_proposal (id, case_id, folder_id, proposed_on, proposal, proposed_by, recorded_at,
                                              recorded_by)
        values ($1, $2, $3, $4, $5, $6, $7, $8)";
    let (id, at, by): (Uuid, _, _) = (change.new_id(), change.at(), change.by());
    change.run(INSERT, params![id, case, folder.id(), on, proposal, proposed_by, at, by])?;
    Ok(id)
}

pub fn choose(
    change: &mut Change,
    folder: &Folder,
    proposal: Uuid,
    (on, choice, words): (Date, Choice, &str),
) -> Result<Uuid, Failure> {
    const INSERT: &str = "
        insert into case_management_choice (id, proposal_id, folder_id, consulted_on, choice, clients_words,
                                            recorded_at, recorded_by)
        values ($1, $2, $3, $4, $5, $6, $7, $8)";
    let (id, at, by): (Uuid, _, _) = (change.new_id(), change.at(), change.by());
    change.run(INSERT, params![id, proposal, folder.id(), on, choice, words, at, by])?;
    Ok(id)
}

/// The step of the plan that came of a proposal; only once.
pub fn became(change: &mut Change, folder: &Folder, proposal: Uuid, step: StatementId) -> Result<(), Failure> {
    const BECAME: &str = "
        update case_management_proposal set step_id = $3 where id = $1 and folder_id = $2 and step_id is null";
    change.replace(BECAME, params![proposal, folder.id(), step])
}
