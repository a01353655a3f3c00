//! What is wrong with a drawn signature, for the person who holds the device.

use super::InCzech;
use rules::signing::StrokeFlaw;
use std::borrow::Cow;

impl InCzech for StrokeFlaw {
    fn cs(&self) -> Cow<'static, str> {
        Cow::Borrowed(match self {
            Self::Empty => "Podepište se do rámečku. Nejde-li to, zvolte podpis na papír",
            Self::TooSmall => "Podpis je příliš malý. Vymažte jej a podepište se znovu, větší",
            Self::TooLong => "Podpis má příliš mnoho tahů. Vymažte jej a podepište se znovu",
            Self::Foreign => "Podpis se nepodařilo přečíst. Vymažte jej a podepište se znovu",
        })
    }
}
