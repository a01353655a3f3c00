//! What every answer carries, on every route of the site map (04 W1, D8).

use crate::common::{Heard, House, Town};
use klubko::kernel::http::Outside;
use klubko::routes;
use klubko::town::PASSWORD;

const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; \
    form-action 'self'; base-uri 'none'; frame-ancestors 'none'; object-src 'none'; require-trusted-types-for 'script'";

fn is_covered(heard: &Heard) {
    let carried = [
        ("content-security-policy", POLICY),
        ("cross-origin-opener-policy", "same-origin"),
        ("cross-origin-resource-policy", "same-origin"),
        ("referrer-policy", "no-referrer"),
        ("strict-transport-security", "max-age=31536000; includeSubDomains"),
        ("x-content-type-options", "nosniff"),
        ("x-frame-options", "DENY"),
    ];
    for (name, value) in carried {
        assert_eq!(heard.header(name), value, "{name}: {}", heard.text());
    }
    assert!(heard.header("permissions-policy").contains("camera=()"));
}

/// The path with ids that belong to nobody.
fn address(path: &str) -> String {
    let parts =
        path.split('/').map(|part| if part.starts_with('{') { "00000000-0000-0000-0000-00000000dead" } else { part });
    parts.collect::<Vec<_>>().join("/")
}

#[test]
fn every_answer_of_every_route_is_covered_and_never_stored() {
    let town = Town::in_a_file();
    let house = town.at("2026-03-02T10:00");
    for login in [None, Some("rozvazna"), Some("sitovy"), Some("dohlizna")] {
        let cookie = login.map(|login| house.worker(login).cookie().to_owned());
        for route in routes::site_map() {
            if route.path().starts_with("/session/sign-out") {
                continue;
            }
            let heard = house.ask(route.method(), &address(route.path()), &[], cookie.as_deref());
            is_covered(&heard);
            assert_eq!(heard.header("cache-control"), "no-store", "{}", route.path());
            assert!(heard.status < 500, "{} {}: {}", route.method(), route.path(), heard.text());
        }
    }
}

#[test]
fn files_of_the_look_are_covered_too_and_kept_for_ever() {
    let town = Town::in_a_file();
    let house = town.at("2026-03-02T10:00");
    let page = house.ask("GET", "/sign-in", &[], None);
    let style = page.address("/static/", ".css");
    let heard = house.ask("GET", &style, &[], None);
    is_covered(heard.must_be(200));
    assert!(heard.header("cache-control").contains("immutable"));
    is_covered(house.ask("GET", "/nowhere", &[], None).must_be(404));
}

fn cookie_of(house: &House) -> String {
    let form = [("login", "zkusma"), ("password", PASSWORD)];
    house.ask("POST", "/sign-in", &form, None).must_be(303).header("set-cookie").to_owned()
}

#[test]
fn the_cookie_is_for_this_house_alone_and_behind_https_it_says_so() {
    let town = Town::in_a_file();
    let plain = cookie_of(&town.at("2026-03-02T10:00"));
    assert!(plain.starts_with("klubko=") && plain.ends_with("; Path=/; HttpOnly; SameSite=Lax"), "{plain}");
    let outside = Outside { is_https: true, ..Outside::default() };
    let behind = House::reached(&town.place, "2026-03-02T10:00".parse().unwrap(), outside);
    let secure = cookie_of(&behind);
    assert!(secure.starts_with("__Host-klubko=") && secure.ends_with("; SameSite=Lax; Secure"), "{secure}");
}

#[test]
fn a_strangers_failure_has_a_plain_page_without_any_navigation() {
    let town = Town::in_a_file();
    let house = town.at("2026-03-02T10:00");
    let heard = house.ask("GET", "/help/nowhere", &[], None);
    heard.must_be(404).must_say("Tato stránka neexistuje").must_not_say("Klienti");
    assert!(heard.body().contains("plain-page"));
}
