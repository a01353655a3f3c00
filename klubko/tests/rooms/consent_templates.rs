//! The words of the consents are templates of the service: a head writes a newer one, what was signed keeps
//! its own words and its version, and a broken one never stops what the client has decided.

use crate::common::asking::{about_cooperation, marek};
use crate::common::{Town, Worker, pdf, road, stage};
use klubko::town::PASSWORD;

const PAGE: &str = "/settings/templates/consent_case_management";
const NEWER: &str = "Domluvili jsme se, že si služby {služba} a {druhá služba} řeknou: {rozsah}.\n\n{směr}\n\n{témata}\n\n\
     K čemu to bude: {účel}.\n\n{platnost}\n\nSouhlas mohu kdykoli odvolat.";

fn rewrite(head: &Worker<'_>, body: &str, from: &str) {
    head.fill(PAGE, PAGE, &[("body", body), ("valid_from", from)]).must_be(303);
}

fn wordings(town: &Town, folder: &str, like: &str) -> i64 {
    let sql = format!("select count(*) as n from consent where folder_id = $1 and wording like '{like}'");
    stage::count(town, Box::leak(sql.into_boxed_str()), folder)
}

#[test]
fn a_service_writes_its_own_words_and_what_was_signed_keeps_its_own() {
    for town in Town::everywhere() {
        let folder = marek(&town).page("");
        let monday = town.at("2026-04-20T10:00");
        let (iva, radka) = (monday.worker("rampova"), monday.worker("souhrnna"));
        radka.see("/settings/templates").must_say("Souhlas s případovou spoluprací").must_say("verze 1");
        iva.see(PAGE).must_be(403);
        let typed = [("body", "Souhlasím. {cokoli}"), ("valid_from", "20. 4. 2026")];
        radka.fill(PAGE, PAGE, &typed).must_be(422).must_say("Pole „{cokoli}“ neznáme. Použít můžete: {služba}");
        about_cooperation(&iva, &folder, "rampova", &[]).must_be(303);
        rewrite(&radka, NEWER, "21. 4. 2026");
        let text = about_cooperation(&iva, &folder, "rampova", &[("prepare", "yes")]).must_be(303).location.clone();
        iva.see(&text).must_say("Byl/a jsem srozumitelně informován/a");
        let tuesday = town.at("2026-04-21T10:00");
        let iva = tuesday.worker("rampova");
        let newer = [("valid_from", "21. 4. 2026"), ("day", "21. 4. 2026"), ("prepare", "yes")];
        let text = about_cooperation(&iva, &folder, "rampova", &newer).must_be(303).location.clone();
        iva.see(&text)
            .must_say("Domluvili jsme se, že si služby PM Páteřník a OSP Páteřník řeknou: rozhodnutí úřadu a termíny.")
            .must_say("K čemu to bude: společné řešení příspěvku.")
            .must_say("Souhlas se týká témat: odvolání; dávky.");
        about_cooperation(&iva, &folder, "rampova", &newer[..2]).must_be(303);
        assert_eq!(wordings(&town, &folder, "Byl/a jsem srozumitelně%"), 1, "the first one keeps its words");
        assert_eq!(wordings(&town, &folder, "Domluvili jsme se%"), 1);
        let register = iva.see(&format!("{folder}/consents"));
        register.must_say("znění podle šablony, verze 1").must_say("znění podle šablony, verze 2");
        let kept = "select count(*) as n from consent_terms where folder_id = $1 and template_version = 2";
        assert_eq!(stage::count(&town, kept, &folder), 1);
        let paper = iva.see(&format!("{text}/consent.pdf"));
        if let Some(paper) = pdf::text(&paper.must_be(200).bytes) {
            assert!(paper.contains("K čemu to bude"), "{paper}");
        }
    }
}

#[test]
fn a_text_that_was_prepared_is_decided_and_recorded_in_its_own_words_though_a_newer_one_holds() {
    for town in Town::everywhere() {
        let folder = marek(&town).page("");
        let monday = town.at("2026-04-20T10:00");
        let iva = monday.worker("rampova");
        let text = about_cooperation(&iva, &folder, "rampova", &[("prepare", "yes")]).must_be(303).location.clone();
        rewrite(&monday.worker("souhrnna"), NEWER, "21. 4. 2026");
        let tuesday = town.at("2026-04-21T10:00");
        let iva = tuesday.worker("rampova");
        // On paper: the answer is written down to the very text that he signed.
        let id = text.rsplit('/').next().unwrap();
        let form = iva.see(&format!("{folder}/consents/case-management?text={id}"));
        let prepared = format!("value=\"{id}\"");
        assert!(form.body().contains(&prepared), "the form carries the text");
        about_cooperation(&iva, &folder, "rampova", &[("prepared", id)]).must_be(303);
        assert_eq!(wordings(&town, &folder, "Byl/a jsem srozumitelně%"), 1);
        // On the screen: the same.
        let later = town.at("2026-04-21T10:05");
        let iva = later.worker("rampova");
        iva.fill(&text, &format!("{text}/lending"), &[]).must_be(303);
        iva.see(&format!("{text}/on-screen?language=uk")).must_say("Byl/a jsem srozumitelně").must_say("Згоду");
        road::decide(&iva, &text, &[("decision", "consent"), ("written_name", "Marek Vymyšlený")]).must_be(303);
        road::unlock(&iva, PASSWORD).must_be(303);
        assert_eq!(wordings(&town, &folder, "Byl/a jsem srozumitelně%"), 2);
        assert_eq!(wordings(&town, &folder, "Domluvili jsme se%"), 0);
    }
}

#[test]
fn a_broken_template_is_said_where_it_is_printed_and_stops_no_decision() {
    for town in Town::everywhere() {
        let folder = marek(&town).page("");
        let house = town.at("2026-04-20T10:00");
        let iva = house.worker("rampova");
        rewrite(&house.worker("souhrnna"), NEWER, "20. 4. 2026");
        town.tamper("update document_template set body = 'Dobrý den {cosi}' where kind = 'consent_case_management'");
        let refused = about_cooperation(&iva, &folder, "rampova", &[("prepare", "yes")]);
        refused.must_be(422).must_say("Šablona tohoto textu je chybná: pole „{cosi}“ neznáme.");
        assert!(refused.body().contains("společné řešení příspěvku"), "what was typed stays");
        about_cooperation(&iva, &folder, "rampova", &[]).must_be(303);
        assert_eq!(wordings(&town, &folder, "Byl/a jsem srozumitelně%"), 1, "in the words of the house");
    }
}
