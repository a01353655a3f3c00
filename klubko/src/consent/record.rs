//! Recording a decision: an oral consent from the consultation, the written one given by signing, or
//! either answer given at any other time. Each names the decision that it supersedes.

use super::store::{self, NewDecision};
use crate::kernel::change::Change;
use crate::kernel::clock;
use crate::kernel::failure::Failure;
use crate::kernel::folder::Folder;
use crate::kernel::id::{StatementId, WorkerId};
use crate::tasks;
use jiff::civil::Date;
use rules::consent::{ConsentForm, ConsentKind, Decision, LegalGround};
use rules::rule::Rule;

/// A consent voiced by the client: what was read to him, when, who heard it.
#[derive(Clone, Copy, Debug)]
pub struct OralConsent<'a> {
    pub wording: &'a str,
    pub given_at: i64,
    pub heard_by: WorkerId,
    /// The number or line on which it was heard; empty when it was said face to face.
    pub line: &'a str,
    pub scope: &'a str,
}

/// A consent signed on paper.
#[derive(Clone, Copy, Debug)]
pub struct WrittenConsent<'a> {
    /// The text that was signed, if it is one of the folder's documents.
    pub document: Option<StatementId>,
    pub wording: &'a str,
    pub scope: &'a str,
    pub given_on: Date,
}

/// Records an oral consent; a consent that a crisis left unvoiced is complete by it.
///
/// The task to get the written one belongs to whoever records the consultation (`rules::consultation::consent_task`).
pub fn record_oral(
    change: &mut Change<'_>,
    folder: &Folder<'_>,
    given: &OralConsent<'_>,
) -> Result<StatementId, Failure> {
    tasks::settle(change, folder.id(), Rule::R025, "ústní souhlas je zapsán")?;
    let new = NewDecision {
        kind: ConsentKind::PersonalDataProcessing,
        decision: Decision::Consent,
        form: ConsentForm::Oral,
        wording: given.wording,
        scope: given.scope,
        line: given.line,
        heard_by: Some(given.heard_by),
        given_at: given.given_at,
        given_on: clock::day_of(given.given_at),
        legal_ground: LegalGround::Consent,
        document: None,
    };
    store::insert(change, folder, &new)
}

/// Records a written consent: it supersedes the oral one, and the tasks that asked for it are done.
pub fn record_written(
    change: &mut Change<'_>,
    folder: &Folder<'_>,
    given: &WrittenConsent<'_>,
) -> Result<StatementId, Failure> {
    for rule in [Rule::R024, Rule::R025] {
        tasks::settle(change, folder.id(), rule, "písemný souhlas je zapsán")?;
    }
    let new = NewDecision {
        kind: ConsentKind::PersonalDataProcessing,
        decision: Decision::Consent,
        form: ConsentForm::Written,
        wording: given.wording,
        scope: given.scope,
        line: "",
        heard_by: None,
        given_at: clock::end_of(given.given_on).min(change.at()),
        given_on: given.given_on,
        legal_ground: LegalGround::Consent,
        document: given.document,
    };
    store::insert(change, folder, &new)
}

/// Records a “no”: an answer like any other. What waited for a consent waits no longer.
pub(super) fn record_dissent(
    change: &mut Change<'_>,
    folder: &Folder<'_>,
    form: ConsentForm,
    said: &OralConsent<'_>,
) -> Result<StatementId, Failure> {
    for rule in [Rule::R024, Rule::R025] {
        tasks::settle(change, folder.id(), rule, "vyjádřen nesouhlas")?;
    }
    let new = NewDecision {
        kind: ConsentKind::PersonalDataProcessing,
        decision: Decision::Dissent,
        form,
        wording: said.wording,
        scope: said.scope,
        line: said.line,
        heard_by: Some(said.heard_by),
        given_at: said.given_at,
        given_on: clock::day_of(said.given_at),
        legal_ground: LegalGround::Consent,
        document: None,
    };
    store::insert(change, folder, &new)
}
