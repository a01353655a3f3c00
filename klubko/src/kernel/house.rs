//! The door to the house itself: accounts and services for the technical admin, the journal for the data protection
//! officer. No client's content is behind it.

use super::db::Unit;
use super::door::{self, Opened};
use super::failure::Failure;
use super::journal::Concern;
use super::visit::Visit;
use jiff::civil::Date;
use rules::access::decide_house;
use uuid::Uuid;

/// One provider has one house.
const THE_HOUSE: Uuid = Uuid::max();

pub struct House<'v> {
    visit: &'v Visit<'v>,
}

impl<'v> House<'v> {
    pub fn open(visit: &'v Visit<'v>) -> Result<Self, Failure> {
        let verdict = decide_house(visit.viewer()?.subject(), visit.act);
        door::pass(visit, Concern::of("house", THE_HOUSE), verdict)?;
        Ok(Self { visit })
    }

    pub fn db(&self) -> &'v Unit {
        self.visit.unit
    }

    pub fn today(&self) -> Date {
        self.visit.today
    }
}

impl door::sealed::Sealed for House<'_> {}

impl<'v> Opened<'v> for House<'v> {
    fn visit(&self) -> &'v Visit<'v> {
        self.visit
    }

    fn concern(&self) -> Concern {
        Concern::of("house", THE_HOUSE)
    }
}
