//! Refusal by the closed list of § 91(3), the notice, the register, the waiting list, and somebody who asks again (R-009,
//! R-010; § 88 g).

use crate::common::podhuri::{self, fill, refuse};
use crate::common::{Town, Worker, pdf, stage};

/// Renata's negotiation on 11 February, on every engine.
fn renata(story: impl Fn(&Town, &Worker, &str)) {
    for town in Town::everywhere() {
        let folder = podhuri::folder(&town);
        let house = town.at("2026-02-11T15:00");
        let jakub = house.worker("terenni");
        podhuri::negotiate(&jakub, &folder);
        story(&town, &jakub, &folder);
    }
}

fn refusals(town: &Town, folder: &str) -> i64 {
    stage::count(town, "select count(*) as n from refusal where folder_id = $1", folder)
}

#[test]
fn r009_only_the_letters_of_the_law_refuse() {
    renata(|town, jakub, folder| {
        podhuri::counsel(jakub, folder);
        let page = jakub.see(&format!("{folder}/refusal"));
        page.must_not_say("nespolupracuje").must_not_say("dluhy").must_say("b) nedostatečná kapacita");
        for invented in ["nespolupracuje", "má dluhy u nás", ""] {
            let refused = refuse(jakub, folder, &[("reason", invented)]);
            refused.must_be(422).must_say("jen z důvodů uvedených v § 91 odst. 3 zákona o sociálních službách");
        }
        let wrong = |typed: &[(&str, &str)], sentence: &str| {
            refuse(jakub, folder, typed).must_be(422).must_say(sentence);
        };
        wrong(&[("facts", "")], "Napište skutečnosti, o které se důvod opírá");
        wrong(&[("decided_on", "")], "Doplňte den, kdy se o odmítnutí rozhodlo");
        wrong(&[("decided_on", "12. 2. 2026")], "Tento den teprve přijde");
        wrong(&[("decided_on", "1. 2. 2026")], "Zájemce o službu požádal až 2. 2. 2026");
        wrong(&[("decided_by", "nikdo")], "Vyberte, kdo o odmítnutí rozhodl");
        wrong(&[("notice_asked", "yes")], "Doplňte, kdy zájemce o oznámení požádal");
        wrong(&[("notice_asked", "yes"), ("notice_asked_on", "1. 2. 2026")], "O oznámení nemohl žádat dřív");
        wrong(&[("offered_service", "Paní Cvičná do azylového domu")], "Osobní údaje se předávají jen se souhlasem");
        assert_eq!(refusals(town, folder), 0);
    });
}

#[test]
fn r010_the_state_of_health_refuses_in_residential_services_only() {
    renata(|town, jakub, folder| {
        podhuri::counsel(jakub, folder);
        let refused = refuse(jakub, folder, &[("reason", "c")]);
        refused.must_be(422).must_say(
            "Důvod „zdravotní stav“ lze použít pouze u pobytových služeb (§ 91 odst. 3 písm. c) zákona o sociálních",
        );
        refuse(jakub, folder, &[("reason", "d")])
            .must_be(422)
            .must_say("Složka neobsahuje žádnou ukončenou smlouvu. Tento důvod odmítnutí použít nelze");
        town.tamper("update service set delivery_form = 'residential' where mark = 'SAS'");
        refuse(jakub, folder, &[("reason", "c")]).must_be(303);
        assert_eq!(refusals(town, folder), 1);
    });
}

#[test]
fn r005_a_refusal_without_counselling_is_questioned_and_the_reason_is_read_later() {
    renata(|town, jakub, folder| {
        let asked = refuse(jakub, folder, &[]);
        asked.must_be(422).must_say("V jednání není zapsané základní sociální poradenství.");
        assert_eq!(refusals(town, folder), 0);
        refuse(jakub, folder, &[("reason_r005", "spěchala do práce")]).must_be(303);
        let reason = "select count(*) as n from warning_answer where folder_id = $1 and rule = 'r005'
                       and object_kind = 'refusal' and reason = 'spěchala do práce'";
        assert_eq!(stage::count(town, reason, folder), 1);
        let file = jakub.see(&format!("{folder}/negotiation/record.pdf"));
        file.must_be(200);
        let Some(text) = pdf::text(&file.bytes) else { return };
        assert!(text.contains("základní poradenství v jednání): spěchala do práce"), "{text}");
    });
}

