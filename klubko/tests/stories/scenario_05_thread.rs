//! Scenario 5 as one thread: from Renata Cvičná's coming on Monday 2 February 2026 over the refusal, the place, the
//! agreement and the plan to the end on 31 August, each outcome and each mistake at its place; then variant (d).

use crate::common::pdf;
use crate::common::planning::{agree, close, close_all, evaluate, goal, goals, head};
use crate::common::podhuri::{self, complete, document, end, fill, newest, prepare, refuse};
use crate::common::renata::{HOME, RENEWED, Renata, SCHOOL};
use crate::common::stage;
use crate::common::{House, Town};
use klubko::kernel::journal::Found;

#[test]
fn scenario_05_from_the_first_contact_to_the_end_is_one_thread() {
    for town in Town::everywhere() {
        let renata = Renata::found_out(&town);
        only_the_law_refuses(&renata);
        refused_for_capacity(&renata);
        the_same_negotiation_goes_on(&renata);
        no_agreement_without_validity_or_negotiation(&renata);
        the_written_agreement(&renata);
        a_goal_rests_on_something(&renata);
        neither_end_nor_renewal_without_their_words(&renata);
        the_end(&renata);
        the_thread_is_one(&renata);
        assert!(matches!(town.verify(), Found::Sound { .. }));
    }
}

/// N1, N2, N3: Tuesday 10 February, before anybody advised her.
fn only_the_law_refuses(renata: &Renata) {
    let house = renata.town.at("2026-02-10T17:00");
    let jakub = house.worker("terenni");
    for invented in ["nespolupracuje", "má dluhy u nás"] {
        let refused = refuse(&jakub, &renata.folder, &[("reason", invented)]);
        refused.must_be(422).must_say("jen z důvodů uvedených v § 91 odst. 3 zákona o sociálních službách");
    }
    refuse(&jakub, &renata.folder, &[("reason", "c")]).must_be(422).must_say("pouze u pobytových služeb");
    let today = [("decided_on", "10. 2. 2026")];
    refuse(&jakub, &renata.folder, &today)
        .must_be(422)
        .must_say("V jednání není zapsané základní sociální poradenství.");
    let none = "select count(*) as n from refusal where folder_id = $1";
    assert_eq!(stage::count(renata.town, none, &renata.folder), 0);
}

/// O1: Wednesday 11 February.
fn refused_for_capacity(renata: &Renata) {
    renata.is_refused();
    let house = renata.town.at("2026-02-11T16:00");
    let (jakub, sarka) = (house.worker("terenni"), house.worker("podhorska"));
    sarka.see("/refused-applicants").must_say("Cvičná Renata").must_say("b) nedostatečná kapacita 1");
    sarka.see("/waiting-list").must_say("Kapacita 12").must_say("1. Cvičná Renata");
    let page = jakub.see(&renata.page("/refusals"));
    page.must_say("Terénní programy, Dolní Vzorov").must_say("pořadí 1.").must_say("Mgr. Šárka Podhorská");
    let negotiation = jakub.see(&renata.page("/negotiation"));
    negotiation.must_say("Jak požádat o příspěvek na bydlení.").must_say("Služba odmítla uzavřít smlouvu");
    let one = newest_refusal(renata, &house);
    let Some(text) = pdf::text(&jakub.see(&format!("{one}/notice.pdf")).bytes) else { return };
    assert!(text.contains("nemáme dostatečnou kapacitu"), "{text}");
    assert!(text.contains("11. 2. 2026") && text.contains("Pomoc Horní Vzorov, z. ú."), "{text}");
    assert!(!text.contains("nájm") && !text.contains("Dvanáct rodin"), "nothing more: {text}");
    let plain = pdf::text(&jakub.see(&format!("{one}/plain.pdf")).bytes).unwrap();
    for said in ["Máme plno.", "Vaše pořadí je 1.", "Terénní programy, Dolní Vzorov.", "česky"] {
        assert!(plain.contains(said), "„{said}“ is not on the plain paper: {plain}");
    }
}

