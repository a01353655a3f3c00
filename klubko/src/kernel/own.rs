//! The door to what belongs to the worker himself: profile, sessions, drafts without a folder; and, for acts open to
//! anybody, to the account that somebody signs in to.

use super::db::Unit;
use super::door::{self, Opened};
use super::failure::Failure;
use super::id::WorkerId;
use super::journal::Concern;
use super::visit::{NOBODY, Visit};
use jiff::civil::Date;
use rules::access::Scope;

pub struct Own<'v> {
    visit: &'v Visit<'v>,
    account: WorkerId,
}

impl<'v> Own<'v> {
    /// One's own things; looking at them needs no entry.
    pub fn open(visit: &'v Visit<'v>) -> Result<Self, Failure> {
        let account = visit.viewer()?.worker();
        if visit.act.scope() == Scope::Own { Ok(Self { visit, account }) } else { Err(Failure::Absent) }
    }

    /// For acts of somebody who is not signed in (sign-in, set-up): only what the kernel has weighed.
    pub(crate) fn of_nobody(visit: &'v Visit<'v>) -> Result<Self, Failure> {
        if visit.act.scope() != Scope::Anybody {
            return Err(Failure::Absent);
        }
        Ok(Self { visit, account: WorkerId(NOBODY) })
    }

    pub fn db(&self) -> &'v Unit {
        self.visit.unit
    }

    pub fn worker(&self) -> WorkerId {
        self.account
    }

    pub fn today(&self) -> Date {
        self.visit.today
    }

    pub fn now(&self) -> i64 {
        self.visit.now
    }
}

impl door::sealed::Sealed for Own<'_> {}

impl<'v> Opened<'v> for Own<'v> {
    fn visit(&self) -> &'v Visit<'v> {
        self.visit
    }

    fn concern(&self) -> Concern {
        Concern::of("account", self.account.0)
    }
}
