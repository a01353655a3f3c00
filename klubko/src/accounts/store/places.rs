//! Where a worker works: his services, and his mandate over the whole provider.

use crate::kernel::failure::Failure;
use crate::kernel::id::{ServiceId, WorkerId};
use crate::kernel::own::Own;
use crate::{params, record};
use rules::access::Subject;

record! {
    /// A place of work; a mandate has no service.
    pub struct Place {
        pub service: Option<ServiceId>,
        subject: Subject,
    }
}

impl Place {
    /// The page a day begins with: those who do not work with clients have no „Můj den“.
    pub fn first_page(&self) -> &'static str {
        if self.subject == Subject::Inspector {
            return "/inspection";
        }
        let works = self.subject.is_care_worker() || self.subject == Subject::PeerMentor;
        if works && self.service.is_some() { "/" } else { "/more" }
    }
}

/// All places of today: services in their order, the mandate last.
pub fn all(own: &Own, worker: WorkerId) -> Result<Vec<Place>, Failure> {
    const SERVICES: &str = "
        select m.service_id as service, m.profession as subject
          from membership m join service s on s.id = m.service_id
         where m.worker_id = $1 and m.from_day <= $2 and (m.until_day is null or m.until_day >= $2)
         order by s.position, m.from_day desc";
    let mut places: Vec<Place> = own.db().all(SERVICES, params![worker, own.today()])?;
    record! { struct Mandated { kind: Subject } }
    const MANDATE: &str = "
        select kind from mandate
         where worker_id = $1 and from_day <= $2 and (until_day is null or until_day >= $2)
         order by from_day desc";
    let mandate: Option<Mandated> = own.db().first(MANDATE, params![worker, own.today()])?;
    places.extend(mandate.map(|mandate| Place { service: None, subject: mandate.kind }));
    Ok(places)
}
