//! Today and now; the only file that asks the time. Tests and the demo set it.
//!
//! A clock may start at a given moment and ticks from there; it never goes below the moment of the last journal
//! entry, so a clock moved back revives no consent, no session and no deadline.

use jiff::civil::{Date, DateTime, Time};
use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan};
use std::sync::Arc;
use std::sync::LazyLock;
use std::sync::atomic::{AtomicI64, Ordering::Relaxed};

static PRAGUE: LazyLock<TimeZone> = LazyLock::new(|| TimeZone::get("Europe/Prague").unwrap_or(TimeZone::UTC));

/// The clock of the house, in the zone of the trade's civil dates.
#[derive(Clone)]
pub struct Clock {
    /// What is added to the machine's time.
    shift: i64,
    /// A clock that stands still, for tests.
    stands_at: Option<Arc<AtomicI64>>,
    floor: Arc<AtomicI64>,
}

impl Clock {
    pub fn system() -> Self {
        Self { shift: 0, stands_at: None, floor: Arc::default() }
    }

    /// A clock that shows `start` (Europe/Prague) now and ticks on.
    pub fn ticking_from(start: DateTime) -> Self {
        let mut clock = Self::system();
        clock.shift = moment(start) - machine_time();
        clock
    }

    /// A clock that stands at a moment of Prague.
    pub fn standing_at(at: DateTime) -> Self {
        Self { stands_at: Some(Arc::new(AtomicI64::new(moment(at)))), ..Self::system() }
    }

    /// A clock that stands at noon of a day.
    pub fn fixed_on(day: Date) -> Self {
        Self::standing_at(day.at(12, 0, 0, 0))
    }

    /// Somebody moves the hands of a clock that stands; one that ticks is not touched.
    pub fn move_to(&self, moment: i64) {
        if let Some(at) = &self.stands_at {
            at.store(moment, Relaxed);
        }
    }

    /// Now, in milliseconds; never before the last journal entry.
    pub fn now(&self) -> i64 {
        let stands_at = self.stands_at.as_ref().map(|at| at.load(Relaxed));
        let now = stands_at.unwrap_or_else(|| machine_time() + self.shift);
        now.max(self.floor.load(Relaxed))
    }

    /// Remembers that this moment has been.
    pub fn never_before(&self, moment: i64) {
        self.floor.fetch_max(moment, Relaxed);
    }
}

/// What the machine's own clock shows, for comparing with times of its files.
#[expect(clippy::disallowed_methods, reason = "this is the place")]
pub(in crate::kernel) fn machine_time() -> i64 {
    Timestamp::now().as_millisecond()
}

/// The civil moment in Prague.
pub fn civil(at: i64) -> DateTime {
    Timestamp::from_millisecond(at).unwrap_or_default().to_zoned(PRAGUE.clone()).datetime()
}

/// The civil date of a moment.
pub fn day_of(at: i64) -> Date {
    civil(at).date()
}

/// The moment of a civil time in Prague; in the repeated hour of autumn the earlier one, in the missing hour of
/// spring the later.
pub fn moment(at: DateTime) -> i64 {
    at.to_zoned(PRAGUE.clone()).map_or(i64::MAX, |zoned| zoned.timestamp().as_millisecond())
}

/// The moment of a time on a day.
pub fn moment_on(day: Date, time: Time) -> i64 {
    moment(day.to_datetime(time))
}

/// The first millisecond of a day.
pub fn start_of(day: Date) -> i64 {
    moment(day.to_datetime(Time::midnight()))
}

/// The last millisecond of a day.
pub fn end_of(day: Date) -> i64 {
    start_of(day.checked_add(1.day()).unwrap_or(day)) - 1
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    const HOUR: i64 = 3_600_000;

    #[test]
    fn the_nights_when_the_clocks_change_have_their_true_length() {
        let length = |day: Date| end_of(day) + 1 - start_of(day);
        assert_eq!(length(date(2026, 3, 29)), 23 * HOUR);
        assert_eq!(length(date(2026, 10, 25)), 25 * HOUR);
        assert_eq!(length(date(2026, 3, 3)), 24 * HOUR);
    }

    #[test]
    fn a_clock_moved_back_stands_at_what_has_already_been() {
        let later = Clock::fixed_on(date(2026, 5, 2)).now();
        let clock = Clock::fixed_on(date(2026, 5, 1));
        clock.never_before(later);
        assert_eq!(day_of(clock.now()), date(2026, 5, 2));
    }

    #[test]
    fn a_moment_and_its_civil_time_are_the_same() {
        let at = date(2026, 3, 3).at(14, 20, 0, 0);
        assert_eq!(civil(moment(at)), at);
    }
}
