//! What is wrong with what was typed, and what to do.

use super::InCzech;
use rules::identity::birth_number::BirthNumberFlaw;
use rules::identity::company_number::CompanyNumberFlaw;
use rules::identity::email::EmailFlaw;
use rules::identity::person_name::NameFlaw;
use rules::identity::phone::PhoneFlaw;
use rules::moment::contact_time::ContactTimeFlaw;
use rules::moment::date_typed::DateFlaw;
use rules::moment::duration_typed::DurationFlaw;
use rules::moment::time_typed::TimeFlaw;
use std::borrow::Cow;

type Text = Cow<'static, str>;

impl InCzech for DateFlaw {
    fn cs(&self) -> Text {
        match self {
            Self::Empty => "Doplňte datum".into(),
            Self::Unreadable { typed } | Self::NoSuchDay { typed } => {
                format!("Datum ‚{typed}‘ neznáme. Napište ho třeba jako 17. 11. 2026").into()
            }
            Self::YearMissing { typed } => format!("U data ‚{typed}‘ chybí rok. Doplňte ho").into(),
            Self::YearUnlikely { year, .. } => format!("Rok {year} je příliš daleko. Zkontrolujte ho").into(),
            Self::WeekdayDiffers { typed, .. } => {
                format!("V datu ‚{typed}‘ nesouhlasí den v týdnu. Zkontrolujte ho").into()
            }
            Self::NotBornYet { .. } => "Datum narození nemůže být v budoucnosti. Zkontrolujte rok".into(),
        }
    }
}

impl InCzech for TimeFlaw {
    fn cs(&self) -> Text {
        match self {
            Self::Empty => "Doplňte čas".into(),
            Self::Unreadable { typed } | Self::NoSuchTime { typed } => {
                format!("Čas ‚{typed}‘ neznáme. Napište ho třeba jako 14:20").into()
            }
        }
    }
}

impl InCzech for DurationFlaw {
    fn cs(&self) -> Text {
        match self {
            Self::Empty => "Doplňte, jak dlouho to trvalo".into(),
            Self::Unreadable { typed } => format!("Délku ‚{typed}‘ neznáme. Napište ji třeba jako 45 nebo 1:20").into(),
            Self::Zero => "Délka musí být aspoň jedna minuta".into(),
            Self::TooLong { minutes } => format!(
                "Kontakt nemůže trvat {} hodin v kuse. Zkontrolujte délku, nebo jej rozdělte na více zápisů",
                minutes / 60
            )
            .into(),
        }
    }
}

impl InCzech for ContactTimeFlaw {
    fn cs(&self) -> Text {
        match self {
            Self::InFuture => "Kontakt nemůže být v budoucnosti. Chcete ho naplánovat?".into(),
            Self::EndBeforeStart { .. } => "Konec je dřív než začátek. Zkontrolujte čas".into(),
            Self::Length(flaw) => flaw.cs(),
        }
    }
}

impl InCzech for PhoneFlaw {
    fn cs(&self) -> Text {
        match self {
            Self::Unreadable => "Telefon obsahuje něco jiného než číslice. Zkontrolujte ho".into(),
            Self::DigitCount { digits } => {
                format!("Telefon má {digits} číslic, čekáme 9. Zahraniční číslo začněte znakem +").into()
            }
            Self::NoCzechNumber => "Takto české číslo nezačíná. Zkontrolujte ho, zahraniční začněte znakem +".into(),
            Self::NoForeignNumber { .. } => "Takové zahraniční číslo neznáme. Zkontrolujte předvolbu".into(),
        }
    }
}

impl InCzech for EmailFlaw {
    fn cs(&self) -> Text {
        match self {
            Self::Empty => "Doplňte e-mail".into(),
            Self::AtSign { .. } => "E-mail má mít právě jeden znak @. Zkontrolujte ho".into(),
            Self::Space => "V e-mailu nesmí být mezera. Zkontrolujte ho".into(),
            Self::Sign { sign } => format!("Znak ‚{sign}‘ do e-mailu nepatří. Zkontrolujte ho").into(),
            Self::TooLong => "E-mail je příliš dlouhý. Zkontrolujte ho".into(),
            Self::BeforeAt { .. } | Self::Domain { .. } => {
                "E-mail vypadá neúplně. Zkontrolujte ho, třeba jmeno@sluzba.cz".into()
            }
        }
    }
}

impl InCzech for NameFlaw {
    fn cs(&self) -> Text {
        match self {
            Self::Missing => "Doplňte jméno, nebo zvolte Zapsat anonymně".into(),
            Self::TooLong { .. } => "Jméno je příliš dlouhé. Zkraťte ho".into(),
            Self::HiddenSign { .. } => "Ve jméně je skrytý znak. Napište ho znovu".into(),
            Self::NoLetter { .. } => {
                "Jméno musí obsahovat aspoň jedno písmeno. Neznáte-li ho, nechte pole prázdné".into()
            }
        }
    }
}

impl InCzech for BirthNumberFlaw {
    fn cs(&self) -> Text {
        match self {
            Self::InsurersNumber => "Tohle je číslo pojištěnce, ne rodné číslo. Nechte pole prázdné".into(),
            Self::InFuture { .. }
            | Self::Unreadable
            | Self::DigitCount { .. }
            | Self::NoSuchDay
            | Self::NineDigitsAfter1953
            | Self::SerialZero
            | Self::CheckDigit => "Rodné číslo nesouhlasí. Zkontrolujte číslice, nebo nechte pole prázdné.".into(),
        }
    }
}

impl InCzech for CompanyNumberFlaw {
    fn cs(&self) -> Text {
        match self {
            Self::Unreadable => "IČO obsahuje něco jiného než číslice. Zkontrolujte ho".into(),
            Self::DigitCount { digits } => {
                format!("IČO má {digits} číslic, čekáme 8. Doplňte i nuly na začátku").into()
            }
            Self::CheckDigit => "IČO nemá správnou kontrolní číslici. Zkontrolujte opis".into(),
        }
    }
}
