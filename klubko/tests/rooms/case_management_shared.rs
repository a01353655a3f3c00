//! What others see of a case: the other service in its own folder, the next key worker, the client on paper; and who sees
//! nothing.

use crate::common::plant::worker;
use crate::common::together::{Marek, Said, YES, case, of, open, path, say, send, withdraw};
use crate::common::{Town, meeting, pdf};
use klubko::town::{OSP, PM};

const DAY: &str = "2026-05-04T10:00";

#[test]
fn the_other_service_sees_goal_parts_and_people_in_its_own_folder_and_after_the_withdrawal_only_that_it_came() {
    for town in Town::everywhere() {
        let marek = Marek::in_both(&town);
        let consent = say(&town, marek.pm, OSP, &YES);
        let house = town.at(DAY);
        let (iva, eva) = (house.worker("rampova"), house.worker("poradna"));
        open(&iva, marek.pm, &[]).must_be(303);
        let case = case(&iva, marek.pm);
        let (pm, jan) = (PM.to_string(), of(PM, "vozik"));
        send(&iva, &format!("{case}/parts/new"), &[("part", "nácvik cesty"), ("responsible", &pm)]).must_be(303);
        let member = [
            ("who", jan.as_str()),
            ("role", "peer mentor"),
            ("need", "stejná zkušenost"),
            ("day", "4. 5. 2026"),
            ("participation", "Marek o něj požádal."),
            ("reason_r075", "jen on zná cestu"),
        ];
        send(&iva, &format!("{case}/members/new"), &member).must_be(303);
        let theirs = format!("{}/case-management", path(marek.osp));
        let page = eva.see(&theirs);
        page.must_be(200)
            .must_say("Přiznaný příspěvek na péči")
            .must_say("nácvik cesty")
            .must_say("Jan Vozík (PM Páteřník)");
        page.must_not_say("Marek o něj požádal.").must_not_say("Odvolání píše poradna, nácvik vede mentor.");
        eva.see(&format!("{}/case-management", path(marek.pm))).must_be(404);
        withdraw(&town, marek.pm, consent, "2026-05-04T09:59");
        let page = eva.see(&theirs);
        page.must_not_say("Přiznaný příspěvek").must_not_say("nácvik cesty").must_not_say("Jan Vozík");
        page.must_say("Souhlas s případovou spoluprací byl odvolán 4. 5. 2026.");
        iva.see(&format!("{}/case-management", path(marek.pm)))
            .must_say("zastavená")
            .must_say("Souhlas klienta neplatí.");
        iva.see(&format!("{case}/members/new")).must_be(403).must_say("spolupráce je zastavená");
        let end = [("reason", "consent_ended"), ("note", "Marek pokračuje jen s mentorem."), ("day", "4. 5. 2026")];
        send(&iva, &format!("{case}/end"), &end).must_be(303);
        iva.see(&format!("{}/case-management", path(marek.pm)))
            .must_say("ukončená")
            .must_say("Marek pokračuje jen s mentorem.");
        iva.see(&format!("{case}/edit")).must_be(403).must_say("už skončila");
    }
}

#[test]
fn a_consent_of_one_direction_opens_nothing_the_other_way() {
    for town in Town::everywhere() {
        let marek = Marek::in_both(&town);
        say(&town, marek.pm, OSP, &Said { direction: "inward", ..YES });
        let house = town.at(DAY);
        let (iva, eva) = (house.worker("rampova"), house.worker("poradna"));
        open(&iva, marek.pm, &[]).must_be(303);
        eva.see(&format!("{}/case-management", path(marek.osp))).must_not_say("Přiznaný příspěvek");
    }
}

#[test]
fn an_active_team_without_a_next_meeting_is_told_so() {
    for town in Town::everywhere() {
        let marek = Marek::agreeing(&town);
        let house = town.at(DAY);
        let (iva, eva) = (house.worker("rampova"), house.worker("poradna"));
        open(&iva, marek.pm, &[]).must_be(303);
        let home = format!("{}/case-management", path(marek.pm));
        iva.see(&home).must_say("příští porada není naplánovaná");
        crate::common::meeting::planned(&eva, &[]).must_be(303);
        iva.see(&home).must_say("Příští porada: út 19. 5. 2026").must_not_say("není naplánovaná");
    }
}

#[test]
fn the_lead_passes_with_the_folder() {
    for town in Town::everywhere() {
        let marek = Marek::agreeing(&town);
        let house = town.at(DAY);
        let (iva, ota) = (house.worker("rampova"), house.worker("kolecko"));
        open(&iva, marek.pm, &[]).must_be(303);
        let folder = path(marek.pm);
        let ota_id = worker("kolecko").to_string();
        let handover = [
            ("to", ota_id.as_str()),
            ("ends_on", "4. 5. 2026"),
            ("begins_on", "4. 5. 2026"),
            ("reason", "other"),
            ("reason_text", "změna úvazku"),
            ("note", "Marek o změně ví."),
        ];
        iva.fill(&format!("{folder}/handovers/new"), &format!("{folder}/handovers"), &handover).must_be(303);
        let offer = ota.see("/").address(&format!("{folder}/handovers/"), "");
        let answer = format!("{offer}/answer");
        ota.fill(&offer, &answer, &[("answer", "accepted")]).must_be(303);
        ota.see(&format!("{folder}/case-management"))
            .must_say("Bc. Ota Kolečko (PM Páteřník) vede celý případ, od 4. 5. 2026");
    }
}

