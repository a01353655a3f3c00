//! The texts of help, by topic; what is not listed here does not exist.

use crate::kernel::answer::{Answer, Response};
use crate::kernel::failure::Failure;
use crate::kernel::page::Page;
use crate::kernel::visit::Visit;
use askama::Template;

struct Topic {
    code: &'static str,
    title: &'static str,
    body: &'static str,
}

macro_rules! topics {
    ($($code:literal: $title:literal),* $(,)?) => {
        &[$(Topic { code: $code, title: $title, body: include_str!(concat!($code, ".html")) }),*]
    };
}

const TOPICS: &[Topic] = topics![
    "my_day": "Můj den",
    "first_contacts": "První kontakty",
    "anonymous_contact": "Anonymní kontakt",
    "intro_consultation": "Úvodní konzultace",
    "negotiation": "Jednání se zájemcem",
    "refusal": "Odmítnutí a pořadník",
    "assessment": "Zhodnocení",
    "key_worker": "Klíčový pracovník a předání",
    "informed_consent": "Informovaný souhlas a smlouva",
    "signing_on_screen": "Podpis na obrazovce",
    "consents": "Souhlasy a nesouhlasy",
    "mentor_consultation": "Dotaz peer mentora ve prospěch klienta",
    "sharing": "Sdílení mezi službami",
    "case_management": "Případová spolupráce",
    "meetings": "Porady dvou služeb",
    "documents": "Dokumenty",
    "record": "Zápis",
    "visits": "Návštěvy a individuální plán",
    "plan": "Plán, cíle a hodnocení",
    "closure": "Ukončení spolupráce",
    "readiness": "Připravenost na kritéria kvality",
    "clients": "Klienti a hledání",
    "limited_cooperation": "Omezená spolupráce",
    "who_looked": "Kdo nahlížel",
    "inspection": "Kontrola kvality",
    "settings": "Nastavení služby",
];

#[derive(Template)]
#[template(path = "help/list.html")]
struct List<'v> {
    page: Page<'v>,
    topics: &'static [Topic],
}

pub fn list(visit: &Visit) -> Answer {
    Response::page(&List { page: Page::of(visit), topics: TOPICS })
}

#[derive(Template)]
#[template(path = "help/topic.html")]
struct One<'v> {
    page: Page<'v>,
    topic: &'static Topic,
}

pub fn one(visit: &Visit) -> Answer {
    let code: String = visit.path("topic")?;
    let topic = TOPICS.iter().find(|topic| topic.code == code).ok_or(Failure::Absent)?;
    Response::page(&One { page: Page::of(visit), topic })
}
