//! What a folder lacks for a criterion, as a thing that can be filled in. Never that a standard is met or not.

use super::InCzech;
use crate::kernel::format_cs::{count, date};
use rules::agreement_terms::Part;
use rules::readiness::Gap;
use std::borrow::Cow;

impl InCzech for Gap {
    fn cs(&self) -> Cow<'static, str> {
        let many = |n: usize| i64::try_from(n).unwrap_or(i64::MAX);
        Cow::Borrowed(match self {
            Self::CircleNotEvaluated => "zhodnocení, zda člověk patří do okruhu osob služby",
            Self::NoWish => "přání člověka, nebo proč se je nepodařilo zjistit",
            Self::NoRisks => "rizika a co s nimi",
            Self::LimitedWorkerStays => "předání práce toho, s kým je spolupráce omezena",
            Self::BasicInformation { untold } => {
                let items = count(many(*untold), "základní informace", "základní informace", "základních informací");
                return format!("{items} o službě").into();
            }
            Self::Principles { untold } => {
                return count(many(*untold), "hlavní zásada", "hlavní zásady", "hlavních zásad").into();
            }
            Self::NoWayOfSpeaking => "jak jste spolu mluvili",
            Self::NotUnderstood => "ověření, že člověk informacím rozuměl",
            Self::NoSituation => "popis nepříznivé sociální situace",
            Self::NoNeed => "potřeby člověka, nebo proč se je nepodařilo zjistit",
            Self::NoExpectations => "s čím služba může a nemůže pomoci",
            Self::NoCommission => "zakázka slovy klienta",
            Self::NoCounselling => "základní sociální poradenství",
            Self::NoNotice => "oznámení o odmítnutí, o které člověk požádal",
            Self::OldTemplate => "dodatek podle šablony, která platí",
            Self::NoRepresentative => "zástupce a na základě čeho jedná",
            Self::NoPart(part) => return format!("{} ve smlouvě", thing(*part)).into(),
            Self::ExtentRestsOnNothing => "potřeba nebo přání, ze kterých rozsah vychází",
            Self::GoalWithoutLink => "z čeho osobní cíl vychází",
            Self::NoPlanForm => "rozhodnutí, jak se bude plánovat",
            Self::NoGoal => "osobní cíl v plánu",
            Self::PlanNotAgreed => "dohoda plánu a jak se na něm klient podílel",
            Self::NoPlanNote => "poznámka, na čem jste se s klientem dohodli",
            Self::EvaluationLate { due_on } => {
                return format!("hodnocení spolupráce, mělo být do {}", date(*due_on)).into();
            }
            Self::NoConsultation => "úvodní konzultace, po které se určí klíčový pracovník",
            Self::NoAssessment => "zhodnocení týmu, které určí klíčového pracovníka",
            Self::NotOneKeyWorker => "jeden platný klíčový pracovník",
            Self::HandoverUnanswered => "odpověď na předání případu, jehož den už minul",
            Self::NoLegalGround => "na čem zpracování údajů stojí",
            Self::NoRetention => "skupina pro uchování a do kdy",
            Self::ComplaintsNotExplained => "poučení, jak a komu si stěžovat",
            Self::NoServiceOffered => "název nabídnuté služby",
            Self::NoClientsView => "jak spolupráci vidí klient",
        })
    }
}

fn thing(part: Part) -> &'static str {
    match part {
        Part::Parties => "označení obou stran",
        Part::Kind => "druh služby",
        Part::Extent => "rozsah",
        Part::PlaceAndTime => "místo a čas",
        Part::Payment => "úhrada",
        Part::Rules => "ujednání o vnitřních pravidlech",
        Part::Termination => "výpovědní důvody a lhůty",
        Part::Validity => "doba platnosti",
    }
}
