//! A device in the client's hands: every line of the site map is asked for, and none but the lent page and unlocking
//! answers. Made from the site map, so a new page is behind the wall without being named.

use super::common::plant::MOMENT;
use super::common::stage::KLARA;
use super::common::{Heard, House, Worker, multipart, road};
use super::scene::{Scene, address};
use klubko::kernel::route::Route;
use klubko::routes::site_map;
use klubko::town::{JAVORINKA, PASSWORD};
use rules::access::Act;
use std::collections::BTreeSet;
use uuid::Uuid;

/// Klára's text in Dana's device, and Klára holds it.
fn lent<'h>(scene: &Scene, house: &'h House) -> (Worker<'h>, String) {
    let folder = super::common::stage::folder(&scene.town, &KLARA, "2026-03-02T14:20", None);
    let dana = house.worker("zkusma");
    let today = [("agreed_on", "3. 3. 2026"), ("given_on", "3. 3. 2026"), ("day", "2. 3. 2026")];
    road::negotiate_with(&dana, &folder, &today);
    let document = road::prepare(&dana, &folder, &[]);
    let heard = road::lend(&dana, &document, &[]);
    assert_eq!(heard.must_be(303).location, format!("{document}/on-screen"));
    (dana, heard.location)
}

/// Says nothing of anybody, leads nowhere, is kept by nobody.
fn must_be_bare(heard: &Heard, place: &str) {
    let body = heard.body();
    for word in ["Zz", "Můj den", "Klienti", "Minulá", "/folders?", "/search", "name=\"q\"", "href=\"/\"", "/help"] {
        assert!(!body.contains(word), "{place} shows „{word}“: {body}");
    }
    assert_eq!(heard.header("cache-control"), "no-store", "{place}");
    assert_eq!(heard.cookie, None, "{place}");
}

fn is_open(route: &Route) -> bool {
    matches!(route.act(), Act::Unlock | Act::Probe)
}

#[test]
fn every_page_leads_back_to_the_lent_text_and_every_form_is_refused() {
    let scene = Scene::set();
    let house = scene.town.at(MOMENT);
    let (dana, lent) = lent(&scene, &house);
    let service = JAVORINKA.to_string();
    let mut asked = BTreeSet::new();
    for route in site_map().iter().filter(|route| !is_open(route)) {
        let mut places: Vec<String> = scene.folders().iter().map(|folder| address(route, folder)).collect();
        // The same pages of Klára's own folder: only one of them is lent.
        let own = lent.split("/documents").next().unwrap();
        places.push(places[0].replace(&format!("/folders/{}", scene.mine.folder), own));
        for place in places.into_iter().filter(|place| *place != lent) {
            asked.insert((route.method(), place.clone()));
            let token = Uuid::new_v4().to_string();
            let fields = [("token", token.as_str()), ("service", service.as_str()), ("password", PASSWORD)];
            let heard = house.ask(route.method(), &place, &fields, Some(dana.cookie()));
            if route.is_form() {
                heard.must_be(403).must_say("Zařízení je předané");
            } else {
                assert_eq!((heard.status, heard.location.as_str()), (303, lent.as_str()), "{place}");
                assert!(heard.bytes.is_empty(), "{place}");
            }
            must_be_bare(&heard, &place);
        }
    }
    assert!(asked.len() > 300, "only {} addresses were asked for", asked.len());
    dana.see(&lent).must_be(200).must_say("Souhlasíte s tímto textem?");
}

#[test]
fn queries_files_other_spellings_and_another_tab_are_the_same_wall() {
    let scene = Scene::set();
    let house = scene.town.at(MOMENT);
    let (dana, lent) = lent(&scene, &house);
    for place in ["/search?q=Zz", "/folders?as_of=2026-01-01", "/?done=saved", "/help?x=1", "/sign-in", "/about"] {
        assert_eq!(dana.see(place).must_be(303).location, lent, "{place}");
    }
    for place in ["/folders/", "//folders", "/nowhere", &format!("{lent}/"), "/static/none.css"] {
        let heard = dana.see(place);
        assert!([303, 404].contains(&heard.status), "{place}: {}", heard.status);
        assert!(heard.status == 303 || !heard.body().contains("Zz"), "{place}");
    }
    let upload = format!("/folders/{}/attachments", scene.mine.folder);
    let body = multipart(&[("title", "x")], ("x.txt", b"x"));
    let kind = "multipart/form-data; boundary=----klubko";
    let heard = house.ask_with(("127.0.0.1", Some(dana.cookie())), "POST", &upload, (kind, body));
    heard.must_be(403).must_say("Zařízení je předané");
    for (query, status) in [("?draft=x&done=agreement", 200), ("?as_of=1.+1.+2026", 404)] {
        let page = dana.see(&format!("{lent}{query}"));
        must_be_bare(page.must_be(status), "the lent page");
    }
    let cover = dana.see("/session/unlock?to=/folders");
    cover.must_be(200).must_say("Vraťte prosím zařízení").must_not_say("Odhlásit");
    assert!(cover.body().contains("autocomplete=\"new-password\""), "no browser fills it in: {}", cover.body());
    must_be_bare(&cover, "unlocking");
}

#[test]
fn a_form_that_names_another_page_as_its_own_is_shown_nothing_of_it() {
    let scene = Scene::set();
    let house = scene.town.at(MOMENT);
    let (dana, lent) = lent(&scene, &house);
    let token = Uuid::new_v4().to_string();
    for page in [format!("/folders/{}/data/edit", scene.mine.folder), "/folders".to_owned()] {
        let fields =
            [("token", token.as_str()), ("version", "1"), ("draft_form", &page), ("was", "x"), ("take_x", "mine")];
        let heard = dana.post(&lent, &fields);
        assert!(heard.status != 200 && !heard.body().contains("Zz"), "{}", heard.text());
        must_be_bare(&heard, &page);
    }
}

#[test]
fn only_this_session_is_lent_and_its_password_opens_everything_again() {
    let scene = Scene::set();
    let house = scene.town.at(MOMENT);
    let at_desk = house.worker("zkusma");
    let (dana, lent) = lent(&scene, &house);
    at_desk.see("/folders").must_be(200);
    assert_eq!(at_desk.see(&lent).must_be(303).location, lent.trim_end_matches("/on-screen"));
    road::unlock(&dana, "hádám, hádám").must_be(422).must_say("Heslo nesouhlasí");
    assert_eq!(dana.see("/folders").must_be(303).location, lent);
    assert_eq!(road::unlock(&dana, PASSWORD).must_be(303).location, lent);
    dana.see("/folders").must_be(200);
}
