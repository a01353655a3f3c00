//! Finding a client in the list, reading the first page of a folder, its head.

use crate::common::{KLARA, Planted, Town, stage};

fn named<'a>(given: &'a str, family: &'a str) -> Planted<'a> {
    Planted { given, family, ..KLARA }
}

#[test]
fn clients_stand_in_czech_order_and_the_list_goes_on_by_fifty() {
    for town in Town::everywhere() {
        let families: Vec<String> = (0..60).map(|number| format!("Modelová {number:02}")).collect();
        let mut people: Vec<Planted> = families.iter().map(|family| named("Eva", family)).collect();
        people.extend([named("Iva", "Čápová"), named("Iva", "Chalupová"), named("Iva", "Horáková"), named("Iva", "")]);
        town.planted(&people);
        let house = town.at("2026-03-03T14:00");
        let alena = house.worker("prikladna");
        let first = alena.see("/folders");
        first.must_be(200).must_say("Horáková Iva").must_not_say("Předchozí");
        let text = first.text();
        let place = |name: &str| text.find(name).unwrap_or_else(|| panic!("{name}: {text}"));
        assert!(place("Čápová") < place("Horáková") && place("Horáková") < place("Chalupová"), "{text}");
        let second = alena.see(&first.address("/folders?", ""));
        second.must_say("Modelová 59").must_say("Předchozí").must_not_say("Další").must_not_say("Čápová");
        let again = alena.see(&second.address("/folders?", ""));
        assert_eq!(again.text(), first.text(), "back is where one came from");
    }
}

#[test]
fn of_a_colleagues_client_only_the_name_and_the_key_worker_are_listed() {
    for town in Town::everywhere() {
        let folders = town
            .planted(&[KLARA, Planted { key_worker: "ukazka", agreement_on: "2026-03-02", ..named("Petr", "Cizí") }]);
        let house = town.at("2026-03-03T14:00");
        let alena = house.worker("prikladna");
        let list = alena.see("/folders");
        list.must_say("Cizí Petr").must_say("Bohdan Ukázka").must_not_say("2026/0002");
        assert!(list.body().contains(&folders[0]) && !list.body().contains(&folders[1]));
        alena.see(&folders[1]).must_be(403).must_say("Do této složky nemáte přístup");
        alena.see("/folders?status=client").must_not_say("Cizí");
        alena.see("/folders?worker=me").must_say("Vzorná Klára").must_not_say("Cizí");
        house.worker("rozvazna").see("/folders?status=client").must_say("Cizí Petr").must_not_say("Vzorná");
        house.worker("poradna").see("/folders").must_say("Zkušební Hynek").must_not_say("Vzorná").must_not_say("Cizí");
        house.worker("pomocny").see("/folders").must_be(404);
    }
}

#[test]
fn the_head_of_a_folder_says_who_she_is_and_what_she_is_to_the_service() {
    for town in Town::everywhere() {
        let client = Planted { agreement_on: "2026-03-16", ..KLARA };
        let folder = town.planted(&[client]).remove(0);
        let before = town.at("2026-03-10T14:00");
        let page = before.worker("prikladna").see(&folder);
        page.must_be(200).must_say("Klára Vzorná").must_say("602 123 456").must_say("Mgr. Alena Příkladná");
        page.must_say("Složku vidíte, protože jste klíčový pracovník.").must_say("Nový kontakt").must_say("Další akce");
        page.must_say("Zakázka zatím není sjednaná.").must_say("Následuje úvodní konzultace");
        assert!(page.body().contains("tel:+420602123456"));
        drop(before);
        let after = town.at("2026-03-20T14:00");
        let alena = after.worker("prikladna");
        alena.see(&folder).must_say("Klientka od 16. 3. 2026").must_say("Kdo nahlížel");
        let past = alena.see(&format!("{folder}?as_of=2026-03-10"));
        past.must_say("Stav k 10. 3. 2026.").must_not_say("Klientka od").must_not_say("Další akce");
        alena.see(&format!("{folder}?as_of=2026-02-10")).must_be(404);
    }
}

