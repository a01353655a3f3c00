//! Scenario 5, its beginning: Renata Cvičná asks SAS Podhůří, whose places are taken; refused by the law's letter b, put on
//! the waiting list, offered a place on 2 March. One negotiation, opened again.

use super::common::podhuri::{self, fill, newest, refuse};
use super::common::{Town, pdf, stage};

/// Refused on 11 February and first on the waiting list.
pub fn refused(town: &Town) -> String {
    podhuri::set(town, "capacity", "12");
    podhuri::set(town, "agreement_forms", "oral_allowed");
    let folder = podhuri::folder(town);
    let house = town.at("2026-02-11T15:00");
    let jakub = house.worker("terenni");
    podhuri::negotiate(&jakub, &folder);
    podhuri::counsel(&jakub, &folder);
    let asked = [("notice_asked", "yes"), ("notice_asked_on", "11. 2. 2026")];
    refuse(&jakub, &folder, &asked).must_be(303);
    fill(&jakub, &folder, "waiting-list/entry", &[("day", "11. 2. 2026")]).must_be(303);
    folder
}

/// The place is free on Monday 2 March: she takes it and the negotiation goes on.
pub fn offered(town: &Town) -> String {
    let folder = refused(town);
    let house = town.at("2026-03-02T10:00");
    let jakub = house.worker("terenni");
    fill(&jakub, &folder, "waiting-list/offer", &[("day", "2. 3. 2026"), ("answer_by", "9. 3. 2026")]).must_be(303);
    fill(&jakub, &folder, "waiting-list/answer", &[("answer", "accepted"), ("day", "2. 3. 2026")]).must_be(303);
    folder
}

#[test]
fn o1_refused_for_capacity_with_a_notice_a_line_in_the_register_and_the_first_place_in_waiting() {
    for town in Town::everywhere() {
        let folder = refused(&town);
        let house = town.at("2026-02-11T16:00");
        let (jakub, sarka) = (house.worker("terenni"), house.worker("podhorska"));
        sarka.see("/refused-applicants").must_say("Cvičná Renata").must_say("b) nedostatečná kapacita 1");
        sarka.see("/waiting-list").must_say("Kapacita 12").must_say("1. Cvičná Renata");
        let page = jakub.see(&format!("{folder}/refusals"));
        page.must_say("Terénní programy, Dolní Vzorov").must_say("pořadí 1.").must_say("Mgr. Šárka Podhorská");
        let notice = format!("{}/notice", newest(&jakub, &folder));
        jakub.fill(&notice, &notice, &[("asked_on", "11. 2. 2026"), ("issued_on", "11. 2. 2026")]).must_be(303);
        let paper = jakub.see(&format!("{notice}.pdf"));
        paper.must_be(200);
        let negotiation = jakub.see(&format!("{folder}/negotiation"));
        negotiation.must_say("Jak požádat o příspěvek na bydlení.").must_say("Služba odmítla uzavřít smlouvu");
        let Some(text) = pdf::text(&paper.bytes) else { continue };
        assert!(text.contains("nedostatečnou kapacitu") || text.contains("nemáme dostatečnou kapacitu"), "{text}");
        assert!(!text.contains("nájm") && !text.contains("Dvanáct rodin"), "nothing more: {text}");
    }
}

#[test]
fn n1_n2_n3_neither_debts_nor_health_refuse_and_without_counselling_it_is_asked_why() {
    for town in Town::everywhere() {
        let folder = podhuri::folder(&town);
        let house = town.at("2026-02-11T15:00");
        let jakub = house.worker("terenni");
        podhuri::negotiate(&jakub, &folder);
        for invented in ["nespolupracuje", "má dluhy u nás"] {
            refuse(&jakub, &folder, &[("reason", invented)]).must_be(422).must_say(
                "Uzavření smlouvy lze odmítnout jen z důvodů uvedených v § 91 odst. 3 zákona o sociálních službách",
            );
        }
        refuse(&jakub, &folder, &[("reason", "c")]).must_be(422).must_say("pouze u pobytových služeb");
        refuse(&jakub, &folder, &[]).must_be(422).must_say("V jednání není zapsané základní sociální poradenství.");
        let none = "select count(*) as n from refusal where folder_id = $1";
        assert_eq!(stage::count(&town, none, &folder), 0);
    }
}

#[test]
fn o3_the_thread_has_one_negotiation_which_was_opened_again() {
    for town in Town::everywhere() {
        let folder = offered(&town);
        let house = town.at("2026-03-02T11:00");
        let jakub = house.worker("terenni");
        let page = jakub.see(&format!("{folder}/negotiation"));
        page.must_say("Jednání probíhá.").must_say("znovu otevřeno po 2. 3. 2026: přijal/a nabídnuté místo");
        page.must_say("Dluh na nájemném, do 30. 4. hrozí vystěhování.");
        let threads = "select count(*) as n from case_thread where folder_id = $1";
        assert_eq!(stage::count(&town, threads, &folder), 1, "one thread, one negotiation");
        jakub.see("/waiting-list").must_say("V pořadníku nikdo není.");
        jakub.see("/refused-applicants").must_say("Cvičná Renata");
    }
}
