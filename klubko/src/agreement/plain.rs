//! The text of an agreement in plain words and large type: what was agreed on, for how long, how it ends. It
//! explains and does not bind; what holds is the text that was signed.

use super::kind;
use super::store::documents::{self, Document};
use super::store::{agreements, amendments};
use crate::folders::{Plain, items, led, plain_paper, quoted, sentences};
use crate::kernel::failure::Failure;
use crate::kernel::folder::Folder;
use crate::kernel::format_cs::{count, date};
use crate::kernel::visit::Visit;
use crate::negotiation;
use crate::templates::INFORMED_CONSENT;
use paper::{Paper, Paragraph};

pub fn print(visit: &Visit) -> Result<Paper, Failure> {
    let folder = Folder::open(visit)?;
    let one = documents::one(&folder, visit.path("document")?)?;
    let agreement = agreements::current(&folder)?.filter(|signed| signed.document == one.id);
    let amended = amendments::all(&folder)?.into_iter().find(|amended| amended.document_id == one.id);
    let signed = agreement.as_ref().map(|signed| signed.signed_on).or(amended.map(|amended| amended.signed_on));
    let from = one.valid_from.or(agreement.as_ref().map(|signed| signed.valid_from));
    let title = match kind::is_amendment(&one.kind) {
        true => "Změna Vaší smlouvy",
        false => "Vaše smlouva srozumitelně",
    };
    let how = [
        led("Jak často:", &one.extent),
        led("Kde:", &one.place),
        led("Kdy:", &one.hours),
        led("Kolik platíte:", &one.payment),
    ];
    let plain = Plain {
        file_stem: kind::file_stem(&one.kind),
        title,
        facts: vec![("Podepsáno", signed.map(date).unwrap_or_default())],
        parts: vec![
            ("Na čem jsme se dohodli", agreed(&folder, &one)?),
            ("Jak Vám budeme pomáhat", how.into_iter().flatten().collect()),
            ("Co uděláme my", items(&one.provider_duties)),
            ("Co uděláte Vy", items(&one.client_duties)),
            ("Jak dlouho to platí", lasts(&one, from)),
            (if kind::is_amendment(&one.kind) { "Co zůstává" } else { "Jak to může skončit" }, ends(&one)),
            ("Vaše údaje", data(&one)),
            ("Dobré vědět", known()),
        ],
        explained: agreement.map(|signed| signed.explained).unwrap_or_default(),
    };
    plain_paper(visit, &folder, plain)
}

/// The commission as it stood on the day of the text.
fn agreed(folder: &Folder<'_>, one: &Document) -> Result<Vec<Paragraph>, Failure> {
    let held = negotiation::commissions(folder)?.into_iter().find(|it| it.agreed_on <= one.prepared_on);
    Ok(held.map(|it| quoted(&it.words)).unwrap_or_default())
}

fn lasts(one: &Document, from: Option<jiff::civil::Date>) -> Vec<Paragraph> {
    let from = from.map_or_else(|| "ode dne podpisu".to_owned(), |day| format!("od {}", date(day)));
    let until = match one.valid_until {
        Some(day) => format!("Platí {from} do {}.", date(day)),
        None => format!("Platí {from}. Konec nemá, dokud ji někdo neukončí."),
    };
    vec![Paragraph::plain(until)]
}

fn ends(one: &Document) -> Vec<Paragraph> {
    if kind::is_amendment(&one.kind) {
        return sentences(&["Ostatní zůstává tak, jak jsme se dohodli dřív."]);
    }
    let mut said = sentences(&["Skončit můžete kdykoli. Důvod říkat nemusíte."]);
    if one.kind == INFORMED_CONSENT {
        said.extend(sentences(&["My můžeme skončit jen z důvodů, které stojí v Pravidlech."]));
        return said;
    }
    let days = |days: i64| count(days, "den", "dny", "dnů");
    let yours = match one.client_notice_days {
        0 => "Smlouva pak skončí hned.".to_owned(),
        more => format!("Smlouva pak skončí za {}.", days(more)),
    };
    said.push(Paragraph::plain(yours));
    let ours = "My můžeme skončit jen z důvodů, které jsou ve smlouvě.";
    let ours = match one.provider_notice_days {
        0 => ours.to_owned(),
        more => format!("{ours} Smlouva pak skončí za {}.", days(more)),
    };
    said.push(Paragraph::plain(ours));
    said
}

/// D9: only the informed consent brings a consent to the processing of data with it.
fn data(one: &Document) -> Vec<Paragraph> {
    if one.kind != INFORMED_CONSENT {
        return Vec::new();
    }
    sentences(&[
        "Podpisem souhlasíte, že si o Vás píšeme to, co k pomoci potřebujeme.",
        "Souhlas můžete kdykoli vzít zpět. Některé zápisy nám ukládá zákon. Ty zůstanou.",
    ])
}

fn known() -> Vec<Paragraph> {
    sentences(&[
        "Něco se Vám nelíbí? Můžete si stěžovat. Řekněte to pracovníkovi, nebo vedení služby.",
        "Platí text, který se podepisuje. Tento list ho jen vysvětluje.",
    ])
}
