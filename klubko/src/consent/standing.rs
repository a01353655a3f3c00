//! What the client's decision about his data means now, or meant on the day the folder is shown as of.

use super::store::{self, Recorded};
use crate::kernel::clock;
use crate::kernel::failure::Failure;
use crate::kernel::folder::Folder;
use crate::kernel::format_cs;
use crate::kernel::id::StatementId;
use jiff::civil::Date;
use rules::consent::{Consent, ConsentForm, ConsentKind, State, standing as standing_of, state};
use rules::instant::Moment;

/// Where the consent to processing stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Standing {
    pub state: State,
    /// Of the decision that counts; none while the person was not asked.
    pub form: Option<ConsentForm>,
    pub given_on: Option<Date>,
    pub id: Option<StatementId>,
}

impl Standing {
    /// A consent, oral or written, that holds at this moment.
    pub fn is_in_force(&self) -> bool {
        self.state == State::InForce
    }

    /// The badge of the folder's head (vocabulary 60–65): its kind and its text. `sex` as the folder has it.
    pub fn badge(&self, sex: &str) -> (&'static str, String) {
        let text = |text: &str| text.to_owned();
        match (self.state, self.form) {
            (State::NotYetAsked, _) => ("", text(not_yet(sex))),
            (State::Dissent, _) => ("warn", text("nesouhlas")),
            (State::InForce, Some(ConsentForm::Oral)) => ("info", text("ústní souhlas")),
            (State::InForce, _) => ("ok", text("písemný souhlas")),
            (State::NotYetValid, _) => ("", text("souhlas zatím neplatí")),
            (State::Expired, _) => ("warn", text("souhlas vypršel")),
            (State::Superseded, _) => ("", text("souhlas nahrazen")),
            (State::Withdrawn { at }, _) => {
                ("warn", format!("souhlas odvolán dne {}", format_cs::date(clock::day_of(at))))
            }
        }
    }
}

fn not_yet(sex: &str) -> &'static str {
    match sex {
        "female" => "zatím se nevyjádřila",
        "male" => "zatím se nevyjádřil",
        _ => "zatím se nevyjádřil/a",
    }
}

/// The standing of the consent to processing of personal data (section 2.7), as known at `folder.as_of()`.
pub fn standing(folder: &Folder<'_>) -> Result<Standing, Failure> {
    Ok(among(&store::all(folder)?, moment_of(folder)))
}

/// Whether a consent was withdrawn while something rested on it, since a moment.
pub fn was_withdrawn_since(folder: &Folder<'_>, since: i64) -> Result<bool, Failure> {
    store::was_withdrawn_since(folder, since)
}

/// The moment at which the folder is shown.
pub(super) fn moment_of(folder: &Folder<'_>) -> Moment {
    let at = folder.as_of();
    Moment::new(at, clock::day_of(at))
}

pub(super) fn among(decisions: &[Recorded], now: Moment) -> Standing {
    let of_kind = |one: &&Recorded| one.kind == ConsentKind::PersonalDataProcessing && one.given_at <= now.at;
    let newest = decisions.iter().filter(of_kind).max_by_key(|one| (one.given_at, one.recorded_at));
    let state = standing_of(newest.map(|one| as_rules_take_it(one, decisions)).as_slice(), now);
    let (form, given_on) = (newest.map(|one| one.form), newest.map(|one| one.given_on));
    Standing { state, form, given_on, id: newest.map(|one| one.id) }
}

/// What one decision means at a moment among the others.
pub(super) fn state_of(one: &Recorded, decisions: &[Recorded], now: Moment) -> State {
    state(&as_rules_take_it(one, decisions), now)
}

/// A newer decision of the same kind takes the place of this one, in whatever order they were written down.
pub(super) fn as_rules_take_it(one: &Recorded, decisions: &[Recorded]) -> Consent {
    let rank = |it: &Recorded| (it.given_at, it.recorded_at);
    let is_newer = |other: &&Recorded| other.kind == one.kind && rank(other) > rank(one);
    Consent {
        decision: one.decision,
        form: one.form,
        given: Moment::new(one.given_at, clock::day_of(one.given_at)),
        valid_from: one.given_on,
        valid_until: one.valid_until,
        withdrawn_at: one.withdrawn_at,
        superseded_at: decisions.iter().filter(is_newer).map(|other| other.given_at).min(),
    }
}