#[test]
fn r010_capacity_enters_the_register_by_itself_and_another_letter_does_not() {
    renata(|town, jakub, folder| {
        podhuri::counsel(jakub, folder);
        jakub.see("/refused-applicants").must_say("V tomto roce nikdo takový není.");
        refuse(jakub, folder, &[]).must_be(303);
        let page = jakub.see("/refused-applicants");
        page.must_say("Cvičná Renata").must_say("§ 91 odst. 3 písm. b) zákona o sociálních službách");
        page.must_say("b) nedostatečná kapacita 1").must_say("Podle § 88 písm. g) zákona o sociálních službách");
        jakub.see("/refused-applicants?year=2024").must_say("V tomto roce nikdo takový není.");
        let other = stage::folder(town, &podhuri::RENATA, "2026-02-03T10:00", None);
        podhuri::negotiate(jakub, &other);
        podhuri::counsel(jakub, &other);
        refuse(jakub, &other, &[("reason", "a"), ("facts", "Žádá o pobytovou službu.")]).must_be(303);
        let page = jakub.see("/refused-applicants");
        page.must_say("a) službu neposkytujeme, ani s ohledem na okruh osob 1");
        assert_eq!(page.text().matches("Cvičná Renata").count(), 1, "{}", page.text());
    });
}

#[test]
fn r010_the_written_notice_is_asked_for_issued_once_and_says_nothing_more() {
    renata(|town, jakub, folder| {
        podhuri::counsel(jakub, folder);
        let asked = [("notice_asked", "yes"), ("notice_asked_on", "11. 2. 2026")];
        refuse(jakub, folder, &asked).must_be(303);
        let task = "select count(*) as n from task where folder_id = $1 and rule = 'r010' and done_at is null";
        assert_eq!(stage::count(town, task, folder), 1, "the notice that was asked for is a task");
        let refusal = podhuri::newest(jakub, folder);
        let notice = format!("{refusal}/notice");
        jakub.see(&format!("{notice}.pdf")).must_be(404);
        let dates = [("asked_on", "11. 2. 2026"), ("issued_on", "10. 2. 2026")];
        jakub.fill(&notice, &notice, &dates).must_be(422).must_say("Oznámení se vydává až na žádost");
        let dates = [("asked_on", "11. 2. 2026"), ("issued_on", "11. 2. 2026")];
        jakub.fill(&notice, &notice, &dates).must_be(303);
        assert_eq!(stage::count(town, task, folder), 0);
        jakub.fill(&notice, &notice, &dates).must_be(403).must_say("už je vydané");
        let paper = jakub.see(&format!("{notice}.pdf"));
        paper.must_be(200);
        assert!(paper.header("content-disposition").contains("oznameni-o-odmitnuti.pdf"));
        pdf::must_be_accessible(&paper.bytes);
        let Some(text) = pdf::text(&paper.bytes) else { return };
        for said in [
            "Na Vaši žádost ze dne 11. 2. 2026",
            "§ 91 odst. 3 písm. b) zákona o sociálních službách",
            "nemáme dostatečnou kapacitu",
            "11. 2. 2026",
            "Pomoc Horní Vzorov, z. ú.",
            "Renata Cvičná",
            "§ 91 odst. 7",
        ] {
            assert!(text.contains(said), "„{said}“ is not on the notice: {text}");
        }
        for extra in ["Dvanáct rodin", "nájem", "2026/1", "byt je v pořádku"] {
            assert!(!text.contains(extra), "„{extra}“ is on the notice: {text}");
        }
        town.tamper("update refusal_notice set body = 'Jiný text.'");
        jakub.see(&format!("{notice}.pdf")).must_be(500);
    });
}

fn step(worker: &Worker, folder: &str, page: &str, typed: &[(&str, &str)]) -> crate::common::Heard {
    fill(worker, folder, &format!("waiting-list/{page}"), typed)
}

