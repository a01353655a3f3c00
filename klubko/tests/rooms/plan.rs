//! The room of the plan: a draft as unfinished as it likes, one deed that is checked, versions, notes, and two people
//! over one goal (R-001, R-003, R-015 … ).

use crate::common::klara::Klara;
use crate::common::planning::{CARE, HEAD, SLEEP, agree, goal, goals, head};
use crate::common::{Heard, Town, Worker};

/// The deed is refused with a sentence and nothing is agreed.
fn refused(alena: &Worker<'_>, klara: &Klara, more: &[(&str, &str)], sentence: &str) {
    agree(alena, &klara.folder, more).must_be(422).must_say(sentence);
    assert_eq!(versions(klara), 0);
}

fn versions(klara: &Klara) -> i64 {
    klara.count("select count(*) as n from plan_agreement where folder_id = $1")
}

fn open_tasks(klara: &Klara, sql: &'static str) -> i64 {
    klara.count(sql)
}

const REVIEWS: &str = "select count(*) as n from task where folder_id = $1 and rule = 'r018' and done_at is null";
const PLANS: &str =
    "select count(*) as n from task where folder_id = $1 and rule in ('r016', 'r053', 'r054') and done_at is null";

#[test]
fn without_an_agreement_there_is_no_plan_but_a_note_of_planning_is_kept() {
    for town in Town::everywhere() {
        let klara = Klara::assessed(&town);
        let house = town.at("2026-03-12T09:00");
        let alena = house.worker("prikladna");
        for page in ["/plan/edit", "/plan/goals/new", "/plan/agreement", "/evaluations/new"] {
            alena.see(&klara.page(page)).must_be(403).must_say("Plán vzniká až po uzavření smlouvy");
        }
        let (page, action) = (klara.page("/plan/notes/new"), klara.page("/plan/notes"));
        alena.fill(&page, &action, &[("goal", "vyspat se")]).must_be(422).must_say("Napište, na čem jste se dohodli");
        let note = [("goal", "vyspat se"), ("note", "Zkusí teplé mléko."), ("noted_on", "12. 3. 2026")];
        alena.fill(&page, &action, &note).must_be(303);
        let seen = alena.see(&klara.page("/plan"));
        seen.must_say("vyspat se Zkusí teplé mléko.").must_say("čt 12. 3. 2026, Mgr. Alena Příkladná");
    }
}

#[test]
fn a_draft_may_be_unfinished_and_the_deed_says_one_after_another_what_is_missing() {
    for town in Town::everywhere() {
        let klara = Klara::signed(&town);
        let house = town.at("2026-05-05T12:00");
        let alena = house.worker("prikladna");
        refused(&alena, &klara, &[], "Zvolte způsob plánování");
        refused(&alena, &klara, &[], "Plán zatím nemá žádný cíl");
        head(&alena, &klara.folder, &[("way_reason", "")]).must_be(303);
        goal(&alena, &klara.folder, &[("goal", "")], &[]).must_be(422).must_say("Napište cíl");
        goal(&alena, &klara.folder, &[("goal", "Mít klid")], &[("step_1_what", "Uklidit")]).must_be(303);
        refused(&alena, &klara, &[], "proč se klientovi tento způsob plánování hodí");
        refused(&alena, &klara, &[], "Cíl 1: doplňte, podle čeho poznáme, že je cíl splněn, a do kdy.");
        refused(&alena, &klara, &[], "Cíl 1: každý krok musí mít odpovědnou osobu a termín.");
        let only = goals(&alena, &klara.folder).remove(0);
        alena.fill(&only, &only, CARE).must_be(303);
        head(&alena, &klara.folder, &[]).must_be(303);
        refused(&alena, &klara, &[("participation", "")], "Zapište, jestli se klient na plánu podílel");
        refused(&alena, &klara, &[("participation_note", "")], "Napište, jak se klient podílel");
        let impossible = ("participation", "impossible");
        refused(&alena, &klara, &[impossible], "Napište, kdo se na plánu podílel za klienta");
        refused(&alena, &klara, &[("agreed_on", "")], "Doplňte den dohody");
        refused(&alena, &klara, &[("agreed_on", "6. 5. 2026")], "Dohoda nemůže být v budoucnosti");
        refused(&alena, &klara, &[("agreed_on", "15. 3. 2026")], "Tento den ještě nebyla uzavřená smlouva");
        refused(&alena, &klara, &[("review_on", "")], "Doplňte, kdy plán vyhodnotíte");
        refused(&alena, &klara, &[("review_on", "5. 5. 2026")], "Hodnocení má být až po dohodě plánu");
        agree(&alena, &klara.folder, &[impossible, ("representative", "opatrovnice")]).must_be(303);
        assert_eq!((versions(&klara), open_tasks(&klara, REVIEWS), open_tasks(&klara, PLANS)), (1, 1, 0));
    }
}

