//! When a contact took place. It cannot lie in the future and cannot end before it began; both block the saving
//! (UX 3.9). Moments are exact, so the night the clock is changed counts its true minutes.

use jiff::Timestamp;
use jiff::civil::Date;

use super::duration_typed::{DurationFlaw, allowed};

/// When a contact began and how long it took.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ContactTime {
    starts_at: Timestamp,
    minutes: u32,
}

/// Why a contact cannot have taken place then.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ContactTimeFlaw {
    /// „Kontakt nemůže být v budoucnosti. Chcete ho naplánovat?“
    InFuture,
    /// „Konec 9:00 je dřív než začátek 10:00“
    EndBeforeStart {
        start: Timestamp,
        end: Timestamp,
    },
    Length(DurationFlaw),
}

impl ContactTime {
    /// A contact of so many minutes. One written down while it still goes on is let through: it began.
    pub fn lasting(starts_at: Timestamp, minutes: u32, now: Timestamp) -> Result<Self, ContactTimeFlaw> {
        if starts_at > now {
            return Err(ContactTimeFlaw::InFuture);
        }
        Ok(Self { starts_at, minutes: allowed(minutes).map_err(ContactTimeFlaw::Length)? })
    }

    /// A contact from one moment to another.
    pub fn between(start: Timestamp, end: Timestamp, now: Timestamp) -> Result<Self, ContactTimeFlaw> {
        if end < start {
            return Err(ContactTimeFlaw::EndBeforeStart { start, end });
        }
        let minutes = end.duration_since(start).as_secs() / 60;
        Self::lasting(start, u32::try_from(minutes).unwrap_or(u32::MAX), now)
    }

    pub fn starts_at(self) -> Timestamp {
        self.starts_at
    }

    pub fn minutes(self) -> u32 {
        self.minutes
    }
}

/// The same for what has a day only: a letter, a visit known by its date.
pub fn not_in_future(day: Date, today: Date) -> Result<Date, ContactTimeFlaw> {
    if day > today { Err(ContactTimeFlaw::InFuture) } else { Ok(day) }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use jiff::civil::date;
    use proptest::prelude::*;

    fn at(text: &str) -> Timestamp {
        text.parse().unwrap()
    }

    #[test]
    fn a_contact_of_tomorrow_is_an_appointment() {
        let now = at("2026-03-02T10:05:00+01:00");
        assert_eq!(ContactTime::lasting(at("2026-03-02T10:06:00+01:00"), 18, now), Err(ContactTimeFlaw::InFuture));
        assert_eq!(not_in_future(date(2026, 3, 3), date(2026, 3, 2)), Err(ContactTimeFlaw::InFuture));
        assert_eq!(not_in_future(date(2026, 3, 2), date(2026, 3, 2)), Ok(date(2026, 3, 2)));
    }

    #[test]
    fn a_call_that_began_this_minute_may_be_written_down() {
        let now = at("2026-03-02T10:05:00+01:00");
        let call = ContactTime::lasting(now, 18, now).unwrap();
        assert_eq!((call.starts_at(), call.minutes()), (now, 18));
    }

    #[test]
    fn nothing_ends_before_it_begins() {
        let (start, end) = (at("2026-03-02T10:00:00+01:00"), at("2026-03-02T09:00:00+01:00"));
        let now = at("2026-03-02T12:00:00+01:00");
        assert_eq!(ContactTime::between(start, end, now), Err(ContactTimeFlaw::EndBeforeStart { start, end }));
        assert_eq!(ContactTime::between(start, start, now), Err(ContactTimeFlaw::Length(DurationFlaw::Zero)));
        assert_eq!(ContactTime::between(end, start, now).unwrap().minutes(), 60);
    }

    #[test]
    fn a_visit_of_24_hours_is_a_slip() {
        let now = at("2026-03-03T12:00:00+01:00");
        let day = ContactTime::between(at("2026-03-02T09:00:00+01:00"), at("2026-03-03T09:00:00+01:00"), now);
        assert_eq!(day, Err(ContactTimeFlaw::Length(DurationFlaw::TooLong { minutes: 1440 })));
    }

    #[test]
    fn in_the_night_of_the_changed_clock_the_true_minutes_count() {
        let now = at("2026-03-29T12:00:00+02:00");
        let night = ContactTime::between(at("2026-03-29T01:30:00+01:00"), at("2026-03-29T03:30:00+02:00"), now);
        assert_eq!(night.unwrap().minutes(), 60);
    }

    proptest! {
        #[test]
        fn an_end_gives_the_minutes_that_were_added(minutes in 1_u32..700, start in 1_700_000_000_i64..1_800_000_000) {
            let starts = Timestamp::from_second(start).unwrap();
            let ends = Timestamp::from_second(start + i64::from(minutes) * 60).unwrap();
            prop_assert_eq!(ContactTime::between(starts, ends, ends), ContactTime::lasting(starts, minutes, ends));
        }
    }
}
