//! Scenario 2: on 12 May 2026 family therapy prevails and Alena hands Klára's case over to Bohdan.

use crate::common::Town;
use crate::common::klara::{Klara, accept, newest_offer, offer, set_task};
use crate::common::stage::{self, worker};

fn one_key_worker(town: &Town, folder: &str) {
    const OPEN: &str = "select count(*) as n from key_worker_assignment where folder_id = $1 and until_at is null";
    const BROKEN: &str = "
        select count(*) as n from key_worker_assignment a
         where a.folder_id = $1 and a.until_at is not null
           and (select count(*) from key_worker_assignment b
                 where b.folder_id = $1 and b.from_at = a.until_at) <> 1";
    assert_eq!(stage::count(town, OPEN, folder), 1, "exactly one holds the case from the last moment on");
    assert_eq!(stage::count(town, BROKEN, folder), 0, "each ends in the moment in which the next begins");
}

#[test]
fn scenario_02_o5_the_case_passes_to_bohdan_with_its_open_tasks() {
    for town in Town::everywhere() {
        let folder = Klara::assessed(&town).folder;
        let house = town.at("2026-05-12T13:00");
        let alena = house.worker("prikladna");
        set_task(&alena, &folder, &worker("prikladna"), "Zavolat škole").must_be(303);
        offer(&alena, &folder, ["12. 5. 2026", "12. 5. 2026"]).must_be(303);
        let offered = newest_offer(&alena, &folder);

        let afternoon = town.at("2026-05-12T15:00");
        let told = afternoon.worker("ukazka").see(&offered);
        told.must_be(200).must_say("Klára Vzorná").must_say("převážila jednotlivá zakázka");
        told.must_say("manželé přijdou oba").must_not_say("Zavolat škole");
        let taken = accept(&afternoon.worker("ukazka"), &offered);
        taken.must_be(303);
        assert!(taken.location.ends_with("done=handover_accepted"), "{}", taken.location);

        let later = town.at("2026-05-13T09:00");
        let team = later.worker("ukazka").see(&format!("{folder}/team"));
        team.must_be(200).must_say("PhDr. Bohdan Ukázka od út 12. 5. 2026 15:00 · převážila jednotlivá zakázka");
        team.must_say("Mgr. Alena Příkladná od po 9. 3. 2026 10:00 do út 12. 5. 2026 15:00 · určeno zhodnocením");
        later.worker("prikladna").see(&format!("{folder}/team")).must_be(403);
        const HIS: &str = "select count(*) as n from task
            where folder_id = $1 and done_at is null and worker_id is null and position = 'key_worker'";
        assert_eq!(stage::count(&town, HIS, &folder), 1, "the open task is the key worker's, whoever that is");
        one_key_worker(&town, &folder);
        assert!(matches!(town.verify(), klubko::kernel::journal::Found::Sound { .. }));
    }
}

#[test]
fn scenario_02_n9_a_gap_or_an_overlap_between_the_two_days_is_refused() {
    const ONE: &str = "Případ může mít v jednu chvíli jen jednoho klíčového pracovníka.";
    for town in Town::everywhere() {
        let folder = Klara::assessed(&town).folder;
        let house = town.at("2026-05-12T13:00");
        let alena = house.worker("prikladna");
        for days in [["12. 5. 2026", "15. 5. 2026"], ["15. 5. 2026", "12. 5. 2026"]] {
            let refused = offer(&alena, &folder, days);
            refused.must_be(422).must_say(ONE).must_say("Zvolte navazující datum předání.");
            refused.must_say("manželé přijdou oba");
        }
        alena.see(&format!("{folder}/team")).must_not_say("čeká na přijetí");
        one_key_worker(&town, &folder);
    }
}