#[test]
fn a_goal_without_a_link_or_outside_the_purpose_and_no_strengths_ask_and_the_reasons_stay_with_the_plan() {
    for town in Town::everywhere() {
        let klara = Klara::signed(&town);
        let house = town.at("2026-05-05T12:00");
        let alena = house.worker("prikladna");
        head(&alena, &klara.folder, &[("strengths", "")]).must_be(303);
        goal(&alena, &klara.folder, CARE, &[("links", ""), ("is_outside_purpose", "yes")]).must_be(303);
        let seen = alena.see(&klara.page("/plan"));
        seen.must_say("bez vazby na potřebu, přání nebo situaci").must_say("mimo poslání");
        seen.must_say("Potřeby bez cíle potřeba Někoho, s kým to projde. přání Klidný domov pro syna.");
        let asked = agree(&alena, &klara.folder, &[]);
        asked.must_be(422).must_say("Cíl 1 se neopírá o žádnou zapsanou potřebu, přání ani situaci.");
        asked.must_say("Cíl 1 je mimo poslání služby.").must_say("V plánu nejsou silné stránky klienta.");
        let one = [("reason_r001", "přála si to u podpisu")];
        agree(&alena, &klara.folder, &one).must_be(422);
        let all = [one[0], ("reason_r017", "nikdo jiný to tu nedělá"), ("reason_r127", "doplníme příště")];
        agree(&alena, &klara.folder, &all).must_be(303);
        let seen = alena.see(&klara.page("/plan"));
        seen.must_say("Důvod (opora v potřebě nebo přání): přála si to u podpisu (Mgr. Alena Příkladná)");
        seen.must_say("Důvod (způsob plánování a poslání služby): nikdo jiný to tu nedělá")
            .must_say("Důvod (silné stránky): doplníme příště");
    }
}

/// Klára's plan of 5 May with both goals.
fn agreed(town: &Town) -> Klara<'_> {
    let klara = Klara::signed(town);
    let house = town.at("2026-05-05T12:00");
    let alena = house.worker("prikladna");
    head(&alena, &klara.folder, &[]).must_be(303);
    goal(&alena, &klara.folder, CARE, &[]).must_be(303);
    goal(&alena, &klara.folder, SLEEP, &[]).must_be(303);
    drop(house);
    let house = town.at("2026-05-05T13:00");
    agree(&house.worker("prikladna"), &klara.folder, &[]).must_be(303);
    drop(house);
    klara
}