/// The address of the newest refusal, by its paper.
fn newest_refusal(renata: &Renata, house: &House) -> String {
    let page = house.worker("terenni").see(&renata.page("/refusals"));
    page.address(&renata.page("/refusals/"), "/plain.pdf").trim_end_matches("/plain.pdf").to_owned()
}

/// Monday 2 March: a place, and no second negotiation.
fn the_same_negotiation_goes_on(renata: &Renata) {
    renata.is_offered_a_place();
    let house = renata.town.at("2026-03-02T11:00");
    let page = house.worker("terenni").see(&renata.page("/negotiation"));
    page.must_say("Jednání probíhá.").must_say("znovu otevřeno po 2. 3. 2026: přijal/a nabídnuté místo");
    let threads = "select count(*) as n from case_thread where folder_id = $1";
    assert_eq!(stage::count(renata.town, threads, &renata.folder), 1, "one thread, one negotiation");
    house.worker("podhorska").see("/waiting-list").must_say("V pořadníku nikdo není.");
}

/// N4, N6: Tuesday 3 March in the morning.
fn no_agreement_without_validity_or_negotiation(renata: &Renata) {
    let other = stage::folder(renata.town, &podhuri::RENATA, "2026-03-02T10:00", None);
    let house = renata.town.at("2026-03-03T09:00");
    let jakub = house.worker("terenni");
    complete(&jakub, &renata.folder, "3. 3. 2026");
    let without = prepare(&jakub, &renata.folder, &[("validity", "")]);
    without.must_be(422).must_say("Smlouva musí obsahovat dobu platnosti (§ 91 odst. 2 písm. h)");
    let words = [("in_own_words", "udržet byt"), ("agreed_on", "3. 3. 2026")];
    fill(&jakub, &other, "commission", &words).must_be(303);
    let signature = format!("{}/signature", document(&prepare(&jakub, &other, &[])));
    let signed = [("signed_on", "3. 3. 2026"), ("signer_role", "self"), ("signed_in", "Dolní Vzorov")];
    let refused = jakub.fill(&signature, &signature, &signed);
    refused.must_be(422).must_say("chybí záznam o jednání se zájemcem").must_say("chybí popis nepříznivé");
}

/// O2: the agreement says all that criterion 4 c asks about and rests on her goal.
fn the_written_agreement(renata: &Renata) {
    let house = renata.town.at("2026-03-03T10:00");
    let jakub = house.worker("terenni");
    let text = document(&prepare(&jakub, &renata.folder, &[]));
    let signature = format!("{text}/signature");
    let signed = [("signed_on", "3. 3. 2026"), ("signer_role", "self"), ("signed_in", "Dolní Vzorov")];
    jakub.fill(&signature, &signature, &signed).must_be(303);
    let page = jakub.see(&renata.page("/agreement"));
    page.must_say("Uzavřená smlouva").must_say("od 3. 3. 2026 do 31. 8. 2026").must_say("Forma písemná");
    jakub.see(&renata.folder).must_say("Klientka od 3. 3. 2026");
    let Some(said) = pdf::text(&jakub.see(&format!("{text}/agreement.pdf")).bytes) else { return };
    for part in [
        "Pomoc Horní Vzorov, z. ú.",
        "Renata Cvičná",
        "sociálně aktivizační služby pro rodiny s dětmi",
        "dvě návštěvy týdně",
        "u klientky doma",
        "bez úhrady",
        "Klientka dostala Pravidla",
        "poskytovatel pro opakované porušování povinností",
        "15 dnů",
        "do 31. 8. 2026",
        "udržet byt",
        "ve dvou stejnopisech",
    ] {
        assert!(said.contains(part), "„{part}“ is not on the agreement: {said}");
    }
    let plain = pdf::text(&jakub.see(&format!("{text}/plain.pdf")).bytes).unwrap();
    for part in
        ["„udržet byt“", "Jak často: dvě návštěvy týdně.", "Platí od 3. 3. 2026 do 31. 8. 2026.", "pomáhat udržet byt"]
    {
        assert!(plain.contains(part), "„{part}“ is not on the plain paper: {plain}");
    }
}

