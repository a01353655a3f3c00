//! The door to a meeting of two services (R-074–R-077, D15): for those who work with clients in one of the two, and for a
//! peer mentor invited to the points of his clients. What stands on its agenda about a client follows from the client's
//! consent at each read, in the statements of the slice `meeting`.

use super::crossing::FarFolder;
use super::db::Unit;
use super::door::{self, Opened};
use super::failure::Failure;
use super::id::{FolderId, ServiceId, WorkerId};
use super::journal::Concern;
use super::value::Value;
use super::visit::Visit;
use crate::{params, record};
use jiff::civil::Date;
use rules::access::{Attendance, Mask, decide_meeting};
use uuid::Uuid;

record! {
    /// The meeting itself, and how the viewer stands to it.
    struct Facts {
        id: Uuid,
        series_id: Uuid,
        service_id: ServiceId,
        service: String,
        far_service_id: ServiceId,
        far_service: String,
        starts_at: i64,
        meets_on: Date,
        place: String,
        chair: String,
        minute_taker: Option<String>,
        took_place: Option<bool>,
        end_note: Option<String>,
        is_invited: bool,
    }
}

/// A meeting, opened for one act of one viewer.
pub struct Meeting<'v> {
    visit: &'v Visit<'v>,
    facts: Facts,
    mask: Mask,
    service: ServiceId,
}

const FACTS: &str = "
    select m.id as id, m.series_id as series_id, m.service_id as service_id, s.name as service,
           m.far_service_id as far_service_id, f.name as far_service, m.starts_at as starts_at, m.meets_on as meets_on,
           m.place as place, trim(c.title || ' ' || c.given_name || ' ' || c.family_name) as chair,
           trim(t.title || ' ' || t.given_name || ' ' || t.family_name) as minute_taker,
           e.took_place as took_place, e.note as end_note,
           exists (select 1 from meeting_guest g where g.meeting_id = m.id and g.worker_id = $2) as is_invited
      from team_meeting m
      join service s on s.id = m.service_id
      join service f on f.id = m.far_service_id
      join worker c on c.id = m.chair_id
      left join worker t on t.id = m.minute_taker_id
      left join team_meeting_end e on e.meeting_id = m.id
     where m.id = $1";

impl<'v> Meeting<'v> {
    /// Opens the meeting named in the path for the route's act, or it is as if it did not exist.
    pub fn open(visit: &'v Visit<'v>) -> Result<Self, Failure> {
        let viewer = visit.viewer()?;
        let id: Uuid = visit.path("meeting")?;
        let service = viewer.service().ok_or(Failure::Absent)?;
        let facts: Option<Facts> = visit.unit.first(FACTS, params![id, viewer.worker()])?;
        let facts = facts.ok_or(Failure::Absent)?;
        let is_of_the_services = [facts.service_id, facts.far_service_id].contains(&service);
        let attendance = Attendance { is_of_the_services, is_invited: facts.is_invited };
        let verdict = decide_meeting(viewer.subject(), attendance, visit.act);
        let (_, mask) = door::pass(visit, Concern::of("meeting", id), verdict)?;
        Ok(Self { visit, facts, mask, service })
    }

    /// For reading the meeting's rows; every statement names its services or the folders that a consent opens.
    pub fn db(&self) -> &'v Unit {
        self.visit.unit
    }

    pub fn id(&self) -> Uuid {
        self.facts.id
    }

    pub fn series(&self) -> Uuid {
        self.facts.series_id
    }

    /// Both services, the one that planned it first.
    pub fn services(&self) -> [(ServiceId, &str); 2] {
        let Facts { service_id, service, far_service_id, far_service, .. } = &self.facts;
        [(*service_id, service), (*far_service_id, far_service)]
    }

    /// The viewer's own of the two.
    pub fn service(&self) -> ServiceId {
        self.service
    }

    pub fn starts_at(&self) -> i64 {
        self.facts.starts_at
    }

    pub fn meets_on(&self) -> Date {
        self.facts.meets_on
    }

    pub fn place(&self) -> &str {
        &self.facts.place
    }

    pub fn chair(&self) -> &str {
        &self.facts.chair
    }

    pub fn minute_taker(&self) -> Option<&str> {
        self.facts.minute_taker.as_deref()
    }

    /// Whether it took place; nothing while nobody has said so.
    pub fn took_place(&self) -> Option<bool> {
        self.facts.took_place
    }

    pub fn end_note(&self) -> &str {
        self.facts.end_note.as_deref().unwrap_or_default()
    }

    /// A peer mentor sees the points of his clients only.
    pub fn is_whole(&self) -> bool {
        self.mask == Mask::Whole
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

    pub fn path(&self, page: &str) -> String {
        format!("/meetings/{}{page}", self.facts.id)
    }

    /// The values of `$1` to `$7` of every statement about the clients of a meeting: the viewer's service, the viewer,
    /// now, today, both services, whether he sees more than the clients whom he mentors.
    pub fn parameters(&self) -> Result<Vec<Value<'static>>, Failure> {
        let [(one, _), (other, _)] = self.services();
        Ok(vec![
            Value::from(self.service),
            Value::from(self.viewer()?),
            Value::from(self.visit.now),
            Value::from(self.visit.today),
            Value::from(one),
            Value::from(other),
            Value::from(self.is_whole()),
        ])
    }

    /// A folder that an output of this meeting concerns, to be written about by the deed that sends the output out.
    pub fn folder(&self, id: FolderId) -> Result<Option<FarFolder>, Failure> {
        record! { struct Far { id: FolderId, service: ServiceId, pseudonym: Uuid } }
        const FAR: &str = "
            select f.id as id, f.service_id as service, y.pseudonym as pseudonym
              from client_folder f join folder_pseudonym y on y.folder_id = f.id
             where f.id = $1 and exists (select 1 from meeting_output o where o.meeting_id = $2
                                            and (o.folder_id = f.id or o.far_folder_id = f.id))";
        let far: Option<Far> = self.visit.unit.first(FAR, params![id, self.facts.id])?;
        Ok(far.map(|one| FarFolder::new(one.id, one.service, one.pseudonym)))
    }
}

impl door::sealed::Sealed for Meeting<'_> {}

impl<'v> Opened<'v> for Meeting<'v> {
    fn visit(&self) -> &'v Visit<'v> {
        self.visit
    }

    fn concern(&self) -> Concern {
        Concern::of("meeting", self.facts.id)
    }
}
