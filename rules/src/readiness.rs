//! Readiness of one folder for the quality standards (505/2006, annex 2; … … ).
//!
//! For whoever keeps the folder and for the head: which criteria the folder can show something for, and what of it is
//! missing. It says nothing about whether a standard is met; only an inspection judges that (108/2006 § 97–99).

mod facts;

pub use facts::{Agreed, Closed, Criterion, Facts, Gap, Negotiated, Planned, Readiness, Refused, Team};

use crate::agreement::{AgreementForm, InformationItem};
use crate::agreement_terms::Part;
use crate::coded::Coded;
use crate::intake::Outcome;
use crate::rule::Rule;
use crate::visits::PlanForm;
use jiff::ToSpan;
use jiff::civil::Date;

impl Facts {
    /// The negotiation runs, or ended by an agreement.
    fn leads_to_agreement(&self) -> bool {
        let is_open = matches!(self.negotiated.outcome, None | Some(Outcome::Open | Outcome::Agreement));
        self.agreed.is_some() || (self.negotiated.has_begun && is_open)
    }

    fn was_refused(&self) -> bool {
        self.refused.is_some() && self.negotiated.outcome == Some(Outcome::Refused)
    }
}

/// One criterion in one folder on a day.
pub fn check(criterion: Criterion, facts: &Facts, day: Date) -> Readiness {
    let found = match criterion {
        Criterion::CircleOfPersons | Criterion::OwnWill | Criterion::Information | Criterion::Negotiation => {
            negotiation(criterion, facts)
        }
        Criterion::Refusal | Criterion::Complaints | Criterion::OtherServices => applicant(criterion, facts),
        Criterion::AgreementRules | Criterion::Understanding | Criterion::AgreementContents => {
            facts.agreed.as_ref().map(|agreed| agreement(criterion, facts, agreed))
        }
        Criterion::PlaceAndTime => facts
            .agreed
            .as_ref()
            .map(|agreed| gaps([(!says(agreed, Part::PlaceAndTime), Gap::NoPart(Part::PlaceAndTime))])),
        Criterion::Rights => facts.agreed.as_ref().map(|_| gaps([(!facts.planned.has_risks, Gap::NoRisks)])),
        Criterion::PlanningWay | Criterion::PlanningTogether => {
            facts.agreed.as_ref().map(|_| planning(criterion, &facts.planned))
        }
        Criterion::Evaluation => evaluation(facts, day),
        Criterion::Satisfaction => {
            facts.planned.evaluated_on.map(|_| gaps([(!facts.planned.has_clients_view, Gap::NoClientsView)]))
        }
        Criterion::ConflictOfInterest | Criterion::KeyWorker | Criterion::HandingOver => team(criterion, facts),
        Criterion::Documentation | Criterion::Retention => documentation(criterion, facts),
    };
    match found {
        None => Readiness::NotConcerned,
        Some(gaps) if gaps.is_empty() => Readiness::Ready,
        Some(gaps) => Readiness::Missing(gaps),
    }
}

fn gaps<const N: usize>(found: [(bool, Gap); N]) -> Vec<Gap> {
    found.into_iter().filter(|(is_missing, _)| *is_missing).map(|(_, gap)| gap).collect()
}

/// Standards 1 and 3: what is found out and said before an agreement.
fn negotiation(criterion: Criterion, facts: &Facts) -> Option<Vec<Gap>> {
    let it = &facts.negotiated;
    let goes_on = facts.leads_to_agreement();
    match criterion {
        Criterion::CircleOfPersons => {
            (it.has_begun || goes_on).then(|| gaps([(!it.has_circle, Gap::CircleNotEvaluated)]))
        }
        Criterion::OwnWill => goes_on.then(|| gaps([(!it.has_wish, Gap::NoWish)])),
        Criterion::Information if goes_on || facts.was_refused() => Some(information(it, goes_on)),
        Criterion::Information => None,
        _ => goes_on.then(|| {
            gaps([
                (!it.has_situation, Gap::NoSituation),
                (!it.has_need, Gap::NoNeed),
                (!it.has_expectations, Gap::NoExpectations),
                (!it.has_commission, Gap::NoCommission),
            ])
        }),
    }
}

/// The principles belong to an agreement; who was refused heard at least what the service is.
fn information(it: &Negotiated, goes_on: bool) -> Vec<Gap> {
    let [basic, principles] = [(it.basic_told, basic()), (it.principles_told, principles())];
    let untold = |(told, all): (usize, usize)| all.saturating_sub(told);
    gaps([
        (untold(basic) > 0, Gap::BasicInformation { untold: untold(basic) }),
        (goes_on && untold(principles) > 0, Gap::Principles { untold: untold(principles) }),
        (goes_on && !it.is_explained, Gap::NoWayOfSpeaking),
        (goes_on && !it.is_understood, Gap::NotUnderstood),
    ])
}

/// How many items the basic information has.
pub fn basic() -> usize {
    InformationItem::ALL.iter().filter(|item| item.rule() == Rule::R047).count()
}

/// How many the principles have; complaints are criterion 7b by themselves.
pub fn principles() -> usize {
    let is_principle = |item: &&InformationItem| item.rule() != Rule::R047 && **item != InformationItem::Complaints;
    InformationItem::ALL.iter().filter(is_principle).count()
}

