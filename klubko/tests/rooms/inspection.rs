//! Inspection of quality (sections 97–99 of the act): Olga Rozvážná opens Klára's folder to Karel Prověřující, who reads it
//! as it was, and nothing else.

use crate::common::course::{self, Client, agreement, client};
use crate::common::stage::{count, worker};
use crate::common::{Heard, Town, Worker};
use jiff::civil::date;
use klubko::kernel::journal::Found;
use klubko::town::JAVORINKA;

const TODAY: &str = "2026-03-20T09:00";

/// Klára with an agreement of 16 March, a record of that day and one of the 19th; and Tomáš, whom nobody inspects.
fn two_clients(town: &Town) -> [Client; 2] {
    let klara = client(town, ("Klára", "Vzorná"), "prikladna", "2026-03-09T10:00");
    agreement(town, &klara, date(2026, 3, 16));
    let tomas = client(town, ("Tomáš", "Fiktivní"), "prikladna", "2026-03-09T11:00");
    for (moment, day, body) in [
        ("2026-03-16T15:00", "16. 3. 2026", "Řekla, že spí tři hodiny."),
        ("2026-03-19T15:00", "19. 3. 2026", "Našla si brigádu."),
    ] {
        let typed = [("kind", "visit"), ("day", day), ("time", "9:00"), ("minutes", "50"), ("body", body)];
        let house = town.at(moment);
        house.worker("prikladna").fill(&klara.page("/records/new"), &klara.page("/records"), &typed).must_be(303);
    }
    [klara, tomas]
}

/// What Olga sends: the newest of a field wins.
pub fn open(head: &Worker, klara: &Client, more: &[(&str, &str)]) -> Heard {
    let (inspector, folder) = (worker("proverujici"), klara.folder.to_string());
    let mut typed = vec![
        ("inspector", inspector.as_str()),
        ("folder", folder.as_str()),
        ("from", "20. 3. 2026"),
        ("until", "27. 3. 2026"),
        ("as_of", "17. 3. 2026"),
        ("reason", "Plánovaná inspekce, standardy 4 a 5."),
    ];
    typed.retain(|(name, _)| more.iter().all(|(field, _)| field != name));
    typed.extend(more.iter().filter(|(_, value)| !value.is_empty()));
    head.fill("/inspections/new", "/inspections", &typed)
}

#[test]
fn the_inspector_reads_the_folder_as_it_was_on_the_day_that_the_head_chose() {
    for town in Town::everywhere() {
        let [klara, _] = two_clients(&town);
        let house = town.at(TODAY);
        let olga = house.worker("rozvazna");
        let opened = open(&olga, &klara, &[]);
        olga.see(&opened.must_be(303).location)
            .must_say("Kontrola je otevřená.")
            .must_say("Ing. Karel Prověřující probíhá od 20. 3. 2026 do 27. 3. 2026, stav ke dni 17. 3. 2026");
        let karel = house.worker("proverujici");
        assert_eq!(karel.see("/").must_be(303).location, "/inspection");
        karel
            .see("/inspection")
            .must_say("Klára Vzorná")
            .must_say("Plánovaná inspekce, standardy 4 a 5.")
            .must_not_say("Fiktivní")
            .must_say("Režim kontroly: Ing. Karel Prověřující, do ");
        for address in ["/timeline", "/timeline?as_of=19.+3.+2026", "/timeline?as_of=20.+3.+2026", "/timeline?as_of="] {
            karel
                .see(&klara.page(address))
                .must_be(200)
                .must_say("spí tři hodiny")
                .must_not_say("brigádu")
                .must_say("Stav k 17. 3. 2026.")
                .must_say("jen ke čtení, vše se zaznamenává");
        }
        for page in ["", "/negotiation", "/assessment", "/agreement", "/consents", "/team", "/tasks", "/attachments"] {
            let read = karel.see(&klara.page(page));
            read.must_be(200).must_say("Poradna Javořinka").must_say("Složku vidíte, protože ji vedoucí služby");
            assert!(!read.body().contains("<form method=\"post\""), "{page} offers a form: {}", read.text());
            read.must_not_say("Další akce").must_not_say("Zpět k dnešku");
        }
    }
}