#[test]
fn the_waiting_list_goes_by_the_criteria_and_an_accepted_place_opens_the_negotiation_again() {
    renata(|town, jakub, folder| {
        jakub.see(&format!("{folder}/waiting-list/entry")).must_be(403).must_say("Zapište nejdřív odmítnutí");
        podhuri::counsel(jakub, folder);
        refuse(jakub, folder, &[]).must_be(303);
        let page = jakub.see(&format!("{folder}/waiting-list/entry"));
        page.must_say("Pořadí určuje den zařazení.");
        step(jakub, folder, "entry", &[("day", "11. 2. 2026")]).must_be(303);
        jakub.see(&format!("{folder}/waiting-list/entry")).must_be(403).must_say("už v pořadníku je");
        jakub.see(&format!("{folder}/refusals")).must_say("V pořadníku pořadí 1.");
        let urgent = stage::folder(town, &podhuri::RENATA, "2026-02-03T10:00", None);
        podhuri::negotiate(jakub, &urgent);
        podhuri::counsel(jakub, &urgent);
        refuse(jakub, &urgent, &[]).must_be(303);
        let first = [("day", "11. 2. 2026"), ("has_priority", "yes")];
        step(jakub, &urgent, "entry", &first).must_be(422).must_say("podle kterého kritéria má člověk přednost");
        step(jakub, &urgent, "entry", &[first.as_slice(), &[("priority_reason", "násilí")]].concat()).must_be(303);
        jakub.see(&format!("{folder}/refusals")).must_say("pořadí 2.");
        jakub.see(&format!("{urgent}/refusals")).must_say("pořadí 1.");
        let list = jakub.see("/waiting-list").text();
        assert!(list.find("1. Cvičná Renata").unwrap() < list.find("násilí").unwrap(), "{list}");
        jakub.see(&format!("{folder}/waiting-list/answer")).must_be(403).must_say("Nejdřív místo nabídněte");
        step(jakub, folder, "offer", &[("day", "11. 2. 2026"), ("answer_by", "10. 2. 2026")])
            .must_be(422)
            .must_say("Odpověď nemůže být dřív než nabídka");
        step(jakub, folder, "offer", &[("day", "11. 2. 2026"), ("answer_by", "18. 2. 2026")]).must_be(303);
        jakub.see("/waiting-list").must_say("nabídnuto 11. 2. 2026, odpověď do 18. 2. 2026");
        step(jakub, folder, "answer", &[("day", "11. 2. 2026")]).must_be(422).must_say("Vyberte, co na nabídku");
        step(jakub, folder, "answer", &[("answer", "accepted"), ("day", "11. 2. 2026")]).must_be(303);
        let page = jakub.see(&format!("{folder}/negotiation"));
        page.must_say("Jednání probíhá.").must_say("Dříve: Služba odmítla uzavřít smlouvu st 11. 2. 2026");
        page.must_say("znovu otevřeno st 11. 2. 2026: přijal/a nabídnuté místo");
        assert_eq!(refusals(town, folder), 1, "the refusal stays as it was");
        jakub.see(&format!("{urgent}/refusals")).must_say("pořadí 1.");
        let leaves = [("reason", "helped_elsewhere"), ("day", "11. 2. 2026"), ("note", "azylový dům")];
        step(jakub, &urgent, "removal", &[("day", "11. 2. 2026")]).must_be(422).must_say("Vyberte, proč člověk");
        step(jakub, &urgent, "removal", &leaves).must_be(303);
        jakub.see(&format!("{urgent}/refusals")).must_say("pomoc našel/našla jinde (azylový dům)");
        jakub.see("/waiting-list").must_say("V pořadníku nikdo není.");
    });
}

#[test]
fn the_capacity_is_a_dated_setting_and_the_agreements_in_force_stand_beside_it() {
    for town in Town::everywhere() {
        let house = town.at("2026-03-10T09:00");
        let sarka = house.worker("podhorska");
        let before = sarka.see("/waiting-list");
        before.must_say("Platné smlouvy");
        podhuri::set(&town, "capacity", "2");
        let page = sarka.see("/waiting-list");
        page.must_say("Kapacita 2");
    }
}

#[test]
fn those_who_wait_in_the_town_wait_for_a_full_service_and_a_closed_cooperation_takes_no_place() {
    for town in Town::everywhere() {
        let house = town.at("2026-03-10T09:00");
        let page = house.worker("poradna").see("/waiting-list");
        page.must_say("Kapacita 1").must_say("Platné smlouvy 1").must_say("Zbývá 0 volných míst");
        page.must_say("Přibližný Ctirad").must_say("Údajný Bořek");
    }
}

