//! Why a plan cannot be called agreed yet, and the words of its parts.

use super::InCzech;
use rules::plan::{Block, Doer, Participation, StepState};
use std::borrow::Cow;

/// a plan belongs to an agreement; what is planned without a paper has its notes.
pub const NO_AGREEMENT: &str = "Plán vzniká až po uzavření smlouvy. Nejdřív ji uzavřete, nebo zapište poznámku \
     k plánování bez písemného plánu.";

impl InCzech for Block {
    fn cs(&self) -> Cow<'static, str> {
        Cow::Borrowed(match self {
            Self::NoAgreement => NO_AGREEMENT,
            Self::NoWay => "Zvolte způsob plánování. Najdete ho v úpravě plánu",
            Self::NoWayReason => "Napište v úpravě plánu, proč se klientovi tento způsob plánování hodí",
            Self::NoGoal => "Plán zatím nemá žádný cíl. Přidejte ho",
            Self::NotEvaluable { goal } => {
                return format!("Cíl {goal}: doplňte, podle čeho poznáme, že je cíl splněn, a do kdy.").into();
            }
            Self::StepWithoutPersonOrDay { goal } => {
                return format!("Cíl {goal}: každý krok musí mít odpovědnou osobu a termín.").into();
            }
            Self::NoParticipation => "Zapište, jestli se klient na plánu podílel. Bez toho plán dohodnout nelze",
            Self::NoParticipationNote => "Napište, jak se klient podílel, nebo proč to nebylo možné",
            Self::NoRepresentative => "Napište, kdo se na plánu podílel za klienta",
            Self::DateMissing => "Doplňte den dohody",
            Self::InTheFuture => "Dohoda nemůže být v budoucnosti. Zkontrolujte datum",
            Self::BeforeTheAgreement => "Tento den ještě nebyla uzavřená smlouva. Zkontrolujte datum",
            Self::ReviewMissing => "Doplňte, kdy plán vyhodnotíte",
            Self::ReviewNotLater => "Hodnocení má být až po dohodě plánu. Zkontrolujte datum",
            Self::NoChangeReason => "Napište, proč se plán mění",
        })
    }
}

impl InCzech for Doer {
    fn cs(&self) -> Cow<'static, str> {
        Cow::Borrowed(match self {
            Self::Client => "klient/ka",
            Self::Worker => "pracovník",
            Self::Other => "jiná osoba",
        })
    }
}

impl InCzech for StepState {
    fn cs(&self) -> Cow<'static, str> {
        Cow::Borrowed(match self {
            Self::Open => "čeká",
            Self::Done => "hotovo",
            Self::Dropped => "nebude se dělat",
        })
    }
}

impl InCzech for Participation {
    fn cs(&self) -> Cow<'static, str> {
        Cow::Borrowed(match self {
            Self::TookPart => "klient se na plánu podílel",
            Self::Impossible => "klient se podílet nemohl",
        })
    }
}
