//! What a service writes itself: legal references, texts of papers, the public text with its yearly check.

use crate::common::Town;
use crate::common::podhuri::{self, refuse};

const SECTION: &str = "§ 91a odst. 5 zákona o sociálních službách";

#[test]
fn a_renumbered_section_is_a_change_of_data_and_what_was_decided_keeps_its_own() {
    for town in Town::everywhere() {
        let folder = podhuri::folder(&town);
        let house = town.at("2026-02-11T15:00");
        let (jakub, sarka) = (house.worker("terenni"), house.worker("podhorska"));
        podhuri::negotiate(&jakub, &folder);
        podhuri::counsel(&jakub, &folder);
        let page = "/settings/law/refusal_reasons";
        sarka.fill(page, page, &[("text", "")]).must_be(422).must_say("Napište, jak se má ustanovení citovat");
        sarka.fill(page, page, &[("text", SECTION), ("valid_from", "11. 2. 2026")]).must_be(303);
        refuse(&jakub, &folder, &[("reason", "dluhy")])
            .must_be(422)
            .must_say(SECTION)
            .must_not_say("§ 91 odst. 3 zákona");
        let early = [("text", "§ 1"), ("valid_from", "10. 2. 2026")];
        sarka.fill(page, page, &early).must_be(422).must_say("Od pozdějšího dne už platí novější znění");
        refuse(&jakub, &folder, &[]).must_be(303);
        let letter = "/settings/law/refusal_b";
        sarka.fill(letter, letter, &[("text", "§ 91a odst. 5 písm. x)"), ("valid_from", "11. 2. 2026")]).must_be(303);
        jakub.see(&format!("{folder}/refusals")).must_say("§ 91 odst. 3 písm. b)").must_not_say("písm. x)");
        sarka.see("/settings/law").must_say("§ 91a odst. 5 písm. x)").must_say("Šárka Podhorská");
        sarka.see(letter).must_say("§ 91 odst. 3 písm. b) zákona o sociálních službách od 1. 1. 2020 do 10. 2. 2026");
        jakub.see("/settings/law").must_be(403);
    }
}

#[test]
fn a_broken_text_is_refused_where_it_is_written_and_never_stops_what_is_recorded() {
    for town in Town::everywhere() {
        let folder = podhuri::folder(&town);
        let house = town.at("2026-02-11T15:00");
        let (jakub, sarka) = (house.worker("terenni"), house.worker("podhorska"));
        podhuri::negotiate(&jakub, &folder);
        podhuri::counsel(&jakub, &folder);
        let page = "/settings/templates/refusal_notice";
        let typed = [("body", "Vážená paní {jméno}"), ("valid_from", "11. 2. 2026")];
        sarka.fill(page, page, &typed).must_be(422).must_say("Pole „{jméno}“ neznáme. Použít můžete: {den žádosti}");
        let typed = [("body", "Dobrý den {služba"), ("valid_from", "10. 2. 2026")];
        sarka.fill(page, page, &typed).must_be(422).must_say("Pole „{služba}“ neznáme").must_say("nejdřív ode dneška");
        let typed = [("body", "Nemáme místo ({ustanovení})."), ("valid_from", "11. 2. 2026")];
        sarka.fill(page, page, &typed).must_be(303);
        sarka.see("/settings/templates").must_say("verze 2, od 11. 2. 2026");
        town.tamper("update document_template set body = 'Dobrý den {cosi}' where kind = 'refusal_notice'");
        refuse(&jakub, &folder, &[]).must_be(303);
        let refusal = podhuri::newest(&jakub, &folder);
        let broken = jakub.see(&format!("{refusal}/notice"));
        broken.must_be(403).must_say("Šablona tohoto textu je chybná: pole „{cosi}“ neznáme.");
        broken.must_say("Záznamy ve složce jsou uložené.");
        jakub.see("/settings/templates").must_be(403);
    }
}

#[test]
fn r081_the_public_text_is_read_by_everybody_and_its_check_asks_for_the_next_one_in_a_year() {
    for town in Town::everywhere() {
        let house = town.at("2026-03-10T09:00");
        let (sarka, kamil) = (house.worker("podhorska"), house.worker("sitovy"));
        let page = kamil.see("/public-text");
        page.must_say("Případová spolupráce").must_say("SAS Podhůří").must_say("zveřejnění zatím nikdo nezkontroloval");
        let text = page.address("/public-text/", "/text.pdf");
        assert_eq!(kamil.see(&text).must_be(200).header("content-type"), "application/pdf");
        let here = "/settings/public-text";
        sarka.see(here).must_say("Zveřejnění zatím nikdo nezkontroloval.");
        sarka.fill(here, here, &[("checked_on", "11. 3. 2026")]).must_be(422).must_say("Doplňte adresu stránky");
        let check = [("address", "www.podhuri.example/pripadova-spoluprace"), ("checked_on", "10. 3. 2026")];
        sarka.fill(here, here, &check).must_be(303);
        sarka.see("/tasks").must_say("veřejný text o případové spolupráci").must_say("do 10. 3. 2027");
        house.worker("terenni").see("/tasks").must_not_say("veřejný text");
        sarka.fill(here, here, &check).must_be(303);
        let open = "select count(*) as n from task where rule = 'r081' and done_at is null";
        assert_eq!(town.count(open), 1, "one task at a time");
        kamil.see("/public-text").must_say("zkontrolováno 10. 3. 2026, www.podhuri.example/pripadova-spoluprace");
        let text = [("body", "Spolupracujeme s Vaším souhlasem. {služba}"), ("valid_from", "10. 3. 2026")];
        let edit = "/settings/templates/case_management";
        sarka.fill(edit, edit, &text).must_be(303);
        kamil.see("/public-text").must_say("Spolupracujeme s Vaším souhlasem. SAS Podhůří");
    }
}
