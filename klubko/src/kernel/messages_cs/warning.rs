//! What a rule asks about: the sentence above the field for the reason.

use super::{InCzech, sharing};
use crate::kernel::format_cs::plural;
use rules::anonymity::{Finding, FindingKind};
use rules::rule::Warning;
use std::borrow::Cow;

const ONE_PARTY: &str = "Znění ukládá povinnosti jen jedné straně. Obě strany mají ve smlouvě rovné postavení.";
const NOT_TOLD: &str = "Není zapsáno, že se člověk dozvěděl o případové spolupráci (z Pravidel poskytování služby).";

impl InCzech for Warning {
    fn cs(&self) -> Cow<'static, str> {
        match self {
            Self::NoNeedOrWishLinked => "Sjednaný rozsah se neopírá o žádnou zapsanou potřebu ani přání.".into(),
            Self::NegotiationFieldsEmpty(fields) => {
                format!("V záznamu jednání zatím chybí: {}. Doplňte je, nebo napište důvod.", list(fields)).into()
            }
            Self::NoCounselling => "V jednání není zapsané základní sociální poradenství.".into(),
            Self::NoSocialInquiry => "V jednání není zapsané sociální šetření.".into(),
            Self::UnderstandingNotConfirmed => "Není potvrzeno, že zájemce informacím rozuměl.".into(),
            Self::FirstContactByAnotherSpecialist => {
                "První kontakt má přijmout sociální pracovník. Napište, proč jej přijal jiný odborník.".into()
            }
            Self::BookedWithoutConsultation => "K odborníkovi objednáváte bez úvodní konzultace.".into(),
            Self::WaitsTooLong { days, limit } => {
                let limit_days = plural(*limit, "den", "dny", "dnů");
                format!("Na úvodní konzultaci se čeká {} (obvykle nejvýše {limit}\u{a0}{limit_days}).", days_of(*days))
                    .into()
            }
            Self::IdentifyingMarks(findings) => {
                format!("Anonymní zápis obsahuje {}. Opravdu tam patří?", list(findings)).into()
            }
            Self::AssessmentLate { days } => format!("Zhodnocení proběhlo po lhůtě o {}.", days_of(*days)).into(),
            Self::InformationNotGiven(items) => {
                format!("Základní informace zatím nezazněly všechny. Chybí: {}.", list(items)).into()
            }
            Self::PrinciplesNotExplained(items) => {
                format!("Hlavní zásady zatím nebyly vysvětleny všechny. Chybí: {}.", list(items)).into()
            }
            Self::ExpectationsNotClarified => "Není zapsáno, co služba může a co nemůže naplnit.".into(),
            Self::GoalsWithoutLink(goals) => format!(
                "{} o žádnou zapsanou potřebu, přání ani situaci.",
                goals_do(goals, "se neopírá", "se neopírají")
            )
            .into(),
            Self::GoalsOutsidePurpose(goals) => {
                format!("{} mimo poslání služby.", goals_do(goals, "je", "jsou")).into()
            }
            Self::NoStrengths => "V plánu nejsou silné stránky klienta.".into(),
            Self::UnlinkedNeeds(needs) => unlinked(needs).into(),
            Self::ServicesOverlap { service, part } => overlap(service, part).into(),
            Self::ConsentIsTheRule(state) => sharing::consent_is_the_rule(*state).into(),
            Self::ClientNotTold => sharing::NOT_TOLD.into(),
            Self::KnownAlready { topic, known } => sharing::known_already(topic, known).into(),
            Self::DutiesOfOneParty => ONE_PARTY.into(),
            Self::CaseManagementNotExplained => NOT_TOLD.into(),
        }
    }
}

fn unlinked(needs: &[String]) -> String {
    let stays = if needs.len() == 1 { "zůstává" } else { "zůstávají" };
    let needs = needs.join(", ");
    format!("Bez cíle {stays}: {needs}. Napište proč (klient nechce, řeší jiná služba, nejde vyřešit).")
}

fn overlap(service: &str, part: &str) -> String {
    format!("Na tomtéž už pracuje {service}: {part}. Služby se nemají překrývat. Napište, proč to zadáváte také.")
}

impl InCzech for Finding {
    fn cs(&self) -> Cow<'static, str> {
        let likeness = match self.kind {
            FindingKind::BirthNumber => "údaj podobný rodnému číslu",
            FindingKind::Phone => "údaj podobný telefonu",
            FindingKind::Email => "údaj podobný e-mailu",
        };
        format!("{likeness} („{}“)", self.text).into()
    }
}

fn list<T: InCzech>(values: &[T]) -> String {
    values.iter().map(InCzech::cs).collect::<Vec<_>>().join(", ")
}

/// `Cíl 2 je`, `Cíle 1, 3 jsou`
fn goals_do(goals: &[usize], one: &str, more: &str) -> String {
    let numbers = goals.iter().map(usize::to_string).collect::<Vec<_>>().join(", ");
    if goals.len() == 1 { format!("Cíl\u{a0}{numbers} {one}") } else { format!("Cíle {numbers} {more}") }
}

fn days_of(days: i64) -> String {
    format!("{days}\u{a0}{}", plural(days, "den", "dny", "dní"))
}
