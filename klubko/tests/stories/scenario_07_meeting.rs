//! Scenario 7, its second half: the meeting of Tuesday 19 May 2026 about Marek Vymyšlený, its minutes and its output in two
//! folders, and the agenda after he withdrew his consent.

use super::common::meeting::{address, agree, close, part, planned};
use super::common::plant::worker;
use super::common::together::{Marek, Said, YES, path, say, somebody, withdraw};
use super::common::{Town, stage};
use klubko::town::{OSP, PM};
use uuid::Uuid;

struct Met {
    marek: Marek,
    consent: Uuid,
    meeting: String,
}

/// Eva planned the meeting on Monday; a part of Marek's commission is open between the two services.
fn met(town: &Town) -> Met {
    let marek = Marek::in_both(town);
    let consent = say(town, marek.pm, OSP, &YES);
    part(town, &marek, consent, "sepsání odvolání");
    let house = town.at("2026-05-18T09:00");
    let meeting = address(&planned(&house.worker("poradna"), &[]));
    Met { marek, consent, meeting }
}

#[test]
fn o2_the_output_is_written_into_both_folders_and_the_minutes_stay_inside() {
    for town in Town::everywhere() {
        let met = met(&town);
        let tuesday = town.at("2026-05-19T15:00");
        let (eva, iva) = (tuesday.worker("poradna"), tuesday.worker("rampova"));
        eva.see(&met.meeting).must_say("Marek Vymyšlený").must_say("Část zakázky: sepsání odvolání");
        iva.see(&met.meeting).must_say("Marek Vymyšlený");
        agree(&eva, &met.meeting, met.marek.pm);
        eva.see(&met.meeting).must_say("rozhodnutí s právní mocí").must_say("porada není uzavřená");
        close(&eva, &met.meeting, &[]).must_be(303);
        eva.see(&met.meeting).must_say("výstup nezapsán").must_not_say("Iva má obavy");
        for by in [&eva, &iva] {
            by.see("/tasks").must_say("Zapsat výstup z porady do složky").must_say("26. 5.");
        }
        let wednesday = town.at("2026-05-20T09:00");
        write(&wednesday.worker("poradna"), &path(met.marek.osp));
        wednesday.worker("poradna").see(&met.meeting).must_say("nezapsán v jedné ze složek");
        let monday = town.at("2026-05-25T09:00");
        let iva = monday.worker("rampova");
        write(&iva, &path(met.marek.pm));
        iva.see(&met.meeting).must_say("zapsáno v obou složkách");
        let timeline = iva.see(&format!("{}/timeline", path(met.marek.pm)));
        timeline.must_say("Na poradě dne 19. 5. 2026 byl dohodnut další postup: cíl „přiznán stupeň III“");
        timeline.must_say("Úkoly: Mgr. Eva Poradná – doplnit zprávu – do 2. 6. 2026");
        timeline.must_say("Další projednání: 2. 6. 2026.").must_not_say("Iva má obavy");
        iva.see(&format!("{}/tasks", path(met.marek.pm))).must_say("nácvik").must_say("Vyhodnotit cíl z porady");
        let open = "select count(*) as n from task where folder_id = $1 and rule = 'r078' and done_at is null";
        for one in [met.marek.pm, met.marek.osp] {
            assert_eq!(stage::count(&town, open, &path(one)), 0, "the task is done by writing");
        }
    }
}

/// The key worker opens the waiting output of his folder and writes it down.
fn write(by: &super::common::Worker<'_>, folder: &str) {
    let home = format!("{folder}/meetings");
    by.see(&home).must_say("Zapsat výstup do složky");
    let output = waiting(by, &home);
    let page = by.see(&output);
    page.must_be(200).must_say("Na poradě dne 19. 5. 2026");
    let text = page.body().split("name=\"text\"").nth(1).unwrap().split('>').nth(1).unwrap().to_owned();
    let text = text.split("</textarea").next().unwrap().replace("&#38;", "&");
    by.send(&page, &output, &[("text", text.as_str()), ("minutes", "10")]).must_be(303);
    by.see(&output).must_be(403).must_say("už je v této složce zapsaný");
}

