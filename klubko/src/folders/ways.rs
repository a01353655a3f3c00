//! The ways on from a folder: what can be done next and under which address, for whom, and when it makes sense.

use super::head::Known;
use crate::kernel::folder::Folder;
use rules::access::Act;
use rules::coded::Coded;
use rules::status::{Stage, Status};
use rules::visits::PlanForm;

/// One way: what it is called, where it leads inside the folder, which act it needs.
struct Way {
    name: &'static str,
    page: &'static str,
    act: Act,
    makes_sense: fn(&Known) -> bool,
}

fn always(_: &Known) -> bool {
    true
}

fn is_open(known: &Known) -> bool {
    !known.status.is_closed()
}

fn is_negotiated(known: &Known) -> bool {
    matches!(known.status, Status::Contact | Status::Applicant)
}

fn waits_for_assessment(known: &Known) -> bool {
    is_open(known) && known.facts.assessment_held_on.is_none()
}

fn is_applicant(known: &Known) -> bool {
    known.status == Status::Applicant
}

fn was_refused(known: &Known) -> bool {
    known.status == Status::Refused
}

fn may_come_again(known: &Known) -> bool {
    let last = rules::agreement_terms::last_day(known.facts.agreement_until, known.facts.agreement_ends_on);
    let has_ended = known.status == Status::Client && last.is_some_and(|last| last < known.day);
    has_ended
        || matches!(
            known.status,
            Status::Refused
                | Status::Referred
                | Status::Withdrawn
                | Status::Counselled
                | Status::OutOfContact
                | Status::Closed
        )
}

fn is_client(known: &Known) -> bool {
    known.status == Status::Client
}

const fn way(name: &'static str, page: &'static str, act: Act, makes_sense: fn(&Known) -> bool) -> Way {
    Way { name, page, act, makes_sense }
}

const WAYS: &[Way] = &[
    way("Zapsat úvodní konzultaci", "/consultation/new", Act::HoldConsultation, is_negotiated),
    way("Doplnit jednání", "/negotiation/edit", Act::WriteNegotiation, is_negotiated),
    way("Zapsat zhodnocení", "/assessment/new", Act::HoldAssessment, waits_for_assessment),
    way("Připravit smlouvu", "/agreement/new", Act::PrepareAgreement, is_negotiated),
    way("Uzavřít jednání bez smlouvy", "/outcome", Act::CloseNegotiation, is_applicant),
    way("Odmítnout uzavření smlouvy", "/refusal", Act::RefuseApplicant, is_applicant),
    way("Zapsat novou žádost", "/reopening", Act::ReopenNegotiation, may_come_again),
    way("Odmítnutí a pořadník", "/refusals", Act::SeeNegotiation, was_refused),
    way("Rozhodnout o plánu", "/plan-decision", Act::DecidePlanForm, is_client),
    way("Sestavit plán", "/plan", Act::WritePlan, is_client),
    way("Vyhodnotit spolupráci", "/evaluations/new", Act::Evaluate, is_client),
    way("Ukončit spolupráci", "/closure/new", Act::CloseCase, is_client),
    way("Zapsat souhlas nebo nesouhlas", "/consents/new", Act::RecordConsent, always),
    way("Zeptat se na případovou spolupráci", "/consents/case-management", Act::RecordConsent, is_open),
    way("Přehled konzultací peer mentora", "/mentor-consultations", Act::SeeMentorConsultations, is_client),
    way("Přidat dokument", "/attachments/new", Act::AddAttachment, always),
    way("Přidat úkol", "/tasks", Act::WriteTask, always),
    way("Naplánovat schůzku", "/appointments/new", Act::PlanAppointment, is_open),
    way("Předat případ", "/handovers/new", Act::ProposeHandover, has_key_worker),
    way("Porady a výstupy z nich", "/meetings", Act::SeeMeetingOutputs, always),
    way("Případová spolupráce", "/case-management", Act::SeeCaseManagement, always),
    way("Přizvat pracovníka", "/assignments/new", Act::AssignWorker, always),
    way("Omezit spolupráci s pracovníkem", "/exclusions/new", Act::ExcludeWorker, always),
    way("Zkontrolovat připravenost", "/readiness", Act::SeeReadiness, always),
    way("První kontakt a anonymní kontakty", "/first-contact", Act::SeeNegotiation, always),
];

