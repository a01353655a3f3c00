//! Why a paper could not be printed. Shown to whoever keeps the templates, and written to the log of the program.

use std::fmt;

/// What went wrong. The sentence of `Display` never quotes the paper's text, so it may be logged; `cause` may quote
/// it and belongs only before the eyes of somebody who may read the paper.
#[derive(Debug)]
pub enum PaperError {
    /// The printer could not be set up: a fault of the program.
    Setup { cause: String },
    /// The data could not be written for the template: a fault of the program.
    Data { cause: String },
    /// A row of a table has more or fewer cells than the table has columns.
    UnevenTable { columns: usize, cells: usize },
    /// The template asks for something that does not exist or is wrongly written.
    Template { line: Option<usize>, cause: String },
    /// The document is made, but would not be an accessible one fit for an archive.
    Export { cause: String },
}

impl PaperError {
    /// What the typesetter said, in its own words, for the keeper of the template.
    pub fn cause(&self) -> &str {
        match self {
            Self::Setup { cause } | Self::Data { cause } | Self::Export { cause } | Self::Template { cause, .. } => {
                cause
            }
            Self::UnevenTable { .. } => "",
        }
    }
}

impl fmt::Display for PaperError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Setup { .. } => f.write_str("Tisk dokumentů se nepodařilo připravit."),
            Self::Data { .. } => f.write_str("Údaje se nepodařilo předat šabloně."),
            Self::UnevenTable { columns, cells } => {
                write!(f, "Tabulka neodpovídá záhlaví: sloupců {columns}, buněk v řádku {cells}.")
            }
            Self::Template { line: Some(line), .. } => write!(f, "Šablona dokumentu je chybná na řádku {line}."),
            Self::Template { line: None, .. } => f.write_str("Šablona dokumentu je chybná."),
            Self::Export { .. } => f.write_str("Dokument nesplňuje požadavky na přístupnost a archivaci."),
        }
    }
}

impl std::error::Error for PaperError {}
