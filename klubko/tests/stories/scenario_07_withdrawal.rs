//! Scenario 7, its end: on Monday 8 June at 9:12 Marek withdraws his consent by e-mail. From that moment the counselling sees
//! nothing of what was shared, each side has its task, and nothing that was lawfully written is taken out (R-084, D10).

use super::common::asking::{about_cooperation, withdraw, withdrawal};
use super::common::sharing::{asks, marek, newest, topic};
use super::common::stage::{self, worker};
use super::common::{Town, Worker};
use klubko::town::{OSP, PM};
use uuid::Uuid;

/// Marek's folder in PM, the folder of the counselling, the consent.
struct Shared {
    folder: String,
    own: String,
    consent: Uuid,
}

fn consent_of(by: &Worker<'_>, folder: &str) -> Uuid {
    let page = withdrawal(by, folder);
    page.trim_end_matches("/withdrawal").rsplit('/').next().unwrap().parse().unwrap()
}

/// Agreed on 20 April, asked for and taken up on 4 May.
fn shared(town: &Town) -> Shared {
    let folder = marek(town);
    let house = town.at("2026-04-20T10:00");
    let iva = house.worker("rampova");
    about_cooperation(&iva, &folder, "rampova", &[]).must_be(303);
    let consent = consent_of(&iva, &folder);
    drop(house);
    let house = town.at("2026-05-04T10:15");
    let (iva, eva) = (house.worker("rampova"), house.worker("poradna"));
    asks(&iva, &folder, consent, &[]).must_be(303);
    let at = format!("{}/answer", newest(&eva));
    let typed = [("answer", "accepted"), ("delimited_part", "sepsání odvolání"), ("own_folder", "new")];
    let taken = eva.fill(&at, &at, &typed);
    taken.must_be(303);
    let own = taken.location.split('?').next().unwrap().to_owned();
    Shared { folder, own, consent }
}

#[test]
fn o3_from_the_withdrawal_on_nothing_is_seen_and_each_side_has_its_task() {
    for town in Town::everywhere() {
        let Shared { folder, own, .. } = shared(&town);
        let house = town.at("2026-06-08T09:12");
        let (iva, eva) = (house.worker("rampova"), house.worker("poradna"));
        let item = newest(&eva);
        eva.see(&item).must_be(200);
        let page = withdrawal(&iva, &folder);
        iva.see(&page).must_say("sepsání odvolání");
        withdraw(&iva, &page, &[]).must_be(303);
        eva.see(&item).must_be(404);
        eva.see("/shared").must_say("Zatím s vámi nikdo nic nesdílí.").must_not_say("Vymyšlený");
        eva.see("/").must_not_say("žádost");
        let kept = eva.see(&format!("{own}/sharing"));
        kept.must_say("sepsání odvolání").must_say("souhlas odvolán").must_not_say("Co s námi sdílí");
        eva.see(&format!("{own}/consents")).must_say("odvolán");
        eva.see(&format!("{own}/tasks")).must_say("Uzavřít část zakázky převzatou z jiné služby");
        iva.see(&format!("{folder}/sharing")).must_say("souhlas odvolán 8. 6. 2026");
        iva.see(&format!("{folder}/tasks")).must_say("Uzavřít spolupráci s druhou službou");
        iva.see(&format!("{folder}/consents")).must_say("odvolán");
        let kept = "select count(*) as n from plan_note where folder_id = $1";
        assert_eq!(stage::count(&town, kept, &folder), 1, "what was lawfully written stays");
    }
}

#[test]
fn o3_said_in_the_counselling_it_works_the_same() {
    for town in Town::everywhere() {
        let Shared { folder, own, .. } = shared(&town);
        let house = town.at("2026-06-08T09:12");
        let (iva, eva) = (house.worker("rampova"), house.worker("poradna"));
        let item = newest(&eva);
        let page = withdrawal(&eva, &own);
        withdraw(&eva, &page, &[]).must_be(303);
        eva.see(&item).must_be(404);
        iva.see(&format!("{folder}/consents")).must_say("odvolán");
        iva.see(&format!("{folder}/tasks")).must_say("Uzavřít spolupráci s druhou službou");
    }
}

#[test]
fn a_no_that_takes_the_place_of_the_consent_ends_what_runs_on_it_like_a_withdrawal() {
    for town in Town::everywhere() {
        let Shared { folder, own, .. } = shared(&town);
        let house = town.at("2026-06-08T09:12");
        let (iva, eva) = (house.worker("rampova"), house.worker("poradna"));
        let item = newest(&eva);
        let no = [("decision", "dissent"), ("day", "8. 6. 2026"), ("time", "9:10")];
        about_cooperation(&iva, &folder, "rampova", &no).must_be(303);
        eva.see(&item).must_be(404);
        iva.see(&format!("{folder}/tasks")).must_say("Uzavřít spolupráci s druhou službou");
        eva.see(&format!("{own}/tasks")).must_say("Uzavřít část zakázky převzatou z jiné služby");
        eva.see(&format!("{own}/sharing")).must_say("souhlas odvolán");
        let far = "select count(*) as n from journal where concerns_id = $1 and text = 'souhlas se sdílením odvolán'";
        assert_eq!(stage::count(&town, far, &own), 1, "the journal of the other folder says it too");
    }
}

#[test]
fn n6_n7_a_minute_later_nothing_crosses_and_the_consent_itself_stays() {
    for town in Town::everywhere() {
        let Shared { folder, consent, .. } = shared(&town);
        let house = town.at("2026-06-08T09:12");
        let iva = house.worker("rampova");
        withdraw(&iva, &withdrawal(&iva, &folder), &[]).must_be(303);
        drop(house);
        let house = town.at("2026-06-08T09:13");
        let iva = house.worker("rampova");
        let token = Uuid::new_v4().to_string();
        let (pm, eva, about) = (PM.to_string(), worker("poradna"), topic(OSP, consent, "odvolání"));
        let typed = [
            ("topic", about.as_str()),
            ("receivers", eva.as_str()),
            ("title", "Rozhodnutí"),
            ("body", "Přišlo nové rozhodnutí."),
            ("token", token.as_str()),
            ("service", pm.as_str()),
        ];
        iva.post(&format!("{folder}/sharing"), &typed).must_be(422).must_say("Souhlas s tímto tématem už neplatí");
        for gone in ["delete", "edit"] {
            iva.see(&format!("{folder}/consents/{consent}/{gone}")).must_be(404);
        }
        let stays = "select count(*) as n from consent where folder_id = $1 and decision = 'consent'";
        assert_eq!(stage::count(&town, stays, &folder), 1);
        let again = iva.see(&format!("{folder}/consents"));
        again.must_say("Souhlas: případová spolupráce – OSP Páteřník");
    }
}

#[test]
fn a_new_consent_after_it_revives_nothing() {
    for town in Town::everywhere() {
        let Shared { folder, .. } = shared(&town);
        let house = town.at("2026-06-08T09:12");
        let (iva, eva) = (house.worker("rampova"), house.worker("poradna"));
        let item = newest(&eva);
        withdraw(&iva, &withdrawal(&iva, &folder), &[]).must_be(303);
        drop(house);
        let house = town.at("2026-06-09T10:00");
        let (iva, eva) = (house.worker("rampova"), house.worker("poradna"));
        let anew = [("day", "9. 6. 2026"), ("valid_from", "9. 6. 2026")];
        about_cooperation(&iva, &folder, "rampova", &anew).must_be(303);
        eva.see(&item).must_be(404);
        eva.see("/shared").must_say("Zatím s vámi nikdo nic nesdílí.");
    }
}