#[test]
fn scenario_02_n10_until_bohdan_accepts_alena_remains() {
    for town in Town::everywhere() {
        let folder = Klara::assessed(&town).folder;
        let house = town.at("2026-05-12T13:00");
        let (alena, bohdan) = (house.worker("prikladna"), house.worker("ukazka"));
        offer(&alena, &folder, ["12. 5. 2026", "12. 5. 2026"]).must_be(303);
        bohdan.see(&format!("{folder}/team")).must_be(403);
        alena.see(&format!("{folder}/team")).must_be(200).must_say("čeká na přijetí");
        let next_week = town.at("2026-05-19T09:00");
        let (alena, bohdan) = (next_week.worker("prikladna"), next_week.worker("ukazka"));
        bohdan.see(&format!("{folder}/timeline")).must_not_say("Klára");
        alena.see(&format!("{folder}/team")).must_be(200).must_say("čeká na přijetí");
        one_key_worker(&town, &folder);

        let offered = newest_offer(&alena, &folder);
        let silent = bohdan.fill(&offered, &format!("{offered}/answer"), &[("answer", "declined")]);
        silent.must_be(422).must_say("Napište, proč případ nepřijímáte");
        let typed = [("answer", "declined"), ("reason", "nemám kapacitu")];
        bohdan.fill(&offered, &format!("{offered}/answer"), &typed).must_be(303);
        bohdan.see(&offered).must_be(403);
        alena.see(&format!("{folder}/team")).must_say("nepřijato").must_say("nemám kapacitu");
        one_key_worker(&town, &folder);
    }
}

#[test]
fn only_the_addressee_answers_and_the_proposer_takes_back() {
    for town in Town::everywhere() {
        let folder = Klara::assessed(&town).folder;
        let house = town.at("2026-05-12T13:00");
        let alena = house.worker("prikladna");
        offer(&alena, &folder, ["12. 5. 2026", "12. 5. 2026"]).must_be(303);
        let offered = newest_offer(&alena, &folder);
        assert!(offered.len() > folder.len());
        let answer = format!("{offered}/answer");
        house.worker("cvicny").see(&offered).must_be(403);
        house.worker("pomocny").see(&offered).must_be(404);
        alena.fill(&offered, &answer, &[("answer", "accepted")]).must_be(403).must_say("Na předání odpovídá ten");
        let second = offer(&alena, &folder, ["12. 5. 2026", "12. 5. 2026"]);
        second.must_be(422).must_say("Jiné předání tohoto případu ještě čeká.");
        alena.fill(&offered, &answer, &[("answer", "taken_back")]).must_be(303);
        house.worker("ukazka").see(&offered).must_be(403);
        offer(&alena, &folder, ["12. 5. 2026", "12. 5. 2026"]).must_be(303);
        one_key_worker(&town, &folder);
    }
}

#[test]
fn a_handover_planned_for_a_day_to_come_takes_effect_at_its_beginning() {
    for town in Town::everywhere() {
        let folder = Klara::assessed(&town).folder;
        let house = town.at("2026-05-12T13:00");
        let alena = house.worker("prikladna");
        offer(&alena, &folder, ["18. 5. 2026", "18. 5. 2026"]).must_be(303);
        let offered = newest_offer(&alena, &folder);
        let taken = accept(&town.at("2026-05-13T08:00").worker("ukazka"), &offered);
        assert!(taken.location.ends_with("done=handover_planned"), "{}", taken.location);
        let sunday = town.at("2026-05-17T23:59");
        sunday.worker("prikladna").see(&format!("{folder}/team")).must_be(200).must_say("do po 18. 5. 2026");
        sunday.worker("ukazka").see(&format!("{folder}/team")).must_be(403);
        let monday = town.at("2026-05-18T00:00");
        monday.worker("ukazka").see(&format!("{folder}/team")).must_be(200);
        monday.worker("prikladna").see(&format!("{folder}/team")).must_be(403);
        one_key_worker(&town, &folder);
    }
}

#[test]
fn a_handover_says_why_to_a_colleague_who_may_hold_cases() {
    for town in Town::everywhere() {
        let folder = Klara::assessed(&town).folder;
        let house = town.at("2026-05-12T13:00");
        let alena = house.worker("prikladna");
        let send = |to: &str, reason: &str| {
            let to = worker(to);
            let typed = [("to", to.as_str()), ("reason", reason), ("note", "rozjednaný rozvrh")];
            let days = [("ends_on", "12. 5. 2026"), ("begins_on", "12. 5. 2026")];
            let page = format!("{folder}/handovers/new");
            alena.fill(&page, &format!("{folder}/handovers"), &[&typed[..], &days[..]].concat())
        };
        send("ukazka", "").must_be(422).must_say("Zvolte důvod předání");
        send("ukazka", "other").must_be(422).must_say("Napište, o jaký jiný důvod jde");
        send("prikladna", "expertise_changed").must_be(422).must_say("Tento pracovník už klíčovým pracovníkem je");
        send("pomocny", "expertise_changed").must_be(422).must_say("Klíčovým pracovníkem je sociální pracovník");
        send("kolecko", "expertise_changed").must_be(422).must_say("Tento pracovník ve službě není");
        send("ukazka", "expertise_changed").must_be(303);
    }
}
