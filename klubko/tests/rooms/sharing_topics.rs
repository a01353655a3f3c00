//! What is filed under which topic (D20), what is known about it already, and who works on it already: Marek
//! Vymyšlený in the peer mentoring and in the counselling.

use crate::common::sharing::{TO_OSP, asks, decided, marek, newest, previewed, topic};
use crate::common::stage::{self, worker};
use crate::common::together::{Marek, YES, case, moment, open, path, say, send};
use crate::common::{Heard, Town, Worker};
use klubko::town::{OSP, PM};
use uuid::Uuid;

const THEN: &str = "2026-05-04T10:15";

/// One statement on a topic, from the folder to somebody of the other service.
fn tells(by: &Worker<'_>, folder: &str, (about, to): (&str, &str), more: &[(&str, &str)]) -> Heard {
    let to = worker(to);
    let usual = [("topic", about), ("receivers", to.as_str()), ("title", "Posudek lékaře"), ("body", "Stupeň III.")];
    let typed: Vec<_> = usual.into_iter().chain(more.iter().copied()).collect();
    previewed(by, &format!("{folder}/sharing/new"), &format!("{folder}/sharing"), &typed)
}

#[test]
fn an_item_filed_wrongly_is_moved_and_the_reader_sees_what_its_topic_allows_now() {
    for town in Town::everywhere() {
        let folder = marek(&town);
        let consent = decided(&town, &folder, &TO_OSP);
        let house = town.at(THEN);
        let (iva, eva) = (house.worker("rampova"), house.worker("poradna"));
        tells(&iva, &folder, (&topic(OSP, consent, "dávky"), "poradna"), &[]).must_be(303);
        let item = newest(&eva);
        eva.see(&item).must_say("téma dávky");
        let page = iva.see(&format!("{folder}/sharing")).address(&format!("{folder}/sharing/items/"), "/topic");
        iva.see(&page).must_say("teď téma dávky").must_say("Jen témata téhož souhlasu");
        for wrong in ["", "dávky", "bydlení"] {
            iva.fill(&page, &page, &[("topic", wrong)]).must_be(422).must_say("Vyberte jiné téma téhož souhlasu");
        }
        let (slower, faster) = (iva.see(&page), iva.see(&page));
        iva.send(&faster, &page, &[("topic", "odvolání")]).must_be(303);
        assert_ne!(iva.send(&slower, &page, &[("topic", "odvolání")]).status, 303, "somebody was faster");
        eva.see(&item).must_say("téma odvolání").must_not_say("téma dávky");
        iva.see(&format!("{folder}/sharing")).must_say("téma odvolání, souhlas z 20. 4. 2026");
        let moved =
            "select count(*) as n from journal where concerns_id = $1 and act = 'refile_item' and decision = 'done'";
        assert_eq!(stage::count(&town, moved, &folder), 1);
        let rows = "select count(*) as n from shared_item_ground where folder_id = $1";
        assert_eq!(stage::count(&town, rows, &folder), 2, "the topic that it had stays known");
        for (login, status) in [("poradna", 404), ("paterni", 404), ("prikladna", 404), ("vozik", 403)] {
            house.worker(login).see(&page).must_be(status);
        }
    }
}

#[test]
fn sight_follows_the_topic_at_each_read() {
    for town in Town::everywhere() {
        let folder = marek(&town);
        let consent = decided(&town, &folder, &TO_OSP);
        let house = town.at(THEN);
        let (iva, eva) = (house.worker("rampova"), house.worker("poradna"));
        tells(&iva, &folder, (&topic(OSP, consent, "dávky"), "poradna"), &[]).must_be(303);
        let item = newest(&eva);
        let page = format!("{folder}{}/topic", item.replace("/shared/", "/sharing/items/"));
        town.tamper("delete from consent_topic where topic = 'dávky'");
        eva.see(&item).must_be(404);
        iva.see(&format!("{folder}/sharing")).must_say("téma už v souhlasu není");
        iva.fill(&page, &page, &[("topic", "odvolání")]).must_be(303);
        eva.see(&item).must_be(200).must_say("téma odvolání");
        iva.see(&page).must_be(403).must_say("má jen toto téma");
        town.tamper("delete from consent_topic where topic = 'odvolání'");
        eva.see(&item).must_be(404);
    }
}

