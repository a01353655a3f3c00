//! What a meeting leaves when it is closed late, when the output is asked for too early, and for whom.

use crate::common::Town;
use crate::common::meeting::{address, agree, close, part, planned};
use crate::common::plant::worker;
use crate::common::together::{Marek, YES, path, say, withdraw};
use klubko::kernel::db::Connection;
use klubko::params;
use klubko::town::{OSP, PM};
use uuid::Uuid;

fn at_work(town: &Town) -> (Marek, Uuid, String) {
    let marek = Marek::in_both(town);
    let consent = say(town, marek.pm, OSP, &YES);
    part(town, &marek, consent, "sepsání odvolání");
    let house = town.at("2026-05-18T09:00");
    let meeting = address(&planned(&house.worker("poradna"), &[]));
    (marek, consent, meeting)
}

/// The only output that there is.
fn output(town: &Town) -> Uuid {
    klubko::record! { struct Found { id: Uuid } }
    let reader = Connection::open_reader(&town.place).unwrap();
    let found: Option<Found> =
        reader.read(|unit| unit.first("select id from meeting_output", params![])).unwrap().unwrap();
    found.unwrap().id
}

#[test]
fn the_output_is_not_written_before_the_meeting_is_closed() {
    for town in Town::everywhere() {
        let (marek, _, meeting) = at_work(&town);
        let house = town.at("2026-05-19T15:00");
        let (eva, iva) = (house.worker("poradna"), house.worker("rampova"));
        agree(&eva, &meeting, marek.pm);
        let page = format!("{}/meetings/{}", path(marek.pm), output(&town));
        iva.see(&page).must_be(403).must_say("Porada ještě není uzavřená.");
        iva.see(&format!("{}/meetings", path(marek.pm))).must_not_say("Zapsat výstup do složky");
        close(&eva, &meeting, &[]).must_be(303);
        iva.see(&page).must_be(200);
    }
}

#[test]
fn terms_count_from_the_meeting_though_it_is_closed_late_and_none_is_in_the_past() {
    for town in Town::everywhere() {
        let (marek, _, meeting) = at_work(&town);
        let tuesday = town.at("2026-05-19T15:00");
        let eva = tuesday.worker("poradna");
        agree(&eva, &meeting, marek.pm);
        let (live, item) = (format!("{meeting}/live"), marek.pm.folder.to_string());
        let short = [("goal", "doklady doma"), ("success_indicator", "jsou ve složce"), ("horizon", "20. 5. 2026")];
        eva.fill(&format!("{live}?item={item}"), &live, &short).must_be(303);
        let monday = town.at("2026-05-25T09:00");
        close(&monday.worker("poradna"), &meeting, &[]).must_be(303);
        let due = |sql| assert_eq!(town.count(sql), 2, "{sql}");
        due("select count(*) as n from task where rule = 'r078' and due_on = '2026-05-26'");
        let late = "select count(*) as n from task where rule = 'r079' and due_on = '2026-05-25'";
        assert_eq!(town.count(late), 1, "a horizon that is over is due today");
    }
}

#[test]
fn a_goal_that_this_service_reads_no_more_is_not_evaluated_here() {
    for town in Town::everywhere() {
        let (marek, consent, meeting) = at_work(&town);
        let house = town.at("2026-05-19T15:00");
        let eva = house.worker("poradna");
        agree(&eva, &meeting, marek.pm);
        close(&eva, &meeting, &[]).must_be(303);
        let home = format!("{}/meetings", path(marek.osp));
        let goal = eva.see(&home).address(&format!("{home}/goals/"), "");
        eva.see(&goal).must_be(200);
        withdraw(&town, marek.pm, consent, "2026-05-19T14:59");
        eva.see(&goal).must_be(404);
        let own = format!("{}/meetings", path(marek.pm));
        let iva = house.worker("rampova");
        let goal = iva.see(&own).address(&format!("{own}/goals/"), "");
        let typed = [("result", "not_met"), ("note", "Marek si to rozmyslel."), ("day", "19. 5. 2026")];
        iva.fill(&goal, &goal, &typed).must_be(303);
        iva.see(&own).must_say("nesplněn").must_not_say("Vyhodnotit cíl");
    }
}

#[test]
fn a_client_brought_from_both_services_stands_on_the_agenda_once() {
    for town in Town::everywhere() {
        let (marek, _, meeting) = at_work(&town);
        let house = town.at("2026-05-18T09:00");
        for (login, one, other) in [("rampova", marek.pm, OSP), ("poradna", marek.osp, PM)] {
            let new = format!("{}/meetings/new", path(one));
            let topic = format!("{other}|dávky");
            let by = house.worker(login);
            by.fill(&new, &new, &[("topic", topic.as_str()), ("request", "Co dál s dávkou")]).must_be(303);
        }
        let page = house.worker("poradna").see(&meeting);
        assert_eq!(page.body().matches("<span class=\"t\">Marek Vymyšlený</span>").count(), 1, "{}", page.text());
        assert_eq!(page.body().matches("Co dál s dávkou").count(), 2);
    }
}

#[test]
fn a_task_of_somebody_who_may_not_open_the_folder_goes_to_its_key_worker_with_his_name() {
    for town in Town::everywhere() {
        let (marek, _, meeting) = at_work(&town);
        let house = town.at("2026-05-19T15:00");
        let (eva, iva) = (house.worker("poradna"), house.worker("rampova"));
        let (live, item) = (format!("{meeting}/live"), marek.pm.folder.to_string());
        let ota = format!("{PM}:{}", worker("kolecko"));
        let task = [("task", "ověřit nájezd"), ("who", ota.as_str()), ("due", "2. 6. 2026")];
        eva.fill(&format!("{live}?item={item}"), &live, &task).must_be(303);
        close(&eva, &meeting, &[]).must_be(303);
        let page = format!("{}/meetings/{}", path(marek.pm), output(&town));
        iva.fill(&page, &page, &[("text", "Dohodli jsme postup."), ("minutes", "10")]).must_be(303);
        iva.see("/tasks").must_say("Bc. Ota Kolečko: ověřit nájezd");
        house.worker("kolecko").see("/tasks").must_not_say("ověřit nájezd");
    }
}

#[test]
fn a_meeting_that_was_not_held_leaves_nobody_a_task_of_what_was_prepared_for_it() {
    for town in Town::everywhere() {
        let (marek, _, meeting) = at_work(&town);
        let house = town.at("2026-05-19T15:00");
        let eva = house.worker("poradna");
        agree(&eva, &meeting, marek.pm);
        close(&eva, &meeting, &[("took_place", "no"), ("reason_r074", "nemoc")]).must_be(303);
        assert_eq!(town.count("select count(*) as n from task where rule in ('r078', 'r079')"), 0);
        house.worker("rampova").see("/tasks").must_not_say("z porady");
    }
}
