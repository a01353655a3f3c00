//! Where case management ends: days that do not fit, people who may not, parts that are over.

use crate::common::plant::worker;
use crate::common::together::{ALONE, Marek, YES, case, of, open, path, say, send};
use crate::common::{Town, Worker};
use klubko::town::{OSP, PM};

const DAY: &str = "2026-05-04T10:00";

fn hand_over(from: &Worker<'_>, to: (&Worker<'_>, &str), folder: &str) {
    let id = worker(to.1).to_string();
    let typed = [
        ("to", id.as_str()),
        ("ends_on", "4. 5. 2026"),
        ("begins_on", "4. 5. 2026"),
        ("reason", "other"),
        ("reason_text", "změna úvazku"),
        ("note", "Marek o změně ví."),
    ];
    from.fill(&format!("{folder}/handovers/new"), &format!("{folder}/handovers"), &typed).must_be(303);
    let offer = to.0.see("/").address(&format!("{folder}/handovers/"), "");
    to.0.fill(&offer, &format!("{offer}/answer"), &[("answer", "accepted")]).must_be(303);
}

#[test]
fn somebody_excluded_by_the_client_in_one_service_reads_nothing_of_its_case_in_the_other() {
    for town in Town::everywhere() {
        let marek = Marek::in_both(&town);
        say(&town, marek.pm, OSP, &YES);
        town.plant_assignment(marek.osp, "paterni", false);
        let house = town.at(DAY);
        open(&house.worker("rampova"), marek.pm, &[]).must_be(303);
        let theirs = format!("{}/case-management", path(marek.osp));
        house.worker("paterni").see(&theirs).must_be(200).must_say("Přiznaný příspěvek na péči");
        town.plant_exclusion(marek.pm, "paterni");
        let page = house.worker("paterni").see(&theirs);
        page.must_not_say("Přiznaný příspěvek na péči").must_not_say("Spojili jsme se se službou");
        house.worker("poradna").see(&theirs).must_say("Přiznaný příspěvek na péči");
    }
}

#[test]
fn somebody_with_whom_cooperation_is_limited_is_not_offered_to_the_case() {
    for town in Town::everywhere() {
        let marek = Marek::agreeing(&town);
        let house = town.at(DAY);
        let iva = house.worker("rampova");
        open(&iva, marek.pm, ALONE).must_be(303);
        let enter = format!("{}/members/new", case(&iva, marek.pm));
        iva.see(&enter).must_say("Bc. Ota Kolečko, sociální pracovník");
        town.plant_exclusion(marek.pm, "kolecko");
        iva.see(&enter).must_not_say("Ota Kolečko, sociální pracovník");
        let ota = of(PM, "kolecko");
        let typed =
            [("who", ota.as_str()), ("role", "x"), ("need", "y"), ("day", "4. 5. 2026"), ("participation", "z")];
        send(&iva, &enter, &typed).must_be(422).must_say("Vyberte někoho z nabídky");
    }
}

#[test]
fn a_lead_who_is_not_the_key_worker_stays_when_the_folder_is_handed_over() {
    for town in Town::everywhere() {
        let marek = Marek::agreeing(&town);
        let house = town.at(DAY);
        let (iva, radka) = (house.worker("rampova"), house.worker("souhrnna"));
        let ota = of(PM, "kolecko");
        open(&iva, marek.pm, &[("lead", &ota)]).must_be(303);
        hand_over(&iva, (&radka, "souhrnna"), &path(marek.pm));
        radka
            .see(&format!("{}/case-management", path(marek.pm)))
            .must_say("Bc. Ota Kolečko (PM Páteřník) vede celý případ")
            .must_not_say("Mgr. Radka Souhrnná (PM Páteřník) vede");
    }
}

#[test]
fn days_of_a_case_follow_each_other() {
    for town in Town::everywhere() {
        let marek = Marek::agreeing(&town);
        let house = town.at(DAY);
        let iva = house.worker("rampova");
        open(&iva, marek.pm, &[]).must_be(303);
        let (case, home) = (case(&iva, marek.pm), format!("{}/case-management", path(marek.pm)));
        let new = [("proposal", "Zkusit vlak"), ("proposed_by", "Jan Vozík"), ("day", "4. 5. 2026")];
        send(&iva, &format!("{case}/proposals/new"), &new).must_be(303);
        let choice = iva.see(&home).address(&format!("{case}/proposals/"), "/choice");
        send(&iva, &choice, &[("choice", "accepts"), ("day", "3. 5. 2026")])
            .must_be(422)
            .must_say("Návrh vznikl později");
        let end = |day| [("reason", "goal_met"), ("note", "Stačí mu mentor."), ("day", day)];
        send(&iva, &format!("{case}/end"), &end("19. 4. 2026")).must_be(422).must_say("dřív, než spolupráce");
        send(&iva, &format!("{case}/end"), &end("4. 5. 2026")).must_be(303);
    }
}

#[test]
fn a_part_that_is_over_stands_in_nobodys_way() {
    for town in Town::everywhere() {
        let marek = Marek::agreeing(&town);
        let house = town.at(DAY);
        let iva = house.worker("rampova");
        open(&iva, marek.pm, &[]).must_be(303);
        let (case, home) = (case(&iva, marek.pm), format!("{}/case-management", path(marek.pm)));
        let parts = format!("{case}/parts/new");
        let (pm, osp) = (PM.to_string(), OSP.to_string());
        send(&iva, &parts, &[("part", "odvolání"), ("area", "dávky"), ("responsible", &osp)]).must_be(303);
        let same = [("part", "zpráva"), ("area", "dávky"), ("responsible", pm.as_str())];
        send(&iva, &parts, &same).must_be(422).must_say("Na tomtéž už pracuje");
        let end = iva.see(&home).address(&format!("{case}/parts/"), "/end");
        iva.fill(&home, &end, &[]).must_be(303);
        send(&iva, &parts, &same).must_be(303);
    }
}
