//! Papers: typed data in, accessible PDF out.
//!
//! For the slices that hand something to a client, a worker or an inspector. Each paper is a struct of its own
//! with a template (`.typ`) beside it; a provider may replace the template's text, never the facts. Every PDF is
//! PDF/A-2a and PDF/UA-1 at once: readable by a screen reader today and by an archive later.
//!
//! ```
//! fn hand_over(printer: &paper::Printer, consent: paper::InformedConsent) -> Result<(String, Vec<u8>), paper::PaperError> {
//!     let paper = paper::Paper::from(consent);
//!     Ok((paper.file_name(), printer.print(&paper)?))
//! }
//! ```

mod client_sheet;
mod error;
mod individual_plan;
mod information_sheet;
mod informed_consent;
mod inspection_print;
mod paper;
mod parts;
mod printer;
mod sheet;
mod text;
mod world;

pub use client_sheet::ClientSheet;
pub use error::PaperError;
pub use individual_plan::{GoalOnPaper, IndividualPlan};
pub use information_sheet::InformationSheet;
pub use informed_consent::{InformedConsent, Signature};
pub use inspection_print::InspectionPrint;
pub use paper::Paper;
pub use parts::{Column, Fact, Imprint, Paragraph, Provider, Table};
pub use printer::Printer;
pub use sheet::{Section, Sheet};
