//! `consultations/{consultation}/record.pdf`: the record of one introductory consultation as it stands in the folder
//! (R-022 … R-025), for the person, for the specialist it was booked to, for an inspection. What was not written is left
//! out with its heading.

use super::listed;
use crate::kernel::clock;
use crate::kernel::code_list;
use crate::kernel::failure::Failure;
use crate::kernel::folder::Folder;
use crate::kernel::format_cs;
use crate::kernel::visit::Visit;
use crate::negotiation::store::thread::{self, Consultation, Reason, Told};
use crate::negotiation::store::written::{Written, written};
use crate::settings::imprint;
use paper::{Fact, Paper, Paragraph, Section, Sheet};
use rules::coded::Coded;
use rules::rule::Rule;
use uuid::Uuid;

pub fn print(visit: &Visit) -> Result<Paper, Failure> {
    let folder = Folder::open(visit)?;
    let id: Uuid = visit.path("consultation")?;
    let held = thread::consultations(&folder)?.into_iter().find(|one| one.id == id).ok_or(Failure::Absent)?;
    let written = written(&folder, id)?;
    let threats = if held.crisis.is_some() { listed(&folder, "threat")? } else { Vec::new() };
    let threat = code_list::labels(&threats, &held.threat);
    let reasons: Vec<Reason> = thread::reasons(&folder)?.into_iter().filter(|one| one.object_id == id).collect();
    let sections = [
        strike(&written),
        section("Situace", paragraphs(&held.summary)),
        section("Krizová intervence", crisis(&held, &threat)),
        section("Co se zájemce dozvěděl o službě", told(&thread::told(&folder)?, held.starts_at)),
        section("Další postup", next(&held)),
        section("Ústní souhlas se zpracováním údajů", consent(&held, &written)),
        section("Odůvodnění", reasons.iter().map(reason).collect()),
    ];
    Ok(Paper::from(Sheet {
        imprint: imprint(visit, folder.db(), folder.service(), 1)?,
        file_stem: "uvodni-konzultace",
        title: "Záznam z úvodní konzultace".to_owned(),
        subtitle: held.crisis.map(|_| "s krizovou intervencí".to_owned()),
        folder_number: Some(folder.number().to_owned()),
        facts: facts(&folder.name(), &held, &written),
        sections: sections.into_iter().flatten().collect(),
    }))
}

fn facts(name: &str, held: &Consultation, written: &Written) -> Vec<Fact> {
    let (day, from) = (clock::day_of(held.starts_at), clock::civil(held.starts_at).time());
    let until = clock::civil(held.starts_at + held.minutes * 60_000).time();
    let length = if held.minutes > 0 { format!("–{}", format_cs::time(until)) } else { String::new() };
    let when = format!("{} {}{length}", format_cs::weekday_date(day), format_cs::time(from));
    let recorded = format!("{}, {}", format_cs::moment(written.recorded_at), written.recorded_by);
    let facts = [
        ("Jméno", name.to_owned()),
        ("Kdy", when),
        ("Jak", held.how()),
        ("Pracovník", held.who.clone()),
        ("Zapsáno", recorded),
        ("Důvod zpracování", held.ground()),
    ];
    facts.into_iter().filter(|(_, value)| !value.is_empty()).map(|(label, value)| Fact::new(label, value)).collect()
}

/// A part with nothing in it is no part.
fn section(heading: &str, paragraphs: Vec<Paragraph>) -> Option<Section> {
    let filled = !paragraphs.is_empty();
    filled.then(|| Section { heading: Some(heading.to_owned()), paragraphs, table: None })
}

fn paragraphs(text: &str) -> Vec<Paragraph> {
    if text.trim().is_empty() { Vec::new() } else { vec![Paragraph::plain(text)] }
}

/// „Bezpečnostní plán: …“, for what was written.
fn labelled(parts: &[(&str, &str)]) -> Vec<Paragraph> {
    let written = parts.iter().filter(|(_, text)| !text.trim().is_empty());
    written.map(|(label, text)| Paragraph::plain(format!("{label}: {text}"))).collect()
}

/// Whoever reads a record that does not hold must see it first.
fn strike(written: &Written) -> Option<Section> {
    let at = written.struck_at?;
    let (when, by, why) = (format_cs::moment(at), &written.struck_by, &written.struck_why);
    let said = format!("Záznam neplatí. Přeškrtnut {when}, {by}. Důvod: {why}");
    section("Přeškrtnutý záznam", vec![Paragraph::plain(said)])
}

fn crisis(held: &Consultation, threat: &str) -> Vec<Paragraph> {
    let to_complete = held.to_complete();
    labelled(&[
        ("Čím je člověk ohrožen", threat),
        ("Co jsme udělali", &held.intervention),
        ("Bezpečnostní plán", &held.safety_plan),
        ("Znovu se ozveme", &held.follow_up()),
        ("Zbývá doplnit", &to_complete),
    ])
}

/// What was told on that day; other talks tell the rest.
fn told(all: &[Told], held_at: i64) -> Vec<Paragraph> {
    let of_day = all.iter().filter(|one| one.given_on == clock::day_of(held_at));
    of_day.map(|one| Paragraph::item(one.what())).collect()
}

fn next(held: &Consultation) -> Vec<Paragraph> {
    labelled(&[("Doporučený odborník", &held.proposed_specialist)])
}

/// what was read aloud, when, on which line, who heard it, and how far it goes.
fn consent(held: &Consultation, written: &Written) -> Vec<Paragraph> {
    let Some(at) = held.voiced_at.filter(|_| !written.wording.is_empty()) else { return Vec::new() };
    let mut said = vec![Paragraph::plain(format!("„{}“", written.wording))];
    said.extend(labelled(&[
        ("Zazněl", &format_cs::weekday_moment(at)),
        ("Slyšel/a", &written.heard_by),
        ("Telefon nebo linka", &written.line),
        ("Čeho se týká", &written.scope),
    ]));
    said
}

fn reason(one: &Reason) -> Paragraph {
    let about = if one.rule == Rule::R023.code() { "Proč se konzultace nekonala dřív: " } else { "" };
    Paragraph::plain(format!("{about}{} ({})", one.reason, one.source()))
}
