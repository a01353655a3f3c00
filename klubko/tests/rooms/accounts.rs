//! Accounts and places of work, by the technical admin; passwords, by everybody for himself.

use crate::common::{Heard, House, Town, Worker};
use klubko::accounts::console;
use klubko::kernel::db::Connection;
use klubko::params;
use klubko::town::{JAVORINKA, PASSWORD};
use uuid::Uuid;

const OWN: &str = "zelené okno do dvora";

fn new_account(admin: &Worker) -> String {
    let typed = [("given_name", "Věra"), ("family_name", "Nastupující"), ("login", "Nastupující")];
    let made = admin.fill("/workers/new", "/workers/new", &typed);
    made.must_be(303).location.split('?').next().unwrap().to_owned()
}

/// The one-time password that the page shows.
fn shown(page: &Heard) -> String {
    let body = page.must_be(200).body();
    body.split("<strong class=\"keep\">").nth(1).unwrap().split('<').next().unwrap().to_owned()
}

fn page_of(admin: &Worker, name: &str) -> String {
    let body = admin.see("/workers").body();
    let line = body.split("<li>").find(|line| line.contains(name)).unwrap().to_owned();
    line.split("href=\"").nth(1).unwrap().split('"').next().unwrap().to_owned()
}

fn sign_in(house: &House, login: &str, password: &str) -> Heard {
    house.ask("POST", "/sign-in", &[("login", login), ("password", password)], None)
}

#[test]
fn kamil_sitovy_makes_an_account_and_vera_nastupujici_chooses_her_own_password_before_anything_else() {
    for town in Town::everywhere() {
        let house = town.at("2026-03-02T10:00");
        let admin = house.worker("sitovy");
        let vera = new_account(&admin);
        sign_in(&house, "nastupujici", "").must_be(422);
        let service = JAVORINKA.to_string();
        let place = [
            ("in_service", service.as_str()),
            ("profession", "social_worker"),
            ("position", "worker"),
            ("from_day", "1. 3. 2026"),
        ];
        admin.fill(&vera, &format!("{vera}/memberships"), &place).must_be(303);
        admin.see(&vera).must_say("Poradna Javořinka").must_say("sociální pracovník, od 1. 3. 2026");
        let once = shown(&admin.fill(&vera, &format!("{vera}/password"), &[]));
        admin.see(&vera).must_not_say(&once);
        let first = house.signed_in("nastupujici", &once);
        assert_eq!(first.see("/settings").must_be(303).location, "/profile/password");
        let new = |again| [("password", once.as_str()), ("new_password", OWN), ("new_password_again", again)];
        let differs = first.fill("/profile/password", "/profile/password", &new("zelené okno do sadu"));
        differs.must_be(422).must_say("Hesla se liší");
        assert!(!differs.body().contains(OWN) && !differs.body().contains(&once));
        first.fill("/profile/password", "/profile/password", &new(OWN)).must_be(303);
        assert_ne!(first.see("/settings").location, "/profile/password");
        sign_in(&house, "nastupujici", &once).must_be(422);
        sign_in(&house, "NASTUPUJÍCÍ", OWN).must_be(303);
    }
}

#[test]
fn a_login_is_given_once_whatever_its_accents() {
    for town in Town::everywhere() {
        let house = town.at("2026-03-02T10:00");
        let admin = house.worker("sitovy");
        let typed = [("given_name", "Dana"), ("family_name", "Druhá"), ("login", "Zkušmá")];
        admin.fill("/workers/new", "/workers/new", &typed).must_be(422).must_say("už někdo má");
    }
}

#[test]
fn a_one_time_password_is_stale_after_a_week() {
    for town in Town::everywhere() {
        let monday = town.at("2026-03-02T10:00");
        let admin = monday.worker("sitovy");
        let dana = page_of(&admin, "Dana Zkusmá");
        let once = shown(&admin.fill(&dana, &format!("{dana}/password"), &[]));
        sign_in(&town.at("2026-03-09T09:59"), "zkusma", &once).must_be(303);
        sign_in(&town.at("2026-03-09T10:01"), "zkusma", &once).must_be(422).must_say("nesouhlasí");
    }
}

#[test]
fn closing_an_account_ends_its_sessions_at_once_and_leaves_the_head_a_task_for_each_case() {
    for town in Town::everywhere() {
        let house = town.at("2026-03-02T10:00");
        let (admin, alena) = (house.worker("sitovy"), house.worker("prikladna"));
        hold_a_case(&town);
        let cases = cases_of_alena(&town);
        let page = page_of(&admin, "Alena Příkladná");
        admin.fill(&page, &format!("{page}/disable"), &[]).must_be(303);
        assert_eq!(alena.see("/profile").must_be(303).location, "/sign-in");
        sign_in(&house, "prikladna", PASSWORD).must_be(422);
        assert_eq!(
            count(
                &town,
                "select count(*) as many from task where rule = 'd26' and position = 'service_head' and due_on = '2026-03-03'"
            ),
            cases
        );
        admin.fill(&page, &format!("{page}/enable"), &[]).must_be(303);
        sign_in(&house, "prikladna", PASSWORD).must_be(303);
    }
}

/// Whose key worker Alena Příkladná is now.
fn cases_of_alena(town: &Town) -> i64 {
    let cases = count(
        town,
        "select count(*) as many from key_worker_assignment k join worker w on w.id = k.worker_id
          where w.login = 'prikladna' and k.until_at is null",
    );
    assert!(cases > 0);
    cases
}