/// What concerns those who did not become clients, too.
fn applicant(criterion: Criterion, facts: &Facts) -> Option<Vec<Gap>> {
    let it = &facts.negotiated;
    match (criterion, facts.refused) {
        (Criterion::Refusal, Some(refused)) if facts.was_refused() => Some(gaps([
            (!it.has_counselling, Gap::NoCounselling),
            (refused.is_notice_asked && !refused.is_notice_issued, Gap::NoNotice),
        ])),
        (Criterion::Complaints, _) if facts.leads_to_agreement() => {
            Some(gaps([(!it.complaints_told, Gap::ComplaintsNotExplained)]))
        }
        (Criterion::OtherServices, _) if it.outcome == Some(Outcome::OtherServiceNeeded) => {
            Some(gaps([(!it.has_service_offered, Gap::NoServiceOffered)]))
        }
        _ => None,
    }
}

/// Standard 4.
fn agreement(criterion: Criterion, facts: &Facts, agreed: &Agreed) -> Vec<Gap> {
    match criterion {
        Criterion::AgreementRules => gaps([(!agreed.is_of_template, Gap::OldTemplate)]),
        Criterion::Understanding => gaps([
            (!facts.negotiated.is_explained, Gap::NoWayOfSpeaking),
            (!facts.negotiated.is_understood, Gap::NotUnderstood),
            (lacks_representative(agreed), Gap::NoRepresentative),
        ]),
        _ => {
            let parts = Part::ALL.iter().filter(|part| !says(agreed, **part)).map(|part| Gap::NoPart(*part));
            let (negotiated, planned) = (&facts.negotiated, &facts.planned);
            let rests = negotiated.has_need || negotiated.has_wish;
            let linked = gaps([
                (planned.has_goal && !planned.has_linked_goal, Gap::GoalWithoutLink),
                (!planned.has_goal && !rests, Gap::ExtentRestsOnNothing),
            ]);
            parts.chain(linked).collect()
        }
    }
}

/// The informed consent says these in its own text; there is no field of theirs.
fn says(agreed: &Agreed, part: Part) -> bool {
    let is_in_text = matches!(part, Part::Parties | Part::Kind | Part::Rules | Part::Termination | Part::Validity);
    agreed.said.contains(&part) || (agreed.form == AgreementForm::InformedConsent && is_in_text)
}

/// Whose capacity a court limited is represented by somebody with a mandate; a minor has somebody at hand.
fn lacks_representative(agreed: &Agreed) -> bool {
    let signed_for_him = !agreed.is_signed_alone && agreed.has_mandate;
    let is_minor = agreed.born_on.is_some_and(|born| is_minor(born, agreed.signed_on));
    let is_bare = !agreed.is_signed_alone && !agreed.has_mandate;
    let is_limited = agreed.is_capacity_limited && !(signed_for_him || agreed.has_help && agreed.has_mandate);
    is_bare || is_limited || (is_minor && !signed_for_him && !agreed.has_help)
}

fn is_minor(born: Date, day: Date) -> bool {
    day < born.saturating_add(18.years())
}

/// Criteria 5a and 5b: it is decided how to plan, and planned together with the person.
fn planning(criterion: Criterion, it: &Planned) -> Vec<Gap> {
    let is_agreed = it.agreed_on.is_some();
    if criterion == Criterion::PlanningWay {
        return gaps([(it.form.is_none() && !is_agreed, Gap::NoPlanForm)]);
    }
    match it.form {
        _ if is_agreed => Vec::new(),
        Some(PlanForm::UnwrittenImmediate | PlanForm::UnwrittenShortTerm) => {
            gaps([(!it.has_note && !it.has_goal, Gap::NoPlanNote)])
        }
        Some(PlanForm::Written) | None if it.has_goal => vec![Gap::PlanNotAgreed],
        Some(PlanForm::Written) => vec![Gap::NoGoal],
        None => gaps([(!it.has_note, Gap::NoPlanForm)]),
    }
}

/// Criterion 5c: the last look is not older than the plan's own term (R-018, D21).
fn evaluation(facts: &Facts, day: Date) -> Option<Vec<Gap>> {
    facts.agreed.as_ref()?;
    let it = &facts.planned;
    match (&facts.closed, it.review_on) {
        (Some(_), _) => it.evaluated_on.map(|_| Vec::new()),
        (None, Some(due_on)) if due_on < day => Some(vec![Gap::EvaluationLate { due_on }]),
        (None, _) => it.evaluated_on.map(|_| Vec::new()),
    }
}

fn team(criterion: Criterion, facts: &Facts) -> Option<Vec<Gap>> {
    let it = facts.team;
    match criterion {
        Criterion::ConflictOfInterest => {
            it.has_limits.then(|| gaps([(it.limited_worker_stays, Gap::LimitedWorkerStays)]))
        }
        Criterion::HandingOver => it.has_handover.then(|| gaps([(it.handover_waits, Gap::HandoverUnanswered)])),
        _ if facts.closed.is_some() => None,
        _ => (facts.agreed.is_some() || it.is_assessed).then(|| match it.key_workers {
            1 => Vec::new(),
            0 if !it.is_assessed && !facts.negotiated.has_consultation => vec![Gap::NoConsultation],
            0 if !it.is_assessed => vec![Gap::NoAssessment],
            _ => vec![Gap::NotOneKeyWorker],
        }),
    }
}

/// Standard 6: on what the data rest, and how long they are kept.
fn documentation(criterion: Criterion, facts: &Facts) -> Option<Vec<Gap>> {
    if criterion == Criterion::Retention {
        return facts.closed.map(|closed| gaps([(!closed.has_retention, Gap::NoRetention)]));
    }
    let is_concerned = facts.negotiated.has_begun || facts.agreed.is_some();
    let has_ground = facts.agreed.is_some() || facts.negotiated.has_legal_ground;
    is_concerned.then(|| gaps([(!has_ground, Gap::NoLegalGround)]))
}

#[cfg(test)]
#[path = "readiness_tests.rs"]
mod tests;

#[cfg(test)]
#[path = "readiness_properties.rs"]
mod properties;
