//! A first contact as it was typed, and what the rules say to it.

use super::choices::{Choices, known};
use crate::kernel::clock;
use crate::kernel::form::Form;
use crate::kernel::messages_cs::InCzech;
use crate::kernel::visit::Visit;
use rules::identity::person_name::PersonName;
use rules::instant::Moment;
use rules::intake::{Channel, check_first_contact};
use rules::moment::date_typed::{Born, DateFlaw, read_birth};
use rules::profession::Profession;

/// Only the channel, the time and a name are mandatory.
pub struct Contact {
    pub channel: Option<Channel>,
    pub starts_at: Option<i64>,
    pub minutes: i64,
    pub name: Option<PersonName>,
    pub sex: String,
    pub born: Option<Born>,
    pub phone: String,
    pub email: String,
    pub municipality: String,
    /// When and how it is safe to get in touch.
    pub note: String,
    pub asked: String,
    pub agreed: String,
    pub topics: Vec<String>,
}

impl Contact {
    pub fn read(form: &mut Form, visit: &Visit, choices: &Choices) -> Self {
        Self {
            channel: form.choice("channel", "Zvolte, jak se člověk na službu obrátil"),
            starts_at: form.past_moment("day", "time"),
            minutes: form.minutes_or_none("minutes").unwrap_or(0),
            name: form.person_name(),
            sex: known(&choices.sexes, form.value("sex")).to_owned(),
            born: read_born(form, visit),
            phone: form.phone("phone"),
            email: form.email("email"),
            municipality: form.text("municipality"),
            note: form.text("note"),
            asked: form.text("asked"),
            agreed: form.text("agreed"),
            topics: topics(form, choices),
        }
    }

    /// Asks why another specialist took the contact; the mandatory fields were asked for when they were read.
    pub fn check(&self, form: &mut Form, taken_by: Profession) {
        let at = self.starts_at.map(|at| Moment::new(at, clock::day_of(at)));
        for warning in check_first_contact(self.channel, at, taken_by).warnings {
            form.warn(warning.rule(), warning.cs());
        }
    }

    /// The year of birth, also when the whole date is known.
    pub fn birth_year(&self) -> Option<i64> {
        match self.born? {
            Born::Day(day) => Some(i64::from(day.year())),
            Born::Year(year) => Some(i64::from(year)),
        }
    }
}

/// Chosen codes of the list of topics.
pub fn topics(form: &Form, choices: &Choices) -> Vec<String> {
    let chosen = form.all("topics").into_iter().map(|code| known(&choices.topics, code));
    let mut topics: Vec<String> = chosen.filter(|code| !code.is_empty()).map(str::to_owned).collect();
    topics.sort();
    topics.dedup();
    topics
}

fn read_born(form: &mut Form, visit: &Visit) -> Option<Born> {
    match read_birth(form.value("birth"), visit.today()) {
        Ok(born) => Some(born),
        Err(DateFlaw::Empty) => None,
        Err(flaw) => {
            form.problem("birth", flaw.cs());
            None
        }
    }
}
