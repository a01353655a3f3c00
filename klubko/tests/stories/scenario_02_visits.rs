//! Scenario 2, visits: a hint at the fifth, a question after the sixth, and the seventh goes on.

use crate::common::klara::{Klara, SIX_VISITS};
use crate::common::{Heard, Town};

fn plan_tasks(klara: &Klara) -> i64 {
    const OPEN: &str = "
        select count(*) as n from task where folder_id = $1 and rule = 'r054' and done_at is null
           and position = 'key_worker'";
    klara.count(OPEN)
}

/// The timeline as Alena sees it at a moment.
fn timeline(klara: &Klara, moment: &str) -> Heard {
    klara.town.at(moment).worker("prikladna").see(&klara.page("/timeline"))
}

const QUESTION: &str =
    "Proběhla šestá návštěva. Vyhotovte písemný individuální plán, nebo zdůvodněte, proč není potřeba.";

#[test]
fn scenario_02_o4_the_fifth_visit_brings_a_hint_and_after_the_sixth_comes_the_question_and_one_task() {
    for town in Town::everywhere() {
        let klara = Klara::without_a_written_plan(&town);
        for day in ["03-16", "03-23"] {
            klara.is_recorded(day, "visit", "50").must_be(303);
        }
        klara.is_recorded("03-30", "phone", "12").must_be(303);
        klara.is_recorded("03-31", "on_behalf", "20").must_be(303);
        for day in ["04-07", "04-14", "04-21"] {
            klara.is_recorded(day, "visit", "50").must_be(303);
        }
        let seen = timeline(&klara, "2026-04-21T13:00");
        seen.must_say("5. návštěva z přibližně šesti").must_say("Blíží se šestá návštěva.").must_not_say(QUESTION);
        assert_eq!(plan_tasks(&klara), 0);
        klara.is_recorded("04-28", "visit", "50").must_be(303);
        assert_eq!(plan_tasks(&klara), 1);
        let house = town.at("2026-04-28T13:00");
        let alena = house.worker("prikladna");
        let seen = alena.see(&klara.page("/timeline"));
        seen.must_say("6. návštěva z přibližně šesti").must_say(QUESTION);
        alena.see(&klara.page("/records/new")).must_say(QUESTION);
    }
}

#[test]
fn scenario_02_n8_the_seventh_visit_is_saved_and_asks_nobody_twice() {
    for town in Town::everywhere() {
        let klara = Klara::without_a_written_plan(&town);
        for day in SIX_VISITS.into_iter().chain(["05-05"]) {
            klara.is_recorded(day, "visit", "50").must_be(303);
        }
        assert_eq!(plan_tasks(&klara), 1);
        let seen = timeline(&klara, "2026-05-05T13:00");
        seen.must_say("7. návštěva z přibližně šesti").must_say(QUESTION);
        klara.decides_on_plan("unwritten_short_term", "2026-05-05T14:00").must_be(303);
        assert_eq!(plan_tasks(&klara), 0, "the reason is the answer");
        timeline(&klara, "2026-05-05T15:00").must_not_say(QUESTION);
        klara.decides_on_plan("written", "2026-05-05T16:00").must_be(303);
        timeline(&klara, "2026-05-05T17:00").must_not_say("z přibližně šesti");
    }
}
