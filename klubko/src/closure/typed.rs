//! What was typed about the end, and how long the folder is kept by it.

use crate::kernel::form::Form;
use jiff::civil::{Date, date};
use rules::closure::{ClosureReason, retain_until};
use rules::coded::Coded;
use rules::moment::date_typed::Leaning;

pub struct Typed {
    pub reason: Option<ClosureReason>,
    pub explanation: String,
    pub on: Option<Date>,
    pub left_in_network: String,
    pub explained: String,
    pub retention_class: String,
    /// A later year than the setting says.
    pub until_year: Option<i16>,
}

pub fn read(form: &mut Form<'_>, classes: &[(String, String)]) -> Typed {
    let reason = ClosureReason::from_code(form.value("reason"));
    let on = form.date_or_none("closed_on", Leaning::Past);
    let [explanation, left_in_network, explained] =
        ["explanation", "left_in_network", "explained"].map(|name| form.text(name));
    let class = form.value("retention_class").to_owned();
    let retention_class = if classes.iter().any(|(code, _)| *code == class) { class } else { String::new() };
    let year = form.value("until_year").to_owned();
    let until_year = year.parse::<i16>().ok().filter(|year| (1900..=9998).contains(year));
    if !year.is_empty() && until_year.is_none() {
        form.problem("until_year", "Napište rok, třeba 2040, nebo nechte pole prázdné");
    }
    Typed { reason, explanation, on, left_in_network, explained, retention_class, until_year }
}

/// The last day on which the folder is kept: as the service sets it, or longer.
pub fn kept_until(form: &mut Form<'_>, typed: &Typed, years: i64) -> Option<Date> {
    let least = retain_until(typed.on?, years);
    match typed.until_year {
        Some(year) if year < least.year() => {
            let least = least.year();
            form.problem("until_year", format!("Složka se uchovává nejméně do konce roku {least}. Kratší být nemůže"));
            None
        }
        Some(year) => Some(date(year, 12, 31)),
        None => Some(least),
    }
}
