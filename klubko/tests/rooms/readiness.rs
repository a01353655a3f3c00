//! „Připravenost“ of one folder: how each criterion stands, and every thing that is missing one click from its field.

use crate::common::course::{self, Client, agreement, client};
use crate::common::pdf::{must_be_accessible, text};
use crate::common::planning::{self, CARE, HEAD};
use crate::common::podhuri::{self, fill};
use crate::common::readiness::{address, follow_all, gaps, state};
use crate::common::{Town, stage};
use jiff::civil::date;

const TODAY: &str = "2026-03-20T09:00";

/// Klára of whom only a bare agreement of 16 March is known, so that a lot is missing.
pub fn klara(town: &Town) -> Client {
    let klara = client(town, ("Klára", "Vzorná"), "prikladna", "2026-03-09T10:00");
    agreement(town, &klara, date(2026, 3, 16));
    klara
}

#[test]
fn each_thing_that_is_missing_is_one_click_from_its_field_and_goes_when_the_field_is_filled() {
    for town in Town::everywhere() {
        let klara = klara(&town);
        let house = town.at(TODAY);
        let alena = house.worker("prikladna");
        let page = alena.see(&klara.page("/readiness"));
        page.must_be(200).must_say("Připravenost složky: 3 ze 14 kritérií.");
        page.must_say("Chybí: 1a, 1b, 2a, 3a, 3b, 4b, 4c, 5a, 5b, 7b, 11.");
        assert!(follow_all(&alena, &page).len() > 15);
        assert_eq!(["4a", "2b"].map(|code| state(&page, code)), ["splněno", "netýká se"]);
        let circle = address(&page, "Zhodnocení, zda člověk patří do okruhu osob");
        assert_eq!(circle, klara.page("/negotiation/edit?part=situation#f-circle_of_persons"));
        let situation = [("part", "situation"), ("situation", "Rozchod."), ("circle_of_persons", "fits")];
        fill(&alena, &klara.page(""), "negotiation/edit?part=situation", &situation).must_be(303);
        let after = alena.see(&klara.page("/readiness"));
        assert_eq!(state(&after, "1a"), "splněno");
        assert!(gaps(&after).len() + 2 == gaps(&page).len(), "{:?}", gaps(&after));
    }
}

#[test]
fn a_plan_is_followed_from_its_decision_to_the_evaluation_that_is_late() {
    for town in Town::everywhere() {
        let klara = klara(&town);
        let folder = klara.page("");
        let house = town.at(TODAY);
        let alena = house.worker("prikladna");
        let see = || alena.see(&klara.page("/readiness"));
        let written = [("plan_form", "written"), ("reason", ""), ("day", "20. 3. 2026")];
        fill(&alena, &folder, "plan-decision", &written).must_be(303);
        let page = see();
        assert_eq!((state(&page, "5a"), state(&page, "5b")), ("splněno", "chybí"));
        assert_eq!(address(&page, "Osobní cíl v plánu"), klara.page("/plan/goals/new#f-goal"));
        follow_all(&alena, &page);
        planning::head(&alena, &folder, HEAD).must_be(303);
        planning::goal(&alena, &folder, CARE, &[("links", "")]).must_be(303);
        let page = see();
        assert_eq!(state(&page, "2a"), "splněno");
        assert!(address(&page, "Z čeho osobní cíl vychází").ends_with("/negotiation/edit?part=needs#f-need"));
        let needs = [("part", "needs"), ("need", "Domluvit péči."), ("wish", "Mít klid.")];
        fill(&alena, &folder, "negotiation/edit?part=needs", &needs).must_be(303);
        let page = see();
        let goal = planning::goals(&alena, &folder).remove(0);
        assert_eq!(address(&page, "Z čeho osobní cíl vychází"), format!("{goal}#f-links"));
        assert_eq!(address(&page, "Dohoda plánu"), klara.page("/plan/agreement#f-participation"));
        follow_all(&alena, &page);
        planning::agree(&alena, &folder, &[("review_on", "15. 6. 2026"), ("reason_r001", "přibyl až teď")])
            .must_be(303);
        assert_eq!(["5b", "5c"].map(|code| state(&see(), code)), ["splněno", "netýká se"]);
        drop(house);
        let house = town.at("2026-06-16T09:00");
        let alena = house.worker("prikladna");
        let page = alena.see(&klara.page("/readiness"));
        assert_eq!(
            address(&page, "Hodnocení spolupráce, mělo být do 15. 6. 2026"),
            klara.page("/evaluations/new#f-evaluated_on")
        );
        follow_all(&alena, &page);
        planning::evaluate(&alena, &folder, &[("goal_1_result", "running")]).must_be(303);
        let page = alena.see(&klara.page("/readiness"));
        assert_eq!(["5c", "15b"].map(|code| state(&page, code)), ["splněno", "splněno"]);
    }
}

