//! Scenario 6: contacts from the rehabilitation institute. Lenka Páteřní speaks with Tomáš Fiktivní, who agrees to be handed
//! over to peer mentoring, and with Vlasta Smyšlená, who does not.

use super::common::sharing::{TOMAS, VLASTA, newest};
use super::common::stage::{self, worker};
use super::common::{Heard, Town, Worker};
use klubko::town::PM;
use rules::units::{CountingMode, units_of};

/// On Tuesday 10 February 2026 in RÚ Vzorkov.
const THEN: &str = "2026-02-10T15:00";

fn hand_over(by: &Worker<'_>, folder: &str, more: &[(&str, &str)]) -> Heard {
    let (pm, ota, iva) = (PM.to_string(), worker("kolecko"), worker("rampova"));
    let usual = [
        ("service_id", pm.as_str()),
        ("decision", "consent"),
        ("form", "written"),
        ("signed_on", "10. 2. 2026"),
        ("source", "rehab_institute"),
        ("institute", "RÚ Vzorkov"),
        ("given_name", "Tomáš"),
        ("family_name", "Fiktivní"),
        ("region", "Olomoucký kraj"),
        ("phone", "777 000 111"),
        ("email", "tomas.fiktivni@priklad.cz"),
        ("injury", "paraplegia"),
    ];
    let usual = usual.into_iter().filter(|(name, _)| more.iter().all(|(other, _)| name != other));
    let mut typed: Vec<_> = usual.chain(more.iter().copied().filter(|(_, value)| *value != "-")).collect();
    if more.iter().all(|(name, _)| *name != "receivers") {
        typed.extend([("receivers", ota.as_str()), ("receivers", iva.as_str())]);
    }
    by.fill(&format!("{folder}/sharing/handovers/new"), &format!("{folder}/sharing/handovers"), &typed)
}

fn tomas(town: &Town) -> String {
    stage::folder(town, &TOMAS, "2026-02-10T13:00", Some("2026-02-10T13:00"))
}

/// Tomáš handed over and taken up: his folder in the counselling, his folder in peer mentoring.
pub fn handed_over(town: &Town) -> (String, String) {
    let folder = tomas(town);
    let house = town.at(THEN);
    hand_over(&house.worker("paterni"), &folder, &[]).must_be(303);
    let ota = house.worker("kolecko");
    let at = format!("{}/take-up", newest(&ota));
    let taken = ota.fill(&at, &at, &[("own_folder", "new")]);
    taken.must_be(303);
    (folder, taken.location.split('?').next().unwrap().to_owned())
}

#[test]
fn o1_the_sheet_holds_exactly_what_was_signed_and_comes_to_the_two_who_are_named() {
    for town in Town::everywhere() {
        let folder = tomas(&town);
        let house = town.at(THEN);
        let (lenka, ota, iva) = (house.worker("paterni"), house.worker("kolecko"), house.worker("rampova"));
        hand_over(&lenka, &folder, &[]).must_be(303);
        let own = lenka.see(&format!("{folder}/sharing"));
        own.must_say(" souhlasí s předáním osobních a citlivých údajů do služby PM Páteřník.");
        own.must_say("Bc. Ota Kolečko: zatím nepřečteno").must_say("Mgr. Iva Rampová: zatím nepřečteno");
        lenka.see(&format!("{folder}/timeline")).must_say("souhlasí s předáním osobních a citlivých údajů");
        for who in [&ota, &iva] {
            let sheet = who.see(&newest(who));
            for said in
                ["Tomáš", "Fiktivní", "Olomoucký kraj", "777 000 111", "tomas.fiktivni@priklad.cz", "paraplegie"]
            {
                sheet.must_say(said);
            }
            sheet.must_say("přidělení vhodného peera").must_say("rehabilitační ústav – RÚ Vzorkov");
        }
        let item = newest(&ota);
        for other in ["souhrnna", "vozik", "poradna", "terenni", "prikladna"] {
            house.worker(other).see(&item).must_be(404);
        }
        house.worker("souhrnna").see("/shared").must_say("Zatím s vámi nikdo nic nesdílí.");
        let taken = ota.fill(&format!("{item}/take-up"), &format!("{item}/take-up"), &[("own_folder", "new")]);
        taken.must_be(303);
        let own = taken.location.split('?').next().unwrap().to_owned();
        ota.see(&own).must_say("Tomáš Fiktivní").must_say("Zájemce");
        ota.see(&format!("{own}/first-contact")).must_say("Zdravotní stav: paraplegie.");
        lenka.see(&own).must_be(404);
        ota.see(&folder).must_be(404);
        assert_eq!(stage::count(&town, "select count(*) as n from data_handover where folder_id = $1", &folder), 1);
    }
}

