//! The negotiation in Czech: its four circumstances, what the person was told, how it ended and why it cannot end so.

use super::InCzech;
use rules::agreement::{CircleOfPersons, InformationItem};
use rules::intake::{Circumstance, ClosingBlock, Outcome, ReferralBlock, WhoDecided};
use std::borrow::Cow;

impl InCzech for Circumstance {
    fn cs(&self) -> Cow<'static, str> {
        Cow::Borrowed(match self {
            Self::Wish => "přání",
            Self::Need => "potřeby",
            Self::Ability => "schopnosti",
            Self::Possibility => "možnosti",
        })
    }
}

impl InCzech for InformationItem {
    fn cs(&self) -> Cow<'static, str> {
        Cow::Borrowed(match self {
            Self::Activity => "čím se služba zabývá",
            Self::Mission => "poslání a cíle",
            Self::TargetGroup => "komu je určena",
            Self::Methods => "jak pracuje (metody)",
            Self::BasicRules => "základní pravidla",
            Self::RightsAndDuties => "práva a povinnosti klientů",
            Self::Confidentiality => "zacházení s důvěrnými informacemi",
            Self::CourseOfService => "jak služba probíhá",
            Self::Complaints => "komu si stěžovat",
            Self::Ending => "jak službu ukončit",
            Self::CaseManagement => "jak probíhá případová spolupráce (z Pravidel)",
        })
    }
}

impl InCzech for CircleOfPersons {
    fn cs(&self) -> Cow<'static, str> {
        Cow::Borrowed(match self {
            Self::Fits => "patří do okruhu osob",
            Self::Partly => "patří zčásti",
            Self::DoesNotFit => "nepatří",
        })
    }
}

impl InCzech for Outcome {
    fn cs(&self) -> Cow<'static, str> {
        Cow::Borrowed(match self {
            Self::Agreement => "uzavřena smlouva",
            Self::Refused => "služba odmítla uzavřít smlouvu",
            Self::OtherServiceNeeded => "potřebuje jinou službu",
            Self::ApplicantWithdrew => "zájemce se rozhodl jinak",
            Self::OneOffCounsellingOnly => "stačilo jednorázové poradenství",
            Self::NoLongerContactable => "zájemce se přestal ozývat",
            Self::Open => "jednání probíhá",
        })
    }
}

impl InCzech for WhoDecided {
    fn cs(&self) -> Cow<'static, str> {
        Cow::Borrowed(match self {
            Self::WorkerFinding => "zjistil to pracovník",
            Self::ApplicantChoice => "rozhodl se tak zájemce",
        })
    }
}

impl InCzech for ClosingBlock {
    fn cs(&self) -> Cow<'static, str> {
        Cow::Borrowed(match self {
            Self::OutcomeMissing => "Vyberte, jak jednání skončilo",
            Self::DateMissing => "Doplňte den, kdy se o tom rozhodlo",
            Self::InTheFuture => "Tento den teprve přijde. Zkontrolujte datum",
            Self::WorkerMissing => "Doplňte pracovníka, který jednání uzavírá",
            Self::AgreementOnlyBySigning => {
                "Smlouva se uzavírá jen podpisem informovaného souhlasu. Připravte jej v části Smlouva"
            }
            Self::RefusalHasItsProcedure => "Odmítnutí uzavřít smlouvu má vlastní postup",
            Self::CounsellingMissing => {
                "Než zájemce odkážete na jinou službu, poskytněte mu základní sociální poradenství a zapište je"
            }
            Self::WhoDecidedMissing => "Doplňte, zda to zjistil pracovník, nebo se tak rozhodl zájemce",
        })
    }
}

impl InCzech for ReferralBlock {
    fn cs(&self) -> Cow<'static, str> {
        Cow::Borrowed(match self {
            Self::ServiceMissing => "Napište, jakou službu zájemci nabízíte",
            Self::PersonalData => "Osobní údaje se předávají jen se souhlasem klienta. Odkaz vydejte bez nich",
        })
    }
}
