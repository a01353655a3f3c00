//! The information sheet: what everybody is told when counselling begins, whoever begins it.
//! Public: it names no client, and anybody may take it home.

use jiff::civil::Date;
use serde::Serialize;

use crate::parts::{Fact, Imprint, Paragraph, date_or_none};

pub(crate) const TEMPLATE: &str = include_str!("information_sheet.typ");

/// A part that the provider has not written yet is left out; whether it may be is a rule's business, not the paper's.
#[derive(Clone, Debug, Serialize)]
pub struct InformationSheet {
    pub imprint: Imprint,
    /// The version of the text.
    pub version: u32,
    /// None while the provider uses the house's own text, which nobody has put into force.
    #[serde(serialize_with = "date_or_none")]
    pub valid_from: Option<Date>,
    /// Where and when the service is to be found.
    pub contacts: Vec<Fact>,
    pub activity: Vec<Paragraph>,
    pub mission: Vec<Paragraph>,
    pub target_group: Vec<Paragraph>,
    pub methods: Vec<Paragraph>,
    pub rules: Vec<Paragraph>,
    pub rights_and_duties: Vec<Paragraph>,
    pub confidentiality: Vec<Paragraph>,
    pub course: Vec<Paragraph>,
    pub ending: Vec<Paragraph>,
    pub complaints: Vec<Paragraph>,
}
