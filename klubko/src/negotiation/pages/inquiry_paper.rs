//! `inquiries/{inquiry}/record.pdf`: one social inquiry on paper.

use super::{listed, paper_parts as parts};
use crate::folders;
use crate::kernel::code_list;
use crate::kernel::failure::Failure;
use crate::kernel::folder::Folder;
use crate::kernel::format_cs;
use crate::kernel::visit::Visit;
use crate::negotiation::store::thread;
use crate::settings::imprint;
use paper::{Paper, Section, Sheet};
use uuid::Uuid;

pub fn print(visit: &Visit) -> Result<Paper, Failure> {
    let folder = Folder::open(visit)?;
    let id: Uuid = visit.path("inquiry")?;
    let one = thread::inquiries(&folder)?.into_iter().find(|one| one.id == id).ok_or(Failure::Absent)?;
    let how = code_list::labels(&listed(&folder, "inquiry_method")?, &one.method);
    let recorded = format!("{}, {}", format_cs::moment(one.recorded_at), one.who);
    let facts = parts::filled(&[
        ("Jméno", &folder.name()),
        ("Kdy", &one.when()),
        ("Jak", &how),
        ("Místo", &one.place),
        ("Přítomni", &one.persons_present),
        ("Zapsáno", &recorded),
        ("Vysvětleno", &folders::explained(&folder)?),
    ]);
    let sections: [Option<Section>; 2] = [
        parts::section("Co jsme zjistili", parts::paragraphs(&one.findings), Vec::new()),
        parts::section("Z čeho vycházíme", parts::paragraphs(&one.sources), Vec::new()),
    ];
    Ok(Paper::from(Sheet {
        imprint: imprint(visit, folder.db(), folder.service(), 1)?,
        file_stem: "socialni-setreni",
        title: "Záznam ze sociálního šetření".to_owned(),
        subtitle: None,
        folder_number: Some(folder.number().to_owned()),
        facts,
        sections: sections.into_iter().flatten().collect(),
    }))
}
