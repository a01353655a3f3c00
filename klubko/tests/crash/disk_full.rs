//! The disk is full (A4). Whoever saves is told so and gets back what he typed; what was looked at already is shown on,
//! what cannot be noted in the journal is not; and as soon as there is room, the same form is taken, without a restart.

use super::contact::{ASKED, Sent, must_be_there_once};
use super::home::Home;
use super::http::{Client, Server};
use super::strace::{self, Trouble};

const POINTS: usize = 20;
/// Everything by which the database grows.
const GROWING: &str = "pwrite64,ftruncate,fallocate";

#[test]
fn a_full_disk_is_said_plainly_and_loses_no_word_at_twenty_places() {
    if !strace::is_there() {
        return;
    }
    let home = Home::in_a_folder();
    let mut server = Server::start(&home);
    let client = Client::signed_in(server.port(), "zkusma");
    assert_eq!(client.get("/folders").unwrap().status, 200);
    let mut all = Vec::new();
    for point in 0..POINTS {
        let mut sent = Sent::new(format!("Pád{point}"));
        refuse(&server, &client, &mut sent, 1 + point * 2);
        let answer = sent.send(&client).unwrap();
        assert_eq!(answer.status, 303, "there is room again: {}", answer.body);
        assert_eq!(client.get(&answer.location).unwrap().status, 200);
        all.push(sent);
        must_be_there_once(&home, &all);
    }
    server.must_be_running();
    server.kill();
    home.must_be_sound();
}

/// From the `nth` write on there is no room.
fn refuse(server: &Server, client: &Client, sent: &mut Sent, nth: usize) {
    let mut other = Sent::new(format!("{}k", sent.name));
    let _full = Trouble::make(server.id(), GROWING, &format!("error=ENOSPC:when={nth}+"));
    for sent in [&mut *sent, &mut other] {
        let answer = sent.send(client).unwrap();
        assert_eq!(answer.status, 507, "at write {nth}: {}", answer.body);
        answer.must_say("Na serveru došlo místo").must_say("Nic z odeslaného se nezapsalo").must_say(ASKED);
        answer.must_say(&format!("name=\"token\" value=\"{}\"", sent.token)).must_say("Odeslat znovu");
    }
    let seen = client.get("/folders").unwrap();
    assert_eq!(seen.status, 200, "what was looked at already is shown on: {}", seen.body);
    // A look that cannot be written down is not had.
    let unseen = client.get("/search?q=klara").unwrap();
    assert_eq!(unseen.status, 507);
    assert!(!unseen.body.contains("/folders/"), "{}", unseen.body);
}
