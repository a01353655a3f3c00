//! Where each thing that is missing is filled in: the page and the field on it. Whoever may not write there, or looks at a
//! past day or an ended cooperation, is led to where it would be read.

use super::store::facts::Row;
use crate::kernel::folder::Folder;
use rules::access::Act;
use rules::readiness::Gap;

/// When the page of a field opens.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Opens {
    Always,
    /// While the agreement can be changed.
    WhileInForce,
    /// It is a page to be read.
    ToRead,
}

/// The page with its field, the act that opens it, and where the same is read.
struct Place {
    field: String,
    act: Act,
    opens: Opens,
    read: &'static str,
}

fn place(field: impl Into<String>, act: Act, read: &'static str) -> Place {
    Place { field: field.into(), act, opens: Opens::Always, read }
}

/// A part of the record of the negotiation.
fn part(part: &str, field: &str, read: &'static str) -> Place {
    place(format!("/negotiation/edit?part={part}#f-{field}"), Act::WriteNegotiation, read)
}

fn amendment(read: &'static str) -> Place {
    let place = place("/agreement/amendment#f-changes", Act::PrepareAgreement, read);
    Place { opens: Opens::WhileInForce, ..place }
}

fn to_read(read: &'static str, act: Act) -> Place {
    Place { opens: Opens::ToRead, ..place("", act, read) }
}

/// The address of a thing that is missing.
pub(super) fn address(folder: &Folder, row: &Row, gap: Gap) -> String {
    let place = of_negotiation(gap, row).or_else(|| of_plan(gap, row)).unwrap_or_else(|| of_agreement(gap));
    let may_write = !folder.is_past() && row.closure_reason.is_none() && folder.may(place.act);
    let opens = match place.opens {
        Opens::Always => true,
        Opens::WhileInForce => row.is_in_force,
        Opens::ToRead => false,
    };
    if may_write && opens {
        return folder.path(&place.field);
    }
    let (page, section) = place.read.split_once('#').unwrap_or((place.read, ""));
    format!("{}#{section}", folder.path(page))
}

fn of_negotiation(gap: Gap, row: &Row) -> Option<Place> {
    Some(match gap {
        Gap::CircleNotEvaluated => part("situation", "circle_of_persons", "/negotiation#situation"),
        Gap::NoSituation => part("situation", "situation", "/negotiation#situation"),
        Gap::NoWish => part("needs", "wish", "/negotiation#needs"),
        Gap::NoNeed | Gap::ExtentRestsOnNothing => part("needs", "need", "/negotiation#needs"),
        Gap::NoExpectations => part("expectations", "can_fulfil", "/negotiation#expectations"),
        Gap::NoWayOfSpeaking => part("fit", "communication_form", "/negotiation#fit"),
        Gap::NotUnderstood => part("fit", "is_understood", "/negotiation#fit"),
        Gap::BasicInformation { .. } => {
            place("/information#f-basic", Act::WriteNegotiation, "/negotiation#information")
        }
        Gap::Principles { .. } | Gap::ComplaintsNotExplained => {
            place("/information#f-principles", Act::WriteNegotiation, "/negotiation#information")
        }
        Gap::NoCommission => place("/commission#f-in_own_words", Act::WriteNegotiation, "/negotiation#commission"),
        Gap::NoCounselling => place("/counselling#f-information", Act::WriteNegotiation, "/negotiation#counselling"),
        Gap::NoServiceOffered => place("/outcome#f-offered_service", Act::CloseNegotiation, "/negotiation#outcome"),
        Gap::NoNotice => match row.refusal {
            Some(id) => {
                place(format!("/refusals/{id}/notice#f-issued_on"), Act::RefuseApplicant, "/negotiation#outcome")
            }
            None => to_read("/negotiation#outcome", Act::SeeNegotiation),
        },
        Gap::NoConsultation => place("/consultation/new#f-summary", Act::HoldConsultation, "/negotiation#consultation"),
        Gap::NoAssessment => place("/assessment/new#f-key_worker", Act::HoldAssessment, "/negotiation#assessment"),
        _ => return None,
    })
}

fn of_plan(gap: Gap, row: &Row) -> Option<Place> {
    Some(match gap {
        Gap::NoRisks => place("/plan/edit#f-risks", Act::WritePlan, "/plan#head"),
        Gap::NoPlanForm => place("/plan-decision#f-plan_form", Act::DecidePlanForm, "/agreement#plan"),
        Gap::NoGoal => place("/plan/goals/new#f-goal", Act::WritePlan, "/plan#head"),
        Gap::PlanNotAgreed => place("/plan/agreement#f-participation", Act::AgreePlan, "/plan#head"),
        Gap::NoPlanNote => place("/plan/notes/new#f-goal", Act::WritePlan, "/plan#notes"),
        Gap::EvaluationLate { .. } => place("/evaluations/new#f-evaluated_on", Act::Evaluate, "/plan#evaluations"),
        Gap::NoClientsView => place("/evaluations/new#f-clients_view", Act::Evaluate, "/plan#evaluations"),
        // A goal can be linked to what was found out only; while nothing was, that is what is missing.
        Gap::GoalWithoutLink => match row.unlinked_goal.filter(|_| row.has_need || row.has_wish || row.has_areas) {
            Some(id) => place(format!("/plan/goals/{id}#f-links"), Act::WritePlan, "/plan#head"),
            None => part("needs", "need", "/negotiation#needs"),
        },
        _ => return None,
    })
}

fn of_agreement(gap: Gap) -> Place {
    match gap {
        Gap::OldTemplate => amendment("/agreement#texts"),
        Gap::NoPart(_) => amendment("/agreement#signed"),
        Gap::NoRepresentative => {
            place("/legal-capacity#f-representative", Act::PrepareAgreement, "/agreement#capacity")
        }
        Gap::NoLegalGround => place("/consents/new#f-decision", Act::RecordConsent, "/consents#decisions"),
        Gap::NoRetention => to_read("/closure#end1", Act::SeeClosure),
        Gap::HandoverUnanswered => to_read("/team#handovers", Act::SeeTeam),
        Gap::LimitedWorkerStays => to_read("/team#limits", Act::SeeTeam),
        _ => to_read("/team#key-worker", Act::SeeTeam),
    }
}
