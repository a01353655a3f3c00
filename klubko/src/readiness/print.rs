//! The readiness of a folder on paper: every criterion that concerns it and what is missing; of the others the codes.

use super::folder::{found, said, sentence};
use crate::kernel::failure::Failure;
use crate::kernel::folder::Folder;
use crate::kernel::format_cs;
use crate::kernel::visit::Visit;
use crate::settings::imprint;
use paper::{Column, Fact, Paper, Paragraph, Section, Sheet, Table};
use rules::coded::Coded;
use rules::readiness::Readiness;

pub fn print(visit: &Visit) -> Result<Paper, Failure> {
    let folder = Folder::open(visit)?;
    let (_, found) = found(&folder)?;
    let row = |(wording, readiness): &(super::verdicts::Wording, Readiness)| {
        let fundamental = if wording.is_fundamental { " (zásadní)" } else { "" };
        let (state, lacks) = match readiness {
            Readiness::NotConcerned => return None,
            Readiness::Ready => ("splněno", String::new()),
            Readiness::Missing(gaps) => ("chybí", gaps.iter().map(|gap| said(*gap)).collect::<Vec<_>>().join("\n")),
        };
        let code = wording.criterion.code().to_owned();
        Some(vec![code, format!("{}{fundamental}", wording.text), state.to_owned(), lacks])
    };
    let rows: Vec<Vec<String>> = found.iter().filter_map(row).collect();
    let silent = found.iter().filter(|(_, one)| *one == Readiness::NotConcerned);
    let silent: Vec<_> = silent.map(|(one, _)| one.criterion.code()).collect();
    let silent = (!silent.is_empty()).then(|| Paragraph::plain(format!("Netýká se: {}.", silent.join(", "))));
    let columns = vec![
        Column::new("Kritérium", 3),
        Column::new("Co říká", 9),
        Column::new("Stav", 3),
        Column::new("Co chybí", 8),
    ];
    let note = "Porovnává se jen to, co je ve složce zapsané. Jak služba pracuje, posuzuje inspekce kvality.";
    let section = Section {
        heading: Some("Kritéria".to_owned()),
        paragraphs: [Some(Paragraph::plain(sentence(&found))), silent, Some(Paragraph::plain(note))]
            .into_iter()
            .flatten()
            .collect(),
        facts: Vec::new(),
        table: (!rows.is_empty()).then_some(Table { columns, rows }),
    };
    Ok(Paper::from(Sheet {
        imprint: imprint(visit, folder.db(), folder.service(), 1)?,
        file_stem: "pripravenost",
        title: "Připravenost složky".to_owned(),
        subtitle: Some(format!("stav ke dni {}", format_cs::date(folder.day()))),
        folder_number: Some(folder.number().to_owned()),
        facts: vec![Fact::new("Klient", folder.name())],
        sections: vec![section],
    }))
}