#[test]
fn leaving_a_service_takes_effect_the_day_after_the_last_day() {
    for town in Town::everywhere() {
        let house = town.at("2026-03-02T10:00");
        hold_a_case(&town);
        let admin = house.worker("sitovy");
        let page = page_of(&admin, "Alena Příkladná");
        let end = format!("{page}/memberships/end");
        admin.fill(&page, &end, &[("ends_on", "1. 1. 2020")]).must_be(422).must_say("Konec je dřív než začátek");
        admin.fill(&page, &end, &[("ends_on", "5. 3. 2026")]).must_be(303);
        let left = count(&town, "select count(*) as many from task where rule = 'd26' and due_on = '2026-03-06'");
        assert_eq!(left, cases_of_alena(&town));
        sign_in(&town.at("2026-03-05T12:00"), "prikladna", PASSWORD).must_be(303);
        sign_in(&town.at("2026-03-06T12:00"), "prikladna", PASSWORD).must_be(422).must_say("v žádné službě");
    }
}

#[test]
fn the_admin_cannot_take_the_house_away_from_himself() {
    let town = Town::in_a_file();
    let house = town.at("2026-03-02T10:00");
    let admin = house.worker("sitovy");
    let page = page_of(&admin, "Kamil Síťový");
    let token = Uuid::new_v4().to_string();
    for deed in ["disable", "password"] {
        admin.post(&format!("{page}/{deed}"), &[("token", &token), ("version", "1")]).must_be(403);
    }
    let mandate = Uuid::new_v4().to_string();
    let end = [("token", token.as_str()), ("mandate", mandate.as_str()), ("mandate_until", "3. 3. 2026")];
    admin.post(&format!("{page}/mandates/end"), &end).must_be(403);
}

#[test]
fn a_mandate_begins_and_ends_on_its_days() {
    for town in Town::everywhere() {
        let house = town.at("2026-03-02T10:00");
        let admin = house.worker("sitovy");
        let page = page_of(&admin, "Marie Účetní");
        let given = [("mandate_kind", "dpo"), ("mandate_from", "2. 3. 2026")];
        admin.fill(&page, &format!("{page}/mandates"), &given).must_be(303);
        house.worker("ucetni").see("/more").must_say("pověřenec");
        admin.fill(&page, &format!("{page}/mandates/end"), &[("mandate_until", "2. 3. 2026")]).must_be(303);
        town.at("2026-03-03T10:00").worker("ucetni").see("/more").must_say("ostatní personál");
    }
}

#[test]
fn only_the_technical_admin_sees_accounts_and_he_sees_no_client() {
    let town = Town::in_a_file();
    let house = town.at("2026-03-02T10:00");
    for login in ["rozvazna", "dohlizna", "ucetni", "metodicka", "pomocny"] {
        let worker = house.worker(login);
        for page in ["/workers", "/workers/new", "/services"] {
            worker.see(page).must_be(404);
        }
        worker.see("/more").must_be(200);
    }
    let admin = house.worker("sitovy");
    admin.see("/workers").must_be(200);
    admin.see("/settings").must_be(404);
}

#[test]
fn the_console_gives_a_one_time_password_and_ends_the_sessions() {
    for town in Town::everywhere() {
        let house = town.at("2026-03-02T10:00");
        let dana = house.worker("zkusma");
        let Ok(Some(once)) = house.wait(console::reset_password(&house.pool, "Zkušmá")) else {
            panic!("no password")
        };
        dana.see("/profile").must_be(303);
        sign_in(&house, "zkusma", PASSWORD).must_be(422);
        house.signed_in("zkusma", &once).see("/profile/password").must_be(200).must_say("jednorázovým heslem");
        assert!(matches!(house.wait(console::reset_password(&house.pool, "nikdo")), Ok(None)));
    }
}

#[test]
fn the_profile_is_kept_and_the_slower_of_two_edits_is_told() {
    for town in Town::everywhere() {
        let house = town.at("2026-03-02T10:00");
        let dana = house.worker("zkusma");
        let page = dana.see("/profile");
        let typed = [("greeting", "Dano"), ("theme", "dark"), ("keys_off", "yes")];
        dana.send(&page, "/profile", &typed).must_be(303);
        let dark = dana.see("/profile").body();
        assert!(
            dark.contains("data-theme=\"dark\"")
                && dark.contains("data-keys=\"off\"")
                && dark.contains("value=\"Dano\"")
        );
        let token = Uuid::new_v4().to_string();
        let slower = [("token", token.as_str()), ("greeting", "Danuše")];
        dana.send(&page, "/profile", &slower).must_be(409);
    }
}

/// Alena Příkladná holds one case of Javořinka.
fn hold_a_case(town: &Town) {
    const PERSON: &str = "insert into person (id, service_id) values ($1, $2)";
    const FOLDER: &str = "
        insert into client_folder (id, service_id, person_id, year, sequence, number, opened_at, opened_on, opened_by)
        values ($1, $2, $3, 2026, 1, '2026/0001', 1, '2026-01-05', $4)";
    const HOLDS: &str = "
        insert into key_worker_assignment (id, folder_id, worker_id, from_at, recorded_at, recorded_by)
        values ($1, $2, $3, 1, 1, $3)";
    let alena = klubko::town::PEOPLE.iter().find(|one| one.login() == "prikladna").unwrap().id();
    let [person, folder, holds] = [1, 2, 3].map(Uuid::from_u128);
    let writer = Connection::open_writer(&town.place).unwrap();
    let planted = writer.plant(|plant| {
        plant(PERSON, params![person, JAVORINKA])?;
        plant(FOLDER, params![folder, JAVORINKA, person, alena])?;
        plant(HOLDS, params![holds, folder, alena])
    });
    planted.unwrap();
}

klubko::record! { struct Many { many: i64 } }

fn count(town: &Town, sql: &'static str) -> i64 {
    let reader = Connection::open_reader(&town.place).unwrap();
    reader.read(|unit| unit.first::<Many>(sql, &[])).unwrap().unwrap().unwrap().many
}
