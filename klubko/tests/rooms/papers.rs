//! What is printed from a folder: the record of an introductory consultation, and „Kdo nahlížel“ for the client.

use crate::common::klara::{Klara, NOBODY_FREE, ORAL, TALK, hold};
use crate::common::pdf::{must_be_accessible, text};
use crate::common::{Heard, KLARA, Town, Worker};

/// The paper that the page of the negotiation leads to.
fn record_of_consultation(worker: &Worker, folder: &str) -> Heard {
    let page = worker.see(&format!("{folder}/negotiation"));
    page.must_say("Vytisknout záznam");
    let pdf = worker.see(&page.address(&format!("{folder}/consultations/"), "/record.pdf"));
    assert_eq!((pdf.status, pdf.header("content-type")), (200, "application/pdf"), "{}", pdf.text());
    pdf
}

#[test]
fn klaras_consultation_by_phone_is_printed_with_its_consent_and_its_crisis() {
    for town in Town::everywhere() {
        let klara = Klara::consulted(&town);
        let house = town.at("2026-03-03T15:40");
        let pdf = record_of_consultation(&house.worker("ukazka"), &klara.folder);
        let name = pdf.header("content-disposition");
        assert!(name.ends_with("-uvodni-konzultace.pdf\"") && !name.contains("zorn"), "{name}");
        must_be_accessible(&pdf.bytes);
        let Some(text) = text(&pdf.bytes) else { return };
        for said in [
            "Záznam z úvodní konzultace s krizovou intervencí",
            "Klára Vzorná",
            "út 3. 3. 2026 14:30–15:15",
            "po telefonu, na žádost klienta, 45 min",
            "3. 3. 2026 15:20, PhDr. Bohdan Ukázka souhlas",
            "Situace Manžel odešel minulý týden, zůstala sama se synem, nespí.",
            "Co jsme udělali",
            "Zklidnění, domluva pomoci sestry",
            "Bezpečnostní plán",
            "V noci zavolá sestře",
            "Znovu se ozveme",
            "st 4. 3. 2026 10:00",
            "Co se zájemce dozvěděl o službě – čím se služba zabývá",
            "„Abychom s Vámi mohli konzultaci vést po telefonu",
            "Zazněl",
            "út 3. 3. 2026 14:31",
            "Slyšel/a",
            "PhDr. Bohdan Ukázka",
            "Telefon nebo linka",
            "777 123 456",
            "Čeho se týká",
            "jméno, kontakt, situace",
            "strana 1 z 1",
            "vytištěno 3. 3. 2026 v 15:40 · PhDr. Bohdan Ukázka",
            "Důvěrné",
        ] {
            assert!(text.contains(said), "{said} is missing in: {text}");
        }
        assert!(!text.contains("Zbývá doplnit") && !text.contains("Odůvodnění"), "{text}");
    }
}

#[test]
fn what_nobody_wrote_leaves_no_heading_on_the_paper() {
    let town = Town::in_a_file();
    let house = town.at("2026-03-03T16:00");
    let dana = house.worker("zkusma");
    let folder = dana.takes_klaras_call(&[]);
    let bare = [("form", "ambulatory"), ("day", "3. 3. 2026"), ("time", "14:30"), ("minutes", "45")];
    dana.fill(&format!("{folder}/consultation/new"), &format!("{folder}/consultations"), &bare).must_be(303);
    let Some(text) = text(&record_of_consultation(&dana, &folder).bytes) else { return };
    assert!(text.contains("osobně, 45 min") && text.contains("Bc. Dana Zkusmá"), "{text}");
    for unsaid in ["Situace", "Krizová", "dozvěděl", "Další postup", "Ústní souhlas", "Odůvodnění", "neplatí"]
    {
        assert!(!text.contains(unsaid), "{unsaid} stands in: {text}");
    }
}

#[test]
fn a_struck_out_consultation_says_so_before_anything_else() {
    let town = Town::in_a_file();
    let klara = Klara::consulted(&town);
    town.tamper(
        "insert into record_strike_out (activity_id, folder_id, reason, recorded_at, recorded_by)
         select activity_id, folder_id, 'Zapsáno do jiné složky.', recorded_at, recorded_by from crisis_intervention",
    );
    let house = town.at("2026-03-03T15:40");
    let bohdan = house.worker("ukazka");
    let Some(text) = text(&record_of_consultation(&bohdan, &klara.folder).bytes) else { return };
    let said = "Záznam neplatí. Přeškrtnut 3. 3. 2026 15:20, PhDr. Bohdan Ukázka. Důvod: Zapsáno do jiné složky.";
    assert!(text.contains(said), "{text}");
    assert!(text.find(said) < text.find("Situace"), "{text}");
}

#[test]
fn a_consultation_that_came_late_says_why_and_printing_it_is_an_entry() {
    let town = Town::in_a_file();
    let folder = town.at("2026-03-03T14:30").worker("ukazka").takes_klaras_call(&[NOBODY_FREE]);
    let house = town.at("2026-04-01T16:00");
    let bohdan = house.worker("ukazka");
    let late = [("day", "1. 4. 2026"), ("reason_r023", "byla v nemocnici")];
    let talk: Vec<_> = TALK.iter().filter(|(name, _)| *name != "day").copied().collect();
    hold(&bohdan, &folder, &[&talk, ORAL, &late]).must_be(303);
    let pdf = record_of_consultation(&bohdan, &folder);
    house.worker("rozvazna").see(&format!("{folder}/looks")).must_say("tisk záznamu úvodní konzultace");
    let Some(text) = text(&pdf.bytes) else { return };
    assert!(text.contains("Proč se konzultace nekonala dřív: byla v nemocnici (PhDr. Bohdan Ukázka"), "{text}");
}

