//! Case management: its forms, phases, states, what the client chooses, and why something cannot be so.

use super::InCzech;
use crate::kernel::format_cs::plural;
use rules::case_management::{
    Block, Choice, CommunicationWay, EmployerKind, EndReason, Form, Mode, Participation, Phase, State, Warning,
};
use std::borrow::Cow;

type Text = Cow<'static, str>;

impl InCzech for Form {
    fn cs(&self) -> Text {
        Cow::Borrowed(match self {
            Self::Individual => "jeden pracovník s klientem",
            Self::InternalTeam => "tým dvou služeb",
        })
    }
}

impl InCzech for Mode {
    fn cs(&self) -> Text {
        Cow::Borrowed(match self {
            Self::Passive => "víme o sobě a říkáme si, co kdo udělal",
            Self::Active => "pravidelně se scházíme",
        })
    }
}

impl InCzech for Phase {
    fn cs(&self) -> Text {
        Cow::Borrowed(match self {
            Self::Finding => "Vyhledávání",
            Self::Engaging => "Oslovení",
            Self::Assessing => "Zhodnocení",
            Self::Planning => "Plánování",
            Self::Implementing => "Implementování",
            Self::Coordinating => "Koordinování",
            Self::Advocating => "Prosazování zájmů",
            Self::Monitoring => "Monitorování",
        })
    }
}

impl InCzech for Choice {
    fn cs(&self) -> Text {
        Cow::Borrowed(match self {
            Self::Accepts => "Klient návrh přijímá",
            Self::Declines => "Klient návrh nevyužije",
            Self::Modifies => "Klient návrh upravuje",
            Self::Undecided => "Klient se zatím nerozhodl",
        })
    }
}

impl InCzech for Participation {
    fn cs(&self) -> Text {
        Cow::Borrowed(match self {
            Self::InPerson => "osobně",
            Self::ByPhone => "telefonicky nebo zprávou",
            Self::AtMeeting => "na poradě",
            Self::DeclinedInvitation => "na poradu byl pozván a nechtěl přijít",
            Self::NotInvited => "na poradu pozván nebyl",
        })
    }
}

impl InCzech for CommunicationWay {
    fn cs(&self) -> Text {
        Cow::Borrowed(match self {
            Self::ByPhone => "telefonem",
            Self::ByEmail => "e-mailem",
            Self::Other => "jinak",
        })
    }
}

impl InCzech for EndReason {
    fn cs(&self) -> Text {
        Cow::Borrowed(match self {
            Self::GoalMet => "cíle je dosaženo",
            Self::ClientsWish => "klient si to přeje",
            Self::OneServiceIsEnough => "stačí jedna služba",
            Self::ConsentEnded => "souhlas skončil nebo byl odvolán",
            Self::CooperationEnded => "skončila spolupráce se službou",
            Self::Other => "jiný důvod",
        })
    }
}

impl InCzech for EmployerKind {
    fn cs(&self) -> Text {
        Cow::Borrowed(match self {
            Self::Municipality => "obecní úřad",
            Self::Region => "krajský úřad",
            Self::SocialProvider => "poskytovatel sociálních služeb",
            Self::HealthProvider => "poskytovatel zdravotních služeb",
            Self::Coordinator => "koordinátor",
        })
    }
}

impl InCzech for State {
    fn cs(&self) -> Text {
        Cow::Borrowed(match self {
            Self::Proposed => "navržená",
            Self::Consented => "domluvená",
            Self::Active => "probíhá",
            Self::Monitoring => "monitorování",
            Self::Stopped => "zastavená",
            Self::Closed => "ukončená",
        })
    }
}

impl InCzech for Block {
    fn cs(&self) -> Text {
        use rules::consent::State as Consented;
        Cow::Borrowed(match self {
            Self::RunsAlready => "Jedna případová spolupráce už tu běží. Nejdřív ji ukončete",
            Self::NoKeyWorker => "Složka zatím nemá klíčového pracovníka. Určí ho zhodnocení",
            Self::NoConsent(Consented::Dissent) => {
                "Klient s případovou spoluprací nesouhlasí. Tým dvou služeb otevřít nelze"
            }
            Self::NoConsent(Consented::Withdrawn { .. }) => {
                "Klient souhlas s případovou spoluprací odvolal. Tým dvou služeb otevřít nelze"
            }
            Self::NoConsent(Consented::Expired) => {
                "Souhlas klienta s případovou spoluprací vypršel. Otevřít ji lze až po novém souhlasu"
            }
            Self::NoConsent(Consented::NotYetValid) => "Souhlas klienta zatím neplatí. Počkejte na jeho první den",
            Self::NoConsent(Consented::NotYetAsked | Consented::Superseded | Consented::InForce) => {
                "Klient zatím nedal souhlas s případovou spoluprací s touto službou. Nejdřív jej zaznamenejte"
            }
            Self::OtherServiceMissing => "Vyberte druhou službu týmu",
            Self::LeadNotOfTheServices => "Vyberte jednoho pracovníka, který celý případ vede",
            Self::ContactMissing => "Vyberte kontaktního pracovníka ve službě, která případ nevede",
            Self::ContactOfTheLeadingService => "Kontaktní pracovník má být z druhé služby než ten, kdo případ vede",
            Self::PartOfAnotherService => "Vyberte službu, která za část odpovídá",
            Self::NoParticipation => "Napište, jak jste to zvolili s klientem. Bez něj nikdo nevstupuje ani neodchází",
            Self::NothingToImplement => "Není co uskutečňovat: plán zatím nebyl dohodnut. Nejdřív ho dohodněte",
            Self::ClientHasNotChosen => "Návrh lze zařadit do plánu až po vyjádření klienta.",
            Self::BeforeItBegan => "Tento den je dřív, než spolupráce nebo poslední fáze začala",
            Self::LeftBeforeEntering => "Odchod je dřív než vstup. Zkontrolujte den",
            Self::Ended => "Tato spolupráce už skončila. Zůstává ke čtení.",
            Self::ToldWithoutConsent => {
                "Mimo svou službu nic, co klienta jmenuje, bez jeho platného souhlasu neříkáme. Vyberte souhlas, který platí pro toho, s kým jste se spojili"
            }
            Self::Stopped => {
                "Souhlas klienta s případovou spoluprací neplatí, spolupráce je zastavená. Můžete ji ukončit, nebo s klientem probrat nový souhlas."
            }
        })
    }
}

impl InCzech for Warning {
    fn cs(&self) -> Text {
        match self {
            Self::NoNeed => "Není zapsáno, na kterou potřebu klienta tento člověk odpovídá.".into(),
            Self::PeerMentor => "Zvete peer mentora. Napište, proč to situace vyžaduje.".into(),
            Self::ClientNotHeard { days } => {
                format!("Klient se do spolupráce nezapojil už {days}\u{a0}{}.", plural(*days, "den", "dny", "dní"))
                    .into()
            }
        }
    }
}
