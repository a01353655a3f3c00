//! All papers that the house prints: their names as files, their titles and their templates.

use serde::Serialize;

use crate::{
    ClientSheet, IndividualPlan, InformationSheet, InformedConsent, InspectionPrint, PaperError, Sheet, client_sheet,
    individual_plan, information_sheet, informed_consent, inspection_print, sheet,
};

/// One printable paper. A new one is a struct, a template beside it and a line in each `match` here.
#[derive(Clone, Debug, Serialize)]
#[serde(untagged)]
pub enum Paper {
    InformedConsent(InformedConsent),
    InformationSheet(InformationSheet),
    IndividualPlan(Box<IndividualPlan>),
    InspectionPrint(InspectionPrint),
    ClientSheet(ClientSheet),
    Sheet(Sheet),
}

impl Paper {
    /// The name to save under. It never holds a client's name: downloads and mail show it to bystanders.
    pub fn file_name(&self) -> String {
        match self {
            Self::InformedConsent(consent) => {
                format!("{}-{}-v{}.pdf", slug(&consent.folder_number), consent.file_stem, consent.version)
            }
            Self::InformationSheet(sheet) => {
                format!("informace-o-sluzbe-{}-v{}.pdf", slug(&sheet.imprint.service), sheet.version)
            }
            Self::IndividualPlan(plan) => {
                let kind = if plan.is_plain { "-srozumitelne" } else { "" };
                let version = plan.version.map_or_else(|| "-rozpracovany".to_owned(), |number| format!("-v{number}"));
                format!("{}-individualni-plan{kind}{version}.pdf", slug(&plan.folder_number))
            }
            Self::ClientSheet(ClientSheet { sheet, is_plain, .. }) => {
                sheet_name(sheet, if *is_plain { "-srozumitelne" } else { "" })
            }
            Self::InspectionPrint(InspectionPrint { sheet, .. }) | Self::Sheet(sheet) => sheet_name(sheet, ""),
        }
    }

    /// The template as the house has it: a provider who wants another begins from this text.
    pub fn template(&self) -> &'static str {
        match self {
            Self::InformedConsent(_) => informed_consent::TEMPLATE,
            Self::InformationSheet(_) => information_sheet::TEMPLATE,
            Self::IndividualPlan(_) => individual_plan::TEMPLATE,
            Self::InspectionPrint(_) => inspection_print::TEMPLATE,
            Self::ClientSheet(_) => client_sheet::TEMPLATE,
            Self::Sheet(_) => sheet::TEMPLATE,
        }
    }

    /// The title in the file's metadata.
    pub(crate) fn document_title(&self) -> String {
        match self {
            Self::InformedConsent(consent) => format!("{}, složka {}", consent.title, consent.folder_number),
            Self::InformationSheet(sheet) => format!("Informace o službě: {}", sheet.imprint.service),
            Self::IndividualPlan(plan) => format!("{}, složka {}", plan.title, plan.folder_number),
            Self::InspectionPrint(InspectionPrint { sheet, .. })
            | Self::ClientSheet(ClientSheet { sheet, .. })
            | Self::Sheet(sheet) => match &sheet.folder_number {
                Some(number) => format!("{}, složka {number}", sheet.title),
                None => sheet.title.clone(),
            },
        }
    }

    pub(crate) fn check(&self) -> Result<(), PaperError> {
        match self {
            Self::InformedConsent(_) | Self::InformationSheet(_) => Ok(()),
            Self::IndividualPlan(plan) => plan.check(),
            Self::InspectionPrint(InspectionPrint { sheet, .. })
            | Self::ClientSheet(ClientSheet { sheet, .. })
            | Self::Sheet(sheet) => sheet.check(),
        }
    }
}

impl From<InformedConsent> for Paper {
    fn from(paper: InformedConsent) -> Self {
        Self::InformedConsent(paper)
    }
}

impl From<InformationSheet> for Paper {
    fn from(paper: InformationSheet) -> Self {
        Self::InformationSheet(paper)
    }
}

impl From<IndividualPlan> for Paper {
    fn from(paper: IndividualPlan) -> Self {
        Self::IndividualPlan(Box::new(paper))
    }
}

impl From<InspectionPrint> for Paper {
    fn from(paper: InspectionPrint) -> Self {
        Self::InspectionPrint(paper)
    }
}

impl From<ClientSheet> for Paper {
    fn from(paper: ClientSheet) -> Self {
        Self::ClientSheet(paper)
    }
}

impl From<Sheet> for Paper {
    fn from(paper: Sheet) -> Self {
        Self::Sheet(paper)
    }
}

/// A sheet is called by its folder and its kind.
fn sheet_name(sheet: &Sheet, kind: &str) -> String {
    match &sheet.folder_number {
        Some(number) => format!("{}-{}{kind}.pdf", slug(number), sheet.file_stem),
        None => format!("{}{kind}.pdf", sheet.file_stem),
    }
}

/// `2026/0147` becomes `2026-0147`: only what every file system and every header accepts.
fn slug(text: &str) -> String {
    let folded = rules::text::fold(text);
    let words = folded.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join("-")
}
