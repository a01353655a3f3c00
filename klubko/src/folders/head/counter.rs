//! The counter of visits for the head (R-054, D1): which visit it is, and whether a plan is to be thought of.

use super::Known;
use crate::activity;
use crate::kernel::clock;
use crate::kernel::failure::Failure;
use crate::kernel::folder::Folder;
use crate::kernel::settings;
use rules::coded::Coded;
use rules::status::Status;
use rules::visits::{Act, Counter, PlanForm, PlanStanding, counter, is_visit};

/// What the counter says, with the limit of the service.
pub struct Visits {
    pub counter: Counter,
}

impl Visits {
    pub fn none() -> Self {
        Self { counter: Counter::Silent }
    }
}

/// The counter of a client; nobody else is counted.
pub fn of(folder: &Folder, known: &Known) -> Result<Visits, Failure> {
    let (Status::Client, Some(agreement_on)) = (known.status, known.facts.agreement_on) else {
        return Ok(Visits::none());
    };
    let acts = activity::acts(&activity::of_folder(folder)?);
    let limit = settings::of(folder.db(), folder.service(), folder.day())?.visit_limit();
    let mut visits: Vec<&Act> = acts.iter().filter(|act| is_visit(act, agreement_on)).collect();
    visits.sort_by_key(|act| act.starts);
    let limit_reached_on = limit.checked_sub(1).and_then(|last| visits.get(last)).map(|act| act.starts.day);
    let decided_on = known.facts.plan_at.map(clock::day_of);
    let plan = match known.facts.plan_form.as_deref().and_then(PlanForm::from_code) {
        Some(PlanForm::Written) => PlanStanding::Written,
        // Decided before the limit it was only an expectation; after it, it is the reason that was asked for.
        Some(PlanForm::UnwrittenImmediate | PlanForm::UnwrittenShortTerm)
            if limit_reached_on.is_some() && decided_on >= limit_reached_on =>
        {
            PlanStanding::Justified
        }
        Some(PlanForm::UnwrittenImmediate | PlanForm::UnwrittenShortTerm) | None => PlanStanding::Nothing,
    };
    Ok(Visits { counter: counter(visits.len(), limit, plan) })
}
