//! The printer: made once for the life of the program, prints any number of papers, keeps none of them in memory.

use serde_json::{Value, json};
use typst::diag::SourceDiagnostic;
use typst::foundations::Smart;
use typst::{World, WorldExt};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards};

use crate::text::{Glyphs, Kept};
use crate::world::{Desk, Stock};
use crate::{Paper, PaperError};

/// Holds the fonts and the typesetter's library. May be shared between threads.
pub struct Printer {
    stock: Stock,
    glyphs: Glyphs,
    standards: PdfStandards,
}

impl Printer {
    pub fn new() -> Result<Self, PaperError> {
        let (stock, glyphs) = Stock::new()?;
        // A-2a keeps the file readable in an archive, UA-1 makes it readable by ear.
        let standards = PdfStandards::new(&[PdfStandard::A_2a, PdfStandard::Ua_1])
            .map_err(|why| PaperError::Setup { cause: why.message().to_string() })?;
        Ok(Self { stock, glyphs, standards })
    }

    /// Prints by the house's template. The same paper gives the same bytes every time.
    pub fn print(&self, paper: &Paper) -> Result<Vec<u8>, PaperError> {
        self.print_by(paper.template(), paper)
    }

    /// Prints by a provider's own template, which may `#import "/house.typ": *` and reads `json("/data.json")`.
    pub fn print_by(&self, template: &str, paper: &Paper) -> Result<Vec<u8>, PaperError> {
        paper.check()?;
        let all = self.typeset(template, paper, Kept::EverySign);
        let printed = match all {
            // Some scripts have signs in the fonts and still cannot be written so that an archive can read them back.
            Err(PaperError::Export { .. }) => self.typeset(template, paper, Kept::EuropeanLetters),
            other => other,
        };
        // Without this the typesetter remembers every paper it has made: 200 MB instead of 35.
        comemo::evict(0);
        printed
    }

    fn typeset(&self, template: &str, paper: &Paper, kept: Kept) -> Result<Vec<u8>, PaperError> {
        let desk = self.stock.lay_out(template, self.data(paper, kept)?);
        let document = typst::compile::<PagedDocument>(&desk).output.map_err(|all| template_error(&desk, &all))?;
        let options = PdfOptions {
            ident: Smart::Custom(paper.file_name()),
            creator: Smart::Custom(Some("Klubko".into())),
            standards: self.standards.clone(),
            ..PdfOptions::default()
        };
        typst_pdf::pdf(&document, &options).map_err(|all| PaperError::Export { cause: sentences(&all) })
    }

    /// The paper as the one file that the template reads. Texts arrive as values, so nothing in them is a command.
    fn data(&self, paper: &Paper, kept: Kept) -> Result<Vec<u8>, PaperError> {
        let broken = |why: serde_json::Error| PaperError::Data { cause: why.to_string() };
        let mut data = serde_json::to_value(paper).map_err(broken)?;
        if let Value::Object(fields) = &mut data {
            fields.insert("document_title".into(), paper.document_title().into());
        }
        let replaced = self.glyphs.prepare(&mut data, kept);
        if let Value::Object(fields) = &mut data {
            fields.insert("signs_replaced".into(), json!(replaced));
        }
        serde_json::to_vec(&data).map_err(broken)
    }
}

fn template_error(desk: &Desk<'_>, all: &[SourceDiagnostic]) -> PaperError {
    let line = all.first().and_then(|first| {
        let range = desk.range(first.span)?;
        let template = desk.source(desk.main()).ok()?;
        (first.span.id() == Some(template.id())).then(|| template.lines().byte_to_line(range.start))?
    });
    PaperError::Template { line: line.map(|zero_based| zero_based + 1), cause: sentences(all) }
}

fn sentences(all: &[SourceDiagnostic]) -> String {
    all.iter().map(|one| one.message.as_str()).collect::<Vec<_>>().join("; ")
}
