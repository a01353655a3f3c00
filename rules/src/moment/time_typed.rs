//! The time of day as people write it: `14:20`, `14.20`, `1420`, `9`, `9h`, `v 9 hodin`.

use jiff::civil::Time;

use crate::text::{fold, tidy};

/// Why a text is no time of day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TimeFlaw {
    Empty,
    /// Not a way of writing the time.
    Unreadable {
        typed: String,
    },
    /// `25:00`, `9:60`
    NoSuchTime {
        typed: String,
    },
}

/// Reads a time of day to the minute.
pub fn read_time(text: &str) -> Result<Time, TimeFlaw> {
    let typed = tidy(text);
    if typed.is_empty() {
        return Err(TimeFlaw::Empty);
    }
    let folded = fold(&typed);
    match folded.as_str() {
        "poledne" | "v poledne" => return Ok(Time::constant(12, 0, 0, 0)),
        "pulnoc" | "o pulnoci" => return Ok(Time::midnight()),
        _ => {}
    }
    let Some((hour, minute)) = hour_and_minute(&folded) else { return Err(TimeFlaw::Unreadable { typed }) };
    match (i8::try_from(hour), i8::try_from(minute)) {
        (Ok(hour), Ok(minute)) => Time::new(hour, minute, 0, 0).map_err(|_| TimeFlaw::NoSuchTime { typed }),
        _ => Err(TimeFlaw::NoSuchTime { typed }),
    }
}

fn hour_and_minute(folded: &str) -> Option<(u32, u32)> {
    let bare = ["ve ", "v ", "od ", "do "].iter().find_map(|word| folded.strip_prefix(word)).unwrap_or(folded);
    let bare = ["hodiny", "hodina", "hodin", "hod.", "hod", "h.", "h"]
        .iter()
        .find_map(|unit| bare.strip_suffix(unit))
        .unwrap_or(bare)
        .trim();
    let halves: Vec<&str> =
        bare.split([':', '.', ',', 'h', ' ']).map(str::trim).filter(|half| !half.is_empty()).collect();
    match halves.as_slice() {
        [hour, minute] if hour.len() <= 2 && minute.len() == 2 => Some((number(hour)?, number(minute)?)),
        [hour] if hour.len() <= 2 => Some((number(hour)?, 0)),
        [together] if together.len() <= 4 => {
            let value = number(together)?;
            Some((value / 100, value % 100))
        }
        _ => None,
    }
}

fn number(digits: &str) -> Option<u32> {
    digits.chars().all(|c| c.is_ascii_digit()).then(|| digits.parse().ok()).flatten()
}

/// `9:05`: how a time is shown.
pub fn show_time(time: Time) -> String {
    format!("{}:{:02}", time.hour(), time.minute())
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use jiff::civil::time;
    use proptest::prelude::*;

    #[test]
    fn one_time_is_written_in_many_ways() {
        for typed in [
            "14:20",
            "14.20",
            "14,20",
            "1420",
            "14 20",
            "14h20",
            "14 h 20",
            "14 : 20",
            "ve 14:20",
            "14.20 hod.",
            "\u{a0}14:20 h",
        ] {
            assert_eq!(read_time(typed), Ok(time(14, 20, 0, 0)), "{typed}");
        }
        for typed in ["9", "9h", "9 h", "09", "9:00", "900", "0900", "v 9 hodin", "od 9", "9 hod"] {
            assert_eq!(read_time(typed), Ok(time(9, 0, 0, 0)), "{typed}");
        }
        assert_eq!(read_time("v poledne"), Ok(time(12, 0, 0, 0)));
        assert_eq!(read_time("0:00"), Ok(Time::midnight()));
    }

    #[test]
    fn a_text_that_is_no_time_says_why() {
        assert_eq!(read_time("  "), Err(TimeFlaw::Empty));
        for typed in ["25:00", "9:60", "24:00", "2460", "99"] {
            assert_eq!(read_time(typed), Err(TimeFlaw::NoSuchTime { typed: typed.into() }), "{typed}");
        }
        for typed in ["ráno", "9:5", "14:20:30", "12345", "-9", "9–10", "h"] {
            assert_eq!(read_time(typed), Err(TimeFlaw::Unreadable { typed: typed.into() }), "{typed}");
        }
    }

    proptest! {
        #[test]
        fn what_is_shown_is_read_back(hour in 0_i8..24, minute in 0_i8..60) {
            let one = Time::new(hour, minute, 0, 0).unwrap();
            prop_assert_eq!(read_time(&show_time(one)), Ok(one));
            prop_assert_eq!(read_time(&format!("{hour:02}{minute:02}")), Ok(one));
        }

        #[test]
        fn no_text_makes_the_reader_fall(text in "\\PC{0,12}") {
            let _ = read_time(&text);
        }
    }
}