#[test]
fn nothing_else_opens_and_nothing_is_written() {
    for town in Town::everywhere() {
        let [klara, tomas] = two_clients(&town);
        let house = town.at(TODAY);
        open(&house.worker("rozvazna"), &klara, &[("as_of", "20. 3. 2026")]).must_be(303);
        let karel = house.worker("proverujici");
        for page in ["/data", "/data/edit", "/looks", "/looks.pdf", "/records/new", "/attachments/new"] {
            karel.see(&klara.page(page)).must_be(403).must_say("V režimu kontroly se složka jen čte.");
        }
        let record = [("token", "00000000-0000-4000-8000-000000000001"), ("body", "Něco."), ("service", "")];
        for form in ["/records", "/tasks", "/data/birth-number", "/data/address", "/consents"] {
            karel.post(&klara.page(form), &record).must_be(403);
        }
        karel.see(&tomas.page("")).must_be(404);
        karel.see(&tomas.page("/inspection.pdf")).must_be(404);
        for list in
            ["/folders", "/search?q=vzorna", "/tasks", "/drafts", "/overview", "/inspections", "/workers", "/journal"]
        {
            karel.see(list).must_be(404).must_not_say("Vzorná");
        }
        assert_eq!(count(&town, "select count(*) as n from progress_record where folder_id = $1", &klara.page("")), 2);
    }
}

#[test]
fn it_is_over_with_the_next_request_once_it_was_ended_and_after_its_last_day() {
    for town in Town::everywhere() {
        let [klara, _] = two_clients(&town);
        let house = town.at(TODAY);
        let (olga, karel) = (house.worker("rozvazna"), house.worker("proverujici"));
        open(&olga, &klara, &[]).must_be(303);
        karel.see(&klara.page("")).must_be(200);
        let list = olga.see("/inspections");
        let end = list.address("/inspections/", "/end");
        olga.send(&list, &end, &[]).must_be(303);
        karel.see(&klara.page("")).must_be(404);
        karel.see("/inspection").must_not_say("Klára").must_say("do 29. 5. 2026");
        let again = [("token", "00000000-0000-4000-8000-000000000002"), ("service", &JAVORINKA.to_string())];
        olga.post(&end, &again).must_be(403).must_say("Tato kontrola už skončila. Ukončovat ji netřeba.");
        open(&olga, &klara, &[("until", "20. 3. 2026")]).must_be(303);
        karel.see(&klara.page("")).must_be(200);
        drop(house);
        let house = town.at("2026-03-21T00:01");
        house.worker("proverujici").see(&klara.page("")).must_be(404);
        house.worker("rozvazna").see("/inspections").must_say("skončila").must_say("ukončená předčasně");
    }
}

#[test]
fn r059_a_head_who_is_excluded_from_a_folder_cannot_name_it_and_hears_what_he_hears_of_a_number_that_is_not_there() {
    for town in Town::everywhere() {
        let [klara, tomas] = two_clients(&town);
        let house = town.at(TODAY);
        let alena = house.worker("prikladna");
        let body = alena.see(&tomas.page("")).text();
        let number = body.split("Složka ").nth(1).unwrap().split(' ').next().unwrap().to_owned();
        drop(house);
        course::exclude(&town, &tomas, "rozvazna", "2026-03-19T11:00");
        let house = town.at(TODAY);
        let olga = house.worker("rozvazna");
        olga.see("/inspections/new").must_say("Vzorná").must_not_say("Fiktivní").must_not_say(&number);
        let folder = tomas.folder.to_string();
        let ticked = open(&olga, &klara, &[("folder", folder.as_str())]);
        ticked.must_be(422).must_say("Jednu z vybraných složek nevidíme. Vyberte znovu").must_not_say("Fiktivní");
        for asked in [number.as_str(), "2026/7777"] {
            let refused = open(&olga, &klara, &[("folder", ""), ("numbers", asked)]);
            refused.must_be(422).must_say(&format!("Složku {asked} jsme ve službě nenašli. Zkontrolujte číslo"));
        }
        open(&olga, &klara, &[("numbers", "2025/0001")]).must_be(303);
        olga.see("/inspections").must_say("Složky: 2025/0001, ");
    }
}

