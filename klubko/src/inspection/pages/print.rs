//! `/folders/{folder}/inspection.pdf`: what an inspection may see of a folder, on paper, with a watermark on every page.
//! The inspector takes it from what he reads; the key worker or the head may prepare it for him.

use crate::kernel::clock;
use crate::kernel::failure::Failure;
use crate::kernel::folder::Folder;
use crate::kernel::format_cs;
use crate::kernel::messages_cs::InCzech;
use crate::kernel::visit::Visit;
use crate::record::WrittenRecord;
use crate::settings::imprint;
use crate::{agreement, assessment, consent, folders, negotiation, plan, record, ties};
use jiff::civil::Date;
use paper::{Fact, InspectionPrint, Paper, Paragraph, Section, Sheet};

pub fn print(visit: &Visit) -> Result<Paper, Failure> {
    let folder = Folder::open(visit)?;
    let imprint = imprint(visit, folder.db(), folder.service(), 1)?;
    let (name, day) = (visit.viewer()?.name(), format_cs::date(folder.today()));
    let goals = plan::goals_in_words(&folder)?.into_iter().map(Paragraph::item).collect();
    let sections = [
        section("Jednání", Vec::new(), negotiated(&folder)?),
        section("Zhodnocení", assessed(&folder)?, Vec::new()),
        section("Cíle plánu", goals, Vec::new()),
        section("Kdo pomáhá", team(&folder)?, Vec::new()),
        section("Zápisy", record::all(&folder)?.iter().flat_map(written).collect(), Vec::new()),
    ];
    let sheet = Sheet {
        facts: facts(&folder, &imprint.service)?,
        imprint,
        file_stem: "kontrolni-vypis",
        title: "Kontrolní výpis ze složky".to_owned(),
        subtitle: Some(format!("stav ke dni {}", format_cs::date(folder.day()))),
        folder_number: Some(folder.number().to_owned()),
        sections: sections.into_iter().flatten().collect(),
    };
    Ok(Paper::from(InspectionPrint { sheet, watermark: format!("KONTROLA – {name}, {day}") }))
}

/// What was written, with its label.
fn filled(facts: &[(&str, &str)]) -> Vec<Fact> {
    let written = facts.iter().filter(|(_, value)| !value.trim().is_empty());
    written.map(|(label, value)| Fact::new(*label, *value)).collect()
}

/// A part with nothing in it is no part.
fn section(heading: &str, paragraphs: Vec<Paragraph>, facts: Vec<Fact>) -> Option<Section> {
    let is_empty = paragraphs.is_empty() && facts.is_empty();
    (!is_empty).then(|| Section { heading: Some(heading.to_owned()), paragraphs, facts, table: None })
}

fn facts(folder: &Folder, service: &str) -> Result<Vec<Fact>, Failure> {
    let known = folders::known(folder)?;
    let (_, consent) = consent::standing(folder)?.badge(folder.sex());
    let signed = agreement::current(folder)?;
    let signed = signed.map(|one| format!("podepsána {}, platí od {}", date(one.signed_on), date(one.valid_from)));
    let plan = agreement::plan_form(folder)?.map(|form| form.cs().into_owned()).unwrap_or_default();
    Ok(filled(&[
        ("Klient", &folder.name()),
        ("Služba", service),
        ("Složka založena", &date(folder.opened_on())),
        ("Stav", &known.status.cs()),
        ("Klíčový pracovník", &ties::key_worker(folder)?.map(|one| one.name).unwrap_or_default()),
        ("Souhlas se zpracováním", &consent),
        ("Smlouva", &signed.unwrap_or_default()),
        ("Plánování", &plan),
    ]))
}

fn date(day: Date) -> String {
    format_cs::date(day)
}

fn negotiated(folder: &Folder) -> Result<Vec<Fact>, Failure> {
    let facts = negotiation::facts(folder)?;
    Ok(filled(&[
        ("Požadavek", &facts.request),
        ("Očekávání", &facts.expectation),
        ("Potřeba", &facts.need),
        ("Přání", &facts.wish),
        ("Co zvládne", &facts.ability),
        ("Jaké má možnosti", &facts.possibility),
        ("Situace", &facts.situation),
        ("Zakázka", &facts.commission_words),
    ]))
}

fn assessed(folder: &Folder) -> Result<Vec<Paragraph>, Failure> {
    let one = |it: &assessment::Assessment| {
        let late = it.late_reason.as_ref().map(|why| format!("Po lhůtě: {why}"));
        let texts = [Some(it.development.clone()), Some(it.risks.clone()), Some(it.recommended_forms.clone()), late];
        let texts = texts.into_iter().flatten().filter(|text| !text.trim().is_empty()).map(Paragraph::plain);
        std::iter::once(Paragraph::heading(date(it.held_on))).chain(texts).collect::<Vec<_>>()
    };
    Ok(assessment::assessments(folder)?.iter().flat_map(one).collect())
}

fn team(folder: &Folder) -> Result<Vec<Paragraph>, Failure> {
    let at = |moment: i64| date(clock::day_of(moment));
    let held = ties::line(folder)?.into_iter().map(|one| {
        let until = one.until_at.map(|until| format!(" do {}", at(until))).unwrap_or_default();
        Paragraph::item(format!("{}, klíčový pracovník od {}{until}", one.name(), at(one.from_at)))
    });
    let invited = ties::assignments(folder)?.into_iter().map(|one| {
        let part = if one.as_mentor { "peer mentor" } else { "přizvaný pracovník" };
        let until = one.until_day.map(|until| format!(" do {}", date(until))).unwrap_or_default();
        Paragraph::item(format!("{}, {part} od {}{until}", one.name(), date(one.from_day)))
    });
    Ok(held.chain(invited).collect())
}

/// When, what and by whom, then every field that was written.
fn written(one: &WrittenRecord) -> Vec<Paragraph> {
    let when = format_cs::weekday_moment(one.starts_at);
    let length = if one.minutes > 0 { format!(", {}", format_cs::minutes(one.minutes)) } else { String::new() };
    let heading = format!("{when}, {}, {}{length}, {}", one.kind.cs(), one.form.cs(), one.author);
    let text = one.text();
    let fields = text.fields().into_iter().filter(|(_, words)| !words.trim().is_empty());
    let fields = fields.map(|(field, words)| format!("{}: {words}", field.heading()));
    let struck = one.struck_reason.as_ref().map(|why| format!("Přeškrtnuto, neplatí. Důvod: {why}"));
    let goal = one.goal.as_ref().map(|goal| format!("Cíl plánu: {goal}"));
    let step = one.step.as_ref().map(|step| format!("Krok plánu: {step}"));
    let others = [struck, goal, step, one.told.clone(), one.crisis.clone()].into_iter().flatten();
    let texts = others.chain(fields).filter(|text| !text.trim().is_empty()).map(Paragraph::plain);
    std::iter::once(Paragraph::heading(heading)).chain(texts).collect()
}
