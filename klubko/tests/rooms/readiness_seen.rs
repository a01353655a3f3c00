//! Who sees the readiness and of when: a past day, an ended cooperation, an inspection, the head's page over the service, the
//! wording of the criteria; and what its texts never say.

use super::inspection::open;
use super::readiness::klara;
use crate::common::course::{self, client};
use crate::common::podhuri::fill;
use crate::common::readiness::{follow_all, gaps, state};
use crate::common::{Heard, Town};
use std::path::Path;

const TODAY: &str = "2026-03-20T09:00";

#[test]
fn a_past_day_is_judged_by_what_was_known_then_and_leads_to_where_it_is_read() {
    for town in Town::everywhere() {
        let klara = klara(&town);
        let house = town.at(TODAY);
        let alena = house.worker("prikladna");
        let needs = [("part", "needs"), ("need", "Domluvit péči."), ("wish", "Mít klid.")];
        fill(&alena, &klara.page(""), "negotiation/edit?part=needs", &needs).must_be(303);
        assert_eq!(state(&alena.see(&klara.page("/readiness")), "1b"), "splněno");
        let past = alena.see(&klara.page("/readiness?as_of=18.+3.+2026"));
        past.must_be(200).must_say("Stav k 18. 3. 2026.");
        assert_eq!(state(&past, "1b"), "chybí");
        assert!(gaps(&past).iter().all(|(_, address)| address.contains("?as_of=2026-03-18#")), "{:?}", gaps(&past));
        follow_all(&alena, &past);
        let earlier = alena.see(&klara.page("/readiness?as_of=10.+3.+2026"));
        earlier.must_say("Zatím se složky žádné kritérium netýká.");
    }
}

#[test]
fn an_ended_cooperation_says_how_long_it_is_kept_and_offers_nothing_to_fill_in() {
    for town in Town::everywhere() {
        let klara = klara(&town);
        let house = town.at(TODAY);
        let alena = house.worker("prikladna");
        let why = [("reason", "loss_of_contact"), ("explanation", "Odstěhovala se.")];
        crate::common::planning::close_all(&alena, &klara.page(""), &why).must_be(303);
        let page = alena.see(&klara.page("/readiness"));
        assert_eq!(["6c", "5c", "5d"].map(|code| state(&page, code)), ["splněno", "netýká se", "netýká se"]);
        assert!(gaps(&page).iter().all(|(_, address)| !address.contains("#f-")), "{:?}", gaps(&page));
        follow_all(&alena, &page);
        town.tamper("update case_closure set retention_class = ''");
        let page = alena.see(&klara.page("/readiness"));
        assert_eq!(state(&page, "6c"), "chybí");
        follow_all(&alena, &page);
    }
}

#[test]
fn an_inspection_reads_it_as_of_its_day_and_takes_none_away_on_paper() {
    for town in Town::everywhere() {
        let klara = klara(&town);
        let house = town.at(TODAY);
        open(&house.worker("rozvazna"), &klara, &[]).must_be(303);
        let karel = house.worker("proverujici");
        karel.see(&klara.page("")).must_say("Zkontrolovat");
        let page = karel.see(&klara.page("/readiness"));
        page.must_be(200).must_say("Stav k 17. 3. 2026.").must_not_say("Vytisknout");
        assert!(gaps(&page).len() > 10);
        follow_all(&karel, &page);
        karel.see(&klara.page("/readiness.pdf")).must_be(403);
        karel.see("/readiness").must_be(404);
        house.worker("kolecko").see(&klara.page("/readiness")).must_be(404);
    }
}

/// The numbers of a criterion on the head's page: ready, missing, not concerned.
fn numbers(page: &Heard, code: &str) -> [String; 3] {
    let body = page.body();
    let line = body.split("<li>").find(|line| line.contains(&format!("<span class=\"t\">{code}</span>"))).unwrap();
    let number = |word: &str| {
        let after = line.split(&format!("{word} ")).nth(1).unwrap_or_else(|| panic!("no „{word}“: {line}"));
        after.chars().take_while(char::is_ascii_digit).collect()
    };
    ["splněno", "chybí", "netýká se"].map(number)
}