#[test]
fn n1_to_n4_nothing_more_nothing_less_and_never_on_a_spoken_word() {
    for town in Town::everywhere() {
        let folder = tomas(&town);
        let house = town.at(THEN);
        let lenka = house.worker("paterni");
        let refused = [
            (&[("injury_cause", "skok do vody")][..], "Nic dalšího přidat nelze"),
            (&[("birth_number", "905617/9913")], "Nic dalšího přidat nelze"),
            (&[("attachment", "propouštěcí zpráva")], "Nic dalšího přidat nelze"),
            (&[("signed_on", "")], "Doplňte den podpisu"),
            (&[("receivers", "-")], "Vyberte aspoň jednoho pracovníka"),
            (&[("injury", "other")], "Napište, o jaký zdravotní stav jde"),
            (&[("form", "oral")], "Ústní nestačí"),
            (&[("phone", ""), ("email", "")], "Doplňte telefon nebo e-mail"),
            (&[("decision", "-")], "Zapište, jak se klient rozhodl"),
        ];
        for (more, says) in refused {
            hand_over(&lenka, &folder, more).must_be(422).must_say(says);
        }
        for table in ["shared_item", "data_handover", "service_offer"] {
            let none: &'static str = format!("select count(*) as n from {table} where folder_id = $1").leak();
            assert_eq!(stage::count(&town, none, &folder), 0, "{table}");
        }
        house.worker("kolecko").see("/shared").must_say("Zatím s vámi nikdo nic nesdílí.");
    }
}

#[test]
fn contacts_do_not_go_on_a_consent_that_is_over_today() {
    for town in Town::everywhere() {
        let folder = tomas(&town);
        let house = town.at(THEN);
        let old = [("signed_on", "10. 1. 2025")];
        hand_over(&house.worker("paterni"), &folder, &old)
            .must_be(403)
            .must_say("Souhlas klienta toto sdílení nedovoluje.");
        for table in ["shared_item", "data_handover", "service_offer"] {
            let none: &'static str = format!("select count(*) as n from {table} where folder_id = $1").leak();
            assert_eq!(stage::count(&town, none, &folder), 0, "{table}");
        }
        house.worker("kolecko").see("/shared").must_say("Zatím s vámi nikdo nic nesdílí.");
    }
}

#[test]
fn a_worker_of_another_service_cannot_be_named_and_nothing_typed_is_lost() {
    for town in Town::everywhere() {
        let folder = tomas(&town);
        let house = town.at(THEN);
        let lenka = house.worker("paterni");
        let page = lenka.see(&format!("{folder}/sharing/handovers/new"));
        page.must_say("Jen ze služby, kterou jste vybrali").must_say("SAS Podhůří").must_say("Mgr. Šárka Podhorská");
        let stranger = worker("podhorska");
        let refused = hand_over(&lenka, &folder, &[("receivers", &stranger)]);
        refused.must_be(422).must_say("Vyberte jen pracovníky služby PM Páteřník");
        for kept in ["Olomoucký kraj", "RÚ Vzorkov", "tomas.fiktivni@priklad.cz", "10. 2. 2026"] {
            assert!(refused.body().contains(kept), "{kept} is lost");
        }
        assert!(refused.body().contains(&format!("value=\"{stranger}\" checked")), "who was ticked stays ticked");
        assert_eq!(stage::count(&town, "select count(*) as n from shared_item where folder_id = $1", &folder), 0);
    }
}

