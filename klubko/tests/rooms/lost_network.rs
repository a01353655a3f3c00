//! The network goes away in the middle of a form (A10): the connection is cut at twenty places of a real request, in
//! its head and in its body. Nothing is half done, the draft stays, and sending again with the same key acts once.

use crate::common::course::{Client, agreement, client};
use crate::common::{Town, Worker, stage};
use jiff::civil::date;
use std::io::{Read, Write};
use std::net::{Shutdown, TcpStream};
use std::time::Duration;

const CUTS: usize = 20;

#[test]
fn a_record_cut_off_at_twenty_places_is_written_once_when_it_is_sent_again() {
    for town in Town::everywhere() {
        let klara = client(&town, ("Klára", "Vzorná"), "prikladna", "2026-03-09T10:00");
        agreement(&town, &klara, date(2026, 3, 16));
        let house = town.at("2026-03-20T12:00");
        let alena = house.worker("prikladna");
        let port = house.on_loopback();
        for cut in 0..CUTS {
            let request = request(&alena, &klara, &format!("Zápis z cesty {cut:02}."));
            let upto = request.len() * cut / (CUTS - 1);
            cut_off(port, &request[..upto], cut % 2 == 0);
            if upto < request.len() {
                must_stand(&town, &klara, cut);
                alena.see("/drafts").must_say("Zápis").must_say("Klára Vzorná");
            }
            let answer = send(port, &request);
            assert!(answer.starts_with("HTTP/1.1 303"), "cut at {upto} of {}: {answer}", request.len());
            must_stand(&town, &klara, cut + 1);
            assert_eq!(place(&send(port, &request)), place(&answer), "the third sending leads where the second did");
            must_stand(&town, &klara, cut + 1);
            alena.see("/drafts").must_say("Všechno dopsáno.");
        }
        let timeline = alena.see(&klara.page("/timeline")).text();
        for cut in 0..CUTS {
            assert_eq!(timeline.matches(&format!("Zápis z cesty {cut:02}.")).count(), 1);
        }
        assert!(matches!(town.verify(), klubko::kernel::journal::Found::Sound { .. }));
    }
}

/// A record as the browser sends it, saved as a draft while it was typed.
fn request(alena: &Worker<'_>, klara: &Client, body: &str) -> Vec<u8> {
    let action = klara.page("/records");
    let hidden = alena.see(&klara.page("/records/new")).hidden(&action);
    let mut fields: Vec<(&str, &str)> = hidden.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    fields.extend([("kind", "visit"), ("day", "20. 3. 2026"), ("time", "9:00"), ("minutes", "50"), ("body", body)]);
    alena.post("/drafts", &fields).must_be(200);
    let body = form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish();
    let head = format!(
        "POST {action} HTTP/1.1\r\nhost: 127.0.0.1\r\nconnection: close\r\nsec-fetch-site: same-origin\r\n\
         cookie: klubko={}\r\ncontent-type: application/x-www-form-urlencoded\r\ncontent-length: {}\r\n\r\n",
        alena.cookie(),
        body.len()
    );
    [head.into_bytes(), body.into_bytes()].concat()
}

/// Sends the beginning and is gone; `at_once` without waiting for anything, else after saying that no more will come.
fn cut_off(port: u16, beginning: &[u8], at_once: bool) {
    let mut stream = TcpStream::connect(("127.0.0.1", port)).unwrap();
    stream.write_all(beginning).unwrap();
    if !at_once {
        stream.shutdown(Shutdown::Write).unwrap();
        std::thread::sleep(Duration::from_millis(20));
    }
}

fn send(port: u16, request: &[u8]) -> String {
    let mut stream = TcpStream::connect(("127.0.0.1", port)).unwrap();
    stream.set_read_timeout(Some(Duration::from_secs(20))).unwrap();
    stream.write_all(request).unwrap();
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer).unwrap();
    String::from_utf8_lossy(&answer).into_owned()
}

fn place(answer: &str) -> &str {
    answer.lines().find(|line| line.starts_with("location:")).unwrap()
}

fn must_stand(town: &Town, klara: &Client, records: usize) {
    const RECORDS: &str = "select count(*) as n from progress_record where folder_id = $1";
    assert_eq!(stage::count(town, RECORDS, &klara.page("")), records as i64);
}
