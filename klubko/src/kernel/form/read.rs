//! Reading a field: what was typed becomes a value, or a problem that says what to do.

use super::{Form, LONGEST_TEXT};
use crate::kernel::clock;
use crate::kernel::format_cs;
use crate::kernel::messages_cs::InCzech;
use jiff::civil::Date;
use rules::coded::Coded;
use rules::identity::email::Email;
use rules::identity::person_name::{NameFlaw, NamePart, PersonName};
use rules::identity::phone::Phone;
use rules::moment::date_about::{AboutDate, read_about};
use rules::moment::date_typed::{DateFlaw, Leaning, read_date};
use rules::moment::duration_typed::{DurationFlaw, read_minutes};
use rules::moment::time_typed::{TimeFlaw, read_time};
use std::str::FromStr;

impl Form<'_> {
    /// Text as it was typed; too long a one is a problem, so that nothing is cut off.
    pub fn text(&mut self, name: &'static str) -> String {
        let typed = self.value(name).replace("\r\n", "\n");
        let letters = typed.chars().count();
        if letters > LONGEST_TEXT {
            self.problem(
                name,
                format!("Text má {letters} znaků, vejde se {LONGEST_TEXT}. Rozdělte ho do více záznamů"),
            );
        }
        typed
    }

    /// Text that must be there; `missing` says what to do.
    pub fn required(&mut self, name: &'static str, missing: &'static str) -> String {
        let typed = self.text(name);
        if typed.is_empty() {
            self.problem(name, missing);
        }
        typed
    }

    /// One value of a coded list; `missing` says what to choose.
    pub fn choice<T: Coded>(&mut self, name: &'static str, missing: &'static str) -> Option<T> {
        let chosen = T::from_code(self.value(name));
        if chosen.is_none() {
            self.problem(name, missing);
        }
        chosen
    }

    /// A ticked box.
    pub fn ticked(&self, name: &str) -> bool {
        self.is(name, "yes")
    }

    /// The id of a thing chosen from a list; what does not parse was not chosen.
    pub fn chosen<T: FromStr>(&mut self, name: &'static str, missing: &'static str) -> Option<T> {
        let chosen = self.value(name).parse().ok();
        if chosen.is_none() {
            self.problem(name, missing);
        }
        chosen
    }

    /// A day that must be there.
    pub fn date(&mut self, name: &'static str, leaning: Leaning) -> Option<Date> {
        match read_date(self.value(name), self.visit.today(), leaning) {
            Ok(day) => Some(day),
            Err(flaw) => {
                self.problem(name, flaw.cs());
                None
            }
        }
    }

    /// A day that may be left out.
    pub fn date_or_none(&mut self, name: &'static str, leaning: Leaning) -> Option<Date> {
        match read_date(self.value(name), self.visit.today(), leaning) {
            Ok(day) => Some(day),
            Err(DateFlaw::Empty) => None,
            Err(flaw) => {
                self.problem(name, flaw.cs());
                None
            }
        }
    }

    /// A day that already was.
    pub fn past_date(&mut self, name: &'static str) -> Option<Date> {
        let day = self.date(name, Leaning::Past)?;
        if day > self.visit.today() {
            self.problem(name, "Tento den teprve přijde. Zkontrolujte datum");
            return None;
        }
        Some(day)
    }

    /// When something began, as exactly as anybody knows („asi jaro 2019“), or in words („od narození syna“), which have
    /// no days.
    pub fn about_or_words(&mut self, name: &'static str) -> (String, Option<AboutDate>) {
        let words = self.text(name);
        match read_about(&words, self.visit.today()) {
            Ok(found) => (format_cs::about(&found), Some(found)),
            Err(flaw @ DateFlaw::YearUnlikely { .. }) => {
                self.problem(name, flaw.cs());
                (words, None)
            }
            Err(_) => (words, None),
        }
    }

    /// A moment from a field of a day and a field of a time; `leaning` as for days.
    pub fn moment(&mut self, day: &'static str, time: &'static str, leaning: Leaning) -> Option<i64> {
        let date = self.date(day, leaning);
        let time = match read_time(self.value(time)) {
            Ok(time) => Some(time),
            Err(flaw) => {
                self.problem(time, flaw.cs());
                None
            }
        };
        Some(clock::moment_on(date?, time?))
    }

    /// When something with people happened: not in the future.
    pub fn past_moment(&mut self, day: &'static str, time: &'static str) -> Option<i64> {
        let at = self.moment(day, time, Leaning::Past)?;
        if at > self.visit.now() {
            self.problem(day, "Kontakt nemůže být v budoucnosti. Chcete ho naplánovat?");
            return None;
        }
        Some(at)
    }

    /// A time that may be left out.
    pub fn time_or_none(&mut self, name: &'static str) -> Option<jiff::civil::Time> {
        match read_time(self.value(name)) {
            Ok(time) => Some(time),
            Err(TimeFlaw::Empty) => None,
            Err(flaw) => {
                self.problem(name, flaw.cs());
                None
            }
        }
    }

    /// A length in minutes.
    pub fn minutes(&mut self, name: &'static str) -> Option<i64> {
        match read_minutes(self.value(name)) {
            Ok(minutes) => Some(i64::from(minutes)),
            Err(flaw) => {
                self.problem(name, flaw.cs());
                None
            }
        }
    }

    /// A length that may be left out.
    pub fn minutes_or_none(&mut self, name: &'static str) -> Option<i64> {
        match read_minutes(self.value(name)) {
            Ok(minutes) => Some(i64::from(minutes)),
            Err(DurationFlaw::Empty) => None,
            Err(flaw) => {
                self.problem(name, flaw.cs());
                None
            }
        }
    }

    /// A telephone in E.164, or nothing.
    pub fn phone(&mut self, name: &'static str) -> String {
        if self.value(name).is_empty() {
            return String::new();
        }
        match Phone::read(self.value(name)) {
            Ok(phone) => phone.e164().to_owned(),
            Err(flaw) => {
                self.problem(name, flaw.cs());
                String::new()
            }
        }
    }

    /// An e-mail, or nothing.
    pub fn email(&mut self, name: &'static str) -> String {
        if self.value(name).is_empty() {
            return String::new();
        }
        match Email::read(self.value(name)) {
            Ok(email) => email.as_str().to_owned(),
            Err(flaw) => {
                self.problem(name, flaw.cs());
                String::new()
            }
        }
    }

    /// A name from the fields `given_name` and `family_name`.
    pub fn person_name(&mut self) -> Option<PersonName> {
        match PersonName::read(self.value("given_name"), self.value("family_name")) {
            Ok(name) => Some(name),
            Err(flaw) => {
                let part = match flaw {
                    NameFlaw::Missing => NamePart::Given,
                    NameFlaw::TooLong { part, .. } | NameFlaw::HiddenSign { part } | NameFlaw::NoLetter { part } => {
                        part
                    }
                };
                self.problem(part.code(), flaw.cs());
                None
            }
        }
    }
}
