//! Recording a decision about sharing, consent or dissent: weighed by the rules wherever it comes from (R-085, R-089,
//! ), written once, naming the decision it takes the place of.

use super::sharing::{NewSharing, Sharing, known, sharing};
use super::standing;
use super::store::{self, sharing as rows};
use crate::accounts;
use crate::crossing;
use crate::kernel::change::Change;
use crate::kernel::clock;
use crate::kernel::failure::Failure;
use crate::kernel::folder::Folder;
use crate::kernel::id::{ServiceId, StatementId};
use crate::kernel::journal::Entry;
use crate::kernel::messages_cs::InCzech;
use rules::consent::sharing::{Proposal, SharingBlock, check};
use rules::consent::{ConsentKind, Decision, State};
use rules::instant::Moment;
use rules::profession::Profession;
use rules::text::fold;

const ELSEWHERE: &str = "nesouhlasem zapsaným ve druhé službě";

/// What stands in the way of recording it, for the form; nothing means that [`record_sharing`] takes it.
pub fn weigh(folder: &Folder<'_>, new: &NewSharing<'_>) -> Result<Vec<SharingBlock>, Failure> {
    let answered = newest(folder, new)?.map(|one| answered_at(&one));
    let me = accounts::colleague(folder.db(), folder.service(), folder.viewer()?, folder.today())?;
    let given = new.given_at.map(|at| moment_of(at, answered));
    let terms = new.terms;
    Ok(check(&Proposal {
        kind: new.kind,
        decision: new.decision,
        form: new.form,
        names_service: terms.receiver.is_some_and(|service| service != folder.service()),
        names_addressee: !terms.addressee.is_empty(),
        direction: terms.direction,
        topics: terms.topics.len(),
        has_extent: !terms.extent.is_empty(),
        has_purpose: !terms.purpose.is_empty(),
        valid_from: terms.valid_from,
        valid_until: terms.valid_until,
        named_workers: terms.receivers.len(),
        is_represented: !terms.given_by.is_empty(),
        has_authority: !terms.authority.is_empty(),
        given,
        answered_at: answered,
        // Whoever is not of the service records nothing in it.
        recorder: me.map_or(Profession::Volunteer, |me| me.profession),
        now: standing::moment_of(folder),
    }))
}

/// Records it. A rule that stands in the way refuses the whole change.
pub fn record_sharing(
    change: &mut Change<'_>,
    folder: &Folder<'_>,
    new: &NewSharing<'_>,
) -> Result<StatementId, Failure> {
    if let Some(block) = weigh(folder, new)?.first() {
        return Err(Failure::refused(block.cs()));
    }
    let before = newest(folder, new)?;
    let given_at = new.given_at.ok_or_else(|| Failure::refused(SharingBlock::NoDay.cs()))?;
    let given = moment_of(given_at, before.as_ref().map(answered_at));
    let supersedes = before.filter(|one| !matches!(one.state, State::Withdrawn { .. })).map(|one| one.id);
    let row = rows::NewRow {
        kind: new.kind,
        decision: new.decision,
        form: new.form,
        wording: new.wording,
        line: new.line,
        heard_by: new.heard_by,
        given_at: given.at,
        given_on: given.day,
        document: new.document,
        supersedes,
        terms: new.terms,
        template_version: new.template_version,
    };
    let id = rows::insert(change, folder, &row)?;
    if let (ConsentKind::CaseManagement, Decision::Dissent, Some(service)) =
        (new.kind, new.decision, new.terms.receiver)
    {
        end_joined(change, folder, service)?;
    }
    if let Some(id) = supersedes.filter(|_| new.decision == Decision::Dissent) {
        crossing::after_withdrawal(change, folder, id)?;
    }
    Ok(id)
}

/// A “no” to the cooperation of two services is one answer: what was agreed for it in the folder of the other service is
/// withdrawn by it.
fn end_joined(change: &mut Change<'_>, folder: &Folder<'_>, service: ServiceId) -> Result<(), Failure> {
    let holds = |one: &Sharing| matches!(one.state, State::InForce | State::NotYetValid);
    let about = |one: &&Sharing| one.is_joined && one.service == service && one.kind == ConsentKind::CaseManagement;
    for one in known(folder)?.iter().filter(about).filter(|one| holds(one)) {
        store::insert_withdrawal(change, (one.folder, one.id), change.at(), ELSEWHERE)?;
        crossing::after_withdrawal(change, folder, one.id)?;
        change.also(Entry::about(one.id, "souhlas odvolán").resting_on("R-083"));
    }
    Ok(())
}

/// The newest answer to the same question in this folder.
fn newest(folder: &Folder<'_>, new: &NewSharing<'_>) -> Result<Option<Sharing>, Failure> {
    let terms = new.terms;
    let same = |one: &Sharing| {
        one.kind == new.kind
            && one.terms.receiver == terms.receiver
            && fold(&one.terms.addressee) == fold(&terms.addressee)
    };
    Ok(sharing(folder)?.into_iter().find(same))
}

/// When the client answered last, or took that answer back.
fn answered_at(one: &Sharing) -> i64 {
    one.given_at.max(one.fate.withdrawn_at.unwrap_or(i64::MIN))
}

/// People write minutes: what was said in the very minute of the answer before came after it.
fn moment_of(at: i64, answered: Option<i64>) -> Moment {
    const MINUTE: i64 = 60_000;
    let at = match answered {
        Some(before) if before.div_euclid(MINUTE) == at.div_euclid(MINUTE) => at.max(before),
        _ => at,
    };
    Moment::new(at, clock::day_of(at))
}
