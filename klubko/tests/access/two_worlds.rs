//! Two towns, equal but for folders that Alena may not see. She asks both the same, and hears the same to the letter: every
//! page once, then two hundred walks at random, two thousand with `KLUBKO_LONG=1`.

use super::common::Worker;
use super::common::chance::Chance;
use super::common::plant::MOMENT;
use super::scene::{Scene, address, masked, pages};
use rules::access::Scope;

const CONTACT: &[(&str, &str)] = &[
    ("channel", "phone"),
    ("day", "3. 3. 2026"),
    ("time", "9:00"),
    ("given_name", "Jitka"),
    ("family_name", "Pokusná"),
    ("sex", "female"),
    ("asked", "Chce podat návrh na výživné."),
];

/// What she asks: every page, her own folder, searches that would find somebody hidden, a new folder, a task.
fn ask(scene: &Scene, alena: &Worker<'_>) -> Vec<(String, String)> {
    let mut addresses: Vec<String> = pages().iter().map(|route| address(route, &scene.mine)).collect();
    let searches = ["Zz", "Zzelsewherejmeno", "Zzlimited", "2026/9002", "2026/8999", "8999", "nikdo"];
    addresses.extend(searches.map(|words| format!("/search?q={words}")));
    addresses.extend(["/folders?of=service", "/tasks?of=service", "/tasks?of=done", "/drafts"].map(str::to_owned));
    let mut heard: Vec<(String, String)> = addresses.iter().map(|one| (one.clone(), masked(&alena.see(one)))).collect();
    let taken = alena.fill("/first-contacts/new", "/first-contacts", CONTACT);
    heard.push(("first contact".to_owned(), masked(&taken)));
    heard.push(("the new folder".to_owned(), masked(&alena.see(&taken.location))));
    heard.push(("first contacts".to_owned(), masked(&alena.see("/first-contacts"))));
    let tasks = format!("/folders/{}/tasks", scene.mine.folder);
    let set = alena.fill(&tasks, &tasks, &[("what", "Zavolat"), ("who", "key_worker"), ("due", "5. 3.")]);
    heard.push(("a task".to_owned(), masked(&set)));
    heard.push(("my day".to_owned(), masked(&alena.see("/"))));
    heard
}

#[test]
fn what_alena_may_not_see_changes_nothing_that_she_hears() {
    let (plain, fuller) = (Scene::with_hidden(false), Scene::with_hidden(true));
    let (house, other_house) = (plain.town.at(MOMENT), fuller.town.at(MOMENT));
    let here = ask(&plain, &house.worker("prikladna"));
    let there = ask(&fuller, &other_house.worker("prikladna"));
    for ((address, heard), (_, heard_there)) in here.iter().zip(&there) {
        assert_eq!(heard, heard_there, "the two worlds differ at {address}");
    }
    assert!(here.len() > pages().iter().filter(|route| route.act().scope() == Scope::Folder).count());
}

fn walks() -> usize {
    if std::env::var_os("KLUBKO_LONG").is_some() { 2_000 } else { 200 }
}

const NAMES: &[&str] = &["Zz", "Zzelsewherejmeno", "Zzlimitedjmeno", "Zzmine", "2026/9002", "8999", "nikdo", "a"];
const LISTS: &[&str] = &["/", "/folders", "/folders?of=service", "/tasks?of=service", "/tasks?of=done", "/drafts"];
const TASKS: &[&str] = &["Zavolat", "Zzlimited", "Napsat škole", ""];

/// One thing that she might do next: look at a page, search, set a task, write down a contact.
fn a_step(scene: &Scene, alena: &Worker<'_>, chance: &mut Chance) -> (String, String) {
    let routes = pages();
    match chance.below(10) {
        0..=4 => {
            let address = address(chance.one_of(&routes), &scene.mine);
            (address.clone(), masked(&alena.see(&address)))
        }
        5 | 6 => {
            let address = format!("/search?q={}", chance.one_of(NAMES));
            (address.clone(), masked(&alena.see(&address)))
        }
        7 => {
            let address = *chance.one_of(LISTS);
            (address.to_owned(), masked(&alena.see(address)))
        }
        8 => {
            let tasks = format!("/folders/{}/tasks", scene.mine.folder);
            let typed = [("what", *chance.one_of(TASKS)), ("who", "key_worker"), ("due", "5. 3.")];
            ("a task".to_owned(), masked(&alena.fill(&tasks, &tasks, &typed)))
        }
        _ => {
            let family = format!("{}{}", chance.one_of(NAMES), chance.below(3));
            let not_named = CONTACT.iter().filter(|(name, _)| *name != "family_name").copied();
            let typed: Vec<_> = not_named.chain([("family_name", family.as_str())]).collect();
            (format!("{family} calls"), masked(&alena.fill("/first-contacts/new", "/first-contacts", &typed)))
        }
    }
}

#[test]
fn whatever_alena_does_one_after_another_both_towns_answer_alike() {
    const STEPS: usize = 5;
    let (plain, fuller) = (Scene::with_hidden(false), Scene::with_hidden(true));
    let (house, other_house) = (plain.town.at(MOMENT), fuller.town.at(MOMENT));
    let (here, there) = (house.worker("prikladna"), other_house.worker("prikladna"));
    let (mut chance, mut other) = Chance::twins();
    let began = klubko::kernel::clock::moment(MOMENT.parse().unwrap());
    for walk in 0..walks() {
        for step in 0..STEPS {
            // Rows of one moment have no order of their own.
            let now = began + (walk * STEPS + step) as i64 * 20;
            house.set_clock(now);
            other_house.set_clock(now);
            let (what, heard) = a_step(&plain, &here, &mut chance);
            let (_, heard_there) = a_step(&fuller, &there, &mut other);
            assert_eq!(heard, heard_there, "the two worlds differ in walk {walk}, step {step}: {what}");
        }
    }
}

#[test]
fn the_mask_hides_ids_and_nothing_else() {
    let scene = Scene::with_hidden(false);
    let house = scene.town.at(MOMENT);
    let page = masked(&house.worker("prikladna").see(&format!("/folders/{}/tasks", scene.mine.folder)));
    assert!(page.contains("/folders/(id)/tasks") && page.contains("Zzmine"), "{page}");
}
