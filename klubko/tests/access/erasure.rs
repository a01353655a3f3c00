//! Erased texts leave the chain whole, and only an erasure that testifies to itself does (03-journal; GDPR art. 5, 17).

use super::common::Town;
use super::common::erasing::{GROUND, erase_person};
use super::common::klara::set_task;
use super::common::plant::worker;
use klubko::journal::console::erase_searches;
use klubko::kernel::clock;
use klubko::kernel::journal::Found;
use klubko::town::JAVORINKA;

/// Alena looks at Klára and Hana, searches for both, and writes about both.
fn town() -> (Town, Vec<String>) {
    two(Town::in_a_file())
}

fn two(town: Town) -> (Town, Vec<String>) {
    let named = [("Klára", "Vzorná"), ("Hana", "Ukázněná")].into_iter().zip(9001..);
    let folders = named.map(|((given, family), n)| {
        let planted = town.plant_folder(n, JAVORINKA, given, family, "zkusma");
        town.plant_key_worker(planted, "prikladna");
        format!("/folders/{}", planted.folder)
    });
    let folders: Vec<String> = folders.collect();
    let house = town.at("2026-03-03T14:00");
    let alena = house.worker("prikladna");
    for folder in &folders {
        alena.see(folder).must_be(200);
        set_task(&alena, folder, &worker("prikladna").to_string(), "zavolat").must_be(303);
    }
    for typed in ["vzorn%C3%A1", "Uk%C3%A1zn%C4%9Bn%C3%A1+hana", "nov%C3%A1k"] {
        alena.see(&format!("/search?q={typed}")).must_be(200);
    }
    drop(house);
    (town, folders)
}

const TEXTS: &str = "select count(*) as n from journal where text <> ''";
const OF_KLARA: &str = "
    select count(*) as n from journal j join folder_pseudonym y on y.pseudonym = j.person
      join person_version p on p.folder_id = y.folder_id where p.family_name = 'Vzorná' and j.text <> ''";

fn sound(town: &Town) -> bool {
    matches!(town.verify(), Found::Sound { .. })
}

#[test]
fn klaras_texts_and_the_searches_that_find_her_go_and_the_chain_holds() {
    for empty in Town::everywhere() {
        let (town, folders) = two(empty);
        let (before, hers) = (town.count(TEXTS), town.count(OF_KLARA));
        assert!(hers > 0 && sound(&town));
        let house = town.at("2026-03-10T09:00");
        let olga = house.worker("prikladna");
        assert_eq!(erase_person(&house, &olga, &folders[0]), hers.unsigned_abs() + 1);
        assert!(sound(&town), "{:?}", town.verify());
        let signed_in = 1;
        assert_eq!(town.count(TEXTS), before + signed_in - hers - 1);
        const LEFT: &str = "select count(*) as n from journal where text in ('Ukázněná hana', 'novák')";
        assert_eq!(town.count(LEFT), 2);
        const SAID: &str = "select count(*) as n from journal where decision = 'erased' and ground = 'čl. 17 GDPR'
                              and person is not null and text = '' and section <> ''";
        assert_eq!((town.count(SAID), GROUND), (1, "čl. 17 GDPR"));
        assert_eq!(town.count(OF_KLARA), 0, "her pseudonym is nobody's");
        house.worker("dohlizna").see("/journal?decision=erased").must_say("text vymazán").must_say(GROUND);
    }
}

#[test]
fn old_searches_lose_their_text_and_young_ones_keep_it() {
    for empty in Town::everywhere() {
        let (town, _) = two(empty);
        let house = town.at("2026-05-04T09:00");
        house.worker("prikladna").see("/search?q=dvorn%C3%BD").must_be(200);
        let before = clock::moment("2026-05-01T00:00".parse().unwrap());
        assert_eq!(house.wait(erase_searches(&house.pool, before)), Some(3));
        assert_eq!(house.wait(erase_searches(&house.pool, before)), Some(0), "the second time nothing is left");
        const LEFT: &str = "select count(*) as n from journal where decision = 'searched' and text <> ''";
        const ERASED: &str = "select count(*) as n from journal where decision = 'erased'";
        assert_eq!((town.count(LEFT), town.count(ERASED)), (1, 1));
        assert!(sound(&town), "{:?}", town.verify());
    }
}

#[test]
fn what_was_erased_without_a_word_is_found_beside_what_was_erased_lawfully() {
    const HANAS: &str = "update journal set text = '', salt = x'' where seq = (select min(seq) from journal
                          where decision = 'done' and text <> '' and person is not null)";
    const DVORNY: &str = "update journal set text = '', salt = x'' where text = 'dvorný'";
    const OF_HANA: &str =
        "select min(seq) as n from journal where decision = 'done' and text <> '' and person is not null";
    const OF_DVORNY: &str = "select seq as n from journal where text = 'dvorný'";
    for (seq, unlawful) in [(OF_HANA, HANAS), (OF_DVORNY, DVORNY)] {
        let (town, folders) = town();
        let house = town.at("2026-05-04T09:00");
        let alena = house.worker("prikladna");
        erase_person(&house, &alena, &folders[0]);
        alena.see("/search?q=dvorn%C3%BD").must_be(200);
        house.wait(erase_searches(&house.pool, clock::moment("2026-05-01T00:00".parse().unwrap())));
        assert!(sound(&town), "{:?}", town.verify());
        let seq = town.count(seq);
        town.tamper(unlawful);
        assert_eq!(town.verify(), Found::Bad { seq, why: "its text was erased and no later entry says so" });
    }
}
