//! A town with three folders whose every free text is a canary, and the addresses of all pages about them.
//!
//! „Moje“ is Alena's in Javořinka. „Jinde“ belongs to another service. „Omezená“ is Ivo's in Javořinka, and both Alena
//! and the head are excluded from it. An inspector reads „moje“.

use super::common::pdf;
use super::common::plant::{DAY, Planted};
use super::common::{Heard, House, Town};
use super::rows::{fill, row_id};
use klubko::kernel::route::Route;
use klubko::routes::site_map;
use klubko::town::{JAVORINKA, OSP};
use uuid::Uuid;

pub struct Scene {
    pub town: Town,
    pub mine: Planted,
    pub elsewhere: Planted,
    pub limited: Planted,
}

/// The three folders by the word in their canaries.
pub const TAGS: [&str; 3] = ["mine", "elsewhere", "limited"];

/// What a canary of a folder begins with; the names have one of their own.
pub fn canary(tag: &str) -> String {
    format!("Zz{tag}qx")
}

pub fn name_canary(tag: &str) -> String {
    format!("Zz{tag}jmeno")
}

impl Scene {
    pub fn set() -> Self {
        let mut scene = Self::with_hidden(true);
        scene.fill_all();
        scene
    }

    /// Without `is_hidden_there` the world holds only what Alena may see.
    pub fn with_hidden(is_hidden_there: bool) -> Self {
        let town = Town::in_a_file();
        let mine = named_folder(&town, 9001, JAVORINKA, "mine", "zkusma");
        town.plant_key_worker(mine, "prikladna");
        town.plant_inspection(mine, "proverujici", (DAY, "2026-12-31"));
        let elsewhere = Planted { service: OSP, ..mine };
        let mut scene = Self { elsewhere, limited: mine, town, mine };
        if is_hidden_there {
            scene.elsewhere = named_folder(&scene.town, 9002, OSP, "elsewhere", "poradna");
            scene.town.plant_key_worker(scene.elsewhere, "poradna");
            scene.limited = named_folder(&scene.town, 8999, JAVORINKA, "limited", "cvicny");
            scene.town.plant_key_worker(scene.limited, "cvicny");
            scene.town.plant_exclusion(scene.limited, "prikladna");
            scene.town.plant_exclusion(scene.limited, "rozvazna");
        }
        scene
    }

    pub fn folders(&self) -> [Planted; 3] {
        [self.mine, self.elsewhere, self.limited]
    }

    fn fill_all(&mut self) {
        fill(&self.town, &self.mine, "mine", "prikladna");
        fill(&self.town, &self.elsewhere, "elsewhere", "poradna");
        fill(&self.town, &self.limited, "limited", "cvicny");
    }
}

fn named_folder(town: &Town, n: i64, service: klubko::kernel::id::ServiceId, tag: &str, by: &str) -> Planted {
    town.plant_folder(n, service, &format!("{}k", name_canary(tag)), &format!("{}p", name_canary(tag)), by)
}

/// The address of a route about a folder; rows named in it are those planted there.
pub fn address(route: &Route, one: &Planted) -> String {
    let row = |table: &str| row_id(one, table).to_string();
    let names = [
        ("{folder}", one.folder.to_string()),
        ("{record}", row("activity")),
        ("{activity}", row("activity")),
        ("{task}", row("task")),
        ("{appointment}", row("appointment")),
        ("{handover}", row("key_worker_handover")),
        ("{consent}", row("consent")),
        ("{text}", row("consent_text")),
        ("{question}", row("mentor_consultation")),
        ("{notice}", row("notice")),
        ("{release}", row("secrecy_release")),
        ("{document}", row("document")),
        ("{assignment}", row("assignment")),
        ("{exclusion}", row("worker_exclusion")),
        ("{draft}", row("draft")),
        ("{attachment}", row("attachment")),
        ("{contact}", row("anonymous_contact")),
        ("{consultation}", row("intro_consultation")),
        ("{crisis}", row("crisis_intervention")),
        ("{goal}", row("personal_goal")),
        ("{step}", row("plan_step")),
        ("{evaluation}", row("evaluation")),
        ("{closure}", row("case_closure")),
        ("{service}", one.service.to_string()),
        ("{refusal}", row("refusal")),
        ("{inquiry}", row("social_inquiry")),
        ("{item}", row("shared_item")),
        ("{shared}", row("shared_item")),
        ("{part}", row("shared_item")),
        ("{case}", row("case_management")),
        ("{meeting}", row("team_meeting")),
        ("{output}", row("meeting_output")),
        ("{request}", row("meeting_request")),
        ("{member}", row("case_management_member")),
        ("{proposal}", row("case_management_proposal")),
    ];
    let filled = names.iter().fold(route.path().to_owned(), |path, (name, value)| path.replace(name, value));
    let mut parts: Vec<String> = filled.split('/').map(str::to_owned).collect();
    for part in parts.iter_mut().filter(|part| part.starts_with('{')) {
        let end = part.split('}').nth(1).unwrap_or_default().to_owned();
        *part = format!("{}{end}", row("nothing"));
    }
    parts.join("/")
}

/// Everything that is only looked at: pages, and papers to be printed.
pub fn pages() -> Vec<Route> {
    site_map().into_iter().filter(|route| !route.is_form()).collect()
}

pub fn papers() -> Vec<Route> {
    site_map().into_iter().filter(|route| route.kind() == "file").collect()
}

pub fn forms() -> Vec<Route> {
    site_map().into_iter().filter(|route| route.kind() == "form").collect()
}

/// Everything that a person reads in an answer: where it leads, its page, or the text of its paper.
pub fn read(heard: &Heard) -> String {
    match heard.header("content-type") {
        "application/pdf" => pdf::letters(&heard.bytes).unwrap_or_default(),
        _ => format!("{} {}", heard.location, heard.body()),
    }
}

/// What was heard, without what differs each time: ids and keys of forms.
pub fn masked(heard: &Heard) -> String {
    let headers = heard.headers.iter().map(|(name, value)| format!("{name}: {value}")).collect::<Vec<_>>().join("\n");
    without_ids(&format!("{}\n{headers}\n{}", heard.status, heard.body()))
}

fn without_ids(text: &str) -> String {
    let mut kept = String::with_capacity(text.len());
    let bytes = text.as_bytes();
    let mut at = 0;
    let mut from = 0;
    while at + 36 <= bytes.len() {
        if is_id(&bytes[at..at + 36]) {
            kept.push_str(&text[from..at]);
            kept.push_str("(id)");
            at += 36;
            from = at;
        } else {
            at += 1;
        }
    }
    kept + &text[from..]
}

fn is_id(bytes: &[u8]) -> bool {
    bytes.iter().enumerate().all(|(place, byte)| match place {
        8 | 13 | 18 | 23 => *byte == b'-',
        _ => byte.is_ascii_hexdigit(),
    })
}

/// A form with its key and service, as the worker's own page would send it.
pub fn send(house: &House, cookie: &str, address: &str, service: &str) -> Heard {
    let token = Uuid::new_v4().to_string();
    house.ask("POST", address, &[("token", &token), ("service", service)], Some(cookie))
}