#[test]
fn the_head_sees_how_the_service_stands_criterion_by_criterion_and_nothing_of_the_folders() {
    for town in Town::everywhere() {
        let house = town.at(TODAY);
        let before = numbers(&house.worker("rozvazna").see("/readiness"), "1a");
        drop(house);
        let klara = klara(&town);
        let tomas = client(&town, ("Tomáš", "Fiktivní"), "prikladna", "2026-03-09T11:00");
        let house = town.at(TODAY);
        let olga = house.worker("rozvazna");
        let page = olga.see("/readiness");
        page.must_be(200).must_say("Připravenost služby").must_say("klíčový pracovník: Alena Příkladná");
        let more = |text: &str| (text.parse::<i64>().unwrap() + 1).to_string();
        assert_eq!(numbers(&page, "1a"), [before[0].clone(), more(&before[1]), more(&before[2])]);
        let filtered = olga.see(&page.address("/readiness?criterion=1a", "#lacking"));
        filtered.must_say("Chybí: 1a").must_say("1a Zhodnocení, zda člověk patří").must_not_say("5a Rozhodnutí");
        filtered.address(&klara.page("/readiness"), "");
        for content in ["Vzorná", "Fiktivní", "Klára"] {
            page.must_not_say(content);
            filtered.must_not_say(content);
        }
        olga.see("/readiness?of=closed").must_be(200).must_say("Započteno: 0 složek.");
        drop(house);
        course::exclude(&town, &klara, "rozvazna", "2026-03-20T09:30");
        course::exclude(&town, &tomas, "rozvazna", "2026-03-20T09:30");
        let house = town.at("2026-03-20T10:00");
        assert_eq!(numbers(&house.worker("rozvazna").see("/readiness"), "1a"), before, "R-059");
        house.worker("prikladna").see("/readiness").must_be(403);
        house.worker("vozik").see("/readiness").must_be(403);
    }
}

#[test]
fn the_head_rewords_a_criterion_from_a_day_on_and_what_is_not_in_use_is_not_asked() {
    for town in Town::everywhere() {
        let klara = klara(&town);
        let house = town.at(TODAY);
        let olga = house.worker("rozvazna");
        olga.see("/settings").must_say("Kritéria kvality");
        let form = "/settings/criteria/1a";
        let change = |more: &[(&str, &str)]| {
            let usual = [("text", "Okruh osob je zhodnocen"), ("valid_from", "20. 3. 2026")];
            let usual = usual.into_iter().filter(|(name, _)| more.iter().all(|(other, _)| name != other));
            let typed: Vec<_> = usual.chain(more.iter().copied()).collect();
            olga.fill(form, form, &typed)
        };
        change(&[("text", "")]).must_be(422).must_say("Napište, co kritérium říká");
        change(&[]).must_be(303);
        olga.see("/settings/criteria").must_say("1a Okruh osob je zhodnocen").must_say("Olga Rozvážná");
        let page = olga.see(&klara.page("/readiness"));
        page.must_say("1a Okruh osob je zhodnocen Zhodnocení, zda").must_not_say("Víme, že člověk patří");
        let past = olga.see(&klara.page("/readiness?as_of=19.+3.+2026"));
        past.must_say("1a Víme, že člověk patří mezi ty, pro které služba je zásadní");
        change(&[("valid_from", "19. 3. 2026")]).must_be(422).must_say("Od pozdějšího dne už platí novější znění");
        change(&[("is_unused", "yes")]).must_be(303);
        assert_eq!(state(&olga.see(&klara.page("/readiness")), "1a"), "");
        olga.see("/readiness").must_not_say("1a Okruh osob");
        olga.see("/settings/criteria").must_say("nepoužívá se");
        house.worker("prikladna").see(form).must_be(403);
        olga.see("/settings/criteria/99z").must_be(404);
    }
}

/// Whether a standard is met is for an inspection: none of our texts says it.
#[test]
fn no_text_of_the_house_says_that_a_standard_is_met() {
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut waiting = vec![source];
    let mut read = 0;
    while let Some(place) = waiting.pop() {
        for entry in std::fs::read_dir(place).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                waiting.push(path);
                continue;
            }
            let text = std::fs::read_to_string(&path).unwrap().to_lowercase().replace('\u{a0}', " ");
            read += 1;
            for said in ["splnění standard", "standard je splněn", "standardy jsou splněn", "splňuje standard"] {
                assert!(!text.contains(said), "{}: „{said}“", path.display());
            }
        }
    }
    assert!(read > 300, "only {read} files");
}

#[test]
fn the_town_has_a_folder_that_lacks_nothing_and_one_that_does() {
    let town = Town::in_a_file();
    let house = town.at("2026-03-10T09:00");
    let folder = |login: &str, name: &str| {
        let worker = house.worker(login);
        let found = worker.see(&format!("/search?q={name}")).address("/folders/", "");
        worker.see(&format!("{}/readiness", found.split('?').next().unwrap()))
    };
    folder("terenni", "predstirana").must_say("Nic nechybí.");
    folder("prikladna", "minula").must_say("Chybí: 5a, 5b");
}
