//! Úkoly, schůzky a Můj den: what waits for whom, and what happens when it is done.

use crate::common::plant::{MOMENT, Planted, named, worker};
use crate::common::{Town, Worker};
use klubko::kernel::value::Value;
use klubko::town::{JAVORINKA, PM};

fn klara(town: &Town) -> Planted {
    let klara = town.plant_folder(9001, JAVORINKA, "Klára", "Vzorná", "zkusma");
    town.plant_key_worker(klara, "prikladna");
    klara
}

fn set(worker: &Worker<'_>, folder: Planted, what: &str, who: &str, due: &str) -> crate::common::Heard {
    let page = format!("/folders/{}/tasks", folder.folder);
    worker.fill(&page, &page, &[("what", what), ("who", who), ("due", due)])
}

#[test]
fn alena_sets_a_task_for_the_key_worker_sees_it_on_her_day_and_ticks_it_off() {
    for town in Town::everywhere() {
        let folder = klara(&town);
        let house = town.at(MOMENT);
        let alena = house.worker("prikladna");
        set(&alena, folder, "Zavolat na úřad práce", "key_worker", "5. 3.").must_be(303);
        let day = alena.see("/");
        day.must_be(200).must_say("Zavolat na úřad práce").must_say("za 2 dny").must_say("do čt 5. 3. 2026");
        alena.see("/tasks").must_say("Klára Vzorná").must_say("otevřený");
        let done = day.address("/folders/", "/done");
        let heard = alena.send(&day, &done, &[]);
        heard.must_be(303);
        assert_eq!(heard.location, "/?done=task_done");
        alena.see("/").must_not_say("Zavolat na úřad práce");
        alena.see("/tasks?of=done").must_say("hotový").must_say("Alena Příkladná");
        let tasks = alena.see(&format!("/folders/{}/tasks", folder.folder));
        alena.send(&tasks, &tasks.address("/folders/", "/reopening"), &[]).must_be(303);
        alena.see("/tasks").must_say("Zavolat na úřad práce");
    }
}

#[test]
fn a_task_without_anybody_or_without_a_term_is_refused() {
    let town = Town::in_a_file();
    let folder = klara(&town);
    let house = town.at(MOMENT);
    let alena = house.worker("prikladna");
    let sentence = "Úkol musí mít odpovědnou osobu a termín.";
    set(&alena, folder, "Zavolat", "", "5. 3.").must_be(422).must_say(sentence);
    set(&alena, folder, "Zavolat", "key_worker", "").must_be(422).must_say(sentence);
    set(&alena, folder, "Zavolat", "key_worker", "2. 3. 2026").must_be(422).must_say("Tento den už minul");
    let vozik = worker("vozik").to_string();
    set(&alena, folder, "Zavolat", &vozik, "5. 3.").must_be(422).must_say(sentence);
}

#[test]
fn nothing_is_given_to_a_worker_whose_cooperation_is_limited() {
    let town = Town::in_a_file();
    let folder = klara(&town);
    town.plant_assignment(folder, "ukazka", false);
    town.plant_exclusion(folder, "ukazka");
    let house = town.at(MOMENT);
    let alena = house.worker("prikladna");
    let bohdan = worker("ukazka").to_string();
    let limited = "Spolupráce s tímto pracovníkem je v případu omezena. Vyberte někoho jiného.";
    set(&alena, folder, "Zavolat", &bohdan, "5. 3.").must_be(422).must_say(limited);
    let page = format!("/folders/{}/appointments/new", folder.folder);
    let action = format!("/folders/{}/appointments", folder.folder);
    let typed = [("kind", "visit"), ("day", "4. 3."), ("time", "9:00"), ("minutes", "60"), ("who", bohdan.as_str())];
    alena.fill(&page, &action, &typed).must_be(422).must_say(limited);
}