/// The address of the output that waits, among the other links of the page.
fn waiting(by: &super::common::Worker<'_>, home: &str) -> String {
    let body = by.see(home).body();
    let links = body.split("href=\"").skip(1).filter_map(|rest| rest.split('"').next());
    let mut own = links
        .filter(|link| link.starts_with(&format!("{home}/")) && !link.contains("/new") && !link.contains("/goals/"));
    own.next().unwrap().to_owned()
}

#[test]
fn o2_nobody_but_the_workers_of_the_two_services_opens_the_minutes() {
    for town in Town::everywhere() {
        let met = met(&town);
        let house = town.at("2026-05-19T15:00");
        agree(&house.worker("poradna"), &met.meeting, met.marek.pm);
        for login in
            ["ucetni", "sitovy", "metodicka", "dohlizna", "proverujici", "prikladna", "podhorska", "pomocny", "vozik"]
        {
            let somebody = house.worker(login);
            for page in ["", "/live", "/output.pdf", "/end"] {
                let status = somebody.see(&format!("{}{page}", met.meeting)).status;
                assert_eq!(status, 404, "{login} at {page}");
            }
        }
        house.worker("souhrnna").see(&format!("{}/live", met.meeting)).must_say("Iva má obavy").must_say("Interní");
        let looks = "select count(*) as n from journal where act = 'see_minutes' and decision = 'granted'";
        let before = town.count(looks);
        house.worker("rampova").see(&format!("{}/live", met.meeting)).must_be(200);
        house.worker("rampova").see(&format!("{}/live", met.meeting)).must_be(200);
        assert_eq!(town.count(looks), before + 2, "every look is in the journal");
    }
}

#[test]
fn n4_a_goal_that_cannot_be_evaluated_and_a_task_without_its_term_are_refused() {
    for town in Town::everywhere() {
        let met = met(&town);
        let house = town.at("2026-05-19T15:00");
        let eva = house.worker("poradna");
        let (live, item) = (format!("{}/live", met.meeting), met.marek.pm.folder.to_string());
        let who = format!("{OSP}:{}", worker("poradna"));
        let send = |typed: &[(&str, &str)]| eva.fill(&format!("{live}?item={item}"), &live, typed);
        send(&[("goal", "zlepšit situaci"), ("horizon", "30. 9. 2026")])
            .must_be(422)
            .must_say("Doplňte, podle čeho poznáme, že je cíl splněn, a do kdy.");
        send(&[("goal", "zlepšit situaci"), ("success_indicator", "je líp")]).must_be(422).must_say("a do kdy.");
        send(&[("task", "doplnit zprávu"), ("who", &who)])
            .must_be(422)
            .must_say("Úkol musí mít odpovědnou osobu a termín.");
        send(&[("task", "doplnit zprávu"), ("due", "2. 6. 2026")]).must_be(422).must_say("odpovědnou osobu");
        send(&[]).must_be(422).must_say("Zatím není co uložit");
        assert_eq!(town.count("select count(*) as n from meeting_output"), 0);
    }
}

#[test]
fn n5_a_mentor_invited_to_the_meeting_sees_his_client_only() {
    for town in Town::everywhere() {
        let met = met(&town);
        let other = somebody(&town, (9110, PM), ("Alois", "Jiný"), "rampova");
        say(&town, other, OSP, &YES);
        town.plant_assignment(met.marek.pm, "vozik", true);
        let house = town.at("2026-05-19T09:00");
        let (iva, eva) = (house.worker("rampova"), house.worker("poradna"));
        let bring = format!("{}/meetings/new", path(other));
        let topic = format!("{OSP}|dávky");
        iva.fill(&bring, &bring, &[("topic", topic.as_str()), ("request", "Neví, kam dál.")]).must_be(303);
        let jan = worker("vozik").to_string();
        let invite = format!("{}/guests/new", met.meeting);
        eva.fill(&invite, &invite, &[("who", jan.as_str())]).must_be(422).must_say("Zvete peer mentora");
        let reasoned = [("who", jan.as_str()), ("reason_r075", "zná Marka ze všech nejlíp")];
        eva.fill(&invite, &invite, &reasoned).must_be(303);
        eva.see(&met.meeting).must_say("Alois Jiný").must_say("zná Marka ze všech nejlíp");
        let vozik = house.worker("vozik");
        vozik.see("/meetings").must_say("OSP Páteřník a PM Páteřník");
        let seen = vozik.see(&met.meeting);
        seen.must_be(200).must_say("Marek Vymyšlený").must_not_say("Alois Jiný").must_not_say("zná Marka");
        vozik.see(&format!("{}/live", met.meeting)).must_be(404);
        vozik.see(&format!("{}/output.pdf", met.meeting)).must_be(404);
    }
}

