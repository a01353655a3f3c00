//! Units that services report, derived from minutes whenever they are asked for and never stored (R-131, practice 3.1),
//! so that another counting mode never touches the records.

use std::iter::Sum;
use std::ops::Add;

/// From this many minutes an act counts as a contact.
pub const CONTACT_MINUTES: u32 = 10;
/// From this many minutes an act counts as an intervention.
pub const INTERVENTION_MINUTES: u32 = 30;

crate::coded! {
    /// How a funder counts long acts.
    pub enum CountingMode {
        /// One act is one unit.
        Event = "event",
        /// Each full half hour is an intervention, a rest of ten minutes or more one contact.
        Blocks = "blocks",
    }
}

/// How many units of each sort.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Units {
    pub contacts: u32,
    pub interventions: u32,
    /// Shorter than a contact: kept and shown, never reported.
    pub short_contacts: u32,
}

impl Units {
    /// What a report counts: short contacts stay out.
    pub fn reported(self) -> u32 {
        self.contacts.saturating_add(self.interventions)
    }
}

impl Add for Units {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self {
            contacts: self.contacts.saturating_add(other.contacts),
            interventions: self.interventions.saturating_add(other.interventions),
            short_contacts: self.short_contacts.saturating_add(other.short_contacts),
        }
    }
}

impl Sum for Units {
    fn sum<I: Iterator<Item = Self>>(all: I) -> Self {
        all.fold(Self::default(), Add::add)
    }
}

/// The units of one act. No minutes, no unit.
pub fn units_of(minutes: u32, mode: CountingMode) -> Units {
    match (minutes, mode) {
        (0, _) => Units::default(),
        (1..CONTACT_MINUTES, _) => Units { short_contacts: 1, ..Units::default() },
        (_, CountingMode::Event) if minutes < INTERVENTION_MINUTES => Units { contacts: 1, ..Units::default() },
        (_, CountingMode::Event) => Units { interventions: 1, ..Units::default() },
        (_, CountingMode::Blocks) => Units {
            interventions: minutes / INTERVENTION_MINUTES,
            contacts: u32::from(minutes % INTERVENTION_MINUTES >= CONTACT_MINUTES),
            short_contacts: 0,
        },
    }
}

/// One timed act with or for a person. Travel and preparation are internal time and never come here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TimedAct {
    pub minutes: u32,
    /// Done for the client without the client (a call to an authority).
    pub on_behalf: bool,
}

/// Units with the client and on the client's behalf, never mixed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct UnitTotals {
    pub with_client: Units,
    pub on_behalf: Units,
    pub minutes_with_client: u64,
    pub minutes_on_behalf: u64,
}

/// Adds up the acts of a period.
pub fn totals(acts: impl IntoIterator<Item = TimedAct>, mode: CountingMode) -> UnitTotals {
    let mut sum = UnitTotals::default();
    for act in acts {
        let units = units_of(act.minutes, mode);
        if act.on_behalf {
            sum.on_behalf = sum.on_behalf + units;
            sum.minutes_on_behalf = sum.minutes_on_behalf.saturating_add(u64::from(act.minutes));
        } else {
            sum.with_client = sum.with_client + units;
            sum.minutes_with_client = sum.minutes_with_client.saturating_add(u64::from(act.minutes));
        }
    }
    sum
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn units(interventions: u32, contacts: u32, short_contacts: u32) -> Units {
        Units { contacts, interventions, short_contacts }
    }

    #[test]
    fn minutes_become_units_by_the_mode_of_the_funder() {
        let cases = [
            (0, units(0, 0, 0), units(0, 0, 0)),
            (1, units(0, 0, 1), units(0, 0, 1)),
            (9, units(0, 0, 1), units(0, 0, 1)),
            (10, units(0, 1, 0), units(0, 1, 0)),
            (18, units(0, 1, 0), units(0, 1, 0)),
            (29, units(0, 1, 0), units(0, 1, 0)),
            (30, units(1, 0, 0), units(1, 0, 0)),
            (39, units(1, 0, 0), units(1, 0, 0)),
            (40, units(1, 0, 0), units(1, 1, 0)),
            (45, units(1, 0, 0), units(1, 1, 0)),
            (60, units(1, 0, 0), units(2, 0, 0)),
            (70, units(1, 0, 0), units(2, 1, 0)),
        ];
        for (minutes, by_event, by_blocks) in cases {
            assert_eq!(units_of(minutes, CountingMode::Event), by_event, "{minutes} min, event");
            assert_eq!(units_of(minutes, CountingMode::Blocks), by_blocks, "{minutes} min, blocks");
        }
    }

    #[test]
    fn the_call_to_the_authority_is_counted_apart_from_the_visit() {
        let acts = [TimedAct { minutes: 50, on_behalf: false }, TimedAct { minutes: 12, on_behalf: true }];
        let sum = totals(acts, CountingMode::Event);
        assert_eq!((sum.with_client, sum.on_behalf), (units(1, 0, 0), units(0, 1, 0)));
        assert_eq!((sum.minutes_with_client, sum.minutes_on_behalf), (50, 12));
    }

    #[test]
    fn a_short_contact_is_kept_but_not_reported() {
        assert_eq!(units_of(5, CountingMode::Event).reported(), 0);
    }

    fn some_acts() -> impl Strategy<Value = Vec<TimedAct>> {
        let one = (0_u32..600, any::<bool>()).prop_map(|(minutes, on_behalf)| TimedAct { minutes, on_behalf });
        proptest::collection::vec(one, 0..20)
    }

    fn some_mode() -> impl Strategy<Value = CountingMode> {
        prop_oneof![Just(CountingMode::Event), Just(CountingMode::Blocks)]
    }

    proptest! {
        #[test]
        fn one_more_act_never_lowers_a_total(acts in some_acts(), minutes in 0_u32..600, mode in some_mode()) {
            let before = totals(acts.clone(), mode);
            let after = totals(acts.into_iter().chain([TimedAct { minutes, on_behalf: false }]), mode);
            prop_assert!(after.with_client.contacts >= before.with_client.contacts);
            prop_assert!(after.with_client.interventions >= before.with_client.interventions);
            prop_assert_eq!(after.on_behalf, before.on_behalf);
        }

        #[test]
        fn one_minute_more_never_lowers_the_interventions(minutes in 0_u32..2000, mode in some_mode()) {
            prop_assert!(units_of(minutes + 1, mode).interventions >= units_of(minutes, mode).interventions);
        }

        #[test]
        fn by_event_each_act_is_exactly_one_unit(minutes in 1_u32..2000) {
            let got = units_of(minutes, CountingMode::Event);
            prop_assert_eq!(got.reported() + got.short_contacts, 1);
        }

        #[test]
        fn by_blocks_no_minute_is_counted_twice(minutes in 0_u32..2000) {
            let got = units_of(minutes, CountingMode::Blocks);
            prop_assert!(got.interventions * INTERVENTION_MINUTES + got.contacts * CONTACT_MINUTES <= minutes);
        }

        #[test]
        fn the_order_of_acts_does_not_matter(acts in some_acts(), mode in some_mode()) {
            let backwards: Vec<_> = acts.iter().rev().copied().collect();
            prop_assert_eq!(totals(acts, mode), totals(backwards, mode));
        }
    }
}
