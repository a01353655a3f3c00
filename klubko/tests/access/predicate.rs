//! The predicate of lists says the same as the policy: every tie made real by rows, for every kind of worker.

use super::common::Town;
use super::common::plant::{MOMENT, Planted, worker};
use klubko::kernel::id::ServiceId;
use klubko::kernel::value::Value;
use klubko::town::{self, JAVORINKA, OSP, PM};
use rules::access::{Listed, Subject, Tie, listed};
use rules::coded::Coded;

/// Everybody of the proof, with the colleague who holds the cases and the one who is away.
const VIEWERS: &[(&str, ServiceId, &str, &str)] = &[
    ("prikladna", JAVORINKA, "cvicny", "ukazka"),
    ("peclivy", JAVORINKA, "cvicny", "ukazka"),
    ("cvicny", JAVORINKA, "prikladna", "ukazka"),
    ("vozik", PM, "kolecko", "rampova"),
];

fn name(tie: Tie) -> String {
    format!("Zz{}", tie.code().replace('_', ""))
}

/// A folder to which the viewer is tied so and not otherwise.
fn make(town: &Town, tie: Tie, n: i64, (login, service, holder, away): (&str, ServiceId, &str, &str)) {
    let is_here = !matches!(tie, Tie::OtherService | Tie::Inspection);
    let service = if is_here { service } else { OSP };
    let opened_by = if tie == Tie::Intake { login } else { holder };
    let one = town.plant_folder(n, service, "Jmeno", &name(tie), opened_by);
    let held_by = match tie {
        Tie::KeyWorker => Some(login),
        Tie::Substitute => Some(away),
        Tie::Intake => None,
        _ => Some(holder),
    };
    if let Some(held_by) = held_by {
        town.plant_key_worker(one, held_by);
    }
    match tie {
        Tie::Excluded => town.plant_exclusion(one, login),
        Tie::ServiceHead => town.plant_deputy(one, login),
        Tie::Assigned => town.plant_assignment(one, login, false),
        Tie::Mentor => town.plant_assignment(one, login, true),
        Tie::HandoverAddressee => drop(town.plant_handover(one, holder, login)),
        Tie::Inspection => drop(town.plant_inspection(one, login, ("2026-02-01", "2026-12-31"))),
        Tie::KeyWorker | Tie::Substitute | Tie::Intake | Tie::SameService | Tie::OtherService => {}
    }
    plant_task(town, &one, tie);
}

fn plant_task(town: &Town, one: &Planted, tie: Tie) {
    let what = format!("úkol {}", name(tie));
    let row = [
        ("id", Value::from(one.thread)),
        ("service_id", Value::from(one.service)),
        ("folder_id", Value::from(one.folder)),
        ("position", Value::from("key_worker")),
        ("what", Value::from(&what)),
        ("origin", Value::from("by_hand")),
        ("recorded_by", Value::from(worker("zkusma"))),
    ];
    town.plant_row("task", &row);
}

fn subject(login: &str) -> Subject {
    let person = town::PEOPLE.iter().find(|person| person.login() == login).unwrap();
    Subject::from_code(person.profession.unwrap().code()).unwrap()
}

fn prove(viewer: (&str, ServiceId, &str, &str), sees_names: bool) {
    let town = Town::in_a_file();
    let (login, service, _, away) = viewer;
    for (n, tie) in Tie::ALL.iter().enumerate() {
        make(&town, *tie, 9001 + n as i64, viewer);
    }
    town.plant_substitution(service, away, login);
    if !sees_names {
        let setting =
            [("service_id", service.into()), ("key", "same_service_sees_name".into()), ("value", "no".into())];
        town.plant_row("service_setting", &setting);
    }
    let house = town.at(MOMENT);
    let who = house.worker(login);
    let tasks = who.see("/tasks?of=service");
    for tie in Tie::ALL {
        let expected = listed(subject(login), *tie, sees_names);
        let found = who.see(&format!("/search?q={}", name(*tie)));
        let (is_named, is_opened) = (found.says(&format!("{} Jmeno", name(*tie))), found.body().contains("/folders/"));
        let seen = match (is_named, found.body().contains("class=\"t\" href=\"/folders/")) {
            (false, _) => Listed::No,
            (true, false) => Listed::NameOnly,
            (true, true) => Listed::Fully,
        };
        assert_eq!(seen, expected, "{login} searches for {tie:?} (names: {sees_names}, link: {is_opened})");
        let has_task = tasks.says(&format!("úkol {}", name(*tie)));
        assert_eq!(has_task, expected == Listed::Fully, "{login} and a task of {tie:?}");
    }
}

#[test]
fn lists_show_exactly_what_the_policy_lists() {
    for viewer in VIEWERS {
        prove(*viewer, true);
        prove(*viewer, false);
    }
}
