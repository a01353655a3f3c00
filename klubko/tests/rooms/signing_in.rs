//! Who may come in.

use crate::common::Town;
use klubko::kernel::journal::Found;

#[test]
fn a_worker_signs_in_by_the_form_and_a_stranger_does_not() {
    for town in Town::everywhere() {
        let house = town.at("2026-03-02T10:00");
        house.worker("zkusma");
        let wrong = house.ask("POST", "/sign-in", &[("login", "zkusma"), ("password", "hádám")], None);
        wrong.must_be(422).must_say("Přihlašovací jméno nebo heslo nesouhlasí");
        let unknown = house.ask("POST", "/sign-in", &[("login", "nikdo"), ("password", "hádám")], None);
        unknown.must_be(422).must_say("Přihlašovací jméno nebo heslo nesouhlasí");
        assert!(matches!(town.verify(), Found::Sound { entries: 3 }));
    }
}

#[test]
fn whoever_is_not_signed_in_is_led_to_the_sign_in_page() {
    let town = Town::in_a_file();
    let house = town.at("2026-03-02T10:00");
    assert_eq!(house.ask("GET", "/healthz", &[], None).status, 200);
    assert_eq!(house.ask("GET", "/readyz", &[], None).status, 200);
    assert_eq!(house.ask("GET", "/about", &[], None).status, 200);
    assert_eq!(house.ask("GET", "/nowhere", &[], None).status, 404);
}
