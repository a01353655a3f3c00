//! Why an inspection cannot be opened so, and how far one has come (sections 97–99 of the act).

use super::InCzech;
use rules::inspection::{Block, Stage};
use std::borrow::Cow;

impl InCzech for Block {
    fn cs(&self) -> Cow<'static, str> {
        Cow::Borrowed(match self {
            Self::BeginsInThePast => "Kontrola nemůže začít v minulosti. Zadejte dnešek nebo pozdější den",
            Self::EndsBeforeItBegins => "Konec je dřív než začátek. Zkontrolujte dny",
            Self::TooLong => "Kontrola může trvat nejdéle 90 dní. Zkraťte ji, potom můžete otevřít další",
            Self::ShowsTheFuture => "Den, ke kterému se složky ukážou, teprve bude. Zadejte dnešek nebo dřívější den",
        })
    }
}

impl InCzech for Stage {
    fn cs(&self) -> Cow<'static, str> {
        Cow::Borrowed(match self {
            Self::Ahead => "ještě nezačala",
            Self::InForce => "probíhá",
            Self::Over => "skončila",
            Self::Ended => "ukončená předčasně",
        })
    }
}
