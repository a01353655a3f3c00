//! THE DOOR: the only way to one client's data.
//!
//! [`Folder::open`] decides (`rules::access::decide`), notes the look, and hands out the one value that store
//! functions accept. The act is the route's own, written once in the site map.
//!
//! A folder cannot be forged. This compiles:
//! ```no_run
//! # use klubko::kernel::{failure::Failure, folder::Folder, visit::Visit};
//! fn number<'v>(visit: &'v Visit<'v>) -> Result<String, Failure> { Ok(Folder::open(visit)?.number().to_owned()) }
//! ```
//! and this does not (private fields, E0451):
//! ```compile_fail,E0451
//! # use klubko::kernel::{failure::Failure, folder::Folder, visit::Visit};
//! fn forge<'v>(visit: &'v Visit<'v>, other: Folder<'v>) -> Folder<'v> { Folder { visit, ..other } }
//! ```
//! A store takes a folder, never an id. This compiles:
//! ```no_run
//! # use klubko::{activity, kernel::{failure::Failure, folder::Folder, id::FolderId}};
//! fn count(folder: &Folder) -> Result<usize, Failure> { Ok(activity::of_folder(folder)?.len()) }
//! ```
//! and this does not (mismatched types, E0308):
//! ```compile_fail,E0308
//! # use klubko::{activity, kernel::{failure::Failure, folder::Folder, id::FolderId}};
//! fn count(id: FolderId) -> Result<usize, Failure> { Ok(activity::of_folder(&id)?.len()) }
//! ```

use super::clock;
use super::content;
use super::db::Unit;
use super::door::{self, Opened};
use super::failure::Failure;
use super::folder_inspection::{self, Inspection};
use super::id::{FolderId, PersonId, ServiceId, WorkerId};
use super::journal::{self, Concern, Entry};
use super::past;
use super::seeded;
use super::visit::Visit;
use crate::{params, record, tie};
use bytes::Bytes;
use jiff::civil::Date;
use rules::access::{Because, Mask, Tie, decide};
use uuid::Uuid;

/// A client's folder, opened for one act of one viewer.
pub struct Folder<'v> {
    visit: &'v Visit<'v>,
    cover: Cover,
    because: Because,
    mask: Mask,
    /// The day of the past as of which it is shown.
    past: Option<Date>,
    inspection: Option<Inspection>,
}

record! {
    /// What is written on the cover, and how the viewer is tied to the folder.
    struct Cover {
        id: FolderId,
        service_id: ServiceId,
        person_id: PersonId,
        pseudonym: Uuid,
        number: String,
        family_name: String,
        given_name: String,
        title: String,
        sex: String,
        opened_on: Date,
        tie: Tie,
    }
}

const COVER: &str = concat!(
    "select f.id as id, f.service_id as service_id, f.person_id as person_id, y.pseudonym as pseudonym,
            f.number as number, p.family_name as family_name, p.given_name as given_name, p.title as title,
            p.sex as sex, f.opened_on as opened_on, ",
    tie!(),
    " as tie
       from client_folder f
       join folder_pseudonym y on y.folder_id = f.id
       join person_version p on p.folder_id = f.id and p.replaced_at is null
      where f.id = $7"
);

impl<'v> Folder<'v> {
    /// Opens the folder named in the path for the route's act, or says no: absent and hidden look the same.
    pub fn open(visit: &'v Visit<'v>) -> Result<Self, Failure> {
        let viewer = visit.viewer()?;
        let id: FolderId = visit.path("folder")?;
        let cover = cover(visit, id)?.ok_or(Failure::Absent)?;
        let concern = Concern::folder(cover.id, cover.pseudonym);
        let subject = viewer.subject();
        let verdict = seeded::verdict(decide(subject, cover.tie, visit.act), subject, visit.act);
        let (because, mask) = door::pass(visit, concern, verdict)?;
        let inspection = match cover.tie {
            Tie::Inspection => Some(folder_inspection::of(visit, id)?.ok_or(Failure::Absent)?),
            _ => None,
        };
        // In an inspection the day is its own, whatever the address says.
        let chosen = visit.as_of_day().filter(|_| inspection.is_none());
        visit.past.set(chosen.map(|day| (id, day)));
        let cover = match chosen {
            Some(day) => cover.known_at(visit, clock::end_of(day))?,
            None => cover,
        };
        if chosen.is_some() && !visit.act.only_reads_folder() {
            return Err(Failure::refused(past::READ_ONLY));
        }
        let past = inspection.as_ref().map_or(chosen, |one| Some(one.as_of_day));
        Ok(Self { visit, cover, because, mask, past, inspection })
    }

