//! Signing in under limits, locking and unlocking, changing the service, ending sessions.

use crate::common::{Heard, House, Town};
use klubko::town::PASSWORD;

fn try_from(house: &House, source: &str, login: &str, password: &str) -> Heard {
    house.ask_from(source, "POST", "/sign-in", &[("login", login), ("password", password)], None)
}

#[test]
fn whoever_guesses_for_dana_zkusma_slows_only_himself_and_never_her_session() {
    for town in Town::everywhere() {
        let house = town.at("2026-03-02T10:00");
        let dana = house.worker("zkusma");
        for _ in 0..5 {
            try_from(&house, "10.0.0.9", "zkusma", "hádám").must_be(422).must_say("nesouhlasí");
        }
        try_from(&house, "10.0.0.9", "zkusma", PASSWORD).must_be(422).must_say("příliš mnoho nezdařených pokusů");
        try_from(&house, "10.0.0.9", "Zkušmá", PASSWORD).must_be(422).must_say("příliš mnoho nezdařených pokusů");
        try_from(&house, "10.0.0.9", "prikladna", PASSWORD).must_be(303);
        try_from(&house, "10.0.0.8", "zkusma", PASSWORD).must_be(303);
        dana.see("/more").must_be(200);
        let later = town.at("2026-03-02T10:02");
        try_from(&later, "10.0.0.9", "zkusma", PASSWORD).must_be(303);
    }
}

#[test]
fn an_address_of_a_hundred_failures_stops_and_others_go_on() {
    for town in Town::everywhere() {
        town.at("2026-03-02T10:00").ask_from(
            "10.0.0.9",
            "POST",
            "/sign-in",
            &[("login", "x"), ("password", "y")],
            None,
        );
        town.tamper("update failed_sign_in set failures = 99 where source = '10.0.0.9'");
        let house = town.at("2026-03-02T10:01");
        try_from(&house, "10.0.0.9", "nikdo", "hádám").must_be(422).must_say("nesouhlasí");
        try_from(&house, "10.0.0.9", "zkusma", PASSWORD).must_be(422).must_say("příliš mnoho");
        try_from(&house, "10.0.0.8", "zkusma", PASSWORD).must_be(303);
    }
}

#[test]
fn unknown_wrong_and_disabled_are_told_the_same() {
    let town = Town::in_a_file();
    let house = town.at("2026-03-02T10:00");
    let said = |login, password| {
        let heard = try_from(&house, "10.0.0.1", login, password);
        (heard.status, heard.text())
    };
    let wrong = said("zkusma", "hádám");
    assert_eq!(wrong, said("nikdo", "hádám"));
    assert_eq!(wrong, said("odesla", PASSWORD));
}

#[test]
fn after_a_quarter_of_an_hour_alone_the_screen_is_locked_and_the_password_opens_it_where_it_was() {
    for town in Town::everywhere() {
        let cookie = town.at("2026-03-02T10:00").worker("zkusma").cookie().to_owned();
        let house = town.at("2026-03-02T10:16");
        let locked = house.ask("GET", "/help?x=1", &[], Some(&cookie));
        locked.must_be(200);
        let locked = house.ask("GET", "/profile?x=1", &[], Some(&cookie));
        assert_eq!(locked.must_be(303).location, "/session/unlock?to=%2Fprofile%3Fx%3D1");
        let cover = house.ask("GET", &locked.location, &[], Some(&cookie));
        cover.must_be(200).must_say("Dana Zkusmá");
        let token = uuid::Uuid::new_v4().to_string();
        let typed = |password| [("token", token.as_str()), ("to", "/profile?x=1"), ("password", password)];
        let wrong = house.ask("POST", "/session/unlock", &typed("hádám jinak"), Some(&cookie));
        wrong.must_be(422).must_say("Heslo nesouhlasí");
        assert!(!wrong.body().contains("hádám jinak"));
        house.ask("GET", "/profile", &[], Some(&cookie)).must_be(303);
        let right = house.ask("POST", "/session/unlock", &typed(PASSWORD), Some(&cookie));
        assert_eq!(right.must_be(303).location, "/profile?x=1");
        house.ask("GET", "/profile", &[], Some(&cookie)).must_be(200);
    }
}

