//! Jan Vozík, a peer mentor of PM, asks in favour of Marek Vymyšlený: Iva Rampová of his own service, or Eva
//! Poradná of OSP directly.

use crate::common::asking::{about_cooperation, marek};
use crate::common::course::{self, Client};
use crate::common::{Heard, Town, Worker, stage};

const ASKED: &str = "2026-04-02T11:00";

/// Marek, accompanied by Jan.
fn accompanied(town: &Town) -> Client {
    let client = marek(town);
    course::assign(town, &client, "vozik", true, "2026-04-01".parse().unwrap());
    client
}

fn ask(by: &Worker<'_>, client: &Client, more: &[(&str, &str)]) -> Heard {
    let (iva, eva) = (course::worker("rampova").to_string(), course::worker("poradna").to_string());
    let usual = [
        ("area", "příspěvek na mobilitu"),
        ("question", "Má na něj nárok i ten, kdo bydlí v domově?"),
        ("way", "own"),
        ("to_worker", iva.as_str()),
        ("direct_worker", eva.as_str()),
    ];
    let usual = usual.into_iter().filter(|(name, _)| more.iter().all(|(other, _)| name != other));
    let typed: Vec<_> = usual.chain(more.iter().copied()).filter(|(_, value)| !value.is_empty()).collect();
    by.fill(&client.page("/mentor-consultations/new"), &client.page("/mentor-consultations"), &typed)
}

const DIRECTLY: &[(&str, &str)] = &[("way", "direct"), ("reason", "urgent")];

/// The address of the only question that waits for somebody.
fn question(by: &Worker<'_>) -> String {
    by.see("/mentor-consultations").address("/mentor-consultations/", "")
}

fn answer(by: &Worker<'_>, page: &str, more: &[(&str, &str)]) -> Heard {
    let usual = [
        ("answer", "Ano, domov nárok nebere. Žádost podá na úřadu práce."),
        ("conclusion", "answered"),
        ("way", "phone"),
        ("day", "2. 4. 2026"),
        ("time", "11:00"),
        ("minutes", "35"),
    ];
    let usual = usual.into_iter().filter(|(name, _)| more.iter().all(|(other, _)| name != other));
    let typed: Vec<_> = usual.chain(more.iter().copied()).collect();
    by.fill(page, page, &typed)
}

#[test]
fn jan_turns_to_a_social_worker_of_his_own_service_first() {
    for town in Town::everywhere() {
        let client = accompanied(&town);
        let house = town.at(ASKED);
        let jan = house.worker("vozik");
        for (more, says) in [
            (("area", ""), "Doplňte oblast"),
            (("question", ""), "Napište, na co se ptáte"),
            (("to_worker", ""), "Vyberte, koho se ptáte"),
        ] {
            ask(&jan, &client, &[more]).must_be(422).must_say(says);
        }
        ask(&jan, &client, &[]).must_be(303);
        let iva = house.worker("rampova");
        iva.see("/").must_say("Nová: 1");
        iva.see("/notices").must_say("Peer mentor se vás ptá ve prospěch klienta").must_say("Marek Vymyšlený");
        let page = question(&iva);
        iva.see(&page).must_say("příspěvek na mobilitu").must_not_say("klient ");
        answer(&iva, &page, &[("conclusion", "other_service")]).must_be(303);
        let seen = jan.see(&client.page("/mentor-consultations"));
        seen.must_say("vhodnější je druhá služba").must_say("uzavřeno").must_not_say("Napsat poznámku");
        let tasks = "select count(*) as n from task where folder_id = $1 and rule = 'r107'";
        assert_eq!(stage::count(&town, tasks, &client.page("")), 0, "inside the service no note is owed");
    }
}

#[test]
fn directly_he_turns_only_for_a_reason_and_the_client_has_no_name() {
    for town in Town::everywhere() {
        let client = accompanied(&town);
        let house = town.at(ASKED);
        let jan = house.worker("vozik");
        ask(&jan, &client, &[("way", "direct")]).must_be(422).must_say("jen z některého ze tří důvodů");
        let named = [DIRECTLY, &[("question", "Má pan Vymyšlený nárok?")]].concat();
        ask(&jan, &client, &named).must_be(422).must_say("V dotazu je jméno klienta");
        for reason in ["unavailable", "urgent", "known_from_before"] {
            ask(&jan, &client, &[("way", "direct"), ("reason", reason)]).must_be(303);
        }
        let eva = house.worker("poradna");
        let page = question(&eva);
        let seen = eva.see(&page);
        seen.must_say("Jde o osobu s označením klient ").must_say("Ptá se napřímo").must_not_say("Vymyšlen");
        seen.must_not_say("Jméno podle souhlasu");
        eva.see("/notices").must_say("Peer mentor se vás ptá").must_not_say("Vymyšlen");
        eva.see(&client.page("")).must_be(404);
        house.worker("paterni").see(&page).must_be(404);
    }
}