#[test]
fn a_task_that_waits_for_a_deed_is_closed_by_hand_only_with_a_reason() {
    let town = Town::in_a_file();
    let folder = klara(&town);
    plant_task(&town, folder, "r029", "Zhodnocení případu", false, "2026-03-10");
    let house = town.at(MOMENT);
    let alena = house.worker("prikladna");
    let day = alena.see("/");
    day.must_say("Zájemci bez zhodnocení").must_say("Zhodnocení případu").must_say("za 7 dní");
    let page = day.address("/folders/", "/done");
    alena.fill(&page, &page, &[("note", "")]).must_be(422).must_say("Napište, proč ho uzavíráte ručně");
    alena.fill(&page, &page, &[("note", "Paní si to rozmyslela.")]).must_be(303);
    alena.see("/tasks?of=done").must_say("Paní si to rozmyslela.");
}

#[test]
fn a_task_finished_by_somebody_faster_is_not_finished_twice() {
    let town = Town::in_a_file();
    let folder = klara(&town);
    let house = town.at(MOMENT);
    let (alena, olga) = (house.worker("prikladna"), house.worker("rozvazna"));
    set(&alena, folder, "Zavolat", "key_worker", "5. 3.").must_be(303);
    let seen = olga.see(&format!("/folders/{}/tasks", folder.folder));
    let action = seen.address("/folders/", "/done");
    alena.fill("/", &action, &[]).must_be(303);
    olga.send(&seen, &action, &[]).must_be(409).must_say("Záznam mezitím upravil někdo jiný");
}

#[test]
fn only_a_legal_deadline_is_red_and_it_stands_first() {
    let town = Town::in_a_file();
    let folder = klara(&town);
    plant_task(&town, folder, "", "Podat odvolání", true, "2026-03-04");
    plant_task(&town, folder, "", "Koupit známky", false, "2026-03-01");
    let house = town.at(MOMENT);
    let day = house.worker("prikladna").see("/");
    day.must_say("Lhůta zítra: Podat odvolání – Klára Vzorná").must_say("po termínu");
    assert_eq!(day.body().matches("bar bad").count(), 1);
    assert_eq!(day.body().matches("badge bad").count(), 0);
}

#[test]
fn a_planned_visit_is_written_down_from_the_day_in_one_step_and_a_past_one_is_no_plan() {
    for town in Town::everywhere() {
        let folder = klara(&town);
        let house = town.at("2026-03-02T08:00");
        let alena = house.worker("prikladna");
        let page = format!("/folders/{}/appointments/new", folder.folder);
        let action = format!("/folders/{}/appointments", folder.folder);
        let me = worker("prikladna").to_string();
        let visit = [("kind", "visit"), ("who", me.as_str())];
        let typed =
            [&visit[..], &[("day", "3. 3."), ("time", "15:00"), ("minutes", "1 h"), ("note", "u paní doma")]].concat();
        alena.fill(&page, &action, &typed).must_be(303);
        let past = [&visit[..], &[("day", "2. 3. 2026"), ("time", "7:00"), ("minutes", "60")]].concat();
        alena.fill(&page, &action, &past).must_be(422).must_say("Tento čas už minul");
        drop(house);
        let house = town.at(MOMENT);
        let alena = house.worker("prikladna");
        let day = alena.see("/");
        day.must_say("15:00").must_say("návštěva · 1 h · u paní doma").must_say("Zapsat");
        assert!(day.address("/folders/", "").starts_with("/folders/"));
        assert!(day.body().contains("/records/new?appointment="), "{}", day.body());
        let first = format!("/folders/{}", folder.folder);
        alena.see(&first).must_say("Domluvené schůzky").must_say("út 3. 3. 2026 15:00 · 1 h");
        let planned = alena.see(&format!("/folders/{}/tasks", folder.folder));
        alena.send(&planned, &planned.address("/folders/", "/cancellation"), &[]).must_be(303);
        alena.see("/").must_say("Na dnešek nic naplánovaného.");
        alena.see(&first).must_not_say("Domluvené schůzky");
    }
}

