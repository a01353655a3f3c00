//! The program's own log is read by whoever keeps the machine. It says what broke and where, and nothing about anybody.

use super::common::plant::MOMENT;
use super::scene::{Scene, TAGS, address, canary, forms, name_canary, send};
use super::walk::walk;
use klubko::town::{self, JAVORINKA};
use rules::access::Act;
use std::io::Write;
use std::sync::{Mutex, OnceLock};

static LOG: Mutex<Vec<u8>> = Mutex::new(Vec::new());

struct Pages;

impl Write for Pages {
    fn write(&mut self, line: &[u8]) -> std::io::Result<usize> {
        LOG.lock().unwrap().extend_from_slice(line);
        Ok(line.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

/// Everything that is said from now on, down to the smallest remark of any library.
fn listen() {
    static LISTENING: OnceLock<()> = OnceLock::new();
    let begin = || tracing_subscriber::fmt().with_max_level(tracing::Level::TRACE).with_writer(|| Pages).init();
    LISTENING.get_or_init(begin);
}

fn heard() -> String {
    String::from_utf8_lossy(&LOG.lock().unwrap()).into_owned()
}

#[test]
fn the_log_says_what_broke_and_nothing_about_anybody() {
    listen();
    let scene = Scene::set();
    scene.town.tamper("update person_version set phone = '+420601987654', birth_number = '8552104321'");
    let house = scene.town.at(MOMENT);
    let mut cookies = Vec::new();
    for login in ["prikladna", "poradna", "terenni"] {
        let worker = house.worker(login);
        walk(&scene, &worker);
        cookies.push(worker.cookie().to_owned());
        for route in forms().iter().filter(|route| route.act() != Act::SignOut) {
            send(&house, worker.cookie(), &address(route, &scene.mine), &JAVORINKA.to_string());
        }
    }
    // Something must break, or the log would be empty for want of a reason.
    scene.town.tamper("update document set body = body || ' a ještě něco'");
    let alena = house.worker("prikladna");
    let document = super::rows::row_id(&scene.mine, "document");
    let paper = format!("/folders/{}/documents/{document}/informed-consent.pdf", scene.mine.folder);
    alena.see(&paper).must_be(500);
    let log = heard();
    assert!(log.contains("does not agree with its digest"), "the log was not heard: {log}");
    let mut secrets: Vec<String> = TAGS.iter().flat_map(|tag| [canary(tag), name_canary(tag)]).collect();
    secrets.extend(["601987654", "855210", "4321", "ještě něco", town::PASSWORD].map(str::to_owned));
    secrets.extend(cookies);
    for secret in secrets {
        assert!(!log.contains(&secret), "the log says {secret}: {log}");
    }
}
