//! The counter of visits for the head (R-054, D1): which visit it is, and whether a plan is to be thought of.

use super::Known;
use crate::activity::{self, Agreed};
use crate::kernel::failure::Failure;
use crate::kernel::folder::Folder;
use rules::coded::Coded;
use rules::status::Status;
use rules::visits::{Counter, PlanForm};

/// What the counter says to a client; nobody else is counted.
pub fn of(folder: &Folder, known: &Known) -> Result<Counter, Failure> {
    let facts = &known.facts;
    if known.status != Status::Client || facts.agreement_on.is_none() {
        return Ok(Counter::Silent);
    }
    let plan = facts.plan_form.as_deref().and_then(PlanForm::from_code).zip(facts.plan_at);
    if matches!(plan, Some((PlanForm::Written, _))) {
        return Ok(Counter::Silent);
    }
    Ok(activity::count_visits(folder, Agreed { agreement_on: facts.agreement_on, plan })?.counter)
}
