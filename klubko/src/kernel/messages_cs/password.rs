//! What is wrong with a password.

use super::InCzech;
use rules::password::{LONGEST, PasswordFlaw, SHORTEST};
use std::borrow::Cow;

impl InCzech for PasswordFlaw {
    fn cs(&self) -> Cow<'static, str> {
        match self {
            Self::TooShort { letters } => {
                format!("Heslo má {letters} znaků, potřebuje aspoň {SHORTEST}. Pomůže věta z několika slov").into()
            }
            Self::TooLong => format!("Heslo je příliš dlouhé, vejde se {LONGEST} znaků. Zkraťte ho").into(),
            Self::Guessable => {
                "Takové heslo by někdo uhodl. Nepoužívejte jména, řady kláves ani častá slova, zvolte vlastní větu"
                    .into()
            }
        }
    }
}
