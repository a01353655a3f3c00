//! Scenario 7, its first half: Marek Vymyšlený brings a decision with a running term, Iva Rampová asks the counselling for the
//! appeal, Eva Poradná takes it up, and he withdraws his consent.

use super::common::sharing::{self, TO_OSP, asks, decided, marek, newest, previewed, topic};
use super::common::stage::{self, worker};
use super::common::{Heard, Town, Worker};
use klubko::town::OSP;
use rules::units::{CountingMode, Units, units_of};
use uuid::Uuid;

/// On Monday 4 May 2026 at 10:15.
const THEN: &str = "2026-05-04T10:15";

fn asked(town: &Town) -> (String, Uuid) {
    let folder = marek(town);
    let consent = decided(town, &folder, &TO_OSP);
    let house = town.at(THEN);
    asks(&house.worker("rampova"), &folder, consent, &[]).must_be(303);
    (folder, consent)
}

fn accepts(by: &Worker<'_>, more: &[(&str, &str)]) -> Heard {
    let at = format!("{}/answer", newest(by));
    let usual = [("answer", "accepted"), ("delimited_part", "sepsání odvolání"), ("own_folder", "new")];
    let usual = usual.into_iter().filter(|(name, _)| more.iter().all(|(other, _)| name != other));
    let typed: Vec<_> = usual.chain(more.iter().copied()).collect();
    by.fill(&at, &at, &typed)
}

#[test]
fn o1_the_appeal_is_taken_up_with_its_term_and_the_plan_says_with_whom() {
    for town in Town::everywhere() {
        let (folder, _) = asked(&town);
        let house = town.at(THEN);
        let (iva, eva) = (house.worker("rampova"), house.worker("poradna"));
        eva.see("/shared").must_say("sepsání odvolání").must_say("termín 12. 5. 2026, zbývá 8 dní");
        let item = eva.see(&newest(&eva));
        item.must_say("Klient: Marek Vymyšlený").must_say("Rozhodnutí o příspěvku na péči ze 27. 4. 2026");
        item.must_say("Vidíte to, protože klient souhlasí se sdílením, téma odvolání, do 31. 12. 2026.");
        let taken = accepts(&eva, &[]);
        taken.must_be(303);
        let own = taken.location.split('?').next().unwrap().to_owned();
        eva.see(&format!("{own}/sharing")).must_say("Řešíme pro jinou službu").must_say("ze služby PM Páteřník");
        iva.see(&format!("{folder}/sharing")).must_say("řešeno ve spolupráci s OSP Páteřník");
        iva.see(&format!("{folder}/timeline")).must_say("Část zakázky řeší ve spolupráci služba OSP Páteřník");
        let note =
            "select count(*) as n from plan_note where folder_id = $1 and note = 'řešeno ve spolupráci s OSP Páteřník'";
        assert_eq!(stage::count(&town, note, &folder), 1, "the unwritten plan says it");
        eva.see(&folder).must_be(404);
        iva.see(&own).must_be(404);
    }
}

#[test]
fn o1_seventy_minutes_on_the_appeal_are_reported_by_the_counselling_alone() {
    for town in Town::everywhere() {
        let (folder, _) = asked(&town);
        let house = town.at(THEN);
        let taken = accepts(&house.worker("poradna"), &[]);
        taken.must_be(303);
        let own = taken.location.split('?').next().unwrap().to_owned();
        drop(house);
        let house = town.at("2026-05-05T12:00");
        let eva = house.worker("poradna");
        let page = format!("{own}/records");
        let typed = [
            ("kind", "on_behalf"),
            ("day", "5. 5. 2026"),
            ("time", "9:00"),
            ("minutes", "70"),
            ("body", "Odvolání je sepsané."),
        ];
        eva.fill(&format!("{page}/new"), &page, &typed).must_be(303);
        eva.see(&format!("{own}/timeline")).must_say("1 intervence");
        let of_day = "select cast(coalesce(sum(minutes), 0) as bigint) as n from activity_version
                       where folder_id = $1 and starts_on = '2026-05-05' and replaced_at is null";
        assert_eq!(stage::count(&town, of_day, &folder), 0, "the sender's service reports nothing of it");
        let minutes = u32::try_from(stage::count(&town, of_day, &own)).unwrap();
        let event = Units { interventions: 1, ..Units::default() };
        assert_eq!(units_of(minutes, CountingMode::Event), event);
        let blocks = Units { interventions: 2, contacts: 1, ..Units::default() };
        assert_eq!(units_of(minutes, CountingMode::Blocks), blocks);
    }
}

