//! Meetings of two services: how often, what came of a goal, why something cannot be so.

use super::InCzech;
use rules::meeting::{Block, GoalResult, Rhythm, Warning, Written};
use std::borrow::Cow;

type Text = Cow<'static, str>;

impl InCzech for Rhythm {
    fn cs(&self) -> Text {
        Cow::Borrowed(match self {
            Self::Weekly => "každý týden",
            Self::Fortnightly => "jednou za 14 dní",
            Self::Monthly => "jednou za 4 týdny",
            Self::ByAgreement => "podle domluvy",
        })
    }
}

impl InCzech for GoalResult {
    fn cs(&self) -> Text {
        Cow::Borrowed(match self {
            Self::Met => "splněn",
            Self::Partly => "splněn částečně",
            Self::NotMet => "nesplněn",
        })
    }
}

impl InCzech for Written {
    fn cs(&self) -> Text {
        Cow::Borrowed(match self {
            Self::Nowhere => "výstup nezapsán",
            Self::InOneOfTwo => "nezapsán v jedné ze složek",
            Self::InBoth => "zapsáno v obou složkách",
            Self::InTheOnlyOne => "zapsáno ve složce",
            Self::ConsentEnded => "souhlas skončil, zápis se už nedělá",
        })
    }
}

impl InCzech for Block {
    fn cs(&self) -> Text {
        Cow::Borrowed(match self {
            Self::GoalCannotBeEvaluated => "Doplňte, podle čeho poznáme, že je cíl splněn, a do kdy.",
            Self::TaskIncomplete => "Úkol musí mít odpovědnou osobu a termín.",
            Self::InThePast => "Tento den už byl. Zkontrolujte termín",
            Self::SameService => "Vyberte druhou službu, se kterou se scházíte",
            Self::NotYet => "Porada teprve bude. Uzavřít ji můžete, až začne.",
            Self::Ended => "Porada je uzavřená a výstup odešel do složek. Další zapište na příští poradě.",
            Self::NothingTyped => "Zatím není co uložit. Napište zápis, cíl, nebo úkol",
        })
    }
}

impl InCzech for Warning {
    fn cs(&self) -> Text {
        Cow::Borrowed(match self {
            Self::DidNotTakePlace => "Naplánovaná porada se nekonala. Napište proč.",
            Self::NoNext => "Příští porada není naplánovaná. Doplňte den, nebo napište proč.",
            Self::PeerMentor => "Zvete peer mentora. Napište, proč to situace vyžaduje.",
        })
    }
}
