//! Marek Vymyšlený decides about case management himself, on Iva's telephone: the same words,
//! the same two answers, and either of them recorded.

use crate::common::asking::{about_cooperation, marek};
use crate::common::{Town, Worker, pdf, road, stage};
use klubko::town::PASSWORD;

const DECISIONS: &str = "select count(*) as n from consent where kind = 'case_management' and folder_id = $1";

/// A text prepared for Marek, in his hands.
fn lent(iva: &Worker<'_>, folder: &str) -> String {
    let text = about_cooperation(iva, folder, "rampova", &[("prepare", "yes")]).must_be(303).location.clone();
    let lent = iva.fill(&text, &format!("{text}/lending"), &[]);
    assert_eq!(lent.must_be(303).location, format!("{text}/on-screen"));
    text
}

fn decide(iva: &Worker<'_>, text: &str, decision: &str) {
    let more = [("decision", decision), ("written_name", "Marek Vymyšlený")];
    road::decide(iva, text, &more).must_be(303);
}

#[test]
fn marek_agrees_on_the_screen_and_it_is_the_consent_in_the_very_words_he_read() {
    for town in Town::everywhere() {
        let folder = marek(&town).page("");
        let house = town.at("2026-04-20T10:00");
        let iva = house.worker("rampova");
        let text = lent(&iva, &folder);
        let page = iva.see(&format!("{text}/on-screen"));
        page.must_be(200)
            .must_say("služby si nepředávají celou dokumentaci")
            .must_say("Souhlas se týká témat: odvolání; dávky.");
        let body = page.body();
        assert_eq!((body.matches("name=\"decision\"").count(), body.matches(" checked").count()), (2, 0), "{body}");
        for (language, says) in [
            ("easy", "Celou Vaši složku druhá služba neuvidí"),
            ("uk", "Згоду можна відкликати будь-коли"),
            ("en", "You can withdraw the consent at any time"),
        ] {
            iva.see(&format!("{text}/on-screen?language={language}")).must_say(says).must_say("Účel: společné řešení");
        }
        assert_eq!(iva.see(&folder).must_be(303).location, format!("{text}/on-screen"), "the device shows this only");
        decide(&iva, &text, "consent");
        road::unlock(&iva, PASSWORD).must_be(303);
        let register = iva.see(&format!("{folder}/consents"));
        register.must_say("Rozhodnuto na obrazovce 20. 4. 2026").must_say("Podepsáno na obrazovce").must_say("platí");
        assert_eq!(stage::count(&town, DECISIONS, &folder), 1);
        let paper = register.address(&format!("{folder}/consents/"), "/consent.pdf");
        let Some(paper) = pdf::text(&iva.see(&paper).bytes) else { continue };
        assert!(paper.contains("☒ Souhlasím") && paper.contains("rozhodnuto na obrazovce dne 20. 4. 2026"), "{paper}");
    }
}

#[test]
fn a_no_on_the_screen_is_a_decision_like_any_other() {
    for town in Town::everywhere() {
        let folder = marek(&town).page("");
        let house = town.at("2026-04-20T10:00");
        let iva = house.worker("rampova");
        let text = lent(&iva, &folder);
        decide(&iva, &text, "dissent");
        road::unlock(&iva, PASSWORD).must_be(303);
        let register = iva.see(&format!("{folder}/consents"));
        register.must_say("Nesouhlas: případová spolupráce – OSP Páteřník").must_say("platí nesouhlas");
        iva.see(&folder).must_say("Nesouhlas s případovou spoluprací");
        assert_eq!(stage::count(&town, DECISIONS, &folder), 1);
    }
}

#[test]
fn whoever_would_rather_sign_on_paper_has_decided_nothing() {
    let town = Town::in_a_file();
    let folder = marek(&town).page("");
    let house = town.at("2026-04-20T10:00");
    let iva = house.worker("rampova");
    let text = lent(&iva, &folder);
    let page = format!("{text}/on-screen");
    iva.fill(&page, &page, &[("on_paper", "yes")]).must_be(303);
    road::unlock(&iva, PASSWORD).must_be(303);
    iva.see(&format!("{folder}/consents")).must_say("Čeká na odpověď klienta");
    assert_eq!(stage::count(&town, DECISIONS, &folder), 0);
}
