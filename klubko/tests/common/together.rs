//! Two services of one person: his folder in each, the join between them, the consent to case management. Planted past
//! the doors, for tests of what rests on them.

use super::plant::{Planted, worker};
use super::{Heard, Town, Worker};
use jiff::civil::{Date, DateTime};
use klubko::kernel::clock;
use klubko::kernel::id::ServiceId;
use klubko::kernel::value::Value;
use klubko::town::{OSP, PM};
use uuid::Uuid;

/// A consent, or a “no”, as it was given.
#[derive(Clone, Copy)]
pub struct Said<'a> {
    pub decision: &'a str,
    pub direction: &'a str,
    pub topics: &'a [&'a str],
    pub from: &'a str,
    pub until: &'a str,
    pub at: &'a str,
}

/// The consent of scenario 7.
pub const YES: Said<'static> = Said {
    decision: "consent",
    direction: "both",
    topics: &["odvolání", "dávky"],
    from: "2026-04-20",
    until: "2026-12-31",
    at: "2026-04-20T10:00",
};

pub fn moment(text: &str) -> i64 {
    clock::moment(text.parse::<DateTime>().unwrap())
}

/// Marek Vymyšlený in the peer mentoring (key worker Rampová) and in the counselling (key worker Poradná).
pub struct Marek {
    pub pm: Planted,
    pub osp: Planted,
}

impl Marek {
    /// Both folders, joined; without any consent.
    pub fn in_both(town: &Town) -> Self {
        let pm = somebody(town, (9101, PM), ("Marek", "Vymyšlený"), "rampova");
        let osp = somebody(town, (9102, OSP), ("Marek", "Vymyšlený"), "poradna");
        join(town, pm, osp);
        Self { pm, osp }
    }

    /// With the consent of scenario 7 in the peer mentoring.
    pub fn agreeing(town: &Town) -> Self {
        let marek = Self::in_both(town);
        say(town, marek.pm, OSP, &YES);
        marek
    }
}

pub fn path(one: Planted) -> String {
    format!("/folders/{}", one.folder)
}

/// Somebody with a folder and its key worker.
pub fn somebody(town: &Town, (n, service): (i64, ServiceId), (given, family): (&str, &str), login: &str) -> Planted {
    let one = town.plant_folder(n, service, given, family, login);
    town.plant_key_worker(one, login);
    one
}

pub fn join(town: &Town, one: Planted, far: Planted) {
    let row = [
        ("id", Value::from(Uuid::new_v4())),
        ("folder_id", Value::from(one.folder)),
        ("service_id", Value::from(one.service)),
        ("far_folder_id", Value::from(far.folder)),
        ("far_service_id", Value::from(far.service)),
        ("joined_by", Value::from(worker("rampova"))),
    ];
    town.plant_row("folder_join", &row);
}

/// The client decides about case management with another service; answers with the id of his decision.
pub fn say(town: &Town, one: Planted, to: ServiceId, said: &Said<'_>) -> Uuid {
    let id = Uuid::new_v4();
    let (folder, at) = (Value::from(one.folder), moment(said.at));
    let head = [("id", id.into()), ("folder_id", folder.clone()), ("kind", "consent".into())];
    town.plant_row("statement", &head);
    let day: Date = clock::day_of(at);
    let consent = [
        ("id", id.into()),
        ("folder_id", folder.clone()),
        ("kind", "case_management".into()),
        ("decision", Value::from(said.decision.to_owned())),
        ("form", "written".into()),
        ("given_at", at.into()),
        ("given_on", Value::from(day)),
        ("valid_until", Value::from(said.until.to_owned())),
        ("legal_ground", "consent".into()),
        ("recorded_at", at.into()),
        ("recorded_by", Value::from(worker("rampova"))),
    ];
    town.plant_row("consent", &consent);
    let terms = [
        ("consent_id", id.into()),
        ("folder_id", folder.clone()),
        ("receiver_service_id", Value::from(to)),
        ("direction", Value::from(said.direction.to_owned())),
        ("extent", "výsledek řízení a termíny".into()),
        ("purpose", "společné řešení dávek".into()),
        ("valid_from", Value::from(said.from.to_owned())),
    ];
    town.plant_row("consent_terms", &terms);
    for (position, topic) in said.topics.iter().enumerate() {
        let row = [
            ("consent_id", id.into()),
            ("folder_id", folder.clone()),
            ("topic", Value::from((*topic).to_owned())),
            ("position", Value::from(position as i64)),
        ];
        town.plant_row("consent_topic", &row);
    }
    id
}

/// The client takes a consent back.
pub fn withdraw(town: &Town, one: Planted, consent: Uuid, at: &str) {
    let row = [
        ("consent_id", Value::from(consent)),
        ("folder_id", Value::from(one.folder)),
        ("withdrawn_at", moment(at).into()),
        ("how", "e-mailem".into()),
        ("recorded_at", moment(at).into()),
        ("recorded_by", Value::from(worker("rampova"))),
    ];
    town.plant_row("consent_withdrawal", &row);
}

pub fn of(service: ServiceId, login: &str) -> String {
    format!("{service}:{}", worker(login))
}

pub type Fields<'a> = &'a [(&'a str, &'a str)];

/// Iva opens a team with the counselling service, but where `more` says otherwise.
pub fn open(by: &Worker<'_>, one: Planted, more: Fields<'_>) -> Heard {
    let (lead, contact, osp) = (of(PM, "rampova"), of(OSP, "poradna"), OSP.to_string());
    let usual = [
        ("form", "internal_team_cm"),
        ("far_service", osp.as_str()),
        ("lead", lead.as_str()),
        ("contact", contact.as_str()),
        ("goal", "Přiznaný příspěvek na péči"),
        ("reasons", "Odvolání píše poradna, nácvik vede mentor."),
        ("mode", "active_team"),
        ("begun_on", "20. 4. 2026"),
    ];
    let kept = usual.iter().copied().filter(|(name, _)| more.iter().all(|(other, _)| other != name));
    let typed: Vec<_> = kept.chain(more.iter().copied()).collect();
    let page = format!("{}/case-management/new", path(one));
    by.fill(&page, &page, &typed)
}

/// The address of the case that runs.
pub fn case(by: &Worker<'_>, one: Planted) -> String {
    let home = format!("{}/case-management", path(one));
    let edit = by.see(&home).address(&format!("{home}/"), "/edit");
    edit.trim_end_matches("/edit").to_owned()
}

pub fn send(by: &Worker<'_>, address: &str, typed: Fields<'_>) -> Heard {
    by.fill(address, address, typed)
}

/// A case of one worker alone, which shares nothing.
pub const ALONE: Fields<'static> = &[("form", "individual_cm"), ("far_service", ""), ("contact", "")];
