//! Limited cooperation: the client knows a worker privately, so that worker learns nothing of the case.

use crate::common::stage::{self, KLARA, worker};
use crate::common::{Heard, Town, Worker};

fn klara(town: &Town) -> String {
    let folder = stage::folder(town, &KLARA, "2026-03-03T14:20", Some("2026-03-03T14:30"));
    let (alena, bohdan) = (worker("prikladna"), worker("ukazka"));
    let typed = [
        ("held_on", "9. 3. 2026"),
        ("participant_1", alena.as_str()),
        ("participant_2", bohdan.as_str()),
        ("development", "Zvládne první týdny."),
        ("key_worker", alena.as_str()),
    ];
    let house = town.at("2026-03-09T10:00");
    house
        .worker("ukazka")
        .fill(&format!("{folder}/assessment/new"), &format!("{folder}/assessments"), &typed)
        .must_be(303);
    folder
}

fn exclude(by: &Worker<'_>, folder: &str, login: &str, more: &[(&str, &str)]) -> Heard {
    let id = worker(login);
    let mut typed = vec![
        ("worker", id.as_str()),
        ("reason", "personal_relation"),
        ("reason_text", "bývalá spolužačka"),
        ("raised_by", "client"),
        ("from", "10. 3. 2026"),
    ];
    typed.retain(|(name, _)| more.iter().all(|(field, _)| field != name));
    typed.extend_from_slice(more);
    by.fill(&format!("{folder}/exclusions/new"), &format!("{folder}/exclusions"), &typed)
}

fn invite(by: &Worker<'_>, folder: &str, login: &str) -> Heard {
    let typed = [("worker", worker(login)), ("from", "10. 3. 2026".into()), ("why", "dluhy".into())];
    let typed: Vec<(&str, &str)> = typed.iter().map(|(name, value)| (*name, value.as_str())).collect();
    by.fill(&format!("{folder}/assignments/new"), &format!("{folder}/assignments"), &typed)
}

#[test]
fn from_the_next_request_the_excluded_worker_does_not_learn_that_the_folder_exists() {
    for town in Town::everywhere() {
        let folder = klara(&town);
        let team = format!("{folder}/team");
        let house = town.at("2026-03-10T12:00");
        let (alena, ivo) = (house.worker("prikladna"), house.worker("cvicny"));
        invite(&alena, &folder, "cvicny").must_be(303);
        ivo.see(&team).must_be(200);
        ivo.see("/folders").must_say("Vzorná");
        alena.see(&folder).must_not_say("Omezená spolupráce");
        exclude(&alena, &folder, "cvicny", &[]).must_be(303);
        ivo.see(&team).must_be(404).must_not_say("Klára");
        ivo.see(&format!("{folder}/assessment")).must_be(404);
        ivo.see("/folders").must_not_say("Vzorná");
        ivo.see("/search?q=Vzorna").must_not_say("Klára");
        ivo.see("/tasks").must_not_say("Klára");
        let nowhere = ivo.see("/folders/00000000-0000-4000-8000-000000000000/team");
        assert_eq!(nowhere.text(), ivo.see(&team).text(), "absent and hidden look the same");
        alena.see(&team).must_say("Mgr. Ivo Cvičný").must_say("osobní vztah – bývalá spolužačka");
        alena.see(&folder).must_say("Omezená spolupráce").must_say("Mgr. Ivo Cvičný se případu neúčastní.");
    }
}

#[test]
fn the_reason_is_read_by_the_key_worker_and_the_head_only() {
    for town in Town::everywhere() {
        let folder = klara(&town);
        let team = format!("{folder}/team");
        let house = town.at("2026-03-10T12:00");
        let alena = house.worker("prikladna");
        invite(&alena, &folder, "ukazka").must_be(303);
        exclude(&alena, &folder, "cvicny", &[]).must_be(303);
        house.worker("rozvazna").see(&team).must_say("bývalá spolužačka");
        let others = house.worker("ukazka").see(&team);
        others.must_be(200).must_say("Omezená spolupráce").must_say("Mgr. Ivo Cvičný");
        others.must_not_say("osobní vztah").must_not_say("bývalá spolužačka");
    }
}

