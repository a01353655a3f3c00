//! What happens while the telephone is in the client's hands: the text changes, a consent is withdrawn, the worker loses the
//! folder or the account, nobody comes for a quarter of an hour, a form is sent twice. Nothing false is ever kept.

use crate::common::course::exclude_from;
use crate::common::stage::{self, KLARA, worker};
use crate::common::{House, Town, Worker, road};
use klubko::town::PASSWORD;

const AGREEMENTS: &str = "select count(*) as n from agreement where folder_id = $1";
const DECISIONS: &str = "select count(*) as n from screen_signature where folder_id = $1";
const CHANGED: &str = "Text nebo údaje ve složce se mezitím změnily";

fn monday(town: &Town) -> House {
    town.at("2026-03-16T11:00")
}

/// A text that Dana has just lent to Klára.
fn lent(dana: &Worker<'_>, folder: &str) -> String {
    road::negotiate(dana, folder, &[]);
    let document = road::prepare(dana, folder, &[]);
    road::lend(dana, &document, &[]).must_be(303);
    document
}

fn nothing_is_kept(town: &Town, folder: &str) {
    assert_eq!((stage::count(town, AGREEMENTS, folder), stage::count(town, DECISIONS, folder)), (0, 0));
}

#[test]
fn a_changed_folder_or_a_newer_text_refuses_the_signature_with_a_clear_sentence() {
    for town in Town::everywhere() {
        let house = monday(&town);
        let (dana, at_desk) = (house.worker("zkusma"), house.worker("zkusma"));
        for newer_text in [false, true] {
            let folder = road::folder(&town, &KLARA);
            let document = lent(&dana, &folder);
            if newer_text {
                let later = town.at("2026-03-16T11:05");
                road::prepare(&later.worker("zkusma"), &folder, &[]);
            } else {
                road::write(
                    &at_desk,
                    &folder,
                    "expectations",
                    &[("can_fulfil", "jen rozchod"), ("cannot_fulfil", "x")],
                );
            }
            let refused = road::decide(&dana, &document, &[]);
            refused.must_be(403).must_say(CHANGED).must_say("Vraťte prosím zařízení").must_say("Odemknout (pracovník)");
            refused.must_not_say("Můj den").must_not_say("Zbývá dopsat");
            nothing_is_kept(&town, &folder);
            road::unlock(&dana, PASSWORD).must_be(303);
        }
    }
}

#[test]
fn a_consent_withdrawn_meanwhile_wins_over_the_signature() {
    for town in Town::everywhere() {
        let folder = road::folder(&town, &KLARA);
        let house = monday(&town);
        let (dana, at_desk) = (house.worker("zkusma"), house.worker("zkusma"));
        let heard_by = worker("zkusma");
        let said = [
            ("decision", "consent"),
            ("form", "oral"),
            ("wording", "Souhlasíte s tím?"),
            ("scope", "jméno a kontakt"),
            ("day", "16. 3. 2026"),
            ("time", "10:30"),
            ("heard_by", heard_by.as_str()),
        ];
        at_desk.fill(&format!("{folder}/consents/new"), &format!("{folder}/consents"), &said).must_be(303);
        let document = lent(&dana, &folder);
        let page = at_desk.see(&format!("{folder}/consents")).address(&format!("{folder}/consents/"), "/withdrawal");
        let how = [("how", "telefonicky"), ("day", "16. 3. 2026"), ("time", "10:50")];
        at_desk.fill(&page, &page, &how).must_be(303);
        road::decide(&dana, &document, &[]).must_be(403).must_say(CHANGED);
        nothing_is_kept(&town, &folder);
        // A „no“ is about the text that she read, and is taken.
        road::decide(&dana, &document, &[("decision", "dissent"), ("stroke", "")]).must_be(303);
        assert_eq!(stage::count(&town, DECISIONS, &folder), 1);
    }
}

#[test]
fn a_text_that_does_not_agree_with_its_digest_is_decided_by_nobody() {
    let town = Town::in_a_file();
    let folder = road::folder(&town, &KLARA);
    let house = monday(&town);
    let dana = house.worker("zkusma");
    let document = lent(&dana, &folder);
    let page = dana.see(&format!("{document}/on-screen"));
    town.tamper("update document set body = body || ' A ještě něco.'");
    for decision in ["consent", "dissent"] {
        let typed = [("decision", decision), ("written_name", "Klára Vzorná"), ("stroke", road::STROKE)];
        dana.send(&page, &format!("{document}/on-screen"), &typed).must_be(403).must_say(CHANGED);
    }
    nothing_is_kept(&town, &folder);
}

