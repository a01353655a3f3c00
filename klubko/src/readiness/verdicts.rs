//! What a row says, as the rules take it; and every criterion in use with its wording and what came out of it.

use super::starter;
use super::store::criteria::{self, Kept};
use super::store::facts::Row;
use crate::kernel::db::Unit;
use crate::kernel::failure::Failure;
use jiff::civil::Date;
use rules::agreement_terms::Part;
use rules::coded::Coded;
use rules::intake::Outcome;
use rules::plan::review_on;
use rules::readiness::{Agreed, Closed, Criterion, Facts, Negotiated, Planned, Readiness, Refused, Team, check};

/// A criterion with the words that hold on the day.
#[derive(Clone)]
pub struct Wording {
    pub criterion: Criterion,
    pub text: String,
    pub is_fundamental: bool,
    pub is_used: bool,
}

impl Wording {
    /// As the provider wrote it, or as the house brings it.
    pub fn of(criterion: Criterion, kept: &[Kept]) -> Self {
        match kept.iter().find(|one| one.code == criterion.code()) {
            Some(one) => {
                Self { criterion, text: one.text.clone(), is_fundamental: one.is_fundamental, is_used: one.is_used }
            }
            None => {
                let (text, is_fundamental) = starter::wording(criterion);
                Self { criterion, text: text.to_owned(), is_fundamental, is_used: true }
            }
        }
    }
}

/// The criteria that are in use on a day, in the order of the decree.
pub fn in_use(unit: &Unit, day: Date) -> Result<Vec<Wording>, Failure> {
    let kept = criteria::on(unit, day)?;
    let all = Criterion::ALL.iter().map(|criterion| Wording::of(*criterion, &kept));
    Ok(all.filter(|one| one.is_used).collect())
}

/// What came out of each criterion in one folder.
pub fn of(row: &Row, criteria: &[Wording], months: i64, day: Date) -> Vec<(Wording, Readiness)> {
    let facts = facts(row, months);
    criteria.iter().map(|one| (one.clone(), check(one.criterion, &facts, day))).collect()
}

/// „12 z 15“: how many of those that concern the folder have something to show.
pub fn counted(found: &[(Wording, Readiness)]) -> (usize, usize) {
    let ready = found.iter().filter(|(_, one)| *one == Readiness::Ready).count();
    let concerned = found.iter().filter(|(_, one)| *one != Readiness::NotConcerned).count();
    (ready, concerned)
}

fn facts(row: &Row, months: i64) -> Facts {
    let refused = Refused { is_notice_asked: row.notice_asked_on.is_some(), is_notice_issued: row.is_notice_issued };
    let team = Team {
        is_assessed: row.is_assessed,
        key_workers: number(row.key_workers),
        has_limits: row.has_limits,
        limited_worker_stays: row.limited_worker_stays,
        has_handover: row.has_handover,
        handover_waits: row.handover_waits,
    };
    Facts {
        negotiated: negotiated(row),
        refused: row.refusal.map(|_| refused),
        agreed: agreed(row),
        planned: planned(row, months),
        team,
        closed: row.closure_reason.map(|reason| Closed { reason, has_retention: row.has_retention }),
    }
}

fn number(count: i64) -> usize {
    usize::try_from(count).unwrap_or(0)
}

fn negotiated(row: &Row) -> Negotiated {
    Negotiated {
        has_begun: row.has_record || row.has_consultation,
        has_consultation: row.has_consultation,
        outcome: Outcome::from_code(&row.outcome),
        has_circle: row.has_circle,
        has_wish: row.has_wish || row.has_excuse,
        has_need: row.has_need || row.has_excuse,
        has_situation: row.has_situation,
        has_expectations: row.has_expectations,
        has_commission: row.has_commission,
        has_counselling: row.has_counselling,
        is_explained: row.is_explained,
        is_understood: row.is_understood,
        basic_told: number(row.basic_told),
        principles_told: number(row.principles_told),
        complaints_told: row.complaints_told,
        has_legal_ground: row.has_legal_ground,
        has_service_offered: row.has_service_offered,
    }
}

fn agreed(row: &Row) -> Option<Agreed> {
    let parts = [
        (Part::Parties, row.says_parties),
        (Part::Kind, row.says_kind),
        (Part::Extent, row.says_extent),
        (Part::PlaceAndTime, row.says_place),
        (Part::Payment, row.says_payment),
        (Part::Rules, row.says_rules),
        (Part::Termination, row.says_termination),
        // A day, or none for an indefinite time: the column itself says which.
        (Part::Validity, true),
    ];
    let said = parts.into_iter().filter(|(_, is_said)| *is_said).map(|(part, _)| part).collect();
    Some(Agreed {
        form: row.form?,
        signed_on: row.signed_on?,
        is_of_template: row.is_of_template,
        said,
        is_signed_alone: row.is_signed_alone,
        has_mandate: row.has_mandate,
        is_capacity_limited: row.is_capacity_limited,
        has_help: row.has_help,
        born_on: row.birth_date,
    })
}

fn planned(row: &Row, months: i64) -> Planned {
    Planned {
        form: row.plan_form,
        has_risks: row.has_risks,
        has_goal: row.has_goal,
        has_linked_goal: row.has_linked_goal,
        has_note: row.has_note,
        agreed_on: row.plan_agreed_on,
        evaluated_on: row.evaluated_on,
        has_clients_view: row.has_clients_view,
        review_on: next_look(row, months),
    }
}

/// The newest of the plan and the evaluation says when (D21); before both the service's setting does.
fn next_look(row: &Row, months: i64) -> Option<Date> {
    match (row.evaluated_on, row.plan_agreed_on) {
        (Some(evaluated), Some(agreed)) if evaluated < agreed => row.plan_review_on,
        (Some(_), _) => row.next_review_on,
        (None, Some(_)) => row.plan_review_on,
        (None, None) => row.signed_on.map(|day| review_on(day, months)),
    }
}
