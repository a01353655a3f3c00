//! What the client decided about opening something to somebody else, and where that stands now: the front
//! door for the slices that hand something over, share it or take it back.
//!
//! For one folder, kind and addressee the newest decision counts. A decision given in a folder joined with this one is
//! read here, and may be withdrawn here; it stays a row of the folder where it was given.

use super::standing;
use super::store::sharing as rows;
use crate::kernel::clock;
use crate::kernel::failure::Failure;
use crate::kernel::folder::Folder;
use crate::kernel::id::{FolderId, ServiceId, StatementId, WorkerId};
use jiff::civil::Date;
use rules::coded::Coded;
use rules::consent::sharing::Direction;
use rules::consent::{Consent, ConsentForm, ConsentKind, Decision, State, state};
use rules::instant::Moment;
use rules::text::fold;

/// Whom a decision concerns and what it says. A “no” says only whom it concerns.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Terms {
    /// Another service of this provider.
    pub receiver: Option<ServiceId>,
    /// An institution, a third party, the child.
    pub addressee: String,
    pub direction: Option<Direction>,
    pub topics: Vec<String>,
    pub extent: String,
    pub purpose: String,
    pub valid_from: Option<Date>,
    pub valid_until: Option<Date>,
    /// The representative; empty when the client himself decided.
    pub given_by: String,
    pub authority: String,
    /// Workers named as those who alone receive.
    pub receivers: Vec<WorkerId>,
}

/// A decision of any kind but the processing of data in the service itself.
#[derive(Clone, Copy, Debug)]
pub struct NewSharing<'a> {
    pub kind: ConsentKind,
    pub decision: Decision,
    pub form: ConsentForm,
    /// The exact words that were read or signed.
    pub wording: &'a str,
    /// The number or line of what was said by telephone.
    pub line: &'a str,
    pub heard_by: Option<WorkerId>,
    /// The moment it was said; of a paper, see [`signed_on`]. None is a problem of the form.
    pub given_at: Option<i64>,
    /// The text that was signed on the screen, if it was.
    pub document: Option<StatementId>,
    pub terms: &'a Terms,
    /// The version of the template of the wording, where it was made of one.
    pub template_version: Option<i64>,
}

/// The moment of a paper: its day is over, or it was signed just now.
pub fn signed_on(day: Date, now: i64) -> i64 {
    clock::end_of(day).min(now)
}

/// A recorded decision with its state at the moment the folder is shown.
#[derive(Clone, Debug)]
pub struct Sharing {
    pub id: StatementId,
    /// Where it was given; another folder than the one opened when it [`Self::is_joined`].
    pub folder: FolderId,
    pub service: ServiceId,
    pub service_name: String,
    pub is_joined: bool,
    pub kind: ConsentKind,
    pub decision: Decision,
    pub form: ConsentForm,
    pub terms: Terms,
    /// Empty when no service of this provider is named.
    pub receiver_name: String,
    /// Names of [`Terms::receivers`].
    pub named: Vec<String>,
    /// Empty for one of a joined folder: its words stay there.
    pub wording: String,
    pub given_at: i64,
    pub given_on: Date,
    pub state: State,
    /// As the rules take it, with what has happened to it since.
    pub(super) fate: Consent,
    pub(super) told: Told,
}

/// Who wrote it down, how it was withdrawn: for the register.
#[derive(Clone, Debug)]
pub(super) struct Told {
    pub(super) line: String,
    pub(super) heard_by: Option<String>,
    pub(super) document: Option<StatementId>,
    pub(super) template_version: Option<i64>,
    pub(super) recorded_at: i64,
    pub(super) recorded_by: String,
    pub(super) withdrawn_at: Option<i64>,
    pub(super) withdrawn_how: Option<String>,
    pub(super) withdrawn_recorded_at: Option<i64>,
    pub(super) withdrawn_recorded_by: Option<String>,
}

impl Sharing {
    pub fn is_in_force(&self) -> bool {
        self.state == State::InForce
    }
}

/// Everything decided in this folder about sharing, the newest first, as of the moment it is shown.
pub fn sharing(folder: &Folder<'_>) -> Result<Vec<Sharing>, Failure> {
    Ok(known(folder)?.into_iter().filter(|one| !one.is_joined).collect())
}

