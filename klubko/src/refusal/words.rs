//! The sentences of a refusal. What they cite comes from the house's legal references, so that a renumbered section is a
//! correction of data (messages 110, 111, 112).

use crate::kernel::format_cs::date;
use crate::settings::Law;
use rules::law::Provision;
use rules::refusal::{AgainBlock, RefusalBlock, RefusalReason, six_months_after};

/// Why somebody cannot be refused so.
pub(super) fn refusal_block(block: &RefusalBlock, law: &Law) -> String {
    match block {
        RefusalBlock::ReasonNotInLaw => format!(
            "Uzavření smlouvy lze odmítnout jen z důvodů uvedených v {}. Vyberte jeden z nich; rozhodl-li se zájemce \
             jinak, uzavřete jednání jako jeho rozhodnutí",
            law.cite(Provision::RefusalReasons)
        ),
        RefusalBlock::FactsMissing => "Napište skutečnosti, o které se důvod opírá".to_owned(),
        RefusalBlock::DateMissing => "Doplňte den, kdy se o odmítnutí rozhodlo".to_owned(),
        RefusalBlock::InTheFuture => "Tento den teprve přijde. Zkontrolujte datum".to_owned(),
        RefusalBlock::BeforeTheRequest { requested_on } => {
            format!("Zájemce o službu požádal až {}. Odmítnutí nemůže být dřív", date(*requested_on))
        }
        RefusalBlock::NoticeAskedBeforeRequest { requested_on } => {
            format!("Zájemce o službu požádal až {}. O oznámení nemohl žádat dřív", date(*requested_on))
        }
        RefusalBlock::WhoDecidedMissing => "Vyberte, kdo o odmítnutí rozhodl".to_owned(),
        RefusalBlock::HealthOnlyResidential => format!(
            "Důvod „zdravotní stav“ lze použít pouze u pobytových služeb ({}). Vyberte jiný důvod, nebo neodmítejte",
            law.cite(Provision::RefusalC)
        ),
        RefusalBlock::NoAgreementEnded => not_by_breach(law, "Složka neobsahuje žádnou ukončenou smlouvu"),
        RefusalBlock::NotEndedByProvider => not_by_breach(law, "Předchozí smlouvu neukončil poskytovatel"),
        RefusalBlock::NotForBreach => not_by_breach(law, "Předchozí smlouva neskončila pro porušování povinností"),
        RefusalBlock::AnotherKind => not_by_breach(law, "Předchozí smlouva se týkala jiného druhu služby"),
        RefusalBlock::SixMonthsPassed { ended_on } => format!(
            "Od ukončení předchozí smlouvy ({}) uplynulo {} šest měsíců nebo více. Tento důvod odmítnutí použít nelze \
             ({})",
            date(*ended_on),
            date(six_months_after(*ended_on)),
            law.cite(Provision::RefusalD)
        ),
    }
}

fn not_by_breach(law: &Law, why: &str) -> String {
    format!("{why}. Tento důvod odmítnutí použít nelze ({})", law.cite(Provision::RefusalD))
}

/// The field that a block is about.
pub(super) fn field(block: &RefusalBlock) -> &'static str {
    match block {
        RefusalBlock::FactsMissing => "facts",
        RefusalBlock::DateMissing | RefusalBlock::InTheFuture | RefusalBlock::BeforeTheRequest { .. } => "decided_on",
        RefusalBlock::WhoDecidedMissing => "decided_by",
        RefusalBlock::NoticeAskedBeforeRequest { .. } => "notice_asked_on",
        RefusalBlock::ReasonNotInLaw | RefusalBlock::HealthOnlyResidential | RefusalBlock::NoAgreementEnded => "reason",
        RefusalBlock::NotEndedByProvider | RefusalBlock::NotForBreach | RefusalBlock::AnotherKind => "reason",
        RefusalBlock::SixMonthsPassed { .. } => "reason",
    }
}

/// The reason as the refused person reads it.
pub(super) fn to_the_person(reason: RefusalReason) -> &'static str {
    match reason {
        RefusalReason::NotProvided => {
            "neposkytujeme službu, o kterou žádáte, a to i s ohledem na okruh osob, kterým je určena"
        }
        RefusalReason::Capacity => "nemáme dostatečnou kapacitu k poskytnutí služby, o kterou žádáte",
        RefusalReason::HealthState => "Váš zdravotní stav vylučuje poskytnutí pobytové služby",
        RefusalReason::EndedForBreach => {
            "v době kratší než 6 měsíců před Vaší žádostí jsme s Vámi ukončili smlouvu o téže službě pro porušování \
             povinností, které z ní vyplývaly"
        }
    }
}

/// Why somebody cannot ask again now.
pub(super) fn again_block(block: AgainBlock) -> &'static str {
    match block {
        AgainBlock::NegotiationIsOpen => "Jednání s tímto člověkem stále probíhá. Pokračujte v něm.",
        AgainBlock::AgreementInForce => "Smlouva platí, nové jednání není potřeba. Změnu dohodněte dodatkem.",
        AgainBlock::AgreementWasConcluded => {
            "Jednání tehdy skončilo smlouvou. Zvolte nové jednání; to dřívější zůstane, jak je"
        }
    }
}
