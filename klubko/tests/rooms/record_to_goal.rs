//! A record leads to a goal or a step of the plan: need, goal, step, what was done, result.

use crate::common::course::{agreement, assign, client};
use crate::common::klara::Klara;
use crate::common::planning::{agree, evaluate, goal, head, planned};
use crate::common::stage;
use crate::common::{Heard, Town, Worker};
use jiff::civil::date;

/// The answer of the choice of goals that says a text.
fn choice(page: &Heard, text: &str) -> String {
    let body = page.body();
    let select = body.split("id=\"f-goal\"").nth(1).unwrap_or_else(|| panic!("no choice: {}", page.text()));
    let select = select.split("</select>").next().unwrap();
    let option = select.split("<option ").skip(1).find(|option| option.contains(text));
    let option = option.unwrap_or_else(|| panic!("no {text}: {select}"));
    option.split("value=\"").nth(1).unwrap().split('"').next().unwrap().to_owned()
}

const TALK: &[(&str, &str)] =
    &[("kind", "visit"), ("day", "12. 5. 2026"), ("time", "9:00"), ("minutes", "50"), ("body", "Sepsaly jsme týden.")];

fn written(by: &Worker<'_>, folder: &str, text: &str) -> Heard {
    let (page, action) = (format!("{folder}/records/new"), format!("{folder}/records"));
    let seen = by.see(&page);
    let to = if text.is_empty() { String::new() } else { choice(&seen, text) };
    by.send(&seen, &action, &[TALK, &[("goal", to.as_str())]].concat())
}

/// The address of the newest record.
fn newest(by: &Worker<'_>, klara: &Klara) -> String {
    let body = by.see(&klara.page("/timeline")).body();
    let (start, new) = (klara.page("/records/"), klara.page("/records/new"));
    let links = body.split("href=\"").skip(1).filter_map(|rest| rest.split('"').next());
    links.filter(|link| link.starts_with(&start) && *link != new).map(str::to_owned).next().unwrap()
}

#[test]
fn before_a_plan_is_agreed_a_record_asks_about_no_goal() {
    for town in Town::everywhere() {
        let klara = Klara::signed(&town);
        let house = town.at("2026-05-05T12:00");
        let alena = house.worker("prikladna");
        head(&alena, &klara.folder, &[]).must_be(303);
        goal(&alena, &klara.folder, crate::common::planning::CARE, &[]).must_be(303);
        alena.see(&klara.page("/records/new")).must_not_say("Cíl nebo krok plánu");
        agree(&alena, &klara.folder, &[("reason_r142", "nechce")]);
        let seen = alena.see(&klara.page("/records/new"));
        seen.must_say("Forma, místo, cíl plánu, témata").must_say("Cíl: Mít domluvenou péči o syna");
        let body = seen.body();
        let hidden = body.split("<details").find(|part| part.contains("Forma, místo")).unwrap();
        assert!(hidden.contains("f-goal"), "the form is no longer than it was");
    }
}

#[test]
fn a_record_stands_at_its_goal_and_in_the_evaluation_of_it() {
    for town in Town::everywhere() {
        let klara = planned(&town);
        let house = town.at("2026-05-12T12:00");
        let alena = house.worker("prikladna");
        written(&alena, &klara.folder, "Krok: Napsat návrh rozvrhu").must_be(303);
        written(&alena, &klara.folder, "").must_be(303);
        alena.see(&newest(&alena, &klara)).must_be(200);
        alena.see(&klara.page("/timeline")).must_say("Krok: Napsat návrh rozvrhu");
        let plan = alena.see(&klara.page("/plan"));
        plan.must_say("Záznamy k cíli út 12. 5. 2026").must_say("krok: Napsat návrh rozvrhu");
        assert_eq!(plan.text().matches("Záznamy k cíli").count(), 1, "nothing was written to the other goal");
        let form = alena.see(&klara.page("/evaluations/new"));
        form.must_say("Záznamy k cíli út 12. 5. 2026");
    }
}

#[test]
fn a_corrected_record_leads_elsewhere_and_the_day_before_still_says_where_it_led() {
    for town in Town::everywhere() {
        let klara = planned(&town);
        let house = town.at("2026-05-12T12:00");
        let alena = house.worker("prikladna");
        written(&alena, &klara.folder, "Cíl: Zase spát").must_be(303);
        let record = newest(&alena, &klara);
        drop(house);
        let house = town.at("2026-05-14T12:00");
        let alena = house.worker("prikladna");
        let page = format!("{record}/edit");
        let seen = alena.see(&page);
        let care = choice(&seen, "Cíl: Mít domluvenou péči o syna");
        assert!(seen.body().contains("selected>Cíl: Zase spát"), "{}", seen.text());
        alena.send(&seen, &page, &[TALK, &[("goal", care.as_str())]].concat()).must_be(303);
        alena.see(&record).must_say("Cíl: Mít domluvenou péči o syna").must_not_say("Zase spát");
        let then = alena.see(&format!("{}?as_of=2026-05-13", klara.page("/timeline")));
        then.must_say("Cíl: Zase spát").must_not_say("Cíl: Mít domluvenou péči o syna");
        let seen = alena.see(&page);
        alena.send(&seen, &page, &[TALK, &[("goal", "")]].concat()).must_be(303);
        alena.see(&klara.page("/plan")).must_not_say("Záznamy k cíli");
    }
}