#[test]
fn who_helps_is_a_plain_paper_for_the_client() {
    for town in Town::everywhere() {
        let marek = Marek::agreeing(&town);
        let house = town.at(DAY);
        let iva = house.worker("rampova");
        open(&iva, marek.pm, &[]).must_be(303);
        let paper = iva.see(&format!("{}/case-management/helpers.pdf", path(marek.pm)));
        assert_eq!((paper.status, paper.header("content-type")), (200, "application/pdf"));
        let Some(text) = crate::common::pdf::text(&paper.bytes) else { return };
        assert!(text.contains("Kdo Vám pomáhá") && text.contains("Rampová"), "{text}");
        assert!(!text.contains("Odvolání píše poradna"), "reasons are the team's: {text}");
    }
}

#[test]
fn a_stranger_a_mentor_and_an_excluded_worker_see_no_case() {
    for town in Town::everywhere() {
        let marek = Marek::agreeing(&town);
        let house = town.at(DAY);
        open(&house.worker("rampova"), marek.pm, &[]).must_be(303);
        let page = format!("{}/case-management", path(marek.pm));
        for login in ["poradna", "prikladna", "ucetni", "vozik"] {
            let status = house.worker(login).see(&page).status;
            assert_eq!(status, 404, "{login}");
        }
        town.plant_exclusion(marek.pm, "souhrnna");
        house.worker("souhrnna").see(&page).must_be(404);
    }
}

#[test]
fn what_meetings_agreed_stands_beside_the_case_and_on_the_clients_paper_once_it_is_in_the_folder() {
    for town in Town::everywhere() {
        let marek = Marek::in_both(&town);
        let consent = say(&town, marek.pm, OSP, &YES);
        meeting::part(&town, &marek, consent, "sepsání odvolání");
        let monday = town.at("2026-05-18T09:00");
        open(&monday.worker("rampova"), marek.pm, &[]).must_be(303);
        let agreed = meeting::address(&meeting::planned(&monday.worker("poradna"), &[]));
        let tuesday = town.at("2026-05-19T15:00");
        let (iva, eva) = (tuesday.worker("rampova"), tuesday.worker("poradna"));
        meeting::agree(&eva, &agreed, marek.pm);
        let (home, theirs) =
            (format!("{}/case-management", path(marek.pm)), format!("{}/case-management", path(marek.osp)));
        iva.see(&home).must_not_say("Co se domluvilo na poradách");
        meeting::close(&eva, &agreed, &[]).must_be(303);
        for (by, page) in [(&iva, &home), (&eva, &theirs)] {
            by.see(page)
                .must_say("Porada út 19. 5. 2026 se službou")
                .must_say("čeká na zápis")
                .must_say("Cíl: přiznán stupeň III do 30. 9. 2026")
                .must_say("doplnit zprávu Mgr. Eva Poradná, do 2. 6. 2026")
                .must_not_say("Iva má obavy");
        }
        let printed = || pdf::text(&iva.see(&format!("{home}/helpers.pdf")).bytes);
        assert!(printed().is_none_or(|text| !text.contains("přiznán stupeň III")), "nothing is in the folder yet");
        let outputs = format!("{}/meetings", path(marek.pm));
        let body = iva.see(&outputs).body();
        let links = body.split("href=\"").skip(1).filter_map(|rest| rest.split('"').next());
        let mut own = links.filter(|one| one.starts_with(&format!("{outputs}/")) && !one.contains("/goals/"));
        let output = own.find(|one| !one.ends_with("/new")).unwrap();
        iva.fill(output, output, &[("text", "Dohodli jsme postup."), ("minutes", "10")]).must_be(303);
        iva.see(&home).must_say("zapsáno ve složce");
        assert!(printed().is_none_or(|text| text.contains("Cíl: přiznán stupeň III, do 30. 9. 2026.")));
        withdraw(&town, marek.pm, consent, "2026-05-19T14:59");
        eva.see(&theirs).must_not_say("stupeň III");
        iva.see(&home).must_say("stupeň III");
    }
}

#[test]
fn the_other_service_reads_in_its_timeline_that_a_consent_about_it_was_withdrawn_and_nothing_more() {
    for town in Town::everywhere() {
        let marek = Marek::in_both(&town);
        let consent = say(&town, marek.pm, OSP, &YES);
        let alone = say(&town, marek.pm, klubko::town::SAS, &YES);
        withdraw(&town, marek.pm, alone, "2026-05-04T08:00");
        let (timeline, says) = (format!("{}/timeline", path(marek.osp)), "Odvolán souhlas zapsaný v druhé službě");
        let before = town.at("2026-05-04T09:00");
        before.worker("poradna").see(&timeline).must_not_say(says);
        withdraw(&town, marek.pm, consent, "2026-05-04T09:30");
        let house = town.at(DAY);
        let page = house.worker("poradna").see(&timeline);
        page.must_say(&format!("{says}: případová spolupráce po 4. 5. 2026 9:30"));
        page.must_not_say("e-mailem").must_not_say("Rampová");
        assert_eq!(page.body().replace('\u{a0}', " ").matches(says).count(), 1);
        house.worker("rampova").see(&format!("{}/timeline", path(marek.pm))).must_say("Souhlas odvolán");
    }
}