fn has_key_worker(known: &Known) -> bool {
    known.facts.key_worker_id.is_some()
}

/// „Další akce“: what the reader may do and what makes sense now.
pub fn actions(folder: &Folder, known: &Known) -> Vec<(&'static str, String)> {
    let ways = WAYS.iter().filter(|way| (way.makes_sense)(known) && folder.may(way.act));
    ways.map(|way| (way.name, folder.path(way.page))).collect()
}

/// What is to be done next: a sentence, and the button if the reader may do it.
pub struct NextStep {
    pub text: String,
    pub name: &'static str,
    pub href: String,
}

/// The next step of the process by its stage; nothing when the case waits for nobody.
pub fn next_step(folder: &Folder, known: &Known) -> Option<NextStep> {
    let (text, name, page, act) = step(known)?;
    let href = if folder.may(act) { folder.path(page) } else { String::new() };
    Some(NextStep { text, name, href })
}

type Step = (String, &'static str, &'static str, Act);

fn step(known: &Known) -> Option<Step> {
    use crate::kernel::format_cs::weekday_date;
    let consultation =
        |text: &str| (text.to_owned(), "Zapsat úvodní konzultaci", "/consultation/new", Act::HoldConsultation);
    Some(match known.stage {
        Stage::NewContact => consultation("První kontakt je zapsán. Následuje úvodní konzultace."),
        Stage::NegotiationRunning if known.facts.consultation_on.is_none() => {
            consultation("Jednání začalo. Až proběhne úvodní konzultace, zapište ji.")
        }
        Stage::NegotiationRunning => assessment("Zhodnoťte situaci s kolegou.".to_owned()),
        Stage::WaitingForAssessment { due_on } => assessment(format!("Zhodnoťte situaci do {}.", weekday_date(due_on))),
        Stage::AssessmentOverdue { .. } => assessment("Zhodnocení je po lhůtě. Proveďte jej co nejdřív.".to_owned()),
        Stage::WithoutAgreement => agreement(known),
        Stage::Client { .. } if known.facts.plan_form.is_none() => (
            "Smlouva platí. Rozhodněte, zda stačí plánovat bez písemného plánu.".to_owned(),
            "Rozhodnout o plánu",
            "/plan-decision",
            Act::DecidePlanForm,
        ),
        Stage::Client { .. } => return client(known),
        Stage::Ended(Status::Closed) => (
            "Spolupráce skončila. Ozve-li se člověk znovu, zapište jeho novou žádost.".to_owned(),
            "Zapsat novou žádost",
            "/reopening",
            Act::ReopenNegotiation,
        ),
        Stage::Ended(_) => return None,
    })
}

/// A plan that was decided on is made; a plan whose day has come is evaluated.
fn client(known: &Known) -> Option<Step> {
    let is_to_write = known.facts.plan_form.as_deref() == Some(PlanForm::Written.code());
    if is_to_write && known.facts.plan_agreed_on.is_none() {
        let text = "Plán má být písemný. Sestavte ho s klientem.".to_owned();
        return Some((text, "Otevřít plán", "/plan", Act::WritePlan));
    }
    None
}

fn assessment(text: String) -> Step {
    (text, "Zapsat zhodnocení", "/assessment/new", Act::HoldAssessment)
}

fn agreement(known: &Known) -> Step {
    if known.facts.is_prepared {
        let text = "Znění smlouvy je připravené. Až ho člověk podepíše, smlouva platí.".to_owned();
        return (text, "Otevřít smlouvu", "/agreement", Act::SeeAgreement);
    }
    let text = "Zhodnocení je hotové. Můžete uzavřít smlouvu.".to_owned();
    (text, "Připravit smlouvu", "/agreement/new", Act::PrepareAgreement)
}