#[test]
fn n1_n2_n3_no_urgency_without_a_reason_no_look_around_no_two_services_on_one_thing() {
    for town in Town::everywhere() {
        let folder = marek(&town);
        let consent = decided(&town, &folder, &TO_OSP);
        let house = town.at(THEN);
        let (iva, eva) = (house.worker("rampova"), house.worker("poradna"));
        let idle = [("deadline", ""), ("reason", "")];
        asks(&iva, &folder, consent, &idle).must_be(422).must_say("Jinak zvolte nejbližší poradu");
        asks(&iva, &folder, consent, &[("part", "")]).must_be(422).must_say("Vymezte část zakázky");
        asks(&iva, &folder, consent, &[]).must_be(303);
        accepts(&eva, &[("own_folder", "")]).must_be(422).must_say("Zvolte, do které vaší složky to patří");
        accepts(&eva, &[]).must_be(303);
        for page in ["", "/timeline", "/sharing", "/consents", "/plan"] {
            eva.see(&format!("{folder}{page}")).must_be(404);
        }
        let denied = "select count(*) as n from journal where concerns_id = $1 and decision = 'denied'";
        assert!(stage::count(&town, denied, &folder) > 0, "the attempts are logged");
        let task = [("what", "Odvolání"), ("due", "11. 5. 2026"), ("who", worker("rampova").leak() as &str)];
        let page = iva.fill(&format!("{folder}/tasks"), &format!("{folder}/tasks"), &task);
        page.must_be(422).must_say("Na tomtéž už pracuje OSP Páteřník: sepsání odvolání.");
    }
}

#[test]
fn no_consent_no_topic_no_direction_no_validity_no_way() {
    for town in Town::everywhere() {
        let folder = marek(&town);
        let house = town.at(THEN);
        let iva = house.worker("rampova");
        let page = iva.see(&format!("{folder}/sharing/parts/new"));
        page.must_say("Klient zatím nesouhlasí se sdílením s žádnou službou.");
        let sends = |given: &sharing::Given| {
            let consent = decided(&town, &folder, given);
            iva.post(
                &format!("{folder}/sharing"),
                &[
                    ("topic", topic(OSP, consent, "odvolání").as_str()),
                    ("receivers", worker("poradna").as_str()),
                    ("title", "Rozhodnutí"),
                    ("body", "Rozhodnutí přišlo."),
                    ("token", Uuid::new_v4().to_string().as_str()),
                    ("service", klubko::town::PM.to_string().as_str()),
                ],
            )
        };
        let over = sharing::Given { until: "2026-05-03", given_on: "2026-04-01", ..TO_OSP };
        let inward = sharing::Given { direction: "inward", given_on: "2026-04-02", ..TO_OSP };
        let other = sharing::Given { topics: &["bydlení"], given_on: "2026-04-03", ..TO_OSP };
        let later = sharing::Given { given_on: "2026-05-05", ..TO_OSP };
        let no = sharing::Given { decision: "dissent", given_on: "2026-04-04", ..TO_OSP };
        for given in [over, inward, other, no, later] {
            sends(&given).must_be(422).must_say("Souhlas s tímto tématem už neplatí");
        }
        assert_eq!(stage::count(&town, "select count(*) as n from shared_item where folder_id = $1", &folder), 0);
    }
}

