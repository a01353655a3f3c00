//! The individual plan (§ 88 f of Act 108/2006): the full one, and the one in plain words and large type that belongs to
//! the client. Who agreed on it, how it was explained and when it is looked at again stands on both.

use serde::Serialize;

use crate::parts::{Fact, Imprint, Paragraph, Table};
use crate::{PaperError, Signature};

pub(crate) const TEMPLATE: &str = include_str!("individual_plan.typ");

#[derive(Clone, Debug, Serialize)]
pub struct IndividualPlan {
    pub imprint: Imprint,
    pub title: String,
    /// The version that was agreed; none of a draft.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub version: Option<u32>,
    pub folder_number: String,
    /// In plain words and large type, for the client.
    pub is_plain: bool,
    pub facts: Vec<Fact>,
    /// The commission in the client's own words, and what else leads.
    pub beginning: Vec<Paragraph>,
    pub goals: Vec<GoalOnPaper>,
    pub ending: Vec<Paragraph>,
    pub signatures: Vec<Signature>,
}

/// One goal; its steps are a table, or sentences in the plain plan.
#[derive(Clone, Debug, Default, Serialize)]
pub struct GoalOnPaper {
    pub heading: String,
    /// The client's own words, quoted; empty for none.
    pub words: String,
    pub facts: Vec<Fact>,
    pub steps: Option<Table>,
    pub sentences: Vec<Paragraph>,
}

impl IndividualPlan {
    pub(crate) fn check(&self) -> Result<(), PaperError> {
        self.goals.iter().filter_map(|goal| goal.steps.as_ref()).try_for_each(Table::check)
    }
}
