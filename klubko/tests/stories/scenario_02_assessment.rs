//! Scenario 2: Klára Vzorná called on 3 March 2026; the assessment is due on 10 March (R-029 … R-032).

use crate::common::Town;
use crate::common::klara::{DEVELOPMENT, Klara, assess};
use crate::common::stage::{self, worker};

#[test]
fn scenario_02_o2_the_assessment_is_due_on_tuesday_and_names_the_key_worker() {
    for town in Town::everywhere() {
        let folder = Klara::consulted(&town).folder;
        let page = format!("{folder}/assessment");
        let tuesday = town.at("2026-03-03T16:00");
        tuesday
            .worker("ukazka")
            .see(&page)
            .must_be(200)
            .must_say("nejpozději do út 10. 3. 2026")
            .must_say("zbývá 7 dní");
        let sunday = town.at("2026-03-08T10:00");
        let calm = sunday.worker("ukazka").see(&page);
        calm.must_say("zbývají 2 dny");
        assert!(calm.body().contains("badge warn"), "from Sunday the term is amber");

        let house = town.at("2026-03-09T10:00");
        let bohdan = house.worker("ukazka");
        let alena = house.worker("prikladna");
        alena.see(&page).must_be(403);
        bohdan.fill(&page, &format!("{folder}/assessors"), &[("assessor", &worker("prikladna"))]).must_be(303);
        alena.see(&page).must_be(200).must_say("Mgr. Alena Příkladná");
        let closed = assess(&alena, &folder, ["prikladna", "ukazka"], "prikladna", &[]);
        closed.must_be(303);
        alena.see(&page).must_say("uzavřeno").must_say(DEVELOPMENT).must_say("sociální pracovník");
        alena.see(&page).must_say("Mgr. Alena Příkladná , od po 9. 3. 2026").must_not_say("po lhůtě");
        bohdan.see(&page).must_be(403).must_say("Do této složky nemáte přístup");
        let open = "select count(*) as n from task where folder_id = $1 and rule = 'r029' and done_at is null";
        assert_eq!(stage::count(&town, open, &folder), 0, "the task of the assessment is done");
        let invited = "select count(*) as n from assignment where folder_id = $1 and ended_at is null";
        assert_eq!(stage::count(&town, invited, &folder), 0, "assessors see the folder until it is closed");
    }
}

#[test]
fn scenario_02_n3_one_professional_worker_is_not_enough_even_with_a_volunteer_or_named_twice() {
    const TWO: &str = "Zhodnocení musí provést nejméně dva odborní pracovníci.";
    for town in Town::everywhere() {
        let folder = Klara::consulted(&town).folder;
        let house = town.at("2026-03-09T10:00");
        let bohdan = house.worker("ukazka");
        for assessors in [["prikladna", ""], ["prikladna", "pomocny"], ["prikladna", "prikladna"]] {
            let refused = assess(&bohdan, &folder, assessors, "prikladna", &[]);
            refused.must_be(422).must_say(TWO).must_say(DEVELOPMENT);
        }
        let reason = [("reason_r029", "nemoc kolegyně"), ("reason_r030", "nikdo jiný tu není")];
        assess(&bohdan, &folder, ["prikladna", ""], "prikladna", &reason).must_be(422).must_say(TWO);
        let all = "select count(*) as n from assessment where folder_id = $1";
        assert_eq!(stage::count(&town, all, &folder), 0);
    }
}

#[test]
fn scenario_02_n4_without_a_key_worker_the_assessment_is_not_closed() {
    for town in Town::everywhere() {
        let folder = Klara::consulted(&town).folder;
        let house = town.at("2026-03-09T10:00");
        let refused = assess(&house.worker("ukazka"), &folder, ["prikladna", "ukazka"], "", &[]);
        refused.must_be(422).must_say("Zhodnocení nelze uzavřít bez určení klíčového pracovníka.");
        let held = "select count(*) as n from key_worker_assignment where folder_id = $1";
        assert_eq!(stage::count(&town, held, &folder), 0);
    }
}

#[test]
fn scenario_02_n5_a_day_late_it_is_closed_with_a_reason() {
    for town in Town::everywhere() {
        let folder = Klara::consulted(&town).folder;
        let page = format!("{folder}/assessment");
        let house = town.at("2026-03-11T15:00");
        let bohdan = house.worker("ukazka");
        bohdan.see(&page).must_say("po lhůtě o 1 den");
        let late = [("held_on", "11. 3. 2026")];
        let asked = assess(&bohdan, &folder, ["prikladna", "ukazka"], "prikladna", &late);
        asked.must_be(422).must_say("Zhodnocení proběhlo po lhůtě o 1 den.").must_say(DEVELOPMENT);
        let answered = [("held_on", "11. 3. 2026"), ("reason_r029", "nemoc kolegyně")];
        assess(&bohdan, &folder, ["prikladna", "ukazka"], "prikladna", &answered).must_be(303);
        let alena = house.worker("prikladna");
        alena.see(&page).must_say("po lhůtě o 1 den").must_say("nemoc kolegyně").must_say("uzavřeno");
    }
}
