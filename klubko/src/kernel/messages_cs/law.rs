//! What each cited provision is for, for the page where its words are corrected.

use super::InCzech;
use rules::law::Provision;
use std::borrow::Cow;

impl InCzech for Provision {
    fn cs(&self) -> Cow<'static, str> {
        Cow::Borrowed(match self {
            Self::Act => "Zákon, na který se listiny odvolávají",
            Self::RefusalReasons => "Důvody odmítnutí zájemce",
            Self::RefusalA => "Odmítnutí: službu neposkytujeme",
            Self::RefusalB => "Odmítnutí: nedostatečná kapacita",
            Self::RefusalC => "Odmítnutí: zdravotní stav",
            Self::RefusalD => "Odmítnutí: smlouva vypovězená pro porušování povinností",
            Self::RefusalNotice => "Písemné oznámení o odmítnutí",
            Self::RefusedRegister => "Evidence odmítnutých žadatelů",
            Self::AgreementForm => "Forma smlouvy",
            Self::AgreementParties => "Smlouva: označení stran",
            Self::AgreementKind => "Smlouva: druh služby",
            Self::AgreementExtent => "Smlouva: rozsah",
            Self::AgreementPlace => "Smlouva: místo a čas",
            Self::AgreementPayment => "Smlouva: úhrada",
            Self::AgreementRules => "Smlouva: vnitřní pravidla",
            Self::AgreementTermination => "Smlouva: výpovědní důvody a lhůty",
            Self::AgreementValidity => "Smlouva: doba platnosti",
            Self::BasicCounselling => "Základní sociální poradenství",
            Self::Confidentiality => "Mlčenlivost",
            Self::SharingVitalInterest => "Sdílení bez souhlasu: životně důležitý zájem",
            Self::SharingLegalDuty => "Sdílení bez souhlasu: povinnost podle zákona",
        })
    }
}
