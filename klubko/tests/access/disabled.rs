//! A disabled account ends with the next request, whatever session it has.

use super::common::plant::MOMENT;
use super::scene::{Scene, address};
use klubko::routes::site_map;
use rules::access::Scope;

#[test]
fn a_disabled_worker_is_led_to_the_sign_in_page_with_the_next_request() {
    let scene = Scene::with_hidden(false);
    let house = scene.town.at(MOMENT);
    let alena = house.worker("prikladna");
    alena.see("/").must_be(200);
    scene.town.tamper("update worker set disabled_at = 1 where login = 'prikladna'");
    for route in site_map().into_iter().filter(|route| route.act().scope() != Scope::Anybody) {
        let heard = house.ask(route.method(), &address(&route, &scene.mine), &[], Some(alena.cookie()));
        assert_eq!((heard.status, heard.location.as_str()), (303, "/sign-in"), "{}", route.path());
    }
}

#[test]
fn whoever_left_the_service_loses_it_with_the_next_request() {
    let scene = Scene::with_hidden(false);
    let house = scene.town.at(MOMENT);
    let alena = house.worker("prikladna");
    let tasks = format!("/folders/{}/tasks", scene.mine.folder);
    alena.see(&tasks).must_be(200);
    scene.town.tamper(
        "update membership set until_day = '2026-03-02'
          where worker_id = (select id from worker where login = 'prikladna')",
    );
    assert_eq!(alena.see(&tasks).location, "/sign-in");
}
