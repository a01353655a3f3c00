//! A moment together with the day it falls on. Only the clock of the house knows the time zone, so it brings both.

use jiff::civil::Date;

/// Milliseconds since 1970 in UTC, and the civil day there was at that moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Moment {
    pub at: i64,
    pub day: Date,
}

impl Moment {
    pub fn new(at: i64, day: Date) -> Self {
        Moment { at, day }
    }
}

/// Whole days from one day to another, negative when the second comes first.
pub fn days_between(from: Date, to: Date) -> i64 {
    to.duration_since(from).as_hours() / 24
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn from_tuesday_to_the_next_tuesday_there_are_seven_days() {
        assert_eq!(days_between(date(2026, 3, 3), date(2026, 3, 10)), 7);
        assert_eq!(days_between(date(2026, 3, 10), date(2026, 3, 3)), -7);
    }
}
