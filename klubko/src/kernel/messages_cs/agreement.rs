//! Why an agreement cannot be signed so, and how its plan is made.

use super::InCzech;
use crate::kernel::format_cs::date;
use rules::agreement::{AgreementForm, Block};
use rules::agreement_terms::{AmendmentBlock, Part, TerminationBlock};
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
            Self::FormNotAllowed => "V této formě služba smlouvy neuzavírá. Připravte jiné znění, nebo změňte nastavení služby."
                .into(),
            Self::CapacityLimited => {
                "Svéprávnost klienta je pro uzavření smlouvy omezena. Podepisuje jeho zástupce; zvolte ho a doplňte, \
                 na základě čeho jedná."
                    .into()
            }
            Self::AlreadyConcluded => "Smlouva už je uzavřena. Druhou podepsat nelze.".into(),
        }
    }
}

impl InCzech for AgreementForm {
    fn cs(&self) -> Cow<'static, str> {
        Cow::Borrowed(match self {
            Self::InformedConsent => "informovaný souhlas",
            Self::Written => "písemná",
            Self::Oral => "ústní",
        })
    }
}

/// What is missing in the text; the slice adds where the law says so.
impl InCzech for Part {
    fn cs(&self) -> Cow<'static, str> {
        Cow::Borrowed(match self {
            Self::Parties => "Smlouva musí označit obě strany",
            Self::Kind => "Smlouva musí uvádět druh služby. Doplňte jej v údajích služby",
            Self::Extent => "Doplňte rozsah: jak často a jak dlouho",
            Self::PlaceAndTime => "Doplňte místo a čas poskytování, třeba „po domluvě“",
            Self::Payment => "Doplňte úhradu, třeba „bez úhrady“",
            Self::Rules => "Doplňte ujednání o dodržování vnitřních pravidel",
            Self::Termination => "Doplňte výpovědní důvody",
            Self::Validity => "Smlouva musí obsahovat dobu platnosti",
        })
    }
}

impl InCzech for AmendmentBlock {
    fn cs(&self) -> Cow<'static, str> {
        match self {
            Self::NoAgreement => "Dodatek mění platnou smlouvu, a tu složka nemá.".into(),
            Self::AgreementEnded { on } => {
                format!("Smlouva skončila {}. Dodatkem ji obnovit nejde, uzavřete novou.", date(*on)).into()
            }
            Self::NothingChanges => "Napište, co se mění".into(),
            Self::ValidFromMissing => "Doplňte, od kdy změna platí".into(),
            Self::BeforeTheAgreement { from } => {
                format!("Smlouva platí až od {}. Změna nemůže platit dřív", date(*from)).into()
            }
            Self::EndsBeforeItBegins { .. } => {
                "Konec platnosti je dřív, než začne změna platit. Zkontrolujte datum".into()
            }
        }
    }
}

impl InCzech for TerminationBlock {
    fn cs(&self) -> Cow<'static, str> {
        match self {
            Self::NoAgreement => "Složka nemá smlouvu, kterou by šlo ukončit.".into(),
            Self::AlreadyEnded { on } => format!("Smlouva už skončila {}.", date(*on)).into(),
            Self::WhoMissing => "Vyberte, kdo smlouvu ukončuje".into(),
            Self::GroundMissing => {
                "Poskytovatel může smlouvu vypovědět jen z důvodu, který v ní stojí. Vyberte jej".into()
            }
            Self::ReasonMissing => "Napište skutečnosti, o které se výpověď opírá".into(),
            Self::DeliveredMissing => "Doplňte, kdy byla výpověď doručena nebo dohoda uzavřena".into(),
            Self::DeliveredInTheFuture => "Tento den teprve přijde. Zkontrolujte datum".into(),
            Self::EndMissing => "Doplňte poslední den platnosti".into(),
            Self::EndsBeforeDelivery => "Smlouva nemůže skončit dřív, než byla výpověď doručena".into(),
            Self::PeriodTooShort { earliest } => {
                format!("Podle sjednané výpovědní doby může smlouva skončit nejdřív {}", date(*earliest)).into()
            }
            Self::AfterItsValidity { last } => {
                format!("Smlouva platí jen do {}. Pozdější konec zapsat nejde", date(*last)).into()
            }
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
