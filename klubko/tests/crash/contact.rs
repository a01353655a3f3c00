//! A first contact on its way, whose name nobody else has.

use super::home::Home;
use super::http::{Answer, Client};
use std::sync::atomic::{AtomicBool, Ordering::Relaxed};
use uuid::Uuid;

pub const ASKED: &str = "Ptá se na výživné.";

/// The name, the key of the form, whether it was acknowledged.
#[derive(Clone)]
pub struct Sent {
    pub name: String,
    pub token: String,
    pub is_acknowledged: bool,
}

impl Sent {
    pub fn new(name: String) -> Self {
        Self { name, token: Uuid::new_v4().to_string(), is_acknowledged: false }
    }

    /// Sends it, for the first time or again.
    pub fn send(&mut self, client: &Client) -> Option<Answer> {
        let form = [
            ("token", self.token.as_str()),
            ("service", client.service()),
            ("channel", "phone"),
            ("day", "2. 3. 2026"),
            ("time", "9:00"),
            ("minutes", "20"),
            ("given_name", "Jitka"),
            ("family_name", self.name.as_str()),
            ("sex", "female"),
            ("asked", ASKED),
            ("open_anyway", "yes"),
        ];
        let answer = client.post("/first-contacts", &form)?;
        self.is_acknowledged |= answer.status == 303;
        Some(answer)
    }

    /// Sends it again until it is taken.
    pub fn insist(&mut self, client: &Client) {
        for _ in 0..200 {
            self.send(client);
            if self.is_acknowledged {
                return;
            }
            std::thread::sleep(std::time::Duration::from_millis(100));
        }
        panic!("{} cannot be sent again", self.name);
    }
}

/// Writes one contact after another until it is over. A refusal must be one of these; after it one takes a breath.
pub fn write(client: &Client, is_over: &AtomicBool, who: &str, refusals: &[u16]) -> Vec<Sent> {
    let mut all = Vec::new();
    for n in 0.. {
        let mut sent = Sent::new(format!("Pád{who}x{n}"));
        let answer = sent.send(client);
        let is_taken = sent.is_acknowledged;
        all.push(sent);
        if let Some(answer) = &answer {
            let is_known = answer.status == 303 || refusals.contains(&answer.status);
            assert!(is_known, "{}: {}", answer.status, answer.body);
        }
        if !is_taken && !refusals.is_empty() {
            std::thread::sleep(std::time::Duration::from_millis(100));
        }
        if is_over.load(Relaxed) || answer.is_none() && refusals.is_empty() {
            break;
        }
    }
    all
}

/// What was sent is there once; what is there was sent.
pub fn must_be_there_once(home: &Home, all: &[Sent]) {
    let mut wanted: Vec<String> = all.iter().map(|sent| sent.name.clone()).collect();
    wanted.sort_unstable();
    assert_eq!(home.names(), wanted, "what is there is not what was sent");
}
