//! Why an assessment cannot be closed so (messages 105, 106, 128), and why somebody cannot hold a case.

use super::InCzech;
use crate::kernel::format_cs;
use rules::assessment::Block;
use rules::assignment;
use rules::key_worker::CandidateBlock;
use std::borrow::Cow;

type Text = Cow<'static, str>;

pub(super) const LIMITED: &str = "Spolupráce s tímto pracovníkem je v případu omezena. Vyberte někoho jiného.";

impl<W> InCzech for Block<W> {
    fn cs(&self) -> Text {
        match self {
            Self::DateMissing => "Doplňte, kdy zhodnocení proběhlo".into(),
            Self::BeforeConsultation { consultation_on } => {
                let day = format_cs::date(*consultation_on);
                format!("Zhodnocení nemůže být dřív než úvodní konzultace {day}. Zkontrolujte datum").into()
            }
            Self::InTheFuture => "Tento den teprve přijde. Zkontrolujte datum".into(),
            Self::TooFewAssessors { needed: 2, .. } => {
                "Zhodnocení musí provést nejméně dva odborní pracovníci. Doplňte druhého pracovníka.".into()
            }
            Self::TooFewAssessors { needed, .. } => format!(
                "Zhodnocení musí ve vaší službě provést nejméně {}. Doplňte dalšího pracovníka.",
                format_cs::count(*needed as i64, "odborný pracovník", "odborní pracovníci", "odborných pracovníků")
            )
            .into(),
            Self::AssessorExcluded { .. } => LIMITED.into(),
            Self::DevelopmentMissing => {
                "Napište, jak se situace může vyvíjet. Bez toho zhodnocení uzavřít nelze".into()
            }
            Self::NoKeyWorker => "Zhodnocení nelze uzavřít bez určení klíčového pracovníka.".into(),
            Self::KeyWorker(block) => block.cs(),
        }
    }
}

impl InCzech for CandidateBlock {
    fn cs(&self) -> Text {
        match self {
            Self::NotActiveInService => "Tento pracovník ve službě není. Vyberte jiného".into(),
            Self::NotProfessional => {
                "Klíčovým pracovníkem je sociální pracovník, pracovník v sociálních službách nebo jiný odborník. \
                 Vyberte jiného"
                    .into()
            }
            Self::Excluded => LIMITED.into(),
        }
    }
}

impl InCzech for assignment::Block {
    fn cs(&self) -> Text {
        match self {
            Self::NotOfTheService => "Tento pracovník ve službě není. Vyberte jiného".into(),
            Self::HoldsNoFolder => "Dobrovolníci a stážisté do složek nenahlížejí. Vyberte jiného pracovníka".into(),
            Self::Excluded => LIMITED.into(),
            Self::IsKeyWorker => "Klíčový pracovník složku vidí, zvát ho není třeba. Vyberte jiného".into(),
            Self::AlreadyInvited => "Tento pracovník už přizvaný je. Vyberte jiného".into(),
            Self::DateMissing => "Doplňte, od kdy".into(),
            Self::EndsBeforeItBegins => "Konec je dřív než začátek. Zkontrolujte dny".into(),
            Self::WhyMissing => "Napište, proč pracovníka zvete".into(),
        }
    }
}
