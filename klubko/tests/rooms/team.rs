//! Invited workers, mentors and substitutes: sight of a folder from–to, and no longer.

use crate::common::stage::{self, Caller, KLARA, worker};
use crate::common::{Heard, Town, Worker};
use klubko::town as demo;

const PETRA: Caller = Caller { given: "Petra", family: "Smyšlená", service: demo::PM, taken_by: "kolecko" };

fn assess(by: &Worker<'_>, folder: &str, assessors: [&str; 2]) {
    let (first, second) = (worker(assessors[0]), worker(assessors[1]));
    let typed = [
        ("held_on", "9. 3. 2026"),
        ("participant_1", first.as_str()),
        ("participant_2", second.as_str()),
        ("development", "Zvládne první týdny."),
        ("key_worker", first.as_str()),
    ];
    by.fill(&format!("{folder}/assessment/new"), &format!("{folder}/assessments"), &typed).must_be(303);
}

/// Klára's case held by Alena.
fn klara(town: &Town) -> String {
    let folder = stage::folder(town, &KLARA, "2026-03-03T14:20", Some("2026-03-03T14:30"));
    assess(&town.at("2026-03-09T10:00").worker("ukazka"), &folder, ["prikladna", "ukazka"]);
    folder
}

fn invite(by: &Worker<'_>, folder: &str, login: &str, more: &[(&str, &str)]) -> Heard {
    let id = worker(login);
    let mut typed = vec![("worker", id.as_str()), ("from", "10. 3. 2026"), ("why", "dluhové poradenství")];
    typed.retain(|(name, _)| more.iter().all(|(field, _)| field != name));
    typed.extend_from_slice(more);
    by.fill(&format!("{folder}/assignments/new"), &format!("{folder}/assignments"), &typed)
}

#[test]
fn an_invited_colleague_sees_the_folder_from_and_until_the_days_written() {
    for town in Town::everywhere() {
        let folder = klara(&town);
        let team = format!("{folder}/team");
        let monday = town.at("2026-03-09T12:00");
        invite(&monday.worker("prikladna"), &folder, "cvicny", &[("until", "12. 3. 2026")]).must_be(303);
        monday.worker("cvicny").see(&team).must_be(403);
        monday.worker("prikladna").see(&folder).must_not_say("přizvaný pracovník");
        town.at("2026-03-12T08:00").worker("prikladna").see(&folder).must_say("přizvaný pracovník do 12. 3. 2026");
        town.at("2026-03-10T08:00").worker("cvicny").see(&team).must_be(200).must_say("dluhové poradenství");
        town.at("2026-03-12T23:00").worker("cvicny").see(&team).must_be(200);
        town.at("2026-03-13T00:00").worker("cvicny").see(&team).must_be(403);
    }
}

#[test]
fn an_invitation_that_is_ended_ends_sight_at_the_next_request() {
    for town in Town::everywhere() {
        let folder = klara(&town);
        let team = format!("{folder}/team");
        let house = town.at("2026-03-10T12:00");
        let alena = house.worker("prikladna");
        let ivo = house.worker("cvicny");
        invite(&alena, &folder, "cvicny", &[]).must_be(303);
        ivo.see(&team).must_be(200).must_not_say("Přizvat pracovníka");
        ivo.see(&format!("{folder}/assignments/new")).must_be(403).must_say("O tom rozhoduje klíčový pracovník");
        let end = alena.see(&team).address(&format!("{folder}/assignments/"), "/end");
        alena.fill(&team, &end, &[]).must_be(303);
        ivo.see(&team).must_be(403);
        alena.see(&team).must_say("ukončeno 10. 3. 2026 12:00");
    }
}

#[test]
fn an_invitation_says_why_and_is_for_somebody_who_may_see_folders() {
    for town in Town::everywhere() {
        let folder = klara(&town);
        let house = town.at("2026-03-10T12:00");
        let alena = house.worker("prikladna");
        invite(&alena, &folder, "cvicny", &[("why", "")]).must_be(422).must_say("Napište, proč pracovníka zvete");
        invite(&alena, &folder, "ucenliva", &[]).must_be(422).must_say("Dobrovolníci a stážisté");
        invite(&alena, &folder, "prikladna", &[]).must_be(422).must_say("Klíčový pracovník složku vidí");
        invite(&alena, &folder, "kolecko", &[]).must_be(422).must_say("Tento pracovník ve službě není");
        let backwards = [("until", "9. 3. 2026")];
        invite(&alena, &folder, "cvicny", &backwards).must_be(422).must_say("Konec je dřív než začátek");
        invite(&alena, &folder, "cvicny", &[]).must_be(303);
        invite(&alena, &folder, "cvicny", &[]).must_be(422).must_say("Tento pracovník už přizvaný je");
    }
}

