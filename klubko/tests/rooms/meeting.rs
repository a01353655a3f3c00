//! Meetings of two services as they are led: planned, held or not, talked over without a name, their goals evaluated
//!

use crate::common::meeting::{address, agree, close, part, planned};
use crate::common::plant::worker;
use crate::common::together::{Marek, YES, path, say};
use crate::common::{Town, pdf};
use klubko::town::{OSP, PM, SAS};

fn at_work(town: &Town) -> (Marek, String) {
    let marek = Marek::in_both(town);
    let consent = say(town, marek.pm, OSP, &YES);
    part(town, &marek, consent, "sepsání odvolání");
    let house = town.at("2026-05-18T09:00");
    let meeting = address(&planned(&house.worker("poradna"), &[]));
    (marek, meeting)
}

#[test]
fn a_meeting_is_planned_with_another_service_for_a_day_that_comes() {
    for town in Town::everywhere() {
        let house = town.at("2026-05-18T09:00");
        let eva = house.worker("poradna");
        planned(&eva, &[("far_service", "")]).must_be(422).must_say("Vyberte druhou službu");
        planned(&eva, &[("far_service", &OSP.to_string())]).must_be(422).must_say("Vyberte druhou službu");
        planned(&eva, &[("day", "17. 5. 2026")]).must_be(422).must_say("Tento den už byl");
        planned(&eva, &[("chair", &worker("terenni").to_string())]).must_be(422).must_say("jedné z obou služeb");
        let meeting = address(&planned(&eva, &[]));
        house.worker("rampova").see("/meetings").must_say("út 19. 5. 2026").must_say("OSP Páteřník a PM Páteřník");
        house.worker("prikladna").see("/meetings").must_not_say("OSP Páteřník");
        house.worker("prikladna").see(&meeting).must_be(404);
        house.worker("vozik").see("/meetings").must_not_say("OSP Páteřník");
        house.worker("vozik").see("/meetings/new").must_be(404);
    }
}

#[test]
fn a_meeting_that_was_not_held_asks_why_and_sends_nothing_out() {
    for town in Town::everywhere() {
        let (_, meeting) = at_work(&town);
        let before = town.at("2026-05-19T13:00");
        close(&before.worker("poradna"), &meeting, &[]).must_be(403).must_say("Porada teprve bude");
        let after = town.at("2026-05-20T09:00");
        let eva = after.worker("poradna");
        eva.see("/meetings").must_say("není zapsáno, zda se konala");
        close(&eva, &meeting, &[("took_place", "no")]).must_be(422).must_say("Naplánovaná porada se nekonala.");
        close(&eva, &meeting, &[("next", "")]).must_be(422).must_say("Příští porada není naplánovaná.");
        close(&eva, &meeting, &[("next", "19. 5. 2026")]).must_be(422).must_say("později než tato");
        close(&eva, &meeting, &[("took_place", "no"), ("reason_r074", "nemoc obou vedoucích")]).must_be(303);
        eva.see(&meeting).must_say("nekonala se").must_say("nemoc obou vedoucích");
        assert_eq!(town.count("select count(*) as n from task where rule = 'r078'"), 0);
        let next = "select count(*) as n from team_meeting where meets_on = '2026-06-02'";
        assert_eq!(town.count(next), 1, "the next one follows");
        eva.see(&format!("{meeting}/end")).must_be(403).must_say("Porada je uzavřená");
    }
}

#[test]
fn what_is_talked_over_without_a_name_has_no_way_to_a_folder() {
    for town in Town::everywhere() {
        let (_, meeting) = at_work(&town);
        let house = town.at("2026-05-19T15:00");
        let eva = house.worker("poradna");
        let new = format!("{meeting}/consultations/new");
        eva.fill(&new, &new, &[("question", "Klient s odvoláním nesouhlasí.")])
            .must_be(422)
            .must_say("k čemu jste došli");
        eva.fill(&new, &new, &[("question", "Jak na odvolání bez zprávy?"), ("conclusion", "Požádat o lhůtu.")])
            .must_be(303);
        house.worker("rampova").see(&meeting).must_say("Jak na odvolání bez zprávy?").must_say("Požádat o lhůtu.");
    }
}

