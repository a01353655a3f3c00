//! One evaluation on paper: what each goal came to, what the client says, what the worker says, the conclusion.

use super::evaluated::{author, facts, find};
use super::store::evaluations::{self, GoalOutcome};
use crate::folders;
use crate::kernel::failure::Failure;
use crate::kernel::folder::Folder;
use crate::kernel::messages_cs::InCzech;
use crate::kernel::reasons::{self, Kept};
use crate::kernel::visit::Visit;
use crate::settings::imprint;
use paper::{Column, Fact, Paper, Paragraph, Section, Sheet, Table};

pub fn print(visit: &Visit) -> Result<Paper, Failure> {
    let folder = Folder::open(visit)?;
    let one = find(&folder, visit.path("evaluation")?)?;
    let outcomes = evaluations::results(&folder, &one)?;
    let row = |one: GoalOutcome| vec![one.goal, one.success_indicator, one.result.cs().into_owned(), one.note];
    let columns = vec![
        Column::new("Cíl", 5),
        Column::new("Jak jsme to měli poznat", 5),
        Column::new("Výsledek", 3),
        Column::new("Co se podařilo a co ne", 5),
    ];
    let goals = (!outcomes.is_empty()).then(|| Section {
        heading: Some("Jak dopadly cíle".to_owned()),
        table: Some(Table { columns, rows: outcomes.into_iter().map(row).collect() }),
        ..Section::default()
    });
    let section = |heading: &str, paragraphs: Vec<Paragraph>| {
        (!paragraphs.is_empty()).then(|| Section {
            heading: Some(heading.to_owned()),
            paragraphs,
            ..Section::default()
        })
    };
    let commission = one.commission.iter().map(|words| Paragraph::plain(format!("„{words}“"))).collect();
    let reasons = Kept::about(&reasons::kept(&folder)?, one.id).into_iter().map(Paragraph::plain).collect();
    let mut facts: Vec<Fact> = facts(&one).into_iter().map(|(label, text)| Fact::new(label, text)).collect();
    facts.insert(0, Fact::new("Klient", folder.name()));
    let explained = if one.explained.is_empty() { folders::explained(&folder)? } else { String::new() };
    if !explained.is_empty() {
        facts.push(Fact::new("Vysvětleno", explained));
    }
    facts.push(Fact::new("Znění", author(&one)));
    Ok(Paper::from(Sheet {
        imprint: imprint(visit, folder.db(), folder.service(), 1)?,
        file_stem: "hodnoceni",
        title: "Hodnocení spolupráce".to_owned(),
        subtitle: None,
        folder_number: Some(folder.number().to_owned()),
        facts,
        sections: [goals, section("Nová zakázka", commission), section("Odůvodnění", reasons)]
            .into_iter()
            .flatten()
            .collect(),
    }))
}
