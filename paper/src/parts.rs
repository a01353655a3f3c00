//! What papers are made of: who prints, for which provider, and the paragraphs, facts and tables of the text.

use jiff::civil::{Date, DateTime};
use rules::typography::show_date;
use serde::{Serialize, Serializer};

use crate::PaperError;

/// Who prints, when and for which service: the foot of every page.
#[derive(Clone, Debug, Serialize)]
pub struct Imprint {
    pub service: String,
    pub provider: Provider,
    pub printed_by: String,
    /// The local time of the provider. It is the date in the file's metadata too, so that one moment gives one file.
    #[serde(serialize_with = "moment")]
    pub printed_at: DateTime,
    pub template_version: String,
    /// The day of the past whose state is printed, if it is not today's.
    #[serde(serialize_with = "date_or_none")]
    pub as_of: Option<Date>,
}

/// The provider of social services (§ 78 of Act No. 108/2006 Coll.: by its registration it has an identification number).
#[derive(Clone, Debug, Serialize)]
pub struct Provider {
    pub name: String,
    /// IČO, as the caller wants it shown.
    pub identification_number: String,
    pub address: String,
}

/// A piece of running text. Blank lines inside begin a new paragraph, single line ends stay line ends.
#[derive(Clone, Debug, Serialize)]
#[serde(tag = "kind", content = "text", rename_all = "snake_case")]
pub enum Paragraph {
    Heading(String),
    Plain(String),
    Item(String),
}

impl Paragraph {
    pub fn heading(text: impl Into<String>) -> Self {
        Self::Heading(text.into())
    }

    pub fn plain(text: impl Into<String>) -> Self {
        Self::Plain(text.into())
    }

    pub fn item(text: impl Into<String>) -> Self {
        Self::Item(text.into())
    }
}

/// A labelled value under the title: „Klient: Jana Testovská“ needs no declension.
#[derive(Clone, Debug, Serialize)]
pub struct Fact {
    pub label: String,
    pub value: String,
}

impl Fact {
    pub fn new(label: impl Into<String>, value: impl Into<String>) -> Self {
        Self { label: label.into(), value: value.into() }
    }
}

/// A table with a heading row that is repeated on every page.
#[derive(Clone, Debug, Serialize)]
pub struct Table {
    pub columns: Vec<Column>,
    pub rows: Vec<Vec<String>>,
}

impl Table {
    pub(crate) fn check(&self) -> Result<(), PaperError> {
        let columns = self.columns.len();
        match self.rows.iter().find(|row| row.len() != columns) {
            Some(row) => Err(PaperError::UnevenTable { columns, cells: row.len() }),
            None => Ok(()),
        }
    }
}

/// Widths are shares of the page, so that no text, however long, can push another column off the paper.
#[derive(Clone, Debug, Serialize)]
pub struct Column {
    pub heading: String,
    pub share: u8,
}

impl Column {
    pub fn new(heading: impl Into<String>, share: u8) -> Self {
        Self { heading: heading.into(), share: share.max(1) }
    }
}

pub(crate) fn date<S: Serializer>(date: &Date, to: S) -> Result<S::Ok, S::Error> {
    to.serialize_str(&show_date(*date))
}

pub(crate) fn date_or_none<S: Serializer>(date: &Option<Date>, to: S) -> Result<S::Ok, S::Error> {
    date.map(show_date).serialize(to)
}

fn moment<S: Serializer>(at: &DateTime, to: S) -> Result<S::Ok, S::Error> {
    #[derive(Serialize)]
    struct Moment {
        text: String,
        parts: Parts,
    }
    #[derive(Serialize)]
    struct Parts {
        year: i16,
        month: i8,
        day: i8,
        hour: i8,
        minute: i8,
        second: i8,
    }
    let text = format!("{} v\u{a0}{}:{:02}", show_date(at.date()), at.hour(), at.minute());
    let (year, month, day) = (at.year(), at.month(), at.day());
    let parts = Parts { year, month, day, hour: at.hour(), minute: at.minute(), second: at.second() };
    Moment { text, parts }.serialize(to)
}