#[test]
fn o1_o2_what_lenka_did_for_both_counts_as_one_intervention_and_one_contact() {
    for town in Town::everywhere() {
        let house = town.at(THEN);
        let lenka = house.worker("paterni");
        for (caller, minutes, units) in [(&TOMAS, "35", "1 intervence"), (&VLASTA, "25", "1 kontakt")] {
            let folder = stage::folder(&town, caller, "2026-02-10T13:00", None);
            let page = format!("{folder}/records");
            let typed = [
                ("kind", "negotiation"),
                ("day", "10. 2. 2026"),
                ("time", "14:00"),
                ("minutes", minutes),
                ("body", "Mluvili jsme o peer mentoringu."),
            ];
            lenka.fill(&format!("{page}/new"), &page, &typed).must_be(303);
            lenka.see(&format!("{folder}/timeline")).must_say(units);
            let given = (caller.given, caller.family);
            hand_over(
                &lenka,
                &folder,
                &[
                    ("given_name", given.0),
                    ("family_name", given.1),
                    ("decision", if caller.given == "Tomáš" { "consent" } else { "dissent" }),
                ],
            )
            .must_be(303);
            lenka.see(&format!("{folder}/timeline")).must_say(units);
            let kept = "select cast(sum(minutes) as bigint) as n from activity_version where folder_id = $1 and replaced_at is null";
            let kept = u32::try_from(stage::count(&town, kept, &folder)).unwrap();
            assert_eq!(kept.to_string(), minutes, "the handover itself is no act");
            assert_eq!(units_of(kept, CountingMode::Event).reported(), 1);
        }
    }
}

#[test]
fn o2_n5_n6_vlasta_says_no_and_nobody_in_peer_mentoring_ever_hears_of_her() {
    for town in Town::everywhere() {
        let folder = stage::folder(&town, &VLASTA, "2026-02-10T13:40", Some("2026-02-10T13:40"));
        let house = town.at(THEN);
        let (lenka, ota) = (house.worker("paterni"), house.worker("kolecko"));
        let no = [("decision", "dissent"), ("given_name", "Vlasta"), ("family_name", "Smyšlená")];
        hand_over(&lenka, &folder, &no).must_be(303);
        let own = lenka.see(&format!("{folder}/sharing"));
        own.must_say("nesouhlasí s předáním osobních a citlivých údajů do služby PM Páteřník.");
        own.must_say("Odsud zatím nic nepřešlo.");
        ota.see("/shared").must_say("Zatím s vámi nikdo nic nesdílí.").must_not_say("Smyšlená");
        ota.see("/search?q=smyslena").must_not_say("Vlasta");
        assert_eq!(stage::count(&town, "select count(*) as n from shared_item where folder_id = $1", &folder), 0);
    }
}

#[test]
fn a_consent_that_was_signed_before_is_not_asked_for_again() {
    use super::common::asking::about_handover;
    for town in Town::everywhere() {
        let folder = tomas(&town);
        let house = town.at("2026-04-10T10:00");
        let (lenka, ota) = (house.worker("paterni"), house.worker("kolecko"));
        about_handover(&lenka, &folder, &[]).must_be(303);
        let page = lenka.see(&format!("{folder}/sharing/handovers/new"));
        let body = page.body();
        let given = body.split("id=\"f-given\"").nth(1).unwrap().split("value=\"").nth(2).unwrap();
        let given = given.split('"').next().unwrap().to_owned();
        let less = [("given", given.as_str()), ("service_id", ""), ("decision", ""), ("form", ""), ("signed_on", "")];
        hand_over(&lenka, &folder, &[&less[..], &[("receivers", "-")]].concat()).must_be(303);
        ota.see(&newest(&ota)).must_say("Olomoucký kraj");
        let once = "select count(*) as n from consent where folder_id = $1 and kind = 'data_handover'";
        assert_eq!(stage::count(&town, once, &folder), 1);
    }
}
