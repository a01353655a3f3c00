//! The door to things of a service without a folder: first contacts, anonymous contacts, queues, settings.

use super::db::Unit;
use super::door::{self, Opened};
use super::failure::Failure;
use super::id::{ServiceId, WorkerId};
use super::journal::Concern;
use super::visit::Visit;
use jiff::civil::Date;
use rules::access::decide_desk;

/// The desk of the service the viewer works for now, opened for one act.
pub struct Desk<'v> {
    visit: &'v Visit<'v>,
    service: ServiceId,
}

impl<'v> Desk<'v> {
    pub fn open(visit: &'v Visit<'v>) -> Result<Self, Failure> {
        let viewer = visit.viewer()?;
        let service = viewer.service().ok_or(Failure::Absent)?;
        let verdict = decide_desk(viewer.subject(), viewer.is_head(), visit.act);
        door::pass(visit, Concern::of("service", service.0), verdict)?;
        Ok(Self { visit, service })
    }

    /// At which a worker takes up what came from another service; his own service's desk.
    pub(in crate::kernel) fn beside_crossing(visit: &'v Visit<'v>, service: ServiceId) -> Self {
        Self { visit, service }
    }

    /// For reading the service's rows without a folder; every statement names [`Desk::service`].
    pub fn db(&self) -> &'v Unit {
        self.visit.unit
    }

    pub fn service(&self) -> ServiceId {
        self.service
    }

    pub fn worker(&self) -> Result<WorkerId, Failure> {
        Ok(self.visit.viewer()?.worker())
    }

    pub fn today(&self) -> Date {
        self.visit.today
    }

    pub fn now(&self) -> i64 {
        self.visit.now
    }
}

impl door::sealed::Sealed for Desk<'_> {}

impl<'v> Opened<'v> for Desk<'v> {
    fn visit(&self) -> &'v Visit<'v> {
        self.visit
    }

    fn concern(&self) -> Concern {
        Concern::of("service", self.service.0)
    }
}
