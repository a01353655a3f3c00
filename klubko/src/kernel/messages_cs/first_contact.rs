//! How somebody turned to the service, and why an anonymous contact cannot be linked so.

use super::InCzech;
use crate::kernel::format_cs::date;
use rules::anonymous::{HasNoFolder, LinkBlock};
use rules::intake::Channel;
use std::borrow::Cow;

impl InCzech for Channel {
    fn cs(&self) -> Cow<'static, str> {
        Cow::Borrowed(match self {
            Self::Phone => "telefon",
            Self::InPerson => "osobně",
            Self::Email => "e-mail",
        })
    }
}

impl InCzech for LinkBlock {
    fn cs(&self) -> Cow<'static, str> {
        match self {
            Self::NotAtOwnWish => "Propojit lze jen na přání zájemce. Přeje-li si to, zaškrtněte to".into(),
            Self::DateMissing => "Doplňte, kdy si zájemce propojení přál".into(),
            Self::InTheFuture => "Tento den teprve přijde. Zkontrolujte datum".into(),
            Self::BeforeTheContact { contact_on } => {
                format!("Anonymní kontakt byl až {}. Zkontrolujte číslo a den", date(*contact_on)).into()
            }
            Self::AlreadyLinked => "Tento anonymní kontakt už je propojen. Zkontrolujte číslo".into(),
        }
    }
}

impl InCzech for HasNoFolder {
    fn cs(&self) -> Cow<'static, str> {
        "Anonymní kontakt nemá spis.".into()
    }
}
