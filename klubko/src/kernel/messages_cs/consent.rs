//! What a decision of the client means, on what the processing rests, and why a consent cannot be withdrawn so.

use super::InCzech;
use crate::kernel::clock;
use crate::kernel::format_cs;
use rules::consent::{Block, LegalGround, State};
use std::borrow::Cow;

type Text = Cow<'static, str>;

impl InCzech for State {
    fn cs(&self) -> Text {
        match self {
            Self::NotYetAsked => "zatím se nevyjádřil/a".into(),
            Self::Dissent => "platí nesouhlas".into(),
            Self::NotYetValid => "platnost teprve začne".into(),
            Self::InForce => "platí".into(),
            Self::Expired => "platnost skončila".into(),
            Self::Withdrawn { at } => format!("odvolán dne {}", format_cs::date(clock::day_of(*at))).into(),
            Self::Superseded => "nahrazen novějším rozhodnutím".into(),
        }
    }
}

/// The article of the GDPR that a ground is.
pub fn article(ground: LegalGround) -> &'static str {
    match ground {
        LegalGround::Consent => "čl. 6 odst. 1 písm. a) GDPR",
        LegalGround::Agreement => "čl. 6 odst. 1 písm. b) GDPR",
        LegalGround::LegalDuty => "čl. 6 odst. 1 písm. c) GDPR",
        LegalGround::VitalInterest => "čl. 6 odst. 1 písm. d) GDPR",
        LegalGround::PublicInterest => "čl. 6 odst. 1 písm. e) GDPR",
        LegalGround::LegitimateInterest => "čl. 6 odst. 1 písm. f) GDPR",
        LegalGround::ExplicitConsent => "čl. 9 odst. 2 písm. a) GDPR",
        LegalGround::SocialProtectionLaw => "čl. 9 odst. 2 písm. b) GDPR",
        LegalGround::LegalClaims => "čl. 9 odst. 2 písm. f) GDPR",
        LegalGround::SocialCare => "čl. 9 odst. 2 písm. h) GDPR",
    }
}

impl InCzech for Block {
    fn cs(&self) -> Text {
        match self {
            Self::AlreadyWithdrawn { at } => {
                format!("Souhlas je už odvolán, a to {}. Znovu jej odvolat nelze.", format_cs::moment(*at)).into()
            }
            Self::NothingToWithdraw => "Odvolat lze jen souhlas. Tady klient souhlas nedal.".into(),
            Self::Superseded => "Tento souhlas už nahradilo novější rozhodnutí. Odvolejte to novější.".into(),
            Self::InTheFuture => "Odvolání nemůže být v budoucnosti. Zkontrolujte den a čas".into(),
            Self::BeforeItWasGiven => "Odvolání nemůže být dřív než souhlas. Zkontrolujte den a čas".into(),
        }
    }
}
