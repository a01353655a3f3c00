//! Scenario 6, its second half: on Monday 16 February it is evident that Tomáš Fiktivní needs both services. Eva Poradná
//! instructs him and he consents to case management until the end of August.

use super::common::asking::about_cooperation;
use super::common::sharing::{previewed, topic};
use super::common::stage::worker;
use super::common::{Heard, Town, Worker};
use super::scenario_06::handed_over;
use klubko::town::PM;
use uuid::Uuid;

fn agrees(by: &Worker<'_>, folder: &str, more: &[(&str, &str)]) -> Heard {
    let pm = PM.to_string();
    let usual = [
        ("receiver", pm.as_str()),
        ("direction", "both"),
        ("own_topics", "bydlení – bezbariérové úpravy\npříspěvky"),
        ("extent", "výsledek posouzení, termíny, kontakty na úřad"),
        ("purpose", "společné řešení bydlení"),
        ("valid_from", "16. 2. 2026"),
        ("valid_until", "31. 8. 2026"),
        ("day", "16. 2. 2026"),
    ];
    let usual = usual.into_iter().filter(|(name, _)| more.iter().all(|(other, _)| name != other));
    let typed: Vec<_> = usual.chain(more.iter().copied()).collect();
    about_cooperation(by, folder, "poradna", &typed)
}

/// Tomáš's folders in both services, joined by the handover, and his consent.
fn agreed(town: &Town) -> (String, String, Uuid) {
    let (folder, own) = handed_over(town);
    let house = town.at("2026-02-16T11:00");
    let eva = house.worker("poradna");
    agrees(&eva, &folder, &[]).must_be(303);
    let page = eva.see(&format!("{folder}/sharing/new"));
    let value = page.body().split("value=\"").find(|rest| rest.contains("|bydlení")).unwrap().to_owned();
    let consent = value.split('|').nth(1).unwrap().parse().unwrap();
    (folder, own, consent)
}

fn shares(by: &Worker<'_>, folder: &str, consent: Uuid) -> Heard {
    let (about, ota) = (topic(PM, consent, "příspěvky"), worker("kolecko"));
    let typed = [
        ("topic", about.as_str()),
        ("receivers", ota.as_str()),
        ("title", "Výsledek posouzení"),
        ("body", "Nárok na příspěvek trvá."),
    ];
    previewed(by, &format!("{folder}/sharing/new"), &format!("{folder}/sharing"), &typed)
}

#[test]
fn o3_both_services_know_what_he_agreed_to() {
    for town in Town::everywhere() {
        let (folder, own, consent) = agreed(&town);
        let house = town.at("2026-02-17T09:00");
        let (eva, ota) = (house.worker("poradna"), house.worker("kolecko"));
        for (who, page) in [(&eva, &folder), (&ota, &own)] {
            let register = who.see(&format!("{page}/consents"));
            register
                .must_say("bydlení – bezbariérové úpravy")
                .must_say("výsledek posouzení, termíny, kontakty na úřad");
            register.must_say("společné řešení bydlení").must_say("do 31. 8. 2026");
        }
        shares(&eva, &folder, consent).must_be(303);
        ota.see(&format!("{own}/sharing")).must_say("Co s námi sdílí").must_say("Výsledek posouzení");
    }
}

#[test]
fn n7_not_without_validity_and_not_recorded_by_somebody_who_is_no_social_worker() {
    for town in Town::everywhere() {
        let (folder, _) = handed_over(&town);
        let house = town.at("2026-02-16T11:00");
        let (eva, lenka) = (house.worker("poradna"), house.worker("paterni"));
        agrees(&eva, &folder, &[("valid_until", "")]).must_be(422).must_say("od kdy do kdy souhlas platí");
        agrees(&lenka, &folder, &[]).must_be(422).must_say("poučuje a jeho odpověď zapisuje sociální pracovník");
    }
}

#[test]
fn n8_a_warning_two_weeks_before_and_nothing_from_the_first_of_september() {
    for town in Town::everywhere() {
        let (folder, own, consent) = agreed(&town);
        let house = town.at("2026-08-17T09:00");
        let eva = house.worker("poradna");
        eva.see(&folder).must_say("31. 8. 2026").must_say("14 dní");
        shares(&eva, &folder, consent).must_be(303);
        drop(house);
        let house = town.at("2026-08-31T23:50");
        house.worker("kolecko").see(&format!("{own}/sharing")).must_say("Výsledek posouzení");
        drop(house);
        let house = town.at("2026-09-01T00:01");
        let (eva, ota) = (house.worker("poradna"), house.worker("kolecko"));
        ota.see(&format!("{own}/sharing")).must_not_say("Výsledek posouzení");
        eva.see(&format!("{folder}/sharing/new")).must_say("Klient zatím nesouhlasí se sdílením s žádnou službou.");
        eva.see(&format!("{folder}/sharing")).must_say("souhlas vypršel 31. 8. 2026");
    }
}
