//! How long something took, as people write it, in minutes: `45`, `45 min`, `1:20`, `1 h`, `1,5 h`, `1 h 20`,
//! `půl hodiny` (UX 2a no. 4).

use crate::text::{fold, tidy};

/// From this many minutes on a length is a slip: nobody talks with a client for half a day at one go.
pub const TOO_LONG_MINUTES: u32 = 12 * 60;

/// Why a text is no length of a contact.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DurationFlaw {
    Empty,
    Unreadable {
        typed: String,
    },
    Zero,
    /// Twelve hours or more, as in „24 h“.
    TooLong {
        minutes: u32,
    },
}

/// Reads a length in minutes; a bare whole number means minutes, a bare `1,5` hours.
pub fn read_minutes(text: &str) -> Result<u32, DurationFlaw> {
    let typed = tidy(text);
    if typed.is_empty() {
        return Err(DurationFlaw::Empty);
    }
    let folded = fold(&typed);
    let bare = ["asi ", "cca ", "cca. ", "zhruba ", "priblizne "].iter().find_map(|about| folded.strip_prefix(about));
    let bare = bare.unwrap_or(&folded).replace('½', "1/2").replace('¼', "1/4").replace('¾', "3/4");
    match in_words(&bare).or_else(|| in_figures(&bare)) {
        Some(minutes) => allowed(minutes),
        None => Err(DurationFlaw::Unreadable { typed }),
    }
}

/// Holds the limits for a length that comes from elsewhere (a start and an end, a button).
pub fn allowed(minutes: u32) -> Result<u32, DurationFlaw> {
    match minutes {
        0 => Err(DurationFlaw::Zero),
        TOO_LONG_MINUTES.. => Err(DurationFlaw::TooLong { minutes }),
        fine => Ok(fine),
    }
}

/// `45 min`, `2 h`, `1 h 20 min`, with spaces that do not break.
pub fn show_minutes(minutes: u32) -> String {
    match (minutes / 60, minutes % 60) {
        (0, rest) => format!("{rest}\u{a0}min"),
        (hours, 0) => format!("{hours}\u{a0}h"),
        (hours, rest) => format!("{hours}\u{a0}h\u{a0}{rest}\u{a0}min"),
    }
}

fn in_words(folded: &str) -> Option<u32> {
    Some(match folded {
        "ctvrt hodiny" | "1/4 hodiny" | "1/4 h" | "ctvrthodina" | "ctvrthodinu" | "ctvrthodinka" => 15,
        "pul hodiny" | "1/2 hodiny" | "1/2 h" | "pulhodina" | "pulhodinu" | "pulhodinka" | "pul h" | "pulka" => 30,
        "tri ctvrte hodiny" | "3/4 hodiny" | "3/4 h" | "tri ctvrti hodiny" | "trictvrte hodiny" | "trictvrtehodina" => {
            45
        }
        "hodina" | "hodinu" | "hodinka" | "hodinku" => 60,
        "hodina a ctvrt" | "hodinu a ctvrt" | "pet ctvrti hodiny" => 75,
        "hodina a pul" | "hodinu a pul" | "puldruhe hodiny" | "pul druhe hodiny" => 90,
        "dve hodiny" => 120,
        "tri hodiny" => 180,
        _ => return None,
    })
}

fn in_figures(folded: &str) -> Option<u32> {
    if let Some((hours, minutes)) = folded.split_once(':') {
        let minutes = ["hod.", "hod", "h"].iter().find_map(|unit| minutes.strip_suffix(unit)).unwrap_or(minutes);
        return clock(hours.trim(), minutes.trim());
    }
    if let Some(hours) = folded.strip_suffix(" a pul hodiny").or_else(|| folded.strip_suffix(" a pul h")) {
        return whole(hours)?.checked_mul(60)?.checked_add(30);
    }
    if let Some((before, after)) = split_at_hours(folded) {
        let hours = decimal_hours(before.trim())?;
        let rest = after.trim();
        let rest = rest.strip_prefix("a ").unwrap_or(rest);
        return match rest {
            "" => Some(hours),
            "a pul" | "pul" => hours.checked_add(30),
            "ctvrt" => hours.checked_add(15),
            minutes if !before.contains([',', '.']) => {
                let extra = whole(without_minutes(minutes)?).filter(|extra| *extra < 60)?;
                hours.checked_add(extra)
            }
            _ => None,
        };
    }
    match without_minutes(folded) {
        // Minutes were named, so a fraction of them is a slip.
        Some(minutes) if minutes.len() < folded.len() => whole(minutes),
        _ if folded.contains(',') => decimal_hours(folded),
        _ => match folded.split_once('.') {
            Some((hours, minutes)) if minutes.len() == 2 => clock(hours, minutes),
            Some(_) => decimal_hours(folded),
            None => whole(folded),
        },
    }
}

/// The text before and after the word for hours.
fn split_at_hours(folded: &str) -> Option<(&str, &str)> {
    let at = folded.find('h')?;
    let (before, from_unit) = folded.split_at_checked(at)?;
    let unit = ["hodiny", "hodina", "hodinu", "hodin", "hod.", "hod", "h.", "h"];
    let after = unit.iter().find_map(|unit| from_unit.strip_prefix(unit))?;
    Some((before, after))
}

