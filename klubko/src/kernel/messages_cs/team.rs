//! Handover of a case (message 107), limited cooperation (message 128), professions.

use super::InCzech;
use super::assessment::LIMITED;
use crate::kernel::format_cs;
use rules::exclusion::{self, ExclusionReason};
use rules::key_worker::{Block, HandoverReason, HandoverState};
use rules::profession::Profession;
use std::borrow::Cow;

type Text = Cow<'static, str>;

const ONE_AT_A_TIME: &str =
    "Případ může mít v jednu chvíli jen jednoho klíčového pracovníka. Zvolte navazující datum předání.";

impl InCzech for Block {
    fn cs(&self) -> Text {
        match self {
            Self::NotTheKeyWorker => {
                "Případ mezitím drží někdo jiný, nebo klíčový pracovník ještě není určen. Otevřete Tým znovu".into()
            }
            Self::ToHimself => "Tento pracovník už klíčovým pracovníkem je. Vyberte jiného".into(),
            Self::ReasonMissing => "Zvolte důvod předání".into(),
            Self::NoteMissing => "Napište, o jaký jiný důvod jde".into(),
            Self::DateMissing => "Doplňte den předání".into(),
            Self::Gap { ends_on, begins_on } => {
                let (end, begin) = (format_cs::short_date(*ends_on), format_cs::short_date(*begins_on));
                format!("{ONE_AT_A_TIME} Od {end} do {begin} by případ nedržel nikdo.").into()
            }
            Self::Overlap { begins_on, ends_on } => {
                let (begin, end) = (format_cs::short_date(*begins_on), format_cs::short_date(*ends_on));
                format!("{ONE_AT_A_TIME} Od {begin} do {end} by jej drželi dva.").into()
            }
            Self::AnotherIsOpen => "Jiné předání tohoto případu ještě čeká. Nejdříve je vyřiďte v části Tým".into(),
            Self::Addressee(block) => block.cs(),
            Self::NotProposed { state } => match state {
                HandoverState::Accepted => "Předání už bylo přijato.".into(),
                HandoverState::Declined => "Předání už bylo odmítnuto.".into(),
                HandoverState::TakenBack => "Předání bylo vzato zpět.".into(),
                HandoverState::Proposed => "Předání čeká na odpověď.".into(),
            },
        }
    }
}

impl InCzech for HandoverReason {
    fn cs(&self) -> Text {
        Cow::Borrowed(match self {
            Self::ExpertiseChanged => "změnila se potřebná odbornost",
            Self::CommissionPrevailed => "převážila jednotlivá zakázka",
            Self::Other => "jiný důvod",
        })
    }
}

impl InCzech for HandoverState {
    fn cs(&self) -> Text {
        Cow::Borrowed(match self {
            Self::Proposed => "čeká na přijetí",
            Self::Accepted => "přijato",
            Self::Declined => "nepřijato",
            Self::TakenBack => "vzato zpět",
        })
    }
}

impl InCzech for exclusion::Block {
    fn cs(&self) -> Text {
        Cow::Borrowed(match self {
            Self::NotYours => "Omezení zapisuje klíčový pracovník nebo vedoucí služby. Obraťte se na ně",
            Self::ReasonMissing => "Zvolte důvod",
            Self::DateMissing => "Doplňte, od kdy",
            Self::EndsBeforeItBegins => "Konec je dřív než začátek. Zkontrolujte dny",
            Self::AlreadyExcluded => LIMITED,
            Self::HandOverFirst => {
                "Tento pracovník případ drží. Nejdříve případ předejte kolegovi, potom spolupráci omezte"
            }
            Self::NameDeputyFirst => "Služba nemá jiného vedoucího. Nejdříve určete, kdo jej v této složce zastoupí",
        })
    }
}

impl InCzech for ExclusionReason {
    fn cs(&self) -> Text {
        Cow::Borrowed(match self {
            Self::PersonalRelation => "osobní vztah",
            Self::NegativeExperience => "dřívější negativní zkušenost",
            Self::PersonalAntipathy => "osobní antipatie",
            Self::Other => "jiný důvod",
        })
    }
}

impl InCzech for Profession {
    fn cs(&self) -> Text {
        Cow::Borrowed(match self {
            Self::SocialWorker => "sociální pracovník",
            Self::DirectCareWorker => "pracovník v sociálních službách",
            Self::OtherSpecialist => "jiný odborný pracovník",
            Self::PeerMentor => "peer mentor",
            Self::Volunteer => "dobrovolník",
            Self::Trainee => "stážista",
        })
    }
}