#[test]
fn an_excluded_worker_takes_no_part_in_whatever_role() {
    const LIMITED: &str = "Spolupráce s tímto pracovníkem je v případu omezena. Vyberte někoho jiného.";
    for town in Town::everywhere() {
        let folder = stage::folder(&town, &KLARA, "2026-03-03T14:20", Some("2026-03-03T14:30"));
        let house = town.at("2026-03-10T12:00");
        let (bohdan, olga) = (house.worker("ukazka"), house.worker("rozvazna"));
        exclude(&olga, &folder, "cvicny", &[]).must_be(303);
        let page = format!("{folder}/assessment");
        let ivo = worker("cvicny");
        bohdan.see(&format!("{page}/new")).must_say("Mgr. Alena Příkladná, sociální pracovník");
        bohdan.see(&format!("{page}/new")).must_not_say("Mgr. Ivo Cvičný, psycholog");
        bohdan.fill(&page, &format!("{folder}/assessors"), &[("assessor", &ivo)]).must_be(422).must_say(LIMITED);
        let (alena, himself) = (worker("prikladna"), worker("ukazka"));
        let assess = |second: &str, key_worker: &str| {
            let typed = [
                ("held_on", "10. 3. 2026"),
                ("participant_1", himself.as_str()),
                ("participant_2", second),
                ("development", "Zvládne první týdny."),
                ("key_worker", key_worker),
            ];
            bohdan.fill(&format!("{page}/new"), &format!("{folder}/assessments"), &typed)
        };
        assess(&ivo, &alena).must_be(422).must_say(LIMITED).must_say("nejméně dva odborní pracovníci");
        assess(&alena, &ivo).must_be(422).must_say(LIMITED);
        assess(&alena, &alena).must_be(303);
        let alena = house.worker("prikladna");
        invite(&alena, &folder, "cvicny").must_be(422).must_say(LIMITED);
        exclude(&alena, &folder, "cvicny", &[]).must_be(422).must_say(LIMITED);
        let substitute = [("substitute", ivo.as_str()), ("from", "10. 3. 2026"), ("until", "20. 3. 2026")];
        alena.fill("/substitutions", "/substitutions", &substitute).must_be(303);
        house.worker("cvicny").see(&format!("{folder}/team")).must_be(404);
        let handover = [("to", ivo.as_str()), ("reason", "expertise_changed")];
        let days = [("ends_on", "10. 3. 2026"), ("begins_on", "10. 3. 2026")];
        let typed = [&handover[..], &days[..]].concat();
        let refused = alena.fill(&format!("{folder}/handovers/new"), &format!("{folder}/handovers"), &typed);
        refused.must_be(422).must_say(LIMITED);
    }
}

#[test]
fn excluding_the_key_worker_first_asks_for_a_handover() {
    for town in Town::everywhere() {
        let folder = klara(&town);
        let house = town.at("2026-03-10T12:00");
        let refused = exclude(&house.worker("rozvazna"), &folder, "prikladna", &[]);
        refused.must_be(422).must_say("Nejdříve případ předejte kolegovi");
        house.worker("prikladna").see(&format!("{folder}/team")).must_be(200);
    }
}

#[test]
fn the_only_head_is_excluded_after_a_deputy_is_named_who_then_acts_as_head() {
    for town in Town::everywhere() {
        let folder = klara(&town);
        let team = format!("{folder}/team");
        let house = town.at("2026-03-10T12:00");
        let (alena, olga) = (house.worker("prikladna"), house.worker("rozvazna"));
        exclude(&alena, &folder, "rozvazna", &[])
            .must_be(422)
            .must_say("Nejdříve určete, kdo jej v této složce zastoupí");
        let name = |login: &str| {
            let page = format!("{folder}/deputies/new");
            alena.fill(&page, &format!("{folder}/deputies"), &[("worker", &worker(login))])
        };
        name("prikladna").must_be(422).must_say("někoho jiného než sebe");
        name("pomocny").must_be(422);
        name("ukazka").must_be(303);
        exclude(&alena, &folder, "rozvazna", &[]).must_be(303);
        olga.see(&team).must_be(404);
        house.worker("ukazka").see(&team).must_be(200).must_say("protože vedete službu");
        let task = [("what", "Rozhodnout o stížnosti"), ("due", "11. 3. 2026"), ("who", "service_head")];
        alena.fill(&format!("{folder}/tasks"), &format!("{folder}/tasks"), &task).must_be(303);
        for page in ["/tasks", "/"] {
            house.worker("ukazka").see(page).must_say("Rozhodnout o stížnosti");
            olga.see(page).must_not_say("Rozhodnout o stížnosti");
            house.worker("cvicny").see(page).must_not_say("Rozhodnout o stížnosti");
        }
        let end = alena.see(&team).address(&format!("{folder}/exclusions/"), "/end");
        alena.fill(&team, &end, &[]).must_be(303);
        olga.see(&team).must_be(200);
        house.worker("ukazka").see(&team).must_be(403);
    }
}