#[test]
fn each_thing_that_is_missing_or_cannot_be_is_said_at_its_field() {
    for town in Town::everywhere() {
        let [klara, _] = two_clients(&town);
        let house = town.at(TODAY);
        let olga = house.worker("rozvazna");
        for (field, typed, said) in [
            ("inspector", "", "Vyberte, kdo kontrolu vede"),
            ("inspector", worker("prikladna").as_str(), "Vyberte, kdo kontrolu vede"),
            ("folder", "", "Vyberte aspoň jednu složku, nebo napište její číslo"),
            ("reason", "", "Napište důvod kontroly, třeba kdo ji provádí a čeho se týká"),
            ("from", "19. 3. 2026", "Kontrola nemůže začít v minulosti. Zadejte dnešek nebo pozdější den"),
            ("until", "19. 3. 2026", "Konec je dřív než začátek. Zkontrolujte dny"),
            ("until", "18. 6. 2026", "Kontrola může trvat nejdéle 90 dní."),
            ("as_of", "21. 3. 2026", "Den, ke kterému se složky ukážou, teprve bude."),
            ("as_of", "8. 3. 2026", "ke dni 8. 3. 2026 ještě nebyla. Zvolte pozdější den, nebo ji vynechte"),
        ] {
            let refused = open(&olga, &klara, &[(field, typed)]);
            refused.must_be(422).must_say(said);
            assert!(field == "reason" || refused.says("Plánovaná inspekce"), "what was typed stays");
        }
        open(&olga, &klara, &[("until", "17. 6. 2026")]).must_be(303);
    }
}

#[test]
fn only_the_head_opens_one() {
    let town = Town::in_a_file();
    let house = town.at(TODAY);
    house.worker("prikladna").see("/inspections").must_be(403);
    house.worker("prikladna").see("/inspections/new").must_be(403);
    house.worker("prikladna").see("/inspection").must_be(404);
    house.worker("poradna").see("/inspections").must_be(200).must_say("Žádná kontrola tu zatím není.");
    house.worker("sitovy").see("/inspections").must_be(404);
}

#[test]
fn each_deed_and_each_look_of_the_inspection_has_its_entry() {
    const LOOKS: &str = "select count(*) as n from journal where concerns_id = $1 and ground = 'inspection'
                            and decision = 'granted' and act = 'see_timeline'";
    for town in Town::everywhere() {
        let [klara, _] = two_clients(&town);
        let house = town.at(TODAY);
        let (olga, karel) = (house.worker("rozvazna"), house.worker("proverujici"));
        open(&olga, &klara, &[]).must_be(303);
        let list = olga.see("/inspections");
        for _ in 0..3 {
            karel.see(&klara.page("/timeline")).must_be(200);
        }
        assert_eq!(count(&town, LOOKS, &klara.page("")), 3, "also within a quarter of an hour");
        olga.send(&list, &list.address("/inspections/", "/end"), &[]).must_be(303);
        let deed = |act: &'static str| town.count(act);
        assert_eq!(deed("select count(*) as n from journal where act = 'open_inspection' and decision = 'done'"), 2);
        assert_eq!(deed("select count(*) as n from journal where act = 'end_inspection' and decision = 'done'"), 1);
        house.worker("prikladna").see(&klara.page("/looks")).must_say("Karel Prověřující").must_say("kontrola kvality");
        drop(house);
        assert!(matches!(town.verify(), Found::Sound { .. }));
    }
}