#[test]
fn the_name_crosses_on_a_topic_of_a_consent_and_is_gone_with_it() {
    for town in Town::everywhere() {
        let client = accompanied(&town);
        let house = town.at("2026-04-21T10:00");
        let (iva, jan, eva) = (house.worker("rampova"), house.worker("vozik"), house.worker("poradna"));
        about_cooperation(&iva, &client.page(""), "rampova", &[]).must_be(303);
        let form = jan.see(&client.page("/mentor-consultations/new"));
        let body = form.body();
        let from = body.find("name=\"topic\"").expect("a topic is offered");
        let value = body[from..].split("<option value=\"").find(|one| one.contains("|odvolání\"")).unwrap();
        let value = value.split('"').next().unwrap().to_owned();
        let with_name = [DIRECTLY, &[("topic", value.as_str())]].concat();
        ask(&jan, &client, &with_name).must_be(303);
        let page = question(&eva);
        let named_at = eva.see(&page).address("/shared/", "");
        eva.see(&named_at).must_be(200).must_say("Marek Vymyšlený");
        let withdrawal = crate::common::asking::withdrawal(&iva, &client.page(""));
        let now = [("day", "21. 4. 2026"), ("time", "10:00")];
        crate::common::asking::withdraw(&iva, &withdrawal, &now).must_be(303);
        eva.see(&named_at).must_be(404);
        eva.see(&page).must_be(200).must_not_say("Vymyšlen");
    }
}

#[test]
fn the_answer_is_reported_on_behalf_and_the_note_with_both_notices_closes_it() {
    for town in Town::everywhere() {
        let client = accompanied(&town);
        let house = town.at(ASKED);
        let (jan, eva) = (house.worker("vozik"), house.worker("poradna"));
        ask(&jan, &client, DIRECTLY).must_be(303);
        let note = format!("{}/note", client.page(&question(&eva)));
        jan.see(&note).must_be(403).must_say("zatím nikdo neodpověděl");
        for (more, says) in [
            (("answer", ""), "Napište, co jste poradili"),
            (("conclusion", ""), "k čemu jste společně došli"),
            (("way", ""), "jak konzultace proběhla"),
        ] {
            answer(&eva, &question(&eva), &[more]).must_be(422).must_say(says);
        }
        let folders = "select count(*) as n from client_folder";
        let before = town.count(folders);
        let page = question(&eva);
        answer(&eva, &page, &[]).must_be(303);
        assert_eq!(town.count(folders), before, "no client of OSP arises");
        let reported = "select count(*) as n from activity_version v join activity a on a.id = v.activity_id
                         where a.folder_id is null and a.anonymous_contact_id is null and v.on_behalf_of_client
                           and not v.is_client_present and v.minutes = 35";
        assert_eq!(town.count(reported), 1);
        jan.see("/tasks").must_say("Napsat stručnou poznámku o konzultaci");
        let due = "select count(*) as n from task where folder_id = $1 and rule = 'r107' and due_on = '2026-04-08'
                      and done_at is null";
        assert_eq!(stage::count(&town, due, &client.page("")), 1, "two working days, Easter between");
        jan.see(&client.page("/mentor-consultations")).must_say("zbývá poznámka mentora");
        jan.fill(&note, &note, &[("text", ""), ("minutes", "35")]).must_be(422).must_say("Napište stručně");
        jan.fill(&note, &note, &[("text", "Konzultoval jsem příspěvek."), ("minutes", "35")]).must_be(303);
        jan.see(&note).must_be(403).must_say("konzultace uzavřená");
        assert_eq!(stage::count(&town, due, &client.page("")), 0);
        for login in ["rampova", "souhrnna"] {
            let told = house.worker(login);
            told.see("/notices").must_say("Peer mentor konzultoval ve prospěch klienta");
            let seen = told.see(&client.page("/mentor-consultations"));
            seen.must_say("zatím nepřečteno").must_say("uzavřeno");
            told.fill("/notices", "/notices/read", &[]).must_be(303);
            told.see("/notices").must_say("Nic nového.");
        }
        jan.see(&client.page("/mentor-consultations"))
            .must_say("Iva Rampová – přečteno")
            .must_not_say("zatím nepřečteno");
        jan.see(&client.page("/timeline")).must_say("Konzultoval jsem příspěvek.");
    }
}