#[test]
fn about_the_head_any_worker_of_the_folder_may_do_it_about_a_colleague_he_may_not() {
    for town in Town::everywhere() {
        let folder = klara(&town);
        let house = town.at("2026-03-10T12:00");
        let alena = house.worker("prikladna");
        invite(&alena, &folder, "ukazka").must_be(303);
        let bohdan = house.worker("ukazka");
        let colleague = exclude(&bohdan, &folder, "cvicny", &[]);
        colleague.must_be(422).must_say("Omezení zapisuje klíčový pracovník nebo vedoucí služby.");
        bohdan.see(&format!("{folder}/deputies/new")).must_be(403);
        alena
            .fill(&format!("{folder}/deputies/new"), &format!("{folder}/deputies"), &[("worker", &worker("cvicny"))])
            .must_be(303);
        exclude(&bohdan, &folder, "rozvazna", &[]).must_be(303);
        house.worker("rozvazna").see(&format!("{folder}/team")).must_be(404);
    }
}

#[test]
fn what_the_excluded_worker_left_open_is_a_task_of_the_key_worker() {
    for town in Town::everywhere() {
        let folder = klara(&town);
        let house = town.at("2026-03-10T12:00");
        let (alena, ivo) = (house.worker("prikladna"), house.worker("cvicny"));
        invite(&alena, &folder, "cvicny").must_be(303);
        stage::task(&town, &folder, "cvicny", "Obvolat školky", false);
        exclude(&alena, &folder, "cvicny", &[]).must_be(303);
        const HIS: &str = "select count(*) as n from task t join worker w on w.id = t.worker_id
            where t.folder_id = $1 and w.login = 'cvicny' and t.done_at is null";
        const LEFT: &str = "select count(*) as n from task
            where folder_id = $1 and rule = 'r059' and position = 'key_worker' and done_at is null";
        assert_eq!(stage::count(&town, HIS, &folder), 0);
        assert_eq!(stage::count(&town, LEFT, &folder), 1);
        ivo.see("/tasks").must_not_say("Obvolat");
    }
}

#[test]
fn a_limit_from_a_day_to_its_last_day_holds_exactly_then_and_says_why() {
    for town in Town::everywhere() {
        let folder = klara(&town);
        let team = format!("{folder}/team");
        let house = town.at("2026-03-10T12:00");
        let alena = house.worker("prikladna");
        exclude(&alena, &folder, "cvicny", &[("reason", "")]).must_be(422).must_say("Zvolte důvod");
        exclude(&alena, &folder, "cvicny", &[("raised_by", "")]).must_be(422).must_say("kdo o omezení požádal");
        exclude(&alena, &folder, "cvicny", &[("from", "")]).must_be(422).must_say("Doplňte datum");
        let backwards = [("until", "9. 3. 2026")];
        exclude(&alena, &folder, "cvicny", &backwards).must_be(422).must_say("Konec je dřív než začátek");
        exclude(&alena, &folder, "cvicny", &[("until", "30. 6. 2026")]).must_be(303);
        town.at("2026-06-30T23:59").worker("cvicny").see(&team).must_be(404);
        town.at("2026-07-01T00:00").worker("cvicny").see(&team).must_be(403);
    }
}
