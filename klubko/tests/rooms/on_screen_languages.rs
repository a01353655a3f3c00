//! The page in the client's hands speaks Czech, easy Czech, Ukrainian and English. The text that is signed
//! stays in Czech, and what language the page spoke is kept with the decision.

use crate::common::stage::KLARA;
use crate::common::{Heard, Town, Worker, road};
use klubko::town::PASSWORD;

/// The text is in Klára's hands.
fn lent(dana: &Worker<'_>, folder: &str) -> String {
    road::negotiate(dana, folder, &[]);
    let document = road::prepare(dana, folder, &[]);
    road::lend(dana, &document, &[]).must_be(303);
    document
}

fn page(dana: &Worker<'_>, document: &str, language: &str) -> Heard {
    let page = dana.see(&format!("{document}/on-screen?language={language}"));
    page.must_be(200).must_say("‚zvládnout první týdny a domluvit péči o syna‘");
    page
}

#[test]
fn each_language_says_the_same_and_offers_the_others() {
    let town = Town::everywhere().remove(0);
    let folder = road::folder(&town, &KLARA);
    let house = town.at("2026-03-16T11:00");
    let dana = house.worker("zkusma");
    let document = lent(&dana, &folder);
    for (language, tag, words) in [
        ("cs", "cs", ["Souhlasíte s tímto textem?", "o základní poradenství tím nepřijdete", "Odevzdat rozhodnutí"]),
        ("easy", "cs", ["Souhlasíte s tím, co je napsané?", "Můžete říct ano i ne", "Hotovo, odevzdat"]),
        ("uk", "uk", ["Чи погоджуєтеся ви з цим текстом?", "чинним є саме чеський текст", "Передати рішення"]),
        ("en", "en", ["Do you agree with this text?", "the Czech text is the one that counts", "Hand in my decision"]),
    ] {
        let page = page(&dana, &document, language);
        for words in words {
            page.must_say(words);
        }
        let body = page.body();
        assert!(body.contains(&format!("<div class=\"stack loose plain\" lang=\"{tag}\">")), "{body}");
        assert!(body.contains("<div class=\"stack\" lang=\"cs\" data-text>"), "{body}");
        for other in ["cs", "easy", "uk", "en"] {
            assert!(body.contains(&format!("/on-screen?language={other}\"")), "{language} does not offer {other}");
        }
        assert_eq!(body.matches(" checked").count(), 0);
    }
    let unknown = page(&dana, &document, "xx");
    unknown.must_say("Souhlasíte s tímto textem?");
}

#[test]
fn what_is_missing_is_said_in_the_language_of_the_page_and_the_decision_keeps_it() {
    for town in Town::everywhere() {
        let folder = road::folder(&town, &KLARA);
        let house = town.at("2026-03-16T11:00");
        let dana = house.worker("zkusma");
        let document = lent(&dana, &folder);
        let refused =
            road::decide(&dana, &document, &[("language", "uk"), ("written_name", "Хтось Інший"), ("stroke", "")]);
        refused.must_be(422).must_say("Потрібно ще виправити").must_say("Підписати має Klára Vzorná");
        assert!(refused.body().contains("value=\"Хтось Інший\""), "{}", refused.body());
        road::decide(&dana, &document, &[("language", "uk"), ("decision", "dissent")]).must_be(303);
        dana.see(&format!("{document}/on-screen"))
            .must_say("Готово, вашу незгоду записано")
            .must_say("поверніть пристрій");
        road::unlock(&dana, PASSWORD).must_be(303);
        dana.see(&document).must_say("Nesouhlas vyjádřený na obrazovce").must_say("Jazyk obrazovky Українською");
    }
}
