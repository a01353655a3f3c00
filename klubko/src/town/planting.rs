//! Plants residents: the rows that forms would have written, in the order of a life with the service.

use super::paper;
use super::people::{PEOPLE, SERVICES};
use super::plans;
use super::residents::{Cooperation, Nameless, Resident, Visit};
use super::rows::{self, Act, Folder};
use crate::kernel::clock;
use crate::kernel::db::{Error, Plant, Result};
use crate::kernel::id::{ServiceId, WorkerId};
use jiff::civil::DateTime;
use rules::activity::{Form, Kind};
use std::cell::{Cell, RefCell};
use uuid::Uuid;

/// Where the planting is: ids and numbers are the same in every town.
pub(super) struct Planting<'p> {
    plant: Plant<'p>,
    next: Cell<u128>,
    numbers: RefCell<Vec<(ServiceId, i64, bool)>>,
}

impl<'p> Planting<'p> {
    pub fn new(plant: Plant<'p>) -> Self {
        Self { plant, next: Cell::new(0x0dd0_0000_0000_4000_8000_0000_0000_0000), numbers: RefCell::default() }
    }

    pub fn plant(&self) -> Plant<'p> {
        self.plant
    }

    pub fn id(&self) -> Uuid {
        self.next.set(self.next.get() + 1);
        Uuid::from_u128(self.next.get())
    }

    /// The next number of a service in a year, with a name or without one.
    fn sequence(&self, service: ServiceId, year: i64, is_named: bool) -> i64 {
        let mut numbers = self.numbers.borrow_mut();
        numbers.push((service, year, is_named));
        numbers.iter().filter(|one| **one == (service, year, is_named)).count() as i64
    }

    /// Somebody who gave a name.
    pub fn resident(&self, one: &Resident) -> Result<Folder> {
        let (at, by) = (moment(one.called_at)?, worker(one.taken_by)?);
        let year = i64::from(clock::day_of(at).year());
        let folder = Folder {
            service: one.service,
            id: self.id(),
            person: self.id(),
            thread: self.id(),
            year,
            sequence: self.sequence(one.service, year, true),
            opened_at: at,
            opened_by: by,
        };
        rows::open(self, one, &folder)?;
        self.first_contact(one, &folder)?;
        let consulted = one.consulted_at.map(|at| self.consultation(one, &folder, at)).transpose()?;
        if let (Some(cooperation), Some(consultation)) = (&one.cooperation, consulted) {
            self.cooperation(one, &folder, cooperation, consultation)?;
        }
        Ok(folder)
    }

    fn first_contact(&self, one: &Resident, folder: &Folder) -> Result<()> {
        let (at, by) = (folder.opened_at, folder.opened_by);
        let act = Act { kind: Kind::FirstContact, form: Form::Phone, at, minutes: 15, by };
        let activity = rows::act(self, folder.service, Some(folder.id), None, &act)?;
        rows::topic(self, activity, Some(folder.id), one.topic)?;
        rows::first_contact(self, folder, activity, (one.asked, profession(by)))
    }

    fn consultation(&self, one: &Resident, folder: &Folder, at: &str) -> Result<Uuid> {
        let (at, by) = (moment(at)?, folder.opened_by);
        let act = Act { kind: Kind::IntroConsultation, form: Form::Ambulatory, at, minutes: 50, by };
        let activity = rows::act(self, folder.service, Some(folder.id), None, &act)?;
        let id = rows::consultation(self, folder, activity, (at, by, one.asked))?;
        rows::negotiation(self, folder, (at, by), one)?;
        rows::information(self, folder, (at, by))?;
        rows::counselling(self, folder, activity, (at, by, one.topic))?;
        Ok(id)
    }

    fn cooperation(&self, one: &Resident, folder: &Folder, with: &Cooperation, consultation: Uuid) -> Result<()> {
        let (assessed_at, key_worker) = (moment(with.assessed_at)?, worker(with.key_worker)?);
        let assessors = [worker(with.assessors[0])?, worker(with.assessors[1])?];
        let assessors = assessors.map(|id| (id, profession(id)));
        let assessment = paper::assessment(self, folder, (consultation, assessed_at), (key_worker, &assessors))?;
        paper::key_worker(self, folder, assessment, (assessed_at, key_worker))?;
        let signed_at = moment(with.signed_at)?;
        let service = SERVICES.iter().find(|service| service.id == folder.service);
        let service = service.ok_or_else(|| Error::Engine(format!("no service of {}", one.family)))?;
        let paper = paper::Paper { resident: one, with, service, signed_at, by: key_worker };
        paper::sign(self, folder, &paper)?;
        if let Some(mentor) = with.mentor {
            paper::mentor(self, folder, (signed_at, key_worker), worker(mentor)?)?;
        }
        with.visits.iter().try_for_each(|visit| self.visit(folder, key_worker, visit))?;
        plans::plant(self, folder, one.family, key_worker)
    }

    fn visit(&self, folder: &Folder, by: WorkerId, (at, form, minutes, agreed): &Visit) -> Result<()> {
        let at = moment(at)?;
        let act = Act { kind: Kind::Consultation, form: *form, at, minutes: *minutes, by };
        let activity = rows::act(self, folder.service, Some(folder.id), None, &act)?;
        rows::record(self, folder, activity, (at, by, agreed))
    }

    /// Somebody who gave none.
    pub fn nameless(&self, (service, at, by, minutes, topic, note, advice): &Nameless) -> Result<()> {
        let (at, by) = (moment(at)?, worker(by)?);
        let year = i64::from(clock::day_of(at).year());
        let sequence = self.sequence(*service, year, false);
        let contact = self.id();
        let act = Act { kind: Kind::BasicCounselling, form: Form::Phone, at, minutes: *minutes, by };
        let activity = rows::act(self, *service, None, Some(contact), &act)?;
        rows::topic(self, activity, None, topic)?;
        rows::anonymous(self, (*service, contact, activity), (year, sequence), (note, advice), (at, by))
    }
}

/// `2026-02-24T08:40` in Prague.
pub(super) fn moment(text: &str) -> Result<i64> {
    text.parse::<DateTime>().map(clock::moment).map_err(|error| Error::Engine(format!("{text}: {error}")))
}

pub(super) fn worker(login: &str) -> Result<WorkerId> {
    let person = PEOPLE.iter().find(|person| person.login() == login);
    person.map(super::people::Person::id).ok_or_else(|| Error::Engine(format!("nobody signs in as {login}")))
}

pub(super) fn profession(id: WorkerId) -> &'static str {
    use rules::coded::Coded;
    let person = PEOPLE.iter().find(|person| person.id() == id);
    person.and_then(|person| person.profession).map_or("", Coded::code)
}
