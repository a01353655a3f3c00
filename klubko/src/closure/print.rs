//! The end of the cooperation on paper.

use super::closed::{author, classes, facts};
use super::store;
use crate::folders;
use crate::kernel::failure::Failure;
use crate::kernel::folder::Folder;
use crate::kernel::visit::Visit;
use crate::settings::imprint;
use paper::{Fact, Paper, Sheet};

pub fn print(visit: &Visit) -> Result<Paper, Failure> {
    let folder = Folder::open(visit)?;
    let one = store::all(&folder)?.into_iter().next().ok_or(Failure::Absent)?;
    let said = facts(&one, &classes(&folder)?).into_iter().map(|(label, text)| Fact::new(label, text));
    let explained = if one.explained.is_empty() { folders::explained(&folder)? } else { String::new() };
    let explained = (!explained.is_empty()).then(|| Fact::new("Vysvětleno", explained));
    let written = Fact::new("Znění", author(&one));
    Ok(Paper::from(Sheet {
        imprint: imprint(visit, folder.db(), folder.service(), 1)?,
        file_stem: "ukonceni-spoluprace",
        title: "Ukončení spolupráce".to_owned(),
        subtitle: None,
        folder_number: Some(folder.number().to_owned()),
        facts: std::iter::once(Fact::new("Klient", folder.name()))
            .chain(said)
            .chain(explained)
            .chain([written])
            .collect(),
        sections: Vec::new(),
    }))
}
