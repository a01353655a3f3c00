//! No journal, no data: every page about a folder leaves an entry, one in a quarter of an hour.

use super::common::Town;
use super::common::plant::{MOMENT, worker};
use super::scene::{Scene, address, pages};
use klubko::kernel::db::Connection;
use klubko::kernel::id::FolderId;
use klubko::params;
use rules::access::{Act, Scope};

const LOOKS: &str = "
    select count(*) as n from journal j join worker_pseudonym y on y.pseudonym = j.actor
     where y.worker_id = $1 and j.concerns_id = $2 and j.act = $3 and j.decision = $4";

fn entries(town: &Town, login: &str, folder: FolderId, act: Act, decision: &str) -> i64 {
    klubko::record! { struct Counted { n: i64 } }
    let reader = Connection::open_reader(&town.place).unwrap();
    let values = params![worker(login), folder, act, decision];
    let counted: Vec<Counted> = reader.read(|unit| unit.all(LOOKS, values)).unwrap().unwrap();
    counted.first().map_or(0, |counted| counted.n)
}

#[test]
fn every_page_about_a_folder_leaves_one_entry_in_a_quarter_of_an_hour() {
    let scene = Scene::set();
    let about_folders: Vec<_> = pages().into_iter().filter(|route| route.act().scope() == Scope::Folder).collect();
    for (moment, expected) in [(MOMENT, 1), ("2026-03-03T14:40", 2)] {
        let house = scene.town.at(moment);
        let alena = house.worker("prikladna");
        for route in &about_folders {
            for _ in 0..2 {
                alena.see(&address(route, &scene.mine));
            }
        }
        for route in &about_folders {
            let found = entries(&scene.town, "prikladna", scene.mine.folder, route.act(), "granted");
            assert_eq!(found, expected, "{} ({:?})", route.path(), route.act());
        }
    }
}

#[test]
fn a_refusal_leaves_an_entry_too() {
    let scene = Scene::set();
    let house = scene.town.at(MOMENT);
    let alena = house.worker("prikladna");
    for folder in [scene.elsewhere, scene.limited] {
        alena.see(&format!("/folders/{}/tasks", folder.folder)).must_be(404);
        assert_eq!(entries(&scene.town, "prikladna", folder.folder, Act::SeeFolderTasks, "denied"), 1);
    }
}
