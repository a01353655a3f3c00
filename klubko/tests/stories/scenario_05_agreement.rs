//! Scenario 5, the written agreement of 3 March 2026 and variant (d): the provider ends it for breach, and a new request
//! meets the six months of § 91(3) d).

use super::common::podhuri::{self, agreed, complete, document, end, fill, prepare, refuse};
use super::common::readiness::{address, follow_all, state};
use super::common::{House, Town, pdf, stage};
use super::scenario_05_refusal::offered;

/// The agreement is signed on 3 March; `more` are its terms.
fn signed(town: &Town, more: &[(&str, &str)]) -> (String, String) {
    let folder = offered(town);
    let house = town.at("2026-03-03T10:00");
    let text = agreed(&house.worker("terenni"), &folder, more);
    (folder, text)
}

#[test]
fn o2_the_written_agreement_says_all_that_the_law_orders_and_rests_on_her_goal() {
    for town in Town::everywhere() {
        let (folder, text) = signed(&town, &[]);
        let house = town.at("2026-03-03T11:00");
        let jakub = house.worker("terenni");
        let page = jakub.see(&format!("{folder}/agreement"));
        page.must_say("Uzavřená smlouva").must_say("od 3. 3. 2026 do 31. 8. 2026").must_say("Forma písemná");
        let paper = jakub.see(&format!("{text}/agreement.pdf"));
        paper.must_be(200);
        assert!(
            paper.header("content-disposition").contains("-smlouva-v1.pdf"),
            "{}",
            paper.header("content-disposition")
        );
        let none = "select count(*) as n from consent where folder_id = $1";
        assert_eq!(stage::count(&town, none, &folder), 0, "a written agreement brings no consent with it (D9)");
        let task = "select count(*) as n from task where folder_id = $1 and rule = 'l91' and due_on = '2026-08-01'";
        assert_eq!(stage::count(&town, task, &folder), 1);
        jakub.see(&folder).must_say("Klientka od 3. 3. 2026");
        let ready = jakub.see(&format!("{folder}/readiness"));
        let states = ["4a", "4b", "4c", "11", "3a", "3b"].map(|code| state(&ready, code));
        assert_eq!(states, ["splněno"; 6], "{}", ready.text());
        follow_all(&jakub, &ready);
        let Some(said) = pdf::text(&paper.bytes) else { continue };
        for part in [
            "Pomoc Horní Vzorov, z. ú.",
            "Renata Cvičná",
            "sociálně aktivizační služby pro rodiny s dětmi",
            "dvě návštěvy týdně",
            "u klientky doma",
            "úterý a čtvrtek odpoledne",
            "bez úhrady",
            "Klientka dostala Pravidla",
            "poskytovatel pro opakované porušování povinností",
            "15 dnů",
            "do 31. 8. 2026",
            "udržet byt",
            "Povinnosti obou stran",
            "ve dvou stejnopisech",
        ] {
            let part = if part == "Povinnosti obou stran" { "Práva a povinnosti obou stran" } else { part };
            assert!(said.contains(part), "„{part}“ is not on the agreement: {said}");
        }
    }
}

#[test]
fn o2_a_part_that_is_missing_in_the_text_or_a_goal_that_rests_on_nothing_is_named_under_4c() {
    for town in Town::everywhere() {
        let (folder, _) = signed(&town, &[]);
        let house = town.at("2026-03-03T11:00");
        let jakub = house.worker("terenni");
        town.tamper("update document set hours = '' where kind = 'agreement'");
        let page = jakub.see(&format!("{folder}/readiness"));
        assert_eq!(state(&page, "4c"), "chybí");
        assert_eq!(address(&page, "Místo a čas ve smlouvě"), format!("{folder}/agreement/amendment#f-changes"));
        follow_all(&jakub, &page);
        town.tamper("update document set hours = 'úterý' where kind = 'agreement'");
        town.tamper("update intake_negotiation set need = '', wish = ''");
        let page = jakub.see(&format!("{folder}/readiness"));
        assert_eq!(
            address(&page, "Potřeba nebo přání, ze kterých rozsah vychází"),
            format!("{folder}/negotiation/edit?part=needs#f-need")
        );
    }
}

