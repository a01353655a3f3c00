//! Goals of meetings over their horizon: the key worker sees his clients' goals, the head of the service only which
//! folder waits and with whom, and nobody a folder that is hidden from him.

use crate::common::Town;
use crate::common::meeting::{address, agree, close, part, planned};
use crate::common::together::{Marek, YES, path, say};
use klubko::town::{OSP, PM};

const PAGE: &str = "/meetings/goals";

/// The meeting of scenario 7 took place; its goal has the horizon of 30 September.
fn agreed(town: &Town) -> Marek {
    let marek = Marek::in_both(town);
    let consent = say(town, marek.pm, OSP, &YES);
    part(town, &marek, consent, "sepsání odvolání");
    let monday = town.at("2026-05-18T09:00");
    let meeting = address(&planned(&monday.worker("poradna"), &[]));
    let tuesday = town.at("2026-05-19T15:00");
    agree(&tuesday.worker("poradna"), &meeting, marek.pm);
    close(&tuesday.worker("poradna"), &meeting, &[]).must_be(303);
    marek
}

#[test]
fn r079_a_goal_over_its_horizon_waits_for_its_key_worker_and_the_head_knows_of_it_without_its_words() {
    for town in Town::everywhere() {
        let marek = agreed(&town);
        let on_the_day = town.at("2026-09-30T09:00");
        on_the_day.worker("rampova").see(PAGE).must_be(200).must_not_say("stupeň III");
        on_the_day.worker("rampova").see("/meetings").must_say("Cíle z porad po termínu");
        let october = town.at("2026-10-01T09:00");
        let (iva, radka) = (october.worker("rampova"), october.worker("souhrnna"));
        iva.see("/meetings").must_say("Na vyhodnocení čeká: 1 cíl po termínu");
        let mine = iva.see(PAGE);
        mine.must_say("přiznán stupeň III").must_say("Marek Vymyšlený").must_say("rozhodnutí s právní mocí");
        mine.must_not_say("Ostatní ve službě");
        let of_head = radka.see(PAGE);
        of_head.must_say("Ostatní ve službě").must_say("2026/9101").must_say("Mgr. Iva Rampová");
        of_head.must_not_say("stupeň III").must_not_say("Vymyšlený").must_not_say("právní mocí");
        let overview = radka.see("/overview");
        overview.must_say("Na vyhodnocení čeká: 1").must_say("Vyhodnotit cíl z porady").must_not_say("stupeň III");
        // Another worker of the service, the other service, another one: nothing waits for them.
        for login in ["kolecko", "poradna", "podhorska", "vozik"] {
            let page = october.worker(login).see(PAGE);
            page.must_be(200).must_not_say("stupeň III").must_not_say("2026/9101").must_not_say("Vymyšlený");
        }
        let goal = mine.address(&format!("{}/meetings/goals/", path(marek.pm)), "");
        let typed = [("result", "partly"), ("note", "Přiznán stupeň II."), ("day", "1. 10. 2026")];
        iva.fill(&goal, &goal, &typed).must_be(303);
        iva.see(PAGE).must_not_say("přiznán stupeň III");
        radka.see("/overview").must_say("Na vyhodnocení nečeká žádný cíl z porady.");
    }
}

#[test]
fn r059_a_head_excluded_from_the_folder_finds_it_in_no_line_and_in_no_number() {
    for town in Town::everywhere() {
        let marek = agreed(&town);
        town.plant_exclusion(marek.pm, "souhrnna");
        let october = town.at("2026-10-01T09:00");
        let radka = october.worker("souhrnna");
        radka.see(PAGE).must_not_say("2026/9101").must_say("Ve službě nečeká žádný další.");
        radka.see("/meetings").must_not_say("Na vyhodnocení čeká");
        radka.see("/overview").must_say("Na vyhodnocení nečeká žádný cíl z porady.").must_not_say("2026/9101");
    }
}

#[test]
fn whoever_stands_in_for_the_key_worker_finds_the_goals_among_his() {
    for town in Town::everywhere() {
        agreed(&town);
        town.plant_substitution(PM, "rampova", "kolecko");
        let october = town.at("2026-10-01T09:00");
        october.worker("kolecko").see(PAGE).must_say("přiznán stupeň III");
    }
}

#[test]
fn a_task_of_a_meeting_tells_the_overview_of_the_head_nothing_of_the_client() {
    for town in Town::everywhere() {
        let marek = agreed(&town);
        let wednesday = town.at("2026-05-20T09:00");
        let iva = wednesday.worker("rampova");
        let home = format!("{}/meetings", path(marek.pm));
        let page = iva.see(&home);
        let body = page.body();
        let links = body.split("href=\"").skip(1).filter_map(|rest| rest.split('"').next());
        let output = links
            .filter(|link| link.starts_with(&format!("{home}/")))
            .find(|link| !link.contains("/goals/") && !link.ends_with("/new"))
            .unwrap();
        iva.fill(output, output, &[("text", "Dohodli jsme postup."), ("minutes", "10")]).must_be(303);
        let july = town.at("2026-07-01T09:00");
        july.worker("souhrnna").see("/overview").must_say("Úkol z porady").must_not_say("nácvik");
    }
}