#[test]
fn o3_after_the_withdrawal_he_is_on_no_agenda_and_the_other_service_keeps_what_it_wrote() {
    for town in Town::everywhere() {
        let met = met(&town);
        let tuesday = town.at("2026-05-19T15:00");
        let eva = tuesday.worker("poradna");
        agree(&eva, &met.meeting, met.marek.pm);
        let live = format!("{}/live", met.meeting);
        let opened = eva.see(&live);
        close(&eva, &met.meeting, &[]).must_be(303);
        write(&eva, &path(met.marek.osp));
        eva.see("/meetings").must_say("2. 6. 2026");
        let next = nth_meeting(&eva);
        eva.see(&next).must_say("Marek Vymyšlený");
        withdraw(&town, met.marek.pm, met.consent, "2026-06-08T09:12");
        let june = town.at("2026-06-08T09:13");
        let (eva, iva) = (june.worker("poradna"), june.worker("rampova"));
        for by in [&eva, &iva] {
            by.see(&next).must_be(200).must_not_say("Vymyšlený").must_not_say("sepsání odvolání");
            by.see(&met.meeting).must_not_say("Vymyšlený").must_not_say("stupeň III");
        }
        let item = met.marek.pm.folder.to_string();
        let typed = [("item", item.as_str()), ("goal", "něco"), ("success_indicator", "x"), ("horizon", "30. 9. 2026")];
        let late = eva.send(&opened, &live, &typed);
        late.must_be(403).must_say("Tento klient už na programu není");
        eva.see(&format!("{}/meetings", path(met.marek.osp))).must_say("přiznán stupeň III");
        let bring = format!("{}/meetings/new", path(met.marek.pm));
        iva.see(&bring).must_be(403).must_say("Klienta bez platného souhlasu");
    }
}

/// The planned meeting, beside the links to plan another one and to the goals.
fn nth_meeting(by: &super::common::Worker<'_>) -> String {
    let body = by.see("/meetings").body();
    let links = body.split("href=\"").skip(1).filter_map(|rest| rest.split('"').next());
    let mut own = links.filter(|link| link.starts_with("/meetings/") && link.len() > "/meetings/goals".len());
    own.next().unwrap().to_owned()
}

#[test]
fn an_output_that_was_not_written_yet_is_not_seen_by_the_other_service_after_the_withdrawal() {
    for town in Town::everywhere() {
        let met = met(&town);
        let tuesday = town.at("2026-05-19T15:00");
        let eva = tuesday.worker("poradna");
        agree(&eva, &met.meeting, met.marek.pm);
        close(&eva, &met.meeting, &[]).must_be(303);
        withdraw(&town, met.marek.pm, met.consent, "2026-05-19T16:00");
        let later = town.at("2026-05-19T16:01");
        let theirs = format!("{}/meetings", path(met.marek.osp));
        later.worker("poradna").see(&theirs).must_not_say("stupeň III").must_not_say("Zapsat výstup do složky");
        later.worker("rampova").see(&format!("{}/meetings", path(met.marek.pm))).must_say("stupeň III");
    }
}

#[test]
fn a_client_without_a_consent_never_appears_whatever_is_open_between_the_services() {
    for town in Town::everywhere() {
        let marek = Marek::in_both(&town);
        let short = say(&town, marek.pm, OSP, &Said { until: "2026-05-18", ..YES });
        part(&town, &marek, short, "sepsání odvolání");
        let house = town.at("2026-05-18T09:00");
        let meeting = address(&planned(&house.worker("poradna"), &[]));
        house.worker("poradna").see(&meeting).must_say("Marek Vymyšlený");
        let tomorrow = town.at("2026-05-19T09:00");
        tomorrow.worker("poradna").see(&meeting).must_not_say("Vymyšlený");
        say(&town, marek.pm, OSP, &Said { at: "2026-05-19T10:00", direction: "inward", ..YES });
        town.at("2026-05-19T11:00").worker("poradna").see(&meeting).must_not_say("Vymyšlený");
    }
}