/// N5: Monday 16 March; a goal without a link asks why, and is linked.
fn a_goal_rests_on_something(renata: &Renata) {
    let house = renata.town.at("2026-03-16T10:00");
    let jakub = house.worker("terenni");
    head(&jakub, &renata.folder, &[]).must_be(303);
    goal(&jakub, &renata.folder, HOME, &[("links", "")]).must_be(303);
    let review = [("review_on", "15. 6. 2026")];
    let asked = agree(&jakub, &renata.folder, &review);
    asked.must_be(422).must_say("Cíl 1 se neopírá o žádnou zapsanou potřebu, přání ani situaci.");
    let one = goals(&jakub, &renata.folder).remove(0);
    jakub.fill(&one, &one, HOME).must_be(303);
    agree(&jakub, &renata.folder, &review).must_be(303);
}

/// N7, N8, then the new commission: Monday 15 June.
fn neither_end_nor_renewal_without_their_words(renata: &Renata) {
    let house = renata.town.at("2026-06-15T10:00");
    let jakub = house.worker("terenni");
    jakub.see(&renata.folder).must_say("Plán k hodnocení 15. 6. 2026");
    let refused = close(&jakub, &renata.folder, &[]);
    refused.must_be(422).must_say("Spolupráci nelze ukončit bez závěrečného hodnocení.");
    let without = evaluate(&jakub, &renata.folder, &RENEWED[..2]);
    without.must_be(422).must_say("Zapište novou zakázku.");
    evaluate(&jakub, &renata.folder, RENEWED).must_be(303);
    goal(&jakub, &renata.folder, SCHOOL, &[]).must_be(303);
    let why = [("change_reason", "nová zakázka"), ("review_on", "31. 8. 2026")];
    agree(&jakub, &renata.folder, &why).must_be(303);
}

/// Monday 31 August.
fn the_end(renata: &Renata) {
    let house = renata.town.at("2026-08-31T10:00");
    let jakub = house.worker("terenni");
    let end = [("goal_1_result", "partly"), ("conclusion", "end"), ("clients_view", "Zvládáme to.")];
    evaluate(&jakub, &renata.folder, &end).must_be(303);
    close_all(&jakub, &renata.folder, &[("left_in_network", "škola, babička")]).must_be(303);
    let seen = jakub.see(&renata.page("/closure"));
    seen.must_say("Spolupráce skončila 31. 8. 2026").must_say("závěrečné hodnocení");
    seen.must_say("Uchovat do 31. 12. 2036").must_say("škola, babička");
}

/// O3: the axis of the whole time, on the page and on paper.
fn the_thread_is_one(renata: &Renata) {
    let house = renata.town.at("2026-09-01T10:00");
    let jakub = house.worker("terenni");
    let axis = jakub.see(&renata.page("/timeline/period?from=2.+2.+2026&until=31.+8.+2026&texts=yes"));
    let said = axis.must_be(200).text();
    for (times, event) in [
        (1, "Uzavření smlouvy odmítnuto: b) nedostatečná kapacita"),
        (1, "Vydáno oznámení o odmítnutí"),
        (1, "Zařazení do pořadníku"),
        (1, "Smlouva uzavřena, podepsáno 3. 3. 2026"),
        (2, "Zakázka sjednána:"),
        (2, "Individuální plán dohodnut, verze"),
        (2, "Hodnocení spolupráce:"),
        (1, "Spolupráce ukončena: závěrečné hodnocení"),
        (1, "Zhodnocení týmu uzavřeno"),
        (1, "Klíčový pracovník: Jakub Terénní"),
        (1, "Byt je v pořádku, chybí tři nájmy."),
    ] {
        assert_eq!(said.matches(event).count(), times, "„{event}“ in {said}");
    }
    let one = "select count(*) as n from negotiation_reopening where folder_id = $1";
    assert_eq!(stage::count(renata.town, one, &renata.folder), 1);
    let headings = jakub.see(&renata.page("/timeline.pdf?from=1.+6.+2026&until=30.+6.+2026"));
    let Some(paper) = pdf::text(&headings.must_be(200).bytes) else { return };
    assert!(paper.contains("od 1. 6. 2026 do 30. 6. 2026") && paper.contains("Zakázka sjednána: „docházka do školy“"));
    assert!(!paper.contains("odmítnuto") && !paper.contains("verze 1"), "only June: {paper}");
    let wrong = jakub.see(&renata.page("/timeline.pdf?from=1.+6.+2026&until=1.+5.+2026"));
    wrong.must_be(403).must_say("Období končí dřív, než začíná.");
}

