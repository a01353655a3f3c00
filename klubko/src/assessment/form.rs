//! What the form of an assessment says, judged by the rules.

use super::store::Term;
use crate::accounts::{self, Colleague};
use crate::kernel::failure::Failure;
use crate::kernel::folder::Folder;
use crate::kernel::form::Form;
use crate::kernel::id::WorkerId;
use crate::kernel::messages_cs::InCzech;
use crate::kernel::settings;
use crate::ties;
use jiff::civil::Date;
use rules::assessment::{Assessor, Block, Closing, Demands, close};
use rules::moment::date_typed::Leaning;
use rules::profession::Profession;

pub const PARTICIPANTS: [&str; 4] = ["participant_1", "participant_2", "participant_3", "participant_4"];

/// Everything that the assessment says, when nothing refuses it.
pub struct Said {
    pub held_on: Date,
    pub development: String,
    pub risks: String,
    pub recommended_forms: String,
    pub assessors: Vec<(WorkerId, Profession)>,
    pub key_worker: WorkerId,
}

/// Reads the form and lets the rules speak. `None` when something stays to be corrected or answered.
pub fn read(folder: &Folder, form: &mut Form<'_>, term: &Term) -> Result<Option<Said>, Failure> {
    let held_on = form.date("held_on", Leaning::Past);
    let assessors = assessors(folder, form)?;
    let (development, risks) = (form.text("development"), form.text("risks"));
    let recommended_forms = form.text("recommended_forms");
    let chosen: Option<WorkerId> = form.value("key_worker").parse().ok();
    let candidate = match chosen {
        Some(worker) => Some(ties::candidate(folder, worker)?.unwrap_or(ties::nobody(worker))),
        None => None,
    };
    let settings = settings::of(folder.db(), folder.service(), folder.today())?;
    let min_assessors = usize::try_from(settings.min_assessors).unwrap_or(2);
    let demands = Demands { min_assessors, direct_care_counts: settings.direct_care_counts };
    let closing = Closing {
        consultation_on: term.consultation.map(|(_, on)| on),
        due_on: term.due_on,
        held_on,
        assessors: &assessors,
        development: &development,
        key_worker: candidate.as_ref(),
    };
    let findings = close(&closing, demands, folder.today());
    for block in &findings.blocks {
        object(form, block);
    }
    for warning in &findings.warnings {
        form.warn(warning.rule(), warning.cs());
    }
    same_key_worker(folder, form, chosen)?;
    let (true, Some(held_on), Some(key_worker)) = (form.is_settled(), held_on, chosen) else { return Ok(None) };
    let assessors = distinct(&assessors);
    Ok(Some(Said { held_on, development, risks, recommended_forms, assessors, key_worker }))
}

/// A returning client has his key worker already: another one follows by a handover, so that there is no gap.
fn same_key_worker(folder: &Folder, form: &mut Form<'_>, chosen: Option<WorkerId>) -> Result<(), Failure> {
    if let (Some(held), Some(chosen)) = (ties::key_worker(folder)?, chosen)
        && held.id != chosen
    {
        let sentence = "Klient už klíčového pracovníka má. Ponechte jej a změnu zapište jako předání v části Tým";
        form.problem("key_worker", sentence);
    }
    Ok(())
}

fn assessors(folder: &Folder, form: &mut Form<'_>) -> Result<Vec<Assessor<WorkerId>>, Failure> {
    let colleagues = accounts::colleagues(folder.db(), folder.service(), folder.today())?;
    let excluded = ties::excluded_ids(folder)?;
    let mut assessors = Vec::new();
    for field in PARTICIPANTS {
        let typed = form.value(field).to_owned();
        if typed.is_empty() {
            continue;
        }
        let chosen = |one: &&Colleague| one.id.to_string() == typed;
        match colleagues.iter().find(chosen) {
            Some(one) => {
                let excluded = excluded.contains(&one.id);
                assessors.push(Assessor { worker: one.id, profession: one.profession, excluded });
            }
            None => form.problem(field, "Tento pracovník ve službě není. Vyberte jiného"),
        }
    }
    Ok(assessors)
}

fn distinct(assessors: &[Assessor<WorkerId>]) -> Vec<(WorkerId, Profession)> {
    let mut distinct: Vec<(WorkerId, Profession)> = Vec::new();
    for one in assessors {
        if distinct.iter().all(|(worker, _)| *worker != one.worker) {
            distinct.push((one.worker, one.profession));
        }
    }
    distinct
}

/// Puts the refusal to the field where it is corrected.
fn object(form: &mut Form<'_>, block: &Block<WorkerId>) {
    let field = match block {
        Block::DateMissing if form.error("held_on").is_some() => return,
        Block::DateMissing | Block::BeforeConsultation { .. } | Block::InTheFuture => "held_on",
        Block::TooFewAssessors { .. } => "participant_2",
        Block::AssessorExcluded { worker } => {
            let is_his = |field: &&&'static str| form.value(field) == worker.to_string();
            PARTICIPANTS.iter().find(is_his).copied().unwrap_or("participant_1")
        }
        Block::DevelopmentMissing => "development",
        Block::NoKeyWorker | Block::KeyWorker(_) => "key_worker",
    };
    form.problem(field, block.cs());
}