/// What was decided in a folder joined with this one about sharing with this service.
pub fn of_joined(folder: &Folder<'_>) -> Result<Vec<Sharing>, Failure> {
    Ok(known(folder)?.into_iter().filter(|one| one.is_joined).collect())
}

/// Those of the folder and those of the folders joined with it, the newest first.
pub(super) fn known(folder: &Folder<'_>) -> Result<Vec<Sharing>, Failure> {
    let found = rows::all(folder)?;
    if found.is_empty() {
        return Ok(Vec::new());
    }
    let (topics, receivers) = (rows::topics(folder)?, rows::receivers(folder)?);
    let now = standing::moment_of(folder);
    let one = |row: &rows::Row| read(folder, row, (&topics, &receivers), (with_fate(row, &found, now), now));
    Ok(found.iter().map(one).collect())
}

/// Whether both answer the same question: the same kind, towards the same service or somebody of the same name.
fn is_same_question(one: &rows::Row, other: &rows::Row) -> bool {
    one.folder_id == other.folder_id
        && one.kind == other.kind
        && one.receiver_service_id == other.receiver_service_id
        && fold(&one.addressee) == fold(&other.addressee)
}

/// What is over is over whatever moment was written to it: it is never weighed as of a later moment than now.
fn with_fate(row: &rows::Row, all: &[rows::Row], now: Moment) -> Consent {
    let rank = |it: &rows::Row| (it.given_at, it.recorded_at, it.id);
    let newer = all.iter().filter(|other| is_same_question(row, other) && rank(other) > rank(row));
    Consent {
        decision: row.decision,
        form: row.form,
        given: Moment::new(row.given_at, clock::day_of(row.given_at)),
        valid_from: row.valid_from,
        valid_until: row.valid_until,
        withdrawn_at: row.withdrawn_at.map(|at| at.min(now.at)),
        superseded_at: newer.map(|other| other.given_at.min(now.at)).min(),
    }
}

fn read(
    folder: &Folder<'_>,
    row: &rows::Row,
    (topics, receivers): (&[rows::Topic], &[rows::Receiver]),
    (fate, now): (Consent, Moment),
) -> Sharing {
    let is_joined = row.folder_id != folder.id();
    let topics = topics.iter().filter(|one| one.consent_id == row.id);
    let receivers: Vec<_> = receivers.iter().filter(|one| one.consent_id == row.id).collect();
    Sharing {
        id: row.id,
        folder: row.folder_id,
        service: row.service_id,
        service_name: row.service_name.clone(),
        is_joined,
        kind: row.kind,
        decision: row.decision,
        form: row.form,
        terms: Terms {
            receiver: row.receiver_service_id,
            addressee: row.addressee.clone(),
            direction: Direction::from_code(&row.direction),
            topics: topics.map(|one| one.topic.clone()).collect(),
            extent: row.extent.clone(),
            purpose: row.purpose.clone(),
            valid_from: Some(row.valid_from),
            valid_until: row.valid_until,
            given_by: row.given_by.clone(),
            authority: row.authority.clone(),
            receivers: receivers.iter().map(|one| one.worker_id).collect(),
        },
        receiver_name: row.receiver_name.clone().unwrap_or_default(),
        named: receivers.iter().map(|one| one.name.clone()).collect(),
        wording: if is_joined { String::new() } else { row.wording.clone() },
        given_at: row.given_at,
        given_on: row.given_on,
        state: state(&fate, now),
        fate,
        told: told(row),
    }
}

fn told(row: &rows::Row) -> Told {
    Told {
        line: row.line.clone(),
        heard_by: row.heard_by.clone(),
        document: row.document_id,
        template_version: row.template_version,
        recorded_at: row.recorded_at,
        recorded_by: row.recorded_by.clone(),
        withdrawn_at: row.withdrawn_at,
        withdrawn_how: row.withdrawn_how.clone(),
        withdrawn_recorded_at: row.withdrawn_recorded_at,
        withdrawn_recorded_by: row.withdrawn_recorded_by.clone(),
    }
}