#[test]
fn a_consultation_of_another_folder_is_not_there() {
    let town = Town::in_a_file();
    let klara = Klara::consulted(&town);
    let house = town.at("2026-03-03T15:40");
    let bohdan = house.worker("ukazka");
    let paper = bohdan.see(&klara.page("/negotiation")).address(&klara.page("/consultations/"), "/record.pdf");
    let other = bohdan.takes_klaras_call(&[
        NOBODY_FREE,
        ("given_name", "Jitka"),
        ("family_name", "Pokusná"),
        ("phone", "777 000 111"),
    ]);
    bohdan.see(&paper.replace(&klara.folder, &other)).must_be(404);
    house.worker("poradna").see(&paper).must_be(404);
}

/// Olga looks at 14:00 and again five minutes later, Bohdan is refused, Alena writes a task.
fn looked_at(town: &Town) -> String {
    let folder = town.planted(&[KLARA]).remove(0);
    let tasks = format!("{folder}/tasks");
    let house = town.at("2026-03-03T14:00");
    house.worker("rozvazna").see(&folder).must_be(200);
    house.worker("ukazka").see(&folder).must_be(403);
    let task = [("what", "Zavolat"), ("who", "key_worker"), ("due", "5. 3.")];
    house.worker("prikladna").fill(&tasks, &tasks, &task).must_be(303);
    let house = town.at("2026-03-03T14:05");
    house.worker("rozvazna").see(&folder).must_be(200);
    folder
}

#[test]
fn klara_is_told_in_which_role_somebody_looked_and_not_by_name() {
    for town in Town::everywhere() {
        let folder = looked_at(&town);
        let house = town.at("2026-03-04T09:00");
        let alena = house.worker("prikladna");
        let page = alena.see(&format!("{folder}/looks"));
        page.must_say("Vytisknout pro klienta");
        let pdf = alena.see(&format!("{folder}/looks.pdf?from=2.+3.+2026&until=4.+3.+2026"));
        pdf.must_be(200);
        assert!(pdf.header("content-disposition").contains("\"2026-0001-kdo-nahlizel.pdf\""), "{:?}", pdf.headers);
        alena.see(&format!("{folder}/looks")).must_say("tisk přehledu nahlížení");
        must_be_accessible(&pdf.bytes);
        let Some(text) = text(&pdf.bytes) else { return };
        for said in [
            "Kdo nahlížel do složky",
            "Klára Vzorná",
            "od 2. 3. 2026 do 4. 3. 2026",
            "út 3. 3. 2026 14:00 vedoucí služby přehled složky",
            "út 3. 3. 2026 14:00 klíčový pracovník úkol",
            "strana 1 z 1",
            "§ 100",
            "vytištěno 4. 3. 2026 v 9:00 · Mgr. Alena Příkladná",
        ] {
            assert!(text.contains(said), "{said} is missing in: {text}");
        }
        for unsaid in ["Rozvážná", "Ukázka", "nepatří", "odmítnut", "R-", "14:05"] {
            assert!(!text.contains(unsaid), "{unsaid} stands in: {text}");
        }
        assert_eq!(text.matches("vedoucí služby").count(), 1, "{text}");
        assert_eq!(text.matches(" úkol ").count(), 1, "a deed and its look are one row: {text}");
    }
}

#[test]
fn names_are_printed_where_the_head_has_allowed_them() {
    let town = Town::in_a_file();
    let folder = looked_at(&town);
    let allowed = "
        insert into service_setting (service_id, key, value, valid_from, recorded_at, recorded_by)
        select service_id, 'printed_looks_name', 'yes', '2026-03-01', 1, opened_by from client_folder limit 1";
    town.tamper(allowed);
    let house = town.at("2026-03-04T09:00");
    let pdf = house.worker("rozvazna").see(&format!("{folder}/looks.pdf"));
    let Some(text) = text(&pdf.must_be(200).bytes) else { return };
    assert!(text.contains("Mgr. Olga Rozvážná vedoucí služby přehled složky"), "{text}");
    assert!(!text.contains("podle toho, jakou roli") && !text.contains("Ukázka"), "{text}");
}

#[test]
fn a_time_that_is_none_is_said_and_a_time_without_looks_is_printed() {
    let town = Town::in_a_file();
    let folder = looked_at(&town);
    let house = town.at("2026-03-04T09:00");
    let alena = house.worker("prikladna");
    let asked = |query: &str| alena.see(&format!("{folder}/looks.pdf?{query}"));
    asked("from=vlk").must_be(403).must_say("Vraťte se a opravte období");
    asked("from=4.+3.+2026&until=3.+3.+2026").must_be(403).must_say("Období končí dřív, než začíná");
    let Some(text) = text(&asked("from=2.+3.+2026&until=2.+3.+2026").must_be(200).bytes) else { return };
    assert!(text.contains("Žádný záznam."), "{text}");
}

#[test]
fn only_the_key_worker_and_the_head_hand_it_out() {
    let town = Town::in_a_file();
    let folder = looked_at(&town);
    let house = town.at("2026-03-04T09:00");
    for (login, status) in [("rozvazna", 200), ("prikladna", 200), ("ukazka", 403), ("zkusma", 403), ("poradna", 404)] {
        let heard = house.worker(login).see(&format!("{folder}/looks.pdf"));
        assert_eq!(heard.status, status, "{login}");
    }
}
