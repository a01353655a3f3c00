//! What the criteria ask one folder about: the criteria, what may be missing, and the folder as plain facts.

use crate::agreement::AgreementForm;
use crate::agreement_terms::Part;
use crate::closure::ClosureReason;
use crate::coded;
use crate::intake::Outcome;
use crate::visits::PlanForm;
use jiff::civil::Date;

coded! {
    /// A criterion that one folder can answer from what is written in it; the codes are those of the decree.
    pub enum Criterion {
        CircleOfPersons = "1a",
        OwnWill = "1b",
        Rights = "2a",
        ConflictOfInterest = "2b",
        Information = "3a",
        Negotiation = "3b",
        Refusal = "3c",
        AgreementRules = "4a",
        Understanding = "4b",
        AgreementContents = "4c",
        PlanningWay = "5a",
        PlanningTogether = "5b",
        Evaluation = "5c",
        KeyWorker = "5d",
        HandingOver = "5e",
        Documentation = "6a",
        Retention = "6c",
        Complaints = "7b",
        OtherServices = "8b",
        PlaceAndTime = "11",
        Satisfaction = "15b",
    }
}

/// What a criterion asks for and the folder does not say. Each has one place where it is filled in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Gap {
    CircleNotEvaluated,
    NoWish,
    NoRisks,
    /// Somebody with whom the cooperation is limited still holds the case or is invited.
    LimitedWorkerStays,
    BasicInformation {
        untold: usize,
    },
    Principles {
        untold: usize,
    },
    NoWayOfSpeaking,
    NotUnderstood,
    NoSituation,
    NoNeed,
    NoExpectations,
    NoCommission,
    NoCounselling,
    NoNotice,
    OldTemplate,
    NoRepresentative,
    NoPart(Part),
    /// Neither a need nor a wish on which the extent could rest, and no goal yet.
    ExtentRestsOnNothing,
    GoalWithoutLink,
    NoPlanForm,
    NoGoal,
    PlanNotAgreed,
    NoPlanNote,
    EvaluationLate {
        due_on: Date,
    },
    NoConsultation,
    NoAssessment,
    NotOneKeyWorker,
    HandoverUnanswered,
    NoLegalGround,
    NoRetention,
    ComplaintsNotExplained,
    NoServiceOffered,
    NoClientsView,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Readiness {
    Ready,
    Missing(Vec<Gap>),
    /// There is nothing to ask about in this folder.
    NotConcerned,
}

/// The folder as the criteria ask about it: what is written in its newest thread, without the words themselves.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Facts {
    pub negotiated: Negotiated,
    pub refused: Option<Refused>,
    pub agreed: Option<Agreed>,
    pub planned: Planned,
    pub team: Team,
    pub closed: Option<Closed>,
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Negotiated {
    /// A consultation was held or the record was begun: more than a first contact.
    pub has_begun: bool,
    pub has_consultation: bool,
    pub outcome: Option<Outcome>,
    pub has_circle: bool,
    /// Written, or said why it was not found out.
    pub has_wish: bool,
    pub has_need: bool,
    pub has_situation: bool,
    pub has_expectations: bool,
    pub has_commission: bool,
    pub has_counselling: bool,
    pub is_explained: bool,
    pub is_understood: bool,
    /// How many items of R-047 and of the main principles were said, complaints apart.
    pub basic_told: usize,
    pub principles_told: usize,
    pub complaints_told: bool,
    pub has_legal_ground: bool,
    pub has_service_offered: bool,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Refused {
    pub is_notice_asked: bool,
    pub is_notice_issued: bool,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Agreed {
    pub form: AgreementForm,
    pub signed_on: Date,
    /// The text was made of the template in force when it was prepared.
    pub is_of_template: bool,
    /// The parts of § 91(2) that have something written.
    pub said: Vec<Part>,
    pub is_signed_alone: bool,
    pub has_mandate: bool,
    pub is_capacity_limited: bool,
    /// A representative or a supporter is written down.
    pub has_help: bool,
    pub born_on: Option<Date>,
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Planned {
    pub form: Option<PlanForm>,
    pub has_risks: bool,
    pub has_goal: bool,
    pub has_linked_goal: bool,
    pub has_note: bool,
    pub agreed_on: Option<Date>,
    pub evaluated_on: Option<Date>,
    pub has_clients_view: bool,
    /// When it is to be looked at again, as the newest evaluation, the plan or the service's setting says.
    pub review_on: Option<Date>,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Team {
    pub is_assessed: bool,
    pub key_workers: usize,
    pub has_limits: bool,
    pub limited_worker_stays: bool,
    pub has_handover: bool,
    pub handover_waits: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Closed {
    pub reason: ClosureReason,
    pub has_retention: bool,
}