#[test]
fn a_struck_out_record_stands_at_no_goal_and_a_goal_that_is_over_takes_no_new_one() {
    for town in Town::everywhere() {
        let klara = planned(&town);
        let house = town.at("2026-05-12T12:00");
        let alena = house.worker("prikladna");
        let stale = alena.see(&klara.page("/records/new"));
        let sleep = choice(&stale, "Cíl: Zase spát");
        written(&alena, &klara.folder, "Cíl: Mít domluvenou péči o syna").must_be(303);
        let strike = format!("{}/strike-out", newest(&alena, &klara));
        alena.fill(&strike, &strike, &[("reason", "jiná složka")]).must_be(303);
        alena.see(&klara.page("/plan")).must_not_say("Záznamy k cíli");
        let results = [("goal_1_result", "running"), ("goal_2_result", "met")];
        evaluate(&alena, &klara.folder, &results).must_be(303);
        let late = alena.send(&stale, &klara.page("/records"), &[TALK, &[("goal", sleep.as_str())]].concat());
        late.must_be(422).must_say("Tento cíl už není otevřený");
        alena.see(&klara.page("/records/new")).must_not_say("Cíl: Zase spát");
    }
}

#[test]
fn what_is_written_later_keeps_its_goal() {
    for town in Town::everywhere() {
        let klara = planned(&town);
        let house = town.at("2026-05-12T12:00");
        let alena = house.worker("prikladna");
        let seen = alena.see(&klara.page("/records/new"));
        let sleep = choice(&seen, "Cíl: Zase spát");
        let typed = [TALK, &[("goal", sleep.as_str()), ("later", "yes")]].concat();
        alena.send(&seen, &klara.page("/records"), &typed).must_be(303);
        alena.see(&klara.page("/plan")).must_say("Záznamy k cíli út 12. 5. 2026");
        let draft = alena.see("/drafts").address(&klara.page("/records/"), "");
        let draft = alena.see(&draft);
        assert!(draft.body().contains("selected>Cíl: Zase spát"), "{}", draft.text());
    }
}

#[test]
fn jan_chooses_among_the_steps_that_name_him_and_reads_no_goal() {
    for town in Town::everywhere() {
        let marek = client(&town, ("Marek", "Vymyšlený"), "rampova", "2026-02-02T09:00");
        agreement(&town, &marek, date(2026, 2, 10));
        assign(&town, &marek, "vozik", true, date(2026, 2, 11));
        let house = town.at("2026-03-20T12:00");
        let iva = house.worker("rampova");
        head(&iva, &marek.page(""), &[]).must_be(303);
        let vozik = stage::worker("vozik");
        let steps = [
            ("goal", "Jezdit sám městem"),
            ("success_indicator", "dvakrát týdně"),
            ("horizon_on", "30. 6. 2026"),
            ("step_1_what", "Ukázat trasu na úřad"),
            ("step_1_who", vozik.as_str()),
            ("step_1_due", "1. 4. 2026"),
            ("step_2_what", "Objednat plošinu"),
            ("step_2_who", "client"),
            ("step_2_due", "1. 4. 2026"),
        ];
        goal(&iva, &marek.page(""), &steps, &[]).must_be(303);
        agree(&iva, &marek.page(""), &[("reason_r001", "zatím nezjištěno")]).must_be(303);
        let jan = house.worker("vozik");
        let seen = jan.see(&marek.page("/records/new"));
        seen.must_say("Krok: Ukázat trasu na úřad").must_not_say("Objednat plošinu").must_not_say("Jezdit sám");
        let step = choice(&seen, "Krok: Ukázat trasu na úřad");
        let typed =
            [("kind", "visit"), ("day", "20. 3. 2026"), ("time", "9:00"), ("minutes", "30"), ("body", "Jeli jsme.")];
        jan.send(&seen, &marek.page("/records"), &[typed.as_slice(), &[("goal", step.as_str())]].concat()).must_be(303);
        let timeline = jan.see(&marek.page("/timeline"));
        timeline.must_say("Krok: Ukázat trasu na úřad").must_not_say("Jezdit sám");
        iva.see(&marek.page("/plan")).must_say("Záznamy k cíli pá 20. 3. 2026");
    }
}
