//! One record ready to be read: texts by fields, units and the number of the visit derived from the rows.

use super::store::read::{Note, Row};
use crate::activity::{self, ActivityFacts};
use crate::kernel::clock;
use crate::kernel::failure::Failure;
use crate::kernel::folder::Folder;
use crate::kernel::format_cs;
use crate::kernel::messages_cs::InCzech;
use jiff::civil::Date;
use rules::instant::Moment;
use rules::record_text::{RecordField, RecordText};
use rules::units::{CountingMode, units_of};
use rules::visits::{Act, visit_number};
use uuid::Uuid;

/// A part of the text: heading, words, and whether it is the worker's opinion.
pub struct Part {
    pub heading: &'static str,
    pub mark: &'static str,
    pub is_opinion: bool,
    pub text: String,
}

/// What was added to a record, with who and when.
pub struct Said {
    pub text: String,
    pub by: String,
}

pub struct Entry {
    pub href: String,
    pub day: String,
    pub time: String,
    pub minutes: String,
    pub kind: String,
    pub author: String,
    pub place: String,
    /// The goal or the step of the plan that it leads to.
    pub goal: String,
    pub units: String,
    pub visit: String,
    pub parts: Vec<Part>,
    pub told: String,
    /// What was done in a crisis.
    pub crisis: Option<String>,
    pub struck: String,
    pub addenda: Vec<Said>,
    pub answers: Vec<Said>,
    pub versions: String,
    pub is_without_text: bool,
}

/// What belongs to all records of a folder and is read once.
pub struct Context {
    acts: Vec<Act>,
    agreement_on: Option<Date>,
    addenda: Vec<Note>,
    answers: Vec<Note>,
}

impl Context {
    pub fn of(folder: &Folder) -> Result<Self, Failure> {
        let activities: Vec<ActivityFacts> = activity::of_folder(folder)?;
        Ok(Self {
            acts: activity::acts(&activities),
            agreement_on: activity::agreement_on(folder)?,
            addenda: super::store::read::addenda(folder)?,
            answers: super::store::read::answers(folder)?,
        })
    }

    fn visit_number(&self, row: &Row) -> Option<usize> {
        let act = Act {
            starts: Moment { at: row.starts_at, day: clock::day_of(row.starts_at) },
            form: row.form,
            client_present: row.is_client_present,
            struck_out: row.struck_reason.is_some(),
        };
        visit_number(&act, &self.acts, self.agreement_on)
    }
}

fn said(notes: &[Note], about: Uuid) -> Vec<Said> {
    let of_this = notes.iter().filter(|note| note.about == about);
    let said =
        |note: &Note| Said { text: note.text.clone(), by: format!("{}, {}", note.author, format_cs::moment(note.at)) };
    of_this.map(said).collect()
}

/// The written fields in order; what was not sorted says so.
pub fn parts(text: &RecordText) -> Vec<Part> {
    let written = text.fields().into_iter().filter(|(_, words)| !words.is_empty());
    let part = |(field, words): (RecordField, &str)| Part {
        heading: field.heading(),
        mark: match field {
            RecordField::Course => "nezařazeno",
            RecordField::Reasoning => "názor",
            RecordField::Statement | RecordField::Observation | RecordField::Agreement => "",
        },
        is_opinion: field == RecordField::Reasoning,
        text: words.to_owned(),
    };
    written.map(part).collect()
}

impl Entry {
    pub fn of(folder: &Folder, row: &Row, context: &Context) -> Self {
        let starts = clock::civil(row.starts_at);
        let minutes = u32::try_from(row.minutes).unwrap_or_default();
        let visit = context.visit_number(row);
        Self {
            href: folder.path(&format!("/records/{}", row.id)),
            day: format_cs::weekday_date(starts.date()),
            time: format_cs::time(starts.time()),
            // A first contact may be written without its length.
            minutes: if row.minutes > 0 { format_cs::minutes(row.minutes) } else { String::new() },
            kind: kind(row),
            author: row.author.clone(),
            place: row.place.clone(),
            goal: super::goals::stands(folder, row).map(|one| one.text).unwrap_or_default(),
            units: units_of(minutes, CountingMode::Event).cs().into_owned(),
            visit: visit.map_or_else(String::new, |number| format!("{number}.\u{a0}návštěva")),
            parts: parts(&row.text()),
            told: row.told.clone().unwrap_or_default(),
            crisis: row.crisis.clone(),
            struck: struck(row),
            addenda: said(&context.addenda, row.id.0),
            answers: said(&context.answers, row.id.0),
            versions: versions(row),
            is_without_text: !row.has_text() && row.told.is_none() && super::chosen_of(row).is_some(),
        }
    }
}

fn kind(row: &Row) -> String {
    let behalf = if row.on_behalf_of_client { ", ve\u{a0}prospěch klienta" } else { "" };
    let kind = row.kind.cs();
    let mut letters = kind.chars();
    let first = letters.next().map(|letter| letter.to_uppercase().to_string()).unwrap_or_default();
    format!("{first}{}, {}{behalf}", letters.as_str(), row.form.cs())
}

fn struck(row: &Row) -> String {
    match (&row.struck_reason, row.struck_at) {
        (Some(reason), Some(at)) => {
            let by = row.struck_by.as_deref().unwrap_or_default();
            format!("Přeškrtl/a {by}, {}: {reason}", format_cs::moment(at))
        }
        _ => String::new(),
    }
}

fn versions(row: &Row) -> String {
    if row.version < 2 {
        return String::new();
    }
    format!("{}.\u{a0}znění, {}", row.version, format_cs::moment(row.recorded_at))
}
