//! The door in the wall: one item that another service shared, opened for one act of one viewer.
//!
//! Nothing else of the other service can be reached. The ground is asked for at each read, in the statement that reads:
//! what was withdrawn a moment ago is not there. The sender sees what he shared through his own folder.

use super::content;
use super::crossing_item::{Facts, facts};
use super::db::Unit;
use super::desk::Desk;
use super::door::{self, Opened};
use super::failure::Failure;
use super::id::{FolderId, ServiceId, WorkerId};
use super::journal::{self, Concern, Entry};
use super::seeded;
use super::visit::Visit;
use bytes::Bytes;
use jiff::civil::Date;
use rules::access::{Because, GroundKind, decide_shared};
use uuid::Uuid;

/// A shared item, opened by somebody to whom it may come.
pub struct Crossing<'v> {
    visit: &'v Visit<'v>,
    facts: Facts,
    because: Because,
    service: ServiceId,
}

/// The folder on the other side of the wall. It can be written about by a deed that crosses, and never read.
#[derive(Clone, Copy, Debug)]
pub struct FarFolder {
    id: FolderId,
    service: ServiceId,
    concern: Concern,
}

impl<'v> Crossing<'v> {
    /// Opens the item named in the path for the route's act, or it is as if it did not exist.
    pub fn open(visit: &'v Visit<'v>) -> Result<Self, Failure> {
        let viewer = visit.viewer()?;
        let id: Uuid = visit.path("item")?;
        let service = viewer.service().ok_or(Failure::Absent)?;
        let facts = facts(visit, id)?.ok_or(Failure::Absent)?;
        let concern = Concern::folder(facts.folder_id, facts.pseudonym);
        let verdict = decide_shared(viewer.subject(), &facts.share(), visit.act, visit.today);
        let (because, _) = door::pass(visit, concern, seeded::verdict(verdict, viewer.subject(), visit.act))?;
        Ok(Self { visit, facts, because, service })
    }

    /// For reading the viewer's own rows beside it.
    pub fn db(&self) -> &'v Unit {
        self.visit.unit
    }

    pub fn id(&self) -> Uuid {
        self.facts.id
    }

    /// The viewer's own service, to which it came.
    pub fn service(&self) -> ServiceId {
        self.service
    }

    pub fn kind(&self) -> &str {
        &self.facts.kind
    }

    pub fn title(&self) -> &str {
        &self.facts.title
    }

    pub fn body(&self) -> &str {
        &self.facts.body
    }

    pub fn topic(&self) -> &str {
        &self.facts.topic
    }

    pub fn attachment(&self) -> Option<Uuid> {
        self.facts.attachment_id
    }

    pub fn from_service(&self) -> ServiceId {
        self.facts.service_id
    }

    pub fn from_service_name(&self) -> &str {
        &self.facts.service_name
    }

    pub fn shared_by(&self) -> &str {
        &self.facts.shared_by
    }

    pub fn shared_at(&self) -> i64 {
        self.facts.shared_at
    }

    /// The last day of the consent it rests on; none on a ground in the law.
    pub fn until(&self) -> Option<Date> {
        self.facts.valid_until
    }

    /// The ground in the law on which it rests: which one, how it was cited, why. None on a consent.
    pub fn on_law(&self) -> Option<(GroundKind, &str, &str)> {
        let kind = Some(self.facts.ground_kind()).filter(|kind| kind.is_in_the_law());
        kind.map(|kind| (kind, self.facts.citation.as_str(), self.facts.reason.as_str()))
    }

    pub fn viewer(&self) -> Result<WorkerId, Failure> {
        Ok(self.visit.viewer()?.worker())
    }

    pub fn today(&self) -> Date {
        self.visit.today
    }

    pub fn now(&self) -> i64 {
        self.visit.now
    }

    /// The address of a page of this item.
    pub fn path(&self, page: &str) -> String {
        format!("/shared/{}{page}", self.facts.id)
    }

    /// Where it came from, for a deed that writes there what its receiver did.
    pub fn far_folder(&self) -> FarFolder {
        FarFolder { id: self.facts.folder_id, service: self.facts.service_id, concern: self.concern() }
    }

    /// The desk of the viewer's own service, at which what came is taken up.
    pub fn own_desk(&self) -> Desk<'v> {
        Desk::beside_crossing(self.visit, self.service)
    }

    /// Bytes of the shared document; every handing out has its entry.
    pub fn hand_out(&self, attachment: Uuid, digest: &[u8]) -> Result<Bytes, Failure> {
        let bytes = content::read(self.visit.unit, digest)?;
        journal::note(self.visit, self.concern(), Entry::handed_out(attachment, self.because))?;
        Ok(bytes)
    }
}

impl FarFolder {
    pub fn id(&self) -> FolderId {
        self.id
    }

    pub fn service(&self) -> ServiceId {
        self.service
    }

    /// The entry stands in the journal of that folder: its own people find it there.
    pub fn entry(&self, entry: Entry) -> Entry {
        entry.in_concern(self.concern)
    }

    /// A folder joined with this one, as `folder_join` says; its id comes from there.
    pub(in crate::kernel) fn new(id: FolderId, service: ServiceId, pseudonym: Uuid) -> Self {
        Self { id, service, concern: Concern::folder(id, pseudonym) }
    }
}

impl door::sealed::Sealed for Crossing<'_> {}

impl<'v> Opened<'v> for Crossing<'v> {
    fn visit(&self) -> &'v Visit<'v> {
        self.visit
    }

    fn concern(&self) -> Concern {
        Concern::folder(self.facts.folder_id, self.facts.pseudonym)
    }
}
