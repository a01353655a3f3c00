//! The power goes out while a cooperation is being closed: afterwards the case is closed with everything that belongs to
//! it, or open with nothing of it; sent again, it is closed once.

use super::home::Home;
use super::http::{Client, Server};
use klubko::kernel::db::Connection;
use std::thread;
use std::time::Duration;
use uuid::Uuid;

fn rounds() -> u64 {
    if std::env::var_os("KLUBKO_LONG").is_some() { 40 } else { 8 }
}

fn counted(home: &Home, sql: &'static str) -> i64 {
    klubko::record! { struct Counted { n: i64 } }
    let reader = Connection::open_reader(&home.place()).unwrap();
    let counted: Vec<Counted> = reader.read(|unit| unit.all(sql, &[])).unwrap().unwrap();
    counted[0].n
}

/// The folder of Věra Minulá, whose key worker is Alena.
fn veras(home: &Home) -> Uuid {
    klubko::record! { struct Id { id: Uuid } }
    const VERA: &str = "select folder_id as id from person_version where family_name = 'Minulá'";
    let reader = Connection::open_reader(&home.place()).unwrap();
    let found: Vec<Id> = reader.read(|unit| unit.all(VERA, &[])).unwrap().unwrap();
    found[0].id
}

fn close(client: &Client, folder: Uuid, token: &str) -> Option<u16> {
    let form = [
        ("token", token),
        ("service", client.service()),
        ("reason", "withdrawal"),
        ("explanation", "Dál si poradí sama."),
        ("closed_on", "2. 3. 2026"),
        ("left_in_network", "rodinné centrum"),
        ("retention_class", "standard"),
        ("reason_r142", "klientka nechce"),
    ];
    client.post(&format!("/folders/{folder}/closures"), &form).map(|answer| answer.status)
}

/// How many ends there are, of hers alone, and whether everything that belongs to one is there.
fn ends(home: &Home) -> i64 {
    const CLOSED: &str = "select count(*) as n from case_closure where reason = 'withdrawal'";
    const COMMISSION: &str = "
        select count(*) as n from commission c join case_closure z on z.folder_id = c.folder_id
         where z.reason = 'withdrawal' and c.replaced_at is null and c.ended_on = '2026-03-02'";
    const REASON: &str = "select count(*) as n from warning_answer where object_kind = 'case_closure'";
    let closed = counted(home, CLOSED);
    assert_eq!(counted(home, COMMISSION), closed, "the commission ends with the cooperation");
    assert_eq!(counted(home, REASON), closed, "the reason is kept with the end");
    closed
}

#[test]
fn a_cooperation_struck_while_it_is_being_closed_is_closed_or_open_and_never_in_between() {
    for round in 0..rounds() {
        let home = Home::in_a_folder();
        let mut server = Server::start(&home);
        let client = Client::signed_in(server.port(), "prikladna");
        let (vera, token) = (veras(&home), Uuid::new_v4().to_string());
        let answered = thread::scope(|scope| {
            let sent = scope.spawn(|| close(&client, vera, &token));
            thread::sleep(Duration::from_micros(round * 1_700));
            server.kill();
            sent.join().unwrap()
        });
        let closed = ends(&home);
        assert!(answered != Some(303) || closed == 1, "what was acknowledged is there");
        server = Server::start(&home);
        let again = close(&client.at(server.port()), vera, &token);
        assert_eq!(again, Some(303), "sent again it is taken, or already was");
        server.kill();
        assert_eq!(ends(&home), 1);
        home.must_be_sound();
    }
}
