//! PostgreSQL goes away in the middle of work (A8): restarted, crashed, its connections ended by the administrator.
//! Klubko runs on and finds it again by itself; nothing acknowledged is lost, and nothing is there twice.

use super::contact::{ASKED, Sent, must_be_there_once, write};
use super::home::Home;
use super::http::{Client, Server};
use super::postgres::Postgres;
use klubko::kernel::db::Connection;
use std::sync::atomic::{AtomicBool, Ordering::Relaxed};
use std::thread;
use std::time::Duration;
use uuid::Uuid;

const WRITERS: usize = 3;
const RESTARTS: usize = 4;
const BLOWS: usize = 12;

/// A server of its own: others must not notice.
fn own_server() -> Option<Postgres> {
    std::env::var_os("KLUBKO_TEST_POSTGRES")?;
    Some(Postgres::start(&std::env::temp_dir().join(format!("klubko-outage-{}", Uuid::new_v4()))).unwrap())
}

/// It is over, also when what happened meanwhile failed.
struct Over<'a>(&'a AtomicBool);

impl Drop for Over<'_> {
    fn drop(&mut self) {
        self.0.store(true, Relaxed);
    }
}

/// Several people write while something happens; whoever got no answer, or no room, has not given up.
fn write_during(client: &Client, turn: usize, happens: impl FnOnce()) -> Vec<Sent> {
    let is_over = AtomicBool::new(false);
    let mut all: Vec<Sent> = thread::scope(|scope| {
        let write = |writer: usize| {
            let is_over = &is_over;
            scope.spawn(move || write(client, is_over, &format!("{turn}x{writer}"), &[503]))
        };
        let writers: Vec<_> = (0..WRITERS).map(write).collect();
        let over = Over(&is_over);
        thread::sleep(Duration::from_millis(300));
        happens();
        drop(over);
        writers.into_iter().flat_map(|writer| writer.join().unwrap()).collect()
    });
    all.iter_mut().filter(|sent| !sent.is_acknowledged).for_each(|sent| sent.insist(client));
    all
}

#[test]
fn a_restart_of_the_database_in_the_middle_of_work_loses_and_doubles_nothing() {
    let Some(mut database) = own_server() else { return };
    let home = Home::in_postgres(&database.url());
    let mut server = Server::start(&home);
    let client = Client::signed_in(server.port(), "zkusma");
    assert_eq!(client.get("/folders").unwrap().status, 200);
    let mut all = Vec::new();
    for turn in 0..RESTARTS {
        all.extend(write_during(&client, turn, || {
            database.stop(if turn % 2 == 0 { "INT" } else { "QUIT" }).unwrap();
            let mut sent = Sent::new(format!("Pád{turn}bez"));
            let answer = sent.send(&client).unwrap();
            assert_eq!(answer.status, 503, "{}", answer.body);
            answer.must_say("Databáze teď neodpovídá").must_say(ASKED).must_say("Odeslat znovu");
            let page = client.get("/folders").unwrap();
            assert_eq!(page.status, 503);
            page.must_say("Databáze teď neodpovídá");
            database.start_again().unwrap();
        }));
        assert_eq!(client.get("/folders").unwrap().status, 200, "it is found again");
        must_be_there_once(&home, &all);
    }
    server.must_be_running();
    assert!(all.len() > RESTARTS * WRITERS, "only {} contacts were written", all.len());
    home.must_be_sound();
    drop((server, home));
}

#[test]
fn connections_ended_by_the_administrator_are_made_anew_and_nothing_is_lost_or_doubled() {
    let Some(database) = own_server() else { return };
    let home = Home::in_postgres(&database.url());
    let mut server = Server::start(&home);
    let client = Client::signed_in(server.port(), "zkusma");
    let mut all = Vec::new();
    for turn in 0..BLOWS {
        all.extend(write_during(&client, turn, || end_all_connections(&home)));
        assert_eq!(client.get("/folders").unwrap().status, 200);
    }
    must_be_there_once(&home, &all);
    server.must_be_running();
    assert!(all.len() > BLOWS * WRITERS, "only {} contacts were written", all.len());
    home.must_be_sound();
}

fn end_all_connections(home: &Home) {
    klubko::record! { struct Ended { n: i64 } }
    const END: &str = "select count(pg_terminate_backend(pid)) as n from pg_stat_activity where pid <> pg_backend_pid()
                          and datname = current_database()";
    let administrator = Connection::open_reader(&home.place()).unwrap();
    let ended: Option<Ended> = administrator.read(|unit| unit.first(END, &[])).unwrap().unwrap();
    assert!(ended.is_some_and(|ended| ended.n > 0), "nobody was connected");
}
