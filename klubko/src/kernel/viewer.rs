//! Who asks. Comes from the session cookie, is looked up anew for every request, and cannot be made by hand.

use super::db::Unit;
use super::failure::Failure;
use super::id::{ServiceId, SessionId, WorkerId};
use super::kiosk::Kiosk;
use crate::{params, record};
use jiff::civil::Date;
use rules::access::Subject;
use rules::coded::Coded;
use sha2::{Digest, Sha256};
use uuid::Uuid;

/// Locked after this long without a request, unless the provider has set 5–30 minutes.
const IDLE_MINUTES: i64 = 15;

record! {
    struct Row {
        session: SessionId,
        worker: WorkerId,
        pseudonym: Uuid,
        service: Option<ServiceId>,
        service_name: Option<String>,
        service_mark: Option<String>,
        profession: Option<String>,
        position: Option<String>,
        is_intake: Option<bool>,
        mandate: Option<String>,
        title: String,
        given_name: String,
        family_name: String,
        greeting: String,
        theme: String,
        keys_off: bool,
        is_one_time: bool,
        seen_at: i64,
        locked_at: Option<i64>,
        idle_minutes: Option<String>,
        provider: String,
        is_demo: bool,
        kiosk_address: Option<String>,
        kiosk_object: Option<Uuid>,
        kiosk_decided: Option<bool>,
        has_other_place: bool,
    }
}

/// A signed-in worker in the service he works for now, or under his mandate.
pub struct Viewer {
    row: Row,
    subject: Subject,
}

const BY_SESSION: &str = "
    select s.id as session, w.id as worker, p.pseudonym as pseudonym, s.service_id as service,
           sv.name as service_name, sv.mark as service_mark, m.profession as profession, m.position as position,
           m.is_intake as is_intake, d.kind as mandate, w.title as title, w.given_name as given_name,
           w.family_name as family_name, w.greeting as greeting, w.theme as theme, w.keys_off as keys_off,
           w.is_one_time as is_one_time, s.seen_at as seen_at, s.locked_at as locked_at,
           im.value as idle_minutes, pr.name as provider, pr.is_demo as is_demo,
           s.kiosk_address as kiosk_address, s.kiosk_object as kiosk_object, s.kiosk_decided as kiosk_decided,
           (exists (select 1 from membership n where n.worker_id = w.id and n.from_day <= $3
                       and (n.until_day is null or n.until_day >= $3) and (m.id is null or n.service_id <> m.service_id))
            or m.id is not null and exists (select 1 from mandate n where n.worker_id = w.id and n.from_day <= $3
                       and (n.until_day is null or n.until_day >= $3))) as has_other_place
      from session s
      join worker w on w.id = s.worker_id
      join worker_pseudonym p on p.worker_id = w.id
     cross join provider pr
      left join house_mark im on im.key = 'idle_minutes'
      left join service sv on sv.id = s.service_id
      left join membership m on m.worker_id = s.worker_id and m.service_id = s.service_id
                            and m.from_day <= $3 and (m.until_day is null or m.until_day >= $3)
      left join mandate d on s.service_id is null and d.worker_id = s.worker_id
                         and d.from_day <= $3 and (d.until_day is null or d.until_day >= $3)
     where s.token_hash = $1 and s.expires_at > $2 and s.ended_at is null and w.disabled_at is null
       and (m.id is not null or d.id is not null)
     order by m.from_day desc, d.from_day desc
     limit 1";

impl Viewer {
    /// Errors: [`Failure::SignInFirst`] when the session is unknown, over, or nothing is left that it may do.
    pub(in crate::kernel) fn of_session(unit: &Unit, token: &str, now: i64, today: Date) -> Result<Self, Failure> {
        let found: Option<Row> = unit.first(BY_SESSION, params![&token_hash(token), now, today])?;
        let row = found.ok_or(Failure::SignInFirst)?;
        let code = row.profession.as_deref().or(row.mandate.as_deref()).unwrap_or_default();
        let subject = Subject::from_code(code).ok_or(Failure::SignInFirst)?;
        Ok(Self { row, subject })
    }

    pub fn worker(&self) -> WorkerId {
        self.row.worker
    }

    pub fn session(&self) -> SessionId {
        self.row.session
    }

    /// The service he works for now; a mandate has none.
    pub fn service(&self) -> Option<ServiceId> {
        self.row.service
    }

    pub fn service_name(&self) -> &str {
        self.row.service_name.as_deref().unwrap_or_default()
    }

    pub fn service_mark(&self) -> &str {
        self.row.service_mark.as_deref().unwrap_or_default()
    }

    /// Whether he may work elsewhere too: in another service, or under his mandate.
    pub fn has_other_place(&self) -> bool {
        self.row.has_other_place
    }

    pub fn provider(&self) -> &str {
        &self.row.provider
    }

    pub fn is_demo(&self) -> bool {
        self.row.is_demo
    }

    pub fn subject(&self) -> Subject {
        self.subject
    }

    pub fn is_head(&self) -> bool {
        self.subject.is_care_worker() && self.row.position.as_deref() == Some("head")
    }

    pub fn is_on_intake(&self) -> bool {
        self.subject.is_care_worker() && self.row.is_intake == Some(true)
    }

    /// As papers say it: „Mgr. Alena Příkladná“.
    pub fn name(&self) -> String {
        let parts = [self.row.title.as_str(), &self.row.given_name, &self.row.family_name];
        parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
    }

    /// How he wants to be addressed; empty if he did not say.
    pub fn greeting(&self) -> &str {
        &self.row.greeting
    }

    pub fn theme(&self) -> &str {
        &self.row.theme
    }

    pub fn keys_are_off(&self) -> bool {
        self.row.keys_off
    }

    pub fn idle_minutes(&self) -> i64 {
        self.row.idle_minutes.as_deref().and_then(|text| text.parse().ok()).unwrap_or(IDLE_MINUTES)
    }

    /// He came in by a password made for one entry.
    pub(in crate::kernel) fn must_change_password(&self) -> bool {
        self.row.is_one_time
    }

    pub(in crate::kernel) fn pseudonym(&self) -> Uuid {
        self.row.pseudonym
    }

    pub(in crate::kernel) fn is_locked(&self, now: i64) -> bool {
        self.row.locked_at.is_some() || now - self.row.seen_at > self.idle_minutes() * 60_000
    }

    /// In the client's hands, and for what.
    pub fn kiosk(&self) -> Option<Kiosk> {
        let (address, object) = (self.row.kiosk_address.clone()?, self.row.kiosk_object?);
        Some(Kiosk { address, object, is_decided: self.row.kiosk_decided == Some(true) })
    }

    pub(in crate::kernel) fn seen_at(&self) -> i64 {
        self.row.seen_at
    }
}

/// Sessions are stored hashed; whoever reads the table cannot sign in.
pub fn token_hash(token: &str) -> [u8; 32] {
    Sha256::digest(token.as_bytes()).into()
}