#[test]
fn whoever_loses_the_folder_or_the_account_keeps_nothing_and_shows_nothing() {
    for town in Town::everywhere() {
        let (folder, other) = (road::folder(&town, &KLARA), road::folder(&town, &KLARA));
        let house = monday(&town);
        let (dana, disabled) = (house.worker("zkusma"), house.worker("zkusma"));
        let (document, at_another) = (lent(&dana, &folder), lent(&disabled, &other));
        let (page, another) =
            (dana.see(&format!("{document}/on-screen")), disabled.see(&format!("{at_another}/on-screen")));
        exclude_from(&town, &folder, "zkusma", "2026-03-16T10:59");
        let typed = [("decision", "consent"), ("written_name", "Klára Vzorná"), ("stroke", road::STROKE)];
        let gone = dana.send(&page, &format!("{document}/on-screen"), &typed);
        gone.must_be(404).must_say("Vraťte prosím zařízení").must_not_say("Vzorná").must_not_say("Můj den");
        dana.see(&format!("{document}/on-screen")).must_be(404).must_not_say("Vzorná");
        assert_eq!(dana.see("/folders").must_be(303).location, format!("{document}/on-screen"));
        nothing_is_kept(&town, &folder);
        assert_eq!(road::unlock(&dana, PASSWORD).must_be(303).location, format!("{document}/on-screen"));
        dana.see("/folders").must_be(200);
        town.tamper("update worker set disabled_at = 1 where login = 'zkusma'");
        let out = disabled.send(&another, &format!("{at_another}/on-screen"), &typed);
        assert_eq!(out.must_be(303).location, "/sign-in");
        assert_eq!(disabled.see(&format!("{at_another}/on-screen")).must_be(303).location, "/sign-in");
        nothing_is_kept(&town, &other);
    }
}

#[test]
fn a_device_that_nobody_came_for_is_locked_and_still_lent() {
    for town in Town::everywhere() {
        let folder = road::folder(&town, &KLARA);
        let (cookie, document, page) = {
            let house = monday(&town);
            let dana = house.worker("zkusma");
            let document = lent(&dana, &folder);
            let page = dana.see(&format!("{document}/on-screen"));
            (dana.cookie().to_owned(), document, page)
        };
        let house = town.at("2026-03-16T11:16");
        let address = format!("{document}/on-screen");
        let ask = |method: &str, address: &str, form: &[(&str, &str)]| house.ask(method, address, form, Some(&cookie));
        assert_eq!(ask("GET", "/folders", &[]).must_be(303).location, address);
        let locked = ask("GET", &address, &[]);
        assert!(locked.must_be(303).location.starts_with("/session/unlock?to="), "{}", locked.location);
        ask("GET", &locked.location, &[]).must_be(200).must_say("Vraťte prosím zařízení").must_not_say("Vzorná");
        let hidden = page.hidden(&address);
        let mut form: Vec<(&str, &str)> = hidden.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        form.extend([("decision", "consent"), ("written_name", "Klára Vzorná"), ("stroke", road::STROKE)]);
        assert!(ask("POST", &address, &form).must_be(303).location.starts_with("/session/unlock"));
        nothing_is_kept(&town, &folder);
        let token = uuid::Uuid::new_v4().to_string();
        let typed = |password| [("token", token.as_str()), ("to", "/folders"), ("password", password)];
        ask("POST", "/session/unlock", &typed("hádám jinak")).must_be(422).must_say("Heslo nesouhlasí");
        assert_eq!(ask("POST", "/session/unlock", &typed(PASSWORD)).must_be(303).location, address);
        assert_eq!(ask("GET", &address, &[]).must_be(303).location, document);
        ask("GET", "/drafts", &[]).must_be(200).must_say("Všechno dopsáno.");
    }
}

#[test]
fn a_form_sent_twice_or_from_two_tabs_is_one_decision_and_the_first_one_holds() {
    for town in Town::everywhere() {
        let folder = road::folder(&town, &KLARA);
        let house = monday(&town);
        let dana = house.worker("zkusma");
        let document = lent(&dana, &folder);
        let address = format!("{document}/on-screen");
        let (one, two) = (dana.see(&address), dana.see(&address));
        let typed = [("decision", "consent"), ("written_name", "Klára Vzorná"), ("stroke", road::STROKE)];
        dana.send(&one, &address, &typed).must_be(303);
        assert_eq!(dana.send(&one, &address, &typed).must_be(303).location, address);
        let no = [("decision", "dissent"), ("written_name", "Klára Vzorná")];
        assert_eq!(dana.send(&two, &address, &no).must_be(303).location, address);
        dana.see(&address).must_say("Hotovo, je podepsáno");
        assert_eq!((stage::count(&town, AGREEMENTS, &folder), stage::count(&town, DECISIONS, &folder)), (1, 1));
    }
}

#[test]
fn what_was_given_up_by_unlocking_is_signed_by_no_page_that_stayed_open() {
    for town in Town::everywhere() {
        let folder = road::folder(&town, &KLARA);
        let house = monday(&town);
        let dana = house.worker("zkusma");
        let document = lent(&dana, &folder);
        let address = format!("{document}/on-screen");
        let open = dana.see(&address);
        road::unlock(&dana, PASSWORD).must_be(303);
        assert_eq!(dana.see(&address).must_be(303).location, document);
        let typed = [("decision", "consent"), ("written_name", "Klára Vzorná"), ("stroke", road::STROKE)];
        dana.send(&open, &address, &typed).must_be(403).must_say("Předání zařízení k podpisu skončilo");
        nothing_is_kept(&town, &folder);
        // Lent for another text, the session takes no answer to this one.
        let other = road::folder(&town, &KLARA);
        let at_another = lent(&dana, &other);
        dana.send(&open, &address, &typed).must_be(403).must_say("Zařízení je předané");
        assert_eq!(dana.see(&address).must_be(303).location, format!("{at_another}/on-screen"));
        nothing_is_kept(&town, &folder);
    }
}