#[test]
fn unlocking_leads_nowhere_but_into_this_house() {
    let town = Town::in_a_file();
    let house = town.at("2026-03-02T10:00");
    let dana = house.worker("zkusma");
    for elsewhere in ["//example.test/", "https://example.test/", "/\\example.test"] {
        let token = uuid::Uuid::new_v4().to_string();
        let form = [("token", token.as_str()), ("to", elsewhere), ("password", PASSWORD)];
        assert_eq!(dana.post("/session/unlock", &form).must_be(303).location, "/");
    }
}

#[test]
fn a_form_sent_to_a_locked_screen_keeps_its_text_as_a_draft() {
    for town in Town::everywhere() {
        let morning = town.at("2026-03-02T10:00");
        let olga = morning.worker("rozvazna");
        let page = olga.see("/settings");
        let cookie = olga.cookie().to_owned();
        let house = town.at("2026-03-02T10:16");
        let hidden = page.must_be(200).hidden("/settings/numbers");
        let draft = hidden.iter().find(|(name, _)| name == "draft").unwrap().1.clone();
        let mut form: Vec<(&str, &str)> = hidden.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        form.push(("waiting_days", "9"));
        let heard = house.ask("POST", "/settings/numbers", &form, Some(&cookie));
        let to = format!("/session/unlock?to=%2Fsettings%3Fdraft%3D{draft}");
        assert_eq!(heard.must_be(303).location, to);
        let token = uuid::Uuid::new_v4().to_string();
        let back = format!("/settings?draft={draft}");
        let typed = [("token", token.as_str()), ("to", back.as_str()), ("password", PASSWORD)];
        let right = house.ask("POST", "/session/unlock", &typed, Some(&cookie));
        assert_eq!(right.must_be(303).location, back);
        let page = house.ask("GET", &back, &[], Some(&cookie));
        assert!(
            page.must_be(200)
                .body()
                .contains("name=\"waiting_days\" type=\"text\" inputmode=\"numeric\" autocomplete=\"off\" value=\"9\"")
        );
    }
}

#[test]
fn signing_out_ends_this_session_or_the_others_or_all() {
    for town in Town::everywhere() {
        let house = town.at("2026-03-02T10:00");
        let (here, there, third) = (house.worker("zkusma"), house.worker("zkusma"), house.worker("zkusma"));
        assert_eq!(
            third.fill("/profile", "/session/sign-out-everywhere", &[]).location,
            "/profile?done=signed_out_elsewhere"
        );
        assert_eq!(here.see("/profile").must_be(303).location, "/sign-in");
        there.see("/profile").must_be(303);
        third.see("/profile").must_be(200).must_say("toto zařízení");
        let fourth = house.worker("zkusma");
        let token = uuid::Uuid::new_v4().to_string();
        let out = fourth.post("/session/sign-out-everywhere", &[("token", &token)]);
        assert_eq!(out.must_be(303).location, "/sign-in");
        assert_eq!(out.header("clear-site-data"), "\"cache\", \"storage\"");
        third.see("/profile").must_be(303);
        fourth.see("/profile").must_be(303);
    }
}

#[test]
fn a_session_lasts_ten_hours_and_what_is_over_is_swept() {
    let town = Town::in_a_file();
    let cookie = town.at("2026-03-02T08:00").worker("zkusma").cookie().to_owned();
    town.tamper("update session set seen_at = expires_at");
    let house = town.at("2026-03-02T18:01");
    assert_eq!(house.ask("GET", "/profile", &[], Some(&cookie)).must_be(303).location, "/sign-in");
}

#[test]
fn whoever_works_for_no_other_service_cannot_switch_to_it() {
    let town = Town::in_a_file();
    let house = town.at("2026-03-02T10:00");
    let dana = house.worker("zkusma");
    let token = uuid::Uuid::new_v4().to_string();
    for to in ["mandate", &klubko::town::OSP.to_string(), "nesmysl"] {
        dana.post("/session/service", &[("token", &token), ("to", to)]).must_be(404);
    }
}
