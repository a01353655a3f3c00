//! Why an agreement cannot be signed so, and how its plan is made.

use super::InCzech;
use crate::kernel::format_cs::date;
use rules::agreement::Block;
use rules::visits::PlanForm;
use std::borrow::Cow;

impl InCzech for Block {
    fn cs(&self) -> Cow<'static, str> {
        match self {
            Self::NoNegotiation => {
                "Smlouvu zatím nelze uzavřít: chybí záznam o jednání se zájemcem. Stačí krátký.".into()
            }
            Self::NoSituation => {
                "Smlouvu zatím nelze uzavřít: chybí popis nepříznivé sociální situace. Doplňte jej.".into()
            }
            Self::NoCommission => "Smlouvu zatím nelze uzavřít: chybí sjednaná zakázka. Doplňte ji v části Objednávka a zakázka."
                .into(),
            Self::CircleNotEvaluated => {
                "Smlouvu zatím nelze uzavřít: chybí vyhodnocení, jestli zakázka patří do okruhu osob služby.".into()
            }
            Self::OutsideCircle => {
                "Smlouvu nelze uzavřít: zakázka podle vyhodnocení nepatří do okruhu osob služby. Nabídněte jinou službu."
                    .into()
            }
            Self::SignerMissing => "Doplňte, kdo podepsal".into(),
            Self::DateMissing => "Doplňte den podpisu".into(),
            Self::InTheFuture => "Podpis nemůže být v budoucnosti. Zkontrolujte datum".into(),
            Self::BeforeItWasPrepared { prepared_on } => {
                format!("Znění bylo připraveno až {}. Podpis nemůže být dřív", date(*prepared_on)).into()
            }
            Self::EndsBeforeItBegins { valid_until, .. } => {
                format!("Smlouva má platit jen do {}, to je dřív než podpis. Připravte nové znění", date(*valid_until))
                    .into()
            }
            Self::AlreadyConcluded => "Smlouva už je uzavřena. Druhou podepsat nelze.".into(),
        }
    }
}

impl InCzech for PlanForm {
    fn cs(&self) -> Cow<'static, str> {
        Cow::Borrowed(match self {
            Self::UnwrittenImmediate => "bez písemného plánu, potřeba se řeší hned",
            Self::UnwrittenShortTerm => "bez písemného plánu, zhruba do šesti návštěv",
            Self::Written => "písemný individuální plán",
        })
    }
}
