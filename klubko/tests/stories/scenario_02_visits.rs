//! Scenario 2, visits: a hint at the fifth, a question after the sixth, and the seventh goes on.

use crate::common::course::{Client, agreement, client, plan_decision};
use crate::common::{Town, Worker};
use jiff::civil::date;

fn klara(town: &Town) -> Client {
    let klara = client(town, ("Klára", "Vzorná"), "prikladna", "2026-03-09T10:00");
    agreement(town, &klara, date(2026, 3, 16));
    plan_decision(town, &klara, "unwritten_short_term", "2026-03-16T12:00");
    klara
}

/// Alena writes the record on its day, two hours after it began.
fn record(town: &Town, klara: &Client, day: &str, kind: &str, minutes: &str) {
    let house = town.at(&format!("2026-{day}T12:00"));
    let alena = house.worker("prikladna");
    let (month, day) = day.split_once('-').unwrap();
    let day = format!("{day}. {month}. 2026");
    let typed = [("kind", kind), ("day", &day), ("time", "10:00"), ("minutes", minutes), ("body", "Mluvily jsme.")];
    alena.fill(&klara.page("/records/new"), &klara.page("/records"), &typed).must_be(303);
}

fn plan_tasks(town: &Town, klara: &Client) -> i64 {
    const OPEN: &str = "
        select count(*) as n from task where folder_id = $1 and rule = 'r054' and done_at is null
           and position = 'key_worker'";
    crate::common::stage::count(town, OPEN, &klara.page(""))
}

const QUESTION: &str =
    "Proběhla šestá návštěva. Vyhotovte písemný individuální plán, nebo zdůvodněte, proč není potřeba.";

fn timeline(worker: &Worker, klara: &Client) -> crate::common::Heard {
    worker.see(&klara.page("/timeline"))
}

#[test]
fn scenario_02_o4_the_fifth_visit_brings_a_hint_and_after_the_sixth_comes_the_question_and_one_task() {
    for town in Town::everywhere() {
        let klara = klara(&town);
        for day in ["03-16", "03-23"] {
            record(&town, &klara, day, "visit", "50");
        }
        record(&town, &klara, "03-30", "phone", "12");
        record(&town, &klara, "03-31", "on_behalf", "20");
        for day in ["04-07", "04-14", "04-21"] {
            record(&town, &klara, day, "visit", "50");
        }
        {
            let house = town.at("2026-04-21T13:00");
            let seen = timeline(&house.worker("prikladna"), &klara);
            seen.must_say("5. návštěva z přibližně šesti").must_say("Blíží se šestá návštěva.");
            seen.must_not_say(QUESTION);
            assert_eq!(plan_tasks(&town, &klara), 0);
        }
        record(&town, &klara, "04-28", "visit", "50");
        assert_eq!(plan_tasks(&town, &klara), 1);
        let house = town.at("2026-04-28T13:00");
        let alena = house.worker("prikladna");
        timeline(&alena, &klara).must_say("6. návštěva z přibližně šesti").must_say(QUESTION);
        alena.see(&klara.page("/records/new")).must_say(QUESTION);
    }
}

#[test]
fn scenario_02_n8_the_seventh_visit_is_saved_and_asks_nobody_twice() {
    for town in Town::everywhere() {
        let klara = klara(&town);
        for day in ["03-16", "03-23", "04-07", "04-14", "04-21", "04-28", "05-05"] {
            record(&town, &klara, day, "visit", "50");
        }
        assert_eq!(plan_tasks(&town, &klara), 1);
        {
            let house = town.at("2026-05-05T13:00");
            let seen = timeline(&house.worker("prikladna"), &klara);
            seen.must_say("7. návštěva z přibližně šesti").must_say(QUESTION);
        }
        plan_decision(&town, &klara, "unwritten_short_term", "2026-05-05T14:00");
        {
            let house = town.at("2026-05-05T15:00");
            timeline(&house.worker("prikladna"), &klara).must_not_say(QUESTION);
        }
        plan_decision(&town, &klara, "written", "2026-05-05T16:00");
        let house = town.at("2026-05-05T17:00");
        timeline(&house.worker("prikladna"), &klara).must_not_say("z přibližně šesti");
    }
}
