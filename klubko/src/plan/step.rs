//! A step is done, or open again: one button on the page of the plan.

use super::content::Content;
use super::must_run;
use super::store::write;
use crate::kernel::answer::{Answer, Response};
use crate::kernel::change::Pen;
use crate::kernel::failure::Failure;
use crate::kernel::folder::Folder;
use crate::kernel::form::Form;
use crate::kernel::journal::Entry;
use crate::kernel::visit::Visit;
use rules::coded::Coded;
use rules::plan::StepState;

pub fn set<'v>(visit: &'v Visit<'v>, pen: Pen<'v>) -> Answer {
    let folder = Folder::open(visit)?;
    must_run(&folder)?;
    let content = Content::now(&folder)?;
    let step = content.step(visit.path("step")?)?;
    let form = Form::typed(visit, "Krok plánu");
    let wanted = StepState::from_code(form.value("state")).filter(|state| *state != StepState::Dropped);
    let state = wanted.ok_or_else(|| Failure::refused("Krok je buď hotový, nebo čeká. Vraťte se k plánu."))?;
    let mut change = pen.change(&folder)?;
    let after = write::in_state(step, form.version(), state, visit.today());
    let id = write::step(&mut change, (folder.id(), content.thread), &after)?;
    let what = if state == StepState::Done { "krok plánu je hotový" } else { "krok plánu znovu čeká" };
    change.commit(Entry::about(id, what).resting_on("R-142"));
    Ok(Response::see_other_saying(&folder.path("/plan"), "saved"))
}