#[test]
fn somebody_who_withdrew_goes_on_or_begins_anew_and_nothing_is_rewritten() {
    renata(|town, jakub, folder| {
        podhuri::counsel(jakub, folder);
        jakub.see(&format!("{folder}/reopening")).must_be(403).must_say("Jednání s tímto člověkem stále probíhá.");
        let withdrew = [("outcome", "applicant_withdrew"), ("decided_on", "11. 2. 2026")];
        fill(jakub, folder, "outcome", &withdrew).must_be(303);
        let empty = fill(jakub, folder, "reopening", &[("day", "11. 2. 2026"), ("time", "14:00")]);
        empty.must_be(422).must_say("Vyberte, zda jednání pokračuje, nebo začíná nové");
        empty.must_say("Napište, o co člověk žádá").must_say("Zvolte, jak se člověk na službu obrátil");
        let again = [("channel", "phone"), ("day", "11. 2. 2026"), ("time", "14:00"), ("asked", "Přece jen přijde.")];
        let same = [again.as_slice(), &[("how", "same_negotiation")]].concat();
        fill(jakub, folder, "reopening", &same).must_be(303);
        let page = jakub.see(&format!("{folder}/negotiation"));
        page.must_say("Jednání probíhá.").must_say("Dříve: Zájemce se rozhodl jinak").must_say("zůstat v bytě");
        fill(jakub, folder, "outcome", &withdrew).must_be(303);
        let anew = [again.as_slice(), &[("how", "new_negotiation")]].concat();
        fill(jakub, folder, "reopening", &anew).must_be(303);
        let page = jakub.see(&format!("{folder}/negotiation"));
        page.must_say("Jednání probíhá.").must_say("Přece jen přijde.").must_not_say("zůstat v bytě");
        page.must_say("dřívější jednání");
        let threads = "select count(*) as n from case_thread where folder_id = $1";
        assert_eq!(stage::count(town, threads, folder), 2);
        let written = "select count(*) as n from intake_negotiation where folder_id = $1 and wish = 'zůstat v bytě'";
        assert!(stage::count(town, written, folder) > 0);
        let queue = jakub.see("/first-contacts").text();
        assert_eq!(queue.matches("Renata Cvičná").count(), 1, "{queue}");
        jakub.see("/folders").must_be(200);
    });
}

#[test]
fn a_negotiation_that_ended_is_not_refused_a_second_time() {
    renata(|_, jakub, folder| {
        podhuri::counsel(jakub, folder);
        refuse(jakub, folder, &[]).must_be(303);
        jakub.see(&format!("{folder}/refusal")).must_be(403).must_say("Jednání už je uzavřeno.");
        jakub.see(&format!("{folder}/outcome")).must_be(200).must_not_say("Zapsat poradenství");
    });
}

#[test]
fn the_language_and_the_help_stand_on_the_record_of_the_negotiation() {
    renata(|_, jakub, folder| {
        let fit = [
            ("part", "fit"),
            ("communication_form", "interpreter"),
            ("language", "ukrajinsky"),
            ("helped_by", "tlumočnice Oksana Vymyšlená"),
            ("is_understood", "yes"),
        ];
        fill(jakub, folder, "negotiation/edit?part=fit", &fit).must_be(303);
        jakub.see(&format!("{folder}/negotiation")).must_say("Jazyk ukrajinsky").must_say("S pomocí tlumočnice");
        let file = jakub.see(&format!("{folder}/negotiation/record.pdf"));
        file.must_be(200);
        pdf::must_be_accessible(&file.bytes);
        let inquiry =
            jakub.see(&format!("{folder}/negotiation")).address(&format!("{folder}/inquiries/"), "record.pdf");
        let found = jakub.see(&inquiry);
        found.must_be(200);
        pdf::must_be_accessible(&found.bytes);
        let (Some(whole), Some(one)) = (pdf::text(&file.bytes), pdf::text(&found.bytes)) else { return };
        for said in
            ["ukrajinsky", "tlumočnice Oksana Vymyšlená", "zůstat v bytě", "chybí tři nájmy", "hrozí vystěhování"]
        {
            assert!(whole.contains(said), "„{said}“ is not on the record: {whole}");
        }
        assert!(one.contains("chybí tři nájmy") && one.contains("návštěva"), "{one}");
    });
}
