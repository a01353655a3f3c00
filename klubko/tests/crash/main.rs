//! The power goes out while people write. What was acknowledged is there afterwards, exactly once; what was not is
//! sent again with the same key and is then there once as well; the journal is whole.
//!
//! Fifty blows in `./test`, two hundred with `KLUBKO_LONG=1`. The real binary, real HTTP, `kill -9`.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod http;

use http::{Client, Server};
use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, Ordering::Relaxed};
use std::thread;
use std::time::Duration;
use uuid::Uuid;

/// A first contact on its way: the name nobody else has, the key of its form, whether it was acknowledged.
#[derive(Clone)]
struct Sent {
    name: String,
    token: String,
    is_acknowledged: bool,
}

const WRITERS: usize = 3;

fn blows() -> usize {
    if std::env::var_os("KLUBKO_LONG").is_some() { 200 } else { 50 }
}

struct Folder(PathBuf);

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

#[test]
fn nothing_acknowledged_is_lost_and_nothing_is_there_twice_when_the_power_goes_out() {
    let folder = Folder(std::env::temp_dir().join(format!("klubko-crash-{}", Uuid::new_v4())));
    let mut server = Server::start(&folder.0);
    let client = Client::signed_in(server.port(), "zkusma");
    let mut all: Vec<Sent> = Vec::new();
    for blow in 0..blows() {
        all.extend(write_until_the_blow(&mut server, &client, blow));
        server = Server::start(&folder.0);
        let client = client.at(server.port());
        for sent in all.iter_mut().filter(|sent| !sent.is_acknowledged) {
            sent.is_acknowledged = post(&client, sent);
            assert!(sent.is_acknowledged, "{} cannot be sent again", sent.name);
        }
        if blow % 10 == 9 {
            must_be_there_once(&folder.0, &all);
        }
    }
    server.kill();
    must_be_there_once(&folder.0, &all);
    assert!(all.len() > blows(), "only {} contacts were written", all.len());
    let verdict = Server::verify(&folder.0);
    assert!(verdict.contains("sound"), "{verdict}");
}

/// Several people write at once until the binary is killed at a moment that differs each time.
fn write_until_the_blow(server: &mut Server, client: &Client, blow: usize) -> Vec<Sent> {
    let is_over = AtomicBool::new(false);
    let client = client.at(server.port());
    thread::scope(|scope| {
        let writers: Vec<_> = (0..WRITERS)
            .map(|writer| {
                let (client, is_over) = (&client, &is_over);
                scope.spawn(move || write(client, is_over, &format!("{blow}x{writer}")))
            })
            .collect();
        let random = Uuid::new_v4().as_u128() % 180;
        thread::sleep(Duration::from_millis(20 + random as u64));
        server.kill();
        is_over.store(true, Relaxed);
        writers.into_iter().flat_map(|writer| writer.join().unwrap()).collect()
    })
}

fn write(client: &Client, is_over: &AtomicBool, who: &str) -> Vec<Sent> {
    let mut all = Vec::new();
    for n in 0.. {
        let (name, token) = (format!("Pád{who}x{n}"), Uuid::new_v4().to_string());
        let mut sent = Sent { name, token, is_acknowledged: false };
        sent.is_acknowledged = post(client, &sent);
        let goes_on = sent.is_acknowledged && !is_over.load(Relaxed);
        all.push(sent);
        if !goes_on {
            break;
        }
    }
    all
}

fn post(client: &Client, sent: &Sent) -> bool {
    let form = [
        ("token", sent.token.as_str()),
        ("service", client.service()),
        ("channel", "phone"),
        ("day", "2. 3. 2026"),
        ("time", "9:00"),
        ("minutes", "20"),
        ("given_name", "Jitka"),
        ("family_name", sent.name.as_str()),
        ("sex", "female"),
        ("asked", "Ptá se na výživné."),
        ("open_anyway", "yes"),
    ];
    let Some(answer) = client.post("/first-contacts", &form) else { return false };
    assert_eq!(answer.status, 303, "{}", answer.body);
    true
}

/// Asked of the file itself, past the program.
fn must_be_there_once(folder: &std::path::Path, all: &[Sent]) {
    use klubko::kernel::db::{Connection, Place};
    klubko::record! { struct Name { name: String } }
    const NAMES: &str = "select family_name as name from person_version where family_name like 'Pád%' order by 1";
    let reader = Connection::open_reader(&Place::File(folder.join("klubko.db"))).unwrap();
    let names: Vec<Name> = reader.read(|unit| unit.all(NAMES, &[])).unwrap().unwrap();
    let mut there: Vec<&str> = names.iter().map(|one| one.name.as_str()).collect();
    let mut wanted: Vec<&str> = all.iter().map(|sent| sent.name.as_str()).collect();
    there.sort_unstable();
    wanted.sort_unstable();
    assert_eq!(there, wanted, "what is there is not what was sent");
}
