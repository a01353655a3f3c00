//! The texts that papers begin with: the house's own for a service that has none, and the one of its templates that is
//! in force on a day (texts 6.7; legal review belongs to the provider).

use super::store;
use super::text::compose;
use crate::kernel::db::Unit;
use crate::kernel::failure::Failure;
use crate::kernel::id::ServiceId;
use jiff::civil::Date;

/// The kinds of `document_template`.
pub const INFORMED_CONSENT: &str = "informed_consent";
pub const INFORMATION_SHEET: &str = "information_sheet";

/// The informed consent as the house brings it.
pub const STARTER_CONSENT: &str = "\
# Co mi služba vysvětlila

Služba {služba} mi srozumitelně vysvětlila, co dělá a komu je určena, jaké má poslání, cíle, zásady a metody, jaká jsou \
moje práva a povinnosti, jak zachází s důvěrnými informacemi, jak služba probíhá, jak ji mohu ukončit a komu si mohu \
stěžovat.

# Na čem jsme se dohodli

Dohodli jsme se na zakázce: ‚{zakázka}‘.

Služba mi může pomoci s: {může}.

Nemůže: {nemůže}.

Službu poskytuje {forma}, místo {místo}, čas {čas}, rozsah {rozsah}, {úhrada}.

Smlouva platí {platnost}. Mohu ji kdykoli ukončit bez udání důvodu; služba ji může ukončit jen z důvodů, které stojí \
v Pravidlech.

# Osobní údaje

Souhlasím s tím, aby služba zpracovávala moje osobní údaje v rozsahu, který k pomoci potřebuje. Vím, že souhlas mohu \
odvolat a že záznamy, které jí ukládá zákon, zůstanou.

Podpisem je smlouva uzavřena a stávám se klientem služby.";

/// The information sheet as the house brings it; a heading is a code of `rules::agreement::InformationItem`, and what
/// the service's profile knows (mission, target group) comes from there.
pub const STARTER_SHEET: &str = "\
# activity

Pomáháme lidem v nepříznivé sociální situaci: nasloucháme, radíme a hledáme s Vámi cestu, kterou si sami zvolíte. \
Základní sociální poradenství je vždy bez úhrady.

# methods

Pracujeme rozhovorem a poradenstvím, v klidu a za zavřenými dveřmi. Podle Vaší zakázky přizveme kolegy, které potřebujete.

# basic_rules

Přicházíte dobrovolně. Na schůzku, kterou nestihnete, dejte prosím vědět předem.

# rights_and_duties

Máte právo:
- vidět, co o Vás zapisujeme, a žádat opravu
- nechat si poradit beze jména
- kdykoli službu ukončit
- stěžovat si, aniž by Vám to ublížilo

Zachovejte prosím mlčení o druhých, které u nás potkáte.

# confidentiality

O tom, co nám řeknete, mlčíme. Výjimky zná jen zákon: například povinnost oznámit ohrožení dítěte nebo některé trestné \
činy. Kdo do Vaší složky nahlédl, Vám na požádání vytiskneme.

# course_of_service

Začínáme úvodní konzultací. Potom se dohodneme, na čem budeme pracovat, a podepíšeme informovaný souhlas.

# ending

Službu můžete ukončit kdykoli, bez udání důvodu, ústně i písemně.

# complaints

Stěžovat si můžete komukoli z nás, vedoucí nebo vedoucímu služby, organizaci nebo krajskému úřadu; ústně, písemně \
i beze jména.";

/// A template with the version under which it is printed.
#[derive(Clone, Debug)]
pub struct Template {
    pub version: i64,
    pub valid_from: Option<Date>,
    pub body: String,
}

/// The template of the service in force on a day: its own, the provider's, or the house's as version 1.
pub(super) fn in_force(unit: &Unit, service: ServiceId, kind: &'static str, day: Date) -> Result<Template, Failure> {
    let kept = store::templates::in_force(unit, service, kind, day)?;
    Ok(kept.unwrap_or_else(|| Template { version: 1, valid_from: None, body: starter(kind).to_owned() }))
}

fn starter(kind: &str) -> &'static str {
    if kind == INFORMATION_SHEET { STARTER_SHEET } else { STARTER_CONSENT }
}

/// The names that a template of the informed consent may use.
pub const PLACEHOLDERS: [&str; 10] =
    ["služba", "zakázka", "může", "nemůže", "forma", "místo", "čas", "rozsah", "úhrada", "platnost"];

/// Whether a template of the informed consent uses known placeholders only.
pub fn is_composable(body: &str) -> bool {
    compose(body, &PLACEHOLDERS.map(|name| (name, "x"))).is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_house_s_own_text_can_be_filled_in() {
        assert!(is_composable(STARTER_CONSENT));
        assert!(!is_composable("{jméno matky za svobodna}"));
    }
}
