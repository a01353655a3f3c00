//! The assessment beyond the story: what it refuses, and that nothing of it happens twice.

use crate::common::stage::{self, KLARA, worker};
use crate::common::{Heard, Town, Worker};

fn assess(by: &Worker<'_>, folder: &str, typed: &[(&str, &str)]) -> Heard {
    let (alena, bohdan) = (worker("prikladna"), worker("ukazka"));
    let usual = [
        ("held_on", "9. 3. 2026"),
        ("participant_1", alena.as_str()),
        ("participant_2", bohdan.as_str()),
        ("development", "Zvládne první týdny."),
        ("key_worker", alena.as_str()),
    ];
    let mut fields: Vec<_> =
        usual.into_iter().filter(|(name, _)| typed.iter().all(|(field, _)| field != name)).collect();
    fields.extend_from_slice(typed);
    by.fill(&format!("{folder}/assessment/new"), &format!("{folder}/assessments"), &fields)
}

#[test]
fn before_the_consultation_the_page_says_what_it_waits_for() {
    for town in Town::everywhere() {
        let folder = stage::folder(&town, &KLARA, "2026-03-03T14:20", None);
        let house = town.at("2026-03-04T09:00");
        let bohdan = house.worker("ukazka");
        bohdan.see(&format!("{folder}/assessment")).must_be(200).must_say("Zhodnocení navazuje na úvodní konzultaci.");
        bohdan.see(&format!("{folder}/assessment/new")).must_be(403).must_say("Nejdříve ji zapište.");
    }
}

#[test]
fn an_assessment_without_the_possible_development_or_before_the_consultation_or_tomorrow_is_refused() {
    for town in Town::everywhere() {
        let folder = stage::folder(&town, &KLARA, "2026-03-03T14:20", Some("2026-03-03T14:30"));
        let house = town.at("2026-03-09T10:00");
        let bohdan = house.worker("ukazka");
        let refuse = |typed: &[(&str, &str)], sentence: &str| {
            assess(&bohdan, &folder, typed).must_be(422).must_say(sentence);
        };
        refuse(&[("development", "  ")], "Napište, jak se situace může vyvíjet.");
        refuse(&[("held_on", "2. 3. 2026")], "Zhodnocení nemůže být dřív než úvodní konzultace 3. 3. 2026.");
        refuse(&[("held_on", "10. 3. 2026")], "Tento den teprve přijde.");
        refuse(&[("held_on", "")], "Doplňte datum");
        refuse(&[("key_worker", &worker("pomocny"))], "Klíčovým pracovníkem je sociální pracovník");
        refuse(&[("key_worker", &worker("kolecko"))], "Tento pracovník ve službě není.");
        refuse(&[("participant_2", &worker("kolecko"))], "Tento pracovník ve službě není.");
        assess(&bohdan, &folder, &[]).must_be(303);
    }
}

#[test]
fn it_is_closed_once_and_the_key_worker_of_a_past_day_holds_from_its_beginning() {
    for town in Town::everywhere() {
        let folder = stage::folder(&town, &KLARA, "2026-03-03T14:20", Some("2026-03-03T14:30"));
        let house = town.at("2026-03-10T10:00");
        let bohdan = house.worker("ukazka");
        let form = bohdan.see(&format!("{folder}/assessment/new"));
        assess(&bohdan, &folder, &[]).must_be(303);
        let alena = house.worker("prikladna");
        alena.see(&format!("{folder}/team")).must_say("Mgr. Alena Příkladná od po 9. 3. 2026 · určeno zhodnocením");
        alena.see(&format!("{folder}/assessment/new")).must_be(403).must_say("podruhé je uzavřít nelze");
        let again = alena.send(&form, &format!("{folder}/assessments"), &[("held_on", "9. 3. 2026")]);
        again.must_be(403).must_say("podruhé je uzavřít nelze");
        for table in [
            "select count(*) as n from assessment where folder_id = $1",
            "select count(*) as n from key_worker_assignment where folder_id = $1",
        ] {
            assert_eq!(stage::count(&town, table, &folder), 1);
        }
        let rows = "select count(*) as n from assessment_participant where folder_id = $1";
        assert_eq!(stage::count(&town, rows, &folder), 2);
        assert!(matches!(town.verify(), klubko::kernel::journal::Found::Sound { .. }));
    }
}

#[test]
fn a_volunteer_is_not_invited_as_assessor_and_a_colleague_once() {
    for town in Town::everywhere() {
        let folder = stage::folder(&town, &KLARA, "2026-03-03T14:20", Some("2026-03-03T14:30"));
        let house = town.at("2026-03-04T09:00");
        let bohdan = house.worker("ukazka");
        let invite = |login: &str| {
            let page = format!("{folder}/assessment");
            bohdan.fill(&page, &format!("{folder}/assessors"), &[("assessor", &worker(login))])
        };
        invite("pomocny").must_be(422).must_say("Dobrovolníci a stážisté do složek nenahlížejí.");
        invite("prikladna").must_be(303);
        invite("prikladna").must_be(422).must_say("Tento pracovník už přizvaný je.");
    }
}

#[test]
fn a_planned_assessment_is_the_one_that_was_written_and_waits_no_more() {
    for town in Town::everywhere() {
        let klara = crate::common::klara::Klara::consulted(&town);
        let me = crate::common::stage::worker("ukazka");
        {
            let house = town.at("2026-03-05T09:00");
            let bohdan = house.worker("ukazka");
            let typed =
                [("kind", "assessment"), ("who", me.as_str()), ("day", "9. 3."), ("time", "9:00"), ("minutes", "60")];
            bohdan.fill(&klara.page("/appointments/new"), &klara.page("/appointments"), &typed).must_be(303);
        }
        const OPEN: &str = "select count(*) as n from appointment where folder_id = $1 and kind = 'assessment'
                               and assessment_id is null";
        assert_eq!(klara.count(OPEN), 1);
        let house = town.at("2026-03-09T10:00");
        let bohdan = house.worker("ukazka");
        let assessors = ["prikladna", "ukazka"];
        crate::common::klara::assess(&bohdan, &klara.folder, assessors, "prikladna", &[]).must_be(303);
        assert_eq!(klara.count(OPEN), 0);
        drop(house);
        let house = town.at("2026-03-10T09:00");
        house.worker("ukazka").see("/").must_not_say("po 9. 3. 2026 9:00");
    }
}
