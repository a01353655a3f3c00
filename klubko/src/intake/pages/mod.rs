//! The pages of first contacts.

pub mod anonymous;
pub mod first_contact;
pub mod new_anonymous;
pub mod new_contact;
pub mod queue;

/// `Bc. Dana Zkusmá` of its parts.
fn name_of(parts: [&str; 3]) -> String {
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
}

/// `18 min → 1 kontakt`: units are derived whenever they are shown.
fn length(minutes: i64) -> String {
    use crate::kernel::format_cs;
    use crate::kernel::messages_cs::InCzech;
    use rules::units::{CountingMode, units_of};
    if minutes == 0 {
        return String::new();
    }
    let units = units_of(u32::try_from(minutes).unwrap_or(0), CountingMode::Event);
    format!("{} → {}", format_cs::minutes(minutes), units.cs())
}
