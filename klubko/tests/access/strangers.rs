//! Whoever has no business with a folder hears the very same as if it did not exist; whoever is not signed in is led
//! to the sign-in page.

use super::common::plant::{MOMENT, Planted, named};
use super::scene::{Scene, address, forms, masked, pages, send};
use klubko::kernel::id::FolderId;
use klubko::kernel::route::Route;
use klubko::routes::site_map;
use klubko::town::{self, JAVORINKA};
use rules::access::{Act, Scope};

/// People to whom each of the three folders is hidden: the login and whether „moje“, „jinde“, „omezená“ is.
const HIDDEN_FROM: &[(&str, [bool; 3])] = &[
    ("poradna", [true, false, true]),
    ("paterni", [true, false, true]),
    ("prikladna", [false, true, true]),
    ("rozvazna", [false, true, true]),
    ("terenni", [true, true, true]),
    ("kolecko", [true, true, true]),
    ("vozik", [true, true, true]),
    ("pomocny", [true, true, true]),
    ("ucenliva", [true, true, true]),
    ("dohlizna", [true, true, true]),
    ("sitovy", [true, true, true]),
    ("ucetni", [true, true, true]),
    ("metodicka", [true, true, true]),
    ("proverujici", [false, true, true]),
];

fn of_a_folder(routes: Vec<Route>) -> Vec<Route> {
    routes.into_iter().filter(|route| route.act().scope() == Scope::Folder).collect()
}

/// The same folder, had it never been.
fn absent(one: &Planted) -> Planted {
    Planted { folder: FolderId(named("a folder that never was")), ..*one }
}

#[test]
fn a_hidden_folder_and_an_absent_one_are_the_same_page() {
    let scene = Scene::set();
    let house = scene.town.at(MOMENT);
    let folders = scene.folders();
    for (login, hidden) in HIDDEN_FROM {
        let stranger = house.worker(login);
        for folder in folders.iter().zip(hidden).filter(|(_, hidden)| **hidden).map(|(folder, _)| folder) {
            for route in of_a_folder(pages()) {
                let (there, nowhere) = (address(&route, folder), address(&route, &absent(folder)));
                let heard = stranger.see(&there);
                assert_eq!(heard.status, 404, "{login} sees {}", route.path());
                assert_eq!(masked(&heard), masked(&stranger.see(&nowhere)), "{login} tells {} apart", route.path());
            }
        }
    }
}

#[test]
fn fifty_pages_that_a_stranger_asks_for_are_equal_to_the_byte() {
    let scene = Scene::set();
    let house = scene.town.at(MOMENT);
    let strangers: Vec<_> = ["terenni", "kolecko", "pomocny", "ucenliva", "sitovy"].map(|one| house.worker(one)).into();
    let routes = of_a_folder(pages());
    let asked = strangers.iter().cycle().zip(scene.folders().into_iter().cycle()).zip(routes.iter().cycle());
    let mut compared = 0;
    for ((stranger, folder), route) in asked.take(50) {
        let there = stranger.see(&address(route, &folder));
        let nowhere = stranger.see(&address(route, &absent(&folder)));
        assert_eq!((there.status, &there.headers), (nowhere.status, &nowhere.headers), "{}", route.path());
        assert_eq!(there.bytes, nowhere.bytes, "{}: {}", route.path(), there.body());
        compared += 1;
    }
    assert_eq!(compared, 50);
}

#[test]
fn a_form_sent_to_a_hidden_folder_is_answered_as_if_it_were_not_there() {
    let scene = Scene::set();
    let house = scene.town.at(MOMENT);
    let folders = scene.folders();
    for (login, hidden) in HIDDEN_FROM {
        let cookie = house.worker(login).cookie().to_owned();
        let person = town::PEOPLE.iter().find(|person| person.login() == *login).unwrap();
        let service = person.service.map_or_else(String::new, |service| service.to_string());
        for folder in folders.iter().zip(hidden).filter(|(_, hidden)| **hidden).map(|(folder, _)| folder) {
            for route in of_a_folder(forms()) {
                let there = send(&house, &cookie, &address(&route, folder), &service);
                let nowhere = send(&house, &cookie, &address(&route, &absent(folder)), &service);
                assert_eq!(there.status, 404, "{login} posts to {}", route.path());
                assert_eq!(masked(&there), masked(&nowhere), "{login} tells {} apart", route.path());
            }
        }
    }
}

#[test]
fn whoever_is_not_signed_in_is_led_to_the_sign_in_page_from_everywhere() {
    let scene = Scene::with_hidden(false);
    let house = scene.town.at(MOMENT);
    for route in site_map().into_iter().filter(|route| route.act().scope() != Scope::Anybody) {
        let heard = house.ask(route.method(), &address(&route, &scene.mine), &[], None);
        assert_eq!((heard.status, heard.location.as_str()), (303, "/sign-in"), "{}", route.path());
    }
}

#[test]
fn a_form_from_a_foreign_page_or_without_its_key_does_nothing() {
    let scene = Scene::with_hidden(false);
    let house = scene.town.at(MOMENT);
    let alena = house.worker("prikladna");
    let service = JAVORINKA.to_string();
    let routes = of_a_folder(forms()).into_iter().filter(|route| route.act() != Act::SaveDraft);
    for route in routes {
        let heard = alena.post(&address(&route, &scene.mine), &[("service", &service)]);
        assert_eq!(heard.status, 403, "{} takes a form without a key: {}", route.path(), heard.text());
    }
}
