//! Refusal and the waiting list in Czech; what they cite is said by the slice, from the house's legal references.

use super::InCzech;
use rules::refusal::{ComesAgain, EndedBy, Ground, OfferAnswer, RefusalReason, RemovalReason};
use std::borrow::Cow;

impl InCzech for RefusalReason {
    fn cs(&self) -> Cow<'static, str> {
        Cow::Borrowed(match self {
            Self::NotProvided => "službu neposkytujeme, ani s ohledem na okruh osob",
            Self::Capacity => "nedostatečná kapacita",
            Self::HealthState => "zdravotní stav vylučuje pobytovou službu",
            Self::EndedForBreach => "před méně než šesti měsíci jsme vypověděli smlouvu pro porušování povinností",
        })
    }
}

impl InCzech for RemovalReason {
    fn cs(&self) -> Cow<'static, str> {
        Cow::Borrowed(match self {
            Self::PlaceTaken => "přijal/a nabídnuté místo",
            Self::OfferDeclined => "nabídnuté místo odmítl/a",
            Self::NoAnswer => "na nabídku neodpověděl/a",
            Self::OwnWish => "na vlastní přání",
            Self::HelpedElsewhere => "pomoc našel/našla jinde",
            Self::NotFitting => "službu už nepotřebuje nebo do ní nepatří",
        })
    }
}

impl InCzech for OfferAnswer {
    fn cs(&self) -> Cow<'static, str> {
        Cow::Borrowed(match self {
            Self::Accepted => "přijal/a",
            Self::Declined => "odmítl/a",
            Self::NoAnswer => "neodpověděl/a",
        })
    }
}

impl InCzech for ComesAgain {
    fn cs(&self) -> Cow<'static, str> {
        Cow::Borrowed(match self {
            Self::SameNegotiation => "dřívější jednání pokračuje",
            Self::NewNegotiation => "začíná nové jednání",
        })
    }
}

impl InCzech for EndedBy {
    fn cs(&self) -> Cow<'static, str> {
        Cow::Borrowed(match self {
            Self::NoticeByClient => "výpověď klienta",
            Self::NoticeByProvider => "výpověď poskytovatele",
            Self::Agreement => "dohoda obou stran",
        })
    }
}

impl InCzech for Ground {
    fn cs(&self) -> Cow<'static, str> {
        Cow::Borrowed(match self {
            Self::Breach => "porušování povinností ze smlouvy",
            Self::NeedCeased => "pominula potřeba služby",
            Self::ServiceChanged => "služba končí nebo se mění",
            Self::Other => "jiný důvod uvedený ve smlouvě",
        })
    }
}
