//! The papers of a negotiation in plain words and large type: a consultation, an inquiry, the whole of it.

use super::paper_parts::paragraphs;
use crate::folders::{Plain, items, led, plain_paper, quoted, sentences};
use crate::kernel::clock;
use crate::kernel::failure::Failure;
use crate::kernel::folder::Folder;
use crate::kernel::visit::Visit;
use crate::negotiation::store::facts::facts;
use crate::negotiation::store::thread;
use paper::{Paper, Paragraph};
use uuid::Uuid;

const CORRECT_US: &str = "Není něco pravda? Řekněte nám to. Opravíme to.";

pub fn consultation(visit: &Visit) -> Result<Paper, Failure> {
    let folder = Folder::open(visit)?;
    let id: Uuid = visit.path("consultation")?;
    let held = thread::consultations(&folder)?.into_iter().find(|one| one.id == id).ok_or(Failure::Absent)?;
    let struck = if held.is_struck_out { sentences(&["Tento zápis jsme přeškrtli. Neplatí."]) } else { Vec::new() };
    let day = clock::day_of(held.starts_at);
    let told = thread::told(&folder)?.into_iter().filter(|one| one.given_on == day);
    let agreed = held.voiced_at.map_or_else(Vec::new, |_| {
        sentences(&[
            "Souhlasil/a jste, že si o Vás píšeme to, co k pomoci potřebujeme.",
            "Souhlas můžete kdykoli vzít zpět. Stačí nám to říct.",
        ])
    });
    let next = [led("Pomůže Vám", &held.proposed_specialist), led("Znovu se Vám ozveme", &held.follow_up())];
    let plain = Plain {
        file_stem: "uvodni-konzultace",
        title: "O čem jsme spolu mluvili",
        facts: vec![("Kdy", held.when()), ("S kým", held.who.clone())],
        parts: vec![
            ("Pozor", struck),
            ("Co se děje", paragraphs(&held.summary)),
            ("Co jsme udělali", paragraphs(&held.intervention)),
            ("Co dělat, když bude hůř", paragraphs(&held.safety_plan)),
            ("Co jsme Vám o službě řekli", told.map(|one| Paragraph::item(one.what())).collect()),
            ("Co bude dál", next.into_iter().flatten().collect()),
            ("Vaše údaje", agreed),
            ("", sentences(&[CORRECT_US])),
        ],
        explained: String::new(),
    };
    plain_paper(visit, &folder, plain)
}

pub fn inquiry(visit: &Visit) -> Result<Paper, Failure> {
    let folder = Folder::open(visit)?;
    let id: Uuid = visit.path("inquiry")?;
    let one = thread::inquiries(&folder)?.into_iter().find(|one| one.id == id).ok_or(Failure::Absent)?;
    let plain = Plain {
        file_stem: "socialni-setreni",
        title: "Co jsme spolu zjistili",
        facts: vec![
            ("Kdy", one.when()),
            ("Kde", one.place.clone()),
            ("Kdo přišel", one.who.clone()),
            ("Kdo u toho byl", one.persons_present.clone()),
        ],
        parts: vec![
            ("Co jsme zjistili", paragraphs(&one.findings)),
            ("Odkud to víme", paragraphs(&one.sources)),
            ("", sentences(&[CORRECT_US])),
        ],
        explained: String::new(),
    };
    plain_paper(visit, &folder, plain)
}

pub fn negotiation(visit: &Visit) -> Result<Paper, Failure> {
    let folder = Folder::open(visit)?;
    let facts = facts(&folder)?;
    let advised = thread::counsellings(&folder)?;
    let ended = thread::ending(&folder)?;
    let offered = ended.as_ref().and_then(|one| led("Doporučili jsme Vám", &one.offered_service));
    let said = ended.as_ref().map(|one| Paragraph::plain(one.what()));
    let four = [
        led("Co si přejete:", &facts.wish),
        led("Co potřebujete:", &facts.need),
        led("Co zvládnete:", &facts.ability),
        led("O co se můžete opřít:", &facts.possibility),
    ];
    let plain = Plain {
        file_stem: "jednani-se-zajemcem",
        title: "Jak jsme se domlouvali",
        facts: Vec::new(),
        parts: vec![
            (
                "S čím přicházíte",
                [facts.request.as_str(), &facts.expectation].into_iter().flat_map(paragraphs).collect(),
            ),
            ("Přání, potřeby a možnosti", four.into_iter().flatten().collect()),
            ("Co se děje", [facts.situation.as_str(), &facts.threat].into_iter().flat_map(paragraphs).collect()),
            ("Co jsme Vám poradili", advised.iter().flat_map(|one| paragraphs(&one.information)).collect()),
            ("S čím pomůžeme", items(&facts.can_fulfil)),
            ("Co udělat nemůžeme", items(&facts.cannot_fulfil)),
            ("Na čem jsme se dohodli", quoted(&facts.commission_words)),
            ("Jak to dopadlo", said.into_iter().chain(offered).collect()),
            ("", sentences(&[CORRECT_US])),
        ],
        explained: String::new(),
    };
    plain_paper(visit, &folder, plain)
}
