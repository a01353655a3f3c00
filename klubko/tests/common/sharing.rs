//! Marek Vymyšlený of the peer mentoring service, whom the counselling of the same provider helps with an appeal
//! (scenario 7), and Tomáš Fiktivní, whose contacts come from the rehabilitation institute (scenario 6).

use super::stage::{self, Caller};
use super::{Heard, Town, Worker};
use klubko::kernel::clock;
use klubko::kernel::id::ServiceId;
use klubko::kernel::value::Value;
use klubko::town::{OSP, PM};
use uuid::Uuid;

pub const TOMAS: Caller = Caller { given: "Tomáš", family: "Fiktivní", service: OSP, taken_by: "paterni" };
pub const VLASTA: Caller = Caller { given: "Vlasta", family: "Smyšlená", service: OSP, taken_by: "paterni" };

/// A consent to case management as it was written down, past every form.
#[derive(Clone, Copy, Debug)]
pub struct Given<'a> {
    pub to: ServiceId,
    pub direction: &'a str,
    pub topics: &'a [&'a str],
    pub given_on: &'a str,
    pub until: &'a str,
    pub decision: &'a str,
}

pub const TO_OSP: Given<'static> = Given {
    to: OSP,
    direction: "both",
    topics: &["odvolání", "dávky"],
    given_on: "2026-04-20",
    until: "2026-12-31",
    decision: "consent",
};

pub fn id(folder: &str) -> Uuid {
    folder.rsplit('/').next().unwrap().parse().unwrap()
}

/// Marek's folder in PM; Iva Rampová is his key worker, Jan Vozík his mentor.
pub fn marek(town: &Town) -> String {
    let planted = town.plant_folder(9101, PM, "Marek", "Vymyšlený", "rampova");
    town.plant_key_worker(planted, "rampova");
    town.plant_assignment(planted, "vozik", true);
    format!("/folders/{}", planted.folder)
}

/// Plants the decision and answers its id.
pub fn decided(town: &Town, folder: &str, given: &Given) -> Uuid {
    let day: jiff::civil::Date = given.given_on.parse().unwrap();
    let (id, folder) = (Uuid::new_v4(), id(folder));
    let at = clock::start_of(day) + 9 * 3_600_000;
    let by = super::plant::worker("rampova");
    town.plant_row("statement", &[("id", id.into()), ("folder_id", folder.into()), ("kind", "consent".into())]);
    let row: [(&str, Value<'_>); 14] = [
        ("id", id.into()),
        ("version", 1.into()),
        ("folder_id", folder.into()),
        ("kind", "case_management".into()),
        ("decision", given.decision.into()),
        ("form", "written".into()),
        ("given_at", at.into()),
        ("given_on", given.given_on.into()),
        ("valid_until", Value::from(Some(given.until))),
        ("legal_ground", "consent".into()),
        ("recorded_at", at.into()),
        ("recorded_by", by.into()),
        ("wording", "Souhlas s případovou spoluprací".into()),
        ("scope", "téma".into()),
    ];
    town.plant_row("consent", &row);
    let terms: [(&str, Value<'_>); 9] = [
        ("consent_id", id.into()),
        ("folder_id", folder.into()),
        ("receiver_service_id", Value::from(Some(given.to))),
        ("direction", given.direction.into()),
        ("extent", "rozhodnutí a termíny".into()),
        ("purpose", "odvolání proti rozhodnutí".into()),
        ("valid_from", given.given_on.into()),
        ("addressee", "".into()),
        ("given_by", "".into()),
    ];
    town.plant_row("consent_terms", &terms);
    for (place, topic) in given.topics.iter().enumerate() {
        let row: [(&str, Value<'_>); 4] = [
            ("consent_id", id.into()),
            ("folder_id", folder.into()),
            ("topic", (*topic).into()),
            ("position", (place as i64).into()),
        ];
        town.plant_row("consent_topic", &row);
    }
    id
}

/// The choice of a topic in the forms of sharing.
pub fn topic(to: ServiceId, consent: Uuid, topic: &str) -> String {
    format!("{to}|{consent}|{topic}")
}

/// Sends a form of sharing twice: the preview first, then what was previewed.
pub fn previewed(by: &Worker<'_>, on: &str, action: &str, typed: &[(&str, &str)]) -> Heard {
    let preview = by.fill(on, action, typed);
    if !preview.says("Takto to uvidí služba") {
        return preview;
    }
    by.send(&preview, action, typed)
}

/// Iva asks Eva for the appeal.
pub fn asks(by: &Worker<'_>, folder: &str, consent: Uuid, more: &[(&str, &str)]) -> Heard {
    let (topic, eva) = (topic(OSP, consent, "odvolání"), stage::worker("poradna"));
    let usual = [
        ("topic", topic.as_str()),
        ("receivers", eva.as_str()),
        ("part", "sepsání odvolání"),
        ("route", "urgent_direct"),
        ("deadline", "12. 5. 2026"),
        ("reason", "běží lhůta k odvolání"),
        ("data", "Rozhodnutí o příspěvku na péči ze 27. 4. 2026"),
    ];
    let usual = usual.into_iter().filter(|(name, _)| more.iter().all(|(other, _)| name != other));
    let typed: Vec<_> = usual.chain(more.iter().copied()).collect();
    previewed(by, &format!("{folder}/sharing/parts/new"), &format!("{folder}/sharing/parts"), &typed)
}

/// The address of the newest item in somebody's „Sdíleno s námi“.
pub fn newest(by: &Worker<'_>) -> String {
    let inbox = by.see("/shared");
    inbox.address("/shared/", "")
}
