//! How a shared item stands on the day that the sender's folder is shown.

use crate::kernel::clock;
use jiff::civil::Date;

/// What holds it, or what ended it. For the sender; the receiver's sight is decided by the predicate alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rests {
    InForce,
    /// The sender ended it.
    Stopped {
        at: i64,
    },
    Withdrawn {
        at: i64,
    },
    Expired {
        on: Date,
    },
    /// A newer decision took the consent's place.
    Superseded,
    /// Its topic stands in the consent no more.
    OutsideTopics,
}

/// What happened to an item until a moment; later facts are not known yet.
#[derive(Clone, Copy, Debug, Default)]
pub struct Happened {
    pub stopped_at: Option<i64>,
    pub withdrawn_at: Option<i64>,
    pub superseded_at: Option<i64>,
    pub valid_until: Option<Date>,
    pub is_on_consent: bool,
    pub covers_topic: bool,
}

/// How it stands at a moment.
pub fn standing(happened: &Happened, at: i64) -> Rests {
    let known = |moment: Option<i64>| moment.filter(|moment| *moment <= at);
    if let Some(at) = known(happened.stopped_at) {
        return Rests::Stopped { at };
    }
    if !happened.is_on_consent {
        return Rests::InForce;
    }
    match (known(happened.withdrawn_at), known(happened.superseded_at), happened.valid_until) {
        (Some(at), ..) => Rests::Withdrawn { at },
        (_, Some(_), _) => Rests::Superseded,
        (_, _, Some(last)) if last < clock::day_of(at) => Rests::Expired { on: last },
        _ if !happened.covers_topic => Rests::OutsideTopics,
        _ => Rests::InForce,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn an_item_is_held_until_the_first_thing_that_ends_it() {
        let whole = Happened {
            valid_until: Some(date(2026, 12, 31)),
            is_on_consent: true,
            covers_topic: true,
            ..Happened::default()
        };
        let noon = clock::end_of(date(2026, 6, 8)) - 43_200_000;
        let later = Some(noon + 1);
        assert_eq!(standing(&whole, noon), Rests::InForce);
        assert_eq!(standing(&Happened { withdrawn_at: later, ..whole }, noon), Rests::InForce);
        assert_eq!(standing(&Happened { withdrawn_at: later, ..whole }, noon + 1), Rests::Withdrawn { at: noon + 1 });
        assert_eq!(standing(&Happened { stopped_at: later, ..whole }, noon + 1), Rests::Stopped { at: noon + 1 });
        assert_eq!(standing(&Happened { superseded_at: later, ..whole }, noon + 1), Rests::Superseded);
        assert_eq!(standing(&Happened { covers_topic: false, ..whole }, noon), Rests::OutsideTopics);
        let over = Happened { valid_until: Some(date(2026, 6, 7)), ..whole };
        assert_eq!(standing(&over, noon), Rests::Expired { on: date(2026, 6, 7) });
        assert_eq!(standing(&Happened { is_on_consent: false, ..over }, noon), Rests::InForce);
    }
}