#[test]
fn a_changed_plan_is_a_draft_until_it_is_agreed_and_the_versions_say_what_changed_and_why() {
    for town in Town::everywhere() {
        let klara = agreed(&town);
        let house = town.at("2026-05-12T09:00");
        let alena = house.worker("prikladna");
        alena.see(&klara.page("/plan")).must_say("Individuální plán, verze 1").must_not_say("Plán se od dohody změnil");
        let both = goals(&alena, &klara.folder);
        let sooner = [CARE, &[("horizon_on", "15. 6. 2026"), ("step_2_what", "")]].concat();
        let sooner: Vec<_> = sooner.into_iter().filter(|field| !is_emptied(*field)).collect();
        alena.fill(&both[0], &both[0], &sooner).must_be(303);
        let end = format!("{}/end", both[1]);
        alena.fill(&end, &end, &[("end_reason", "")]).must_be(422).must_say("Napište, proč se cíl ukončuje");
        let why = [("end_reason", "spí už dobře"), ("ended_on", "12. 5. 2026")];
        alena.fill(&end, &end, &why).must_be(303);
        goal(&alena, &klara.folder, SLEEP, &[("goal", "Najít kroužek")]).must_be(303);
        alena.see(&klara.page("/plan")).must_say("Plán se od dohody změnil.").must_say("ukončen 12. 5. 2026");
        let draft = alena.see(&klara.page("/plan/versions"));
        draft.must_say("Změny od poslední dohody");
        agree(&alena, &klara.folder, &[]).must_be(422).must_say("Napište, proč se plán mění");
        drop(house);
        let house = town.at("2026-05-12T10:00");
        let alena = house.worker("prikladna");
        agree(&alena, &klara.folder, &[("change_reason", "syn chce kroužek")]).must_be(303);
        let seen = alena.see(&klara.page("/plan/versions"));
        seen.must_say("Verze 2").must_say("Důvod změny: syn chce kroužek").must_not_say("Změny od poslední dohody");
        seen.must_say("Do kdy bylo 30. 6. 2026 je 15. 6. 2026").must_say("Cíl 3: Najít kroužek přidáno");
        seen.must_say("Cíl 2: Zase spát ukončeno").must_say("Cíl 1, krok: Pohlídat syna v úterý ukončeno");
        assert_eq!(open_tasks(&klara, REVIEWS), 1, "one review waits, the newer one");
        let then = alena.see(&klara.page("/plan?as_of=2026-05-05"));
        then.must_say("Zase spát").must_not_say("Najít kroužek");
    }
}

/// Of a row that is emptied, nothing is sent but its empty text.
fn is_emptied((name, value): (&str, &str)) -> bool {
    (name.starts_with("step_2") && !value.is_empty()) || (name == "horizon_on" && value == "30. 6. 2026")
}

#[test]
fn a_step_is_done_and_open_again_by_one_button() {
    for town in Town::everywhere() {
        let klara = agreed(&town);
        let house = town.at("2026-05-12T09:00");
        let alena = house.worker("prikladna");
        let (page, other) = (alena.see(&klara.page("/plan")), alena.see(&klara.page("/plan")));
        let action = page.address(&klara.page("/plan/steps/"), "/state");
        alena.send(&page, &action, &[]).must_be(303);
        let seen = alena.see(&klara.page("/plan"));
        seen.must_say("Napsat návrh rozvrhu hotovo 12. 5. 2026");
        alena.send(&other, &action, &[]).must_be(409);
        alena.send(&seen, &action, &[]).must_be(303);
        alena.see(&klara.page("/plan")).must_not_say("hotovo 12. 5. 2026");
        alena.send(&alena.see(&klara.page("/plan")), &action, &[("state", "dropped")]).must_be(403);
    }
}