const INDEFINITE: &[(&str, &str)] = &[("validity", "indefinite"), ("valid_until", "")];

/// Refused, offered, agreed without an end; ended on 17 August as `more` says; she asks again on a day.
fn comes_again(town: &Town, more: &[(&str, &str)], moment: &str, day: &str) -> (String, House) {
    let renata = Renata::found_out(town);
    renata.is_refused();
    renata.is_offered_a_place();
    renata.agrees(INDEFINITE);
    {
        let house = town.at("2026-08-17T10:00");
        let jakub = house.worker("terenni");
        end(&jakub, &renata.folder, more).must_be(303);
        let paper = pdf::text(&jakub.see(&renata.page("/agreement/end/notice.pdf")).must_be(200).bytes);
        assert!(paper.is_none_or(|paper| paper.contains("1. 9. 2026") && paper.contains("smlouvy")));
    }
    let house = town.at(moment);
    let jakub = house.worker("terenni");
    let again =
        [("how", "new_negotiation"), ("channel", "phone"), ("day", day), ("time", "9:00"), ("asked", "Prosí znovu.")];
    fill(&jakub, &renata.folder, "reopening", &again).must_be(303);
    let told = [("given_on", day), ("information", "Kam se může obrátit.")];
    fill(&jakub, &renata.folder, "counselling", &told).must_be(303);
    drop(jakub);
    (renata.folder.clone(), house)
}

fn by_breach(day: &str) -> Vec<(&str, &str)> {
    let asked = [("reason_r002", "odmítá mluvit"), ("reason_r008", "nešlo ověřit")];
    let facts = [("reason", "d"), ("facts", "Smlouva skončila výpovědí 1. 9. 2026."), ("decided_on", day)];
    [facts.as_slice(), &asked].concat()
}

#[test]
fn scenario_05_variant_d_less_than_six_months_after_a_breach_she_may_be_refused() {
    for town in Town::everywhere() {
        let (folder, house) = comes_again(&town, &[], "2026-11-16T10:00", "16. 11. 2026");
        let jakub = house.worker("terenni");
        refuse(&jakub, &folder, &by_breach("16. 11. 2026")).must_be(303);
        jakub.see(&format!("{folder}/refusals")).must_say("§ 91 odst. 3 písm. d) zákona o sociálních službách");
        assert!(!newest(&jakub, &folder).is_empty());
    }
}

#[test]
fn scenario_05_variant_d_six_months_later_or_after_her_own_notice_it_is_no_reason() {
    let client = [("ended_by", "notice_by_client")];
    for (more, moment, day, said) in [
        (
            &[] as &[(&str, &str)],
            "2027-03-01T10:00",
            "1. 3. 2027",
            "šest měsíců nebo více. Tento důvod odmítnutí použít nelze",
        ),
        (&client, "2026-11-16T10:00", "16. 11. 2026", "Předchozí smlouvu neukončil poskytovatel"),
    ] {
        for town in Town::everywhere() {
            let (folder, house) = comes_again(&town, more, moment, day);
            refuse(&house.worker("terenni"), &folder, &by_breach(day)).must_be(422).must_say(said);
        }
    }
}
