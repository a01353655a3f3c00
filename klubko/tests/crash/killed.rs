//! The power goes out while people write. What was acknowledged is there afterwards, exactly once; what was not is
//! sent again with the same key and is then there once as well; the journal is whole.
//!
//! Fifty blows in `./test`, two hundred with `KLUBKO_LONG=1`.

use super::contact::{Sent, must_be_there_once, write};
use super::home::Home;
use super::http::{Client, Server};
use std::sync::atomic::{AtomicBool, Ordering::Relaxed};
use std::thread;
use std::time::Duration;
use uuid::Uuid;

const WRITERS: usize = 3;

fn blows() -> usize {
    if std::env::var_os("KLUBKO_LONG").is_some() { 200 } else { 50 }
}

#[test]
fn nothing_acknowledged_is_lost_and_nothing_is_there_twice_when_the_power_goes_out() {
    let home = Home::in_a_folder();
    let mut server = Server::start(&home);
    let client = Client::signed_in(server.port(), "zkusma");
    let mut all: Vec<Sent> = Vec::new();
    for blow in 0..blows() {
        all.extend(write_until_the_blow(&mut server, &client, blow));
        server = Server::start(&home);
        let client = client.at(server.port());
        for sent in all.iter_mut().filter(|sent| !sent.is_acknowledged) {
            sent.send(&client);
            assert!(sent.is_acknowledged, "{} cannot be sent again", sent.name);
        }
        if blow % 10 == 9 {
            must_be_there_once(&home, &all);
        }
    }
    server.kill();
    must_be_there_once(&home, &all);
    assert!(all.len() > blows(), "only {} contacts were written", all.len());
    home.must_be_sound();
}

/// Several people write at once until the binary is killed at a moment that differs each time.
fn write_until_the_blow(server: &mut Server, client: &Client, blow: usize) -> Vec<Sent> {
    let is_over = AtomicBool::new(false);
    let client = client.at(server.port());
    thread::scope(|scope| {
        let writers: Vec<_> = (0..WRITERS)
            .map(|writer| {
                let (client, is_over) = (&client, &is_over);
                scope.spawn(move || write(client, is_over, &format!("{blow}x{writer}"), &[]))
            })
            .collect();
        let random = Uuid::new_v4().as_u128() % 180;
        thread::sleep(Duration::from_millis(20 + random as u64));
        server.kill();
        is_over.store(true, Relaxed);
        writers.into_iter().flat_map(|writer| writer.join().unwrap()).collect()
    })
}
