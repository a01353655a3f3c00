//! Two towns, equal but for folders that Alena may not see. She asks both the same, and hears the same to the letter.

use super::common::Worker;
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

#[test]
fn the_mask_hides_ids_and_nothing_else() {
    let scene = Scene::with_hidden(false);
    let house = scene.town.at(MOMENT);
    let page = masked(&house.worker("prikladna").see(&format!("/folders/{}/tasks", scene.mine.folder)));
    assert!(page.contains("/folders/(id)/tasks") && page.contains("Zzmine"), "{page}");
}
