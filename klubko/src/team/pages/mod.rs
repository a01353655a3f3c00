pub mod answer;
pub mod assignment;
pub mod deputy;
pub mod exclusion;
pub mod handover;
pub mod overview;
pub mod substitution;

use crate::kernel::clock;
use crate::kernel::format_cs;
use rules::coded::Coded;

use crate::kernel::messages_cs::InCzech;

/// The values of a coded list for a group of chips.
fn options<T: Coded + InCzech>() -> Vec<(&'static str, String)> {
    T::ALL.iter().map(|one| (one.code(), one.cs().into_owned())).collect()
}

/// `od po 9. 3. 2026 10:00 do út 12. 5. 2026 15:00`; the time of day where a day begins in the middle of one.
fn period(from_at: i64, until_at: Option<i64>) -> String {
    let until = until_at.map(|until| format!(" do {}", at(until)));
    format!("od {}{}", at(from_at), until.unwrap_or_default())
}

fn at(moment: i64) -> String {
    let day = clock::day_of(moment);
    if clock::start_of(day) == moment { format_cs::weekday_date(day) } else { format_cs::weekday_moment(moment) }
}
