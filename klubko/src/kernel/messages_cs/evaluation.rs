//! What an evaluation still needs, and what came of a goal (vocabulary 69).

use super::InCzech;
use rules::evaluation::{Block, Conclusion, GoalResult};
use std::borrow::Cow;

impl InCzech for Block {
    fn cs(&self) -> Cow<'static, str> {
        Cow::Borrowed(match self {
            Self::NoAgreement => "Hodnotit lze spolupráci podle smlouvy. Smlouva zatím uzavřená není",
            Self::DateMissing => "Doplňte den hodnocení",
            Self::InTheFuture => "Hodnocení nemůže být v budoucnosti. Zkontrolujte datum",
            Self::BeforeItBegan => "Tento den ještě nebyla uzavřená smlouva. Zkontrolujte datum",
            Self::NoParticipants => "Napište, kdo u hodnocení byl",
            Self::NoResult { .. } => "Zvolte, jak cíl dopadl",
            Self::NoClientsView => "Napište, jak spolupráci vidí klient",
            Self::NoWorkersView => "Napište, jak spolupráci vidíte vy",
            Self::NoConclusion => "Zvolte závěr hodnocení",
            Self::NoNewCommission => "Zapište novou zakázku. Bez ní hodnocení tímto závěrem uzavřít nelze",
            Self::NoReasonOfChange => "Napište, proč se zakázka mění",
            Self::ReviewMissing => "Doplňte, kdy budete hodnotit příště",
            Self::ReviewNotLater => "Příští hodnocení má být až po tomto. Zkontrolujte datum",
            Self::AfterTheEnd => "Tehdy už spolupráce skončila. Závěrečné hodnocení proběhlo před koncem",
            Self::NoCorrectionReason => "Napište, proč se hodnocení opravuje",
            Self::StillRunning { .. } => "Spolupráce končí, cíl už pokračovat nemůže. Zvolte, jak dopadl",
        })
    }
}

impl InCzech for GoalResult {
    fn cs(&self) -> Cow<'static, str> {
        Cow::Borrowed(match self {
            Self::Met => "splněn",
            Self::Partly => "splněn částečně",
            Self::Unmet => "nesplněn",
            Self::Running => "pokračuje",
        })
    }
}

impl InCzech for Conclusion {
    fn cs(&self) -> Cow<'static, str> {
        Cow::Borrowed(match self {
            Self::End => "spolupráce končí",
            Self::NewCommission => "nová zakázka",
            Self::Continue => "pokračujeme podle plánu",
        })
    }
}