/// The figures of `20`, `20 min`, `20 minut`.
fn without_minutes(text: &str) -> Option<&str> {
    let unit = ["minuty", "minuta", "minutu", "minut", "min.", "min", "m", "'", "’", "´"];
    let bare = unit.iter().find_map(|unit| text.strip_suffix(unit)).unwrap_or(text).trim();
    (!bare.is_empty()).then_some(bare)
}

fn clock(hours: &str, minutes: &str) -> Option<u32> {
    let rest = whole(minutes).filter(|rest| *rest < 60 && minutes.len() == 2)?;
    whole(hours)?.checked_mul(60)?.checked_add(rest)
}

/// `1`, `1,5`, `0.25` hours in minutes, rounded to the nearest.
fn decimal_hours(text: &str) -> Option<u32> {
    let (hours, fraction) = text.split_once([',', '.']).unwrap_or((text, "0"));
    let scale = match fraction.len() {
        1 => 10,
        2 => 100,
        _ => return None,
    };
    let part = (whole(fraction)? * 60 + scale / 2) / scale;
    whole(hours)?.checked_mul(60)?.checked_add(part)
}

fn whole(digits: &str) -> Option<u32> {
    (digits.len() <= 5 && digits.chars().all(|c| c.is_ascii_digit())).then(|| digits.parse().ok()).flatten()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn lengths_are_written_in_many_ways() {
        let cases: [(u32, &[&str]); 9] = [
            (5, &["5", "5 min", "5min.", "5 m", "5 minut", "0:05"]),
            (15, &["15", "čtvrt hodiny", "Čtvrthodina", "0,25", "0,25 h"]),
            (30, &["30", "půl hodiny", "půlhodina", "0,5 h", "0,5", "0.5", "0:30"]),
            (45, &["45", "45 min", "45 minut", "tři čtvrtě hodiny", "¾ h", "cca 45 min", "45'", "45´", "0,75 h"]),
            (60, &["60", "1 h", "1h", "1 hod.", "1 hodina", "hodinu", "1:00", "1,0"]),
            (
                80,
                &[
                    "80",
                    "1:20",
                    "1 h 20",
                    "1h20",
                    "1 h 20 min",
                    "1 hod 20 minut",
                    "1 hodina a 20 minut",
                    "1:20 h",
                    "asi 80 min",
                    "1.20",
                    "1 : 20",
                ],
            ),
            (
                90,
                &[
                    "90",
                    "1,5 h",
                    "1,5",
                    "1.5 h",
                    "1.5",
                    "1:30",
                    "hodina a půl",
                    "1 h a půl",
                    "1,5 hodiny",
                    "1 a půl hodiny",
                    "1 a půl h",
                ],
            ),
            (120, &["2 h", "2 hodiny", "dvě hodiny", "2\u{a0}h", "2:00"]),
            (719, &["719", "11:59", "11 h 59 min"]),
        ];
        for (minutes, ways) in cases {
            for typed in ways {
                assert_eq!(read_minutes(typed), Ok(minutes), "{typed}");
            }
        }
    }

    #[test]
    fn a_text_that_is_no_length_says_why() {
        assert_eq!(read_minutes("\u{a0}"), Err(DurationFlaw::Empty));
        for typed in ["0", "0 min", "0:00", "0 h"] {
            assert_eq!(read_minutes(typed), Err(DurationFlaw::Zero), "{typed}");
        }
        for (typed, minutes) in [("24 h", 1440), ("12:00", 720), ("720", 720), ("24:00", 1440), ("99999", 99_999)] {
            assert_eq!(read_minutes(typed), Err(DurationFlaw::TooLong { minutes }), "{typed}");
        }
        for typed in
            ["dlouho", "-5", "1:5", "1:75", "1,5 min", "1,5 h 20", "1 h 75", "h", "min", "1,2345 h", "5 10", "999999"]
        {
            assert_eq!(read_minutes(typed), Err(DurationFlaw::Unreadable { typed: typed.into() }), "{typed}");
        }
    }

    #[test]
    fn a_length_is_shown_in_hours_and_minutes() {
        assert_eq!(show_minutes(45), "45\u{a0}min");
        assert_eq!(show_minutes(60), "1\u{a0}h");
        assert_eq!(show_minutes(80), "1\u{a0}h\u{a0}20\u{a0}min");
    }

    proptest! {
        #[test]
        fn what_is_shown_is_read_back(minutes in 1_u32..TOO_LONG_MINUTES) {
            prop_assert_eq!(read_minutes(&show_minutes(minutes)), Ok(minutes));
            prop_assert_eq!(read_minutes(&minutes.to_string()), Ok(minutes));
            prop_assert_eq!(read_minutes(&format!("{}:{:02}", minutes / 60, minutes % 60)), Ok(minutes));
        }

        #[test]
        fn whatever_is_typed_the_length_stays_within_the_limits(text in "[0-9]{0,6}[ :.,]{0,2}[0-9]{0,6} ?(h|hod|min|m)?( ?[0-9]{0,5})?") {
            if let Ok(minutes) = read_minutes(&text) {
                prop_assert!((1..TOO_LONG_MINUTES).contains(&minutes));
            }
        }

        #[test]
        fn no_text_makes_the_reader_fall(text in "\\PC{0,20}") {
            let _ = read_minutes(&text);
        }
    }
}