#[test]
fn planning_without_a_paper_asks_for_a_note() {
    for town in Town::everywhere() {
        let klara = klara(&town);
        let house = town.at(TODAY);
        let alena = house.worker("prikladna");
        let short = [("plan_form", "unwritten_short_term"), ("reason", "stačí tři setkání"), ("day", "20. 3. 2026")];
        fill(&alena, &klara.page(""), "plan-decision", &short).must_be(303);
        let page = alena.see(&klara.page("/readiness"));
        assert_eq!(address(&page, "Poznámka, na čem jste se"), klara.page("/plan/notes/new#f-goal"));
        follow_all(&alena, &page);
        let note = [("goal", "péče o syna"), ("note", "Domluvili jsme úterky."), ("noted_on", "20. 3. 2026")];
        alena.fill(&klara.page("/plan/notes/new"), &klara.page("/plan/notes"), &note).must_be(303);
        assert_eq!(state(&alena.see(&klara.page("/readiness")), "5b"), "splněno");
    }
}

#[test]
fn whoever_was_refused_or_sent_elsewhere_has_criteria_of_his_own() {
    for town in Town::everywhere() {
        let folder = podhuri::folder(&town);
        let house = town.at("2026-02-11T10:00");
        let jakub = house.worker("terenni");
        podhuri::negotiate(&jakub, &folder);
        let reasons = [
            ("notice_asked", "yes"),
            ("notice_asked_on", "11. 2. 2026"),
            ("reason_r005", "odešla"),
            ("reason_r008", "odešla"),
        ];
        podhuri::refuse(&jakub, &folder, &reasons).must_be(303);
        let page = jakub.see(&format!("{folder}/readiness"));
        assert_eq!(["3c", "3b", "7b"].map(|code| state(&page, code)), ["chybí", "netýká se", "netýká se"]);
        let found = follow_all(&jakub, &page);
        for gap in ["Základní sociální poradenství", "Oznámení o odmítnutí, o které člověk požádal"] {
            assert!(found.iter().any(|one| one == gap), "„{gap}“ is not in {found:?}");
        }
        assert!(address(&page, "Oznámení").ends_with("/notice#f-issued_on"), "{}", address(&page, "Oznámení"));
        town.tamper("update negotiation_outcome set outcome = 'other_service_needed', offered_service = ''");
        let page = jakub.see(&format!("{folder}/readiness"));
        assert_eq!(address(&page, "Název nabídnuté služby"), format!("{folder}/outcome#f-offered_service"));
        follow_all(&jakub, &page);
    }
}