#[test]
fn the_task_of_the_note_is_closed_by_the_note_and_by_nothing_else() {
    for town in Town::everywhere() {
        let client = accompanied(&town);
        let house = town.at(ASKED);
        let (jan, iva, eva) = (house.worker("vozik"), house.worker("rampova"), house.worker("poradna"));
        ask(&jan, &client, DIRECTLY).must_be(303);
        let page = question(&eva);
        answer(&eva, &page, &[]).must_be(303);
        let note = format!("{}/note", client.page(&page));
        let done = iva.see(&client.page("/tasks")).address(&client.page("/tasks/"), "/done");
        let seen = iva.see(&done);
        seen.must_say("Tento úkol uzavře až stručná poznámka ke konzultaci.").must_not_say("Jak to dopadlo");
        assert!(seen.body().contains(&format!("href=\"{}\"", client.page("/mentor-consultations"))), "the way there");
        let token = uuid::Uuid::new_v4().to_string();
        let service = klubko::town::PM.to_string();
        let by_hand = [("note", "hotovo"), ("version", "1"), ("token", token.as_str()), ("service", service.as_str())];
        iva.post(&done, &by_hand).must_be(422).must_say("Tento úkol uzavře až poznámka ke konzultaci.");
        let open = "select count(*) as n from task where folder_id = $1 and rule = 'r107' and done_at is null";
        assert_eq!(stage::count(&town, open, &client.page("")), 1);
        iva.see(&note).must_be(404);
        jan.see("/tasks").must_say("Napsat stručnou poznámku");
        assert!(jan.see("/tasks").body().contains(&client.page("/mentor-consultations")), "Jan's way to the note");
        jan.fill(&note, &note, &[("text", "Konzultoval jsem příspěvek."), ("minutes", "35")]).must_be(303);
        assert_eq!(stage::count(&town, open, &client.page("")), 0);
        iva.see(&client.page("/mentor-consultations")).must_say("uzavřeno");
    }
}

#[test]
fn when_the_mentor_is_gone_the_key_worker_writes_the_note_for_him() {
    for town in Town::everywhere() {
        let client = accompanied(&town);
        let house = town.at(ASKED);
        let (jan, iva, eva) = (house.worker("vozik"), house.worker("rampova"), house.worker("poradna"));
        ask(&jan, &client, DIRECTLY).must_be(303);
        let page = question(&eva);
        answer(&eva, &page, &[]).must_be(303);
        let note = format!("{}/note", client.page(&page));
        iva.see(&note).must_be(404);
        town.tamper("update assignment set ended_at = 1");
        jan.see(&note).must_be(404);
        let done = iva.see(&client.page("/tasks")).address(&client.page("/tasks/"), "/done");
        assert!(iva.see(&done).body().contains(&format!("href=\"{note}\"")), "the way to the note");
        iva.see(&note).must_say("Jan Vozík s pracovníky služby OSP Páteřník konzultoval/a oblast");
        iva.fill(&note, &note, &[("text", "Jan konzultoval příspěvek."), ("minutes", "35")]).must_be(303);
        iva.see(&client.page("/mentor-consultations")).must_say("uzavřeno");
        iva.see(&client.page("/tasks")).must_say("poznámka je zapsaná");
    }
}

#[test]
fn nobody_else_asks_this_way_and_an_excluded_worker_reads_no_notice() {
    for town in Town::everywhere() {
        let client = accompanied(&town);
        let house = town.at(ASKED);
        ask(&house.worker("rampova"), &client, &[]).must_be(422).must_say("Tudy se ptá peer mentor");
        ask(&house.worker("vozik"), &client, &[]).must_be(303);
        let iva = house.worker("rampova");
        iva.see("/notices").must_say("Marek Vymyšlený");
        course::exclude(&town, &client, "rampova", "2026-04-02T11:01");
        drop(house);
        let later = town.at("2026-04-02T11:05");
        let iva = later.worker("rampova");
        iva.see("/notices").must_say("Nic nového.").must_not_say("Vymyšlen");
        iva.see("/").must_not_say("Nová: 1");
        iva.see("/mentor-consultations").must_say("Žádný dotaz nečeká.");
    }
}