#[test]
fn what_is_over_or_rests_on_nothing_is_not_filed_elsewhere() {
    for town in Town::everywhere() {
        let folder = marek(&town);
        let consent = decided(&town, &folder, &TO_OSP);
        let house = town.at(THEN);
        let (iva, eva) = (house.worker("rampova"), house.worker("poradna"));
        tells(&iva, &folder, (&topic(OSP, consent, "dávky"), "poradna"), &[]).must_be(303);
        let item = newest(&eva);
        let at = |end: &str| format!("{folder}{}/{end}", item.replace("/shared/", "/sharing/items/"));
        iva.fill(&at("stop"), &at("stop"), &[("reason", "omyl")]).must_be(303);
        iva.see(&at("topic")).must_be(403).must_say("Tato informace už sdílená není.");
        iva.see(&format!("{folder}/sharing/items/{}/topic", Uuid::new_v4())).must_be(404);
    }
}

/// Marek in both services with his consent; Eva told Iva about the appeal.
fn told(town: &Town, to: Option<&str>) -> (Marek, Uuid) {
    let both = Marek::in_both(town);
    let consent = say(town, both.pm, OSP, &YES);
    town.plant_assignment(both.pm, "kolecko", false);
    let house = town.at("2026-05-02T09:00");
    if let Some(to) = to {
        tells(&house.worker("poradna"), &path(both.osp), (&topic(PM, consent, "odvolání"), to), &[]).must_be(303);
    }
    (both, consent)
}

const KNOWN: &str = "K tématu „odvolání“ už víte: Posudek lékaře (OSP Páteřník, 2. 5. 2026).";

#[test]
fn whoever_asks_for_what_he_was_told_says_why_and_it_stays_written() {
    for town in Town::everywhere() {
        let (both, consent) = told(&town, Some("rampova"));
        let house = town.at(THEN);
        let (iva, folder) = (house.worker("rampova"), path(both.pm));
        asks(&iva, &folder, consent, &[]).must_be(422).must_say(KNOWN);
        let other = topic(OSP, consent, "dávky");
        asks(&iva, &folder, consent, &[("topic", &other)]).must_be(303);
        asks(&iva, &folder, consent, &[("reason_r124", "posudek je z loňska")]).must_be(303);
        let kept = "Důvod (totéž se nezjišťuje dvakrát): posudek je z loňska (Mgr. Iva Rampová)";
        iva.see(&format!("{folder}/sharing")).must_say(kept);
    }
}

#[test]
fn an_assessment_of_a_topic_is_not_made_twice() {
    for town in Town::everywhere() {
        let (both, consent) = told(&town, Some("rampova"));
        let house = town.at(THEN);
        let (iva, eva, folder) = (house.worker("rampova"), house.worker("poradna"), path(both.pm));
        let (appeal, benefits) = (topic(OSP, consent, "odvolání"), topic(OSP, consent, "dávky"));
        let assessed = ("is_assessment", "yes");
        tells(&iva, &folder, (&appeal, "poradna"), &[assessed]).must_be(422).must_say(KNOWN);
        tells(&iva, &folder, (&appeal, "poradna"), &[]).must_be(303);
        tells(&iva, &folder, (&benefits, "poradna"), &[assessed]).must_be(303);
        eva.see("/shared").must_say("zhodnocení");
        let twice = tells(&iva, &folder, (&benefits, "poradna"), &[assessed]);
        twice.must_be(422).must_say("Posudek lékaře (předáno službě OSP Páteřník, 4. 5. 2026)");
        tells(&iva, &folder, (&benefits, "poradna"), &[assessed, ("reason_r124", "nárok se změnil")]).must_be(303);
        iva.see(&format!("{folder}/sharing")).must_say("nárok se změnil");
        open(&iva, both.pm, &[]).must_be(303);
        let phase = format!("{}/phase", case(&iva, both.pm));
        let assessing = [("phase", "assessing"), ("day", "4. 5. 2026")];
        send(&iva, &phase, &[("phase", "finding"), ("day", "4. 5. 2026")]).must_be(303);
        send(&iva, &phase, &assessing).must_be(422).must_say(KNOWN);
        let answered = [assessing[0], assessing[1], ("reason_r124", "zhodnotíme jen bydlení")];
        send(&iva, &phase, &answered).must_be(303);
        iva.see(&format!("{folder}/case-management")).must_say("zhodnotíme jen bydlení");
    }
}

