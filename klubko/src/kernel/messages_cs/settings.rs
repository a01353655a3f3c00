//! Settings by name, and why a value is not one of those that the source allows.

use super::InCzech;
use rules::agreement::FormsAllowed;
use rules::assessment::TermStart;
use rules::settings::{Bounds, OutOfBounds, Setting, Value};
use std::borrow::Cow;

type Text = Cow<'static, str>;

impl InCzech for Setting {
    fn cs(&self) -> Text {
        Cow::Borrowed(match self {
            Self::AssessmentDays => "Lhůta zhodnocení ve dnech",
            Self::AssessmentStart => "Od čeho se lhůta zhodnocení počítá",
            Self::MinAssessors => "Počet odborných pracovníků u zhodnocení",
            Self::DirectCareCounts => "Počítají se u zhodnocení i pracovníci v sociálních službách",
            Self::VisitsWithoutPlan => "Počet návštěv bez písemného plánu",
            Self::PlanDays => "Do kolika dnů má být plán nebo rozhodnutí o něm",
            Self::ReviewMonths => "Po kolika měsících se plán hodnotí",
            Self::SilenceDays => "Zvážit ukončení, když s klientem nebyl kontakt dnů",
            Self::RetentionYears => "Kolik let po ukončení se složka uchovává",
            Self::WaitingDays => "Upozornit, když zájemce čeká na konzultaci déle než dnů",
            Self::EditDays => "Kolik dnů může autor opravovat zápis",
            Self::SameServiceSeesName => "Kolegové ze služby vidí jméno klienta a klíčového pracovníka",
            Self::PrintedLooksName => "Tisk „Kdo nahlížel“ pro klienta uvádí i jména pracovníků",
            Self::Capacity => "Kapacita: kolik smluv může platit zároveň",
            Self::AgreementForms => "V jaké formě služba uzavírá smlouvy",
            Self::ExpiryDays => "Kolik dnů před koncem smlouvy upozornit",
            Self::ParticipationDays => "Upozornit, když se klient nezapojil do případové spolupráce dnů",
            Self::OutputDays => "Do kolika pracovních dnů zapsat výstup z porady do složky",
            Self::IdleMinutes => "Zámek obrazovky po minutách nečinnosti",
            Self::AttachmentMegabytes => "Největší dokument v megabajtech",
            Self::AttachmentsGigabytes => "Místo na dokumenty v gigabajtech",
        })
    }
}

impl InCzech for TermStart {
    fn cs(&self) -> Text {
        Cow::Borrowed(match self {
            Self::IntroConsultation => "Od úvodní konzultace",
            Self::FirstContact => "Od prvního kontaktu",
        })
    }
}

impl InCzech for FormsAllowed {
    fn cs(&self) -> Text {
        Cow::Borrowed(match self {
            Self::InformedConsent => "Podpisem informovaného souhlasu",
            Self::Written => "Písemnou smlouvou",
            Self::OralAllowed => "Ústně nebo písemně",
        })
    }
}

impl InCzech for OutOfBounds {
    fn cs(&self) -> Text {
        match self.bounds {
            Bounds::Number { least, most } => {
                format!("{}: zvolte číslo od {least} do {most}, dál metodika nejde", self.setting.cs()).into()
            }
            Bounds::YesOrNo | Bounds::Start | Bounds::Forms => {
                format!("{}: vyberte jednu z možností", self.setting.cs()).into()
            }
        }
    }
}

impl InCzech for Value {
    fn cs(&self) -> Text {
        match self {
            Self::Number(number) => number.to_string().into(),
            Self::YesOrNo(true) => "ano".into(),
            Self::YesOrNo(false) => "ne".into(),
            Self::Start(start) => start.cs(),
            Self::Forms(forms) => forms.cs(),
        }
    }
}