#[test]
fn yesterdays_visit_without_a_record_is_left_to_be_written() {
    let town = Town::in_a_file();
    let folder = klara(&town);
    let house = town.at("2026-03-02T08:00");
    let alena = house.worker("prikladna");
    let me = worker("prikladna").to_string();
    let typed = [("kind", "visit"), ("day", "2. 3."), ("time", "15:00"), ("minutes", "60"), ("who", me.as_str())];
    let (page, action) =
        (format!("/folders/{}/appointments/new", folder.folder), format!("/folders/{}/appointments", folder.folder));
    alena.fill(&page, &action, &typed).must_be(303);
    drop(house);
    let house = town.at(MOMENT);
    let day = house.worker("prikladna").see("/");
    day.must_say("Na dnešek nic naplánovaného.")
        .must_say("Klára Vzorná po 2. 3. 2026 15:00")
        .must_not_say("Všechno dopsáno");
}

#[test]
fn what_is_to_be_done_vanishes_with_the_exclusion() {
    let town = Town::in_a_file();
    let folder = klara(&town);
    let house = town.at(MOMENT);
    let alena = house.worker("prikladna");
    set(&alena, folder, "Zavolat na úřad práce", "key_worker", "5. 3.").must_be(303);
    alena.see("/").must_say("Klára Vzorná");
    town.plant_exclusion(folder, "prikladna");
    for page in ["/", "/tasks", "/tasks?of=service", "/tasks?of=done"] {
        alena.see(page).must_be(200).must_not_say("Vzorná").must_not_say("Zavolat");
    }
    alena.see(&format!("/folders/{}/tasks", folder.folder)).must_be(404);
}

#[test]
fn an_offered_case_stands_on_the_day_of_whoever_is_to_take_it() {
    let town = Town::in_a_file();
    let folder = klara(&town);
    town.plant_handover(folder, "prikladna", "cvicny");
    let house = town.at(MOMENT);
    house.worker("cvicny").see("/").must_say("Předání čekají na vás").must_say("předává Alena Příkladná");
    house.worker("ukazka").see("/").must_not_say("Předání čekají na vás");
}

#[test]
fn a_peer_mentor_sees_whom_he_accompanies_and_no_queues() {
    let town = Town::in_a_file();
    let folder = town.plant_folder(9002, PM, "Milan", "Vzorný", "kolecko");
    town.plant_key_worker(folder, "kolecko");
    town.plant_assignment(folder, "vozik", true);
    let other = town.plant_folder(9003, PM, "Petr", "Cizí", "kolecko");
    town.plant_key_worker(other, "kolecko");
    let house = town.at(MOMENT);
    let day = house.worker("vozik").see("/");
    day.must_be(200).must_say("Koho doprovázíte").must_say("Milan Vzorný").must_not_say("Cizí");
    day.must_not_say("Souhlasy a zhodnocení");
}

#[test]
fn an_empty_day_says_so_and_a_mandate_has_pages_of_its_own() {
    let town = Town::in_a_file();
    let house = town.at("2026-03-03T08:00");
    let day = house.worker("prikladna").see("/");
    day.must_say("Dobré ráno").must_say("úterý 3. března 2026").must_say("Všechno dopsáno.");
    day.must_say("Tento týden nemáte žádný úkol.");
    assert_eq!(day.body().matches("<h1").count(), 1);
    assert_eq!(house.worker("dohlizna").see("/").location, "/more");
}

fn plant_task(town: &Town, folder: Planted, rule: &str, what: &str, is_legal: bool, due_on: &str) {
    let row = [
        ("id", Value::from(named(what))),
        ("service_id", Value::from(folder.service)),
        ("folder_id", Value::from(folder.folder)),
        ("worker_id", Value::from(worker("prikladna"))),
        ("recorded_by", Value::from(worker("prikladna"))),
        ("what", Value::from(what)),
        ("due_on", Value::from(due_on)),
        ("is_legal_deadline", Value::from(is_legal)),
        ("origin", Value::from(if rule.is_empty() { "by_hand" } else { "intro_consultation" })),
        ("rule", Value::from(rule)),
    ];
    town.plant_row("task", &row);
}