#[test]
fn what_ota_may_not_read_changes_nothing_that_he_hears() {
    let worlds = |town: &Town, to: Option<&str>| {
        let (both, consent) = told(town, to);
        let house = town.at(THEN);
        let (ota, folder) = (house.worker("kolecko"), path(both.pm));
        let about = topic(OSP, consent, "odvolání");
        let seen = [ota.see(&format!("{folder}/sharing")), ota.see(&format!("{folder}/sharing/parts/new"))];
        let asked = asks(&ota, &folder, consent, &[]);
        // Rows of one moment have no order of their own.
        house.set_clock(moment(THEN) + 60_000);
        let pages = [
            tells(&ota, &folder, (&about, "poradna"), &[("is_assessment", "yes")]),
            ota.see(&format!("{folder}/sharing")),
            ota.see(&format!("{folder}/case-management")),
        ];
        seen.into_iter().chain([asked]).chain(pages).map(|page| (page.status, page.text())).collect::<Vec<_>>()
    };
    for (plain, fuller) in Town::everywhere().iter().zip(Town::everywhere().iter()) {
        let (here, there) = (worlds(plain, None), worlds(fuller, Some("rampova")));
        assert_eq!(here, there, "an item that Ota may not read was weighed");
        assert_eq!(here[2].0, 303);
    }
}

#[test]
fn whoever_is_excluded_from_the_folder_is_not_offered_as_somebody_to_send_to() {
    for town in Town::everywhere() {
        let both = Marek::agreeing(&town);
        town.plant_exclusion(both.pm, "poradna");
        let house = town.at(THEN);
        let (iva, folder) = (house.worker("rampova"), path(both.pm));
        for page in ["/sharing/new", "/sharing/parts/new", "/sharing/handovers/new"] {
            let seen = iva.see(&format!("{folder}{page}")).body();
            let offers = |login| seen.contains(&format!("name=\"receivers\" value=\"{}\"", worker(login)));
            assert!(offers("paterni") && !offers("poradna"), "{page}");
        }
    }
}

#[test]
fn one_rule_asks_about_a_task_and_about_a_part_that_another_service_works_on() {
    for town in Town::everywhere() {
        let both = Marek::agreeing(&town);
        let house = town.at(THEN);
        let (iva, folder) = (house.worker("rampova"), path(both.pm));
        open(&iva, both.pm, &[]).must_be(303);
        let (parts, osp, pm) = (format!("{}/parts/new", case(&iva, both.pm)), OSP.to_string(), PM.to_string());
        let theirs = [("part", "sepsání odvolání"), ("area", "dávky"), ("responsible", osp.as_str())];
        send(&iva, &parts, &theirs).must_be(303);
        let says = "Na tomtéž už pracuje OSP Páteřník: sepsání odvolání. Služby se nemají překrývat.";
        for ours in [("part", "napsat odvolání"), ("area", "Dávky")] {
            let usual = [("part", "nácvik"), ("area", "doprava"), ("responsible", pm.as_str())];
            let typed: Vec<_> = usual.into_iter().filter(|(name, _)| *name != ours.0).chain([ours]).collect();
            send(&iva, &parts, &typed).must_be(422).must_say(says);
        }
        let iva_id = worker("rampova");
        let task = [("what", "Odvolání"), ("due", "11. 5. 2026"), ("who", iva_id.as_str())];
        iva.fill(&format!("{folder}/tasks"), &format!("{folder}/tasks"), &task).must_be(422).must_say(says);
        let ours = [("part", "napsat odvolání"), ("responsible", pm.as_str()), ("reason_r073", "druhý stupeň")];
        send(&iva, &parts, &ours).must_be(303);
        iva.see(&format!("{folder}/case-management")).must_say("Důvod (služby se nepřekrývají): druhý stupeň");
    }
}
