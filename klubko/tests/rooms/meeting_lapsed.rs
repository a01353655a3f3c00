//! A consent that ends before the other service wrote the output down: its task is over by itself, whether the
//! client took the consent back or its last midnight passed, and both folders and the meeting say so.

use crate::common::meeting::{address, agree, close, part, planned};
use crate::common::together::{Marek, Said, YES, path, say, withdraw};
use crate::common::{Town, Worker};
use klubko::town::OSP;
use uuid::Uuid;

const WRITE: &str = "Zapsat výstup z porady do složky";
const OVER: &str = "Souhlas skončil, zápis se už nedělá.";

struct Met {
    marek: Marek,
    consent: Uuid,
    meeting: String,
}

/// The meeting of 19 May with its output sent to both folders, on a consent until that day.
fn met(town: &Town, until: &str) -> Met {
    let marek = Marek::in_both(town);
    let consent = say(town, marek.pm, OSP, &Said { until, ..YES });
    part(town, &marek, consent, "sepsání odvolání");
    let monday = town.at("2026-05-18T09:00");
    let meeting = address(&planned(&monday.worker("poradna"), &[]));
    let tuesday = town.at("2026-05-19T15:00");
    agree(&tuesday.worker("poradna"), &meeting, marek.pm);
    close(&tuesday.worker("poradna"), &meeting, &[]).must_be(303);
    Met { marek, consent, meeting }
}

/// The counselling has nothing more to write; the peer mentoring, which brought him, still has.
fn is_over(met: &Met, eva: &Worker<'_>, iva: &Worker<'_>) {
    let theirs = path(met.marek.osp);
    for page in ["/tasks", "/tasks?of=service", "/"] {
        eva.see(page).must_not_say(WRITE);
    }
    eva.see(&theirs).must_not_say(WRITE);
    let tasks = eva.see(&format!("{theirs}/tasks"));
    tasks.must_say(WRITE).must_say(OVER);
    assert!(!tasks.body().contains("/done") && !tasks.body().contains("/reopening"), "nobody does it any more");
    eva.see(&format!("{theirs}/meetings"))
        .must_say("Porada út 19. 5. 2026 se službou PM Páteřník souhlas skončil")
        .must_say("Zápis se už nedělá.")
        .must_not_say("stupeň III");
    eva.see("/overview").must_not_say(WRITE);
    eva.see(&met.meeting).must_say("Zápis se už nedělá a jméno se tu neukazuje.").must_not_say("Vymyšlený");
    iva.see("/tasks").must_say(WRITE);
    iva.see(&format!("{}/meetings", path(met.marek.pm))).must_say("výstup nezapsán").must_say("stupeň III");
}

/// How many tasks the head of the folder says to be open.
fn open_tasks(by: &Worker<'_>, folder: &str) -> usize {
    let page = by.see(folder).body();
    let said = page.split_once("/tasks\">Úkoly <span class=\"badge\">");
    said.map_or(0, |(_, rest)| rest.split('<').next().unwrap().parse().unwrap())
}

#[test]
fn a_withdrawal_ends_the_task_of_the_other_service_and_a_new_consent_opens_it_again() {
    for town in Town::everywhere() {
        let met = met(&town, "2026-12-31");
        let thursday = town.at("2026-05-21T09:00");
        let eva = thursday.worker("poradna");
        eva.see("/tasks").must_say(WRITE);
        let open = open_tasks(&eva, &path(met.marek.osp));
        eva.see(&met.meeting).must_not_say("Zápis se už nedělá");
        let home = format!("{}/tasks", path(met.marek.osp));
        let done = eva.see(&home).address(&format!("{home}/"), "/done");
        withdraw(&town, met.marek.pm, met.consent, "2026-05-21T09:00");
        let later = town.at("2026-05-21T09:01");
        let (eva, iva) = (later.worker("poradna"), later.worker("rampova"));
        is_over(&met, &eva, &iva);
        assert_eq!(open_tasks(&eva, &path(met.marek.osp)), open - 1);
        eva.see(&done).must_be(403).must_say(OVER);
        eva.post(&done, &[("token", &Uuid::new_v4().to_string()), ("service", &OSP.to_string()), ("note", "x")])
            .must_be(403);
        assert_eq!(
            town.count("select count(*) as n from task where rule = 'r078' and done_at is null"),
            2,
            "no job ran"
        );
        // The past still has it open.
        eva.see(&format!("{home}?as_of=2026-05-20")).must_say(WRITE).must_not_say(OVER);
        write(&iva, &path(met.marek.pm));
        iva.see(&format!("{}/meetings", path(met.marek.pm))).must_say("souhlas skončil, zápis se už nedělá");
        say(&town, met.marek.pm, OSP, &Said { at: "2026-05-21T10:00", ..YES });
        let again = town.at("2026-05-21T10:01");
        again.worker("poradna").see("/tasks").must_say(WRITE);
        again.worker("rampova").see(&met.meeting).must_say("nezapsán v jedné ze složek");
    }
}

#[test]
fn the_last_midnight_of_the_consent_ends_it_by_the_clock_of_prague() {
    for town in Town::everywhere() {
        let met = met(&town, "2026-05-22");
        let last = town.at("2026-05-22T23:59");
        last.worker("poradna").see("/tasks").must_say(WRITE);
        last.worker("poradna").see(&met.meeting).must_say("Marek Vymyšlený");
        let after = town.at("2026-05-23T00:00");
        is_over(&met, &after.worker("poradna"), &after.worker("rampova"));
    }
}

#[test]
fn what_the_other_service_has_written_is_done_and_stays() {
    for town in Town::everywhere() {
        let met = met(&town, "2026-05-22");
        let friday = town.at("2026-05-22T09:00");
        write(&friday.worker("poradna"), &path(met.marek.osp));
        let after = town.at("2026-05-25T09:00");
        let eva = after.worker("poradna");
        eva.see(&format!("{}/meetings", path(met.marek.osp))).must_say("stupeň III").must_not_say(OVER);
        eva.see(&format!("{}/tasks", path(met.marek.osp))).must_say("výstup je zapsán ve složce").must_not_say(OVER);
        eva.see(&met.meeting).must_not_say("Zápis se už nedělá");
    }
}

/// The key worker writes the waiting output down.
fn write(by: &Worker<'_>, folder: &str) {
    let home = format!("{folder}/meetings");
    let body = by.see(&home).body();
    let links = body.split("href=\"").skip(1).filter_map(|rest| rest.split('"').next());
    let mut own = links
        .filter(|link| link.starts_with(&format!("{home}/")) && !link.contains("/new") && !link.contains("/goals/"));
    let output = own.next().unwrap();
    by.fill(output, output, &[("text", "Dohodli jsme postup."), ("minutes", "10")]).must_be(303);
}
