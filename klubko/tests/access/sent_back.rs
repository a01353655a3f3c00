//! Pages that say no are pages too: what is not there, what may not be done, and forms that come back to be corrected
//! hold no text that is not the reader's.

use super::canary::must_not_hear;
use super::common::plant::MOMENT;
use super::common::{Heard, House};
use super::scene::{Scene, address, forms, read};
use klubko::kernel::route::Route;
use klubko::town::{self, Person};
use rules::access::Act;
use std::collections::BTreeMap;
use uuid::Uuid;

/// Forms that end or lock the sitting of whoever sends them.
const LAST: &[Act] = &[Act::SignIn, Act::SetUp, Act::SignOut, Act::Unlock, Act::KeepOwn];

fn sitting() -> Vec<Route> {
    forms().into_iter().filter(|route| !LAST.contains(&route.act())).collect()
}

/// A form with its key and nothing in it but a moment that never was.
fn send(house: &House, (cookie, service): (&str, &str), to: &str) -> Heard {
    let token = Uuid::new_v4().to_string();
    let fields = [("token", token.as_str()), ("service", service), ("day", "31. 2. 2026"), ("time", "26:70")];
    house.ask("POST", to, &fields, Some(cookie))
}

/// Everything that anybody hears to forms that he cannot mean.
fn answers(scene: &Scene, house: &House, person: &Person) -> Vec<(String, Heard)> {
    let worker = house.worker(&person.login());
    let service = person.service.map_or_else(String::new, |service| service.to_string());
    let mut heard = Vec::new();
    for route in sitting() {
        for folder in scene.folders() {
            let to = address(&route, &folder);
            heard.push((to.clone(), send(house, (worker.cookie(), &service), &to)));
        }
    }
    for folder in scene.folders() {
        for beyond in ["/nothing", "/records/1", "/documents/1/informed-consent.pdf", "/../looks", "?as_of=vlk"] {
            let to = format!("/folders/{}{beyond}", folder.folder);
            heard.push((to.clone(), worker.see(&to)));
        }
    }
    heard
}

#[test]
fn nobody_hears_a_canary_that_is_not_his_in_a_page_that_says_no() {
    let mut statuses: BTreeMap<u16, usize> = BTreeMap::new();
    let mut scene = Scene::set();
    for person in town::PEOPLE.iter().filter(|person| !person.is_disabled) {
        let house = scene.town.at(MOMENT);
        for (address, page) in answers(&scene, &house, person) {
            assert!(page.status < 500, "{} at {address}: {}", person.login(), page.text());
            *statuses.entry(page.status).or_default() += 1;
            if page.status != 303 {
                must_not_hear(&person.login(), &address, &read(&page));
            }
        }
        // What somebody of these services did after all shall not change what the next one may see.
        if matches!(person.service, Some(town::JAVORINKA | town::OSP)) {
            scene = Scene::set();
        }
    }
    for status in [403, 404, 422] {
        assert!(statuses.get(&status).is_some_and(|count| *count > 20), "hardly any page says {status}: {statuses:?}");
    }
}
