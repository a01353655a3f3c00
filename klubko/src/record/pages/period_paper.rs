//! `timeline.pdf`: „Časová osa případu“ of a period on paper, with headings only or with what was written.

use super::period::{BACKWARDS, Line, Period, asked, lines};
use crate::kernel::clock;
use crate::kernel::failure::Failure;
use crate::kernel::folder::Folder;
use crate::kernel::format_cs;
use crate::kernel::messages_cs::InCzech;
use crate::kernel::visit::Visit;
use crate::settings::imprint;
use crate::ties;
use paper::{Column, Fact, Paper, Paragraph, Section, Sheet, Table};

pub fn print(visit: &Visit) -> Result<Paper, Failure> {
    let folder = Folder::open(visit)?;
    let day = |name, otherwise| {
        asked(visit, name, otherwise)
            .map_err(|flaw| Failure::refused(format!("{}. Vraťte se a opravte období.", flaw.cs())))
    };
    let period = Period { from: day("from", folder.opened_on())?, until: day("until", folder.day())? };
    if period.until < period.from {
        return Err(Failure::refused(format!("{BACKWARDS}.")));
    }
    let with_texts = visit.query("texts") == Some("yes");
    let lines = lines(&folder, period, with_texts)?;
    let imprint = imprint(visit, folder.db(), folder.service(), 1)?;
    let key_worker = ties::key_worker(&folder)?.map_or_else(|| "zatím není určen".to_owned(), |one| one.name);
    let facts = vec![
        Fact::new("Klient", folder.name()),
        Fact::new("Služba", &imprint.service),
        Fact::new("Klíčový pracovník", key_worker),
        Fact::new("Období", format!("od {} do {}", format_cs::date(period.from), format_cs::date(period.until))),
        Fact::new("Obsah", if with_texts { "co se stalo, i se zápisy" } else { "co se stalo, bez textu zápisů" }),
    ];
    Ok(Paper::from(Sheet {
        imprint,
        file_stem: "casova-osa",
        title: "Časová osa případu".to_owned(),
        subtitle: None,
        folder_number: Some(folder.number().to_owned()),
        facts,
        sections: months(&lines),
    }))
}

/// One table for each month in which something happened.
fn months(lines: &[Line]) -> Vec<Section> {
    if lines.is_empty() {
        let nothing = vec![Paragraph::plain("V tomto období není nic zapsáno.")];
        return vec![Section { paragraphs: nothing, ..Section::default() }];
    }
    let month = |line: &Line| clock::day_of(line.at).first_of_month();
    let of_month = |all: &[Line]| Section {
        heading: all.first().map(|line| format_cs::month(month(line))),
        table: Some(table(all)),
        ..Section::default()
    };
    lines.chunk_by(|one, other| month(one) == month(other)).map(of_month).collect()
}

fn table(lines: &[Line]) -> Table {
    let columns = vec![Column::new("Kdy", 4), Column::new("Co", 10), Column::new("Kdo", 4)];
    let row = |line: &Line| {
        let said = std::iter::once(line.what.clone()).chain(line.text.iter().cloned()).collect::<Vec<_>>().join("\n\n");
        vec![line.when.clone(), said, line.who.clone()]
    };
    Table { columns, rows: lines.iter().map(row).collect() }
}
