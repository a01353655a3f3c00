//! Scenario 2, the beginning: Klára Vzorná calls on Tuesday 3 March 2026 and Bohdan Ukázka talks with her at once.

use crate::common::klara::{CRISIS, Klara, ORAL, TALK, hold};
use crate::common::{House, Town};

fn afternoon(town: &Town) -> House {
    town.at("2026-03-03T15:20")
}

#[test]
fn scenario_02_o1_the_consultation_by_phone_carries_the_voiced_consent_and_the_crisis_is_red() {
    for town in Town::everywhere() {
        let house = afternoon(&town);
        let bohdan = house.worker("ukazka");
        let folder = Klara::calls(&town).folder;
        bohdan.see(&format!("{folder}/consultation/new")).must_say("Přečtěte nahlas: „Abychom s Vámi mohli konzultaci");
        let held = hold(&bohdan, &folder, &[TALK, ORAL, CRISIS]);
        assert_eq!(held.must_be(303).location, format!("{folder}/negotiation?done=consultation"));
        let page = bohdan.see(&held.location);
        page.must_say("Úvodní konzultace je zapsána.")
            .must_say("Důvod (první kontakt přijatý jiným odborníkem): žádný sociální pracovník nebyl volný");
        page.must_say("út 3. 3. 2026 14:30, po telefonu, na žádost klienta, 45 min, PhDr. Bohdan Ukázka");
        page.must_say("ústní souhlas 14:31").must_say("Znovu se ozveme st 4. 3. 2026 10:00");
        assert!(page.body().contains("<span class=\"badge bad\">krizová intervence</span>"));
        page.must_say("Údaje zapsány z důvodu souhlas").must_not_say("zbývá doplnit");
        let written = town.tasks().into_iter().find(|task| task.rule == "r024").unwrap();
        assert_eq!(written.what, "Získat písemný souhlas při prvním osobním setkání");
        assert_eq!((written.due_on.as_str(), written.position.as_deref()), ("2026-03-10", Some("intake")));
    }
}

#[test]
fn scenario_02_n1_by_phone_nothing_is_saved_under_her_name_without_the_voiced_consent() {
    for town in Town::everywhere() {
        let house = afternoon(&town);
        let bohdan = house.worker("ukazka");
        let folder = Klara::calls(&town).folder;
        let refused = hold(&bohdan, &folder, &[TALK]);
        refused.must_be(422).must_say(
            "Telefonickou konzultaci uložíte se jménem jen se zaznamenaným ústním souhlasem. Zaznamenejte jej, nebo \
             uložte konzultaci anonymně.",
        );
        refused.must_say("Uložit anonymně").must_say("Manžel odešel minulý týden");
        bohdan.see(&format!("{folder}/negotiation")).must_say("Tady bude úvodní konzultace");
        assert!(town.tasks().is_empty());
        let save = [TALK, &[("save", "anonymously")]].concat();
        let led = bohdan.send(&refused, &format!("{folder}/consultations"), &save);
        assert!(led.must_be(303).location.starts_with("/anonymous-contacts/new?draft="), "{}", led.location);
        let page = bohdan.see(&led.location);
        page.must_be(200).must_say("Manžel odešel minulý týden").must_not_say("Vzorná");
        bohdan.see(&format!("{folder}/negotiation")).must_say("Tady bude úvodní konzultace");
    }
}

#[test]
fn scenario_02_n2_in_a_crisis_neither_consent_nor_agreement_nor_date_of_birth_stands_in_the_way() {
    for town in Town::everywhere() {
        let house = afternoon(&town);
        let bohdan = house.worker("ukazka");
        let folder = Klara::calls(&town).folder;
        hold(&bohdan, &folder, &[TALK, &[("crisis", "yes")]]).must_be(303);
        let page = bohdan.see(&format!("{folder}/negotiation"));
        page.must_say("Údaje zapsány z důvodu životně důležitý zájem").must_not_say("ústní souhlas");
        page.must_say(
            "Ke krizové intervenci zbývá doplnit: čím byl člověk ohrožen, co jste udělali, bezpečnostní plán",
        );
        let task = town.tasks().into_iter().find(|task| task.rule == "r025").unwrap();
        assert_eq!(task.what, "Doplnit souhlas se zpracováním údajů po krizové intervenci");
        assert_eq!(task.due_on, "2026-03-10");
    }
}

#[test]
fn scenario_02_o2_the_assessment_is_due_on_the_tenth_and_amber_from_sunday() {
    for town in Town::everywhere() {
        let folder = {
            let house = afternoon(&town);
            let bohdan = house.worker("ukazka");
            let folder = Klara::calls(&town).folder;
            hold(&bohdan, &folder, &[TALK, ORAL]).must_be(303);
            bohdan
                .see(&format!("{folder}/negotiation"))
                .must_say("Má proběhnout nejpozději do út 10. 3. 2026. Zbývá 7 dní.");
            folder
        };
        let due: Vec<_> = town.tasks().into_iter().filter(|task| task.rule == "r029").collect();
        assert_eq!(due.len(), 1);
        assert_eq!((due[0].due_on.as_str(), due[0].position.as_deref()), ("2026-03-10", None), "for Bohdan himself");
        let days = [
            ("2026-03-07T09:00", "info", "Má proběhnout nejpozději do út 10. 3. 2026. Zbývají 3 dny."),
            ("2026-03-08T09:00", "warn", "Má proběhnout nejpozději do út 10. 3. 2026. Zbývají 2 dny."),
            ("2026-03-10T09:00", "warn", "Má proběhnout nejpozději do út 10. 3. 2026. Lhůta končí dnes."),
            ("2026-03-11T09:00", "bad", "Mělo proběhnout do út 10. 3. 2026, po lhůtě o 1 den."),
        ];
        for (moment, kind, sentence) in days {
            let house = town.at(moment);
            let page = house.worker("ukazka").see(&format!("{folder}/negotiation"));
            page.must_say(sentence);
            assert!(page.body().contains(&format!("class=\"bar {kind}\"")), "{moment}: not {kind}");
        }
    }
}
