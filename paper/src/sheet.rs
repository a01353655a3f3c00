//! A sheet from a folder: facts under the title, then sections of text and tables. For „Kdo nahlížel“, a record of
//! an introductory consultation (R-023 and after) and whatever else is printed as it stands in the folder.

use serde::Serialize;

use crate::PaperError;
use crate::parts::{Fact, Imprint, Paragraph, Table};

pub(crate) const TEMPLATE: &str = include_str!("sheet.typ");

#[derive(Clone, Debug, Serialize)]
pub struct Sheet {
    pub imprint: Imprint,
    /// What the file is called after the folder's number. Fixed in the program, so a client's name cannot get in.
    #[serde(skip)]
    pub file_stem: &'static str,
    /// Also the title in the file's metadata, which mail programs and desktops show: no client's name here.
    pub title: String,
    pub subtitle: Option<String>,
    pub folder_number: Option<String>,
    pub facts: Vec<Fact>,
    pub sections: Vec<Section>,
}

/// Without a heading it continues the one before it.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Section {
    pub heading: Option<String>,
    pub paragraphs: Vec<Paragraph>,
    /// Labelled values below the text: „Bezpečnostní plán: …“.
    pub facts: Vec<Fact>,
    pub table: Option<Table>,
}

impl Sheet {
    pub(crate) fn check(&self) -> Result<(), PaperError> {
        self.sections.iter().filter_map(|section| section.table.as_ref()).try_for_each(Table::check)
    }
}
