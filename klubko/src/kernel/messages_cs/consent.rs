//! What a decision of the client means, on what the processing rests, and why a consent cannot be withdrawn so.

use super::InCzech;
use crate::kernel::clock;
use crate::kernel::format_cs;
use rules::consent::sharing::{Direction, SharingBlock};
use rules::consent::{Block, ConsentKind, LegalGround, State};
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

impl InCzech for ConsentKind {
    fn cs(&self) -> Text {
        match self {
            Self::PersonalDataProcessing => "zpracování osobních údajů",
            Self::CaseManagement => "případová spolupráce",
            Self::DataHandover => "předání údajů jiné službě",
            Self::ThirdParty => "přizvání třetí osoby",
            Self::ChildParticipation => "účast dítěte",
        }
        .into()
    }
}

impl InCzech for Direction {
    fn cs(&self) -> Text {
        match self {
            Self::Outward => "jen od nás do druhé služby",
            Self::Inward => "jen z\u{a0}druhé služby k\u{a0}nám",
            Self::Both => "oběma směry",
        }
        .into()
    }
}

impl InCzech for SharingBlock {
    fn cs(&self) -> Text {
        match self {
            Self::NotSocialWorker => {
                "O\u{a0}případové spolupráci klienta poučuje a jeho odpověď zapisuje sociální pracovník. Předejte to \
                 sociálnímu pracovníkovi služby"
            }
            Self::NoService => "Vyberte službu, které se rozhodnutí týká",
            Self::NoAddressee => "Doplňte, koho se rozhodnutí týká",
            Self::NoDirection => "Zvolte, kterým směrem si služby smějí informace předávat",
            Self::NoTopic => "Doplňte aspoň jedno téma, o\u{a0}kterém se smí mluvit",
            Self::NoExtent => "Doplňte rozsah: které informace se smějí předat",
            Self::NoPurpose => "Doplňte účel: k\u{a0}čemu to klientovi bude",
            Self::NoValidity => "Doplňte, od kdy do kdy souhlas platí",
            Self::UntilBeforeFrom => "Konec platnosti je dřív než její začátek. Zkontrolujte dny",
            Self::OralHandover => "K\u{a0}předání údajů jiné službě ústní souhlas nestačí. Nechte jej klienta podepsat",
            Self::NoDay => "Doplňte den, kdy klient odpověděl; u\u{a0}písemné odpovědi den podpisu",
            Self::NoNamedWorker => "Vyberte pracovníky, kterým se údaje předají. Nikdo jiný je nedostane",
            Self::NoAuthority => "Doplňte, na základě čeho zástupce za klienta jedná",
            Self::InTheFuture => "Rozhodnutí nemůže být v\u{a0}budoucnosti. Zkontrolujte den a čas",
            Self::AnsweredLater { at } => {
                let when = format_cs::moment(*at);
                return format!(
                    "Na totéž klient odpověděl, nebo odpověď odvolal, už {when}. Starší odpověď pod novější zapsat \
                     nejde. Zkontrolujte den a čas"
                )
                .into();
            }
        }
        .into()
    }
}