#[test]
fn a_peer_mentor_is_always_a_mentor_and_sees_no_team() {
    for town in Town::everywhere() {
        let folder = stage::folder(&town, &PETRA, "2026-03-03T09:00", Some("2026-03-03T09:30"));
        let house = town.at("2026-03-10T12:00");
        assess(&house.worker("kolecko"), &folder, ["rampova", "kolecko"]);
        let iva = house.worker("rampova");
        invite(&iva, &folder, "vozik", &[("why", "stejná zkušenost")]).must_be(303);
        iva.see(&format!("{folder}/team")).must_say("Jan Vozík").must_say("mentor");
        let mentors = "select count(*) as n from assignment where folder_id = $1 and as_mentor = true";
        assert_eq!(stage::count(&town, mentors, &folder), 1);
        house.worker("vozik").see(&format!("{folder}/team")).must_be(403);
        invite(&iva, &folder, "kolecko", &[]).must_be(303);
        assert_eq!(stage::count(&town, mentors, &folder), 1, "a care worker is never a mentor");
    }
}

#[test]
fn a_substitute_sees_the_cases_he_stands_for_and_only_then() {
    for town in Town::everywhere() {
        let folder = klara(&town);
        let team = format!("{folder}/team");
        let house = town.at("2026-03-10T12:00");
        let alena = house.worker("prikladna");
        let (ivo, herself) = (worker("cvicny"), worker("prikladna"));
        let plan = |substitute: &str, from: &str, until: &str| {
            let typed = [("substitute", substitute), ("from", from), ("until", until)];
            alena.fill("/substitutions", "/substitutions", &typed)
        };
        plan(&ivo, "13. 3. 2026", "12. 3. 2026").must_be(422).must_say("Konec je dřív než začátek");
        plan(&herself, "11. 3. 2026", "12. 3. 2026").must_be(422).must_say("nemůže zastoupit sám sebe");
        plan(&worker("pomocny"), "11. 3. 2026", "12. 3. 2026").must_be(422).must_say("Zastoupit může jen pracovník");
        plan(&ivo, "11. 3. 2026", "12. 3. 2026").must_be(303);
        house.worker("cvicny").see(&team).must_be(403);
        alena.see(&team).must_say("Mgr. Ivo Cvičný od st 11. 3. 2026 do čt 12. 3. 2026");
        let wednesday = town.at("2026-03-11T08:00");
        wednesday.worker("cvicny").see(&team).must_be(200).must_say("zastupujete klíčového pracovníka");
        town.at("2026-03-13T00:00").worker("cvicny").see(&team).must_be(403);
        let alena = wednesday.worker("prikladna");
        let end = alena.see("/substitutions").address("/substitutions/", "/end");
        wednesday.worker("zkusma").post(&end, &[]).must_not_say("Ukončeno");
        alena.fill("/substitutions", &end, &[]).must_be(303);
        wednesday.worker("cvicny").see(&team).must_be(403);
    }
}

#[test]
fn the_head_plans_a_substitute_for_somebody_else_and_a_worker_only_for_himself() {
    for town in Town::everywhere() {
        let folder = klara(&town);
        let house = town.at("2026-03-10T12:00");
        let (alena, bohdan, ivo) = (worker("prikladna"), worker("ukazka"), worker("cvicny"));
        let days = [("from", "10. 3. 2026"), ("until", "12. 3. 2026")];
        let for_alena = |who: &Worker<'_>, substitute: &str| {
            let typed = [&[("worker", alena.as_str()), ("substitute", substitute)][..], &days[..]].concat();
            who.fill("/substitutions", "/substitutions", &typed).must_be(303);
        };
        for_alena(&house.worker("peclivy"), &bohdan);
        house.worker("ukazka").see(&format!("{folder}/team")).must_be(403);
        for_alena(&house.worker("rozvazna"), &ivo);
        house.worker("cvicny").see(&format!("{folder}/team")).must_be(200);
    }
}
