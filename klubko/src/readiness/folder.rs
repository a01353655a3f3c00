//! `/folders/{folder}/readiness`: what is missing first, each with the way to its field; then what is there, then what this
//! folder is not asked about.

use super::places::address;
use super::store::facts::{self, Row};
use super::verdicts::{self, Wording, counted};
use crate::folders::{self, FolderHead};
use crate::kernel::answer::{Answer, Response};
use crate::kernel::failure::Failure;
use crate::kernel::folder::Folder;
use crate::kernel::messages_cs::InCzech;
use crate::kernel::page::Page;
use crate::kernel::settings;
use crate::kernel::visit::Visit;
use askama::Template;
use rules::access::Act;
use rules::coded::Coded;
use rules::readiness::{Gap, Readiness};

/// A criterion ready to print; what is missing, each with the address of its field.
struct Line {
    code: &'static str,
    text: String,
    is_fundamental: bool,
    gaps: Vec<(String, String)>,
}

#[derive(Template)]
#[template(path = "readiness/folder.html")]
struct ReadinessPage<'v> {
    page: Page<'v>,
    folder: FolderHead,
    sentence: String,
    missing: Vec<Line>,
    ready: Vec<Line>,
    silent: Vec<Line>,
    print: String,
}

/// The row of the folder and every criterion in use with what came out of it.
pub(super) fn found(folder: &Folder) -> Result<(Row, Vec<(Wording, Readiness)>), Failure> {
    let row = facts::of_folder(folder)?;
    let criteria = verdicts::in_use(folder.db(), folder.day())?;
    let months = settings::of(folder.db(), folder.service(), folder.day())?.review_months;
    let found = verdicts::of(&row, &criteria, months, folder.day());
    Ok((row, found))
}

/// Message 160: „Připravenost složky: 12 z 15 kritérií. Chybí: 4c, 5a.“
pub(super) fn sentence(found: &[(Wording, Readiness)]) -> String {
    let (ready, concerned) = counted(found);
    if concerned == 0 {
        return "Zatím se složky žádné kritérium netýká. První přijdou s úvodní konzultací.".to_owned();
    }
    let criteria = if concerned == 1 { "kritéria" } else { "kritérií" };
    let lacking = found.iter().filter(|(_, one)| matches!(one, Readiness::Missing(_)));
    let lacking: Vec<_> = lacking.map(|(one, _)| one.criterion.code()).collect();
    let missing =
        if lacking.is_empty() { "Nic nechybí.".to_owned() } else { format!("Chybí: {}.", lacking.join(", ")) };
    format!("Připravenost složky: {} {criteria}. {missing}", out_of(ready, concerned))
}

/// „3 ze 14“, „12 z 15“: the preposition follows how the number is read.
pub(super) fn out_of(ready: usize, concerned: usize) -> String {
    let of = if matches!(concerned, 2..=4 | 6 | 7 | 12..=14 | 16 | 17 | 20) { "ze" } else { "z" };
    format!("{ready} {of}\u{a0}{concerned}")
}

/// As at the beginning of a sentence.
pub(super) fn said(gap: Gap) -> String {
    let text = gap.cs();
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

pub fn page(visit: &Visit) -> Answer {
    let folder = Folder::open(visit)?;
    let (row, found) = found(&folder)?;
    let line = |(wording, readiness): &(Wording, Readiness)| Line {
        code: wording.criterion.code(),
        text: wording.text.clone(),
        is_fundamental: wording.is_fundamental,
        gaps: match readiness {
            Readiness::Missing(gaps) => gaps.iter().map(|gap| (said(*gap), address(&folder, &row, *gap))).collect(),
            Readiness::Ready | Readiness::NotConcerned => Vec::new(),
        },
    };
    let lines = |wanted: fn(&Readiness) -> bool| found.iter().filter(|(_, one)| wanted(one)).map(line).collect();
    Response::page(&ReadinessPage {
        page: Page::of(visit),
        folder: folders::head(visit, &folder, "readiness")?,
        sentence: sentence(&found),
        missing: lines(|one| matches!(one, Readiness::Missing(_))),
        ready: lines(|one| *one == Readiness::Ready),
        silent: lines(|one| *one == Readiness::NotConcerned),
        print: if folder.may(Act::PrintReadiness) { folder.path("/readiness.pdf") } else { String::new() },
    })
}
