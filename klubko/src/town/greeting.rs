//! What the demo says when it is ready.

use super::people::{PASSWORD, PEOPLE, Person, SERVICES};
use rules::coded::Coded;

fn place(person: &Person) -> &'static str {
    let service = SERVICES.iter().find(|service| Some(service.id) == person.service);
    service.map_or("", |service| service.name)
}

/// One line of JSON: the address and a sign-in for everybody who can sign in.
pub fn sign_ins(url: &str) -> serde_json::Value {
    let sign_in = |person: &Person| {
        serde_json::json!({
            "person": person.name(), "login": person.login(), "password": PASSWORD, "service": place(person),
            "profession": person.profession.map_or_else(|| person.mandate.map_or("", Coded::code), Coded::code),
            "position": person.position.code(),
        })
    };
    let people: Vec<_> = PEOPLE.iter().filter(|person| !person.is_disabled).map(sign_in).collect();
    serde_json::json!({"url": url, "sign_ins": people})
}

/// The same for people.
pub fn greeting(url: &str) -> String {
    let line = |person: &Person| format!("  {:<12} {:<24} {}", person.login(), person.name(), place(person));
    let people: Vec<_> = PEOPLE.iter().filter(|person| !person.is_disabled).map(line).collect();
    format!("Klubko – ukázka: {url}\nHeslo pro všechny: {PASSWORD}\n{}", people.join("\n"))
}
