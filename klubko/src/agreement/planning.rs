//! What the agreement and the decision how to plan leave behind for the plan: its terms, and the watch
//! over a long silence. For the rooms `plan` and `record`.

use super::store::plans;
use crate::kernel::change::Change;
use crate::kernel::failure::Failure;
use crate::kernel::folder::Folder;
use crate::kernel::id::{StatementId, ThreadId};
use crate::kernel::settings;
use crate::tasks;
use jiff::civil::Date;
use rules::evaluation::{plan_task, silence_task};
use rules::rule::Rule;
use rules::task::Origin;
use rules::visits::PlanForm;

const PLAN: &str = "Naplánovat s klientem průběh služby, nebo rozhodnout, že písemný plán není potřeba";
const LONG_TERM: &str = "Sestavit s klientem individuální plán, potřeba je dlouhodobá";
const SILENCE: &str = "Neozve-li se klient do té doby: ozvat se mu, nebo zvážit ukončení spolupráce";

/// after the agreement a plan, or the decision that none is needed, within the set number of days.
pub(super) fn ask_for_plan(
    change: &mut Change<'_>,
    folder: &Folder<'_>,
    agreement: StatementId,
    signed_on: Date,
) -> Result<(), Failure> {
    let days = settings::of(folder.db(), folder.service(), signed_on)?.plan_days;
    let task = plan_task(Rule::R016, signed_on, days);
    tasks::create_for_folder(change, (folder.service(), folder.id()), &task, PLAN, agreement).map(drop)
}

/// a need of long-term cooperation was seen; one such task is enough.
pub(super) fn ask_for_long_term_plan(
    change: &mut Change<'_>,
    folder: &Folder<'_>,
    decision: StatementId,
    decided_on: Date,
) -> Result<(), Failure> {
    let days = settings::of(folder.db(), folder.service(), decided_on)?.plan_days;
    let task = plan_task(Rule::R053, decided_on, days);
    tasks::settle(change, folder.id(), Rule::R053, "potřeba je zapsaná znovu")?;
    tasks::create_for_folder(change, (folder.service(), folder.id()), &task, LONG_TERM, decision).map(drop)
}

/// A plan was agreed: whatever waited for it is done, and how it is planned is decided by that.
pub fn plan_is_made(
    change: &mut Change<'_>,
    (folder, thread): (&Folder<'_>, ThreadId),
    agreed_on: Date,
) -> Result<(), Failure> {
    if super::plan_form(folder)? != Some(PlanForm::Written) {
        let decision = (PlanForm::Written, true, "plán je dohodnut s klientem");
        plans::insert(change, (folder, thread), decision, agreed_on)?;
    }
    [Rule::R016, Rule::R053, Rule::R054]
        .into_iter()
        .try_for_each(|rule| tasks::settle(change, folder.id(), rule, "plán je dohodnut"))
}

/// a task that moves with each contact; it falls due only when nobody has met the client for long.
pub fn watch_silence(
    change: &mut Change<'_>,
    folder: &Folder<'_>,
    origin: StatementId,
    from: Date,
) -> Result<(), Failure> {
    let days = settings::of(folder.db(), folder.service(), folder.today())?.silence_days;
    let task = silence_task(from, days);
    tasks::settle(change, folder.id(), Rule::R126, "plánuje se dál")?;
    tasks::create_for_folder(change, (folder.service(), folder.id()), &task, SILENCE, origin).map(drop)
}

/// Somebody met the client on a day.
pub fn put_off_ending(change: &mut Change<'_>, folder: &Folder<'_>, met_on: Date) -> Result<(), Failure> {
    let days = settings::of(folder.db(), folder.service(), folder.today())?.silence_days;
    let due_on = silence_task::<()>(met_on, days).due_on;
    tasks::put_off(change, folder.id(), (Rule::R126, Origin::IndividualPlan), due_on)
}
