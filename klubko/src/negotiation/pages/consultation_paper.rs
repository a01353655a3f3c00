//! `consultations/{consultation}/record.pdf`: the record of one introductory consultation as it stands in the folder
//! (R-022 … R-025), for the person, for the specialist it was booked to, for an inspection. What was not written is left
//! out with its heading.

use super::listed;
use super::paper_parts::{filled, paragraphs, section};
use crate::folders;
use crate::kernel::clock;
use crate::kernel::code_list;
use crate::kernel::failure::Failure;
use crate::kernel::folder::Folder;
use crate::kernel::format_cs;
use crate::kernel::reasons::{self, Kept};
use crate::kernel::visit::Visit;
use crate::negotiation::store::thread::{self, Consultation, Told};
use crate::negotiation::store::written::{Written, written};
use crate::settings::imprint;
use paper::{Fact, Paper, Paragraph, Sheet};
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
    let reasons: Vec<Kept> = reasons::kept(&folder)?.into_iter().filter(|one| one.object_id == id).collect();
    let sections = [
        section("Přeškrtnutý záznam", strike(&written), Vec::new()),
        section("Situace", paragraphs(&held.summary), Vec::new()),
        section("Krizová intervence", Vec::new(), crisis(&held, &threat)),
        section("Co se zájemce dozvěděl o službě", told(&thread::told(&folder)?, held.starts_at), Vec::new()),
        section("Další postup", Vec::new(), filled(&[("Doporučený odborník", &held.proposed_specialist)])),
        section("Ústní souhlas se zpracováním údajů", wording(&held, &written), consent(&held, &written)),
        section("Odůvodnění", reasons.iter().map(reason).collect(), Vec::new()),
    ];
    Ok(Paper::from(Sheet {
        imprint: imprint(visit, folder.db(), folder.service(), 1)?,
        file_stem: "uvodni-konzultace",
        title: "Záznam z úvodní konzultace".to_owned(),
        subtitle: held.crisis.map(|_| "s krizovou intervencí".to_owned()),
        folder_number: Some(folder.number().to_owned()),
        facts: facts((&folder.name(), &folders::explained(&folder)?), &held, &written),
        sections: sections.into_iter().flatten().collect(),
    }))
}

fn facts((name, explained): (&str, &str), held: &Consultation, written: &Written) -> Vec<Fact> {
    let (day, from) = (clock::day_of(held.starts_at), clock::civil(held.starts_at).time());
    let until = clock::civil(held.starts_at + held.minutes * 60_000).time();
    let length = if held.minutes > 0 { format!("–{}", format_cs::time(until)) } else { String::new() };
    let when = format!("{} {}{length}", format_cs::weekday_date(day), format_cs::time(from));
    let recorded = format!("{}, {}", format_cs::moment(written.recorded_at), written.recorded_by);
    filled(&[
        ("Jméno", name),
        ("Kdy", &when),
        ("Jak", &held.how()),
        ("Pracovník", &held.who),
        ("Zapsáno", &recorded),
        ("Důvod zpracování", &held.ground()),
        ("Vysvětleno", explained),
    ])
}

/// Whoever reads a record that does not hold must see it first.
fn strike(written: &Written) -> Vec<Paragraph> {
    let Some(at) = written.struck_at else { return Vec::new() };
    let (when, by, why) = (format_cs::moment(at), &written.struck_by, &written.struck_why);
    paragraphs(&format!("Záznam neplatí. Přeškrtnut {when}, {by}. Důvod: {why}"))
}

fn crisis(held: &Consultation, threat: &str) -> Vec<Fact> {
    filled(&[
        ("Ohrožení", threat),
        ("Co jsme udělali", &held.intervention),
        ("Bezpečnostní plán", &held.safety_plan),
        ("Znovu se ozveme", &held.follow_up()),
        ("Zbývá doplnit", &held.to_complete()),
    ])
}

/// What was told on that day; other talks tell the rest.
fn told(all: &[Told], held_at: i64) -> Vec<Paragraph> {
    let of_day = all.iter().filter(|one| one.given_on == clock::day_of(held_at));
    of_day.map(|one| Paragraph::item(one.what())).collect()
}

/// what was read aloud, word for word.
fn wording(held: &Consultation, written: &Written) -> Vec<Paragraph> {
    let is_voiced = held.voiced_at.is_some() && !written.wording.is_empty();
    if is_voiced { paragraphs(&format!("„{}“", written.wording)) } else { Vec::new() }
}

/// When it was voiced, on which line, who heard it and how far it goes.
fn consent(held: &Consultation, written: &Written) -> Vec<Fact> {
    let Some(at) = held.voiced_at else { return Vec::new() };
    filled(&[
        ("Zazněl", &format_cs::weekday_moment(at)),
        ("Slyšel/a", &written.heard_by),
        ("Telefon nebo linka", &written.line),
        ("Čeho se týká", &written.scope),
    ])
}

fn reason(one: &Kept) -> Paragraph {
    let about = if one.rule == Rule::R023.code() { "Proč se konzultace nekonala dřív: " } else { "" };
    Paragraph::plain(format!("{about}{} ({})", one.reason, one.source()))
}