#[test]
fn who_holds_the_case_is_asked_and_the_way_there_follows_how_far_the_folder_is() {
    for town in Town::everywhere() {
        let folder = stage::folder(&town, &stage::KLARA, "2026-03-03T10:00", Some("2026-03-03T14:00"));
        let id = folder.rsplit('/').next().unwrap().parse().unwrap();
        let row = "select t.id as thread from case_thread t where t.folder_id = $1";
        klubko::record! { struct Thread { thread: uuid::Uuid } }
        let reader = klubko::kernel::db::Connection::open_reader(&town.place).unwrap();
        let found: Option<Thread> = reader.read(|unit| unit.first(row, klubko::params![id])).unwrap().unwrap();
        let folder_id = klubko::kernel::id::FolderId(id);
        let client = Client { folder: folder_id, thread: found.unwrap().thread, keeper: course::worker("ukazka") };
        agreement(&town, &client, date(2026, 3, 16));
        let house = town.at(TODAY);
        let olga = house.worker("rozvazna");
        let page = olga.see(&client.page("/readiness"));
        assert_eq!(address(&page, "Zhodnocení týmu"), client.page("/assessment/new#f-key_worker"));
        follow_all(&olga, &page);
        town.tamper("delete from intro_consultation");
        let page = olga.see(&client.page("/readiness"));
        assert_eq!(address(&page, "Úvodní konzultace"), client.page("/consultation/new#f-summary"));
        follow_all(&olga, &page);
    }
}

#[test]
fn limits_handovers_and_a_missing_ground_lead_to_where_they_are_settled() {
    for town in Town::everywhere() {
        let klara = klara(&town);
        course::exclude(&town, &klara, "cvicny", "2026-03-17T10:00");
        let house = town.at(TODAY);
        let alena = house.worker("prikladna");
        assert_eq!(state(&alena.see(&klara.page("/readiness")), "2b"), "splněno");
        course::assign(&town, &klara, "cvicny", false, date(2026, 3, 18));
        let page = alena.see(&klara.page("/readiness"));
        assert_eq!(address(&page, "Předání práce"), klara.page("/team#limits"));
        let handed = [
            ("to", course::worker("ukazka").to_string()),
            ("ends_on", "23. 3. 2026".to_owned()),
            ("begins_on", "23. 3. 2026".to_owned()),
            ("reason", "expertise_changed".to_owned()),
            ("note", "Péče o syna je domluvená.".to_owned()),
        ];
        let handed: Vec<(&str, &str)> = handed.iter().map(|(name, value)| (*name, value.as_str())).collect();
        alena.fill(&klara.page("/handovers/new"), &klara.page("/handovers"), &handed).must_be(303);
        assert_eq!(state(&alena.see(&klara.page("/readiness")), "5e"), "splněno");
        drop(house);
        let house = town.at("2026-03-24T09:00");
        let alena = house.worker("prikladna");
        let page = alena.see(&klara.page("/readiness"));
        assert_eq!(address(&page, "Odpověď na předání případu"), klara.page("/team#handovers"));
        follow_all(&alena, &page);
        town.tamper("delete from agreement");
        town.tamper("delete from consent");
        fill(&alena, &klara.page(""), "negotiation/edit?part=request", &[("part", "request"), ("request", "Poradit")])
            .must_be(303);
        let page = alena.see(&klara.page("/readiness"));
        assert_eq!(address(&page, "Na čem zpracování údajů stojí"), klara.page("/consents/new#f-decision"));
        follow_all(&alena, &page);
    }
}

#[test]
fn on_paper_it_says_the_same_and_where_it_is_judged() {
    for town in Town::everywhere() {
        let klara = klara(&town);
        let house = town.at(TODAY);
        let pdf = house.worker("prikladna").see(&klara.page("/readiness.pdf"));
        assert_eq!((pdf.status, pdf.header("content-type")), (200, "application/pdf"), "{}", pdf.text());
        let name = pdf.header("content-disposition");
        assert!(name.ends_with("-pripravenost.pdf\"") && !name.contains("zorn"), "{name}");
        must_be_accessible(&pdf.bytes);
        let Some(said) = text(&pdf.bytes) else { return };
        for sentence in
            ["stav ke dni 20. 3. 2026", "Klára Vzorná", "3 ze 14 kritérií", "Netýká se: 2b, 3c", "posuzuje inspekce"]
        {
            assert!(said.contains(sentence), "{sentence} is missing in: {said}");
        }
    }
}
