//! Why a file is not taken, and what to do about it.

use super::InCzech;
use crate::kernel::format_cs::{bytes, count};
use rules::attachment::{FileType, Flaw, Foreign, GIGABYTE, MOST_PIXELS};
use std::borrow::Cow;

impl InCzech for Flaw {
    fn cs(&self) -> Cow<'static, str> {
        match *self {
            Self::Missing => "Vyberte soubor".into(),
            Self::Empty => "Soubor je prázdný. Zkontrolujte ho a vyberte znovu".into(),
            Self::TooBig { size, most } => {
                format!("Soubor má {}, vejde se {}. Pošlete menší fotku", bytes(size), bytes(most)).into()
            }
            Self::TooManyPixels { millions } => {
                let most = MOST_PIXELS / 1_000_000;
                format!("Obrázek má {millions} milionů bodů, vejde se {most} milionů. Zmenšete ho a pošlete znovu")
                    .into()
            }
            Self::Unreadable => {
                "Obrázek se nepodařilo přečíst. Vyfoťte papír znovu, nebo obrázek uložte jako JPEG".into()
            }
            Self::Foreign(foreign) => Cow::Borrowed(instead(foreign)),
            Self::NotStored => {
                "Soubor se teď nepodařilo uložit. Zkuste to za chvíli; když to potrvá, řekněte to technickému správci"
                    .into()
            }
            Self::NoRoom { most } => {
                let gigabytes =
                    count(i64::try_from(most / GIGABYTE).unwrap_or(i64::MAX), "gigabajt", "gigabajty", "gigabajtů");
                format!("Místo na dokumenty ({gigabytes}) je plné. Řekněte si o větší technickému správci").into()
            }
        }
    }
}

fn instead(foreign: Foreign) -> &'static str {
    match foreign {
        Foreign::WebPage => "Webové stránky a kresby SVG nepřijímáme. Vytiskněte stránku do PDF",
        Foreign::Heic => {
            "Fotku ve formátu HEIC nepřečteme. V nastavení fotoaparátu zvolte „Nejkompatibilnější“, nebo ji uložte jako JPEG"
        }
        Foreign::OtherPicture => "Tento druh obrázku nepřijímáme. Uložte ho jako JPEG nebo PNG",
        Foreign::Office => "Dokumenty kancelářských programů nepřijímáme. Uložte dokument jako PDF",
        Foreign::Archive => "Zabalené soubory nepřijímáme. Rozbalte je a pošlete každý zvlášť",
        Foreign::Unknown => "Tento druh souboru nepřijímáme. Pošlete fotku (JPEG, PNG), PDF nebo prostý text",
    }
}

impl InCzech for FileType {
    fn cs(&self) -> Cow<'static, str> {
        Cow::Borrowed(match self {
            Self::Jpeg | Self::Png => "obrázek",
            Self::Pdf => "PDF",
            Self::Text => "text",
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_that_is_too_big_hears_both_numbers() {
        let flaw = Flaw::TooBig { size: 48_000_000, most: 20_000_000 };
        assert_eq!(flaw.cs(), "Soubor má 48\u{a0}MB, vejde se 20\u{a0}MB. Pošlete menší fotku");
        let narrowly = Flaw::TooBig { size: 20_000_001, most: 20_000_000 };
        assert_eq!(narrowly.cs(), "Soubor má 20,1\u{a0}MB, vejde se 20\u{a0}MB. Pošlete menší fotku");
    }
}
