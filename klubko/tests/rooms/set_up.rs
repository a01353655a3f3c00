//! The first start of a real house: one token, one provider, no default account.

use crate::common::{House, Town};
use klubko::accounts::console;
use klubko::kernel::journal::Found;

const PASSWORD: &str = "žlutý hrnek na polici";

fn filled(token: &str) -> Vec<(&str, &str)> {
    vec![
        ("set_up_token", token),
        ("provider", "Pomoc Dolní Vzorov, z. ú."),
        ("company_number", "99900017"),
        ("address", "Školní 1, Dolní Vzorov"),
        ("name", "Poradna Vrbina"),
        ("mark", "PV"),
        ("kind", "specialised_social_counselling"),
        ("delivery_form", "ambulatory"),
        ("place", "Školní 1, Dolní Vzorov"),
        ("opening_hours", "po–čt 8:00–16:00"),
        ("mission", "Pomáháme lidem v těžkých chvílích."),
        ("circle_of_persons", "dospělí a rodiny s dětmi"),
        ("title", "Mgr."),
        ("given_name", "Blanka"),
        ("family_name", "Založená"),
        ("login", "Založená"),
        ("new_password", PASSWORD),
        ("new_password_again", PASSWORD),
        ("is_head", "yes"),
    ]
}

fn with<'f>(mut form: Vec<(&'f str, &'f str)>, name: &str, value: &'f str) -> Vec<(&'f str, &'f str)> {
    form.iter_mut().filter(|(key, _)| *key == name).for_each(|field| field.1 = value);
    form
}

fn post(house: &House, form: &[(&str, &str)]) -> crate::common::Heard {
    house.ask("POST", "/set-up", form, None)
}

#[test]
fn blanka_zalozena_founds_a_house_with_the_token_of_the_console_and_the_page_is_gone() {
    for town in Town::empty_everywhere() {
        let house = town.at("2026-03-02T10:00");
        let token = house.wait(console::offer_set_up(&house.pool)).unwrap();
        house.ask("GET", "/set-up", &[], None).must_be(200).must_say("Ještě tu nikdo není");
        assert_eq!(post(&house, &filled(&token)).must_be(303).location, "/sign-in?done=house");
        house.ask("GET", "/set-up", &[], None).must_be(404);
        post(&house, &filled(&token)).must_be(404);
        assert_eq!(house.wait(console::offer_set_up(&house.pool)), None);
        let blanka = house.signed_in("zalozena", PASSWORD);
        blanka.see("/more").must_be(200).must_say("Poradna Vrbina").must_say("Nastavení služby");
        blanka.see("/settings").must_be(200);
        let switched = blanka.fill("/more", "/session/service", &[("to", "mandate")]);
        assert_eq!(switched.must_be(303).location, "/more?done=service");
        blanka.see("/workers").must_be(200).must_say("Mgr. Blanka Založená");
        assert!(matches!(town.verify(), Found::Sound { .. }));
    }
}

#[test]
fn a_wrong_token_a_wrong_number_or_a_weak_password_founds_nothing_and_no_password_comes_back() {
    for town in Town::empty_everywhere() {
        let house = town.at("2026-03-02T10:00");
        let token = house.wait(console::offer_set_up(&house.pool)).unwrap();
        post(&house, &filled("jiny-klic")).must_be(422).must_say("Klíč nesouhlasí");
        let number = post(&house, &with(filled(&token), "company_number", "12345678"));
        number.must_be(422).must_say("IČO nemá správnou kontrolní číslici");
        assert!(!number.body().contains(PASSWORD));
        let weak =
            with(with(filled(&token), "new_password", "heslo heslo heslo"), "new_password_again", "heslo heslo heslo");
        let weak = post(&house, &weak);
        weak.must_be(422).must_say("Takové heslo by někdo uhodl");
        assert!(!weak.body().contains("heslo heslo heslo"));
        let differs = post(&house, &with(filled(&token), "new_password_again", "něco úplně jiného"));
        differs.must_be(422).must_say("Hesla se liší");
        let named = with(
            with(filled(&token), "new_password", "Poradna Vrbina 2026"),
            "new_password_again",
            "Poradna Vrbina 2026",
        );
        post(&house, &named).must_be(422).must_say("Takové heslo by někdo uhodl");
        house.ask("GET", "/set-up", &[], None).must_be(200);
    }
}

#[test]
fn a_new_start_prints_a_new_token_and_the_old_one_no_longer_works() {
    let town = Town::empty_everywhere().remove(0);
    let house = town.at("2026-03-02T10:00");
    let old = house.wait(console::offer_set_up(&house.pool)).unwrap();
    let new = house.wait(console::offer_set_up(&house.pool)).unwrap();
    post(&house, &filled(&old)).must_be(422).must_say("Klíč nesouhlasí");
    post(&house, &filled(&new)).must_be(303);
}

#[test]
fn in_a_house_that_lives_there_is_no_set_up() {
    let town = Town::in_a_file();
    let house = town.at("2026-03-02T10:00");
    assert_eq!(house.wait(console::offer_set_up(&house.pool)), None);
    house.ask("GET", "/set-up", &[], None).must_be(404);
}