    /// For reading this folder's rows; every statement names [`Folder::id`] and, for dated facts, [`Folder::as_of`].
    pub fn db(&self) -> &'v Unit {
        self.visit.unit
    }

    pub fn id(&self) -> FolderId {
        self.cover.id
    }

    pub fn service(&self) -> ServiceId {
        self.cover.service_id
    }

    pub fn person(&self) -> PersonId {
        self.cover.person_id
    }

    pub fn number(&self) -> &str {
        &self.cover.number
    }

    pub fn family_name(&self) -> &str {
        &self.cover.family_name
    }

    pub fn given_name(&self) -> &str {
        &self.cover.given_name
    }

    /// The name as people say it: title, given name, family name.
    pub fn name(&self) -> String {
        let parts = [self.cover.title.as_str(), &self.cover.given_name, &self.cover.family_name];
        parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
    }

    /// `female`, `male` or empty: words of address follow it.
    pub fn sex(&self) -> &str {
        &self.cover.sex
    }

    pub fn opened_on(&self) -> Date {
        self.cover.opened_on
    }

    pub fn tie(&self) -> Tie {
        self.cover.tie
    }

    /// Why the viewer sees this.
    pub fn because(&self) -> Because {
        self.because
    }

    /// How much of it he sees.
    pub fn mask(&self) -> Mask {
        self.mask
    }

    /// Whether the viewer may do this here too: for leaving out what would only be refused. The past can only be read.
    pub fn may(&self, act: rules::access::Act) -> bool {
        use rules::access::Verdict;
        let granted = |viewer: &super::viewer::Viewer| {
            matches!(decide(viewer.subject(), self.cover.tie, act), Verdict::Granted { .. })
        };
        (self.past.is_none() || act.only_reads_folder()) && self.visit.viewer.as_ref().is_some_and(granted)
    }

    /// Bytes of one of this folder's attachments, to be handed out. Every handing out has its entry, not only the first
    /// one in a quarter of an hour.
    pub fn hand_out(&self, attachment: Uuid, digest: &[u8]) -> Result<Bytes, Failure> {
        let bytes = content::read(self.visit.unit, digest)?;
        journal::note(self.visit, self.concern(), Entry::handed_out(attachment, self.because))?;
        Ok(bytes)
    }

    /// Shown as it was on a day of the past, or read by an inspection.
    pub fn is_past(&self) -> bool {
        self.past.is_some()
    }

    /// The inspection for which the viewer reads it, if it is one.
    pub fn inspection(&self) -> Option<&Inspection> {
        self.inspection.as_ref()
    }

    pub fn viewer(&self) -> Result<WorkerId, Failure> {
        Ok(self.visit.viewer()?.worker())
    }

    /// The moment as of which the folder is shown: rows recorded later do not exist, replaced ones still hold.
    pub fn as_of(&self) -> i64 {
        self.past.map_or(i64::MAX, clock::end_of).min(self.visit.now)
    }

    /// The day whose truth is shown.
    pub fn day(&self) -> Date {
        self.past.unwrap_or(self.visit.today)
    }

    pub fn today(&self) -> Date {
        self.visit.today
    }

    pub fn now(&self) -> i64 {
        self.visit.now
    }

    /// The last moment of today; for half-open intervals of days.
    pub fn end_of_today(&self) -> i64 {
        clock::end_of(self.visit.today)
    }

    /// The address of a page of this folder.
    pub fn path(&self, page: &str) -> String {
        format!("/folders/{}{page}", self.cover.id)
    }
}

impl Cover {
    /// The cover with the name that was known at a moment; whoever had no folder then is absent.
    fn known_at(self, visit: &Visit<'_>, at: i64) -> Result<Self, Failure> {
        record! { struct Name { family_name: String, given_name: String, title: String, sex: String } }
        const NAME: &str = "
            select family_name as family_name, given_name as given_name, title as title, sex as sex
              from person_version
             where folder_id = $1 and recorded_at <= $2 and (replaced_at is null or replaced_at > $2)";
        let name: Option<Name> = visit.unit.first(NAME, params![self.id, at])?;
        let Name { family_name, given_name, title, sex } = name.ok_or(Failure::Absent)?;
        Ok(Self { family_name, given_name, title, sex, ..self })
    }
}

fn cover(visit: &Visit<'_>, id: FolderId) -> Result<Option<Cover>, Failure> {
    let viewer = visit.viewer()?;
    let service = viewer.service().unwrap_or_default();
    let (head, intake) = (viewer.is_head(), viewer.is_on_intake());
    let who = params![service, viewer.worker(), visit.now, visit.today, head, intake, id];
    Ok(visit.unit.first(COVER, who)?)
}

impl door::sealed::Sealed for Folder<'_> {}

impl<'v> Opened<'v> for Folder<'v> {
    fn visit(&self) -> &'v Visit<'v> {
        self.visit
    }

    fn concern(&self) -> Concern {
        Concern::folder(self.cover.id, self.cover.pseudonym)
    }

    fn is_of_the_past(&self) -> bool {
        self.past.is_some()
    }
}