#[test]
fn a_client_is_brought_on_a_topic_of_his_consent_and_taken_off_again() {
    for town in Town::everywhere() {
        let marek = Marek::agreeing(&town);
        let house = town.at("2026-05-18T09:00");
        let (eva, iva) = (house.worker("poradna"), house.worker("rampova"));
        let meeting = address(&planned(&eva, &[]));
        eva.see(&meeting).must_not_say("Vymyšlený");
        let home = format!("{}/meetings", path(marek.pm));
        let new = format!("{home}/new");
        let (foreign, good) = (format!("{SAS}|dávky"), format!("{OSP}|dávky"));
        iva.fill(&new, &new, &[("topic", foreign.as_str()), ("request", "Pomoc s dávkou")])
            .must_be(422)
            .must_say("Vyberte téma");
        iva.fill(&new, &new, &[("topic", good.as_str())]).must_be(422).must_say("Napište, co chcete");
        iva.fill(&new, &new, &[("topic", good.as_str()), ("request", "Pomoc s dávkou")]).must_be(303);
        eva.see(&meeting).must_say("Marek Vymyšlený").must_say("K probrání: Pomoc s dávkou");
        house.worker("kolecko").see(&new).must_be(403);
        let end = iva.see(&home).address(&format!("{home}/requests/"), "/end");
        iva.fill(&home, &end, &[]).must_be(303);
        eva.see(&meeting).must_not_say("Vymyšlený");
        let other = crate::common::together::somebody(&town, (9120, PM), ("Jiří", "Bezsouhlasu"), "rampova");
        let refused = iva.see(&format!("{}/meetings/new", path(other)));
        refused.must_be(403).must_say("Klienta bez platného souhlasu");
    }
}

#[test]
fn a_goal_is_evaluated_at_its_horizon_and_overdue_after_it() {
    for town in Town::everywhere() {
        let (marek, meeting) = at_work(&town);
        let house = town.at("2026-05-19T15:00");
        agree(&house.worker("poradna"), &meeting, marek.pm);
        close(&house.worker("poradna"), &meeting, &[]).must_be(303);
        let october = town.at("2026-10-01T09:00");
        let iva = october.worker("rampova");
        let home = format!("{}/meetings", path(marek.pm));
        iva.see(&home).must_say("po termínu, nevyhodnocen");
        iva.see("/tasks").must_say("Vyhodnotit cíl z porady: přiznán stupeň III");
        let goal = iva.see(&home).address(&format!("{home}/goals/"), "");
        iva.fill(&goal, &goal, &[("result", "met"), ("day", "1. 10. 2026")])
            .must_be(422)
            .must_say("podle čeho to víte");
        let typed = [("result", "met"), ("note", "Rozhodnutí je pravomocné."), ("day", "1. 10. 2026")];
        iva.fill(&goal, &goal, &typed).must_be(303);
        iva.see(&home).must_say("splněn").must_not_say("po termínu");
        iva.see("/tasks").must_not_say("Vyhodnotit cíl z porady");
        iva.see(&goal).must_be(403).must_say("už je vyhodnocený");
    }
}

#[test]
fn an_excluded_worker_is_told_nothing_and_given_no_task() {
    for town in Town::everywhere() {
        let (marek, meeting) = at_work(&town);
        town.plant_exclusion(marek.osp, "paterni");
        let house = town.at("2026-05-19T15:00");
        house.worker("paterni").see(&meeting).must_be(200).must_not_say("Vymyšlený");
        let live = house.worker("poradna").see(&format!("{meeting}/live"));
        live.must_say("Mgr. Iva Rampová").must_not_say("Páteřní, spinální");
    }
}

#[test]
fn the_print_of_the_output_holds_goals_and_tasks_and_no_minutes() {
    for town in Town::everywhere() {
        let (marek, meeting) = at_work(&town);
        let house = town.at("2026-05-19T15:00");
        let eva = house.worker("poradna");
        agree(&eva, &meeting, marek.pm);
        let paper = eva.see(&format!("{meeting}/output.pdf"));
        assert_eq!((paper.status, paper.header("content-type")), (200, "application/pdf"));
        let Some(text) = pdf::text(&paper.bytes) else { return };
        assert!(text.contains("přiznán stupeň III") && text.contains("doplnit zprávu"), "{text}");
        assert!(!text.contains("Iva má obavy"), "the minutes are printed: {text}");
    }
}

#[test]
fn the_slower_of_two_minute_takers_compares() {
    for town in Town::everywhere() {
        let (_, meeting) = at_work(&town);
        let house = town.at("2026-05-19T15:00");
        let (eva, iva) = (house.worker("poradna"), house.worker("rampova"));
        let live = format!("{meeting}/live");
        let opened = iva.see(&live);
        eva.fill(&live, &live, &[("minutes", "Zápis Evy.")]).must_be(303);
        iva.send(&opened, &live, &[("minutes", "Zápis Ivy.")]).must_be(409).must_say("Zápis Evy.");
        assert_eq!(town.count("select count(*) as n from meeting_minutes where replaced_at is null"), 1);
    }
}
