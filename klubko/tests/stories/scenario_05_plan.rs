//! Scenario 5 from the plan on: plan of 16 March, evaluation with a new commission on 15 June, the end on 31 August, the
//! folder kept to the end of 2036; nothing is closed without an evaluation and no commission is renewed without words.

use crate::common::course::{Client, agreement, client};
use crate::common::pdf::text;
use crate::common::planning::{agree, close, close_all, evaluate, evaluations, goal, head};
use crate::common::road;
use crate::common::{Town, Worker};
use jiff::civil::date;

const HOME: &[(&str, &str)] = &[
    ("goal", "Udržet byt"),
    ("in_own_words", "Nechci se s kluky stěhovat."),
    ("success_indicator", "nájemní smlouva platí a splátka dluhu je zaplacená třikrát po sobě"),
    ("horizon_on", "15. 6. 2026"),
    ("links", "need"),
    ("links", "wish"),
    ("step_1_what", "Domluvit splátky s majitelem"),
    ("step_1_who", "client"),
    ("step_1_due", "30. 3. 2026"),
];
const SCHOOL: &[(&str, &str)] = &[
    ("goal", "Syn chodí do školy"),
    ("success_indicator", "měsíc bez neomluvené hodiny"),
    ("horizon_on", "31. 8. 2026"),
    ("links", "need"),
];

/// Renata has an agreement of 3 March and a plan of 16 March, to be looked at until 15 June.
fn planned(town: &Town) -> Client {
    let renata = client(town, ("Renata", "Cvičná"), "terenni", "2026-02-02T09:00");
    let folder = renata.page("");
    let house = town.at("2026-03-03T10:00");
    let terenni = house.worker("terenni");
    road::write(&terenni, &folder, "needs", &[("need", "Zaplatit dluh na nájmu."), ("wish", "Zůstat v bytě.")]);
    let commission = renata.page("/commission");
    let words = [("in_own_words", "udržet byt"), ("agreed_on", "3. 3. 2026")];
    terenni.fill(&commission, &commission, &words).must_be(303);
    drop(house);
    agreement(town, &renata, date(2026, 3, 3));
    let house = town.at("2026-03-16T10:00");
    let terenni = house.worker("terenni");
    head(&terenni, &folder, &[]).must_be(303);
    goal(&terenni, &folder, HOME, &[]).must_be(303);
    agree(&terenni, &folder, &[("review_on", "15. 6. 2026")]).must_be(303);
    renata
}

/// N7, N8, and the new commission of 15 June with its plan.
fn renewed(town: &Town, folder: &str) {
    let house = town.at("2026-06-15T10:00");
    let terenni = house.worker("terenni");
    terenni.see(folder).must_say("Plán k hodnocení 15. 6. 2026");
    close(&terenni, folder, &[]).must_be(422).must_say("Spolupráci nelze ukončit bez závěrečného hodnocení.");
    let met = ("goal_1_result", "met");
    let renews = ("conclusion", "new_commission");
    evaluate(&terenni, folder, &[met, renews]).must_be(422).must_say("Zapište novou zakázku.");
    let new = [
        met,
        renews,
        ("new_commission", "docházka do školy"),
        ("why_changed", "byt zůstal, syn nechodí do školy"),
        ("next_review_on", "31. 8. 2026"),
    ];
    evaluate(&terenni, folder, &new).must_be(303);
    goal(&terenni, folder, SCHOOL, &[]).must_be(303);
    agree(&terenni, folder, &[("change_reason", "nová zakázka"), ("review_on", "31. 8. 2026")]).must_be(303);
}

/// The evaluation that ends it, and the end.
fn ended(terenni: &Worker<'_>, renata: &Client) {
    let folder = renata.page("");
    let end = [("goal_1_result", "partly"), ("conclusion", "end"), ("clients_view", "Zvládáme to.")];
    evaluate(terenni, &folder, &end).must_be(303);
    close(terenni, &folder, &[]).must_be(422).must_say("rozepsaný text · Bc. Jakub Terénní");
    close_all(terenni, &folder, &[("left_in_network", "škola, babička")]).must_be(303);
    let seen = terenni.see(&renata.page("/closure"));
    seen.must_say("Spolupráce skončila 31. 8. 2026").must_say("závěrečné hodnocení");
    seen.must_say("Uchovat do 31. 12. 2036").must_say("škola, babička");
}

#[test]
fn scenario_05_one_thread_leads_from_the_plan_over_a_new_commission_to_the_end() {
    for town in Town::everywhere() {
        let renata = planned(&town);
        let folder = renata.page("");
        renewed(&town, &folder);
        let house = town.at("2026-08-31T10:00");
        let terenni = house.worker("terenni");
        ended(&terenni, &renata);
        let timeline = terenni.see(&renata.page("/timeline"));
        for said in [
            "Individuální plán dohodnut, verze 1",
            "Hodnocení spolupráce: nová zakázka",
            "Zakázka sjednána: „docházka do školy“",
            "Individuální plán dohodnut, verze 2",
            "Hodnocení spolupráce: spolupráce končí",
            "Spolupráce ukončena: závěrečné hodnocení",
        ] {
            timeline.must_say(said);
        }
        let plan = terenni.see(&renata.page("/plan"));
        plan.must_say("udržet byt").must_say("Hodnocení 15. 6. 2026").must_say("Hodnocení 31. 8. 2026");
        if let Some(paper) = text(&terenni.see(&renata.page("/closure/closure.pdf")).bytes) {
            assert!(paper.contains("Renata Cvičná") && paper.contains("31. 12. 2036"), "{paper}");
        }
        let one = &evaluations(&terenni, &folder)[0];
        if let Some(paper) = text(&terenni.see(&format!("{one}/evaluation.pdf")).bytes) {
            assert!(paper.contains("Hodnocení spolupráce") && paper.contains("Zvládáme to."), "{paper}");
        }
    }
}
