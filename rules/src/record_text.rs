//! The four fields of a record written in one box.
//!
//! A line that is one of the headings opens its field; what stands before the first heading is the course of the talk
//! („Průběh“), unsorted until the worker sorts it. Headings are forgiven their case, accents and colon.

use crate::text::fold;

crate::coded! {
    /// A field of a record, in the order in which they are written.
    pub enum RecordField {
        /// What happened, not yet sorted into the four fields.
        Course = "course",
        Statement = "statement",
        Observation = "observation",
        Reasoning = "reasoning",
        Agreement = "agreement",
    }
}

impl RecordField {
    /// The heading as it is inserted and shown.
    pub fn heading(self) -> &'static str {
        match self {
            Self::Course => "Průběh",
            Self::Statement => "Sdělení klienta",
            Self::Observation => "Pozorování",
            Self::Reasoning => "Odborná úvaha",
            Self::Agreement => "Dohoda",
        }
    }

    fn of_heading(line: &str) -> Option<Self> {
        let bare = line
            .trim_matches(|c: char| c.is_whitespace() || matches!(c, '#' | '*' | '_' | ':' | '.' | '-' | '–' | '•'));
        Some(match fold(bare).as_str() {
            "prubeh" => Self::Course,
            "sdeleni klienta" | "sdeleni klientky" | "sdeleni" => Self::Statement,
            "pozorovani" => Self::Observation,
            "odborna uvaha" | "uvaha" => Self::Reasoning,
            "dohoda" | "dohodnuto" => Self::Agreement,
            _ => return None,
        })
    }
}

/// The text of a record, field by field; an empty field was not written.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RecordText {
    pub course: String,
    pub statement: String,
    pub observation: String,
    pub reasoning: String,
    pub agreement: String,
}

/// What is put into a print for the client by itself: what was said and what was agreed, nothing else.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ClientView<'a> {
    pub statement: &'a str,
    pub agreement: &'a str,
}

impl RecordText {
    /// Sorts the text of the box into its fields. A heading that comes twice continues its field.
    pub fn split(text: &str) -> Self {
        let mut record = Self::default();
        let mut field = RecordField::Course;
        let mut reopened = false;
        for line in text.replace("\r\n", "\n").replace('\r', "\n").split('\n') {
            let (opened, rest) = headings_of(line, field);
            reopened |= opened != field;
            field = opened;
            if let Some(rest) = rest {
                record.append(field, rest, reopened);
                reopened = false;
            }
        }
        record.trimmed()
    }

    /// The fields in one box for editing: the course first and without a heading, then those that are written.
    pub fn joined(&self) -> String {
        let parts = self.fields().into_iter().filter(|(_, text)| !text.is_empty()).map(|(field, text)| match field {
            RecordField::Course => text.to_owned(),
            _ => format!("{}\n{text}", field.heading()),
        });
        parts.collect::<Vec<_>>().join("\n\n")
    }

    /// The fields with their names, in order, also the empty ones.
    pub fn fields(&self) -> [(RecordField, &str); 5] {
        [
            (RecordField::Course, &self.course),
            (RecordField::Statement, &self.statement),
            (RecordField::Observation, &self.observation),
            (RecordField::Reasoning, &self.reasoning),
            (RecordField::Agreement, &self.agreement),
        ]
    }

    pub fn is_empty(&self) -> bool {
        self.fields().iter().all(|(_, text)| text.is_empty())
    }

    /// „nezařazeno“: there is text that belongs to none of the four fields yet.
    pub fn is_unsorted(&self) -> bool {
        !self.course.is_empty()
    }

    pub fn client_view(&self) -> ClientView<'_> {
        ClientView { statement: &self.statement, agreement: &self.agreement }
    }

    fn append(&mut self, field: RecordField, line: &str, after_another_field: bool) {
        let text = match field {
            RecordField::Course => &mut self.course,
            RecordField::Statement => &mut self.statement,
            RecordField::Observation => &mut self.observation,
            RecordField::Reasoning => &mut self.reasoning,
            RecordField::Agreement => &mut self.agreement,
        };
        if after_another_field && !text.trim().is_empty() {
            *text = format!("{}\n", text.trim_end());
        }
        if !text.is_empty() {
            text.push('\n');
        }
        text.push_str(line.trim_end());
    }

    fn trimmed(self) -> Self {
        Self {
            course: self.course.trim().to_owned(),
            statement: self.statement.trim().to_owned(),
            observation: self.observation.trim().to_owned(),
            reasoning: self.reasoning.trim().to_owned(),
            agreement: self.agreement.trim().to_owned(),
        }
    }
}

/// The headings alone: what `/osnova` inserts.
pub fn outline() -> String {
    RecordField::FOUR.map(RecordField::heading).join("\n\n")
}

impl RecordField {
    /// The four fields of R-141, without the unsorted course.
    pub const FOUR: [Self; 4] = [Self::Statement, Self::Observation, Self::Reasoning, Self::Agreement];
}

/// The field a line belongs to and what of the line is text: nothing of a heading, the rest of „Dohoda: zavolá v pátek“.
fn headings_of(line: &str, current: RecordField) -> (RecordField, Option<&str>) {
    if let Some(field) = RecordField::of_heading(line) {
        return (field, None);
    }
    match line.split_once(':') {
        Some((before, after)) => match RecordField::of_heading(before) {
            Some(field) => headings_of(after.trim(), field),
            None => (current, Some(line)),
        },
        None => (current, Some(line)),
    }
}

#[cfg(test)]
#[path = "record_text_tests.rs"]
mod tests;
