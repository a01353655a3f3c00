//! `negotiation/record.pdf`: the whole record of the negotiation for the person, in plain Czech, with the language and the
//! help in which it was explained (R-002 … ).

use super::paper_parts::{filled, paragraphs, section};
use super::{listed, words};
use crate::kernel::code_list;
use crate::kernel::failure::Failure;
use crate::kernel::folder::Folder;
use crate::kernel::format_cs;
use crate::kernel::messages_cs::InCzech;
use crate::kernel::reasons::{self, Kept};
use crate::kernel::visit::Visit;
use crate::negotiation::store::earlier::earlier;
use crate::negotiation::store::facts::{NegotiationFacts, facts};
use crate::negotiation::store::thread;
use crate::settings::imprint;
use paper::{Fact, Paper, Paragraph, Section, Sheet};

pub fn print(visit: &Visit) -> Result<Paper, Failure> {
    let folder = Folder::open(visit)?;
    let facts = facts(&folder)?;
    let spoken = words(&folder, "communication_form", &facts.communication_form)?;
    let areas = words(&folder, "situation_area", &facts.situation_areas)?;
    let sections = [
        section("S čím člověk přišel", contacts(&folder)?, Vec::new()),
        section("Objednávka a očekávání", Vec::new(), request(&facts)),
        section("Přání, potřeby, schopnosti, možnosti", Vec::new(), circumstances(&facts)),
        section("Nepříznivá sociální situace", Vec::new(), situation(&facts, &areas)),
        section("Sociální šetření", inquiries(&folder)?, Vec::new()),
        section("Základní sociální poradenství", counsellings(&folder)?, Vec::new()),
        section("Co jsme o službě řekli", told(&folder)?, Vec::new()),
        section("Co služba může a nemůže", Vec::new(), expectations(&facts)),
        section("Na čem jsme se dohodli", commissions(&folder)?, Vec::new()),
        section("Jak jsme spolu mluvili", Vec::new(), understanding(&facts, &spoken)),
        section("Jak jednání skončilo", ending(&folder)?, Vec::new()),
        section("Odůvodnění", reasons::kept(&folder)?.iter().map(reason).collect(), Vec::new()),
    ];
    Ok(Paper::from(Sheet {
        imprint: imprint(visit, folder.db(), folder.service(), 1)?,
        file_stem: "jednani-se-zajemcem",
        title: "Záznam jednání se zájemcem".to_owned(),
        subtitle: None,
        folder_number: Some(folder.number().to_owned()),
        facts: filled(&[("Jméno", &folder.name()), ("Stav ke dni", &format_cs::date(folder.day()))]),
        sections: sections.into_iter().flatten().collect::<Vec<Section>>(),
    }))
}

fn contacts(folder: &Folder) -> Result<Vec<Paragraph>, Failure> {
    let mut said = Vec::new();
    for one in thread::contacts(folder)? {
        said.extend(paragraphs(&format!("{}, {}. {}", one.when(), one.who, one.asked)));
    }
    for one in thread::consultations(folder)?.iter().filter(|one| !one.is_struck_out) {
        let about = format!("Úvodní konzultace {}, {}, {}. {}", one.when(), one.how(), one.who, one.summary);
        said.extend(paragraphs(&about));
    }
    Ok(said)
}

fn request(facts: &NegotiationFacts) -> Vec<Fact> {
    filled(&[("Objednávka", &facts.request), ("Očekávání", &facts.expectation)])
}

fn circumstances(facts: &NegotiationFacts) -> Vec<Fact> {
    filled(&[
        ("Přání", &facts.wish),
        ("Potřeby", &facts.need),
        ("Schopnosti", &facts.ability),
        ("Možnosti", &facts.possibility),
        ("Nezjištěno, protože", &facts.not_found_out_reason),
    ])
}

fn situation(facts: &NegotiationFacts, areas: &str) -> Vec<Fact> {
    let circle = facts.circle().map_or_else(String::new, |circle| circle.cs().into_owned());
    filled(&[
        ("Popis", &facts.situation),
        ("Oblasti", areas),
        ("Příčiny", &facts.causes),
        ("Co hrozí", &facts.threat),
        ("Od kdy", &facts.since),
        ("Okruh osob služby", &circle),
        ("Vysvětlení", &facts.circle_of_persons_reason),
    ])
}

fn inquiries(folder: &Folder) -> Result<Vec<Paragraph>, Failure> {
    let made = thread::inquiries(folder)?;
    let methods = if made.is_empty() { Vec::new() } else { listed(folder, "inquiry_method")? };
    let said = made.iter().map(|one| {
        let how = code_list::labels(&methods, &one.method);
        Paragraph::plain(format!("{}, {how}, {}. {}", one.when(), one.who, one.findings))
    });
    Ok(said.collect())
}

fn counsellings(folder: &Folder) -> Result<Vec<Paragraph>, Failure> {
    let given = thread::counsellings(folder)?;
    Ok(given.iter().map(|one| Paragraph::plain(format!("{}, {}. {}", one.when(), one.who, one.information))).collect())
}

fn told(folder: &Folder) -> Result<Vec<Paragraph>, Failure> {
    Ok(thread::told(folder)?.iter().map(|one| Paragraph::item(format!("{} ({})", one.what(), one.when()))).collect())
}

fn expectations(facts: &NegotiationFacts) -> Vec<Fact> {
    filled(&[("Může", &facts.can_fulfil), ("Nemůže", &facts.cannot_fulfil), ("Probraná řešení", &facts.alternatives)])
}

fn commissions(folder: &Folder) -> Result<Vec<Paragraph>, Failure> {
    let agreed = thread::commissions(folder)?;
    let said = agreed.iter().map(|one| {
        let ended = one.ended().map_or_else(String::new, |ended| format!(", {ended}"));
        Paragraph::plain(format!("„{}“ ({}{ended})", one.words, one.source()))
    });
    Ok(said.collect())
}

fn understanding(facts: &NegotiationFacts, spoken: &str) -> Vec<Fact> {
    let understood = if facts.is_understood { "potvrzeno" } else { "" };
    let decided = facts.applicant_decided_on.map_or_else(String::new, format_cs::date);
    filled(&[
        ("Jak", spoken),
        ("Jazyk", &facts.language),
        ("S pomocí", &facts.helped_by),
        ("Porozumění", understood),
        ("Rozhodnutí zájemce", &facts.applicant_decision),
        ("Rozhodl/a se", &decided),
    ])
}

fn ending(folder: &Folder) -> Result<Vec<Paragraph>, Failure> {
    let mut said = Vec::new();
    if let Some(one) = thread::ending(folder)? {
        let offered = if one.offered_service.is_empty() {
            String::new()
        } else {
            format!(" Doporučili jsme: {}.", one.offered_service)
        };
        said.push(Paragraph::plain(format!("{} {}, {}.{offered}", one.what(), one.when(), one.who)));
    }
    for one in earlier(folder)? {
        let reopened = one.reopened();
        let reopened = if reopened.is_empty() { reopened } else { format!(", {reopened}") };
        said.push(Paragraph::plain(format!("Dříve: {}{reopened}.", one.line())));
    }
    Ok(said)
}

fn reason(one: &Kept) -> Paragraph {
    Paragraph::plain(format!("{} ({})", one.line(), one.source()))
}