#[test]
fn the_sex_of_a_client_decides_the_word_and_an_unknown_one_says_both() {
    let town = Town::in_a_file();
    let signed = |sex| Planted { sex, agreement_on: "2026-03-16", ..KLARA };
    let folders = town.planted(&[signed("male"), signed("")]);
    let house = town.at("2026-03-20T14:00");
    let alena = house.worker("prikladna");
    alena.see(&folders[0]).must_say("Klient od 16. 3. 2026");
    alena.see(&folders[1]).must_say("Klient/ka od 16. 3. 2026");
}

/// Where a page leads inside the folders.
fn links(body: &str) -> Vec<String> {
    let all = body.split("href=\"").skip(1).filter_map(|rest| rest.split('"').next());
    let mut links: Vec<String> =
        all.filter(|link| link.starts_with("/folders")).map(|link| link.replace("&#38;", "&")).collect();
    links.sort();
    links.dedup();
    links
}

#[test]
fn every_way_on_from_a_folder_leads_somewhere() {
    let town = Town::in_a_file();
    let folders = town.planted(&[KLARA, Planted { agreement_on: "2026-03-16", ..KLARA }]);
    let house = town.at("2026-03-20T14:00");
    let alena = house.worker("prikladna");
    let mut broken = Vec::new();
    for folder in &folders {
        let all = links(&alena.see(folder).body());
        broken.extend(all.into_iter().filter(|link| !matches!(alena.see(link).status, 200 | 303 | 403)));
    }
    assert_eq!(broken, [""; 0], "these links lead nowhere");
}

#[test]
fn a_mentor_reads_the_name_the_contact_and_the_commission_and_nothing_of_the_status() {
    for town in Town::everywhere() {
        let marek =
            stage::Caller { given: "Marek", family: "Vymyšlený", service: klubko::town::PM, taken_by: "rampova" };
        let folder = stage::folder(&town, &marek, "2026-03-03T10:00", Some("2026-03-03T11:00"));
        let house = town.at("2026-03-10T12:00");
        let (radka, jan) = (house.worker("souhrnna"), house.worker("vozik"));
        jan.see("/folders").must_be(200).must_not_say("Vymyšlený");
        let mentor = crate::common::worker("vozik").to_string();
        let typed = [("worker", mentor.as_str()), ("from", "10. 3. 2026"), ("why", "vlastní zkušenost s vozíkem")];
        radka.fill(&format!("{folder}/assignments/new"), &format!("{folder}/assignments"), &typed).must_be(303);
        let page = jan.see(&folder);
        page.must_be(200).must_say("Marek Vymyšlený").must_say("Zakázka zatím není sjednaná.");
        page.must_say("Vidíte to, co potřebuje mentor klienta.")
            .must_not_say("Zájemce")
            .must_not_say("Čeká na zhodnocení");
        page.must_not_say("Poslední dění")
            .must_not_say("Další akce")
            .must_not_say("Kdo nahlížel")
            .must_not_say("Souhlasy");
        let list = jan.see("/folders");
        list.must_say("Vymyšlený Marek").must_not_say("Stav").must_not_say("Zájemce").must_not_say("Naposledy");
        jan.see(&format!("{folder}/data")).must_be(403);
        radka.see(&folder).must_say("Čeká na zhodnocení").must_say("Jan Vozík peer mentor");
    }
}

#[test]
fn the_journal_keeps_the_names_of_filters_and_nothing_that_was_typed_into_them() {
    for town in Town::everywhere() {
        let house = town.at("2026-03-03T09:00");
        house.worker("prikladna").see("/folders?status=closed&q=Tajn%C3%A1&Tajna=1").must_be(200);
        assert_eq!(town.count("select count(*) as n from journal where section like '%Taj%'"), 0);
        assert_eq!(town.count("select count(*) as n from journal where section = 'q,status'"), 1);
    }
}
