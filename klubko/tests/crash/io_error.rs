//! The disk fails at a commit (A6). What it holds is then unknown: the program says so, gives the text back, writes
//! nothing more and ends. Started anew it takes the same form; whatever came of the first sending, the deed is there once.

use super::contact::{ASKED, Sent, must_be_there_once};
use super::home::Home;
use super::http::{Client, Server};
use super::strace::{self, Trouble};

/// The call that fails, and from which time on.
const FAILING: [(&str, usize); 6] = [
    ("fdatasync,fsync", 1),
    ("pwrite64", 1),
    ("fdatasync,fsync", 1),
    ("pwrite64", 7),
    ("pwrite64", 2),
    ("pwrite64", 30),
];

#[test]
fn a_disk_that_fails_at_a_commit_ends_the_program_and_the_deed_is_there_once() {
    if !strace::is_there() {
        return;
    }
    let home = Home::in_a_folder();
    let mut server = Server::start(&home);
    let client = Client::signed_in(server.port(), "zkusma");
    let mut all: Vec<Sent> = Vec::new();
    for (turn, (call, nth)) in FAILING.into_iter().enumerate() {
        let client = client.at(server.port());
        let mut sent = Sent::new(format!("Pád{turn}"));
        let failing = Trouble::make(server.id(), call, &format!("error=EIO:when={nth}+"));
        let answer = sent.send(&client).expect("an answer before the program ends");
        assert_eq!(answer.status, 503, "{call} {nth}: {}", answer.body);
        answer.must_say("Nevíme, zda se to uložilo").must_say("zkontrolujte").must_say(ASKED).must_say("Odeslat znovu");
        assert_eq!(server.ended(), Some(74), "{call} {nth}");
        drop(failing);
        server = Server::start(&home);
        let client = client.at(server.port());
        all.push(sent);
        all.last_mut().unwrap().insist(&client);
        must_be_there_once(&home, &all);
    }
    server.kill();
    home.must_be_sound();
}