#[test]
fn what_is_shared_is_read_confirmed_and_stopped() {
    for town in Town::everywhere() {
        let folder = marek(&town);
        let consent = decided(&town, &folder, &TO_OSP);
        let house = town.at(THEN);
        let (iva, eva, lenka) = (house.worker("rampova"), house.worker("poradna"), house.worker("paterni"));
        let (topic, to) = (topic(OSP, consent, "dávky"), worker("poradna"));
        let typed = [
            ("topic", topic.as_str()),
            ("receivers", to.as_str()),
            ("title", "Rozhodnutí o dávce"),
            ("body", "Přiznán stupeň II, volejte 777 123 456."),
        ];
        let (on, action) = (format!("{folder}/sharing/new"), format!("{folder}/sharing"));
        let seen = iva.fill(&on, &action, &typed);
        seen.must_be(422).must_say("Takto to uvidí služba OSP Páteřník").must_say("údaj podobný telefonu");
        assert_eq!(stage::count(&town, "select count(*) as n from shared_item where folder_id = $1", &folder), 0);
        previewed(&iva, &on, &action, &typed).must_be(303);
        let item = newest(&eva);
        eva.see(&item).must_say("Přiznán stupeň II").must_say("téma dávky");
        lenka.see(&item).must_be(404);
        eva.see("/").must_say("Rozhodnutí o dávce");
        eva.fill(&item, &format!("{item}/read"), &[]).must_be(303);
        eva.see("/").must_not_say("Rozhodnutí o dávce");
        let confirmed = "select count(*) as n from journal where concerns_id = $1 and act = 'confirm_shared_item' and decision = 'done'";
        assert_eq!(stage::count(&town, confirmed, &folder), 1, "a deed of its own, not a look");
        let own = iva.see(&action);
        own.must_say("Mgr. Eva Poradná: přečteno 4. 5. 2026 10:15");
        let stop = own.address(&format!("{folder}/sharing/items/"), "/stop");
        iva.fill(&stop, &stop, &[("reason", "už není potřeba")]).must_be(303);
        eva.see(&item).must_be(404);
        eva.see("/shared").must_say("Zatím s vámi nikdo nic nesdílí.");
        iva.see(&action).must_say("sdílení ukončeno 4. 5. 2026").must_say("Přiznán stupeň II");
    }
}

#[test]
fn variant_no_capacity_gives_iva_her_task_and_no_step() {
    for town in Town::everywhere() {
        let (folder, _) = asked(&town);
        let house = town.at(THEN);
        let (iva, eva) = (house.worker("rampova"), house.worker("poradna"));
        let item = newest(&eva);
        let waits = || eva.see("/").body().contains(&format!("href=\"{item}"));
        let (token, service) = (Uuid::new_v4().to_string(), OSP.to_string());
        eva.post(&format!("{item}/read"), &[("token", &*token), ("service", &*service)]).must_be(303);
        assert!(waits(), "to have read a request is no answer to it");
        let at = format!("{item}/answer");
        eva.fill(&at, &at, &[("answer", "declined_no_capacity")]).must_be(303);
        assert!(!waits());
        iva.see(&format!("{folder}/tasks")).must_say("Najít jiné řešení: druhá služba nemá kapacitu");
        iva.see(&format!("{folder}/sharing")).must_say("nemají kapacitu").must_not_say("řešeno ve spolupráci");
        eva.see(&at).must_be(403).must_say("Na tuto žádost už vaše služba odpověděla.");
        assert_eq!(stage::count(&town, "select count(*) as n from folder_join where folder_id = $1", &folder), 0);
    }
}

#[test]
fn the_step_stands_in_the_written_plan_at_its_goal_and_a_closed_part_stops_what_went_with_it() {
    for town in Town::everywhere() {
        let klara = super::common::planning::planned(&town);
        let folder = klara.folder.clone();
        let consent = decided(&town, &folder, &sharing::Given { given_on: "2026-05-01", ..TO_OSP });
        let house = town.at("2026-05-06T09:00");
        let (alena, eva) = (house.worker("prikladna"), house.worker("poradna"));
        let goals = super::common::planning::goals(&alena, &folder);
        let goal = goals[0].rsplit('/').next().unwrap().to_owned();
        asks(&alena, &folder, consent, &[("goal", &goal)]).must_be(303);
        accepts(&eva, &[("delimited_part", "odvolání proti rozhodnutí")]).must_be(303);
        let plan = alena.see(&format!("{folder}/plan"));
        plan.must_say("odvolání proti rozhodnutí").must_say("řešeno ve spolupráci s OSP Páteřník");
        let item = newest(&eva);
        let end = alena.see(&format!("{folder}/sharing")).address(&format!("{folder}/sharing/parts/"), "/end");
        let page = alena.see(&end);
        page.must_say("Co tím přestane být sdílené");
        assert!(page.body().contains("checked"), "preset to all");
        let part = end.rsplit('/').nth(1).unwrap().to_owned();
        alena.fill(&end, &end, &[("outcome", "odvolání podáno"), ("stops", &part)]).must_be(303);
        eva.see(&item).must_be(404);
        alena.see(&format!("{folder}/sharing")).must_say("uzavřeno 6. 5. 2026");
    }
}
