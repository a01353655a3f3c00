//! What every page's frame needs to know: who is here, for which service, what was just done.

use super::assets;
use super::db::Unit;
use super::format_cs;
use super::messages_cs::toast;
use super::viewer::Viewer;
use super::visit::Visit;
use crate::{params, record};
use jiff::civil::Date;
use rules::access::Subject;
use uuid::Uuid;

/// The frame of a page; a field `page` of every template.
#[derive(Clone, Copy)]
pub struct Page<'v> {
    viewer: Option<&'v Viewer>,
    unit: Option<&'v Unit>,
    visit: Option<&'v Visit<'v>>,
}

/// His services in the house's order, then his mandate, if he has one.
const PLACES: &str = "
    select s.position as position, s.id as id, s.name as name
      from membership m join service s on s.id = m.service_id
     where m.worker_id = $1 and m.from_day <= $2 and (m.until_day is null or m.until_day >= $2)
     union
    select 1000000 as position, d.worker_id as id, 'Celá organizace' as name
      from mandate d
     where d.worker_id = $1 and d.from_day <= $2 and (d.until_day is null or d.until_day >= $2)
     order by position, name";

impl<'v> Page<'v> {
    pub fn of(visit: &'v Visit<'v>) -> Self {
        Self { viewer: visit.viewer.as_ref(), unit: Some(visit.unit), visit: Some(visit) }
    }

    /// The frame for whoever is not signed in.
    pub fn of_nobody() -> Self {
        Self { viewer: None, unit: None, visit: None }
    }

    pub fn css(&self) -> &'static str {
        assets::css()
    }

    pub fn script(&self) -> &'static str {
        assets::script()
    }

    pub fn sprite(&self) -> &'static str {
        assets::sprite()
    }

    pub fn icon(&self) -> &'static str {
        assets::icon()
    }

    /// `light`, `dark` or empty: as the system has it.
    pub fn theme(&self) -> &str {
        self.viewer.map_or("", Viewer::theme)
    }

    pub fn keys(&self) -> &'static str {
        if self.viewer.is_some_and(Viewer::keys_are_off) { "off" } else { "on" }
    }

    pub fn is_demo(&self) -> bool {
        self.viewer.is_some_and(Viewer::is_demo)
    }

    pub fn signed_in(&self) -> bool {
        self.viewer.is_some()
    }

    /// The device is in the client's hands: nothing leads anywhere else.
    pub fn is_lent(&self) -> bool {
        self.viewer.is_some_and(|viewer| viewer.kiosk().is_some())
    }

    pub fn greeting_name(&self) -> &str {
        self.viewer.map_or("", Viewer::greeting)
    }

    pub fn viewer_name(&self) -> String {
        self.viewer.map_or_else(String::new, Viewer::name)
    }

    pub fn service_id(&self) -> String {
        let service = self.viewer.and_then(Viewer::service);
        service.map_or_else(String::new, |service| service.to_string())
    }

    pub fn service_name(&self) -> &str {
        self.viewer.map_or("", Viewer::service_name)
    }

    pub fn service_mark(&self) -> &str {
        self.viewer.map_or("", Viewer::service_mark)
    }

    pub fn idle_minutes(&self) -> i64 {
        self.viewer.map_or(0, Viewer::idle_minutes)
    }

    /// Where the viewer may work: (id or `mandate`, name, is it here). Nothing where there is no choice.
    pub fn services(&self) -> Vec<(String, String, bool)> {
        let (Some(viewer), Some(unit), Some(visit)) = (self.viewer, self.unit, self.visit) else { return Vec::new() };
        if !viewer.has_other_place() {
            return Vec::new();
        }
        record! { struct Place { id: Uuid, name: String } }
        let places: Vec<Place> = unit.all(PLACES, params![viewer.worker(), visit.today]).unwrap_or_default();
        let place = |one: Place| {
            if one.id == viewer.worker().0 {
                return ("mandate".to_owned(), one.name, viewer.service().is_none());
            }
            let is_here = viewer.service().is_some_and(|service| service.0 == one.id);
            (one.id.to_string(), one.name, is_here)
        };
        places.into_iter().map(place).collect()
    }

    /// A fresh token for a form, so that sending it twice acts once.
    pub fn form_token(&self) -> Uuid {
        Uuid::new_v4()
    }

    /// Whether the navigation stands here.
    pub fn here(&self, section: &str) -> bool {
        let address = self.visit.map_or("", Visit::address);
        match section {
            "my_day" => address == "/",
            "folders" => address.starts_with("/folders") || address.starts_with("/search"),
            "first_contacts" => address.starts_with("/first-contacts") || address.starts_with("/anonymous-contacts"),
            "tasks" => address.starts_with("/tasks"),
            "more" => address.starts_with("/more"),
            "workers" => address.starts_with("/workers"),
            "inspection" => address == "/inspection" || address.starts_with("/folders"),
            "journal" => address.starts_with("/journal"),
            _ => false,
        }
    }

    /// What was just done, for the line at the bottom.
    pub fn toast(&self) -> Option<&'static str> {
        self.visit.and_then(|visit| visit.query("done")).and_then(toast::sentence)
    }

    /// Works with clients: may write records.
    pub fn may_write(&self) -> bool {
        self.viewer.is_some_and(|viewer| {
            viewer.service().is_some() && (viewer.subject().is_care_worker() || viewer.subject() == Subject::PeerMentor)
        })
    }

    /// Works with first contacts, lists and tasks of a service.
    pub fn is_care_worker(&self) -> bool {
        self.viewer.is_some_and(|viewer| viewer.subject().is_care_worker())
    }

    pub fn is_head(&self) -> bool {
        self.viewer.is_some_and(Viewer::is_head)
    }

    pub fn is_technical_admin(&self) -> bool {
        self.viewer.is_some_and(|viewer| viewer.subject() == Subject::TechnicalAdmin)
    }

    pub fn is_inspector(&self) -> bool {
        self.viewer.is_some_and(|viewer| viewer.subject() == Subject::Inspector)
    }

    /// What stands on every page of an inspector: who reads, until when, and how.
    pub fn inspection(&self) -> Option<String> {
        record! { struct Lasts { until_day: Option<Date> } }
        const LASTS: &str = "
            select max(n.until_day) as until_day from quality_inspection n
             where n.worker_id = $1 and n.from_day <= $2 and n.until_day >= $2
               and not exists (select 1 from inspection_end e where e.inspection_id = n.id)";
        let (viewer, unit, visit) = (self.viewer.filter(|_| self.is_inspector())?, self.unit?, self.visit?);
        let lasts: Option<Lasts> = unit.first(LASTS, params![viewer.worker(), visit.today]).ok().flatten();
        let until = lasts.and_then(|lasts| lasts.until_day);
        let until = until.map_or_else(|| "teď žádná".to_owned(), |day| format!("do {}", format_cs::date(day)));
        Some(format!("{}, {until}, jen ke čtení, vše se zaznamenává.", viewer.name()))
    }

    pub fn is_dpo(&self) -> bool {
        self.viewer.is_some_and(|viewer| viewer.subject() == Subject::Dpo)
    }
}
