//! The journal of the house for the data protection officer: who did what when, persons by pseudonyms. No content, no
//! text of an entry, no words that somebody searched for. Reading it is an entry too.

use super::{asked, escaped, neighbours};
use crate::journal::store::{self, Line};
use crate::kernel::answer::{Answer, Response};
use crate::kernel::format_cs;
use crate::kernel::house::House;
use crate::kernel::messages_cs::InCzech;
use crate::kernel::messages_cs::act as words;
use crate::kernel::page::Page;
use crate::kernel::visit::Visit;
use askama::Template;
use rules::access::Act;
use rules::coded::Coded;

#[derive(Template)]
#[template(path = "journal/house.html")]
struct Journal<'v> {
    page: Page<'v>,
    rows: Vec<Row>,
    acts: Vec<(&'static str, String, bool)>,
    decisions: Vec<(&'static str, &'static str, bool)>,
    day: String,
    flaw: Option<String>,
    newer: String,
    older: String,
}

pub struct Row {
    number: i64,
    when: String,
    who: String,
    what: String,
    decision: &'static str,
    is_denied: bool,
    why: String,
    whose: String,
}

const DECISIONS: [&str; 5] = ["granted", "denied", "done", "searched", "erased"];

/// The newest entries of the house.
pub fn page(visit: &Visit) -> Answer {
    let house = House::open(visit)?;
    let asked = asked(visit, house.today());
    let act = visit.query("act").and_then(Act::from_code).map_or("", Coded::code);
    let decision = visit.query("decision").unwrap_or_default();
    let decision = DECISIONS.iter().copied().find(|known| *known == decision).unwrap_or_default();
    let mut lines = store::lines(&house, &asked.part, act, decision)?;
    let address = format!("/journal?act={act}&decision={decision}&day={}", escaped(&asked.day));
    let (newer, older) = neighbours(&mut lines, &asked.part, |line| line.seq, &address);
    Response::page(&Journal {
        page: Page::of(visit),
        rows: lines.into_iter().map(row).collect(),
        acts: Act::ALL.iter().map(|one| (one.code(), one.cs().into_owned(), one.code() == act)).collect(),
        decisions: DECISIONS.iter().map(|code| (*code, words::decision(code), *code == decision)).collect(),
        day: asked.day,
        flaw: asked.flaw,
        newer,
        older,
    })
}

fn row(line: Line) -> Row {
    let what = Act::from_code(&line.act).map_or_else(|| line.act.clone(), |act| act.cs().into_owned());
    let whose = match (line.person, line.concerns.as_str()) {
        (Some(person), _) => format!("osoba {}", person.simple().to_string().get(..8).unwrap_or_default()),
        (None, "service") => "služba".to_owned(),
        (None, "meeting") => "porada".to_owned(),
        (None, "house") => "celá organizace".to_owned(),
        (None, _) => "účet".to_owned(),
    };
    Row {
        number: line.seq,
        when: format_cs::weekday_moment(line.at),
        who: line.worker.unwrap_or_else(|| "nikdo přihlášený".to_owned()),
        what,
        decision: words::decision(&line.decision),
        is_denied: line.decision == "denied",
        why: words::ground(&line.ground).into_owned(),
        whose,
    }
}