#[test]
fn n4_n6_without_validity_or_without_a_negotiation_there_is_no_agreement() {
    for town in Town::everywhere() {
        let folder = offered(&town);
        let house = town.at("2026-03-03T10:00");
        let jakub = house.worker("terenni");
        complete(&jakub, &folder, "3. 3. 2026");
        prepare(&jakub, &folder, &[("validity", "")])
            .must_be(422)
            .must_say("Smlouva musí obsahovat dobu platnosti (§ 91 odst. 2 písm. h) zákona o sociálních službách)");
        let other = stage::folder(&town, &podhuri::RENATA, "2026-03-02T10:00", None);
        let words = [("in_own_words", "udržet byt"), ("agreed_on", "3. 3. 2026")];
        fill(&jakub, &other, "commission", &words).must_be(303);
        let text = document(&prepare(&jakub, &other, &[]));
        let signature = format!("{text}/signature");
        let signed = [("signed_on", "3. 3. 2026"), ("signer_role", "self"), ("signed_in", "Dolní Vzorov")];
        let refused = jakub.fill(&signature, &signature, &signed);
        refused.must_be(422).must_say("chybí záznam o jednání se zájemcem").must_say("chybí popis nepříznivé");
    }
}

/// The house on a day when she asks again: a new negotiation of that day, with counselling.
fn asks_again(town: &Town, folder: &str, moment: &str, day: &str) -> House {
    let house = town.at(moment);
    let jakub = house.worker("terenni");
    let again =
        [("how", "new_negotiation"), ("channel", "phone"), ("day", day), ("time", "9:00"), ("asked", "Prosí znovu.")];
    fill(&jakub, folder, "reopening", &again).must_be(303);
    let told = [("given_on", day), ("information", "Kam se může obrátit.")];
    fill(&jakub, folder, "counselling", &told).must_be(303);
    drop(jakub);
    house
}

const ASKED: [(&str, &str); 2] = [("reason_r002", "odmítá mluvit"), ("reason_r008", "nešlo ověřit")];

fn by_breach(day: &str) -> Vec<(&str, &str)> {
    let facts = [("reason", "d"), ("facts", "Smlouva skončila výpovědí 1. 9. 2026."), ("decided_on", day)];
    [facts.as_slice(), ASKED.as_slice()].concat()
}

#[test]
fn variant_d_after_a_breach_she_is_refused_for_less_than_six_months() {
    for town in Town::everywhere() {
        let (folder, _) = signed(&town, &[("validity", "indefinite"), ("valid_until", "")]);
        {
            let house = town.at("2026-08-17T10:00");
            let jakub = house.worker("terenni");
            end(&jakub, &folder, &[]).must_be(303);
            jakub.see(&format!("{folder}/reopening")).must_be(403).must_say("Smlouva platí, nové jednání není potřeba");
        }
        let house = asks_again(&town, &folder, "2026-11-16T10:00", "16. 11. 2026");
        let jakub = house.worker("terenni");
        refuse(&jakub, &folder, &by_breach("16. 11. 2026")).must_be(303);
        let page = jakub.see(&format!("{folder}/refusals"));
        page.must_say("§ 91 odst. 3 písm. d) zákona o sociálních službách").must_say("O službu požádal/a 16. 11. 2026");
        house.worker("podhorska").see("/refused-applicants").must_say("b) nedostatečná kapacita 1");
    }
}

#[test]
fn variant_d_when_six_months_have_passed_it_is_no_reason_any_more() {
    for town in Town::everywhere() {
        let (folder, _) = signed(&town, &[("validity", "indefinite"), ("valid_until", "")]);
        {
            let house = town.at("2026-08-17T10:00");
            end(&house.worker("terenni"), &folder, &[]).must_be(303);
        }
        let house = asks_again(&town, &folder, "2027-03-01T10:00", "1. 3. 2027");
        let jakub = house.worker("terenni");
        let refused = refuse(&jakub, &folder, &by_breach("1. 3. 2027"));
        refused.must_be(422).must_say("Od ukončení předchozí smlouvy (1. 9. 2026)");
        refused.must_say("šest měsíců nebo více. Tento důvod odmítnutí použít nelze");
    }
}

#[test]
fn variant_d_an_agreement_that_the_client_ended_or_of_another_kind_is_no_reason_either() {
    for town in Town::everywhere() {
        let (folder, _) = signed(&town, &[("validity", "indefinite"), ("valid_until", "")]);
        {
            let house = town.at("2026-08-17T10:00");
            end(&house.worker("terenni"), &folder, &[("ended_by", "notice_by_client")]).must_be(303);
        }
        let house = asks_again(&town, &folder, "2026-11-16T10:00", "16. 11. 2026");
        let jakub = house.worker("terenni");
        let wrong = |sentence: &str| {
            refuse(&jakub, &folder, &by_breach("16. 11. 2026")).must_be(422).must_say(sentence);
        };
        wrong("Předchozí smlouvu neukončil poskytovatel");
        town.tamper("update agreement_termination set ended_by = 'notice_by_provider', ground = 'need_ceased'");
        wrong("Předchozí smlouva neskončila pro porušování povinností");
        town.tamper("update agreement_termination set ground = 'breach'");
        town.tamper("update service set kind = 'crisis_help' where mark = 'SAS'");
        wrong("Předchozí smlouva se týkala jiného druhu služby");
    }
}
