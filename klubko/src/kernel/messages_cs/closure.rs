//! Why a cooperation cannot be closed yet, and for what reasons it ends.

use super::InCzech;
use crate::kernel::format_cs::{count, plural};
use rules::closure::{Block, ClosureReason};
use std::borrow::Cow;

impl InCzech for Block {
    fn cs(&self) -> Cow<'static, str> {
        Cow::Borrowed(match self {
            Self::NotAClient => "Spolupráci podle smlouvy nelze ukončit, žádná neběží",
            Self::NoReason => "Zvolte, proč spolupráce končí",
            // Message 132.
            Self::NoEvaluation => "Spolupráci nelze ukončit bez závěrečného hodnocení. Není-li možné, uveďte důvod.",
            Self::NoExplanation => "Není-li závěrečné hodnocení možné, napište, co se stalo",
            Self::DateMissing => "Doplňte den, kdy spolupráce skončila",
            Self::InTheFuture => "Konec nemůže být v budoucnosti. Zkontrolujte datum",
            Self::BeforeTheAgreement => "Tento den ještě nebyla uzavřená smlouva. Zkontrolujte datum",
            Self::BeforeTheEvaluation => "Závěrečné hodnocení proběhlo až později. Zkontrolujte datum",
            Self::OpenItems { count: open } => {
                let open = i64::try_from(*open).unwrap_or(i64::MAX);
                let things = count(open, "otevřená věc", "otevřené věci", "otevřených věcí");
                let are = plural(open, "je", "jsou", "je");
                return format!("Ve složce {are} ještě {things}. Dokončete je, nebo je někomu předejte").into();
            }
            Self::NoCorrectionReason => "Napište, proč se zápis o ukončení opravuje",
            Self::NoRetentionClass => "Zvolte, do jaké skupiny složka patří kvůli uchování",
        })
    }
}

impl InCzech for ClosureReason {
    fn cs(&self) -> Cow<'static, str> {
        Cow::Borrowed(match self {
            Self::Evaluated => "závěrečné hodnocení",
            Self::Death => "úmrtí",
            Self::LossOfContact => "ztráta kontaktu",
            Self::Withdrawal => "klient odstoupil",
        })
    }
}
