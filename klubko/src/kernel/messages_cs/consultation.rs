//! The introductory consultation in Czech: why it cannot be saved so, and what is still to be got.

use super::InCzech;
use rules::consent::LegalGround;
use rules::consultation::{Block, ConsentPart, ConsentToGet, CrisisPart};
use std::borrow::Cow;

impl InCzech for Block {
    fn cs(&self) -> Cow<'static, str> {
        match self {
            Self::TimeMissing => "Doplňte, kdy konzultace začala".into(),
            Self::WorkerMissing => "Doplňte, kdo konzultaci vedl".into(),
            Self::NoOralConsent => "Telefonickou konzultaci uložíte se jménem jen se zaznamenaným ústním souhlasem. \
                                    Zaznamenejte jej, nebo uložte konzultaci anonymně."
                .into(),
            Self::OralConsentIncomplete(parts) => {
                let parts: Vec<_> = parts.iter().map(InCzech::cs).collect();
                format!("U ústního souhlasu doplňte: {}", parts.join(", ")).into()
            }
            Self::OralConsentInTheFuture => "Ústní souhlas nemohl zaznít v budoucnosti. Zkontrolujte čas".into(),
        }
    }
}

impl InCzech for ConsentPart {
    fn cs(&self) -> Cow<'static, str> {
        Cow::Borrowed(match self {
            Self::Wording => "znění, které jste přečetli",
            Self::Moment => "v kolik hodin zazněl",
            Self::WhoHeardIt => "kdo jej slyšel",
            Self::Scope => "čeho se týká",
        })
    }
}

impl InCzech for CrisisPart {
    fn cs(&self) -> Cow<'static, str> {
        Cow::Borrowed(match self {
            Self::ThreatType => "čím byl člověk ohrožen",
            Self::Intervention => "co jste udělali",
            Self::SafetyPlan => "bezpečnostní plán",
            Self::FollowUp => "kdy se znovu ozvete",
        })
    }
}

/// What the task of a consent still to be got says.
impl InCzech for ConsentToGet {
    fn cs(&self) -> Cow<'static, str> {
        Cow::Borrowed(match self {
            Self::Written => "Získat písemný souhlas při prvním osobním setkání",
            Self::Complete => "Doplnit souhlas se zpracováním údajů po krizové intervenci",
        })
    }
}

/// On what a record rests.
impl InCzech for LegalGround {
    fn cs(&self) -> Cow<'static, str> {
        Cow::Borrowed(match self {
            Self::Consent => "souhlas",
            Self::Agreement => "jednání o smlouvě",
            Self::LegalDuty => "právní povinnost",
            Self::VitalInterest => "životně důležitý zájem",
            Self::PublicInterest => "veřejný zájem",
            Self::LegitimateInterest => "oprávněný zájem",
            Self::ExplicitConsent => "výslovný souhlas",
            Self::SocialProtectionLaw => "právo sociální ochrany",
            Self::LegalClaims => "právní nároky",
            Self::SocialCare => "poskytování sociální péče",
        })
    }
}