#[test]
fn whoever_saves_a_goal_second_is_shown_both_and_loses_nothing() {
    for town in Town::everywhere() {
        let klara = agreed(&town);
        let house = town.at("2026-05-12T09:00");
        let (alena, head_of_service) = (house.worker("prikladna"), house.worker("rozvazna"));
        let care = goals(&alena, &klara.folder).remove(0);
        let (hers, other) = (alena.see(&care), head_of_service.see(&care));
        let sooner = [CARE, &[("success_indicator", "rozvrh platí měsíc")]].concat();
        head_of_service.send(&other, &care, &last_wins(&sooner)).must_be(303);
        let mine = [CARE, &[("in_own_words", "Ať to syn ví předem."), ("step_3_what", "Zavolat škole")]].concat();
        let page = alena.send(&hers, &care, &last_wins(&mine));
        page.must_be(409).must_say("Jak poznáme, že je splněn změna odjinud").must_say("Ať to syn ví předem.");
        page.must_say("Krok 3: co změnili jste jen vy");
        page.must_say("Zbývá dopsat");
        let chosen = [("take_success_indicator", "now"), ("take_in_own_words", "mine"), ("take_step_3_what", "mine")];
        let answer = [last_wins(&mine).as_slice(), &chosen].concat();
        alena.send(&page, &care, &answer).must_be(303);
        let seen = alena.see(&klara.page("/plan"));
        seen.must_say("rozvrh platí měsíc").must_say("„Ať to syn ví předem.“").must_say("Zavolat škole");
    }
}

/// Of two fields of the same name, the later one.
fn last_wins<'a>(fields: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    let is_last = |place: usize| fields[place + 1..].iter().all(|(name, _)| *name != fields[place].0);
    (0..fields.len()).filter(|place| is_last(*place)).map(|place| fields[place]).collect()
}

#[test]
fn two_beginnings_of_one_plan_meet_in_a_comparison() {
    for town in Town::everywhere() {
        let klara = Klara::signed(&town);
        let house = town.at("2026-05-05T12:00");
        let (alena, olga) = (house.worker("prikladna"), house.worker("rozvazna"));
        let edit = klara.page("/plan/edit");
        let hers = alena.see(&edit);
        olga.fill(&edit, &edit, HEAD).must_be(303);
        let typed = [("strengths", "má sestru nablízku")];
        alena.send(&hers, &edit, &typed).must_be(409).must_say("má sestru nablízku").must_say("ráda si věci píše");
    }
}

#[test]
fn ten_goals_with_ten_steps_are_one_page_and_a_short_one() {
    let town = Town::in_a_file();
    let klara = Klara::signed(&town);
    let house = town.at("2026-05-05T12:00");
    let alena = house.worker("prikladna");
    for _ in 0..10 {
        let steps: Vec<(String, String)> = (1..=10)
            .flat_map(|n| {
                let field = move |end: &str| format!("step_{n}_{end}");
                [
                    (field("what"), format!("krok {n}")),
                    (field("who"), "client".into()),
                    (field("due"), "1. 6. 2026".into()),
                ]
            })
            .collect();
        let steps: Vec<(&str, &str)> = steps.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        goal(&alena, &klara.folder, SLEEP, &steps).must_be(303);
    }
    let before = std::time::Instant::now();
    let seen: Heard = alena.see(&klara.page("/plan"));
    let took = before.elapsed();
    seen.must_be(200).must_say("Cíl 10: Zase spát");
    assert!(seen.bytes.len() < 200_000, "{} bytes", seen.bytes.len());
    assert!(took.as_millis() < 2_000, "{took:?}");
}

#[test]
fn the_goals_stand_on_the_first_page_of_the_folder_and_the_review_on_its_head_and_on_my_day() {
    for town in Town::everywhere() {
        let klara = agreed(&town);
        let house = town.at("2026-05-12T09:00");
        let alena = house.worker("prikladna");
        let seen = alena.see(&klara.folder);
        seen.must_say("Mít domluvenou péči o syna do 30. 6. 2026 běží").must_say("Plán k hodnocení 5. 11. 2026");
        alena.see("/").must_not_say("Vyhodnotit s klientem individuální plán");
        let timeline = alena.see(&klara.page("/timeline"));
        timeline.must_say("Individuální plán dohodnut, verze 1");
        drop(house);
        let house = town.at("2026-10-28T09:00");
        let seen = house.worker("prikladna").see("/");
        seen.must_say("Plány a hodnocení").must_say("Vyhodnotit s klientem individuální plán");
    }
}
