//! What crosses between services, in words.

use super::InCzech;
use rules::access::GroundKind;
use rules::consent::State;
use rules::sharing::{HandoverBlock, HandoverSource, Injury, ItemKind, OfferWay, OnLawBlock, PartBlock, PartRoute};
use std::borrow::Cow;

pub const NOT_TOLD: &str = "Není zapsáno, kdy jste klientovi řekli, co o\u{a0}něm sdílíte. Souhlas tu není potřeba, \
     vědět to ale má. Napište, proč to zatím neví.";

/// What is asked of whoever shares on the law although the client decided.
pub fn consent_is_the_rule(state: State) -> &'static str {
    match state {
        State::Dissent => {
            "Klient se sdílením s\u{a0}touto službou nesouhlasí. Napište, proč jeho nesouhlas nejde respektovat."
        }
        State::Withdrawn { .. } => {
            "Klient souhlas se sdílením s\u{a0}touto službou odvolal. Napište, proč to nejde respektovat."
        }
        State::InForce | State::NotYetAsked | State::NotYetValid | State::Expired | State::Superseded => {
            "Klient sdílení s\u{a0}touto službou dovolil. Pravidlem je souhlas. Napište, proč tady nestačí."
        }
    }
}

pub fn known_already(topic: &str, known: &[String]) -> String {
    let known = known.join("; ");
    format!("K\u{a0}tématu „{topic}“ už víte: {known}. Totéž nezjišťujeme dvakrát. Napište, čím se to liší.")
}

impl InCzech for ItemKind {
    fn cs(&self) -> Cow<'static, str> {
        Cow::Borrowed(match self {
            Self::Statement => "sdělení",
            Self::Document => "dokument",
            Self::Assessment => "zhodnocení",
            Self::Handover => "předané kontakty",
            Self::Part => "žádost o část zakázky",
            Self::Question => "dotaz peer mentora",
        })
    }
}

impl InCzech for GroundKind {
    fn cs(&self) -> Cow<'static, str> {
        Cow::Borrowed(match self {
            Self::CaseManagement => "souhlas s\u{a0}případovou spoluprací",
            Self::DataHandover => "souhlas s\u{a0}předáním kontaktů",
            Self::VitalInterest => "životně důležitý zájem",
            Self::LegalDuty => "povinnost podle zákona",
        })
    }
}

impl InCzech for OnLawBlock {
    fn cs(&self) -> Cow<'static, str> {
        Cow::Borrowed(match self {
            Self::NotOffered => "Tento právní důvod se dnes nenabízí. Vyberte jiný, nebo souhlas klienta",
            Self::NoReason => "Napište, proč je sdílení nutné a proč nejde počkat na souhlas klienta",
        })
    }
}

impl InCzech for Injury {
    fn cs(&self) -> Cow<'static, str> {
        Cow::Borrowed(match self {
            Self::Paraplegia => "paraplegie",
            Self::Paraparesis => "paraparéza",
            Self::Tetraplegia => "tetraplegie",
            Self::Tetraparesis => "tetraparéza",
            Self::Other => "jiný",
        })
    }
}

impl InCzech for HandoverSource {
    fn cs(&self) -> Cow<'static, str> {
        Cow::Borrowed(match self {
            Self::RehabInstitute => "rehabilitační ústav",
            Self::IndividualConsultation => "individuální konzultace",
            Self::LongTermCare => "klient služby",
        })
    }
}

impl InCzech for OfferWay {
    fn cs(&self) -> Cow<'static, str> {
        Cow::Borrowed(match self {
            Self::ClientAlone => "klient se ozve sám",
            Self::DataPassed => "předány kontakty se souhlasem",
            Self::Elsewhere => "předán kontakt na vhodnější službu",
        })
    }
}

impl InCzech for PartRoute {
    fn cs(&self) -> Cow<'static, str> {
        Cow::Borrowed(match self {
            Self::UrgentDirect => "hned, hrozí nebezpečí z prodlení",
            Self::AtMeeting => "na nejbližší poradě",
        })
    }
}

impl InCzech for PartBlock {
    fn cs(&self) -> Cow<'static, str> {
        Cow::Borrowed(match self {
            Self::NoConsent => "Klient s tímto sdílením nesouhlasí nebo souhlas už neplatí",
            Self::NotUrgent => "Napište termín nebo důvod, proč to nepočká. Jinak zvolte nejbližší poradu",
            Self::NothingDelimited => "Vymezte část zakázky, o kterou žádáte",
        })
    }
}

/// The field at which a block is said.
pub fn part_field(block: PartBlock) -> &'static str {
    match block {
        PartBlock::NoConsent => "topic",
        PartBlock::NotUrgent => "reason",
        PartBlock::NothingDelimited => "part",
    }
}

impl InCzech for HandoverBlock {
    fn cs(&self) -> Cow<'static, str> {
        Cow::Borrowed(match self {
            Self::NotWritten => "K předání kontaktů je potřeba písemný souhlas. Ústní nestačí",
            Self::NoSignatureDay => "Doplňte den podpisu",
            Self::NoReceivers => "Vyberte pracovníky, kteří jsou v souhlasu jmenovaní",
            Self::NoName => "Doplňte jméno i příjmení",
            Self::NoRegion => "Doplňte město nebo kraj pobytu",
            Self::NoContact => "Doplňte telefon nebo e-mail",
            Self::NoInjury => "Vyberte zdravotní stav, podle něj se vybírá peer",
            Self::OtherInjuryUnsaid => "Napište, o jaký zdravotní stav jde",
            Self::NoInstitute => "Napište, ze kterého ústavu kontakt je",
            Self::Dissent => "Klient s předáním nesouhlasí. Nic nepřejde",
        })
    }
}

pub fn handover_field(block: HandoverBlock) -> &'static str {
    match block {
        HandoverBlock::NotWritten => "form",
        HandoverBlock::NoSignatureDay => "signed_on",
        HandoverBlock::NoReceivers => "receivers",
        HandoverBlock::NoName => "family_name",
        HandoverBlock::NoRegion => "region",
        HandoverBlock::NoContact => "phone",
        HandoverBlock::NoInjury => "injury",
        HandoverBlock::OtherInjuryUnsaid => "injury_other",
        HandoverBlock::NoInstitute => "institute",
        HandoverBlock::Dissent => "decision",
    }
}
